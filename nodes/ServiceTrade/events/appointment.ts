import { defineEvent } from '../../shared/define/event';
import { choices, pick, pickMany } from '../../shared/define/fields';
import { limitedPages } from '../paging';
import { customer, location, office, technician, vendor } from '../pickers';
import { named } from '../resources/fields';
import { appointmentStatuses } from '../statuses';
import { BECOMES } from './changes';

const places = {
	customerId: pick(customer),
	locationId: pick(location),
	officeIds: pickMany(office, {
		label: 'Office',
		description: 'Those that serve the location',
	}),
};

const people = {
	techIds: pickMany(technician, { label: 'Technician' }),
	vendorId: pick(vendor),
};

export const appointmentUpdated = defineEvent({
	value: 'appointmentUpdated',
	name: 'Appointment Updated',
	description:
		'When an appointment changes after it was created, for instance is rescheduled, released or completed. It does not see that one was deleted. Several changes between two looks come as one.',
	request: 'GET /appointment',
	always: { status: appointmentStatuses.join(',') },
	since: (updatedAfter) => ({ updatedAfter }),
	changedAt: 'updated',
	id: 'id',
	// Taken from other vendors: the reference does not say that a new record has the same second in both.
	only: ({ created, updated }) => created !== updated,
	filters: {
		...places,
		status: choices(named(appointmentStatuses)),
		...people,
	},
	overlapSeconds: 120,
	paging: limitedPages,
});

export const appointmentCreated = defineEvent({
	...appointmentUpdated,
	value: 'appointmentCreated',
	name: 'Appointment Created',
	description: 'When an appointment is created, whatever its status',
	since: (createdAfter) => ({ createdAfter }),
	changedAt: 'created',
	only: undefined,
});

/** All statuses have to be seen, or it could not be told which one is new. */
const ofAnyStatus = {
	...appointmentUpdated,
	watched: ['status'],
	filters: { ...places, ...people },
};

export const appointmentCompleted = defineEvent({
	...ofAnyStatus,
	value: 'appointmentCompleted',
	name: 'Appointment Completed',
	description: `When an appointment is completed. ${BECOMES}.`,
	only: ({ status }) => status === 'completed',
});

export const appointmentCanceled = defineEvent({
	...ofAnyStatus,
	value: 'appointmentCanceled',
	name: 'Appointment Canceled',
	description: `When the customer or the vendor cancels an appointment; the status says which of them. ${BECOMES}.`,
	only: ({ status }) => status === 'canceled_by_customer' || status === 'canceled_by_vendor',
});

export const appointmentRescheduled = defineEvent({
	...ofAnyStatus,
	value: 'appointmentRescheduled',
	name: 'Appointment Rescheduled',
	description: `When the start or the end of the time window of a scheduled appointment becomes another one, also when it gets its first window. ${BECOMES}.`,
	watched: ['windowStart', 'windowEnd'],
	only: ({ created, updated, status, windowStart }) =>
		created !== updated && status === 'scheduled' && Boolean(windowStart),
});
