import { from, values } from '../../workflow';
import { has, type Case } from '../case';
import { as, counts, done, gone, idOf, idsOf, includes, list, record } from './short';

const locationId = idOf('location.create of the mills');
const vendorId = idOf('job.getAll', 'vendor.id');
const quoteId = idOf('quote.create');
const invoiceId = idOf('invoice.create');
const contractId = idOf('contract.create');
const serviceLineId = from('serviceLine.getAll', 'id');

/** A quote with a service of its own, ready to be submitted. */
const quote = (name: string): Case[] => [
	as(
		`serviceRequest.create for ${name}`,
		record('serviceRequest.create', {
			description: `Work of ${name}`,
			serviceLineId,
			additionalFields: { locationId },
		}),
	),
	as(
		name,
		record('quote.create', {
			vendorId,
			locationId,
			name,
			description: 'New valves',
			jobType: 'repair',
			serviceRequestIds: idsOf(`serviceRequest.create for ${name}`),
			additionalFields: { visibility: ['public', 'items'], customerPoRequired: false },
		}),
	),
];

const submitted = (name: string): Case[] => [
	...quote(name),
	as(`${name}, submitted`, record('quote.submit', { quoteId: idOf(name) })),
];

const contacts = { contactIds: idsOf('contact.create'), mode: 'email' };

/** Library, contracts, quotes, invoices, payments and what is sent about them. */
export const sales: readonly Case[] = [
	record(
		'libItem.create',
		{ name: 'Valve, 2 in', type: 'part', additionalFields: { code: 'VLV-2', cost: 31.5 } },
		has({ code: 'VLV-2' }),
	),
	record('libItem.get', { libItemId: idOf('libItem.create') }),
	record('libItem.update', { libItemId: idOf('libItem.create'), updateFields: { cost: 32 } }),
	record('libItem.setTechnicianCost', {
		libItemId: idOf('libItem.getAll labor'),
		techId: idOf('user.getAll'),
		cost: 61,
	}),

	record(
		'contract.create',
		{
			type: 'company',
			name: 'Mills 2026',
			additionalFields: {
				vendorId,
				customerId: idOf('company.create'),
				expectedMargin: 30,
				startsOn: '2026-01-01T00:00:00Z',
			},
		},
		has({ name: 'Mills 2026' }),
	),
	record('contract.get', { contractId }),
	list(
		'contract.getAll',
		{ filters: { customerId: idOf('company.create') } },
		includes('name', 'Mills 2026'),
	),
	record(
		'contract.update',
		{ contractId, updateFields: { description: 'Prices for all mills' } },
		has({ description: 'Prices for all mills' }),
	),
	record('contractRule.create', {
		contractId,
		type: 'unit',
		name: 'Valves',
		additionalFields: { price: 55, libItemIds: idsOf('libItem.create') },
	}),
	record('contractRule.get', { contractId, ruleId: idOf('contractRule.create') }),
	list('contractRule.getAll', { contractId, filters: { inherit: true } }),
	list('contractRule.getChanged', { filters: { createdAfter: '2020-01-01' } }),
	record('contractRule.update', {
		contractId,
		ruleId: idOf('contractRule.create'),
		updateFields: { price: 57 },
	}),
	gone('contractRule.delete', { contractId, ruleId: idOf('contractRule.create') }),
	record('contract.accept', { contractId }),
	record('contract.copy', { contractId, additionalFields: { copyAttachments: true } }),
	record('contract.createChild', { contractId }),
	done('contract.deactivate', {
		contractId: idOf('contract.copy'),
		additionalFields: { cancelJobs: true },
	}),

	...quote('quote.create'),
	record('quote.get', { quoteId }, has({ name: 'quote.create' })),
	list('quote.getAll', { filters: { locationId, sort: 'created', sortOrder: 'ASC' } }, counts(1)),
	record('quote.update', { quoteId, updateFields: { notes: 'Valid for a month' } }),
	record('quoteItem.create', {
		quoteId,
		quantity: 2,
		price: 55,
		additionalFields: { libItemId: idOf('libItem.create') },
	}),
	record('quoteItem.get', { quoteId, itemId: idOf('quoteItem.create') }),
	list('quoteItem.getAll', { quoteId }, counts(1)),
	record(
		'quoteItem.update',
		{ quoteId, itemId: idOf('quoteItem.create'), updateFields: { quantity: 3 } },
		has({ quantity: 3 }),
	),
	gone('quoteItem.delete', { quoteId, itemId: idOf('quoteItem.create') }),
	list('quoteRequest.getAll', { filters: { locationId } }),
	record('quoteRequest.get', { quoteRequestId: idOf('quoteRequest.getAll') }),
	record('quote.submit', { quoteId, additionalFields: { customerPoRequired: false } }),
	record('quote.markViewed', { quoteId, additionalFields: { contactId: idOf('contact.create') } }),
	record('quote.requestChanges', { quoteId, additionalFields: { reason: 'Brass, please' } }),
	record('quote.copy', { quoteId, additionalFields: { copyComments: true } }),
	...submitted('Quote to change'),
	record('quote.makeChanges', { quoteId: idOf('Quote to change') }),
	...submitted('Quote to reject'),
	record('quote.reject', {
		quoteId: idOf('Quote to reject'),
		additionalFields: { reason: 'Too dear' },
	}),
	record('quote.reopen', { quoteId: idOf('Quote to reject') }),
	...submitted('Quote to accept'),
	record('quote.approve', {
		quoteId: idOf('Quote to accept'),
		additionalFields: { contactId: idOf('contact.create'), signature: '[{"x":[1,2],"y":[1,1]}]' },
	}),
	record('quote.createJob', {
		quoteId: idOf('Quote to accept'),
		additionalFields: { customerPo: 'PO-9' },
	}),
	record('contract.createForQuote', {
		quoteId: idOf('Quote to accept'),
		additionalFields: { jobId: idOf('quote.createJob') },
	}),
	...quote('Quote to cancel'),
	record('quote.cancel', { quoteId: idOf('Quote to cancel') }),

	record(
		'invoice.create',
		{
			additionalFields: {
				type: 'invoice',
				status: 'ok',
				customerId: idOf('company.create'),
				vendorId,
				locationId,
				contractId,
				items: values([
					{ quantity: 2, price: '55', description: 'Valves', serviceLineId, orderIndex: '1' },
				]),
			},
		},
		has({ type: 'invoice', status: 'ok' }),
	),
	record('invoice.get', { invoiceId }),
	list('invoice.getAll', { filters: { customerId: idOf('company.create') } }, counts(1)),
	record('invoice.update', { invoiceId, updateFields: { notes: 'Thank you', sent: true } }),
	record('invoice.createFromJob', {
		jobId: idOf('job.create at the mills'),
		additionalFields: { type: 'invoice', status: 'ok', contractId },
	}),
	record('invoiceItem.create', {
		invoiceId,
		quantity: 1,
		price: 20,
		additionalFields: { description: 'Travel', serviceLineId, taxRate: 5.5 },
	}),
	record('invoiceItem.get', { invoiceId, itemId: idOf('invoiceItem.create') }),
	list('invoiceItem.getAll', { invoiceId }),
	record(
		'invoiceItem.update',
		{ invoiceId, itemId: idOf('invoiceItem.create'), updateFields: { price: 25 } },
		has({ price: 25 }),
	),
	gone('invoiceItem.delete', { invoiceId, itemId: idOf('invoiceItem.create') }),
	record(
		'payment.create',
		{
			invoiceId,
			customerId: idOf('company.create'),
			amount: 40,
			paymentMethod: 'check',
			referenceNumber: 'C-1021',
			source: 'manual',
		},
		has({ amount: 40 }),
	),
	record('payment.get', { paymentId: idOf('payment.create') }),
	list('payment.getAll', { filters: { invoiceId } }, counts(1)),
	record('payment.update', { paymentId: idOf('payment.create'), updateFields: { amount: 45 } }),
	record('payment.void', { paymentId: idOf('payment.create') }, has({ status: 'void' })),

	record('invoiceRecurrence.create', {
		locationId,
		contractId,
		description: 'Monitoring',
		serviceLineId,
		frequency: 'monthly',
		interval: 1,
		nextDue: '2026-01-01T00:00:00Z',
	}),
	record('invoiceRecurrence.get', { invoiceRecurrenceId: idOf('invoiceRecurrence.create') }),
	list('invoiceRecurrence.getAll', { filters: { locationId, noEndsOn: true } }, counts(1)),
	record('invoiceRecurrenceItem.create', {
		invoiceRecurrenceId: idOf('invoiceRecurrence.create'),
		quantity: 1,
		additionalFields: { description: 'Monitoring', serviceLineId, price: 45 },
	}),
	record('invoiceRecurrenceItem.get', {
		invoiceRecurrenceId: idOf('invoiceRecurrence.create'),
		itemId: idOf('invoiceRecurrenceItem.create'),
	}),
	list(
		'invoiceRecurrenceItem.getAll',
		{ invoiceRecurrenceId: idOf('invoiceRecurrence.create') },
		counts(1),
	),
	record('invoiceRecurrenceItem.update', {
		invoiceRecurrenceId: idOf('invoiceRecurrence.create'),
		itemId: idOf('invoiceRecurrenceItem.create'),
		updateFields: { price: 48 },
	}),
	record('invoice.createFromRecurrences', {
		invoiceRecurrenceId: idsOf('invoiceRecurrence.create'),
	}),
	gone('invoiceRecurrenceItem.delete', {
		invoiceRecurrenceId: idOf('invoiceRecurrence.create'),
		itemId: idOf('invoiceRecurrenceItem.create'),
	}),
	record('invoiceRecurrence.update', {
		invoiceRecurrenceId: idOf('invoiceRecurrence.create'),
		updateFields: { endsOn: '2026-12-31T00:00:00Z' },
	}),

	record('message.sendInvoice', {
		...contacts,
		invoiceId,
		additionalFields: { subject: 'Your invoice', message: 'Thank you' },
	}),
	record('message.get', { message: from('message.sendInvoice', 'id') }),
	record('message.sendInvoiceLink', { ...contacts, invoiceId }),
	record('message.sendQuote', { ...contacts, quoteId, additionalFields: { showTotal: false } }),
	record('message.sendQuoteApproved', { ...contacts, quoteId: idOf('Quote to accept') }),
	record('message.sendServiceLink', { ...contacts, jobId: idOf('job.create at the mills') }),
	record('message.sendTechEnRoute', {
		...contacts,
		appointmentId: idOf('appointment.create'),
		techId: idOf('user.getAll'),
	}),
	record('message.sendWorkAcknowledgement', {
		...contacts,
		appointmentId: idOf('appointment.create'),
	}),
	record('message.sendChangeOrder', { ...contacts, changeOrderId: idOf('changeOrder.create') }),
];

export const library: readonly Case[] = [
	list('libItem.getAll', { filters: { type: 'part' } }),
	as('libItem.getAll labor', list('libItem.getAll', { filters: { type: 'labor' } })),
];
