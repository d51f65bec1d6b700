import { date } from '../../shared/define/fields';
import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { pascalCased, wholeList } from '../wire';

export const forecast = defineResource({
	value: 'forecast',
	name: 'Forecast',
	description: 'Revenue that the organizations of a brand expect. Needs a Data Subscriber key.',
	id: 'OrganizationId',
	operations: {
		getAll: listAll({
			action: 'Get many forecasts',
			request: 'POST /datasubscriber/forecasts',
			body: pascalCased({
				fromDate: date({ description: 'The first day' }),
				throughDate: date({ description: 'The last day' }),
			}),
			paging: wholeList,
		}),
	},
});
