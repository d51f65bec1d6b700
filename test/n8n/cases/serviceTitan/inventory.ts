import { byId } from '../../../support/picker';
import { from, values } from '../../workflow';
import { has, type Case } from '../case';
import { exportCase, idOf } from './billing';

const node = 'serviceTitanBackOffice';

const place = {
	street: '4 Foundry Row',
	city: 'Maplewick',
	state: 'OH',
	zip: '00011',
	country: 'USA',
};
const externalData = values({
	applicationGuid: '3f2c6b1e-8a54-4d0e-9a57-0c1d2e3f4a5b',
	patchMode: 'Merge',
	externalData: values([{ key: 'shelf', value: 'B4' }]),
});
const businessUnitId = from('job.getAll', 'businessUnitId');
const inventoryLocationId = idOf('warehouse.getAll');
const skuId = idOf('material.getAll');
const fields = values([{ name: 'Shelf', value: '17' }]);
const line = { skuId, quantity: 3, cost: 4.2 };

const orderOf = (memo: string) => ({
	vendorId: idOf('vendor.create'),
	typeId: from('purchaseOrderType.getAll', 'id'),
	businessUnitId,
	inventoryLocationId,
	date: '2026-03-02T08:00:00Z',
	requiredOn: '2026-03-09T08:00:00Z',
	shipTo: values({ description: 'The yard', ...place }),
	tax: 1.1,
	shipping: 9,
	impactsTechnicianPayroll: false,
	orderedItems: values([{ ...line, description: 'Valves', vendorPartNumber: 'V-15' }]),
	additionalFields: { memo },
});

const inventory: readonly Case[] = [
	...['warehouse', 'truck'].flatMap((resource): Case[] => [
		{
			operation: `${resource}.getAll`,
			parameters: { returnAll: true, filters: { active: 'Any' } },
			gives: 'list',
		},
		{
			operation: `${resource}.get`,
			parameters: { id: idOf(`${resource}.getAll`) },
			gives: 'record',
		},
		{
			operation: `${resource}.update`,
			parameters: { id: idOf(`${resource}.getAll`), externalData },
			gives: 'record',
		},
	]),
	{
		operation: 'vendor.create',
		parameters: {
			name: 'Foundry Supplies',
			active: true,
			address: values(place),
			taxRate: 7,
			isTruckReplenishment: false,
			restrictedMobileCreation: true,
			additionalFields: {
				email: 'orders@example.com',
				deliveryOption: 'EmailAsPdf',
				vendorContacts: values([{ name: 'Ines Marrow', email: 'ines@example.com' }]),
			},
		},
		gives: 'record',
	},
	{
		operation: 'vendor.update',
		parameters: { id: idOf('vendor.create'), updateFields: { memo: 'Rings back late' } },
		gives: 'record',
	},
	{
		operation: 'vendor.get',
		parameters: { id: idOf('vendor.create') },
		gives: 'record',
		check: has({ name: 'Foundry Supplies', memo: 'Rings back late' }),
	},
	{
		operation: 'vendor.getAll',
		parameters: { returnAll: true, filters: { active: 'Any', sort: '-CreatedOn' } },
		gives: 'list',
	},
	{
		operation: 'purchaseOrderType.create',
		parameters: {
			name: 'Same day',
			active: true,
			defaultRequiredDateDaysOffset: 0,
			alertSettings: values({
				sendEmailToTechnicianWhenPoMovedToSend: true,
				sendEmailToTechnicianWhenPoMovedToReceived: false,
				sendEmailToPmWhenPoMovedToSend: false,
				sendEmailToPmWhenPoMovedToReceived: false,
			}),
		},
		gives: 'record',
	},
	{
		operation: 'purchaseOrderType.update',
		parameters: {
			id: idOf('purchaseOrderType.create'),
			updateFields: { name: 'The same day', skipWeekends: true },
		},
		gives: 'record',
	},
	{
		operation: 'purchaseOrderType.getAll',
		parameters: { returnAll: true, filters: { active: 'Any' } },
		gives: 'list',
		check: (records) =>
			records.some(({ name }) => name === 'The same day') ? undefined : 'the new type is not there',
	},
	{
		operation: 'purchaseOrder.create',
		parameters: orderOf('Ring before delivery'),
		gives: 'record',
	},
	{
		operation: 'purchaseOrder.get',
		parameters: { id: idOf('purchaseOrder.create'), simplify: false },
		gives: 'record',
	},
	{
		operation: 'purchaseOrder.getAll',
		parameters: { returnAll: true, filters: { sort: '-Id' } },
		gives: 'list',
	},
	{
		operation: 'purchaseOrder.update',
		parameters: {
			id: idOf('purchaseOrder.create'),
			updateFields: { memo: 'Leave at the gate', tax: 1.2 },
		},
		gives: 'record',
	},
	{
		operation: 'receipt.create',
		parameters: {
			purchaseOrderId: idOf('purchaseOrder.create'),
			dateReceived: '2026-03-08T08:00:00Z',
			tax: 1.2,
			shipping: 9,
			receivedItems: values([
				{
					...line,
					purchaseOrderItemId: "={{ $('purchaseOrder.get').first().json.items[0].id }}",
				},
			]),
			additionalFields: { vendorDocumentNumber: 'DN-4' },
		},
		gives: 'record',
	},
	{ operation: 'receipt.get', parameters: { id: idOf('receipt.create') }, gives: 'record' },
	{
		operation: 'receipt.getAll',
		parameters: { returnAll: true, filters: { active: 'Any' } },
		gives: 'list',
	},
	{
		operation: 'receipt.setCustomFields',
		parameters: { id: idOf('receipt.create'), fields },
		gives: 'success',
	},
	{
		operation: 'returnType.create',
		parameters: {
			name: 'Too many ordered',
			automaticallyReceiveVendorCredit: true,
			includeInSalesTax: false,
			isDefault: false,
			isDefaultForConsignment: false,
		},
		gives: 'record',
	},
	{
		operation: 'returnType.update',
		parameters: { id: idOf('returnType.create'), updateFields: { name: 'Ordered too many' } },
		gives: 'record',
	},
	{
		operation: 'returnType.getAll',
		parameters: { activeOnly: false, returnAll: true },
		gives: 'list',
		check: (records) =>
			records.some(({ name }) => name === 'Ordered too many')
				? undefined
				: 'the new type is not there',
	},
	{
		operation: 'inventoryReturn.create',
		parameters: {
			vendorId: idOf('vendor.create'),
			returnTypeId: from('returnType.create', 'id'),
			businessUnitId,
			inventoryLocationId,
			returnDate: '2026-03-12T08:00:00Z',
			tax: 0,
			shipping: 5,
			restockingFee: 2.5,
			additionalFields: {
				items: values([line]),
				purchaseOrderId: idOf('purchaseOrder.create'),
				memo: 'One left over',
			},
		},
		gives: 'record',
	},
	{
		operation: 'inventoryReturn.get',
		parameters: { id: idOf('inventoryReturn.create') },
		gives: 'record',
		check: has({ memo: 'One left over' }),
	},
	{
		operation: 'inventoryReturn.getAll',
		parameters: { returnAll: true, filters: { active: 'Any', sort: '-Id' } },
		gives: 'list',
	},
	{
		operation: 'inventoryReturn.update',
		parameters: {
			id: idOf('inventoryReturn.create'),
			updateFields: { referenceNumber: 'RMA-8', shipping: 0, externalData },
		},
		gives: 'record',
	},
	{
		operation: 'inventoryReturn.setCustomFields',
		parameters: { id: idOf('inventoryReturn.create'), fields },
		gives: 'success',
	},
	{
		operation: 'inventoryReturn.cancel',
		parameters: { id: idOf('inventoryReturn.create'), canceledReason: 'Accidental' },
		gives: 'record',
	},
	{
		operation: 'receipt.cancel',
		parameters: { id: idOf('receipt.create'), canceledReason: 'VendorIssue' },
		gives: 'record',
	},
	{
		operation: 'purchaseOrder.create',
		as: 'an order to cancel',
		parameters: orderOf('Ordered twice'),
		gives: 'record',
	},
	{
		operation: 'purchaseOrder.cancel',
		parameters: { id: idOf('an order to cancel'), canceledReason: 'Duplicate' },
		gives: 'record',
	},
	{
		operation: 'purchaseOrder.get',
		as: 'an order that was canceled',
		parameters: { id: idOf('an order to cancel') },
		gives: 'record',
		check: has({ status: 'Canceled' }),
	},
	{
		operation: 'purchaseOrderRequest.getAll',
		parameters: { returnAll: true, filters: { requestStatus: 'PendingApproval' } },
		gives: 'list',
		check: (records) => (records.length > 1 ? undefined : 'fewer than two requests'),
	},
	{
		operation: 'purchaseOrderRequest.get',
		parameters: { id: idOf('purchaseOrderRequest.getAll') },
		gives: 'record',
	},
	{
		operation: 'purchaseOrderRequest.approve',
		parameters: { id: idOf('purchaseOrderRequest.getAll') },
		gives: 'record',
	},
	{
		operation: 'purchaseOrderRequest.reject',
		parameters: {
			id: byId("={{ $('purchaseOrderRequest.getAll').last().json.id }}"),
			rejectionReason: 'CostTooHigh',
		},
		gives: 'record',
	},
	{
		operation: 'purchaseOrderMarkup.create',
		parameters: { from: 5000, to: 9000, percent: 12 },
		gives: 'record',
		check: has({ from: 5000, percent: 12 }),
	},
	{
		operation: 'purchaseOrderMarkup.get',
		parameters: { id: idOf('purchaseOrderMarkup.create') },
		gives: 'record',
	},
	{
		operation: 'purchaseOrderMarkup.getAll',
		parameters: { returnAll: true, filters: { sort: '+Percent' } },
		gives: 'list',
	},
	{
		operation: 'purchaseOrderMarkup.update',
		parameters: { id: idOf('purchaseOrderMarkup.create'), from: 5000, to: 9000, percent: 11 },
		gives: 'record',
		check: has({ percent: 11 }),
	},
	{
		operation: 'purchaseOrderMarkup.delete',
		parameters: { id: idOf('purchaseOrderMarkup.create') },
		gives: 'deleted',
	},
	...['transfer', 'adjustment'].flatMap((resource): Case[] => [
		{ operation: `${resource}.getAll`, parameters: { returnAll: true }, gives: 'list' },
		{
			operation: `${resource}.get`,
			parameters: { id: idOf(`${resource}.getAll`) },
			gives: 'record',
		},
		{
			operation: `${resource}.update`,
			parameters: { id: idOf(`${resource}.getAll`), externalData },
			gives: 'record',
		},
		{
			operation: `${resource}.setCustomFields`,
			parameters: { id: idOf(`${resource}.getAll`), fields },
			gives: 'success',
		},
	]),
	exportCase('purchaseOrder.export'),
	exportCase('inventoryReturn.export'),
	exportCase('transfer.export'),
	exportCase('adjustment.export'),
];

/** Cases of inventory; they buy a material of the pricebook. */
export const serviceTitanInventory: readonly Case[] = inventory.map((one) => ({ node, ...one }));
