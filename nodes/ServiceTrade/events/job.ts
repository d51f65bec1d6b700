import { defineEvent } from '../../shared/define/event';
import { pick, pickMany } from '../../shared/define/fields';
import { limitedPages } from '../paging';
import { customer, jobType, location, office, vendor } from '../pickers';
import { BECOMES } from './changes';

export const jobUpdated = defineEvent({
	value: 'jobUpdated',
	name: 'Job Updated',
	description:
		'When anything on a job changes after it was created, whatever its status. Several changes between two looks come as one.',
	request: 'GET /job',
	// `all` leaves out the canceled jobs.
	rounds: [{ status: 'all' }, { status: 'canceled' }],
	since: (updatedAfter) => ({ updatedAfter }),
	changedAt: 'updated',
	id: 'id',
	// Taken from other vendors: the reference does not say that a new record has the same second in both.
	only: ({ created, updated }) => created !== updated,
	filters: {
		customerId: pick(customer),
		locationId: pick(location),
		officeIds: pickMany(office, {
			label: 'Office',
			description: 'Those that serve the location of the job',
		}),
		type: pickMany(jobType, { label: 'Type' }),
		vendorId: pick(vendor),
	},
	overlapSeconds: 120,
	paging: limitedPages,
});

export const jobCreated = defineEvent({
	...jobUpdated,
	value: 'jobCreated',
	name: 'Job Created',
	description: 'When a job is created, whatever its status',
	since: (createdAfter) => ({ createdAfter }),
	changedAt: 'created',
	only: undefined,
});

export const jobStatusChanged = defineEvent({
	...jobUpdated,
	value: 'jobStatusChanged',
	name: 'Job Status Changed',
	description: `When the status of a job becomes another one. ${BECOMES}.`,
	watched: ['status'],
});
