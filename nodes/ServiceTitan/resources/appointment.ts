import { choice, dateTime, flag, pick, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	appointment as appointments,
	customer,
	holdReason,
	job,
	project,
	technician,
} from '../pickers';
import { exportOf } from './export';
import { activeFilter, ids, stampFilters, stampSort } from './fields';

const id = pick(appointments, { required: true });
const assignment = {
	jobAppointmentId: pick(appointments, { required: true }),
	technicianIds: pickMany(technician, { required: true }),
};

export const appointment = defineResource({
	value: 'appointment',
	name: 'Appointment',
	description: 'A visit to a customer as part of a job',
	simple: [
		'id',
		'appointmentNumber',
		'jobId',
		'customerId',
		'status',
		'start',
		'end',
		'arrivalWindowStart',
		'arrivalWindowEnd',
		'modifiedOn',
		// These are what matters of assignments; an appointment has none of them.
		'appointmentId',
		'technicianId',
		'technicianName',
		'assignedOn',
	],
	operations: {
		assignTechnicians: operation({
			action: 'Assign technicians to an appointment',
			description: 'Add technicians to those already assigned',
			request: 'POST /dispatch/v2/tenant/{tenant}/appointment-assignments/assign-technicians',
			body: assignment,
			returns: 'nothing',
		}),
		confirm: operation({
			action: 'Confirm an appointment',
			request: 'PUT /jpm/v2/tenant/{tenant}/appointments/{id}/confirmation',
			path: { id },
			returns: 'nothing',
		}),
		create: create({
			action: 'Create an appointment',
			description: 'Add a further appointment to a job',
			request: 'POST /jpm/v2/tenant/{tenant}/appointments',
			body: {
				jobId: pick(job, { required: true }),
				start: dateTime({ required: true }),
				end: dateTime({ required: true }),
				arrivalWindowStart: dateTime(),
				arrivalWindowEnd: dateTime(),
				specialInstructions: text({ rows: 3 }),
				technicianIds: pickMany(technician),
			},
		}),
		delete: remove({
			action: 'Delete an appointment',
			request: 'DELETE /jpm/v2/tenant/{tenant}/appointments/{id}',
			path: { id },
		}),
		export: exportOf('appointments', 'GET /jpm/v2/tenant/{tenant}/export/appointments'),
		exportAssignments: exportOf(
			'assignments of appointments',
			'GET /dispatch/v2/tenant/{tenant}/export/appointment-assignments',
			{ name: 'Export Assignments', narrowed: true },
		),
		get: read({
			action: 'Get an appointment',
			request: 'GET /jpm/v2/tenant/{tenant}/appointments/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many appointments',
			request: 'GET /jpm/v2/tenant/{tenant}/appointments',
			query: {
				number: text({ label: 'Appointment Number' }),
				status: choice(['Canceled', 'Dispatched', 'Done', 'Hold', 'Scheduled', 'Working']),
				jobId: pick(job),
				customerId: pick(customer),
				projectId: pick(project),
				technicianId: pick(technician),
				startsOnOrAfter: dateTime(),
				startsBefore: dateTime(),
				unused: flag({
					description: 'Whether to return only appointments at which no work was done',
				}),
				...stampFilters,
				ids,
				sort: stampSort,
			},
		}),
		getAssignments: listAll({
			name: 'Get Assignments',
			action: 'Get the assignments of appointments',
			description: 'Who is assigned to which appointment; the appointment itself does not say',
			request: 'GET /dispatch/v2/tenant/{tenant}/appointment-assignments',
			query: {
				active: activeFilter,
				appointmentIds: pickMany(appointments, { label: 'Appointment' }),
				jobId: pick(job),
				...stampFilters,
				ids,
				sort: stampSort,
			},
		}),
		hold: operation({
			name: 'Put on Hold',
			action: 'Put an appointment on hold',
			request: 'PUT /jpm/v2/tenant/{tenant}/appointments/{id}/hold',
			path: { id },
			body: {
				reasonId: select(holdReason, { required: true }),
				memo: text({ required: true, rows: 3, description: 'Why it has to wait' }),
			},
			returns: 'nothing',
		}),
		removeConfirmation: operation({
			name: 'Remove Confirmation',
			action: 'Remove the confirmation of an appointment',
			request: 'DELETE /jpm/v2/tenant/{tenant}/appointments/{id}/confirmation',
			path: { id },
			returns: 'nothing',
		}),
		removeHold: operation({
			name: 'Release From Hold',
			action: 'Release an appointment from hold',
			request: 'DELETE /jpm/v2/tenant/{tenant}/appointments/{id}/hold',
			path: { id },
			returns: 'nothing',
		}),
		reschedule: update({
			action: 'Reschedule an appointment',
			request: 'PATCH /jpm/v2/tenant/{tenant}/appointments/{id}/reschedule',
			path: { id },
			body: {
				start: dateTime(),
				end: dateTime(),
				arrivalWindowStart: dateTime(),
				arrivalWindowEnd: dateTime(),
			},
		}),
		setSpecialInstructions: operation({
			name: 'Set Special Instructions',
			action: 'Set the special instructions of an appointment',
			request: 'PUT /jpm/v2/tenant/{tenant}/appointments/{id}/special-instructions',
			path: { id },
			body: { specialInstructions: text({ required: true, rows: 3 }) },
		}),
		unassignTechnicians: operation({
			action: 'Unassign technicians from an appointment',
			request: 'POST /dispatch/v2/tenant/{tenant}/appointment-assignments/unassign-technicians',
			body: assignment,
			returns: 'nothing',
		}),
	},
});
