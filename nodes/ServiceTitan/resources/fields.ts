import {
	choice,
	dateTime,
	flag,
	group,
	groups,
	list,
	number,
	pick,
	pickMany,
	select,
	text,
	type FieldOptions,
} from '../../shared/define/fields';
import type { Picker } from '../../shared/define/picker';
import { employee, tagType } from '../pickers';

export const priority = choice(['Low', 'Normal', 'High', 'Urgent']);

export const activeFilter = choice(
	[
		['Active and Inactive', 'Any'],
		['Active Only', 'True'],
		['Inactive Only', 'False'],
	],
	{ label: 'Active', description: 'Without it only active records are returned' },
);

/** For lists that give everything unless told otherwise, or of which the documents do not say what they give. */
export const anyActiveFilter = choice(
	[
		['Active and Inactive', 'Any'],
		['Active Only', 'True'],
		['Inactive Only', 'False'],
	],
	{ label: 'Active' },
);

/** Bounds that nearly every list has: the earlier one includes its moment, the later one does not. */
export const stampFilters = {
	createdOnOrAfter: dateTime(),
	createdBefore: dateTime(),
	modifiedOnOrAfter: dateTime(),
	modifiedBefore: dateTime(),
};

/** Of the few lists that do not know when a record changed. */
export const createdFilters = {
	createdOnOrAfter: dateTime(),
	createdBefore: dateTime(),
};

export const ids = list({ label: 'IDs', description: 'Only these records' });

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

export const name = text({ required: true });

export const address = {
	street: text({ required: true }),
	unit: text(),
	city: text({ required: true }),
	state: text({ required: true }),
	zip: text({ required: true, label: 'ZIP' }),
	country: text({ required: true, default: 'USA' }),
};

/**
 * A number among the members of a group. The editor fills those with their defaults, and a number's
 * would be 0, which would be sent; a text stays empty.
 */
export const figure = <R extends boolean = false>(
	options: FieldOptions & { readonly required?: R } = {},
) =>
	text<R>({
		...options,
		write(value) {
			const wanted = Number(value);
			if (Number.isNaN(wanted)) throw new Error(`"${String(value)}" is not a number`);
			return wanted;
		},
	});

/** Where on the map an address is, which the vendor finds out itself otherwise. */
export const mapPoint = {
	latitude: figure(),
	longitude: figure(),
};

/** An address in an update, of which the parts that are not given are taken from the record. */
const parts = {
	street: text(),
	unit: text(),
	city: text(),
	state: text(),
	zip: text({ label: 'ZIP' }),
	country: text(),
};

const partly = { label: 'Address', description: 'What is left empty stays as it is' };

/** Of customers the documents want the point on the map as well, so it has to be given where the record has none. */
export const addressChanges = group(
	{ ...parts, ...mapPoint },
	{ ...partly, description: `${partly.description}, the point on the map, too` },
);

/** For records that do not know where on the map they are. */
export const plainAddressChanges = group(parts, partly);

const contactTypes = ['Email', 'Fax', ['Mobile Phone', 'MobilePhone'], 'Phone'] as const;

export const contacts = groups(
	{
		type: choice(['Email', 'Fax', 'MobilePhone', 'Phone'], { required: true }),
		value: text({ required: true, placeholder: '555-0142' }),
		memo: text(),
	},
	{ description: 'Phone numbers and email addresses' },
);

/** One way to reach somebody. */
export const contactEntry = {
	type: choice(contactTypes, { required: true }),
	value: text({ required: true }),
	memo: text(),
};

export const contactChanges = {
	type: choice(contactTypes),
	value: text(),
	memo: text(),
};

/** Custom fields by their names, for records whose fields the account can list. */
export const customFieldsOf = (field: Picker) =>
	groups({
		typeId: select(field, { required: true, label: 'Custom Field' }),
		value: text({ description: 'Always sent as text' }),
	});

/** Custom fields of records of which no list says what fields they have; a record shows the IDs. */
export const customFields = groups({
	typeId: number({ required: true, label: 'Custom Field Type ID' }),
	value: text({ description: 'Always sent as text' }),
});

export const tagTypeIds = pickMany(tagType);

const applicationGuid = text({
	required: true,
	label: 'Application GUID',
	description: 'From the app in the developer portal; data of other apps is not touched',
});

/** Data of an outside system, kept with a record under the app's own GUID. */
export const externalData = group({
	applicationGuid,
	externalData: groups(
		{ key: text({ required: true }), value: text({ required: true }) },
		{ required: true, label: 'Entries' },
	),
});

export const externalDataChanges = group(
	{
		applicationGuid,
		externalData: groups(
			{ key: text({ required: true }), value: text() },
			{ required: true, label: 'Entries' },
		),
		patchMode: choice(['Merge', 'Replace'], {
			label: 'Mode',
			description: 'Merge adds to what is there; Replace removes every key that is not given',
		}),
	},
	{ label: 'External Data' },
);

/** External data is only in an answer where its application is named. */
export const externalDataWanted = {
	externalDataApplicationGuid: text({
		label: 'External Data Application GUID',
		description: 'To get the external data of this application',
	}),
};

export const externalDataSearch = {
	externalDataApplicationGuid: text({ label: 'External Data Application GUID' }),
	externalDataKey: text({
		description: 'To find records by external data; needs the values and the GUID too',
	}),
	externalDataValues: list({ description: 'Any of these, at most 50' }),
};

export const noteText = text({ required: true, rows: 4 });

export const pinToTop = flag({ description: 'Whether to keep the note above the others' });

/** A message that other users of the account see at the record. */
export const message = {
	body: text({ required: true, rows: 4, label: 'Message' }),
	createdByEmployeeId: pick(employee, {
		required: true,
		label: 'Author',
		description: 'Who is shown as its author',
	}),
	recipientIds: list({
		label: 'Recipient User IDs',
		write: (users) => (users as unknown[]).map(Number),
		description: 'Users who are mentioned; employees and technicians have a userId',
	}),
	parent: number({
		as: 'parentMessageId',
		label: 'Reply To Message ID',
	}),
	addParentMessageSenderToRecipients: flag({
		label: 'Add Sender of That Message',
		description: 'Whether the author of the message that is replied to becomes a recipient',
	}),
};
