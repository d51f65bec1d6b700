import {
	choice,
	dateTime,
	flag,
	group,
	list,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	booking as bookings,
	bookingContact,
	bookingOfProvider,
	bookingProvider as providers,
	businessUnit,
	campaign,
	jobType,
} from '../pickers';
import { exportOf } from './export';
import {
	address,
	contactChanges,
	contactEntry,
	contacts,
	ids,
	priority,
	stampFilters,
	stampSort,
} from './fields';

const id = pick(bookings, { required: true });

/** The documents do not say what names a provider in the path; others use the ID of its tag. */
const bookingProvider = pick(providers, { required: true });
const ofProvider = { bookingProvider, id: pick(bookingOfProvider, { required: true }) };
const contactId = pick(bookingContact, { required: true });

const externalId = {
	label: 'External ID',
	as: 'externalId',
	description: 'The ID of the booking in your own system',
};

const about = {
	customerType: choice(['Commercial', 'Residential']),
	start: dateTime(),
	campaignId: select(campaign),
	businessUnitId: select(businessUnit),
	jobTypeId: select(jobType),
	priority,
	uploadedImages: list({ description: 'Addresses of images' }),
};

export const booking = defineResource({
	value: 'booking',
	name: 'Booking',
	description: 'A request for a job that came in over a booking provider',
	simple: [
		'id',
		'name',
		'status',
		'source',
		'start',
		'summary',
		'address',
		'priority',
		'jobId',
		'externalId',
		'bookingProviderId',
		'createdOn',
		'modifiedOn',
		// These are what matters of contacts; a booking has none of them.
		'type',
		'value',
		'memo',
	],
	operations: {
		addContact: create({
			name: 'Add Contact',
			action: 'Add a contact to a booking',
			request:
				'POST /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings/{id}/contacts',
			path: ofProvider,
			body: contactEntry,
		}),
		attribute: operation({
			name: 'Attribute to Web Session',
			action: 'Attribute a booking to a web session',
			description: 'Tell which advertisement or page a booking came from',
			request: 'POST /marketingads/v2/tenant/{tenant}/web-booking-attributions',
			body: {
				bookingId: pick(bookings, { required: true }),
				landingPageUrl: text({ required: true, as: 'webSessionData.landingPageUrl' }),
				referrerUrl: text({ required: true, as: 'webSessionData.referrerUrl' }),
				gclid: text({ label: 'Google Click ID', as: 'webSessionData.gclid' }),
				fbclid: text({ label: 'Facebook Click ID', as: 'webSessionData.fbclid' }),
				msclkid: text({ label: 'Microsoft Click ID', as: 'webSessionData.msclkid' }),
				utmSource: text({ as: 'webSessionData.utmSource' }),
				utmMedium: text({ as: 'webSessionData.utmMedium' }),
				utmCampaign: text({ as: 'webSessionData.utmCampaign' }),
				utmAdgroup: text({ label: 'UTM Ad Group', as: 'webSessionData.utmAdgroup' }),
				utmTerm: text({ as: 'webSessionData.utmTerm' }),
				utmContent: text({ as: 'webSessionData.utmContent' }),
				googleAnalyticsClient: text({
					label: 'Google Analytics Client ID',
					as: 'webSessionData.googleAnalyticsClientId',
				}),
			},
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a booking',
			request: 'POST /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings',
			path: { bookingProvider },
			body: {
				name: text({ required: true, label: 'Customer Name' }),
				source: text({ required: true, description: 'Where the booking came from' }),
				summary: text({ required: true, rows: 4 }),
				isFirstTimeClient: flag({
					required: true,
					label: 'First-Time Client',
					description: 'Whether somebody books here for the first time',
				}),
				external: text({ ...externalId, required: true }),
				address: group(address),
				contacts,
				...about,
				isSendConfirmationEmail: flag({
					label: 'Send Confirmation Email',
					description: 'Whether the customer gets an email that confirms the booking',
				}),
			},
		}),
		deleteContact: remove({
			name: 'Delete Contact',
			action: 'Delete a contact of a booking',
			request:
				'DELETE /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings/{id}/contacts/{contactId}',
			path: { ...ofProvider, contactId },
		}),
		export: exportOf('bookings', 'GET /crm/v2/tenant/{tenant}/export/bookings'),
		get: read({
			action: 'Get a booking',
			request: 'GET /crm/v2/tenant/{tenant}/bookings/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many bookings',
			description: 'List the bookings of all providers',
			request: 'GET /crm/v2/tenant/{tenant}/bookings',
			query: { external: text(externalId), ...stampFilters, ids, sort: stampSort },
		}),
		getAllOfProvider: listAll({
			name: 'Get Many of Provider',
			action: 'Get many bookings of a provider',
			request: 'GET /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings',
			path: { bookingProvider },
			query: { external: text(externalId), ...stampFilters, ids, sort: stampSort },
		}),
		getContacts: listAll({
			name: 'Get Contacts',
			action: 'Get the contacts of a booking',
			request: 'GET /crm/v2/tenant/{tenant}/bookings/{id}/contacts',
			path: { id },
		}),
		getContactsOfProvider: listAll({
			name: 'Get Contacts by Provider',
			action: 'Get the contacts of a booking of a provider',
			request:
				'GET /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings/{id}/contacts',
			path: ofProvider,
		}),
		getOfProvider: read({
			name: 'Get by Provider',
			action: 'Get a booking of a provider',
			request: 'GET /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings/{id}',
			path: ofProvider,
		}),
		update: update({
			action: 'Update a booking',
			description: 'Only by the provider that the booking came over',
			request: 'PATCH /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings/{id}',
			path: ofProvider,
			body: {
				name: text({ label: 'Customer Name' }),
				source: text({ description: 'Where the booking came from' }),
				summary: text({ rows: 4 }),
				isFirstTimeClient: flag({
					label: 'First-Time Client',
					description: 'Whether somebody books here for the first time',
				}),
				external: text(externalId),
				address: group(
					{ ...address, unit: text({ required: true }) },
					{ description: 'Has to be given whole' },
				),
				...about,
			},
		}),
		updateContact: update({
			name: 'Update Contact',
			action: 'Update a contact of a booking',
			request:
				'PATCH /crm/v2/tenant/{tenant}/booking-provider/{bookingProvider}/bookings/{id}/contacts/{contactId}',
			path: { ...ofProvider, contactId },
			body: contactChanges,
		}),
	},
});
