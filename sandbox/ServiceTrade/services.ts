import { omit, orderBy } from 'lodash';

import {
	anything,
	contains,
	equals,
	hasOneOf,
	oneOf,
	onOrAfter,
	read,
	type Filter,
} from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { inRegions } from './geography';
import { allTags, isSet, strictly, through, tradeList } from './lists';
import { attendances, serviceRequest } from './records';
import { requireReferences, withoutNullLists } from './references';

const ofLocation = (filter: Filter): Filter => through('locationId', 'locations', filter);

const startsBefore = strictly('windowStart', (start, bound) => start < bound);
const endsAfter = strictly('windowEnd', (end, bound) => end > bound);

const filters: Readonly<Record<string, Filter>> = {
	jobNumber: through('jobId', 'jobs', equals('number')),
	jobId: equals('jobId'),
	appointmentId: (value, { store }) => {
		const row = store.collection('appointments').get(value);
		const ids = new Set(row ? attendances(row).map((one) => one.serviceRequestId) : []);
		return (service) => ids.has(service.id);
	},
	locationId: equals('locationId'),
	assetIds: oneOf('assetId'),
	locationName: ofLocation(contains('name')),
	locationTags: ofLocation(allTags),
	customerName: ofLocation(through('companyId', 'companies', contains('name'))),
	description: contains('description'),
	// Deprecated names that mean something else than they say.
	windowStart: endsAfter,
	windowEnd: startsBefore,
	windowStartBefore: startsBefore,
	// The only one of the four whose bound counts.
	windowStartAfter: onOrAfter('windowStart'),
	windowEndBefore: strictly('windowEnd', (end, bound) => end < bound),
	windowEndAfter: endsAfter,
	serviceLineIds: oneOf('serviceLineId'),
	status: oneOf('status'),
	recurring: isSet('serviceRecurrenceId'),
	available:
		(wanted, { store }) =>
		(row) => {
			const place = store.collection('locations').get(row.locationId);
			return (row.jobId === null && row.status === 'open' && place?.status === 'active') === wanted;
		},
	deficiencyId: equals('deficiencyId'),
	changeOrderId: equals('changeOrderId'),
	budgetId: equals('budgetId'),
	quoteId: (value, { store }) => {
		const ids = new Set(
			String(value)
				.split(',')
				.flatMap(
					(id) => (store.collection('quotes').get(id)?.serviceRequestIds ?? []) as unknown[],
				),
		);
		return (row) => ids.has(row.id);
	},
	companyIds: ofLocation(oneOf('companyId')),
	officeIds: ofLocation(hasOneOf('officeIds')),
	regionIds: ofLocation(inRegions),
	contractId: oneOf('contractId'),
	preferredTechIds: hasOneOf('preferredTechIds'),
	preferredVendorId: oneOf('preferredVendorId'),
	serviceRecurrenceId: equals('serviceRecurrenceId'),
	// Nothing here waits for the approval of a quote.
	excludeUnapproved: anything,
	// Says in which order.
	sort: anything,
};

function ordered({ query, store }: SandboxRequest): readonly Row[] {
	const services = store.collection('serviceRequests');
	if (query.sort !== 'locationName') return services.sorted('id', false);
	const locations = store.collection('locations');
	return orderBy(services.all(), ({ locationId }) => locations.get(locationId)?.name);
}

/** What a service has that nobody gave a value. */
export function usualServiceRequest(): Row {
	return {
		status: 'open',
		jobId: null,
		assetId: null,
		contractId: null,
		serviceRecurrenceId: null,
		deficiencyId: null,
		changeOrderId: null,
		budgetId: null,
		windowStart: null,
		windowEnd: null,
		closedOn: null,
		preferredTechIds: [],
		preferredVendorId: null,
		preferredStartTime: null,
		estimatedPrice: null,
		duration: null,
		visibility: ['public'],
	};
}

const REFERENCES = {
	locationId: 'locations',
	serviceLineId: 'serviceLines',
	jobId: 'jobs',
	assetId: 'assets',
	contractId: 'contracts',
	preferredTechIds: 'users',
	preferredVendorId: 'companies',
	deficiencyId: 'deficiencies',
	changeOrderId: 'changeOrders',
	budgetId: 'budgets',
	appointmentIds: 'appointments',
};

function check(request: SandboxRequest, result: Row): void {
	requireReferences(request, REFERENCES);
	const { body } = request;
	for (const [one, other] of [
		['windowStart', 'windowEnd'],
		['windowEnd', 'windowStart'],
	]) {
		if (body[one] !== undefined && body[other] === undefined) {
			throw wrongValue(other, `is required with ${one}`);
		}
	}
	const technicians = (result.preferredTechIds ?? []) as unknown[];
	if (technicians.length > 0 && (result.preferredVendorId ?? null) !== null) {
		throw wrongValue('preferredVendorId', 'and preferredTechIds exclude each other');
	}
	if (body.appointmentIds !== undefined && (result.jobId ?? null) === null) {
		throw wrongValue('appointmentIds', 'cannot be given without a job');
	}
	if (result.status !== 'pending') return;
	// The reference contradicts itself on the job of a pending one; this is what both texts allow.
	if ((result.budgetId ?? null) === null) throw wrongValue('budgetId', 'is required for pending');
	if ((result.jobId ?? null) !== null) throw wrongValue('status', 'pending does not go with a job');
}

function putOnAppointments({ body, store }: SandboxRequest, service: Row): void {
	const appointments = store.collection('appointments');
	for (const id of (body.appointmentIds ?? []) as unknown[]) {
		const row = appointments.require(id);
		if (attendances(row).some(({ serviceRequestId }) => serviceRequestId === service.id)) continue;
		const added = { serviceRequestId: service.id, completion: 'pending' };
		appointments.change(id, { services: [...attendances(row), added] });
	}
}

const written = (body: Row) => withoutNullLists(omit(body, 'appointmentIds'), ['preferredTechIds']);

const createServiceRequest: Handler = (request) => {
	const { body, store } = request;
	const required = body.status === 'pending' ? ['description', 'serviceLineId'] : CREATE_NEEDS;
	const missing = required.find((name) => (body[name] ?? null) === null);
	if (missing !== undefined) throw wrongValue(missing, 'is required');
	check(request, body);
	const added = store.collection('serviceRequests').add(written(body));
	putOnAppointments(request, added);
	return serviceRequest(added, request);
};

const CREATE_NEEDS = ['locationId', 'serviceLineId', 'description'];

const updateServiceRequest: Handler = (request) => {
	const { body, path, store, clock } = request;
	const services = store.collection('serviceRequests');
	const row = services.require(path.serviceRequestId);
	check(request, { ...row, ...body });
	const closed = body.status === 'closed' && row.status !== 'closed';
	services.change(row.id, {
		...(closed ? { closedOn: Math.floor(clock.now() / 1000) } : {}),
		...written(body),
	});
	putOnAppointments(request, row);
	return serviceRequest(row, request);
};

export const serviceRoutes: Readonly<Record<string, Handler>> = {
	'GET /servicerequest': tradeList('serviceRequests', {
		key: 'servicerequests',
		filters,
		rows: ordered,
		show: serviceRequest,
	}),
	'GET /servicerequest/{serviceRequestId}': read('serviceRequests', { show: serviceRequest }),
	'POST /servicerequest': createServiceRequest,
	'PUT /servicerequest/{serviceRequestId}': updateServiceRequest,
};
