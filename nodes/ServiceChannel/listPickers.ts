import type { IDataObject } from 'n8n-workflow';

import { definePicker, labelled } from '../shared/define/picker';
import { numberedPages, onePage } from '../shared/http/paging';

const id = 'number' as const;

const byName = ({ Id, Name }: IDataObject) => ({ name: labelled(Name, Id), value: Number(Id) });
const byDescription = ({ Id, Description }: IDataObject) => ({
	name: labelled(Description, Id),
	value: Number(Id),
});
const byValue = ({ Key, Value }: IDataObject) => ({
	name: labelled(Value, Key),
	value: Number(Key),
});

/** Pages by number, without a total: the last one is the one that is not full. */
export const plainPages = numberedPages({ page: 'page', size: 'pageSize', largest: 50 });

export const label = definePicker({
	value: 'label',
	name: 'Label',
	plural: 'Labels',
	search: 'GET /workorders/label',
	paging: plainPages,
	find: (keyword) => ({ keyword }),
	example: '118',
	id,
	item: ({ Id, Value }) => ({ name: labelled(Value, Id), value: Number(Id) }),
});

export const reassignReason = definePicker({
	value: 'reassignReason',
	name: 'Reassign Reason',
	plural: 'Reassign Reasons',
	search: 'GET /workorders/reassign/reasons',
	within: { subscriberId: 'subscriberId' },
	paging: onePage,
	example: '1',
	id,
	item: byName,
});

/** One object that has the text of each reason under its code. */
export const rescheduleReason = definePicker({
	value: 'rescheduleReason',
	name: 'Reschedule Reason',
	plural: 'Reschedule Reasons',
	search: 'GET /subscribers/{subscriberId}/workOrderRescheduleReasons',
	within: { subscriberId: 'subscriberId' },
	paging: onePage,
	example: '1',
	id,
	item: (reasons) =>
		Object.entries(reasons)
			.filter(([code, text]) => /^\d+$/.test(code) && typeof text === 'string')
			.map(([code, text]) => ({ name: labelled(text, code), value: Number(code) })),
});

/** By the ID of the log-in service, which is another one than that of check-ins. */
export const technician = definePicker({
	value: 'technician',
	name: 'Technician',
	plural: 'Technicians',
	search: 'GET /ctools/workorder/{workorderId}/assignedtechnicians',
	within: { workorderId: 'workorderId' },
	paging: onePage,
	example: '908114',
	id,
	item: ({ UserId, FirstName, LastName }) => ({
		name: labelled([FirstName, LastName].filter(Boolean).join(' '), UserId),
		value: Number(UserId),
	}),
});

const ofPlace = {
	within: {
		subscriberId: 'subscriberId',
		locationId: 'locationId',
		tradeId: 'tradeId',
		categoryId: 'categoryId',
	},
	paging: plainPages,
	find: (keyword: string) => ({ keyword }),
	example: '25',
	id,
	item: byValue,
};

/** What the subscriber offers at the location for the trade and the category. */
export const resolutionCode = definePicker({
	...ofPlace,
	value: 'resolutionCode',
	name: 'Resolution Code',
	plural: 'Resolution Codes',
	search: 'GET /resolutionCodes',
});

export const rootCause = definePicker({
	...ofPlace,
	value: 'rootCause',
	name: 'Root Cause',
	plural: 'Root Causes',
	search: 'GET /resolutionCodes/rootCauses',
});

export const invoiceRejectionReason = definePicker({
	value: 'invoiceRejectionReason',
	name: 'Rejection Reason',
	plural: 'Rejection Reasons',
	search: 'GET /invoices/{subscriberId}/InvoiceRejectionReasons',
	within: { subscriberId: 'subscriberId' },
	paging: onePage,
	example: 'Amount is wrong',
	// A rejection takes its reason as words.
	id: 'text',
	item: ({ Description }) =>
		typeof Description === 'string' && Description !== ''
			? { name: Description, value: Description }
			: undefined,
});

export const proposalRejectionReason = definePicker({
	value: 'proposalRejectionReason',
	name: 'Rejection Reason',
	plural: 'Rejection Reasons',
	search: 'GET /proposals/RejectionReasons',
	paging: onePage,
	example: '2',
	id,
	item: byDescription,
});

export const assignableUser = definePicker({
	value: 'assignableUser',
	name: 'User',
	plural: 'Users',
	search: 'GET /proposals/{proposalId}/users',
	within: { proposalId: 'proposalId' },
	paging: onePage,
	example: '251447',
	id,
	item: ({ Id, FullName, UserName }) => ({
		name: labelled(FullName || UserName, Id),
		value: Number(Id),
	}),
});

/** A list that is asked for by a POST without a body; for subscribers. */
export const noteHeader = definePicker({
	value: 'noteHeader',
	name: 'Note Header',
	plural: 'Note Headers',
	search: 'POST /LocationNotes/GetLocationNoteHeaders',
	paging: onePage,
	example: 'Parking',
	id: 'text',
	item: ({ Name }) =>
		typeof Name === 'string' && Name !== '' ? { name: Name, value: Name } : undefined,
});

export const dashboard = definePicker({
	value: 'dashboard',
	name: 'Dashboard',
	plural: 'Dashboards',
	search: 'GET /subscribers/{subscriberId}/dashboards',
	within: { subscriberId: 'subscriberId' },
	paging: onePage,
	example: '41',
	id,
	item: byName,
});

/** Lists of texts come as they are, lists of records by their name. */
const textAlone = (row: unknown) =>
	typeof row === 'string' && row !== '' ? { name: row, value: row } : undefined;

const OF_PROVIDER = '/providers/current/subscribers/{subscriberId}/applicationissuelist';

const issueList = { paging: onePage, id: 'text' as const, item: textAlone };

export const providerIssueArea = definePicker({
	value: 'providerIssueArea',
	name: 'Area',
	plural: 'Areas',
	search: `GET ${OF_PROVIDER}/areas`,
	within: { subscriberId: 'subscriberId', locationId: 'locationId' },
	at: 'IssueAreas',
	paging: onePage,
	example: '51',
	id,
	// Spelled with two capitals here.
	item: ({ ID, Name }) => ({ name: labelled(Name, ID), value: Number(ID) }),
});

/** The field that says on which side the caller is: each has its own calls for the same lists. */
const side = 'side';

export const subscriberIssueArea = definePicker({
	...providerIssueArea,
	value: 'subscriberIssueArea',
	search: 'GET /issuelist/areas',
	within: { locationId: 'locationId' },
});

export const issueArea = definePicker({
	...providerIssueArea,
	value: 'issueArea',
	kinds: {
		field: side,
		pickers: { provider: providerIssueArea, subscriber: subscriberIssueArea },
	},
});

/** One call for both sides. */
export const problemType = definePicker({
	...issueList,
	value: 'problemType',
	name: 'Problem Type',
	plural: 'Problem Types',
	search: 'GET /issuelist/problemtypes',
	within: { areaId: 'areaId', subscriberId: 'subscriberId', locationId: 'locationId' },
	at: 'ProblemGroupNames',
	example: 'Leaking',
});

export const providerEquipment = definePicker({
	...issueList,
	value: 'providerEquipment',
	name: 'Equipment',
	plural: 'Equipment',
	search: `GET ${OF_PROVIDER}/items`,
	within: {
		subscriberId: 'subscriberId',
		locationId: 'locationId',
		areaId: 'areaId',
		problemType: 'problemType',
	},
	at: 'IssueEquipmentTypes',
	example: 'Sink',
});

export const subscriberEquipment = definePicker({
	...providerEquipment,
	value: 'subscriberEquipment',
	search: 'GET /issuelist/items',
	within: { locationId: 'locationId', areaId: 'areaId', problemType: 'problemType' },
});

export const issueEquipment = definePicker({
	...providerEquipment,
	value: 'issueEquipment',
	kinds: {
		field: side,
		pickers: { provider: providerEquipment, subscriber: subscriberEquipment },
	},
});

const providerProblem = definePicker({
	...issueList,
	value: 'providerProblem',
	name: 'Problem',
	plural: 'Problems',
	search: `GET ${OF_PROVIDER}/problems`,
	within: {
		subscriberId: 'subscriberId',
		locationId: 'locationId',
		areaId: 'areaId',
		problemType: 'problemType',
		equipmentType: 'equipmentType',
	},
	at: 'Problems',
	example: 'Drips',
});

const subscriberProblem = definePicker({
	...providerProblem,
	value: 'subscriberProblem',
	search: 'GET /issuelist/problems',
	within: {
		locationId: 'locationId',
		areaId: 'areaId',
		problemType: 'problemType',
		equipmentType: 'equipmentType',
	},
});

export const problem = definePicker({
	...providerProblem,
	value: 'problem',
	kinds: { field: side, pickers: { provider: providerProblem, subscriber: subscriberProblem } },
});
