import { list, pick, text } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { technician as technicians } from '../pickers';
import { activeFilter, ids, stampFilters } from './fields';

export const technician = defineResource({
	value: 'technician',
	name: 'Technician',
	description: 'Who does the work',
	simple: ['id', 'name', 'active', 'email', 'phoneNumber', 'businessUnitId', 'team', 'modifiedOn'],
	operations: {
		get: read({
			action: 'Get a technician',
			request: 'GET /settings/v2/tenant/{tenant}/technicians/{id}',
			path: { id: pick(technicians, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many technicians',
			request: 'GET /settings/v2/tenant/{tenant}/technicians',
			query: {
				active: activeFilter,
				name: text({ description: 'A part of the name is enough' }),
				userIds: list({ label: 'User IDs' }),
				...stampFilters,
				ids,
			},
		}),
	},
});
