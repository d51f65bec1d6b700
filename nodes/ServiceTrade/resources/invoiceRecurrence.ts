import {
	choice,
	dateTime,
	flag,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	contract,
	customer,
	invoiceRecurrence as recurrences,
	location,
	office,
	serviceLine,
	vendor,
} from '../pickers';
import { longDescription, named } from './fields';

const invoiceRecurrenceId = pick(recurrences, { required: true });

const frequency = choice(named(['monthly', 'yearly']));

const endsOn = dateTime({
	description: 'Everything that was not billed yet is removed, whatever its date',
});

export const invoiceRecurrence = defineResource({
	value: 'invoiceRecurrence',
	name: 'Invoice Recurrence',
	description: 'An invoice that comes again and again',
	simple: [
		'id',
		'description',
		'frequency',
		'interval',
		'customer',
		'location',
		'contract',
		'serviceLine',
		'nextDue',
		'endsOn',
		'created',
	],
	operations: {
		create: create({
			action: 'Create an invoice recurrence',
			description: 'Nothing is billed before it has an item',
			request: 'POST /invoicerecurrence',
			body: {
				locationId: pick(location, { required: true }),
				contractId: pick(contract, {
					required: true,
					description: 'One that is valid for the location. The list needs a customer or a vendor.',
				}),
				description: text({ required: true, rows: 4 }),
				serviceLineId: select(serviceLine, { required: true }),
				frequency: { ...frequency, required: true },
				interval: number({
					required: true,
					default: 1,
					description: 'How many months or years lie between two of them',
				}),
				nextDue: dateTime({ required: true, description: 'When the first invoice is due' }),
				customerId: pick(customer, {
					description: 'That of the contract or of the location where it is left out',
				}),
				endsOn,
				vendorId: pick(vendor),
			},
		}),
		get: read({
			action: 'Get an invoice recurrence',
			request: 'GET /invoicerecurrence/{invoiceRecurrenceId}',
			path: { invoiceRecurrenceId },
		}),
		getAll: listAll({
			action: 'Get many invoice recurrences',
			request: 'GET /invoicerecurrence',
			query: {
				contractId: pick(contract, { description: 'The list needs a company' }),
				customerId: pick(customer),
				locationId: pick(location),
				nextInvoiceAfter: dateTime({ label: 'Next Invoice On or After' }),
				nextInvoiceBefore: dateTime({ label: 'Next Invoice On or Before' }),
				noEndsOn: flag({
					label: 'Without an End',
					description: 'Whether to return only those that go on without an end',
				}),
				officeId: pickMany(office, {
					label: 'Office',
					description: 'Those that serve the location',
				}),
				serviceLineId: pickMany(serviceLine, { label: 'Service Line' }),
			},
		}),
		update: update({
			action: 'Update an invoice recurrence',
			description: 'Invoice recurrences cannot be deleted; set when they end',
			request: 'PUT /invoicerecurrence/{invoiceRecurrenceId}',
			path: { invoiceRecurrenceId },
			body: {
				description: longDescription,
				endsOn,
				frequency,
				nextDue: dateTime(),
				serviceLineId: select(serviceLine),
			},
		}),
	},
});
