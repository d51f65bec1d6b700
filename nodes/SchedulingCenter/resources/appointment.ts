import { dateTime, pick } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { appointment as appointments } from '../pickers';
import { snakeCased } from '../wire';
import { listFilters } from './fields';

/** Writing would mean to imitate the form of the vendor's calendar, which the reference advises against. */
export const appointment = defineResource({
	value: 'appointment',
	name: 'Appointment',
	description: 'A visit on the calendar of a franchise',
	simple: [
		'id',
		'franchise_id',
		'type_id',
		'appointments_type.name',
		'contact_id',
		'invoice_id',
		'employee_id',
		'start_datetime',
		'end_datetime',
		'address.full_street',
		'address.city',
		'notes',
		'cancelled',
		'last_modified',
	],
	operations: {
		get: read({
			action: 'Get an appointment',
			description:
				'Start and end are on the clock of the franchise, although they are written with +00:00',
			request: 'GET /appointments/{id}',
			path: { id: pick(appointments, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many appointments',
			description:
				'Start and end are on the clock of the franchise, although they are written with +00:00. The order is not fixed.',
			request: 'GET /appointments',
			query: {
				...snakeCased({ lastModifiedAfter: dateTime({ description: 'Compared in UTC' }) }),
				...listFilters,
			},
		}),
	},
});
