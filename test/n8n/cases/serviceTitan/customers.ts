import { values } from '../../workflow';
import { has, type Case } from '../case';
import { deletes, does, exactly, feeds, first, lists, picked, record, several } from './build';

const place = {
	street: '3 Thimble Court',
	city: 'Maplewick',
	state: 'OH',
	zip: '00012',
	country: 'USA',
};
const newcomer = {
	name: 'Barnaby Thistlewood',
	address: values(place),
	locations: values([{ name: 'Thistlewood barn', ...place }]),
};
const id = picked('customer.create');
const locationId = picked('location.create');
const contactId = picked('contact.create');
const tag = (operation: string, owner: ReturnType<typeof picked>) =>
	does(operation, { id: owner, tagTypeId: picked('tagType.getAll') });
const field = (name: string) => ({
	customFields: values([{ typeId: first(name), value: 'Behind the gate' }]),
});
const externalData = values({
	applicationGuid: '0c6b4b1e-31de-4a63-9b8e-2d0d6f1a7c55',
	externalData: values([{ key: 'ref', value: 'B-12' }]),
});

/** Who is worked for, and where; the customer of the first cases is there already. */
export const customerCases: readonly Case[] = [
	lists('tagType.getAll', { filters: { active: 'True' } }),
	feeds('tagType.export'),
	lists('customer.getCustomFields'),
	lists('location.getCustomFields'),
	record(
		'customer.update',
		{
			id,
			updateFields: {
				...field('customer.getCustomFields'),
				address: values({ unit: 'B', latitude: '40.1', longitude: '-82.9' }),
				tagTypeIds: several('tagType.getAll'),
				keepOthers: true,
				externalData,
			},
		},
		([{ address }]) =>
			JSON.stringify(address).includes('12 Ladle Lane') ? undefined : 'the street is gone',
	),
	record('customer.findOrCreate', {
		...newcomer,
		matchOn: ['name', 'address'],
	}),
	{
		...record('customer.findOrCreate', { ...newcomer, matchOn: ['name', 'address'] }),
		as: 'customer.findOrCreate again',
		check: has({ found: true, name: newcomer.name }),
	},
	record(
		'customer.addContact',
		{ id, type: 'Phone', value: '614-555-0142', additionalFields: { memo: 'Evenings' } },
		has({ type: 'Phone' }),
	),
	lists('customer.getContacts', { id }),
	lists('customer.getAllContacts', { filters: { customerIds: several('customer.create') } }),
	record('customer.updateContact', {
		id,
		contactId: picked('customer.addContact'),
		updateFields: { memo: 'Mornings' },
	}),
	deletes('customer.deleteContact', { id, contactId: picked('customer.addContact') }),
	record('customer.addNote', {
		id,
		text: 'Keys are with the neighbor',
		additionalFields: { pinToTop: true, addToLocations: true },
	}),
	lists('customer.getNotes', { id, simplify: false }),
	deletes('customer.deleteNote', { id, noteId: picked('customer.getNotes') }),
	tag('customer.removeTag', id),
	tag('customer.addTag', id),
	...['customer.removeTags', 'customer.addTags'].map((operation) =>
		does(operation, {
			customerIds: several('customer.create'),
			tagTypeIds: several('tagType.getAll'),
		}),
	),
	feeds('customer.export'),
	feeds('customer.exportContacts'),

	record(
		'location.create',
		{
			customerId: id,
			name: 'Quillfeather boathouse',
			address: values(place),
			additionalFields: { externalData, ...field('location.getCustomFields') },
		},
		has({ name: 'Quillfeather boathouse' }),
	),
	record('location.get', { id: locationId }),
	lists('location.getAll', { filters: { customerId: id, sort: '+Id' } }, exactly(2)),
	record(
		'location.update',
		{
			id: locationId,
			updateFields: { name: 'Quillfeather pier', tagTypeIds: several('tagType.getAll') },
		},
		has({ name: 'Quillfeather pier' }),
	),
	record(
		'location.findOrCreate',
		{ customerId: id, name: 'Another name', address: values(place), matchOn: ['address'] },
		has({ found: true, name: 'Quillfeather pier' }),
	),
	record('location.addContact', { id: locationId, type: 'Email', value: 'pier@example.com' }),
	lists('location.getContacts', { id: locationId }),
	lists('location.getAllContacts', { filters: { locationIds: several('location.create') } }),
	record('location.updateContact', {
		id: locationId,
		contactId: picked('location.addContact'),
		updateFields: { value: 'boats@example.com' },
	}),
	deletes('location.deleteContact', {
		id: locationId,
		contactId: picked('location.addContact'),
	}),
	record('location.addNote', { id: locationId, text: 'Mind the step' }),
	lists('location.getNotes', { id: locationId, simplify: false }),
	deletes('location.deleteNote', { id: locationId, noteId: picked('location.getNotes') }),
	tag('location.removeTag', locationId),
	tag('location.addTag', locationId),
	feeds('location.export'),
	feeds('location.exportContacts'),

	record(
		'contact.create',
		{ additionalFields: { name: 'Wilhelmina Crake', title: 'Caretaker', reference: 'WC-1' } },
		has({ name: 'Wilhelmina Crake', referenceId: 'WC-1' }),
	),
	record('contact.get', { id: contactId }),
	lists('contact.getAll', { filters: { name: 'Wilhelmina', isArchived: 'false' } }),
	record(
		'contact.update',
		{ id: contactId, archived: false, updateFields: { title: 'Manager' } },
		has({ title: 'Manager', name: 'Wilhelmina Crake' }),
	),
	record(
		'contact.replace',
		{ id: contactId, archived: false, updateFields: { name: 'Wilhelmina Crake' } },
		has({ name: 'Wilhelmina Crake' }),
	),
	record('contact.addMethod', { contactId, type: 'MobilePhone', value: '614-555-0143' }),
	lists('contact.getMethods', { contactId, filters: { type: 'MobilePhone' } }, exactly(1)),
	...['get', 'update', 'replace'].map((verb) =>
		record(`contact.${verb}Method`, {
			contactId,
			contactMethodId: picked('contact.addMethod'),
			...(verb === 'update' && { updateFields: { memo: 'Work' } }),
			...(verb === 'replace' && { type: 'Phone', value: '614-555-0144' }),
		}),
	),
	deletes('contact.deleteMethod', {
		contactId,
		contactMethodId: picked('contact.addMethod'),
	}),
	does('contact.addRelationship', { contactId, typeSlug: 'customer', relatedEntityId: id }),
	lists('contact.getRelationships', { contactId, filters: { typeSlug: 'customer' } }, exactly(1)),
	lists('contact.getByRelationship', { relationship: first('contact.getRelationships') }),
	does('contact.removeRelationship', { contactId, typeSlug: 'customer', relatedEntityId: id }),
	deletes('contact.delete', { id: contactId }),

	lists('callReason.getAll', { filters: { active: 'Any' } }),
	lists('campaign.getAll', { filters: { active: 'True' } }),
	record(
		'lead.create',
		{
			campaignId: first('campaign.getAll'),
			summary: 'Asked about a new furnace',
			additionalFields: {
				customerId: id,
				callReasonId: first('callReason.getAll'),
				priority: 'High',
			},
		},
		has({ status: 'Open', priority: 'High' }),
	),
	record('lead.get', { id: picked('lead.create') }),
	lists('lead.getAll', { filters: { status: 'Open', customerId: id } }, exactly(1)),
	record(
		'lead.update',
		{ id: picked('lead.create'), updateFields: { priority: 'Urgent' } },
		has({ priority: 'Urgent' }),
	),
	record('lead.followUp', {
		id: picked('lead.create'),
		followUpDate: '={{ $now.plus({ days: 3 }).toISO() }}',
		additionalFields: { text: 'Ask about the size' },
	}),
	record('lead.addNote', { id: picked('lead.create'), text: 'Has two chimneys' }),
	lists('lead.getNotes', { id: picked('lead.create'), simplify: false }),
	record('lead.submitForm', {
		name: 'Peregrine Mudge',
		additionalFields: { email: 'mudge@example.com', address: values(place) },
	}),
	does('lead.dismiss', {
		id: picked('lead.create'),
		dismissingReasonId: first('callReason.getAll'),
	}),
	feeds('lead.export'),
];
