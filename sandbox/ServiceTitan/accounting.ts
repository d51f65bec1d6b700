import {
	contains,
	equals,
	oneOf,
	onOrAfter,
	onOrBefore,
	before,
	type Filter,
} from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { namesOnly, reckon } from './invoices';
import {
	atLeast,
	atMost,
	customFieldFilter,
	marksExported,
	money,
	named,
	namedIs,
	patchesCustomFields,
} from './money';
import { records } from './records';
import { requireAll } from './references';
import {
	creates,
	customFieldList,
	does,
	feeds,
	lists,
	owner,
	reads,
	routesOf,
	updates,
	type Show,
} from './tables';

const PAYMENT_REFERENCES = { typeId: 'paymentTypes', invoiceId: 'invoices' };

const splitsOf = (payment: Row) => (payment.splits ?? []) as Row[];

/** What a list shows of a payment; a write answers with less, under other names. */
const showPayment: Show = (row, { store }) => {
	const splits = splitsOf(row);
	const invoice = store.collection('invoices').get(splits[0]?.invoiceId);
	const total = splits.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0);
	const unapplied = splits
		.filter(({ invoiceId }) => invoiceId == null)
		.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0);
	return {
		syncStatus: row.status,
		referenceNumber: `P${String(row.id)}`,
		date: row.paidOn,
		type: store.collection('paymentTypes').get(row.typeId)?.name ?? null,
		typeId: String(row.typeId),
		total: money(total),
		unappliedAmount: money(unapplied),
		customer: invoice?.customer ?? null,
		businessUnit: invoice?.businessUnit ?? null,
		createdBy: 'api',
		appliedTo: splits
			.filter(({ invoiceId }) => invoiceId != null)
			.map(({ invoiceId, amount }, index) => ({
				appliedId: Number(row.id) * 100 + index,
				appliedTo: invoiceId,
				appliedAmount: money(Number(amount ?? 0)),
				appliedOn: row.paidOn,
				appliedBy: 'api',
				appliedToReferenceNumber:
					store.collection('invoices').get(invoiceId)?.referenceNumber ?? null,
			})),
		customFields: namesOnly(row.customFields),
	};
};

/** A filter over what is shown instead of over what is kept. */
const ofShown =
	(filter: Filter): Filter =>
	(value, request) => {
		const test = filter(value, request);
		return (row) => test({ ...row, ...showPayment(row, request) });
	};

function reckonAll(store: Store, payments: ReadonlyArray<Row | undefined>): void {
	const ids = payments.flatMap((payment) => (payment ? splitsOf(payment) : []));
	for (const id of new Set(ids.map(({ invoiceId }) => invoiceId))) reckon(store, id);
}

const writesPayment = {
	references: PAYMENT_REFERENCES,
	check({ body }: SandboxRequest) {
		if ((body.splits as Row[]).length === 0) throw wrongValue('splits', 'must have at least one');
	},
	without: ['transactionStatus'],
	then: (row: Row, { store }: SandboxRequest) => reckonAll(store, [row]),
};

/** Some line of the journal entry passes. */
const someDetail =
	(filter: Filter): Filter =>
	(value, request) => {
		const test = filter(value, request);
		const details = request.store.collection('journalEntryDetails');
		return (row) => details.where('journalEntryId', row.id).some(test);
	};

const ENTRY = owner('journalEntries', 'journalEntryId');

/** Custom fields of journal entries are a dictionary. */
function entryFields({ body }: SandboxRequest, row: Row | undefined): Row {
	if (body.customFields == null) return {};
	const values = new Map(
		((row?.customFields ?? []) as Row[]).map(({ name, value }) => [name, value]),
	);
	for (const [name, value] of Object.entries(body.customFields as Row)) {
		if (value === null) values.delete(name);
		else values.set(name, String(value));
	}
	return { customFields: [...values].map(([name, value]) => ({ name, value })) };
}

function checkAccount({ store, body }: SandboxRequest, row: Row | undefined): void {
	const twins =
		body.number == null ? [] : store.collection('glAccounts').where('number', body.number);
	// Inferred from the 409 of the documents.
	if (twins.some(({ id }) => id !== row?.id)) throw conflict('There is an account of that number');
	const types = store.collection('glAccountTypes');
	if (body.type != null && types.where('name', body.type).length === 0) {
		throw wrongValue('type', `${String(body.type)} is not a type of accounts`);
	}
}

/** Payments, bills, journal entries, accounts, terms, types and tax zones. */
export const accounting: Area = {
	collections: {
		paymentTypes: records('Payment type', 15_001, 'accounting.PaymentTypeResponse'),
		paymentTerms: records('Payment term', 15_101, 'accounting.PaymentTermAPIModel'),
		taxZones: records('Tax zone', 15_201, 'accounting.TaxZoneResponse'),
		glAccounts: records('Account', 15_301, 'accounting.GlAccountExtendedResponse', {
			source: 'PublicApi',
		}),
		glAccountTypes: records('Account type', 15_401, 'accounting.GlAccountTypeResponse'),
		payments: records('Payment', 160_001, 'accounting.PaymentResponse', {
			status: 'Pending',
			active: true,
			customFields: [],
		}),
		inventoryBills: records('Inventory bill', 170_001, 'accounting.InventoryBillResponse'),
		apCredits: records('Credit', 175_001, 'accounting.ApCreditResponse'),
		apPayments: records('Vendor payment', 176_001, 'accounting.ApPaymentResponse'),
		journalEntries: {
			...records('Journal entry', 1, 'accounting.JournalEntryResponse'),
			writeId: (number) => `0000000${number}-0000-4000-8000-000000000000`,
		},
		journalEntryDetails: records('Line', 1, 'accounting.JournalEntryDetailsResponse'),
	},
	routes: routesOf('/accounting/v2/tenant/{tenant}', {
		'GET payments': lists('payments', {
			show: showPayment,
			open: ['customField.Fields'],
			filters: {
				statuses: oneOf('status'),
				paidOnAfter: onOrAfter('paidOn'),
				paidOnBefore: before('paidOn'),
				businessUnitIds: ofShown(namedIs('businessUnit')),
				batchNumber: equals('batch.number'),
				batchId: equals('batch.id'),
				// All of them are received; there are no others here.
				transactionType: (value) => () => value !== 'JournalEntry',
				customerId: ofShown(namedIs('customer')),
				'customField.Fields': customFieldFilter('customField.Operator'),
				'customField.Operator': () => () => true,
				appliedToInvoiceIds: (value) => (row) =>
					splitsOf(row).some(({ invoiceId }) =>
						String(value).split(',').includes(String(invoiceId)),
					),
				appliedToReferenceNumber: ofShown(
					(value) => (row) =>
						(row.appliedTo as Row[]).some((one) => one.appliedToReferenceNumber === value),
				),
				totalGreater: ofShown(atLeast('total')),
				totalLess: ofShown(atMost('total')),
			},
		}),
		'POST payments': creates('payments', writesPayment),
		'GET payments/custom-fields': customFieldList('payments'),
		'PATCH payments/custom-fields': does(patchesCustomFields('payments', 'payments', 'Payment')),
		'POST payments/status': does(({ store, body }) => {
			requireAll(store, body, { paymentId: 'payments' });
			for (const id of body.paymentIds as unknown[]) {
				store.collection('payments').change(id, { status: body.status });
			}
		}),
		'PATCH payments/{id}': (key) => (request) => {
			const { store, path } = request;
			const before = { ...store.collection('payments').require(path.id) };
			const answer = updates('payments', writesPayment)(key)(request);
			reckonAll(store, [before]);
			return answer;
		},
		'GET export/payments': feeds('payments', { show: showPayment }),

		'GET payment-types': lists('paymentTypes', {
			hides:
				({ query }) =>
				(row) =>
					query.active === undefined && row.active === false,
		}),
		'GET payment-types/{id}': reads('paymentTypes'),
		'GET payment-terms': lists('paymentTerms'),
		'GET payment-terms/{paymentTermId}': reads('paymentTerms'),
		'GET tax-zones': lists('taxZones'),

		'GET gl-accounts': lists('glAccounts', {
			filters: { names: oneOf('name', { most: 50 }), numbers: oneOf('number', { most: 50 }) },
		}),
		'POST gl-accounts': creates('glAccounts', { check: checkAccount }),
		'GET gl-accounts/types': lists('glAccountTypes', {
			filters: { names: oneOf('name', { most: 50 }) },
		}),
		'GET gl-accounts/{accountId}': reads('glAccounts'),
		'PATCH gl-accounts/{accountId}': updates('glAccounts', { check: checkAccount }),

		'GET inventory-bills': lists('inventoryBills', {
			show: ({ customFields }) => ({ customFields: namesOnly(customFields) }),
			open: ['customField.Fields'],
			filters: {
				batchId: equals('batch.id'),
				batchNumber: equals('batch.number'),
				billNumber: equals('referenceNumber'),
				businessUnitIds: namedIs('businessUnit'),
				'customField.Fields': customFieldFilter('customField.Operator'),
				'customField.Operator': () => () => true,
				dateFrom: onOrAfter('billDate'),
				dateTo: onOrBefore('billDate'),
				purchaseOrderNumber: (value, { store }) => {
					const orders = store.collection('purchaseOrders');
					return (row) => orders.get(row.purchaseOrderId)?.number === value;
				},
				purchaseOrderTypes: (value, { store }) => {
					const orders = store.collection('purchaseOrders');
					const wanted = String(value).split(',');
					return (row) => wanted.includes(String(orders.get(row.purchaseOrderId)?.typeId));
				},
				minCost: atLeast('billAmount'),
				maxCost: atMost('billAmount'),
			},
		}),
		'GET inventory-bills/custom-fields': customFieldList('inventoryBills'),
		'PATCH inventory-bills/custom-fields': does(
			patchesCustomFields('inventoryBills', 'inventoryBills', 'Inventory bill'),
		),
		'POST inventory-bills/markasexported': does(
			marksExported('inventoryBills', 'inventoryBillId', () => ({ syncStatus: 'Exported' })),
		),
		'GET export/inventory-bills': feeds('inventoryBills', {
			show: ({ customFields }) => ({ customFields: namesOnly(customFields) }),
		}),
		'GET ap-credits': lists('apCredits'),
		'POST ap-credits/markasexported': does(
			marksExported('apCredits', 'apCreditId', () => ({ syncStatus: 'Exported' })),
		),
		'GET ap-payments': lists('apPayments'),
		'POST ap-payments/markasexported': does(
			marksExported('apPayments', 'apPaymentId', () => ({ syncStatus: 'Exported' })),
		),

		'GET journal-entries': lists('journalEntries', {
			open: ['customField'],
			sort: { ExportedBy: 'exportedBy' },
			filters: {
				exportedFrom: onOrAfter('exportedOn'),
				exportedTo: onOrBefore('exportedOn'),
				postedFrom: onOrAfter('postDate'),
				postedTo: onOrBefore('postDate'),
				exportedBy: namedIs('exportedBy'),
				numberFrom: atLeast('number'),
				numberTo: atMost('number'),
				transactionPostedFrom: someDetail(onOrAfter('postDate')),
				transactionPostedTo: someDetail(onOrBefore('postDate')),
				businessUnitIds: someDetail(namedIs('businessUnit')),
				serviceAgreementIds: someDetail(namedIs('serviceAgreement')),
				customerName: someDetail(contains('customer.name')),
				locationName: someDetail(contains('customerLocation.name')),
				vendorName: someDetail(contains('vendor.name')),
				inventoryLocationName: someDetail(contains('inventoryLocation.name')),
				refNumber: someDetail(contains('transaction.refNumber')),
				transactionTypes: someDetail(oneOf('transaction.type')),
				customField: customFieldFilter('no operator'),
			},
		}),
		'PATCH journal-entries/{id}': updates('journalEntries', { also: entryFields }),
		'GET journal-entries/{id}/details': lists('journalEntryDetails', { of: ENTRY }),
		'GET journal-entries/{id}/summary': lists('journalEntryDetails', { of: ENTRY }),
		'PATCH journal-entries/{id}/sync': updates('journalEntries', {
			id: 'id',
			also: (request, row) => ({
				...entryFields(request, row),
				lastSyncVersionId: request.body.versionId ?? row?.versionId,
			}),
			without: ['versionId'],
		}),
	}),
	seed({ add, at, store }) {
		add(
			'paymentTypes',
			['Cash', 'Check', 'Card', 'Bank transfer', 'Old card'].map((name, index) => ({
				name,
				active: index !== 4,
			})),
		);
		add('paymentTerms', [
			{
				name: 'Due at once',
				dueDayType: 'NumberOfDays',
				dueDay: 0,
				isCustomerDefault: true,
				inUse: true,
			},
			{
				name: 'Thirty days',
				dueDayType: 'NumberOfDays',
				dueDay: 30,
				isVendorDefault: true,
				inUse: true,
			},
			{ name: 'The 15th', dueDayType: 'CertainDayOfFollowingMonth', dueDay: 15 },
		]);
		add(
			'taxZones',
			['Maplewick', 'Port Sorrel', 'Old zone'].map((name, index) => ({
				name,
				color: index,
				rates: [
					{
						id: index + 1,
						taxName: 'Sales tax',
						taxBaseType: ['Subtotal'],
						taxRate: 0.07,
						salesTaxItem: null,
					},
				],
				active: index !== 2,
			})),
		);
		add('glAccountTypes', [
			{ name: 'Income' },
			{ name: 'Expense' },
			{ name: 'Asset' },
			{ name: 'Old type', active: false },
		]);
		add('glAccounts', [
			{
				name: 'Service income',
				number: '4000',
				type: 'Income',
				source: 'ManuallyCreated',
				defaultAccountType: 'Revenue',
			},
			{ name: 'Parts', number: '5000', type: 'Expense', source: 'AccountingSystem' },
			{
				name: 'Bank',
				number: '1000',
				type: 'Asset',
				source: 'PublicApi',
				defaultAccountType: 'CheckingAccount',
			},
			{ name: 'Old income', number: '4999', type: 'Income', active: false },
		]);
		const payable = store
			.collection('invoices')
			.all()
			.filter(({ total }) => Number(total) > 0)
			.slice(0, 8);
		add(
			'payments',
			payable.map((invoice, index) => ({
				typeId: 15_001 + (index % 4),
				memo: 'Thank you',
				paidOn: at(-20 + index, 17),
				checkNumber: index % 4 === 1 ? String(1200 + index) : null,
				status: ['Pending', 'Posted', 'Exported'][index % 3],
				splits: [
					{ invoiceId: invoice.id, amount: Number(invoice.total) / (index % 2 === 0 ? 1 : 2) },
				],
				createdOn: at(-20 + index, 17),
			})),
		);
		for (const { id } of payable) {
			const { modifiedOn } = store.collection('invoices').require(id);
			reckon(store, id);
			store.collection('invoices').change(id, { modifiedOn });
		}
		const businessUnit = named(store, 'businessUnits', 101);
		const vendor = named(store, 'vendors', 17_001);
		add(
			'inventoryBills',
			['Pending', 'Posted', 'Exported'].map((syncStatus, index) => ({
				purchaseOrderId: 18_003,
				syncStatus,
				referenceNumber: `B-${1001 + index}`,
				vendorNumber: `KC-${77 + index}`,
				billDate: at(-11 + index, 9),
				billAmount: money(40 + index * 20),
				taxAmount: money(4),
				shippingAmount: money(0),
				createdBy: 'api',
				termName: 'Thirty days',
				dueDate: at(19 + index, 9),
				businessUnit,
				vendor,
				items: [],
				customFields: index === 0 ? [{ name: 'Delivery slip', value: 'D-88' }] : [],
				jobId: 50_003,
				jobNumber: '50003',
				createdOn: at(-11 + index, 9),
			})),
		);
		add(
			'apCredits',
			[0, 1].map((index) => ({
				inventoryReturnId: 19_502,
				date: at(-5 + index, 9),
				number: `C-${index + 1}`,
				amount: 8,
				status: 'Unreconciled',
				businessUnit,
				vendor,
				createdOn: at(-5 + index, 9),
			})),
		);
		add(
			'apPayments',
			[0, 1].map((index) => ({
				date: at(-4 + index, 9),
				method: 'AccountingSystem',
				name: `Vendor payment ${index + 1}`,
				amount: 44,
				status: 'Paid',
				businessUnit,
				vendor,
				active: true,
				createdOn: at(-4 + index, 9),
			})),
		);
		add(
			'journalEntries',
			[0, 1, 2].map((index) => ({
				number: 301 + index,
				name: `Week ${index + 8}`,
				status: index === 0 ? 'Closed' : 'Open',
				syncStatus: index === 0 ? 'Synced' : 'NotSynced',
				versionId: 1,
				postDate: at(-14 + index * 7, 0),
				exportedOn: index === 0 ? at(-13, 9) : null,
				customFields: [],
				createdOn: at(-14 + index * 7, 9),
			})),
		);
		const [job] = store.collection('jobs').all();
		add(
			'journalEntryDetails',
			store
				.collection('journalEntries')
				.all()
				.flatMap(({ id: journalEntryId, postDate }, index) =>
					[15_303, 15_301].map((accountId, side) => {
						const { id, number, name, type, subtype } = store
							.collection('glAccounts')
							.require(accountId);
						return {
							journalEntryId,
							postDate,
							account: { id, number, name, type, subtype },
							debit: side === 0 ? 125 : 0,
							credit: side === 1 ? 125 : 0,
							transaction: {
								id: 150_001 + index,
								type: 'Invoice',
								refNumber: String(job.jobNumber),
							},
							businessUnit,
							customer: named(store, 'customers', 1001 + index),
							customerLocation: named(store, 'locations', 2001 + index),
							job: { id: job.id, number: job.jobNumber },
						};
					}),
				),
		);
	},
};
