import { omit } from 'lodash';

import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { plainDate, trueDate } from './dates';
import type { EntitySet } from './odata';
import type { PropertyKind } from './odataFilter';

/** The members of an entity by the kind of their values. */
export function kindsOf(
	kinds: Readonly<Record<PropertyKind, string>>,
): Record<string, PropertyKind> {
	return Object.fromEntries(
		Object.entries(kinds).flatMap(([kind, names]) =>
			names
				.split(/\s+/)
				.filter((name) => name !== '')
				.map((name) => [name, kind as PropertyKind]),
		),
	);
}

const asStored = (row: Row) => ({ ...row });

/** A user as records name one. */
export const userInfo = ({ Id, UserName, FullName, Email }: Row): Row => ({
	Id,
	UserName,
	UserNameOrFullName: FullName,
	FullName,
	Email,
});

export const locations: EntitySet = {
	name: 'locations',
	kinds: kindsOf({
		number: 'Id SubscriberId Latitude Longitude LocationTypeId StateId CountryId',
		text: `SubscriberName StoreId Name ShortName Address1 Address2 City State Region District Zip
			Country Status Email Phone Contact TimeZoneShortDescription TimeZoneIanaName`,
		boolean: 'IsInternational',
		date: 'OpenDate',
	}),
	show: (row) => ({ ...row, OpenDate: plainDate(row.OpenDate) }),
};

export const subscribers: EntitySet = {
	name: 'subscribers',
	kinds: kindsOf({ number: 'Id', text: 'Name ShortName', boolean: '', date: '' }),
	show: asStored,
};

export const providers: EntitySet = {
	name: 'providers',
	kinds: kindsOf({ number: 'Id', text: 'Name FullName', boolean: 'DoNotDispatch', date: '' }),
	show: asStored,
};

export const trades: EntitySet = {
	name: 'trades',
	kinds: kindsOf({ number: 'Id SubscriberId', text: 'Name', boolean: '', date: '' }),
	show: asStored,
};

export const users: EntitySet = {
	name: 'users',
	kinds: kindsOf({
		number: 'Id SubscriberId',
		text: 'UserName FullName Email UserType',
		boolean: 'Disabled IsLocked',
		date: '',
	}),
	show: (row) => omit(row, ['AuthUserId', 'EmployeeId', 'ProviderId']),
};

export const attachments: EntitySet = {
	name: 'attachments',
	kinds: kindsOf({
		number: 'Id NoteId Visibility',
		text: 'Description Name Uri UploadBy',
		boolean: 'IsInvoiceDigitalCopy',
		date: 'TimeStamp',
	}),
	show: (row, request) => ({
		...omit(row, ['WorkOrderId', 'StoredAs', 'Bytes', 'ContentType']),
		TimeStamp: plainDate(row.TimeStamp),
		Uri: storageUri(row.StoredAs, request),
	}),
};

export const STORAGE_PATH = '/storage/';

function storageUri(storedAs: unknown, { credentials }: SandboxRequest): string {
	return new URL(STORAGE_PATH + String(storedAs), credentials.serviceChannelApi.baseUrl).href;
}

/** A note without the work order that it is of. */
export function shownNote(row: Row): Row {
	return {
		...omit(row, 'WorkOrderId'),
		DateCreated: plainDate(row.DateCreated),
		ScheduledDate: plainDate(row.ScheduledDate),
		FollowUpDate: plainDate(row.FollowUpDate),
	};
}

export const notes: EntitySet = {
	name: 'notes',
	kinds: kindsOf({
		number: 'Id Number',
		text: 'NoteData MailedTo CreatedBy CompanyName NoteType Visibility',
		boolean: 'ActionRequired IsPinned IsAttachmentNote',
		date: 'DateCreated ScheduledDate FollowUpDate',
	}),
	navigation: {
		attachments: {
			of: (row, { store }) => store.collection('attachments').where('NoteId', row.Id),
			entity: attachments,
		},
	},
	show: shownNote,
};

export const checkIns: EntitySet = {
	name: 'checkInActivity',
	kinds: kindsOf({
		number: 'Id',
		text: 'CallerId Action WorkType StatusNew Dnis CheckInOutType Source',
		boolean: '',
		date: 'Date Dto',
	}),
	show: (row, { store }) => {
		return {
			...omit(row, ['WorkOrderId', 'MechanicId', 'UserId']),
			Date: plainDate(row.Date),
			Dto: trueDate(row.Date),
			User: userInfo(store.collection('users').get(row.UserId) ?? {}),
		};
	},
};

export const workActivities: EntitySet = {
	name: 'workactivities',
	kinds: kindsOf({
		number: 'Id WorkOrderId TechsCount CreatedBy',
		text: 'CallerId ResolutionCode WorkType Name',
		boolean: 'IsTimeEdited HasCheckInInfo HasCheckListResponse',
		date: 'TimeIn TimeOut',
	}),
	show: (row, { store }) => ({
		...omit(row, 'UserId'),
		TimeIn: plainDate(row.TimeIn),
		TimeOut: plainDate(row.TimeOut),
		User: userInfo(store.collection('users').get(row.UserId) ?? {}),
	}),
};

const WORK_ORDER_DATES = [
	'CallDate',
	'ReassignDate',
	'ScheduledDate',
	'CompletedDate',
	'ExpirationDate',
	'OriginalEta',
	'UpdatedDate',
	'CreatedDate',
] as const;

function datePairs(row: Row): Row {
	return Object.fromEntries(
		WORK_ORDER_DATES.flatMap((name) => [
			[name, plainDate(row[name])],
			[`${name}_DTO`, trueDate(row[name])],
		]),
	);
}

function counts(row: Row, { store }: SandboxRequest): Row {
	const own = store.collection('notes').where('WorkOrderId', row.Id);
	const last = own.at(-1);
	const files = store.collection('attachments').where('WorkOrderId', row.Id).length;
	return {
		Notes: {
			WorkOrderId: row.Id,
			Last: last
				? {
						Id: last.Id,
						Number: last.Number,
						NoteData: last.NoteData,
						DateCreated: plainDate(last.DateCreated),
						DateCreated_DTO: trueDate(last.DateCreated),
						ActionRequired: last.ActionRequired,
						MailedTo: last.MailedTo,
						CreatedBy: last.CreatedBy,
					}
				: null,
			Count: { Total: own.length, Own: own.length },
		},
		Attachments: { Count: { Total: files, Own: files } },
	};
}

export const workOrders: EntitySet = {
	name: 'workorders',
	kinds: {
		...kindsOf({
			number: `Id LocationId PriorityId TradeId CategoryId Nte Tax Tax2 Price PostedId CallerId
				RecallWorkOrder ProjectId ClosingAuthorizationNumber AssetCount`,
			text: `Number PurchaseNumber Caller CreatedBy Priority Trade Category ApprovalCode Description
				Tax2Type ProblemCode Resolution Source CheckInDeniedReason`,
			boolean: `IsCheckInDenied IsInvoiced IsExpired IsEnabledForMobile HasWorkActivity
				AutoComplete AutoInvoice`,
			date: WORK_ORDER_DATES.flatMap((name) => [name, `${name}_DTO`]).join(' '),
		}),
		Status: { Primary: 'text', Extended: 'text', CanCreateInvoice: 'boolean' },
		Currency: { Id: 'number', AlphabeticalCode: 'text' },
	},
	navigation: {
		Provider: {
			of: (row, { store }) => store.collection('providers').get(row.ProviderId) ?? null,
			entity: providers,
		},
		Subscriber: {
			of: (row, { store }) => store.collection('subscribers').get(row.SubscriberId) ?? null,
			entity: subscribers,
		},
		Location: {
			of: (row, { store }) => store.collection('locations').get(row.LocationId) ?? null,
			entity: locations,
		},
		Invoice: { of: () => null },
		Assets: { of: () => [] },
	},
	show: (row, request) => ({
		...omit(row, ['SubscriberId', 'ProviderId', 'ResolutionCodes', 'RootCauses', 'AssetIds']),
		...datePairs(row),
		...counts(row, request),
	}),
};

/** A work order as the plain path reads it: with the others inside, and the place only there. */
export function shownWorkOrder(row: Row, request: SandboxRequest): Row {
	const inside = Object.entries(workOrders.navigation ?? {}).map(([name, { of, entity }]) => {
		const other = of(row, request);
		const isOne = other !== null && !Array.isArray(other);
		return [name, isOne && entity ? entity.show(other as Row, request) : other];
	});
	return {
		...workOrders.show(row, request),
		// Seen to stay empty while the location itself is there.
		LocationId: 0,
		...(Object.fromEntries(inside) as Row),
	};
}
