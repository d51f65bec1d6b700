import {
	choice,
	choices,
	dateTime,
	flag,
	json,
	list,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	company,
	contact,
	customer,
	deficiency,
	job,
	jobType,
	location,
	quote as quotes,
	serviceRequest,
	terms,
	user,
	vendor,
} from '../pickers';
import {
	assignedOfficeId,
	assignedOfficeIds,
	contractId,
	customerPo,
	longDescription,
	named,
	nameFilter,
	notes,
	refNumber,
	regionIds,
	salesId,
	stampFilters,
	tagFilter,
	wholeRefNumber,
} from './fields';

const quoteId = pick(quotes, { required: true });

const customerPoRequired = flag({
	label: 'Customer PO Required',
	description: 'Whether it can only be accepted with the number of a purchase order',
});

/** What can be given when a quote is made and when it is changed. */
const details = {
	assignedTo: pick(user, { label: 'Assigned To' }),
	contractId,
	customerPo,
	customerPoRequired,
	expiresOn: dateTime(),
	notes,
	refNumber,
	salesId,
	termsId: select(terms, {
		description: 'Those of the contract or of the account where it is left out',
	}),
	visibility: choices(
		named([
			'by_service',
			'by_type',
			'items',
			'noprices',
			'public',
			'time_and_materials',
			'type_detail',
		]),
		{ description: 'What the customer may see; public and items where it is left out' },
	),
};

const contactId = pick(contact, { description: 'On whose behalf; your own where it is left out' });
const reason = text({
	as: 'details',
	rows: 3,
	description: 'Kept as a comment on the quote',
});

export const quote = defineResource({
	value: 'quote',
	name: 'Quote',
	description: 'What work would cost a customer',
	simple: [
		'id',
		'name',
		'refNumber',
		'status',
		'customer',
		'vendor',
		'location',
		'assignedTo',
		'subtotal',
		'totalPrice',
		'expiresOn',
		'created',
		'updated',
	],
	operations: {
		approve: operation({
			action: 'Approve a quote',
			description: 'Accept a submitted quote',
			request: 'POST /quote/{quoteId}/approve',
			path: { quoteId },
			body: {
				contactId,
				signature: json({
					default: '[]',
					write: (lines) => JSON.stringify(lines),
					description: 'Lines of the drawing, each with a list of x and one of y coordinates',
				}),
			},
		}),
		cancel: operation({
			action: 'Cancel a quote',
			request: 'POST /quote/{quoteId}/cancel',
			path: { quoteId },
		}),
		copy: operation({
			action: 'Copy a quote',
			request: 'POST /quote/{quoteId}/copy',
			path: { quoteId },
			body: {
				copyAttachments: flag({ description: 'Whether its files are copied as well' }),
				copyComments: flag({ description: 'Whether its comments are copied as well' }),
				customerId: pick(customer, { description: 'That of the quote where it is left out' }),
				locationId: pick(location, { description: 'That of the quote where it is left out' }),
			},
		}),
		create: create({
			action: 'Create a quote',
			request: 'POST /quote',
			body: {
				vendorId: pick(vendor, { required: true, description: 'Who does the work' }),
				locationId: pick(location, { required: true }),
				name: text({ required: true }),
				description: text({ required: true, rows: 4 }),
				jobType: select(jobType, { required: true }),
				serviceRequestIds: pickMany(serviceRequest, {
					required: true,
					label: 'Service Request',
					description: 'The services to be done, all of them at the location',
				}),
				assignedOfficeId,
				customerId: pick(customer, {
					description: 'The company of the location where it is left out',
				}),
				status: choice(named(['draft', 'new'])),
				...details,
			},
		}),
		createJob: operation({
			action: 'Create a job from a quote',
			description: 'Make a job of an accepted quote, or add it to a job; the answer is the job',
			request: 'POST /quote/{quoteId}/job',
			path: { quoteId },
			body: {
				addBudget: flag({ description: 'Whether the job gets an unlocked budget of single lines' }),
				copyAttachments: flag({ description: 'Whether its files are copied as well' }),
				copyComments: flag({ description: 'Whether its comments are copied as well' }),
				customerPo,
				dueDate: dateTime({ description: 'Of a new job; no service may end later' }),
				jobId: pick(job, { description: 'A new job is made where it is left out' }),
			},
		}),
		get: read({ action: 'Get a quote', request: 'GET /quote/{quoteId}', path: { quoteId } }),
		getAll: listAll({
			action: 'Get many quotes',
			request: 'GET /quote',
			query: {
				assignedOfficeIds,
				assignedToId: pick(user, { label: 'Assigned To' }),
				customerId: pick(customer),
				deficiencyId: pick(deficiency, { description: 'One that the quote would repair' }),
				expiresOnAfter: dateTime({ label: 'Expires On or After' }),
				expiresOnBefore: dateTime({ label: 'Expires On or Before' }),
				jobId: pick(job, { description: 'One that does the work of the accepted quote' }),
				locationId: pick(location),
				locationOwnerId: pick(company, { label: 'Owner of the Location' }),
				name: nameFilter,
				refNumber: wholeRefNumber,
				regionIds,
				salesId: pickMany(user, { label: 'Salesperson' }),
				sort: choice(named(['created', 'name', 'status', 'updated']), { label: 'Sort By' }),
				sortOrder: choice([
					['Ascending', 'ASC'],
					['Descending', 'DESC'],
				]),
				// The reference never lists them.
				status: list({ placeholder: 'submitted, accepted' }),
				tag: tagFilter,
				termsId: select(terms, { description: 'Set on the quote itself' }),
				userId: pick(user, {
					label: 'Assigned To or to Nobody',
					description: 'Quotes of this user and those that are assigned to nobody',
				}),
				vendorId: pick(vendor),
				...stampFilters,
			},
		}),
		makeChanges: operation({
			action: 'Make changes to a quote',
			description: 'Take a submitted quote back to work on it',
			request: 'POST /quote/{quoteId}/makechanges',
			path: { quoteId },
		}),
		markViewed: operation({
			action: 'Mark a quote as viewed',
			request: 'POST /quote/{quoteId}/viewed',
			path: { quoteId },
			body: { contactId },
		}),
		reject: operation({
			action: 'Reject a quote',
			request: 'POST /quote/{quoteId}/reject',
			path: { quoteId },
			body: { reason },
		}),
		reopen: operation({
			action: 'Reopen a quote',
			description: 'Take up a quote again that was canceled or rejected',
			request: 'POST /quote/{quoteId}/reopen',
			path: { quoteId },
			body: { reason },
		}),
		requestChanges: operation({
			action: 'Request changes to a quote',
			request: 'POST /quote/{quoteId}/requestchanges',
			path: { quoteId },
			body: { contactId, reason },
		}),
		submit: operation({
			action: 'Submit a quote',
			request: 'POST /quote/{quoteId}/submit',
			path: { quoteId },
			body: { customerPoRequired },
		}),
		update: update({
			action: 'Update a quote',
			description: 'Change a quote; its status changes by operations of its own',
			request: 'PUT /quote/{quoteId}',
			path: { quoteId },
			body: {
				name: text(),
				description: longDescription,
				jobType: select(jobType),
				serviceRequestIds: pickMany(serviceRequest, { label: 'Service Request' }),
				...details,
			},
		}),
	},
});
