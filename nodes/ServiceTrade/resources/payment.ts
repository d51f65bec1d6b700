import { choice, dateTime, number, pick, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { limitedPages } from '../paging';
import { customer, invoice, payment as payments } from '../pickers';
import { named } from './fields';

const paymentId = pick(payments, { required: true });

export const payment = defineResource({
	value: 'payment',
	name: 'Payment',
	description: 'Money that was paid for an invoice',
	operations: {
		create: create({
			action: 'Create a payment',
			request: 'POST /payment',
			// All three are called required, though each has a usual value.
			always: { body: { status: 'applied' } },
			body: {
				invoiceId: pick(invoice, { required: true }),
				customerId: pick(customer, { required: true }),
				amount: number({ required: true, description: 'Not below zero' }),
				paymentMethod: choice(named(['ach', 'cash', 'check', 'credit_card']), {
					required: true,
					default: 'check',
				}),
				referenceNumber: text({ required: true, description: 'What the payer calls it' }),
				source: choice(named(['fattmerchant', 'manual']), { required: true, default: 'manual' }),
				transactionDate: dateTime({ description: 'Now where it is left out' }),
			},
		}),
		get: read({
			action: 'Get a payment',
			request: 'GET /payment/{paymentId}',
			path: { paymentId },
		}),
		getAll: listAll({
			action: 'Get many payments',
			request: 'GET /payment',
			paging: limitedPages,
			query: {
				customerId: pick(customer),
				invoiceId: pick(invoice),
				transactionDateAfter: dateTime({ label: 'Transacted On or After' }),
				transactionDateBefore: dateTime({ label: 'Transacted On or Before' }),
			},
		}),
		update: update({
			action: 'Update a payment',
			request: 'PUT /payment/{paymentId}',
			path: { paymentId },
			body: {
				amount: number({ description: 'Not below zero' }),
				referenceNumber: text({ description: 'What the payer calls it' }),
				status: choice(named(['applied', 'void'])),
				transactionDate: dateTime(),
			},
		}),
		void: update({
			action: 'Void a payment',
			description: 'Take back a payment; payments cannot be deleted',
			request: 'PUT /payment/{paymentId}',
			path: { paymentId },
			always: { body: { status: 'void' } },
		}),
	},
});
