import { pick } from 'lodash';

import { before, equals, oneOf, onOrAfter, type Filter } from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';
import { sortedBy, titanList } from './lists';
import { API_USER_ID } from './records';
import { requireReferences } from './references';
import { openAppointment } from './states';

const DISPATCH = '/dispatch/v2/tenant/{tenant}';

/** The dispatch module shows fewer members of an appointment than the job module. */
const DISPATCHED_APPOINTMENT = [
	'id',
	'jobId',
	'appointmentNumber',
	'start',
	'end',
	'arrivalWindowStart',
	'arrivalWindowEnd',
	'status',
	'specialInstructions',
	'createdOn',
	'modifiedOn',
];

/** Those technicians, or a refusal that names the parameter. */
export function activeTechnicians(store: Store, ids: unknown, name = 'technicianIds'): Row[] {
	return ((ids ?? []) as unknown[]).map((id) => {
		const technician = store.collection('technicians').get(id);
		if (!technician || technician.active === false) {
			throw wrongValue(name, `Technician ${String(id)} does not exist or is not active`);
		}
		return technician;
	});
}

/** A technician is on it, by the assignments that still hold. */
export function technicianOn(assignmentMember: 'jobId' | 'appointmentId'): Filter {
	return (technicianId, { store }) => {
		const assignments = store.collection('appointmentAssignments');
		return (row) =>
			assignments
				.where(assignmentMember, row.id)
				.some((one) => one.technicianId === technicianId && one.active === true);
	};
}

export function assign(store: Store, appointment: Row, technicians: readonly Row[]): void {
	const assignments = store.collection('appointmentAssignments');
	for (const technician of technicians) {
		assignments.add({
			technicianId: technician.id,
			technicianName: technician.name,
			assignedById: API_USER_ID,
			status: 'Scheduled',
			isPaused: false,
			jobId: appointment.jobId,
			appointmentId: appointment.id,
			active: true,
		});
	}
}

function assignmentOf(store: Store, appointment: Row, technicianId: unknown): Row | undefined {
	return store
		.collection('appointmentAssignments')
		.where('appointmentId', appointment.id)
		.find((one) => one.technicianId === technicianId && one.active === true);
}

export function unassignAll(store: Store, appointment: Row): void {
	const assignments = store.collection('appointmentAssignments');
	for (const { id } of [...assignments.where('appointmentId', appointment.id)]) {
		assignments.change(id, { active: false });
	}
}

const assignTechnicians: Handler = (request) => {
	const { store, body } = request;
	requireReferences(request, { jobAppointmentId: 'appointments' });
	const technicians = activeTechnicians(store, body.technicianIds);
	const appointment = openAppointment(store, body.jobAppointmentId);
	const twice = technicians.find(({ id }) => assignmentOf(store, appointment, id));
	if (twice) throw conflict(`${String(twice.name)} is assigned already`);
	assign(store, appointment, technicians);
	return pick(appointment, DISPATCHED_APPOINTMENT);
};

const unassignTechnicians: Handler = (request) => {
	const { store, body } = request;
	requireReferences(request, { jobAppointmentId: 'appointments' });
	const appointment = store.collection('appointments').require(body.jobAppointmentId);
	const found = (body.technicianIds as unknown[]).map((technicianId) => {
		const assignment = assignmentOf(store, appointment, technicianId);
		if (!assignment) {
			throw wrongValue('technicianIds', `Technician ${String(technicianId)} is not assigned`);
		}
		return assignment;
	});
	for (const { id } of found) {
		store.collection('appointmentAssignments').change(id, { active: false });
	}
	return pick(appointment, DISPATCHED_APPOINTMENT);
};

export const assignmentRoutes: Readonly<Record<string, Handler>> = {
	[`GET ${DISPATCH}/appointment-assignments`]: titanList('appointmentAssignments', {
		activeOnly: true,
		// The record has no time of creation but that of the assignment.
		ordering: sortedBy({ Id: 'id', CreatedOn: 'assignedOn', ModifiedOn: 'modifiedOn' }),
		filters: {
			createdOnOrAfter: onOrAfter('assignedOn'),
			createdBefore: before('assignedOn'),
			appointmentIds: oneOf('appointmentId', { most: 50 }),
			jobId: equals('jobId'),
		},
	}),
	[`POST ${DISPATCH}/appointment-assignments/assign-technicians`]: assignTechnicians,
	[`POST ${DISPATCH}/appointment-assignments/unassign-technicians`]: unassignTechnicians,
};
