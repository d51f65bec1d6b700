import { choice, dateTime, pick } from '../../shared/define/fields';
import { listAll, operation } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { recurringServiceEvent as events } from '../backOfficePickers';
import { job, location } from '../pickers';
import { getThroughIds } from './backOfficeFields';
import { exportOf } from './export';
import { ids } from './fields';

const id = pick(events, { required: true });
const jobId = pick(job, { required: true });

export const recurringServiceEvent = defineResource({
	value: 'recurringServiceEvent',
	name: 'Recurring Service Event',
	description: 'One due visit of a recurring service',
	operations: {
		export: exportOf(
			'recurring service events',
			'GET /memberships/v2/tenant/{tenant}/export/recurring-service-events',
		),
		get: getThroughIds(
			'GET /memberships/v2/tenant/{tenant}/recurring-service-events',
			events,
			'Get a recurring service event',
		),
		getAll: listAll({
			action: 'Get many recurring service events',
			request: 'GET /memberships/v2/tenant/{tenant}/recurring-service-events',
			query: {
				locationId: pick(location),
				jobId: pick(job),
				status: choice(
					[
						['Contacted', 'Contacted'],
						['Dismissed', 'Dismissed'],
						['Not Attempted', 'NotAttempted'],
						['Unreachable', 'Unreachable'],
						['Won', 'Won'],
					],
					{ label: 'Follow-Up Status' },
				),
				createdOnOrAfter: dateTime(),
				createdBefore: dateTime(),
				ids,
			},
		}),
		markComplete: operation({
			action: 'Mark a recurring service event as complete',
			description:
				'Tie the event to the job on which it was done; its invoice items are copied there',
			request: 'POST /memberships/v2/tenant/{tenant}/recurring-service-events/{id}/mark-complete',
			path: { id },
			body: { jobId },
		}),
		markIncomplete: operation({
			action: 'Mark a recurring service event as incomplete',
			notice: 'Unties the event from the job and deletes the invoice items that came with it',
			request: 'POST /memberships/v2/tenant/{tenant}/recurring-service-events/{id}/mark-incomplete',
			path: { id },
			body: { jobId },
		}),
	},
});
