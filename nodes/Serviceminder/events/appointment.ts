import { defineSnapshotEvent } from '../../shared/define/event';
import { pick, select } from '../../shared/define/fields';
import { contact, serviceAgent } from '../pickers';
import { pascalCased, takenPages } from '../wire';
import { overlapSeconds } from './days';

export const appointmentUpdated = defineSnapshotEvent({
	value: 'appointmentUpdated',
	name: 'Appointment Updated',
	description:
		'When status, time, service, service agent, quantity or amounts of an appointment change, completion and cancellation included. Cannot see notes or deletions. The vendor tells no time of change, so several changes between two looks come as one.',
	request: 'POST /appointments/query',
	resource: 'appointment',
	always: { IncludeCompleted: true, IncludeContact: true },
	since: (day) => ({ UpdatedFrom: day }),
	finds: 'changed',
	id: 'AppointmentId',
	compared: [
		'Status',
		'DateTime',
		'Duration',
		'ContactId',
		'ServiceId',
		'ServiceAgentId',
		'ActualStart',
		'ActualDuration',
		'CancelReasonId',
		'ProposalId',
		'InvoiceId',
		'Total',
		'Quantity',
		'Discount',
		'AddOnParts',
	],
	// inferred: the vendor's downloads go on from the highest ID plus 1, so later records have higher IDs.
	idsGrowOverDays: 30,
	filters: pascalCased({ contactId: pick(contact), serviceAgentId: select(serviceAgent) }),
	overlapSeconds,
	paging: takenPages,
});

export const appointmentCreated = defineSnapshotEvent({
	...appointmentUpdated,
	value: 'appointmentCreated',
	name: 'Appointment Created',
	description:
		'When an appointment is booked, recognised by an ID that is higher than all before, because the vendor tells no time of creation',
	finds: 'created',
	compared: undefined,
});

/**
 * Beside what was just created: an appointment may be done or called off before the next look. So
 * here a record that was never seen counts as well, unlike above.
 */
const reaches = {
	...appointmentUpdated,
	compared: ['Status'],
	idsGrowOverDays: undefined,
};

export const appointmentCompleted = defineSnapshotEvent({
	...reaches,
	value: 'appointmentCompleted',
	name: 'Appointment Completed',
	description:
		'When an appointment reaches status 3. One that was completed days ago comes again, under the same event ID, when it is changed afterwards.',
	only: ({ Status: status }) => Number(status) === 3,
});

export const appointmentCanceled = defineSnapshotEvent({
	...reaches,
	value: 'appointmentCanceled',
	name: 'Appointment Canceled',
	description:
		'When an appointment reaches status 4. One that was canceled days ago comes again, under the same event ID, when it is changed afterwards.',
	only: ({ Status: status }) => Number(status) === 4,
});
