import { flag, select, text } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { serviceLine as lines } from '../pickers';

export const serviceLine = defineResource({
	value: 'serviceLine',
	name: 'Service Line',
	description: 'A kind of service, such as sprinklers',
	operations: {
		get: read({
			action: 'Get a service line',
			request: 'GET /serviceline/{serviceLineId}',
			path: { serviceLineId: select(lines, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many service lines',
			request: 'GET /serviceline',
			query: {
				showAll: flag({
					description: 'Whether to add those that the company of the user does not offer',
				}),
				tradeName: text({ description: 'The name of the trade, not of the line' }),
			},
		}),
	},
});
