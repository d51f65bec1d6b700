import type { IDataObject } from 'n8n-workflow';

import { definePicker, labelled, type Picker, type PickerItem } from '../shared/define/picker';
import { limitedPages, wholeList } from './wire';

/** Parts of a label that are there, with commas between them. */
const listed = (...parts: readonly unknown[]): string =>
	parts.filter((part) => Boolean(part)).join(', ');

/** The day of `2026-03-09T00:00:00`. */
const dayOf = (date: unknown): string => String(date ?? '').slice(0, 10);

const nameIn = (contact: unknown): unknown => (contact as IDataObject | null | undefined)?.Name;

const id = 'number' as const;
const example = '48213';

/** Rows without an ID turn up in lists of this vendor, and cannot be chosen. */
const byId = ({ Id: value, Name: name }: IDataObject): PickerItem | undefined =>
	value === undefined || value === null
		? undefined
		: { name: labelled(name, value), value: Number(value) };

/** For calls that take a name and no ID. */
const byName = ({ Name: name }: IDataObject): PickerItem | undefined =>
	typeof name === 'string' && name.trim() !== '' ? { name: name.trim(), value: name } : undefined;

/** What somebody types to find a contact is told apart by its look, because each kind has a filter of its own. */
function searchFor(typed: string): IDataObject {
	const text = typed.trim();
	if (text.includes('@')) return { EmailSearch: text };
	return /^[\d\s()+.-]{7,}$/.test(text) ? { PhoneSearch: text } : { NameSearch: text };
}

export const contact = definePicker({
	value: 'contact',
	name: 'Contact',
	plural: 'Contacts',
	search: 'POST /contacts/locate',
	find: searchFor,
	// Every contact there is would be listed.
	findOnly: true,
	paging: limitedPages,
	example,
	id,
	item: (record) =>
		record.Id === undefined || record.Id === null
			? undefined
			: {
					name: labelled(listed(record.Name, record.Phone), record.Id),
					value: Number(record.Id),
				},
});

/** Read without bounds, but page by page; typing looks in day, contact and service of what was read. */
export const appointment = definePicker({
	value: 'appointment',
	name: 'Appointment',
	plural: 'Appointments',
	search: 'POST /appointments/query',
	always: { IncludeContact: true, IncludeCompleted: true },
	example: '70112',
	id,
	item: ({ AppointmentId: value, DateTime, ServiceName, Contact }) =>
		value === undefined || value === null
			? undefined
			: {
					name: labelled(listed(DateTime, nameIn(Contact), ServiceName), value),
					value: Number(value),
				},
});

export const service = definePicker({
	value: 'service',
	name: 'Service',
	plural: 'Services',
	search: 'POST /services/all',
	paging: wholeList,
	example: '311',
	id,
	item: byId,
});

/** Quick booking takes a service by its name. */
export const serviceName = definePicker({
	...service,
	value: 'serviceName',
	example: 'Window Cleaning',
	id: 'text',
	item: byName,
});

/** Parts stand within the services that use them, and cannot be asked for by service. */
export const part = definePicker({
	value: 'part',
	name: 'Part',
	plural: 'Parts',
	search: 'POST /services/all',
	always: { IncludeParts: true },
	paging: wholeList,
	example: '501',
	id,
	item: ({ Name: of, AvailableParts: parts }) =>
		Array.isArray(parts)
			? (parts as IDataObject[]).flatMap(({ Id: value, Name: name }) =>
					value === undefined || value === null
						? []
						: { name: labelled(listed(name, of), value), value: Number(value) },
				)
			: undefined,
});

export const user = definePicker({
	value: 'user',
	name: 'User',
	plural: 'Users',
	search: 'POST /user/all',
	paging: wholeList,
	example: '201',
	id,
	item: (record) => byId({ Id: record.Id, Name: listed(record.Name, record.Email) }),
});

/** Only a brand key may search for organizations. */
export const organization = definePicker({
	value: 'organization',
	name: 'Organization',
	plural: 'Organizations',
	search: 'POST /organizations/query',
	find: (name) => ({ NameSearch: name }),
	paging: wholeList,
	example: '101',
	id,
	item: ({ OrganizationId: value, PublicName: publicName, Name: name }) =>
		byId({ Id: value, Name: publicName || name }),
});

export const serviceAgent = definePicker({
	value: 'serviceAgent',
	name: 'Service Agent',
	plural: 'Service Agents',
	search: 'POST /serviceagents/all',
	paging: wholeList,
	example: '27',
	id,
	item: (record) => (hasLeft(record.EndDate) ? undefined : byId(record)),
});

const hasLeft = (endDate: unknown): boolean =>
	typeof endDate === 'string' && Date.parse(endDate) < Date.now();

export const channel = definePicker({
	value: 'channel',
	name: 'Channel',
	plural: 'Channels',
	search: 'POST /channels/all',
	paging: wholeList,
	example: 'Referral',
	id: 'text',
	item: byName,
});

export const campaign = definePicker({
	value: 'campaign',
	name: 'Campaign',
	plural: 'Campaigns',
	search: 'POST /channels/campaigns',
	paging: wholeList,
	example: 'Spring Mailing',
	id: 'text',
	item: (record) => {
		const item = byName(record);
		return item && record.Channel
			? { ...item, name: `${item.name} (${String(record.Channel)})` }
			: item;
	},
});

export const customField = definePicker({
	value: 'customField',
	name: 'Custom Field',
	plural: 'Custom Fields',
	search: 'POST /customfields/all',
	paging: wholeList,
	example: 'Gate Code',
	id: 'text',
	item: (record) => {
		const item = byName(record);
		return item && record.Shortcode ? { ...item, description: String(record.Shortcode) } : item;
	},
});

export const proposal = definePicker({
	value: 'proposal',
	name: 'Proposal',
	plural: 'Proposals',
	search: 'POST /proposal/query',
	always: { Scope: 'all', IncludeContact: true },
	example: '9001',
	id,
	item: ({ Id, Date: day, Contact, ServiceName, Status }) =>
		byId({ Id, Name: listed(dayOf(day), nameIn(Contact), ServiceName, Status) }),
});

export const proposalTemplate = definePicker({
	value: 'proposalTemplate',
	name: 'Proposal Template',
	plural: 'Proposal Templates',
	search: 'POST /proposal/alltemplates',
	paging: wholeList,
	example: '4',
	id,
	item: byId,
});

export const invoice = definePicker({
	value: 'invoice',
	name: 'Invoice',
	plural: 'Invoices',
	search: 'POST /invoice/query',
	always: { IncludeContact: true },
	example: '9501',
	id,
	item: ({ Id, Date: day, Contact }) => byId({ Id, Name: listed(dayOf(day), nameIn(Contact)) }),
});

/** Live answers had empty rows, so that an ID often has to be typed. */
export const cancelReason = definePicker({
	value: 'cancelReason',
	name: 'Cancel Reason',
	plural: 'Cancel Reasons',
	search: 'POST /cancelreasons/all',
	paging: wholeList,
	example: '3',
	id,
	item: byId,
});

/** That a blog has a title or a name is inferred: its rows are documented nowhere. */
export const blog = definePicker({
	value: 'blog',
	name: 'Blog',
	plural: 'Blogs',
	search: 'POST /blogs/find',
	find: (words) => ({ Search: words }),
	paging: wholeList,
	example: '801',
	id,
	item: ({ Id, Title: title, Name: name }) => byId({ Id, Name: title ?? name }),
});

/** A list of places around the organization; others can be typed. */
const place = (
	named: { value: string; name: string; plural: string; example: string },
	search: Picker['search'],
) =>
	definePicker({
		...named,
		search,
		paging: wholeList,
		id: 'text',
		item: ({ City, PostalCode, Name }) => byName({ Name: City ?? PostalCode ?? Name }),
	});

export const radiusCity = place(
	{ value: 'radiusCity', name: 'City', plural: 'Cities', example: 'Maplewick' },
	'POST /settings/radiuscities',
);

export const radiusPostalCode = place(
	{ value: 'radiusPostalCode', name: 'Postal Code', plural: 'Postal Codes', example: '00011' },
	'POST /settings/radiuspostalcodes',
);
