import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { wholeList } from '../wire';

export const proposalTemplate = defineResource({
	value: 'proposalTemplate',
	name: 'Proposal Template',
	description: 'What a proposal can begin with',
	id: 'Id',
	operations: {
		getAll: listAll({
			action: 'Get many proposal templates',
			request: 'POST /proposal/alltemplates',
			paging: wholeList,
		}),
	},
});
