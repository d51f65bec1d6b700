import { orderBy } from 'lodash';

import { anything, list, type Paging } from '../core/pieces';
import type { Collection, Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { plainInstant, trueInstant } from './dates';
import { readFilter, type Property, type PropertyKind } from './odataFilter';
import { QueryRefusal } from './refusals';
import { ownSubscriber } from './signIn';

/** What a list can be filtered by, ordered by, reduced to and expanded with. */
export interface EntitySet {
	/** As `@odata.context` names it. */
	readonly name: string;
	readonly kinds: Readonly<Record<string, PropertyKind | Readonly<Record<string, PropertyKind>>>>;
	/** Other records beside it, which come only with `$expand`. */
	readonly navigation?: Readonly<Record<string, Navigation>>;
	/** How a record is shown, without its navigation. */
	readonly show: (row: Row, request: SandboxRequest) => Row;
}

/** Another record, or several, beside one. */
export interface Navigation {
	readonly of: (row: Row, request: SandboxRequest) => Row | readonly Row[] | null;
	/** Without it, it can be expanded and not filtered by. */
	readonly entity?: EntitySet;
}

const PAGE_SIZE = 50;

const OPTIONS = ['$expand', '$select', '$filter', '$orderby', '$top', '$skip', '$count'];

function readMember(row: Row, member: string, kind: PropertyKind): unknown {
	const stored = row[member];
	if (kind !== 'date') return stored;
	if (!/_?dto$/i.test(member)) return plainInstant(stored);
	return trueInstant(row[member.replace(/_?dto$/i, '')] ?? stored);
}

function findProperty(entity: EntitySet, path: string, request: SandboxRequest): Property<Row> {
	const [first, ...rest] = path.split('/');
	const kind = Object.hasOwn(entity.kinds, first) ? entity.kinds[first] : undefined;
	if (typeof kind === 'string' && rest.length === 0) {
		return { kind, read: (row) => readMember(row, first, kind) };
	}
	if (typeof kind === 'object' && rest.length === 1 && Object.hasOwn(kind, rest[0])) {
		const [member] = rest;
		return {
			kind: kind[member],
			read: (row) => readMember((row[first] ?? {}) as Row, member, kind[member]),
		};
	}
	const navigation = entity.navigation?.[first];
	if (navigation?.entity && rest.length > 0) {
		const inner = findProperty(navigation.entity, rest.join('/'), request);
		return {
			kind: inner.kind,
			read: (row) => {
				const other = navigation.of(row, request);
				return other === null || Array.isArray(other) ? null : inner.read(other as Row);
			},
		};
	}
	throw new QueryRefusal(`Could not find a property named '${path}' on type '${entity.name}'.`);
}

/** Splits at commas that stand outside parentheses. */
function splitList(text: string): string[] {
	return text
		.split(/,(?![^(]*\))/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

function selected(entity: EntitySet, shown: Row, select: unknown): Row {
	if (select === undefined) return shown;
	const names = splitList(String(select));
	const unknown = names.find(
		(name) =>
			!Object.hasOwn(entity.kinds, name) && entity.navigation?.[name] === undefined && name !== '*',
	);
	if (unknown !== undefined || names.length === 0) {
		throw new QueryRefusal(
			`Could not find a property named '${unknown ?? ''}' on '${entity.name}'.`,
		);
	}
	if (names.includes('*')) return shown;
	return Object.fromEntries(Object.entries(shown).filter(([name]) => names.includes(name)));
}

function expanded(entity: EntitySet, row: Row, expand: unknown, request: SandboxRequest): Row {
	if (expand === undefined) return {};
	return Object.fromEntries(
		splitList(String(expand)).map((part) => {
			const [, name, options = ''] = /^(\w+)(?:\((.*)\))?$/.exec(part) ?? [];
			const navigation = name === undefined ? undefined : entity.navigation?.[name];
			const [, select] = /^\$select=([\w,\s]+)$/.exec(options) ?? [];
			if (!navigation || (options !== '' && select === undefined)) {
				throw new QueryRefusal(`Could not expand '${part}' on type '${entity.name}'.`);
			}
			const one = (other: Row) => {
				const shown = navigation.entity?.show(other, request) ?? other;
				return navigation.entity ? selected(navigation.entity, shown, select) : shown;
			};
			const found = navigation.of(row, request);
			if (found === null) return [name, null];
			return [name, Array.isArray(found) ? found.map(one) : one(found as Row)];
		}),
	);
}

function shownEntity(entity: EntitySet, row: Row, request: SandboxRequest): Row {
	const { $select, $expand } = request.query;
	return {
		...selected(entity, entity.show(row, request), $select),
		...expanded(entity, row, $expand, request),
	};
}

function baseUrlOf({ credentials }: SandboxRequest): string {
	return credentials.serviceChannelApi.baseUrl;
}

function contextOf(entity: EntitySet, request: SandboxRequest): string {
	return `${baseUrlOf(request)}/odata/$metadata#${entity.name}`;
}

export const PLAIN_HTTP_PATH = '/plain-http';

/** The vendor prints an address that it then refuses, since it is not a secure one. */
function nextLink(request: SandboxRequest, offset: number): string {
	const { query, url } = request;
	const options = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		if (value !== undefined && name !== '$skip' && name !== '$top')
			options.set(name, String(value));
	}
	if (query.$top !== undefined) options.set('$top', String(Number(query.$top) - PAGE_SIZE));
	options.set('$skip', String(offset + PAGE_SIZE));
	const { origin } = new URL(baseUrlOf(request));
	return `${origin.replace('https:', 'http:')}${PLAIN_HTTP_PATH}${url}?${options.toString()}`;
}

function pages(entity: EntitySet): Paging {
	return {
		parameters: ['$top', '$skip', '$count'],
		read({ query }) {
			const { $top = PAGE_SIZE, $skip = 0, $count = false } = query;
			if (Number($top) < 0 || Number($skip) < 0) {
				throw new QueryRefusal('$top and $skip must not be negative.');
			}
			return {
				offset: Number($skip),
				size: Math.min(Number($top), PAGE_SIZE),
				total: $count === true,
			};
		},
		answer: ({ rows, offset, total, more }, request) => {
			const { $top } = request.query;
			const cut = more && ($top === undefined || Number($top) > PAGE_SIZE);
			return {
				'@odata.context': contextOf(entity, request),
				...(total === undefined ? {} : { '@odata.count': total }),
				value: rows,
				...(cut ? { '@odata.nextLink': nextLink(request, offset) } : {}),
			};
		},
	};
}

const ORDERS = new WeakMap<readonly Row[], Map<string, readonly Row[]>>();

/** Ordered once for each order until a record changes: long lists are paged through. */
function ordered(
	entity: EntitySet,
	rows: readonly Row[],
	text: string,
	request: SandboxRequest,
): readonly Row[] {
	const known = ORDERS.get(rows) ?? new Map<string, readonly Row[]>();
	ORDERS.set(rows, known);
	let order = known.get(text);
	if (!order) {
		const parts = splitList(text).map((part) => {
			const [, path, direction = 'asc'] = /^([\w/]+)(?:\s+(asc|desc))?$/.exec(part) ?? [];
			if (path === undefined) throw new QueryRefusal(`Syntax error in '${part}'.`);
			return { ...findProperty(entity, path, request), direction };
		});
		order = orderBy(
			rows,
			parts.map(({ read }) => read),
			parts.map(({ direction }) => direction as 'asc' | 'desc'),
		);
		known.set(text, order);
	}
	return order;
}

export interface EntityListOptions {
	/** The records; all of the collection unless said. */
	readonly rows?: (request: SandboxRequest, collection: Collection) => readonly Row[];
	/** Looks at the names that the filter uses: to hide records, or to refuse a list without them. */
	readonly window?: (
		names: ReadonlySet<string>,
		request: SandboxRequest,
	) => ((row: Row) => boolean) | undefined;
}

const DAY_MS = 24 * 3_600_000;
const WINDOW_DAYS = 90;
const WIDEST_WINDOW_DAYS = 365;

/** 90 days back by this date, unless the filter says otherwise, and never above 365. */
export const yearWindow =
	(member: string): NonNullable<EntityListOptions['window']> =>
	(names, { clock }) => {
		const isSaid = [...names].some((name) => name.replace(/_?dto$/i, '') === member);
		const days = isSaid ? WIDEST_WINDOW_DAYS : WINDOW_DAYS;
		const bound = new Date(clock.now() - days * DAY_MS).toISOString();
		return (row) => String(row[member]) < bound;
	};

/** An OData list of a collection. */
export function entityList(
	from: string,
	entity: EntitySet,
	{ rows, window }: EntityListOptions = {},
): Handler {
	return (request) => {
		const { query, store } = request;
		const { test = undefined, names = new Set<string>() } =
			query.$filter === undefined
				? {}
				: readFilter<Row>(String(query.$filter), (path) => findProperty(entity, path, request));
		const collection = store.collection(from);
		const beyond = window?.(names, request);
		const own = ownSubscriber(request);
		const hidden = (row: Row) =>
			beyond?.(row) === true || (own !== undefined && (row.SubscriberId ?? own) !== own);
		// Told even where no row is left to show.
		selected(entity, {}, query.$select);
		expanded({ ...entity, navigation: withoutRows(entity) }, {}, query.$expand, request);
		return list({
			from,
			filters: {
				$filter: () => test ?? (() => true),
				// Read above, or where a row is shown.
				$orderby: anything,
				$select: anything,
				$expand: anything,
			},
			rows: () => {
				if (query.$orderby === undefined) return rows?.(request, collection) ?? collection.all();
				// A new array after every change, unlike that of all records.
				const byId = rows?.(request, collection) ?? collection.sorted('Id', false);
				return ordered(entity, byId, String(query.$orderby), request);
			},
			unless: () => hidden,
			paging: pages(entity),
			show: (row) => shownEntity(entity, row, request),
		})(request);
	};
}

/** The same names, and nothing behind them. */
function withoutRows({ navigation = {} }: EntitySet): Record<string, Navigation> {
	return Object.fromEntries(
		Object.entries(navigation).map(([name, one]) => [name, { ...one, of: () => null }]),
	);
}

/** One record, bare, with its context. */
export function entity(set: EntitySet, row: (request: SandboxRequest) => Row): Handler {
	return (request) => ({
		'@odata.context': `${contextOf(set, request)}/$entity`,
		...shownEntity(set, row(request), request),
	});
}

/** The options of a list in a body, without their dollar signs, for filters too long for a query. */
export function optionsInBody(handler: Handler): Handler {
	return (request) => {
		const query = Object.fromEntries(
			Object.entries(request.body)
				.map(([name, value]) => [`$${name.toLowerCase()}`, value] as const)
				.filter(([name]) => OPTIONS.includes(name)),
		);
		return handler({
			...request,
			// Text here, a flag in the query.
			query: '$count' in query ? { ...query, $count: query.$count === 'true' } : query,
		});
	};
}
