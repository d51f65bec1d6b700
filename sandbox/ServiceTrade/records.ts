import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { baseUrlOf, brief, many, one, shape, those, uriOf, type Show } from './briefs';
import { entity } from './entities';
import { distanceOf } from './geography';
import { PURPOSES } from './parameters';

export const tag = shape('tag', 'name');

export const company: Show = (row, request) => ({
	uri: uriOf(request, 'company', row.id),
	id: row.id,
	refNumber: row.refNumber,
	name: row.name,
	status: row.status,
	customer: row.customer,
	vendor: row.vendor,
	partsVendor: row.partsVendor,
	primeContractor: row.primeContractor,
	managingAccount: null,
	shareId: null,
	address: row.address,
	phoneNumber: row.phoneNumber,
	serviceLinesProvided: many('serviceLines', row.serviceLineIds, request),
	defaultBrand: those('brands', 'companyId', row.id, request)[0] ?? null,
	logo: null,
	tags: many('tags', row.tagIds, request),
	created: row.created,
	updated: row.updated,
});

export const location: Show = (row, request) => ({
	...brief('locations', row, request),
	refNumber: row.refNumber,
	storeNumber: row.refNumber,
	company: one('companies', row.companyId, request),
	brand: one('brands', row.brandId, request),
	offices: many('locations', row.officeIds, request),
	geocodeQuality: 200,
	generalManager: row.generalManager ?? '',
	remitToSource: null,
	remitToAddress: null,
	tags: many('tags', row.tagIds, request),
	created: row.created,
	updated: row.updated,
});

export const contact: Show = (row, request) => {
	const companies = many('companies', row.companyIds, request);
	const locations = many('locations', row.locationIds, request);
	return {
		...brief('contacts', row, request),
		status: row.status,
		companies,
		locations,
		// Deprecated beside the lists above.
		company: companies[0] ?? null,
		location: locations[0] ?? null,
		created: row.created,
		updated: row.updated,
	};
};

export const user: Show = (row, request) => ({
	...brief('users', row, request),
	firstName: row.firstName,
	lastName: row.lastName,
	username: row.username,
	phone: row.phone,
	timezone: row.timezone,
	isSales: row.isSales,
	company: one('companies', row.companyId, request),
	location: one('locations', row.locationId, request),
	account: ACCOUNT,
	details: row.details,
	activities: [],
	serviceLines: many('serviceLines', row.serviceLineIds, request),
	roles: many('roles', row.roleIds, request),
	created: row.created,
	updated: row.updated,
});

const ACCOUNT = { id: 567, name: 'Lanternfish Fire & Safety' };

/** Who signed in, as the authentication resource shows it. */
export const signedInUser: Show = (row, request) => ({
	...brief('users', row, request),
	firstName: row.firstName,
	lastName: row.lastName,
	username: row.username,
	phone: row.phone,
	company: one('companies', row.companyId, request),
	account: ACCOUNT,
	serviceLines: many('serviceLines', row.serviceLineIds, request),
});

export const serviceRequest: Show = (row, request) => ({
	uri: uriOf(request, 'servicerequest', row.id),
	id: row.id,
	status: row.status,
	description: row.description,
	serviceLine: one('serviceLines', row.serviceLineId, request),
	asset: one('assets', row.assetId, request),
	location: one('locations', row.locationId, request),
	job: one('jobs', row.jobId, request),
	deficiency: one('deficiencies', row.deficiencyId, request),
	changeOrder: one('changeOrders', row.changeOrderId, request),
	budget: one('budgets', row.budgetId, request),
	contract: one('contracts', row.contractId, request),
	windowStart: row.windowStart,
	windowEnd: row.windowEnd,
	closedOn: row.closedOn,
	created: row.created,
	updated: row.updated,
	serviceRecurrence: one('serviceRecurrences', row.serviceRecurrenceId, request),
	preferredTechs: many('users', row.preferredTechIds, request),
	preferredVendor: one('companies', row.preferredVendorId, request),
	preferredStartTime: row.preferredStartTime,
	estimatedPrice: row.estimatedPrice,
	duration: row.duration,
	visibility: row.visibility,
	items: those('serviceItems', 'serviceRequestId', row.id, request),
	quoteRequests: request.store
		.collection('quoteRequests')
		.all()
		.filter(({ serviceRequestIds }) => ((serviceRequestIds ?? []) as unknown[]).includes(row.id))
		.map((each) => brief('quoteRequests', each, request)),
	originalWindowStart: null,
	originalWindowEnd: null,
});

/** What is to be done on one appointment, and how far it is. */
export interface Attendance {
	readonly serviceRequestId: unknown;
	readonly completion: unknown;
}

export function attendances(appointment: Row): readonly Attendance[] {
	return (appointment.services ?? []) as readonly Attendance[];
}

export function attendedService(attendance: Attendance, request: SandboxRequest): Row {
	const { serviceRequestId: id, completion } = attendance;
	return { id, uri: uriOf(request, 'servicerequest', id), name: '', completion };
}

function scheduledService(attendance: Attendance, request: SandboxRequest): Row {
	const row = request.store.collection('serviceRequests').get(attendance.serviceRequestId) ?? {};
	return {
		...attendedService(attendance, request),
		description: row.description,
		serviceLine: one('serviceLines', row.serviceLineId, request),
		asset: one('assets', row.assetId, request),
		status: row.status,
		windowStart: row.windowStart,
		windowEnd: row.windowEnd,
		duration: row.duration,
		estimatedPrice: row.estimatedPrice,
	};
}

/** Inferred from the samples: an appointment is due when the first of its services is; else null. */
export function appointmentDueBy(
	row: Row,
	{ store }: Pick<SandboxRequest, 'store'>,
): number | null {
	const ends = attendances(row)
		.map(({ serviceRequestId }) => store.collection('serviceRequests').get(serviceRequestId))
		.flatMap((service) => (typeof service?.windowEnd === 'number' ? [service.windowEnd] : []));
	return ends.length === 0 ? null : Math.min(...ends);
}

export const appointment: Show = (row, request) => {
	const job = request.store.collection('jobs').get(row.jobId) ?? {};
	const place = request.store.collection('locations').get(job.locationId);
	return {
		id: row.id,
		uri: uriOf(request, 'appointment', row.id),
		name: `Appointment #${String(row.id)}`,
		status: row.status,
		windowStart: row.windowStart,
		windowEnd: row.windowEnd,
		location: place && {
			...brief('locations', place, request),
			distance: distanceOf(place, request),
		},
		vendor: one('companies', job.vendorId, request),
		dueBy: appointmentDueBy(row, request),
		serviceRequests: attendances(row).map((service) => scheduledService(service, request)),
		job: {
			...brief('jobs', job, request),
			description: job.description,
			tags: many('tags', job.tagIds, request),
			dueBy: job.dueBy,
			estimatedPrice: job.estimatedPrice,
		},
		techs: many('users', row.techIds, request),
		offices: many('locations', place?.officeIds, request),
		released: row.released,
		created: row.created,
		updated: row.updated,
	};
};

/** The scheduled appointment that begins first. */
export function currentAppointmentOf(
	job: Row,
	{ store }: Pick<SandboxRequest, 'store'>,
): Row | null {
	return store
		.collection('appointments')
		.where('jobId', job.id)
		.filter(({ status }) => status === 'scheduled')
		.reduce<Row | null>(
			(first, next) =>
				first === null || Number(next.windowStart) < Number(first.windowStart) ? next : first,
			null,
		);
}

function currentAppointment(job: Row, request: SandboxRequest): Row | null {
	const row = currentAppointmentOf(job, request);
	return (
		row && {
			id: row.id,
			uri: uriOf(request, 'appointment', row.id),
			name: `Appointment #${String(row.id)}`,
			status: row.status,
			windowStart: row.windowStart,
			windowEnd: row.windowEnd,
			released: row.released,
			techs: many('users', row.techIds, request),
		}
	);
}

function serviceOfJob(row: Row, request: SandboxRequest): Row {
	const line = request.store.collection('serviceLines').get(row.serviceLineId) ?? {};
	return {
		uri: uriOf(request, 'servicerequest', row.id),
		id: row.id,
		description: row.description,
		status: row.status,
		serviceLine: line.name,
		serviceLineId: row.serviceLineId,
		serviceLineIcon: line.icon,
		windowStart: row.windowStart,
		windowEnd: row.windowEnd,
		estimatedPrice: row.estimatedPrice,
		duration: row.duration,
		preferredTechs: many('users', row.preferredTechIds, request),
	};
}

/** A job as a list has it. */
export const job: Show = (row, request) => {
	const place = request.store.collection('locations').get(row.locationId);
	const services = request.store.collection('serviceRequests').where('jobId', row.id);
	const line = request.store.collection('serviceLines').get(services[0]?.serviceLineId);
	const current = currentAppointment(row, request);
	return {
		uri: uriOf(request, 'job', row.id),
		id: row.id,
		type: row.type,
		status: row.status,
		number: row.number,
		refNumber: row.refNumber,
		customerPo: row.customerPo,
		visibility: row.visibility,
		description: row.description,
		scheduledDate: current?.windowStart ?? null,
		estimatedPrice: row.estimatedPrice,
		latestClockIn: row.latestClockIn,
		ivrOpen: row.ivrOpen,
		ivrActivity: row.ivrOpen === true ? 'onsite' : null,
		serviceLine: line?.abbr ?? null,
		dueBy: row.dueBy,
		completedOn: row.completedOn,
		vendor: one('companies', row.vendorId, request),
		customer: one('companies', row.customerId, request),
		location: place && {
			...brief('locations', place, request),
			distance: distanceOf(place, request),
		},
		owner: one('users', row.ownerId, request),
		sales: one('users', row.salesId, request),
		primaryContact: one('contacts', row.primaryContactId, request),
		currentAppointment: current,
		assignedOffice: one('locations', row.assignedOfficeId, request),
		offices: many('locations', place?.officeIds, request),
		tags: many('tags', row.tagIds, request),
		terms: one('terms', row.termsId, request),
		contract: one('contracts', row.contractId, request),
		budgeted: row.budgeted,
		created: row.created,
		updated: row.updated,
	};
};

/** A job as it is read alone, or in a list that asks for the long form. */
export const jobInFull: Show = (row, request) => ({
	...job(row, request),
	deficienciesFound: request.store.collection('deficiencies').where('jobId', row.id).length > 0,
	otherTradeDeficienciesFound: false,
	redTagsFound: false,
	notes: [],
	serviceRequests: request.store
		.collection('serviceRequests')
		.where('jobId', row.id)
		.map((service) => serviceOfJob(service, request)),
	schedulingComments: [],
});

export const attachment: Show = (row, request) => {
	return {
		uri: uriOf(request, 'attachment', row.id),
		id: row.id,
		contentUrl: contentUrl(row, request),
		checksum: row.checksum,
		// An empty map goes out as an empty list, as PHP writes it.
		meta: Object.keys(row.meta as Row).length === 0 ? [] : row.meta,
		fileName: row.fileName,
		fileType: row.fileType,
		description: row.description,
		purposeId: row.purposeId,
		purpose: PURPOSES[Number(row.purposeId)],
		visibility: row.visibility,
		created: row.created,
		updated: row.updated,
		entity: entity(row, request),
		creator: one('users', row.creatorId, request),
	};
};

export const STORAGE_PATH = '/storage/';

/** Where the file itself lies: beside the API, never below its base path. */
export function contentUrl(row: Row, request: SandboxRequest): string {
	return new URL(STORAGE_PATH + String(row.storedAs), baseUrlOf(request)).href;
}
