import {
	choice,
	choices,
	dateTime,
	groups,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { invoiceField, invoiceItem } from '../backOfficePickers';
import { businessUnit, customer, employee, invoice as invoices, job } from '../pickers';
import {
	batch,
	customFieldFilters,
	customFieldTypes,
	getThroughIds,
	repeated,
	setCustomFields,
	spaced,
	usualFilters,
} from './backOfficeFields';
import { exportOf } from './export';
import { invoiceFields, neededOfLine, restOfLine, settlements } from './invoiceFields';

const invoiceId = pick(invoices, { required: true });

export const invoice = defineResource({
	value: 'invoice',
	name: 'Invoice',
	description: 'What a customer is billed for work',
	simple: [
		'id',
		'referenceNumber',
		'invoiceDate',
		'dueDate',
		'customer',
		'job',
		'total',
		'balance',
		'syncStatus',
		'reviewStatus',
		'modifiedOn',
	],
	operations: {
		addItem: operation({
			action: 'Add an item to an invoice',
			request: 'PATCH /accounting/v2/tenant/{tenant}/invoices/{invoiceId}/items',
			path: { invoiceId },
			body: { ...neededOfLine, ...restOfLine },
			returns: 'nothing',
		}),
		create: create({
			name: 'Create Adjustment',
			action: 'Create an adjustment invoice',
			description:
				'Correct an invoice by a further one; ServiceTitan makes no other invoices this way',
			request: 'POST /accounting/v2/tenant/{tenant}/invoices',
			body: {
				adjustmentToId: pick(invoices, { required: true, label: 'Adjustment To' }),
				...invoiceFields,
			},
		}),
		deleteItem: remove({
			action: 'Delete an item of an invoice',
			request: 'DELETE /accounting/v2/tenant/{tenant}/invoices/{invoiceId}/items/{itemId}',
			path: { invoiceId, itemId: pick(invoiceItem, { required: true }) },
		}),
		export: exportOf('invoices', 'GET /accounting/v2/tenant/{tenant}/export/invoices'),
		exportItems: exportOf(
			'invoice items',
			'GET /accounting/v2/tenant/{tenant}/export/invoice-items',
			{ name: 'Export Items' },
		),
		get: getThroughIds('GET /accounting/v2/tenant/{tenant}/invoices', invoices, 'Get an invoice'),
		getAll: listAll({
			action: 'Get many invoices',
			request: 'GET /accounting/v2/tenant/{tenant}/invoices',
			// `orderBy` and `orderByDirection` are the older way of saying what `sort` says.
			query: {
				number: text({ label: 'Invoice Number' }),
				statuses: choices(['Exported', 'Pending', 'Posted'], {
					label: 'Transaction Statuses',
					...repeated,
				}),
				reviewStatuses: choices(spaced('NeedsReview', 'OnHold', 'Reviewed'), repeated),
				customerId: pick(customer),
				jobId: pick(job),
				jobNumber: text(),
				businessUnitId: select(businessUnit),
				assignedToIds: pickMany(employee, { label: 'Assigned To', ...repeated }),
				adjustmentToId: pick(invoices, {
					label: 'Adjustment To',
					description: 'Only adjustments of this invoice',
				}),
				invoicedOnOrAfter: dateTime(),
				invoicedOnBefore: dateTime(),
				dueDateOnOrAfter: dateTime(),
				dueDateBefore: dateTime(),
				totalGreater: number({ label: 'Total From' }),
				totalLess: number({ label: 'Total To' }),
				balance: number({
					as: 'balanceFilter.Balance',
					description: 'Together with the comparison',
				}),
				balanceComparison: choice(spaced('Equals', 'NotEquals', 'Greater', 'Less'), {
					as: 'balanceFilter.Comparer',
				}),
				batch,
				batchNumber: number(),
				...customFieldFilters('customField'),
				...usualFilters,
			},
		}),
		getCustomFieldTypes: customFieldTypes(
			'GET /accounting/v2/tenant/{tenant}/invoices/custom-fields',
			'invoices',
		),
		markAsExported: operation({
			action: 'Mark an invoice as exported',
			request: 'POST /accounting/v2/tenant/{tenant}/invoices/markasexported',
			body: {
				invoices: groups(
					{
						invoiceId,
						externalId: text({ label: 'External ID' }),
						externalMessage: text(),
					},
					{ required: true, as: '[]' },
				),
			},
		}),
		setCustomFields: operation({
			action: 'Set custom fields of an invoice',
			description: 'Write custom fields by their names; those that are not given stay',
			request: 'PATCH /accounting/v2/tenant/{tenant}/invoices/custom-fields',
			body: setCustomFields(invoices, invoiceField),
			returns: 'nothing',
		}),
		update: update({
			action: 'Update an invoice',
			request: 'PATCH /accounting/v2/tenant/{tenant}/invoices/{id}',
			path: { id: pick(invoices, { required: true }) },
			body: { ...invoiceFields, payments: settlements },
			returns: 'nothing',
		}),
		updateItem: operation({
			action: 'Update an item of an invoice',
			request: 'PATCH /accounting/v2/tenant/{tenant}/invoices/{invoiceId}/items',
			path: { invoiceId },
			body: {
				itemId: pick(invoiceItem, { required: true, as: 'id' }),
				...neededOfLine,
				...restOfLine,
			},
			returns: 'nothing',
		}),
	},
});
