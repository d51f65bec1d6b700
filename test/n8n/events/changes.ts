import get from 'lodash/get';
import isEqual from 'lodash/isEqual';
import maxBy from 'lodash/maxBy';

import type { PollEvent } from '../../../nodes/shared/define/event';
import type { VendorControl } from '../../../sandbox';
import type { Row } from '../../../sandbox/core/store';
import type { EventHistory } from '../../support/histories';

/** An event with what its test in the editor showed. */
export interface Shown {
	readonly event: PollEvent;
	readonly hints: EventHistory;
	/** Where the sandbox keeps its records. */
	readonly collection: string;
	/** The record that came first. */
	readonly recordId: string;
}

/** The ID of the record in the ID of an event. */
export const recordOf = (event: PollEvent, eventId: string): string =>
	eventId.slice(event.value.length + 1).split(/[@#]/)[0];

/** Some lists show an ID of 24 hexadecimal digits, which the sandbox makes of its own number. */
export const isRecord = (shown: string, kept: string): boolean =>
	shown === kept || (/^[\da-f]{24}$/.test(shown) && shown.endsWith(Number(kept).toString(16)));

const topOf = (path: string): string => path.split('.')[0];

/** The members that have to change for the event to fire. */
function membersOf({ event, hints }: Shown): readonly string[] {
	if (hints.edited) return hints.edited;
	if ('watched' in event && event.watched) return event.watched.map(topOf);
	return 'finds' in event ? (event.compared ?? []).map(topOf) : [];
}

/** The ID under which an event shows a record: not every list shows that of the record itself. */
function shownId(control: VendorControl, collection: string, id: string, event: PollEvent): string {
	const record = control.records(collection)[control.ids(collection).indexOf(id)];
	// The sandbox keeps the ID alone of what a list shows as a member with an ID of its own.
	return String(get(record, event.id) ?? record[event.id.replace(/\.id$/, 'Id')] ?? id);
}

const isWatched = (event: PollEvent): boolean => 'watched' in event && event.watched !== undefined;

/** Records whose changes are what an event lists, for lists of which the sandbox keeps no records. */
const MADE_OF: Readonly<Record<string, ReadonlyArray<readonly [collection: string, id: string]>>> =
	{
		historyCreated: [['jobs', '10001']],
	};

/**
 * Copies and changes one record for each event, each event's own where it can be, so that no change
 * undoes another.
 * @returns by the event, the IDs of records, as it shows them, of which one has to fire it; none where they have no IDs
 */
export function changeAll(
	control: VendorControl,
	all: readonly Shown[],
): ReadonlyMap<PollEvent, readonly string[]> {
	const used = new Set<string>();
	const due = new Map<PollEvent, string[]>();
	for (const one of all) {
		const { event, collection, hints } = one;
		const moment = Date.parse(control.clock({}).now);
		const ids = control.ids(collection);
		if (ids.length === 0) {
			// What the sandbox makes of other records as they change.
			for (const [from, id] of MADE_OF[event.value] ?? []) control.change(from, id, {});
			due.set(event, []);
			continue;
		}
		const recordId = ids.find((id) => isRecord(one.recordId, id)) ?? ids[ids.length - 1];
		const records = control.records(collection);
		const like = records[ids.indexOf(recordId)];
		control.copy(collection, recordId);
		const made = control.ids(collection)[ids.length];
		if (hints.made) control.change(collection, made, hints.made(moment), { touch: false });
		const members = membersOf(one);
		const key = (id: string) => `${collection} ${id}`;
		// Where the event is that a record becomes like this one, another one has to become so.
		const differs = (record: Row) => members.some((name) => !isEqual(record[name], like[name]));
		const others = ids.filter((id, index) => !used.has(key(id)) && differs(records[index]));
		// One that is alike in all else, since the event may mean only some.
		const other = maxBy(others, (id) => {
			const record = records[ids.indexOf(id)];
			return Object.keys(like).filter((name) => isEqual(record[name], like[name])).length;
		});
		const becomes = isWatched(event) && other !== undefined;
		const edited = becomes ? other : recordId;
		used.add(key(edited));
		const from = becomes ? like : records.find(differs);
		const changes = hints.turned
			? hints.turned(moment)
			: Object.fromEntries(
					members.flatMap((name) => (from?.[name] === undefined ? [] : [[name, from[name]]])),
				);
		control.change(collection, edited, changes);
		for (const id of [made, edited]) hints.also?.(control, id);
		due.set(
			event,
			[made, edited].map((id) => shownId(control, collection, id, event)),
		);
	}
	return due;
}

/**
 * Changes a collection's first record and its last, and adds one like each, so that there is something
 * to show. Some events only see part of a collection: the users of one's own company, for instance.
 */
export function happen(control: VendorControl, collection: string): void {
	const ids = control.ids(collection);
	for (const id of new Set([...ids.slice(0, 1), ...ids.slice(-1)])) {
		control.copy(collection, id);
		control.change(collection, id, {});
	}
}
