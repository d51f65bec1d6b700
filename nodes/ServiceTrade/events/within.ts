import { UserError } from 'n8n-workflow';

import type { ChangeEvent } from '../../shared/define/event';
import { choice, flag, pick, pickMany } from '../../shared/define/fields';
import type { Route } from '../../shared/define/vendor';
import { customer, entity, invoice, user, vendor } from '../pickers';
import { entityTypes } from '../resources/entityTypes';
import { historyKinds } from '../resources/history';
import { changesOf, createdOf } from './changes';

const JOB = 3;

/** Reads a list that the vendor gives only with one of some filters. */
function withOneOf(
	request: Route,
	names: readonly string[],
	refusal: string,
): Pick<ChangeEvent, 'request' | 'read'> & { readonly request: Route } {
	return {
		request,
		async read(query, call) {
			if (!names.some((name) => query[name] !== undefined)) throw new UserError(refusal);
			return await call.list(request, { query });
		},
	};
}

const attachmentEvents = changesOf({
	...withOneOf('GET /attachment', ['entityId'], 'Record: add this filter and the kind of record'),
	value: 'attachment',
	name: 'Attachment',
	noun: 'an attachment of one record',
	note: 'The filter Record is needed',
	always: { entityType: JOB },
	filters: {
		entityType: choice(entityTypes, { default: JOB, label: 'Attached To' }),
		entityId: pick(entity),
		includeRelatedEntities: flag({
			description:
				'Whether to add the files of the service requests of a job or a quote; no effect elsewhere',
		}),
	},
	resource: 'attachment',
});

const contractEvents = changesOf({
	...withOneOf(
		'GET /contract',
		['customerId', 'vendorId'],
		'Customer: add this filter, or add Vendor',
	),
	value: 'contract',
	name: 'Contract',
	noun: 'a contract of one customer or vendor',
	note: 'The filter Customer or Vendor is needed, and every poll reads all their contracts',
	since: () => ({}),
	filters: {
		customerId: pick(customer),
		salesId: pickMany(user, { label: 'Salesperson' }),
		vendorId: pick(vendor),
	},
	resource: 'contract',
});

const invoiceItemEvents = changesOf({
	...withOneOf('GET /invoiceitem', ['invoiceId'], 'Invoice: add this filter'),
	value: 'invoiceItem',
	name: 'Invoice Item',
	noun: 'an item of one invoice',
	note: 'The filter Invoice is needed',
	since: () => ({}),
	filters: { invoiceId: pick(invoice) },
	resource: 'invoiceItem',
});

const historyCreated: ChangeEvent = {
	...createdOf({
		...withOneOf('GET /history', ['entityId'], 'Record: add this filter and the kind of record'),
		value: 'history',
		name: 'History Entry',
		noun: 'an entry is added',
		always: { entityType: JOB },
		since: () => ({}),
		// Entries have no ID, so they are told apart by what they say.
		id: 'entity.id',
		compared: ['user.id', 'properties'],
		filters: {
			entityType: choice(historyKinds, { default: JOB, label: 'Kind of Record' }),
			entityId: pick(entity),
		},
		resource: 'history',
	}),
	description:
		'When something is added to the history of one record. The filter Record is needed. ServiceTrade does not write every change into it.',
};

export const withinEvents: readonly ChangeEvent[] = [
	...attachmentEvents,
	...contractEvents,
	historyCreated,
	...invoiceItemEvents,
];
