import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { isSubscriber } from './access';
import { storedDate } from './dates';
import { addNote } from './notes';
import { CodedRefusal, CODES } from './refusals';
import { requireWorkOrder, setStatus, statusOf, workOrderOf, nowText } from './states';

const DAY_MS = 24 * 3_600_000;

/** Why a work order may be given to another provider; the same for all clients here. */
export const REASSIGN_REASONS = ['Cannot attend', 'Wrong trade'].map((Name, index) => ({
	Id: index + 1,
	Name,
	Value: Name,
}));

const reassign: Handler = (request) => {
	const { body, store } = request;
	const row = workOrderOf(request);
	// The right WorkOrderReassign is the client's to give, and this provider does not have it.
	if (!isSubscriber(request)) {
		throw new CodedRefusal(CODES.noAccess, 'You have no right to reassign work orders', {
			kind: 'forbidden',
			status: 403,
		});
	}
	if (!REASSIGN_REASONS.some(({ Id }) => Id === body.ReasonId)) {
		throw new CodedRefusal(CODES.badRequest, `Unknown reason ${String(body.ReasonId)}`);
	}
	const provider = store.collection('providers').get(body.ProviderId);
	if (!provider) throw new CodedRefusal(CODES.noContract, 'There is no contract with the provider');
	setStatus(store, row, { Primary: 'OPEN', Extended: '' }, nowText(request));
	const given = Object.fromEntries(
		['Trade', 'Category', 'Priority', 'Nte', 'ProblemCode']
			.filter((name) => body[name] !== undefined)
			.map((name) => [name, body[name]]),
	);
	store.collection('workOrders').change(row.Id, {
		...given,
		...(body.PurchaseOrder === undefined ? {} : { PurchaseNumber: body.PurchaseOrder }),
		...(body.ScheduledDate === undefined ? {} : { ScheduledDate: storedDate(body.ScheduledDate) }),
		ProviderId: provider.Id,
		ReassignDate: nowText(request),
	});
	if (typeof body.Note === 'string' && body.Note !== '') {
		addNote(request, row, { NoteData: body.Note });
	}
	return { id: row.Id };
};

const linksOf = (row: Row) => row.LinkedWorkOrders as readonly number[];

function setLinks({ store }: SandboxRequest, row: Row, links: readonly number[]): Answer {
	store.collection('workOrders').change(row.Id, { LinkedWorkOrders: links });
	return new Answer(204);
}

/** The query is looked at first, and the list of the body only without it. */
function named({ query, body }: SandboxRequest, parameter: string): number[] {
	const one = query[parameter];
	return one === undefined ? ((body.WorkorderIds ?? []) as number[]) : [Number(one)];
}

const link: Handler = (request) => {
	const row = workOrderOf(request);
	const wanted = named(request, 'workorderIdToLink');
	if (wanted.length === 0) throw new CodedRefusal(CODES.badRequest, 'Nothing to link');
	for (const id of wanted) {
		if (requireWorkOrder(request, id) === row) {
			throw new CodedRefusal(CODES.badRequest, 'A work order cannot follow itself');
		}
	}
	const kept = request.body.UnlinkLinkedWorkorders === true ? [] : linksOf(row);
	return setLinks(request, row, [...new Set([...kept, ...wanted])]);
};

const unlink: Handler = (request) => {
	const row = workOrderOf(request);
	if (request.body.UnlinkAllLinkedWorkorders === true) return setLinks(request, row, []);
	const gone = named(request, 'linkedWorkorderId');
	if (!gone.some((id) => linksOf(row).includes(id))) {
		throw new CodedRefusal(CODES.badRequest, 'None of them is linked');
	}
	return setLinks(
		request,
		row,
		linksOf(row).filter((id) => !gone.includes(id)),
	);
};

const USUAL_DAYS = 30;

const statistics: Handler = ({ query, store, clock }) => {
	const days = Number(query.daysPeriod ?? USUAL_DAYS);
	const from = new Date(clock.now() - days * DAY_MS).toISOString();
	const recent = store
		.collection('workOrders')
		.all()
		.filter(({ CallDate }) => String(CallDate) >= from);
	return {
		DaysPeriod: days,
		OpenWo: recent.filter((row) => statusOf(row).Primary === 'OPEN').length,
		RecallWo: recent.filter(({ RecallWorkOrder }) => RecallWorkOrder !== null).length,
		NegativeFbWo: 0,
	};
};

export const dispatchRoutes: Readonly<Record<string, Handler>> = {
	'PUT /workorders/{workorderId}/reassign': reassign,
	'PUT /workorders/{workorderId}/link': link,
	'PUT /workorders/{workorderId}/unlink': unlink,
	'GET /workorders/statistics': statistics,
};
