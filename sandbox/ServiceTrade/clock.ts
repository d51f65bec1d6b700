import { anything, equals, oneOf, onOrAfter, onOrBefore, type Filter } from '../core/pieces';
import { conflict, notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { membersOf, nowOf, one, uriOf, type Show } from './briefs';
import { tradeList } from './lists';
import { checkReferences } from './references';
import { callerOf } from './signIn';
import { requireFilter, type Routes } from './tables';

const CLOCK_IN = 'clock-in';
const CLOCK_OUT = 'clock-out';
/** What only an arrival, and only a departure, on site can say. */
const ON_SITE: Readonly<Record<string, readonly string[]>> = {
	[CLOCK_IN]: ['started'],
	[CLOCK_OUT]: ['completed', 'deficiency', 'otherTradeDeficiency', 'redTag'],
};

const event: Show = (row, request) => ({
	uri: uriOf(request, `job/${String(row.jobId)}/${String(row.eventType).replace('-', '')}`, row.id),
	id: row.id,
	...membersOf(row, 'eventTime eventType activity source'),
	...membersOf(row, ON_SITE[String(row.eventType)].join(' ')),
	...membersOf(row, 'lat lon callerIdNum callerIdName'),
	user: one('users', row.userId, request),
	job: one('jobs', row.jobId, request),
	appointment: one('appointments', row.appointmentId, request),
});

const filters: Readonly<Record<string, Filter>> = {
	userId: equals('userId'),
	userIds: oneOf('userId'),
	startTime: onOrAfter('eventTime'),
	endTime: onOrBefore('eventTime'),
	source: equals('source'),
	activity: equals('activity'),
	type: equals('eventType'),
	jobId: equals('jobId'),
	appointmentId: equals('appointmentId'),
	openClockEvents: (wanted, { store }) => {
		const open = new Set(unpaired(store.collection('clockEvents').all()));
		return (row) => {
			const job = store.collection('jobs').get(row.jobId);
			return wanted !== true || (open.has(row) && job?.status !== 'completed');
		};
	},
	// Says how the events are shown.
	paired: anything,
};

const alike = (one: Row, other: Row) =>
	['jobId', 'userId', 'activity', 'appointmentId'].every((name) => one[name] === other[name]);

/** Each clock-in with the next clock-out of the same person, activity and appointment. */
function pairs(rows: readonly Row[]): Array<readonly [Row, Row]> {
	const byTime = [...rows].sort((a, b) => Number(a.eventTime) - Number(b.eventTime));
	const open: Row[] = [];
	const found: Array<readonly [Row, Row]> = [];
	for (const row of byTime) {
		if (row.eventType === CLOCK_IN) open.push(row);
		else {
			const at = open.findIndex((start) => alike(start, row));
			if (at >= 0) found.push([open.splice(at, 1)[0], row]);
		}
	}
	return found;
}

function unpaired(rows: readonly Row[]): Row[] {
	const closed = new Set(pairs(rows).flat());
	return rows.filter((row) => row.eventType === CLOCK_IN && !closed.has(row));
}

/** Pairs, what has no partner, and the seconds of each activity. */
function pairedAnswer(request: SandboxRequest, rows: readonly Row[]): Row {
	const found = pairs(rows);
	const inPairs = new Set(found.flat());
	const activityTime: Record<string, number> = { onsite: 0, offsite: 0, enroute: 0 };
	const shown = found.map(([start, end]) => {
		const elapsedTime = Number(end.eventTime) - Number(start.eventTime);
		activityTime[String(start.activity)] += elapsedTime;
		return { elapsedTime, start: event(start, request), end: event(end, request) };
	});
	return {
		totalPages: 1,
		page: 1,
		pairedEvents: shown,
		unpairedEvents: rows.filter((row) => !inPairs.has(row)).map((row) => event(row, request)),
		activityTime,
	};
}

function events(request: SandboxRequest, rows: readonly Row[], pair: boolean): unknown {
	const { query } = request;
	if (query.openClockEvents !== undefined && !query.userId && !query.userIds) {
		throw wrongValue('openClockEvents', 'requires userId or userIds', 'query');
	}
	if (!pair) {
		return tradeList('clockEvents', { key: 'events', filters, rows: () => rows, show: event })(
			request,
		);
	}
	const tests = Object.entries(query)
		.filter(([name, value]) => value !== undefined && name in filters)
		.map(([name, value]) => filters[name](value, request));
	return pairedAnswer(
		request,
		rows.filter((row) => tests.every((test) => test(row))),
	);
}

const listEvents: Handler = (request) => {
	const { query, store } = request;
	requireFilter(request, Object.keys(filters), 'forbidden');
	const pair = query.paired ?? query.jobId !== undefined;
	if (pair === true && query.jobId === undefined && query.appointmentId === undefined) {
		throw wrongValue('paired', 'requires a jobId or an appointmentId', 'query');
	}
	return events(request, store.collection('clockEvents').all(), pair === true);
};

function eventsOfJob({ path, store }: SandboxRequest, type?: string): Row[] {
	const { id } = store.collection('jobs').require(path.jobId);
	const rows = store.collection('clockEvents').where('jobId', id);
	return rows.filter((row) => type === undefined || row.eventType === type);
}

function eventOfJob(request: SandboxRequest, type: string): Row {
	const row = eventsOfJob(request, type).find(({ id }) => String(id) === request.path.eventId);
	if (!row) throw notFound(type, request.path.eventId);
	return row;
}

function checkOnSite(row: Row): void {
	const wrong = ON_SITE[String(row.eventType)].find((name) => (row[name] ?? null) !== null);
	if (wrong !== undefined && row.activity !== 'onsite') {
		throw wrongValue(wrong, 'goes with the activity onsite only');
	}
}

const record =
	(eventType: string): Handler =>
	(request) => {
		const { body, path, store } = request;
		checkReferences(request);
		const job = store.collection('jobs').require(path.jobId);
		const row: Row = {
			...body,
			eventType,
			jobId: job.id,
			activity: body.activity ?? 'onsite',
			source: body.source ?? 'mobile',
			eventTime: body.eventTime ?? nowOf(request),
			userId: body.userId ?? callerOf(request)?.id,
			appointmentId: body.appointmentId ?? null,
		};
		if (row.appointmentId !== null) {
			const appointment = store.collection('appointments').require(row.appointmentId);
			if (appointment.jobId !== job.id) throw wrongValue('appointmentId', 'is of another job');
		}
		checkOnSite(row);
		const rows = store.collection('clockEvents').all();
		const open = unpaired(rows).some(
			(start) => alike(start, row) && Number(start.eventTime) <= Number(row.eventTime),
		);
		if (eventType === CLOCK_IN && open) throw conflict('This user is already clocked in');
		if (eventType === CLOCK_OUT && !open) {
			throw new Refusal('forbidden', 'There is no clock-in that this would close');
		}
		if (eventType === CLOCK_IN)
			store.collection('jobs').change(job.id, { latestClockIn: row.eventTime });
		return event(store.collection('clockEvents').add(row), request);
	};

function edit(request: SandboxRequest, row: Row): Row {
	checkReferences(request);
	checkOnSite({ ...row, ...request.body });
	return event(request.store.collection('clockEvents').change(row.id, request.body), request);
}

const ofPath = ({ path, store }: SandboxRequest) =>
	store.collection('clockEvents').require(path.eventId);

export const clockRoutes: Routes = {
	'GET /clock': listEvents,
	'GET /clock/{eventId}': (request) => event(ofPath(request), request),
	'PUT /clock/{eventId}': (request) => edit(request, ofPath(request)),
	'DELETE /clock/{eventId}': (request) => {
		request.store.collection('clockEvents').remove(ofPath(request).id);
	},
	'GET /job/{jobId}/clockevent': (request) =>
		events(request, eventsOfJob(request), request.query.paired !== false),
	// Under a job the lists are of one type each, so that there is nothing to pair.
	'GET /job/{jobId}/clockin': (request) => events(request, eventsOfJob(request, CLOCK_IN), false),
	'GET /job/{jobId}/clockout': (request) => events(request, eventsOfJob(request, CLOCK_OUT), false),
	'GET /job/{jobId}/clockin/{eventId}': (request) => event(eventOfJob(request, CLOCK_IN), request),
	'GET /job/{jobId}/clockout/{eventId}': (request) =>
		event(eventOfJob(request, CLOCK_OUT), request),
	'POST /job/{jobId}/clockin': record(CLOCK_IN),
	'POST /job/{jobId}/clockout': record(CLOCK_OUT),
	'PUT /job/{jobId}/clockin/{eventId}': (request) => edit(request, eventOfJob(request, CLOCK_IN)),
};
