import { choice, pick, pickMany } from '../../shared/define/fields';
import { customer, location } from '../pickers';
import { changesOf, statusOf } from './changes';

const bookings = {
	value: 'booking',
	name: 'Booking',
	begins: 'a booking comes in, from whichever provider',
	changes: 'a booking changes, for instance is converted or dismissed',
	request: 'GET /crm/v2/tenant/{tenant}/bookings',
	sorts: true,
	resource: 'booking',
} as const;

const leads = {
	value: 'lead',
	name: 'Lead',
	begins: 'a lead is created',
	changes: 'a lead changes, for instance is converted or dismissed',
	request: 'GET /crm/v2/tenant/{tenant}/leads',
	sorts: true,
	resource: 'lead',
	filters: { customerId: pick(customer) },
} as const;

const [customerContactCreated, ...customerContactChanged] = changesOf({
	value: 'customerContact',
	name: 'Customer Contact',
	begins: 'a customer gets a phone number or an email address',
	changes: 'one of them changes',
	request: 'GET /crm/v2/tenant/{tenant}/customers/contacts',
	sorts: false,
	filters: { customerIds: pickMany(customer) },
});

export const customerEvents = [
	...changesOf({
		value: 'customer',
		name: 'Customer',
		begins: 'a customer is created',
		// Reported by others: the contacts of a customer do not move its time of change.
		changes: 'a customer changes, deactivation included, though not when only a contact does',
		request: 'GET /crm/v2/tenant/{tenant}/customers',
		sorts: true,
		opened: { active: 'Any' },
		resource: 'customer',
	}),
	{
		...customerContactCreated,
		// The list wants a time of change, too. Nothing is created later than it changed.
		since: (from: string | number) => ({ createdOnOrAfter: from, modifiedOnOrAfter: from }),
	},
	...customerContactChanged,
	...changesOf({
		value: 'location',
		name: 'Location',
		begins: 'a location is added to a customer',
		changes: 'a location changes, deactivation included',
		request: 'GET /crm/v2/tenant/{tenant}/locations',
		sorts: true,
		opened: { active: 'Any' },
		resource: 'location',
		filters: { customerId: pick(customer) },
	}),
	...changesOf({
		value: 'locationContact',
		name: 'Location Contact',
		begins: 'a location gets a phone number or an email address',
		changes: 'a phone number or an email address of a location changes',
		request: 'GET /crm/v2/tenant/{tenant}/locations/contacts',
		sorts: false,
		filters: { locationIds: pickMany(location) },
	}),
	...changesOf({
		value: 'contact',
		name: 'Contact',
		begins: 'a contact is created',
		changes: 'a contact changes, for instance is archived',
		request: 'GET /crm/v2/tenant/{tenant}/contacts',
		sorts: true,
	}),
	...changesOf(bookings),
	statusOf(bookings),
	...changesOf({
		...leads,
		filters: { ...leads.filters, status: choice(['Converted', 'Dismissed', 'Open']) },
	}),
	statusOf(leads),
];
