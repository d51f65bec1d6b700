import { defineEvent, defineSnapshotEvent, type PollEvent } from '../../shared/define/event';
import { choice, choices, pick, pickMany, select } from '../../shared/define/fields';
import { limitedPages } from '../paging';
import { asset, company, job, location, office, serviceLine, user } from '../pickers';
import { entityTypes } from '../resources/entityTypes';
import { libItemTypes, named } from '../resources/fields';
import { changesOf, type Row } from './changes';
import { invoiceFilters } from './invoice';
import { quoteFilters } from './quote';

const rows: readonly Row[] = [
	{
		value: 'asset',
		name: 'Asset',
		noun: 'an asset',
		request: 'GET /asset',
		always: { status: 'active,inactive' },
		filters: { locationId: pick(location) },
		resource: 'asset',
	},
	{
		value: 'comment',
		name: 'Comment',
		noun: 'a comment on a job, or on another kind of record that is chosen,',
		request: 'GET /comment',
		// The list is of one kind of record at a time.
		always: { entityType: 3 },
		filters: { entityType: choice(entityTypes, { default: 3, label: 'Comment On' }) },
	},
	{
		value: 'company',
		name: 'Company',
		noun: 'a company',
		request: 'GET /company',
		resource: 'company',
	},
	{
		value: 'contact',
		name: 'Contact',
		noun: 'a contact',
		request: 'GET /contact',
		filters: { companyId: pick(company), locationId: pick(location) },
		resource: 'contact',
	},
	{
		value: 'contractRule',
		name: 'Contract Rule',
		noun: 'a price of a contract',
		request: 'GET /contractrule',
	},
	{
		value: 'deficiency',
		name: 'Deficiency',
		noun: 'a deficiency',
		request: 'GET /deficiency',
		filters: {
			assetId: pick(asset),
			companyId: pick(company),
			locationId: pick(location),
			severity: choice(named(['deficient', 'inoperable', 'suggested'])),
		},
		resource: 'deficiency',
	},
	{
		value: 'invoice',
		name: 'Invoice',
		noun: 'an invoice or a vendor bill',
		request: 'GET /invoice',
		paging: limitedPages,
		filters: invoiceFilters,
		resource: 'invoice',
	},
	{
		value: 'jobItem',
		name: 'Job Item',
		noun: 'an item of a job',
		request: 'GET /jobitem',
		filters: {
			jobId: pick(job),
			jobOfficeId: select(office, { description: 'Of the jobs' }),
			libItemType: choices(named(libItemTypes), { label: 'Item Type' }),
		},
		resource: 'jobItem',
	},
	{
		value: 'libItem',
		name: 'Library Item',
		noun: 'an item of the library',
		request: 'GET /libitem',
		// One look is either at those that can be used or at the others.
		rounds: [{ active: 1 }, { active: 0 }],
		resource: 'libItem',
	},
	{
		value: 'location',
		name: 'Location',
		noun: 'a location or an office',
		request: 'GET /location',
		// Left to itself the list holds places of customers alone.
		rounds: [{ isCustomer: 1 }, { isVendor: 1, isCustomer: 0 }],
		paging: limitedPages,
		filters: { companyId: pick(company) },
		resource: 'location',
	},
	{
		value: 'quote',
		name: 'Quote',
		noun: 'a quote',
		request: 'GET /quote',
		sorts: true,
		filters: quoteFilters,
		resource: 'quote',
	},
	{
		value: 'serviceRequest',
		name: 'Service Request',
		noun: 'a service request',
		request: 'GET /servicerequest',
		filters: {
			jobId: pick(job),
			locationId: pick(location),
			serviceLineIds: pickMany(serviceLine, { label: 'Service Line' }),
		},
		resource: 'serviceRequest',
	},
	{
		value: 'user',
		name: 'User',
		noun: 'a user',
		request: 'GET /user',
		always: { status: 'active,pending,inactive' },
		filters: {
			companyId: pick(company, { description: 'Your own company where it is left out' }),
		},
		resource: 'user',
	},
	{
		value: 'warehouse',
		name: 'Warehouse',
		noun: 'a warehouse',
		request: 'GET /warehouse',
		always: { status: 'all' },
		filters: { officeId: select(office) },
	},
];

const recurrences = {
	request: 'GET /servicerecurrence',
	resource: 'serviceRecurrence',
	id: 'id',
	filters: {
		assetIds: pickMany(asset, { label: 'Asset' }),
		locationIds: pickMany(location, { label: 'Location' }),
	},
	overlapSeconds: 120,
} as const;

const serviceRecurrenceCreated = defineEvent({
	...recurrences,
	value: 'serviceRecurrenceCreated',
	name: 'Service Recurrence Created',
	description: 'When a service recurrence is created, also in place of one that was rescheduled',
	since: (createdAfter) => ({ createdAfter }),
	changedAt: 'created',
});

/** The list can be asked for what changed, but recurrences do not say when that was. */
const serviceRecurrenceCreatedOrUpdated = defineSnapshotEvent({
	...recurrences,
	value: 'serviceRecurrenceCreatedOrUpdated',
	name: 'Service Recurrence Created or Updated',
	description:
		'When a service recurrence is created, and when its text, service line, asset, location, dates, rhythm, contract, price, duration or preferred people change. New and changed ones cannot be told apart, because recurrences bear no time of change.',
	since: (updatedAfter) => ({ updatedAfter }),
	finds: 'changed',
	compared: [
		'description',
		'serviceLine.id',
		'asset.id',
		'location.id',
		'firstStart',
		'firstEnd',
		'endsOn',
		'frequency',
		'interval',
		'repeatWeekday',
		'contract.id',
		'preferredTechs',
		'preferredVendor.id',
		'estimatedPrice',
		'duration',
		'preferredStartTime',
	],
});

/** The list knows when somebody clocked in or out, and not when that was written down. */
const clockEventCreated = defineEvent({
	value: 'clockEventCreated',
	name: 'Clock Event Created',
	description:
		'When somebody clocks in or out. It does not see later corrections, nor events that are entered for a time more than six hours before the last one seen.',
	request: 'GET /clock',
	always: { paired: 0 },
	since: (startTime) => ({ startTime }),
	changedAt: 'eventTime',
	id: 'id',
	filters: { jobId: pick(job), userIds: pickMany(user, { label: 'User' }) },
	overlapSeconds: 6 * 3600,
});

export const stampedEvents: readonly PollEvent[] = [
	...rows.flatMap(changesOf),
	clockEventCreated,
	serviceRecurrenceCreated,
	serviceRecurrenceCreatedOrUpdated,
];
