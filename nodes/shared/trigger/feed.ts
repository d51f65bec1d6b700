import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { FeedEvent, Times } from '../define/event';
import { momentOf, versionOf } from './position';
import { printOf } from './state';

/**
 * Where a trigger is in a feed, as it is kept in the workflow's static data: the token that came with
 * the last page that was handed over. Marks are only ever replaced, never changed.
 */
export interface FeedMark {
	/** The form of this record, so that a later version can tell an old one. */
	readonly version: 1;
	/** Which event with which settings this is a place in. Changing them makes it void. */
	readonly scope: string;
	/** What to ask on with; empty for the very first record. */
	readonly token: string;
	/** Nothing that changed before this moment is handed over, in milliseconds since 1970. */
	readonly began: number;
	/**
	 * Whether the trigger still reads up to the present without handing over, where records carry no
	 * time by which the old ones could be told.
	 */
	readonly passing: boolean;
	/** What was handed over lately, the latest last: a page that is read again repeats nothing. */
	readonly seen: readonly string[];
}

export interface FeedPage {
	readonly records: readonly IDataObject[];
	/** The token that came with it. */
	readonly token: string;
	/** Whether more is there already. */
	readonly more: boolean;
}

export type FeedKeys = Pick<FeedEvent, 'id' | 'changedAt' | 'orAt'> & {
	readonly times: Pick<Times, 'read'>;
};

/** Versions that are remembered: a few large pages, in well under 64 KB. */
const MOST_SEEN = 4_000;

/** The saved place, or nothing where there is none for this scope. */
export function savedFeedMark(saved: IDataObject, scope: string): FeedMark | undefined {
	const { version, scope: savedScope, token } = saved;
	return version === 1 && savedScope === scope && typeof token === 'string'
		? (saved as unknown as FeedMark)
		: undefined;
}

/** A place in the feed from which on everything is new that changed at `began` or later. */
export const beginFeed = (
	scope: string,
	token: string,
	began: number,
	passing: boolean,
): FeedMark => ({ version: 1, scope, token, began, passing, seen: [] });

/**
 * Names one state of a record by its ID, its time and all that it holds: a feed gives the whole of it
 * again as it was, and what changed twice within one tick of the vendor's clock differs in the rest.
 */
export function feedVersionOf(record: IDataObject, keys: FeedKeys): string {
	const { changedAt } = keys;
	const id: unknown = get(record, keys.id);
	const named =
		changedAt === undefined || id === undefined || id === null
			? String(id ?? '')
			: versionOf(record, { ...keys, changedAt });
	return `${named}#${printOf(JSON.stringify(record))}`;
}

/** Leaves out what was handed over before or is too old, and moves the mark behind the page. */
export function advanceFeed(
	from: FeedMark,
	{ records, token, more }: FeedPage,
	keys: FeedKeys,
): { fresh: IDataObject[]; to: FeedMark } {
	const { changedAt } = keys;
	const seen = new Set(from.seen);
	const isOld = (record: IDataObject): boolean =>
		from.passing ||
		(changedAt !== undefined && momentOf(record, { ...keys, changedAt }) < from.began);
	const fresh = records.filter((record) => {
		const print = printOf(feedVersionOf(record, keys));
		if (seen.has(print)) return false;
		if (!isOld(record)) seen.add(print);
		return !isOld(record);
	});
	return {
		fresh,
		to: {
			...from,
			token,
			passing: from.passing && more,
			seen: [...seen].slice(-MOST_SEEN),
		},
	};
}
