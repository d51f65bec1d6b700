import { omit, orderBy } from 'lodash';

import {
	anything,
	contains,
	equals,
	hasOneOf,
	oneOf,
	onOrAfter,
	onOrBefore,
	read,
	type Filter,
} from '../core/pieces';
import { notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { checkPoint, distanceOf, inRegions, within } from './geography';
import { laidOut } from './layout';
import { allTags, atLeast, atMost, through, tradeList } from './lists';
import {
	appointment,
	appointmentDueBy,
	attendances,
	attendedService,
	type Attendance,
} from './records';
import { namedServices, requireReferences, withoutNullLists } from './references';

/** The appointment's job passes. */
const ofJob = (filter: Filter): Filter => through('jobId', 'jobs', filter);
/** The place of the appointment's job passes. */
const ofLocation = (filter: Filter): Filter => ofJob(through('locationId', 'locations', filter));

const due =
	(fits: (dueBy: number, bound: number) => boolean): Filter =>
	(value, request) =>
	(row) => {
		const dueBy = appointmentDueBy(row, request);
		return dueBy !== null && fits(dueBy, Number(value));
	};

const serviceLines: Filter = (value, request) => {
	const test = oneOf('serviceLineId')(value, request);
	const services = request.store.collection('serviceRequests');
	return (row) =>
		attendances(row).some(({ serviceRequestId }) => {
			const service = services.get(serviceRequestId);
			return service !== undefined && test(service);
		});
};

// Locations have no place of their own in an appointment: they come with its job.
const near: Filter = (value, request) => {
	const test = within(value, request);
	const jobs = request.store.collection('jobs');
	return (row) => test(jobs.get(row.jobId) ?? {});
};

const filters: Readonly<Record<string, Filter>> = {
	jobNumber: ofJob(equals('number')),
	jobType: ofJob(oneOf('type')),
	jobId: equals('jobId'),
	locationId: ofJob(oneOf('locationId')),
	locationName: ofLocation(contains('name')),
	// Read by the distance and the radius.
	lat: anything,
	lon: anything,
	radius: near,
	released: (value) => (row) => row.released === value,
	status: oneOf('status'),
	serviceLineIds: serviceLines,
	techIds: hasOneOf('techIds'),
	officeIds: ofLocation(hasOneOf('officeIds')),
	assignedOfficeIds: ofJob(oneOf('assignedOfficeId')),
	regionIds: ofLocation(inRegions),
	vendorId: ofJob(equals('vendorId')),
	customerId: ofJob(oneOf('customerId')),
	customerName: ofJob(through('customerId', 'companies', contains('name'))),
	// No job here has another prime contractor than its vendor.
	primeContractorId: ofJob(equals('vendorId')),
	subcontracted: (value) => () => value === false,
	jobOwnerIds: ofJob(oneOf('ownerId')),
	jobSalesIds: ofJob(oneOf('salesId')),
	assigned: (value) => (row) => (row.techIds as unknown[]).length > 0 === value,
	windowBeginsBefore: onOrBefore('windowStart'),
	windowBeginsAfter: onOrAfter('windowStart'),
	windowEndsBefore: onOrBefore('windowEnd'),
	windowEndsAfter: onOrAfter('windowEnd'),
	dueByBefore: due((dueBy, bound) => dueBy <= bound),
	dueByAfter: due((dueBy, bound) => dueBy >= bound),
	jobEstimatedPriceFrom: ofJob(atLeast('estimatedPrice')),
	jobEstimatedPriceTo: ofJob(atMost('estimatedPrice')),
	jobDueByBefore: ofJob(onOrBefore('dueBy')),
	jobDueByAfter: ofJob(onOrAfter('dueBy')),
	jobTags: ofJob(allTags),
	// Say in which order.
	sort: anything,
	sortOrder: anything,
};

function ordered(request: SandboxRequest): readonly Row[] {
	checkPoint(request);
	const { store, query } = request;
	const appointments = store.collection('appointments');
	const descending = query.sortOrder === 'DESC';
	if (query.sort === undefined) return appointments.all();
	if (query.sort === 'windowStart') return appointments.sorted('windowStart', descending);
	const jobs = store.collection('jobs');
	const jobOf = (row: Row) => jobs.get(row.jobId) ?? {};
	const locations = store.collection('locations');
	const keys: Readonly<Record<string, (row: Row) => unknown>> = {
		jobDueBy: (row) => jobOf(row).dueBy,
		// The weights of the types are not documented, so emergencies alone stand out.
		jobTypeWeight: (row) => (jobOf(row).type === 'emergency_service_call' ? 1 : 0),
		distance: (row) => distanceOf(locations.get(jobOf(row).locationId), request),
	};
	return orderBy(appointments.all(), keys[String(query.sort)], descending ? 'desc' : 'asc');
}

/** What an appointment has that nobody gave a value; this account releases at once. */
export function usualAppointment(): Row {
	return { status: 'scheduled', techIds: [], services: [], released: true };
}

const pending = ({ id }: Row): Attendance => ({ serviceRequestId: id, completion: 'pending' });

function servicesFor(request: SandboxRequest, jobId: unknown): Row[] | undefined {
	return namedServices(
		request,
		(service) => service.jobId === jobId,
		'is not a service of the job of this appointment',
	);
}

function checkTechnicians(request: SandboxRequest): void {
	requireReferences(request, { techIds: 'users' });
	for (const id of (request.body.techIds ?? []) as unknown[]) {
		if (request.store.collection('users').require(id).isTech !== true) {
			throw wrongValue('techIds', `${String(id)} is not a technician`);
		}
	}
}

const createAppointment: Handler = (request) => {
	const { body, store, clock } = request;
	requireReferences(request, { jobId: 'jobs' });
	checkTechnicians(request);
	const services = servicesFor(request, body.jobId) ?? [];
	const now = body.status === 'unscheduled' ? null : Math.floor(clock.now() / 1000);
	const { windowStart = now, windowEnd = now } = body;
	checkWindow(windowStart, windowEnd);
	return appointment(
		store.collection('appointments').add({
			...withoutNullLists(omit(body, 'serviceRequestIds'), ['techIds']),
			windowStart,
			windowEnd,
			services: services.map(pending),
		}),
		request,
	);
};

/** Inferred: no document says what becomes of a window that ends before it starts. */
function checkWindow(start: unknown, end: unknown): void {
	if (typeof start === 'number' && typeof end === 'number' && end < start) {
		throw wrongValue('windowEnd', 'must not be before windowStart');
	}
}

const updateAppointment: Handler = (request) => {
	const { body, path, store } = request;
	const appointments = store.collection('appointments');
	const row = appointments.require(path.appointmentId);
	checkTechnicians(request);
	const { windowStart = row.windowStart, windowEnd = row.windowEnd } = body;
	checkWindow(windowStart, windowEnd);
	const services = servicesFor(request, row.jobId);
	const kept = new Map(attendances(row).map((one) => [one.serviceRequestId, one]));
	appointments.change(row.id, {
		...withoutNullLists(omit(body, 'serviceRequestIds'), ['techIds']),
		...(services ? { services: services.map((one) => kept.get(one.id) ?? pending(one)) } : {}),
	});
	return appointment(row, request);
};

/** Only an unscheduled one can be deleted; any other is as good as not there. */
const deleteAppointment: Handler = ({ path, store }) => {
	const appointments = store.collection('appointments');
	const row = appointments.require(path.appointmentId);
	if (row.status !== 'unscheduled') throw notFound('Unscheduled appointment', row.id);
	appointments.remove(row.id);
};

function attend(store: Store, row: Row, attendance: Attendance): void {
	const { serviceRequestId } = attendance;
	const others = attendances(row).filter((one) => one.serviceRequestId !== serviceRequestId);
	store.collection('appointments').change(row.id, { services: [...others, attendance] });
}

const addService: Handler = (request) => {
	const { body, path, store } = request;
	const row = store.collection('appointments').require(path.appointmentId);
	const service = store.collection('serviceRequests').require(body.serviceRequestId);
	if (service.jobId !== row.jobId) {
		throw wrongValue('serviceRequestId', 'is not a service of the job of this appointment');
	}
	const attendance = { serviceRequestId: service.id, completion: body.completion ?? 'pending' };
	attend(store, row, attendance);
	return attendedService(attendance, request);
};

const changeService: Handler = (request) => {
	const { body, path, store } = request;
	const row = store.collection('appointments').require(path.appointmentId);
	const { id } = store.collection('serviceRequests').require(path.serviceRequestId);
	const current = attendances(row).find(({ serviceRequestId }) => serviceRequestId === id);
	if (!current) throw notFound('Service on this appointment', id);
	const attendance = { ...current, completion: body.completion ?? current.completion };
	attend(store, row, attendance);
	return attendedService(attendance, request);
};

const listAppointments = tradeList('appointments', {
	key: 'appointments',
	size: { usual: 2000, largest: 2000 },
	filters,
	rows: ordered,
	unless: ({ query }) =>
		query.status === undefined ? ({ status }) => status === 'unscheduled' : undefined,
	show: appointment,
});

export const appointmentRoutes: Readonly<Record<string, Handler>> = {
	'GET /appointment': (request) =>
		laidOut(request, listAppointments(request) as Row, 'appointments'),
	'GET /appointment/{appointmentId}': read('appointments', { show: appointment }),
	'POST /appointment': createAppointment,
	'PUT /appointment/{appointmentId}': updateAppointment,
	'DELETE /appointment/{appointmentId}': deleteAppointment,
	'POST /appointment/{appointmentId}/servicerequest': addService,
	'PUT /appointment/{appointmentId}/servicerequest/{serviceRequestId}': changeService,
};
