import { choice, select } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { entityFilter as filters } from '../pickers';
import { named, nameFilter } from './fields';

export const entityFilter = defineResource({
	value: 'entityFilter',
	name: 'Entity Filter',
	description: 'A named set of locations',
	operations: {
		get: read({
			action: 'Get an entity filter',
			request: 'GET /entityfilter/{entityFilterId}',
			path: { entityFilterId: select(filters, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many entity filters',
			request: 'GET /entityfilter',
			query: { name: nameFilter, type: choice(named(['location'])) },
		}),
	},
});
