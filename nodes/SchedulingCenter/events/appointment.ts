import { defineEvent } from '../../shared/define/event';
import { pick } from '../../shared/define/fields';
import { franchise } from '../pickers';
import { snakeCased } from '../wire';
import { lagSeconds, longOverlapSeconds, shortOverlapSeconds, untouched } from './clocks';

export const appointmentUpdated = defineEvent({
	value: 'appointmentUpdated',
	name: 'Appointment Updated',
	description:
		'When an appointment is moved, reassigned, canceled or otherwise changed after it was booked. Several changes between two looks come as one.',
	request: 'GET /appointments',
	always: { showInactive: true },
	since: (moment) => ({ last_modified_after: moment }),
	changedAt: 'last_modified',
	id: 'id',
	only: (record) => !untouched(record),
	filters: snakeCased({ franchiseId: pick(franchise) }),
	overlapSeconds: shortOverlapSeconds,
	lagSeconds,
});

export const appointmentCreated = defineEvent({
	...appointmentUpdated,
	value: 'appointmentCreated',
	name: 'Appointment Created',
	description: 'When an appointment is booked',
	// There is no filter for the time of creation. What was booked also counts as modified.
	changedAt: 'date_created',
	only: undefined,
	overlapSeconds: longOverlapSeconds,
});
