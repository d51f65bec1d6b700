import { flag, select } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { assetDefinition as definitions } from '../pickers';
import { stampFilters } from './fields';

const { updatedAfter, updatedBefore } = stampFilters;

export const assetDefinition = defineResource({
	value: 'assetDefinition',
	name: 'Asset Definition',
	description: 'A type of asset and the properties that such assets have',
	operations: {
		get: read({
			action: 'Get an asset definition',
			request: 'GET /assetdefinition/{idOrType}',
			path: { idOrType: select(definitions, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many asset definitions',
			request: 'GET /assetdefinition',
			query: {
				active: flag({ description: 'Whether to return only those that the account has enabled' }),
				updatedAfter,
				updatedBefore,
			},
		}),
	},
});
