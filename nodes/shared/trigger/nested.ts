import type { IDataObject } from 'n8n-workflow';

import type { NestedEvent, Times } from '../define/event';
import { beginAt, byChange, momentOf, versionOf, type Position } from './position';
import { printOf } from './state';

/**
 * Where a trigger is with what hangs on other records, as it is kept in the workflow's static data.
 * Marks are only ever replaced, never changed.
 */
export interface NestedMark {
	/** The form of this record, so that a later version can tell an old one. */
	readonly version: 1;
	/** Which event with which settings this is a place in. Changing them makes it void. */
	readonly scope: string;
	/** Up to where the records on which it hangs were asked for what they have. */
	readonly parents: Position;
	/**
	 * What hangs on records that did not change since this moment was there before the trigger: it is
	 * remembered, and not handed over. Milliseconds since 1970, as everywhere here.
	 */
	readonly learnTo: number;
	/** Whatever is older than this was handed over or is not meant. It moves when a look comes to the end. */
	readonly floor: number;
	/** What was handed over or learned, the latest last: a record that is asked again repeats nothing. */
	readonly seen: readonly string[];
}

export type NestedKeys = Pick<NestedEvent, 'id' | 'changedAt' | 'orAt' | 'compared'> & {
	readonly times: Pick<Times, 'read'>;
};

/** Of what was handed over so much is remembered, at 11 characters each: with the next, well under 64 KB. */
export const MOST_SEEN = 4_000;

/** Of the records that were asked so many are remembered: 27 characters each, and at most 8 pages to skip at each look. */
export const MOST_ASKED = 400;

/** The saved mark, or nothing where there is none for this scope. */
export function savedNestedMark(saved: IDataObject, scope: string): NestedMark | undefined {
	const { version, scope: savedScope, parents, floor } = saved;
	return version === 1 && savedScope === scope && parents !== undefined && floor !== undefined
		? (saved as unknown as NestedMark)
		: undefined;
}

/** A mark from which the records on which it hangs are asked that changed at `from` or later. */
export const beginNested = (
	scope: string,
	{ from, learnTo, floor }: { from: number } & Pick<NestedMark, 'learnTo' | 'floor'>,
): NestedMark => ({ version: 1, scope, parents: beginAt('', from), learnTo, floor, seen: [] });

/** What was seen so far, and what of it is fresh. It is filled record by record, in the order in which they changed. */
export class Gathered {
	readonly fresh: IDataObject[] = [];

	/** Records without a time, which can never be handed over. */
	timeless = 0;

	private readonly seen: Set<string>;

	constructor(
		private readonly mark: NestedMark,
		private readonly keys: NestedKeys,
		private readonly limit: number,
	) {
		this.seen = new Set(mark.seen);
	}

	isFull(): boolean {
		return this.fresh.length >= this.limit;
	}

	/** Takes what hangs on one record, the earliest first; tells whether nothing was left behind. */
	take(nested: readonly IDataObject[]): boolean {
		const isNew = ([, print]: readonly [IDataObject, string]) => !this.seen.has(print);
		const due = this.due(nested);
		const fresh = due.filter(isNew);
		// What cannot be remembered cannot be handed over in parts: the same part would come again and again.
		const room = fresh.length > MOST_SEEN ? Infinity : this.limit - this.fresh.length;
		const left = new Set(fresh.slice(room));
		this.fresh.push(...fresh.slice(0, room).map(([record]) => record));
		this.remember(due.filter((one) => !left.has(one)).map(([, print]) => print));
		return left.size === 0;
	}

	/** Remembers what hangs on one record without handing it over. */
	learn(nested: readonly IDataObject[]): void {
		this.remember(this.due(nested).map(([, print]) => print));
	}

	/** The mark that follows. With `parents` everything that is older than `floor` was seen. */
	after(parents: Position, floor: number): NestedMark {
		return {
			...this.mark,
			parents,
			floor: Math.max(this.mark.floor, floor),
			seen: [...this.seen].slice(-MOST_SEEN),
		};
	}

	inOrder(): IDataObject[] {
		return [...this.fresh].sort(byChange(this.keys));
	}

	/** What is not too old, in order, each with what it is remembered by. */
	private due(nested: readonly IDataObject[]): Array<readonly [IDataObject, string]> {
		const moment = (record: IDataObject) => momentOf(record, this.keys);
		this.timeless += nested.filter((record) => Number.isNaN(moment(record))).length;
		return nested
			.filter((record) => moment(record) >= this.mark.floor)
			.sort(byChange(this.keys))
			.map((record) => [record, printOf(versionOf(record, this.keys))] as const);
	}

	/** Put in anew, so that what was not met for the longest time is forgotten first. */
	private remember(prints: readonly string[]): void {
		for (const print of prints) {
			this.seen.delete(print);
			this.seen.add(print);
		}
	}
}
