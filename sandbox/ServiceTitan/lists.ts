import { omit } from 'lodash';

import {
	before,
	contains,
	equals,
	instant,
	list,
	oneOf,
	onOrAfter,
	pagesBy,
	type Filter,
	type Ordering,
} from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';

/** What a record knows and the vendor does not show: deletion, notes' owners, external data of jobs. */
export const UNSHOWN = 'unshown';

export function unshown(row: Row): Row {
	return (row[UNSHOWN] ?? {}) as Row;
}

export function shown(row: Row): Row {
	return omit(row, UNSHOWN);
}

const paging = (answer: Parameters<typeof pagesBy>[0]['answer']) =>
	pagesBy({
		position: { name: 'page', counts: 'pages' },
		size: { name: 'pageSize', usual: 50, largest: 5000 },
		alsoReads: ['includeTotal'],
		total: ({ query }) => query.includeTotal === true,
		answer,
	});

/** `page` from 1, `pageSize`, `includeTotal`; without the last, `totalCount` is null. */
export const pages = paging(({ rows, offset, size, more, total }) => ({
	page: offset / size + 1,
	pageSize: size,
	hasMore: more,
	totalCount: total ?? null,
	data: rows,
}));

/** The same pages as bare lists, which do not say whether there is more. */
export const barePages = paging(({ rows }) => rows);

const USUAL_SORT_FIELDS: Readonly<Record<string, string>> = {
	Id: 'id',
	CreatedOn: 'createdOn',
	ModifiedOn: 'modifiedOn',
};

/** `sort=+Field` or `-Field`. A plus that was not percent-encoded arrives as a space and is refused. */
export function sortedBy(fields: Readonly<Record<string, string>> = USUAL_SORT_FIELDS): Ordering {
	return {
		parameters: ['sort'],
		read({ query }) {
			if (query.sort === undefined) return undefined;
			const [, direction, field] = /^([+-])(\w+)$/.exec(String(query.sort)) ?? [];
			const member = field && Object.hasOwn(fields, field) ? fields[field] : undefined;
			if (member === undefined) {
				const known = Object.keys(fields).join(', ');
				throw wrongValue('sort', `must be + or - and one of ${known}`, 'query');
			}
			return { member, descending: direction === '-' };
		},
	};
}

/** The older way of job types: `orderBy=modifiedOn&orderByDirection=desc`. */
export const orderedBy: Ordering = {
	parameters: ['orderBy', 'orderByDirection'],
	read({ query }) {
		if (query.orderBy === undefined) return undefined;
		const member = String(query.orderBy).replace(/^./, (first) => first.toLowerCase());
		if (!Object.values(USUAL_SORT_FIELDS).includes(member)) {
			throw wrongValue('orderBy', 'must be id, modifiedOn or createdOn', 'query');
		}
		return { member, descending: String(query.orderByDirection ?? 'asc').startsWith('desc') };
	},
};

export const ids: Filter = oneOf('id', { most: 50 });

export const active: Filter = (value) => (row) =>
	value === 'Any' || row.active === (value === 'True');

export const dates: Readonly<Record<string, Filter>> = {
	createdOnOrAfter: onOrAfter('createdOn'),
	createdBefore: before('createdOn'),
	modifiedOnOrAfter: onOrAfter('modifiedOn'),
	modifiedBefore: before('modifiedOn'),
};

/** That text is looked for within the record's, in any case, is inferred for all but technicians. */
export const addressFilters: Readonly<Record<string, Filter>> = {
	street: contains('address.street'),
	unit: contains('address.unit'),
	city: contains('address.city'),
	state: contains('address.state'),
	zip: contains('address.zip'),
	country: contains('address.country'),
	latitude: equals('address.latitude'),
	longitude: equals('address.longitude'),
};

export const externalDataFilters: Readonly<Record<string, Filter>> = {
	externalDataApplicationGuid: (guid) => (row) => unshown(row).externalDataGuid === guid,
	externalDataKey: (key, { query }) => {
		const values = String(query.externalDataValues ?? '').split(',');
		return (row) =>
			((row.externalData ?? []) as Row[]).some(
				(one) => one.key === key && values.includes(String(one.value)),
			);
	},
	// Read together with the key above.
	externalDataValues: () => () => true,
};

export interface TitanListOptions {
	readonly filters?: Readonly<Record<string, Filter>>;
	/** Whether the vendor leaves inactive records out unasked. */
	readonly activeOnly?: boolean;
	readonly ordering?: Ordering;
	readonly show?: (row: Row, request: SandboxRequest) => unknown;
}

/** A list in the vendor's usual form: ids, dates, active, pages. */
export function titanList(
	from: string,
	{ filters, activeOnly = false, ordering, show = shown }: TitanListOptions = {},
): Handler {
	return list({
		from,
		filters: { ids, active, ...dates, ...filters },
		unless: ({ query }) =>
			activeOnly && query.active === undefined ? (row) => row.active === false : undefined,
		paging: pages,
		ordering,
		show,
	});
}

// The documents do not say how many records a feed hands out at a time.
const FEED_SIZE = 100;

interface FeedPosition {
	readonly at: number;
	readonly id: number;
}

/** `from` is a date, a token of an earlier answer, or nothing for the very beginning. */
function positionOf(from: unknown): FeedPosition {
	if (from === undefined) return { at: -Infinity, id: -Infinity };
	const text = String(from);
	if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text))) {
		return { at: Date.parse(text), id: -Infinity };
	}
	const [, at, id] = /^feed:(\d+):(\d+)$/.exec(Buffer.from(text, 'base64').toString('utf8')) ?? [];
	if (at === undefined) throw wrongValue('from', 'is neither a date nor a token', 'query');
	return { at: Number(at), id: Number(id) };
}

/** Where deleted records are kept for the feeds. */
export const DELETED = 'deletedRecords';

/** Takes a record away and keeps it for the feeds. */
export function bury(store: Store, from: string, row: Row): void {
	store.collection(from).remove(row.id);
	store.collection(DELETED).add({ collection: from, record: { ...row, active: false } });
}

export interface FeedOptions {
	readonly show?: (row: Row, request: SandboxRequest) => Row;
	/** Only those rows. */
	readonly where?: (row: Row, request: SandboxRequest) => boolean;
	/** The moment that the feed goes by; of the change unless said. */
	readonly by?: string;
}

/**
 * An export feed by the time of change: active, inactive and deleted records. Hands the last record
 * out again where recent changes are asked for, since the vendor warns of repeats there.
 */
export function feed(
	from: string,
	{ show = shown, where = () => true, by = 'modifiedOn' }: FeedOptions = {},
): Handler {
	return (request) => {
		const { query, store } = request;
		const position = positionOf(query.from);
		const repeat = query.includeRecentChanges === true;
		const key = (row: Row) => [instant(row[by]), Number(row.id)] as const;
		const follows = (row: Row) => {
			const [at, id] = key(row);
			if (at !== position.at) return at > position.at;
			return repeat ? id >= position.id : id > position.id;
		};
		const rows = everything(store, from)
			.filter((row) => follows(row) && where(row, request))
			.sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
		const page = rows.slice(0, request.pageSize ?? FEED_SIZE);
		store.listed(from);
		const last = page.at(-1);
		const [at, id] = last ? key(last) : [position.at, position.id];
		return {
			hasMore: rows.length > page.length,
			// Present even when nothing is new.
			continueFrom: Number.isFinite(id)
				? Buffer.from(`feed:${at}:${id}`).toString('base64')
				: String(query.from ?? Buffer.from('feed:0:0').toString('base64')),
			data: page.map((row) => show({ ...row, active: row.active ?? true }, request)),
		};
	};
}

/** The records of a collection and those that were deleted from it, which changed when they went. */
function everything(store: Store, from: string): Row[] {
	const gone = store.collection(DELETED).where('collection', from);
	return [
		...store.collection(from).all(),
		...gone.map(({ record, modifiedOn }) => ({ ...(record as Row), modifiedOn })),
	];
}
