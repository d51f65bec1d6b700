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
import { create, listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	businessUnit,
	customer,
	employee,
	job,
	project,
	task as tasks,
	taskResolution,
	taskSource,
	taskType,
} from '../pickers';
import { anyActiveFilter, ids, priority, sortBy, stampFilters } from './fields';

const id = pick(tasks, { required: true });

const statuses = [
	'Canceled',
	'Completed',
	['In Progress', 'InProgress'],
	['On Hold', 'OnHold'],
	['To Do', 'ToDo'],
] as const;

const closed = flag({
	as: 'isClosed',
	required: true,
	label: 'Closed',
	description: 'Whether it is done already',
});

const assignedToId = pick(employee, { required: true, label: 'Assigned To' });

export const task = defineResource({
	value: 'task',
	name: 'Task',
	description: 'Something that somebody in the office has to do',
	simple: [
		'id',
		'taskNumber',
		'name',
		'status',
		'priority',
		'assignedToId',
		'reportedById',
		'customerId',
		'jobId',
		'completeBy',
		'closedOn',
		'createdOn',
		'modifiedOn',
	],
	operations: {
		create: create({
			action: 'Create a task',
			request: 'POST /taskmanagement/v2/tenant/{tenant}/tasks',
			body: {
				name: text({ required: true }),
				assignedToId,
				reportedById: pick(employee, { required: true, label: 'Reported By' }),
				reportedDate: dateTime({ required: true }),
				businessUnitId: select(businessUnit, { required: true }),
				employeeTaskTypeId: select(taskType, { required: true }),
				employeeTaskSourceId: select(taskSource, { required: true }),
				priority: { ...priority, required: true, default: 'Normal' },
				closed,
				status: choice(statuses),
				employeeTaskResolutionId: select(taskResolution),
				completeBy: dateTime(),
				startedOn: dateTime(),
				involvedEmployeeIdList: pickMany(employee, { label: 'Involved Employee' }),
				customerId: pick(customer),
				jobId: pick(job),
				projectId: pick(project),
				description: text({ rows: 4 }),
			},
		}),
		createSubtask: create({
			name: 'Create Subtask',
			action: 'Create a subtask of a task',
			request: 'POST /taskmanagement/v2/tenant/{tenant}/tasks/{id}/subtasks',
			path: { id },
			body: {
				name: text({ required: true }),
				assignedToId,
				closed,
				dueDateTime: dateTime({ label: 'Due' }),
			},
		}),
		get: read({
			action: 'Get a task',
			request: 'GET /taskmanagement/v2/tenant/{tenant}/tasks/{id}',
			path: { id },
			query: {
				includeSubtasks: flag({ description: 'Whether to add the subtasks' }),
			},
		}),
		getAll: listAll({
			action: 'Get many tasks',
			request: 'GET /taskmanagement/v2/tenant/{tenant}/tasks',
			query: {
				active: anyActiveFilter,
				statuses: choices(statuses),
				priorities: choices(['High', 'Low', 'Normal', 'Urgent']),
				name: text(),
				taskNumber: number(),
				assignedToId: pick(employee, { label: 'Assigned To' }),
				reportedById: pick(employee, { label: 'Reported By' }),
				involvedEmployeeIdList: pickMany(employee, { label: 'Involved Employee' }),
				businessUnitIds: pickMany(businessUnit),
				employeeTaskTypeIds: pickMany(taskType),
				employeeTaskSourceIds: pickMany(taskSource),
				employeeTaskResolutionIds: pickMany(taskResolution),
				customerId: pick(customer),
				jobId: pick(job),
				jobNumber: text(),
				projectId: pick(project),
				reportedOnOrAfter: dateTime(),
				reportedBefore: dateTime(),
				completeOnOrAfter: dateTime(),
				completeBefore: dateTime(),
				isClosed: flag({
					label: 'Closed',
					description: 'Whether to return closed tasks; replaced by Statuses',
				}),
				includeSubtasks: flag({ description: 'Whether to add the subtasks' }),
				...stampFilters,
				ids,
				sort: sortBy(
					['ID', 'Id'],
					['Created', 'CreatedOn'],
					['Description Modified', 'DescriptionModifiedOn'],
					['Completed By', 'CompletedBy'],
					['Priority', 'Priority'],
				),
			},
		}),
		getOptions: read({
			name: 'Get Options',
			action: 'Get the options for tasks',
			description: 'The types, sources, resolutions, statuses and people that a task can have',
			request: 'GET /taskmanagement/v2/tenant/{tenant}/data',
		}),
	},
});
