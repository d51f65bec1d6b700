import { definePicker, labelled } from '../../shared/define/picker';
import { onePage } from '../../shared/http/paging';
import { byMembers, byName, id } from './labels';

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

export const role = definePicker({
	value: 'role',
	name: 'Role',
	plural: 'Roles',
	search: 'GET /role',
	example: '5',
	id,
	item: byName,
});

/** Permissions have words for IDs. */
export const activity = definePicker({
	value: 'activity',
	name: 'Activity',
	plural: 'Activities',
	search: 'GET /activity',
	example: 'job.manage',
	id: 'text',
	item: (record) => ({
		name: labelled(record.name, record.id),
		value: String(record.id),
	}),
});

/** What is kept for one user. */
export const userValue = definePicker({
	value: 'userValue',
	name: 'User Value',
	plural: 'User Values',
	search: 'GET /user/{userId}/value',
	within: { userId: 'userId' },
	example: '5',
	id,
	item: byMembers('name', 'value'),
});

export const webhook = definePicker({
	value: 'webhook',
	name: 'Webhook',
	plural: 'Webhooks',
	search: 'GET /webhook',
	example: '5',
	id,
	item: byMembers('hookUrl'),
});

export const externalSystem = definePicker({
	value: 'externalSystem',
	name: 'External System',
	plural: 'External Systems',
	search: 'GET /externalsystem',
	paging: onePage,
	example: '5',
	id,
	item: byMembers('label', 'name'),
});

/** External IDs are kept under the name of the system, not under its ID. */
export const externalSystemName = definePicker({
	...externalSystem,
	value: 'externalSystemName',
	example: 'quickbooks',
	id: 'text',
	item: ({ label, name }) => ({ name: String(label || name), value: String(name) }),
});

export const externalSync = definePicker({
	value: 'externalSync',
	name: 'External Sync',
	plural: 'External Syncs',
	search: 'GET /externalsync',
	example: '5',
	id,
	item: byMembers('status', 'system'),
});
