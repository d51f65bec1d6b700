import { flag } from '../../shared/define/fields';
import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { pascalCased, wholeList } from '../wire';

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
			body: pascalCased({
				includeInactive: flag({ description: 'Whether to return inactive ones too' }),
			}),
			paging: wholeList,
		}),
	},
});
