import {
	choice,
	choices,
	dateTime,
	flag,
	groups,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { payment as payments, paymentField, paymentType } from '../backOfficePickers';
import { businessUnit, customer, invoice } from '../pickers';
import {
	batch,
	customFieldFilters,
	customFieldTypes,
	getThroughIds,
	setCustomFields,
	usualFilters,
} from './backOfficeFields';
import { exportOf } from './export';

const id = pick(payments, { required: true });
const statuses = ['Exported', 'Pending', 'Posted'] as const;
const status = choice(statuses);

/** Needed for an update too, where the reference requires both though it calls it a patch. */
const needed = {
	typeId: select(paymentType, { required: true }),
	splits: groups(
		{ invoiceId: pick(invoice, { required: true }), amount: number({ required: true }) },
		{ required: true, description: 'Which invoices it pays, and how much of each' },
	),
};

const details = {
	memo: text({ rows: 2 }),
	paidOn: dateTime(),
	authCode: text({ label: 'Authorization Code' }),
	checkNumber: text(),
	exportedAs: text({
		label: 'Export ID',
		as: 'exportId',
		description: 'What the payment is called in the system it is exported to',
	}),
	status,
};

export const payment = defineResource({
	value: 'payment',
	name: 'Payment',
	description: 'Money received for invoices',
	simple: [
		'id',
		'referenceNumber',
		'date',
		'type',
		'total',
		'unappliedAmount',
		'customer',
		'syncStatus',
		'modifiedOn',
	],
	operations: {
		create: create({
			action: 'Create a payment',
			// Reported by others in August 2026; the documents still have the call.
			notice: 'ServiceTitan is said to have removed this call. Expect status 404 or 405 then',
			request: 'POST /accounting/v2/tenant/{tenant}/payments',
			body: { ...needed, ...details },
		}),
		export: exportOf('payments', 'GET /accounting/v2/tenant/{tenant}/export/payments'),
		get: getThroughIds('GET /accounting/v2/tenant/{tenant}/payments', payments, 'Get a payment'),
		getAll: listAll({
			action: 'Get many payments',
			request: 'GET /accounting/v2/tenant/{tenant}/payments',
			query: {
				statuses: choices(statuses),
				customerId: pick(customer),
				businessUnitIds: pickMany(businessUnit),
				appliedToInvoiceIds: pickMany(invoice, { label: 'Applied to Invoices' }),
				appliedToReferenceNumber: text({ label: 'Applied to Invoice Number' }),
				transactionType: choice([
					['Journal Entry', 'JournalEntry'],
					['Receive Payment', 'ReceivePayment'],
					['Undefined', 'Undefined'],
				]),
				paidOnAfter: dateTime(),
				paidOnBefore: dateTime(),
				totalGreater: number({ label: 'Total From' }),
				totalLess: number({ label: 'Total To' }),
				batch,
				batchNumber: number(),
				...customFieldFilters('customField'),
				...usualFilters,
			},
		}),
		getCustomFieldTypes: customFieldTypes(
			'GET /accounting/v2/tenant/{tenant}/payments/custom-fields',
			'payments',
		),
		setCustomFields: operation({
			action: 'Set custom fields of a payment',
			description: 'Write custom fields by their names; those that are not given stay',
			request: 'PATCH /accounting/v2/tenant/{tenant}/payments/custom-fields',
			body: setCustomFields(payments, paymentField),
			returns: 'nothing',
		}),
		setStatus: operation({
			action: 'Set the status of payments',
			request: 'POST /accounting/v2/tenant/{tenant}/payments/status',
			body: {
				paymentIds: pickMany(payments, { required: true }),
				status: choice(statuses, { required: true }),
			},
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a payment',
			notice: 'Type and splits are needed even where they stay the same',
			request: 'PATCH /accounting/v2/tenant/{tenant}/payments/{id}',
			path: { id },
			body: { ...needed, ...details, active: flag() },
		}),
	},
});
