import { pick, select } from '../../shared/define/fields';
import { create, listAll, read, remove } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	customer,
	jobContext as contexts,
	jobType,
	location,
	office,
	region,
	serviceLine,
} from '../pickers';

const jobContextId = pick(contexts, { required: true });

export const jobContext = defineResource({
	value: 'jobContext',
	name: 'Job Context',
	description: 'Which jobs something applies to',
	operations: {
		delete: remove({
			action: 'Delete a job context',
			request: 'DELETE /jobcontext/{jobContextId}',
			path: { jobContextId },
		}),
		get: read({
			action: 'Get a job context',
			request: 'GET /jobcontext/{jobContextId}',
			path: { jobContextId },
		}),
		getAll: listAll({ action: 'Get many job contexts', request: 'GET /jobcontext' }),
		getOrCreate: create({
			name: 'Get or Create',
			action: 'Get or create a job context',
			description: 'Get the context of these members, which is made if there is none',
			request: 'POST /jobcontext',
			// The sample of the reference sends them in the query.
			query: {
				customerId: pick(customer),
				jobType: select(jobType),
				locationId: pick(location),
				officeId: select(office),
				regionId: select(region),
				serviceLineId: select(serviceLine),
			},
		}),
	},
});
