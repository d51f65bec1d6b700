import type { IDataObject } from 'n8n-workflow';

import { choice, flag, pick, pickMany, text } from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { company, contact as contacts, location } from '../pickers';
import { MERGE_NOTICE, named, stampFilters } from './fields';
import { findOrCreate } from './findOrCreate';

const contactId = pick(contacts, { required: true });
const companyId = pick(company, { required: true });
const locationId = pick(location, { required: true });

/** What can be given when a contact is made and when it is changed. */
const details = {
	alternatePhone: text(),
	companyIds: pickMany(company, { label: 'Company' }),
	email: text({ placeholder: 'name@example.com' }),
	locationIds: pickMany(location, { label: 'Location' }),
	mobile: text(),
	phone: text(),
	status: choice(named(['inactive', 'private', 'public'])),
};

const whole = {
	firstName: text({ required: true }),
	lastName: text({ required: true }),
	...details,
	// The reference calls it neither needed nor optional, and clients in public code leave it out.
	type: text({ description: 'What the person does there, in any words' }),
};

export const contact = defineResource({
	value: 'contact',
	name: 'Contact',
	description: 'A person at a company or a location',
	simple: [
		'id',
		'firstName',
		'lastName',
		'type',
		'status',
		'email',
		'phone',
		'mobile',
		'companies',
		'locations',
		'created',
		'updated',
	],
	operations: {
		create: create({ action: 'Create a contact', request: 'POST /contact', body: whole }),
		findOrCreate: create({
			name: 'Find or Create',
			action: 'Find or create a contact',
			description:
				'Look for the contact by its email or else its name, at the first company or location given, and create it if there is none',
			request: 'POST /contact',
			body: whole,
			run: async (input, call) => {
				const { firstName, lastName, email, companyIds = [], locationIds = [] } = input;
				const wanted: IDataObject = email === undefined ? { firstName, lastName } : { email };
				return await findOrCreate(call, {
					list: 'GET /contact',
					create: 'POST /contact',
					query: {
						...(email === undefined ? { search: lastName } : { email }),
						companyId: companyIds[0],
						locationId: locationIds[0],
					},
					wanted,
					body: input,
				});
			},
		}),
		get: read({
			action: 'Get a contact',
			request: 'GET /contact/{contactId}',
			path: { contactId },
		}),
		getAll: listAll({
			action: 'Get many contacts',
			request: 'GET /contact',
			query: {
				companyId: pick(company, { description: 'Its own contacts and those of its locations' }),
				companyAlone: flag({
					as: 'locationId',
					// An empty location is how the reference asks for this.
					write: (wanted) => (wanted ? '' : undefined),
					label: 'Without Those of Locations',
					description: 'Whether to return only contacts of the company itself',
				}),
				email: text({ placeholder: 'name@example.com', description: 'The whole address' }),
				locationId: pick(location),
				search: text({ description: 'A part of the name, of a phone number or of the email' }),
				...stampFilters,
			},
		}),
		linkToCompany: operation({
			action: 'Link a contact to a company',
			request: 'PUT /contact/{contactId}/company/{companyId}',
			path: { contactId, companyId },
		}),
		linkToLocation: operation({
			action: 'Link a contact to a location',
			request: 'PUT /contact/{contactId}/location/{locationId}',
			path: { contactId, locationId },
		}),
		merge: operation({
			action: 'Merge a contact into another one',
			notice: MERGE_NOTICE('contact'),
			request: 'POST /contact/{contactId}/merge',
			path: { contactId },
			body: {
				replacementId: pick(contacts, {
					required: true,
					label: 'Replaced By',
					description: 'The contact that stays',
				}),
			},
		}),
		unlinkFromCompany: operation({
			name: 'Unlink From Company',
			action: 'Unlink a contact from a company',
			request: 'DELETE /contact/{contactId}/company/{companyId}',
			path: { contactId, companyId },
			returns: 'nothing',
		}),
		unlinkFromLocation: operation({
			name: 'Unlink From Location',
			action: 'Unlink a contact from a location',
			request: 'DELETE /contact/{contactId}/location/{locationId}',
			path: { contactId, locationId },
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a contact',
			description: 'The primary contact of a location cannot be taken away from it',
			request: 'PUT /contact/{contactId}',
			path: { contactId },
			body: { firstName: text(), lastName: text(), type: text(), ...details },
		}),
	},
});
