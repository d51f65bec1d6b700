import { flag, json, pick } from '../../shared/define/fields';
import { franchise } from '../pickers';
import { snakeCased } from '../wire';

/** What every list can be asked. */
export const listFilters = {
	...snakeCased({
		franchiseId: pick(franchise, {
			description:
				'Without it the one of the credential is meant, and without that every franchise that the API user may see. 0 means all.',
		}),
	}),
	showInactive: flag({ description: 'Whether to return deleted records too' }),
	fields: json({
		description:
			'The columns to return, by table in the plural, such as {"invoices": ["amount_due"], "contacts": ["*"]}. Computed members and tables two steps away cannot be asked for.',
		write: (columns) => JSON.stringify(columns),
	}),
};
