import { conflict, notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { API_USER_ID, records } from './records';
import { creates, does, lists, owner, reads, removes, routesOf, updates } from './tables';
import { bury } from './lists';

/** Contacts and what belongs to them are known by a GUID, unlike everything else. */
const guid = (kind: number) => (number: number) =>
	`${String(kind).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What a contact can stand in relation to, by the slug of the relationship. */
const RELATED: Readonly<
	Record<string, { readonly typeName: string; readonly collection: string }>
> = {
	customer: { typeName: 'Customer', collection: 'customers' },
	location: { typeName: 'Location', collection: 'locations' },
	booking: { typeName: 'Booking', collection: 'bookings' },
};

const CONTACT = owner('persons', 'contactId', 'contactId');
const BY = { createdBy: API_USER_ID, modifiedBy: API_USER_ID };

function related({ path, store }: SandboxRequest): { type: string; entity: Row } {
	const known = RELATED[path.typeSlug];
	if (!known) {
		throw wrongValue('typeSlug', `must be one of ${Object.keys(RELATED).join(', ')}`, 'query');
	}
	return {
		type: known.typeName,
		entity: store.collection(known.collection).require(path.relatedEntityId),
	};
}

function relationship(
	store: Store,
	contactId: unknown,
	slug: string,
	entityId: unknown,
): Row | undefined {
	return store
		.collection('contactRelationships')
		.where('contactId', contactId)
		.find((row) => row.typeSlug === slug && row.relatedEntityId === entityId);
}

const relate: Handler = (request) => {
	const { store, path } = request;
	const contact = store.collection('persons').require(path.contactId);
	const { type, entity } = related(request);
	if (relationship(store, contact.id, path.typeSlug, entity.id)) {
		throw conflict('The contact has this relationship already');
	}
	store.collection('contactRelationships').add({
		contactId: contact.id,
		relatedEntityId: entity.id,
		typeSlug: path.typeSlug,
		typeName: type,
	});
};

const unrelate: Handler = (request) => {
	const { store, path } = request;
	const contact = store.collection('persons').require(path.contactId);
	const { entity } = related(request);
	const found = relationship(store, contact.id, path.typeSlug, entity.id);
	if (!found) throw notFound('Relationship', `${path.typeSlug} ${path.relatedEntityId}`);
	store.collection('contactRelationships').remove(found.id);
};

/** A contact by the id in the path; a PUT on an id that is not there makes it, since 404 is not documented. */
const replaceContact: Handler = (request) => {
	const { store, path, body } = request;
	const persons = store.collection('persons');
	const values = {
		name: body.name ?? null,
		title: body.title ?? null,
		referenceId: body.referenceId ?? null,
	};
	return persons.get(path.id)
		? persons.change(path.id, { ...values, isArchived: body.isArchived })
		: persons.add({ id: path.id, ...values, isArchived: body.isArchived });
};

/** The contacts of the newer kind, which stand alone and are related to customers, locations or bookings. */
export const contacts: Area = {
	collections: {
		persons: { ...records('Contact', 1, 'crm.ContactResponse', BY), writeId: guid(1) },
		contactMethods: {
			...records('Contact method', 1, 'crm.ContactMethodResponse', BY),
			writeId: guid(2),
		},
		contactRelationships: {
			...records('Relationship', 1, 'crm.ContactRelationshipResponse', BY),
			writeId: guid(3),
		},
	},
	routes: routesOf('/crm/v2/tenant/{tenant}', {
		'GET contacts': lists('persons'),
		'POST contacts': creates('persons'),
		'GET contacts/{id}': reads('persons'),
		'PUT contacts/{id}': () => replaceContact,
		'PATCH contacts/{id}': updates('persons'),
		'DELETE contacts/{id}': removes('persons', {
			check: ({ id }, { store }) => {
				for (const name of ['contactMethods', 'contactRelationships']) {
					for (const row of [...store.collection(name).where('contactId', id)])
						bury(store, name, row);
				}
			},
		}),
		'GET contacts/relationships/{relationshipId}': (key) => (request) => {
			const { contactId } = request.store
				.collection('contactRelationships')
				.require(request.path.relationshipId);
			return lists('persons', { where: ({ id }) => id === contactId })(key)(request);
		},
		'GET contacts/{contactId}/contact-methods': lists('contactMethods', { of: CONTACT }),
		'POST contacts/{contactId}/contact-methods': creates('contactMethods', { of: CONTACT }),
		'GET contacts/{contactId}/contact-methods/{contactMethodId}': reads('contactMethods', {
			of: CONTACT,
		}),
		'PATCH contacts/{contactId}/contact-methods/{contactMethodId}': updates('contactMethods', {
			of: CONTACT,
		}),
		'PUT contacts/{contactId}/contact-methods/{contactMethodId}': updates('contactMethods', {
			of: CONTACT,
		}),
		'DELETE contacts/{contactId}/contact-methods/{contactMethodId}': removes('contactMethods', {
			of: CONTACT,
		}),
		'GET contacts/{contactId}/relationships': lists('contactRelationships', { of: CONTACT }),
		'POST contacts/{contactId}/relationships/{relatedEntityId}/{typeSlug}': does(relate),
		'DELETE contacts/{contactId}/relationships/{relatedEntityId}/{typeSlug}': does(unrelate),
	}),
	seed({ add, store }) {
		const people = ['Ottoline Marrow', 'Casper Twill', 'Bettina Holloway', 'Ingram Pell'];
		add(
			'persons',
			people.map((name, index) => ({
				name,
				title: ['Facility manager', 'Owner', 'Tenant', 'Bookkeeper'][index],
				referenceId: `ref-${index + 1}`,
				isArchived: index === 3,
			})),
		);
		const all = store.collection('persons').all();
		add(
			'contactMethods',
			all.flatMap(({ id }, index) => [
				{ contactId: id, type: 'MobilePhone', value: `(303) 555-01${60 + index}`, memo: 'Daytime' },
				{ contactId: id, type: 'Email', value: `contact${index + 1}@example.com`, memo: null },
			]),
		);
		add(
			'contactRelationships',
			all.map(({ id }, index) => ({
				contactId: id,
				relatedEntityId: index === 1 ? 2001 : 1001 + index,
				typeSlug: index === 1 ? 'location' : 'customer',
				typeName: index === 1 ? 'Location' : 'Customer',
			})),
		);
	},
};
