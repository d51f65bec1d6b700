import { omit, orderBy } from 'lodash';

import { equals, hasOneOf, oneOf, onOrAfter, onOrBefore, type Filter } from '../core/pieces';
import { conflict, notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { nowOf, shape } from './briefs';
import { invoiceItem, rateOf, taxed, totalsOf, withLibItem } from './items';
import { allTags, through } from './lists';
import { checkReferences } from './references';
import { callerOf } from './signIn';
import {
	change,
	create,
	refuseMembers,
	requireMembers,
	routesOf,
	type Routes,
	type Table,
} from './tables';

const LARGEST = { usual: 2000, largest: 2000 };

const itemsOf = ({ store }: SandboxRequest, { id }: Row) =>
	store.collection('invoiceItems').where('invoiceId', id);

/** What was paid; void payments do not count. */
function paidAmount({ store }: Pick<SandboxRequest, 'store'>, { id }: Row): number {
	return store
		.collection('payments')
		.where('invoiceId', id)
		.filter(({ status }) => status === 'applied')
		.reduce((sum, { amount }) => sum + Number(amount), 0);
}

function isPaid(request: SandboxRequest, row: Row): boolean {
	const { totalPrice } = totalsOf(itemsOf(request, row));
	return totalPrice > 0 && paidAmount(request, row) >= totalPrice;
}

const invoice = shape(
	'invoice',
	'name type status invoiceNumber refNumber customerPo notes partial sent transactionDate dueDate visibility created updated',
	'location:locations job:jobs customer:companies vendor:companies assignedUser:users tags[]:tags contract:contracts assignedOffice:locations terms:terms paymentTerms:paymentTerms',
	(row, request) => ({
		...totalsOf(itemsOf(request, row)),
		totalPaidAmount: paidAmount(request, row),
		paid: isPaid(request, row),
		items: itemsOf(request, row).map((item) => invoiceItem(item, request)),
	}),
);

/** What an invoice has that nobody gave a value. */
export function usualInvoice({ id, jobId }: Row): Row {
	return {
		type: 'invoice',
		status: 'ok',
		name: jobId ? `Invoice for Job ${String(jobId)}` : `Invoice ${String(id)}`,
		refNumber: String(id),
		invoiceNumber: String(id),
		jobId: null,
		partial: false,
		sent: false,
		visibility: ['public', 'items'],
		tagIds: [],
		dueDate: null,
	};
}

const paid: Filter = (value, request) => (row) => {
	const amount = paidAmount(request, row);
	if (value === 'paid') return isPaid(request, row);
	// Partly paid ones are not paid either.
	return !isPaid(request, row) && (value === 'unpaid' || amount > 0);
};

const same =
	(member: string): Filter =>
	(wanted) =>
	(row) =>
		row[member] === wanted;

const table: Table = {
	from: 'invoices',
	path: '/invoice',
	id: 'invoiceId',
	key: 'invoices',
	size: LARGEST,
	show: invoice,
	filters: {
		assignedUserId: equals('assignedUserId'),
		jobId: equals('jobId'),
		customerId: equals('customerId'),
		contractId: equals('contractId'),
		assignedOfficeIds: oneOf('assignedOfficeId'),
		type: oneOf('type'),
		status: oneOf('status'),
		transactionDateAfter: onOrAfter('transactionDate'),
		transactionDateBefore: onOrBefore('transactionDate'),
		dueDateAfter: onOrAfter('dueDate'),
		dueDateBefore: onOrBefore('dueDate'),
		tag: allTags,
		partial: same('partial'),
		paid,
		sent: same('sent'),
		invoiceRecurrenceId:
			(value, { store }) =>
			(row) =>
				store
					.collection('invoiceItems')
					.where('invoiceId', row.id)
					.some(({ invoiceRecurrenceId }) => invoiceRecurrenceId === value),
		// Says in which order.
		sort: () => () => true,
	},
	rows: ({ query, store }) =>
		orderBy(store.collection('invoices').all(), String(query.sort ?? 'name')),
};

/** The lines of a new invoice: those sent, or those that the job used, at the contract's prices. */
function linesOf(request: SandboxRequest, job: Row | undefined): Row[] {
	const { body, store } = request;
	if (Array.isArray(body.items)) {
		return (body.items as Row[]).map(({ taxGroup, ...item }) => {
			checkReferences({ store, body: item });
			const line = withLibItem(request, { ...item, taxGroupId: taxGroup ?? null });
			requireMembers(line, ['quantity', 'description']);
			return taxed(request, { price: 0, ...line });
		});
	}
	if (!job) throw wrongValue('items', 'is required without a jobId and a contractId');
	return store
		.collection('jobItems')
		.where('jobId', job.id)
		.map((item) => {
			const rule = store
				.collection('contractRules')
				.where('contractId', body.contractId)
				.find(({ libItemIds }) => ((libItemIds ?? []) as unknown[]).includes(item.libItemId));
			return {
				jobItemId: item.id,
				description: item.name,
				quantity: item.quantity,
				price: rule?.price ?? 0,
				libItemId: item.libItemId,
				serviceLineId: item.serviceLineId,
				serviceRequestId: item.serviceRequestId ?? null,
			};
		});
}

/** Taxes a line by the one group of the place's postal code, if there is one. */
function withDefaultTax(request: SandboxRequest, invoiceRow: Row, line: Row): Row {
	const { store } = request;
	const place = store.collection('locations').get(invoiceRow.locationId);
	const code = (place?.address as Row | undefined)?.postalCode;
	const groups = store.collection('taxGroups').all();
	const found = groups.filter(({ postalCodes }) => (postalCodes as unknown[]).includes(code));
	const taxable = store.collection('libItems').get(line.libItemId)?.taxable !== false;
	if (place?.taxable !== true || !taxable || found.length !== 1 || line.taxRate) return line;
	return { ...line, taxGroupId: found[0].id, taxRate: rateOf(request, found[0].id) };
}

function createInvoice(request: SandboxRequest, jobId: unknown): Row {
	const { body, store } = request;
	const job = store.collection('jobs').get(jobId);
	const hasContract = (body.contractId ?? null) !== null;
	if (job) {
		refuseMembers(body, ['locationId', 'customerId', 'vendorId'], 'comes from the job');
	} else requireMembers(body, ['customerId', 'vendorId']);
	if (!hasContract) requireMembers(body, ['type', 'status']);
	checkReferences(request);
	// An external invoice may have no contract; of the others the table asks for one with items.
	if (body.items && !hasContract && body.type !== 'external') {
		throw wrongValue('contractId', 'is required with items');
	}
	if (!hasContract && !body.items) {
		// Inferred: without a contract there is nothing to make lines of, and no line is needed.
		return store.collection('invoices').add(headOf(request, job));
	}
	const contract = store.collection('contracts').get(body.contractId);
	if (job && contract && contract.customerId !== null && contract.customerId !== job.customerId) {
		throw conflict('The contract does not apply to the job');
	}
	const head = headOf(request, job);
	const lines = linesOf(request, job);
	const row = store.collection('invoices').add(head);
	for (const line of lines) {
		const line2 = body.applyTax === true ? withDefaultTax(request, row, line) : line;
		store.collection('invoiceItems').add({ ...line2, invoiceId: row.id });
	}
	return row;
}

function headOf(request: SandboxRequest, job: Row | undefined): Row {
	const { body, store } = request;
	const contract = store.collection('contracts').get(body.contractId);
	return {
		...omit(body, ['items', 'applyTax']),
		...(job
			? {
					jobId: job.id,
					locationId: job.locationId,
					customerId: job.customerId,
					vendorId: job.vendorId,
					assignedOfficeId: body.assignedOfficeId ?? job.assignedOfficeId,
				}
			: {}),
		customerPo: body.customerPo ?? job?.customerPo ?? contract?.customerPo ?? null,
		paymentTermsId: body.paymentTermsId ?? contract?.paymentTermsId ?? null,
		termsId: body.termsId ?? contract?.invoiceTermsId ?? 3,
		transactionDate: body.transactionDate ?? nowOf(request),
	};
}

/** What cannot be changed for whatever reason is answered as if it could not be changed at all. */
function changeable({ path, store }: SandboxRequest, collection: string): Row {
	const id = Object.values(path).at(-1);
	const row = store.collection(collection).get(id);
	if (row) return row;
	throw new Refusal('notFound', `${store.collection(collection).noun} ${String(id)} not found`, {
		status: 405,
	});
}

const recurring: Handler = (request) => {
	const { body, store } = request;
	const ids = String(body.invoiceRecurrenceId).split(',');
	const found = ids.map((id) => store.collection('invoiceRecurrences').get(id.trim()));
	const items = store.collection('invoiceRecurrenceItems');
	found.forEach((row, index) => {
		if (!row) throw wrongValue('invoiceRecurrenceId', `${ids[index]} does not exist`);
		if (items.where('invoiceRecurrenceId', row.id).length === 0) {
			throw wrongValue('invoiceRecurrenceId', `${ids[index]} has no items`);
		}
	});
	const rows = found as Row[];
	const [first] = rows;
	const made = store.collection('invoices').add({
		name: String(first.description),
		locationId: first.locationId,
		customerId: first.customerId,
		vendorId: first.vendorId,
		contractId: first.contractId,
		transactionDate: nowOf(request),
		termsId: 3,
	});
	for (const row of rows) {
		for (const item of items.where('invoiceRecurrenceId', row.id)) {
			store.collection('invoiceItems').add({
				...omit(item, ['id', 'taxable', 'cost']),
				invoiceId: made.id,
				invoiceRecurrenceId: row.id,
				windowStart: row.nextDue,
			});
		}
	}
	return invoice(made, request);
};

const ofPlace = (filter: Filter): Filter => through('locationId', 'locations', filter);

const recurrences: Table = {
	from: 'invoiceRecurrences',
	path: '/invoicerecurrence',
	id: 'invoiceRecurrenceId',
	key: 'invoiceRecurrences',
	show: shape(
		'invoicerecurrence',
		'description nextDue endsOn created frequency interval',
		'serviceLine:serviceLines customer:companies vendor:companies location:locations contract:contracts',
		(row, request) => ({
			items: request.store
				.collection('invoiceRecurrenceItems')
				.where('invoiceRecurrenceId', row.id)
				.map(({ id, description, quantity, price, cost }) => ({
					id,
					description,
					quantity,
					price,
					cost,
				})),
		}),
	),
	filters: {
		nextInvoiceAfter: onOrAfter('nextDue'),
		nextInvoiceBefore: onOrBefore('nextDue'),
		customerId: oneOf('customerId'),
		locationId: oneOf('locationId'),
		officeId: ofPlace(hasOneOf('officeIds')),
		contractId: oneOf('contractId'),
		serviceLineId: oneOf('serviceLineId'),
		noEndsOn: (wanted) => (row) => wanted !== true || row.endsOn === null,
	},
	stored: ({ store }, body, row) => {
		if (row) return body;
		const contract = store.collection('contracts').get(body.contractId);
		const place = store.collection('locations').get(body.locationId);
		return {
			endsOn: null,
			...body,
			customerId: body.customerId ?? contract?.customerId ?? place?.companyId,
			// The account's own company.
			vendorId: body.vendorId ?? store.collection('companies').all()[0].id,
		};
	},
	check: ({ store }, result) => {
		const contract = store.collection('contracts').require(result.contractId);
		const place = store.collection('locations').require(result.locationId);
		if (contract.customerId !== null && contract.customerId !== place.companyId) {
			throw wrongValue('contractId', 'is not valid for the location');
		}
	},
};

const payment = shape(
	'payment',
	'transactionDate paymentMethod source amount referenceNumber status created updated',
	'creator:users invoice:invoices customer:companies',
	() => ({ name: '' }),
);

const payments: Table = {
	from: 'payments',
	path: '/payment',
	id: 'paymentId',
	key: 'payments',
	size: LARGEST,
	show: payment,
	// As printed: in a list they lack what names them.
	showInList: (row, request) => omit(payment(row, request), ['id', 'uri', 'name']),
	filters: {
		invoiceId: equals('invoiceId'),
		customerId: equals('customerId'),
		transactionDateAfter: onOrAfter('transactionDate'),
		transactionDateBefore: onOrBefore('transactionDate'),
	},
	stored: (request, body, row) => ({
		...body,
		...(body.amount === undefined ? {} : { amount: Number(body.amount) }),
		...(row
			? {}
			: {
					transactionDate: body.transactionDate ?? nowOf(request),
					creatorId: callerOf(request)?.id ?? null,
				}),
	}),
	check: (_request, { amount }) => {
		if (!(Number(amount) >= 0)) throw wrongValue('amount', 'must be a number of 0 or more');
	},
};

export const invoiceRoutes: Routes = {
	...routesOf(table, 'list read'),
	'POST /invoice': (request) => invoice(createInvoice(request, request.body.jobId), request),
	'POST /job/{jobId}/invoice': (request) => {
		const { path, body, store } = request;
		const job = store.collection('jobs').require(path.jobId);
		const { contractId } = body;
		if (contractId !== undefined && !store.collection('contracts').get(contractId)) {
			throw notFound('Contract', contractId);
		}
		return invoice(createInvoice(request, job.id), request);
	},
	'PUT /invoice/{invoiceId}': (request) =>
		invoice(change(request, table, changeable(request, 'invoices')), request),
	'POST /invoice/recurring': recurring,
	...routesOf(recurrences, 'list read create update'),
	...routesOf(payments, 'list read create'),
	'PUT /payment/{paymentId}': (request) =>
		payment(change(request, payments, changeable(request, 'payments')), request),
	'POST /invoice/{invoiceId}/payment': (request) => {
		const { id } = request.store.collection('invoices').require(request.path.invoiceId);
		return payment(create(request, payments, { invoiceId: id }), request);
	},
};
