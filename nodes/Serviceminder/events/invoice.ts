import { defineSnapshotEvent } from '../../shared/define/event';
import { pick } from '../../shared/define/fields';
import { contact, invoice } from '../pickers';
import { pascalCased, takenPages } from '../wire';

const DAY = 86_400;

/** Days before today for which an invoice or a payment may be dated and still be found. */
const BACKDATED = 7;

/** Days after its date within which an invoice is seen to be paid. */
const PAYABLE = 60;

/** Invoices and payments can only be asked for by their own date, not by when they were entered. */
export const invoiceCreated = defineSnapshotEvent({
	value: 'invoiceCreated',
	name: 'Invoice Created',
	description: `When an invoice is made that is dated within the last ${BACKDATED} days or later`,
	request: 'POST /invoice/query',
	resource: 'invoice',
	always: { IncludeContact: true },
	since: (day) => ({ FromDate: day }),
	finds: 'created',
	id: 'Id',
	// inferred: the vendor's downloads go on from the highest ID plus 1, so later records have higher IDs.
	idsGrowOverDays: 30,
	filters: pascalCased({ contactId: pick(contact) }),
	overlapSeconds: BACKDATED * DAY,
	paging: takenPages,
});

export const invoicePaid = defineSnapshotEvent({
	...invoiceCreated,
	value: 'invoicePaid',
	name: 'Invoice Paid',
	description: `When the balance of an invoice falls to 0 that is dated within the last ${PAYABLE} days. Every poll reads all invoices of that time.`,
	finds: 'changed',
	compared: ['BalanceDue'],
	only: ({ BalanceDue: balance }) => balance !== null && Number(balance) <= 0,
	// What was made and paid between two looks counts too.
	idsGrowOverDays: undefined,
	overlapSeconds: PAYABLE * DAY,
});

/** inferred: a payment has an ID like everything else. Its members are not documented. */
export const paymentCreated = defineSnapshotEvent({
	value: 'paymentCreated',
	name: 'Payment Created',
	description: `When a payment is entered that is dated within the last ${BACKDATED} days or later`,
	request: 'POST /payment/query',
	since: (day) => ({ FromDate: day }),
	finds: 'created',
	id: 'Id',
	filters: pascalCased({ contactId: pick(contact), invoiceId: pick(invoice) }),
	overlapSeconds: BACKDATED * DAY,
	paging: takenPages,
});
