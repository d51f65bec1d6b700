import { choice, dateTime, flag, pick, pickMany, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { appointment as appointments, customer, job, project, technician } from '../pickers';
import { ids, stampFilters, stampSort } from './fields';

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
	],
	operations: {
		assignTechnicians: operation({
			action: 'Assign technicians to an appointment',
			description: 'Add technicians to those already assigned',
			request: 'POST /dispatch/v2/tenant/{tenant}/appointment-assignments/assign-technicians',
			body: assignment,
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
				appointmentIds: pickMany(appointments, { label: 'Appointment' }),
				jobId: pick(job),
				...stampFilters,
				ids,
				sort: stampSort,
			},
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
		unassignTechnicians: operation({
			action: 'Unassign technicians from an appointment',
			request: 'POST /dispatch/v2/tenant/{tenant}/appointment-assignments/unassign-technicians',
			body: assignment,
			returns: 'nothing',
		}),
	},
});
