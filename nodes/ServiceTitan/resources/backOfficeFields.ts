import type { IDataObject } from 'n8n-workflow';

import {
	choice,
	dateTime,
	group,
	groups,
	number,
	pick,
	select,
	text,
	type FieldOptions,
} from '../../shared/define/fields';
import { read } from '../../shared/define/operation';
import type { Picker } from '../../shared/define/picker';
import type { Route } from '../../shared/define/vendor';
import { address, ids, stampFilters, stampSort } from './fields';

/** `NeedsReview` for the vendor, which the user reads as `Needs Review`. */
export const spaced = <const V extends string>(...values: readonly V[]) =>
	values.map((value) => [value.replace(/([a-z])([A-Z])/g, '$1 $2'), value] as const);

/** Lists that the reference wants as the same parameter again and again, not with commas. */
export const repeated = { write: (values: IDataObject[string]) => values };

/** A yes or no of a row that may stay open: n8n fills every member of a row, and this one would be no. */
export const rowFlag = (options: FieldOptions = {}) =>
	choice(
		[
			['Not Given', ''],
			['No', 'false'],
			['Yes', 'true'],
		],
		{ ...options, default: '', write: (value) => value === 'true' },
	);

/** One of a fixed set in a row that may stay open. */
export const rowChoice = <const V extends string>(
	values: ReadonlyArray<readonly [name: string, value: V]>,
	options: FieldOptions = {},
) =>
	choice<V | ''>([['Not Given', ''] as readonly [string, V | ''], ...values], {
		...options,
		default: '',
	});

/** For lists whose reference says that they sort, but not by what; these are the usual three. */
export const usualSort = stampSort;

/**
 * Conditions on custom fields by name. The documents call the parameter a dictionary; how its
 * members are written is inferred from the usual way of the server's framework: `Fields[Name]=value`.
 */
export const customFieldFilters = (parameter: 'customField' | 'customFields') => ({
	customFieldValues: groups(
		{ name: text({ required: true }), value: text({ required: true }) },
		{
			as: `${parameter}.Fields`,
			write: (rows) =>
				Object.fromEntries((rows as IDataObject[]).map(({ name, value }) => [name, value])),
		},
	),
	customFieldOperator: choice(
		[
			['All of the Values', 'And'],
			['Any of the Values', 'Or'],
		],
		{ label: 'Custom Fields Match', as: `${parameter}.Operator` },
	),
});

/** Sets custom fields of one record by their names; the call could take several records. */
export const setCustomFields = (record: Picker, field?: Picker) => ({
	id: pick(record, { required: true, as: 'operations[0].objectId' }),
	// Not `customFields`: n8n would hold it against fields of that name in drop-downs of other operations.
	fields: groups(
		{
			name: field === undefined ? text({ required: true }) : select(field, { required: true }),
			value: text({ description: 'Always sent as text' }),
		},
		{ required: true, label: 'Custom Fields', as: 'operations[0].customFields' },
	),
});

/**
 * The custom fields that records of a kind can have. Read in one go and not as a list of those
 * records: Simplify would leave nothing of them but the ID.
 */
export const customFieldTypes = (request: Route, records: string) =>
	read({
		name: 'Get Custom Field Types',
		action: `Get the custom field types of ${records}`,
		request,
		query: { ...stampFilters, sort: usualSort },
		always: { query: { pageSize: 500 } },
		at: 'data',
	});

/** Lists without a call for one record give it through `ids`. `opened` shows what they hide. */
export const getThroughIds = (
	request: Route,
	record: Picker,
	action: string,
	opened: IDataObject = {},
) =>
	read({
		action,
		request,
		query: { id: pick(record, { required: true, as: 'ids' }) },
		async run({ id }, call) {
			const [found] = await call.list(request, { query: { ...opened, ids: id } }, 1);
			if (found !== undefined) return found;
			throw call.refuse(
				`ServiceTitan has no ${inSentence(record.name)} with the ID ${id}`,
				'Check the ID. A record of another tenant or environment is not found either.',
			);
		},
	});

const inSentence = (name: string): string =>
	name.replace(/\b[A-Z][a-z]+/g, (word) => word.toLowerCase());

/** Filters that nearly every list has. */
export const usualFilters = { ...stampFilters, ids, sort: stampSort };

/** Numbers of accounting batches; there is no list of batches to choose from. */
export const batch = number({ label: 'Batch ID', as: 'batchId' });

export const dateRange = { dateOnOrAfter: dateTime(), dateBefore: dateTime() };

/**
 * An address whose unit has to be sent even where there is none: the reference requires every part.
 */
export const wholeAddress = group(
	{ ...address },
	{ write: (value) => ({ unit: '', ...(value as IDataObject) }) },
);
