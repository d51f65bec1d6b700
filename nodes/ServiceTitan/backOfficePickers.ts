import type { IDataObject } from 'n8n-workflow';

import { definePicker, labelled, type Picker } from '../shared/define/picker';
import type { Route } from '../shared/define/vendor';
import { numberedPages, onePage } from '../shared/http/paging';
import { employee, technician } from './pickers';

/** The answer leaves inactive records out unless asked for them; what is picked is meant to be in use. */
const active = { active: 'True' };

/** Lists that the documents declare as bare arrays: only a short page tells that it was the last. */
export const barePages = numberedPages({ page: 'page', size: 'pageSize', largest: 500 });

const dayOf = (moment: unknown): string => (typeof moment === 'string' ? moment.slice(0, 10) : '');

type Named = (record: IDataObject) => unknown;

const byName: Named = ({ name }) => name;
const byNumber: Named = ({ number }) => number && `#${String(number)}`;
/** Pricebook items carry the code that technicians know and a name for customers. */
const byCode: Named = ({ code, displayName }) =>
	[code, displayName].filter(Boolean).map(String).join(': ');

/** Records whose ID is a number, shown by what `called` makes of them and the ID. */
const record = (
	value: string,
	name: string,
	plural: string,
	search: Route,
	called: Named,
	more: Partial<Picker> = {},
): Picker =>
	definePicker({
		value,
		name,
		plural,
		search,
		example: '48213',
		id: 'number',
		item: (one) => ({ name: labelled(called(one), one.id), value: Number(one.id) }),
		...more,
	});

/** Who is paid: technicians and other employees have lists of their own. */
export const payee = definePicker({
	...employee,
	value: 'payee',
	kinds: { field: 'employeeType', pickers: { Employee: employee, Technician: technician } },
});

/** The lines of the chosen invoice. Without one nothing is asked for: 0 is no invoice. */
export const invoiceItem = record(
	'invoiceItem',
	'Invoice Item',
	'Invoice Items',
	'GET /accounting/v2/tenant/{tenant}/invoices',
	byName,
	{
		always: { ids: 0 },
		within: { invoiceId: 'ids' },
		item: ({ items }) =>
			((items ?? []) as IDataObject[]).map(({ id, skuName, displayName, description }) => ({
				name: labelled(skuName ?? displayName ?? description, id),
				value: Number(id),
			})),
	},
);

export const payment = record(
	'payment',
	'Payment',
	'Payments',
	'GET /accounting/v2/tenant/{tenant}/payments',
	byNumber,
	{
		find: (appliedToReferenceNumber) => ({ appliedToReferenceNumber }),
		within: { customerId: 'customerId' },
		item: ({ referenceNumber, id }) => ({
			name: referenceNumber ? `#${String(referenceNumber)}` : labelled('', id),
			value: Number(id),
		}),
	},
);

export const paymentType = record(
	'paymentType',
	'Payment Type',
	'Payment Types',
	'GET /accounting/v2/tenant/{tenant}/payment-types',
	byName,
	{ always: active, example: '5' },
);

export const paymentTerm = record(
	'paymentTerm',
	'Payment Term',
	'Payment Terms',
	'GET /accounting/v2/tenant/{tenant}/payment-terms',
	byName,
	{ example: '5' },
);

export const glAccount = record(
	'glAccount',
	'GL Account',
	'GL Accounts',
	'GET /accounting/v2/tenant/{tenant}/gl-accounts',
	({ number, name }) => [number, name].filter(Boolean).map(String).join(' '),
	{ paging: barePages, example: '5' },
);

/** Accounts name their type and do not refer to it by an ID. */
export const glAccountType = definePicker({
	value: 'glAccountType',
	name: 'Type',
	plural: 'Types',
	search: 'GET /accounting/v2/tenant/{tenant}/gl-accounts/types',
	paging: barePages,
	example: 'Income',
	id: 'text',
	item: ({ name }) => ({ name: String(name), value: String(name) }),
});

export const inventoryBill = record(
	'inventoryBill',
	'Inventory Bill',
	'Inventory Bills',
	'GET /accounting/v2/tenant/{tenant}/inventory-bills',
	({ referenceNumber }) => referenceNumber && `#${String(referenceNumber)}`,
	{ find: (billNumber) => ({ billNumber }), paging: barePages },
);

export const apCredit = record(
	'apCredit',
	'AP Credit',
	'AP Credits',
	'GET /accounting/v2/tenant/{tenant}/ap-credits',
	byNumber,
);

export const apPayment = record(
	'apPayment',
	'AP Payment',
	'AP Payments',
	'GET /accounting/v2/tenant/{tenant}/ap-payments',
	byName,
);

/** Journal entries have GUIDs where every other record here has a number. */
export const journalEntry = definePicker({
	value: 'journalEntry',
	name: 'Journal Entry',
	plural: 'Journal Entries',
	search: 'GET /accounting/v2/tenant/{tenant}/journal-entries',
	find: (name) => ({ name }),
	example: '3f2c6b1e-8a54-4d0e-9a57-0c1d2e3f4a5b',
	id: 'text',
	item: ({ number, name, id }) => ({
		name: labelled([number && `#${String(number)}`, name].filter(Boolean).join(' '), id),
		value: String(id),
	}),
});

/** Custom fields that are written by name. */
const customFieldOf = (value: string, search: Route): Picker =>
	definePicker({
		value,
		name: 'Custom Field',
		plural: 'Custom Fields',
		search,
		example: 'Region',
		id: 'text',
		item: ({ name }) => ({ name: String(name), value: String(name) }),
	});

export const invoiceField = customFieldOf(
	'invoiceField',
	'GET /accounting/v2/tenant/{tenant}/invoices/custom-fields',
);
export const paymentField = customFieldOf(
	'paymentField',
	'GET /accounting/v2/tenant/{tenant}/payments/custom-fields',
);
export const inventoryBillField = customFieldOf(
	'inventoryBillField',
	'GET /accounting/v2/tenant/{tenant}/inventory-bills/custom-fields',
);

export const membership = record(
	'membership',
	'Membership',
	'Memberships',
	'GET /memberships/v2/tenant/{tenant}/memberships',
	// A membership has no name of its own.
	({ status, from }) => [status, dayOf(from) && `since ${dayOf(from)}`].filter(Boolean).join(' '),
	{ within: { customerId: 'customerIds' } },
);

export const membershipType = record(
	'membershipType',
	'Membership Type',
	'Membership Types',
	'GET /memberships/v2/tenant/{tenant}/membership-types',
	byName,
	{ always: active, example: '5' },
);

/** How long a membership runs and how often it is billed. Lists of types show these without an ID. */
export const durationBilling = record(
	'durationBilling',
	'Duration and Billing',
	'Durations and Billings',
	'GET /memberships/v2/tenant/{tenant}/membership-types/{id}/duration-billing-items',
	({ duration, billingFrequency }) =>
		`${duration ? `${String(duration)} months` : 'ongoing'}, ${String(billingFrequency)}`,
	{ always: active, within: { membershipTypeId: 'id' }, paging: onePage, example: '5' },
);

export const recurringService = record(
	'recurringService',
	'Recurring Service',
	'Recurring Services',
	'GET /memberships/v2/tenant/{tenant}/recurring-services',
	byName,
	{ within: { membershipId: 'membershipIds', locationId: 'locationIds' } },
);

export const recurringServiceType = record(
	'recurringServiceType',
	'Recurring Service Type',
	'Recurring Service Types',
	'GET /memberships/v2/tenant/{tenant}/recurring-service-types',
	byName,
	{ always: active, within: { membershipTypeId: 'membershipTypeId' }, example: '5' },
);

export const recurringServiceEvent = record(
	'recurringServiceEvent',
	'Recurring Service Event',
	'Recurring Service Events',
	'GET /memberships/v2/tenant/{tenant}/recurring-service-events',
	({ locationRecurringServiceName, date }) =>
		[locationRecurringServiceName, dayOf(date)].filter(Boolean).join(', '),
	{ within: { locationId: 'locationId' } },
);

/** Templates cannot be listed: only those come whose IDs are given. */
export const invoiceTemplate = record(
	'invoiceTemplate',
	'Invoice Template',
	'Invoice Templates',
	'GET /memberships/v2/tenant/{tenant}/invoice-templates',
	byName,
	{ find: (ids) => ({ ids }), findOnly: true, paging: onePage },
);

export const serviceAgreement = record(
	'serviceAgreement',
	'Service Agreement',
	'Service Agreements',
	'GET /service-agreements/v2/tenant/{tenant}/service-agreements',
	byName,
	{ within: { customerId: 'customerIds' } },
);

export const service = record(
	'service',
	'Service',
	'Services',
	'GET /pricebook/v2/tenant/{tenant}/services',
	byCode,
	{ always: active },
);

export const material = record(
	'material',
	'Material',
	'Materials',
	'GET /pricebook/v2/tenant/{tenant}/materials',
	byCode,
	{ always: active },
);

export const equipment = record(
	'equipment',
	'Equipment',
	'Equipment',
	'GET /pricebook/v2/tenant/{tenant}/equipment',
	byCode,
	{ always: active },
);

export const discountOrFee = record(
	'discountOrFee',
	'Discount or Fee',
	'Discounts and Fees',
	'GET /pricebook/v2/tenant/{tenant}/discounts-and-fees',
	byCode,
	{ always: active },
);

export const category = record(
	'category',
	'Category',
	'Categories',
	'GET /pricebook/v2/tenant/{tenant}/categories',
	byName,
	{ always: active },
);

export const costType = record(
	'costType',
	'Cost Type',
	'Cost Types',
	'GET /pricebook/v2/tenant/{tenant}/materials/costtypes',
	byName,
	{ paging: onePage, example: '5' },
);

export const rateSheet = record(
	'rateSheet',
	'Rate Sheet',
	'Rate Sheets',
	'GET /pricebook/v2/tenant/{tenant}/clientspecificpricing',
	// The documents give a rate sheet no name.
	() => '',
	{ find: (searchTerm) => ({ searchTerm }), always: active },
);

const byRange: Named = ({ from, to, percent }) =>
	`${String(from)} to ${String(to)}: ${String(percent)} %`;

/** The list knows a page and its size, and nothing to ask a total with. */
export const markupPages = numberedPages({
	page: 'page',
	size: 'pageSize',
	more: 'hasMore',
	largest: 500,
});

export const materialMarkup = record(
	'materialMarkup',
	'Material Markup',
	'Material Markups',
	'GET /pricebook/v2/tenant/{tenant}/materialsmarkup',
	byRange,
	{ paging: markupPages },
);

export const purchaseOrder = record(
	'purchaseOrder',
	'Purchase Order',
	'Purchase Orders',
	'GET /inventory/v2/tenant/{tenant}/purchase-orders',
	byNumber,
	{ find: (number) => ({ number }), within: { jobId: 'jobId' } },
);

export const purchaseOrderRequest = record(
	'purchaseOrderRequest',
	'Purchase Order Request',
	'Purchase Order Requests',
	'GET /inventory/v2/tenant/{tenant}/purchase-orders/requests',
	({ requestNumber }) => requestNumber && `#${String(requestNumber)}`,
	{ find: (requestNumber) => ({ requestNumber }) },
);

export const purchaseOrderType = record(
	'purchaseOrderType',
	'Purchase Order Type',
	'Purchase Order Types',
	'GET /inventory/v2/tenant/{tenant}/purchase-order-types',
	byName,
	{ always: active, example: '5' },
);

export const purchaseOrderMarkup = record(
	'purchaseOrderMarkup',
	'Purchase Order Markup',
	'Purchase Order Markups',
	'GET /inventory/v2/tenant/{tenant}/purchase-order-markups',
	byRange,
);

export const receipt = record(
	'receipt',
	'Receipt',
	'Receipts',
	'GET /inventory/v2/tenant/{tenant}/receipts',
	byNumber,
	{ find: (number) => ({ number }) },
);

export const inventoryReturn = record(
	'inventoryReturn',
	'Return',
	'Returns',
	'GET /inventory/v2/tenant/{tenant}/returns',
	byNumber,
	{ find: (number) => ({ number }) },
);

export const returnType = record(
	'returnType',
	'Return Type',
	'Return Types',
	'GET /inventory/v2/tenant/{tenant}/return-types',
	byName,
	{ find: (name) => ({ name }), always: { activeOnly: true }, example: '5' },
);

export const transfer = record(
	'transfer',
	'Transfer',
	'Transfers',
	'GET /inventory/v2/tenant/{tenant}/transfers',
	byNumber,
	{ find: (number) => ({ number }) },
);

export const adjustment = record(
	'adjustment',
	'Adjustment',
	'Adjustments',
	'GET /inventory/v2/tenant/{tenant}/adjustments',
	byNumber,
	{ find: (number) => ({ number }) },
);

export const vendor = record(
	'vendor',
	'Vendor',
	'Vendors',
	'GET /inventory/v2/tenant/{tenant}/vendors',
	byName,
	{ always: active },
);

export const warehouse = record(
	'warehouse',
	'Warehouse',
	'Warehouses',
	'GET /inventory/v2/tenant/{tenant}/warehouses',
	byName,
	{ always: active, example: '5' },
);

export const payroll = record(
	'payroll',
	'Payroll',
	'Payrolls',
	'GET /payroll/v2/tenant/{tenant}/payrolls',
	({ startedOn, endedOn }) => `${dayOf(startedOn)} to ${dayOf(endedOn)}`,
);

export const activityCode = record(
	'activityCode',
	'Activity Code',
	'Activity Codes',
	'GET /payroll/v2/tenant/{tenant}/activity-codes',
	({ code, name }) => [code, name].filter(Boolean).map(String).join(': '),
	{ example: '5' },
);

export const grossPayItem = record(
	'grossPayItem',
	'Gross Pay Item',
	'Gross Pay Items',
	'GET /payroll/v2/tenant/{tenant}/gross-pay-items',
	({ activity, amount, date }) => `${String(activity)}, ${String(amount)}, ${dayOf(date)}`,
);

export const payrollAdjustment = record(
	'payrollAdjustment',
	'Payroll Adjustment',
	'Payroll Adjustments',
	'GET /payroll/v2/tenant/{tenant}/payroll-adjustments',
	({ memo, amount, postedOn }) =>
		[memo, amount, dayOf(postedOn)].filter(Boolean).map(String).join(', '),
);
