import { create, listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { allFields, FIELDS_UNKNOWN } from '../bodies';
import { wholeList } from '../wire';

export const user = defineResource({
	value: 'user',
	name: 'User',
	description: 'Somebody who signs in to serviceminder',
	id: 'Id',
	operations: {
		create: create({
			action: 'Create a user',
			notice: FIELDS_UNKNOWN,
			request: 'POST /user/create',
			body: { allFields },
			run: async ({ allFields: body }, { send }) => await send('POST /user/create', { body }),
		}),
		getAll: listAll({
			action: 'Get many users',
			request: 'POST /user/all',
			paging: wholeList,
		}),
	},
});
