import { choices, pick, select } from '../../shared/define/fields';
import { defineEvent } from '../../shared/define/event';
import { isNumber, isOneOf, isText, wholeYear } from '../odata';
import { category, location, priority, provider, subscriber, trade } from '../pickers';

export const workOrderUpdated = defineEvent({
	value: 'workOrderUpdated',
	name: 'Work Order Updated',
	description:
		'When anything on a work order changes whose call is less than a year old. Several changes between two looks come as one. A new work order may come as well, where ServiceChannel goes on filling it in.',
	request: 'GET /odata/workorders',
	always: wholeYear('UpdatedDate,Id'),
	since: (moment) => ({ $filter: `UpdatedDate ge ${moment}` }),
	changedAt: 'UpdatedDate_DTO',
	// The plain member may be printed hours off, and the filter goes by it.
	sentBack: 'UpdatedDate',
	id: 'Id',
	sorted: true,
	// inferred: a work order that was only created carries the same moment in both
	only: ({ CreatedDate_DTO: created, UpdatedDate_DTO: updated }) => created !== updated,
	filters: {
		categoryId: select(category, isNumber('CategoryId')),
		locationId: pick(location, isNumber('Location/Id')),
		primaryStatus: choices(
			['OPEN', 'IN PROGRESS', 'COMPLETED', 'INVOICED', 'VOID'],
			isOneOf('Status/Primary'),
		),
		priority: select(priority, isText('Priority')),
		providerId: pick(provider, isNumber('Provider/Id')),
		subscriberId: pick(subscriber, isNumber('Subscriber/Id')),
		tradeId: pick(trade, isNumber('TradeId')),
	},
	overlapSeconds: 120,
});

export const workOrderCreated = defineEvent({
	...workOrderUpdated,
	value: 'workOrderCreated',
	name: 'Work Order Created',
	description:
		'When a work order is created. A change before the next look comes with it. One whose call is dated more than a year back is not seen.',
	always: wholeYear('CreatedDate,Id'),
	since: (moment) => ({ $filter: `CreatedDate ge ${moment}` }),
	changedAt: 'CreatedDate_DTO',
	sentBack: 'CreatedDate',
	only: undefined,
});

export const workOrderCreatedOrUpdated = defineEvent({
	...workOrderUpdated,
	value: 'workOrderCreatedOrUpdated',
	name: 'Work Order Created or Updated',
	description:
		'When a work order is created, or when anything changes on one whose call is less than a year old. Several changes between two looks come as one.',
	only: undefined,
});

export const workOrderStatusChanged = defineEvent({
	...workOrderUpdated,
	value: 'workOrderStatusChanged',
	name: 'Work Order Status Changed',
	description:
		'When the primary or the extended status of a work order becomes another one, of those whose call is less than a year old. A new one counts as changed, and so does one that was not seen for long. Of several changes between two looks only the last one is seen.',
	watched: ['Status.Primary', 'Status.Extended'],
	only: undefined,
});
