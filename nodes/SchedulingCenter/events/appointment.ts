import { defineEvent } from '../../shared/define/event';
import { lagSeconds, longOverlapSeconds, shortOverlapSeconds, untouched } from './clocks';
import { ofFranchise } from './filters';

export const appointmentUpdated = defineEvent({
	value: 'appointmentUpdated',
	name: 'Appointment Updated',
	description:
		'When an appointment is moved, reassigned, canceled or otherwise changed after it was booked. Several changes between two looks come as one. Start and end are on the clock of the franchise.',
	request: 'GET /appointments',
	resource: 'appointment',
	always: { showInactive: true },
	since: (moment) => ({ last_modified_after: moment }),
	changedAt: 'last_modified',
	id: 'id',
	only: (record) => !untouched(record),
	filters: ofFranchise,
	overlapSeconds: shortOverlapSeconds,
	lagSeconds,
});

export const appointmentCreated = defineEvent({
	...appointmentUpdated,
	value: 'appointmentCreated',
	name: 'Appointment Created',
	description: 'When an appointment is booked. Start and end are on the clock of the franchise.',
	// There is no filter for the time of creation. What was booked also counts as modified.
	changedAt: 'date_created',
	only: undefined,
	overlapSeconds: longOverlapSeconds,
});
