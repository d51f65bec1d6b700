import type { Clock } from '../core/clock';
import type { Row, Store } from '../core/store';

const DAY = 24 * 3600;

const addAll = (store: Store, name: string, rows: readonly Row[]) => {
	for (const row of rows) store.collection(name).add(row);
};

/** Name, code, type, service line, cost; a price and a cost in dollars. */
const LIB_ITEMS = [
	['Extinguisher, 10 lb', 'EXT-10', 'part', 2, 48.5],
	['Sprinkler head, pendent', 'SPK-HD', 'part', 1, 6.25],
	['Pull station', 'FA-PULL', 'part', 3, 39],
	['Pipe, 2 in', 'PIPE-2', 'material', 1, 4.1],
	['Technician hour', 'LAB-TECH', 'labor', 1, 55],
	['Travel time', 'LAB-TRVL', 'labor', 1, 40],
	['Lift rental', 'EQ-LIFT', 'equipment', null, 180],
	['Extinguisher inspection', 'INSP-EXT', 'inspection', 2, null],
	['Trip charge', 'FEE-TRIP', 'fee', null, null],
	['Permit', 'FEE-PERM', 'fee', null, 75],
] as const;

/** What is sold: the library, prices, quotes, invoices and payments of the made-up company. */
export function seedSales(store: Store, clock: Clock): void {
	const start = Math.floor(clock.now() / 1000 / DAY) * DAY;
	const old = { created: start - 200 * DAY, updated: start - 150 * DAY };

	addAll(
		store,
		'libItems',
		LIB_ITEMS.map(([name, code, type, serviceLineId, cost]) => ({
			name,
			code,
			type,
			serviceLineId,
			cost,
			...old,
		})),
	);
	addAll(store, 'libItems', [
		{
			name: 'Halon cartridge',
			code: 'HAL-1',
			type: 'part',
			serviceLineId: 1,
			active: false,
			...old,
		},
		{
			name: 'House brand head',
			code: 'SPK-OWN',
			type: 'part',
			serviceLineId: 1,
			companyId: 104,
			...old,
		},
	]);
	addAll(store, 'paymentTerms', [
		{ name: 'Due on receipt', orderIndex: 1 },
		{ name: 'Net 15', orderIndex: 2 },
		{ name: 'Net 30', orderIndex: 3 },
	]);
	addAll(store, 'taxGroups', [
		{
			code: 'OH-MAPLE',
			name: 'Maplewick',
			combinedRate: 0.0725,
			state: 'OH',
			postalCodes: ['00011'],
			...old,
		},
		{
			code: 'OR-SORREL',
			name: 'Port Sorrel',
			combinedRate: 0,
			state: 'OR',
			postalCodes: ['00024'],
			...old,
		},
		{
			code: 'TX-THIST',
			name: 'Thistledown',
			combinedRate: 0.0825,
			state: 'TX',
			postalCodes: ['00037'],
			...old,
		},
	]);
	addAll(
		store,
		'contractRules',
		[
			{ contractId: 501, type: 'unit', name: 'Extinguisher, 10 lb', price: 92, libItemIds: [801] },
			{ contractId: 501, type: 'unit', name: 'Technician hour', price: 110, libItemIds: [805] },
			{
				contractId: 501,
				type: 'markup',
				name: 'Everything else',
				price: 35,
				libItemIds: [],
				threshold: 2.5,
			},
			{
				contractId: 502,
				type: 'unit',
				name: 'Technician hour, agreed',
				price: 98,
				libItemIds: [805],
			},
			{
				contractId: 502,
				type: 'additionalcharge',
				name: 'After hours',
				price: 75,
				libItemIds: [],
				serviceLineId: 1,
			},
		].map((row) => ({ ...row, ...old })),
	);
	seedQuotes(store, start);
	seedInvoices(store, start);
	addAll(store, 'quoteTemplates', [
		{ name: 'Yearly inspection', description: 'Inspect and tag', termsId: 2, ...old },
		{
			name: 'Head replacement',
			description: 'Replace painted heads',
			termsId: null,
			companyId: 104,
			...old,
		},
	]);
	addAll(store, 'quoteTemplateItems', [
		{ quoteTemplateId: 1, description: 'Extinguisher inspection', quantity: 10, libItemId: 808 },
		{ quoteTemplateId: 1, description: 'Trip charge', quantity: 1, libItemId: 809 },
		{ quoteTemplateId: 2, description: 'Sprinkler head, pendent', quantity: 12, libItemId: 802 },
	]);
}

/** Status, location, days since it was made. */
const QUOTES = [
	['new', 1003, 2],
	['draft', 1004, 5],
	['submitted', 1005, 8],
	['submitted', 1006, 10],
	['accepted', 1007, 15],
	['accepted', 1008, 20],
	['rejected', 1009, 25],
	['canceled', 1010, 30],
] as const;

function seedQuotes(store: Store, start: number): void {
	for (const [index, [status, locationId, days]] of QUOTES.entries()) {
		const created = start - days * DAY;
		const stamps = { created, updated: created + DAY };
		const customerId = 104 + (locationId - 1003);
		const service = store.collection('serviceRequests').add({
			description: 'Repair what the inspection found',
			status: 'open',
			locationId,
			serviceLineId: 1 + (index % 3),
			...stamps,
		});
		const quote = store.collection('quotes').add({
			name: `Repair at ${String(store.collection('locations').require(locationId).name)}`,
			status,
			vendorId: 101,
			customerId,
			locationId,
			assignedTo: index % 2 === 0 ? 52 : null,
			salesId: 52,
			ownerId: 51,
			notes: 'Prices hold for thirty days.',
			description: 'Repair what the inspection found',
			jobType: 'repair',
			serviceRequestIds: [service.id],
			assignedOfficeId: 1001 + (index % 2),
			termsId: 2,
			expiresOn: created + 30 * DAY,
			tagIds: index === 0 ? [401] : [],
			...stamps,
		});
		const request = store.collection('quoteRequests').add({
			title: quote.name,
			description: quote.description,
			status:
				{ accepted: 'approved', canceled: 'canceled', new: 'unsent' }[String(status)] ?? 'waiting',
			type: 'simple',
			respondBy: created + 7 * DAY,
			redTag: false,
			companyId: customerId,
			locationId,
			serviceRequestIds: [service.id],
			parentQuoteId: quote.id,
		});
		store.collection('quotes').change(quote.id, { quoteRequestId: request.id }, { touch: false });
		addAll(store, 'quoteItems', [
			{
				quoteId: quote.id,
				description: 'Sprinkler head, pendent',
				quantity: 4,
				price: 12.5,
				cost: 6.25,
				taxRate: 7.25,
				libItemId: 802,
				serviceLineId: 1,
				serviceRequestId: service.id,
			},
			{
				quoteId: quote.id,
				description: 'Technician hour',
				quantity: 2 + index,
				price: 110,
				cost: 55,
				libItemId: 805,
				serviceLineId: 1,
				serviceRequestId: service.id,
			},
		]);
	}
}

/** Type, status, whether it was sent, how much of it was paid. */
const INVOICES = [
	['invoice', 'ok', false, 0],
	['invoice', 'internal_review', false, 0],
	['invoice', 'pending_accounting', true, 0],
	['invoice', 'processed', true, 100],
	['invoice', 'processed', true, 40],
	['invoice', 'void', false, 0],
	['vendorbill', 'ok', false, 0],
	['external', 'ok', true, 0],
] as const;

function seedInvoices(store: Store, start: number): void {
	const closed = store
		.collection('jobs')
		.all()
		.filter(({ status }) => status === 'completed' || status === 'closed');
	for (const [index, [type, status, sent, share]] of INVOICES.entries()) {
		const job = closed[index];
		const created = start - (20 - index) * DAY;
		const stamps = { created, updated: created + DAY };
		const invoice = store.collection('invoices').add({
			name: `Invoice for Job #${String(job.number)}`,
			type,
			status,
			sent,
			jobId: job.id,
			locationId: job.locationId,
			customerId: job.customerId,
			vendorId: job.vendorId,
			contractId: 501,
			assignedUserId: index % 2 === 0 ? 51 : null,
			assignedOfficeId: job.assignedOfficeId,
			customerPo: job.customerPo,
			notes: '',
			termsId: 3,
			paymentTermsId: 3,
			transactionDate: created,
			dueDate: created + 30 * DAY,
			tagIds: index === 0 ? [401] : [],
			...stamps,
		});
		addAll(store, 'invoiceItems', [
			{
				invoiceId: invoice.id,
				description: 'Technician hour',
				quantity: 2,
				price: 110,
				taxRate: 0,
				libItemId: 805,
				serviceLineId: 1,
				orderIndex: 1,
				...stamps,
			},
			{
				invoiceId: invoice.id,
				description: 'Extinguisher, 10 lb',
				quantity: 1,
				price: 80,
				taxRate: 0,
				libItemId: 801,
				serviceLineId: 2,
				orderIndex: 2,
				...stamps,
			},
		]);
		if (share === 0) continue;
		store.collection('payments').add({
			invoiceId: invoice.id,
			customerId: invoice.customerId,
			transactionDate: created + 5 * DAY,
			paymentMethod: share === 100 ? 'check' : 'credit_card',
			source: share === 100 ? 'manual' : 'fattmerchant',
			amount: (300 * share) / 100,
			referenceNumber: `CK-${1000 + index}`,
			status: 'applied',
			creatorId: 51,
			created: created + 5 * DAY,
			updated: created + 5 * DAY,
		});
	}
	for (const [index, frequency] of ['monthly', 'yearly', 'monthly'].entries()) {
		const recurrence = store.collection('invoiceRecurrences').add({
			description: `Monitoring, ${frequency}`,
			locationId: 1003 + index,
			customerId: 104 + index,
			vendorId: 101,
			contractId: 502 + index,
			serviceLineId: 3,
			frequency,
			interval: 1,
			nextDue: start + (5 + index) * DAY,
			endsOn: index === 2 ? start + 200 * DAY : null,
			created: start - 100 * DAY,
		});
		// The last one has nothing to bill yet.
		if (index === 2) continue;
		store.collection('invoiceRecurrenceItems').add({
			invoiceRecurrenceId: recurrence.id,
			description: 'Monitoring fee',
			quantity: 1,
			price: 45,
			cost: 12,
			taxable: true,
			libItemId: 809,
			serviceLineId: 3,
		});
	}
}
