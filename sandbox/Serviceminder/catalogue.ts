import { omit } from 'lodash';

import { notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';
import { keyOf } from './keys';

const activeOnly = (rows: readonly Row[], body: Row) =>
	rows.filter((row) => row.IsActive !== false || body.IncludeInactive === true);

// Whether a row is active is nowhere shown; the sandbox keeps it to itself.
const shown = (row: Row) => omit(row, 'IsActive');

const all =
	(collection: string, show: (row: Row, body: Row) => Row = shown): Handler =>
	({ store, body }) => {
		const rows = activeOnly(store.collection(collection).all(), body);
		store.listed(collection);
		return { Matches: rows.map((row) => show(row, body)) };
	};

/**
 * On one live account there were as many empty objects as there were reasons. So it is with an
 * organization's key here; the sandbox's own key gets to see them.
 */
const cancelReasons: Handler = (request) =>
	keyOf(request)?.Scope === 'Organization'
		? all('cancelReasons', () => ({}))(request)
		: all('cancelReasons')(request);

const allServiceAgents: Handler = ({ store, body }) => {
	const rows = store
		.collection('serviceAgents')
		.all()
		.filter(({ EndDate }) => EndDate === '' || body.IncludeInactive === true);
	store.listed('serviceAgents');
	return { Matches: rows };
};

const shownService = (row: Row, body: Row): Row => ({
	...shown(row),
	AvailableParts: body.IncludeParts === true ? row.AvailableParts : [],
});

/** The part with this id, under whichever service it stands. */
function requirePart(store: Store, id: unknown): Row {
	const parts = store
		.collection('services')
		.all()
		.flatMap(({ AvailableParts }) => AvailableParts as Row[]);
	const part = parts.find(({ Id }) => Id === id);
	if (!part) throw notFound('Part', id);
	return part;
}

// Nothing but the id of a part is documented; the other members are those that a service shows.
const partDetails: Handler = ({ store, body }) => requirePart(store, body.Id);

const partDimensions: Handler = ({ store, body }) => {
	const { Id } = requirePart(store, body.PartId);
	return { Dimensions: `${24 + (Number(Id) % 3) * 6} x 36 in` };
};

/** The echo has these three members; that they are empty unless sent is inferred. */
const blogs = (rows: readonly Row[]): Row => ({
	Matches: rows,
	NameSearch: '',
	DateSearch: '',
	IdSearch: 0,
});

const findBlogs: Handler = ({ store, body }) => {
	const { Search = '' } = body;
	return blogs(
		store
			.collection('blogs')
			.all()
			.filter(({ Title, Body }) => includes(`${String(Title)} ${String(Body)}`, Search)),
	);
};

const getBlog: Handler = ({ store, body }) => blogs([store.collection('blogs').require(body.Id)]);

/** What it takes is not known; that a user needs a name is inferred. */
const createUser: Handler = ({ store, body }) => {
	const { Name, Email = '' } = body;
	if (!Name) throw wrongValue('Name', 'is required');
	return { Id: store.collection('users').add({ Name, Email }).Id };
};

const shownOrganization = (row: Row): Row => omit(row, ['PostalCodes', 'IsActive']);

function includes(value: unknown, wanted: unknown): boolean {
	return String(value).toLowerCase().includes(String(wanted).toLowerCase());
}

const queryOrganizations: Handler = ({ store, body }) => {
	const { NameSearch, PublicName, InternalName, LocationId, PostalCode } = body;
	const fits = (row: Row) =>
		(!NameSearch || includes(row.Name, NameSearch) || includes(row.PublicName, NameSearch)) &&
		(!PublicName || includes(row.PublicName, PublicName)) &&
		(!InternalName || includes(row.InternalName, InternalName)) &&
		(!LocationId || row.LocationId === LocationId) &&
		(!PostalCode || (row.PostalCodes as unknown[]).includes(PostalCode));
	const rows = activeOnly(store.collection('organizations').all(), body).filter(fits);
	store.listed('organizations');
	return { Organizations: rows.map(shownOrganization) };
};

/** With an organization's key, its own. */
const organizationDetails: Handler = ({ store, body }) => {
	const key = keyOf({ store, body });
	const id = body.OrganizationId ?? (key?.Scope === 'Brand' ? undefined : key?.OrganizationId);
	if (id === undefined) throw wrongValue('OrganizationId', 'is required');
	if (key?.Scope === 'Organization' && id !== key.OrganizationId) {
		throw notFound('Organization', id);
	}
	const listed = (name: string) => activeOnly(store.collection(name).all(), {}).map(shown);
	return {
		...shownOrganization(store.collection('organizations').require(id)),
		Users: listed('users'),
		Services: listed('services'),
		ServiceAgents: listed('serviceAgents'),
		CustomFields: listed('customFields'),
	};
};

const serviceDetails: Handler = ({ store, body }) => {
	const row = store.collection('services').get(body.Id);
	const rows = row ? activeOnly([row], body) : [];
	return { Matches: rows.map((one) => shownService(one, body)) };
};

/** What all settings calls answer with; each fills one of these lists. */
const settings = (filled: Row): Row => ({
	Channels: [],
	Cities: [],
	Features: [],
	LeadSourceCategories: [],
	NamedTaxRates: [],
	PostalCodes: [],
	...filled,
});

const channels = (store: Store) => store.collection('channels').all();

export const catalogueRoutes: Readonly<Record<string, Handler>> = {
	'POST /services/all': all('services', shownService),
	'POST /services/details': serviceDetails,
	'POST /part/details': partDetails,
	'POST /part/getpartdimensions': partDimensions,
	'POST /serviceagents/all': allServiceAgents,
	'POST /channels/all': ({ store }) => ({
		Channels: channels(store).map((row) => omit(row, 'Campaigns')),
	}),
	// That campaigns stand within their channels is not proven.
	'POST /channels/campaigns': ({ store }) => settings({ Channels: channels(store) }),
	'POST /settings/features': () => settings({ Features: ['Proposals', 'Feedback+Issues'] }),
	'POST /settings/leadsourcecategories': () =>
		settings({
			LeadSourceCategories: [
				{ Id: 1, Name: 'Advertising' },
				{ Id: 2, Name: 'Word of mouth' },
			],
		}),
	'POST /settings/namedtaxrates': () =>
		settings({
			NamedTaxRates: [
				{ Id: 1, Name: 'State tax', Rate: 4.5 },
				{ Id: 2, Name: 'County tax', Rate: 1.25 },
			],
		}),
	// Cities are objects in one place of the documents and text in another.
	'POST /settings/radiuscities': () => settings({ Cities: ['Maplewick', 'Port Sorrel'] }),
	'POST /settings/radiuspostalcodes': ({ store, body }) => {
		const own = keyOf({ store, body })?.OrganizationId;
		return settings({ PostalCodes: store.collection('organizations').require(own).PostalCodes });
	},
	'POST /organizations/query': queryOrganizations,
	'POST /organizations/details': organizationDetails,
	'POST /customfields/all': all('customFields'),
	'POST /cancelreasons/all': cancelReasons,
	'POST /user/all': all('users'),
	'POST /user/create': createUser,
	'POST /blogs/find': findBlogs,
	'POST /blogs/get': getBlog,
	'POST /test/echo': () => ({}),
};
