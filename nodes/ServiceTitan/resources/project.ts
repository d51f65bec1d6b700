import { dateTime, list, pick, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	appointment,
	businessUnit,
	customer,
	employee,
	invoice,
	job,
	location,
	project as projects,
	projectField,
	projectStatus as statuses,
	projectSubStatus,
	projectType,
	technician,
} from '../pickers';
import { exportOf } from './export';
import {
	customFieldsOf,
	externalData,
	externalDataChanges,
	externalDataSearch,
	externalDataWanted,
	ids,
	message,
	noteText,
	pinToTop,
	sortBy,
	stampFilters,
	stampSort,
} from './fields';
import { keeping, keepOthers, replaces } from './keeping';

const id = pick(projects, { required: true });

const about = {
	name: text(),
	summary: text({ rows: 4, description: 'May hold HTML' }),
	statusId: select(statuses, { label: 'Status' }),
	subStatusId: select(projectSubStatus, { label: 'Sub-Status' }),
	projectTypeId: select(projectType, { label: 'Type' }),
	projectManagerIds: pickMany(employee, { label: 'Project Manager' }),
	startDate: dateTime(),
	targetCompletionDate: dateTime(),
	actualCompletionDate: dateTime(),
	customFields: customFieldsOf(projectField),
};

const changes = {
	...about,
	jobIds: pickMany(job, { description: 'Replaces the jobs of the project' }),
	externalData: externalDataChanges,
};

export const project = defineResource({
	value: 'project',
	name: 'Project',
	description: 'Several jobs for one customer that belong together',
	simple: [
		'id',
		'number',
		'name',
		'status',
		'subStatus',
		'customerId',
		'locationId',
		'startDate',
		'targetCompletionDate',
		'actualCompletionDate',
		'jobIds',
		'createdOn',
		'modifiedOn',
		// These are what matters of notes and custom fields; a project has none of them.
		'text',
		'isPinned',
		'dataType',
		'dataTypeOptions',
	],
	operations: {
		addMessage: create({
			name: 'Add Message',
			action: 'Add a message to a project',
			request: 'POST /jpm/v2/tenant/{tenant}/projects/{id}/messages',
			path: { id },
			body: message,
		}),
		addNote: create({
			name: 'Add Note',
			action: 'Add a note to a project',
			request: 'POST /jpm/v2/tenant/{tenant}/projects/{id}/notes',
			path: { id },
			body: { text: noteText, pinToTop },
		}),
		attachJob: operation({
			name: 'Attach Job',
			action: 'Attach a job to a project',
			request: 'POST /jpm/v2/tenant/{tenant}/projects/{id}/attach-job/{jobId}',
			path: { id, jobId: pick(job, { required: true }) },
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a project',
			request: 'POST /jpm/v2/tenant/{tenant}/projects',
			body: {
				locationId: pick(location, { required: true }),
				customerId: pick(customer),
				...about,
				externalData,
			},
		}),
		detachJob: operation({
			name: 'Detach Job',
			action: 'Detach a job from its project',
			request: 'POST /jpm/v2/tenant/{tenant}/projects/detach-job/{jobId}',
			path: { jobId: pick(job, { required: true }) },
			returns: 'nothing',
		}),
		export: exportOf('projects', 'GET /jpm/v2/tenant/{tenant}/export/projects'),
		exportNotes: exportOf('notes of projects', 'GET /jpm/v2/tenant/{tenant}/export/project-notes', {
			name: 'Export Notes',
		}),
		get: read({
			action: 'Get a project',
			request: 'GET /jpm/v2/tenant/{tenant}/projects/{id}',
			path: { id },
			query: externalDataWanted,
		}),
		getAll: listAll({
			action: 'Get many projects',
			request: 'GET /jpm/v2/tenant/{tenant}/projects',
			query: {
				customerId: pick(customer),
				locationId: pick(location),
				jobId: pick(job),
				appointmentId: pick(appointment),
				invoiceId: pick(invoice),
				technicianId: pick(technician),
				projectTypeId: select(projectType, { label: 'Type' }),
				projectManagerIds: pickMany(employee, { label: 'Project Manager' }),
				businessUnitIds: pickMany(businessUnit),
				status: list({
					label: 'Statuses',
					description: 'Names of statuses; None stands for projects without one',
				}),
				startsOnOrAfter: dateTime(),
				startsBefore: dateTime(),
				completedOnOrAfter: dateTime(),
				completedBefore: dateTime(),
				targetCompletionDateOnOrAfter: dateTime(),
				targetCompletionDateBefore: dateTime(),
				...externalDataSearch,
				...stampFilters,
				ids,
				sort: sortBy(
					['ID', 'Id'],
					['Created', 'CreatedOn'],
					['Modified', 'ModifiedOn'],
					['Name', 'Name'],
					['Target Completion', 'TargetCompletionDate'],
				),
			},
		}),
		getCustomFields: listAll({
			name: 'Get Custom Fields',
			action: 'Get the custom fields that projects can have',
			request: 'GET /jpm/v2/tenant/{tenant}/projects/custom-fields',
			query: { ...stampFilters, sort: stampSort },
		}),
		getNotes: listAll({
			name: 'Get Notes',
			action: 'Get the notes of a project',
			request: 'GET /jpm/v2/tenant/{tenant}/projects/{id}/notes',
			path: { id },
		}),
		update: update({
			action: 'Update a project',
			notice: replaces,
			request: 'PATCH /jpm/v2/tenant/{tenant}/projects/{id}',
			path: { id },
			body: { ...changes, keepOthers },
			run: keeping('/jpm/v2/tenant/{tenant}/projects/{id}', changes),
		}),
	},
});
