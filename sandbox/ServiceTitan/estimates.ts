import { after, before, equals, type Filter } from '../core/pieces';
import { notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { skuOf } from './money';
import { emptyRecord, records } from './records';
import { creates, does, feeds, lists, reads, routesOf, sets, updates, type Show } from './tables';
import { membersOf } from './facts';
import { requireAll } from './references';

/** The numbers of the statuses are not documented. */
const STATUSES = ['Open', 'Sold', 'Dismissed'];

const itemsOf = (store: Store, estimateId: unknown) =>
	store.collection('estimateItems').where('estimateId', estimateId);

const subtotal = (store: Store, id: unknown) =>
	itemsOf(store, id).reduce((sum, { total }) => sum + Number(total), 0);

const withoutOwner = ({ estimateId: _estimateId, active: _active, ...item }: Row): Row => item;

const showEstimate: Show = (row, { store }) => {
	const job = store.collection('jobs').get(row.jobId);
	const businessUnit = store.collection('businessUnits').get(job?.businessUnitId);
	return {
		status: { value: STATUSES.indexOf(String(row.statusName)), name: row.statusName },
		jobNumber: job?.jobNumber ?? null,
		items: itemsOf(store, row.id).map(withoutOwner),
		subtotal: subtotal(store, row.id),
		businessUnitId: businessUnit?.id ?? null,
		businessUnitName: businessUnit?.name ?? null,
	};
};

/** The technician or employee who sold it. */
function checkSeller({ store, body }: SandboxRequest): void {
	const { soldBy } = body;
	if (soldBy == null) return;
	const known = ['technicians', 'employees'].some((name) => store.collection(name).get(soldBy));
	if (!known) throw wrongValue('soldBy', `Employee ${String(soldBy)} does not exist`);
}

/** The documents give 400 alone for these. */
function checkStatus(...allowed: readonly string[]) {
	return (_request: SandboxRequest, row: Row | undefined): void => {
		if (allowed.includes(String(row?.statusName))) return;
		throw wrongValue('id', `The estimate is ${String(row?.statusName)}`);
	};
}

/** A line as it is stored, from what was sent; without an id it is new. */
function writeItem(store: Store, estimateId: unknown, sent: Row, at = ''): Row {
	const items = store.collection('estimateItems');
	const { id = null, skuId = null, skuName = null } = sent;
	const known = id === null ? undefined : items.get(id);
	if (id !== null && known?.estimateId !== estimateId) {
		throw wrongValue(`${at}id`, 'is not a line of this estimate');
	}
	const sku = skuId === null && skuName === null ? undefined : skuOf(store, skuId, skuName);
	if (!known && !sku) throw wrongValue(`${at}skuId`, 'must be an item of the pricebook');
	const qty = Number(sent.quantity ?? known?.qty ?? 1);
	const unitRate = Number(sent.unitPrice ?? known?.unitRate ?? sku?.price ?? 0);
	const values: Row = {
		qty,
		unitRate,
		total: qty * unitRate,
		...(sku
			? {
					sku: {
						...emptyRecord(membersOf('sales.SkuModel'), 'sales'),
						id: sku.id,
						name: sku.code,
						displayName: sku.name,
						type: sku.type,
						modifiedOn: '2025-01-01T00:00:00.000Z',
					},
				}
			: {}),
		...(sent.description == null
			? known
				? {}
				: { description: sku?.name }
			: { description: sent.description }),
		...(sent.itemGroupName == null ? {} : { itemGroupName: sent.itemGroupName }),
		...(sent.itemGroupRootId == null ? {} : { itemGroupRootId: sent.itemGroupRootId }),
		...(sent.chargeable == null ? {} : { chargeable: sent.chargeable }),
	};
	return known ? items.change(known.id, values) : items.add({ estimateId, ...values });
}

/** Lines that are sent replace those there are; inferred from the PUT. */
function writeItems({ id }: Row, { store, body }: SandboxRequest): void {
	if (!Array.isArray(body.items)) return;
	const written = (body.items as Row[]).map((sent, index) =>
		writeItem(store, id, sent, `items[${index}].`),
	);
	const kept = new Set(written.map((item) => item.id));
	for (const item of [...itemsOf(store, id)]) {
		if (!kept.has(item.id)) store.collection('estimateItems').remove(item.id);
	}
}

function estimateOf({ body, store, clock }: SandboxRequest, row: Row | undefined): Row {
	const place =
		store.collection('jobs').get(body.jobId) ?? store.collection('projects').get(body.projectId);
	const location = store.collection('locations').get(body.locationId);
	const sold = body.status === 'Sold' && row?.statusName !== 'Sold';
	return {
		...(body.status == null ? {} : { statusName: body.status }),
		...(sold ? { soldOn: new Date(clock.now()).toISOString() } : {}),
		...(row
			? {}
			: {
					locationId: place?.locationId ?? location?.id ?? null,
					customerId: place?.customerId ?? location?.customerId ?? null,
					projectId: body.projectId ?? place?.projectId ?? null,
				}),
	};
}

const WRITE = {
	show: showEstimate,
	without: ['items', 'status', 'useDefaultProjectLabels'],
	also: estimateOf,
	then: writeItems,
};

const total: (compare: (sum: number, bound: number) => boolean) => Filter =
	(compare) =>
	(value, { store }) =>
	(row) =>
		compare(subtotal(store, row.id) + Number(row.tax), Number(value));

/** Estimates and their lines. */
export const estimates: Area = {
	collections: {
		estimates: records('Estimate', 27_001, 'sales.EstimateResponse', { statusName: 'Open' }),
		estimateItems: records('Estimate item', 28_001, 'sales.EstimateItemResponse'),
	},
	routes: routesOf('/sales/v2/tenant/{tenant}', {
		'GET estimates': lists('estimates', {
			show: showEstimate,
			filters: {
				jobNumber:
					(value, { store }) =>
					(row) =>
						store.collection('jobs').get(row.jobId)?.jobNumber === value,
				totalGreater: total((sum, bound) => sum >= bound),
				totalLess: total((sum, bound) => sum <= bound),
				soldById: equals('soldBy'),
				soldByEmployeeId: equals('soldBy'),
				soldAfter: after('soldOn'),
				soldBefore: before('soldOn'),
				status: equals('statusName'),
			},
		}),
		'POST estimates': creates('estimates', {
			...WRITE,
			check(request) {
				checkSeller(request);
				const { jobId, projectId, locationId } = request.body;
				// Inferred: an estimate is for something.
				if (jobId == null && projectId == null && locationId == null) {
					throw wrongValue('jobId', 'A job, a project or a location must be given');
				}
			},
		}),
		'GET estimates/export': feeds('estimates', { show: showEstimate }),
		'GET estimates/items': lists('estimateItems', {
			filters: { estimateId: equals('estimateId') },
		}),
		'GET estimates/{id}': reads('estimates', { show: showEstimate }),
		'PUT estimates/{id}': updates('estimates', {
			...WRITE,
			check(request, row) {
				checkSeller(request);
				checkStatus('Open')(request, row);
			},
		}),
		'PUT estimates/{id}/sell': sets(
			'estimates',
			({ body, clock }) => ({
				statusName: 'Sold',
				soldBy: body.soldBy,
				soldOn: new Date(clock.now()).toISOString(),
			}),
			{
				id: 'id',
				show: showEstimate,
				check(request, row) {
					checkSeller(request);
					checkStatus('Open')(request, row);
				},
			},
		),
		'PUT estimates/{id}/unsell': sets(
			'estimates',
			() => ({ statusName: 'Open', soldBy: null, soldOn: null }),
			{ id: 'id', check: checkStatus('Sold') },
		),
		'PUT estimates/{id}/dismiss': sets('estimates', () => ({ statusName: 'Dismissed' }), {
			id: 'id',
			check: checkStatus('Open'),
		}),
		'PUT estimates/{id}/items': does((request) => {
			const { store, path, body } = request;
			const estimate = store.collection('estimates').require(path.id);
			checkStatus('Open')(request, estimate);
			requireAll(store, body);
			const item = writeItem(store, estimate.id, body);
			store.collection('estimates').change(estimate.id, {});
			return { ...withoutOwner(item), estimateId: estimate.id };
		}),
		'DELETE estimates/{id}/items/{itemId}': does((request) => {
			const { store, path } = request;
			const estimate = store.collection('estimates').require(path.id);
			checkStatus('Open')(request, estimate);
			const item = store.collection('estimateItems').require(path.itemId);
			if (item.estimateId !== estimate.id) throw notFound('Estimate item', path.itemId);
			store.collection('estimateItems').remove(item.id);
			store.collection('estimates').change(estimate.id, {});
		}),
	}),
	seed({ add, at, store }) {
		const statuses = ['Open', 'Sold', 'Dismissed', 'Open', 'Open'];
		add(
			'estimates',
			statuses.map((statusName, index) => {
				const job = store.collection('jobs').require(50_001 + index);
				return {
					jobId: job.id,
					projectId: job.projectId,
					locationId: job.locationId,
					customerId: job.customerId,
					name: ['Good', 'Better', 'Best'][index % 3],
					summary: 'As talked over on site',
					reviewStatus: 'None',
					statusName,
					soldOn: statusName === 'Sold' ? at(-20, 15) : null,
					soldBy: statusName === 'Sold' ? 601 : null,
					tax: 0,
					externalLinks: [],
					active: index !== 4,
					createdOn: at(-24 + index, 12),
				};
			}),
		);
		for (const { id, createdOn } of store.collection('estimates').all()) {
			for (const skuId of [11_001, 13_001]) {
				const item = writeItem(store, id, { skuId, quantity: 1 });
				store.collection('estimateItems').change(item.id, { createdOn, modifiedOn: createdOn });
			}
		}
	},
};
