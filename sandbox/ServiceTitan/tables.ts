import { omit } from 'lodash';

import contract from '../../test/vendors/ServiceTitan/contract.json';
import {
	after,
	before,
	contains,
	equals,
	hasOneOf,
	list,
	oneOf,
	onOrAfter,
	onOrBefore,
	type Filter,
	type Ordering,
} from '../core/pieces';
import { Answer, notFound } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { customFields, externalData } from './additions';
import { answerMembers, endpointFacts, type Members } from './facts';
import {
	active,
	barePages,
	bury,
	dates,
	externalDataFilters,
	feed,
	type FeedOptions,
	ids,
	orderedBy,
	pages,
	sortedBy,
	unshown,
} from './lists';
import { shownAs } from './records';
import { requireAll, type References } from './references';

/** Makes the handler of an endpoint out of its key and of what the documents say of it. */
export type Piece = (key: string) => Handler;

/** One line an endpoint, `'GET jobs/{id}': reads('jobs')`, below the same path. */
export function routesOf(
	prefix: string,
	pieces: Readonly<Record<string, Piece>>,
): Readonly<Record<string, Handler>> {
	return Object.fromEntries(
		Object.entries(pieces).map(([line, piece]) => {
			const [method, path] = line.split(' ');
			const key = `${method} ${prefix}/${path}`;
			const handler = piece(key);
			const { status } = endpointFacts(key);
			return [
				key,
				async (request: SandboxRequest) => {
					const value: unknown = await handler(request);
					return status === undefined || value instanceof Answer
						? value
						: new Answer(status, value);
				},
			];
		}),
	);
}

/** A handler that is like no other. */
export const does =
	(handler: Handler): Piece =>
	() =>
		handler;

/** Whose records these are: the placeholder, where it points, and the member that has it. */
export interface Owner {
	readonly placeholder: string;
	/** Nothing where the placeholder is not an id of anything that is kept. */
	readonly of?: string;
	readonly member: string;
}

/** `{id}` of the collection, held by a member. */
export const owner = (of: string, member: string, placeholder = 'id'): Owner => ({
	of,
	member,
	placeholder,
});

function ownerId({ path, store }: SandboxRequest, { of, placeholder }: Owner): unknown {
	const text = path[placeholder];
	return of === undefined ? Number(text) : store.collection(of).require(text).id;
}

/** A record as that endpoint shows it. */
export type Show = (row: Row, request: SandboxRequest) => Row;

/** The documented members; external data only to those who name its application. */
function showAs(key: string, own?: Show): Show {
	const members = answerMembers(key);
	const pickMembers = shownAs(members);
	// Customers and locations show it always; there the parameter is a filter.
	const hides = members !== undefined && 'externalData' in members && !key.includes(' /crm/');
	return (row, request) => {
		const whole = own ? { ...row, ...own(row, request) } : row;
		const picked = pickMembers(whole);
		if (!hides) return picked;
		const named = request.query.externalDataApplicationGuid;
		const isOwn = named !== undefined && unshown(row).externalDataGuid === named;
		return { ...picked, externalData: isOwn ? row.externalData : [] };
	};
}

export interface ListsOptions {
	/** Filters that their names do not explain. */
	readonly filters?: Readonly<Record<string, Filter>>;
	readonly of?: Owner;
	readonly show?: Show;
	/** Where the order is asked for in another way. */
	readonly ordering?: Ordering;
	/** Fields of `sort` that are not the member of the same name. */
	readonly sort?: Readonly<Record<string, string>>;
	/** Only those rows. */
	readonly where?: (row: Row) => boolean;
	/** Which rows a request does not see. */
	readonly hides?: (request: SandboxRequest) => (row: Row) => boolean;
	/** Parameters that are written `name[key]=value` or `name.key=value`; filters get them as a record. */
	readonly open?: readonly string[];
	/** Refuses or changes nothing; for what must be asked together. */
	readonly check?: (request: SandboxRequest) => void;
}

const PAGE_PARAMETERS = ['page', 'pageSize', 'includeTotal'];

/** Words that are looked for within the record's; that the others must be equal is inferred as well. */
const LOOKED_FOR_WITHIN = ['name', 'title', 'description'];

const SUFFIXES: ReadonlyArray<[RegExp, (member: string) => Filter]> = [
	[/OnOrAfter$/, onOrAfter],
	[/OnOrBefore$/, onOrBefore],
	[/After$/, after],
	[/Before$/, before],
];

/** The filter that a parameter must be by its name and the members of the record. */
function filterOf(parameter: string, members: Members): Filter | undefined {
	const has = (name: string) => Object.hasOwn(members, name);
	if (parameter === 'ids') return ids;
	if (parameter === 'active') return active;
	if (Object.hasOwn(dates, parameter)) return dates[parameter];
	if (Object.hasOwn(externalDataFilters, parameter) && has('externalData')) {
		return externalDataOf[parameter];
	}
	if (has(parameter)) {
		if (members[parameter].startsWith('[')) return hasOneOf(parameter);
		return LOOKED_FOR_WITHIN.includes(parameter) ? contains(parameter) : equals(parameter);
	}
	for (const [suffix, filter] of SUFFIXES) {
		if (!suffix.test(parameter)) continue;
		const stem = parameter.replace(suffix, '');
		const member = [stem, `${stem}On`, `${stem}Date`, stem.replace(/s$/, '')].find(has);
		return member === undefined ? undefined : filter(member);
	}
	const member = [parameter.replace(/es$/, ''), parameter.replace(/s$/, '')].find(has);
	return member === undefined ? undefined : oneOf(member);
}

const externalDataOf: Readonly<Record<string, Filter>> = {
	...externalDataFilters,
	// Alone it only says whose external data to show.
	externalDataApplicationGuid: (guid, { query }) =>
		query.externalDataKey === undefined
			? () => true
			: (row) => unshown(row).externalDataGuid === guid,
};

function orderingOf(
	key: string,
	parameters: readonly string[],
	own: ListsOptions['sort'],
): Ordering | undefined {
	const older = parameters.includes('orderBy') ? orderedBy : undefined;
	if (parameters.includes('sort')) {
		// Where the documents name no fields these are inferred: most lists have them.
		const fields = endpointFacts(key).sort ?? ['Id', 'CreatedOn', 'ModifiedOn'];
		const memberOf = (field: string) =>
			own?.[field] ?? (field === 'ID' ? 'id' : field[0].toLowerCase() + field.slice(1));
		const newer = sortedBy(Object.fromEntries(fields.map((field) => [field, memberOf(field)])));
		if (!older) return newer;
		return {
			parameters: [...newer.parameters, ...older.parameters],
			read: (request) => newer.read(request) ?? older.read(request),
		};
	}
	return older;
}

const endpoints = new Map(
	(contract.endpoints as ReadonlyArray<{ method: string; path: string; params: object }>).map(
		({ method, path, params }) => [
			`${method} ${path}`,
			Object.entries(params as Record<string, { in: string }>)
				.filter(([, { in: part }]) => part === 'query')
				.map(([name]) => name),
		],
	),
);

/** The request with `name[key]` and `name.key` gathered under `name`. */
function collected(request: SandboxRequest, names: readonly string[]): SandboxRequest {
	const query: Row = {};
	for (const [name, value] of Object.entries(request.query)) {
		const open = names.find((one) => name.startsWith(`${one}[`) || name.startsWith(`${one}.`));
		if (open === undefined) query[name] = value;
		else {
			const key = name
				.slice(open.length)
				.replace(/\]?\./g, '.')
				.replace(/^[[.]|\]$/g, '');
			query[open] = { ...(query[open] as Row), [key]: value };
		}
	}
	return { ...request, query };
}

/** A list with every documented parameter; one that nothing explains is an error at the start. */
export function lists(from: string, options: ListsOptions = {}): Piece {
	return (key) => {
		const facts = endpointFacts(key);
		const members = answerMembers(key) ?? {};
		const parameters = endpoints.get(key) ?? [];
		const ordering = options.ordering ?? orderingOf(key, parameters, options.sort);
		const taken = [...PAGE_PARAMETERS, ...(ordering?.parameters ?? [])];
		const filters: Record<string, Filter> = {};
		for (const parameter of parameters) {
			if (taken.includes(parameter)) continue;
			const filter = options.filters?.[parameter] ?? filterOf(parameter, members);
			if (!filter) throw new Error(`No filter of ${key} is called ${parameter}`);
			filters[parameter] = filter;
		}
		const activeOnly = parameters.includes('active') && facts.activeOnly === true;
		const bare = parameters.includes('page') ? barePages : undefined;
		const { of, where, check } = options;

		return (arrived) => {
			const request = options.open ? collected(arrived, options.open) : arrived;
			check?.(request);
			const id = of && ownerId(request, of);
			return list({
				from,
				filters,
				ordering,
				paging: facts.kind === 'list' ? bare : pages,
				show: showAs(key, options.show),
				unless: () => {
					const hidden = activeOnly && request.query.active === undefined;
					const hides = options.hides?.(request);
					if (!hidden && !of && !where && !hides) return undefined;
					return (row) =>
						(hidden && row.active === false) ||
						(of !== undefined && row[of.member] !== id) ||
						(where !== undefined && !where(row)) ||
						(hides !== undefined && hides(row));
				},
			})(request);
		};
	};
}

interface OneOptions {
	/** The placeholder of the id; the last one unless said. */
	readonly id?: string;
	readonly of?: Owner;
	readonly show?: Show;
}

function one(from: string, request: SandboxRequest, { id, of }: OneOptions): Row {
	const text = id === undefined ? Object.values(request.path).at(-1) : request.path[id];
	const row = request.store.collection(from).require(text);
	if (of && row[of.member] !== ownerId(request, of)) {
		throw notFound(request.store.collection(from).noun, text);
	}
	return row;
}

/** One record by the id in the path. */
export function reads(from: string, options: OneOptions = {}): Piece {
	return (key) => {
		const show = showAs(key, options.show);
		return (request) => show(one(from, request, options), request);
	};
}

/** Whether an endpoint answers with something. */
const answers = (key: string) => endpointFacts(key).answer !== undefined;

export interface WriteOptions extends OneOptions {
	readonly references?: References;
	/** Refuses what the types alone would let pass; before anything is stored. */
	readonly check?: (request: SandboxRequest, row: Row | undefined) => void;
	/** Members of the record that come of what was sent. */
	readonly also?: (request: SandboxRequest, row: Row | undefined) => Row;
	/** Members of the body that are not stored. */
	readonly without?: readonly string[] | 'all';
	/** What else changes. */
	readonly then?: (row: Row, request: SandboxRequest) => void;
}

/** What a body stores: custom fields with their names, external data by its application. */
function stored(request: SandboxRequest, row: Row | undefined, options: WriteOptions): Row {
	const { without = [] } = options;
	const sent: Row = without === 'all' ? {} : omit(request.body, without);
	const { customFields: custom, externalData: external, ...rest } = sent;
	return {
		...rest,
		...(Array.isArray(custom) ? { customFields: customFields(custom) } : {}),
		...externalData(external, row),
		...options.also?.(request, row),
	};
}

/** A new record of what was sent. */
export function creates(to: string, options: WriteOptions = {}): Piece {
	return (key) => {
		const show = showAs(key, options.show);
		return (request) => {
			const owned = options.of ? { [options.of.member]: ownerId(request, options.of) } : {};
			requireAll(request.store, request.body, options.references);
			options.check?.(request, undefined);
			const sent = stored(request, undefined, options);
			// Null stands for "not given", and the record has what it usually has.
			const given = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
			const row = request.store.collection(to).add({ ...given, ...owned });
			options.then?.(row, request);
			return answers(key) ? show(row, request) : undefined;
		};
	};
}

/** Changes a record by what was sent. */
export function updates(to: string, options: WriteOptions = {}): Piece {
	return (key) => {
		const show = showAs(key, options.show);
		return (request) => {
			const row = one(to, request, options);
			requireAll(request.store, request.body, options.references);
			options.check?.(request, row);
			const changed = request.store.collection(to).change(row.id, stored(request, row, options));
			options.then?.(changed, request);
			return answers(key) ? show(changed, request) : undefined;
		};
	};
}

/** Changes a record by something else than what was sent. */
export function sets(
	to: string,
	changes: (request: SandboxRequest, row: Row) => Row,
	options: Omit<WriteOptions, 'also'> = {},
): Piece {
	return updates(to, {
		...options,
		also: (request, row) => changes(request, row as Row),
		without: 'all',
	});
}

/** Takes a record away; the feeds hand it out as inactive from then on. */
export function removes(
	from: string,
	options: OneOptions & { check?: (row: Row, request: SandboxRequest) => void; answer?: Show } = {},
): Piece {
	return () => (request) => {
		const row = one(from, request, options);
		options.check?.(row, request);
		bury(request.store, from, row);
		return options.answer?.(row, request);
	};
}

/** An export feed of a collection, as the documents show its records. */
export function feeds(from: string, options: FeedOptions = {}): Piece {
	return (key) => {
		const show = showAs(key, options.show);
		return feed(from, { ...options, show });
	};
}

/** The custom fields that records of a kind have, from a collection of the same name. */
export const customFieldList = (of: string): Piece =>
	lists('customFieldTypes', { where: (row) => row.of === of });
