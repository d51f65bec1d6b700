import { choice, choices, dateTime, number, pick, select, text } from '../../shared/define/fields';
import { create, listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	expandMembers,
	isBefore,
	isFrom,
	isNumber,
	isOneOf,
	isText,
	orderBy,
	rawFilter,
	selectMembers,
	wholeYear,
} from '../odata';
import {
	category,
	categoryName,
	extendedStatus,
	location,
	priority,
	provider,
	subscriber,
	subscriberStatus,
	trade,
	tradeName,
	workOrder as workOrders,
} from '../pickers';

const workorderId = pick(workOrders, { required: true });

/** The bounds of one date: the earlier one includes its moment, the later one does not. */
const within = (member: string) => ({
	from: dateTime(isFrom(member)),
	before: dateTime(isBefore(member)),
});

const [called, created, updated, scheduled, completed, expires] = [
	'CallDate',
	'CreatedDate',
	'UpdatedDate',
	'ScheduledDate',
	'CompletedDate',
	'ExpirationDate',
].map(within);

export const workOrder = defineResource({
	value: 'workOrder',
	name: 'Work Order',
	description: 'Work that a subscriber asks a provider to do at a location',
	// Of each date only the member ending in _DTO is right; its twin without may be off by hours.
	simple: [
		'Id',
		'Number',
		'PurchaseNumber',
		'Status',
		'Description',
		'Trade',
		'Category',
		'Priority',
		'Nte',
		'Subscriber.Id',
		'Subscriber.Name',
		'Location.Id',
		'Location.StoreId',
		'Location.Name',
		'Provider.Id',
		'Provider.Name',
		'CallDate_DTO',
		'ScheduledDate_DTO',
		'ExpirationDate_DTO',
		'CompletedDate_DTO',
		'CreatedDate_DTO',
		'UpdatedDate_DTO',
		'Resolution',
	],
	operations: {
		create: create({
			action: 'Create a work order',
			description: 'Open a work order for a subscriber; a provider needs that subscriber’s leave',
			request: 'POST /workorders',
			always: { body: { ProblemSource: 'API', Status: { Primary: 'Open', Extended: '' } } },
			body: {
				subscriberId: pick(subscriber, {
					as: 'ContractInfo.SubscriberId',
					shown: true,
					description: 'A provider has to say for whom the work is',
				}),
				locationId: pick(location, {
					as: 'ContractInfo.LocationId',
					shown: true,
					description: 'Where the work is to be done, unless a store ID says it',
				}),
				tradeName: pick(tradeName, { as: 'ContractInfo.TradeName', shown: true }),
				category: select(categoryName, { required: true, as: 'Category' }),
				priority: select(priority, {
					required: true,
					as: 'Priority',
					description: 'It says when the work is due, unless a scheduled date does',
				}),
				nte: number({
					required: true,
					as: 'Nte',
					label: 'Not to Exceed',
					description: 'The most that the work may cost',
				}),
				callDate: dateTime({
					required: true,
					as: 'CallDate',
					description: 'When the work was asked for',
				}),
				problemCode: text({
					required: true,
					as: 'ProblemCode',
					description: 'A code of the subscriber’s issue list',
				}),
				description: text({ required: true, as: 'Description', rows: 4 }),
				callerName: text({ as: 'CallerName' }),
				currency: number({
					as: 'CurrencyId',
					label: 'Currency ID',
					default: 1,
					description:
						'1, the US dollar, also holds without this field. No call lists the IDs of other currencies.',
				}),
				followupWorkOrder: pick(workOrders, {
					as: 'FollowupWorkOrder',
					label: 'Follow-Up Of',
					description: 'The work order that this one follows',
				}),
				number: text({ as: 'Number', description: 'The provider’s own number' }),
				problemSource: text({
					as: 'ProblemSource',
					default: 'API',
					description: 'Where the request comes from',
				}),
				providerId: pick(provider, {
					as: 'ContractInfo.ProviderId',
					description: 'Whom to send. Without it the subscriber’s rules choose.',
				}),
				purchaseNumber: text({ as: 'PurchaseNumber', description: 'The subscriber’s number' }),
				recallWorkOrder: pick(workOrders, {
					as: 'RecallWorkOrder',
					label: 'Recall Of',
					description: 'The work order that was not done well enough',
				}),
				scheduledDate: dateTime({
					as: 'ScheduledDate',
					description: 'When the work is due: after the call and before the work order expires',
				}),
				status: choice(
					['Completed', 'Incomplete', ['In Progress', 'InProgress'], ['Not Set', 'NotSet'], 'Open'],
					{ as: 'Status.Primary', default: 'Open' },
				),
				extendedStatus: select(subscriberStatus, { as: 'Status.Extended' }),
				store: text({
					label: 'Store ID',
					as: 'ContractInfo.StoreId',
					description: 'The subscriber’s own code of the location, where its ID is not known',
				}),
			},
		}),
		get: read({
			action: 'Get a work order',
			request: 'GET /workorders/{workorderId}',
			path: { workorderId },
		}),
		getAll: listAll({
			action: 'Get many work orders',
			description: 'List work orders of the last year by the date of the call, the latest first',
			request: 'GET /odata/workorders',
			always: { query: wholeYear('CallDate desc,Id desc') },
			query: {
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
				filter: rawFilter,
				orderBy,
				select: selectMembers,
				expand: expandMembers('e.g. Location,Provider($select=Name)'),
			},
		}),
		updateStatus: operation({
			name: 'Update Status',
			action: 'Update the status of a work order',
			description:
				'Which statuses may be set depends on the subscriber and on the side of the user',
			request: 'PUT /workorders/{workorderId}/status',
			path: { workorderId },
			// The extended status has to be there; an empty one means none.
			always: { body: { Status: { Extended: '' } } },
			body: {
				primary: choice(['COMPLETED', 'IN PROGRESS', 'OPEN'], {
					required: true,
					as: 'Status.Primary',
					label: 'Primary Status',
				}),
				extended: select(extendedStatus, {
					as: 'Status.Extended',
					shown: true,
					description: 'It has to go with the primary status. Left empty, there is none',
				}),
				note: text({ as: 'Note', rows: 3, description: 'Added to the notes of the work order' }),
				actor: text({ as: 'Actor', description: 'On whose behalf the status is changed' }),
				declineReasonId: choice(
					[
						['Cannot Arrive in Time', 1],
						['Location Not Serviced', 3],
						['Not to Exceed Too Low', 6],
						['Not Under Warranty', 4],
						['Other', 5],
						['Trade Not Serviced', 2],
					],
					{
						as: 'DeclineReasonId',
						label: 'Decline Reason',
						description: 'Only where the new status is OPEN with the extended status DECLINED',
					},
				),
				customDeclineReason: text({
					as: 'CustomDeclineReason',
					description: 'In your own words, where the subscriber allows that',
				}),
			},
		}),
	},
});
