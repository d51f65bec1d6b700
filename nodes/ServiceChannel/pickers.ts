import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import { definePicker, labelled } from '../shared/define/picker';
import { onePage } from '../shared/http/paging';
import { firstPage, quoted, wholeYear, withNumber } from './odata';

const id = 'number' as const;
const example = '148213';

/** The largest ID that the vendor's numbers of 32 bits can hold: a longer run of digits is a text. */
const LARGEST = 2_147_483_647;

/** Whether what was typed can be an ID. */
export const isId = (typed: string): boolean => /^\d+$/.test(typed) && Number(typed) <= LARGEST;

/** The parts of a label that are there. */
export const words = (...parts: readonly unknown[]): string =>
	parts.filter((part) => typeof part === 'string' && part.trim() !== '').join(', ');

const byName = ({ Id, Name }: IDataObject) => ({
	name: labelled(Name, Id),
	value: Number(Id),
});

/** Where the vendor takes the name of a record instead of its ID. */
const nameAlone = ({ Name }: IDataObject) =>
	typeof Name === 'string' && Name !== '' ? { name: Name, value: Name } : undefined;

const newestFirst = wholeYear('CallDate desc,Id desc');

export const workOrder = definePicker({
	value: 'workOrder',
	name: 'Work Order',
	plural: 'Work Orders',
	search: 'GET /odata/workorders',
	always: (now, asked) => ({
		$select: 'Id,Number,Status,Trade,Description',
		...newestFirst(now, asked),
	}),
	find: (typed) => {
		const inText = `contains(Number,${quoted(typed)}) or contains(Description,${quoted(typed)})`;
		return { $filter: `(${isId(typed) ? `Id eq ${typed} or ${inText}` : inText})` };
	},
	example,
	id,
	item: (record) => ({
		name: labelled(words(record.Number, get(record, 'Status.Primary'), record.Trade), record.Id),
		value: Number(record.Id),
		...(typeof record.Description === 'string' && { description: record.Description }),
	}),
});

/** No call lists subscribers, so they are read off the latest work orders. */
export const subscriber = definePicker({
	value: 'subscriber',
	name: 'Subscriber',
	plural: 'Subscribers',
	search: 'GET /odata/workorders',
	always: {
		$select: 'Id',
		$expand: 'Subscriber($select=Id,Name)',
		$orderby: 'CallDate desc,Id desc',
	},
	paging: firstPage,
	example: '2000104',
	id,
	item: ({ Subscriber }) =>
		get(Subscriber, 'Id') === undefined ? undefined : byName(Subscriber as IDataObject),
});

export const location = definePicker({
	value: 'location',
	name: 'Location',
	plural: 'Locations',
	search: 'GET /odata/locations',
	always: { $select: 'Id,StoreId,Name,City,State', $orderby: 'Name,Id' },
	find: (typed) => ({
		$filter: `(contains(Name,${quoted(typed)}) or StoreId eq ${quoted(typed)})`,
	}),
	within: { subscriberId: withNumber('SubscriberId') },
	example: '2000310',
	id,
	item: (record) => ({
		name: labelled(words(record.StoreId, record.Name, record.City, record.State), record.Id),
		value: Number(record.Id),
	}),
});

export const trade = definePicker({
	value: 'trade',
	name: 'Trade',
	plural: 'Trades',
	search: 'GET /odata/trades',
	always: { $orderby: 'Name,Id' },
	find: (typed) => ({ $filter: `contains(Name,${quoted(typed)})` }),
	within: { subscriberId: withNumber('SubscriberId') },
	example: '84217',
	id,
	item: byName,
});

/** A provider sees trades of the same name from several subscribers; each is shown once. */
export const tradeName = definePicker({
	...trade,
	value: 'tradeName',
	example: 'HVAC',
	id: 'text',
	item: nameAlone,
});

export const category = definePicker({
	value: 'category',
	name: 'Category',
	plural: 'Categories',
	search: 'GET /workorders/categories',
	within: { subscriberId: 'subscriberId' },
	paging: onePage,
	example: '4',
	id,
	item: byName,
});

export const categoryName = definePicker({
	...category,
	value: 'categoryName',
	example: 'REPAIR',
	id: 'text',
	item: nameAlone,
});

export const priority = definePicker({
	value: 'priority',
	name: 'Priority',
	plural: 'Priorities',
	search: 'GET /priorities',
	within: { subscriberId: 'subscriberId' },
	paging: onePage,
	example: 'NEXT DAY',
	id: 'text',
	item: nameAlone,
});

/** For the filters and bodies that take the ID of a priority. */
export const priorityId = definePicker({
	...priority,
	value: 'priorityId',
	example: '3',
	id,
	item: byName,
});

/** Each row is a primary status with the names of its extended ones. */
const extendedNames = ({ Name, Extended }: IDataObject) =>
	(Array.isArray(Extended) ? (Extended as string[]) : [])
		.filter((extended) => extended !== '')
		.map((extended) => ({ name: `${extended} (${String(Name)})`, value: extended }));

/** What the caller may set on the chosen work order. */
export const extendedStatus = definePicker({
	value: 'extendedStatus',
	name: 'Extended Status',
	plural: 'Extended Statuses',
	search: 'GET /workorders/{workorderId}/statuses',
	within: { workorderId: 'workorderId' },
	paging: onePage,
	example: 'PARTS ON ORDER',
	id: 'text',
	item: extendedNames,
});

/** All that the chosen subscriber has. */
export const subscriberStatus = definePicker({
	...extendedStatus,
	value: 'subscriberStatus',
	search: 'GET /workorders/statuses',
	within: { subscriberId: 'subscriberId' },
});

export const provider = definePicker({
	value: 'provider',
	name: 'Provider',
	plural: 'Providers',
	search: 'GET /odata/providerassignment/Service.GetAssigned()',
	always: { $orderby: 'Name,Id' },
	example: '2000721',
	id,
	item: byName,
});

export const user = definePicker({
	value: 'user',
	name: 'User',
	plural: 'Users',
	search: 'GET /odata/users',
	always: { $select: 'Id,FullName,UserName,Email', $orderby: 'FullName,Id' },
	find: (typed) => ({
		$filter: `(contains(FullName,${quoted(typed)}) or contains(UserName,${quoted(typed)}))`,
	}),
	example: '251447',
	id,
	item: ({ Id, FullName, UserName }) => ({
		name: labelled(FullName || UserName, Id),
		value: Number(Id),
	}),
});

export const workType = definePicker({
	value: 'workType',
	name: 'Work Type',
	plural: 'Work Types',
	search: 'GET /worktypes',
	within: { subscriberId: 'subscriberId' },
	paging: onePage,
	example: '1',
	id,
	item: byName,
});

export const note = definePicker({
	value: 'note',
	name: 'Note',
	plural: 'Notes',
	search: 'GET /odata/workorders({workorderId})/notes',
	always: { $orderby: 'DateCreated desc,Id desc' },
	find: (typed) => ({ $filter: `contains(NoteData,${quoted(typed)})` }),
	within: { workorderId: 'workorderId' },
	example: '991204417',
	id,
	item: ({ Id, NoteData }) => ({
		name: labelled(String(NoteData ?? '').slice(0, 80), Id),
		value: Number(Id),
	}),
});

export const attachment = definePicker({
	value: 'attachment',
	name: 'Attachment',
	plural: 'Attachments',
	search: 'GET /odata/workorders({workorderId})/attachments',
	always: { $orderby: 'Id desc' },
	find: (typed) => ({ $filter: `contains(Name,${quoted(typed)})` }),
	within: { workorderId: 'workorderId' },
	example: '51120433',
	id,
	item: byName,
});

export const workActivity = definePicker({
	value: 'workActivity',
	name: 'Work Activity',
	plural: 'Work Activities',
	search: 'GET /odata/workorders({workorderId})/workactivities',
	always: { $orderby: 'TimeIn desc,Id desc' },
	within: { workorderId: 'workorderId' },
	example: '7720114',
	id,
	item: ({ Id, TimeIn, TimeOut }) => ({
		name: labelled([TimeIn, TimeOut].filter(Boolean).join(' to '), Id),
		value: Number(Id),
	}),
});

export const part = definePicker({
	value: 'part',
	name: 'Part',
	plural: 'Parts',
	search: 'GET /workorders/{workorderId}/parts',
	within: { workorderId: 'workorderId' },
	paging: onePage,
	example: '610227',
	id,
	item: ({ Id, Description }) => ({ name: labelled(Description, Id), value: Number(Id) }),
});
