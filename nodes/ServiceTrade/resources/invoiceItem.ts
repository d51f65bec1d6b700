import { number, pick, select } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { invoice, invoiceItem as items, jobItem, taxGroup } from '../pickers';
import { lineDetails, partHint, price, quantity, serviceRequestId } from './fields';

const invoiceId = pick(invoice, { required: true });
const itemId = pick(items, { required: true });

const details = {
	jobItemId: pick(jobItem, { description: partHint('job') }),
	serviceRequestId,
	taxGroupId: select(taxGroup),
	taxRate: number({ description: 'Percent; on a new item it has to agree with the tax group' }),
	...lineDetails,
};

export const invoiceItem = defineResource({
	value: 'invoiceItem',
	name: 'Invoice Item',
	description: 'A line of an invoice',
	operations: {
		create: create({
			action: 'Create an invoice item',
			request: 'POST /invoice/{invoiceId}/item',
			path: { invoiceId },
			body: {
				quantity: number({ required: true }),
				price: number({ required: true, description: 'For one of them' }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete an invoice item',
			request: 'DELETE /invoice/{invoiceId}/item/{itemId}',
			path: { invoiceId, itemId },
		}),
		get: read({
			action: 'Get an invoice item',
			request: 'GET /invoice/{invoiceId}/item/{itemId}',
			path: { invoiceId, itemId },
		}),
		getAll: listAll({
			action: 'Get many invoice items',
			request: 'GET /invoice/{invoiceId}/item',
			path: { invoiceId },
		}),
		update: update({
			action: 'Update an invoice item',
			request: 'PUT /invoice/{invoiceId}/item/{itemId}',
			path: { invoiceId, itemId },
			body: { quantity, price, ...details },
		}),
	},
});
