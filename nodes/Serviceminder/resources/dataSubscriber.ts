import { date, number } from '../../shared/define/fields';
import { listAll, operation } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { UNPROVEN } from '../bodies';
import { pascalCased, wholeList } from '../wire';

/** Events that are asked for at once at the most. What follows them only comes once they are cleared. */
const EVENTS = 1_000;

export const feed = defineResource({
	value: 'dataSubscriberFeed',
	name: 'Data Subscriber Feed',
	description:
		'Events of the whole brand that wait until they are cleared. Needs a Data Subscriber key, and two readers of one brand take events from each other.',
	id: 'Id',
	operations: {
		clear: operation({
			action: 'Clear the data subscriber feed',
			description: 'Removes events up to an ID for good. Where it fails, Fetch can clear too.',
			notice: UNPROVEN,
			request: 'POST /datasubscriber/clear',
			body: {
				through: number({ required: true, label: 'Clear Through ID', as: 'ClearThroughId' }),
			},
			returns: 'nothing',
			repeatable: true,
		}),
		fetch: listAll({
			name: 'Fetch',
			action: 'Fetch events of the data subscriber feed',
			description:
				'Gives up to 1,000 events and leaves them there. Their Kind says what they are about.',
			request: 'POST /datasubscriber/fetch',
			body: {
				through: number({
					label: 'Clear Through ID',
					as: 'ClearThroughId',
					description:
						'Also removes events up to this ID for good. Give only what has been worked on.',
				}),
			},
			paging: {
				...wholeList,
				largest: EVENTS,
				first: (size) => ({ EventCount: size }),
			},
		}),
	},
});

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
