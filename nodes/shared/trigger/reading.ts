import type { IDataObject } from 'n8n-workflow';

/** A stretch of time that is asked for: from `since` on, and before `until` where that is given. */
export interface Stretch {
	/** Milliseconds since 1970; a text is in the vendor's writing already. */
	readonly since: number | string;
	readonly until?: number;
}

export interface PageOfChanges {
	readonly records: IDataObject[];
	/** What to ask with for the next page, or nothing after the last one. */
	readonly next?: IDataObject;
	/** How many pages there are, where the vendor tells. */
	readonly pages?: number;
}

/** A vendor's list of changes, as far as reading it goes. */
export interface ChangeList {
	/** Whether records come in ascending order of their time of change. */
	readonly sorted: boolean;
	/** Whether it can be asked for what changed before a moment. */
	readonly bounded: boolean;
	/** Records of a full page. */
	readonly largest: number;
	/** One page; the first one where `next` is left out. */
	readonly page: (stretch: Stretch, next?: IDataObject) => Promise<PageOfChanges>;
	/** Every page of a stretch. */
	readonly all: (stretch: Stretch) => AsyncIterable<IDataObject[]>;
	/** When a record changed, in milliseconds since 1970. */
	readonly moment: (record: IDataObject) => number;
	/** Names one state of a record. */
	readonly version: (record: IDataObject) => string;
	/** The order in which changes are handed over. */
	readonly compare: (a: IDataObject, b: IDataObject) => number;
	/** What to ask from so that this record comes first. */
	readonly from: (record: IDataObject) => number | string;
	/** A bound as it goes over the wire. */
	readonly written: (bound: number | string) => string | number;
	/** A moment as far as the vendor's bounds can express it. */
	readonly rounded: (moment: number) => number;
}

export interface Wanted {
	/** How many records are handed over at the most. Reading stops when there is one more. */
	readonly limit: number;
	readonly isFresh: (record: IDataObject) => boolean;
	/** Whether there is time for another request. */
	readonly hasTime: () => boolean;
	/** The vendor's clock, in milliseconds since 1970. Known once there was an answer. */
	readonly now: () => number;
}

export interface WhatWasRead {
	/** What is fresh, and not more of it than one record beyond the limit (the earliest of them). */
	readonly records: IDataObject[];
	/** Everything that changed before this moment was read; of that moment itself, perhaps not all. */
	readonly readTo: number;
	/**
	 * The position may not pass this moment, because what comes later was read only once, with no time
	 * to see whether a shift had hidden something.
	 */
	readonly sureTo: number;
}

/** There was no time to read a list that cannot be read in parts. */
export class ListTooLong extends Error {}

const SECOND = 1_000;
const MINUTE = 60_000;

/** How often a list of several pages is read again, until that brings to light nothing that a shift had hidden. */
const PASSES = 3;

/**
 * Reads what changed since a moment, as far as the limit and the time allow. One page is one answer
 * of the vendor, so nothing can shift inside it. Where it takes several pages, a record that moves
 * to another place meanwhile pushes others from a page that is still to come onto one that was read.
 * So a sorted list is read by asking anew from the last record on, another one in stretches of time
 * that fit on one page each, and one that knows neither is read until it gives nothing new.
 */
export async function readChanges(
	list: ChangeList,
	since: number | string,
	wanted: Wanted,
): Promise<WhatWasRead> {
	const found = new Found(list, wanted);
	const readTo =
		(list.sorted ? await readInOrder(list, since, wanted, found) : undefined) ??
		(await readAnyOrder(list, since, wanted, found));
	return { records: found.earliest(), readTo, sureTo: found.sureTo };
}

/** The fresh records that were read, each version once. Keeps the earliest that the limit leaves room for. */
class Found {
	private kept = new Map<string, IDataObject>();

	/** Up to here, nothing that was read only once stands in doubt. */
	sureTo = Infinity;

	constructor(
		private readonly list: ChangeList,
		private readonly wanted: Wanted,
	) {}

	add(records: readonly IDataObject[]): void {
		for (const record of records) {
			if (this.wanted.isFresh(record)) this.kept.set(this.list.version(record), record);
		}
		if (this.kept.size > 2 * this.wanted.limit + this.list.largest) {
			this.kept = new Map(this.earliest().map((record) => [this.list.version(record), record]));
		}
	}

	/** Whether there is more than may be handed over. */
	isFull(): boolean {
		return this.kept.size > this.wanted.limit;
	}

	earliest(): IDataObject[] {
		return [...this.kept.values()].sort(this.list.compare).slice(0, this.wanted.limit + 1);
	}
}

const isAscending = (list: ChangeList, records: readonly IDataObject[]): boolean =>
	records.every((record, i) => i === 0 || list.moment(records[i - 1]) <= list.moment(record));

/** Gives nothing where the list turns out not to be in order: a vendor may ignore what was asked. */
async function readInOrder(
	list: ChangeList,
	since: number | string,
	wanted: Wanted,
	found: Found,
): Promise<number | undefined> {
	for (let from = since; ; ) {
		const { records, next } = await list.page({ since: from });
		found.add(records);
		if (next === undefined || records.length === 0) return Infinity;
		if (!isAscending(list, records)) return undefined;
		const last = records[records.length - 1];
		if (found.isFull() || !wanted.hasTime()) return list.moment(last);
		const ahead = list.from(last);
		if (list.written(ahead) !== list.written(from)) {
			from = ahead;
			continue;
		}
		const beyond = await readOneMoment(list, from, wanted, found);
		if (beyond === undefined) return undefined;
		if ('readTo' in beyond) return beyond.readTo;
		from = beyond.from;
	}
}

/** More changed at one moment than fits on a page, so that asking from there on gives the same page again. */
async function readOneMoment(
	list: ChangeList,
	from: number | string,
	wanted: Wanted,
	found: Found,
): Promise<{ from: number | string } | { readTo: number } | undefined> {
	if (list.bounded && typeof from === 'number') {
		const until = edgeAfter(list, from, SECOND);
		await readAll(list, { since: from, until }, wanted, found);
		return found.isFull() ? { readTo: until } : { from: until };
	}
	const known = new Set<string>();
	let moment = -Infinity;
	let end: { from: number | string } | { readTo: number } = { readTo: Infinity };
	for (let pass = 1; pass <= PASSES; pass++) {
		const before = known.size;
		end = { readTo: Infinity };
		for (let next: IDataObject | undefined; ; ) {
			const page = await list.page({ since: from }, next);
			if (!isAscending(list, page.records)) return undefined;
			found.add(page.records);
			for (const record of page.records) known.add(list.version(record));
			const last = page.records[page.records.length - 1];
			if (last === undefined) break;
			if (next === undefined) moment = list.moment(last);
			next = page.next;
			if (next === undefined) break;
			// Other records of this moment may still be hidden, so nothing beyond it counts as read.
			if (!wanted.hasTime()) return { readTo: moment };
			const ahead = list.from(last);
			if (list.written(ahead) !== list.written(from)) {
				end = { from: ahead };
				break;
			}
		}
		if (pass > 1 && known.size === before) break;
	}
	return end;
}

async function readAnyOrder(
	list: ChangeList,
	since: number | string,
	wanted: Wanted,
	found: Found,
): Promise<number> {
	if (!list.bounded || typeof since === 'string') {
		await readAll(list, { since }, wanted, found);
		return Infinity;
	}
	const first = await list.page({ since });
	if (first.next !== undefined) {
		return await readStretches(list, since, first.pages ?? 2, wanted, found);
	}
	found.add(first.records);
	return Infinity;
}

/**
 * The end of a stretch, later than its beginning by about `width`. It is on a whole minute or second,
 * and on what the vendor can express, because a bound that is rounded on the way would cut records off.
 */
function edgeAfter(list: ChangeList, since: number, width: number): number {
	for (let wide = Math.max(width, SECOND); ; wide *= 2) {
		const grain = wide >= 2 * MINUTE ? MINUTE : SECOND;
		const edge = list.rounded(Math.floor((since + wide) / grain) * grain);
		if (edge > since) return edge;
	}
}

async function readStretches(
	list: ChangeList,
	start: number,
	pages: number,
	wanted: Wanted,
	found: Found,
): Promise<number> {
	const now = wanted.now();
	let since = start;
	let width = (now - start) / pages;
	for (;;) {
		const until = edgeAfter(list, since, width);
		if (until >= now) break;
		const { records, next, pages: told } = await list.page({ since, until });
		if (next === undefined) {
			found.add(records);
			since = until;
			if (records.length < list.largest / 2) width *= 2;
		} else if (edgeAfter(list, since, SECOND) < until) {
			width = (until - since) / Math.max(2, told ?? 2);
			if (!wanted.hasTime()) return since;
			continue;
		} else {
			await readAll(list, { since, until }, wanted, found);
			since = until;
		}
		if (found.isFull() || !wanted.hasTime()) return since;
	}
	// What changed since the look began, and what a clock that runs ahead calls later than now.
	await readAll(list, { since }, wanted, found);
	return Infinity;
}

/** Reads every page of a stretch, and again where there were several, for what a shift had hidden. */
async function readAll(
	list: ChangeList,
	stretch: Stretch,
	wanted: Wanted,
	found: Found,
): Promise<void> {
	const known = new Set<string>();
	const { since } = stretch;
	for (let pass = 1; pass <= PASSES; pass++) {
		const before = known.size;
		let pages = 0;
		let late = false;
		for await (const records of list.all(stretch)) {
			if (late) throw new ListTooLong();
			found.add(records);
			for (const record of records) known.add(list.version(record));
			pages++;
			late = pass === 1 && !wanted.hasTime();
		}
		if (pages <= 1 || (pass > 1 && known.size === before)) return;
		if (!wanted.hasTime()) {
			if (pass === 1) found.sureTo = typeof since === 'number' ? since : -Infinity;
			return;
		}
	}
}
