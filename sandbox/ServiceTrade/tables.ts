import { pick } from 'lodash';

import { conflict, notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import { Answer } from '../core/refusal';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Show } from './briefs';
import { tradeList, type TradeListOptions } from './lists';
import { checkReferences } from './references';

/*
 * Most resources are the same five verbs over one collection, flat under a path of their own, or
 * nested under a record that they belong to. A table says what is peculiar to one; `routesOf`
 * makes its endpoints.
 */

export type Routes = Record<string, Handler>;

/** How a list answers that lacks the filter it needs: 405, 403, 404 or 400. */
export type FilterRefusal = 'wrongMethod' | 'forbidden' | 'notFound' | 'invalid';

export interface Table extends Pick<TradeListOptions, 'filters' | 'size' | 'unless' | 'rows'> {
	/** The collection. */
	readonly from: string;
	/** As the contract writes it: `/quote`. */
	readonly path: string;
	/** The placeholder of the id: `quoteId`. */
	readonly id: string;
	/** The key of the list. */
	readonly key: string;
	readonly show: Show;
	/** How a row looks in a list; as when it is read unless said. */
	readonly showInList?: Show;
	/** Throws where what the record would become is not allowed; `row` is there on a change. */
	readonly check?: (request: SandboxRequest, result: Row, row: Row | undefined) => void;
	/** What is stored of a body; the body itself unless said. */
	readonly stored?: (request: SandboxRequest, body: Row, row: Row | undefined) => Row;
	/** Done after a record was stored or changed. */
	readonly then?: (request: SandboxRequest, row: Row, isNew: boolean) => void;
	/** Collections and members that may name the record, so that it cannot be deleted. */
	readonly usedBy?: ReadonlyArray<readonly [string, string]>;
	/** Done before a record is taken away; may throw. */
	readonly before?: (request: SandboxRequest, row: Row) => void;
	/** Whether single records and what is written come without `data` around them. */
	readonly bare?: boolean;
	/** What the answer to an id that does not exist in a body is; 400 unless said. */
	readonly missing?: 'notFound';
	/** Filters of which a list needs one, and how it answers without. */
	readonly needs?: readonly [names: readonly string[], kind: FilterRefusal];
	/** What an answer to a DELETE is; 204 unless said. */
	readonly deleted?: 200;
}

/** Where a table is nested: under a record that its rows name by a member. */
export interface Nest {
	/** As the contract writes it: `/quote/{quoteId}/item`. */
	readonly path: string;
	/** The placeholder of the row's own id. */
	readonly id: string;
	readonly parent: string;
	readonly member: string;
}

type Verb = 'list' | 'read' | 'create' | 'update' | 'post' | 'delete';

/** The endpoints that a text names: `list read create update post delete`. */
export function routesOf(table: Table, verbs: string, nest?: Nest): Routes {
	const path = nest?.path ?? table.path;
	const one = `${path}/{${nest?.id ?? table.id}}`;
	const keys: Readonly<Record<Verb, string>> = {
		list: `GET ${path}`,
		read: `GET ${one}`,
		create: `POST ${path}`,
		update: `PUT ${one}`,
		post: `POST ${one}`,
		delete: `DELETE ${one}`,
	};
	return Object.fromEntries(
		(verbs.split(' ') as Verb[]).map((verb) => [keys[verb], handlerOf(table, verb, nest)]),
	);
}

/** What the path says of the record: the parent's id under the member that names it. */
function scopeOf(request: SandboxRequest, nest: Nest | undefined): Row {
	if (!nest) return {};
	const [parentId] = Object.values(request.path);
	return { [nest.member]: request.store.collection(nest.parent).require(parentId).id };
}

/** The record that the path names, within its parent. */
function rowOf(request: SandboxRequest, table: Pick<Table, 'from'>, nest: Nest | undefined): Row {
	const id = Object.values(request.path).at(-1);
	const scope = scopeOf(request, nest);
	const row = request.store.collection(table.from).require(id);
	const fits = Object.entries(scope).every(([member, value]) => row[member] === value);
	if (!fits) throw notFound(request.store.collection(table.from).noun, id);
	return row;
}

function handlerOf(table: Table, verb: Verb, nest: Nest | undefined): Handler {
	const answer = (row: Row, request: SandboxRequest) => {
		const shown = table.show(row, request);
		return table.bare ? new Answer(200, shown) : shown;
	};
	switch (verb) {
		case 'list':
			return listOf(table, nest);
		case 'read':
			return (request) => answer(rowOf(request, table, nest), request);
		case 'create':
			return (request) => answer(create(request, table, scopeOf(request, nest)), request);
		case 'update':
		case 'post':
			return (request) => answer(change(request, table, rowOf(request, table, nest)), request);
		case 'delete':
			return (request) => {
				const row = rowOf(request, table, nest);
				table.before?.(request, row);
				refuseUsed(request, row, table.usedBy ?? []);
				request.store.collection(table.from).remove(row.id);
				return table.deleted ? new Answer(table.deleted) : undefined;
			};
	}
}

function listOf(table: Table, nest: Nest | undefined): Handler {
	const list = (scope: Row) =>
		tradeList(table.from, {
			...pick(table, ['key', 'filters', 'size', 'unless']),
			rows: (request) => {
				const rows = table.rows?.(request) ?? request.store.collection(table.from).all();
				const [[member, value] = []] = Object.entries(scope);
				return member === undefined ? rows : rows.filter((row) => row[member] === value);
			},
			show: table.showInList ?? table.show,
		});
	const flat = list({});
	return (request) => {
		if (nest) return list(scopeOf(request, nest))(request);
		if (table.needs) requireFilter(request, ...table.needs);
		return flat(request);
	};
}

/** Lists that want a filter say so in different ways. */
export function requireFilter(
	{ query }: SandboxRequest,
	names: readonly string[],
	kind: FilterRefusal,
): void {
	if (!names.some((name) => query[name] !== undefined)) {
		throw new Refusal(kind, `Give one of ${names.join(', ')}`);
	}
}

/** Checks and stores a new record; `scope` is what the path says of it. */
export function create(request: SandboxRequest, table: Table, scope: Row = {}): Row {
	checkReferences(request, table.missing);
	const body = { ...request.body, ...scope };
	const result = table.stored?.(request, body, undefined) ?? body;
	table.check?.(request, result, undefined);
	const row = request.store.collection(table.from).add(result);
	table.then?.(request, row, true);
	return row;
}

/** Checks and stores a change. */
export function change(request: SandboxRequest, table: Table, row: Row): Row {
	checkReferences(request, table.missing);
	const changes = table.stored?.(request, request.body, row) ?? request.body;
	table.check?.(request, { ...row, ...changes }, row);
	request.store.collection(table.from).change(row.id, changes);
	table.then?.(request, row, false);
	return row;
}

/** A record that others name stays. */
export function refuseUsed(
	{ store }: SandboxRequest,
	row: Row,
	usedBy: ReadonlyArray<readonly [string, string]>,
): void {
	const user = usedBy.find(
		([collection, member]) => store.collection(collection).where(member, row.id).length > 0,
	);
	if (user) throw conflict(`It has associated ${user[0]}`);
}

/** Two members that only go together. */
export function together(body: Row, first: string, second: string): void {
	for (const [one, other] of [
		[first, second],
		[second, first],
	]) {
		if ((body[one] ?? null) !== null && (body[other] ?? null) === null) {
			throw wrongValue(other, `is required with ${one}`);
		}
	}
}

/** Members that a certain kind of record must have; null is none. */
export function requireMembers(row: Row, names: readonly string[]): void {
	const missing = names.find((name) => (row[name] ?? null) === null);
	if (missing !== undefined) throw wrongValue(missing, 'is required');
}

/** Members that would say the same twice, or that a kind of record cannot have. */
export function refuseMembers(row: Row, names: readonly string[], reason: string): void {
	const wrong = names.find((name) => (row[name] ?? null) !== null);
	if (wrong !== undefined) throw wrongValue(wrong, reason);
}
