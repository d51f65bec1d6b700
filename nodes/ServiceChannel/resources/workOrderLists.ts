import { choices, list, pick, pickMany, select, text } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { skippedPages } from '../../shared/http/paging';
import { days, forSubscriber, workorderId } from '../fields';
import { plainPages } from '../listPickers';
import {
	between,
	expandMembers,
	isNumber,
	isOneOf,
	isText,
	odataMembers,
	orderBy,
	rawFilter,
	selectMembers,
	wholeYear,
} from '../odata';
import {
	category,
	location,
	priority,
	provider,
	subscriber,
	subscriberStatus,
	trade,
	workOrder as workOrders,
} from '../pickers';

const [called, created, updated, scheduled, completed, expires] = [
	'CallDate',
	'CreatedDate',
	'UpdatedDate',
	'ScheduledDate',
	'CompletedDate',
	'ExpirationDate',
].map(between);

/** Conditions with fields of their own, of which `$filter` is made. */
const conditions = {
	subscriberId: pick(subscriber, isNumber('Subscriber/Id')),
	primaryStatus: choices(
		// The last two were seen but are in no list of the vendor's.
		['OPEN', 'IN PROGRESS', 'COMPLETED', 'INVOICED', 'VOID'],
		isOneOf('Status/Primary'),
	),
	extendedStatus: select(subscriberStatus, isText('Status/Extended')),
	// A work order may carry 0 as its own LocationId, while that of its location is right.
	locationId: pick(location, isNumber('Location/Id')),
	providerId: pick(provider, isNumber('Provider/Id')),
	tradeId: pick(trade, isNumber('TradeId')),
	categoryId: select(category, isNumber('CategoryId')),
	priority: select(priority, isText('Priority')),
	number: text({ ...isText('Number'), description: 'The provider’s number' }),
	purchaseNumber: text({
		...isText('PurchaseNumber'),
		description: 'The subscriber’s number',
	}),
	callDateFrom: called.from,
	callDateBefore: called.before,
	completedDateFrom: completed.from,
	completedDateBefore: completed.before,
	createdDateFrom: created.from,
	createdDateBefore: created.before,
	expirationDateFrom: expires.from,
	expirationDateBefore: expires.before,
	scheduledDateFrom: scheduled.from,
	scheduledDateBefore: scheduled.before,
	updatedDateFrom: updated.from,
	updatedDateBefore: updated.before,
};

/** The same pages as those of the query, whose options lose their dollar signs in a body. */
const pagesInBody = skippedPages({
	size: 'Top',
	skip: 'Skip',
	total: '@odata.count',
	// A text here, where it is a flag in the query.
	count: { Count: 'true' },
	largest: 50,
	in: 'body',
});

const inBody = wholeYear('CallDate desc,Id desc');

/** Conditions of plain searches, each of which may be given several times. */
const exactly = (as: string, description?: string) =>
	list({ as, ...(description && { description }) });
const BEGINNING = 'The beginning is enough';

export const workOrderLists = {
	get: read({
		action: 'Get a work order',
		request: 'GET /workorders/{workorderId}',
		path: { workorderId },
	}),
	getWithRelated: read({
		name: 'Get with Related Records',
		action: 'Get a work order with related records',
		description: 'Get chosen members of a work order and the records around it',
		request: 'GET /odata/workorders({workorderId})',
		path: { workorderId },
		query: odataMembers,
	}),
	getAll: listAll({
		action: 'Get many work orders',
		description: 'List work orders of the last year by the date of the call, the latest first',
		request: 'GET /odata/workorders',
		always: { query: wholeYear('CallDate desc,Id desc') },
		query: {
			...conditions,
			filter: rawFilter,
			orderBy,
			select: selectMembers,
			expand: expandMembers('e.g. Location,Provider($select=Name)'),
		},
	}),
	getAllByLongFilter: listAll({
		name: 'Get Many by Long Filter',
		action: 'Get many work orders by a long filter',
		description: 'List work orders by a condition that is too long for an address',
		request: 'POST /odata/workorders/filter',
		paging: pagesInBody,
		body: {
			longFilter: text({
				required: true,
				as: 'Filter',
				label: 'OData Filter',
				rows: 4,
				placeholder: "e.g. Number eq 'TM1' or Number eq 'TM2'",
				description: 'Without a condition on CallDate the last year is meant',
				write: (given) => {
					const $filter = `(${String(given)})`;
					const opened = inBody(Date.now(), { $filter }).$filter;
					return opened === undefined ? $filter : `${$filter} and ${String(opened)}`;
				},
				along: { Orderby: 'CallDate desc,Id desc' },
			}),
			orderBy: text({ ...orderBy, as: 'Orderby' }),
			select: text({ ...selectMembers, as: 'Select' }),
			expand: text({ ...expandMembers('e.g. Location,Provider($select=Name)'), as: 'Expand' }),
		},
	}),
	search: listAll({
		action: 'Search work orders',
		description: 'List work orders with everything around them, by plain conditions',
		request: 'GET /workorders',
		paging: plainPages,
		query: {
			callDate: exactly('callDate', 'YYYY-MM-DD'),
			category: exactly('category'),
			categoryIds: pickMany(category, { as: 'categoryId' }),
			expirationDate: exactly('expirationDate', 'YYYY-MM-DD'),
			extendedStatus: exactly('extendedStatus'),
			locationId: pick(location),
			number: exactly('number', BEGINNING),
			otherLocations: exactly('otherLocationId'),
			priority: exactly('priority'),
			purchaseNumber: exactly('purchaseNumber', BEGINNING),
			scheduledDate: exactly('scheduledDate', 'YYYY-MM-DD'),
			service: exactly('serviceId', BEGINNING),
			sort: text({ description: 'A member to sort by' }),
			status: exactly('status'),
			store: text({ as: 'storeId', label: 'Store ID', description: 'For subscribers only' }),
			trade: exactly('trade', BEGINNING),
			tradeIds: pickMany(trade, { as: 'tradeId' }),
			workOrders: pickMany(workOrders, { as: 'id' }),
		},
	}),
	getReassignReasons: read({
		name: 'Get Reassign Reasons',
		action: 'Get the reassign reasons',
		request: 'GET /workorders/reassign/reasons',
		query: { subscriberId: forSubscriber },
	}),
	getStatistics: read({
		name: 'Get Statistics',
		action: 'Get statistics of work orders',
		description: 'Count open, recalled and badly rated work orders. For providers only.',
		request: 'GET /workorders/statistics',
		query: { days: days('daysPeriod') },
	}),
};
