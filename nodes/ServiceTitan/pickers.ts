import type { IDataObject } from 'n8n-workflow';

import { definePicker, labelled, type Picker } from '../shared/define/picker';
import type { Route } from '../shared/define/vendor';

export * from './shortLists';

const id = 'number' as const;
const example = '48213';

/** The answer leaves inactive records out unless asked for them; what is picked is meant to be in use. */
const active = { active: 'True' };

export const customer = definePicker({
	value: 'customer',
	name: 'Customer',
	plural: 'Customers',
	search: 'GET /crm/v2/tenant/{tenant}/customers',
	find: (name) => ({ name }),
	example,
	id,
	item: (record) => ({ name: labelled(record.name, record.id), value: Number(record.id) }),
});

export const location = definePicker({
	value: 'location',
	name: 'Location',
	plural: 'Locations',
	search: 'GET /crm/v2/tenant/{tenant}/locations',
	find: (name) => ({ name }),
	within: { customerId: 'customerId' },
	example,
	id,
	item: (record) => ({ name: labelled(record.name, record.id), value: Number(record.id) }),
});

export const job = definePicker({
	value: 'job',
	name: 'Job',
	plural: 'Jobs',
	search: 'GET /jpm/v2/tenant/{tenant}/jobs',
	find: (number) => ({ number }),
	within: { customerId: 'customerId', locationId: 'locationId' },
	example,
	id,
	item: (record) => ({
		name: record.jobNumber ? `#${String(record.jobNumber)}` : labelled('', record.id),
		value: Number(record.id),
	}),
});

export const appointment = definePicker({
	value: 'appointment',
	name: 'Appointment',
	plural: 'Appointments',
	search: 'GET /jpm/v2/tenant/{tenant}/appointments',
	find: (number) => ({ number }),
	within: { jobId: 'jobId' },
	example,
	id,
	item: (record) => ({
		name: labelled(record.appointmentNumber && `#${String(record.appointmentNumber)}`, record.id),
		value: Number(record.id),
	}),
});

export const technician = definePicker({
	value: 'technician',
	name: 'Technician',
	plural: 'Technicians',
	search: 'GET /settings/v2/tenant/{tenant}/technicians',
	find: (name) => ({ name }),
	always: active,
	example: '17',
	id,
	item: (record) => ({ name: labelled(record.name, record.id), value: Number(record.id) }),
});

export const project = definePicker({
	value: 'project',
	name: 'Project',
	plural: 'Projects',
	search: 'GET /jpm/v2/tenant/{tenant}/projects',
	within: { customerId: 'customerId', locationId: 'locationId' },
	example,
	id,
	item: (record) => ({
		name: labelled(record.name ?? record.number, record.id),
		value: Number(record.id),
	}),
});

/** Records with a name, in lists that may be long. */
const record = (
	value: string,
	name: string,
	plural: string,
	search: Route,
	more: Partial<Picker> = {},
): Picker =>
	definePicker({
		value,
		name,
		plural,
		search,
		example,
		id,
		item: (one) => ({ name: labelled(one.name, one.id), value: Number(one.id) }),
		...more,
	});

export const booking = record(
	'booking',
	'Booking',
	'Bookings',
	'GET /crm/v2/tenant/{tenant}/bookings',
);

/** Only the bookings of the chosen provider: others cannot be changed by its path. */
export const bookingOfProvider = record(
	'bookingOfProvider',
	'Booking',
	'Bookings',
	'GET /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings',
	{ within: { bookingProvider: 'bookingProvider' } },
);

export const installedEquipment = record(
	'installedEquipment',
	'Installed Equipment',
	'Installed Equipment',
	'GET /equipmentsystems/v2/tenant/{tenant}/installed-equipment',
	{ within: { locationId: 'locationIds' } },
);

export const employee = record(
	'employee',
	'Employee',
	'Employees',
	'GET /settings/v2/tenant/{tenant}/employees',
	{ find: (name) => ({ name }), always: active, example: '17' },
);

export const estimate = record(
	'estimate',
	'Estimate',
	'Estimates',
	'GET /sales/v2/tenant/{tenant}/estimates',
	{ within: { jobId: 'jobId', projectId: 'projectId', locationId: 'locationId' } },
);

export const estimateItem = record(
	'estimateItem',
	'Item',
	'Items',
	'GET /sales/v2/tenant/{tenant}/estimates/items',
	{
		within: { id: 'estimateId' },
		item: ({ sku, description, id: key }) => ({
			name: labelled((sku as IDataObject | null)?.displayName ?? description, key),
			value: Number(key),
		}),
	},
);

export const invoice = record(
	'invoice',
	'Invoice',
	'Invoices',
	'GET /accounting/v2/tenant/{tenant}/invoices',
	{
		find: (number) => ({ number }),
		within: { jobId: 'jobId', customerId: 'customerId' },
		item: ({ referenceNumber, id: key }) => ({
			name: referenceNumber ? `#${String(referenceNumber)}` : labelled('', key),
			value: Number(key),
		}),
	},
);

export const lead = record('lead', 'Lead', 'Leads', 'GET /crm/v2/tenant/{tenant}/leads', {
	item: ({ summary, id: key }) => ({ name: labelled(shortened(summary), key), value: Number(key) }),
});

export const task = record(
	'task',
	'Task',
	'Tasks',
	'GET /taskmanagement/v2/tenant/{tenant}/tasks',
	{ find: (name) => ({ name }) },
);

export const form = record('form', 'Form', 'Forms', 'GET /forms/v2/tenant/{tenant}/forms', {
	find: (name) => ({ name }),
});

export const shift = record(
	'shift',
	'Technician Shift',
	'Technician Shifts',
	'GET /dispatch/v2/tenant/{tenant}/technician-shifts',
	{
		find: (titleContains) => ({ titleContains }),
		item: ({ title, start, id: key }) => ({
			name: labelled([title, dayOf(start)].filter(Boolean).join(', '), key),
			value: Number(key),
		}),
	},
);

export const nonJobAppointment = record(
	'nonJobAppointment',
	'Non-Job Appointment',
	'Non-Job Appointments',
	'GET /dispatch/v2/tenant/{tenant}/non-job-appointments',
	{
		item: ({ name, start, id: key }) => ({
			name: labelled([name, dayOf(start)].filter(Boolean).join(', '), key),
			value: Number(key),
		}),
	},
);

export const call = record('call', 'Call', 'Calls', 'GET /telecom/v3/tenant/{tenant}/calls', {
	// The documents have two IDs: beside the job's number, and in `leadCall`, which is taken for the call's own.
	item: ({ leadCall }) => {
		const { id: key, from, receivedOn } = (leadCall ?? {}) as IDataObject;
		if (key === undefined) return undefined;
		return {
			name: labelled([from, dayOf(receivedOn)].filter(Boolean).join(', '), key),
			value: Number(key),
		};
	},
});

/** Entries of one record, of which the field `id` says the one. */
const contactOf = (value: string, search: Route, more: Partial<Picker> = {}): Picker =>
	record(value, 'Contact', 'Contacts', search, {
		within: { id: 'id' },
		item: ({ type, value: reached, id: key }) => ({
			name: `${String(type)}: ${String(reached)}`,
			value: Number(key),
		}),
		...more,
	});

export const customerContact = contactOf(
	'customerContact',
	'GET /crm/v2/tenant/{tenant}/customers/{id}/contacts',
);
export const locationContact = contactOf(
	'locationContact',
	'GET /crm/v2/tenant/{tenant}/locations/{id}/contacts',
);
export const bookingContact = contactOf(
	'bookingContact',
	'GET /crm/v2/tenant/{tenant}/bookings/{id}/contacts',
);

const noteOf = (value: string, search: Route): Picker =>
	record(value, 'Note', 'Notes', search, {
		within: { id: 'id' },
		item: ({ text, id: key }) => ({ name: labelled(shortened(text), key), value: Number(key) }),
	});

export const customerNote = noteOf(
	'customerNote',
	'GET /crm/v2/tenant/{tenant}/customers/{id}/notes',
);
export const locationNote = noteOf(
	'locationNote',
	'GET /crm/v2/tenant/{tenant}/locations/{id}/notes',
);

/** Persons of the account's address book; unlike every other record they have GUIDs. */
export const contact = definePicker({
	value: 'contact',
	name: 'Contact',
	plural: 'Contacts',
	search: 'GET /crm/v2/tenant/{tenant}/contacts',
	find: (name) => ({ name }),
	example: '3f2c6b1e-8a54-4d0e-9a57-0c1d2e3f4a5b',
	id: 'text',
	item: (one) => ({ name: labelled(one.name, one.id), value: String(one.id) }),
});

export const contactMethod = definePicker({
	value: 'contactMethod',
	name: 'Contact Method',
	plural: 'Contact Methods',
	search: 'GET /crm/v2/tenant/{tenant}/contacts/{contactId}/contact-methods',
	find: (value) => ({ value }),
	within: { contactId: 'contactId' },
	example: '3f2c6b1e-8a54-4d0e-9a57-0c1d2e3f4a5b',
	id: 'text',
	item: ({ type, value, id: key }) => ({
		name: `${String(type)}: ${String(value)}`,
		value: String(key),
	}),
});

/** What a contact can be tied to. */
export const relatedRecord = definePicker({
	...customer,
	value: 'relatedRecord',
	name: 'Related Record',
	plural: 'Related Records',
	kinds: { field: 'typeSlug', pickers: { booking, customer, location } },
});

const shortened = (text: unknown): string => String(text ?? '').slice(0, 60);

const dayOf = (moment: unknown): string => (typeof moment === 'string' ? moment.slice(0, 10) : '');
