import { pick } from 'lodash';

import { contains, create, equals, list, read, update, type Filter } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';
import { customFields, externalData, patched } from './additions';
import {
	addressFilters,
	externalDataFilters,
	feed,
	pages,
	shown,
	sortedBy,
	titanList,
	UNSHOWN,
	unshown,
} from './lists';
import { API_USER_ID } from './records';
import { requireReferences } from './references';

const CRM = '/crm/v2/tenant/{tenant}';

const address = (sent: unknown): Row => ({ unit: null, ...(sent as Row) });

function addContacts(store: Store, owner: Row, sent: unknown): Row[] {
	return ((sent ?? []) as Row[]).map((contact) => {
		const { id, type, value, memo } = store
			.collection('contacts')
			.add({ memo: null, ...contact, [UNSHOWN]: owner });
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
			.map((contact) => unshown(contact).customerId),
	);
	return (row) => owners.has(row.id);
};

const contactsOf =
	(collection: string, ownerMember: string): Handler =>
	(request) => {
		const owner = request.store.collection(collection).require(request.path.id);
		return list({
			from: 'contacts',
			rows: ({ store }) =>
				store
					.collection('contacts')
					.all()
					.filter((contact) => unshown(contact)[ownerMember] === owner.id),
			paging: pages,
			show: (row) => ({
				...shown(row),
				phoneSettings: { phoneNumber: row.value, doNotText: false },
			}),
		})(request);
	};

const notes: Handler = (request) => {
	const { store, path } = request;
	const id = store.collection('customers').require(path.id).id;
	return list({
		from: 'customerNotes',
		rows: () =>
			store
				.collection('customerNotes')
				.all()
				.filter((note) => unshown(note).customerId === id),
		paging: pages,
		show: shown,
	})(request);
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
	[`GET ${CRM}/customers/{id}/contacts`]: contactsOf('customers', 'customerId'),
	[`GET ${CRM}/customers/{id}/notes`]: notes,
	[`POST ${CRM}/customers/{id}/notes`]: create(
		'customerNotes',
		({ body, path, store }) => ({
			text: body.text,
			isPinned: body.pinToTop ?? false,
			createdById: API_USER_ID,
			[UNSHOWN]: { customerId: store.collection('customers').require(path.id).id },
		}),
		{ show: shown },
	),
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
	[`GET ${CRM}/locations/{id}/contacts`]: contactsOf('locations', 'locationId'),
	[`GET ${CRM}/export/locations`]: feed('locations'),
};
