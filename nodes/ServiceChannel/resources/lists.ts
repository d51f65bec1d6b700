import { number, pick, pickMany, text } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { onePage } from '../../shared/http/paging';
import { forSubscriber, theLocation, workorderId } from '../fields';
import { inOrder, isNumber, isText, odataOptions } from '../odata';
import { subscriber, trade as trades } from '../pickers';

const ofOne = 'A provider has to say whose';

export const status = defineResource({
	value: 'status',
	name: 'Status',
	description: 'What work orders of a subscriber can be',
	operations: {
		getAll: listAll({
			action: 'Get many statuses',
			description: 'List the statuses of a subscriber with what each asks for',
			request: 'GET /workorders/statuses',
			paging: onePage,
			query: { subscriberId: forSubscriber, tradeId: pick(trades) },
		}),
		getForWorkOrder: read({
			name: 'Get for Work Order',
			action: 'Get the statuses that a work order may get',
			description: 'What the signed-in user may set',
			request: 'GET /workorders/{workorderId}/statuses',
			path: { workorderId },
			query: { subscriberId: pick(subscriber), tradeId: pick(trades) },
		}),
	},
});

export const trade = defineResource({
	value: 'trade',
	name: 'Trade',
	description: 'A kind of work, such as plumbing',
	operations: {
		getAll: listAll({
			action: 'Get many trades',
			request: 'GET /odata/trades',
			always: inOrder('Name,Id'),
			query: {
				subscriberId: pick(subscriber, {
					...isNumber('SubscriberId'),
					shown: true,
					description: ofOne,
				}),
				name: text(isText('Name')),
				...odataOptions,
			},
		}),
		getForLocation: listAll({
			name: 'Get Many of a Location',
			action: 'Get many trades of a location',
			description: 'List the trades that have a ranked provider there',
			request: 'GET /odata/locations({locationId})/trades',
			path: { locationId: theLocation },
			always: inOrder('Name,Id'),
			query: odataOptions,
		}),
	},
});

export const category = defineResource({
	value: 'category',
	name: 'Category',
	description: 'A kind of work order, such as repair',
	operations: {
		getAll: listAll({
			action: 'Get many categories',
			request: 'GET /workorders/categories',
			paging: onePage,
			query: {
				subscriberId: forSubscriber,
				sort: text({ as: 'sortExpr', description: 'A member to sort by' }),
			},
		}),
		getForSubscriber: listAll({
			name: 'Get Many of Subscribers',
			action: 'Get many categories of subscribers',
			description: 'List one’s own and those of child subscribers. For subscribers only.',
			request: 'GET /categories',
			paging: onePage,
			query: { subscriberIds: pickMany(subscriber) },
		}),
	},
});

export const priority = defineResource({
	value: 'priority',
	name: 'Priority',
	description: 'How soon a work order is due',
	operations: {
		getAll: listAll({
			action: 'Get many priorities',
			request: 'GET /priorities',
			paging: onePage,
			query: { subscriberId: forSubscriber },
		}),
		getForLocation: listAll({
			name: 'Get Many of a Location',
			action: 'Get many priorities of a location',
			description: 'List priorities with the scheduled date that each would give',
			request: 'GET /priorities/locations/{locationId}/priorities',
			path: { locationId: theLocation },
			paging: onePage,
		}),
	},
});

export const workType = defineResource({
	value: 'workType',
	name: 'Work Type',
	description: 'What a technician checks in for, such as repair or travel',
	operations: {
		getAll: listAll({
			action: 'Get many work types',
			request: 'GET /worktypes',
			paging: onePage,
			query: { subscriberId: forSubscriber },
		}),
	},
});

export const currency = defineResource({
	value: 'currency',
	name: 'Currency',
	description: 'What amounts are in',
	operations: {
		getCode: read({
			name: 'Get Code',
			action: 'Get the code of a currency',
			request: 'GET /currencies/currencyalphabeticcode',
			query: {
				currency: number({
					required: true,
					as: 'currencyId',
					label: 'Currency ID',
					default: 1,
					description: 'As records of work orders and proposals have it. No call lists them.',
				}),
			},
		}),
	},
});
