import { defineEvent } from '../../shared/define/event';
import { pick } from '../../shared/define/fields';
import { franchise } from '../pickers';
import { snakeCased } from '../wire';
import { lagSeconds, longOverlapSeconds, shortOverlapSeconds, untouched } from './clocks';

export const invoiceUpdated = defineEvent({
	value: 'invoiceUpdated',
	name: 'Invoice Updated',
	description:
		'When an invoice or one of its line items changes after it was created, deletion included (active is then false). Several changes between two looks come as one.',
	request: 'GET /invoices',
	always: { showInactive: true },
	since: (moment) => ({ last_modified_after: moment }),
	changedAt: 'last_modified',
	id: 'id',
	only: (record) => !untouched(record),
	filters: snakeCased({ franchiseId: pick(franchise) }),
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
