import isEqual from 'lodash/isEqual';
import uniqBy from 'lodash/uniqBy';

import type { PollEvent } from '../../../nodes/shared/define/event';
import type { Vendor } from '../../../nodes/shared/define/vendor';
import type { VendorControl } from '../../../sandbox';
import type { Row } from '../../../sandbox/core/store';
import type { Bench } from '../engine';
import type { EventHistory } from '../histories';
import type { Write } from './steps';

/** One event in front of its vendor's sandbox. */
export interface Stage {
	readonly bench: Bench;
	readonly control: VendorControl;
	readonly vendor: Vendor;
	readonly event: PollEvent;
	/** Where the sandbox keeps the records of the event. */
	readonly collection: string;
	readonly hints: EventHistory;
}

/** Members by which an event tells the looks of a record apart, where it goes by looks. */
export const lookOf = (event: PollEvent): readonly string[] | undefined =>
	'finds' in event
		? event.finds === 'changed'
			? event.compared
			: undefined
		: 'watched' in event
			? event.watched
			: undefined;

/** Members of the sandbox's records that make up their looks. */
function membersOf({ event, hints }: Stage): readonly string[] {
	const members = hints.edited ?? lookOf(event) ?? [];
	const set = (hints.looks ?? []).flatMap((row) => Object.keys(row));
	return [...new Set([...members.map((member) => member.split('.')[0]), ...set])];
}

/** How every record looks to the event, by its ID. */
export function looks(stage: Stage): ReadonlyMap<string, string> {
	const { control, collection } = stage;
	const members = membersOf(stage);
	const records = control.records(collection);
	return new Map(
		control
			.ids(collection)
			.map((id, index) => [id, JSON.stringify(members.map((member) => records[index][member]))]),
	);
}

/** Records that most writes are about. */
const FEW = 5;

/** Does something to a record of the event and gives its ID. */
export function write(stage: Stage, one: Write): string | undefined {
	const { control, collection, hints } = stage;
	const ids = control.ids(collection);
	// Mostly one of the latest, so that the same ones are written again, and go while they are read.
	const some = one.which % 3 === 0 ? ids : ids.slice(-FEW);
	const id = some[one.which % Math.max(1, some.length)];
	if (id === undefined) return undefined;
	const moment = Date.parse(control.clock({}).now);
	if (one.do === 'copy') {
		control.copy(collection, id);
		const made = control.ids(collection)[ids.length];
		if (hints.made) control.change(collection, made, hints.made(moment), { touch: false });
		hints.also?.(control, made);
		return made;
	}
	if (one.do === 'remove') {
		control.remove(collection, id);
		return id;
	}
	control.change(collection, id, hints.turned?.(moment) ?? edited(stage, id, one.which));
	hints.also?.(control, id);
	return id;
}

/** A change of what the event looks at, to what another record has there; mostly, for some edits change other things. */
function edited(stage: Stage, id: string, which: number): Row {
	const { control, collection, hints } = stage;
	const members = membersOf(stage);
	if (members.length === 0 || which % 4 === 0) return {};
	const at = control.ids(collection).indexOf(id);
	const records = control.records(collection);
	const others: Row[] = hints.looks
		? [...hints.looks]
		: members.flatMap((member) =>
				records
					.filter((record) => record[member] !== undefined)
					.map((record) => ({ [member]: record[member] })),
			);
	const isAnother = (row: Row): boolean =>
		Object.entries(row).some(([member, value]) => !isEqual(value, records[at][member]));
	const possible = uniqBy(others.filter(isAnother), (row) => JSON.stringify(row));
	return possible[which % Math.max(1, possible.length)] ?? {};
}
