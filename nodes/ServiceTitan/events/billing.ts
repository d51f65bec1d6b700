import { choice, pick, pickMany } from '../../shared/define/fields';
import { membership } from '../backOfficePickers';
import { businessUnit, customer, job, location } from '../pickers';
import { spaced } from '../resources/backOfficeFields';
import { changesOf } from './changes';

/** The first of the three: for lists that can be asked for new records alone. */
const createdOnly = (row: Parameters<typeof changesOf>[0]) => changesOf(row).slice(0, 1);

/** Agreements, what is due by them, and how customers pay. */
export const billingEvents = [
	...changesOf({
		value: 'serviceAgreement',
		name: 'Service Agreement',
		begins: 'a service agreement is drafted',
		changes: 'a service agreement changes, for instance is accepted or canceled',
		request: 'GET /service-agreements/v2/tenant/{tenant}/service-agreements',
		sorts: true,
		resource: 'serviceAgreement',
		filters: {
			customerIds: pickMany(customer),
			businessUnitIds: pickMany(businessUnit),
			status: choice(
				spaced(
					'Draft',
					'Sent',
					'Rejected',
					'Accepted',
					'Activated',
					'Canceled',
					'Expired',
					'AutoRenew',
				),
			),
		},
	}),
	...changesOf({
		value: 'membershipType',
		name: 'Membership Type',
		begins: 'a membership type is set up',
		changes: 'a membership type changes, deactivation included',
		request: 'GET /memberships/v2/tenant/{tenant}/membership-types',
		sorts: false,
		opened: { active: 'Any' },
	}),
	...changesOf({
		value: 'recurringService',
		name: 'Recurring Service',
		begins: 'a recurring service is set up at a location',
		changes: 'a recurring service changes, deactivation included',
		request: 'GET /memberships/v2/tenant/{tenant}/recurring-services',
		sorts: false,
		opened: { active: 'Any' },
		resource: 'recurringService',
		filters: { membershipIds: pickMany(membership), locationIds: pickMany(location) },
	}),
	...createdOnly({
		value: 'recurringServiceEvent',
		name: 'Recurring Service Event',
		begins: 'a visit of a recurring service becomes due. Later changes are not seen',
		changes: '',
		request: 'GET /memberships/v2/tenant/{tenant}/recurring-service-events',
		sorts: false,
		filters: { locationId: pick(location), jobId: pick(job) },
	}),
	...changesOf({
		value: 'paymentTerm',
		name: 'Payment Term',
		begins: 'a payment term is set up',
		changes: 'a payment term changes',
		request: 'GET /accounting/v2/tenant/{tenant}/payment-terms',
		// It sorts by ID, name and creation only.
		sorts: false,
	}),
	...createdOnly({
		value: 'paymentType',
		name: 'Payment Type',
		begins: 'a payment type is set up. Later changes are not seen',
		changes: '',
		request: 'GET /accounting/v2/tenant/{tenant}/payment-types',
		sorts: false,
		opened: { active: 'Any' },
	}),
	...changesOf({
		value: 'taxZone',
		name: 'Tax Zone',
		begins: 'a tax zone is set up',
		changes: 'a tax zone changes, deactivation included',
		request: 'GET /accounting/v2/tenant/{tenant}/tax-zones',
		// It sorts by ID, name and creation only.
		sorts: false,
		opened: { active: 'Any' },
	}),
];
