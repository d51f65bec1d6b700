import { conflict, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { money, named, requireSku } from './money';
import { records } from './records';
import { requireAll } from './references';
import {
	creates,
	customFieldList,
	does,
	feeds,
	lists,
	owner,
	reads,
	routesOf,
	updates,
	type Show,
} from './tables';

const REFERENCES = {
	soldById: 'employees',
	billingTemplateId: 'invoiceTemplates',
	invoiceTemplateId: 'invoiceTemplates',
	invoiceTemplateForFollowingYearsId: 'invoiceTemplates',
	recurringServiceTypeId: 'recurringServiceTypes',
	recurringLocationId: 'locations',
	paymentTypeId: 'paymentTypes',
	saleTaskId: 'services',
	renewalMembershipTaskId: 'services',
	durationBillingId: 'durationBilling',
	cancellationInvoiceId: 'invoices',
	cancellationBalanceInvoiceId: 'invoices',
};

const billingOf = (store: Store, typeId: unknown) =>
	store.collection('durationBilling').where('membershipTypeId', typeId);

const showBilling = ({ id }: Row, { store }: SandboxRequest): Row => ({
	durationBilling: billingOf(store, id).map(({ duration, billingFrequency }) => ({
		duration,
		billingFrequency,
	})),
});

/** Lists leave the ways of billing out unless they are asked for. */
const showType: Show = (row, request) =>
	request.query.includeDurationBilling === true
		? showBilling(row, request)
		: { durationBilling: null };

/** The lines of a template and what they add up to. */
function templateOf({ store, body }: SandboxRequest, row: Row | undefined): Row {
	if (!Array.isArray(body.items)) return {};
	const old = (row?.items ?? []) as Row[];
	const items = (body.items as Row[]).map((sent, index) => ({
		importId: null,
		workflowActionItemId: null,
		description: null,
		cost: null,
		hours: null,
		...sent,
		id: sent.id ?? Math.max(0, ...old.map(({ id }) => Number(id))) + index + 1,
		skuType: requireSku(store, sent.skuId, `items[${index}].skuId`).type,
	}));
	const total = (items as Row[]).reduce(
		(sum, { quantity, unitPrice }) => sum + Number(quantity) * Number(unitPrice),
		0,
	);
	return { items, total };
}

function checkRecurring({ body }: SandboxRequest): void {
	// Inferred from the name: a single place must be named.
	if (body.recurringServiceAction === 'Single' && body.recurringLocationId == null) {
		throw wrongValue('recurringLocationId', 'is required for a single location');
	}
}

/** Sells a membership: an invoice, the membership, and what recurs with it. */
const sell: Handler = (request) => {
	const { store, body, clock } = request;
	requireAll(store, body, REFERENCES);
	checkRecurring(request);
	const billing = store.collection('durationBilling').require(body.durationBillingId);
	const now = new Date(clock.now());
	const until = new Date(now);
	if (billing.duration !== null) until.setUTCMonth(until.getUTCMonth() + Number(billing.duration));
	const { customerId, businessUnitId, locationId = null, recurringLocationId = null } = body;
	const membership = store.collection('memberships').add({
		customerId,
		businessUnitId,
		locationId,
		recurringLocationId,
		membershipTypeId: billing.membershipTypeId,
		billingFrequency: billing.billingFrequency,
		duration: billing.duration,
		status: 'Active',
		from: now.toISOString(),
		to: billing.duration === null ? null : until.toISOString(),
		followUpOn: until.toISOString(),
	});
	const price = money(Number(billing.salePrice));
	const invoice = store.collection('invoices').add({
		referenceNumber: `M${String(membership.id)}`,
		customer: named(store, 'customers', customerId),
		location: named(store, 'locations', locationId),
		businessUnit: named(store, 'businessUnits', businessUnitId),
		invoiceDate: now.toISOString(),
		dueDate: now.toISOString(),
		membershipId: membership.id,
		subTotal: price,
		total: price,
		balance: price,
	});
	const places = store.collection('locations').where('customerId', customerId);
	const wanted = places.filter(
		({ id }) =>
			body.recurringServiceAction === 'All' ||
			(body.recurringServiceAction === 'Single' && id === recurringLocationId),
	);
	const parts = store
		.collection('membershipTypeServices')
		.where('membershipTypeId', billing.membershipTypeId);
	for (const { id } of wanted) {
		for (const { recurringServiceTypeId } of parts) {
			const type = store.collection('recurringServiceTypes').require(recurringServiceTypeId);
			store.collection('recurringServices').add({
				name: type.name,
				membershipId: membership.id,
				locationId: id,
				recurringServiceTypeId,
				recurrenceType: type.recurrenceType,
				recurrenceInterval: type.recurrenceInterval,
				recurrenceMonths: type.recurrenceMonths,
				from: now.toISOString(),
			});
		}
	}
	return { invoiceId: invoice.id, customerMembershipId: membership.id };
};

/** A change of status is kept, and an end has its date. */
function followStatus(request: SandboxRequest, row: Row | undefined): Row {
	const { body, store, clock } = request;
	if (body.status === undefined || body.status === row?.status) return {};
	store.collection('membershipStatusChanges').add({
		membershipId: row?.id,
		oldStatus: row?.status,
		newStatus: body.status,
		note: body.memo ?? null,
	});
	return {
		active: !['Canceled', 'Deleted'].includes(String(body.status)),
		...(body.status === 'Canceled'
			? { cancellationDate: new Date(clock.now()).toISOString() }
			: {}),
	};
}

const marks =
	(complete: boolean): Handler =>
	({ store, path, body }) => {
		const event = store.collection('recurringServiceEvents').require(path.id);
		requireAll(store, body);
		if (complete && event.jobId !== null) throw wrongValue('id', 'The event is complete already');
		if (!complete && event.jobId !== body.jobId) {
			throw wrongValue('jobId', 'is not the job of the event');
		}
		// That a visit that is done counts as won is inferred.
		store.collection('recurringServiceEvents').change(event.id, {
			jobId: complete ? body.jobId : null,
			status: complete ? 'Won' : 'NotAttempted',
		});
		return { id: event.id };
	};

const ofType = owner('membershipTypes', 'membershipTypeId');

/** Memberships, their types, what recurs with them, and the templates of their invoices. */
export const memberships: Area = {
	collections: {
		invoiceTemplates: records('Invoice template', 21_001, 'memberships.InvoiceTemplateResponse'),
		membershipTypes: records('Membership type', 22_001, 'memberships.MembershipTypeResponse'),
		membershipTypeDiscounts: records(
			'Discount',
			22_101,
			'memberships.MembershipTypeDiscountItemResponse',
		),
		durationBilling: records(
			'Way of billing',
			22_201,
			'memberships.MembershipTypeDurationBillingItemResponse',
		),
		membershipTypeServices: records(
			'Recurring service of a membership type',
			22_301,
			'memberships.MembershipTypeRecurringServiceItemResponse',
		),
		memberships: records('Membership', 23_001, 'memberships.CustomerMembershipResponse'),
		membershipStatusChanges: records(
			'Status change',
			23_501,
			'memberships.ExportCustomerMembershipStatusChangesResponse',
		),
		recurringServiceTypes: records(
			'Recurring service type',
			24_001,
			'memberships.RecurringServiceTypeResponse',
			{ priority: 'Normal' },
		),
		recurringServices: records(
			'Recurring service',
			24_501,
			'memberships.LocationRecurringServiceResponse',
			{ priority: 'Normal' },
		),
		recurringServiceEvents: records(
			'Recurring service event',
			25_001,
			'memberships.LocationRecurringServiceEventResponse',
		),
	},
	routes: routesOf('/memberships/v2/tenant/{tenant}', {
		'GET invoice-templates': lists('invoiceTemplates'),
		'POST invoice-templates': creates('invoiceTemplates', { also: templateOf }),
		'GET invoice-templates/{id}': reads('invoiceTemplates'),
		'PATCH invoice-templates/{id}': updates('invoiceTemplates', { also: templateOf }),
		'GET membership-types': lists('membershipTypes', {
			show: showType,
			filters: {
				duration:
					(value, { store }) =>
					(row) =>
						billingOf(store, row.id).some(({ duration }) => duration === value),
				billingFrequency:
					(value, { store }) =>
					(row) =>
						billingOf(store, row.id).some(({ billingFrequency }) => billingFrequency === value),
				includeDurationBilling: () => () => true,
			},
		}),
		'GET membership-types/{id}': reads('membershipTypes', { show: showBilling }),
		'GET membership-types/{id}/discounts': lists('membershipTypeDiscounts', { of: ofType }),
		'GET membership-types/{id}/duration-billing-items': lists('durationBilling', { of: ofType }),
		'GET membership-types/{id}/recurring-service-items': lists('membershipTypeServices', {
			of: ofType,
		}),
		'GET memberships': lists('memberships'),
		'GET memberships/custom-fields': customFieldList('memberships'),
		'POST memberships/sale': does(sell),
		'GET memberships/{id}': reads('memberships'),
		'PATCH memberships/{id}': updates('memberships', {
			references: REFERENCES,
			without: ['recurringServiceAction'],
			check(request, row) {
				checkRecurring(request);
				if (row?.status === 'Deleted') throw conflict('The membership is deleted');
			},
			also: followStatus,
		}),
		'GET memberships/{id}/status-changes': lists('membershipStatusChanges', {
			of: owner('memberships', 'membershipId'),
		}),
		'GET recurring-service-events': lists('recurringServiceEvents', {
			filters: {
				locationId:
					(value, { store }) =>
					(row) =>
						store.collection('recurringServices').get(row.locationRecurringServiceId)
							?.locationId === value,
			},
		}),
		'POST recurring-service-events/{id}/mark-complete': does(marks(true)),
		'POST recurring-service-events/{id}/mark-incomplete': does(marks(false)),
		'GET recurring-service-types': lists('recurringServiceTypes', {
			filters: {
				membershipTypeId: (value, { store }) => {
					const parts = store.collection('membershipTypeServices').where('membershipTypeId', value);
					const wanted = parts.map(({ recurringServiceTypeId }) => recurringServiceTypeId);
					return (row) => wanted.includes(row.id);
				},
			},
		}),
		'GET recurring-service-types/{id}': reads('recurringServiceTypes'),
		'GET recurring-services': lists('recurringServices'),
		'GET recurring-services/{id}': reads('recurringServices'),
		'PATCH recurring-services/{id}': updates('recurringServices', { references: REFERENCES }),
		'GET export/invoice-templates': feeds('invoiceTemplates'),
		'GET export/membership-status-changes': feeds('membershipStatusChanges', { by: 'createdOn' }),
		'GET export/membership-types': feeds('membershipTypes', { show: showBilling }),
		'GET export/memberships': feeds('memberships'),
		'GET export/recurring-service-events': feeds('recurringServiceEvents'),
		'GET export/recurring-service-types': feeds('recurringServiceTypes'),
		'GET export/recurring-services': feeds('recurringServices'),
	}),
	seed({ add, at }) {
		const templateLine = {
			id: 1,
			skuId: 11_001,
			skuType: 'Service',
			quantity: 1,
			unitPrice: 90,
			isAddOn: false,
			importId: null,
			workflowActionItemId: null,
			description: 'Boiler service',
			cost: null,
			hours: null,
		};
		add('invoiceTemplates', [
			{ name: 'Yearly service', items: [templateLine], total: 90 },
			{ name: 'Billing of the plan', items: [{ ...templateLine, unitPrice: 15 }], total: 15 },
			{ name: 'Old template', active: false },
		]);
		add(
			'membershipTypes',
			['Comfort plan', 'Comfort plan plus', 'Old plan'].map((name, index) => ({
				name,
				displayName: name,
				billingTemplateId: 21_002,
				active: index !== 2,
			})),
		);
		add('membershipTypeDiscounts', [
			{ membershipTypeId: 22_001, targetId: 10_001, discount: 10 },
			{ membershipTypeId: 22_002, targetId: 10_001, discount: 15 },
		]);
		add(
			'durationBilling',
			[22_001, 22_001, 22_002, 22_003].map((membershipTypeId, index) => ({
				membershipTypeId,
				duration: index === 1 ? null : 12,
				billingFrequency: index === 1 ? 'Monthly' : 'Annual',
				salePrice: 120 + index * 30,
				billingPrice: index === 1 ? 15 : 120,
				renewalPrice: 110,
			})),
		);
		add('recurringServiceTypes', [
			{
				name: 'Autumn check',
				recurrenceType: 'Seasonal',
				recurrenceMonths: ['September', 'October'],
				durationType: 'Continuous',
				invoiceTemplateId: 21_001,
				businessUnitId: 101,
				jobTypeId: 401,
				campaignId: 204,
			},
			{ name: 'Filter change', recurrenceType: 'Monthly', recurrenceInterval: 3, jobTypeId: 402 },
			{ name: 'Old check', recurrenceType: 'Weekly', active: false },
		]);
		add('membershipTypeServices', [
			{
				membershipTypeId: 22_001,
				recurringServiceTypeId: 24_001,
				offsetType: 'Months',
				allocation: 1,
			},
			{
				membershipTypeId: 22_002,
				recurringServiceTypeId: 24_001,
				offsetType: 'Months',
				allocation: 0.5,
			},
			{
				membershipTypeId: 22_002,
				recurringServiceTypeId: 24_002,
				offsetType: 'Weeks',
				allocation: 0.5,
			},
		]);
		const statuses = ['Active', 'Active', 'Suspended', 'Expired', 'Canceled', 'Active'];
		add(
			'memberships',
			statuses.map((status, index) => ({
				status,
				active: status !== 'Canceled',
				customerId: 1001 + index,
				locationId: 2001 + index,
				businessUnitId: 101,
				membershipTypeId: 22_001 + (index % 2),
				billingFrequency: index % 2 === 0 ? 'Annual' : 'Monthly',
				duration: 12,
				from: at(-200 - index * 10),
				to: status === 'Expired' ? at(-5) : at(165),
				nextScheduledBillDate: status === 'Active' ? at(20 + index) : null,
				followUpOn: at(150),
				cancellationDate: status === 'Canceled' ? at(-30) : null,
				soldById: 701,
				createdOn: at(-200 - index, 9),
			})),
		);
		add('membershipStatusChanges', [
			{ membershipId: 23_001, oldStatus: 'Suspended', newStatus: 'Active', createdOn: at(-100, 9) },
			{
				membershipId: 23_005,
				oldStatus: 'Active',
				newStatus: 'Canceled',
				note: 'Moved away',
				createdOn: at(-30, 9),
			},
		]);
		add(
			'recurringServices',
			[0, 1, 2, 3].map((index) => ({
				name: index % 2 === 0 ? 'Autumn check' : 'Filter change',
				membershipId: 23_001 + index,
				locationId: 2001 + index,
				recurringServiceTypeId: 24_001 + (index % 2),
				from: at(-180),
				businessUnitId: 101,
				jobTypeId: 401,
				campaignId: 204,
				recurrenceType: index % 2 === 0 ? 'Seasonal' : 'Monthly',
				recurrenceInterval: 3,
				active: index !== 3,
			})),
		);
		add(
			'recurringServiceEvents',
			[0, 1, 2, 3].map((index) => ({
				locationRecurringServiceId: 24_501 + (index % 3),
				locationRecurringServiceName: index % 3 === 1 ? 'Filter change' : 'Autumn check',
				membershipId: 23_001 + (index % 3),
				membershipName: 'Comfort plan',
				status: index === 0 ? 'Won' : 'NotAttempted',
				jobId: index === 0 ? 50_001 : null,
				date: at(-40 + index * 20),
				createdOn: at(-60 + index, 9),
			})),
		);
	},
};
