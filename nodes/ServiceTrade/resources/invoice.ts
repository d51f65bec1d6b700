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
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { limitedPages } from '../paging';
import {
	contract,
	customer,
	invoice as invoices,
	invoiceRecurrence,
	job,
	jobItem,
	location,
	paymentTerms,
	serviceRequest,
	taxGroup,
	terms,
	user,
	vendor,
} from '../pickers';
import {
	assignedOfficeId,
	assignedOfficeIds,
	contractId,
	customerPo,
	hasAny,
	lineDetails,
	named,
	notes,
	optionalNumber,
	partHint,
	stampFilters,
	tagFilter,
} from './fields';

const invoiceId = pick(invoices, { required: true });

/** Paid and sent are deprecated as statuses; there are fields of their own for them. */
const statuses = [
	'failed',
	'internal_review',
	'ok',
	'pending_accounting',
	'processed',
	'void',
] as const;

const status = choice(named(statuses));

const types = [
	['External', 'external'],
	['Invoice', 'invoice'],
	['Unknown', 'unknown'],
	['Vendor Bill', 'vendorbill'],
] as const;

/** What can be given when an invoice is made and when it is changed. */
const details = {
	assignedOfficeId,
	assignedUserId: pick(user, { label: 'Assigned User' }),
	contractId,
	customerPo,
	dueDate: dateTime(),
	invoiceNumber: text({ description: 'As the accounting system has it' }),
	name: text(),
	notes,
	partial: flag({ description: 'Whether it is not the final one' }),
	paymentTermsId: select(paymentTerms),
	sent: flag({ description: 'Whether it counts as sent' }),
	termsId: select(terms, {
		description: 'Those of the contract or of the account where it is left out',
	}),
	transactionDate: dateTime(),
	visibility: choices(
		named(['by_service', 'items', 'items_by_type', 'noprices', 'public', 'type_detail']),
		{ description: 'What the customer may see; public and items where it is left out' },
	),
};

/** What only a new invoice can have. */
const firsts = {
	applyTax: flag({
		description: 'Whether taxable items get the tax of the location where there is one rate only',
	}),
	items: groups(
		{
			quantity: number({ required: true, default: 1 }),
			cost: optionalNumber({ description: 'That of the library item where it is left out' }),
			jobItemId: pick(jobItem, { description: partHint('job') }),
			price: optionalNumber({
				description: 'For one of them; that of the contract where it is left out',
			}),
			serviceRequestId: pick(serviceRequest),
			// Called so on invoices alone; invoice items have a taxGroupId.
			taxGroup: select(taxGroup),
			taxRate: optionalNumber({ description: 'Percent' }),
			...lineDetails,
			orderIndex: optionalNumber({
				label: 'Order',
				description: 'Lines with lower numbers come first',
			}),
		},
		{
			description: 'The lines, together with a contract; without them those of the job are taken',
		},
	),
};

export const invoice = defineResource({
	value: 'invoice',
	name: 'Invoice',
	description: 'What a customer is billed, or what a vendor bills',
	simple: [
		'id',
		'name',
		'invoiceNumber',
		'type',
		'status',
		'customer',
		'vendor',
		'location',
		'job',
		'totalPrice',
		'totalPaidAmount',
		'paid',
		'sent',
		'transactionDate',
		'dueDate',
		'created',
		'updated',
	],
	operations: {
		create: create({
			action: 'Create an invoice',
			notice:
				'Without a job it needs the customer and the vendor; with one it takes them, and the location, from the job. Without a contract it needs the type and the status.',
			request: 'POST /invoice',
			body: {
				customerId: pick(customer),
				jobId: pick(job),
				locationId: pick(location),
				status,
				type: choice(types),
				vendorId: pick(vendor),
				...firsts,
				...details,
			},
			refuses: ({ jobId, customerId, vendorId, locationId, contractId: under, ...given }) => {
				const places = { customerId, vendorId, locationId };
				if (jobId !== undefined && hasAny(places, ...Object.keys(places))) {
					return 'Job: the customer, the vendor and the location come from it, so leave them out';
				}
				if (jobId === undefined && (customerId === undefined || vendorId === undefined)) {
					return 'Customer and Vendor: give both, or a job';
				}
				return under === undefined && (given.type === undefined || given.status === undefined)
					? 'Type and Status: give both, or a contract'
					: undefined;
			},
		}),
		createFromJob: operation({
			name: 'Create From Job',
			action: 'Create an invoice from a job',
			notice: 'Without a contract it needs the type and the status.',
			request: 'POST /job/{jobId}/invoice',
			path: { jobId: pick(job, { required: true }) },
			body: { status, type: choice(types), ...firsts, ...details },
			refuses: ({ contractId: under, status: state, type }) =>
				under === undefined && (state === undefined || type === undefined)
					? 'Type and Status: give both, or a contract'
					: undefined,
		}),
		createFromRecurrences: operation({
			name: 'Create From Recurrences',
			action: 'Create an invoice from recurrences',
			description: 'Bill one or more invoice recurrences',
			request: 'POST /invoice/recurring',
			body: {
				invoiceRecurrenceId: pickMany(invoiceRecurrence, {
					required: true,
					write: (ids) => (ids as unknown[]).join(','),
				}),
			},
		}),
		get: read({
			action: 'Get an invoice',
			request: 'GET /invoice/{invoiceId}',
			path: { invoiceId },
		}),
		getAll: listAll({
			action: 'Get many invoices',
			request: 'GET /invoice',
			paging: limitedPages,
			query: {
				assignedOfficeIds,
				assignedUserId: pick(user, { label: 'Assigned User' }),
				contractId: pick(contract, { description: 'The list needs a company' }),
				customerId: pick(customer),
				dueDateAfter: dateTime({ label: 'Due On or After' }),
				dueDateBefore: dateTime({ label: 'Due On or Before' }),
				invoiceRecurrenceId: pick(invoiceRecurrence),
				jobId: pick(job),
				paid: choice(named(['paid', 'partial', 'unpaid'])),
				partial: flag({ description: 'Whether it is not the final one' }),
				sent: flag({ description: 'Whether it counts as sent' }),
				sort: choice(named(['name', 'transactionDate']), { label: 'Sort By' }),
				status: choices(named(statuses)),
				tag: tagFilter,
				transactionDateAfter: dateTime({ label: 'Transacted On or After' }),
				transactionDateBefore: dateTime({ label: 'Transacted On or Before' }),
				type: choices(types.filter(([, value]) => value !== 'unknown')),
				...stampFilters,
			},
		}),
		update: update({
			action: 'Update an invoice',
			description: 'Invoices cannot be deleted; void them by their status',
			request: 'PUT /invoice/{invoiceId}',
			path: { invoiceId },
			body: { status, ...details },
		}),
	},
});
