import { isEqual, omit, pick, uniq } from 'lodash';

import { anything, contains, equals, list, pagesBy, type Filter } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { keyOf, organizationFor } from './keys';
import { dayWindow, padding } from './times';

/** Neither creation nor change of a contact is ever shown. */
export const UNSHOWN = ['CreatedAt', 'UpdatedAt'];

/** Phones come back as bare digits. */
export const bareDigits = (phone: unknown) => String(phone ?? '').replace(/\D/g, '');

export const usualContact = (row: Row): Row => ({
	OrganizationId: 101,
	Name: '',
	FirstName: String(row.Name ?? '').split(' ')[0],
	Phone: '',
	AltPhone: '',
	Email: '',
	Address1: '',
	Address2: '',
	City: '',
	State: '',
	Zip: '',
	Company: '',
	Category: 'Lead',
	Channel: '',
	Campaign: '',
	LeadSource: '',
	LocationID: '',
	// 32 hex characters.
	Hash: Number(row.Id).toString(16).padStart(32, '0'),
	DoNotText: false,
	DoNotEmail: false,
	UtmSource: '',
	UtmMedium: '',
	UtmCampaign: '',
	DigitalTrackingId: '',
	Tags: [],
	CustomFields: [],
});

function shownContact(row: Row, { store }: SandboxRequest): Row {
	const values = row.CustomFields as Row[];
	const notes = store.collection('notes').where('ContactId', row.Id);
	return {
		...omit(row, [...UNSHOWN, 'DigitalTrackingId', 'Tags']),
		Notes: notes.map((note) => omit(note, 'ContactId')),
		CustomFields: values.map(({ Name, Value }) => {
			const field = store.collection('customFields').where('Name', Name)[0];
			return { ...pick(field, ['Id', 'Name', 'Shortcode']), Value, Type: field?.Type };
		}),
		OpenInvoices: [],
		OpenProposals: [],
	};
}

/** The contact within an appointment; its custom fields stay null. */
export function contactInAppointment(row: Row | undefined): Row | null {
	if (!row) return null;
	const members = ['OrganizationId', 'Name', 'Phone', 'Email', 'Address1', 'City', 'State', 'Zip'];
	return { ...pick(row, [...members, 'Channel', 'Campaign']), CustomFields: null };
}

const sameText = (one: unknown, other: unknown) =>
	String(one ?? '').toLowerCase() === String(other ?? '').toLowerCase();

/** The contact that a new one is merged into, by the setting of the key. */
export function mergedInto(request: SandboxRequest, contact: Row): Row | undefined {
	const mode = keyOf(request)?.MergeOn;
	if (mode === 'None') return undefined;
	return request.store
		.collection('contacts')
		.all()
		.find(
			(row) =>
				row.OrganizationId === contact.OrganizationId &&
				sameText(row.Name, contact.Name) &&
				(mode === 'Name' ||
					(sameText(row.Email, contact.Email) &&
						isEqual(bareDigits(row.Phone), bareDigits(contact.Phone)))),
		);
}

/** Notes are kept apart and shown within their contact, without author and date. */
export function addNotes(store: Store, contactId: unknown, notes: readonly Row[]): void {
	for (const { Title = '', Body } of notes) {
		store.collection('notes').add({ ContactId: contactId, Title, Body, Private: false });
	}
}

/** Adds a contact, or merges what was given into the one it is taken for. */
export function addOrUpdate(request: SandboxRequest, given: Row): Row {
	const { store } = request;
	const contacts = store.collection('contacts');
	const { Notes: notes = [], ...members } = given;
	const contact: Row = { ...members, OrganizationId: organizationFor(request, given) };
	for (const name of ['Phone', 'AltPhone']) {
		if (contact[name] !== undefined) contact[name] = bareDigits(contact[name]);
	}
	const existing = mergedInto(request, contact);
	const fields = (contact.CustomFields ?? []) as Row[];
	for (const { Name } of fields) {
		// That an unknown name is an error is inferred: it is said only that names address fields.
		if (store.collection('customFields').where('Name', Name).length === 0) {
			throw wrongValue('CustomFields', `has no field named "${String(Name)}"`);
		}
	}
	const names = fields.map(({ Name }) => Name);
	const others = ((existing?.CustomFields ?? []) as Row[]).filter(
		({ Name }) => !names.includes(Name),
	);
	const whole = {
		...contact,
		CustomFields: [...others, ...fields],
		Tags: uniq([...((existing?.Tags ?? []) as string[]), ...((contact.Tags ?? []) as string[])]),
	};
	const row = existing ? contacts.change(existing.Id, whole) : contacts.add(whole);
	addNotes(store, row.Id, notes as Row[]);
	return row;
}

const addUpdate: Handler = (request) => {
	const given = request.body.Matches as Row[];
	if (given.length === 0) throw wrongValue('Matches', 'needs a contact');
	return {
		Matches: given.map((one) => ({
			...one,
			...pick(addOrUpdate(request, one), ['Id', 'OrganizationId']),
		})),
	};
};

const unlessEmpty =
	(filter: Filter): Filter =>
	(value, request) =>
		value === '' ? () => true : filter(value, request);

const phone: Filter = (value) => {
	const wanted = bareDigits(value);
	return (row) => [row.Phone, row.AltPhone].some((one) => bareDigits(one).includes(wanted));
};

const locate = list({
	from: 'contacts',
	parametersIn: 'body',
	filters: {
		...padding,
		NameSearch: unlessEmpty(contains('Name')),
		PhoneSearch: unlessEmpty(phone),
		EmailSearch: unlessEmpty(contains('Email')),
		AddressSearch: unlessEmpty(contains('Address1')),
		IdSearch: unlessEmpty(equals('Id')),
		DigitalTrackingIdSearch: unlessEmpty(equals('DigitalTrackingId')),
		...dayWindow('CreatedAt', 'CreatedFrom', 'CreatedThrough'),
		// What they mean in a search is not documented; no payments are kept here.
		DistributeLead: anything,
		ReturnPmtOnFile: anything,
		// Vendor examples send it empty.
		Matches: anything,
	},
	unless: (request) => {
		const key = keyOf(request);
		if (key?.Scope === 'Brand') return undefined;
		return (row) => row.OrganizationId !== key?.OrganizationId;
	},
	paging: pagesBy({
		parametersIn: 'body',
		position: { name: 'Skip', counts: 'records' },
		// How many come unasked is not documented: 100 is the sandbox's choice.
		size: { name: 'Limit', usual: 100 },
		total: () => false,
		answer: ({ rows }) => ({ Matches: rows }),
	}),
	show: shownContact,
});

function requireContact(store: Store, id: unknown): Row {
	return store.collection('contacts').require(id);
}

/** Known by name only; that the members of the contact stand in the answer itself is inferred. */
const getContact: Handler = (request) =>
	shownContact(requireContact(request.store, request.body.ContactId), request);

/** Title and body sent flat are taken, answered with 0 and lost. */
const addNote: Handler = ({ store, body }) => {
	const contact = requireContact(store, body.ContactId);
	if (body.Note !== undefined) addNotes(store, contact.Id, [body.Note as Row]);
	return {};
};

const addTags: Handler = ({ store, body }) => {
	const contact = requireContact(store, body.ContactId);
	const names = (body.TagList as Row[]).map(({ Name }) => Name);
	store.collection('contacts').change(contact.Id, {
		Tags: uniq([...(contact.Tags as unknown[]), ...names]),
	});
	return {};
};

const listTags: Handler = ({ store, body }) => ({
	TagList: (requireContact(store, body.ContactId).Tags as unknown[]).map((Name) => ({ Name })),
});

export const contactRoutes: Readonly<Record<string, Handler>> = {
	'POST /contacts/addupdate': addUpdate,
	'POST /contacts/locate': locate,
	'POST /contacts/get': getContact,
	'POST /contacts/addnote': addNote,
	'POST /contacts/addtags': addTags,
	'POST /contacts/listtags': listTags,
};

export const contactStructures = {
	'POST /contacts/addupdate': {
		'Matches[].Tags': { in: 'body', type: 'array of string' },
		'Matches[].CustomFields[].Name': { in: 'body', type: 'string', required: true },
		// Text even for numbers.
		'Matches[].CustomFields[].Value': { in: 'body', type: 'string', required: true },
		'Matches[].Notes[].Body': { in: 'body', type: 'string', required: true },
	},
	'POST /contacts/addtags': {
		'TagList[].Name': { in: 'body', type: 'string', required: true },
	},
	'POST /contacts/addnote': {
		Note: { in: 'body', type: 'object' },
		Title: { in: 'body', type: 'string' },
		Body: { in: 'body', type: 'string' },
	},
} as const;
