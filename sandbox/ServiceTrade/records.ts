import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { PURPOSES } from './parameters';
import { distanceOf } from './geography';

/*
 * Records are stored flat, with the ids of others under the names that the vendor's bodies give
 * them (`locationId`, `techIds`), and shown as the vendor shows them, with the others inside.
 */

type Show = (row: Row, request: SandboxRequest) => Row;

export function baseUrlOf({ credentials }: Pick<SandboxRequest, 'credentials'>): string {
	return credentials.serviceTradeApi.baseUrl;
}

export function uriOf(request: SandboxRequest, resource: string, id: unknown): string {
	return `${baseUrlOf(request)}/${resource}/${String(id)}`;
}

/** The record that an id names, shown; null where there is none. */
function one(collection: string, show: Show, id: unknown, request: SandboxRequest): Row | null {
	const row = request.store.collection(collection).get(id);
	return row ? show(row, request) : null;
}

function many(collection: string, show: Show, ids: unknown, request: SandboxRequest): Row[] {
	return ((ids ?? []) as unknown[])
		.map((id) => one(collection, show, id, request))
		.filter((row) => row !== null);
}

const AVATAR = {
	small: 'https://app.example.com/avatar-small.png',
	medium: 'https://app.example.com/avatar-medium.png',
	large: 'https://app.example.com/avatar-large.png',
};

const briefCompany: Show = ({ id, name, status }, request) => ({
	id,
	uri: uriOf(request, 'company', id),
	name,
	status,
});

const briefContact: Show = (row, request) => ({
	id: row.id,
	uri: uriOf(request, 'contact', row.id),
	firstName: row.firstName,
	lastName: row.lastName,
	phone: row.phone,
	mobile: row.mobile,
	alternatePhone: row.alternatePhone,
	email: row.email,
	type: row.type,
});

const briefLocation: Show = (row, request) => ({
	id: row.id,
	uri: uriOf(request, 'location', row.id),
	name: row.name,
	legacyId: null,
	lat: row.lat,
	lon: row.lon,
	phoneNumber: row.phoneNumber,
	email: row.email,
	primaryContact: one('contacts', briefContact, row.primaryContactId, request),
	address: row.address,
	taxable: row.taxable,
	status: row.status,
});

const userName = ({ firstName, lastName }: Row) => `${String(firstName)} ${String(lastName)}`;

const briefUser: Show = (row, request) => ({
	id: row.id,
	uri: uriOf(request, 'user', row.id),
	name: userName(row),
	email: row.email,
	status: row.status,
	avatar: AVATAR,
	isTech: row.isTech,
	isHelper: row.isHelper,
});

const briefJob: Show = ({ id, number, type }, request) => ({
	id,
	uri: uriOf(request, 'job', id),
	number,
	type,
	name: `Job ${String(number)}`,
});

const reference =
	(resource: string): Show =>
	({ id, name }, request) => ({ id, uri: uriOf(request, resource, id), name });

export const serviceLine: Show = ({ id, name, trade, abbr, icon }) => ({
	id,
	name,
	trade,
	abbr,
	icon,
});

export const tag = reference('tag');

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
	serviceLinesProvided: many('serviceLines', serviceLine, row.serviceLineIds, request),
	defaultBrand: null,
	logo: null,
	tags: many('tags', tag, row.tagIds, request),
	created: row.created,
	updated: row.updated,
});

export const location: Show = (row, request) => ({
	...briefLocation(row, request),
	refNumber: row.refNumber,
	storeNumber: row.refNumber,
	company: one('companies', briefCompany, row.companyId, request),
	brand: null,
	offices: many('locations', briefLocation, row.officeIds, request),
	geocodeQuality: 200,
	generalManager: row.generalManager ?? '',
	remitToSource: null,
	remitToAddress: null,
	tags: many('tags', tag, row.tagIds, request),
	created: row.created,
	updated: row.updated,
});

export const contact: Show = (row, request) => {
	const companies = many('companies', briefCompany, row.companyIds, request);
	const locations = many('locations', briefLocation, row.locationIds, request);
	return {
		...briefContact(row, request),
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
	...briefUser(row, request),
	firstName: row.firstName,
	lastName: row.lastName,
	username: row.username,
	phone: row.phone,
	timezone: row.timezone,
	isSales: row.isSales,
	company: one('companies', briefCompany, row.companyId, request),
	location: one('locations', briefLocation, row.locationId, request),
	account: ACCOUNT,
	details: row.details,
	activities: [],
	serviceLines: many('serviceLines', serviceLine, row.serviceLineIds, request),
	roles: [],
	created: row.created,
	updated: row.updated,
});

const ACCOUNT = { id: 567, name: 'Lanternfish Fire & Safety' };

/** Who signed in, as the authentication resource shows it. */
export const signedInUser: Show = (row, request) => ({
	...briefUser(row, request),
	firstName: row.firstName,
	lastName: row.lastName,
	username: row.username,
	phone: row.phone,
	company: one('companies', briefCompany, row.companyId, request),
	account: ACCOUNT,
	serviceLines: many('serviceLines', serviceLine, row.serviceLineIds, request),
});

export const asset: Show = (row, request) => ({
	id: row.id,
	uri: uriOf(request, 'asset', row.id),
	name: row.name,
	type: row.type,
	display: row.display,
	status: row.status,
	location: one('locations', briefLocation, row.locationId, request),
	properties: row.properties,
	created: row.created,
	updated: row.updated,
});

const briefAsset = reference('asset');
const briefContract = reference('contract');

export const terms: Show = ({ id, name, content }, request) => ({
	id,
	uri: uriOf(request, 'terms', id),
	name,
	content,
});

const briefTerms = reference('terms');

export const contract: Show = (row, request) => ({
	...briefContract(row, request),
	type: row.type,
	active: row.active,
	vendor: one('companies', briefCompany, row.vendorId, request),
	customer: one('companies', briefCompany, row.customerId, request),
	startsOn: row.startsOn,
	expiresOn: row.expiresOn,
	reviewOn: row.reviewOn,
	created: row.created,
	updated: row.updated,
});

export const region: Show = ({ id, name, color, points, officeIds }, request) => ({
	id,
	uri: uriOf(request, 'region', id),
	name,
	color,
	points,
	offices: many('locations', briefLocation, officeIds, request),
});

export const serviceRequest: Show = (row, request) => ({
	uri: uriOf(request, 'servicerequest', row.id),
	id: row.id,
	status: row.status,
	description: row.description,
	serviceLine: one('serviceLines', serviceLine, row.serviceLineId, request),
	asset: one('assets', briefAsset, row.assetId, request),
	location: one('locations', briefLocation, row.locationId, request),
	job: one('jobs', briefJob, row.jobId, request),
	deficiency: null,
	changeOrder: null,
	budget: null,
	contract: one('contracts', briefContract, row.contractId, request),
	windowStart: row.windowStart,
	windowEnd: row.windowEnd,
	closedOn: row.closedOn,
	created: row.created,
	updated: row.updated,
	serviceRecurrence: row.serviceRecurrence ?? null,
	preferredTechs: many('users', briefUser, row.preferredTechIds, request),
	preferredVendor: one('companies', briefCompany, row.preferredVendorId, request),
	preferredStartTime: row.preferredStartTime,
	estimatedPrice: row.estimatedPrice,
	duration: row.duration,
	visibility: row.visibility,
	items: [],
	quoteRequests: [],
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
		serviceLine: one('serviceLines', serviceLine, row.serviceLineId, request),
		asset: one('assets', briefAsset, row.assetId, request),
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
			...briefLocation(place, request),
			distance: distanceOf(place, request),
		},
		vendor: one('companies', briefCompany, job.vendorId, request),
		dueBy: appointmentDueBy(row, request),
		serviceRequests: attendances(row).map((service) => scheduledService(service, request)),
		job: {
			...briefJob(job, request),
			description: job.description,
			tags: many('tags', tag, job.tagIds, request),
			dueBy: job.dueBy,
			estimatedPrice: job.estimatedPrice,
		},
		techs: many('users', briefUser, row.techIds, request),
		offices: many('locations', briefLocation, place?.officeIds, request),
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
			techs: many('users', briefUser, row.techIds, request),
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
		preferredTechs: many('users', briefUser, row.preferredTechIds, request),
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
		vendor: one('companies', briefCompany, row.vendorId, request),
		customer: one('companies', briefCompany, row.customerId, request),
		location: place && {
			...briefLocation(place, request),
			distance: distanceOf(place, request),
		},
		owner: one('users', briefUser, row.ownerId, request),
		sales: one('users', briefUser, row.salesId, request),
		primaryContact: one('contacts', briefContact, row.primaryContactId, request),
		currentAppointment: current,
		assignedOffice: one('locations', briefLocation, row.assignedOfficeId, request),
		offices: many('locations', briefLocation, place?.officeIds, request),
		tags: many('tags', tag, row.tagIds, request),
		terms: one('terms', briefTerms, row.termsId, request),
		contract: one('contracts', briefContract, row.contractId, request),
		budgeted: row.budgeted,
		created: row.created,
		updated: row.updated,
	};
};

/** A job as it is read alone, or in a list that asks for the long form. */
export const jobInFull: Show = (row, request) => ({
	...job(row, request),
	deficienciesFound: false,
	otherTradeDeficienciesFound: false,
	redTagsFound: false,
	notes: [],
	serviceRequests: request.store
		.collection('serviceRequests')
		.where('jobId', row.id)
		.map((service) => serviceOfJob(service, request)),
	schedulingComments: [],
});

/** The path of the entity that a file belongs to, by the number of its type; the usual ones. */
const ENTITY_PATHS: Readonly<Record<number, string>> = {
	2: 'asset',
	3: 'job',
	4: 'user',
	5: 'company',
	10: 'deficiency',
	11: 'location',
	16: 'appointment',
	18: 'servicerequest',
	22: 'contact',
};

export const attachment: Show = (row, request) => {
	const path = ENTITY_PATHS[Number(row.entityType)];
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
		entity: {
			uri: path === undefined ? null : uriOf(request, path, row.entityId),
			id: row.entityId,
			type: row.entityType,
		},
		creator: one('users', reference('user'), row.creatorId, request),
	};
};

export const STORAGE_PATH = '/storage/';

/** Where the file itself lies: beside the API, never below its base path. */
export function contentUrl(row: Row, request: SandboxRequest): string {
	return new URL(STORAGE_PATH + String(row.storedAs), baseUrlOf(request)).href;
}
