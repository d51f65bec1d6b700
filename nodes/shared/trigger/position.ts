import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { ChangeEvent, Times } from '../define/event';
import { compareIds, printOf, printOfMembers } from './state';

/**
 * Where a trigger has got to, as it is kept in the workflow's static data. Moments are milliseconds
 * since 1970 by the vendor's clock. Positions are only ever replaced, never changed.
 */
export interface Position {
	/** The form of this record, so that a later version can tell an old one. */
	readonly version: 1;
	/** Which event with which settings this is a position in. Changing them makes it void. */
	readonly scope: string;
	/** Nothing that changed before this moment is ever handed over. */
	readonly began: number;
	/** The latest change that was handed over. */
	readonly at: number;
	/** The same moment as the record wrote it, for events that send it back so. */
	readonly written?: string;
	/**
	 * Everything that changed before this moment is done with, even where the overlap reaches back
	 * further. Set only while more changed within the overlap than can be remembered.
	 */
	readonly doneTo?: number;
	/** Of the changes at that very moment, those of records with an ID up to this one are done with too. */
	readonly doneId?: string;
	/** What was handed over lately: the moment of change by record version. Looking back over it repeats nothing. */
	readonly seen: { readonly [version: string]: number };
	/** How the watched members of a record looked, for records that were seen lately, the latest last: two prints in one text. */
	readonly states?: readonly string[];
}

export type Keys = Pick<
	ChangeEvent,
	| 'id'
	| 'changedAt'
	| 'orAt'
	| 'sentBack'
	| 'compared'
	| 'watched'
	| 'overlapSeconds'
	| 'lagSeconds'
> & {
	readonly times: Pick<Times, 'read'>;
	/** Versions that are remembered at the most, where the state has to hold other things too. */
	readonly mostSeen?: number;
};

/** How much of what was read may be handed over. */
export interface Portion {
	/** Records at the most. */
	readonly limit: number;
	/** Everything that changed before this moment was read. Infinity where the list was read to its end. */
	readonly readTo: number;
	/** The position may not pass this moment; what is handed over beyond it is remembered. */
	readonly sureTo?: number;
	/** The vendor's clock when the reading began. */
	readonly now: number;
}

/** Versions that are remembered at the most: 27 characters each, so that a state stays well under 64 KB. */
const MOST_SEEN = 2_000;

/** The same where the looks of records are remembered beside them, at 19 characters each. */
const MOST_SEEN_BESIDE_STATES = 1_000;

/** Records of which it is remembered how their watched members look. */
export const MOST_STATES = 1_500;

const mostSeen = ({
	watched,
	mostSeen: most = watched === undefined ? MOST_SEEN : MOST_SEEN_BESIDE_STATES,
}: Pick<Keys, 'watched' | 'mostSeen'>): number => most;

/** By how much a vendor's clock may differ from the one that it writes into records, in milliseconds. */
const SKEW = 10 * 60_000;

/** A position from which everything later than `moment` is new. */
export const beginAt = (scope: string, moment: number): Position => ({
	version: 1,
	scope,
	began: moment,
	at: moment,
	seen: {},
});

/** The saved position, or nothing where there is none for this scope. */
export function savedPosition(saved: IDataObject, scope: string): Position | undefined {
	const position = saved as Partial<Record<keyof Position, unknown>>;
	return position.version === 1 && position.scope === scope && position.at !== undefined
		? (saved as unknown as Position)
		: undefined;
}

/** The moment to ask from: a little before the latest change, for records that are listed late. */
export const lookBackTo = (
	{ began, at, doneTo = began }: Position,
	{ overlapSeconds }: Pick<Keys, 'overlapSeconds'>,
): number => Math.max(began, doneTo, at - overlapSeconds * 1000);

/** What was handed over is remembered back to this moment. Older records that turn up were handed over too. */
const rememberedTo = (
	{ began, at, doneTo = began }: Position,
	{ overlapSeconds, lagSeconds = 0 }: Keys,
): number => Math.max(began, doneTo, at - (overlapSeconds + lagSeconds) * 1000);

/** When a record changed, in milliseconds since 1970; NaN where it does not say. */
export const momentOf = (
	record: IDataObject,
	{ changedAt, orAt, times }: Pick<Keys, 'changedAt' | 'orAt' | 'times'>,
): number => {
	const moment = times.read(get(record, changedAt));
	return Number.isNaN(moment) && orAt !== undefined ? times.read(get(record, orAt)) : moment;
};

/** Names one state of a record, the same at every look: what downstream nodes drop repeats by. */
export function versionOf(
	record: IDataObject,
	{ id, changedAt, orAt, compared }: Pick<Keys, 'id' | 'changedAt' | 'orAt' | 'compared'>,
): string {
	const time: unknown =
		get(record, changedAt) ?? (orAt === undefined ? undefined : get(record, orAt));
	const look = compared === undefined ? '' : `#${printOfMembers(record, compared)}`;
	return `${String(get(record, id))}@${String(time)}${look}`;
}

/** The order in which changes are handed over: by time, and within one moment by ID. */
export const byChange =
	(keys: Pick<Keys, 'id' | 'changedAt' | 'orAt' | 'times'>) =>
	(a: IDataObject, b: IDataObject): number =>
		momentOf(a, keys) - momentOf(b, keys) ||
		compareIds(String(get(a, keys.id)), String(get(b, keys.id)));

/** Whether a record was not handed over yet, and is meant to be. */
export function isFresh(from: Position, keys: Keys): (record: IDataObject) => boolean {
	const floor = rememberedTo(from, keys);
	return (record) => {
		const moment = momentOf(record, keys);
		if (!(moment >= floor)) return false;
		if (from.doneId !== undefined && moment === from.doneTo) {
			if (compareIds(String(get(record, keys.id)), from.doneId) <= 0) return false;
		}
		return from.seen[printOf(versionOf(record, keys))] === undefined;
	};
}

const EVERYTHING: Portion = { limit: Infinity, readTo: Infinity, now: -Infinity };

/**
 * Leaves out what was handed over before, puts the rest in order of their change, and moves the
 * position to the latest of what is handed over now. Our own clock plays no part in it: a vendor's
 * clock differs, and a record that it lists late would be missed. What the portion holds back stays
 * fresh for the next look, since nothing is ever done with that is later than what was handed over.
 */
export function advance(
	from: Position,
	records: readonly IDataObject[],
	keys: Keys,
	portion: Portion = EVERYTHING,
): { fresh: IDataObject[]; to: Position } {
	const due = records.filter(isFresh(from, keys)).sort(byChange(keys));
	for (let taken = Math.min(due.length, portion.limit); ; ) {
		const to = after(from, due, taken, keys, portion);
		const tooMany = Object.keys(to.seen).length - mostSeen(keys);
		if (tooMany <= 0 || taken === 0) return different(to, due.slice(0, taken), keys);
		// The rest waits until it is too old for a late record to come before it, and needs no memory.
		taken = Math.max(0, taken - tooMany);
	}
}

/** The position after the first `count` of what is due was handed over. */
function after(
	from: Position,
	due: readonly IDataObject[],
	count: number,
	keys: Keys,
	{ readTo, sureTo = Infinity, now }: Portion,
): Position {
	const moment = (record: IDataObject) => momentOf(record, keys);
	const taken = due.slice(0, count);
	const latest = taken[count - 1];
	const reached = latest === undefined ? from.at : Math.min(moment(latest), sureTo);
	const at = Math.max(from.at, reached);
	const written =
		keys.sentBack !== undefined && latest !== undefined && moment(latest) === at
			? (get(latest, keys.sentBack) as string | undefined)
			: from.written;
	const { doneTo, doneId, seen, ...same } = from;
	const handedOver = [
		...Object.entries(seen),
		...taken.map((record): [string, number] => [printOf(versionOf(record, keys)), moment(record)]),
	];
	const moved: Position = { ...same, at, ...(written && { written }), seen: {} };
	const kept = (position: Position): Position => {
		const oldest = rememberedTo(position, keys);
		const late = handedOver.filter(([, time]) => time >= oldest);
		return { ...position, seen: Object.fromEntries(late) };
	};
	const before = kept({
		...moved,
		...(doneTo !== undefined && doneTo > rememberedTo(moved, keys) && { doneTo, doneId }),
	});
	if (Object.keys(before.seen).length <= mostSeen(keys)) return before;

	// Too much to remember. What is older than the overlap by the vendor's clock needs no memory.
	const calm = now - (keys.overlapSeconds + (keys.lagSeconds ?? 0)) * 1000 - SKEW;
	const cut = count < due.length && latest !== undefined ? moment(latest) : Infinity;
	const done = Math.min(calm, cut, readTo, sureTo);
	if (!(done > (doneTo ?? -Infinity) || (done === doneTo && done === cut))) return before;
	const shorter = kept({ ...moved, doneTo: done });
	if (done !== cut || cut >= readTo) return shorter;
	// The moment at which the portion was cut off: its records go by their ID instead of by memory.
	const inMoment = new Set(
		taken
			.filter((record) => moment(record) === cut)
			.map((record) => printOf(versionOf(record, keys))),
	);
	const others = Object.entries(shorter.seen).filter(([print]) => !inMoment.has(print));
	return {
		...shorter,
		doneId: String(get(latest, keys.id)),
		seen: Object.fromEntries(others),
	};
}

/** Remembers how the watched members of some records look, without handing them over. */
export const learn = (position: Position, records: readonly IDataObject[], keys: Keys): Position =>
	different(position, [...records].sort(byChange(keys)), keys).to;

/** Leaves out records whose watched members look as they did before, and remembers how they look now. */
function different(
	position: Position,
	taken: readonly IDataObject[],
	{ id, watched }: Pick<Keys, 'id' | 'watched'>,
): { fresh: IDataObject[]; to: Position } {
	if (watched === undefined) return { fresh: [...taken], to: position };
	const half = printOf('').length;
	const states = new Map(
		(position.states ?? []).map((state) => [state.slice(0, half), state.slice(half)]),
	);
	const fresh = taken.filter((record) => {
		const key = printOf(String(get(record, id)));
		const [before, now] = [states.get(key), printOfMembers(record, watched)];
		// Put in anew, so that the one that did not change for the longest time is forgotten first.
		states.delete(key);
		states.set(key, now);
		return before !== now;
	});
	return {
		fresh,
		to: { ...position, states: [...states].slice(-MOST_STATES).map((state) => state.join('')) },
	};
}
