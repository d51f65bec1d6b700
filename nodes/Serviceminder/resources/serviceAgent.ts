import { flag } from '../../shared/define/fields';
import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { pascalCased, wholeList } from '../wire';

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
