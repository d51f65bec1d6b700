import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { ChangeEvent, FeedEvent, PollEvent, QueueEvent, SnapshotEvent } from '../define/event';
import {
	clock,
	readFrom,
	readWhole,
	requestFor,
	vendorNow,
	type Source,
	type Surroundings,
} from './asking';
import {
	advanceFeed,
	beginFeed,
	feedVersionOf,
	savedFeedMark,
	type FeedMark,
	type FeedPage,
} from './feed';
import { nestedSource } from './nestedSource';
import { byChange, beginAt, isFresh, learn, MOST_STATES, type Position } from './position';
import { advanceQueue, beginQueue, savedQueueMark, type QueueMark } from './queue';
import type { Snapshot } from './snapshot';
import { changeTracker, isFeed, isNested, isQueue, isSnapshot, snapshotTracker } from './tracker';

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
	if (isNested(event)) return await use(nestedSource({ ...around, event }));
	return await use(changeSource({ ...around, event }));
}

function changeSource(around: Surroundings<ChangeEvent>): Source<Position> {
	const { vendor, options } = around;
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
			const { due, began, ...read } = await readFrom(
				{ ...around, event },
				tracker.from(position),
				isFresh(position, keys),
				limit,
			);
			return tracker.advance(position, due, began, { limit, ...read, now: began });
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
