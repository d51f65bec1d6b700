import { choice, flag, number, pick, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { contact as contacts, contactMethod, relatedRecord } from '../pickers';
import { contactEntry, createdFilters, sortBy, stampFilters, stampSort } from './fields';

const id = pick(contacts, { required: true });
const contactId = pick(contacts, { required: true });
const method = { contactId, contactMethodId: pick(contactMethod, { required: true }) };

const reference = text({
	as: 'referenceId',
	label: 'Reference ID',
	description: 'The ID in your own system',
});

const person = { name: text(), title: text(), reference };

const archived = flag({
	as: 'isArchived',
	required: true,
	label: 'Archived',
	description: 'Whether the contact is out of use',
});

const search = {
	name: text(),
	title: text(),
	reference,
	isArchived: choice(
		[
			['Archived', 'true'],
			['In Use', 'false'],
		],
		{ label: 'Archived' },
	),
	...stampFilters,
	sort: stampSort,
};

const typeSlug = choice(
	[
		['Booking', 'booking'],
		['Customer', 'customer'],
		['Location', 'location'],
	],
	{ required: true, default: 'customer', label: 'Related To' },
);

const relation = {
	contactId,
	typeSlug,
	relatedEntityId: pick(relatedRecord, { required: true }),
};

export const contact = defineResource({
	value: 'contact',
	name: 'Contact',
	description: 'A person who can belong to several customers, locations and bookings',
	operations: {
		addMethod: create({
			name: 'Add Method',
			action: 'Add a contact method to a contact',
			description: 'Add a phone number, an email address or a fax number',
			request: 'POST /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods',
			path: { contactId },
			body: { ...contactEntry, reference },
		}),
		addRelationship: operation({
			name: 'Add Relationship',
			action: 'Add a relationship to a contact',
			description: 'Tie a contact to a customer, a location or a booking',
			request:
				'POST /crm/v2/tenant/{tenant}/contacts/{contactId}/relationships/{relatedEntityId}/{typeSlug}',
			path: relation,
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a contact',
			request: 'POST /crm/v2/tenant/{tenant}/contacts',
			body: person,
		}),
		delete: remove({
			action: 'Delete a contact',
			request: 'DELETE /crm/v2/tenant/{tenant}/contacts/{id}',
			path: { id },
		}),
		deleteMethod: remove({
			name: 'Delete Method',
			action: 'Delete a contact method of a contact',
			request:
				'DELETE /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods/{contactMethodId}',
			path: method,
		}),
		get: read({
			action: 'Get a contact',
			request: 'GET /crm/v2/tenant/{tenant}/contacts/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many contacts',
			request: 'GET /crm/v2/tenant/{tenant}/contacts',
			query: search,
		}),
		getByRelationship: listAll({
			name: 'Get Many of Relationship',
			action: 'Get many contacts of a relationship',
			request: 'GET /crm/v2/tenant/{tenant}/contacts/relationships/{relationship}',
			path: {
				relationship: number({
					required: true,
					label: 'Relationship ID',
					description: 'Get Relationships gives it',
				}),
			},
			query: search,
		}),
		getMethod: read({
			name: 'Get Method',
			action: 'Get a contact method of a contact',
			request: 'GET /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods/{contactMethodId}',
			path: method,
		}),
		getMethods: listAll({
			name: 'Get Methods',
			action: 'Get the contact methods of a contact',
			request: 'GET /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods',
			path: { contactId },
			query: {
				type: choice(['Email', 'Fax', ['Mobile Phone', 'MobilePhone'], 'Phone']),
				value: text(),
				reference,
				...stampFilters,
				sort: stampSort,
			},
		}),
		getRelationships: listAll({
			name: 'Get Relationships',
			action: 'Get the relationships of a contact',
			request: 'GET /crm/v2/tenant/{tenant}/contacts/{contactId}/relationships',
			path: { contactId },
			query: {
				typeSlug: choice(
					[
						['Booking', 'booking'],
						['Customer', 'customer'],
						['Location', 'location'],
					],
					{ label: 'Related To' },
				),
				typeName: text({ description: 'Name of the kind of relationship, such as Customer' }),
				relatedEntityId: pick(relatedRecord),
				...createdFilters,
				sort: sortBy(['ID', 'ID'], ['Created', 'CreatedOn'], ['Modified', 'ModifiedOn']),
			},
		}),
		removeRelationship: operation({
			name: 'Remove Relationship',
			action: 'Remove a relationship from a contact',
			request:
				'DELETE /crm/v2/tenant/{tenant}/contacts/{contactId}/relationships/{relatedEntityId}/{typeSlug}',
			path: relation,
			returns: 'nothing',
		}),
		replace: update({
			action: 'Replace a contact',
			description: 'What is not given is emptied',
			request: 'PUT /crm/v2/tenant/{tenant}/contacts/{id}',
			path: { id },
			body: { archived, ...person },
		}),
		replaceMethod: update({
			name: 'Replace Method',
			action: 'Replace a contact method of a contact',
			description: 'What is not given is emptied',
			request: 'PUT /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods/{contactMethodId}',
			path: method,
			body: { ...contactEntry, reference },
		}),
		update: update({
			action: 'Update a contact',
			request: 'PATCH /crm/v2/tenant/{tenant}/contacts/{id}',
			path: { id },
			body: { archived, ...person },
		}),
		updateMethod: update({
			name: 'Update Method',
			action: 'Update a contact method of a contact',
			request:
				'PATCH /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods/{contactMethodId}',
			path: method,
			body: { value: text(), memo: text() },
		}),
	},
});
