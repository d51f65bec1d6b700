import { pick } from '../../shared/define/fields';
import { customer } from '../pickers';
import { changesOf } from './changes';

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
	...changesOf({
		value: 'location',
		name: 'Location',
		begins: 'a location is added to a customer',
		changes: 'a location changes, deactivation included',
		request: 'GET /crm/v2/tenant/{tenant}/locations',
		sorts: true,
		opened: { active: 'Any' },
		filters: { customerId: pick(customer) },
	}),
	...changesOf({
		value: 'booking',
		name: 'Booking',
		begins: 'a booking comes in, from whichever provider',
		changes: 'a booking changes, for instance is converted or dismissed',
		request: 'GET /crm/v2/tenant/{tenant}/bookings',
		sorts: true,
	}),
	...changesOf({
		value: 'lead',
		name: 'Lead',
		begins: 'a lead is created',
		changes: 'a lead changes, for instance is converted or dismissed',
		request: 'GET /crm/v2/tenant/{tenant}/leads',
		sorts: true,
		filters: { customerId: pick(customer) },
	}),
];
