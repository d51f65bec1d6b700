import { flag, pick, select, text } from '../../shared/define/fields';
import { create, listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { allFields, FIELDS_UNKNOWN } from '../bodies';
import { blog as blogs, part as parts, service as services } from '../pickers';
import { pascalCased, wholeList } from '../wire';

const includeParts = flag({ description: 'Whether to add the parts of each service' });
const includeInactive = flag({ description: 'Whether to return inactive ones too' });

export const service = defineResource({
	value: 'service',
	name: 'Service',
	description: 'Work that can be booked',
	id: 'Id',
	operations: {
		get: read({
			action: 'Get a service',
			request: 'POST /services/details',
			body: {
				serviceId: select(services, { required: true, as: 'Id' }),
				...pascalCased({
					includeParts,
					includeInactive: flag({ description: 'Whether to return it if it is inactive' }),
				}),
			},
			at: 'Matches[0]',
		}),
		getAll: listAll({
			action: 'Get many services',
			request: 'POST /services/all',
			body: pascalCased({ includeParts, includeInactive }),
			paging: wholeList,
		}),
	},
});

export const part = defineResource({
	value: 'part',
	name: 'Part',
	description: 'Material or an extra of a service. Get Many of services lists parts.',
	id: 'Id',
	operations: {
		get: read({
			action: 'Get a part',
			request: 'POST /part/details',
			body: { partId: pick(parts, { required: true, as: 'Id' }) },
		}),
		getDimensions: read({
			action: 'Get the dimensions of a part',
			request: 'POST /part/getpartdimensions',
			body: { partId: pick(parts, { required: true, as: 'PartId' }) },
		}),
	},
});

export const serviceAgent = defineResource({
	value: 'serviceAgent',
	name: 'Service Agent',
	description: 'Somebody who does the work',
	id: 'Id',
	operations: {
		getAll: listAll({
			action: 'Get many service agents',
			request: 'POST /serviceagents/all',
			body: pascalCased({
				includeInactive: flag({ description: 'Whether to return former ones too' }),
			}),
			paging: wholeList,
		}),
	},
});

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

export const customField = defineResource({
	value: 'customField',
	name: 'Custom Field',
	description: 'A field that the account added to contacts, appointments, proposals or their lines',
	id: 'Id',
	operations: {
		getAll: listAll({
			action: 'Get many custom fields',
			request: 'POST /customfields/all',
			body: pascalCased({ includeInactive }),
			paging: wholeList,
		}),
	},
});

export const cancelReason = defineResource({
	value: 'cancelReason',
	name: 'Cancel Reason',
	description: 'Why an appointment can be canceled',
	id: 'Id',
	operations: {
		getAll: listAll({
			action: 'Get many cancel reasons',
			description: 'One live account gave as many empty records as it had reasons',
			request: 'POST /cancelreasons/all',
			body: pascalCased({ includeInactive }),
			paging: wholeList,
		}),
	},
});

export const blog = defineResource({
	value: 'blog',
	name: 'Blog',
	description: 'A post that the brand published',
	id: 'Id',
	operations: {
		get: read({
			action: 'Get a blog',
			request: 'POST /blogs/get',
			body: { blogId: pick(blogs, { required: true, as: 'Id' }) },
			at: 'Matches[0]',
		}),
		getAll: listAll({
			action: 'Get many blogs',
			request: 'POST /blogs/find',
			body: pascalCased({ search: text({ description: 'Words to look for' }) }),
			paging: wholeList,
		}),
	},
});
