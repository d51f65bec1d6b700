import {
	choice,
	dateTime,
	flag,
	groups,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	businessUnit,
	campaign,
	cancelReason,
	customer,
	job as jobs,
	jobType,
	location,
	project,
	tagType,
	technician,
} from '../pickers';
import { customFields, ids, priority, sortBy, stampFilters } from './fields';

const id = pick(jobs, { required: true });

export const job = defineResource({
	value: 'job',
	name: 'Job',
	description: 'Work booked for a customer at a location',
	simple: [
		'id',
		'jobNumber',
		'jobStatus',
		'customerId',
		'locationId',
		'businessUnitId',
		'jobTypeId',
		'priority',
		'summary',
		'createdOn',
		'modifiedOn',
		'completedOn',
	],
	operations: {
		addNote: create({
			action: 'Add a note to a job',
			request: 'POST /jpm/v2/tenant/{tenant}/jobs/{id}/notes',
			path: { id },
			body: {
				text: text({ required: true, rows: 4 }),
				pinToTop: flag({ description: 'Whether to keep the note above the others' }),
			},
		}),
		cancel: operation({
			action: 'Cancel a job',
			request: 'PUT /jpm/v2/tenant/{tenant}/jobs/{id}/cancel',
			path: { id },
			body: {
				reasonId: select(cancelReason, { required: true }),
				memo: text({ required: true, rows: 3, description: 'Why the job is canceled' }),
			},
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a job',
			description: 'Book a job with at least one appointment',
			request: 'POST /jpm/v2/tenant/{tenant}/jobs',
			body: {
				customerId: pick(customer, { required: true }),
				locationId: pick(location, { required: true }),
				businessUnitId: select(businessUnit, { required: true }),
				jobTypeId: select(jobType, { required: true }),
				campaignId: select(campaign, { required: true }),
				priority: { ...priority, required: true, default: 'Normal' },
				appointments: groups(
					{
						start: dateTime({ required: true }),
						end: dateTime({ required: true }),
						arrivalWindowStart: dateTime(),
						arrivalWindowEnd: dateTime(),
						technicianIds: pickMany(technician),
					},
					{ required: true, description: 'A job needs at least one' },
				),
				summary: text({ rows: 4, description: 'What is to be done; may hold HTML' }),
				customerPo: text({ label: 'Customer PO' }),
				customFields,
				invoiceSignatureIsRequired: flag({
					description: 'Whether the customer has to sign the invoice',
				}),
				projectId: pick(project),
				tagTypeIds: pickMany(tagType),
			},
		}),
		get: read({
			action: 'Get a job',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many jobs',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs',
			query: {
				number: text({ label: 'Job Number' }),
				jobStatus: choice([
					'Canceled',
					'Completed',
					'Dispatched',
					'Hold',
					['In Progress', 'InProgress'],
					'Scheduled',
				]),
				customerId: pick(customer),
				locationId: pick(location),
				projectId: pick(project),
				technicianId: pick(technician),
				businessUnitId: select(businessUnit),
				jobTypeId: select(jobType),
				campaignId: select(campaign),
				priority,
				tagTypeIds: pickMany(tagType),
				appointmentStartsOnOrAfter: dateTime(),
				appointmentStartsBefore: dateTime(),
				firstAppointmentStartsOnOrAfter: dateTime(),
				firstAppointmentStartsBefore: dateTime(),
				completedOnOrAfter: dateTime(),
				completedBefore: dateTime(),
				...stampFilters,
				ids,
				sort: sortBy(
					['ID', 'Id'],
					['Created', 'CreatedOn'],
					['Modified', 'ModifiedOn'],
					['Priority', 'Priority'],
				),
			},
		}),
	},
});
