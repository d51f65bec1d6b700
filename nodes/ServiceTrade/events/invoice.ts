import { defineSnapshotEvent } from '../../shared/define/event';
import { choices, pick } from '../../shared/define/fields';
import { limitedPages } from '../paging';
import { customer } from '../pickers';

export const invoiceFilters = {
	customerId: pick(customer),
	type: choices([
		['External', 'external'],
		['Invoice', 'invoice'],
		['Vendor Bill', 'vendorbill'],
	]),
};

/** Days after its date within which an invoice is seen to be paid. */
const PAYABLE = 60;

/**
 * That a payment changes the `updated` of its invoice is said nowhere. So the list of paid invoices
 * is compared with what it was.
 */
export const invoicePaid = defineSnapshotEvent({
	value: 'invoicePaid',
	name: 'Invoice Paid',
	description: `When an invoice is paid in full that is dated within the last ${PAYABLE} days or later. Every poll reads all paid invoices of that time.`,
	request: 'GET /invoice',
	resource: 'invoice',
	always: { paid: 'paid' },
	since: (transactionDateAfter) => ({ transactionDateAfter }),
	finds: 'created',
	id: 'id',
	filters: invoiceFilters,
	overlapSeconds: PAYABLE * 86_400,
	paging: limitedPages,
});
