import { flag, select } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { service as services } from '../pickers';
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
