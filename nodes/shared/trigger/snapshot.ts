import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { SnapshotEvent } from '../define/event';
import { compareIds, printOfMembers } from './state';

const DAY = 86_400_000;

/** Days for which a record is remembered beyond the overlap, should a page have skipped it. */
const SPARE_DAYS = 2;

/**
 * What a trigger saw at its latest look, as it is kept in the workflow's static data. Snapshots are
 * only ever replaced, never changed. A snapshot grows with what changes in a few days, not with the
 * account.
 */
export interface Snapshot {
	/** The form of this record, so that a later version can tell an old one. */
	readonly version: 1;
	/** Which event with which settings this is a snapshot for. Changing them makes it void. */
	readonly scope: string;
	/** The vendor's clock at the latest look, in milliseconds since 1970: records carry no time of their own. */
	readonly at: number;
	/** The same at the look before that one, where there was one. */
	readonly before?: number;
	/** Records with an ID up to this one are old, where later records have higher IDs. */
	readonly oldTo: number;
	/** The fingerprint of each record seen lately, and the day on which it was seen last (counted from 1970). */
	readonly known: { readonly [id: string]: readonly [print: string, day: number] };
}

export type Look = Pick<
	SnapshotEvent,
	'id' | 'finds' | 'compared' | 'idsGrowOverDays' | 'overlapSeconds'
>;

/** The saved snapshot, or nothing where there is none for this scope. */
export function savedSnapshot(saved: IDataObject, scope: string): Snapshot | undefined {
	const { version, scope: savedScope, known } = saved;
	return version === 1 && savedScope === scope && known !== undefined
		? (saved as unknown as Snapshot)
		: undefined;
}

const idOf = (record: IDataObject, { id }: Look): string => String(get(record, id));

/** A short text that differs when one of the compared members does; empty where only the ID counts. */
export const printOf = (record: IDataObject, { finds, compared = [] }: Look): string =>
	finds === 'created' ? '' : printOfMembers(record, compared);

/** Names one state of a record, the same at every look. */
export const stateOf = (record: IDataObject, look: Look): string =>
	look.finds === 'created' ? idOf(record, look) : `${idOf(record, look)}@${printOf(record, look)}`;

/** The later records have the higher IDs, as far as anything can be told without times. */
export const byId =
	(look: Look) =>
	(a: IDataObject, b: IDataObject): number =>
		compareIds(idOf(a, look), idOf(b, look));

/**
 * The moment to ask from, in milliseconds since 1970. Whatever changed is read twice, because what is
 * edited or removed while pages are read can move another record to a page that was read already.
 */
export const snapshotFrom = (
	{ at, before = at }: Pick<Snapshot, 'at' | 'before'>,
	{ overlapSeconds }: Pick<Look, 'overlapSeconds'>,
): number => before - overlapSeconds * 1000;

/** What the first look saw. None of it is handed over. */
export function firstSnapshot(
	scope: string,
	records: readonly IDataObject[],
	now: number,
	look: Look,
): Snapshot {
	const ids = records.map((record) => Number(idOf(record, look)));
	const oldTo = look.idsGrowOverDays === undefined ? 0 : highest(0, ids);
	return compareWith({ version: 1, scope, at: now, oldTo, known: {} }, records, now, look).to;
}

/**
 * Picks what is new since the snapshot, or looks different than in it, and makes the next snapshot.
 * What is beyond the limit stays as the snapshot had it, so that the next look finds it again.
 */
export function compareWith(
	from: Snapshot,
	records: readonly IDataObject[],
	now: number,
	look: Look,
	limit = Infinity,
): { fresh: IDataObject[]; to: Snapshot } {
	const idsGrow = look.idsGrowOverDays !== undefined;
	const isOld = (id: string): boolean => idsGrow && Number(id) <= from.oldTo;
	const isFresh = (record: IDataObject): boolean => {
		const id = idOf(record, look);
		const known = from.known[id];
		if (look.finds === 'created') return known === undefined && !isOld(id);
		// What was not seen lately but is old was listed because it changed; what is new did not change.
		return known === undefined ? !idsGrow || isOld(id) : known[0] !== printOf(record, look);
	};
	const due = records.filter(isFresh).sort(byId(look));
	const heldBack = new Set(due.slice(limit));
	const day = Math.floor(now / DAY);
	const all: Snapshot['known'] = {
		...from.known,
		...Object.fromEntries(
			records
				.filter((record) => !heldBack.has(record))
				.map((record) => [idOf(record, look), [printOf(record, look), day] as const]),
		),
	};
	const oldest = day - Math.ceil((look.overlapSeconds * 1000) / DAY) - SPARE_DAYS;
	const entries = Object.entries(all);
	const forgotten = entries.filter(([, [, seen]]) => seen < oldest).map(([id]) => Number(id));
	return {
		fresh: due.slice(0, limit),
		to: {
			...from,
			// Asked from the same moment again, or what was held back might not be listed any more.
			...(heldBack.size === 0 && { at: now, before: from.at }),
			// Whatever is forgotten must not count as new when it turns up again.
			oldTo: idsGrow ? highest(from.oldTo, forgotten) : 0,
			known: Object.fromEntries(entries.filter(([, [, seen]]) => seen >= oldest)),
		},
	};
}

const highest = (least: number, ids: readonly number[]): number =>
	ids.reduce((most, id) => (id > most ? id : most), least);
