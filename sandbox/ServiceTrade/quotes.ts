import { orderBy } from 'lodash';

import { contains, equals, oneOf, onOrAfter, onOrBefore, type Filter } from '../core/pieces';
import { conflict, notFound, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { many, one, shape, those, uriOf } from './briefs';
import { budgetOfQuote } from './budgets';
import { JOB, QUOTE } from './entities';
import { inRegions } from './geography';
import { totalsOf } from './items';
import { allTags, named, through } from './lists';
import { jobInFull } from './records';
import { checkReferences, namedServices } from './references';
import { callerOf } from './signIn';
import { routesOf, type Routes, type Table } from './tables';

const text = (amount: number) => amount.toFixed(2);

/** People on a quote are shown shorter than elsewhere. */
const person = (id: unknown, request: SandboxRequest): Row | null => {
	const row = request.store.collection('users').get(id);
	return row
		? { id: row.id, uri: uriOf(request, 'user', row.id), email: row.email, legacyId: null }
		: null;
};

const services = (row: Row) => (row.serviceRequestIds ?? []) as unknown[];

export const quote = shape(
	'quote',
	'refNumber name status notes respondBy expiresOn created updated visibility customerPo description jobType deficiencySeverity',
	'customer:companies vendor:companies location:locations quoteRequest:quoteRequests contract:contracts sales:users jobs[]:jobs tags[]:tags serviceRequests[]:serviceRequests terms:terms assignedOffice:locations',
	(row, request) => {
		const { store } = request;
		const totals = totalsOf(store.collection('quoteItems').where('quoteId', row.id));
		const lines = services(row).map(
			(id) => store.collection('serviceRequests').get(id)?.serviceLineId,
		);
		return {
			// The money of a quote is text, unlike that of an invoice.
			subtotal: text(totals.subtotal),
			taxAmount: text(totals.taxAmount),
			totalPrice: text(totals.totalPrice),
			assignedTo: person(row.assignedTo, request),
			owner: person(row.ownerId, request),
			deficiencyJobs: [],
			serviceLines: many('serviceLines', [...new Set(lines)], request),
		};
	},
);

const ofLocation = (filter: Filter): Filter => through('locationId', 'locations', filter);

const filters: Readonly<Record<string, Filter>> = {
	refNumber: equals('refNumber'),
	name: (value, request) => {
		const byName = named(value, request);
		const byPlace = ofLocation(contains('refNumber'))(value, request);
		return (row) => byName(row) || byPlace(row);
	},
	status: oneOf('status'),
	vendorId: oneOf('vendorId'),
	customerId: oneOf('customerId'),
	locationId: oneOf('locationId'),
	assignedOfficeIds: oneOf('assignedOfficeId'),
	locationOwnerId: ofLocation(oneOf('companyId')),
	userId: (value, request) => {
		const assigned = oneOf('assignedTo')(value, request);
		return (row) => (row.assignedTo ?? null) === null || assigned(row);
	},
	termsId: equals('termsId'),
	salesId: oneOf('salesId'),
	assignedToId: oneOf('assignedTo'),
	jobId: (value) => {
		const wanted = String(value).split(',');
		return (row) =>
			row.status === 'accepted' &&
			((row.jobIds ?? []) as unknown[]).some((id) => wanted.includes(String(id)));
	},
	deficiencyId:
		(value, { store }) =>
		(row) =>
			services(row).some(
				(id) => store.collection('serviceRequests').get(id)?.deficiencyId === value,
			),
	expiresOnAfter: onOrAfter('expiresOn'),
	expiresOnBefore: onOrBefore('expiresOn'),
	regionIds: ofLocation(inRegions),
	tag: allTags,
	// Say in which order.
	sort: () => () => true,
	sortOrder: () => () => true,
};

function ordered({ query, store }: SandboxRequest): readonly Row[] {
	const direction = query.sortOrder === 'DESC' ? 'desc' : 'asc';
	return orderBy(store.collection('quotes').all(), String(query.sort ?? 'name'), direction);
}

function check(request: SandboxRequest, result: Row): void {
	namedServices(
		request,
		({ locationId }) => locationId === result.locationId,
		'is a service at another location',
	);
	const { visibility } = request.body;
	if (Array.isArray(visibility) && visibility.length === 0) {
		throw wrongValue('visibility', 'must not be empty');
	}
}

/** What a quote has that nobody gave a value. */
export function usualQuote({ id }: Row): Row {
	return {
		refNumber: String(id),
		status: 'new',
		visibility: ['public', 'items'],
		serviceRequestIds: [],
		jobIds: [],
		tagIds: [],
		assignedTo: null,
		customerPoRequired: false,
	};
}

const table: Table = {
	from: 'quotes',
	path: '/quote',
	id: 'quoteId',
	key: 'quotes',
	show: quote,
	filters,
	rows: ordered,
	check,
	stored: (request, body, row) => {
		if (row) return body;
		const place = request.store.collection('locations').require(body.locationId);
		return {
			...body,
			customerId: body.customerId ?? place.companyId,
			assignedOfficeId: body.assignedOfficeId ?? ((place.officeIds ?? []) as unknown[])[0] ?? null,
			// The terms of the account for quotes.
			termsId: body.termsId ?? 2,
			ownerId: callerOf(request)?.id ?? null,
		};
	},
	then: (request, row, isNew) => {
		const { store } = request;
		// Without a request of its own a quote makes a simple one.
		if (!isNew || (row.quoteRequestId ?? null) !== null) return;
		const made = store.collection('quoteRequests').add({
			title: row.name,
			description: row.description,
			status: 'waiting',
			type: 'simple',
			companyId: row.customerId,
			locationId: row.locationId,
			serviceRequestIds: row.serviceRequestIds,
			parentQuoteId: row.id,
		});
		store.collection('quotes').change(row.id, { quoteRequestId: made.id });
	},
};

function remark(request: SandboxRequest, row: Row): void {
	const { details } = request.body;
	if (typeof details !== 'string' || details === '') return;
	request.store.collection('comments').add({
		entityType: QUOTE,
		entityId: row.id,
		content: details,
		visibility: [],
		authorId: callerOf(request)?.id ?? null,
	});
}

const quoteOf = ({ path, store }: SandboxRequest) =>
	store.collection('quotes').require(path.quoteId);

function move(from: readonly string[], status: string): Handler {
	return (request) => {
		const row = quoteOf(request);
		checkReferences(request);
		if (!from.includes(String(row.status))) {
			throw conflict(`The quote is ${String(row.status)}, not ${from.join(' or ')}`);
		}
		remark(request, row);
		const { customerPoRequired } = request.body;
		request.store.collection('quotes').change(row.id, {
			status,
			...(customerPoRequired === undefined ? {} : { customerPoRequired }),
		});
		return quote(row, request);
	};
}

function copyRecords(request: SandboxRequest, from: Row, type: number, id: unknown): void {
	const { body, store } = request;
	for (const [flag, collection] of [
		['copyAttachments', 'attachments'],
		['copyComments', 'comments'],
	]) {
		if (body[flag] !== true) continue;
		for (const row of [...store.collection(collection).where('entityId', from.id)]) {
			if (row.entityType !== QUOTE) continue;
			store.collection(collection).add({ ...row, id: undefined, entityType: type, entityId: id });
		}
	}
}

const copy: Handler = (request) => {
	const row = quoteOf(request);
	const { body, store } = request;
	checkReferences(request);
	const locationId = body.locationId ?? row.locationId;
	const made = store.collection('quotes').add({
		...row,
		id: undefined,
		refNumber: undefined,
		created: undefined,
		updated: undefined,
		// Inferred: a copy begins anew.
		status: 'draft',
		jobIds: [],
		locationId,
		customerId: body.customerId ?? row.customerId,
		// Services belong to a place and cannot follow to another one.
		serviceRequestIds: locationId === row.locationId ? row.serviceRequestIds : [],
		quoteRequestId: null,
	});
	for (const item of [...store.collection('quoteItems').where('quoteId', row.id)]) {
		store.collection('quoteItems').add({ ...item, id: undefined, quoteId: made.id });
	}
	copyRecords(request, row, QUOTE, made.id);
	table.then?.(request, made, true);
	return quote(made, request);
};

const viewed: Handler = (request) => {
	const row = quoteOf(request);
	checkReferences(request);
	if (row.status === 'canceled') throw conflict('The quote is canceled');
	return quote(row, request);
};

/** The answer is the job, not the quote. */
const toJob: Handler = (request) => {
	const { body, store } = request;
	const row = quoteOf(request);
	if (row.status !== 'accepted') throw conflict(`The quote is ${String(row.status)}, not accepted`);
	const jobs = store.collection('jobs');
	const given = body.jobId === undefined || body.jobId === null ? undefined : jobs.get(body.jobId);
	if (body.jobId && !given) throw notFound('Job', body.jobId);
	if (given && given.locationId !== row.locationId) {
		throw wrongValue('jobId', 'is a job at another location');
	}
	const due = body.dueDate === undefined || body.dueDate === null ? null : Number(body.dueDate);
	if (Number.isNaN(due)) throw wrongValue('dueDate', 'must be a number of seconds');
	if (body.addBudget === true && given) budgetOfQuote(request, row, given, { dry: true });
	const job =
		given ??
		jobs.add({
			type: row.jobType,
			locationId: row.locationId,
			vendorId: row.vendorId,
			customerId: row.customerId,
			contractId: row.contractId ?? null,
			ownerId: callerOf(request)?.id ?? null,
			description: row.description,
			customerPo: body.customerPo ?? row.customerPo ?? null,
			dueBy: due,
		});
	for (const id of services(row)) {
		const service = store.collection('serviceRequests').require(id);
		const capped = due !== null && !given && Number(service.windowEnd) > due;
		store.collection('serviceRequests').change(id, {
			jobId: job.id,
			...(capped ? { windowEnd: due } : {}),
		});
	}
	store.collection('quotes').change(row.id, {
		jobIds: [...((row.jobIds ?? []) as unknown[]), job.id],
	});
	copyRecords(request, row, JOB, job.id);
	if (body.addBudget === true) budgetOfQuote(request, row, job);
	return jobInFull(job, request);
};

const quoteRequest = shape(
	'quoterequest',
	'title description status respondBy redTag type',
	'company:companies location:locations serviceRequests[]:serviceRequests parentQuote:quotes',
	(row, request) => ({
		quotes: those('quotes', 'quoteRequestId', row.id, request),
		quoteStatus: one('quotes', row.parentQuoteId, request)?.status ?? null,
	}),
);

const parentQuote = (filter: Filter): Filter => through('parentQuoteId', 'quotes', filter);

const requests: Table = {
	from: 'quoteRequests',
	path: '/quoterequest',
	id: 'quoteRequestId',
	key: 'quoterequests',
	show: quoteRequest,
	filters: {
		locationId: equals('locationId'),
		vendorId: parentQuote(equals('vendorId')),
		quoteStatus: parentQuote(oneOf('status')),
		status: oneOf('status'),
	},
};

const templates: Table = {
	from: 'quoteTemplates',
	path: '/quotetemplate',
	id: 'quoteTemplateId',
	key: 'quoteTemplates',
	show: shape(
		'quotetemplate',
		'name description created updated',
		'terms:terms',
		(row, request) => ({
			items: those('quoteTemplateItems', 'quoteTemplateId', row.id, request),
		}),
	),
	filters: { name: named, companyIds: oneOf('companyId') },
	usedBy: [['quoteTemplateItems', 'quoteTemplateId']],
};

export const quoteRoutes: Routes = {
	...routesOf(table, 'list read create update'),
	'POST /quote/{quoteId}/submit': move(['new', 'draft'], 'submitted'),
	'POST /quote/{quoteId}/approve': move(['submitted'], 'accepted'),
	'POST /quote/{quoteId}/reject': move(['submitted'], 'rejected'),
	// That these three lead back to a draft is inferred: no status of their own is printed.
	'POST /quote/{quoteId}/requestchanges': move(['submitted'], 'draft'),
	'POST /quote/{quoteId}/makechanges': move(['submitted'], 'draft'),
	'POST /quote/{quoteId}/reopen': move(['canceled', 'rejected'], 'draft'),
	'POST /quote/{quoteId}/cancel': move(
		['new', 'draft', 'submitted', 'accepted', 'rejected'],
		'canceled',
	),
	'POST /quote/{quoteId}/copy': copy,
	'POST /quote/{quoteId}/viewed': viewed,
	'POST /quote/{quoteId}/job': toJob,
	...routesOf(requests, 'list read'),
	...routesOf(templates, 'list read create update delete'),
};
