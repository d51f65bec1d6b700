import { definePicker } from '../../shared/define/picker';
import { limitedPages } from '../paging';
import { byMembers, byName, example, id } from './labels';

/** The list is refused without a vendor, a customer or a job. */
export const contract = definePicker({
	value: 'contract',
	name: 'Contract',
	plural: 'Contracts',
	search: 'GET /contract',
	find: (name) => ({ name }),
	within: { vendorId: 'vendorId', customerId: 'customerId', jobId: 'jobId' },
	example,
	id,
	item: byName,
});

export const terms = definePicker({
	value: 'terms',
	name: 'Terms',
	plural: 'Terms',
	search: 'GET /terms',
	example: '5',
	id,
	item: byName,
});

/** The list is refused without a company, and an operation on one contract has no field for it: its ID is typed. */
export const contractOfCustomer = definePicker({
	...contract,
	value: 'contractOfCustomer',
	find: (customerId) => ({ customerId }),
	findOnly: true,
	within: {},
});

export const contractRule = definePicker({
	value: 'contractRule',
	name: 'Contract Rule',
	plural: 'Contract Rules',
	search: 'GET /contract/{contractId}/rule',
	within: { contractId: 'contractId' },
	example,
	id,
	item: byMembers('name', 'type'),
});

export const quote = definePicker({
	value: 'quote',
	name: 'Quote',
	plural: 'Quotes',
	search: 'GET /quote',
	find: (name) => ({ name }),
	within: { locationId: 'locationId' },
	example,
	id,
	item: byMembers('name', 'refNumber', 'status'),
});

export const quoteItem = definePicker({
	value: 'quoteItem',
	name: 'Item',
	plural: 'Items',
	search: 'GET /quote/{quoteId}/item',
	within: { quoteId: 'quoteId' },
	example,
	id,
	item: byMembers('description', 'libItem', 'quantity'),
});

export const quoteRequest = definePicker({
	value: 'quoteRequest',
	name: 'Quote Request',
	plural: 'Quote Requests',
	search: 'GET /quoterequest',
	within: { locationId: 'locationId', vendorId: 'vendorId' },
	example,
	id,
	item: byMembers('title', 'status'),
});

export const quoteTemplate = definePicker({
	value: 'quoteTemplate',
	name: 'Quote Template',
	plural: 'Quote Templates',
	search: 'GET /quotetemplate',
	find: (name) => ({ name }),
	example: '5',
	id,
	item: byName,
});

export const quoteTemplateItem = definePicker({
	...quoteItem,
	value: 'quoteTemplateItem',
	search: 'GET /quotetemplate/{quoteTemplateId}/item',
	within: { quoteTemplateId: 'quoteTemplateId' },
});

export const invoice = definePicker({
	value: 'invoice',
	name: 'Invoice',
	plural: 'Invoices',
	search: 'GET /invoice',
	within: { jobId: 'jobId', customerId: 'customerId' },
	paging: limitedPages,
	example,
	id,
	item: byMembers('name', 'invoiceNumber', 'status'),
});

export const invoiceItem = definePicker({
	...quoteItem,
	value: 'invoiceItem',
	search: 'GET /invoice/{invoiceId}/item',
	within: { invoiceId: 'invoiceId' },
});

export const invoiceRecurrence = definePicker({
	value: 'invoiceRecurrence',
	name: 'Invoice Recurrence',
	plural: 'Invoice Recurrences',
	search: 'GET /invoicerecurrence',
	within: { customerId: 'customerId', locationId: 'locationId' },
	example,
	id,
	item: byMembers('description', 'frequency', 'location'),
});

export const invoiceRecurrenceItem = definePicker({
	...quoteItem,
	value: 'invoiceRecurrenceItem',
	search: 'GET /invoicerecurrence/{invoiceRecurrenceId}/item',
	within: { invoiceRecurrenceId: 'invoiceRecurrenceId' },
});

export const payment = definePicker({
	value: 'payment',
	name: 'Payment',
	plural: 'Payments',
	search: 'GET /payment',
	paging: limitedPages,
	example,
	id,
	// The samples of the list show no ID; a payment without one cannot be chosen.
	item: (record) =>
		record.id === undefined
			? undefined
			: byMembers('referenceNumber', 'amount', 'paymentMethod', 'status')(record),
});

export const paymentTerms = definePicker({
	...terms,
	value: 'paymentTerms',
	name: 'Payment Terms',
	plural: 'Payment Terms',
	search: 'GET /paymentterms',
});

export const taxGroup = definePicker({
	value: 'taxGroup',
	name: 'Tax Group',
	plural: 'Tax Groups',
	search: 'GET /taxgroup',
	find: (name) => ({ name }),
	example: '5',
	id,
	item: byMembers('name', 'code', 'state'),
});

export const libItem = definePicker({
	value: 'libItem',
	name: 'Library Item',
	plural: 'Library Items',
	search: 'GET /libitem',
	find: (search) => ({ search }),
	example,
	id,
	item: byMembers('name', 'code', 'type'),
});

/** Budgets are listed for one job at a time, so what is typed is taken for its ID. */
export const budget = definePicker({
	value: 'budget',
	name: 'Budget',
	plural: 'Budgets',
	search: 'GET /budget',
	find: (jobId) => ({ jobId }),
	findOnly: true,
	example,
	id,
	item: byMembers('referenceNumber', 'sequence', 'status'),
});

/** Parts of a budget are listed for one budget at a time, so what is typed is taken for its ID. */
export const budgetCategory = definePicker({
	value: 'budgetCategory',
	name: 'Budget Category',
	plural: 'Budget Categories',
	search: 'GET /budgetcategory',
	find: (budgetId) => ({ budgetId }),
	findOnly: true,
	example,
	id,
	item: byMembers('libItemType', 'referenceNumber', 'cost'),
});

export const budgetLineItem = definePicker({
	...budgetCategory,
	value: 'budgetLineItem',
	name: 'Budget Line Item',
	plural: 'Budget Line Items',
	search: 'GET /budgetlineitem',
	item: byMembers('name', 'referenceNumber', 'quantity'),
});

/** Change orders are listed for one budget at a time, so what is typed is taken for its ID. */
export const changeOrder = definePicker({
	value: 'changeOrder',
	name: 'Change Order',
	plural: 'Change Orders',
	search: 'GET /changeorder',
	find: (budgetId) => ({ budgetId }),
	findOnly: true,
	example,
	id,
	item: byMembers('referenceNumber', 'type', 'status'),
});

/** Parts of a change order are listed for one at a time, so what is typed is taken for its ID. */
export const changeOrderCategory = definePicker({
	value: 'changeOrderCategory',
	name: 'Change Order Category',
	plural: 'Change Order Categories',
	search: 'GET /changeordercategory',
	find: (changeOrderId) => ({ changeOrderId }),
	findOnly: true,
	example,
	id,
	item: byMembers('changeAction', 'libItemType', 'referenceNumber'),
});

export const changeOrderLineItem = definePicker({
	...changeOrderCategory,
	value: 'changeOrderLineItem',
	name: 'Change Order Line Item',
	plural: 'Change Order Line Items',
	search: 'GET /changeorderlineitem',
	item: byMembers('changeAction', 'name', 'referenceNumber'),
});
