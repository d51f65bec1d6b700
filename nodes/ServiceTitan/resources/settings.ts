import { choice, pick, text } from '../../shared/define/fields';
import { listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { businessUnit as units } from '../pickers';
import { exportOf } from './export';
import {
	activeFilter,
	createdFilters,
	externalDataChanges,
	externalDataWanted,
	ids,
	stampFilters,
	stampSort,
} from './fields';

const id = pick(units, { required: true });

export const businessUnit = defineResource({
	value: 'businessUnit',
	name: 'Business Unit',
	description: 'The parts of the company that jobs are booked on',
	simple: ['id', 'name', 'active', 'officialName', 'email', 'phoneNumber', 'address', 'modifiedOn'],
	operations: {
		export: exportOf('business units', 'GET /settings/v2/tenant/{tenant}/export/business-units'),
		get: read({
			action: 'Get a business unit',
			request: 'GET /settings/v2/tenant/{tenant}/business-units/{id}',
			path: { id },
			query: externalDataWanted,
		}),
		getAll: listAll({
			action: 'Get many business units',
			request: 'GET /settings/v2/tenant/{tenant}/business-units',
			query: {
				active: activeFilter,
				name: text({ description: 'A part of the name is enough' }),
				...externalDataWanted,
				...stampFilters,
				ids,
			},
		}),
		update: update({
			action: 'Update a business unit',
			description: 'Only external data can be changed',
			request: 'PATCH /settings/v2/tenant/{tenant}/business-units/{id}',
			path: { id },
			body: { externalData: externalDataChanges },
		}),
	},
});

export const tagType = defineResource({
	value: 'tagType',
	name: 'Tag Type',
	description: 'The tags that jobs, customers and locations can have',
	operations: {
		export: exportOf('tag types', 'GET /settings/v2/tenant/{tenant}/export/tag-types'),
		getAll: listAll({
			action: 'Get many tag types',
			request: 'GET /settings/v2/tenant/{tenant}/tag-types',
			query: { active: activeFilter, ...stampFilters, sort: stampSort },
		}),
	},
});

export const userRole = defineResource({
	value: 'userRole',
	name: 'User Role',
	description: 'What employees and technicians are allowed to do',
	operations: {
		getAll: listAll({
			action: 'Get many user roles',
			request: 'GET /settings/v2/tenant/{tenant}/user-roles',
			query: {
				active: activeFilter,
				name: text({ description: 'A part of the name is enough' }),
				employeeType: choice(['All', 'Employee', 'None', 'Technician']),
				...createdFilters,
				ids,
			},
		}),
	},
});

export const callReason = defineResource({
	value: 'callReason',
	name: 'Call Reason',
	description: 'Why people call, and why leads and bookings are dismissed',
	operations: {
		getAll: listAll({
			action: 'Get many call reasons',
			request: 'GET /jbce/v2/tenant/{tenant}/call-reasons',
			query: { active: activeFilter, ...stampFilters, sort: stampSort },
		}),
	},
});
