import { orderBy } from 'lodash';

import { anything, equals, list, oneOf, pagesBy, type Filter } from '../core/pieces';
import { Answer } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { storedDate } from './dates';
import { shownWorkOrder, workOrders } from './entities';
import { addNote } from './notes';
import { entity, entityList, optionsInBody, yearWindow } from './odata';
import { checkIssue } from './issueLists';
import { CodedRefusal, CODES } from './refusals';
import { PROVIDER_ID } from './seed';
import { callerOf, ownSubscriber } from './signIn';
import { EXTENDED } from './statuses';
import {
	isBillable,
	moveStamps,
	nowText,
	setStatus,
	statusOf,
	workOrderOf,
	type Status,
} from './states';

export const LIST_SIZE = {
	position: { name: 'page', counts: 'pages' },
	size: { name: 'pageSize', usual: 50, largest: 50 },
} as const;

const PRIMARY_NUMBERS: Readonly<Record<string, string>> = {
	'1': 'OPEN',
	'2': 'IN PROGRESS',
	'3': 'COMPLETED',
};

const listed = entityList('workOrders', workOrders, { window: yearWindow('CallDate') });

/** What is added to a work order moves its date of change, also where the control of the sandbox added it. */
const listWorkOrders: Handler = (request) => {
	moveStamps(request.store);
	return listed(request);
};

const isNamed = (rows: readonly Row[], name: unknown) => rows.some((row) => row.Name === name);

function checkOpen(row: Row): void {
	if (row.IsInvoiced === true) throw new CodedRefusal(CODES.invoiced, 'Already invoiced');
}

function changeStatus(request: SandboxRequest, { Primary, Extended }: Status, note: unknown): Row {
	const { store } = request;
	const row = workOrderOf(request);
	checkOpen(row);
	const primary = PRIMARY_NUMBERS[Primary] ?? Primary.toUpperCase();
	const extended = Extended.toUpperCase();
	const known = Object.hasOwn(EXTENDED, primary) ? EXTENDED[primary] : undefined;
	const status = { Primary: primary, Extended: extended };
	const isTheirs = isBillable(status) && ownSubscriber(request) === undefined;
	if (!known || (extended !== '' && !known.includes(extended)) || isTheirs) {
		throw new CodedRefusal(
			CODES.statusNotAllowed,
			`Status ${primary} / ${extended} is not allowed`,
		);
	}
	const before = statusOf(row);
	setStatus(store, row, status, nowText(request));
	addNote(request, row, {
		NoteData: `Status: ${before.Primary}/${before.Extended} to ${primary}/${extended}`,
		NoteType: 'SystemNote',
	});
	if (typeof note === 'string' && note !== '') addNote(request, row, { NoteData: note });
	return row;
}

const updateStatus: Handler = (request) => {
	const { body } = request;
	const status = body.Status as Status;
	const isDecline = /^(open|1)$/i.test(status.Primary) && /^declined$/i.test(status.Extended);
	if (isDecline && body.DeclineReasonId === undefined) {
		throw new CodedRefusal(CODES.declineReason, 'A decline reason is needed');
	}
	const row = changeStatus(request, status, body.Note);
	const { Primary, Extended } = statusOf(row);
	const text = `Status of work order <b>${String(row.Id)}</b> is <b>${Primary}/${Extended}</b>`;
	return { result: text, id: row.Id };
};

const accept: Handler = (request) => {
	if (statusOf(workOrderOf(request)).Primary !== 'OPEN') {
		throw new CodedRefusal(CODES.statusNotAllowed, 'Only an open work order can be accepted');
	}
	const confirmed = { Primary: 'IN PROGRESS', Extended: 'DISPATCH CONFIRMED' };
	changeStatus(request, confirmed, request.body.Note);
};

const decline: Handler = (request) => {
	const { DeclineReasonId: reason, CustomDeclineReason: custom, Note } = request.body;
	if (reason === undefined) {
		throw new CodedRefusal(CODES.declineReason, 'A decline reason is needed');
	}
	// 5 is "other", the one that asks for text.
	if (reason === 5 && (custom ?? '') === '') {
		throw new CodedRefusal(CODES.declineReason, 'This decline reason needs text');
	}
	changeStatus(request, { Primary: 'OPEN', Extended: 'DECLINED' }, Note ?? custom);
};

/** A setter of one field: all share `{Value, Actor}`. */
function setter(changes: (value: unknown, request: SandboxRequest, row: Row) => Row): Handler {
	return (request) => {
		const row = workOrderOf(request);
		checkOpen(row);
		const changed = changes(request.body.Value, request, row);
		request.store.collection('workOrders').change(row.Id, changed);
		return { id: row.Id };
	};
}

/** A setter of a name that the client has in a list. */
function namedSetter(from: string, member: string): Handler {
	return setter((value, { store }, row) => {
		const found = store
			.collection(from)
			.where('SubscriberId', row.SubscriberId)
			.find(({ Name }) => Name === value);
		if (!found) throw new CodedRefusal(CODES.badRequest, `Unknown ${member} ${String(value)}`);
		return { [member]: found.Name, [`${member}Id`]: found.Id };
	});
}

const setNte = setter((value, { body }) => {
	const { Price, Tax = 0, Tax2 = 0 } = (body.Details ?? {}) as Row;
	const sum = Price === undefined ? NaN : Number(Price) + Number(Tax) + Number(Tax2);
	const nte = value === undefined ? sum : Number(value);
	if (!(nte >= 0)) throw new CodedRefusal(CODES.nte, 'Invalid NTE');
	return { Nte: nte };
});

const setScheduledDate = setter((value, _request, row) => {
	if (Number.isNaN(Date.parse(String(value)))) {
		throw new CodedRefusal(CODES.badRequest, 'Value is not a date');
	}
	const stored = storedDate(value);
	if (String(stored) < String(row.CallDate)) {
		throw new CodedRefusal(CODES.badRequest, 'The scheduled date is before the call date');
	}
	return { ScheduledDate: stored };
});

/** What a work order has that nobody gave a value. */
export function usualWorkOrder({ Id }: Row): Row {
	return {
		Number: String(Id),
		PurchaseNumber: String(Id),
		Status: { Primary: 'OPEN', Extended: '', CanCreateInvoice: false },
		Caller: '',
		ReassignDate: null,
		ScheduledDate: null,
		CompletedDate: null,
		ExpirationDate: null,
		OriginalEta: null,
		Nte: 0,
		Tax: 0,
		Tax2: 0,
		Tax2Type: null,
		Price: 0,
		Currency: { Id: 1, AlphabeticalCode: 'USD' },
		ApprovalCode: '',
		Resolution: '',
		AssetCount: 0,
		AssetIds: [],
		ResolutionCodes: [],
		RootCauses: [],
		PostedId: 0,
		LinkedWorkOrders: [],
		IsCheckInDenied: false,
		CheckInDeniedReason: null,
		RecallWorkOrder: null,
		IsInvoiced: false,
		IsExpired: false,
		IsEnabledForMobile: true,
		HasWorkActivity: false,
		Source: 'API',
		AutoComplete: false,
		AutoInvoice: false,
		Labels: [],
		ProjectId: null,
	};
}

const NEW_STATUSES: Readonly<Record<string, string>> = {
	NotSet: 'OPEN',
	Open: 'OPEN',
	InProgress: 'IN PROGRESS',
	Completed: 'COMPLETED',
	Incomplete: 'IN PROGRESS',
};

/** The place of a new work order: by its id, or by the client's own number of it. */
function placeOf(contract: Row, store: Store): Row {
	const places = store.collection('locations').where('SubscriberId', contract.SubscriberId);
	const { LocationId, StoreId } = contract;
	const place = places.find((row) =>
		LocationId === undefined ? row.StoreId === StoreId : row.Id === LocationId,
	);
	if (!place) throw new CodedRefusal(CODES.unknownLocation, 'Unknown location');
	return place;
}

const createWorkOrder: Handler = (request) => {
	const { body, store } = request;
	const contract = body.ContractInfo as Row;
	// A provider says for whom, a subscriber whom to send.
	const subscriberId = ownSubscriber(request) ?? contract.SubscriberId;
	if (!store.collection('subscribers').get(subscriberId)) {
		throw new CodedRefusal(CODES.badSubscriber, 'Unknown subscriber');
	}
	const place = placeOf({ ...contract, SubscriberId: subscriberId }, store);
	checkIssue(request, body, subscriberId);
	const ofSubscriber = (from: string) => store.collection(from).where('SubscriberId', subscriberId);
	const trade = ofSubscriber('trades').find(({ Id, Name }) =>
		contract.TradeName === undefined ? Id === contract.TradeId : Name === contract.TradeName,
	);
	if (!trade) throw new CodedRefusal(CODES.noContract, 'There is no contract for this trade');
	if (!isNamed(ofSubscriber('categories'), body.Category)) {
		throw new CodedRefusal(CODES.badRequest, 'Unknown category');
	}
	if (!isNamed(ofSubscriber('priorities'), body.Priority)) {
		throw new CodedRefusal(CODES.priority, 'A priority is needed');
	}
	if (body.Nte === undefined) throw new CodedRefusal(CODES.nte, 'Invalid NTE');
	if ((body.ProblemSource ?? '') === '') {
		throw new CodedRefusal(CODES.problemSource, 'Invalid problem source');
	}
	const status = (body.Status ?? { Primary: 'Open', Extended: '' }) as Status;
	const caller = callerOf(request);
	const idOf = (from: string, name: unknown) =>
		ofSubscriber(from).find(({ Name }) => Name === name)?.Id;
	const row = store.collection('workOrders').add({
		...(body.Number === undefined ? {} : { Number: body.Number }),
		...(body.PurchaseNumber === undefined ? {} : { PurchaseNumber: body.PurchaseNumber }),
		SubscriberId: subscriberId,
		ProviderId: contract.ProviderId ?? caller.ProviderId ?? PROVIDER_ID,
		LocationId: place.Id,
		Status: {
			Primary: NEW_STATUSES[status.Primary],
			Extended: status.Extended,
			CanCreateInvoice: false,
		},
		Caller: body.CallerName ?? '',
		CallerId: caller.Id,
		CreatedBy: caller.FullName,
		CallDate: storedDate(body.CallDate),
		ScheduledDate: storedDate(body.ScheduledDate),
		Priority: body.Priority,
		PriorityId: idOf('priorities', body.Priority),
		Trade: trade.Name,
		TradeId: trade.Id,
		Category: body.Category,
		CategoryId: idOf('categories', body.Category),
		Description: body.Description,
		ProblemCode: body.ProblemCode,
		Nte: body.Nte,
		Source: body.ProblemSource,
	});
	return new Answer(201, { id: row.Id });
};

const resolution: Handler = (request) => {
	const row = workOrderOf(request);
	checkOpen(row);
	request.store.collection('workOrders').change(row.Id, { Resolution: request.body.Resolution });
	return new Answer(201, { id: Number(row.Id) + 500_000 });
};

/** The member begins with one of these texts. */
const startsWith =
	(member: string): Filter =>
	(values) =>
	(row) =>
		[values].flat().some((value) => String(row[member] ?? '').startsWith(String(value)));

/** Inferred, since the document only says which date is meant: the day is the same. */
const onDay =
	(member: string): Filter =>
	(values) =>
	(row) =>
		[values]
			.flat()
			.some((value) => String(row[member] ?? '').startsWith(String(value).slice(0, 10)));

/** The client's own number of a place; for subscribers only. */
const ofStore: Filter = (value, request) => {
	const own = ownSubscriber(request);
	if (own === undefined) throw new CodedRefusal(CODES.badRequest, 'storeId is for subscribers');
	const places = request.store.collection('locations').where('SubscriberId', own);
	const place = places.find(({ StoreId }) => StoreId === value);
	return (row) => row.LocationId === place?.Id;
};

/** By a member, the other way round with a minus before it (inferred). */
function sorted(rows: readonly Row[], by: unknown): readonly Row[] {
	if (typeof by !== 'string') return rows;
	const [, minus, member] = /^(-?)(\w+)$/.exec(by) ?? [];
	if (member === undefined || !rows.some((row) => member in row)) {
		throw new CodedRefusal(CODES.badRequest, `Cannot sort by ${by}`);
	}
	return orderBy(rows, member, minus === '' ? 'asc' : 'desc');
}

export const workOrderRoutes: Readonly<Record<string, Handler>> = {
	'GET /odata/workorders': listWorkOrders,
	'POST /odata/workorders/filter': optionsInBody(listWorkOrders),
	'GET /odata/workorders({workorderId})': entity(workOrders, workOrderOf),
	'GET /workorders': list({
		from: 'workOrders',
		filters: {
			id: oneOf('Id'),
			locationId: equals('LocationId'),
			status: oneOf('Status.Primary'),
			extendedStatus: oneOf('Status.Extended'),
			otherLocationId: oneOf('LocationId'),
			storeId: ofStore,
			serviceId: startsWith('ServiceId'),
			scheduledDate: onDay('ScheduledDate'),
			expirationDate: onDay('ExpirationDate'),
			callDate: onDay('CallDate'),
			sort: anything,
			number: startsWith('Number'),
			purchaseNumber: startsWith('PurchaseNumber'),
			priority: oneOf('Priority'),
			category: oneOf('Category'),
			categoryId: oneOf('CategoryId'),
			trade: startsWith('Trade'),
			tradeId: oneOf('TradeId'),
		},
		rows: (request) => {
			const own = ownSubscriber(request);
			const all = request.store.collection('workOrders');
			const rows = own === undefined ? all.all() : all.where('SubscriberId', own);
			return sorted(rows, request.query.sort);
		},
		// A bare list, without a total.
		paging: pagesBy({ ...LIST_SIZE, total: () => false, answer: ({ rows }) => rows }),
		show: shownWorkOrder,
	}),
	'GET /workorders/{workorderId}': (request) => shownWorkOrder(workOrderOf(request), request),
	'POST /workorders': createWorkOrder,
	'PUT /workorders/{workorderId}/status': updateStatus,
	'PUT /workorders/{workOrderId}/accept': accept,
	'PUT /workorders/{workOrderId}/decline': decline,
	'PUT /workorders/{workorderId}/scheduledate': setScheduledDate,
	'PUT /workorders/{workorderId}/nte': setNte,
	'PUT /workorders/{workorderId}/description': setter((Description) => ({ Description })),
	'PUT /workorders/{workorderId}/ponumber': setter((PurchaseNumber) => ({ PurchaseNumber })),
	'PUT /workorders/{workorderId}/wonumber': setter((value) => ({ Number: value })),
	'PUT /workorders/{workorderId}/priority': namedSetter('priorities', 'Priority'),
	'PUT /workorders/{workorderId}/category': namedSetter('categories', 'Category'),
	'PUT /workorders/{workorderId}/trade': namedSetter('trades', 'Trade'),
	'POST /workorders/{workorderId}/resolution': resolution,
};
