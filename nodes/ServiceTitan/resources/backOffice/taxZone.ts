import { listAll } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { taxZone as zones } from '../../pickers';
import { getThroughIds } from '../backOfficeFields';
import { activeFilter, ids, sortBy, stampFilters } from '../fields';

export const taxZone = defineResource({
	value: 'taxZone',
	name: 'Tax Zone',
	description: 'Where which tax rates hold',
	operations: {
		get: getThroughIds('GET /accounting/v2/tenant/{tenant}/tax-zones', zones, 'Get a tax zone', {
			active: 'Any',
		}),
		getAll: listAll({
			action: 'Get many tax zones',
			request: 'GET /accounting/v2/tenant/{tenant}/tax-zones',
			query: {
				active: activeFilter,
				...stampFilters,
				ids,
				sort: sortBy(['ID', 'Id'], ['Name', 'Name'], ['Created', 'CreatedOn']),
			},
		}),
	},
});
