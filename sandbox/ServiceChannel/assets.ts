import { omit, orderBy } from 'lodash';

import { Answer, notFound, NotBuilt } from '../core/refusal';
import { contains, list } from '../core/pieces';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { plainDate, plainInstant, trueDate } from './dates';
import { kindsOf } from './entities';
import { entityList, type EntitySet } from './odata';
import { locationNumbered } from './places';
import { CodedRefusal, CODES } from './refusals';
import { ownSubscriber } from './signIn';
import { requireWorkOrder, statusOf, workOrderOf } from './states';
import { subscriberOf } from './subscribers';

const show = (row: Row): Row => ({
	...row,
	CreatedDate: plainDate(row.CreatedDate),
	ModifiedDate: plainDate(row.ModifiedDate),
	ModifiedDateDto: trueDate(row.ModifiedDate),
});

const assets: EntitySet = {
	name: 'assets',
	kinds: kindsOf({
		number: 'Id LocationId TradeId AssetTypeId BrandId SubscriberId Condition OriginalValue',
		text: 'Tag Manufacturer ModelNo SerialNo StoreId Trade Type Area WorkOrderArea AssetTag AssetStatus',
		boolean: 'Active IsLeased HasComponents HasCircuits',
		date: 'CreatedDate ModifiedDate ModifiedDateDto',
	}),
	show,
};

/** Those of the caller's own places; a provider sees those of every client. */
function visible(request: SandboxRequest): readonly Row[] {
	const own = ownSubscriber(request);
	const all = request.store.collection('assets');
	return own === undefined ? all.all() : all.where('SubscriberId', own);
}

function assetNumbered(request: SandboxRequest, id: unknown): Row {
	const row = visible(request).find(({ Id }) => String(Id) === String(id));
	if (row) return row;
	throw new CodedRefusal(CODES.notFound, `Asset ${String(id)} was not found`);
}

/** By its id, or by its tag at a place. */
const getAsset: Handler = (request) => {
	const { tagId, locationId, storeId } = request.query;
	if (tagId === undefined) {
		const row = visible(request).find(({ Id }) => String(Id) === request.path.assetId);
		if (!row) throw notFound('Asset', request.path.assetId);
		return show(row);
	}
	const row = visible(request).find(
		(one) => one.Tag === tagId && (one.LocationId === locationId || one.StoreId === storeId),
	);
	if (!row) throw notFound('Asset', tagId);
	return show(row);
};

type Test = (value: unknown) => (row: Row) => boolean;

const among =
	(member: string): Test =>
	(values) =>
	(row) =>
		(values as unknown[]).includes(row[member]);
// As everywhere, the filters go by what the plain member says.
const said = (row: Row, member: string): number => plainInstant(row[member]) ?? NaN;
const from =
	(member: string): Test =>
	(value) =>
	(row) =>
		said(row, member) >= Date.parse(String(value));
const to =
	(member: string): Test =>
	(value) =>
	(row) =>
		said(row, member) <= Date.parse(String(value));

const TESTS: Readonly<Record<string, Test>> = {
	AssetIds: among('Id'),
	LocationIds: among('LocationId'),
	StoreIds: among('StoreId'),
	AssetTypes: among('AssetTypeId'),
	AssetTypeNames: among('Type'),
	TradeIds: among('TradeId'),
	TagIds: among('Tag'),
	AssetTags: among('AssetTag'),
	ModelNumbers: among('ModelNo'),
	SerialNumbers: among('SerialNo'),
	WorkOrderAreas: among('WorkOrderArea'),
	Brands: among('BrandId'),
	Conditions: among('Condition'),
	SubscriberIds: among('SubscriberId'),
	ParentIds: among('ParentId'),
	SubscriberId: (value) => (row) => row.SubscriberId === value,
	CreatedDateFrom: from('CreatedDate'),
	CreatedDateTo: to('CreatedDate'),
	ModifiedDateFrom: from('ModifiedDate'),
	ModifiedDateTo: to('ModifiedDate'),
	InstallDateFrom: from('InstallDate'),
	InstallDateTo: to('InstallDate'),
	PurchaseDateFrom: from('PurchaseDate'),
	PurchaseDateTo: to('PurchaseDate'),
	HasAssetTag: (value) => (row) => Boolean(row.AssetTag) === value,
	WithoutAssetTags: (value) => (row) => value !== true || !row.AssetTag,
	HasComponents: (value) => (row) => row.HasComponents === value,
	HasCircuits: (value) => (row) => row.HasCircuits === value,
	DeactivatedOnly: (value) => (row) => value !== true || row.Active === false,
	SearchByText: (value) => (row) =>
		[row.Tag, row.Type, row.Manufacturer, row.SerialNo].some((text) =>
			String(text ?? '')
				.toLowerCase()
				.includes(String(value).toLowerCase()),
		),
};

/** Members that say how, and not which. */
const HOW = ['StartIndex', 'PageSize', 'SortField', 'SortDirection', 'IncludeDeactivated'];

/** What flags that say no, or add to the answer, change here. */
const NOTHING = [
	'IsWoDateNecessary',
	'RefrigerantOnly',
	'NonRefrigerantOnly',
	'IncludeTotalCostOfOwnership',
	'IncludeCustomAttributes',
	'SearchAdditionalTrades',
	'IncludeRetiredContracts',
];

const ORDERS: Readonly<Record<string, string>> = {
	AssetType: 'Type',
	Trade: 'Trade',
	Brand: 'Manufacturer',
	LastUpdatedDate: 'ModifiedDate',
	AssetTag: 'AssetTag',
	ModelNo: 'ModelNo',
	SerialNo: 'SerialNo',
	Location: 'LocationId',
};

const USUAL_PAGE = 50;

/** StartIndex counts records from 0 (inferred); the shape of the answer is not modelled. */
const filtered: Handler = (request) => {
	const { body } = request;
	let rows = visible(request).filter(
		({ Active }) =>
			Active !== false || body.IncludeDeactivated === true || body.DeactivatedOnly === true,
	);
	for (const [name, value] of Object.entries(body)) {
		if (value === null || HOW.includes(name) || NOTHING.includes(name)) continue;
		if (!Object.hasOwn(TESTS, name)) {
			throw new NotBuilt(`The sandbox cannot filter assets by ${name} yet`);
		}
		rows = rows.filter(TESTS[name](value));
	}
	const order = ORDERS[String(body.SortField)];
	const direction = /^desc/i.test(String(body.SortDirection ?? '')) ? 'desc' : 'asc';
	if (order !== undefined) rows = orderBy(rows, [order, 'Id'], [direction, 'asc']);
	const start = Number(body.StartIndex ?? 0);
	const size = Number(body.PageSize ?? USUAL_PAGE);
	request.store.listed('assets');
	return { Assets: rows.slice(start, start + size).map(show), TotalCount: rows.length };
};

/** Text in the path stands in quotes. */
function criteria(text: string): string {
	const [, inner] = /^'(.*)'$/.exec(text) ?? [];
	if (inner === undefined) throw new CodedRefusal(CODES.badRequest, 'searchCriteria is not quoted');
	return inner.replace(/''/g, "'");
}

const found =
	(rows: (request: SandboxRequest) => readonly Row[]) =>
	(request: SandboxRequest): readonly Row[] =>
		rows(request).filter(TESTS.SearchByText(criteria(request.path.searchCriteria)));

/** The place by its code alone: the number that may come with it is not looked at. */
function placed(request: SandboxRequest, body: Row): Row {
	const place = request.store
		.collection('locations')
		.all()
		.find(({ StoreId, SubscriberId }) => {
			const own = ownSubscriber(request);
			return StoreId === body.StoreId && (own === undefined || SubscriberId === own);
		});
	if (!place) throw new CodedRefusal(CODES.unknownLocation, 'Unknown StoreId');
	const type = request.store
		.collection('assetTypes')
		.where('SubscriberId', place.SubscriberId)
		.find(({ Name }) => Name === body.Type);
	if (!type) throw new CodedRefusal(CODES.badRequest, `Unknown type ${String(body.Type)}`);
	return {
		LocationId: place.Id,
		SubscriberId: place.SubscriberId,
		AssetTypeId: type.Id,
		Trade: body.Trade ?? type.PrimaryTrade,
		TradeId: body.TradeId ?? type.TradeId,
	};
}

const createAsset: Handler = (request) => {
	const { body, store } = request;
	const place = placed(request, body);
	const collection = store.collection('assets');
	const taken = collection
		.where('LocationId', place.LocationId)
		.some(({ Tag }) => Tag === body.Tag);
	if (taken) throw new CodedRefusal(CODES.badRequest, `Tag ${String(body.Tag)} is taken there`);
	const { Id } = collection.add({ ...body, ...place });
	return new Answer(201, { Id });
};

const updateAsset: Handler = (request) => {
	const { Id, OverwriteIfEmpty } = request.body;
	const given = omit(request.body, ['Id', 'OverwriteIfEmpty', 'NeedUpdateParentId']);
	const row = assetNumbered(request, Id);
	const changes = Object.entries(given).filter(
		([, value]) => OverwriteIfEmpty === true || (value !== '' && value !== null),
	);
	request.store.collection('assets').change(row.Id, {
		...Object.fromEntries(changes),
		...placed(request, given),
	});
	return { Id: row.Id };
};

const STATUSES = ['In Use', 'Out for Repair', 'Replacement Recommended', 'Repaired'];

const updateStatus: Handler = (request) => {
	const { AssetId, Status } = request.body;
	const row = assetNumbered(request, AssetId);
	request.store.collection('assets').change(row.Id, { AssetStatus: STATUSES[Number(Status)] });
	return true;
};

const assetIds = (row: Row) => row.AssetIds as readonly number[];

function setAssets({ store }: SandboxRequest, row: Row, ids: readonly number[]): void {
	const AssetIds = [...new Set(ids)];
	store.collection('workOrders').change(row.Id, { AssetIds, AssetCount: AssetIds.length });
}

const attach: Handler = (request) => {
	const row = workOrderOf(request);
	const asset = assetNumbered(request, request.body.AssetId);
	setAssets(request, row, [Number(asset.Id)]);
	return { AssetId: asset.Id, ValidationRequired: false, AssetValidated: false };
};

/** The map is free of form in the document; its keys are taken for the ids (inferred). */
const add: Handler = (request) => {
	const { RecId, Assets } = request.body;
	const row = requireWorkOrder(request, RecId);
	const ids = Object.keys((Assets ?? {}) as Row).map((id) => Number(assetNumbered(request, id).Id));
	if (ids.length === 0) throw new CodedRefusal(CODES.badRequest, 'Assets are needed');
	setAssets(request, row, [...assetIds(row), ...ids]);
	return { RecId, Added: ids.length };
};

const take: Handler = (request) => {
	const { RecId, AssetIds } = request.body;
	const row = requireWorkOrder(request, RecId);
	const gone = (AssetIds ?? []) as number[];
	setAssets(
		request,
		row,
		assetIds(row).filter((id) => !gone.includes(id)),
	);
	return { RecId, Removed: gone.length };
};

const history: Handler = (request) => {
	const { Id } = assetNumbered(request, request.path.assetid);
	return request.store
		.collection('workOrders')
		.all()
		.filter((row) => assetIds(row).includes(Number(Id)))
		.map((row) => ({
			Date: plainDate(row.CallDate),
			WO: row.Number,
			WOStatusPrimary: statusOf(row).Primary,
			WOStatusExtended: statusOf(row).Extended,
			ProblemCode: row.ProblemCode,
			Technician: null,
			RecId: row.Id,
			ProviderId: row.ProviderId,
			ScheduledDate: plainDate(row.ScheduledDate),
			CompletedDate: plainDate(row.CompletedDate),
		}));
};

const brands = list({
	from: 'brands',
	filters: { keyword: contains('Name') },
	paging: {
		parameters: ['startIndex', 'pageSize'],
		read: ({ query }) => ({
			offset: Number(query.startIndex ?? 0),
			size: Number(query.pageSize ?? USUAL_PAGE),
			total: true,
		}),
		answer: ({ rows, total }) => ({ Count: total, Manufacturers: rows }),
	},
});

export const assetRoutes: Readonly<Record<string, Handler>> = {
	'GET /assets/locations/{locationId}': (request) => {
		const place = locationNumbered(request, request.path.locationId);
		const { trade, tradeId } = request.query;
		return {
			Assets: visible(request)
				.filter(
					(row) =>
						row.LocationId === place.Id &&
						(trade === undefined || row.Trade === trade) &&
						(tradeId === undefined || row.TradeId === tradeId),
				)
				.map(show),
		};
	},
	'GET /assets/{assetId}': getAsset,
	'POST /assets/getfilteredassets': filtered,
	'GET /odata/assets/Service.FindAssets(searchCriteria={searchCriteria})': entityList(
		'assets',
		assets,
		{ rows: found(visible) },
	),
	'GET /odata/assets/Service.FindAssetsBySubscriber(searchCriteria={searchCriteria},subscriberId={subscriberId})':
		entityList('assets', assets, {
			rows: found((request) =>
				request.store.collection('assets').where('SubscriberId', subscriberOf(request).Id),
			),
		}),
	'POST /assets': createAsset,
	'PUT /assets': updateAsset,
	'PUT /assets/updateAssetStatus': updateStatus,
	'GET /assets/{assetid}/assetwohistory': history,
	'PUT /assets/workorders/{workorderId}/attach': attach,
	'PUT /assets/workorders/attachassets': add,
	'POST /assets/workorders/removeassets': take,
	'GET /assets/{assetId}/attachments': (request) => {
		const { Id } = assetNumbered(request, request.path.assetId);
		return [{ Id: Number(Id) + 30_000, AssetId: Id, FileName: 'plate.jpg', Comment: 'Name plate' }];
	},
	'GET /assets/v2/Brands': brands,
	'GET /AssetTypes': ({ store, ...request }) => {
		const own = ownSubscriber({ store, account: request.account });
		const all = store.collection('assetTypes');
		return own === undefined ? all.all() : all.where('SubscriberId', own);
	},
	'GET /AssetTypes/GetAssetTypesAvailableForSubscriber/{subscriberId}': (request) =>
		request.store
			.collection('assetTypes')
			.where('SubscriberId', subscriberOf(request).Id)
			.filter(
				({ TradeId }) => request.query.tradeId === undefined || TradeId === request.query.tradeId,
			),
};

/** What nobody gave a value. */
export function usualAsset(): Row {
	return {
		ModelNo: null,
		SerialNo: null,
		Area: null,
		WorkOrderArea: null,
		Active: true,
		IsLeased: false,
		Condition: null,
		AssetTag: null,
		ParentId: null,
		HasComponents: false,
		HasCircuits: false,
		AssetStatus: 'In Use',
	};
}
