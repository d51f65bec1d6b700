import type { ContractEndpoint, ContractParameter, JsonSchema } from '../core/contract';
import { MEMBERS } from './members';
import { EVENT_TYPES } from './webhookEvents';

type Members = Readonly<Record<string, ContractParameter>>;

const TYPES: Readonly<Record<string, string>> = {
	int: 'integer',
	num: 'number',
	text: 'string',
	flag: 'boolean',
	time: 'datetime',
	any: 'any',
};

/** `A:int B[]{ C:text! }` as the contract writes it: `A`, and `B[].C`, which must be there. */
function membersIn(text: string): Members {
	const members: Record<string, ContractParameter> = {};
	const inside: string[] = [];
	for (const word of text.split(/\s+/)) {
		if (word === '}') inside.pop();
		else if (word.endsWith('{')) inside.push(`${word.slice(0, -1)}.`);
		else {
			const [, name, type, list, must] = /^([^:]+):(\w+)(\*?)(!?)$/.exec(word) ?? [];
			const one = TYPES[type];
			members[inside.join('') + name] = {
				in: 'body',
				type: list === '' ? one : one === 'any' ? 'array' : `array of ${one}`,
				...(must === '!' && { required: true }),
			};
		}
	}
	return members;
}

/** What the contract leaves open inside bodies. */
export const structures: Readonly<Record<string, Members>> = Object.fromEntries(
	Object.entries(MEMBERS).map(([route, text]) => [route, membersIn(text)]),
);

const PRIMARIES = ['NotSet', 'Open', 'InProgress', 'Completed', 'Incomplete'];
/** Each, box, feet, square feet, pounds, gallons, ounces. */
const UNITS = ['1', '2', '3', '4', '5', '6', '7'];
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
	'POST /workorders Attachments.Type': ['File', 'RemoteStorage'],
	'GET /workorders/{workorderId}/notes/recipients noteVisibility': [
		'VisibleToEveryone',
		'VisibleToProvider',
		'VisibleToClient',
		'NotVisible',
	],
	ActionSource: ['Standard', 'DecisionEngine'],
	EventTypes: EVENT_TYPES,
	'Subscriptions.EventTypes': EVENT_TYPES,
	userFilterType: ['Corporate', 'All'],
	SortField: [
		'None',
		'AssetType',
		'Trade',
		'Brand',
		'LastUpdatedDate',
		'AssetTag',
		'ModelNo',
		'SerialNo',
		'Location',
	],
	AttachmentsFlag: ['Default', 'WithAttachments', 'WithoutAttachments'],
	'PUT /assets/updateAssetStatus Status': [0, 1, 2, 3],
	'POST /assets Condition': [0, 25, 50, 75, 100],
	'PUT /assets Condition': [0, 25, 50, 75, 100],
	'Labors.SkillLevel': ['1', '2', '3'],
	'Labors.LaborType': ['1', '2', '3'],
	'Materials.UnitType': UNITS,
	'Travels.UnitType': UNITS,
	'Others.UnitType': UNITS,
	'Tax2Details.Tax2Name': ['VAT', 'HST', 'PST', 'QST'],
};

const DATES = [
	'CallDate',
	'ScheduledDate',
	'CompletedDate',
	'FollowUpDate',
	'CheckInTime',
	'CheckOutTime',
];

const isTime = (name: string, { method, path }: ContractEndpoint): boolean =>
	Object.entries(structures[`${method} ${path}`] ?? {}).some(
		([member, { type }]) => type === 'datetime' && member.replace(/\[\]/g, '') === name,
	);

export function refine(name: string, endpoint: ContractEndpoint): JsonSchema | undefined {
	const { method } = endpoint;
	if (isTime(name, endpoint)) return { format: 'date-time' };
	if (method !== 'GET' && DATES.includes(name)) return { format: 'date-time' };
	// An empty filter is a mistake of the sender.
	if (name === '$filter' || name === '$orderby' || name === '$select') return { minLength: 1 };
	return undefined;
}
