import type { IDataObject } from 'n8n-workflow';

import type { Fields } from './fields';
import type { Call, Parts } from './operation';
import type { Always, Paging, Route } from './vendor';

/** How a vendor writes moments. All numbers are milliseconds since 1970 in UTC. */
export interface Times {
	/** Reads a time of a record. Anything that is no time gives NaN. */
	readonly read: (value: unknown) => number;
	/** Writes a time for a filter, rounded down to what the vendor can express. */
	readonly write: (moment: number) => string | number;
	/** A time of a record, earlier by so many milliseconds and in the same writing. Events with `sentBack` need it. */
	readonly earlier?: (written: string, milliseconds: number) => string;
}

/** What every event has, however it finds out what is new. */
interface AnyEvent {
	/** Names the event in saved workflows, so it may never change once published. */
	readonly value: string;
	readonly name: string;
	/** When it fires and what it cannot see. */
	readonly description: string;
	readonly request: Route;
	/** The resource whose records these are. Where it has a simple form, the trigger offers it too. */
	readonly resource?: string;
	/** Sent with every look: sorting, and whatever opens filters that hide records by default. */
	readonly always?: Always;
	/** What to send for "from here on": a moment in the vendor's writing, or the token of a feed. */
	readonly since: (from: string | number) => IDataObject;
	/** Where the record's ID stands. */
	readonly id: string;
	readonly paging?: Paging;
	/** Leaves out records that are not meant, for instance those that were only created. */
	readonly only?: (record: IDataObject) => boolean;
	/** Fields that narrow the records, sent like those of a list. One without which there is no list is required. */
	readonly filters?: Fields;
	/** Says why filters that fit each field do not fit together. They are passed in as they are sent. */
	readonly refuses?: (filters: IDataObject) => string | undefined;
	/** Where the records stand in the answer, when that is not the vendor's usual place. */
	readonly at?: string;
}

/** Records that changed since the last look, for vendors that can be asked "what changed after …?". */
export interface ChangeEvent extends AnyEvent {
	/** Laid over the request one after the other, where only several requests together give every record. */
	readonly rounds?: readonly IDataObject[];
	/**
	 * What to send for "before this moment". Given where the vendor can be asked so, it lets a long list
	 * that is not `sorted` be read in stretches of time that each fit on one page.
	 */
	readonly until?: (moment: string | number) => IDataObject;
	/** Where the record says when it changed (or was created). The saved position is only ever made from this. */
	readonly changedAt: string;
	/** Where it says so while `changedAt` is empty, as it is at some vendors until the first change. */
	readonly orAt?: string;
	/** Where the record has the time that the filter is held against, where that is written otherwise and has to be sent back as it came. */
	readonly sentBack?: string;
	/**
	 * Members by which two states of a record are told apart that changed within one tick of a coarse
	 * clock. Members that differ at every look, such as signed addresses, must not be among them.
	 */
	readonly compared?: readonly string[];
	/**
	 * Members of which one must be another than when the record was last seen: the status, where the
	 * event is that it changes. A record that did not change lately counts as different.
	 */
	readonly watched?: readonly string[];
	/**
	 * The way out for records that no single list gives: reads what is asked for with requests of its
	 * own. What it asks with POST has to be `repeatable`.
	 */
	readonly read?: (
		asked: IDataObject,
		call: Pick<Call, 'send' | 'list' | 'answer'>,
	) => Promise<IDataObject[]>;
	/** Whether the list comes in ascending order of `changedAt`, so that a part of it can be handed over. */
	readonly sorted?: boolean;
	/** How far back to look again, in seconds, for records that the vendor lists late. */
	readonly overlapSeconds: number;
	/**
	 * How far the times in records may run behind those that the filter goes by, in seconds, where a
	 * vendor writes the two on different clocks. The first look then reads that stretch and remembers
	 * it, and what was handed over is remembered for as much longer.
	 */
	readonly lagSeconds?: number;
}

/** Records that carry no time of change: what they look like is kept and compared at the next look. */
export type SnapshotEvent = AnyEvent &
	Pick<ChangeEvent, 'rounds' | 'compared' | 'overlapSeconds' | 'read'> & {
		/** Whether it hands over records that were never seen, or those that look different than before. */
		readonly finds: 'created' | 'changed';
		/**
		 * How far the first look reaches back, in days, to learn which IDs are taken. Given only where a
		 * later record has a higher ID, so that an old one which turns up again can be told from a new one.
		 */
		readonly idsGrowOverDays?: number;
	};

/** A feed that hands out a token with every page, by which the next look goes on where this one ended. */
export interface FeedEvent extends AnyEvent, Partial<Pick<ChangeEvent, 'changedAt' | 'orAt'>> {
	/** Where the answer has the token to go on from. */
	readonly next: string;
	/** Where the answer says that more is there already. */
	readonly more: string;
	/** The token for "from this moment on", as far as the feed can be asked so. */
	readonly begin: (moment: number) => string;
}

/**
 * A queue that gives everything out again until it is told what was taken. It is told at the next
 * look, when n8n has saved that the records were handed over, and never by a manual run.
 */
export interface QueueEvent extends AnyEvent, Partial<Pick<ChangeEvent, 'changedAt' | 'orAt'>> {
	/** The request that takes records off the queue. Where it is refused, `since` is sent with the next read instead. */
	readonly clear: Route;
	/** What to send with it to take off everything up to this ID, which counts upwards. */
	readonly through: (id: string | number) => IDataObject;
}

/**
 * What hangs on other records, each of which changes when something is added to it and has to be asked
 * for what it has. They are asked in the order of their changes, in as many looks as that takes. What
 * is older than the last look that came to the end, by more than overlap and lag, is not handed over.
 */
export type NestedEvent = AnyEvent &
	Pick<ChangeEvent, 'changedAt' | 'orAt' | 'compared' | 'overlapSeconds' | 'lagSeconds'> & {
		/** Those records when they change, `sorted`. Its filters are found again, under the same names, in those of this event. */
		readonly on: ChangeEvent;
		/** What turns their list round, for a test in the editor that shows what was added last. */
		readonly latestFirst: IDataObject;
		/** Which of them the request is for. */
		readonly path: (parent: IDataObject) => NonNullable<Parts['path']>;
		/** Members that say on what a record hangs, where it has none itself. */
		readonly named?: (parent: IDataObject) => IDataObject;
	};

export type PollEvent = ChangeEvent | SnapshotEvent | FeedEvent | QueueEvent | NestedEvent;

export const defineEvent = (event: ChangeEvent): ChangeEvent => event;
export const defineSnapshotEvent = (event: SnapshotEvent): SnapshotEvent => event;
export const defineFeedEvent = (event: FeedEvent): FeedEvent => event;
export const defineQueueEvent = (event: QueueEvent): QueueEvent => event;
export const defineNestedEvent = (event: NestedEvent): NestedEvent => event;
