import { number, pick } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { quote, quoteItem as items } from '../pickers';
import { cost, lineDetails, price, quantity, serviceRequestId } from './fields';

const quoteId = pick(quote, { required: true });
const itemId = pick(items, { required: true });

const details = {
	cost,
	serviceRequestId,
	// The reference does not say whether it is a percentage, as it is on invoices.
	taxRate: number(),
	...lineDetails,
};

export const quoteItem = defineResource({
	value: 'quoteItem',
	name: 'Quote Item',
	description: 'A line of a quote',
	operations: {
		create: create({
			action: 'Create a quote item',
			request: 'POST /quote/{quoteId}/item',
			path: { quoteId },
			body: {
				quantity: number({ required: true }),
				price: number({ required: true, description: 'For one of them' }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a quote item',
			request: 'DELETE /quote/{quoteId}/item/{itemId}',
			path: { quoteId, itemId },
		}),
		get: read({
			action: 'Get a quote item',
			request: 'GET /quote/{quoteId}/item/{itemId}',
			path: { quoteId, itemId },
		}),
		getAll: listAll({
			action: 'Get many quote items',
			request: 'GET /quote/{quoteId}/item',
			path: { quoteId },
		}),
		update: update({
			action: 'Update a quote item',
			request: 'PUT /quote/{quoteId}/item/{itemId}',
			path: { quoteId, itemId },
			body: { quantity, price, ...details },
		}),
	},
});
