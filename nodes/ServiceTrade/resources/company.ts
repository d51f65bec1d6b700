import type { IDataObject } from 'n8n-workflow';

import { choice, flag, pick, pickMany, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { company as companies, office } from '../pickers';
import {
	MERGE_NOTICE,
	named,
	nameFilter,
	refNumber,
	stampFilters,
	tagFilter,
	wholeRefNumber,
} from './fields';
import { findOrCreate } from './findOrCreate';

const companyId = pick(companies, { required: true });

const status = choice(named(['active', 'inactive', 'on_hold', 'pending']));

/** What can be given when a company is made and when it is changed. */
const details = {
	customer: flag({ description: 'Whether it is a customer, as a new company is by itself' }),
	partsVendor: flag({ description: 'Whether parts are bought from it' }),
	phoneNumber: text(),
	primeContractor: flag({ description: 'Whether it is a prime contractor' }),
	refNumber,
	status,
	vendor: flag({ description: 'Whether it does service work' }),
};

/** All that a new company can have. An address is needed, as one or in these parts. */
const whole = {
	name: text({ required: true }),
	addressStreet: text({ label: 'Street', required: true }),
	addressCity: text({ label: 'City', required: true }),
	addressState: text({ label: 'State', required: true, placeholder: 'NC' }),
	addressPostalCode: text({ label: 'Postal Code', required: true }),
	...details,
};

export const company = defineResource({
	value: 'company',
	name: 'Company',
	description: 'A customer, a vendor, a prime contractor or a seller of parts',
	simple: [
		'id',
		'name',
		'refNumber',
		'status',
		'customer',
		'vendor',
		'primeContractor',
		'partsVendor',
		'address',
		'phoneNumber',
		'created',
		'updated',
	],
	operations: {
		create: create({ action: 'Create a company', request: 'POST /company', body: whole }),
		delete: remove({
			action: 'Delete a company',
			description: 'Only a company that nothing belongs to can be deleted',
			request: 'DELETE /company/{companyId}',
			path: { companyId },
		}),
		findOrCreate: create({
			name: 'Find or Create',
			action: 'Find or create a company',
			description:
				'Look for the company by its reference number or else its name, and create it if there is none',
			request: 'POST /company',
			body: whole,
			run: async (input, call) => {
				const { name, refNumber: number } = input;
				const wanted: IDataObject = number === undefined ? { name } : { refNumber: number };
				return await findOrCreate(call, {
					list: 'GET /company',
					create: 'POST /company',
					query: wanted,
					wanted,
					body: input,
				});
			},
		}),
		get: read({
			action: 'Get a company',
			request: 'GET /company/{companyId}',
			path: { companyId },
		}),
		getAll: listAll({
			action: 'Get many companies',
			request: 'GET /company',
			query: {
				city: text({ description: 'A part of the name is enough' }),
				isContractee: flag({
					description: 'Whether to return only customers and prime contractors',
				}),
				isContractor: flag({
					description: 'Whether to return only vendors and prime contractors',
				}),
				isCustomer: flag({ description: 'Whether to return only customers' }),
				isPartsVendor: flag({ description: 'Whether to return only sellers of parts' }),
				isVendor: flag({ description: 'Whether to return only vendors of services' }),
				name: nameFilter,
				officeId: pickMany(office, {
					label: 'Office',
					description: 'Those that serve at least one location of the company',
				}),
				postalCode: text({ description: 'A part of it is enough' }),
				refNumber: wholeRefNumber,
				state: text({ description: 'The abbreviation of two letters' }),
				status,
				tag: tagFilter,
				...stampFilters,
			},
		}),
		merge: operation({
			action: 'Merge a company into another one',
			notice: MERGE_NOTICE('company'),
			request: 'POST /company/{companyId}/merge',
			path: { companyId },
			body: {
				replacementId: pick(companies, {
					required: true,
					label: 'Replaced By',
					description: 'The company that stays',
				}),
			},
		}),
		update: update({
			action: 'Update a company',
			request: 'PUT /company/{companyId}',
			path: { companyId },
			body: {
				name: text(),
				addressStreet: text({ label: 'Street' }),
				addressCity: text({ label: 'City' }),
				addressState: text({ label: 'State' }),
				addressPostalCode: text({ label: 'Postal Code' }),
				...details,
			},
		}),
	},
});
