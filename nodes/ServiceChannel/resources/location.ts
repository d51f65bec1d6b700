import type { IDataObject } from 'n8n-workflow';

import { flag, groups, pick, pickMany, text } from '../../shared/define/fields';
import { listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { onePage } from '../../shared/http/paging';
import { amount, moment, numbered, theLocation as locationId, words } from '../fields';
import { noteHeader, plainPages } from '../listPickers';
import { inOrder, isNumber, isText, odataOptions } from '../odata';
import { location as locations, provider, subscriber } from '../pickers';

/** By the names of a change. The main address is the second here. */
const details = {
	mainAddress: words('Address2', 'Main Address'),
	additionalAddress: words('Address1', 'Additional Address'),
	city: words('City'),
	closedDate: moment('ClosedDate'),
	contact: words('Contact'),
	country: words('Country'),
	countryNumber: numbered('CountryId', 'Country ID'),
	distance: amount('Distance'),
	district: words('District'),
	email: text({ as: 'Email', placeholder: 'name@example.com' }),
	faxNumber: words('FaxNumber'),
	latitude: amount('Latitude'),
	locationType: numbered('LocationTypeId', 'Location Type ID'),
	longitude: amount('Longitude'),
	openDate: moment('OpenDate'),
	phone: words('Phone'),
	region: words('Region'),
	squareMeasure: words('SquareMeasure', 'Unit of the Area'),
	squareValue: amount('SquareValue', 'Area'),
	state: words('State'),
	stateNumber: numbered('StateId', 'State ID'),
	zip: words('Zip'),
};

/** What was given, by the vendor's names. */
const named = (
	fields: { readonly [name: string]: { readonly as?: string } },
	given: IDataObject,
): IDataObject =>
	Object.fromEntries(
		Object.entries(fields)
			.filter(([name]) => given[name] !== undefined)
			.map(([name, field]) => [field.as ?? name, given[name]]),
	);

/** Here the fixed members have names of their own. */
const withNotes = {
	mainAddress: words('MainAddress'),
	additionalAddress: words('AddlAddress', 'Additional Address'),
	city: details.city,
	closedDate: details.closedDate,
	contact: details.contact,
	country: details.country,
	district: details.district,
	email: details.email,
	faxNumber: details.faxNumber,
	latitude: details.latitude,
	longitude: details.longitude,
	openDate: details.openDate,
	phone: details.phone,
	region: details.region,
	state: details.state,
	zip: details.zip,
};

export const location = defineResource({
	value: 'location',
	name: 'Location',
	description: 'A store or another place of a subscriber',
	simple: [
		'Id',
		'StoreId',
		'Name',
		'SubscriberId',
		'SubscriberName',
		'Address',
		'Address1',
		'Address2',
		'City',
		'State',
		'Zip',
		'Country',
		'Region',
		'District',
		'Phone',
		'Email',
		'Contact',
		'Latitude',
		'Longitude',
		'TimeZoneIanaName',
		'Status',
	],
	operations: {
		checkIfOpen: read({
			name: 'Check if Open',
			action: 'Check if a location is open',
			request: 'GET /locations/CheckIfLocationIsOpen',
			query: {
				locationId,
				checkTime: moment('checkTime', 'At', 'Now, where nothing is given'),
			},
		}),
		createOrUpdate: operation({
			name: 'Create or Update',
			action: 'Create or update a location',
			description: 'Write a location and its notes; the store ID says which. For subscribers only.',
			request: 'POST /locations/LocationWithNotes',
			body: {
				store: text({ required: true, as: 'StoreId', label: 'Store ID' }),
				name: text({ required: true, as: 'Name' }),
				...withNotes,
				notes: groups(
					{
						header: pick(noteHeader, { required: true }),
						value: text({ rows: 2, description: 'Left empty, the note is taken away' }),
					},
					// Not a member: each note stands beside the others under the name of its header.
					{ write: () => undefined },
				),
			},
			async run({ store, name, notes = [], ...others }, call) {
				const body = {
					StoreId: store,
					Name: name,
					...named(withNotes, others as IDataObject),
					...Object.fromEntries(notes.map(({ header, value }) => [header, value ?? ''])),
				};
				return await call.send('POST /locations/LocationWithNotes', { body });
			},
		}),
		get: read({
			action: 'Get a location',
			request: 'GET /locations/{locationId}',
			path: { locationId },
		}),
		getAll: listAll({
			action: 'Get many locations',
			request: 'GET /odata/locations',
			always: inOrder('Name,Id'),
			query: {
				subscriberId: pick(subscriber, {
					...isNumber('SubscriberId'),
					shown: true,
					description: 'A provider has to say whose',
				}),
				city: text(isText('City')),
				name: text(isText('Name')),
				state: text(isText('State')),
				store: text({ ...isText('StoreId'), label: 'Store ID' }),
				...odataOptions,
			},
		}),
		getAttachments: read({
			name: 'Get Attachments',
			action: 'Get the attachments of a location',
			request: 'GET /locations/{locationId}/locationAttachments',
			path: { locationId },
		}),
		getByCriteria: listAll({
			name: 'Get Many by Criteria',
			action: 'Get many locations by criteria',
			description: 'List locations by address or provider. For subscribers only.',
			request: 'POST /GetFilteredLocations',
			paging: onePage,
			body: {
				address: words('Address'),
				city: words('City'),
				countryNumber: numbered('CountryId', 'Country ID'),
				district: words('District'),
				includeClosed: flag({
					as: 'IncludeClosedLocations',
					description: 'Whether to add those that are closed',
				}),
				locationIds: pickMany(locations, { as: 'LocationIds' }),
				name: words('Name'),
				providerId: pick(provider, { as: 'ProviderId' }),
				region: words('Region'),
				states: text({
					as: 'StateIds',
					label: 'State IDs',
					description: 'Separate several with commas',
					write: (ids) => String(ids).split(',').map(Number),
				}),
			},
		}),
		getServed: read({
			name: 'Get Served',
			action: 'Get the locations that the provider serves',
			description: 'One’s own, with the date of the first contract. For providers only.',
			request: 'GET /providers/GetProviderLocationAssignments',
		}),
		search: listAll({
			action: 'Search locations',
			request: 'GET /locations',
			at: 'Locations',
			paging: plainPages,
			query: {
				locationId: pick(locations, { as: 'id' }),
				name: text(),
				sort: text({ description: 'A member to sort by' }),
				store: text({ as: 'storeIdentifier', label: 'Store ID' }),
			},
		}),
		update: update({
			action: 'Update a location',
			description: 'Change a location and keep the rest of it. For subscribers only.',
			request: 'PUT /locations/{locationId}',
			path: { locationId },
			body: {
				name: words('Name'),
				store: words('StoreId', 'Store ID'),
				...details,
			},
			// What is left out is erased, so the location is read first and sent back whole.
			async run({ locationId: id, ...given }, call) {
				const path = { locationId: id };
				const fields = { name: words('Name'), store: words('StoreId'), ...details };
				const whole = await call.send('GET /locations/{locationId}', { path });
				const kept = Object.fromEntries(
					Object.values(fields)
						.map(({ as = '' }) => [as, whole[as]] as const)
						.filter(([, value]) => value !== undefined && value !== null),
				);
				const body = { ...kept, ...named(fields, given as IDataObject) };
				await call.send('PUT /locations/{locationId}', { path, body });
				return { success: true, locationId: id };
			},
			returns: 'nothing',
		}),
	},
});
