import { pick, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { changeOrderLineItem as lines } from '../pickers';
import {
	change,
	filters,
	incomplete,
	NOTICE,
	referenceNumber,
	unfiltered,
} from './changeOrderPart';
import { budgetLine, cost, notes, partHint, quantity } from './fields';

const changeOrderLineItemId = pick(lines, {
	required: true,
	description: partHint('change order'),
});

const details = { cost, name: text(), notes, quantity, ...budgetLine };

export const changeOrderLineItem = defineResource({
	value: 'changeOrderLineItem',
	name: 'Change Order Line Item',
	description: 'A change to a line of a budget',
	operations: {
		create: create({
			action: 'Create a change order line item',
			notice: NOTICE,
			request: 'POST /changeorderlineitem',
			body: { ...change, referenceNumber, ...details },
			refuses: incomplete('name', 'quantity', 'cost'),
		}),
		delete: remove({
			action: 'Delete a change order line item',
			request: 'DELETE /changeorderlineitem/{changeOrderLineItemId}',
			path: { changeOrderLineItemId },
		}),
		get: read({
			action: 'Get a change order line item',
			request: 'GET /changeorderlineitem/{changeOrderLineItemId}',
			path: { changeOrderLineItemId },
		}),
		getAll: listAll({
			action: 'Get many change order line items',
			notice: 'Needs at least one filter.',
			request: 'GET /changeorderlineitem',
			query: filters,
			refuses: unfiltered,
		}),
		update: update({
			action: 'Update a change order line item',
			request: 'PUT /changeorderlineitem/{changeOrderLineItemId}',
			path: { changeOrderLineItemId },
			body: details,
		}),
	},
});
