import { omit } from 'lodash';

import { contains, equals, oneOf, onOrAfter, onOrBefore, type Filter } from '../core/pieces';
import { notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { many, nowOf, shape } from './briefs';
import { allTags, named, tradeList } from './lists';
import { checkReferences } from './references';
import {
	change,
	create,
	refuseMembers,
	requireFilter,
	requireMembers,
	routesOf,
	type Routes,
	type Table,
} from './tables';

export const contract = shape(
	'contract',
	'name type startsOn expiresOn reviewOn locationContext jobType active accepted description expectedRevenue expectedMargin totalCost allItemsHaveCosts actualMargin customerPo revenue revenueAsOf complexity invoiceNotes invoiceDetailLevel quoteDetailLevel created updated',
	'customer:companies vendor:companies parent:contracts owner:users sales:users region:regions office:locations location:locations entityFilter:entityFilters tags[]:tags jobTerms:terms quoteTerms:terms invoiceTerms:terms paymentTerms:paymentTerms',
);

/** What a contract has that nobody gave a value. */
export function usualContract({ locationId }: Row): Row {
	return {
		type: 'company',
		active: true,
		accepted: false,
		customerId: null,
		parentId: null,
		locationId: null,
		jobType: null,
		locationContext: locationId ? 'location' : 'all',
		tagIds: [],
	};
}

/** What the sort of contract asks for; what it cannot have is refused. */
function check(_request: SandboxRequest, result: Row): void {
	if (result.type === 'quote') return;
	if (result.type !== 'template') requireMembers(result, ['vendorId']);
	if (result.type === 'company') requireMembers(result, ['customerId']);
	else refuseMembers(result, ['customerId', 'locationId'], 'is for company contracts only');
	if (result.type === 'template') refuseMembers(result, ['vendorId'], 'is not for templates');
}

const table: Table = {
	from: 'contracts',
	path: '/contract',
	id: 'contractId',
	key: 'contracts',
	show: contract,
	check,
	missing: 'notFound',
};

const createContract: Handler = (request) => {
	const { body, store } = request;
	const { quoteId } = body;
	if ((quoteId ?? null) === null) {
		requireMembers(body, ['type', 'name']);
		return contract(create(request, table), request);
	}
	checkReferences(request, 'notFound');
	const quote = store.collection('quotes').require(quoteId);
	// The one that the quote has, or a new one.
	const found =
		store.collection('contracts').where('quoteId', quote.id)[0] ??
		store.collection('contracts').add({
			...omit(body, ['type']),
			type: 'quote',
			name: `Contract of ${String(quote.name)}`,
			vendorId: quote.vendorId,
			customerId: quote.customerId,
			quoteId: quote.id,
		});
	return contract(found, request);
};

/** How exactly a contract speaks of a place: by itself, its customer, or anybody. */
const weight = (row: Row) => (row.locationId !== null ? 2 : 0) + (row.customerId !== null ? 1 : 0);

function mostSpecific(rows: readonly Row[]): Row[] {
	const heaviest = Math.max(...rows.map(weight));
	return rows.filter((row) => weight(row) === heaviest);
}

/** Contracts that may apply to a customer, at a place, to a type of job; any where not given. */
function applying(rows: readonly Row[], wanted: Row): Row[] {
	return rows.filter(
		(row) =>
			row.active === true &&
			row.type !== 'template' &&
			[
				['customerId', wanted.customerId],
				['locationId', wanted.locationId],
				['jobType', wanted.jobType],
			].every(
				([member, value]) =>
					row[String(member)] === null || (value ?? null) === null || row[String(member)] === value,
			),
	);
}

const filters: Readonly<Record<string, Filter>> = {
	vendorId: equals('vendorId'),
	contractorId: equals('vendorId'),
	customerId: equals('customerId'),
	contracteeId: equals('customerId'),
	parentId: equals('parentId'),
	possibleParentOf: (id, { store }) => {
		const child = store.collection('contracts').require(id);
		return (row) =>
			row.id !== id && (row.customerId === null || row.customerId === child.customerId);
	},
	salesId: oneOf('salesId'),
	tag: allTags,
	name: named,
	reviewOnAfter: onOrAfter('reviewOn'),
	reviewOnBefore: onOrBefore('reviewOn'),
};

const unfiltered: Filter = () => () => true;
const ALL_UNFILTERED = Object.fromEntries(
	['jobId', 'locationId', 'jobType', 'allMatches', ...Object.keys(filters)].map((name) => [
		name,
		unfiltered,
	]),
);

/** Needs one of three filters (or their old names), and answers 404 where nothing fits. */
const listContracts: Handler = (request) => {
	const { query, store } = request;
	requireFilter(
		request,
		['jobId', 'vendorId', 'customerId', 'contractorId', 'contracteeId'],
		'wrongMethod',
	);
	const all = store.collection('contracts').all();
	const { jobId, locationId, jobType } = query;
	let rows: readonly Row[] = all;
	let used: Readonly<Record<string, Filter>> = { ...ALL_UNFILTERED, ...filters };
	if (jobId !== undefined) {
		const job = store.collection('jobs').require(jobId);
		rows = mostSpecific(
			applying(all, { customerId: job.customerId, locationId: job.locationId, jobType: job.type }),
		);
		// A job overrides every other filter.
		used = ALL_UNFILTERED;
	} else if (locationId !== undefined) {
		const place = store.collection('locations').require(locationId);
		const fitting = applying(all, { customerId: place.companyId, locationId, jobType });
		rows = query.allMatches === true ? fitting : mostSpecific(fitting);
		// Those of all customers may apply to the one that is asked for.
		used = { ...used, customerId: unfiltered, contracteeId: unfiltered };
	}
	const answer = tradeList('contracts', {
		key: 'contracts',
		rows: () => rows,
		filters: used,
		show: contract,
	})(request) as { contracts: unknown[] };
	if (answer.contracts.length === 0) throw notFound('Contract', 'for this combination');
	return answer;
};

const ofPath = ({ path, store }: SandboxRequest) =>
	store.collection('contracts').require(path.contractId);

function copied(request: SandboxRequest, more: Row): Row {
	const { store } = request;
	const row = ofPath(request);
	const made = store.collection('contracts').add({
		...omit(row, ['id', 'created', 'updated', 'accepted']),
		...more,
	});
	return contract(made, request);
}

/** What a contract's end can take with it: the flag, where, and the state that it leads to. */
const ENDINGS = [
	['cancelServices', 'serviceRequests', 'canceled'],
	['cancelJobs', 'jobs', 'canceled'],
	['cancelQuotes', 'quotes', 'canceled'],
] as const;
const OVER = ['closed', 'completed', 'canceled', 'void', 'accepted', 'rejected'];

const deactivate: Handler = (request) => {
	const { body, store } = request;
	const row = ofPath(request);
	for (const [flag, collection, status] of ENDINGS) {
		if (body[flag] !== true) continue;
		for (const one of store.collection(collection).where('contractId', row.id)) {
			if (!OVER.includes(String(one.status)))
				store.collection(collection).change(one.id, { status });
		}
	}
	if (body.cancelRecurringInvoices === true) {
		for (const one of store.collection('invoiceRecurrences').where('contractId', row.id)) {
			store.collection('invoiceRecurrences').change(one.id, { endsOn: nowOf(request) });
		}
	}
	store.collection('contracts').change(row.id, { active: false });
};

const rules: Table = {
	from: 'contractRules',
	path: '/contractrule',
	id: 'ruleId',
	key: 'rules',
	show: shape(
		'contractrule',
		'type name price threshold created updated',
		'libItems[]:libItems contract:contracts',
		(row, request) => ({
			// An object in the table, a list in the samples.
			serviceLine:
				(row.serviceLineId ?? null) === null
					? null
					: many('serviceLines', [row.serviceLineId], request),
		}),
	),
	filters: {
		type: equals('type'),
		inherit: unfiltered,
		flatview: unfiltered,
		sort: unfiltered,
		libItemName: (value, { store }) => {
			const wanted = contains('name')(value, {} as SandboxRequest);
			return (row) =>
				((row.libItemIds ?? []) as unknown[]).some((id) => {
					const item = store.collection('libItems').get(id);
					return item !== undefined && wanted(item);
				});
		},
		libItemIds: (value) => (row) => {
			const ids = ((row.libItemIds ?? []) as unknown[]).map(String);
			return value === '' || value === 'none' ? ids.length === 0 : ids.includes(String(value));
		},
	},
	stored: (_request, body, row) => (row ? body : { price: 0, libItemIds: [], ...body }),
	check: (_request, result) => {
		const { type, serviceLineId, threshold } = result;
		if (type !== 'additionalcharge' && (serviceLineId ?? null) !== null) {
			throw wrongValue('serviceLineId', 'is for additional charges only');
		}
		if (type !== 'markup' && (threshold ?? null) !== null && !Number.isInteger(threshold)) {
			throw wrongValue('threshold', 'must be a whole number');
		}
		// Inferred from "conditional": these two price single items.
		if (type === 'unit' || type === 'bundle') {
			if (((result.libItemIds ?? []) as unknown[]).length === 0) {
				throw wrongValue('libItemIds', `is required for ${type}`);
			}
		}
	},
};

const nest = {
	path: '/contract/{contractId}/rule',
	id: 'ruleId',
	parent: 'contracts',
	member: 'contractId',
};

const sorted = (request: SandboxRequest, rows: readonly Row[]) =>
	request.query.sort === 'display'
		? [...rows].sort((a, b) => String(a.name).localeCompare(String(b.name)))
		: rows;

function checkView({ query }: SandboxRequest): void {
	if (query.flatview !== undefined && query.type !== 'unit') {
		throw wrongValue('flatview', 'is for the type unit only', 'query');
	}
}

/** Rules of parents come where they are asked for; a flat view hides what a nearer rule masks. */
const listOfContract: Handler = (request) => {
	checkView(request);
	const { query, store } = request;
	const own: Row[] = [];
	const line: unknown[] = [];
	for (
		let at: Row | undefined = ofPath(request);
		at && !line.includes(at.id);
		at =
			query.inherit || query.flatview ? store.collection('contracts').get(at.parentId) : undefined
	) {
		line.push(at.id);
		for (const rule of store.collection('contractRules').where('contractId', at.id)) {
			const ids = (rule.libItemIds ?? []) as unknown[];
			const masked = own.some(({ libItemIds }) =>
				((libItemIds ?? []) as unknown[]).some((id) => ids.includes(id)),
			);
			if (!(query.flatview === true && masked)) own.push(rule);
		}
	}
	return tradeList('contractRules', {
		key: 'rules',
		filters: rules.filters,
		show: rules.show,
		rows: () => sorted(request, own),
	})(request);
};

const listRules: Handler = (request) => {
	checkView(request);
	const names = ['createdAfter', 'createdBefore', 'updatedAfter', 'updatedBefore'];
	if (!names.some((name) => request.query[name] !== undefined)) {
		// Which status tells of it is not said.
		throw new Refusal('invalid', `Give one of ${names.join(', ')}`);
	}
	const rows = sorted(request, request.store.collection('contractRules').all());
	return tradeList('contractRules', {
		key: 'rules',
		filters: rules.filters,
		show: rules.show,
		rows: () => rows,
	})(request);
};

export const contractRoutes: Routes = {
	'GET /contract': listContracts,
	'POST /contract': createContract,
	...routesOf(table, 'read'),
	'PUT /contract/{contractId}': (request) =>
		contract(change(request, { ...table, missing: undefined }, ofPath(request)), request),
	'POST /contract/{contractId}/accept': (request) => {
		const row = ofPath(request);
		return contract(
			request.store.collection('contracts').change(row.id, { accepted: true }),
			request,
		);
	},
	'POST /contract/{contractId}/copy': (request) => copied(request, {}),
	// What it takes is not described, so it takes nothing here.
	'POST /contract/{contractId}/child': (request) =>
		copied(request, { parentId: ofPath(request).id }),
	'POST /contract/{contractId}/deactivate': deactivate,
	'GET /contractrule': listRules,
	'GET /contract/{contractId}/rule': listOfContract,
	...routesOf(rules, 'read create update delete', nest),
};
