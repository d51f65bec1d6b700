import type { IDataObject } from 'n8n-workflow';

import { flag, groups, list, pick, text } from '../../shared/define/fields';
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
	fields: groups(
		{
			table: text({
				required: true,
				placeholder: 'invoices',
				description:
					'In the plural, also where the record has it in the singular: contacts for contact. No further away than one step.',
			}),
			columns: list({
				placeholder: 'sequence, amount_due',
				description: 'All columns of the table if left empty. Computed ones cannot be asked for.',
			}),
		},
		{
			description: 'Which columns of which tables to return, so that large lists come faster',
			write: (tables) =>
				JSON.stringify(
					Object.fromEntries(
						(tables as IDataObject[]).map(({ table, columns }) => [table, columns ?? ['*']]),
					),
				),
		},
	),
};

/** The same values once more change nothing, so an update may be sent again after a failure. */
export const sameAgain = { repeatable: true } as const;

export const notices = {
	/** For documented calls whose line of request the vendor's reference has lost. */
	path: {
		notice:
			'The path of this call is missing from the vendor’s reference and is inferred. If it is answered with status 404, give the right one under Other Paths in the credential.',
	},
	/** For calls that the reference names in a list and does not describe. */
	undocumented: {
		notice:
			'The vendor names this call without documenting it, so its path and fields are inferred. If it is answered with status 404, give the right path under Other Paths in the credential.',
	},
} as const;

/** What deleting means nearly everywhere. */
export const becomesInactive = (noun: string): string =>
	`The ${noun} only becomes inactive: it leaves the lists, and Get Many returns it with Show Inactive`;
