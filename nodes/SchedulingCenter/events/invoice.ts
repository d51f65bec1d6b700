import type { IDataObject } from 'n8n-workflow';

import { defineEvent } from '../../shared/define/event';
import { lagSeconds, longOverlapSeconds, shortOverlapSeconds, untouched } from './clocks';
import { invoiceFilters } from './filters';

export const invoiceUpdated = defineEvent({
	value: 'invoiceUpdated',
	name: 'Invoice Updated',
	description:
		'When an invoice or one of its line items changes after it was created, deletion included (active is then false). Several changes between two looks come as one.',
	request: 'GET /invoices',
	resource: 'invoice',
	always: { showInactive: true },
	since: (moment) => ({ last_modified_after: moment }),
	changedAt: 'last_modified',
	id: 'id',
	only: (record) => !untouched(record),
	filters: invoiceFilters,
	overlapSeconds: shortOverlapSeconds,
	lagSeconds,
});

export const invoiceCreated = defineEvent({
	...invoiceUpdated,
	value: 'invoiceCreated',
	name: 'Invoice Created',
	description: 'When a job gets its invoice, at whatever stage: a quote or a work order counts too',
	since: (moment) => ({ date_created_after: moment }),
	changedAt: 'date_created',
	only: undefined,
	// The reference does not say on which clock this filter goes.
	overlapSeconds: longOverlapSeconds,
});

const AGAIN = 'One that had come to that long before, and changes again, may come once more';

/** Invoices have a time of completion, but it is when the work is planned for, so the flag is watched. */
export const invoiceCompleted = defineEvent({
	...invoiceUpdated,
	value: 'invoiceCompleted',
	name: 'Invoice Completed',
	description: `When the work of an invoice is done. ${AGAIN}.`,
	watched: ['is_completed'],
	only: ({ is_completed: completed }: IDataObject) => completed === true,
});

export const invoicePaid = defineEvent({
	...invoiceUpdated,
	value: 'invoicePaid',
	name: 'Invoice Paid',
	description: `When an invoice gets a date of payment. ${AGAIN}.`,
	watched: ['date_paid'],
	only: ({ date_paid: paid }: IDataObject) => typeof paid === 'string' && paid !== '',
});
