import { choice, dateTime, number, pick, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	durationBilling,
	invoiceTemplate,
	membership as memberships,
	membershipType,
	paymentType,
	service,
} from '../backOfficePickers';
import { businessUnit, customer, employee, invoice, location } from '../pickers';
import { customFieldTypes } from './backOfficeFields';
import { exportOf } from './export';
import { activeFilter, ids, stampFilters } from './fields';
import { billingFrequency } from './membershipFields';

const id = pick(memberships, { required: true });
const statuses = ['Active', 'Canceled', 'Deleted', 'Expired', 'Suspended'] as const;

/** Where the discounts and the recurring services of a membership apply. */
const places = {
	locationId: pick(location, {
		label: 'Discount Location',
		description: 'Without it the discount holds at all locations',
	}),
	recurringLocationId: pick(location, {
		label: 'Recurring Service Location',
		description: 'Where recurring services are scheduled, if at a single location',
	}),
};

/** Members in the order of how far they reach. */
const recurringServiceAction = choice(
	[
		['All Locations', 'All'],
		['None', 'None'],
		['Single Location', 'Single'],
	],
	{
		label: 'Recurring Services',
		description:
			'To which locations of the customer they are added; None deletes those that are there. Needed with a recurring service location.',
	},
);

export const membership = defineResource({
	value: 'membership',
	name: 'Membership',
	description: 'A plan that a customer has bought, with discounts and recurring services',
	simple: [
		'id',
		'status',
		'active',
		'customerId',
		'membershipTypeId',
		'locationId',
		'from',
		'to',
		'billingFrequency',
		'nextScheduledBillDate',
		'modifiedOn',
	],
	operations: {
		export: exportOf('memberships', 'GET /memberships/v2/tenant/{tenant}/export/memberships'),
		exportStatusChanges: exportOf(
			'status changes of memberships',
			'GET /memberships/v2/tenant/{tenant}/export/membership-status-changes',
			{ name: 'Export Status Changes' },
		),
		get: read({
			action: 'Get a membership',
			request: 'GET /memberships/v2/tenant/{tenant}/memberships/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many memberships',
			request: 'GET /memberships/v2/tenant/{tenant}/memberships',
			query: {
				active: activeFilter,
				customerIds: pickMany(customer),
				status: choice(statuses, {
					description: 'Reported not to hold always; look at the status in the records too',
				}),
				duration: number({ description: 'In months' }),
				billingFrequency,
				...stampFilters,
				ids,
			},
		}),
		getCustomFieldTypes: customFieldTypes(
			'GET /memberships/v2/tenant/{tenant}/memberships/custom-fields',
			'memberships',
		),
		// Not a list of memberships, so that Simplify keeps off.
		getStatusChanges: read({
			action: 'Get the status changes of a membership',
			request: 'GET /memberships/v2/tenant/{tenant}/memberships/{id}/status-changes',
			path: { id },
		}),
		sell: create({
			action: 'Sell a membership',
			description: 'Make the invoice by which a customer buys a membership',
			request: 'POST /memberships/v2/tenant/{tenant}/memberships/sale',
			body: {
				customerId: pick(customer, { required: true }),
				businessUnitId: select(businessUnit, { required: true }),
				saleTaskId: pick(service, {
					required: true,
					label: 'Sale Task',
					description: 'The service of the pricebook by which the membership is sold',
				}),
				membershipTypeId: select(membershipType, {
					shown: true,
					description: 'Lists the durations and billings to choose from; it is not sent',
					write: () => undefined,
				}),
				durationBillingId: pick(durationBilling, { required: true }),
				recurringServiceAction: {
					...recurringServiceAction,
					required: true as const,
					default: 'All',
				},
				...places,
			},
		}),
		update: update({
			action: 'Update a membership',
			request: 'PATCH /memberships/v2/tenant/{tenant}/memberships/{id}',
			path: { id },
			body: {
				status: choice(statuses),
				businessUnitId: select(businessUnit),
				memo: text({ rows: 2 }),
				from: dateTime(),
				to: dateTime(),
				nextScheduledBillDate: dateTime(),
				soldById: pick(employee, { label: 'Sold By' }),
				billingTemplateId: pick(invoiceTemplate, { label: 'Billing Template' }),
				...places,
				recurringServiceAction,
				paymentMethod: number({
					label: 'Payment Method ID',
					as: 'paymentMethodId',
					description: 'A card or bank account on file; not together with a payment type',
				}),
				paymentTypeId: select(paymentType, {
					description: 'Cash or check, for instance; not together with a payment method',
				}),
				renewalMembershipTaskId: pick(service, { label: 'Renewal Task' }),
				initialDeferredRevenue: number(),
				cancellationInvoiceId: pick(invoice, { label: 'Cancellation Invoice' }),
				cancellationBalanceInvoiceId: pick(invoice, { label: 'Cancellation Balance Invoice' }),
			},
			refuses: ({ paymentMethod, paymentTypeId }) =>
				paymentMethod !== undefined && paymentTypeId !== undefined
					? 'Payment Method ID, Payment Type: give only one of them'
					: undefined,
		}),
	},
});
