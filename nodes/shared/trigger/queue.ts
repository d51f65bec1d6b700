import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { QueueEvent, Times } from '../define/event';
import { feedVersionOf } from './feed';
import { compareIds, printOf } from './state';

/**
 * What a trigger took from a queue, as it is kept in the workflow's static data. Marks are only ever
 * replaced, never changed.
 */
export interface QueueMark {
	/** The form of this record, so that a later version can tell an old one. */
	readonly version: 1;
	/** Which event with which settings this is. Changing them makes it void. */
	readonly scope: string;
	/** The highest ID that was handed over and not yet taken off the queue; empty where there is none. */
	readonly handedOver: string;
	/** What was handed over lately, the latest last: what the queue gives out again is not repeated. */
	readonly seen: readonly string[];
}

export type QueueKeys = Pick<QueueEvent, 'id' | 'changedAt' | 'orAt'> & {
	readonly times: Pick<Times, 'read'>;
};

/** Versions that are remembered: some large answers, in well under 64 KB. */
const MOST_SEEN = 4_000;

/** The saved mark, or nothing where there is none for this scope. */
export function savedQueueMark(saved: IDataObject, scope: string): QueueMark | undefined {
	const { version, scope: savedScope, handedOver } = saved;
	return version === 1 && savedScope === scope && typeof handedOver === 'string'
		? (saved as unknown as QueueMark)
		: undefined;
}

/** What waits in a queue was never handed over, so a trigger begins with all of it. */
export const beginQueue = (scope: string): QueueMark => ({
	version: 1,
	scope,
	handedOver: '',
	seen: [],
});

/** Leaves out what was handed over before, and notes what may be taken off the queue at the next look. */
export function advanceQueue(
	from: QueueMark,
	records: readonly IDataObject[],
	keys: QueueKeys,
): { fresh: IDataObject[]; to: QueueMark } {
	const seen = new Set(from.seen);
	const fresh = records.filter((record) => {
		const print = printOf(feedVersionOf(record, keys));
		const isNew = !seen.has(print);
		seen.add(print);
		return isNew;
	});
	const ids = records.flatMap((record) => {
		const id: unknown = get(record, keys.id);
		return id === undefined || id === null ? [] : [String(id)];
	});
	const handedOver = ids.reduce((most, id) => (compareIds(id, most) > 0 ? id : most), '');
	return { fresh, to: { ...from, handedOver, seen: [...seen].slice(-MOST_SEEN) } };
}
