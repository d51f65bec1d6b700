import { defineEvent } from '../../shared/define/event';
import { choices, pick, pickMany } from '../../shared/define/fields';
import { limitedPages } from '../paging';
import { customer, location, office, technician, vendor } from '../pickers';
import { named } from '../resources/fields';
import { appointmentStatuses } from '../statuses';

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
		customerId: pick(customer),
		locationId: pick(location),
		officeIds: pickMany(office, {
			label: 'Office',
			description: 'Those that serve the location',
		}),
		status: choices(named(appointmentStatuses)),
		techIds: pickMany(technician, { label: 'Technician' }),
		vendorId: pick(vendor),
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
