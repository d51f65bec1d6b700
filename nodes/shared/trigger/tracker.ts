import type { IDataObject } from 'n8n-workflow';

import type {
	ChangeEvent,
	FeedEvent,
	NestedEvent,
	PollEvent,
	QueueEvent,
	SnapshotEvent,
	Times,
} from '../define/event';
import {
	advance,
	beginAt,
	byChange,
	lookBackTo,
	savedPosition,
	versionOf,
	type Portion,
	type Position,
} from './position';
import {
	byId,
	compareWith,
	firstSnapshot,
	savedSnapshot,
	snapshotFrom,
	stateOf,
	type Snapshot,
} from './snapshot';

/** How an event tells what is new: by the times in records, or by what they looked like before. */
export interface Tracker<Mark> {
	/** The mark that was kept for this scope, or nothing. */
	readonly saved: (state: IDataObject, scope: string) => Mark | undefined;
	/** How far back a first look has to read, in milliseconds; 0 where it has to read nothing. */
	readonly firstLook: number;
	/** The mark after a first look at the vendor's time `now`. Nothing of it is handed over. */
	readonly begin: (scope: string, records: readonly IDataObject[], now: number) => Mark;
	/** The moment to ask from; a text where it is in the vendor's writing already. */
	readonly from: (mark: Mark) => number | string;
	/** What is new, in the order in which it is handed over, and the mark that follows. */
	readonly advance: (
		mark: Mark,
		records: readonly IDataObject[],
		now: number,
		portion?: Portion,
	) => { fresh: IDataObject[]; to: Mark };
	/** Names one state of a record, the same at every look. */
	readonly stateOf: (record: IDataObject) => string;
	/** The latest records last. */
	readonly inOrder: (records: readonly IDataObject[]) => IDataObject[];
}

const DAY = 86_400_000;

/** `mostSeen` is how many changes are remembered at the most, where the state has to hold other things too. */
export function changeTracker(
	event: ChangeEvent,
	times: Times,
	mostSeen?: number,
): Tracker<Position> {
	const keys = { ...event, times, mostSeen };
	const lag = (event.lagSeconds ?? 0) * 1000;
	return {
		saved: savedPosition,
		firstLook: lag,
		begin: (scope, records, now) => advance(beginAt(scope, now - lag), records, keys).to,
		from(position) {
			const since = lookBackTo(position, event);
			const { at, written } = position;
			return written === undefined ? since : (times.earlier?.(written, at - since) ?? since);
		},
		advance: (position, records, _now, portion) => advance(position, records, keys, portion),
		stateOf: (record) => versionOf(record, keys),
		inOrder: (records) => [...records].sort(byChange(keys)),
	};
}

export function snapshotTracker(event: SnapshotEvent): Tracker<Snapshot> {
	return {
		saved: savedSnapshot,
		firstLook: Math.max(event.overlapSeconds * 1000, (event.idsGrowOverDays ?? 0) * DAY),
		begin: (scope, records, now) => firstSnapshot(scope, records, now, event),
		from: (snapshot) => snapshotFrom(snapshot, event),
		advance: (snapshot, records, now, portion) =>
			compareWith(snapshot, records, now, event, portion?.limit),
		stateOf: (record) => stateOf(record, event),
		inOrder: (records) => [...records].sort(byId(event)),
	};
}

export const isSnapshot = (event: PollEvent): event is SnapshotEvent => 'finds' in event;

export const isFeed = (event: PollEvent): event is FeedEvent => 'begin' in event;

export const isQueue = (event: PollEvent): event is QueueEvent => 'clear' in event;

export const isNested = (event: PollEvent): event is NestedEvent => 'on' in event;
