import { flag, number, pick } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { invoiceRecurrence, invoiceRecurrenceItem as items } from '../pickers';
import { cost, lineDetails, price, quantity } from './fields';

const invoiceRecurrenceId = pick(invoiceRecurrence, { required: true });
const itemId = pick(items, { required: true });

const details = {
	cost,
	price,
	taxable: flag({ description: 'Whether it is taxed, as a new item is by itself' }),
	...lineDetails,
};

export const invoiceRecurrenceItem = defineResource({
	value: 'invoiceRecurrenceItem',
	name: 'Invoice Recurrence Item',
	description: 'A line of each invoice that a recurrence makes',
	operations: {
		create: create({
			action: 'Create an invoice recurrence item',
			request: 'POST /invoicerecurrence/{invoiceRecurrenceId}/item',
			path: { invoiceRecurrenceId },
			body: { quantity: number({ required: true }), ...details },
		}),
		delete: remove({
			action: 'Delete an invoice recurrence item',
			request: 'DELETE /invoicerecurrence/{invoiceRecurrenceId}/item/{itemId}',
			path: { invoiceRecurrenceId, itemId },
		}),
		get: read({
			action: 'Get an invoice recurrence item',
			request: 'GET /invoicerecurrence/{invoiceRecurrenceId}/item/{itemId}',
			path: { invoiceRecurrenceId, itemId },
		}),
		getAll: listAll({
			action: 'Get many invoice recurrence items',
			request: 'GET /invoicerecurrence/{invoiceRecurrenceId}/item',
			path: { invoiceRecurrenceId },
		}),
		update: update({
			action: 'Update an invoice recurrence item',
			request: 'PUT /invoicerecurrence/{invoiceRecurrenceId}/item/{itemId}',
			path: { invoiceRecurrenceId, itemId },
			body: { quantity, ...details },
		}),
	},
});
