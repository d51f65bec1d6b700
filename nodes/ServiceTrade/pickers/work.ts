import startCase from 'lodash/startCase';

import { definePicker, labelled } from '../../shared/define/picker';
import { onePage } from '../../shared/http/paging';
import { limitedPages } from '../paging';
import { appointmentStatuses } from '../statuses';
import { byMembers, example, id, joined, nameOf } from './labels';

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

/** The list is refused without a place or a time, and a bound that everything meets opens it. */
export const asset = definePicker({
	value: 'asset',
	name: 'Asset',
	plural: 'Assets',
	search: 'GET /asset',
	always: { createdAfter: 0, status: 'active,inactive' },
	find: (name) => ({ name }),
	within: { locationId: 'locationId' },
	example,
	id,
	item: byMembers('name', 'display', 'type'),
});

/** Kinds of assets, which have words beside their IDs. */
export const assetType = definePicker({
	value: 'assetType',
	name: 'Asset Type',
	plural: 'Asset Types',
	search: 'GET /assetdefinition',
	always: { active: 1 },
	example: 'air_handler',
	id: 'text',
	item: ({ display, type }) => ({ name: String(display || type), value: String(type) }),
});

export const assetDefinition = definePicker({
	value: 'assetDefinition',
	name: 'Asset Definition',
	plural: 'Asset Definitions',
	search: 'GET /assetdefinition',
	example: 'air_handler',
	// The list shows no IDs, and the word of the type does as well.
	id: 'text',
	item: ({ display, type }) => ({ name: String(display || type), value: String(type) }),
});

/** There is no search by text, so what is typed has to be the whole reference number. */
export const deficiency = definePicker({
	value: 'deficiency',
	name: 'Deficiency',
	plural: 'Deficiencies',
	search: 'GET /deficiency',
	find: (refNumber) => ({ refNumber }),
	within: { assetId: 'assetId' },
	example,
	id,
	item: ({ title, description, refNumber, location: place, id: value }) => ({
		name: labelled(
			joined(title || description, refNumber && `#${String(refNumber)}`, nameOf(place)),
			value,
		),
		value: Number(value),
	}),
});

export const serviceRecurrence = definePicker({
	value: 'serviceRecurrence',
	name: 'Service Recurrence',
	plural: 'Service Recurrences',
	search: 'GET /servicerecurrence',
	find: (description) => ({ description }),
	within: { locationId: 'locationIds' },
	example,
	id,
	item: byMembers('description', 'frequency', 'location'),
});

export const serviceTemplate = definePicker({
	value: 'serviceTemplate',
	name: 'Service Template',
	plural: 'Service Templates',
	search: 'GET /servicetemplate',
	find: (name) => ({ name }),
	example: '5',
	id,
	item: byMembers('name'),
});

/** Service items belong to a service request, whose ID is what is typed. */
export const serviceItem = definePicker({
	value: 'serviceItem',
	name: 'Service Item',
	plural: 'Service Items',
	search: 'GET /serviceitem',
	find: (serviceRequestId) => ({ serviceRequestId }),
	findOnly: true,
	example,
	id,
	item: byMembers('description', 'quantity'),
});

/** Items of a job are listed for one job at a time, so what is typed is taken for its ID. */
export const jobItem = definePicker({
	value: 'jobItem',
	name: 'Job Item',
	plural: 'Job Items',
	search: 'GET /jobitem',
	find: (jobId) => ({ jobId }),
	findOnly: true,
	example,
	id,
	item: byMembers('name', 'quantity'),
});

export const jobContext = definePicker({
	value: 'jobContext',
	name: 'Job Context',
	plural: 'Job Contexts',
	search: 'GET /jobcontext',
	example: '5',
	id,
	item: byMembers('jobType', 'customer', 'location', 'serviceLine'),
});

/** Clock events are listed for one job at a time, so what is typed is taken for its ID. */
export const clockEvent = definePicker({
	value: 'clockEvent',
	name: 'Clock Event',
	plural: 'Clock Events',
	search: 'GET /clock',
	always: { paired: 0 },
	find: (jobId) => ({ jobId }),
	findOnly: true,
	example,
	id,
	item: ({ eventType, activity, eventTime, user: who, id: value }) => {
		const when = typeof eventTime === 'number' && new Date(eventTime * 1000);
		return {
			name: labelled(
				joined(
					eventType,
					activity,
					nameOf(who),
					when && `${when.toISOString().slice(0, 16).replace('T', ' ')} (UTC)`,
				),
				value,
			),
			value: Number(value),
		};
	},
});
