import type { IDataObject } from 'n8n-workflow';

import { defineEvent, type ChangeEvent } from '../../shared/define/event';
import { choice, choices, pick, pickMany, select } from '../../shared/define/fields';
import type { Fields } from '../../shared/define/fields';
import type { Always, Paging, Route } from '../../shared/define/vendor';
import { limitedPages } from '../paging';
import {
	asset,
	company,
	customer,
	job,
	location,
	office,
	serviceLine,
	user,
	vendor,
} from '../pickers';
import { entityTypes } from '../resources/entityTypes';
import { libItemTypes, named } from '../resources/fields';

interface Row {
	/** Names the events: `asset` gives `assetCreated` and `assetUpdated`. It may never change once published. */
	readonly value: string;
	/** The record in the event's name. */
	readonly name: string;
	/** The record in a sentence: `an asset`. */
	readonly noun: string;
	readonly request: Route;
	/** What opens a list that hides records by default. */
	readonly always?: Always;
	readonly rounds?: readonly IDataObject[];
	readonly paging?: Paging;
	/** Whether the list can be sorted by either stamp. */
	readonly sorts?: boolean;
	readonly filters?: Fields;
	/** The resource of the same records. */
	readonly resource?: string;
}

const UNSEEN =
	'It does not see that one was deleted. Several changes between two looks come as one';

/** `assetCreated` and `assetUpdated` of a row. Both bounds of the vendor are inclusive. */
function changesOf(row: Row): [ChangeEvent, ChangeEvent] {
	const { value, name, noun, request, always, rounds, paging, sorts, filters, resource } = row;
	const same = { request, rounds, paging, filters, resource, id: 'id', overlapSeconds: 120 };
	const sorted = (sort: string) =>
		sorts ? { sorted: true, always: { ...always, sort, sortOrder: 'ASC' } } : { always };
	return [
		defineEvent({
			...same,
			...sorted('created'),
			value: `${value}Created`,
			name: `${name} Created`,
			description: `When ${noun} is created`,
			since: (createdAfter) => ({ createdAfter }),
			changedAt: 'created',
		}),
		defineEvent({
			...same,
			...sorted('updated'),
			value: `${value}Updated`,
			name: `${name} Updated`,
			description: `When ${noun} changes after it was created. ${UNSEEN}.`,
			since: (updatedAfter) => ({ updatedAfter }),
			changedAt: 'updated',
			// Taken from other vendors: the reference does not say that a new record has the same second in both.
			only: ({ created, updated }) => created !== updated,
		}),
	];
}

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
		filters: {
			customerId: pick(customer),
			type: choices([
				['External', 'external'],
				['Invoice', 'invoice'],
				['Vendor Bill', 'vendorbill'],
			]),
		},
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
		filters: {
			customerId: pick(customer),
			locationId: pick(location),
			vendorId: pick(vendor),
		},
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

/** Recurrences tell when they were created and never when they changed. */
const serviceRecurrenceCreated = defineEvent({
	value: 'serviceRecurrenceCreated',
	name: 'Service Recurrence Created',
	description: 'When a service recurrence is created, also in place of one that was rescheduled',
	request: 'GET /servicerecurrence',
	resource: 'serviceRecurrence',
	since: (createdAfter) => ({ createdAfter }),
	changedAt: 'created',
	id: 'id',
	filters: {
		assetIds: pickMany(asset, { label: 'Asset' }),
		locationIds: pickMany(location, { label: 'Location' }),
	},
	overlapSeconds: 120,
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

export const stampedEvents: readonly ChangeEvent[] = [
	...rows.flatMap(changesOf),
	clockEventCreated,
	serviceRecurrenceCreated,
];
