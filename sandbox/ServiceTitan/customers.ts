import { difference, pick, union } from 'lodash';

import { contains, equals, read, update, type Filter } from '../core/pieces';
import { conflict, notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';
import { customFields, externalData, patched } from './additions';
import { addressFilters, externalDataFilters, feed, shown, sortedBy, titanList } from './lists';
import { API_USER_ID } from './records';
import { noteRoutes } from './notes';
import { requireAll, requireReferences } from './references';
import {
	creates,
	customFieldList,
	does,
	feeds,
	lists,
	owner,
	removes,
	routesOf,
	updates,
	type Piece,
	type Show,
} from './tables';

const CRM = '/crm/v2/tenant/{tenant}';

const address = (sent: unknown): Row => ({ unit: null, ...(sent as Row) });

function addContacts(store: Store, owner: Row, sent: unknown): Row[] {
	return ((sent ?? []) as Row[]).map((contact) => {
		const { id, type, value, memo } = store
			.collection('contacts')
			.add({ memo: null, ...contact, ...owner });
		return { id, type, value, memo };
	});
}

export function addLocation(store: Store, customerId: unknown, sent: Row): Row {
	const location = store.collection('locations').add({
		...pick(sent, ['name', 'tagTypeIds']),
		customerId,
		address: address(sent.address),
		customFields: customFields(sent.customFields),
		...externalData(sent.externalData, undefined),
	});
	const contacts = addContacts(store, { locationId: location.id }, sent.contacts);
	return { ...shown(location), contacts };
}

/** What a customer has that nobody gave a value. */
export function usualCustomer({ id }: Row): Row {
	return {
		id,
		active: true,
		// Inferred: the schema marks the type as optional on creation and names no default.
		type: 'Residential',
		customFields: [],
		balance: 0,
		tagTypeIds: [],
		doNotMail: false,
		doNotService: false,
		createdById: API_USER_ID,
		mergedToId: null,
		externalData: [],
	};
}

/** What a location has that nobody gave a value. */
export function usualLocation({ id }: Row): Row {
	return {
		id,
		taxZoneId: null,
		active: true,
		customFields: [],
		createdById: API_USER_ID,
		mergedToId: null,
		zoneId: null,
		tagTypeIds: [],
		externalData: [],
	};
}

const createCustomer: Handler = ({ body, store }) => {
	const locations = body.locations as Row[];
	if (locations.length === 0) throw wrongValue('locations', 'must have at least one location');
	const customer = store.collection('customers').add({
		...pick(body, ['name', 'type', 'tagTypeIds', 'doNotMail', 'doNotService']),
		address: address(body.address),
		customFields: customFields(body.customFields),
		...externalData(body.externalData, undefined),
	});
	return {
		...shown(customer),
		locations: locations.map((location) => addLocation(store, customer.id, location)),
		contacts: addContacts(store, { customerId: customer.id }, body.contacts),
	};
};

const digits = (text: unknown) => String(text ?? '').replace(/\D/g, '');

/** The customers of whom some contact has these digits in it. */
const phone: Filter = (value, { store }) => {
	const owners = new Set(
		store
			.collection('contacts')
			.all()
			.filter((contact) => digits(contact.value).includes(digits(value)))
			.map((contact) => contact.customerId),
	);
	return (row) => owners.has(row.id);
};

const showContact: Show = (row) => ({
	phoneSettings: { phoneNumber: row.value, doNotText: false },
});

/** The contacts of a customer or of a location, and those of all of them. */
function contactRoutes(
	path: string,
	member: string,
	suffices: readonly string[],
): Readonly<Record<string, Piece>> {
	const own = { of: owner(path, member), show: showContact };
	return {
		[`GET ${path}/{id}/contacts`]: lists('contacts', own),
		[`POST ${path}/{id}/contacts`]: creates('contacts', own),
		[`PATCH ${path}/{id}/contacts/{contactId}`]: updates('contacts', own),
		[`DELETE ${path}/{id}/contacts/{contactId}`]: removes('contacts', own),
		[`GET ${path}/contacts`]: lists('contacts', {
			show: showContact,
			where: (row) => row[member] !== undefined,
			check({ query }) {
				if (!suffices.some((name) => query[name] !== undefined)) {
					throw wrongValue(suffices[0], `One of ${suffices.join(', ')} must be given`, 'query');
				}
			},
		}),
		[`GET export/${path}/contacts`]: feeds('contacts', {
			show: showContact,
			where: (row) => row[member] !== undefined,
		}),
	};
}

/** Tags of one record, put on and taken off one by one. */
function tagRoutes(path: string, member: string): Readonly<Record<string, Piece>> {
	const tags = (row: Row) => row.tagTypeIds as unknown[];
	return {
		[`POST ${path}/{id}/tags/{tagTypeId}`]: does(({ store, path: names }) => {
			const row = store.collection(path).require(names.id);
			const { id } = store.collection('tagTypes').require(names.tagTypeId);
			if (tags(row).includes(id)) throw conflict('The tag is there already');
			const tagTypeIds = [...tags(row), id];
			store.collection(path).change(row.id, { tagTypeIds });
			return { [member]: row.id, tagTypeIds };
		}),
		[`DELETE ${path}/{id}/tags/{tagTypeId}`]: does(({ store, path: names }) => {
			const row = store.collection(path).require(names.id);
			const tagTypeIds = tags(row).filter((id) => String(id) !== names.tagTypeId);
			if (tagTypeIds.length === tags(row).length) throw notFound('Tag', names.tagTypeId);
			store.collection(path).change(row.id, { tagTypeIds });
		}),
	};
}

/** The same tags for several customers. */
const tagMany =
	(change: (own: unknown[], sent: unknown[]) => unknown[]): Handler =>
	({ store, body }) => {
		requireAll(store, body);
		for (const id of body.customerIds as unknown[]) {
			const own = store.collection('customers').require(id).tagTypeIds as unknown[];
			const tagTypeIds = change(own, body.tagTypeIds as unknown[]);
			store.collection('customers').change(id, { tagTypeIds });
		}
	};

export const customerRoutes: Readonly<Record<string, Handler>> = {
	[`GET ${CRM}/customers`]: titanList('customers', {
		activeOnly: true,
		ordering: sortedBy(),
		filters: {
			name: contains('name'),
			phone,
			...addressFilters,
			...externalDataFilters,
			// Balances never change here, so there is nothing to leave out.
			excludeAccountingChangesFromModifiedDateRange: () => () => true,
		},
	}),
	[`GET ${CRM}/customers/{id}`]: read('customers', { show: shown }),
	[`POST ${CRM}/customers`]: createCustomer,
	[`PATCH ${CRM}/customers/{id}`]: update('customers', patched, { show: shown }),
	[`GET ${CRM}/export/customers`]: feed('customers'),

	[`GET ${CRM}/locations`]: titanList('locations', {
		activeOnly: true,
		ordering: sortedBy(),
		filters: {
			// The documents say "customer's name"; that the location's is meant is inferred.
			name: contains('name'),
			customerId: equals('customerId'),
			...addressFilters,
			...externalDataFilters,
		},
	}),
	[`GET ${CRM}/locations/{id}`]: read('locations', { show: shown }),
	[`POST ${CRM}/locations`]: (request) => {
		requireReferences(request, { customerId: 'customers' });
		return addLocation(request.store, request.body.customerId, request.body);
	},
	[`PATCH ${CRM}/locations/{id}`]: update(
		'locations',
		(request, row) => {
			requireReferences(request, { customerId: 'customers' });
			return patched(request, row);
		},
		{ show: shown },
	),
	[`GET ${CRM}/export/locations`]: feed('locations'),

	...routesOf(CRM, {
		...contactRoutes('customers', 'customerId', [
			'customerIds',
			'modifiedOnOrAfter',
			'modifiedBefore',
		]),
		...contactRoutes('locations', 'locationId', [
			'locationIds',
			'modifiedOnOrAfter',
			'modifiedBefore',
			'createdOnOrAfter',
			'createdBefore',
		]),
		...noteRoutes('customers', 'customerNotes', 'customers', 'customerId', {
			deletes: true,
			also({ text, isPinned, customerId }, { store, body }) {
				if (body.addToLocations !== true) return;
				for (const { id: locationId } of store
					.collection('locations')
					.where('customerId', customerId)) {
					store.collection('locationNotes').add({ locationId, text, isPinned });
				}
			},
		}),
		...noteRoutes('locations', 'locationNotes', 'locations', 'locationId', {
			deletes: true,
			also({ text, isPinned, locationId }, { store, body }) {
				if (body.addToCustomer !== true) return;
				const { customerId } = store.collection('locations').require(locationId);
				store.collection('customerNotes').add({ customerId, text, isPinned });
			},
		}),
		...tagRoutes('customers', 'customerId'),
		...tagRoutes('locations', 'locationId'),
		'PUT tags': does(tagMany((own, sent) => union(own, sent))),
		'DELETE tags': does(tagMany((own, sent) => difference(own, sent))),
		'GET customers/custom-fields': customFieldList('customers'),
		'GET locations/custom-fields': customFieldList('locations'),
	}),
};
