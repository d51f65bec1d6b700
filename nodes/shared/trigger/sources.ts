import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { ChangeEvent, FeedEvent, PollEvent, QueueEvent, SnapshotEvent } from '../define/event';
import type { Vendor } from '../define/vendor';
import { split, type Client } from '../http/client';
import { joined, withAlways } from '../http/query';
import { callsOf } from '../run/calls';
import {
	advanceFeed,
	beginFeed,
	feedVersionOf,
	savedFeedMark,
	type FeedMark,
	type FeedPage,
} from './feed';
import {
	byChange,
	beginAt,
	isFresh,
	learn,
	MOST_STATES,
	momentOf,
	versionOf,
	type Position,
} from './position';
import { advanceQueue, beginQueue, savedQueueMark, type QueueMark } from './queue';
import { readChanges, type ChangeList, type Stretch, type Wanted } from './reading';
import type { Snapshot } from './snapshot';
import { changeTracker, isFeed, isQueue, isSnapshot, snapshotTracker } from './tracker';

/** What the user chose beside the event and its filters. */
export interface PollOptions {
	/** The first change that is handed over, in milliseconds since 1970. Left out, it is the present. */
	readonly startAt?: number;
	/** Records that one look hands over at the most. */
	readonly limit: number;
	/** How far to look back, in seconds, where the user wants more than the event's own. */
	readonly overlapSeconds?: number;
}

/** Everything that a look at the vendor needs. */
export interface Surroundings<Event extends PollEvent> {
	readonly vendor: Vendor;
	readonly client: Client;
	readonly event: Event;
	/** What the user's filters send. */
	readonly filters: IDataObject;
	readonly options: PollOptions;
	/** Whether there is time for another request. */
	readonly hasTime: () => boolean;
	/** Told of what cannot be handed over. */
	readonly warn: (message: string) => void;
}

/** Where changes come from, and how far they were handed over. */
export interface Source<Mark> {
	/** The mark that was kept for this scope, or nothing. */
	readonly saved: (state: IDataObject, scope: string) => Mark | undefined;
	/** The mark from which the trigger starts. */
	readonly begin: (scope: string) => Promise<Mark>;
	/** What is new since the mark, in the order in which it is handed over, and the mark that follows. */
	readonly look: (mark: Mark) => Promise<{ fresh: IDataObject[]; to: Mark }>;
	/** Records since a moment, the latest last, and not all of them where there are many. */
	readonly recent: (since: number) => Promise<IDataObject[]>;
	/** Names one state of a record, the same at every look. */
	readonly versionOf: (record: IDataObject) => string;
}

/** Records that a manual test reads at the most to find the latest. */
const SAMPLED = 500;

/** The source that an event has, whatever its kind, given to code that does not care which. */
export async function withSource<Result>(
	around: Surroundings<PollEvent>,
	use: <Mark extends { readonly scope: string }>(source: Source<Mark>) => Promise<Result>,
): Promise<Result> {
	const { event } = around;
	if (isSnapshot(event)) return await use(snapshotSource({ ...around, event }));
	if (isFeed(event)) return await use(feedSource({ ...around, event }));
	if (isQueue(event)) return await use(queueSource({ ...around, event }));
	return await use(changeSource({ ...around, event }));
}

/** The vendor's clock, told by the answer to a cheap call; our own where it says nothing. */
export async function vendorNow({
	vendor: { api },
	client,
}: Pick<Surroundings<PollEvent>, 'vendor' | 'client'>): Promise<number> {
	const [method] = split(api.check);
	await client.send({ route: api.check, repeatable: true, ...(method === 'POST' && { body: {} }) });
	return client.vendorTime() ?? Date.now();
}

const clock = (client: Client): number => client.vendorTime() ?? Date.now();

/** The request for a part of an event's records. */
function requestFor(
	{ vendor: { api }, client, event, filters }: Surroundings<PollEvent>,
	...parts: readonly IDataObject[]
) {
	const paging = event.paging ?? api.paging;
	const asked = withAlways(api, event.always, joined(api, filters, ...parts), clock(client));
	const { request: route, at } = event;
	return { paging, request: { route, at, repeatable: true, [paging.in]: asked } };
}

/** Every record since a moment, or the first `wanted` of them. A page that fails fails the look. */
async function readWhole(
	around: Surroundings<ChangeEvent | SnapshotEvent>,
	since: number | string,
	wanted = Infinity,
): Promise<IDataObject[]> {
	const { vendor, client, event } = around;
	const moment = typeof since === 'string' ? since : vendor.times.write(since);
	const { paging, request } = requestFor(around, event.since(moment));
	const { id, rounds } = event;
	if (event.read !== undefined) {
		return (await event.read(request[paging.in] as IDataObject, callsOf(client))).slice(0, wanted);
	}
	const records: IDataObject[] = [];
	for await (const page of client.pages({ ...request, paging, wanted, id, rounds })) {
		records.push(...page);
	}
	return records;
}

function changeSource(around: Surroundings<ChangeEvent>): Source<Position> {
	const { vendor, client, options, warn } = around;
	const event = {
		...around.event,
		overlapSeconds: Math.max(around.event.overlapSeconds, options.overlapSeconds ?? 0),
	};
	const tracker = changeTracker(event, vendor.times);
	const keys = { ...event, times: vendor.times };
	return {
		saved: tracker.saved,
		async begin(scope) {
			if (options.startAt !== undefined) return beginAt(scope, options.startAt);
			const now = await vendorNow(around);
			const records = tracker.firstLook > 0 ? await readWhole(around, now - tracker.firstLook) : [];
			const begun = tracker.begin(scope, records, now);
			return event.watched === undefined ? begun : learn(begun, await lately(around, now), keys);
		},
		async look(position) {
			const { limit } = options;
			const started = Date.now();
			const now = (): number => clock(client);
			const isNew = isFresh(position, keys);
			let timeless = 0;
			const wanted: Wanted = {
				limit,
				isFresh(record) {
					if (Number.isNaN(momentOf(record, keys))) timeless++;
					return isNew(record);
				},
				hasTime: around.hasTime,
				now,
			};
			let readTo = Infinity;
			let sureTo = Infinity;
			const records: IDataObject[] = [];
			for (const round of event.rounds ?? [{}]) {
				const list = changeList({ ...around, event }, round);
				const read = await readChanges(list, tracker.from(position), wanted);
				records.push(...read.records);
				readTo = Math.min(readTo, read.readTo);
				sureTo = Math.min(sureTo, read.sureTo);
			}
			if (timeless > 0) warn(`${timeless} records have no time of change and are left out`);
			const due = records.filter((record) => momentOf(record, keys) <= readTo);
			const began = now() - (Date.now() - started);
			return tracker.advance(position, due, began, { limit, readTo, sureTo, now: began });
		},
		recent: async (since) => tracker.inOrder(await readWhole(around, since, SAMPLED)),
		versionOf: tracker.stateOf,
	};
}

/** How far the first look reads back, in days, to learn how the watched members of records look. */
const LEARNING_DAYS = [30, 7, 1] as const;

/** What changed lately, as far back as can be remembered. */
async function lately(around: Surroundings<ChangeEvent>, now: number): Promise<IDataObject[]> {
	let records: IDataObject[] = [];
	for (const days of LEARNING_DAYS) {
		records = await readWhole(around, now - days * 86_400_000, MOST_STATES);
		if (records.length < MOST_STATES) break;
	}
	return records;
}

/** One of the lists that together have every change of an event. */
function changeList(around: Surroundings<ChangeEvent>, round: IDataObject): ChangeList {
	const { vendor, client, event } = around;
	const keys = { ...event, times: vendor.times };
	const written = (bound: number | string) =>
		typeof bound === 'string' ? bound : vendor.times.write(bound);
	const requestOf = ({ since, until }: Stretch) =>
		requestFor(
			around,
			event.since(written(since)),
			until === undefined || event.until === undefined ? {} : event.until(written(until)),
			round,
		);
	const { largest } = requestOf({ since: 0 }).paging;
	const { read } = event;
	return {
		sorted: event.sorted === true && read === undefined,
		bounded: event.until !== undefined && read === undefined,
		largest,
		async page(stretch, next) {
			const { paging, request } = requestOf(stretch);
			return await client.page(request, paging, next ?? paging.first(largest, true));
		},
		all(stretch) {
			const { paging, request } = requestOf(stretch);
			if (read !== undefined) return once(read(request[paging.in] as IDataObject, callsOf(client)));
			return client.pages({ ...request, paging, wanted: Infinity, id: event.id });
		},
		moment: (record) => momentOf(record, keys),
		version: (record) => versionOf(record, keys),
		compare: byChange(keys),
		from: (record) =>
			event.sentBack === undefined
				? momentOf(record, keys)
				: (get(record, event.sentBack) as string),
		written,
		rounded(moment) {
			const exact = vendor.times.read(vendor.times.write(moment));
			return Number.isNaN(exact) ? moment : exact;
		},
	};
}

/** What an event reads in a way of its own, as a list of one page. */
async function* once(records: Promise<IDataObject[]>): AsyncGenerator<IDataObject[]> {
	yield await records;
}

function snapshotSource(around: Surroundings<SnapshotEvent>): Source<Snapshot> {
	const { event, client, options } = around;
	const tracker = snapshotTracker(event);
	return {
		saved: tracker.saved,
		async begin(scope) {
			const now = await vendorNow(around);
			return tracker.begin(scope, await readWhole(around, now - tracker.firstLook), now);
		},
		async look(snapshot) {
			const records = await readWhole(around, tracker.from(snapshot));
			const now = clock(client);
			return tracker.advance(snapshot, records, now, {
				limit: options.limit,
				readTo: Infinity,
				now,
			});
		},
		recent: async (since) => tracker.inOrder(await readWhole(around, since, SAMPLED)),
		versionOf: tracker.stateOf,
	};
}

function feedSource(around: Surroundings<FeedEvent>): Source<FeedMark> {
	const { vendor, client, event, options, hasTime } = around;
	const keys = { ...event, times: vendor.times };
	const { changedAt } = keys;
	const inOrder = (records: readonly IDataObject[]): IDataObject[] =>
		changedAt === undefined ? [...records] : [...records].sort(byChange({ ...keys, changedAt }));
	const pageAt = async (token: string): Promise<FeedPage> => {
		const { paging, request } = requestFor(around, token === '' ? {} : event.since(token));
		let body: unknown;
		const { records } = await client.page(
			request,
			{
				...paging,
				read(answer) {
					({ body } = answer);
					return {};
				},
			},
			{},
		);
		const next: unknown = get(body, event.next);
		return {
			records,
			token: typeof next === 'string' && next !== '' ? next : token,
			more: get(body, event.more) === true && typeof next === 'string' && next !== token,
		};
	};
	/** Page by page from a mark on, as far as the limit and the time allow. */
	const readOn = async (mark: FeedMark): Promise<{ fresh: IDataObject[]; to: FeedMark }> => {
		const fresh: IDataObject[] = [];
		let to = mark;
		for (let more = true; more; ) {
			const page = await pageAt(to.token);
			const step = advanceFeed(to, page, keys);
			fresh.push(...step.fresh);
			to = step.to;
			more = page.more && fresh.length < options.limit && hasTime();
		}
		return { fresh: inOrder(fresh), to };
	};
	return {
		saved: savedFeedMark,
		async begin(scope) {
			const { startAt } = options;
			if (startAt !== undefined) return beginFeed(scope, event.begin(startAt), startAt, false);
			const now = await vendorNow(around);
			const mark = beginFeed(scope, event.begin(now), now, changedAt === undefined);
			// Passed by at once: at the next look nothing would tell what is new from what is old.
			return mark.passing ? (await readOn(mark)).to : mark;
		},
		look: readOn,
		recent: async (since) => inOrder((await pageAt(event.begin(since))).records),
		versionOf: (record) => feedVersionOf(record, keys),
	};
}

function queueSource(around: Surroundings<QueueEvent>): Source<QueueMark> {
	const { vendor, client, event } = around;
	const keys = { ...event, times: vendor.times };
	const waiting = async (taken?: string): Promise<IDataObject[]> => {
		const { paging, request } = requestFor(around, taken === undefined ? {} : event.since(taken));
		return (await client.page(request, paging, paging.first(paging.largest, false))).records;
	};
	/** Whether the queue gave up what was handed over. */
	const cleared = async (id: string): Promise<boolean> => {
		try {
			await client.send({ route: event.clear, body: event.through(id), repeatable: true });
			return true;
		} catch (error) {
			around.warn(`it could not be cleared: ${(error as Error).message}`);
			return false;
		}
	};
	return {
		saved: savedQueueMark,
		begin: async (scope) => beginQueue(scope),
		async look(mark) {
			const { handedOver } = mark;
			const done = handedOver === '' || (await cleared(handedOver));
			return advanceQueue(mark, await waiting(done ? undefined : handedOver), keys);
		},
		recent: async () => await waiting(),
		versionOf: (record) => feedVersionOf(record, keys),
	};
}
