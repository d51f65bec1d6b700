import { before, onOrAfter, oneOf } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { records } from './records';
import { requireAll } from './references';
import { creates, does, lists, reads, routesOf, type Show } from './tables';

const REFERENCES = {
	reportedById: 'employees',
	assignedToId: 'employees',
	employeeTaskTypeId: 'taskTypes',
	employeeTaskSourceId: 'taskSources',
	employeeTaskResolutionId: 'taskResolutions',
};

const STATUSES = ['ToDo', 'InProgress', 'OnHold', 'Canceled', 'Completed'];
const PRIORITIES = ['Low', 'Normal', 'High', 'Urgent'];

const subtasksOf = (store: Store, taskId: unknown) =>
	store.collection('subtasks').where('parentTaskId', taskId);

function namesOf(store: Store, { customerId, jobId }: Row): Row {
	return {
		customerName: store.collection('customers').get(customerId)?.name ?? null,
		jobNumber: store.collection('jobs').get(jobId)?.jobNumber ?? null,
	};
}

const showTask: Show = (row, { store, query }) => {
	const subTasks = subtasksOf(store, row.id);
	return {
		...namesOf(store, row),
		subTasksData:
			query.includeSubtasks === true
				? {
						count: subTasks.length,
						subTasks: subTasks.map((one) => ({
							assignedToId: one.assignedToId,
							reportedById: row.reportedById,
							active: true,
							isClosed: one.isClosed,
							closedOn: null,
							name: one.name,
							createdOn: one.createdOn,
							dueDateTime: one.dueDateTime ?? null,
							subtaskNumber: Number(String(one.subtaskNumber).split('-').at(-1)),
							isViewed: false,
							assignedDateTime: one.createdOn,
							comments: [],
						})),
					}
				: null,
	};
};

const clientSideData: Handler = ({ store }) => {
	const pickAll = (name: string, members: readonly string[]) =>
		store
			.collection(name)
			.all()
			.map((row) => Object.fromEntries(members.map((member) => [member, row[member]])));
	return {
		employees: pickAll('employees', ['id', 'name', 'active']),
		businessUnits: store
			.collection('businessUnits')
			.all()
			.map(({ id, name }) => ({ name, value: id })),
		taskPriorities: PRIORITIES.map((name) => ({ name })),
		taskResolutionTypes: ['Custom', 'Refund'].map((name) => ({ name })),
		taskStatuses: STATUSES.map((name) => ({ name })),
		taskTypes: pickAll('taskTypes', ['id', 'name', 'active', 'excludedTaskResolutionIds']),
		taskSources: pickAll('taskSources', ['id', 'name', 'active']),
		taskResolutions: pickAll('taskResolutions', [
			'id',
			'name',
			'type',
			'active',
			'excludedTaskTypeIds',
		]),
	};
};

function checkTask({ store, body }: SandboxRequest): void {
	for (const [index, id] of ((body.involvedEmployeeIdList ?? []) as unknown[]).entries()) {
		if (!store.collection('employees').get(id)) {
			throw wrongValue(`involvedEmployeeIdList[${index}]`, `Employee ${String(id)} does not exist`);
		}
	}
	const type = store.collection('taskTypes').get(body.employeeTaskTypeId);
	if (
		(type?.excludedTaskResolutionIds as unknown[] | undefined)?.includes(
			body.employeeTaskResolutionId,
		)
	) {
		throw wrongValue('employeeTaskResolutionId', 'does not go with tasks of this type');
	}
}

const addSubtask: Handler = ({ store, path, body, clock }) => {
	const task = store.collection('tasks').require(path.id);
	requireAll(store, body, REFERENCES);
	const number = subtasksOf(store, task.id).length + 1;
	const now = new Date(clock.now()).toISOString();
	const { id: _id, ...subtask } = store.collection('subtasks').add({
		isClosed: body.isClosed,
		name: body.name,
		assignedToId: body.assignedToId,
		dueDateTime: body.dueDateTime ?? null,
		parentTaskId: task.id,
		subtaskNumber: `${String(task.taskNumber)}-${number}`,
		isViewed: false,
		assignedDateTime: now,
		createdOn: now,
	});
	return subtask;
};

/** Tasks of the office, with subtasks and what they are made of. */
export const tasks: Area = {
	collections: {
		taskTypes: { noun: 'Task type', firstId: 30_001 },
		taskSources: { noun: 'Task source', firstId: 30_101 },
		taskResolutions: { noun: 'Task resolution', firstId: 30_201 },
		tasks: records('Task', 30_501, 'taskmanagement.TaskGetResponse', ({ id }) => ({
			taskNumber: Number(id) - 30_500,
			status: 'ToDo',
			comments: [],
			attachments: [],
		})),
		subtasks: { noun: 'Subtask', stamps: { created: 'createdOn' } },
	},
	routes: routesOf('/taskmanagement/v2/tenant/{tenant}', {
		'GET data': does(clientSideData),
		// Whether inactive tasks show unasked is not said; inferred that they do.
		'GET tasks': lists('tasks', {
			show: showTask,
			sort: { CompletedBy: 'completeBy' },
			filters: {
				statuses: oneOf('status'),
				priorities: oneOf('priority'),
				// Inferred: the moment by which a task is to be complete.
				completeBefore: before('completeBy'),
				completeOnOrAfter: onOrAfter('completeBy'),
				includeSubtasks: () => () => true,
				involvedEmployeeIdList: (value) => {
					const wanted = String(value).split(',');
					return (row) =>
						((row.involvedEmployeeIdList ?? []) as unknown[]).some((id) =>
							wanted.includes(String(id)),
						);
				},
				jobNumber:
					(value, { store }) =>
					(row) =>
						namesOf(store, row).jobNumber === value,
			},
		}),
		'POST tasks': creates('tasks', {
			references: REFERENCES,
			check: checkTask,
			without: ['startedOn', 'reportedDate'],
			also: ({ body, clock }) => ({
				reportedOn: body.reportedDate,
				closedOn: body.isClosed === true ? new Date(clock.now()).toISOString() : null,
			}),
			show: (row, { store, body }) => ({
				...namesOf(store, row),
				reportedDate: row.reportedOn,
				startedOn: body.startedOn ?? null,
				descriptionModifiedBy: null,
			}),
		}),
		'GET tasks/{id}': reads('tasks', { show: showTask }),
		'POST tasks/{id}/subtasks': does(addSubtask),
	}),
	seed({ add, at, store }) {
		for (const [name, active] of [
			['Call back', true],
			['Order part', true],
			['Old type', false],
		] as const) {
			store.collection('taskTypes').add({ name, active, excludedTaskResolutionIds: [] });
		}
		for (const name of ['Phone', 'Mail', 'Walk-in']) {
			store.collection('taskSources').add({ name, active: true });
		}
		store
			.collection('taskResolutions')
			.add({ name: 'Done', type: 'Custom', active: true, excludedTaskTypeIds: [] });
		store
			.collection('taskResolutions')
			.add({ name: 'Refunded', type: 'Refund', active: true, excludedTaskTypeIds: [30_002] });
		store.collection('taskTypes').change(30_002, { excludedTaskResolutionIds: [30_202] });
		add(
			'tasks',
			STATUSES.map((status, index) => ({
				name: ['Ring about the invoice', 'Order a pump seal'][index % 2],
				status,
				isClosed: ['Canceled', 'Completed'].includes(status),
				closedOn: ['Canceled', 'Completed'].includes(status) ? at(-2, 15) : null,
				reportedById: 701,
				assignedToId: 701 + (index % 3),
				businessUnitId: 101 + (index % 3),
				employeeTaskTypeId: 30_001 + (index % 2),
				employeeTaskSourceId: 30_101 + (index % 3),
				employeeTaskResolutionId: 30_201,
				reportedOn: at(-10 + index, 9),
				completeBy: at(5 + index, 17),
				involvedEmployeeIdList: [702],
				customerId: 1001 + index,
				jobId: index % 2 === 0 ? 50_001 + index : null,
				description: 'See the note',
				priority: PRIORITIES[index % 4],
				active: index !== 3,
				createdOn: at(-10 + index, 9),
			})),
		);
		store.collection('subtasks').add({
			parentTaskId: 30_501,
			name: 'Find the number',
			isClosed: false,
			assignedToId: 702,
			dueDateTime: at(4, 12),
			subtaskNumber: '1-1',
			createdOn: at(-9, 9),
		});
	},
};
