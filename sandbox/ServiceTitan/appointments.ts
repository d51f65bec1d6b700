import { omit } from 'lodash';

import { before, equals, onOrAfter, read } from '../core/pieces';
import { conflict } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { activeTechnicians, assign, technicianOn, unassignAll } from './assignments';
import { bury, feed, shown, sortedBy, titanList } from './lists';
import { API_USER_ID } from './records';
import { requireReferences } from './references';
import { checkTimes, CLOSED_JOB, openAppointment } from './states';

const JPM = '/jpm/v2/tenant/{tenant}';

/** What an appointment has that nobody gave a value. */
export function usualAppointment({ id }: Row): Row {
	return {
		id,
		arrivalWindowStart: null,
		arrivalWindowEnd: null,
		status: 'Scheduled',
		specialInstructions: null,
		unused: false,
		createdById: API_USER_ID,
		isConfirmed: false,
	};
}

/** The counts that a job carries about its appointments. */
export function recount(store: Store, jobId: unknown): void {
	const rows = store.collection('appointments').where('jobId', jobId);
	store.collection('jobs').change(jobId, {
		appointmentCount: rows.length,
		firstAppointmentId: rows[0]?.id,
		lastAppointmentId: rows.at(-1)?.id,
	});
}

export function addAppointment(store: Store, job: Row, sent: Row): Row {
	const last = store.collection('appointments').where('jobId', job.id).at(-1);
	const number =
		Number(
			String(last?.appointmentNumber ?? '-0')
				.split('-')
				.at(-1),
		) + 1;
	const appointment = store.collection('appointments').add({
		jobId: job.id,
		appointmentNumber: `${String(job.jobNumber)}-${number}`,
		customerId: job.customerId,
		...omit(sent, 'technicianIds'),
	});
	assign(store, appointment, activeTechnicians(store, sent.technicianIds));
	return appointment;
}

const createAppointment: Handler = (request) => {
	const { store, body } = request;
	requireReferences(request, { jobId: 'jobs' });
	const job = store.collection('jobs').require(body.jobId);
	checkTimes(body);
	activeTechnicians(store, body.technicianIds);
	if (CLOSED_JOB.includes(job.jobStatus)) {
		throw conflict(`The job is ${String(job.jobStatus)}`);
	}
	const appointment = addAppointment(store, job, body);
	recount(store, job.id);
	return shown(appointment);
};

const deleteAppointment: Handler = ({ store, path }) => {
	const appointments = store.collection('appointments');
	const appointment = openAppointment(store, path.id);
	if (appointments.where('jobId', appointment.jobId).length === 1) {
		throw conflict('A job must keep at least one appointment');
	}
	bury(store, 'appointments', appointment);
	unassignAll(store, appointment);
	recount(store, appointment.jobId);
};

const rescheduleAppointment: Handler = ({ store, path, body }) => {
	const appointment = openAppointment(store, path.id);
	checkTimes({ ...appointment, ...body });
	return shown(store.collection('appointments').change(appointment.id, body));
};

const setAppointment = (changes: (request: SandboxRequest) => Row, answers = false): Handler => {
	return (request) => {
		const appointment = openAppointment(request.store, request.path.id);
		const changed = request.store
			.collection('appointments')
			.change(appointment.id, changes(request));
		return answers ? shown(changed) : undefined;
	};
};

export const appointmentRoutes: Readonly<Record<string, Handler>> = {
	[`GET ${JPM}/appointments`]: titanList('appointments', {
		ordering: sortedBy(),
		filters: {
			jobId: equals('jobId'),
			customerId: equals('customerId'),
			number: equals('appointmentNumber'),
			status: equals('status'),
			unused: equals('unused'),
			startsOnOrAfter: onOrAfter('start'),
			startsBefore: before('start'),
			technicianId: technicianOn('appointmentId'),
			projectId: (value, { store }) => {
				const jobs = store.collection('jobs');
				return (row) => jobs.get(row.jobId)?.projectId === value;
			},
		},
	}),
	[`GET ${JPM}/appointments/{id}`]: read('appointments', { show: shown }),
	[`POST ${JPM}/appointments`]: createAppointment,
	[`DELETE ${JPM}/appointments/{id}`]: deleteAppointment,
	[`PATCH ${JPM}/appointments/{id}/reschedule`]: rescheduleAppointment,
	[`PUT ${JPM}/appointments/{id}/special-instructions`]: setAppointment(({ body }) => body, true),
	[`PUT ${JPM}/appointments/{id}/confirmation`]: setAppointment(() => ({ isConfirmed: true })),
	[`DELETE ${JPM}/appointments/{id}/confirmation`]: setAppointment(() => ({ isConfirmed: false })),
	[`PUT ${JPM}/appointments/{id}/hold`]: setAppointment((request) => {
		requireReferences(request, { reasonId: 'jobHoldReasons' });
		return { status: 'Hold' };
	}),
	[`DELETE ${JPM}/appointments/{id}/hold`]: setAppointment(() => ({ status: 'Scheduled' })),
	[`GET ${JPM}/export/appointments`]: feed('appointments'),
};
