import { omit } from 'lodash';

import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { plainDate, trueDate } from './dates';
import { kindsOf, locations, providers, subscribers, userInfo, workOrders } from './entities';
import type { EntitySet, Navigation } from './odata';

const by =
	(collection: string, member: string) =>
	(row: Row, { store }: SandboxRequest): Row | null =>
		store.collection(collection).get(row[member]) ?? null;

const neighbours: Readonly<Record<string, Navigation>> = {
	Provider: { of: by('providers', 'ProviderId'), entity: providers },
	Subscriber: { of: by('subscribers', 'SubscriberId'), entity: subscribers },
	Location: { of: by('locations', 'LocationId'), entity: locations },
};

const NUMBERS = ['SubscriberId', 'ProviderId', 'LocationId'];

const person = (id: unknown, { store }: SandboxRequest): Row | null => {
	const user = store.collection('users').get(id);
	return user ? userInfo(user) : null;
};

/** A moment under both its names. */
const pair = (name: string, twin: string, stored: unknown): Row => ({
	[name]: plainDate(stored),
	[twin]: trueDate(stored),
});

export const proposals: EntitySet = {
	name: 'proposals',
	kinds: {
		...kindsOf({
			number: 'Id Amount',
			text: 'Number Description Comments PoNumber SubmittedTo',
			boolean: '',
			date: 'CreatedDate CreatedDate_dto UpdatedDate UpdatedDateDto ScheduledDate ScheduledDateDto',
		}),
		Status: { Primary: 'text', Extended: 'text', ModifiedDate: 'date', ModifiedBy: 'text' },
		Currency: { Id: 'number', AlphabeticalCode: 'text' },
		Trade: { Id: 'number', Name: 'text' },
	},
	navigation: {
		...neighbours,
		WorkOrder: { of: by('workOrders', 'WorkOrderId'), entity: workOrders },
		Attachments: {
			of: ({ Id }, { store }) => store.collection('attachments').where('ProposalId', Id),
		},
	},
	show: (row, request) => {
		const status = row.Status as Row;
		const trade = request.store.collection('trades').get(row.TradeId);
		return {
			...omit(row, [...NUMBERS, 'TradeId', 'WorkOrderId', 'RfpId', 'CreatedById', 'AssignedToId']),
			Status: {
				...status,
				...pair('ModifiedDate', 'ModifiedDate_dto', status.ModifiedDate),
			},
			Trade: trade ? { Id: trade.Id, Name: trade.Name, SubscriberId: trade.SubscriberId } : null,
			CreatedBy: person(row.CreatedById, request),
			AssignedTo: person(row.AssignedToId, request),
			...pair('CreatedDate', 'CreatedDate_dto', row.CreatedDate),
			...pair('UpdatedDate', 'UpdatedDateDto', row.UpdatedDate),
			...pair('ScheduledDate', 'ScheduledDateDto', row.ScheduledDate),
		};
	},
};

export const rfps: EntitySet = {
	name: 'rfps',
	kinds: kindsOf({
		number: 'Id UserId DueHrs TradeId',
		text: 'Number Description Status ProviderEmail Trade BatchRfpNumber',
		boolean: '',
		date: 'CreatedDate CreatedDateDTO Date DateDTO UpdatedDate UpdatedDateDTO DueDate DueDateDTO',
	}),
	navigation: {
		...neighbours,
		WorkOrder: { of: by('workOrders', 'WorkOrderId'), entity: workOrders },
		Proposals: {
			of: ({ Id }, { store }) => store.collection('proposals').where('RfpId', Id),
			entity: proposals,
		},
	},
	show: (row, { store }) => ({
		...omit(row, [...NUMBERS, 'WorkOrderId']),
		Trade: store.collection('trades').get(row.TradeId)?.Name ?? null,
		...pair('CreatedDate', 'CreatedDateDTO', row.CreatedDate),
		...pair('Date', 'DateDTO', row.Date),
		...pair('UpdatedDate', 'UpdatedDateDTO', row.UpdatedDate),
		...pair('DueDate', 'DueDateDTO', row.DueDate),
	}),
};

const INVOICE_DATES = [
	'PostedDate',
	'InvoiceDate',
	'ApprovedDate',
	'PaidDate',
	'StatusChangeDate',
	'LastActionDate',
	'UpdatedDate',
] as const;

const invoiceDates = (row: Row): Row =>
	Object.fromEntries(INVOICE_DATES.map((name) => [name, plainDate(row[name])]));

export const invoices: EntitySet = {
	name: 'invoices',
	kinds: {
		...kindsOf({
			number: 'Id InvoiceTax InvoiceTotal InvoiceBalance Subtotal WoTrackingNumber VendorPayeeId',
			text: 'Number BatchNumber ApprovalCode PostedBy Status Trade Description Terms Comments',
			boolean: 'IsStarred IsTransferred IsDuplicate WithMismatchedRates',
			date: INVOICE_DATES.join(' '),
		}),
		Currency: { Id: 'number', AlphabeticalCode: 'text' },
	},
	navigation: neighbours,
	show: (row) => ({ ...omit(row, [...NUMBERS, 'Category']), ...invoiceDates(row) }),
};

/** An invoice as the plain path reads it. */
export const shownInvoice = (row: Row, { store }: SandboxRequest): Row => ({
	...row,
	...invoiceDates(row),
	InvoiceNumber: row.Number,
	ProviderName: store.collection('providers').get(row.ProviderId)?.Name,
	Category: { Name: row.Category },
});

export const providerAssignments: EntitySet = {
	name: 'providerAssignments',
	kinds: {
		...kindsOf({ number: 'Id Rank', text: '', boolean: '', date: 'CreatedDate UpdatedDate' }),
		Trade: { Id: 'number', Name: 'text' },
	},
	navigation: neighbours,
	show: (row, { store }) => {
		const trade = store.collection('trades').get(row.TradeId);
		return {
			Id: row.Id,
			Rank: row.Rank,
			CreatedDate: plainDate(row.CreatedDate),
			UpdatedDate: plainDate(row.UpdatedDate),
			Trade: trade ? { Id: trade.Id, Name: trade.Name, SubscriberId: trade.SubscriberId } : null,
		};
	},
};
