import { omit } from 'lodash';

import { anything, contains, equals, list, pagesBy } from '../core/pieces';
import { notFound } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { isSubscriber } from './access';
import { storedDate } from './dates';
import { locations, trades } from './entities';
import { entityList } from './odata';
import { CodedRefusal, CODES } from './refusals';
import { callerOf, ownSubscriber } from './signIn';
import { LIST_SIZE } from './workOrders';

const LONGEST_HEADER = 100;
const LONGEST_VALUE = 7000;

/** A provider must say whose, or which one. */
function needsSubscriber(names: ReadonlySet<string>, request: SandboxRequest): undefined {
	if (!isSubscriber(request) && !names.has('SubscriberId') && !names.has('Id')) {
		throw new CodedRefusal(CODES.badSubscriber, 'Filter by SubscriberId');
	}
}

/** A place that the caller may see. */
export function locationNumbered(request: SandboxRequest, id: unknown): Row {
	const row = request.store.collection('locations').get(id);
	const own = ownSubscriber(request);
	if (row && (own === undefined || row.SubscriberId === own)) return row;
	throw notFound('Location', id);
}

const locationOf = (request: SandboxRequest) => locationNumbered(request, request.path.locationId);

const shownLocation: Handler = (request) => {
	const row = locationOf(request);
	return { ...locations.show(row, request), TimezoneName: row.TimeZoneShortDescription };
};

const mine = (request: SandboxRequest): readonly Row[] => {
	const own = ownSubscriber(request);
	const all = request.store.collection('locations');
	return own === undefined ? all.all() : all.where('SubscriberId', own);
};

const has = (value: unknown, wanted: unknown): boolean =>
	wanted === undefined ||
	String(value ?? '')
		.toLowerCase()
		.includes(String(wanted).toLowerCase());

const filtered: Handler = (request) => {
	const { body, store } = request;
	const { ProviderId, LocationIds, StateIds, CountryId, Name, Address, City, Region, District } =
		body;
	const served = new Set(
		store
			.collection('providerAssignments')
			.where('ProviderId', ProviderId)
			.map(({ LocationId }) => LocationId),
	);
	return mine(request)
		.filter(
			(row) =>
				(ProviderId === undefined || served.has(row.Id)) &&
				(LocationIds === undefined || (LocationIds as number[]).includes(Number(row.Id))) &&
				(StateIds === undefined || (StateIds as number[]).includes(Number(row.StateId))) &&
				(CountryId === undefined || row.CountryId === CountryId) &&
				(body.IncludeClosedLocations === true || row.Status !== 'Closed') &&
				has(row.Name, Name) &&
				has(row.Address1, Address) &&
				has(row.City, City) &&
				has(row.Region, Region) &&
				has(row.District, District),
		)
		.map((row) => ({
			Id: row.Id,
			StoreId: row.StoreId,
			Name: row.Name,
			Address: row.Address1,
			City: row.City,
			State: row.State,
			Zip: row.Zip,
			Phone: row.Phone,
			Region: row.Region,
			District: row.District,
			Status: row.Status,
			SubscriberId: row.SubscriberId,
			SubscriberName: row.SubscriberName,
		}));
};

/** What a place has beside its keys; a change that leaves one out erases it. */
const DETAILS = [
	'Latitude',
	'Longitude',
	'Distance',
	'Address1',
	'Address2',
	'City',
	'State',
	'StateId',
	'Region',
	'District',
	'Zip',
	'Country',
	'CountryId',
	'ClosedDate',
	'OpenDate',
	'Email',
	'Phone',
	'Contact',
	'FaxNumber',
	'LocationTypeId',
	'SquareValue',
	'SquareMeasure',
] as const;

const replaceLocation: Handler = (request) => {
	const row = locationOf(request);
	const { body, store } = request;
	if (body.StoreId === '') throw new CodedRefusal(CODES.storeId, 'The StoreId cannot be empty');
	store.collection('locations').change(row.Id, {
		StoreId: body.StoreId,
		Name: body.Name,
		...Object.fromEntries(DETAILS.map((name) => [name, body[name] ?? null])),
		OpenDate: storedDate(body.OpenDate),
		ClosedDate: storedDate(body.ClosedDate),
	});
};

/** The names of the fixed members here, and what the other calls call them. */
const WITH_NOTES: Readonly<Record<string, string>> = {
	StoreId: 'StoreId',
	Name: 'Name',
	MainAddress: 'Address2',
	AddlAddress: 'Address1',
	...Object.fromEntries(
		'Latitude Longitude City State Region District Zip Country OpenDate ClosedDate Email Phone Contact FaxNumber'
			.split(' ')
			.map((name) => [name, name]),
	),
};

function noteHeader(request: SandboxRequest, name: string): Row {
	const found = request.store
		.collection('locationNoteHeaders')
		.where('SubscriberId', ownSubscriber(request))
		.find(({ Name }) => Name === name);
	if (found) return found;
	throw new CodedRefusal(CODES.badRequest, `There is no note header ${name}`);
}

/** An empty value takes the note away. */
function setNote(request: SandboxRequest, place: Row, name: unknown, value: unknown): void {
	const text = String(value ?? '');
	if (
		String(name ?? '') === '' ||
		String(name).length > LONGEST_HEADER ||
		text.length > LONGEST_VALUE
	) {
		throw new CodedRefusal(CODES.badRequest, 'Header or Value is empty or too long');
	}
	const header = noteHeader(request, String(name));
	const collection = request.store.collection('locationNotes');
	const old = collection
		.where('LocationId', place.Id)
		.find(({ HeaderId }) => HeaderId === header.Id);
	if (old) collection.remove(old.Id);
	if (text !== '') {
		collection.add({
			LocationId: place.Id,
			HeaderId: header.Id,
			Header: header.Name,
			Value: text,
			IsPrivate: false,
		});
	}
}

const upsert: Handler = (request) => {
	const { body, store } = request;
	const { SubscriberId } = callerOf(request);
	const details = Object.fromEntries(
		Object.entries(body)
			.filter(([name]) => Object.hasOwn(WITH_NOTES, name))
			.map(([name, value]) => [
				WITH_NOTES[name],
				name.endsWith('Date') ? (value === '' ? null : storedDate(value)) : value,
			]),
	);
	const headers = Object.keys(body).filter((name) => !Object.hasOwn(WITH_NOTES, name));
	for (const name of headers) noteHeader(request, name);
	if ((body.StoreId ?? '') === '') {
		throw new CodedRefusal(CODES.storeId, 'The StoreId cannot be empty');
	}
	const collection = store.collection('locations');
	const old = collection
		.where('SubscriberId', SubscriberId)
		.find(({ StoreId }) => StoreId === body.StoreId);
	const place = old
		? collection.change(old.Id, details)
		: collection.add({ SubscriberId, Status: 'Open', LocationTypeId: 1, ...details });
	for (const name of headers) setNote(request, place, name, body[name]);
	return { Id: place.Id };
};

const notesOf: Handler = (request) => {
	const place = locationOf(request);
	return request.store
		.collection('locationNotes')
		.where('LocationId', place.Id)
		.filter(({ IsPrivate }) => request.query.privateNotes === true || IsPrivate !== true)
		.map((row) => omit(row, ['LocationId', 'IsPrivate']));
};

const setOne: Handler = (request) => {
	setNote(request, locationOf(request), request.body.Header, request.body.Value);
};

const setMany: Handler = (request) => {
	const place = mine(request).find(({ StoreId }) => StoreId === request.path.storeId);
	if (!place) throw notFound('Location', request.path.storeId);
	for (const { Header, Value } of (request.body.Notes ?? []) as Row[]) {
		setNote(request, place, Header, Value);
	}
};

/** Open from 8 to 20, in UTC for simplicity. */
const isOpen: Handler = (request) => {
	locationNumbered(request, request.query.locationId);
	const moment = new Date(
		request.query.checkTime === undefined
			? request.clock.now()
			: Date.parse(String(request.query.checkTime)),
	);
	return { IsOpen: moment.getUTCHours() >= 8 && moment.getUTCHours() < 20 };
};

export const placeRoutes: Readonly<Record<string, Handler>> = {
	'GET /odata/locations': entityList('locations', locations, { window: needsSubscriber }),
	'GET /odata/trades': entityList('trades', trades, { window: needsSubscriber }),
	'GET /odata/locations({locationId})/trades': entityList('trades', trades, {
		rows: (request) =>
			request.store.collection('trades').where('SubscriberId', locationOf(request).SubscriberId),
	}),
	'GET /locations': list({
		from: 'locations',
		rows: mine,
		filters: {
			id: equals('Id'),
			storeIdentifier: equals('StoreId'),
			name: contains('Name'),
			// The document does not say by which words; any are taken.
			sort: anything,
		},
		paging: pagesBy({
			...LIST_SIZE,
			answer: ({ rows, total }) => ({ Locations: rows, TotalCount: total }),
		}),
		show: (row, request) => locations.show(row, request),
	}),
	'GET /locations/{locationId}': shownLocation,
	'POST /GetFilteredLocations': filtered,
	'POST /locations/LocationWithNotes': upsert,
	'PUT /locations/{locationId}': replaceLocation,
	'GET /locations/CheckIfLocationIsOpen': isOpen,
	'GET /locations/{locationId}/locationAttachments': (request) => {
		const place = locationOf(request);
		return [
			{
				Id: Number(place.Id) + 70_000,
				LocationId: place.Id,
				StoreId: place.StoreId,
				FileName: 'floor-plan.pdf',
				Description: 'Ways out',
				AttachmentType: 'EvacuationPlan',
			},
		];
	},
	'GET /locations/{locationId}/notes': notesOf,
	'POST /locations/{locationId}/notes': setOne,
	'POST /locations/{storeId}/updateNotes': setMany,
	'POST /LocationNotes/GetLocationNoteHeaders': (request) =>
		request.store
			.collection('locationNoteHeaders')
			.where('SubscriberId', ownSubscriber(request))
			.map(({ Id, Name }) => ({ Id, Name })),
};
