import {
	contains,
	list,
	onOrAfter,
	onOrBefore,
	pagesBy,
	type Filter,
	type Paging,
} from '../core/pieces';
import { Refusal } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';

// The reference gives sizes for lists with a limit only; this one is made up.
const UNSTATED_PAGE_SIZE = 100;

export interface PageSize {
	readonly usual: number;
	readonly largest: number;
}

/** A list stands in `data` under a key of its own, beside the page and the number of pages. */
export function pages(key: string, size?: PageSize): Paging {
	return pagesBy({
		position: { name: 'page', counts: 'pages' },
		// That a limit above the maximum is refused, not cut, is inferred.
		size: size ? { name: 'limit', ...size } : { usual: UNSTATED_PAGE_SIZE },
		answer: ({ rows, offset, size: perPage, total = 0 }) => ({
			totalPages: Math.max(1, Math.ceil(total / perPage)),
			page: offset / perPage + 1,
			[key]: rows,
		}),
	});
}

/** Both ends count. */
export const stampFilters: Readonly<Record<string, Filter>> = {
	createdAfter: onOrAfter('created'),
	createdBefore: onOrBefore('created'),
	updatedAfter: onOrAfter('updated'),
	updatedBefore: onOrBefore('updated'),
};

/** All of the tags, by their names. */
export const allTags: Filter = (value, { store }) => {
	const wanted = String(value).split(',');
	return (row) => {
		const names = ((row.tagIds ?? []) as unknown[]).map(
			(id) => store.collection('tags').get(id)?.name,
		);
		return wanted.every((name) => names.includes(name));
	};
};

/** The record that a member names passes. */
export function through(member: string, collection: string, filter: Filter): Filter {
	return (value, request) => {
		const test = filter(value, request);
		const records = request.store.collection(collection);
		return (row) => {
			const record = records.get(row[member]);
			return record !== undefined && test(record);
		};
	};
}

/** Some record that names this one passes. */
export function some(collection: string, member: string, filter: Filter): Filter {
	return (value, request) => {
		const test = filter(value, request);
		const records = request.store.collection(collection);
		return (row) => records.where(member, row.id).some(test);
	};
}

/** Whether a member is set, as a flag asks for it. */
export function isSet(member: string): Filter {
	return (wanted) => (row) => Boolean(row[member]) === wanted;
}

export const atLeast =
	(member: string): Filter =>
	(value) =>
	(row) =>
		row[member] !== null && Number(row[member]) >= Number(value);

export const atMost =
	(member: string): Filter =>
	(value) =>
	(row) =>
		row[member] !== null && Number(row[member]) <= Number(value);

export const named: Filter = contains('name');

/** A bound that leaves itself out, unlike the others; in Unix seconds. */
export function strictly(member: string, compare: (moment: number, bound: number) => boolean) {
	const filter: Filter = (value) => (row) =>
		row[member] !== null &&
		row[member] !== undefined &&
		compare(Number(row[member]), Number(value));
	return filter;
}

export interface TradeListOptions {
	/** The key of the list in `data`. */
	readonly key: string;
	readonly filters?: Readonly<Record<string, Filter>>;
	/** Only for the few lists that take a limit. */
	readonly size?: PageSize;
	readonly unless?: (request: SandboxRequest) => ((row: Row) => boolean) | undefined;
	readonly rows?: (request: SandboxRequest) => readonly Row[];
	readonly show?: (row: Row, request: SandboxRequest) => unknown;
}

export function tradeList(
	from: string,
	{ key, size, filters, ...others }: TradeListOptions,
): Handler {
	return list({
		from,
		filters: { ...stampFilters, ...filters },
		paging: pages(key, size),
		...others,
	});
}

/** Some resources answer a list that lacks its filter as one that is not there at all. */
export function needsFilter(names: readonly string[], handler: Handler): Handler {
	return (request) => {
		if (!names.some((name) => request.query[name] !== undefined)) {
			throw new Refusal('wrongMethod', `Give one of ${names.join(', ')}`);
		}
		return handler(request);
	};
}
