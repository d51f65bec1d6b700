import { before, equals, oneOf, onOrAfter, type Filter } from '../core/pieces';
import { notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import {
	atLeast,
	atMost,
	customFieldFilter,
	marksExported,
	money,
	named,
	namedIs,
	patchesCustomFields,
	skuOf,
} from './money';
import { records } from './records';
import { requireAll } from './references';
import { customFieldList, does, feeds, lists, routesOf } from './tables';

const REFERENCES = { assignedToId: 'employees', durationBillingId: undefined };

const itemsOf = (store: Store, invoiceId: unknown) =>
	store.collection('invoiceItems').where('invoiceId', invoiceId);

/** Money that was paid on the invoice. */
function paidOn(store: Store, invoiceId: unknown): number {
	return store
		.collection('payments')
		.all()
		.filter(({ active }) => active !== false)
		.flatMap(({ splits }) => splits as Row[])
		.filter((split) => split.invoiceId === invoiceId)
		.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0);
}

const withoutUnit = (address: unknown): Row => {
	const { street, unit = null, city, state, zip, country } = (address ?? {}) as Row;
	return { street, unit, city, state, zip, country };
};

/** The invoice that every job has from the start. Its number follows the job's. */
export function addInvoice(store: Store, job: Row): Row {
	const customer = store.collection('customers').require(job.customerId);
	const location = store.collection('locations').require(job.locationId);
	return store.collection('invoices').add({
		id: job.invoiceId,
		referenceNumber: String(job.jobNumber),
		customer: { id: customer.id, name: customer.name },
		customerAddress: withoutUnit(customer.address),
		location: { id: location.id, name: location.name },
		locationAddress: withoutUnit(location.address),
		businessUnit: named(store, 'businessUnits', job.businessUnitId),
		job: {
			id: job.id,
			number: job.jobNumber,
			type: store.collection('jobTypes').get(job.jobTypeId)?.name ?? null,
		},
		projectId: job.projectId ?? null,
		invoiceDate: job.createdOn,
		dueDate: job.createdOn,
		createdOn: job.createdOn,
		modifiedOn: job.modifiedOn,
	});
}

/** Works out what an invoice adds up to; of what stands on it and of what was paid. */
export function reckon(store: Store, invoiceId: unknown): void {
	const invoices = store.collection('invoices');
	const invoice = invoices.get(invoiceId);
	if (!invoice) return;
	const subTotal = itemsOf(store, invoiceId).reduce((sum, { total }) => sum + Number(total), 0);
	const total = subTotal + Number(invoice.salesTax ?? 0);
	invoices.change(invoiceId, {
		subTotal: money(subTotal),
		total: money(total),
		balance: money(total - paidOn(store, invoiceId)),
	});
}

/** A line as it is stored, from what was sent; without an id it is new. */
function writeItem(store: Store, invoiceId: unknown, sent: Row, at = ''): void {
	const items = store.collection('invoiceItems');
	const { id = null, skuId = null, skuName = null, quantity, unitPrice, cost } = sent;
	const sku = skuId === null && skuName === null ? undefined : skuOf(store, skuId, skuName);
	if (skuId !== null && !sku) {
		throw wrongValue(`${at}skuId`, `Item ${String(skuId)} is not in the pricebook`);
	}
	const known = id === null ? undefined : items.get(id);
	if (id !== null && known?.invoiceId !== invoiceId) {
		throw wrongValue(`${at}id`, 'is not a line of this invoice');
	}
	const price = Number(unitPrice ?? known?.price ?? sku?.price ?? 0);
	const each = Number(cost ?? known?.cost ?? 0);
	const values: Row = {
		description: sent.description,
		quantity: String(quantity),
		cost: money(each),
		totalCost: money(each * Number(quantity)),
		price: money(price),
		total: money(price * Number(quantity)),
		...(sku ? { skuId: sku.id, skuName: sku.code, type: sku.type, displayName: sku.name } : {}),
		...(sent.technicianId == null ? {} : { technicianId: sent.technicianId }),
		...(sent.isAddOn == null ? {} : { addOn: sent.isAddOn }),
		...(sent.itemGroupName == null
			? {}
			: { itemGroup: { rootId: sent.itemGroupRootId ?? 0, name: sent.itemGroupName } }),
	};
	if (known) items.change(known.id, values);
	else items.add({ invoiceId, order: itemsOf(store, invoiceId).length + 1, ...values });
}

/** What a body changes in the shown members of an invoice. */
function changes({ store, body }: SandboxRequest, invoice: Row | undefined): Row {
	const at = { number: 'referenceNumber', invoicedOn: 'invoiceDate', summary: 'summary' };
	const more = { exportId: 'exportId', reviewStatus: 'reviewStatus' };
	const changed: Row = {};
	for (const [name, member] of Object.entries({ ...at, ...more })) {
		if (body[name] !== undefined) changed[member] = body[name];
	}
	if (body.tax != null) changed.salesTax = money(Number(body.tax));
	if (body.typeId != null) {
		// The kinds of invoices have no list in the documents.
		changed.invoiceType = { id: body.typeId, name: `Type ${String(body.typeId)}` };
	}
	if (body.assignedToId != null) changed.assignedTo = named(store, 'employees', body.assignedToId);
	const royalty = {
		status: body.royaltyStatus,
		date: body.royaltyDate,
		sentOn: body.royaltySentOn,
		memo: body.royaltyMemo,
	};
	if (Object.values(royalty).some((value) => value !== undefined)) {
		const old = (invoice?.royalty ?? {}) as Row;
		changed.royalty = Object.fromEntries(
			Object.entries(royalty).map(([name, value]) => [name, value ?? old[name] ?? null]),
		);
	}
	return changed;
}

function writeInvoice(request: SandboxRequest, invoiceId: unknown): void {
	const { store, body } = request;
	((body.items ?? []) as Row[]).forEach((item, index) => {
		writeItem(store, invoiceId, item, `items[${index}].`);
	});
	for (const { id, settlementStatus, settlementDate } of (body.payments ?? []) as Row[]) {
		store.collection('payments').change(id, { settlementStatus, settlementDate });
	}
	reckon(store, invoiceId);
}

const createAdjustment: Handler = (request) => {
	const { store, body } = request;
	requireAll(store, body, { ...REFERENCES, adjustmentToId: 'invoices' });
	const adjusted = store.collection('invoices').require(body.adjustmentToId);
	const { id, createdOn: _createdOn, modifiedOn: _modifiedOn, ...rest } = adjusted;
	const invoice = store.collection('invoices').add({
		...rest,
		customFields: [],
		adjustmentToId: id,
		referenceNumber: `${String(adjusted.referenceNumber)}-A`,
		salesTax: money(0),
		syncStatus: 'Pending',
		...changes(request, undefined),
	});
	writeInvoice(request, invoice.id);
	return invoice.id;
};

const updateInvoice: Handler = (request) => {
	const { store, body, path } = request;
	const invoice = store.collection('invoices').require(path.id);
	requireAll(store, body, REFERENCES);
	((body.payments ?? []) as Row[]).forEach(({ id }, index) => {
		if (!store.collection('payments').get(id)) {
			throw wrongValue(`payments[${index}].id`, `Payment ${String(id)} does not exist`);
		}
	});
	store.collection('invoices').change(invoice.id, changes(request, invoice));
	writeInvoice(request, invoice.id);
};

const showInvoice = ({ id }: Row, { store }: SandboxRequest): Row => ({
	items: itemsOf(store, id).map(({ invoiceId: _invoiceId, active: _active, ...item }) => item),
	customFields: namesOnly(store.collection('invoices').get(id)?.customFields),
});

/** Accounting shows custom fields by name alone. */
export const namesOnly = (fields: unknown): Row[] =>
	((fields ?? []) as Row[]).map(({ name, value }) => ({ name, value }));

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
	Equals: (a, b) => a === b,
	NotEquals: (a, b) => a !== b,
	Greater: (a, b) => a > b,
	Less: (a, b) => a < b,
};

const balance: Filter = (value, { query }) => {
	const compare = COMPARE[String(query['balanceFilter.Comparer'] ?? 'Equals')];
	return (row) => compare(Number(row.balance), Number(value));
};

/** Invoices and what stands on them. */
export const invoices: Area = {
	collections: {
		invoices: records('Invoice', 250_001, 'accounting.InvoiceResponse', {
			syncStatus: 'Pending',
			reviewStatus: 'NeedsReview',
			sentStatus: 'NotSent',
			subTotal: money(0),
			salesTax: money(0),
			total: money(0),
			balance: money(0),
			discountTotal: money(0),
			createdBy: 'api',
			customFields: [],
			items: [],
		}),
		invoiceItems: records('Invoice item', 300_001, 'accounting.ExportInvoiceItemResponse', {
			type: 'Unspecified',
		}),
	},
	routes: routesOf('/accounting/v2/tenant/{tenant}', {
		'GET invoices': lists('invoices', {
			show: showInvoice,
			open: ['customField.Fields'],
			filters: {
				statuses: oneOf('syncStatus'),
				batchId: equals('batch.id'),
				batchNumber: equals('batch.number'),
				'customField.Fields': customFieldFilter('customField.Operator'),
				'customField.Operator': () => () => true,
				jobId: namedIs('job'),
				jobNumber: equals('job.number'),
				businessUnitId: namedIs('businessUnit'),
				customerId: namedIs('customer'),
				invoicedOnOrAfter: onOrAfter('invoiceDate'),
				invoicedOnBefore: before('invoiceDate'),
				number: equals('referenceNumber'),
				totalGreater: atLeast('total'),
				totalLess: atMost('total'),
				'balanceFilter.Balance': balance,
				'balanceFilter.Comparer': () => () => true,
				assignedToIds: namedIs('assignedTo'),
			},
		}),
		'POST invoices': does(createAdjustment),
		'GET invoices/custom-fields': customFieldList('invoices'),
		'PATCH invoices/custom-fields': does(patchesCustomFields('invoices', 'invoices', 'Invoice')),
		'POST invoices/markasexported': does(
			marksExported('invoices', 'invoiceId', ({ externalId }) => ({
				syncStatus: 'Exported',
				...(externalId == null ? {} : { exportId: externalId }),
			})),
		),
		'PATCH invoices/{id}': does(updateInvoice),
		'PATCH invoices/{invoiceId}/items': does(({ store, path, body }) => {
			const invoice = store.collection('invoices').require(path.invoiceId);
			requireAll(store, body, REFERENCES);
			writeItem(store, invoice.id, body);
			reckon(store, invoice.id);
		}),
		'DELETE invoices/{invoiceId}/items/{itemId}': does(({ store, path }) => {
			const invoice = store.collection('invoices').require(path.invoiceId);
			const item = store.collection('invoiceItems').require(path.itemId);
			if (item.invoiceId !== invoice.id) throw notFound('Invoice item', path.itemId);
			store.collection('invoiceItems').remove(item.id);
			reckon(store, invoice.id);
		}),
		'GET export/invoices': feeds('invoices', { show: showInvoice }),
		'GET export/invoice-items': feeds('invoiceItems'),
	}),
	seed({ add, store }) {
		for (const job of store.collection('jobs').all()) {
			const invoice = addInvoice(store, job);
			if (job.total === null) continue;
			const sku = skuOf(store, 11_001 + (Number(job.id) % 4));
			add('invoiceItems', [
				{
					invoiceId: invoice.id,
					description: sku?.name,
					quantity: '1',
					price: money(Number(job.total)),
					total: money(Number(job.total)),
					cost: money(0),
					totalCost: money(0),
					type: 'Service',
					skuId: sku?.id,
					skuName: sku?.code,
					displayName: sku?.name,
					order: 1,
					createdOn: job.completedOn,
				},
			]);
			store.collection('invoices').change(
				invoice.id,
				{
					syncStatus: ['Pending', 'Posted', 'Exported'][Number(job.id) % 3],
					subTotal: money(Number(job.total)),
					total: money(Number(job.total)),
					balance: money(Number(job.total)),
				},
				{ touch: false },
			);
		}
	},
};
