import { pick, select } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { role as roles, user } from '../pickers';

export const role = defineResource({
	value: 'role',
	name: 'Role',
	description: 'What users of a kind may do',
	operations: {
		get: read({
			action: 'Get a role',
			request: 'GET /role/{roleId}',
			path: { roleId: select(roles, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many roles',
			request: 'GET /role',
			query: { userId: pick(user, { description: 'Only the roles of this user' }) },
		}),
	},
});
