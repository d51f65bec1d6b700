import { pick, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { bookingProvider as providers } from '../pickers';
import { ids, stampFilters, stampSort } from './fields';

const id = pick(providers, { required: true });

export const bookingProvider = defineResource({
	value: 'bookingProvider',
	name: 'Booking Provider',
	description: 'The tag by which bookings of one provider are told from others',
	operations: {
		create: create({
			action: 'Create a booking provider',
			request: 'POST /crm/v2/tenant/{tenant}/booking-provider-tags',
			body: {
				tagName: text({ required: true }),
				description: text({ required: true }),
			},
		}),
		get: read({
			action: 'Get a booking provider',
			request: 'GET /crm/v2/tenant/{tenant}/booking-provider-tags/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many booking providers',
			request: 'GET /crm/v2/tenant/{tenant}/booking-provider-tags',
			query: { name: text(), ...stampFilters, ids, sort: stampSort },
		}),
		update: update({
			action: 'Update a booking provider',
			request: 'PATCH /crm/v2/tenant/{tenant}/booking-provider-tags/{id}',
			path: { id },
			body: { tagName: text(), description: text() },
		}),
	},
});
