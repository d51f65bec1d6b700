import { contains, equals, oneOf, onOrAfter, onOrBefore, type Filter } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { shape } from './briefs';
import { named, through } from './lists';
import { checkReferences } from './references';
import { callerOf } from './signIn';
import { refuseMembers, requireMembers, routesOf, type Routes, type Table } from './tables';

export const jobItem = shape(
	'jobitem',
	'name quantity cost visibility usedOn created updated source orderIndex',
	'libItem:libItems serviceLine:serviceLines job:jobs quoteItem:quoteItems serviceRequest:serviceRequests',
);

const JOB_ITEM_FILTERS = [
	'jobId',
	'jobOfficeId',
	...['created', 'updated', 'usedOn'].flatMap((name) => [`${name}After`, `${name}Before`]),
];

/** What each kind of source needs, and what it may have. */
const SOURCES: Readonly<Record<string, readonly [needed: string[], allowed: string[]]>> = {
	refnumber: [[], ['value']],
	tech: [['userId'], []],
	warehouse: [['warehouseId'], []],
	// That an order needs a status is inferred from "conditional".
	partsvendor: [['status'], ['value', 'companyId', 'deliveryDate']],
};

function checkSource(request: SandboxRequest, source: Row): void {
	if (source.type === undefined) throw wrongValue('source.type', 'is required');
	const [needed, allowed] = SOURCES[String(source.type)];
	const other = Object.keys(source).find((name) => !['type', ...needed, ...allowed].includes(name));
	if (other !== undefined) {
		refuseMembers(
			{ [`source.${other}`]: source[other] },
			[`source.${other}`],
			`does not go with ${String(source.type)}`,
		);
	}
	const missing = needed.find((name) => (source[name] ?? null) === null);
	if (missing !== undefined) throw wrongValue(`source.${missing}`, 'is required');
	checkReferences({ store: request.store, body: source });
}

/** What a job item has that nobody gave a value. */
export function usualJobItem(): Row {
	return { libItemId: null, cost: null, visibility: ['public'], usedOn: null, source: null };
}

const jobItems: Table = {
	from: 'jobItems',
	path: '/jobitem',
	id: 'jobItemId',
	key: 'jobItems',
	show: jobItem,
	filters: {
		jobId: equals('jobId'),
		jobOfficeId: through('jobId', 'jobs', equals('assignedOfficeId')),
		usedOnBefore: onOrBefore('usedOn'),
		usedOnAfter: onOrAfter('usedOn'),
		libItemType: through('libItemId', 'libItems', oneOf('type')),
	},
	needs: [JOB_ITEM_FILTERS, 'invalid'],
	stored: ({ store }, body, row) => {
		const libItem = store.collection('libItems').get(body.libItemId);
		return row || !libItem
			? body
			: { ...body, serviceLineId: body.serviceLineId ?? libItem.serviceLineId ?? null };
	},
	check: (request, result) => {
		if (request.body.source) checkSource(request, request.body.source as Row);
		if ((result.libItemId ?? null) === null) requireMembers(result, ['serviceLineId']);
		const service = request.store.collection('serviceRequests').get(result.serviceRequestId);
		if (service && service.jobId !== result.jobId) {
			throw wrongValue('serviceRequestId', 'is not a service of the job');
		}
	},
	usedBy: [['invoiceItems', 'jobItemId']],
};

/** The contract whose prices were asked for: by itself, or by who works where for whom. */
function pricing({ query, store }: SandboxRequest): Row | undefined {
	if (query.contractId !== undefined)
		return store.collection('contracts').require(query.contractId);
	const parties = ['contractorId', 'contracteeId', 'locationId'];
	const missing = parties.find((name) => query[name] === undefined);
	if (missing === undefined) {
		const contracts = store.collection('contracts').where('customerId', query.contracteeId);
		return contracts.find(({ vendorId }) => vendorId === query.contractorId);
	}
	if (parties.some((name) => query[name] !== undefined)) {
		throw wrongValue(missing, 'contractorId, contracteeId and locationId go together', 'query');
	}
	return undefined;
}

function rulesOf(store: SandboxRequest['store'], contractId: unknown, libItemId: unknown): Row[] {
	return store
		.collection('contractRules')
		.where('contractId', contractId)
		.filter((rule) => ((rule.libItemIds ?? []) as unknown[]).includes(libItemId));
}

export const libItem = shape(
	'libitem',
	'code name type active taxable isGeneric created updated',
	'company:companies serviceLine:serviceLines',
	(row, request) => {
		const { query, store } = request;
		const contract = request.method === 'GET' ? pricing(request) : undefined;
		const [rule] = contract ? rulesOf(store, contract.id, row.id) : [];
		const costs = (row.techCosts ?? {}) as Record<string, number>;
		return {
			// No price without a contract.
			price: rule?.price ?? (contract ? (query.basePrice ?? null) : null),
			priceRuleType: rule?.type ?? null,
			cost: costs[String(query.techId)] ?? row.cost ?? query.baseCost ?? null,
		};
	},
);

const inCodeOrName: Filter = (value, request) => {
	const tests = [contains('code')(value, request), named(value, request)];
	return (row) => tests.some((test) => test(row));
};

/** Say how prices are worked out, and filter nothing. */
const PRICING = [
	'contractId',
	'contractorId',
	'contracteeId',
	'locationId',
	'basePrice',
	'baseCost',
	'techId',
];
const unfiltered: Filter = () => () => true;

/** What a library item has that nobody gave a value. */
export function usualLibItem(): Row {
	return {
		code: null,
		cost: null,
		active: true,
		taxable: true,
		isGeneric: false,
		companyId: null,
		serviceLineId: null,
	};
}

const libItems: Table = {
	from: 'libItems',
	path: '/libitem',
	id: 'libItemId',
	key: 'libItems',
	show: libItem,
	filters: {
		...Object.fromEntries(PRICING.map((name) => [name, unfiltered])),
		search: inCodeOrName,
		code: contains('code'),
		name: named,
		type: equals('type'),
		companyIds: unfiltered,
		serviceLineIds: oneOf('serviceLineId'),
		active: (wanted) => (row) => row.active === wanted,
		excludeContractId:
			(value, { store }) =>
			(row) =>
				rulesOf(store, value, row.id).length === 0,
	},
	// Active ones, and of those of one company alone only its own.
	unless: (request) => {
		const { active, companyIds } = request.query;
		const own = String(companyIds ?? callerOf(request)?.companyId).split(',');
		return (row) =>
			(active === undefined && row.active !== true) ||
			(row.companyId !== null && !own.includes(String(row.companyId)));
	},
	stored: (_request, body, row) => {
		const { techId, ...rest } = body;
		if (techId === undefined || techId === null) return rest;
		const { cost, ...others } = rest;
		const costs = (row?.techCosts ?? {}) as Row;
		return { ...others, techCosts: { ...costs, [String(techId)]: cost } };
	},
	check: ({ body, store }, result, row) => {
		const twin = store
			.collection('libItems')
			.where('code', result.code)
			.some((other) => other !== row);
		if ((result.code ?? null) !== null && twin) throw wrongValue('code', 'must be unique');
		if ((body.techId ?? null) === null) return;
		if (!store.collection('users').get(body.techId)) throw wrongValue('techId', 'does not exist');
		if (result.type !== 'labor') throw wrongValue('techId', 'is for labor only');
	},
};

export const stockRoutes: Routes = {
	...routesOf(jobItems, 'list read create update delete'),
	...routesOf(libItems, 'list read create update'),
};
