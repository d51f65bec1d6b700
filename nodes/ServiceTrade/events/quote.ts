import { defineEvent } from '../../shared/define/event';
import { pick } from '../../shared/define/fields';
import { customer, location, vendor } from '../pickers';
import { BECOMES } from './changes';

export const quoteFilters = {
	customerId: pick(customer),
	locationId: pick(location),
	vendorId: pick(vendor),
};

/** The reference never lists the statuses; that an approved quote is `accepted` shows where it speaks of making a job of it. */
export const quoteApproved = defineEvent({
	value: 'quoteApproved',
	name: 'Quote Approved',
	description: `When a quote is accepted, by the customer or on their behalf. ${BECOMES}.`,
	request: 'GET /quote',
	resource: 'quote',
	always: { sort: 'updated', sortOrder: 'ASC' },
	sorted: true,
	since: (updatedAfter) => ({ updatedAfter }),
	changedAt: 'updated',
	id: 'id',
	watched: ['status'],
	only: ({ status }) => status === 'accepted',
	filters: quoteFilters,
	overlapSeconds: 120,
});
