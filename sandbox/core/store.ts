import { orderBy } from 'lodash';
import { DateTime } from 'luxon';

import type { Clock } from './clock';
import { notFound } from './refusal';

/** One record of a vendor, in the vendor's own shape. */
export type Row = Record<string, unknown>;

/** How a vendor writes a moment, and how it is read back into milliseconds since 1970. */
export interface StampFormat {
	write(milliseconds: number): unknown;
	read(value: unknown): number;
}

/** `2026-03-01T08:30:00.000Z` */
export const isoUtc: StampFormat = {
	write: (milliseconds) => new Date(milliseconds).toISOString(),
	read: (value) => Date.parse(String(value)),
};

/** Whole seconds since 1970. */
export const unixSeconds: StampFormat = {
	write: (milliseconds) => Math.floor(milliseconds / 1000),
	read: (value) => Number(value) * 1000,
};

/** Text in a pattern of Luxon's (`yyyy-MM-dd HH:mm:ss`), in an IANA time zone. */
export function localText(pattern: string, zone: string): StampFormat {
	return {
		write: (milliseconds) => DateTime.fromMillis(milliseconds, { zone }).toFormat(pattern),
		read: (value) => DateTime.fromFormat(String(value), pattern, { zone }).toMillis(),
	};
}

export interface CollectionDefinition {
	/** What the vendor calls one of them; stands in its "not found". */
	readonly noun: string;
	/** The member that holds the id; `id` unless said. */
	readonly id?: string;
	/** 1 unless said. */
	readonly firstId?: number;
	/** How a running number becomes an id; the number itself unless said. */
	readonly writeId?: (number: number) => unknown;
	/** Members that every record has; given to a new one where it lacks them. */
	readonly usual?: (row: Row) => Row;
	/** Members that the store fills: on creation, and on every change. */
	readonly stamps?: {
		readonly created?: string;
		readonly modified?: string;
		/** ISO in UTC unless said. */
		readonly format?: StampFormat;
	};
}

export interface Collection {
	readonly noun: string;
	readonly size: number;
	/** Gives the record an id and its stamps where it has none. `front` puts it before all others. */
	add(record: Row, options?: { front?: boolean }): Row;
	/** Another record like this one, made now. */
	copy(id: unknown): Row;
	ids(): string[];
	get(id: unknown): Row | undefined;
	/** The record, or the vendor's "not found". */
	require(id: unknown): Row;
	/** Merges top-level members; the stamp of the change moves unless `touch` is false. */
	change(id: unknown, changes: Row, options?: { touch?: boolean }): Row;
	remove(id: unknown): boolean;
	/** Every record in stored order. Kept between calls: do not alter the array. */
	all(): readonly Row[];
	/** Every record by one member. Kept until the next change: do not alter the array. */
	sorted(member: string, descending: boolean): readonly Row[];
	/** The records whose member has this value. Looked up, not searched. */
	where(member: string, value: unknown): readonly Row[];
	clear(): void;
	/** Remembers every record as it is now. */
	keep(): void;
	/** Brings back what was kept, when it is next looked at. */
	restore(): void;
}

/** The collections of one vendor by name. */
export interface Store {
	collection(name: string): Collection;
	readonly names: readonly string[];
	clear(): void;
	/** Remembers every record as it is at a moment, in milliseconds since 1970. */
	keep(moment: number): void;
	/** Brings back what was kept at this moment; false where nothing was. */
	restore(moment: number): boolean;
	/** Said by a list each time it has given out a page; see `shiftPages`. */
	listed(name: string): void;
}

/**
 * The given record with the usual members. Written into the usual object, whose shape all records
 * share: the other way round a record takes three times the memory.
 */
function completed(given: Row, usual: Row): Row {
	for (const [member, value] of Object.entries(given)) {
		if (value !== undefined) usual[member] = value;
	}
	return usual;
}

function createCollection(definition: CollectionDefinition, clock: Clock): Collection {
	const {
		noun,
		id: idMember = 'id',
		firstId = 1,
		writeId = (number) => number,
		usual,
	} = definition;
	const { created, modified, format = isoUtc } = definition.stamps ?? {};

	// Records are changed in place, so that the arrays below outlive a change of a record.
	let awake = new Map<string, Row>();
	let kept: ReadonlyMap<string, Row> = new Map();
	let keptNumber = firstId;
	// Most collections are not looked at between two resets, so what was kept is copied only then.
	let asleep = false;
	let front: Row[] = [];
	let nextNumber = firstId;
	let everything: readonly Row[] | undefined;
	const orders = new Map<string, readonly Row[]>();
	const groups = new Map<string, Map<unknown, Row[]>>();

	function forgetOrders(): void {
		orders.clear();
		groups.clear();
	}

	function forgetAll(): void {
		everything = undefined;
		forgetOrders();
	}

	function rows(): Map<string, Row> {
		if (asleep) awake = structuredClone(kept) as Map<string, Row>;
		asleep = false;
		return awake;
	}

	function freshId(): unknown {
		let id = writeId(nextNumber++);
		while (rows().has(String(id))) id = writeId(nextNumber++);
		return id;
	}

	const collection: Collection = {
		noun,
		get size() {
			return rows().size;
		},
		add(record, options = {}) {
			const given: Row = { [idMember]: undefined, ...record };
			given[idMember] ??= freshId();
			const key = String(given[idMember]);
			if (rows().has(key)) throw new Error(`There is already a ${noun} ${key}`);
			for (const stamp of [created, modified]) {
				if (stamp !== undefined) given[stamp] ??= format.write(clock.now());
			}
			const row = usual ? completed(given, usual(given)) : given;
			rows().set(key, row);
			if (options.front) front.unshift(row);
			forgetAll();
			return row;
		},
		ids: () => [...rows().keys()],
		copy(id) {
			const alike = structuredClone(collection.require(id));
			for (const own of [idMember, created, modified]) if (own !== undefined) delete alike[own];
			return collection.add(alike);
		},
		get: (id) => rows().get(String(id)),
		require(id) {
			const row = rows().get(String(id));
			if (!row) throw notFound(noun, id);
			return row;
		},
		change(id, changes, { touch = true } = {}) {
			const row = collection.require(id);
			Object.assign(row, changes);
			if (touch && modified !== undefined && changes[modified] === undefined) {
				row[modified] = format.write(clock.now());
			}
			forgetOrders();
			return row;
		},
		remove(id) {
			const row = rows().get(String(id));
			if (!row) return false;
			rows().delete(String(id));
			front = front.filter((other) => other !== row);
			forgetAll();
			return true;
		},
		all() {
			if (!everything) {
				const first = new Set(front);
				everything =
					first.size === 0
						? [...rows().values()]
						: [...front, ...[...rows().values()].filter((row) => !first.has(row))];
			}
			return everything;
		},
		sorted(member, descending) {
			const key = `${descending ? '-' : '+'}${member}`;
			let order = orders.get(key);
			if (!order) {
				order = orderBy(collection.all(), member, descending ? 'desc' : 'asc');
				orders.set(key, order);
			}
			return order;
		},
		where(member, value) {
			let group = groups.get(member);
			if (!group) {
				group = new Map();
				for (const row of collection.all()) {
					const found = group.get(row[member]);
					if (found) found.push(row);
					else group.set(row[member], [row]);
				}
				groups.set(member, group);
			}
			return group.get(value) ?? [];
		},
		clear() {
			awake = new Map();
			asleep = false;
			front = [];
			nextNumber = firstId;
			forgetAll();
		},
		keep() {
			kept = structuredClone(rows());
			keptNumber = nextNumber;
		},
		restore() {
			collection.clear();
			asleep = true;
			nextNumber = keptNumber;
		},
	};
	return collection;
}

export function createStore(
	definitions: Readonly<Record<string, CollectionDefinition>>,
	clock: Clock,
	listed: (name: string) => void,
): Store {
	const collections = new Map(
		Object.entries(definitions).map(([name, definition]) => [
			name,
			createCollection(definition, clock),
		]),
	);
	let keptAt: number | undefined;
	return {
		collection(name) {
			const collection = collections.get(name);
			if (!collection) throw new Error(`There is no collection "${name}"`);
			return collection;
		},
		names: [...collections.keys()],
		clear() {
			for (const collection of collections.values()) collection.clear();
		},
		keep(moment) {
			for (const collection of collections.values()) collection.keep();
			keptAt = moment;
		},
		restore(moment) {
			if (moment !== keptAt) return false;
			for (const collection of collections.values()) collection.restore();
			return true;
		},
		listed,
	};
}
