import { pick, snakeCase, upperFirst } from 'lodash';

import { anything, equals, list, type Filter, type ListPage } from '../core/pieces';
import { Answer, notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';

const USUAL_LIMIT = 10;
// Too high a limit ends in a 500; where that begins is not said. 1000 is the sandbox's own choice.
const LARGEST_LIMIT = 1000;

// A page is also too large if too much is added to each of its records. The sandbox's own choice again:
// two kinds of additions to 100 records are fine, three are not.
const HEAVIEST_PAGE = 250;

/** How many kinds of additions to each record are asked for. */
const weightOf = (query: Row): number =>
	Object.entries(query).filter(
		([name, value]) => value === true && /^(include_|showMeta)/.test(name),
	).length;

/** A table that a list shows within its records, for the `fields` filter. */
export interface Joined {
	/** The collection that has its columns. */
	readonly collection: string;
	/** Where it stands in a shown record. */
	readonly key: string;
	/** The foreign key, which comes unasked. */
	readonly by: string;
}

export type Show = (row: Row, request: SandboxRequest) => Row;

export interface ControllerOptions {
	/** The key of a single record. */
	readonly singular: string;
	/** The collection, where it has another name than the controller. */
	readonly from?: string;
	readonly show?: Show;
	/** In lists, where that differs. */
	readonly showInList?: Show;
	readonly filters?: Readonly<Record<string, Filter>>;
	/** By table name. */
	readonly joined?: Readonly<Record<string, Joined>>;
	/** What a list leaves out unasked, the soft-deleted unless said. */
	readonly leftOut?: (row: Row) => boolean;
	/** Further things left out, by the list's own switches. */
	readonly alsoLeftOut?: (row: Row, query: Row) => boolean;
	/** App-wide records: `franchise_id` is taken and changes nothing. */
	readonly appWide?: boolean;
	/** Further members of a list's answer. */
	readonly extra?: (request: SandboxRequest) => Row;
}

/** Every franchise is 0. */
const franchise: Filter = (value, request) =>
	Number(value) === 0 ? () => true : equals('franchise_id')(value, request);

export const isDeleted = (row: Row) => row.active === false || row.active === 0;

/** `showHidden` is the older name of the same switch. */
const showsAll = ({ query }: SandboxRequest) =>
	query.showInactive === true || query.showHidden === true;

/** A list in the vendor's usual form. */
export function controllerList(controller: string, options: ControllerOptions): Handler {
	const {
		filters,
		leftOut = isDeleted,
		alsoLeftOut,
		joined = {},
		extra,
		from = controller,
	} = options;
	const answer = ({ rows, offset, size, total }: ListPage, request: SandboxRequest) => {
		// Frameworks of this kind know no page past the end; inferred.
		if (rows.length === 0 && offset > 0) throw notFound('Page', offset / size + 1);
		const asked = request.query.fields;
		const fields = asked === undefined ? undefined : fieldsOf(asked, request.store);
		return {
			[controller]: fields ? (rows as Row[]).map(fields.pick) : rows,
			total,
			page: offset / size + 1,
			limit: size,
			...(fields && { fields: fields.accepted }),
			...extra?.(request),
		};
	};
	return list({
		from,
		filters: {
			franchise_id: options.appWide ? anything : franchise,
			// Read by what is left out, and by the answer.
			showInactive: anything,
			showHidden: anything,
			fields: anything,
			...filters,
		},
		unless: (request) => {
			const all = showsAll(request);
			return (row) => (!all && leftOut(row)) || alsoLeftOut?.(row, request.query) === true;
		},
		paging: { parameters: ['page', 'limit'], read: readPage, answer },
		show: options.showInList ?? options.show,
	});

	/** Which columns of which tables are to be shown; those it does not know are passed over. */
	function fieldsOf(text: unknown, store: Store): { accepted: Row; pick: (row: Row) => Row } {
		const asked = tablesIn(text);
		const columns = (table: string, collection: string): string[] => {
			const known = Object.keys(store.collection(collection).all()[0] ?? {});
			const names = asked[table] ?? [];
			return names.includes('*') ? known : names.filter((name) => known.includes(name));
		};
		const table = snakeCase(controller);
		const own = columns(table, from);
		const others = Object.entries(joined)
			.map(([name, join]) => ({ name, ...join, columns: columns(name, join.collection) }))
			.filter((other) => other.columns.length > 0);
		const accepted = Object.fromEntries(
			[{ name: table, columns: own }, ...others]
				.filter((one) => one.columns.length > 0)
				.map((one) => [upperFirst(tableClass(one.name)), one.columns]),
		);
		const keys = others.map(({ by }) => by);
		return {
			accepted,
			pick: (row) => ({
				...pick(row, [...own, ...keys]),
				...Object.fromEntries(
					others.map(({ key, columns: some }) => [
						key,
						row[key] ? pick(row[key] as Row, some) : (row[key] ?? null),
					]),
				),
			}),
		};
	}
}

/** `invoices_campaigns` as `invoicesCampaigns` */
function tableClass(table: string): string {
	return table.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function tablesIn(text: unknown): Readonly<Record<string, readonly string[] | undefined>> {
	const wanted = parsed(String(text));
	const isTables =
		typeof wanted === 'object' &&
		wanted !== null &&
		!Array.isArray(wanted) &&
		Object.values(wanted).every(
			(columns) => Array.isArray(columns) && columns.every((column) => typeof column === 'string'),
		);
	if (!isTables) {
		throw wrongValue('fields', 'must be JSON text of lists of columns by table', 'query');
	}
	return wanted as Record<string, string[]>;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function readPage({ query }: SandboxRequest): { offset: number; size: number; total: boolean } {
	const { page = 1, limit = USUAL_LIMIT } = query;
	if (Number(page) < 1) throw wrongValue('page', 'must be 1 or more', 'query');
	if (Number(limit) < 1) throw wrongValue('limit', 'must be 1 or more', 'query');
	if (Number(limit) > LARGEST_LIMIT || weightOf(query) * Number(limit) > HEAVIEST_PAGE) {
		throw new Refusal('failed', 'An internal error has occurred');
	}
	return { offset: (Number(page) - 1) * Number(limit), size: Number(limit), total: true };
}

/**
 * The record with the id in the path. One that was deleted is as good as gone: public forks of the
 * vendor's framework plug-in filter on every read; inferred for this service.
 */
export function wanted(
	controller: string,
	{ store, path }: SandboxRequest,
	gone: (row: Row) => boolean = isDeleted,
): Row {
	const collection = store.collection(controller);
	const row = collection.require(path.id);
	if (gone(row)) throw notFound(collection.noun, path.id);
	return row;
}

/** Created records come with 201; that 200, 201 and 204 occur is all the document says. */
export const created = (value: unknown) => new Answer(201, value);

/** `GET /x` and `GET /x/{id}`. */
export function readRoutes(
	controller: string,
	options: ControllerOptions,
): Readonly<Record<string, Handler>> {
	const { singular, show = (row: Row) => row } = options;
	return {
		[`GET /${controller}`]: controllerList(controller, options),
		[`GET /${controller}/{id}`]: (request) => ({
			[singular]: show(wanted(controller, request), request),
		}),
	};
}

export interface WriteOptions {
	/** Turns what was sent into members of the record; refuses what cannot be. */
	readonly members?: (body: Row, request: SandboxRequest, row: Row | undefined) => Row;
}

/** The five usual routes. PATCH and PUT are the same: members that are not sent stay. */
export function allRoutes(
	controller: string,
	options: ControllerOptions & WriteOptions,
): Readonly<Record<string, Handler>> {
	const { singular, show = (row: Row) => row, members = (body: Row) => body } = options;
	const change: Handler = (request) => {
		const row = wanted(controller, request);
		const changes = members(request.body, request, row);
		return {
			[singular]: show(request.store.collection(controller).change(row.id, changes), request),
		};
	};
	return {
		...readRoutes(controller, options),
		[`POST /${controller}`]: (request) => {
			const row = request.store
				.collection(controller)
				.add(members(request.body, request, undefined));
			return created({ [singular]: show(row, request) });
		},
		[`PATCH /${controller}/{id}`]: change,
		[`PUT /${controller}/{id}`]: change,
		[`DELETE /${controller}/{id}`]: (request) => {
			const row = wanted(controller, request);
			request.store.collection(controller).change(row.id, { active: false });
			return { [singular]: show(row, request) };
		},
	};
}

/** A reference to a record that has to be there. */
export function requireReference(store: Store, collection: string, name: string, id: unknown): Row {
	const row = store.collection(collection).get(id);
	if (!row || isDeleted(row)) throw wrongValue(name, `${String(id)} does not exist`);
	return row;
}
