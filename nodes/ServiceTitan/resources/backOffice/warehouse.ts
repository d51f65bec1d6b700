import { listAll } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { warehouse as warehouses } from '../../backOfficePickers';
import { getThroughIds, usualFilters } from '../backOfficeFields';
import { activeFilter, externalDataSearch } from '../fields';
import { updateExternalData } from './stockFields';

export const warehouse = defineResource({
	value: 'warehouse',
	name: 'Warehouse',
	description: 'A place where goods are kept',
	operations: {
		get: getThroughIds(
			'GET /inventory/v2/tenant/{tenant}/warehouses',
			warehouses,
			'Get a warehouse',
			{
				active: 'Any',
			},
		),
		getAll: listAll({
			action: 'Get many warehouses',
			request: 'GET /inventory/v2/tenant/{tenant}/warehouses',
			query: { active: activeFilter, ...externalDataSearch, ...usualFilters },
		}),
		update: updateExternalData(
			'PATCH /inventory/v2/tenant/{tenant}/warehouses/{id}',
			warehouses,
			'Update a warehouse',
		),
	},
});
