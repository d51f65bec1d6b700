import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import { definePicker, labelled } from '../shared/define/picker';
import { onePage, skippedPages } from '../shared/http/paging';
import { quoted, wholeYear } from './odata';
import { isId, words } from './pickers';

const id = 'number' as const;

/** What is typed may be the ID or a part of the number. */
const byNumber = (typed: string): IDataObject => {
	const inNumber = `contains(Number,${quoted(typed)})`;
	return { $filter: `(${isId(typed) ? `Id eq ${typed} or ${inNumber}` : inNumber})` };
};

export const proposal = definePicker({
	value: 'proposal',
	name: 'Proposal',
	plural: 'Proposals',
	search: 'GET /odata/proposals',
	always: (now, asked) => ({
		$select: 'Id,Number,Description,Status',
		...wholeYear('CreatedDate desc,Id desc', 'CreatedDate')(now, asked),
	}),
	find: byNumber,
	example: '1204417',
	id,
	item: (record) => ({
		name: labelled(words(record.Number, get(record, 'Status.Primary')), record.Id),
		value: Number(record.Id),
		...(typeof record.Description === 'string' && { description: record.Description }),
	}),
});

export const rfp = definePicker({
	value: 'rfp',
	name: 'RFP',
	plural: 'RFPs',
	search: 'GET /odata/rfps',
	always: { $orderby: 'CreatedDate desc,Id desc' },
	find: byNumber,
	example: '310442',
	id,
	item: (record) => ({
		name: labelled(words(record.Number, record.Description), record.Id),
		value: Number(record.Id),
	}),
});

/** A provider cannot list invoices and has to give the ID. */
export const invoice = definePicker({
	value: 'invoice',
	name: 'Invoice',
	plural: 'Invoices',
	search: 'GET /odata/invoices',
	always: (now, asked) => ({
		$select: 'Id,Number,Status',
		...wholeYear('PostedDate desc,Id desc', 'PostedDate')(now, asked),
	}),
	find: byNumber,
	example: '8123307',
	id,
	item: (record) => ({
		name: labelled(words(record.Number, record.Status), record.Id),
		value: Number(record.Id),
	}),
});

/** A trade of the chosen subscriber says which providers there are; the list is for subscribers. */
export const providerOfTrade = definePicker({
	value: 'providerOfTrade',
	name: 'Provider',
	plural: 'Providers',
	search: 'GET /providers/getbytradeid',
	within: { tradeId: 'tradeId' },
	at: 'Providers',
	paging: onePage,
	example: '2000721',
	id,
	item: ({ Id, Name }) => ({ name: labelled(Name, Id), value: Number(Id) }),
});

/** Pages of lists whose position stands in the body. */
export const bodyPages = skippedPages({
	skip: 'StartIndex',
	size: 'PageSize',
	largest: 50,
	in: 'body',
});

const assetItem = ({ Id, Tag, Type, Manufacturer }: IDataObject) => ({
	name: labelled(words(Tag, Type, Manufacturer), Id),
	value: Number(Id),
});

/** The filter of lists is used because it also works without words, and for both sides. */
export const asset = definePicker({
	value: 'asset',
	name: 'Asset',
	plural: 'Assets',
	search: 'GET /odata/assets/Service.FindAssets(searchCriteria={searchCriteria})',
	// The words stand in the path as a text of OData; without any, all that the caller sees is meant.
	find: (typed) => ({ searchCriteria: quoted(typed) }),
	findOnly: true,
	always: { $orderby: 'Id' },
	example: '5501873',
	id,
	item: assetItem,
});

export const assetOfLocation = definePicker({
	value: 'assetOfLocation',
	name: 'Asset',
	plural: 'Assets',
	search: 'GET /assets/locations/{locationId}',
	within: { locationId: 'locationId' },
	at: 'Assets',
	paging: onePage,
	example: '5501873',
	id,
	item: assetItem,
});

const nameItem = ({ Id, Name }: IDataObject) => ({ name: labelled(Name, Id), value: Number(Id) });

export const assetType = definePicker({
	value: 'assetType',
	name: 'Asset Type',
	plural: 'Asset Types',
	search: 'GET /AssetTypes',
	paging: onePage,
	example: '3307',
	id,
	item: nameItem,
});

/** Where the vendor takes the name of the type. */
export const assetTypeName = definePicker({
	...assetType,
	value: 'assetTypeName',
	example: 'Rooftop Unit',
	id: 'text',
	item: ({ Name }) =>
		typeof Name === 'string' && Name !== '' ? { name: Name, value: Name } : undefined,
});

/** The types of the chosen subscriber. */
export const subscriberAssetType = definePicker({
	...assetType,
	value: 'subscriberAssetType',
	search: 'GET /AssetTypes/GetAssetTypesAvailableForSubscriber/{subscriberId}',
	within: { subscriberId: 'subscriberId' },
});

export const brandPages = skippedPages({ skip: 'startIndex', size: 'pageSize', largest: 50 });

export const brand = definePicker({
	value: 'brand',
	name: 'Brand',
	plural: 'Brands',
	search: 'GET /assets/v2/Brands',
	at: 'Manufacturers',
	paging: brandPages,
	find: (keyword) => ({ keyword }),
	example: '415',
	id,
	item: nameItem,
});

export const webhook = definePicker({
	value: 'webhook',
	name: 'Webhook',
	plural: 'Webhooks',
	search: 'GET /NotificationWebHooks',
	paging: onePage,
	example: '5120',
	id,
	item: nameItem,
});

export const webhookSubscription = definePicker({
	value: 'webhookSubscription',
	name: 'Webhook Subscription',
	plural: 'Webhook Subscriptions',
	search: 'GET /NotificationSubscriptions/Http',
	paging: onePage,
	example: '7340',
	id,
	item: nameItem,
});
