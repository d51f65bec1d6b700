import { listAll } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { truck as trucks } from '../../pickers';
import { getThroughIds, usualFilters } from '../backOfficeFields';
import { activeFilter, externalDataSearch } from '../fields';
import { updateExternalData } from './stockFields';

export const truck = defineResource({
	value: 'truck',
	name: 'Truck',
	description: 'A vehicle that carries goods',
	operations: {
		get: getThroughIds('GET /inventory/v2/tenant/{tenant}/trucks', trucks, 'Get a truck', {
			active: 'Any',
		}),
		getAll: listAll({
			action: 'Get many trucks',
			request: 'GET /inventory/v2/tenant/{tenant}/trucks',
			query: { active: activeFilter, ...externalDataSearch, ...usualFilters },
		}),
		update: updateExternalData(
			'PATCH /inventory/v2/tenant/{tenant}/trucks/{id}',
			trucks,
			'Update a truck',
		),
	},
});
