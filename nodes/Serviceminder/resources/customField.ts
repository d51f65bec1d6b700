import { flag } from '../../shared/define/fields';
import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { pascalCased, wholeList } from '../wire';

export const customField = defineResource({
	value: 'customField',
	name: 'Custom Field',
	description: 'A field that the account added to contacts, appointments, proposals or their lines',
	id: 'Id',
	operations: {
		getAll: listAll({
			action: 'Get many custom fields',
			request: 'POST /customfields/all',
			body: pascalCased({
				includeInactive: flag({ description: 'Whether to return inactive ones too' }),
			}),
			paging: wholeList,
		}),
	},
});
