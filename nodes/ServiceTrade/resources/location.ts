import type { IDataObject } from 'n8n-workflow';

import {
	choice,
	choices,
	flag,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { limitedPages } from '../paging';
import { brand, company, contact, location as locations, office, region } from '../pickers';
import { MERGE_NOTICE, named, stampFilters, tagFilter } from './fields';
import { findOrCreate } from './findOrCreate';

const locationId = pick(locations, { required: true });

/** What can be given when a location is made and when it is changed. */
const details = {
	brandId: select(brand, {
		description: 'The list needs the company; an expression with the ID does not',
	}),
	email: text({
		placeholder: 'name@example.com',
		description: 'Of the location, not of a contact',
	}),
	lat: number({ label: 'Latitude', description: 'Decimal degrees' }),
	lon: number({ label: 'Longitude', description: 'Decimal degrees' }),
	officeIds: pickMany(office, {
		label: 'Office',
		description: 'On a new location the vendor’s primary office where it is left out',
	}),
	phoneNumber: text({ description: 'Of the location, not of a contact' }),
	primaryContactId: pick(contact, { label: 'Primary Contact' }),
	refNumber: text({
		label: 'Reference Number',
		description: 'On a new location counted up by itself where it is left out',
	}),
	status: choice(named(['active', 'inactive', 'on_hold', 'pending'])),
	taxable: flag({
		description: 'Whether items of invoices for the location are taxable unless said otherwise',
	}),
};

// The samples of the reference send an address this way; it may also be one object.
const address = {
	addressStreet: { label: 'Street' },
	addressCity: { label: 'City' },
	addressState: { label: 'State' },
	addressPostalCode: { label: 'Postal Code' },
};

const whole = {
	name: text({ required: true }),
	companyId: pick(company, { required: true }),
	addressStreet: text({ ...address.addressStreet, required: true }),
	addressCity: text({ ...address.addressCity, required: true }),
	addressState: text({ ...address.addressState, required: true, placeholder: 'NC' }),
	addressPostalCode: text({ ...address.addressPostalCode, required: true }),
	...details,
};

export const location = defineResource({
	value: 'location',
	name: 'Location',
	description: 'A place where work is done, or an office of a vendor',
	simple: [
		'id',
		'name',
		'refNumber',
		'status',
		'address',
		'phoneNumber',
		'email',
		'company',
		'primaryContact',
		'created',
		'updated',
	],
	operations: {
		create: create({ action: 'Create a location', request: 'POST /location', body: whole }),
		delete: remove({
			action: 'Delete a location',
			description: 'Only a location that nothing belongs to can be deleted',
			request: 'DELETE /location/{locationId}',
			path: { locationId },
		}),
		findOrCreate: create({
			name: 'Find or Create',
			action: 'Find or create a location',
			description:
				'Look for the location of the company by its reference number or else its name, and create it if there is none',
			request: 'POST /location',
			body: whole,
			run: async (input, call) => {
				const { companyId, name, refNumber } = input;
				const wanted: IDataObject = refNumber === undefined ? { name } : { refNumber };
				return await findOrCreate(call, {
					list: 'GET /location',
					create: 'POST /location',
					query: { companyId, ...wanted },
					wanted,
					body: input,
				});
			},
		}),
		get: read({
			action: 'Get a location',
			request: 'GET /location/{locationId}',
			path: { locationId },
		}),
		getAll: listAll({
			action: 'Get many locations',
			request: 'GET /location',
			// Left to itself the list ends after 10.
			paging: limitedPages,
			query: {
				companyId: pick(company),
				companyStatus: choice(named(['active', 'inactive', 'pending'])),
				isCustomer: flag({
					description: 'Whether to return only locations of customers, as the list does by itself',
				}),
				isVendor: flag({ description: 'Whether to return only offices of vendors' }),
				name: text({ description: 'A part of the name is enough' }),
				officeIds: pickMany(office, {
					label: 'Office',
					description: 'Those that serve the location',
				}),
				refNumber: text({ label: 'Reference Number', description: 'The whole number' }),
				regionIds: pickMany(region, { label: 'Region' }),
				status: choices(named(['active', 'inactive', 'pending'])),
				tag: tagFilter,
				...stampFilters,
			},
		}),
		merge: operation({
			action: 'Merge a location into another one',
			notice: MERGE_NOTICE('location'),
			request: 'POST /location/{locationId}/merge',
			path: { locationId },
			body: {
				replacementId: pick(locations, {
					required: true,
					label: 'Replaced By',
					description: 'The location that stays',
				}),
			},
		}),
		update: update({
			action: 'Update a location',
			request: 'PUT /location/{locationId}',
			path: { locationId },
			body: {
				name: text(),
				companyId: pick(company),
				addressStreet: text(address.addressStreet),
				addressCity: text(address.addressCity),
				addressState: text(address.addressState),
				addressPostalCode: text(address.addressPostalCode),
				...details,
			},
		}),
	},
});
