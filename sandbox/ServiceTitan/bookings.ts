import { fictionalAddress, fictionalPerson } from '../core/fiction';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { conflict } from '../core/refusal';
import { records } from './records';
import {
	creates,
	feeds,
	lists,
	owner,
	reads,
	removes,
	routesOf,
	updates,
	type Owner,
} from './tables';

// Whether a provider in a path is the id of a booking provider tag is not said; any number is taken.
const PROVIDER: Owner = { placeholder: 'booking_provider', member: 'bookingProviderId' };
const BOOKING = owner('bookings', 'bookingId');
const OWN = 'booking-provider/{booking_provider}/bookings';

function addContacts(booking: Row, { body, store }: SandboxRequest): void {
	for (const contact of (body.contacts ?? []) as Row[]) addContact(store, booking, contact);
}

function addContact(store: Store, { id: bookingId }: Row, { type, value, memo }: Row): void {
	store.collection('bookingContacts').add({ bookingId, type, value, memo: memo ?? '' });
}

/** Only what nobody has worked on yet can be changed; that a 409 says so is inferred. */
function checkNew(_request: SandboxRequest, booking: Row | undefined): void {
	if (booking?.status !== 'New') throw conflict(`The booking is ${String(booking?.status)}`);
}

/** Bookings, by provider and of the whole tenant, and the tags of the providers. */
export const bookings: Area = {
	collections: {
		bookingProviderTags: records(
			'Booking provider tag',
			5001,
			'crm.GetBookingProviderTagResponse',
			{
				type: 'V2Api',
			},
		),
		bookings: records('Booking', 5101, 'crm.BookingResponse', { status: 'New' }),
		bookingContacts: records('Contact', 5301, 'crm.BookingContactResponse'),
	},
	routes: routesOf('/crm/v2/tenant/{tenant}', {
		'GET booking-provider-tags': lists('bookingProviderTags', {
			filters: {
				name: (value) => (row) =>
					String(row.tagName).toLowerCase().includes(String(value).toLowerCase()),
			},
		}),
		'POST booking-provider-tags': creates('bookingProviderTags', {
			check({ body, store }) {
				if (store.collection('bookingProviderTags').where('tagName', body.tagName).length > 0) {
					throw conflict('There is a booking provider tag of that name');
				}
			},
		}),
		'GET booking-provider-tags/{id}': reads('bookingProviderTags'),
		'PATCH booking-provider-tags/{id}': updates('bookingProviderTags'),

		'GET bookings': lists('bookings'),
		'GET bookings/{id}': reads('bookings'),
		'GET bookings/{id}/contacts': lists('bookingContacts', { of: BOOKING }),
		[`GET ${OWN}`]: lists('bookings', { of: PROVIDER }),
		[`POST ${OWN}`]: creates('bookings', {
			of: PROVIDER,
			without: ['contacts'],
			// Shown always, and optional on creation: inferred that it is then the moment of creation.
			also: ({ body, clock }) => ({ start: body.start ?? new Date(clock.now()).toISOString() }),
			then: addContacts,
		}),
		[`GET ${OWN}/{id}`]: reads('bookings', { of: PROVIDER }),
		[`PATCH ${OWN}/{id}`]: updates('bookings', { of: PROVIDER, check: checkNew }),
		[`GET ${OWN}/{id}/contacts`]: lists('bookingContacts', { of: BOOKING }),
		[`POST ${OWN}/{id}/contacts`]: creates('bookingContacts', { of: BOOKING }),
		[`PATCH ${OWN}/{id}/contacts/{contactId}`]: updates('bookingContacts', { of: BOOKING }),
		[`DELETE ${OWN}/{id}/contacts/{contactId}`]: removes('bookingContacts', { of: BOOKING }),
		'GET export/bookings': feeds('bookings'),
	}),
	seed({ add, at, store }) {
		add('bookingProviderTags', [
			{ tagName: 'Pinwheel web form', description: 'The form on the company site' },
			{ tagName: 'Chatterbox', description: 'A chat on the company site' },
			{ tagName: 'Old call center', description: 'No longer in use', active: false, type: 'V1Api' },
		]);
		const statuses = ['New', 'New', 'Converted', 'Dismissed', 'New', 'Accepted'];
		add(
			'bookings',
			statuses.map((status, index) => ({
				source: index % 2 === 0 ? 'Web' : 'Chat',
				name: fictionalPerson(150 + index).name,
				address: { ...addressOf(150 + index), country: 'USA' },
				customerType: 'Residential',
				start: at(index - 2, 15),
				summary: ['Boiler lost pressure', 'Sink backs up', 'New outlet'][index % 3],
				campaignId: 201 + (index % 3),
				businessUnitId: 101 + (index % 3),
				jobTypeId: 401 + index,
				priority: 'Normal',
				isFirstTimeClient: index % 2 === 0,
				uploadedImages: [],
				isSendConfirmationEmail: false,
				status,
				dismissingReasonId: status === 'Dismissed' ? 1 : null,
				jobId: status === 'Converted' ? 50_010 : null,
				externalId: `web-${1000 + index}`,
				bookingProviderId: 5001 + (index % 2),
				createdOn: at(index - 8, 10),
			})),
		);
		for (const booking of store.collection('bookings').all()) {
			const { phone, email } = fictionalPerson(Number(booking.id) - 5101 + 150);
			addContact(store, booking, { type: 'Phone', value: phone });
			addContact(store, booking, { type: 'Email', value: email });
		}
	},
};

function addressOf(index: number): Row {
	const { street, city, state, zip } = fictionalAddress(index);
	return { street, unit: null, city, state, zip };
}
