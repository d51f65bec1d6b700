import {
	jsonParse,
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type INodePropertyOptions,
} from 'n8n-workflow';
import omitBy from 'lodash/omitBy';
import pickBy from 'lodash/pickBy';
import uniqBy from 'lodash/uniqBy';

import type { Field, Fields } from '../define/fields';
import { extrasName, fieldsOf, type Extras } from '../define/operation';
import type { Picker, PickerItem } from '../define/picker';
import type { Paging, Vendor } from '../define/vendor';
import { clientFor, type Client } from '../http/client';
import { joined, withAlways } from '../http/query';
import { inSentence, optionsMethod, searchMethod, titleOf } from './words';

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

function searchOf(vendor: Vendor, named: Picker): ListSearch {
	return async function search(filter, paginationToken) {
		const client = await clientFor(this, vendor);
		const picker = kindOf(this, named);
		if (picker.findOnly && !filter) return { results: [] };
		const narrowed = narrow(this, vendor, picker);
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
			const found = filter ? (picker.find?.(filter) ?? {}) : {};
			const asked = joined(vendor.api, narrowed, found);
			const request = requestFor(vendor, picker, paging, asked);
			const { records, next } = await client.page(request, paging, sent);
			return {
				results: itemsIn(records, picker),
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
			return await allRows(client, vendor, picker, narrow(this, vendor, picker));
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
		const request = { ...requestFor(vendor, picker, paging, narrowed), paging, wanted: MOST };
		const rows: PickerItem[] = [];
		for await (const page of client.pages(request)) {
			rows.push(...itemsIn(page, picker));
		}
		return uniqBy(rows, 'value');
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

const itemsIn = (records: readonly IDataObject[], { item }: Picker): PickerItem[] =>
	uniqBy(
		records.flatMap((record) => item(record) ?? []),
		'value',
	);

/** What was narrowed by a placeholder of the route goes into the path, everything else beside it. */
const requestFor = (
	{ api }: Vendor,
	{ search, at, always }: Picker,
	paging: Paging,
	asked: IDataObject,
) => {
	const inPath = (name: string): boolean => search.includes(`{${name}}`);
	const beside = omitBy(asked, (_, name) => inPath(name));
	return {
		route: search,
		at,
		path: pickBy(asked, (_, name) => inPath(name)) as { [name: string]: string | number },
		[paging.in]: withAlways(api, always, beside, Date.now()),
	};
};

const EXTRAS: readonly Extras[] = ['Additional Fields', 'Update Fields', 'Filters', 'Options'];

/** What the fields say that this picker depends on. Throws where the path of the list cannot be filled. */
function narrow(
	context: ILoadOptionsFunctions,
	{ api }: Vendor,
	{ within = {}, search }: Picker,
): IDataObject {
	let narrowed: IDataObject = {};
	for (const [field, parameter] of Object.entries(within)) {
		const value = chosenIn(context, field);
		if (typeof parameter === 'function') {
			if (value !== undefined) narrowed = joined(api, narrowed, parameter(value));
		} else if (value !== undefined) narrowed[parameter] = value;
		else if (search.includes(`{${parameter}}`)) {
			throw new NodeOperationError(context.getNode(), `Choose the ${nounOf(field)} first`, {
				description: 'It says which list this is. Otherwise give the ID.',
			});
		}
	}
	return narrowed;
}

/** The picker for the kind of record that another field says. */
function kindOf(context: ILoadOptionsFunctions, picker: Picker): Picker {
	if (picker.kinds === undefined) return picker;
	const { field, pickers } = picker.kinds;
	const kind = pickers[String(chosenIn(context, field) ?? '')];
	if (kind !== undefined) return kind;
	throw new NodeOperationError(
		context.getNode(),
		`Records of this ${nounOf(field)} cannot be listed`,
		{ description: 'Use By ID.' },
	);
}

const nounOf = (field: string): string => inSentence(titleOf(field)).replace(/ ID$/, '');

/** What a field holds, wherever in the form it stands. */
function chosenIn(context: ILoadOptionsFunctions, field: string): string | number | undefined {
	const parameters = context.getCurrentNodeParameters() ?? {};
	const places = [parameters, ...EXTRAS.map((extras) => parameters[extrasName(extras)])];
	const given = places
		.map((place) => (place as IDataObject | undefined)?.[field])
		.find((value) => value !== undefined && value !== '');
	const value =
		given !== null && typeof given === 'object' && 'value' in given ? given.value : given;
	// An expression is only known when the workflow runs, so it cannot narrow the list here.
	if (value === undefined || value === '' || String(value).startsWith('=')) return undefined;
	return value as string | number;
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
