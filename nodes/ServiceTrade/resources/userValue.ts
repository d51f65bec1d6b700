import { pick, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { user, userValue as values } from '../pickers';

const userId = pick(user, { required: true });
const valueId = pick(values, { required: true });

export const userValue = defineResource({
	value: 'userValue',
	name: 'User Value',
	description: 'A setting that is kept for one user',
	operations: {
		create: create({
			action: 'Create a user value',
			request: 'POST /user/{userId}/value',
			path: { userId },
			body: {
				name: text({
					required: true,
					placeholder: 'defaultWarehouse',
					description: 'One of the fixed names, such as disableClock or defaultOnSiteItem',
				}),
				value: text({ required: true }),
			},
		}),
		delete: remove({
			action: 'Delete a user value',
			request: 'DELETE /user/{userId}/value/{valueId}',
			path: { userId, valueId },
		}),
		get: read({
			action: 'Get a user value',
			request: 'GET /user/{userId}/value/{valueId}',
			path: { userId, valueId },
		}),
		getAll: listAll({
			action: 'Get many user values',
			request: 'GET /user/{userId}/value',
			path: { userId },
		}),
		update: update({
			action: 'Update a user value',
			request: 'PUT /user/{userId}/value/{valueId}',
			path: { userId, valueId },
			body: { name: text(), value: text() },
		}),
	},
});
