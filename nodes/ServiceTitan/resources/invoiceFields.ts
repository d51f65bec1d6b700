import { choice, dateTime, groups, number, pick, text } from '../../shared/define/fields';
import { payment, service, warehouse } from '../backOfficePickers';
import { employee, technician } from '../pickers';
import { rowChoice, rowFlag, spaced } from './backOfficeFields';
import { figure } from './fields';

const sku = {
	label: 'Item',
	description: 'The list has services; give a material or equipment by its ID',
};
const stock = {
	label: 'Inventory Location',
	description: 'The list has warehouses; give a truck by its ID',
};

/** What a line needs. `items` and `unitPrice` are the documented names; others are dropped unsaid. */
export const neededOfLine = {
	description: text({ required: true, rows: 2, description: 'May hold HTML' }),
	quantity: number({ required: true, default: 1 }),
};

/** The rest of a line, where it may wait in the drop-down. */
export const restOfLine = {
	skuId: pick(service, sku),
	skuName: text({ label: 'Item Name' }),
	unitPrice: number({
		description: 'Give it: prices that ServiceTitan works out itself may come to 0 on such lines',
	}),
	cost: number(),
	technicianId: pick(technician),
	isAddOn: choice(
		[
			['No', 'false'],
			['Yes', 'true'],
		],
		{ label: 'Add-On', write: (value) => value === 'true' },
	),
	installedOn: dateTime(),
	inventoryLocationId: pick(warehouse, stock),
	inventoryWarehouseName: text(),
	skipUpdatingMembershipPrices: choice(
		[
			['No', 'false'],
			['Yes', 'true'],
		],
		{ label: 'Keep Membership Prices', write: (value) => value === 'true' },
	),
	signature: text(),
	technicianAcknowledgementSignature: text(),
	itemGroupName: text(),
	itemGroupRoot: number({ label: 'Item Group Root ID', as: 'itemGroupRootId' }),
	durationBilling: number({ label: 'Duration and Billing ID', as: 'durationBillingId' }),
};

/** Lines of an invoice that is written as a whole. */
export const lines = groups(
	{
		...neededOfLine,
		skuId: pick(service, sku),
		skuName: restOfLine.skuName,
		unitPrice: figure({ description: restOfLine.unitPrice.description }),
		cost: figure(),
		technicianId: restOfLine.technicianId,
		isAddOn: rowFlag({ label: 'Add-On' }),
		installedOn: dateTime(),
		inventoryLocationId: pick(warehouse, stock),
		inventoryWarehouseName: text(),
		skipUpdatingMembershipPrices: rowFlag({ label: 'Keep Membership Prices' }),
		signature: text(),
		technicianAcknowledgementSignature: text(),
		itemGroupName: text(),
		itemGroupRootId: figure({ label: 'Item Group Root ID' }),
		durationBillingId: figure({ label: 'Duration and Billing ID' }),
		id: figure({ label: 'Line ID', description: 'Of a line that is there already' }),
	},
	{
		label: 'Items',
		description: 'These are all lines then: a line that is not given is taken for removed',
	},
);

/** What an adjustment and an update have in common. */
export const invoiceFields = {
	number: text({ label: 'Invoice Number' }),
	type: number({ label: 'Invoice Type ID', as: 'typeId' }),
	invoicedOn: dateTime(),
	subtotal: number({ description: 'Before tax' }),
	tax: number(),
	summary: text({ rows: 3, description: 'May hold HTML' }),
	royaltyStatus: choice(['Failed', 'Pending', 'Sent']),
	royaltyDate: dateTime(),
	royaltySentOn: dateTime(),
	royaltyMemo: text(),
	exportedAs: text({
		label: 'Export ID',
		as: 'exportId',
		description: 'What the invoice is called in the system it is exported to',
	}),
	reviewStatus: choice(spaced('NeedsReview', 'OnHold', 'Reviewed')),
	assignedToId: pick(employee, { label: 'Assigned To' }),
	items: lines,
};

/** How payments of the invoice were settled. */
export const settlements = groups(
	{
		id: pick(payment, { required: true }),
		settlementStatus: rowChoice(spaced('NotSettled', 'Settled')),
		settlementDate: dateTime(),
	},
	{ label: 'Payment Settlements' },
);
