import { choices, flag, group, pick, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	customer,
	location as locations,
	locationContact,
	locationField,
	locationNote,
	tagType,
	taxZone,
} from '../pickers';
import { exportOf } from './export';
import {
	activeFilter,
	address,
	addressChanges,
	contactChanges,
	contactEntry,
	contacts,
	customFieldsOf,
	externalData,
	externalDataChanges,
	externalDataSearch,
	ids,
	mapPoint,
	noteText,
	pinToTop,
	stampFilters,
	stampSort,
	tagTypeIds,
} from './fields';
import { findOrCreateLocation } from './findOrCreate';
import { keeping, keepOthers, replaces } from './keeping';
import { coordinates } from './place';

const id = pick(locations, { required: true });
const contactId = pick(locationContact, { required: true });
const customFields = customFieldsOf(locationField);

/** What a new location consists of. */
const whole = {
	customerId: pick(customer, { required: true }),
	name: text({ required: true, description: 'At most 200 characters' }),
	address: group({ ...address, ...mapPoint }, { required: true, default: undefined }),
	contacts,
	customFields,
	externalData,
	tagTypeIds,
};

const changes = {
	customerId: pick(customer, { description: 'Gives the location to another customer' }),
	name: text({ description: 'At most 200 characters' }),
	active: flag({ description: 'Whether the location is in use; off deactivates it' }),
	address: addressChanges,
	taxZoneId: select(taxZone),
	customFields,
	externalData: externalDataChanges,
	tagTypeIds,
};

export const location = defineResource({
	value: 'location',
	name: 'Location',
	description: 'Where work is done for a customer',
	simple: [
		'id',
		'name',
		'customerId',
		'active',
		'address',
		'taxZoneId',
		'zoneId',
		'createdOn',
		'modifiedOn',
		// These are what matters of contacts, notes and custom fields; a location has none of them.
		'locationId',
		'type',
		'value',
		'memo',
		'phoneSettings',
		'text',
		'isPinned',
		'dataType',
		'dataTypeOptions',
	],
	operations: {
		addContact: create({
			name: 'Add Contact',
			action: 'Add a contact to a location',
			description: 'Add a phone number, an email address or a fax number',
			request: 'POST /crm/v2/tenant/{tenant}/locations/{id}/contacts',
			path: { id },
			body: contactEntry,
		}),
		addNote: create({
			name: 'Add Note',
			action: 'Add a note to a location',
			request: 'POST /crm/v2/tenant/{tenant}/locations/{id}/notes',
			path: { id },
			body: {
				text: noteText,
				pinToTop,
				addToCustomer: flag({ description: 'Whether the customer gets the note, too' }),
			},
		}),
		addTag: operation({
			name: 'Add Tag',
			action: 'Add a tag to a location',
			request: 'POST /crm/v2/tenant/{tenant}/locations/{id}/tags/{tagTypeId}',
			path: { id, tagTypeId: pick(tagType, { required: true }) },
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a location',
			request: 'POST /crm/v2/tenant/{tenant}/locations',
			body: whole,
		}),
		deleteContact: remove({
			name: 'Delete Contact',
			action: 'Delete a contact of a location',
			request: 'DELETE /crm/v2/tenant/{tenant}/locations/{id}/contacts/{contactId}',
			path: { id, contactId },
		}),
		deleteNote: remove({
			name: 'Delete Note',
			action: 'Delete a note of a location',
			request: 'DELETE /crm/v2/tenant/{tenant}/locations/{id}/notes/{noteId}',
			path: { id, noteId: pick(locationNote, { required: true }) },
		}),
		export: exportOf('locations', 'GET /crm/v2/tenant/{tenant}/export/locations'),
		exportContacts: exportOf(
			'contacts of locations',
			'GET /crm/v2/tenant/{tenant}/export/locations/contacts',
			{ name: 'Export Contacts' },
		),
		findOrCreate: create({
			name: 'Find or Create',
			action: 'Find or create a location',
			description:
				'Get the active location of the customer that matches, or create one where there is none. The record says in found which it was.',
			request: 'POST /crm/v2/tenant/{tenant}/locations',
			body: {
				matchOn: choices(
					[
						['Address', 'address'],
						['Name', 'name'],
					],
					{
						required: true,
						default: ['address'],
						description: 'What must all be equal. Address is street, unit and ZIP.',
					},
				),
				...whole,
			},
			run: async ({ matchOn, ...given }, call) =>
				await findOrCreateLocation(matchOn, given, whole, call),
		}),
		get: read({
			action: 'Get a location',
			request: 'GET /crm/v2/tenant/{tenant}/locations/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many locations',
			request: 'GET /crm/v2/tenant/{tenant}/locations',
			query: {
				active: activeFilter,
				customerId: pick(customer),
				name: text(),
				street: text(),
				unit: text(),
				city: text(),
				state: text(),
				zip: text({ label: 'ZIP' }),
				country: text(),
				...coordinates,
				...externalDataSearch,
				...stampFilters,
				ids,
				sort: stampSort,
			},
		}),
		getAllContacts: listAll({
			name: 'Get Contacts of Many',
			action: 'Get the contacts of many locations',
			description: 'Needs the locations or a date',
			request: 'GET /crm/v2/tenant/{tenant}/locations/contacts',
			query: { locationIds: pickMany(locations), ...stampFilters },
			refuses: (given) =>
				Object.keys(given).length === 0
					? 'Give Locations or a date: ServiceTitan does not list the contacts of all locations'
					: undefined,
		}),
		getContacts: listAll({
			name: 'Get Contacts',
			action: 'Get the contacts of a location',
			request: 'GET /crm/v2/tenant/{tenant}/locations/{id}/contacts',
			path: { id },
		}),
		getCustomFields: listAll({
			name: 'Get Custom Fields',
			action: 'Get the custom fields that locations can have',
			request: 'GET /crm/v2/tenant/{tenant}/locations/custom-fields',
			query: { ...stampFilters, sort: stampSort },
		}),
		getNotes: listAll({
			name: 'Get Notes',
			action: 'Get the notes of a location',
			request: 'GET /crm/v2/tenant/{tenant}/locations/{id}/notes',
			path: { id },
			query: stampFilters,
		}),
		removeTag: operation({
			name: 'Remove Tag',
			action: 'Remove a tag from a location',
			request: 'DELETE /crm/v2/tenant/{tenant}/locations/{id}/tags/{tagTypeId}',
			path: { id, tagTypeId: pick(tagType, { required: true }) },
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a location',
			notice: replaces,
			request: 'PATCH /crm/v2/tenant/{tenant}/locations/{id}',
			path: { id },
			body: { ...changes, keepOthers },
			run: keeping('/crm/v2/tenant/{tenant}/locations/{id}', changes),
		}),
		updateContact: update({
			name: 'Update Contact',
			action: 'Update a contact of a location',
			request: 'PATCH /crm/v2/tenant/{tenant}/locations/{id}/contacts/{contactId}',
			path: { id, contactId },
			body: contactChanges,
		}),
	},
});
