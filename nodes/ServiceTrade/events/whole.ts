import { defineSnapshotEvent, type PollEvent } from '../../shared/define/event';
import { choice, flag, pick, pickMany, text } from '../../shared/define/fields';
import { onePage } from '../../shared/http/paging';
import { company, contract, customer, location, office, serviceLine } from '../pickers';
import { entityTypes } from '../resources/entityTypes';
import { named, nameFilter } from '../resources/fields';
import { changesOf, createdOf, type Row } from './changes';

const INVOICE = 6;

/** Lists without a filter by time. */
const whole = {
	since: () => ({}),
	note: 'Every poll reads the whole list',
};

const rows: readonly Row[] = [
	{
		...whole,
		value: 'externalSync',
		name: 'External Sync',
		noun: 'an external sync',
		note: `${whole.note}, which filters make shorter`,
		request: 'GET /externalsync',
		filters: {
			entityType: choice(entityTypes, { default: INVOICE, label: 'Kind of Record' }),
			isCurrent: flag({ description: 'Whether to return only the latest one of each system' }),
			status: choice(named(['failed', 'manual', 'ok', 'pending', 'sending'])),
		},
		resource: 'externalSync',
	},
	{
		...whole,
		value: 'externalSystem',
		name: 'External System',
		noun: 'an external system',
		request: 'GET /externalsystem',
		paging: onePage,
		resource: 'externalSystem',
	},
	{
		...whole,
		value: 'quoteTemplate',
		name: 'Quote Template',
		noun: 'a quote template',
		request: 'GET /quotetemplate',
		filters: { companyIds: pickMany(company, { label: 'Company' }), name: nameFilter },
		resource: 'quoteTemplate',
	},
	{
		...whole,
		value: 'serviceTemplate',
		name: 'Service Template',
		noun: 'a service template',
		request: 'GET /servicetemplate',
		filters: { name: nameFilter },
		resource: 'serviceTemplate',
	},
	{
		...whole,
		value: 'taxGroup',
		name: 'Tax Group',
		noun: 'a tax group',
		request: 'GET /taxgroup',
		filters: { state: text({ description: 'The abbreviation of two letters' }) },
		resource: 'taxGroup',
	},
	{
		value: 'assetDefinition',
		name: 'Asset Definition',
		noun: 'an asset definition',
		request: 'GET /assetdefinition',
		// There is no filter by creation, but nothing is created later than it changed.
		since: (updatedAfter) => ({ updatedAfter }),
		// The samples of the list show no ID, and the word of the type is as good.
		id: 'type',
		filters: {
			active: flag({ description: 'Whether to return only those that the account has enabled' }),
		},
		resource: 'assetDefinition',
	},
];

const recurrences = {
	request: 'GET /invoicerecurrence',
	filters: {
		contractId: pick(contract, { description: 'The list needs a company' }),
		customerId: pick(customer),
		locationId: pick(location),
		officeId: pickMany(office, {
			label: 'Office',
			description: 'Those that serve the location',
		}),
		serviceLineId: pickMany(serviceLine, { label: 'Service Line' }),
	},
	resource: 'invoiceRecurrence',
} as const;

const invoiceRecurrenceCreated = createdOf({
	...whole,
	...recurrences,
	value: 'invoiceRecurrence',
	name: 'Invoice Recurrence',
	noun: 'an invoice recurrence',
});

/** Recurrences of invoices do not tell when they changed. */
const invoiceRecurrenceCreatedOrUpdated = defineSnapshotEvent({
	...recurrences,
	value: 'invoiceRecurrenceCreatedOrUpdated',
	name: 'Invoice Recurrence Created or Updated',
	description: `When an invoice recurrence is created, and when its text, items, rhythm, dates or anything that it belongs to changes; also when the next invoice is due on another day. New and changed ones cannot be told apart, because recurrences bear no time of change. ${whole.note}; where it has over 2,000 of them, filters are needed.`,
	since: () => ({}),
	finds: 'changed',
	id: 'id',
	compared: [
		'description',
		'items',
		'frequency',
		'interval',
		'nextDue',
		'endsOn',
		'serviceLine.id',
		'contract.id',
		'customer.id',
		'location.id',
		'vendor.id',
	],
	overlapSeconds: 120,
});

export const wholeEvents: readonly PollEvent[] = [
	...rows.flatMap(changesOf),
	invoiceRecurrenceCreated,
	invoiceRecurrenceCreatedOrUpdated,
];
