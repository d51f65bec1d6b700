import { omit } from 'lodash';

import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { storedDate } from './dates';
import { workActivities } from './entities';
import { entity, entityList } from './odata';
import { CodedRefusal, CODES } from './refusals';
import { callerOf } from './signIn';
import { statusOf, workOrderOf } from './states';

const DAY_MS = 24 * 3_600_000;

const ofWorkOrder = (request: SandboxRequest, from: string) =>
	request.store.collection(from).where('WorkOrderId', workOrderOf(request).Id);

function oneOfWorkOrder(request: SandboxRequest, from: string, id: unknown): Row {
	const found = ofWorkOrder(request, from).find(({ Id }) => String(Id) === String(id));
	if (found) return found;
	const { noun } = request.store.collection(from);
	throw new CodedRefusal(CODES.notFound, `${noun} ${String(id)} was not found`);
}

/** The times of a record: the end after the start, and not over another record of the work order. */
function timesOf(request: SandboxRequest, workOrder: Row, own?: Row): Row {
	const { body } = request;
	const TimeIn = storedDate(body.CheckInDate) ?? own?.TimeIn ?? null;
	const TimeOut = storedDate(body.CheckOutDate) ?? own?.TimeOut ?? null;
	if (TimeIn === null || TimeOut === null || String(TimeOut) <= String(TimeIn)) {
		throw new CodedRefusal(CODES.badRequest, 'CheckOutDate must be after CheckInDate');
	}
	if (workOrder.ScheduledDate !== null && String(TimeIn) < String(workOrder.ScheduledDate)) {
		throw new CodedRefusal(CODES.badRequest, 'CheckInDate is before the scheduled date');
	}
	const crossing = ofWorkOrder(request, 'workActivities').find(
		(other) =>
			other.Id !== own?.Id &&
			String(other.TimeIn) < String(TimeOut) &&
			String(other.TimeOut) > String(TimeIn),
	);
	if (crossing) {
		throw new CodedRefusal(CODES.badRequest, `It overlaps record ${String(crossing.Id)}`);
	}
	return { TimeIn, TimeOut };
}

const createActivity: Handler = (request) => {
	const { body, store } = request;
	const row = workOrderOf(request);
	if (statusOf(row).Primary !== 'IN PROGRESS') {
		throw new CodedRefusal(CODES.statusNotAllowed, 'The work order is not in progress');
	}
	const { Id: UserId } = callerOf(request);
	const { Id } = store.collection('workActivities').add({
		WorkOrderId: row.Id,
		...timesOf(request, row),
		IsTimeEdited: false,
		UserId,
		CallerId: String(UserId),
		WorkType: body.WorkTypeId === 2 ? 'Travel' : 'Repair',
		TechsCount: 1,
		Name: body.Name ?? null,
		CreatedBy: UserId,
		HasCheckInInfo: false,
		HasCheckListResponse: false,
	});
	store.collection('workOrders').change(row.Id, { HasWorkActivity: true });
	return new Answer(201, { Id });
};

const updateActivity: Handler = (request) => {
	const row = workOrderOf(request);
	const own = oneOfWorkOrder(request, 'workActivities', request.path.workactivityId);
	request.store.collection('workActivities').change(own.Id, {
		...timesOf(request, row, own),
		IsTimeEdited: true,
		...(request.body.Name === undefined ? {} : { Name: request.body.Name }),
	});
};

/** Done where at least one of the ids is right. */
function removeSome(from: string, named: string): Handler {
	return (request) => {
		const own = ofWorkOrder(request, from);
		const wanted = (request.query[named] as unknown[])
			.map(Number)
			.filter((id) => own.some(({ Id }) => Id === id));
		if (wanted.length === 0) throw new CodedRefusal(CODES.notFound, 'None of them was found');
		for (const id of wanted) request.store.collection(from).remove(id);
		return from === 'workActivities' ? new Answer(204) : undefined;
	};
}

/** Whole days, both included. */
function ofInterval({ path, store }: SandboxRequest): readonly Row[] {
	const [from, to] = [path.dtMin, path.dtMax].map((day) =>
		/^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : NaN,
	);
	if (!(from <= to)) throw new CodedRefusal(CODES.badRequest, 'dtMin and dtMax are days');
	return store
		.collection('workActivities')
		.all()
		.filter(({ TimeIn, UserId }) => {
			const moment = Date.parse(String(TimeIn));
			return String(UserId) === path.userId && moment >= from && moment < to + DAY_MS;
		});
}

const createParts: Handler = (request) => {
	const { Id: RecId, Id: WorkOrderId } = workOrderOf(request);
	const parts = (request.body.Parts ?? []) as Row[];
	if (parts.length === 0) throw new CodedRefusal(CODES.badRequest, 'Parts are needed');
	for (const part of parts) {
		request.store.collection('parts').add({ WorkOrderId, RecId, Reason: null, ...part });
	}
	return new Answer(201);
};

const updateParts: Handler = (request) => {
	const parts = (request.body.Parts ?? []) as Row[];
	for (const part of parts) oneOfWorkOrder(request, 'parts', part.Id);
	for (const part of parts) request.store.collection('parts').change(part.Id, part);
};

export const laborRoutes: Readonly<Record<string, Handler>> = {
	'GET /odata/workorders({workorderId})/workactivities': entityList(
		'workActivities',
		workActivities,
		{ rows: (request) => ofWorkOrder(request, 'workActivities') },
	),
	'GET /odata/workorders({workorderId})/workactivities({workactivityId})': entity(
		workActivities,
		(request) => oneOfWorkOrder(request, 'workActivities', request.path.workactivityId),
	),
	'GET /odata/workactivities/Service.ForTimeInterval(dtMin={dtMin}, dtMax={dtMax}, userId={userId})':
		entityList('workActivities', workActivities, { rows: ofInterval }),
	'POST /workorders/{workorderId}/workactivities': createActivity,
	'PUT /workorders/{workorderId}/workactivities/{workactivityId}': updateActivity,
	'DELETE /workorders/{workorderId}/workactivities': removeSome(
		'workActivities',
		'workactivityIds',
	),
	'GET /workorders/{workorderId}/parts': (request) =>
		ofWorkOrder(request, 'parts').map((part) => ({
			...omit(part, 'WorkOrderId'),
			IsSupplierPart: false,
			IsInventoryPart: false,
		})),
	'POST /workorders/{workorderId}/parts': createParts,
	'PUT /workorders/{workorderId}/parts': updateParts,
	'DELETE /workorders/{workorderId}/parts': removeSome('parts', 'ids'),
};
