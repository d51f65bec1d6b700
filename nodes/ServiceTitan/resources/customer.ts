import {
	choice,
	choices,
	flag,
	group,
	groups,
	pick,
	pickMany,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	customer as customers,
	customerContact,
	customerField,
	customerNote,
	locationField,
	tagType,
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
import { findOrCreateCustomer } from './findOrCreate';
import { keeping, keepOthers, replaces } from './keeping';
import { coordinates } from './place';

const id = pick(customers, { required: true });
const contactId = pick(customerContact, { required: true });
const type = choice(['Commercial', 'Residential']);
const customFields = customFieldsOf(customerField);
const doNotMail = flag({ description: 'Whether the customer wants no mail' });
const doNotService = flag({
	description: 'Whether no work should be booked for the customer',
});

/** What a new customer consists of. */
const whole = {
	name: text({ required: true, description: 'At most 150 characters' }),
	address: group(
		{ ...address, ...mapPoint },
		{ required: true, label: 'Billing Address', default: undefined },
	),
	locations: groups(
		{
			name: text({ required: true, description: 'At most 200 characters' }),
			...Object.fromEntries(
				Object.entries({ ...address, ...mapPoint }).map(([key, field]) => [
					key,
					{ ...field, as: `address.${key}` },
				]),
			),
			contacts: contacts,
			customFields: customFieldsOf(locationField),
			tagTypeIds,
			externalData,
		},
		{ required: true, description: 'Where work is done; a customer needs at least one' },
	),
	type,
	contacts,
	customFields,
	doNotMail,
	doNotService,
	externalData,
	tagTypeIds,
};

const changes = {
	name: text({ description: 'At most 150 characters' }),
	active: flag({ description: 'Whether the customer is in use; off deactivates it' }),
	address: addressChanges,
	type,
	customFields,
	doNotMail,
	doNotService,
	externalData: externalDataChanges,
	tagTypeIds,
};

const manyTags = {
	customerIds: pickMany(customers, { required: true }),
	tagTypeIds: pickMany(tagType, { required: true }),
};

export const customer = defineResource({
	value: 'customer',
	name: 'Customer',
	description: 'Who pays for the work',
	simple: [
		'id',
		'name',
		'type',
		'active',
		'address',
		'balance',
		'createdOn',
		'modifiedOn',
		// These are what matters of contacts, notes and custom fields; a customer has none of them.
		'customerId',
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
			action: 'Add a contact to a customer',
			description: 'Add a phone number, an email address or a fax number',
			request: 'POST /crm/v2/tenant/{tenant}/customers/{id}/contacts',
			path: { id },
			body: contactEntry,
		}),
		addNote: create({
			name: 'Add Note',
			action: 'Add a note to a customer',
			request: 'POST /crm/v2/tenant/{tenant}/customers/{id}/notes',
			path: { id },
			body: {
				text: noteText,
				pinToTop,
				addToLocations: flag({
					description: 'Whether the active locations of the customer get the note, too',
				}),
			},
		}),
		addTag: operation({
			name: 'Add Tag',
			action: 'Add a tag to a customer',
			request: 'POST /crm/v2/tenant/{tenant}/customers/{id}/tags/{tagTypeId}',
			path: { id, tagTypeId: pick(tagType, { required: true }) },
			returns: 'nothing',
		}),
		addTags: operation({
			name: 'Add Tags to Many',
			action: 'Add tags to many customers',
			request: 'PUT /crm/v2/tenant/{tenant}/tags',
			body: manyTags,
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a customer',
			description: 'Create a customer together with the first location',
			request: 'POST /crm/v2/tenant/{tenant}/customers',
			body: whole,
		}),
		deleteContact: remove({
			name: 'Delete Contact',
			action: 'Delete a contact of a customer',
			request: 'DELETE /crm/v2/tenant/{tenant}/customers/{id}/contacts/{contactId}',
			path: { id, contactId },
		}),
		deleteNote: remove({
			name: 'Delete Note',
			action: 'Delete a note of a customer',
			request: 'DELETE /crm/v2/tenant/{tenant}/customers/{id}/notes/{noteId}',
			path: { id, noteId: pick(customerNote, { required: true }) },
		}),
		export: exportOf('customers', 'GET /crm/v2/tenant/{tenant}/export/customers'),
		exportContacts: exportOf(
			'contacts of customers',
			'GET /crm/v2/tenant/{tenant}/export/customers/contacts',
			{ name: 'Export Contacts' },
		),
		findOrCreate: create({
			name: 'Find or Create',
			action: 'Find or create a customer',
			description:
				'Get the active customer that matches, or create one where there is none. The record says in found which it was.',
			request: 'POST /crm/v2/tenant/{tenant}/customers',
			body: {
				matchOn: choices(
					[
						['Address', 'address'],
						['Name', 'name'],
						['Phone', 'phone'],
					],
					{
						required: true,
						default: ['name', 'address'],
						description:
							'What must all be equal. Address is street, unit and ZIP of the billing address; Phone is any phone number under Contacts.',
					},
				),
				...whole,
			},
			run: async ({ matchOn, ...given }, call) =>
				await findOrCreateCustomer(matchOn, given, whole, call),
		}),
		get: read({
			action: 'Get a customer',
			request: 'GET /crm/v2/tenant/{tenant}/customers/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many customers',
			request: 'GET /crm/v2/tenant/{tenant}/customers',
			query: {
				active: activeFilter,
				name: text(),
				phone: text(),
				street: text(),
				unit: text(),
				city: text(),
				state: text(),
				zip: text({ label: 'ZIP' }),
				country: text(),
				...coordinates,
				...externalDataSearch,
				...stampFilters,
				excludeAccountingChangesFromModifiedDateRange: flag({
					label: 'Ignore Balance Changes',
					description: 'Whether a mere change of the balance does not count as a modification',
				}),
				ids,
				sort: stampSort,
			},
		}),
		getAllContacts: listAll({
			name: 'Get Contacts of Many',
			action: 'Get the contacts of many customers',
			description: 'Needs the customers or a modified date: a created date alone is refused',
			request: 'GET /crm/v2/tenant/{tenant}/customers/contacts',
			query: { customerIds: pickMany(customers), ...stampFilters },
			refuses: ({ customerIds, modifiedOnOrAfter, modifiedBefore }) =>
				(customerIds ?? modifiedOnOrAfter ?? modifiedBefore) === undefined
					? 'Give Customers, Modified on or After or Modified Before: ServiceTitan does not list the contacts of all customers'
					: undefined,
		}),
		getContacts: listAll({
			name: 'Get Contacts',
			action: 'Get the contacts of a customer',
			request: 'GET /crm/v2/tenant/{tenant}/customers/{id}/contacts',
			path: { id },
		}),
		getCustomFields: listAll({
			name: 'Get Custom Fields',
			action: 'Get the custom fields that customers can have',
			request: 'GET /crm/v2/tenant/{tenant}/customers/custom-fields',
			query: { ...stampFilters, sort: stampSort },
		}),
		getNotes: listAll({
			name: 'Get Notes',
			action: 'Get the notes of a customer',
			request: 'GET /crm/v2/tenant/{tenant}/customers/{id}/notes',
			path: { id },
			query: stampFilters,
		}),
		removeTag: operation({
			name: 'Remove Tag',
			action: 'Remove a tag from a customer',
			request: 'DELETE /crm/v2/tenant/{tenant}/customers/{id}/tags/{tagTypeId}',
			path: { id, tagTypeId: pick(tagType, { required: true }) },
			returns: 'nothing',
		}),
		removeTags: operation({
			name: 'Remove Tags From Many',
			action: 'Remove tags from many customers',
			request: 'DELETE /crm/v2/tenant/{tenant}/tags',
			body: manyTags,
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a customer',
			notice: replaces,
			request: 'PATCH /crm/v2/tenant/{tenant}/customers/{id}',
			path: { id },
			body: { ...changes, keepOthers },
			run: keeping('/crm/v2/tenant/{tenant}/customers/{id}', changes),
		}),
		updateContact: update({
			name: 'Update Contact',
			action: 'Update a contact of a customer',
			request: 'PATCH /crm/v2/tenant/{tenant}/customers/{id}/contacts/{contactId}',
			path: { id, contactId },
			body: contactChanges,
		}),
	},
});
