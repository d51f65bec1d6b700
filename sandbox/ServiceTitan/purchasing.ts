import { oneOf } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { checkStockLocation, LINES, searchable } from './inventory';
import { patchesCustomFields, requireSku, type Sku } from './money';
import { API_USER_ID, records } from './records';
import { creates, does, feeds, lists, reads, routesOf, sets, updates, type Piece } from './tables';

const REFERENCES = {
	vendorId: 'vendors',
	typeId: 'purchaseOrderTypes',
	returnTypeId: 'returnTypes',
	purchaseOrderId: 'purchaseOrders',
};

/** The documents give 400 and 404 for these, no 409. */
const wrongState = (noun: string, status: unknown) =>
	wrongValue('id', `The ${noun} is ${String(status)}`);

interface Line {
	readonly sku: Sku;
	readonly sent: Row;
	/** The line as it was, where it is not new. */
	readonly known: Row | undefined;
	/** What all lines have. */
	readonly common: Row;
}

/** The lines of a body with what they name looked up; ids of lines must be of this record. */
function linesOf({ store, clock, body }: SandboxRequest, old: readonly Row[]): Line[] {
	const modifiedOn = new Date(clock.now()).toISOString();
	return ((body.items ?? []) as Row[]).map((sent, index) => {
		const sku = requireSku(store, sent.skuId, `items[${index}].skuId`);
		const known = old.find(({ id }) => id === sent.id);
		if (sent.id && !known) throw wrongValue(`items[${index}].id`, 'is not a line of this record');
		const common = {
			id: known?.id ?? store.collection(LINES).add({}).id,
			skuId: sku.id,
			description: sent.description ?? sent.itemDescription ?? sku.name,
			quantity: sent.quantity,
			cost: sent.cost,
			createdOn: known?.createdOn ?? modifiedOn,
			modifiedOn,
		};
		return { sku, sent, known, common };
	});
}

const worth = ({ quantity, cost }: Row) => Number(quantity) * Number(cost);
const sum = (lines: readonly Row[]) => lines.reduce((all, line) => all + worth(line), 0);

const orderLines = (request: SandboxRequest, old: readonly Row[]): Row[] =>
	linesOf(request, old).map(({ sku, sent, known, common }) => ({
		...common,
		skuName: sku.name,
		skuCode: sku.code,
		skuType: sku.type,
		vendorPartNumber: sent.vendorPartNumber ?? '',
		quantityReceived: known?.quantityReceived ?? 0,
		total: worth(common),
		serialNumbers: [],
		status: 'Pending',
		chargeable: false,
	}));

/** What an order keeps otherwise than it was sent. */
function orderOf(request: SandboxRequest, row: Row | undefined): Row {
	const { body } = request;
	const old = (row?.items ?? []) as Row[];
	const items = Array.isArray(body.items) ? orderLines(request, old) : old;
	const { tax, shipping } = { ...row, ...body };
	return {
		items,
		total: sum(items) + Number(tax ?? 0) + Number(shipping ?? 0),
		...(body.memo === undefined ? {} : { summary: body.memo ?? '' }),
		...(body.shipTo == null ? {} : { shipTo: (body.shipTo as Row).address }),
		...(body.vendorInvoiceNumber === undefined
			? {}
			: { vendorDocumentNumber: body.vendorInvoiceNumber ?? '' }),
	};
}

const ORDER = {
	references: REFERENCES,
	without: ['memo', 'vendorInvoiceNumber', 'shipTo', 'impactsTechnicianPayroll', 'items'],
	check(request: SandboxRequest, row: Row | undefined) {
		checkStockLocation(request);
		if (row && !['Pending', 'Sent'].includes(String(row.status))) {
			throw wrongState('purchase order', row.status);
		}
	},
	also: orderOf,
};

/** Counts what came for an order, or goes back from it, line by line. */
function receive(store: Store, order: Row, lines: readonly Row[], sign: 1 | -1): void {
	const items = (order.items as Row[]).map((item) => {
		const came = lines
			.filter((line) => line.purchaseOrderItemId === item.id)
			.reduce((all, { quantity }) => all + Number(quantity), 0);
		return { ...item, quantityReceived: Number(item.quantityReceived) + sign * came };
	});
	const missing = items.some(
		(item) => Number(item.quantityReceived) < Number((item as Row).quantity),
	);
	const partly = items.some((item) => Number(item.quantityReceived) > 0)
		? 'PartiallyReceived'
		: 'Sent';
	store
		.collection('purchaseOrders')
		.change(order.id, { items, status: missing ? partly : 'Received' });
}

const createReceipt: Handler = ({ store, body }) => {
	const order = store.collection('purchaseOrders').require(body.purchaseOrderId);
	if (['Received', 'Exported', 'Canceled'].includes(String(order.status))) {
		throw wrongValue('purchaseOrderId', `The purchase order is ${String(order.status)}`);
	}
	const items = (body.items as Row[]).map((sent, index) => {
		const sku = requireSku(store, sent.skuId, `items[${index}].skuId`);
		const line = (order.items as Row[]).find(({ id, skuId }) =>
			sent.purchaseOrderItemId == null ? skuId === sku.id : id === sent.purchaseOrderItemId,
		);
		if (!line) throw wrongValue(`items[${index}].skuId`, 'is not on the purchase order');
		return {
			id: store.collection(LINES).add({}).id,
			skuId: sku.id,
			name: sku.name,
			code: sku.code,
			description: sent.description ?? line.description,
			quantity: sent.quantity,
			cost: sent.cost,
			generalLedgerAccount: null,
			costOfSaleAccount: null,
			assetAccount: null,
			purchaseOrderItemId: line.id,
		};
	});
	const { jobId, businessUnitId, vendorId, technicianId, inventoryLocationId, shipTo } = order;
	const receipt = store.collection('receipts').add({
		purchaseOrderId: order.id,
		vendorInvoiceNumber: body.vendorDocumentNumber ?? '',
		memo: body.memo ?? '',
		jobId,
		businessUnitId,
		vendorId,
		technicianId,
		inventoryLocationId: inventoryLocationId ?? 0,
		shipTo,
		receiptAmount: sum(items),
		taxAmount: body.tax,
		shippingAmount: body.shipping,
		receivedOn: body.dateReceived,
		items,
	});
	receive(store, order, items, 1);
	return { id: receipt.id };
};

function returnOf(request: SandboxRequest, row: Row | undefined): Row {
	const { body } = request;
	const kept: Row = {
		...(body.tax == null ? {} : { taxAmount: body.tax }),
		...(body.shipping == null ? {} : { shippingAmount: body.shipping }),
	};
	if (!Array.isArray(body.items)) return kept;
	const items = linesOf(request, (row?.items ?? []) as Row[]).map(
		({ sku, sent, known, common }) => ({
			...common,
			name: sku.name,
			code: sku.code,
			generalLedgerAccount: null,
			costOfSaleAccount: null,
			assetAccount: null,
			serialNumbers: null,
			createdById: API_USER_ID,
			active: true,
			receiptItemId: sent.shipmentItemId ?? known?.receiptItemId ?? null,
		}),
	);
	return { ...kept, items, returnAmount: sum(items) };
}

const RETURN = {
	references: REFERENCES,
	without: ['tax', 'shipping', 'restockingFee', 'items'],
	check(request: SandboxRequest, row: Row | undefined) {
		checkStockLocation(request);
		if (row && row.status !== 'Pending') throw wrongState('return', row.status);
	},
	also: returnOf,
};

/** Canceled once, with a reason, by the user of the API. */
function cancels(
	collection: string,
	canCancel: (row: Row) => boolean,
	changes: Row,
	then?: (row: Row, store: Store) => void,
): Piece {
	return sets(
		collection,
		({ body, clock }) => ({
			...changes,
			canceledReason: body.canceledReason ?? null,
			canceledById: API_USER_ID,
			dateCanceled: new Date(clock.now()).toISOString(),
		}),
		{
			id: 'id',
			check({ store }, row) {
				if (row && canCancel(row)) return;
				throw wrongState(
					store.collection(collection).noun.toLowerCase(),
					row?.status ?? 'Canceled',
				);
			},
			then: (row, { store }) => then?.(row, store),
		},
	);
}

/** An approved request becomes a purchase order; inferred from the members that both have. */
const decides = (requestStatus: 'Approved' | 'Rejected'): Piece =>
	sets('purchaseOrderRequests', () => ({ requestStatus }), {
		id: 'id',
		check(_request, row) {
			if (row?.requestStatus !== 'PendingApproval') {
				throw wrongState('purchase order request', row?.requestStatus);
			}
		},
		then({ id: _id, requestNumber: number, requestStatus: status, ...order }, { store }) {
			if (status === 'Approved') {
				store.collection('purchaseOrders').add({ ...order, number, status: 'Pending' });
			}
		},
	});

const jobIds = oneOf('jobId');

/** Purchase orders from the request to the return. */
export const purchasing: Area = {
	collections: {
		purchaseOrders: records(
			'Purchase order',
			18_001,
			'inventory.PurchaseOrderResponse',
			({ id }) => ({
				number: `PO-${String(id)}`,
				status: 'Pending',
			}),
		),
		purchaseOrderRequests: records(
			'Purchase order request',
			18_501,
			'inventory.PurchaseOrderRequestResponse',
			({ id }) => ({ requestNumber: `PR-${String(id)}`, requestStatus: 'PendingApproval' }),
		),
		receipts: records('Receipt', 19_001, 'inventory.InventoryReceiptResponse', ({ id }) => ({
			number: `R-${String(id)}`,
			createdById: API_USER_ID,
		})),
		returns: records('Return', 19_501, 'inventory.InventoryReturnResponse', ({ id }) => ({
			number: `V-${String(id)}`,
			createdById: API_USER_ID,
		})),
		[LINES]: { noun: 'Line', firstId: 20_001 },
	},
	routes: routesOf('/inventory/v2/tenant/{tenant}', {
		'GET purchase-orders': lists('purchaseOrders', { filters: { jobIds } }),
		'POST purchase-orders': creates('purchaseOrders', ORDER),
		'GET purchase-orders/{id}': reads('purchaseOrders'),
		'PATCH purchase-orders/{id}': updates('purchaseOrders', ORDER),
		'PATCH purchase-orders/{id}/cancellation': cancels(
			'purchaseOrders',
			({ status }) => ['Pending', 'Sent'].includes(String(status)),
			{ status: 'Canceled' },
		),
		'GET purchase-orders/requests': lists('purchaseOrderRequests', { filters: { jobIds } }),
		'PATCH purchase-orders/requests/{id}/approve': decides('Approved'),
		'PATCH purchase-orders/requests/{id}/reject': decides('Rejected'),
		'GET receipts': lists('receipts', searchable()),
		'POST receipts': does(createReceipt),
		'PATCH receipts/custom-fields': does(patchesCustomFields('receipts', 'inventory', 'Receipt')),
		'PATCH receipts/{id}/cancellation': cancels(
			'receipts',
			({ active, billId }) => active === true && billId === null,
			{ active: false },
			({ purchaseOrderId, items }, store) => {
				const order = store.collection('purchaseOrders').require(purchaseOrderId);
				receive(store, order, items as Row[], -1);
			},
		),
		'GET returns': lists('returns', searchable()),
		'POST returns': creates('returns', RETURN),
		'PATCH returns/custom-fields': does(patchesCustomFields('returns', 'inventory', 'Return')),
		'PATCH returns/{id}': updates('returns', RETURN),
		'PATCH returns/{id}/cancellation': cancels('returns', ({ status }) => status === 'Pending', {
			status: 'Canceled',
		}),
		'GET export/purchase-orders': feeds('purchaseOrders'),
		'GET export/returns': feeds('returns'),
	}),
	seed({ add, at, store }) {
		const line = (index: number, received: number): Row => ({
			id: store.collection(LINES).add({}).id,
			skuId: 12_001 + (index % 3),
			description: 'For the shelf',
			createdOn: at(-20 + index, 9),
			modifiedOn: at(-20 + index, 9),
			skuName: ['Copper pipe 15 mm', 'Ball valve', 'Pump seal'][index % 3],
			skuCode: `MAT-${(index % 3) + 1}`,
			skuType: 'Material',
			vendorPartNumber: `KC-${index}`,
			quantity: 10,
			quantityReceived: received,
			cost: 4,
			total: 40,
			serialNumbers: [],
			status: 'Pending',
			chargeable: false,
		});
		const shipTo = {
			street: '1 Depot Lane',
			unit: null,
			city: 'Maplewick',
			state: 'OH',
			zip: '00011',
			country: 'USA',
		};
		const order = (index: number, received = 0): Row => ({
			typeId: 16_501 + (index % 2),
			vendorId: 17_001 + (index % 2),
			businessUnitId: 101,
			inventoryLocationId: 16_001,
			jobId: index % 2 === 0 ? 50_001 + index : null,
			shipTo,
			date: at(-20 + index, 9),
			requiredOn: at(-10 + index, 9),
			total: 44,
			tax: 4,
			summary: 'Stock for the week',
			items: [line(index, received)],
			createdOn: at(-20 + index, 9),
		});
		const statuses = ['Pending', 'Sent', 'Received', 'Canceled', 'Pending'];
		add(
			'purchaseOrders',
			statuses.map((status, index) => ({
				...order(index, status === 'Received' ? 10 : 0),
				status,
				sentOn: ['Sent', 'Received'].includes(status) ? at(-19 + index, 9) : null,
				receivedOn: status === 'Received' ? at(-12, 9) : null,
			})),
		);
		add('purchaseOrderRequests', [
			{ ...order(5), requestStatus: 'PendingApproval' },
			{ ...order(6), requestStatus: 'PendingApproval' },
			{ ...order(7), requestStatus: 'Rejected' },
		]);
		const [received] = store.collection('purchaseOrders').where('status', 'Received');
		const [{ id: purchaseOrderItemId }] = received.items as Row[];
		add('receipts', [
			{
				purchaseOrderId: received.id,
				jobId: received.jobId,
				businessUnitId: 101,
				vendorId: received.vendorId,
				inventoryLocationId: 16_001,
				receiptAmount: 40,
				taxAmount: 4,
				receivedOn: at(-12, 9),
				shipTo,
				items: [
					{
						id: store.collection(LINES).add({}).id,
						skuId: 12_003,
						name: 'Pump seal',
						code: 'MAT-3',
						description: 'For the shelf',
						quantity: 10,
						cost: 4,
						generalLedgerAccount: null,
						costOfSaleAccount: null,
						assetAccount: null,
						purchaseOrderItemId,
					},
				],
				customFields: [{ typeId: 66, name: 'Shelf', value: 'B4' }],
				createdOn: at(-12, 9),
			},
		]);
		add(
			'returns',
			['Pending', 'Returned', 'Canceled'].map((status, index) => ({
				status,
				vendorId: 17_001,
				purchaseOrderId: received.id,
				businessUnitId: 101,
				inventoryLocationId: 16_001,
				memo: 'Wrong size',
				returnAmount: 8,
				returnDate: at(-6 + index, 9),
				referenceNumber: `RET-${index + 1}`,
				createdOn: at(-7 + index, 9),
			})),
		);
	},
};
