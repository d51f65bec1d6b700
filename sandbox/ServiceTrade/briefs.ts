import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

/*
 * Records are stored flat, with the ids of others under the names that the vendor's bodies give
 * them (`locationId`, `techIds`), and shown as the vendor shows them, with the others inside: in
 * brief, by the members that the reference lists for each kind.
 */

export type Show = (row: Row, request: SandboxRequest) => Row;

export function baseUrlOf({ credentials }: Pick<SandboxRequest, 'credentials'>): string {
	return credentials.serviceTradeApi.baseUrl;
}

export function uriOf(request: SandboxRequest, resource: string, id: unknown): string {
	return `${baseUrlOf(request)}/${resource}/${String(id)}`;
}

const AVATAR = {
	small: 'https://app.example.com/avatar-small.png',
	medium: 'https://app.example.com/avatar-medium.png',
	large: 'https://app.example.com/avatar-large.png',
};

/** By collection: the resource of the path, and the members beside `id` and `uri`. */
const MEMBERS: Readonly<Record<string, readonly [string, string]>> = {
	assets: ['asset', 'name'],
	assetDefinitions: ['assetdefinition', 'type display'],
	attachments: ['attachment', ''],
	brands: ['brand', 'name'],
	budgets: ['budget', 'referenceNumber sequence status type'],
	budgetCategories: ['budgetcategory', 'referenceNumber cost libItemType orderIndex'],
	budgetLineItems: [
		'budgetlineitem',
		'referenceNumber name cost quantity total libItemType orderIndex',
	],
	changeOrders: ['changeorder', 'status type'],
	changeOrderCategories: ['changeordercategory', 'referenceNumber changeAction cost libItemType'],
	changeOrderLineItems: [
		'changeorderlineitem',
		'referenceNumber changeAction name cost quantity libItemType orderIndex',
	],
	companies: ['company', 'name status'],
	contracts: ['contract', 'name'],
	deficiencies: ['deficiency', 'name description'],
	entityFilters: ['entityfilter', 'name'],
	externalSyncs: ['externalsync', 'status'],
	invoices: ['invoice', 'name'],
	invoiceItems: ['invoiceitem', 'description quantity price taxRate orderIndex'],
	invoiceRecurrences: ['invoicerecurrence', ''],
	invoiceRecurrenceItems: ['invoicerecurrenceitem', 'description quantity price cost'],
	jobItems: ['jobitem', 'name cost usedOn'],
	paymentTerms: ['paymentterms', 'name orderIndex'],
	quotes: ['quote', 'name status'],
	quoteItems: ['quoteitem', 'description'],
	quoteRequests: ['quoterequest', 'title status'],
	quoteTemplates: ['quotetemplate', 'name'],
	quoteTemplateItems: ['quotetemplateitem', 'description'],
	regions: ['region', 'name'],
	roles: ['role', 'name'],
	serviceItems: ['serviceitem', 'description quantity price orderIndex'],
	serviceRecurrences: ['servicerecurrence', 'description frequency interval repeatWeekday'],
	serviceRequests: ['servicerequest', 'description'],
	serviceTemplates: ['servicetemplate', 'name description frequency interval repeatWeekday'],
	tags: ['tag', 'name'],
	taxGroups: ['taxgroup', 'code name combinedRate state'],
	terms: ['terms', 'name'],
	warehouses: ['warehouse', 'name'],
};

export const serviceLine: Show = ({ id, name, trade, abbr, icon }) => ({
	id,
	name,
	trade,
	abbr,
	icon,
});

const contact: Show = (row, request) => ({
	id: row.id,
	uri: uriOf(request, 'contact', row.id),
	firstName: row.firstName,
	lastName: row.lastName,
	phone: row.phone,
	mobile: row.mobile,
	alternatePhone: row.alternatePhone,
	email: row.email,
	type: row.type,
});

const location: Show = (row, request) => ({
	id: row.id,
	uri: uriOf(request, 'location', row.id),
	name: row.name,
	legacyId: null,
	lat: row.lat,
	lon: row.lon,
	phoneNumber: row.phoneNumber,
	email: row.email,
	primaryContact: one('contacts', row.primaryContactId, request),
	address: row.address,
	taxable: row.taxable,
	status: row.status,
});

const userName = ({ firstName, lastName }: Row) => `${String(firstName)} ${String(lastName)}`;

const user: Show = (row, request) => ({
	id: row.id,
	uri: uriOf(request, 'user', row.id),
	name: userName(row),
	email: row.email,
	status: row.status,
	avatar: AVATAR,
	isTech: row.isTech,
	isHelper: row.isHelper,
});

const job: Show = ({ id, number, type }, request) => ({
	id,
	uri: uriOf(request, 'job', id),
	number,
	type,
	name: `Job ${String(number)}`,
});

const appointment: Show = ({ id }, request) => ({
	id,
	uri: uriOf(request, 'appointment', id),
	name: `Appointment #${String(id)}`,
});

/** Inside other records the type begins with a capital letter, as the samples have it. */
const libItem: Show = ({ id, name, type, code, isGeneric }, request) => ({
	id,
	uri: uriOf(request, 'libitem', id),
	name,
	type: String(type).charAt(0).toUpperCase() + String(type).slice(1),
	code,
	isGeneric,
});

const OWN: Readonly<Record<string, Show>> = {
	serviceLines: serviceLine,
	contacts: contact,
	locations: location,
	users: user,
	jobs: job,
	appointments: appointment,
	libItems: libItem,
};

/** A record as it stands inside another one. */
export function brief(collection: string, row: Row, request: SandboxRequest): Row {
	const own = OWN[collection];
	if (own) return own(row, request);
	const [resource, members] = MEMBERS[collection];
	return {
		id: row.id,
		uri: uriOf(request, resource, row.id),
		...membersOf(row, members),
	};
}

/** The members that a text names; null where the row has none. */
export function membersOf(row: Row, names: string): Row {
	return Object.fromEntries(
		names
			.split(' ')
			.filter(Boolean)
			.map((name) => [name, row[name] ?? null]),
	);
}

/** The record that an id names, in brief; null where there is none. */
export function one(collection: string, id: unknown, request: SandboxRequest): Row | null {
	const row = request.store.collection(collection).get(id);
	return row ? brief(collection, row, request) : null;
}

export function many(collection: string, ids: unknown, request: SandboxRequest): Row[] {
	return ((ids ?? []) as unknown[])
		.map((id) => one(collection, id, request))
		.filter((row) => row !== null);
}

/** Those that name a record under a member, in brief. */
export function those(
	collection: string,
	member: string,
	id: unknown,
	request: SandboxRequest,
): Row[] {
	const rows = request.store.collection(collection).where(member, id);
	return rows.map((row) => brief(collection, row, request));
}

/**
 * How a kind of record is shown: `id`, `uri`, the plain members, and the others inside it, each
 * written `name:collection`, with `name[]` for a list and `=member` where the id is not stored
 * under the usual name (`location:locations` reads `locationId`, `techs[]:users` reads `techIds`).
 */
export function shape(resource: string, plain: string, nested = '', more?: Show): Show {
	const inside = nested
		.split(' ')
		.filter(Boolean)
		.map((text) => {
			const [, name, list, collection, member] = /^(\w+)(\[\])?:(\w+)(?:=(\w+))?$/.exec(text) ?? [];
			if (!name) throw new Error(`Not understood: ${text}`);
			const usual = list ? `${name.replace(/s$/, '')}Ids` : `${name}Id`;
			return { name, collection, member: member ?? usual, read: list ? many : one };
		});
	return (row, request) => ({
		id: row.id,
		uri: uriOf(request, resource, row.id),
		...membersOf(row, plain),
		...Object.fromEntries(
			inside.map(({ name, collection, member, read }) => [
				name,
				read(collection, row[member], request),
			]),
		),
		...more?.(row, request),
	});
}

/** A whole number of Unix seconds. */
export function nowOf({ clock }: Pick<SandboxRequest, 'clock'>): number {
	return Math.floor(clock.now() / 1000);
}
