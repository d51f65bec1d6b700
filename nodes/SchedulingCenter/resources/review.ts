import { dateTime, flag, group, number, pick, select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { invoice, location, locationCode, review as reviews, reviewSource } from '../pickers';
import { asGiven, snakeCased } from '../wire';
import { becomesInactive, listFilters, notices, sameAgain } from './fields';

const id = pick(reviews, { required: true });

const details = snakeCased({
	comment: text({ rows: 4, description: 'What the customer wrote' }),
	contacts: group(
		snakeCased({
			firstName: text(),
			lastName: text(),
			email: text({ placeholder: 'name@example.com' }),
			telephone: text({ placeholder: '555-0142' }),
		}),
		{ label: 'Contact', description: 'What is known of the customer, to find the contact by' },
	),
	addresses: group(
		snakeCased({
			zipcode: text({ label: 'ZIP', description: 'Decides the location' }),
			// The text on adding reviews says `address_1`, records of addresses say `address1`.
			address1: text({ label: 'Street', as: 'address_1', also: 'address1' }),
			city: text(),
			state: text(),
		}),
		{
			label: 'Address',
			description: 'What is known of the address, to find contact and location by',
		},
	),
	allowedPublic: flag({
		default: true,
		description: 'Whether the customer allows the review to be shown',
	}),
	censored: flag({
		description: 'Whether to withhold the review. The server may also set this by itself.',
	}),
	dateReviewed: dateTime({
		description:
			'When it was given, now if left out. The digits are sent as given; the vendor does not say on which clock.',
		write: asGiven,
	}),
	// The parameter has the first name, the record the second one.
	reviewSourceId: select(reviewSource, { also: 'reviews_source_id' }),
	contact: number({
		as: 'contact_id',
		label: 'Contact ID',
		description: 'Contacts cannot be listed',
	}),
	invoiceId: pick(invoice),
	locationId: pick(location),
});

const rating = { description: 'From 0, the worst, to 10, the best' };

export const review = defineResource({
	value: 'review',
	name: 'Review',
	description: 'What a customer thinks of the work',
	simple: [
		'id',
		'rating',
		'comment',
		'franchise_id',
		'location_id',
		'location.full_name',
		'invoice_id',
		'contact_id',
		'contact.full_name',
		'reviews_source.name',
		'allowed_public',
		'censored',
		'date_reviewed',
	],
	operations: {
		create: create({
			action: 'Create a review',
			request: 'POST /reviews',
			body: { rating: number({ ...rating, required: true }), ...details },
		}),
		delete: remove({
			action: 'Delete a review',
			description: `${becomesInactive('review')}. Averages leave it out too.`,
			request: 'DELETE /reviews/{id}',
			path: { id },
		}),
		get: read({
			action: 'Get a review',
			request: 'GET /reviews/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many reviews',
			description: 'Censored and private reviews only on request. The order is not fixed.',
			request: 'GET /reviews',
			query: {
				locationCode: pick(locationCode, { as: 'location[code]' }),
				locationLabel: text({ as: 'location[label]', description: 'The name of the location' }),
				search: text({ description: 'Looks in comments, ratings, sources and names of contacts' }),
				showCensored: flag({ description: 'Whether to return censored reviews too' }),
				showNotAllowedPublic: flag({
					label: 'Show Private',
					description: 'Whether to return reviews too that the customer does not want shown',
				}),
				...listFilters,
			},
		}),
		getAverages: read({
			action: 'Get the average rating',
			description: 'To one decimal, with the number of reviews',
			request: 'GET /reviews/averages',
			query: {
				locationCode: pick(locationCode, { as: 'location_code' }),
			},
			...notices.path,
		}),
		update: update({
			action: 'Update a review',
			description: 'What is not given stays as it is',
			request: 'PATCH /reviews/{id}',
			path: { id },
			body: { rating: number(rating), ...details },
			...sameAgain,
		}),
	},
});
