import type { IDataObject } from 'n8n-workflow';

import {
	choice,
	dateTime,
	file,
	flag,
	group,
	groups,
	list,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import {
	create,
	download,
	listAll,
	operation,
	read,
	update,
	type Call,
} from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	booking,
	businessUnit,
	campaign,
	cancelReason,
	customer,
	employee,
	holdReason,
	invoice,
	job as jobs,
	jobField,
	jobType,
	location,
	project,
	technician,
} from '../pickers';
import { exportOf } from './export';
import {
	anyActiveFilter,
	createdFilters,
	customFieldsOf,
	externalData,
	externalDataChanges,
	externalDataSearch,
	externalDataWanted,
	ids,
	message,
	noteText,
	pinToTop,
	priority,
	sortBy,
	stampFilters,
	stampSort,
	tagTypeIds,
} from './fields';
import { keeping, keepOthers, replaces } from './keeping';

const id = pick(jobs, { required: true });

const summary = text({ rows: 4, description: 'What is to be done; may hold HTML' });

const customFields = customFieldsOf(jobField);

const soldBy = pick(technician, { label: 'Sold By', description: 'The technician who sold it' });

const jobGeneratedLeadSource = group(
	{ jobId: pick(jobs), employeeId: pick(employee, { label: 'Employee or Technician' }) },
	{ label: 'Lead Source', description: 'The job and the person that this job comes from' },
);

const appointments = groups(
	{
		start: dateTime({ required: true }),
		end: dateTime({ required: true }),
		arrivalWindowStart: dateTime(),
		arrivalWindowEnd: dateTime(),
		technicianIds: pickMany(technician),
	},
	{ required: true, description: 'A job needs at least one' },
);

const changes = {
	customerId: pick(customer),
	locationId: pick(location),
	businessUnitId: select(businessUnit),
	jobTypeId: select(jobType),
	campaignId: select(campaign),
	priority,
	summary,
	customerPo: text({ label: 'Customer PO' }),
	customFields,
	tagTypeIds,
	externalData: externalDataChanges,
	jobGeneratedLeadSource,
	shouldUpdateInvoiceItems: flag({
		label: 'Update Invoice Items',
		description: 'Whether the lines of the job’s invoice move to the new business unit, too',
	}),
	soldById: soldBy,
};

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
		// These are what matters of notes, reasons, logs and custom fields; a job has none of them.
		'jobId',
		'text',
		'isPinned',
		'reasonId',
		'memo',
		'name',
		'active',
		'dataType',
		'dataTypeOptions',
	],
	operations: {
		addMessage: create({
			name: 'Add Message',
			action: 'Add a message to a job',
			request: 'POST /jpm/v2/tenant/{tenant}/jobs/{id}/messages',
			path: { id },
			body: message,
		}),
		addNote: create({
			action: 'Add a note to a job',
			request: 'POST /jpm/v2/tenant/{tenant}/jobs/{id}/notes',
			path: { id },
			body: { text: noteText, pinToTop },
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
		complete: operation({
			action: 'Complete a job',
			request: 'PUT /jpm/v2/tenant/{tenant}/jobs/{id}/complete',
			path: { id },
			body: { completedOn: dateTime({ required: true }) },
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
				appointments,
				summary,
				customerPo: text({ label: 'Customer PO' }),
				customFields,
				externalData,
				invoiceSignatureIsRequired: flag({
					description:
						'Whether the customer has to sign the invoice. Without it the location and the job type decide.',
				}),
				jobGeneratedLeadSource,
				projectId: pick(project),
				soldById: soldBy,
				tagTypeIds,
			},
		}),
		downloadAttachment: download({
			name: 'Download Attachment',
			action: 'Download an attachment of a job',
			request: 'GET /forms/v2/tenant/{tenant}/jobs/attachment/{attachment}',
			path: {
				attachment: number({
					required: true,
					label: 'Attachment ID',
					description: 'Get Attachments gives it',
				}),
			},
		}),
		export: exportOf('jobs', 'GET /jpm/v2/tenant/{tenant}/export/jobs'),
		exportCanceledLogs: exportOf(
			'cancellations of jobs',
			'GET /jpm/v2/tenant/{tenant}/export/job-canceled-logs',
			{ name: 'Export Cancellations' },
		),
		exportHistory: exportOf(
			'the history of jobs',
			'GET /jpm/v2/tenant/{tenant}/export/job-history',
			{ name: 'Export History' },
		),
		exportNotes: exportOf('notes of jobs', 'GET /jpm/v2/tenant/{tenant}/export/job-notes', {
			name: 'Export Notes',
		}),
		get: read({
			action: 'Get a job',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/{id}',
			path: { id },
			query: externalDataWanted,
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
				appointmentStatus: choice(
					['Canceled', 'Dispatched', 'Done', 'Hold', 'Scheduled', 'Working'],
					{ description: 'Jobs that have at least one such appointment' },
				),
				customerId: pick(customer),
				locationId: pick(location),
				projectId: pick(project),
				bookingId: pick(booking),
				invoiceId: pick(invoice),
				technicianId: pick(technician),
				soldById: soldBy,
				businessUnitId: select(businessUnit),
				jobTypeId: select(jobType),
				campaignId: select(campaign),
				priority,
				tagTypeIds,
				appointmentStartsOnOrAfter: dateTime(),
				appointmentStartsBefore: dateTime(),
				firstAppointmentStartsOnOrAfter: dateTime(),
				firstAppointmentStartsBefore: dateTime(),
				completedOnOrAfter: dateTime(),
				completedBefore: dateTime(),
				hasUnusedAppointments: flag({
					description: 'Whether to return only jobs with appointments at which no work was done',
				}),
				...externalDataSearch,
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
		getAttachments: listAll({
			name: 'Get Attachments',
			action: 'Get the attachments of a job',
			request: 'GET /forms/v2/tenant/{tenant}/jobs/{id}/attachments',
			path: { id },
			query: {
				...createdFilters,
				sort: sortBy(['ID', 'Id'], ['Created', 'CreatedOn']),
			},
		}),
		getBookedLog: read({
			name: 'Get Booked Log',
			action: 'Get the booking log of a job',
			description: 'With which appointment and when the job was booked',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/{id}/booked-log',
			path: { id },
		}),
		getCanceledLog: listAll({
			name: 'Get Cancellation Log',
			action: 'Get the cancellations of a job',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/{id}/canceled-log',
			path: { id },
		}),
		getCancelReasons: listAll({
			name: 'Get Reasons of Canceled Jobs',
			action: 'Get the reasons why jobs were canceled',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/cancel-reasons',
			query: { ids: list({ required: true, label: 'Job IDs', description: 'At most 50' }) },
		}),
		getCustomFields: listAll({
			name: 'Get Custom Fields',
			action: 'Get the custom fields that jobs can have',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/custom-fields',
			query: { ...stampFilters, sort: stampSort },
		}),
		getFull: read({
			name: 'Get Full',
			action: 'Get a full job',
			description: 'A job with its appointments, who is assigned to each, and its notes',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/{id}',
			path: { id },
			query: externalDataWanted,
			run: async ({ id: jobId, ...query }, call) => await fullJob(jobId, query, call),
		}),
		getHistory: listAll({
			name: 'Get History',
			action: 'Get the history of a job',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/{id}/history',
			path: { id },
			at: 'history',
			// The whole history comes in one answer.
			paging: {
				largest: 5000,
				in: 'query',
				first: () => ({}),
				read: () => ({}),
			},
		}),
		getNotes: listAll({
			name: 'Get Notes',
			action: 'Get the notes of a job',
			request: 'GET /jpm/v2/tenant/{tenant}/jobs/{id}/notes',
			path: { id },
		}),
		getPossibleCancelReasons: listAll({
			name: 'Get Possible Cancel Reasons',
			action: 'Get the reasons for which a job can be canceled',
			request: 'GET /jpm/v2/tenant/{tenant}/job-cancel-reasons',
			query: { active: anyActiveFilter, ...stampFilters, sort: stampSort },
		}),
		getPossibleHoldReasons: listAll({
			name: 'Get Possible Hold Reasons',
			action: 'Get the reasons for which a job can be put on hold',
			request: 'GET /jpm/v2/tenant/{tenant}/job-hold-reasons',
			query: { active: anyActiveFilter, ...stampFilters, sort: stampSort },
		}),
		hold: operation({
			name: 'Put on Hold',
			action: 'Put a job on hold',
			request: 'PUT /jpm/v2/tenant/{tenant}/jobs/{id}/hold',
			path: { id },
			body: {
				reasonId: select(holdReason, { required: true }),
				memo: text({ required: true, rows: 3, description: 'Why it has to wait' }),
			},
			returns: 'nothing',
		}),
		removeCancellation: operation({
			name: 'Remove Cancellation',
			action: 'Remove the cancellation of a job',
			request: 'PUT /jpm/v2/tenant/{tenant}/jobs/{id}/remove-cancellation',
			path: { id },
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a job',
			notice: replaces,
			request: 'PATCH /jpm/v2/tenant/{tenant}/jobs/{id}',
			path: { id },
			body: { ...changes, keepOthers },
			run: keeping('/jpm/v2/tenant/{tenant}/jobs/{id}', changes),
		}),
		uploadAttachment: operation({
			name: 'Upload Attachment',
			action: 'Upload an attachment to a job',
			request: 'POST /forms/v2/tenant/{tenant}/jobs/{id}/attachments',
			path: { id },
			form: {
				file: file({
					required: true,
					label: 'Input Binary Field',
					description: 'Name of the field of the input item that holds the file',
				}),
			},
		}),
	},
});

async function fullJob(id: string, query: IDataObject, call: Call): Promise<IDataObject> {
	const [record, visits, assignments, notes] = await Promise.all([
		call.send('GET /jpm/v2/tenant/{tenant}/jobs/{id}', { path: { id }, query }),
		call.list('GET /jpm/v2/tenant/{tenant}/appointments', { query: { jobId: id } }),
		call.list('GET /dispatch/v2/tenant/{tenant}/appointment-assignments', {
			query: { jobId: id },
		}),
		call.list('GET /jpm/v2/tenant/{tenant}/jobs/{id}/notes', { path: { id } }),
	]);
	const withTechnicians = visits.map((visit) => ({
		...visit,
		assignments: assignments.filter(({ appointmentId }) => appointmentId === visit.id),
	}));
	return { ...record, appointments: withTechnicians, notes };
}
