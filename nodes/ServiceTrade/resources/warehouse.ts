import { choice, select, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { office, warehouse as warehouses } from '../pickers';
import { named, stampFilters } from './fields';

const warehouseId = select(warehouses, { required: true });

const details = { officeId: select(office), status: choice(named(['active', 'inactive'])) };

export const warehouse = defineResource({
	value: 'warehouse',
	name: 'Warehouse',
	description: 'Where parts are kept',
	operations: {
		create: create({
			action: 'Create a warehouse',
			request: 'POST /warehouse',
			body: { name: text({ required: true }), ...details },
		}),
		get: read({
			action: 'Get a warehouse',
			request: 'GET /warehouse/{warehouseId}',
			path: { warehouseId },
		}),
		getAll: listAll({
			action: 'Get many warehouses',
			request: 'GET /warehouse',
			query: {
				officeId: select(office),
				status: choice(named(['active', 'all', 'inactive']), {
					description: 'Active ones where it is left out',
				}),
				...stampFilters,
			},
		}),
		update: update({
			action: 'Update a warehouse',
			request: 'PUT /warehouse/{warehouseId}',
			path: { warehouseId },
			body: { name: text(), ...details },
		}),
	},
});
