import { definePicker, labelled } from '../shared/define/picker';

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

export const businessUnit = definePicker({
	value: 'businessUnit',
	name: 'Business Unit',
	plural: 'Business Units',
	search: 'GET /settings/v2/tenant/{tenant}/business-units',
	find: (name) => ({ name }),
	always: active,
	example: '5',
	id,
	item: ({ name, id: value }) => ({ name: String(name ?? value), value: Number(value) }),
});

export const jobType = definePicker({
	value: 'jobType',
	name: 'Job Type',
	plural: 'Job Types',
	search: 'GET /jpm/v2/tenant/{tenant}/job-types',
	find: (name) => ({ name }),
	always: active,
	example: '5',
	id,
	item: ({ name, id: value }) => ({ name: String(name ?? value), value: Number(value) }),
});

export const campaign = definePicker({
	value: 'campaign',
	name: 'Campaign',
	plural: 'Campaigns',
	search: 'GET /marketing/v2/tenant/{tenant}/campaigns',
	find: (name) => ({ name }),
	example: '5',
	id,
	item: ({ name, id: value }) => ({ name: String(name ?? value), value: Number(value) }),
});

export const cancelReason = definePicker({
	value: 'cancelReason',
	name: 'Cancel Reason',
	plural: 'Cancel Reasons',
	search: 'GET /jpm/v2/tenant/{tenant}/job-cancel-reasons',
	always: active,
	example: '5',
	id,
	item: ({ name, id: value }) => ({ name: String(name ?? value), value: Number(value) }),
});

export const tagType = definePicker({
	value: 'tagType',
	name: 'Tag',
	plural: 'Tags',
	search: 'GET /settings/v2/tenant/{tenant}/tag-types',
	always: active,
	example: '5',
	id,
	item: ({ name, id: value }) => ({ name: String(name ?? value), value: Number(value) }),
});
