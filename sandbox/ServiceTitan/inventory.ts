import { oneOf } from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { customFieldFilter, patchesCustomFields } from './money';
import { records } from './records';
import {
	creates,
	does,
	feeds,
	lists,
	reads,
	removes,
	routesOf,
	updates,
	type ListsOptions,
} from './tables';

/** Where the lines of orders, receipts and returns get their ids from. */
export const LINES = 'inventoryLines';

/** Stock lies in warehouses and in trucks. */
export function checkStockLocation({ store, body }: SandboxRequest): void {
	const { inventoryLocationId: id } = body;
	if (id === undefined || id === null) return;
	if (!store.collection('warehouses').get(id) && !store.collection('trucks').get(id)) {
		throw wrongValue('inventoryLocationId', `Inventory location ${String(id)} does not exist`);
	}
}

/** Lists whose custom fields can be searched. */
export const searchable = (filters: ListsOptions['filters'] = {}): ListsOptions => ({
	open: ['customFields.Fields'],
	filters: {
		'customFields.Fields': customFieldFilter('customFields.Operator'),
		'customFields.Operator': () => () => true,
		...filters,
	},
});

const RENAMED: Readonly<Record<string, string>> = {
	taxRate: 'defaultTaxRate',
	restrictedMobileCreation: 'isMobileCreationRestricted',
};
const CONTACT = ['firstName', 'lastName', 'phone', 'email', 'fax'];

/** A vendor is sent flat and shown with its contact in a structure. */
function vendorOf({ body }: SandboxRequest, row: Row | undefined): Row {
	const changed: Row = {};
	for (const [name, member] of Object.entries(RENAMED)) {
		if (body[name] != null) changed[member] = body[name];
	}
	const contact = Object.fromEntries(
		CONTACT.filter((name) => body[name] != null).map((name) => [name, body[name]]),
	);
	const empty = { firstName: '', lastName: '', phone: '', email: '', fax: '' };
	return { ...changed, contactInfo: { ...empty, ...(row?.contactInfo as Row), ...contact } };
}

const VENDOR = {
	references: { paymentTermId: 'paymentTerms', remittanceVendorId: 'vendors' },
	without: [
		...Object.keys(RENAMED),
		...CONTACT,
		'vendorQuickbooksItem',
		'paymentTermId',
		'remittanceVendorId',
		'tags',
		'vendorContacts',
	],
	also: vendorOf,
};

function checkName(collection: string) {
	return ({ store, body }: SandboxRequest, row: Row | undefined): void => {
		const others = store.collection(collection).where('name', body.name);
		// Inferred from the 409 of the documents.
		if (others.some(({ id }) => id !== row?.id)) throw conflict('There is one of that name');
	};
}

function checkStep({ body }: SandboxRequest): void {
	if (!(Number(body.from) < Number(body.to))) throw wrongValue('to', 'must be more than from');
}

/** Warehouses, trucks, vendors, the types of orders and returns, adjustments and transfers. */
export const inventory: Area = {
	collections: {
		warehouses: records('Warehouse', 16_001, 'inventory.WarehouseResponse'),
		trucks: records('Truck', 16_101, 'inventory.TruckResponse'),
		purchaseOrderMarkups: records(
			'Purchase order markup',
			16_301,
			'inventory.Markups.PurchaseOrderMarkupResponse',
		),
		purchaseOrderTypes: records(
			'Purchase order type',
			16_501,
			'inventory.PurchaseOrderTypeResponse',
		),
		returnTypes: records('Return type', 16_701, 'inventory.ListReturnTypesResponse'),
		vendors: records('Vendor', 17_001, 'inventory.VendorResponse', { deliveryOption: 'Manual' }),
		adjustments: records(
			'Adjustment',
			17_501,
			'inventory.InventoryAdjustmentResponse',
			({ id }) => ({
				number: `A-${String(id)}`,
			}),
		),
		transfers: records('Transfer', 17_701, 'inventory.InventoryTransferResponse', ({ id }) => ({
			number: `T-${String(id)}`,
		})),
	},
	routes: routesOf('/inventory/v2/tenant/{tenant}', {
		'GET warehouses': lists('warehouses'),
		'PATCH warehouses/{id}': updates('warehouses'),
		'GET trucks': lists('trucks'),
		'PATCH trucks/{id}': updates('trucks'),
		'GET purchase-order-markups': lists('purchaseOrderMarkups'),
		'POST purchase-order-markups': creates('purchaseOrderMarkups', { check: checkStep }),
		'GET purchase-order-markups/{id}': reads('purchaseOrderMarkups'),
		'PATCH purchase-order-markups/{id}': updates('purchaseOrderMarkups', { check: checkStep }),
		'DELETE purchase-order-markups/{id}': removes('purchaseOrderMarkups'),
		'GET purchase-order-types': lists('purchaseOrderTypes'),
		'POST purchase-order-types': creates('purchaseOrderTypes'),
		'PATCH purchase-order-types/{id}': updates('purchaseOrderTypes', {
			check: checkName('purchaseOrderTypes'),
		}),
		'GET return-types': lists('returnTypes', {
			filters: { activeOnly: (value) => (row) => value !== true || row.active === true },
		}),
		'POST return-types': creates('returnTypes'),
		'PATCH return-types/{id}': updates('returnTypes', {
			without: ['id'],
			check: checkName('returnTypes'),
		}),
		'GET vendors': lists('vendors'),
		'POST vendors': creates('vendors', VENDOR),
		'GET vendors/{id}': reads('vendors'),
		'PATCH vendors/{id}': updates('vendors', VENDOR),
		'GET adjustments': lists(
			'adjustments',
			searchable({ adjustmentTypes: oneOf('type'), invoiceIds: oneOf('invoiceId') }),
		),
		'PATCH adjustments/custom-fields': does(
			patchesCustomFields('adjustments', 'inventory', 'Adjustment'),
		),
		'PATCH adjustments/{id}': updates('adjustments'),
		'GET transfers': lists('transfers', searchable({ transferTypeIds: oneOf('transferTypeId') })),
		'PATCH transfers/custom-fields': does(
			patchesCustomFields('transfers', 'inventory', 'Transfer'),
		),
		'PATCH transfers/{id}': updates('transfers'),
		'GET export/adjustments': feeds('adjustments'),
		'GET export/transfers': feeds('transfers'),
	}),
	seed({ add, at }) {
		const address = {
			street: '1 Depot Lane',
			unit: null,
			city: 'Maplewick',
			state: 'OH',
			zip: '00011',
			country: 'USA',
		};
		add('warehouses', [
			{ name: 'Main depot', address },
			{ name: 'Harbor store', address: { ...address, street: '9 Quay Road' } },
			{ name: 'Old shed', address, active: false },
		]);
		add('trucks', [
			{ name: 'Van 1', warehouseId: 16_001, technicianIds: [601] },
			{ name: 'Van 2', warehouseId: 16_001, technicianIds: [602, 603] },
			{ name: 'Van 3', warehouseId: 16_002, technicianIds: [], active: false },
		]);
		add('purchaseOrderMarkups', [
			{ from: 0, to: 50, percent: 30 },
			{ from: 50, to: 500, percent: 20 },
		]);
		add('purchaseOrderTypes', [
			{ name: 'Stock' },
			{ name: 'Job', displayToTechnician: true, defaultRequiredDateDaysOffset: 3 },
			{ name: 'Old type', active: false },
		]);
		add('returnTypes', [
			{ name: 'To the vendor', isDefault: true },
			{ name: 'Warranty' },
			{ name: 'Old type', active: false },
		]);
		const contactInfo = {
			firstName: 'Perpetua',
			lastName: 'Lunt',
			phone: '(303) 555-0150',
			email: 'orders@example.com',
			fax: '',
		};
		add('vendors', [
			{ name: 'Kettle & Cog Supply', defaultTaxRate: 0.07, contactInfo, address },
			{ name: 'Brightwell Parts', contactInfo, address, isTruckReplenishment: true },
			{ name: 'Gone & Sons', contactInfo, address, active: false },
		]);
		const line = (index: number): Row => ({
			id: 20_901 + index,
			skuId: 12_001 + index,
			description: 'Counted',
			createdOn: at(-30, 9),
			modifiedOn: at(-30, 9),
			name: ['Copper pipe 15 mm', 'Ball valve', 'Pump seal'][index],
			code: `MAT-${index + 1}`,
			quantity: 2,
			createdById: 900,
			active: true,
			serialNumbers: null,
		});
		const slip = [{ typeId: 66, name: 'Shelf', value: 'A1' }];
		add(
			'adjustments',
			[0, 1, 2].map((index) => ({
				type: ['Manual', 'Count', 'Manual'][index],
				inventoryLocationId: 16_001 + (index % 2),
				businessUnitId: 101,
				invoiceId: 150_001 + index,
				date: at(-30 + index, 9),
				memo: 'Yearly count',
				items: [line(index)],
				customFields: index === 0 ? slip : [],
				active: index !== 2,
				createdOn: at(-30 + index, 9),
			})),
		);
		add(
			'transfers',
			['Pending', 'Picked', 'Received'].map((status, index) => ({
				transferType: 'Restock',
				transferTypeId: 1,
				status,
				fromLocationId: 16_001,
				toLocationId: 16_101 + (index % 2),
				date: at(-15 + index, 9),
				memo: '',
				items: [{ ...line(index), quantityPicked: status === 'Pending' ? 0 : 2 }],
				customFields: [],
				createdOn: at(-15 + index, 9),
			})),
		);
	},
};
