import type { IDataObject } from 'n8n-workflow';

import { definePicker, labelled, type PickerItem } from '../shared/define/picker';
import { limitedPages, wholeList } from './wire';

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
					name: labelled(
						[record.Name, record.Phone].filter((part) => Boolean(part)).join(', '),
						record.Id,
					),
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
					name: labelled(
						[DateTime, (Contact as IDataObject | null)?.Name, ServiceName]
							.filter((part) => Boolean(part))
							.join(', '),
						value,
					),
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
	item: byName,
});
