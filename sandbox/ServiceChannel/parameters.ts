import type { ContractEndpoint, ContractParameter, JsonSchema } from '../core/contract';

type Members = Readonly<Record<string, ContractParameter>>;

const may = (type: string): ContractParameter => ({ in: 'body', type });
const must = (type: string): ContractParameter => ({ in: 'body', type, required: true });

/** What the contract leaves open inside bodies, from the vendor's Swagger document. */
export const structures: Readonly<Record<string, Members>> = {
	'POST /workorders': {
		'ContractInfo.SubscriberId': must('integer'),
		// One of the two, and so with the trade below.
		'ContractInfo.LocationId': may('integer'),
		'ContractInfo.StoreId': may('string'),
		'ContractInfo.ProviderId': may('integer'),
		'ContractInfo.TradeName': may('string'),
		'ContractInfo.TradeId': may('integer'),
		'ContractInfo.IsTradeDeleted': may('boolean'),
		'Status.Primary': must('string'),
		'Status.Extended': must('string'),
		'IssueRequestInfo.AreaId': must('integer'),
		'IssueRequestInfo.ExtendedAreaName': may('string'),
		'IssueRequestInfo.ProblemType': may('string'),
		'IssueRequestInfo.AssetType': may('string'),
	},
	'PUT /workorders/{workorderId}/status': {
		'Status.Primary': must('string'),
		'Status.Extended': must('string'),
		'Status.PrimaryStatus': may('string'),
	},
	'PUT /workorders/{workorderId}/nte': {
		'Details.Price': may('number'),
		'Details.Tax': may('number'),
		'Details.Tax2': may('number'),
		'Details.Tax2Type': may('string'),
	},
};

const PRIMARIES = ['NotSet', 'Open', 'InProgress', 'Completed', 'Incomplete'];
const CHECK_OUT = 'POST /workorders/{workorderId}/universalCheckOut';

export const enumerations: Readonly<Record<string, readonly unknown[]>> = {
	// The name of a status here, its text or number where a status is changed.
	'POST /workorders Status.Primary': PRIMARIES,
	'PUT /workorders/{workorderId}/status Status.PrimaryStatus': PRIMARIES,
	'PUT /workorders/{workorderId}/status DeclineReasonId': [1, 2, 3, 4, 5, 6],
	'PUT /workorders/{workOrderId}/decline DeclineReasonId': [1, 2, 3, 4, 5, 6],
	'POST /workorders/{workorderId}/notes Visibility': [0, 1, 2, 3],
	[`${CHECK_OUT} PrimaryStatus`]: [
		'NoStatusChange',
		'InProgress',
		'Completed',
		'WaitingForQuote',
		'PartsOnOrder',
		'Incomplete',
	],
	[`${CHECK_OUT} ActionStatus`]: ['Complete', 'Cancel'],
};

const DATES = [
	'CallDate',
	'ScheduledDate',
	'CompletedDate',
	'FollowUpDate',
	'CheckInTime',
	'CheckOutTime',
];

export function refine(name: string, { method }: ContractEndpoint): JsonSchema | undefined {
	if (method !== 'GET' && DATES.includes(name)) return { format: 'date-time' };
	// An empty filter is a mistake of the sender.
	if (name === '$filter' || name === '$orderby' || name === '$select') return { minLength: 1 };
	return undefined;
}
