import type { IDataObject } from 'n8n-workflow';
import startCase from 'lodash/startCase';

import { definePicker, labelled, type Picker } from '../shared/define/picker';
import { onePage } from '../shared/http/paging';
import { limitedPages } from './paging';
import { appointmentStatuses } from './statuses';

const id = 'number' as const;
const example = '48213';

const nameOf = (value: unknown): string =>
	value !== null && typeof value === 'object' && 'name' in value ? String(value.name) : '';

/** The parts of a label that are there, since related records may be mere IDs. */
const joined = (...parts: unknown[]): string => parts.filter(Boolean).map(String).join(', ');

const byName = (record: IDataObject) => ({
	name: labelled(record.name, record.id),
	value: Number(record.id),
});

/** Companies and locations often share a name, so the number and the town stand beside it. */
const byPlace = (record: IDataObject) => {
	const { refNumber, address } = record;
	const city = address !== null && typeof address === 'object' && (address as IDataObject).city;
	return {
		name: labelled(joined(record.name, refNumber && `#${String(refNumber)}`, city), record.id),
		value: Number(record.id),
	};
};

export const company = definePicker({
	value: 'company',
	name: 'Company',
	plural: 'Companies',
	search: 'GET /company',
	find: (name) => ({ name }),
	example,
	id,
	item: byPlace,
});

export const customer = definePicker({
	...company,
	value: 'customer',
	name: 'Customer',
	plural: 'Customers',
	always: { isCustomer: 1 },
});

export const vendor = definePicker({
	...company,
	value: 'vendor',
	name: 'Vendor',
	plural: 'Vendors',
	always: { isVendor: 1 },
});

export const location = definePicker({
	value: 'location',
	name: 'Location',
	plural: 'Locations',
	search: 'GET /location',
	find: (name) => ({ name }),
	within: { customerId: 'companyId' },
	paging: limitedPages,
	example,
	id,
	item: byPlace,
});

/** Offices are locations of vendors. The list leaves out what is no customer’s unless told otherwise. */
export const office = definePicker({
	value: 'office',
	name: 'Office',
	plural: 'Offices',
	search: 'GET /location',
	always: { isVendor: 1, isCustomer: 0 },
	find: (name) => ({ name }),
	paging: limitedPages,
	example,
	id,
	item: byName,
});

export const contact = definePicker({
	value: 'contact',
	name: 'Contact',
	plural: 'Contacts',
	search: 'GET /contact',
	find: (search) => ({ search }),
	example,
	id,
	item: ({ firstName, lastName, type, email, id: value }) => ({
		name: labelled(
			joined([firstName, lastName].filter(Boolean).map(String).join(' '), type, email),
			value,
		),
		value: Number(value),
	}),
});

export const user = definePicker({
	value: 'user',
	name: 'User',
	plural: 'Users',
	search: 'GET /user',
	find: (name) => ({ name }),
	example: '17',
	id,
	item: byName,
});

/** The list holds the own company’s users alone unless another company is named. */
export const technician = definePicker({
	...user,
	value: 'technician',
	name: 'Technician',
	plural: 'Technicians',
	always: { isTech: 1 },
	within: { vendorId: 'companyId' },
});

export const job = definePicker({
	value: 'job',
	name: 'Job',
	plural: 'Jobs',
	search: 'GET /job',
	// Without it scheduled jobs alone are listed. Canceled ones are left out all the same.
	always: { status: 'all' },
	// There is no search by text. A reference number is the number as text, and may be any text.
	find: (typed) => (/^\d+$/.test(typed) ? { number: typed } : { refNumber: typed }),
	within: { locationId: 'locationId', customerId: 'customerId' },
	paging: limitedPages,
	example,
	id,
	item: (record) => ({
		name: labelled(
			joined(`#${String(record.number)}`, nameOf(record.customer), nameOf(record.location)),
			record.id,
		),
		value: Number(record.id),
	}),
});

export const appointment = definePicker({
	value: 'appointment',
	name: 'Appointment',
	plural: 'Appointments',
	search: 'GET /appointment',
	// Without it the unscheduled ones are left out.
	always: { status: appointmentStatuses.join(',') },
	find: (locationName) => ({ locationName }),
	within: { jobId: 'jobId' },
	paging: limitedPages,
	example,
	id,
	item: ({ location: place, windowStart, name, id: value }) => {
		const start = typeof windowStart === 'number' && new Date(windowStart * 1000);
		return {
			name: labelled(
				joined(nameOf(place) || name, start && `${start.toISOString().slice(0, 10)} (UTC)`),
				value,
			),
			value: Number(value),
		};
	},
});

export const serviceRequest = definePicker({
	value: 'serviceRequest',
	name: 'Service Request',
	plural: 'Service Requests',
	search: 'GET /servicerequest',
	find: (description) => ({ description }),
	within: { locationId: 'locationId' },
	example,
	id,
	item: ({ description, location: place, status, id: value }) => ({
		name: labelled(joined(description, nameOf(place), status), value),
		value: Number(value),
	}),
});

export const serviceOfJob = definePicker({
	...serviceRequest,
	value: 'serviceOfJob',
	within: { jobId: 'jobId' },
});

export const serviceOfAppointment = definePicker({
	...serviceRequest,
	value: 'serviceOfAppointment',
	within: { appointmentId: 'appointmentId' },
});

/** The list is refused without a vendor, a customer or a job. */
export const contract = definePicker({
	value: 'contract',
	name: 'Contract',
	plural: 'Contracts',
	search: 'GET /contract',
	find: (name) => ({ name }),
	within: { vendorId: 'vendorId', customerId: 'customerId', jobId: 'jobId' },
	example,
	id,
	item: byName,
});

export const brand = definePicker({
	value: 'brand',
	name: 'Brand',
	plural: 'Brands',
	search: 'GET /company/{companyId}/brand',
	find: (name) => ({ name }),
	within: { companyId: 'companyId' },
	example,
	id,
	item: (record) => ({
		name: labelled(record.displayName || record.name, record.id),
		value: Number(record.id),
	}),
});

/** The types that the account has enabled, which come as mere words. */
export const jobType = definePicker({
	value: 'jobType',
	name: 'Job Type',
	plural: 'Job Types',
	search: 'GET /accountsettings',
	at: 'data.jobTypes',
	paging: onePage,
	example: 'service_call',
	id: 'text',
	item: (word) => ({ name: startCase(String(word)), value: String(word) }),
});

export const region = definePicker({
	value: 'region',
	name: 'Region',
	plural: 'Regions',
	search: 'GET /region',
	find: (name) => ({ name }),
	example: '5',
	id,
	item: byName,
});

export const serviceLine = definePicker({
	value: 'serviceLine',
	name: 'Service Line',
	plural: 'Service Lines',
	search: 'GET /serviceline',
	example: '5',
	id,
	item: ({ name, trade, id: value }) => ({
		name: labelled(joined(name, trade), value),
		value: Number(value),
	}),
});

export const terms = definePicker({
	value: 'terms',
	name: 'Terms',
	plural: 'Terms',
	search: 'GET /terms',
	example: '5',
	id,
	item: byName,
});

/** What can be searched for among the things that can have a file, by the number of their type. */
const searchable: { readonly [entityType: number]: Picker } = {
	3: job,
	4: user,
	5: company,
	11: location,
	16: appointment,
	18: serviceRequest,
	22: contact,
};

/** Any record that a file can hang on. What kind it is says another field. */
export const entity = definePicker({
	...job,
	value: 'entity',
	name: 'Record',
	plural: 'Records',
	within: {},
	kinds: { field: 'entityType', pickers: searchable },
});

/** Files are listed for one record at a time, so what is typed is taken for the ID of a job. */
export const attachment = definePicker({
	value: 'attachment',
	name: 'Attachment',
	plural: 'Attachments',
	search: 'GET /attachment',
	find: (jobId) => ({ entityType: 3, entityId: jobId }),
	findOnly: true,
	example,
	id,
	item: ({ fileName, purpose, id: value }) => ({
		name: labelled(joined(fileName, purpose), value),
		value: Number(value),
	}),
});
