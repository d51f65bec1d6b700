import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { proposals } from './commercialEntities';
import { attachments } from './entities';
import { entityList, yearWindow } from './odata';
import { CodedRefusal, CODES } from './refusals';
import { callerOf, ownSubscriber } from './signIn';
import { nowText, requireWorkOrder } from './states';

const DAY_MS = 24 * 3_600_000;
const LONGEST_NUMBER = 30;

export const PROPOSAL_STATUSES = ['Open', 'On Hold', 'Approved', 'Rejected', 'Void', 'Reviewed'];

/** Why a proposal may be rejected. */
const REJECTION_REASONS = ['Too expensive', 'Work no longer needed', 'Scope is unclear'].map(
	(Description, index) => ({ Id: index + 1, Description }),
);

/** What the vendor's document shows as the form of version 1.0.0, filled with nothing. */
const TEMPLATE = {
	version: '1.0.0',
	subscriberId: 0,
	providerId: 0,
	locationId: 0,
	tradeId: 0,
	currency: 'USD',
	proposalNumber: '',
	description: '',
	notificationEmails: '',
	costsIncurredToDate: [],
	materials: [],
	materialsAnswer: 'New',
	installationLabor: [
		'Regular Service Hours',
		'Overtime Service Hours',
		'Helper Standard Hours',
	].map((description) => ({ description, tech: 0, hours: 0, rate: 0 })),
	installationLaborFlatFeeLabor: 0,
	nonInstallationExpenses: { travel: { ofTrips: 0, charge: 0 }, fees: 0, nonInstallationLabor: 0 },
	nonInstallationExpensesOther: [],
	freight: 0,
	freightOther: [],
	tax: {
		materialSalesTax: 0,
		installationLaborSalesTax: 0,
		nonInstallationExpensesSalesTax: 0,
		freightTax: 0,
	},
};

/** Client, provider, place, trade and currency together say whether a proposal can be made. */
function checkCombination({ store }: SandboxRequest, given: Row): Row {
	const { subscriberId, providerId, locationId, tradeId, currency } = given;
	const place = store.collection('locations').get(locationId);
	const trade = store.collection('trades').get(tradeId);
	if (!store.collection('providers').get(providerId)) {
		throw new CodedRefusal(CODES.badRequest, 'ProviderId is not specified or is wrong');
	}
	if (place?.SubscriberId !== subscriberId || trade?.SubscriberId !== subscriberId) {
		throw new CodedRefusal(CODES.badRequest, 'Subscriber, location and trade do not fit together');
	}
	if (currency !== 'USD') throw new CodedRefusal(CODES.badRequest, 'Unknown currency');
	return trade as Row;
}

/**
 * The document calls the answer a text that holds the form. Inferred: the text is the body itself,
 * and not a JSON text that holds another one.
 */
const checkCreation: Handler = (request) => {
	const given = { currency: 'USD', subscriberId: ownSubscriber(request), ...request.query };
	checkCombination(request, given);
	return { ...TEMPLATE, ...given };
};

/** Every block of the form has to be there, with its inner blocks; the numbers may be any. */
function checkForm(given: unknown, form: unknown, at: string): void {
	if (Array.isArray(form)) {
		if (!Array.isArray(given)) throw new CodedRefusal(CODES.badRequest, `${at} is not a list`);
		return;
	}
	if (typeof form !== 'object' || form === null) return;
	if (typeof given !== 'object' || given === null) {
		throw new CodedRefusal(CODES.badRequest, `JSON is invalid or corrupted: ${at}`);
	}
	const unknown = Object.keys(given).filter((name) => !Object.hasOwn(form, name));
	const missing = Object.keys(form).filter((name) => !Object.hasOwn(given, name));
	if (unknown.length + missing.length > 0) {
		throw new CodedRefusal(
			CODES.badRequest,
			`JSON is invalid or corrupted: ${[...unknown, ...missing].join(', ')}`,
		);
	}
	for (const [name, inner] of Object.entries(form)) {
		checkForm((given as Row)[name], inner, at === '' ? name : `${at}.${name}`);
	}
}

const sum = (rows: readonly Row[], amount: (row: Row) => number): number =>
	rows.reduce((total, row) => total + amount(row), 0);

function amountOf(body: Row): number {
	const { travel, fees, nonInstallationLabor } = body.nonInstallationExpenses as Row;
	const { ofTrips, charge } = travel as Row;
	return (
		sum(body.materials as Row[], ({ qty, price }) => Number(qty) * Number(price)) +
		sum(
			body.installationLabor as Row[],
			({ tech, hours, rate }) => Number(tech) * Number(hours) * Number(rate),
		) +
		Number(body.installationLaborFlatFeeLabor) +
		Number(ofTrips) * Number(charge) +
		Number(fees) +
		Number(nonInstallationLabor) +
		Number(body.freight) +
		sum(
			Object.values(body.tax as Row).map((tax) => ({ tax })),
			({ tax }) => Number(tax),
		)
	);
}

const createProposal: Handler = (request) => {
	const { body, store } = request;
	checkForm(body, TEMPLATE, '');
	if (body.version !== '1.0.0') throw new CodedRefusal(CODES.badRequest, 'Unknown version');
	const trade = checkCombination(request, body);
	const number = String(body.proposalNumber);
	if (number.length > LONGEST_NUMBER) {
		throw new CodedRefusal(CODES.badRequest, 'proposalNumber is longer than 30 characters');
	}
	const caller = callerOf(request);
	const collection = store.collection('proposals');
	const { Id } = collection.add({
		Number: number === '' ? `P${90_000 + collection.size}` : number,
		Description: body.description,
		SubscriberId: body.subscriberId,
		ProviderId: body.providerId,
		LocationId: body.locationId,
		TradeId: trade.Id,
		CreatedById: caller.Id,
		Amount: amountOf(body),
	});
	// The document only calls it a text; inferred to be the number alone.
	return Id;
};

function proposalOf(request: SandboxRequest): Row {
	const row = request.store.collection('proposals').get(request.path.proposalId);
	const own = ownSubscriber(request);
	if (row && (own === undefined || row.SubscriberId === own)) return row;
	throw new CodedRefusal(CODES.notFound, `Proposal ${request.path.proposalId} was not found`);
}

const done = () => new Answer(204);

/** What becomes of it, and from which states that is possible. */
function move(Primary: string, from: readonly string[]): Handler {
	return (request) => {
		const { body, store } = request;
		const row = proposalOf(request);
		const { Primary: before } = row.Status as Row;
		if (!from.includes(String(before))) {
			throw new CodedRefusal(CODES.statusNotAllowed, `The proposal is ${String(before)}`);
		}
		const reason = body.RejectReasonCodeId;
		if (reason !== undefined && !REJECTION_REASONS.some(({ Id }) => Id === reason)) {
			throw new CodedRefusal(CODES.badRequest, `Unknown rejection reason ${String(reason)}`);
		}
		store.collection('proposals').change(row.Id, {
			Status: {
				Primary,
				Extended: '',
				ModifiedDate: nowText(request),
				ModifiedBy: callerOf(request).FullName,
			},
			...(body.Comment === undefined ? {} : { Comments: body.Comment }),
		});
		return done();
	};
}

const assignUser: Handler = (request) => {
	const row = proposalOf(request);
	const { Primary } = row.Status as Row;
	if (Primary === 'Approved' || Primary === 'Rejected') {
		throw new CodedRefusal(CODES.statusNotAllowed, `The proposal is ${String(Primary)}`);
	}
	const user = request.store.collection('users').get(request.body.UserId);
	if (!user || user.SubscriberId !== row.SubscriberId) {
		throw new CodedRefusal(CODES.badRequest, 'The user is not of the subscriber');
	}
	request.store.collection('proposals').change(row.Id, { AssignedToId: user.Id });
	return done();
};

/** The body is nothing but the number of the work order. */
const linkWorkOrder: Handler = (request) => {
	const row = proposalOf(request);
	const workOrder = requireWorkOrder(request, request.rawBody);
	if (workOrder.SubscriberId !== row.SubscriberId) {
		throw new CodedRefusal(CODES.badRequest, 'The work order is of another subscriber');
	}
	request.store.collection('proposals').change(row.Id, { WorkOrderId: workOrder.Id });
	return done();
};

const ofWorkOrder: Handler = (request) => {
	const { Id } = requireWorkOrder(request, request.query.trackingNumber);
	return request.store
		.collection('proposals')
		.where('WorkOrderId', Id)
		.map((row) => ({
			ID: row.Id,
			ProposalNumber: row.Number,
			CreatedDateDto: row.CreatedDate,
			Status: (row.Status as Row).Primary,
			WorkOrder: Id,
		}));
};

const assignableUsers: Handler = (request) => {
	const row = proposalOf(request);
	return request.store
		.collection('users')
		.where('SubscriberId', row.SubscriberId)
		.map(({ Id, UserName, FullName, Email }) => ({
			Id,
			UserName,
			UserNameOrFullName: FullName,
			FullName,
			Email,
		}));
};

const statistics: Handler = ({ query, store, clock }) => {
	const days = Number(query.daysPeriod ?? 30);
	const from = new Date(clock.now() - days * DAY_MS).toISOString();
	const all = store.collection('proposals').all();
	const counted = (primary: string, rows = all) =>
		rows.filter(({ Status }) => (Status as Row).Primary === primary).length;
	return {
		DaysPeriod: days,
		RFPsWaitingForApproval: store.collection('rfps').where('Status', 'Open').length,
		OpenProposals: counted('Open'),
		ApprovedProposalsDaysPeriod: days,
		ApprovedProposals: counted(
			'Approved',
			all.filter(({ UpdatedDate }) => String(UpdatedDate) >= from),
		),
		WaitingReviewProposals: counted('Reviewed'),
		RejectedProposals: counted('Rejected'),
	};
};

/** A cost line for all of it: the form's own blocks are not kept apart here. */
const categories: Handler = (request) => {
	const row = proposalOf(request);
	return {
		value: [
			{
				Id: 1,
				Name: 'Total',
				Description: row.Description,
				TotalCost: row.Amount,
				IsActive: true,
				SortOrder: 1,
				Columns: [],
				Rows: [],
				Questions: [],
			},
		],
	};
};

export const proposalRoutes: Readonly<Record<string, Handler>> = {
	'GET /odata/proposals': entityList('proposals', proposals, { window: yearWindow('CreatedDate') }),
	'GET /proposals/CheckProposalCreation': checkCreation,
	'POST /proposals/CreateProposal': createProposal,
	'GET /proposals/{proposalId}/validate': (request) => void proposalOf(request),
	'PUT /proposals/{proposalId}/approve': move('Approved', ['Open', 'On Hold', 'Reviewed']),
	'PUT /proposals/{proposalId}/reject': move('Rejected', ['Open', 'On Hold', 'Reviewed']),
	'PUT /proposals/{proposalId}/onhold': move('On Hold', ['Open', 'Reviewed']),
	'PUT /proposals/{proposalId}/open': move('Open', ['On Hold', 'Rejected', 'Reviewed', 'Approved']),
	'PUT /proposals/{proposalId}/assignUser': assignUser,
	'PUT /proposals/{proposalId}/assignWO': linkWorkOrder,
	'GET /proposals/GetProposalsAssociatedWithWorkOrderAsync': ofWorkOrder,
	'GET /proposals/RejectionReasons': () => REJECTION_REASONS,
	'GET /proposals/{proposalId}/users': assignableUsers,
	'GET /proposals/statistics': statistics,
	'GET /odata/proposals({proposalId})/Service.Categories()': categories,
	'GET /odata/proposals({proposalId})/attachments': entityList('attachments', attachments, {
		rows: (request) =>
			request.store.collection('attachments').where('ProposalId', proposalOf(request).Id),
	}),
};

/** What nobody gave a value. */
export function usualProposal(): Row {
	return {
		Description: '',
		Comments: '',
		Status: { Primary: 'Open', Extended: '', ModifiedDate: null, ModifiedBy: null },
		WorkOrderId: null,
		RfpId: null,
		AssignedToId: null,
		ScheduledDate: null,
		Amount: 0,
		Currency: { Id: 1, AlphabeticalCode: 'USD' },
		PoNumber: null,
	};
}
