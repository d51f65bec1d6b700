import {
	choice,
	choices,
	dateTime,
	flag,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	contract as related,
	contractOfCustomer as contracts,
	customer,
	job,
	jobType,
	location,
	office,
	paymentTerms,
	quote,
	region,
	terms,
	user,
	vendor,
} from '../pickers';
import {
	customerHint,
	customerPo,
	hasAny,
	longDescription,
	named,
	nameFilter,
	ownerId,
	salesId,
	tagFilter,
} from './fields';

const contractId = pick(contracts, { required: true, description: customerHint });

const itsTerms = {
	invoiceTermsId: select(terms, { label: 'Invoice Terms' }),
	jobTermsId: select(terms, { label: 'Job Terms' }),
	quoteTermsId: select(terms, { label: 'Quote Terms' }),
};

/** What can be given when a contract is made and when it is changed. */
const details = {
	active: flag({ description: 'Whether it applies, as a new one does by itself' }),
	customerId: pick(customer, { description: 'Needed for a company contract, and only there' }),
	description: longDescription,
	expectedMargin: number({ description: 'Percent' }),
	expectedRevenue: number(),
	expiresOn: dateTime(),
	invoiceDetailLevel: choices(
		named(['items', 'items_by_type', 'noprices', 'public', 'type_detail']),
		{ description: 'What customers see of invoices' },
	),
	invoiceNotes: text({ rows: 3, description: 'Copied to its invoices' }),
	jobType: select(jobType, { description: 'Only for jobs of this type' }),
	locationId: pick(location, { description: 'Only for this location of a company contract' }),
	officeId: select(office, { description: 'Only for locations of this office' }),
	ownerId,
	parentId: pick(related, { label: 'Parent Contract' }),
	paymentTermsId: select(paymentTerms),
	quoteDetailLevel: choices(
		named(['by_type', 'items', 'noprices', 'public', 'time_and_materials', 'type_detail']),
		{ description: 'What customers see of quotes' },
	),
	regionId: select(region, { description: 'Only for jobs in this region' }),
	reviewOn: dateTime(),
	salesId,
	startsOn: dateTime(),
	vendorId: pick(vendor, { description: 'Needed for a default or a company contract' }),
	...itsTerms,
};

export const contract = defineResource({
	value: 'contract',
	name: 'Contract',
	description: 'Prices and terms that apply to work for a customer',
	simple: [
		'id',
		'name',
		'type',
		'active',
		'accepted',
		'customer',
		'vendor',
		'location',
		'startsOn',
		'expiresOn',
		'reviewOn',
		'created',
		'updated',
	],
	operations: {
		accept: operation({
			action: 'Accept a contract',
			request: 'POST /contract/{contractId}/accept',
			path: { contractId },
		}),
		copy: operation({
			action: 'Copy a contract',
			request: 'POST /contract/{contractId}/copy',
			path: { contractId },
			body: { copyAttachments: flag({ description: 'Whether its files are copied as well' }) },
		}),
		create: create({
			action: 'Create a contract',
			notice:
				'A default or a company contract needs the vendor, and a company contract the customer as well.',
			request: 'POST /contract',
			body: {
				type: choice(named(['company', 'default', 'template']), { required: true }),
				name: text({ required: true }),
				customerPo,
				...details,
			},
			refuses: ({ type, vendorId, customerId }) =>
				type !== 'template' && vendorId === undefined
					? 'Vendor: a default or a company contract needs one'
					: type === 'company' && customerId === undefined
						? 'Customer: a company contract needs one'
						: undefined,
		}),
		createChild: operation({
			action: 'Create a child of a contract',
			request: 'POST /contract/{contractId}/child',
			path: { contractId },
		}),
		createForQuote: operation({
			action: 'Create a contract for a quote',
			description: 'Make the contract of a quote, or get the one that it has already',
			request: 'POST /contract',
			body: {
				quoteId: pick(quote, { required: true }),
				jobId: pick(job, { description: 'The job that was made from the quote' }),
				...itsTerms,
			},
		}),
		deactivate: operation({
			action: 'Deactivate a contract',
			notice:
				'Contracts cannot be deleted. What is chosen below is canceled together with the contract.',
			request: 'POST /contract/{contractId}/deactivate',
			path: { contractId },
			body: {
				cancelJobs: flag({ description: 'Whether its jobs are canceled' }),
				cancelQuotes: flag({ description: 'Whether its quotes are canceled' }),
				cancelRecurringInvoices: flag({
					description: 'Whether its recurring invoices are canceled',
				}),
				cancelServices: flag({ description: 'Whether its service requests are canceled' }),
			},
			returns: 'nothing',
		}),
		get: read({
			action: 'Get a contract',
			request: 'GET /contract/{contractId}',
			path: { contractId },
		}),
		getAll: listAll({
			action: 'Get many contracts',
			notice:
				'Needs at least one of these filters: the vendor, the customer or the job. With a job or a location only the contracts that fit it most closely are returned.',
			request: 'GET /contract',
			query: {
				allMatches: flag({
					description:
						'Whether to return all that may apply to the location and not only the closest',
				}),
				customerId: pick(customer),
				jobId: pick(job, { description: 'Every other filter is ignored then' }),
				jobType: select(jobType, { description: 'Together with a location' }),
				locationId: pick(location),
				name: nameFilter,
				parentId: pick(related, { label: 'Parent Contract' }),
				possibleParentOf: pick(related, {
					label: 'Possible Parent Of',
					description: 'A contract that the ones returned could be the parent of',
				}),
				reviewOnAfter: dateTime({ label: 'Review On or After' }),
				reviewOnBefore: dateTime({ label: 'Review On or Before' }),
				salesId: pickMany(user, { label: 'Salesperson' }),
				tag: tagFilter,
				vendorId: pick(vendor),
			},
			refuses: (given) =>
				hasAny(given, 'vendorId', 'customerId', 'jobId')
					? undefined
					: 'Vendor: choose one, or a customer or a job',
		}),
		update: update({
			action: 'Update a contract',
			request: 'PUT /contract/{contractId}',
			path: { contractId },
			body: { name: text(), ...details },
		}),
	},
});
