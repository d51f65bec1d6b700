import { pick } from '../../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { purchaseOrderMarkup as markups } from '../../backOfficePickers';
import { ids, sortBy, stampFilters } from '../fields';
import { markupRange } from './materialMarkup';

const id = pick(markups, { required: true });

export const purchaseOrderMarkup = defineResource({
	value: 'purchaseOrderMarkup',
	name: 'Purchase Order Markup',
	description: 'How much is added to the cost of ordered goods',
	operations: {
		create: create({
			action: 'Create a purchase order markup',
			request: 'POST /inventory/v2/tenant/{tenant}/purchase-order-markups',
			body: markupRange,
		}),
		delete: remove({
			action: 'Delete a purchase order markup',
			request: 'DELETE /inventory/v2/tenant/{tenant}/purchase-order-markups/{id}',
			path: { id },
		}),
		get: read({
			action: 'Get a purchase order markup',
			request: 'GET /inventory/v2/tenant/{tenant}/purchase-order-markups/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many purchase order markups',
			request: 'GET /inventory/v2/tenant/{tenant}/purchase-order-markups',
			query: {
				...stampFilters,
				ids,
				sort: sortBy(['ID', 'Id'], ['From', 'From'], ['To', 'To'], ['Percent', 'Percent']),
			},
		}),
		update: update({
			action: 'Update a purchase order markup',
			request: 'PATCH /inventory/v2/tenant/{tenant}/purchase-order-markups/{id}',
			path: { id },
			body: markupRange,
		}),
	},
});
