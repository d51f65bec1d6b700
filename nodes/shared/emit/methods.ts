import {
	jsonParse,
	NodeApiError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';

import type { Field, Fields } from '../define/fields';
import { extrasName, fieldsOf, type Extras } from '../define/operation';
import type { Picker, PickerItem } from '../define/picker';
import type { Paging, Vendor } from '../define/vendor';
import { clientFor, type Client } from '../http/client';
import { optionsMethod, searchMethod } from './words';

type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

export interface Methods {
	listSearch: { [name: string]: ListSearch };
	loadOptions: { [name: string]: LoadOptions };
}

/** Rows that a picker shows before the user scrolls. */
const SHOWN = 50;

/** Rows read at the most for a list that is filtered here, or that n8n wants whole. */
const MOST = 2_000;

/** Milliseconds for which such rows are kept. */
const KEPT = 60_000;

const rowsKept = new Map<
	string,
	{ readonly until: number; readonly rows: Promise<PickerItem[]> }
>();

/** The search and the dropdown behind each picker that any of the given fields uses. */
export function methodsOf(
	vendor: Vendor,
	fieldSets: readonly Fields[] = everyField(vendor),
): Methods {
	const methods: Methods = { listSearch: {}, loadOptions: {} };
	const add = ({ kind, picker, fields }: Field): void => {
		if (picker !== undefined && kind === 'picker') {
			methods.listSearch[searchMethod(picker.value)] = searchOf(vendor, picker);
		} else if (picker !== undefined) {
			methods.loadOptions[optionsMethod(picker.value)] = optionsOf(vendor, picker);
		}
		Object.values(fields ?? {}).forEach(add);
	};
	fieldSets.flatMap((fields) => Object.values(fields)).forEach(add);
	return methods;
}

const everyField = ({ resources }: Vendor): Fields[] =>
	resources.flatMap(({ operations }) => Object.values(operations).map(fieldsOf));

function searchOf(vendor: Vendor, picker: Picker): ListSearch {
	return async function search(filter, paginationToken) {
		const client = await clientFor(this, vendor);
		const narrowed = narrow(this, picker);
		try {
			if (filter && picker.find === undefined) {
				const wanted = filter.toLowerCase();
				const rows = await allRows(client, vendor, picker, narrowed);
				return { results: rows.filter(({ name }) => name.toLowerCase().includes(wanted)) };
			}
			const paging = picker.paging ?? vendor.api.paging;
			const sent =
				paginationToken === undefined
					? paging.first(Math.min(SHOWN, paging.largest), false)
					: jsonParse<IDataObject>(paginationToken);
			const asked = { ...narrowed, ...(filter && picker.find?.(filter)) };
			const { records, next } = await client.page(requestFor(picker, paging, asked), paging, sent);
			return {
				results: records.flatMap((record) => picker.item(record) ?? []),
				...(next !== undefined && { paginationToken: JSON.stringify(next) }),
			};
		} catch (error) {
			throw advised(error, 'By ID');
		}
	};
}

function optionsOf(vendor: Vendor, picker: Picker): LoadOptions {
	return async function list() {
		const client = await clientFor(this, vendor);
		try {
			return await allRows(client, vendor, picker, narrow(this, picker));
		} catch (error) {
			throw advised(error, 'an expression with the ID');
		}
	};
}

/** All rows of a list, read once and kept for a minute for everybody with the same account. */
async function allRows(
	client: Client,
	vendor: Vendor,
	picker: Picker,
	narrowed: IDataObject,
): Promise<PickerItem[]> {
	const key = JSON.stringify([client.account, picker.value, narrowed]);
	const now = Date.now();
	for (const [old, { until }] of rowsKept) if (until <= now) rowsKept.delete(old);
	const kept = rowsKept.get(key);
	if (kept !== undefined) return await kept.rows;
	const read = async (): Promise<PickerItem[]> => {
		const paging = picker.paging ?? vendor.api.paging;
		const request = { ...requestFor(picker, paging, narrowed), paging, wanted: MOST };
		const rows: PickerItem[] = [];
		for await (const page of client.pages(request)) {
			rows.push(...page.flatMap((record) => picker.item(record) ?? []));
		}
		return rows;
	};
	const rows = read();
	rowsKept.set(key, { until: now + KEPT, rows });
	try {
		return await rows;
	} catch (error) {
		rowsKept.delete(key);
		throw advised(error);
	}
}

const requestFor = (picker: Picker, paging: Paging, asked: IDataObject) => ({
	route: picker.search,
	at: picker.at,
	[paging.in]: { ...picker.always, ...asked },
});

const EXTRAS: readonly Extras[] = ['Additional Fields', 'Update Fields', 'Filters', 'Options'];

/** What the fields say that this picker depends on, wherever in the form they stand. */
function narrow(context: ILoadOptionsFunctions, { within = {} }: Picker): IDataObject {
	const narrowed: IDataObject = {};
	const parameters = context.getCurrentNodeParameters() ?? {};
	for (const [field, parameter] of Object.entries(within)) {
		const places = [parameters, ...EXTRAS.map((extras) => parameters[extrasName(extras)])];
		const given = places
			.map((place) => (place as IDataObject | undefined)?.[field])
			.find((value) => value !== undefined && value !== '');
		const value =
			given !== null && typeof given === 'object' && 'value' in given ? given.value : given;
		// An expression is only known when the workflow runs, so it cannot narrow the list here.
		if (value === undefined || value === '' || String(value).startsWith('=')) continue;
		narrowed[parameter] = value as string | number;
	}
	return narrowed;
}

/** A search that was refused still leaves the way by ID. */
function advised(error: unknown, way?: string): Error {
	if (!(error instanceof Error)) return new Error(String(error));
	if (way !== undefined && error instanceof NodeApiError) {
		const already = error.description ? `${error.description}\n` : '';
		error.description = `${already}Where the list cannot be read, use ${way}.`;
	}
	return error;
}
