import { omit, pick } from 'lodash';

import {
	before,
	equals,
	hasOneOf,
	list,
	oneOf,
	onOrAfter,
	read,
	update,
	type Filter,
} from '../core/pieces';
import { conflict, wrongValue, type Refusal } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { noteRoutes } from './notes';
import { sendsMessage } from './projects';
import { customFieldList, does, feeds, lists, owner, reads, routesOf } from './tables';
import { addAppointment, recount } from './appointments';
import { activeTechnicians, technicianOn } from './assignments';
import { customFields, externalData, patched } from './additions';
import { addInvoice } from './invoices';
import { externalDataFilters, feed, pages, shown, sortedBy, titanList, unshown } from './lists';
import { API_USER_ID } from './records';
import { requireReferences } from './references';
import { checkTimes, CLOSED_APPOINTMENT, CLOSED_JOB } from './states';

const JPM = '/jpm/v2/tenant/{tenant}';

const JOB_REFERENCES = {
	customerId: 'customers',
	locationId: 'locations',
	businessUnitId: 'businessUnits',
	jobTypeId: 'jobTypes',
	campaignId: 'campaigns',
	soldById: 'technicians',
};

/** External data of a job is shown only to those who name the application. */
function shownJob(row: Row, { query }: SandboxRequest): Row {
	const named = query.externalDataApplicationGuid;
	const own = named !== undefined && unshown(row).externalDataGuid === named;
	return { ...shown(row), externalData: own ? row.externalData : [] };
}

/** Some appointment of the job passes. */
function someAppointment(filter: Filter): Filter {
	return (value, request) => {
		const test = filter(value, request);
		const appointments = request.store.collection('appointments');
		return (row) => appointments.where('jobId', row.id).some(test);
	};
}

function firstAppointment(filter: Filter): Filter {
	return (value, request) => {
		const test = filter(value, request);
		return (row) => {
			const first = request.store.collection('appointments').get(row.firstAppointmentId);
			return first !== undefined && test(first);
		};
	};
}

const jobFilters: Readonly<Record<string, Filter>> = {
	number: equals('jobNumber'),
	projectId: equals('projectId'),
	bookingId: equals('bookingId'),
	jobStatus: equals('jobStatus'),
	priority: equals('priority'),
	customerId: equals('customerId'),
	locationId: equals('locationId'),
	soldById: equals('soldById'),
	jobTypeId: equals('jobTypeId'),
	campaignId: equals('campaignId'),
	businessUnitId: equals('businessUnitId'),
	invoiceId: equals('invoiceId'),
	tagTypeIds: hasOneOf('tagTypeIds'),
	completedOnOrAfter: onOrAfter('completedOn'),
	completedBefore: before('completedOn'),
	appointmentStatus: someAppointment(equals('status')),
	appointmentStartsOnOrAfter: someAppointment((from, request) => {
		// Inferred: with both bounds it is one appointment that lies between them.
		const { appointmentStartsBefore: until } = request.query;
		const isAfter = onOrAfter('start')(from, request);
		const isBefore = until === undefined ? () => true : before('start')(until, request);
		return (row) => isAfter(row) && isBefore(row);
	}),
	appointmentStartsBefore: someAppointment(before('start')),
	firstAppointmentStartsOnOrAfter: firstAppointment(onOrAfter('start')),
	firstAppointmentStartsBefore: firstAppointment(before('start')),
	hasUnusedAppointments: (wanted, { store }) => {
		const appointments = store.collection('appointments');
		return (row) =>
			appointments.where('jobId', row.id).some(({ unused }) => unused === true) === wanted;
	},
	technicianId: technicianOn('jobId'),
	...externalDataFilters,
	// Alone it only says whose external data to show.
	externalDataApplicationGuid: (guid, { query }) =>
		query.externalDataKey === undefined
			? () => true
			: (row) => unshown(row).externalDataGuid === guid,
};

const createJob: Handler = (request) => {
	const { body, store } = request;
	requireReferences(request, JOB_REFERENCES);
	const location = store.collection('locations').require(body.locationId);
	// Inferred: the documents ask for both and do not say what happens where they do not fit.
	if (location.customerId !== body.customerId) {
		throw wrongValue('locationId', 'is a location of another customer');
	}
	const appointments = body.appointments as Row[];
	if (appointments.length === 0) throw wrongValue('appointments', 'must have at least one');
	// All is checked before anything is stored, so that a refused job leaves nothing behind.
	appointments.forEach((appointment, index) => {
		checkTimes(appointment, `appointments[${index}].`);
		activeTechnicians(store, appointment.technicianIds, `appointments[${index}].technicianIds`);
	});

	const job = store.collection('jobs').add({
		...pick(body, Object.keys(JOB_REFERENCES)),
		...pick(body, ['priority', 'projectId', 'jobGeneratedLeadSource', 'customerPo', 'tagTypeIds']),
		summary: body.summary ?? null,
		customFields: customFields(body.customFields),
		...externalData(body.externalData, undefined),
	});
	for (const appointment of appointments) addAppointment(store, job, appointment);
	recount(store, job.id);
	addInvoice(store, job);
	record(store, job, 'Job Booked');
	return shownJob(job, request);
};

/** What a job has that nobody gave a value. */
export function usualJob({ id }: Row): Row {
	return {
		id,
		jobNumber: String(id),
		projectId: null,
		jobStatus: 'Scheduled',
		completedOn: null,
		priority: 'Normal',
		summary: null,
		customFields: [],
		appointmentCount: 0,
		firstAppointmentId: null,
		lastAppointmentId: null,
		recallForId: null,
		warrantyId: null,
		jobGeneratedLeadSource: null,
		noCharge: false,
		notificationsEnabled: true,
		createdById: API_USER_ID,
		tagTypeIds: [],
		leadCallId: null,
		bookingId: null,
		soldById: null,
		externalData: [],
		customerPo: '',
		// Every job has an invoice from the start.
		invoiceId: Number(id) + 100_000,
		membershipId: null,
		total: null,
	};
}

/** Writes into the history of the job. The words of events are not documented; these are inferred. */
export function record(store: Store, { id }: Row, eventType: string, memo: unknown = ''): Row {
	return store.collection('jobHistory').add({ jobId: id, eventType, memo });
}

const showHistory = (jobId: unknown, store: Store) =>
	store
		.collection('jobHistory')
		.where('jobId', jobId)
		.map(({ id, employeeId, eventType, createdOn, usedSchedulingTool, memo }) => ({
			id,
			employeeId,
			eventType,
			date: createdOn,
			usedSchedulingTool,
			memo,
		}));

/** The documents give 400 and 404 for these, no 409. */
function wrongState(message: string): Refusal {
	return wrongValue('id', message);
}

/** Sets the status of a job, and that of its appointments which are still to come. */
function setStatus(store: Store, job: Row, status: string, appointmentStatus: string): void {
	store.collection('jobs').change(job.id, { jobStatus: status });
	const appointments = store.collection('appointments');
	// That the appointments follow is inferred from the statuses they share.
	for (const appointment of [...appointments.where('jobId', job.id)]) {
		if (!CLOSED_APPOINTMENT.includes(appointment.status)) {
			appointments.change(appointment.id, { status: appointmentStatus });
		}
	}
}

const cancelJob: Handler = (request) => {
	const { store, body, path } = request;
	const job = store.collection('jobs').require(path.id);
	requireReferences(request, { reasonId: 'jobCancelReasons' });
	if (CLOSED_JOB.includes(job.jobStatus)) {
		throw wrongState(`A job that is ${String(job.jobStatus)} cannot be canceled`);
	}
	setStatus(store, job, 'Canceled', 'Canceled');
	store.collection('jobCancellations').add({
		jobId: job.id,
		reasonId: body.reasonId,
		memo: body.memo,
	});
	record(store, job, 'Job Canceled', body.memo);
};

const restoreJob: Handler = ({ store, path }) => {
	const job = store.collection('jobs').require(path.id);
	if (job.jobStatus !== 'Canceled') throw wrongState('The job is not canceled');
	store.collection('jobs').change(job.id, { jobStatus: 'Scheduled' });
	const cancellations = store.collection('jobCancellations');
	for (const { id } of [...cancellations.where('jobId', job.id)]) {
		cancellations.change(id, { active: false });
	}
	record(store, job, 'Job Cancellation Removed');
	const appointments = store.collection('appointments');
	for (const { id, status } of [...appointments.where('jobId', job.id)]) {
		if (status === 'Canceled') appointments.change(id, { status: 'Scheduled' });
	}
};

const holdJob: Handler = (request) => {
	const { store, path } = request;
	const job = store.collection('jobs').require(path.id);
	requireReferences(request, { reasonId: 'jobHoldReasons' });
	if (CLOSED_JOB.includes(job.jobStatus)) {
		throw wrongState(`A job that is ${String(job.jobStatus)} cannot be put on hold`);
	}
	setStatus(store, job, 'Hold', 'Hold');
	record(store, job, 'Job On Hold', request.body.memo);
};

const completeJob: Handler = ({ store, path, body }) => {
	const job = store.collection('jobs').require(path.id);
	if (CLOSED_JOB.includes(job.jobStatus)) {
		throw conflict(`The job is ${String(job.jobStatus)} already`);
	}
	setStatus(store, job, 'Completed', 'Done');
	store.collection('jobs').change(job.id, { completedOn: body.completedOn });
	record(store, job, 'Job Completed');
};

const updateJob = update(
	'jobs',
	(request, row) => {
		requireReferences(request, JOB_REFERENCES);
		return omit(patched(request, row), 'shouldUpdateInvoiceItems');
	},
	{ show: shownJob },
);

export const jobRoutes: Readonly<Record<string, Handler>> = {
	[`GET ${JPM}/jobs`]: titanList('jobs', {
		filters: jobFilters,
		ordering: sortedBy({
			Id: 'id',
			CreatedOn: 'createdOn',
			ModifiedOn: 'modifiedOn',
			Priority: 'priority',
		}),
		show: shownJob,
	}),
	[`GET ${JPM}/jobs/{id}`]: read('jobs', { show: shownJob }),
	[`POST ${JPM}/jobs`]: createJob,
	[`PATCH ${JPM}/jobs/{id}`]: updateJob,
	[`PUT ${JPM}/jobs/{id}/cancel`]: cancelJob,
	[`PUT ${JPM}/jobs/{id}/remove-cancellation`]: restoreJob,
	[`PUT ${JPM}/jobs/{id}/hold`]: holdJob,
	[`PUT ${JPM}/jobs/{id}/complete`]: completeJob,
	[`GET ${JPM}/jobs/cancel-reasons`]: list({
		from: 'jobCancellations',
		filters: { ids: oneOf('jobId', { most: 50 }) },
		unless: () => (row) => row.active === false,
		// The envelope is the usual one although the request knows no pages.
		paging: pages,
		show: ({ jobId, reasonId, memo }, { store }) => ({
			jobId,
			reasonId,
			name: store.collection('jobCancelReasons').require(reasonId).name,
			text: memo,
		}),
	}),
	...routesOf(JPM, {
		...noteRoutes('jobs', 'jobNotes', 'jobs', 'jobId'),
		'GET jobs/custom-fields': customFieldList('jobs'),
		'GET jobs/{id}/booked-log': reads('jobs', {
			show: (job, { store }) => {
				const { start, arrivalWindowStart, arrivalWindowEnd } = store
					.collection('appointments')
					.require(job.firstAppointmentId);
				return {
					jobId: job.id,
					jobAppointmentId: job.firstAppointmentId,
					start,
					arrivalWindowStart,
					arrivalWindowEnd,
					active: true,
				};
			},
		}),
		'GET jobs/{id}/canceled-log': lists('jobCancellations', { of: owner('jobs', 'jobId') }),
		'GET jobs/{id}/history': does(({ store, path }) => ({
			history: showHistory(store.collection('jobs').require(path.id).id, store),
		})),
		'POST jobs/{id}/messages': sendsMessage('jobs'),
		'GET export/job-canceled-logs': feeds('jobCancellations', { by: 'createdOn' }),
		'GET export/job-notes': feeds('jobNotes'),
		'GET export/job-history': feeds('jobs', {
			where: ({ id }, { store }) => store.collection('jobHistory').where('jobId', id).length > 0,
			show: ({ id }, { store }) => ({
				jobId: id,
				history: showHistory(id, store).map((entry) => omit(entry, 'memo')),
			}),
		}),
	}),
	[`GET ${JPM}/export/jobs`]: feed('jobs'),
};
