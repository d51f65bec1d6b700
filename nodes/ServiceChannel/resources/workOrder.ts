import { choice, pick, text } from '../../shared/define/fields';
import { create } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { issueArea, issueEquipment, problem, problemType } from '../listPickers';
import { tradeName } from '../pickers';
import { forWhom, moreOfNew, needed } from './newWorkOrder';
import { workOrderChanges } from './workOrderChanges';
import { workOrderLists } from './workOrderLists';

const nothingYet = { body: { ProblemSource: 'API', Status: { Primary: 'Open', Extended: '' } } };

const trade = pick(tradeName, { as: 'ContractInfo.TradeName', shown: true });

/** Each side has calls of its own for the lists of a work order to come. */
const side = choice(
	[
		['Provider', 'provider'],
		['Subscriber', 'subscriber'],
	],
	{
		required: true,
		default: 'provider',
		label: 'Signed In As',
		description: 'Only says where the lists below come from. It is not sent.',
		write: () => undefined,
	},
);

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
			always: nothingYet,
			body: {
				...forWhom,
				tradeName: trade,
				...needed,
				problemCode: text({
					required: true,
					as: 'ProblemCode',
					description: 'A code of the subscriber’s issue list',
				}),
				...moreOfNew,
			},
		}),
		createFromIssueList: create({
			name: 'Create From Issue List',
			action: 'Create a work order from the issue list',
			description: 'Open a work order by choosing area, problem type, equipment and problem',
			request: 'POST /workorders',
			always: nothingYet,
			body: {
				side,
				...forWhom,
				areaId: pick(issueArea, { required: true, as: 'IssueRequestInfo.AreaId' }),
				problemType: pick(problemType, { required: true, as: 'IssueRequestInfo.ProblemType' }),
				equipmentType: pick(issueEquipment, { required: true, as: 'IssueRequestInfo.AssetType' }),
				problemCode: pick(problem, { required: true, as: 'ProblemCode' }),
				areaName: text({
					as: 'IssueRequestInfo.ExtendedAreaName',
					shown: true,
					description: 'Where in the area',
				}),
				tradeName: trade,
				...needed,
				...moreOfNew,
			},
		}),
		...workOrderLists,
		...workOrderChanges,
	},
});
