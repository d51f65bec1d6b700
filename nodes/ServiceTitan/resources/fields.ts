import { choice, dateTime, groups, list, number, text } from '../../shared/define/fields';

export const priority = choice(['Low', 'Normal', 'High', 'Urgent']);

export const activeFilter = choice(
	[
		['Active and Inactive', 'Any'],
		['Active Only', 'True'],
		['Inactive Only', 'False'],
	],
	{ label: 'Active', description: 'Without it only active records are returned' },
);

/** Bounds that nearly every list has: the earlier one includes its moment, the later one does not. */
export const stampFilters = {
	createdOnOrAfter: dateTime(),
	createdBefore: dateTime(),
	modifiedOnOrAfter: dateTime(),
	modifiedBefore: dateTime(),
};

export const ids = list({ label: 'IDs', description: 'Only these records, at most 50' });

/** `sort` takes a sign before the field. */
export const sortBy = (...fields: ReadonlyArray<readonly [name: string, field: string]>) =>
	choice(
		fields.flatMap(([name, field]) => [
			[`${name}, Ascending`, `+${field}`] as const,
			[`${name}, Descending`, `-${field}`] as const,
		]),
		{ label: 'Sort By', as: 'sort' },
	);

export const stampSort = sortBy(['ID', 'Id'], ['Created', 'CreatedOn'], ['Modified', 'ModifiedOn']);

export const address = {
	street: text({ required: true }),
	unit: text(),
	city: text({ required: true }),
	state: text({ required: true }),
	zip: text({ required: true, label: 'ZIP' }),
	country: text({ required: true, default: 'USA' }),
};

export const contacts = groups(
	{
		type: choice(['Email', 'Fax', 'MobilePhone', 'Phone'], { required: true }),
		value: text({ required: true, placeholder: '555-0142' }),
		memo: text(),
	},
	{ description: 'Phone numbers and email addresses' },
);

export const customFields = groups(
	{
		typeId: number({ required: true, label: 'Custom Field Type ID' }),
		value: text({ description: 'Always sent as text' }),
	},
	{ description: 'On an update the ones given here replace all that are there' },
);
