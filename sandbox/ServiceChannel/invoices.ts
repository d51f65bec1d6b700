import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { invoices, shownInvoice } from './commercialEntities';
import { storedDate } from './dates';
import { entityList, yearWindow } from './odata';
import { CodedRefusal, CODES } from './refusals';
import { callerOf, ownSubscriber } from './signIn';
import { isBillable, nowText, statusOf } from './states';
import { subscriberOf } from './subscribers';

const DAY_MS = 24 * 3_600_000;
const NUMBER_PATTERN = /^[A-Za-z0-9-]{1,20}$/;
const MAX_DAYS_BACK = 90;

/** What each amount is made of. */
const SUMS = [
	['LaborAmount', 'Labors'],
	['MaterialAmount', 'Materials'],
	['TravelAmount', 'Travels'],
	['OtherAmount', 'Others'],
] as const;

const REJECTION_REASONS = [
	['Amount is wrong', 'InvoiceRequiresCorrection'],
	['Work was not confirmed', 'WorkOrderNotInvoiceable'],
	['Other', 'Other'],
] as const;

const cents = (amount: unknown): number => Math.round(Number(amount ?? 0) * 100);

/** A provider names a work order by either of its numbers, a subscriber by the first or by the PO. */
function workOrderNamed(request: SandboxRequest, name: unknown): Row {
	const all = request.store.collection('workOrders');
	const other = ownSubscriber(request) === undefined ? 'Number' : 'PurchaseNumber';
	const row = all.get(name) ?? all.where(other, name)[0];
	if (!row) throw new CodedRefusal(CODES.trackingNumber, 'Invalid Tracking Number');
	return row;
}

function checkSums(body: Row): number {
	const details = (body.InvoiceAmountsDetails ?? {}) as Row;
	for (const [amount, lines] of SUMS) {
		const rows = (body[lines] ?? []) as Row[];
		const sum = rows.reduce((total, row) => total + cents(row.Amount), 0);
		if (rows.length > 0 && sum !== cents(details[amount])) {
			throw new CodedRefusal(CODES.invoiceContent, `${amount} is not the sum of ${lines}`);
		}
	}
	if (cents(details.OtherAmount) !== 0 && !details.OtherDescription) {
		throw new CodedRefusal(CODES.invoiceContent, 'OtherDescription is needed with OtherAmount');
	}
	return [...SUMS.map(([amount]) => amount), 'FreightAmount'].reduce(
		(total, amount) => total + cents(details[amount]),
		0,
	);
}

const createInvoice: Handler = (request) => {
	const { body, store, clock } = request;
	const workOrder = workOrderNamed(request, body.WoIdentifier);
	const collection = store.collection('invoices');
	if (!isBillable(statusOf(workOrder))) {
		throw new CodedRefusal(CODES.invoiceContent, 'The work order is not completed');
	}
	if (workOrder.IsInvoiced === true || collection.where('WoTrackingNumber', workOrder.Id).length) {
		throw new CodedRefusal(CODES.invoiceExists, 'The work order has an invoice');
	}
	const number = String(body.InvoiceNumber);
	if (!NUMBER_PATTERN.test(number)) {
		throw new CodedRefusal(CODES.invoiceNumberForm, 'The invoice number is malformed');
	}
	if (collection.where('Number', number).length > 0) {
		throw new CodedRefusal(CODES.invoiceNumberTaken, `Invoice number ${number} is used`);
	}
	const date = storedDate(body.InvoiceDate ?? body.InvoiceDateDTO) ?? nowText(request);
	if (Date.parse(date) < clock.now() - MAX_DAYS_BACK * DAY_MS || date > nowText(request)) {
		throw new CodedRefusal(CODES.invoiceContent, 'The invoice date is outside the posting window');
	}
	const subtotal = checkSums(body);
	const tax = cents(body.InvoiceTax) + cents(((body.Tax2Details ?? {}) as Row).Tax2Amount);
	if (body.InvoiceTotal !== undefined && cents(body.InvoiceTotal) !== subtotal + tax) {
		throw new CodedRefusal(
			CODES.invoiceContent,
			'InvoiceTotal is not the sum of amounts and taxes',
		);
	}
	const { Id } = collection.add({
		Number: number,
		Status: body.SubmitDisputed === true ? 'Disputed' : 'Open',
		InvoiceTax: Number(body.InvoiceTax ?? 0),
		InvoiceTotal: (subtotal + tax) / 100,
		InvoiceBalance: (subtotal + tax) / 100,
		Subtotal: subtotal / 100,
		InvoiceAmountsDetails: body.InvoiceAmountsDetails ?? null,
		Labors: body.Labors ?? [],
		Materials: body.Materials ?? [],
		Travels: body.Travels ?? [],
		Others: body.Others ?? [],
		Description: body.InvoiceText ?? '',
		Terms: body.Terms ?? null,
		InvoiceDate: date,
		PostedDate: nowText(request),
		PostedBy: callerOf(request).FullName,
		Trade: workOrder.Trade,
		Category: workOrder.Category,
		SubscriberId: workOrder.SubscriberId,
		ProviderId: workOrder.ProviderId,
		LocationId: workOrder.LocationId,
		WoTrackingNumber: workOrder.Id,
	});
	store.collection('workOrders').change(workOrder.Id, { IsInvoiced: true });
	return new Answer(201, { Id });
};

function invoiceOf(request: SandboxRequest, id: unknown = request.path.invoiceId): Row {
	const row = request.store.collection('invoices').get(id);
	const own = ownSubscriber(request);
	if (row && (own === undefined || row.SubscriberId === own)) return row;
	throw new CodedRefusal(CODES.notFound, `Invoice ${String(id)} was not found`);
}

/** Everything stands in the query; from which states it is possible. */
function move(
	Status: string,
	from: readonly string[],
	more: (request: SandboxRequest) => Row = () => ({}),
): Handler {
	return (request) => {
		const row = invoiceOf(request);
		if (!from.includes(String(row.Status))) {
			throw new CodedRefusal(CODES.statusNotAllowed, `The invoice is ${String(row.Status)}`);
		}
		request.store.collection('invoices').change(row.Id, {
			Status,
			Comments: request.query.comments,
			StatusChangeDate: nowText(request),
			StatusChangeUser: callerOf(request).FullName,
			...more(request),
		});
		return new Answer(204);
	};
}

/** Of an approved invoice, and never more than is still to be paid. Gives what is wrong, or nothing. */
function pay(request: SandboxRequest, row: Row, payment: Row): string | undefined {
	const { PaymentDate, PaymentNumber, PaymentAmount } = payment;
	if (!PaymentDate || !PaymentNumber || !(Number(PaymentAmount) > 0)) {
		return 'Date, number and amount are needed';
	}
	if (row.Status !== 'Approved') return 'The invoice is not approved';
	const left = cents(row.InvoiceBalance) - cents(PaymentAmount);
	if (left < 0) return 'That is more than the balance';
	const payments = row.Payments as readonly Row[];
	request.store.collection('invoices').change(row.Id, {
		InvoiceBalance: left / 100,
		Payments: [
			...payments,
			{
				Id: payments.length + 1,
				PaymentDate: storedDate(PaymentDate),
				PaymentNumber,
				PaymentAmount,
			},
		],
		...(left === 0 ? { Status: 'Paid', PaidDate: storedDate(PaymentDate) } : {}),
	});
	return undefined;
}

const addPayment: Handler = (request) => {
	const wrong = pay(request, invoiceOf(request), request.body);
	if (wrong !== undefined) throw new CodedRefusal(CODES.paymentRefused, wrong);
	return new Answer(204);
};

/** Answered with 201 whatever becomes of the single ones. */
const addPayments: Handler = (request) => {
	const own = ownSubscriber(request);
	const Payments = ((request.body.Payments ?? []) as Row[]).map((payment) => {
		const row = request.store.collection('invoices').get(payment.InvoiceId);
		const mine = row?.SubscriberId === own ? row : undefined;
		const wrong = mine ? pay(request, mine, payment) : 'The invoice was not found';
		const code = mine ? CODES.paymentRefused : CODES.notFound;
		return { ...payment, ErrorCode: wrong === undefined ? 0 : code, ErrorMessage: wrong ?? null };
	});
	return new Answer(201, { Payments });
};

const requirements: Handler = (request) => {
	const { Id } = subscriberOf(request);
	const named = (from: string) =>
		JSON.stringify(
			request.store
				.collection(from)
				.where('SubscriberId', Id)
				.map((row) => ({ Id: row.Id, Name: row.Name })),
		);
	return {
		DaysBeforePostingDate: 0,
		MaxDaysAfterPostingDate: MAX_DAYS_BACK,
		RequireResolutionText: false,
		RequireApprovalText: false,
		IsInvoiceNumberValidationFeatureEnabled: true,
		AvailableTrades: named('trades'),
		AvailableCategories: named('categories'),
		NumberRequirementsModel: { MaxLength: 20 },
		IsProviderAbleToAddSalesTax: true,
		RequireProviderDigitalCopy: false,
	};
};

const statistics: Handler = ({ query, store, clock }) => {
	const days = Number(query.daysPeriod ?? 30);
	const approvedDays = Number(query.approvedInThePastDaysPeriod ?? 3);
	const all = store.collection('invoices').all();
	const since = new Date(clock.now() - approvedDays * DAY_MS).toISOString();
	return {
		DaysPeriod: days,
		WoReadyForInvoices: store
			.collection('workOrders')
			.all()
			.filter((row) => isBillable(statusOf(row)) && row.IsInvoiced !== true).length,
		OpenInvoices: all.filter(({ Status }) => Status === 'Open').length,
		ApprovedInvoicesDaysPeriod: approvedDays,
		ApprovedInvoices: all.filter(({ ApprovedDate }) => String(ApprovedDate ?? '') >= since).length,
	};
};

const discrepancies: Handler = (request) => {
	invoiceOf(request);
	return [
		{
			SkillLevel: 2,
			SkillLevelName: 'Technician',
			LaborType: 1,
			LaborTypeName: 'Regular',
			HourlyRate: 95,
			AgreedRate: 85,
			NumOfTech: '1',
			LaborHours: 2,
			RateDiscrepancyReason: null,
		},
	];
};

/** What nobody gave a value. */
export function usualInvoice(): Row {
	return {
		BatchNumber: null,
		Status: 'Open',
		InvoiceTax: 0,
		ApprovalCode: null,
		Comments: null,
		Currency: { Id: 1, AlphabeticalCode: 'USD' },
		ApprovedDate: null,
		PaidDate: null,
		StatusChangeDate: null,
		StatusChangeUser: null,
		LastActionDate: null,
		IsStarred: false,
		IsTransferred: false,
		IsDuplicate: false,
		WithMismatchedRates: false,
		Labors: [],
		Materials: [],
		Travels: [],
		Others: [],
		Payments: [],
	};
}

const OPEN = ['Open', 'On Hold', 'Reviewed', 'Disputed'];

export const invoiceRoutes: Readonly<Record<string, Handler>> = {
	'POST /invoices': createInvoice,
	'GET /invoices/{invoiceId}': (request) => shownInvoice(invoiceOf(request), request),
	'GET /odata/invoices': entityList('invoices', invoices, { window: yearWindow('PostedDate') }),
	'PUT /invoices/{invoiceId}/approve': move('Approved', OPEN, (request) => ({
		ApprovalCode: request.query.approvalCode,
		Category: request.query.category,
		ApprovedDate: nowText(request),
	})),
	'PUT /invoices/{invoiceId}/reject': move('Rejected', OPEN),
	'PUT /invoices/{invoiceId}/onhold': move('On Hold', ['Open', 'Reviewed', 'Disputed']),
	'POST /invoices/{invoiceId}/Payment': addPayment,
	'POST /invoices/Payments': addPayments,
	'GET /invoices/{subscriberId}/InvoiceRequirements': requirements,
	'GET /invoices/{subscriberId}/OtherChargeOptions/{category}': (request) => {
		subscriberOf(request);
		return ['Trip charge', 'Disposal'].map((Description, index) => ({
			Id: index + 1,
			Description,
		}));
	},
	'GET /invoices/{subscriberId}/InvoiceRejectionReasons': (request) => {
		const { Id: SubscriberId } = subscriberOf(request);
		return REJECTION_REASONS.map(([Description, ReasonType], index) => ({
			Id: index + 1,
			SubscriberId,
			Description,
			Retired: false,
			ReasonType,
		}));
	},
	'GET /invoices/statistics': statistics,
	'GET /invoices/{invoiceId}/discrepancy': discrepancies,
};
