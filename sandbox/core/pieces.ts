import { get as memberAt } from 'lodash';

import { NotBuilt, wrongValue } from './refusal';
import type { Row } from './store';
import type { Handler, SandboxRequest } from './vendor';

/** Makes the test of a row out of the value of a query parameter (typed as the contract says). */
export type Filter = (value: unknown, request: SandboxRequest) => (row: Row) => boolean;

/** Milliseconds since 1970 of ISO text or of Unix seconds. */
export function instant(value: unknown): number {
	return typeof value === 'number' ? value * 1000 : Date.parse(String(value));
}

/** The member has exactly this value; numbers and their text are the same. */
export function equals(member: string): Filter {
	return (value) => {
		const wanted = String(value);
		return (row) => String(memberAt(row, member)) === wanted;
	};
}

/** The text of the member has this in it, in any case. */
export function contains(member: string): Filter {
	return (value) => {
		const wanted = String(value).toLowerCase();
		return (row) =>
			String(memberAt(row, member) ?? '')
				.toLowerCase()
				.includes(wanted);
	};
}

/** The member is one of a list, or of a text with commas. */
export function oneOf(member: string, { most = Infinity }: { most?: number } = {}): Filter {
	return (value) => {
		const wanted = new Set(listed(value));
		if (wanted.size > most) throw wrongValue(member, `takes at most ${most} values`, 'query');
		return (row) => wanted.has(String(memberAt(row, member)));
	};
}

/** The member is a list that has one of these values in it. */
export function hasOneOf(member: string): Filter {
	return (value) => {
		const wanted = new Set(listed(value));
		return (row) => {
			const values = memberAt(row, member);
			return Array.isArray(values) && values.some((one) => wanted.has(String(one)));
		};
	};
}

function listed(value: unknown): string[] {
	return [value]
		.flat()
		.flatMap((one) => String(one).split(','))
		.map((one) => one.trim());
}

type Compare = (moment: number, bound: number) => boolean;

function time(member: string, compare: Compare, read: (value: unknown) => number): Filter {
	return (value) => {
		const bound = read(value);
		return (row) => {
			const moment = memberAt(row, member);
			return moment !== undefined && moment !== null && compare(read(moment), bound);
		};
	};
}

/** Inclusive. A row without the moment does not pass; so for the three below. */
export const onOrAfter = (member: string, read = instant): Filter =>
	time(member, (moment, bound) => moment >= bound, read);
/** Exclusive. */
export const after = (member: string, read = instant): Filter =>
	time(member, (moment, bound) => moment > bound, read);
/** Exclusive. */
export const before = (member: string, read = instant): Filter =>
	time(member, (moment, bound) => moment < bound, read);
/** Inclusive. */
export const onOrBefore = (member: string, read = instant): Filter =>
	time(member, (moment, bound) => moment <= bound, read);

/** Takes the parameter and filters nothing. Say in a comment why that is right. */
export const anything: Filter = () => () => true;

/** Which part of a list is asked for, and how the vendor hands it out. */
export interface Paging {
	/** The query or body parameters it reads. */
	readonly parameters: readonly string[];
	/** `size` may be Infinity. `total` says whether the vendor counts all matches. */
	read(request: SandboxRequest): { offset: number; size: number; total: boolean };
	answer(page: ListPage, request: SandboxRequest): unknown;
}

export interface ListPage {
	readonly rows: readonly unknown[];
	readonly offset: number;
	readonly size: number;
	readonly more: boolean;
	/** Of all that match; only where `read` asked for it. */
	readonly total: number | undefined;
}

export interface PagesOptions {
	/** The parameter that says where a page begins: a page number from 1, or records to skip. */
	readonly position: { readonly name: string; readonly counts: 'pages' | 'records' };
	readonly size: {
		/** Where the client may choose. */
		readonly name?: string;
		/** Unasked. */
		readonly usual: number;
		readonly largest?: number;
		/** What becomes of a larger one: refused unless said. */
		readonly tooLarge?: 'refused' | 'cut';
	};
	/** Where the parameters stand; `query` unless said. */
	readonly parametersIn?: 'query' | 'body';
	/** Further parameters that `total` or `answer` read. */
	readonly alsoReads?: readonly string[];
	/** Whether to count all matches; always unless said. */
	readonly total?: (request: SandboxRequest) => boolean;
	readonly answer: Paging['answer'];
}

/** Pages by number or by offset. */
export function pagesBy(options: PagesOptions): Paging {
	const { position, size: sizes, parametersIn = 'query', alsoReads = [], answer } = options;
	const { largest = Infinity, tooLarge = 'refused' } = sizes;
	const sizeNames = sizes.name === undefined ? [] : [sizes.name];
	const lowest = position.counts === 'pages' ? 1 : 0;
	return {
		parameters: [position.name, ...sizeNames, ...alsoReads],
		read(request) {
			const given = request[parametersIn];
			const start = Number(given[position.name] ?? lowest);
			if (!(start >= lowest)) {
				throw wrongValue(position.name, `must be ${lowest} or more`, parametersIn);
			}
			const asked = Number(
				(sizes.name === undefined ? undefined : given[sizes.name]) ??
					request.pageSize ??
					sizes.usual,
			);
			const size = tooLarge === 'cut' ? Math.min(asked, largest) : asked;
			if (!(size >= 1 && size <= largest)) {
				const range = largest === Infinity ? '1 or more' : `from 1 to ${largest}`;
				throw wrongValue(sizes.name ?? 'size', `must be ${range}`, parametersIn);
			}
			return {
				offset: position.counts === 'pages' ? (start - 1) * size : start,
				size,
				total: options.total?.(request) ?? true,
			};
		},
		answer,
	};
}

/** Which order is asked for; none for the stored order. */
export interface Ordering {
	readonly parameters: readonly string[];
	read(request: SandboxRequest): { member: string; descending: boolean } | undefined;
}

export interface ListOptions {
	/** The collection. */
	readonly from: string;
	/** Instead of all rows of the collection; the ordering then does not apply. */
	readonly rows?: (request: SandboxRequest) => readonly Row[];
	/** Where the parameters stand; `query` unless said. */
	readonly parametersIn?: 'query' | 'body';
	/** By parameter name. A documented parameter without a filter is answered with 501. */
	readonly filters?: Readonly<Record<string, Filter>>;
	/** What the vendor leaves out unasked, such as inactive records. */
	readonly unless?: (request: SandboxRequest) => ((row: Row) => boolean) | undefined;
	readonly ordering?: Ordering;
	/** Without it the list comes whole, as a bare array. */
	readonly paging?: Paging;
	/** How a row is shown; as it is stored unless said. */
	readonly show?: (row: Row, request: SandboxRequest) => unknown;
}

/** A list with filters, order and pages. */
export function list(options: ListOptions): Handler {
	const { from, filters = {}, ordering, paging, show, parametersIn = 'query' } = options;
	const otherParameters = new Set([...(paging?.parameters ?? []), ...(ordering?.parameters ?? [])]);

	return (request) => {
		const tests: Array<(row: Row) => boolean> = [];
		for (const [name, value] of Object.entries(request[parametersIn])) {
			if (value === undefined || otherParameters.has(name)) continue;
			const filter = filters[name];
			if (!filter) throw new NotBuilt(`The sandbox cannot filter ${from} by ${name} yet`);
			tests.push(filter(value, request));
		}
		const leftOut = options.unless?.(request);
		if (leftOut) tests.push((row) => !leftOut(row));

		const collection = request.store.collection(from);
		const order = ordering?.read(request);
		const rows =
			options.rows?.(request) ??
			(order ? collection.sorted(order.member, order.descending) : collection.all());
		const { offset, size, total } = paging?.read(request) ?? {
			offset: 0,
			size: Infinity,
			total: false,
		};

		const page = pageOf(rows, tests, offset, size, total);
		const shown = show ? page.rows.map((row) => show(row, request)) : page.rows;
		const answer = paging ? paging.answer({ ...page, rows: shown, offset, size }, request) : shown;
		request.store.listed(from);
		return answer;
	};
}

/** One walk over the rows that ends as soon as the page and what follows it are known. */
function pageOf(
	rows: readonly Row[],
	tests: ReadonlyArray<(row: Row) => boolean>,
	offset: number,
	size: number,
	count: boolean,
): { rows: readonly Row[]; more: boolean; total: number | undefined } {
	const end = offset + size;
	if (tests.length === 0) {
		return {
			rows: rows.slice(offset, end),
			more: rows.length > end,
			total: count ? rows.length : undefined,
		};
	}
	const page: Row[] = [];
	let matches = 0;
	for (const row of rows) {
		if (!tests.every((test) => test(row))) continue;
		if (matches >= offset && matches < end) page.push(row);
		matches++;
		if (!count && matches > end) break;
	}
	return { rows: page, more: matches > end, total: count ? matches : undefined };
}

interface OneOptions {
	/** The placeholder that has the id; the last one in the path unless said. */
	readonly id?: string;
	readonly show?: (row: Row, request: SandboxRequest) => unknown;
}

function idOf(request: SandboxRequest, placeholder: string | undefined): string {
	const id =
		placeholder === undefined ? Object.values(request.path).at(-1) : request.path[placeholder];
	if (id === undefined) throw new Error(`The path has no {${placeholder ?? 'id'}}`);
	return id;
}

/** One record by the id in the path, or the vendor's "not found". */
export function read(from: string, { id, show = (row) => row }: OneOptions = {}): Handler {
	return (request) => show(request.store.collection(from).require(idOf(request, id)), request);
}

/** A new record; what was sent unless `record` says otherwise. */
export function create(
	to: string,
	record: (request: SandboxRequest) => Row = ({ body }) => body,
	{ show = (row) => row }: Pick<OneOptions, 'show'> = {},
): Handler {
	return (request) => show(request.store.collection(to).add(record(request)), request);
}

/** Changes the record with the id in the path; by what was sent unless `changes` says otherwise. */
export function update(
	to: string,
	changes: (request: SandboxRequest, row: Row) => Row = ({ body }) => body,
	{ id, show = (row) => row }: OneOptions = {},
): Handler {
	return (request) => {
		const collection = request.store.collection(to);
		const key = idOf(request, id);
		return show(collection.change(key, changes(request, collection.require(key))), request);
	};
}

/** Takes the record with the id in the path away; `answer` says what comes back, nothing unless said. */
export function remove(
	from: string,
	{ id, answer = () => undefined }: { id?: string; answer?: Handler } = {},
): Handler {
	return (request) => {
		const collection = request.store.collection(from);
		const key = idOf(request, id);
		collection.require(key);
		collection.remove(key);
		return answer(request);
	};
}
