import { omit, orderBy } from 'lodash';

import {
	anything,
	equals,
	hasOneOf,
	oneOf,
	onOrAfter,
	onOrBefore,
	type Filter,
} from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { hasActiveBudget } from './budgets';
import { checkPoint, distanceOf, inRegions, within } from './geography';
import { laidOutAlone } from './layout';
import { allTags, atLeast, atMost, isSet, some, through, tradeList } from './lists';
import { job, jobInFull } from './records';
import { namedServices, requireReferences } from './references';
import { callerOf } from './signIn';

const REFERENCES = {
	locationId: 'locations',
	vendorId: 'companies',
	customerId: 'companies',
	brokerId: 'companies',
	ownerId: 'users',
	salesId: 'users',
	termsId: 'terms',
	contractId: 'contracts',
	primaryContactId: 'contacts',
	assignedOfficeId: 'locations',
};

const withTechnician = some('appointments', 'jobId', hasOneOf('techIds'));

/** Jobs with an appointment between the two moments, of which each may be left out; inclusive. */
const scheduledInRange: Filter = (_value, { query, store }) => {
	const from = Number(query.scheduleDateFrom ?? -Infinity);
	const to = Number(query.scheduleDateTo ?? Infinity);
	return (row) =>
		store
			.collection('appointments')
			.where('jobId', row.id)
			.some(
				({ windowStart: start }) => start !== null && Number(start) >= from && Number(start) <= to,
			);
};

const filters: Readonly<Record<string, Filter>> = {
	id: equals('id'),
	jobIds: oneOf('id'),
	radius: within,
	// Read by the distance and the radius.
	lat: anything,
	lon: anything,
	status: (value) => (row) => (value === 'all' ? row.status !== 'canceled' : row.status === value),
	isInvoiced: isSet('invoiced'),
	type: oneOf('type'),
	number: oneOf('number'),
	// Ignored beside a number.
	refNumber: (value, { query }) =>
		query.number === undefined ? (row) => row.refNumber === value : () => true,
	ivrStatus: () => (row) => row.ivrOpen === true,
	locationId: oneOf('locationId'),
	vendorId: oneOf('vendorId'),
	customerId: oneOf('customerId'),
	techId: withTechnician,
	techIds: withTechnician,
	ownerId: equals('ownerId'),
	salesId: oneOf('salesId'),
	contractId: (value, request) =>
		value === '' || value === 'none'
			? (row) => row.contractId === null
			: oneOf('contractId')(value, request),
	assignedOfficeIds: oneOf('assignedOfficeId'),
	officeIds: through('locationId', 'locations', hasOneOf('officeIds')),
	appointmentStatus: some('appointments', 'jobId', oneOf('status')),
	regionIds: through('locationId', 'locations', inRegions),
	termsId: equals('termsId'),
	dueByBegin: onOrAfter('dueBy'),
	dueByEnd: onOrBefore('dueBy'),
	completedOnBegin: onOrAfter('completedOn'),
	completedOnEnd: onOrBefore('completedOn'),
	scheduleDateFrom: scheduledInRange,
	scheduleDateTo: scheduledInRange,
	noDueBy: (value) => (row) => Number(value) === 0 || row.dueBy === null,
	estimatedPriceFrom: atLeast('estimatedPrice'),
	estimatedPriceTo: atMost('estimatedPrice'),
	serviceLineIds: some('serviceRequests', 'jobId', oneOf('serviceLineId')),
	tag: allTags,
	// Says how records are shown and in which order.
	longForm: anything,
	sort: anything,
};

function ordered(request: SandboxRequest): readonly Row[] {
	checkPoint(request);
	const jobs = request.store.collection('jobs');
	const { sort } = request.query;
	if (sort === 'clockin') return jobs.sorted('latestClockIn', true);
	if (sort !== 'distance') return jobs.all();
	const locations = request.store.collection('locations');
	return orderBy(jobs.all(), (row) => distanceOf(locations.get(row.locationId), request));
}

/** What a job has that nobody gave a value. */
export function usualJob(row: Row): Row {
	return {
		number: row.id,
		refNumber: String(row.number ?? row.id),
		// Inferred: the reference names no default.
		status: 'new',
		customerId: null,
		ownerId: null,
		salesId: null,
		termsId: null,
		contractId: null,
		primaryContactId: null,
		assignedOfficeId: null,
		visibility: ['public'],
		customerPo: null,
		description: null,
		dueBy: null,
		completedOn: null,
		estimatedPrice: null,
		latestClockIn: null,
		ivrOpen: false,
		invoiced: false,
		budgeted: false,
		tagIds: [],
	};
}

/** The list replaces the services that the job had; each must be of the job's location. */
function fulfil(request: SandboxRequest, row: Row): void {
	const services = namedServices(
		request,
		(service) => service.locationId === row.locationId,
		'is a service at another location',
	);
	if (!services) return;
	const collection = request.store.collection('serviceRequests');
	for (const service of [...collection.where('jobId', row.id)]) {
		if (!services.includes(service)) collection.change(service.id, { jobId: null });
	}
	for (const { id } of services) collection.change(id, { jobId: row.id });
}

const createJob: Handler = (request) => {
	const { body, store } = request;
	requireReferences(request, REFERENCES);
	const place = store.collection('locations').require(body.locationId);
	// Checked before anything is stored, so that a refused job leaves nothing behind.
	namedServices(
		request,
		({ locationId }) => locationId === body.locationId,
		'is a service at another location',
	);
	const [contract] = store.collection('contracts').where('customerId', place.companyId);
	const added = store.collection('jobs').add({
		...omit(body, ['serviceRequestIds', 'autoAssignContract', 'brokerId']),
		customerId: body.customerId ?? place.companyId,
		ownerId: body.ownerId ?? callerOf(request)?.id ?? null,
		contractId: body.contractId ?? (body.autoAssignContract ? (contract?.id ?? null) : null),
		assignedOfficeId: body.assignedOfficeId ?? ((place.officeIds ?? []) as unknown[])[0] ?? null,
	});
	fulfil(request, added);
	return jobInFull(added, request);
};

const updateJob: Handler = (request) => {
	const { body, path, store } = request;
	const jobs = store.collection('jobs');
	const row = jobs.require(path.jobId);
	requireReferences(request, REFERENCES);
	const isOver = row.status === 'canceled' || row.status === 'completed';
	if (body.budgeted !== undefined && body.budgeted !== row.budgeted && isOver) {
		throw conflict('budgeted can only be changed on an open job');
	}
	if (body.budgeted !== undefined && body.budgeted !== row.budgeted) {
		if (hasActiveBudget(request, row.id)) throw conflict('The job has an active budget');
	}
	if (body.status === null) throw wrongValue('status', 'must not be null');
	fulfil(request, row);
	const completed = body.status === 'completed' && row.completedOn === null;
	jobs.change(row.id, {
		...omit(body, ['serviceRequestIds', 'brokerId']),
		...(completed ? { completedOn: Math.floor(request.clock.now() / 1000) } : {}),
	});
	return jobInFull(row, request);
};

export const jobRoutes: Readonly<Record<string, Handler>> = {
	'GET /job': tradeList('jobs', {
		key: 'jobs',
		size: { usual: 2000, largest: 2000 },
		filters,
		rows: ordered,
		unless: ({ query }) =>
			query.status === undefined && query.number === undefined
				? ({ status }) => status !== 'scheduled'
				: undefined,
		show: (row, request) =>
			request.query.longForm === true ? jobInFull(row, request) : job(row, request),
	}),
	'GET /job/{jobId}': (request) => {
		const row = request.store.collection('jobs').require(request.path.jobId);
		return laidOutAlone(request, jobInFull(row, request), 'job');
	},
	'POST /job': createJob,
	'PUT /job/{jobId}': updateJob,
};
