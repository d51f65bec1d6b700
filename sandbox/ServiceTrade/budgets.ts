import { omit } from 'lodash';

import { equals, oneOf } from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { nowOf, shape, those } from './briefs';
import { cents } from './items';
import { jobItem } from './stock';
import { callerOf } from './signIn';
import { requireFilter, routesOf, type Routes, type Table } from './tables';

const PARTS = [
	['budgetCategories', 'categories'],
	['budgetLineItems', 'lineItems'],
] as const;

const FILTERS = ['jobId', 'referenceNumber', 'status', 'isCurrent', 'isLatest'];

const amount = (row: Row, member: string) => Number(row[member] ?? 0) * Number(row.quantity ?? 1);

/** Of the categories where the budget has those alone, of the lines otherwise; never set. */
function totalOf({ store }: SandboxRequest, row: Row, member: 'cost' | 'price'): number {
	const rows =
		row.type === 'high_level'
			? store
					.collection('budgetCategories')
					.where('budgetId', row.id)
					// The quantity of a category is an estimate of hours, not a factor.
					.map((category) => ({ ...category, quantity: 1 }) as Row)
			: store.collection('budgetLineItems').where('budgetId', row.id);
	return cents(rows.reduce((sum, part) => sum + amount(part, member), 0));
}

const budget = shape(
	'budget',
	'status type referenceNumber sequence lastLock',
	'job:jobs baseline:budgets parent:budgets lastLockUser:users owner:users',
	(row, request) => ({
		total: totalOf(request, row, 'cost'),
		totalPrice: totalOf(request, row, 'price'),
		// A flag in the table, a digit in the samples.
		isCurrent: row.isCurrent ? 1 : 0,
		...Object.fromEntries(
			PARTS.map(([collection, key]) => [key, those(collection, 'budgetId', row.id, request)]),
		),
	}),
);

function activeBudget({ store }: SandboxRequest, jobId: unknown, except?: Row): Row | undefined {
	return store
		.collection('budgets')
		.where('jobId', jobId)
		.find((row) => row.status !== 'void' && row.isCurrent === true && row !== except);
}

function locked(request: SandboxRequest, status: unknown): Row {
	if (status !== 'locked') return {};
	return { lastLock: nowOf(request), lastLockUserId: callerOf(request)?.id ?? null };
}

/** The next version of a budget: what it continues, and its number in the row. */
function successorOf(parent: Row): Row {
	return {
		parentId: parent.id,
		baselineId: parent.baselineId ?? parent.id,
		referenceNumber: parent.referenceNumber,
		sequence: Number(parent.sequence) + 1,
	};
}

/** What a budget has that nobody gave a value. */
export function usualBudget({ id }: Row): Row {
	return { referenceNumber: String(id), sequence: 0, isCurrent: true, lastLock: null };
}

const table: Table = {
	from: 'budgets',
	path: '/budget',
	id: 'budgetId',
	key: 'budgets',
	show: budget,
	filters: {
		jobId: equals('jobId'),
		referenceNumber: equals('referenceNumber'),
		status: oneOf('status'),
		isCurrent: (wanted) => (row) => row.isCurrent === wanted,
		// Ignored unless set, and then answered below.
		isLatest: () => () => true,
	},
	stored: (request, body, row) => {
		const base = { ...body, ...locked(request, body.status) };
		if (row) return base;
		const parent = request.store.collection('budgets').get(body.parentId);
		return {
			...base,
			ownerId: body.ownerId ?? callerOf(request)?.id ?? null,
			...(parent ? successorOf(parent) : {}),
		};
	},
	check: (request, result, row) => {
		const parent = request.store.collection('budgets').get(result.parentId);
		if (!row && (result.parentId ?? null) !== null && parent?.jobId !== result.jobId) {
			throw wrongValue('parentId', 'must be a budget of the same job');
		}
		const revived = row?.status === 'void' && result.status !== 'void';
		if ((!row && !parent) || revived) {
			if (activeBudget(request, result.jobId, row)) {
				throw conflict('The job has a budget that is not void');
			}
		}
	},
	then: (request, row, isNew) => {
		if (isNew) retire(request, row.parentId);
	},
};

function retire({ store }: SandboxRequest, id: unknown): void {
	if (store.collection('budgets').get(id))
		store.collection('budgets').change(id, { isCurrent: false });
}

const [listBudgets] = Object.values(routesOf(table, 'list'));

const list: Handler = (request) => {
	const { query, store } = request;
	requireFilter(request, FILTERS, 'wrongMethod');
	if (query.isLatest !== true) return listBudgets(request);
	if (query.jobId === undefined) throw wrongValue('isLatest', 'requires jobId', 'query');
	const rows = store.collection('budgets').where('jobId', query.jobId);
	const latest =
		activeBudget(request, query.jobId) ?? rows.filter((row) => row.status === 'void').at(-1);
	// One budget or null is promised; that it stands in `data` alone is inferred.
	return latest ? budget(latest, request) : null;
};

/** Puts what a change order says into the new version. */
function applyChanges(request: SandboxRequest, changeOrder: Row, to: Row): void {
	const { store } = request;
	for (const [from, target] of [
		['changeOrderCategories', 'budgetCategories'],
		['changeOrderLineItems', 'budgetLineItems'],
	]) {
		const parts = store.collection(target);
		for (const row of store.collection(from).where('changeOrderId', changeOrder.id)) {
			const values = omit(row, ['id', 'changeOrderId', 'changeAction', 'notes', 'referenceNumber']);
			const old = parts
				.where('budgetId', to.id)
				.find((part) => String(part.referenceNumber) === String(row.referenceNumber));
			if (row.changeAction === 'add') parts.add({ ...values, budgetId: to.id });
			else if (old && row.changeAction === 'change') parts.change(old.id, values);
			else if (old) parts.remove(old.id);
		}
	}
	store.collection('changeOrders').change(changeOrder.id, { status: 'applied' });
}

const revise: Handler = (request) => {
	const { path, query, store } = request;
	const row = store.collection('budgets').require(path.budgetId);
	// Inferred: what can be revised is what is locked and current.
	if (row.status !== 'locked' || row.isCurrent !== true) {
		throw conflict('The budget is not in a state in which it can be revised');
	}
	let changeOrder: Row | undefined;
	if (query.changeOrderId !== undefined) {
		changeOrder = store.collection('changeOrders').require(query.changeOrderId);
		if (changeOrder.budgetId !== row.id) {
			throw wrongValue('changeOrderId', 'does not apply to this budget', 'query');
		}
		if (changeOrder.status !== 'approved') throw conflict('The change order is not approved');
	}
	const made = store.collection('budgets').add({
		...omit(row, ['id', 'isCurrent']),
		...successorOf(row),
	});
	for (const [collection] of PARTS) {
		for (const part of [...store.collection(collection).where('budgetId', row.id)]) {
			store.collection(collection).add({ ...part, id: undefined, budgetId: made.id });
		}
	}
	retire(request, row.id);
	if (changeOrder) applyChanges(request, changeOrder, made);
	return budget(made, request);
};

/** A budget in lines, unlocked, made of a quote's items; `dry` only sees whether it can be. */
export function budgetOfQuote(
	request: SandboxRequest,
	quote: Row,
	job: Row,
	{ dry = false }: { dry?: boolean } = {},
): void {
	const { store } = request;
	if (activeBudget(request, job.id)) throw conflict('The job has a budget that is not void');
	if (dry) return;
	const made = store.collection('budgets').add({
		jobId: job.id,
		status: 'unlocked',
		type: 'granular',
		ownerId: callerOf(request)?.id ?? null,
	});
	for (const item of store.collection('quoteItems').where('quoteId', quote.id)) {
		store.collection('budgetLineItems').add({
			budgetId: made.id,
			name: item.description,
			libItemId: item.libItemId ?? null,
			serviceLineId: item.serviceLineId ?? null,
			quantity: item.quantity,
			cost: item.cost ?? 0,
			price: item.price,
		});
	}
}

/** Hours are estimated of labor alone. */
export function checkHours(result: Row): void {
	if (result.libItemType !== 'labor' && (result.quantity ?? null) !== null) {
		throw wrongValue('quantity', 'is for categories of labor only');
	}
}

/** The library item gives the type and the service line that were not sent. */
export function withTypeOf({ store }: SandboxRequest, body: Row): Row {
	const libItem = store.collection('libItems').get(body.libItemId);
	if (!libItem) return body;
	return {
		...body,
		libItemType: body.libItemType ?? libItem.type,
		serviceLineId: body.serviceLineId ?? libItem.serviceLineId ?? null,
	};
}

/** A part of a budget; its number ties it to its like in other versions. */
export function usualPart({ id }: Row): Row {
	return { referenceNumber: String(id), serviceRequestId: null, price: null, orderIndex: null };
}

const partTable = {
	needs: [['budgetId', 'referenceNumber'], 'wrongMethod'],
	filters: { budgetId: equals('budgetId'), referenceNumber: equals('referenceNumber') },
	// Single ones are printed without `data` around them.
	bare: true,
} as const;

const categories: Table = {
	...partTable,
	from: 'budgetCategories',
	path: '/budgetcategory',
	id: 'budgetCategoryId',
	key: 'budgetCategories',
	show: shape(
		'budgetcategory',
		'libItemType cost price quantity orderIndex referenceNumber',
		'budget:budgets serviceRequest:serviceRequests',
	),
	check: (_request, result) => checkHours(result),
};

const lineItems: Table = {
	...partTable,
	from: 'budgetLineItems',
	path: '/budgetlineitem',
	id: 'budgetLineItemId',
	// As it is printed, the name of its neighbour.
	key: 'budgetCategories',
	show: shape(
		'budgetlineitem',
		'libItemType name cost price quantity orderIndex referenceNumber',
		'budget:budgets jobItem:jobItems libItem:libItems serviceLine:serviceLines serviceRequest:serviceRequests',
		(row) => ({ total: cents(amount(row, 'cost')), totalPrice: cents(amount(row, 'price')) }),
	),
	stored: (request, body, row) => (row ? body : withTypeOf(request, body)),
	check: (_request, result) => {
		if ((result.serviceLineId ?? null) === null) {
			throw wrongValue('serviceLineId', 'is required where the library item has none');
		}
	},
};

/** The answer is the job item. */
const copyToJob: Handler = (request) => {
	const { path, store } = request;
	const row = store.collection('budgetLineItems').require(path.budgetLineItemId);
	const owner = store.collection('budgets').require(row.budgetId);
	if ((row.jobItemId ?? null) !== null) throw conflict('The line has a job item already');
	if (owner.status === 'void') throw conflict('The budget is void');
	const made = store.collection('jobItems').add({
		jobId: owner.jobId,
		name: row.name,
		libItemId: row.libItemId ?? null,
		serviceLineId: row.serviceLineId,
		quantity: row.quantity,
		cost: row.cost,
		serviceRequestId: row.serviceRequestId ?? null,
	});
	store.collection('budgetLineItems').change(row.id, { jobItemId: made.id });
	return jobItem(made, request);
};

const nest = (part: string, id: string) => ({
	path: `/budget/{budgetId}/${part}`,
	id,
	parent: 'budgets',
	member: 'budgetId',
});

export const budgetRoutes: Routes = {
	...routesOf(table, 'read create update'),
	'GET /budget': list,
	'POST /budget/{budgetId}/revise': revise,
	...routesOf(categories, 'list read create update delete'),
	...routesOf(categories, 'read update', nest('category', 'categoryId')),
	...routesOf(lineItems, 'list read create update delete'),
	...routesOf(lineItems, 'read update', nest('lineitem', 'lineItemId')),
	'POST /budgetlineitem/{budgetLineItemId}/copytojob': copyToJob,
};

/** Whether a job's `budgeted` may not change any more. */
export function hasActiveBudget(request: SandboxRequest, jobId: unknown): boolean {
	return activeBudget(request, jobId) !== undefined;
}
