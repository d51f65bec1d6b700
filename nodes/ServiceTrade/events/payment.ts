import { pick } from '../../shared/define/fields';
import { limitedPages } from '../paging';
import { customer, invoice } from '../pickers';
import { changesOf } from './changes';

/** Days before the latest change for which a payment may be dated and still be found. */
const BACKDATED = 60;

/** The list goes by the day that a payment is dated, which is often before it was entered. */
export const paymentEvents = changesOf({
	value: 'payment',
	name: 'Payment',
	noun: 'a payment',
	note: `It has to be dated within the last ${BACKDATED} days or later, and every poll reads all payments of that time`,
	request: 'GET /payment',
	since: (moment) => ({ transactionDateAfter: Number(moment) - BACKDATED * 86_400 }),
	// The samples of the list show no ID, so payments are told apart by what cannot be changed either.
	id: 'invoice.id',
	compared: ['id', 'customer.id', 'paymentMethod', 'source', 'creator.id', 'created'],
	// A list that is read by the engine drops what repeats the ID, here all but one payment of an invoice.
	read: async (query, call) => await call.list('GET /payment', { query, paging: limitedPages }),
	filters: { customerId: pick(customer), invoiceId: pick(invoice) },
	resource: 'payment',
});
