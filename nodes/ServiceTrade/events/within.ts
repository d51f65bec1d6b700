import type { ChangeEvent } from '../../shared/define/event';
import { choice, flag, pick, pickMany, type Fields } from '../../shared/define/fields';
import { customer, entity, invoice, user, vendor } from '../pickers';
import { entityTypes } from '../resources/entityTypes';
import { historyKinds } from '../resources/history';
import { changesOf, createdOf } from './changes';

const JOB = 3;

/** A record of any kind that has attachments or a history. */
const recordOf = (kinds: typeof entityTypes | typeof historyKinds, label: string): Fields => ({
	entityType: choice(kinds, { default: JOB, label, required: true }),
	entityId: pick(entity, { required: true }),
});

const attachmentEvents = changesOf({
	request: 'GET /attachment',
	value: 'attachment',
	name: 'Attachment',
	noun: 'an attachment of one record',
	filters: {
		...recordOf(entityTypes, 'Attached To'),
		includeRelatedEntities: flag({
			description:
				'Whether to add the files of the service requests of a job or a quote; no effect elsewhere',
		}),
	},
	resource: 'attachment',
});

const contractEvents = changesOf({
	request: 'GET /contract',
	refuses: ({ customerId, vendorId }) =>
		customerId === undefined && vendorId === undefined
			? 'Customer: choose one, or choose a vendor'
			: undefined,
	value: 'contract',
	name: 'Contract',
	noun: 'a contract of one customer or vendor',
	note: 'Every poll reads all their contracts',
	since: () => ({}),
	filters: {
		customerId: pick(customer, { shown: true }),
		salesId: pickMany(user, { label: 'Salesperson' }),
		vendorId: pick(vendor, { shown: true }),
	},
	resource: 'contract',
});

const invoiceItemEvents = changesOf({
	request: 'GET /invoiceitem',
	value: 'invoiceItem',
	name: 'Invoice Item',
	noun: 'an item of one invoice',
	since: () => ({}),
	filters: { invoiceId: pick(invoice, { required: true }) },
	resource: 'invoiceItem',
});

const historyCreated: ChangeEvent = {
	...createdOf({
		request: 'GET /history',
		value: 'history',
		name: 'History Entry',
		noun: 'an entry is added',
		since: () => ({}),
		// Entries have no ID, so they are told apart by what they say.
		id: 'entity.id',
		compared: ['user.id', 'properties'],
		// A list that is read by the engine drops what repeats the ID, here all but one entry of a record.
		read: async (query, call) => await call.list('GET /history', { query }),
		filters: recordOf(historyKinds, 'Kind of Record'),
		resource: 'history',
	}),
	description:
		'When something is added to the history of one record. ServiceTrade does not write every change into it.',
};

export const withinEvents: readonly ChangeEvent[] = [
	...attachmentEvents,
	...contractEvents,
	historyCreated,
	...invoiceItemEvents,
];
