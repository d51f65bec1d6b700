import { mean, round } from 'lodash';

import type { Filter } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { showLocation } from './catalogue';
import { showContact, showInvoice } from './invoices';
import {
	controllerList,
	created,
	isDeleted,
	requireReference,
	wanted,
	type ControllerOptions,
} from './lists';
import { kept, utcWithoutColon } from './times';

const WEB_SITE_SOURCE = 1;

function showReview(row: Row, request: SandboxRequest): Row {
	const { store } = request;
	const invoice = store.collection('invoices').get(row.invoice_id);
	const location = store.collection('locations').get(row.location_id);
	return {
		...row,
		date_reviewed: utcWithoutColon(row.date_reviewed),
		date_created: utcWithoutColon(row.date_created),
		last_modified: utcWithoutColon(row.last_modified),
		invoice: invoice ? showInvoice(invoice, request) : null,
		location: location ? showLocation(location) : null,
		contact: showContact(store.collection('contacts').get(row.contact_id)),
		reviews_source: store.collection('reviewsSources').get(row.reviews_source_id) ?? null,
	};
}

/** In comments, ratings, sources and contact names. */
const search: Filter = (value, { store }) => {
	const wanted = String(value).toLowerCase();
	return (row) => {
		const source = store.collection('reviewsSources').get(row.reviews_source_id);
		const contact = showContact(store.collection('contacts').get(row.contact_id));
		return [row.comment, row.rating, source?.name, source?.lookup_key, contact?.full_name].some(
			(text) =>
				String(text ?? '')
					.toLowerCase()
					.includes(wanted),
		);
	};
};

const locationBy =
	(member: string): Filter =>
	(value, { store }) => {
		const ids = store
			.collection('locations')
			.where(member, value)
			.map(({ id }) => id);
		return (row) => ids.includes(row.location_id);
	};

/** The members of a review as it is kept, from what was sent. */
function members(body: Row, { store, clock }: SandboxRequest, row?: Row): Row {
	const {
		contacts,
		addresses,
		review_source_id: source,
		reviews_source_id: sourceAsShown,
		date_reviewed: reviewed,
		...others
	} = body;
	if (source !== undefined && sourceAsShown !== undefined && source !== sourceAsShown) {
		throw wrongValue('reviews_source_id', 'differs from review_source_id');
	}
	const sourceId = source ?? sourceAsShown;
	if (sourceId !== undefined) {
		requireReference(store, 'reviewsSources', 'review_source_id', sourceId);
	}
	const references = { contact_id: 'contacts', invoice_id: 'invoices', location_id: 'locations' };
	for (const [name, collection] of Object.entries(references)) {
		if (body[name] !== undefined) requireReference(store, collection, name, body[name]);
	}

	const changes: Row = { ...others };
	// Flags of reviews are shown as 0 and 1.
	for (const flag of ['allowed_public', 'censored']) {
		if (body[flag] !== undefined) changes[flag] = body[flag] === true ? 1 : 0;
	}
	if (sourceId !== undefined) changes.reviews_source_id = sourceId;
	if (reviewed !== undefined) {
		// The zone of what is sent is not stated; read as UTC.
		changes.date_reviewed = `${String(reviewed).replace(' ', 'T')}Z`;
	} else if (!row) changes.date_reviewed = kept.write(clock.now());

	const { zipcode } = (addresses ?? {}) as Row;
	if (zipcode !== undefined) {
		changes.zipcode = zipcode;
		const [assigned] = store.collection('locationsZipcodes').where('zipcode', zipcode);
		if (assigned) changes.location_id ??= assigned.location_id;
	}
	if (contacts) changes.contact_id ??= contactLike(store, contacts as Row)?.id;
	const location = store.collection('locations').get(changes.location_id);
	if (location) changes.franchise_id = location.franchise_id;
	return changes;
}

/** How the server guesses is not said; the sandbox goes by mail address, then telephone. */
function contactLike(store: Store, { email, telephone }: Row): Row | undefined {
	const contacts = store.collection('contacts');
	const byMail = email === undefined ? [] : contacts.where('email', email);
	const byTelephone = telephone === undefined ? [] : contacts.where('telephone', telephone);
	return byMail[0] ?? byTelephone[0];
}

export const usualReview = (): Row => ({
	// Known from the location alone.
	franchise_id: null,
	reviews_source_id: WEB_SITE_SOURCE,
	comment: '',
	allowed_public: 1,
	censored: 0,
	zipcode: '',
	location_id: null,
	invoice_id: null,
	contact_id: null,
	active: true,
});

const options: ControllerOptions = {
	singular: 'review',
	show: showReview,
	filters: {
		search,
		'location[code]': locationBy('code'),
		'location[label]': locationBy('label'),
		location: () => {
			throw wrongValue('location', 'takes location[code] or location[label]', 'query');
		},
		// Read by what is left out.
		showCensored: () => () => true,
		showNotAllowedPublic: () => () => true,
	},
	alsoLeftOut: (row, { showCensored, showNotAllowedPublic }) =>
		(row.censored === 1 && showCensored !== true) ||
		(row.allowed_public === 0 && showNotAllowedPublic !== true),
	joined: {
		contacts: { collection: 'contacts', key: 'contact', by: 'contact_id' },
		locations: { collection: 'locations', key: 'location', by: 'location_id' },
		invoices: { collection: 'invoices', key: 'invoice', by: 'invoice_id' },
		reviews_sources: {
			collection: 'reviewsSources',
			key: 'reviews_source',
			by: 'reviews_source_id',
		},
	},
};

const change: Handler = (request) => {
	const row = wanted('reviews', request);
	const changes = members(request.body, request, row);
	return {
		review: showReview(request.store.collection('reviews').change(row.id, changes), request),
	};
};

/** One decimal. That deleted reviews do not count is said, of censored ones nothing is. */
const averages: Handler = ({ query, store }) => {
	const { location_code: code } = query;
	const ids =
		code === undefined
			? undefined
			: store
					.collection('locations')
					.where('code', code)
					.map(({ id }) => id);
	const ratings = store
		.collection('reviews')
		.all()
		.filter((row) => !isDeleted(row) && (!ids || ids.includes(row.location_id)))
		.map(({ rating }) => Number(rating));
	return {
		average_rating: ratings.length === 0 ? null : round(mean(ratings), 1),
		total: ratings.length,
	};
};

export const reviewRoutes: Readonly<Record<string, Handler>> = {
	'GET /reviews': controllerList('reviews', options),
	'GET /reviews/averages': averages,
	// The samples of read and delete wrap the record in a list, those of the others do not.
	'GET /reviews/{id}': (request) => ({
		review: [showReview(wanted('reviews', request), request)],
	}),
	'POST /reviews': (request) => {
		const row = request.store.collection('reviews').add(members(request.body, request));
		return created({ review: showReview(row, request) });
	},
	'PATCH /reviews/{id}': change,
	'PUT /reviews/{id}': change,
	'DELETE /reviews/{id}': (request) => {
		const { id } = wanted('reviews', request);
		const row = request.store.collection('reviews').change(id, { active: false });
		return { review: [showReview(row, request)] };
	},
	// That the sources stand under the controller's name is assumed: no answer is shown.
	'GET /reviewsSources': controllerList('reviewsSources', {
		singular: 'reviewsSource',
		appWide: true,
	}),
};

export const reviewStructures = {
	'location[code]': { in: 'query', type: 'string' },
	'location[label]': { in: 'query', type: 'string' },
} as const;

/** What is known of the customer: the columns that contacts show elsewhere. */
const CONTACT_COLUMNS = [
	'title',
	'first_name',
	'middle_initial',
	'last_name',
	'suffix',
	'telephone',
	'telephone2',
	'telephone3',
	'telephone4',
	'email',
	'company_name',
];

/** `address_1` as the text writes it, `address1` as records do. */
const ADDRESS_COLUMNS = [
	'address_1',
	'address_2',
	'address1',
	'address2',
	'unit_number',
	'county',
	'city',
	'state',
	'zipcode',
];

export const writtenReviewStructures = Object.fromEntries(
	[
		...CONTACT_COLUMNS.map((column) => `contacts.${column}`),
		...ADDRESS_COLUMNS.map((column) => `addresses.${column}`),
	].map((name) => [name, { in: 'body', type: 'string' } as const]),
);
