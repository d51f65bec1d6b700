import { pick, select } from '../../shared/define/fields';
import { defineEvent } from '../../shared/define/event';
import { businessUnit, customer, jobType, location } from '../pickers';

export const jobUpdated = defineEvent({
	value: 'jobUpdated',
	name: 'Job Updated',
	description:
		'When anything on a job changes after it was booked. Several changes between two looks come as one.',
	request: 'GET /jpm/v2/tenant/{tenant}/jobs',
	always: { sort: '+ModifiedOn' },
	since: (modifiedOnOrAfter) => ({ modifiedOnOrAfter }),
	changedAt: 'modifiedOn',
	id: 'id',
	sorted: true,
	// A job that was just booked carries the same moment in both.
	only: ({ createdOn, modifiedOn }) => createdOn !== modifiedOn,
	filters: {
		businessUnitId: select(businessUnit),
		customerId: pick(customer),
		jobTypeId: select(jobType),
		locationId: pick(location),
	},
	overlapSeconds: 120,
});

export const jobCreated = defineEvent({
	...jobUpdated,
	value: 'jobCreated',
	name: 'Job Created',
	description: 'When a job is booked',
	always: { sort: '+CreatedOn' },
	since: (createdOnOrAfter) => ({ createdOnOrAfter }),
	changedAt: 'createdOn',
	only: undefined,
});
