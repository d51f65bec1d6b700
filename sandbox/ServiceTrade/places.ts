import { omit } from 'lodash';

import { contains, equals, hasOneOf, oneOf, read, type Filter } from '../core/pieces';
import { conflict, notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { inRegions } from './geography';
import { allTags, isSet, named, some, through, tradeList } from './lists';
import { membersOf, one, uriOf, type Show } from './briefs';
import { mergeInto } from './merge';
import { company, contact, location } from './records';
import { refuseUsed, routesOf, type Routes, type Table } from './tables';
import { requireReferences, withoutNullLists } from './references';

const ADDRESS_ALIASES = {
	addressStreet: 'street',
	addressCity: 'city',
	addressState: 'state',
	addressPostalCode: 'postalCode',
} as const;

/** The address as one object or by its four aliases, of which the object wins. */
function addressOf(body: Row): Row | undefined {
	if (body.address) return body.address as Row;
	const given = Object.entries(ADDRESS_ALIASES).filter(([alias]) => body[alias] !== undefined);
	if (given.length === 0) return undefined;
	return Object.fromEntries(given.map(([alias, member]) => [member, body[alias]]));
}

function withAddress(body: Row, row: Row | undefined): Row {
	const address = addressOf(body);
	if (!address && !row) throw wrongValue('address', 'is required');
	return {
		...omit(body, ['address', ...Object.keys(ADDRESS_ALIASES)]),
		...(address ? { address: { ...(row?.address as Row | undefined), ...address } } : {}),
	};
}

const sameText =
	(member: string): Filter =>
	(value) =>
	(row) =>
		String((row.address as Row)[member]).toLowerCase() === String(value).toLowerCase();

/** What a company has that nobody gave a value. */
export function usualCompany({ id }: Row): Row {
	return {
		refNumber: String(id),
		status: 'active',
		customer: true,
		vendor: false,
		partsVendor: false,
		primeContractor: false,
		phoneNumber: null,
		serviceLineIds: [],
		tagIds: [],
	};
}

/** What a location has that nobody gave a value. */
export function usualLocation({ id }: Row): Row {
	return {
		refNumber: String(id),
		// The address is not looked up on a map.
		lat: null,
		lon: null,
		phoneNumber: '',
		email: '',
		primaryContactId: null,
		officeIds: [],
		status: 'active',
		taxable: false,
		brandId: null,
		tagIds: [],
	};
}

/** What a contact has that nobody gave a value. */
export function usualContact(): Row {
	return {
		status: 'private',
		phone: '',
		mobile: '',
		alternatePhone: '',
		email: '',
		companyIds: [],
		locationIds: [],
	};
}

const companyFilters: Readonly<Record<string, Filter>> = {
	name: named,
	refNumber: equals('refNumber'),
	city: contains('address.city'),
	state: sameText('state'),
	postalCode: contains('address.postalCode'),
	isVendor: isSet('vendor'),
	isPartsVendor: isSet('partsVendor'),
	isCustomer: isSet('customer'),
	isContractor: (wanted) => (row) => Boolean(row.vendor || row.primeContractor) === wanted,
	isContractee: (wanted) => (row) => Boolean(row.customer || row.primeContractor) === wanted,
	status: equals('status'),
	tag: allTags,
	officeId: some('locations', 'companyId', hasOneOf('officeIds')),
};

const locationFilters: Readonly<Record<string, Filter>> = {
	name: (value, request) => {
		const byName = contains('name')(value, request);
		const byNumber = contains('refNumber')(value, request);
		return (row) => byName(row) || byNumber(row);
	},
	refNumber: equals('refNumber'),
	companyId: oneOf('companyId'),
	isCustomer: through('companyId', 'companies', isSet('customer')),
	isVendor: through('companyId', 'companies', isSet('vendor')),
	officeIds: hasOneOf('officeIds'),
	regionIds: inRegions,
	status: oneOf('status'),
	companyStatus: through('companyId', 'companies', equals('status')),
	tag: allTags,
};

const digits = (text: unknown) => String(text ?? '').replace(/\D/g, '');

const contactFilters: Readonly<Record<string, Filter>> = {
	companyId: (value, { query, store }) => {
		const own = Number(value);
		const places = store.collection('locations').where('companyId', own);
		const locationIds = new Set(query.locationId === '' ? [] : places.map(({ id }) => id));
		return (row) =>
			(row.companyIds as unknown[]).includes(own) ||
			(row.locationIds as unknown[]).some((id) => locationIds.has(id));
	},
	// Empty means: not those of the company's locations. Read above.
	locationId: (value, request) =>
		value === '' ? () => true : hasOneOf('locationIds')(value, request),
	search: (value) => {
		const wanted = String(value).toLowerCase();
		const number = digits(value);
		return (row) =>
			`${String(row.firstName)} ${String(row.lastName)} ${String(row.email)}`
				.toLowerCase()
				.includes(wanted) ||
			(number !== '' &&
				[row.phone, row.mobile, row.alternatePhone].some((phone) =>
					digits(phone).includes(number),
				));
	},
	email: equals('email'),
};

/** An id that came as text becomes a number. */
function numberedLocation(request: SandboxRequest, row?: Row): Row {
	const { body, store } = request;
	if ((body.companyId ?? null) !== null && !store.collection('companies').get(body.companyId)) {
		throw notFound('Company', body.companyId);
	}
	requireReferences(request, {
		officeIds: 'locations',
		primaryContactId: 'contacts',
	});
	const { storeNumber, companyId, ...rest } = body;
	return withAddress(
		{
			...(storeNumber === undefined ? {} : { refNumber: storeNumber }),
			...rest,
			...(companyId === undefined ? {} : { companyId: Number(companyId) }),
		},
		row,
	);
}

/** The ids of companies and locations, their deprecated single forms included. */
function relations(request: SandboxRequest): Row {
	const { companyId, locationId, ...rest } = withoutNullLists(request.body, [
		'companyIds',
		'locationIds',
	]);
	requireReferences(request, {
		companyIds: 'companies',
		locationIds: 'locations',
		companyId: 'companies',
		locationId: 'locations',
	});
	// Given both of the single ones, only the location counts.
	if (locationId !== undefined) return { locationIds: [locationId], ...rest };
	return companyId === undefined ? rest : { companyIds: [companyId], ...rest };
}

const updateContact: Handler = (request) => {
	const { path, store } = request;
	const contacts = store.collection('contacts');
	const row = contacts.require(path.contactId);
	const changes = relations(request);
	const places = store.collection('locations').where('primaryContactId', row.id);
	const locationIds = (changes.locationIds ?? row.locationIds) as unknown[];
	if (places.some(({ id }) => !locationIds.includes(id))) {
		throw conflict('The contact is the primary contact of a location that it would leave');
	}
	return contact(contacts.change(row.id, changes), request);
};

/** What still names a company or a location, so that it cannot go. */
const IN_USE: Readonly<Record<string, ReadonlyArray<readonly [string, string]>>> = {
	companies: [
		['locations', 'companyId'],
		['jobs', 'customerId'],
		['jobs', 'vendorId'],
		['users', 'companyId'],
		['quotes', 'customerId'],
		['invoices', 'customerId'],
		['contracts', 'customerId'],
	],
	locations: [
		['jobs', 'locationId'],
		['serviceRequests', 'locationId'],
		['assets', 'locationId'],
		['users', 'locationId'],
		['quotes', 'locationId'],
		['invoices', 'locationId'],
	],
};

function removeUnused(from: string): Handler {
	return (request) => {
		const rows = request.store.collection(from);
		const row = rows.require(Object.values(request.path)[0]);
		refuseUsed(request, row, IN_USE[from]);
		rows.remove(row.id);
	};
}

/** What names a record of a kind, so that it follows when two become one. */
const NAMED_BY = {
	companies: ['companyId', 'companyIds', 'customerId', 'vendorId', 'preferredVendorId'],
	locations: ['locationId', 'locationIds', 'officeId', 'officeIds', 'assignedOfficeId'],
	contacts: ['contactId', 'contactIds', 'primaryContactId'],
} as const;

function merge(from: keyof typeof NAMED_BY, show: Show): Handler {
	return (request) => {
		const [loserId] = Object.values(request.path);
		return show(mergeInto(request, from, loserId, NAMED_BY[from]), request);
	};
}

/** Ties a contact to a company or a location, or unties it. */
function link(member: 'companyIds' | 'locationIds', has: boolean): Handler {
	return (request) => {
		const { path, store } = request;
		const row = store.collection('contacts').require(path.contactId);
		const target =
			member === 'companyIds'
				? store.collection('companies').require(path.companyId)
				: store.collection('locations').require(path.locationId);
		if (!has && member === 'locationIds' && target.primaryContactId === row.id) {
			throw conflict('The contact is the primary contact of the location');
		}
		const others = (row[member] as unknown[]).filter((id) => id !== target.id);
		store
			.collection('contacts')
			.change(row.id, { [member]: has ? [...others, target.id] : others });
		return contact(row, request);
	};
}

const brands: Table = {
	from: 'brands',
	path: '/company/{companyId}/brand',
	id: 'brandId',
	key: 'brands',
	show: (row, request) => ({
		id: row.id,
		uri: uriOf(request, `company/${String(row.companyId)}/brand`, row.id),
		...membersOf(row, 'name displayName webSite details'),
		company: one('companies', row.companyId, request),
		logo: one('attachments', row.logoId, request),
	}),
	filters: { name: named },
	stored: (_request, body, row) => (row ? body : { displayName: body.name, ...body }),
};

const ofCompany = {
	path: brands.path,
	id: brands.id,
	parent: 'companies',
	member: 'companyId',
};

export const placeRoutes: Routes = {
	'GET /company': tradeList('companies', {
		key: 'companies',
		filters: companyFilters,
		show: company,
	}),
	'GET /company/{companyId}': read('companies', { show: company }),
	'POST /company': (request) =>
		company(
			request.store.collection('companies').add(withAddress(request.body, undefined)),
			request,
		),
	'PUT /company/{companyId}': (request) => {
		const companies = request.store.collection('companies');
		const row = companies.require(request.path.companyId);
		return company(companies.change(row.id, withAddress(request.body, row)), request);
	},
	'DELETE /company/{companyId}': removeUnused('companies'),

	'POST /company/{companyId}/merge': merge('companies', company),
	...routesOf(brands, 'list read create update', ofCompany),

	'GET /location': tradeList('locations', {
		key: 'locations',
		size: { usual: 10, largest: 5000 },
		filters: locationFilters,
		// Customers' locations unless asked; that isVendor lifts it is not said, so it does not.
		unless: (request) =>
			request.query.isCustomer === undefined
				? through('companyId', 'companies', isSet('customer'))(false, request)
				: undefined,
		show: location,
	}),
	'GET /location/{locationId}': read('locations', { show: location }),
	'POST /location': (request) =>
		location(request.store.collection('locations').add(numberedLocation(request)), request),
	'PUT /location/{locationId}': (request) => {
		const locations = request.store.collection('locations');
		const row = locations.require(request.path.locationId);
		return location(locations.change(row.id, numberedLocation(request, row)), request);
	},
	'DELETE /location/{locationId}': removeUnused('locations'),

	'POST /location/{locationId}/merge': merge('locations', location),

	'GET /contact': tradeList('contacts', {
		key: 'contacts',
		filters: contactFilters,
		show: contact,
	}),
	'GET /contact/{contactId}': read('contacts', { show: contact }),
	'POST /contact': (request) =>
		contact(request.store.collection('contacts').add(relations(request)), request),
	'PUT /contact/{contactId}': updateContact,
	// Among the verbs of the table, never shown with an id.
	'DELETE /contact/{contactId}': ({ path }) => {
		throw new Refusal('wrongMethod', `Contact ${path.contactId} cannot be deleted`);
	},
	'POST /contact/{contactId}/merge': merge('contacts', contact),
	'POST /contact/{contactId}/location/{locationId}': link('locationIds', true),
	'PUT /contact/{contactId}/location/{locationId}': link('locationIds', true),
	'DELETE /contact/{contactId}/location/{locationId}': link('locationIds', false),
	'POST /contact/{contactId}/company/{companyId}': link('companyIds', true),
	'PUT /contact/{contactId}/company/{companyId}': link('companyIds', true),
	'DELETE /contact/{contactId}/company/{companyId}': link('companyIds', false),
};
