import { defineFeedEvent, type FeedEvent } from '../../shared/define/event';
import { flag } from '../../shared/define/fields';
import type { Route } from '../../shared/define/vendor';

/** A feed whose records say at `changedAt` when they changed, if they say so at all. */
const feed = (
	value: string,
	name: string,
	request: Route,
	changedAt: 'modifiedOn' | 'createdOn' | null = 'modifiedOn',
): FeedEvent =>
	defineFeedEvent({
		value: `${value}Export`,
		name: `Export Feed: ${name}`,
		description: `When the export feed has new or changed records, inactive and deleted ones included (${name.toLowerCase()}). Several changes between two polls come as one. ServiceTitan asks for 5 to 10 minutes between polls.`,
		request,
		since: (from) => ({ from }),
		// A date stands for every change from that day on; earlier ones of the day are left out here.
		begin: (moment) => new Date(moment).toISOString().slice(0, 10),
		next: 'continueFrom',
		more: 'hasMore',
		id: 'id',
		...(changedAt !== null && { changedAt, orAt: 'createdOn' }),
		filters: {
			includeRecentChanges: flag({
				description:
					'Whether to get fresh changes sooner. The feed may then give a record again; what came lately is left out.',
			}),
		},
	});

export const feedEvents = [
	feed('invoices', 'Invoices', 'GET /accounting/v2/tenant/{tenant}/export/invoices'),
	feed('invoiceItems', 'Invoice Items', 'GET /accounting/v2/tenant/{tenant}/export/invoice-items'),
	feed('payments', 'Payments', 'GET /accounting/v2/tenant/{tenant}/export/payments'),
	feed(
		'inventoryBills',
		'Inventory Bills',
		'GET /accounting/v2/tenant/{tenant}/export/inventory-bills',
	),
	feed('bookings', 'Bookings', 'GET /crm/v2/tenant/{tenant}/export/bookings'),
	feed(
		'customersContacts',
		'Customers Contacts',
		'GET /crm/v2/tenant/{tenant}/export/customers/contacts',
	),
	feed(
		'locationsContacts',
		'Locations Contacts',
		'GET /crm/v2/tenant/{tenant}/export/locations/contacts',
	),
	feed('customers', 'Customers', 'GET /crm/v2/tenant/{tenant}/export/customers'),
	feed('leads', 'Leads', 'GET /crm/v2/tenant/{tenant}/export/leads'),
	feed('locations', 'Locations', 'GET /crm/v2/tenant/{tenant}/export/locations'),
	feed(
		'appointmentAssignments',
		'Appointment Assignments',
		'GET /dispatch/v2/tenant/{tenant}/export/appointment-assignments',
	),
	feed(
		'installedEquipment',
		'Installed Equipment',
		'GET /equipmentsystems/v2/tenant/{tenant}/export/installed-equipment',
	),
	feed('adjustments', 'Adjustments', 'GET /inventory/v2/tenant/{tenant}/export/adjustments'),
	feed(
		'purchaseOrders',
		'Purchase Orders',
		'GET /inventory/v2/tenant/{tenant}/export/purchase-orders',
	),
	feed('returns', 'Returns', 'GET /inventory/v2/tenant/{tenant}/export/returns'),
	feed('transfers', 'Transfers', 'GET /inventory/v2/tenant/{tenant}/export/transfers'),
	feed('jobs', 'Jobs', 'GET /jpm/v2/tenant/{tenant}/export/jobs'),
	feed('projects', 'Projects', 'GET /jpm/v2/tenant/{tenant}/export/projects'),
	feed('appointments', 'Appointments', 'GET /jpm/v2/tenant/{tenant}/export/appointments'),
	feed(
		'jobCanceledLogs',
		'Job Canceled Logs',
		'GET /jpm/v2/tenant/{tenant}/export/job-canceled-logs',
		'createdOn',
	),
	feed('jobNotes', 'Job Notes', 'GET /jpm/v2/tenant/{tenant}/export/job-notes'),
	feed('projectNotes', 'Project Notes', 'GET /jpm/v2/tenant/{tenant}/export/project-notes'),
	{
		...feed('jobHistory', 'Job History', 'GET /jpm/v2/tenant/{tenant}/export/job-history', null),
		id: 'jobId',
	},
	feed(
		'membershipTypes',
		'Membership Types',
		'GET /memberships/v2/tenant/{tenant}/export/membership-types',
	),
	feed(
		'recurringServiceTypes',
		'Recurring Service Types',
		'GET /memberships/v2/tenant/{tenant}/export/recurring-service-types',
	),
	feed('memberships', 'Memberships', 'GET /memberships/v2/tenant/{tenant}/export/memberships'),
	feed(
		'invoiceTemplates',
		'Invoice Templates',
		'GET /memberships/v2/tenant/{tenant}/export/invoice-templates',
	),
	feed(
		'recurringServices',
		'Recurring Services',
		'GET /memberships/v2/tenant/{tenant}/export/recurring-services',
	),
	feed(
		'recurringServiceEvents',
		'Recurring Service Events',
		'GET /memberships/v2/tenant/{tenant}/export/recurring-service-events',
	),
	feed(
		'membershipStatusChanges',
		'Membership Status Changes',
		'GET /memberships/v2/tenant/{tenant}/export/membership-status-changes',
		'createdOn',
	),
	feed('equipment', 'Equipment', 'GET /pricebook/v2/tenant/{tenant}/export/equipment'),
	feed('services', 'Services', 'GET /pricebook/v2/tenant/{tenant}/export/services'),
	feed('materials', 'Materials', 'GET /pricebook/v2/tenant/{tenant}/export/materials'),
	feed('estimates', 'Estimates', 'GET /sales/v2/tenant/{tenant}/estimates/export'),
	feed(
		'serviceAgreements',
		'Service Agreements',
		'GET /service-agreements/v2/tenant/{tenant}/export/service-agreements',
	),
	feed('employees', 'Employees', 'GET /settings/v2/tenant/{tenant}/export/employees'),
	feed('technicians', 'Technicians', 'GET /settings/v2/tenant/{tenant}/export/technicians'),
	feed('businessUnits', 'Business Units', 'GET /settings/v2/tenant/{tenant}/export/business-units'),
	feed('tagTypes', 'Tag Types', 'GET /settings/v2/tenant/{tenant}/export/tag-types'),
	feed('calls', 'Calls', 'GET /telecom/v2/tenant/{tenant}/export/calls'),
];
