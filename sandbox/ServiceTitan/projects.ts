import type { Filter } from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { technicianOn } from './assignments';
import { noteRecords, noteRoutes } from './notes';
import { records } from './records';
import {
	creates,
	customFieldList,
	does,
	feeds,
	lists,
	reads,
	routesOf,
	updates,
	type Piece,
	type Show,
} from './tables';

const REFERENCES = {
	statusId: 'projectStatuses',
	subStatusId: 'projectSubStatuses',
	projectTypeId: 'projectTypes',
	projectManagerId: 'employees',
};

const jobsOf = (store: Store, project: Row) =>
	store.collection('jobs').where('projectId', project.id);

const nameOf = (store: Store, collection: string, id: unknown) =>
	store.collection(collection).get(id)?.name ?? null;

const showProject: Show = (row, { store }) => {
	const jobs = jobsOf(store, row);
	return {
		status: nameOf(store, 'projectStatuses', row.statusId),
		subStatus: nameOf(store, 'projectSubStatuses', row.subStatusId),
		jobIds: jobs.map(({ id }) => id),
		businessUnitIds: [...new Set(jobs.map(({ businessUnitId }) => businessUnitId))],
	};
};

/** Some job of the project passes. */
function someJob(test: (value: unknown, job: Row, store: Store) => boolean): Filter {
	return (value, { store }) =>
		(row) =>
			jobsOf(store, row).some((job) => test(value, job, store));
}

function checkProject({ store, body }: SandboxRequest, row: Row | undefined): void {
	const subStatus = store.collection('projectSubStatuses').get(body.subStatusId);
	const statusId = body.statusId ?? row?.statusId;
	// Inferred from the sub-status naming its status.
	if (subStatus && subStatus.statusId !== statusId) {
		throw wrongValue('subStatusId', 'is a sub-status of another status');
	}
	const location = store.collection('locations').get(body.locationId);
	if (location && body.customerId != null && location.customerId !== body.customerId) {
		throw wrongValue('locationId', 'is a location of another customer');
	}
}

/** A list of jobs that is sent replaces the one there is. */
function replaceJobs({ id }: Row, { store, body }: SandboxRequest): void {
	if (!Array.isArray(body.jobIds)) return;
	const jobs = store.collection('jobs');
	const wanted = new Set<unknown>(body.jobIds);
	for (const job of [...jobs.where('projectId', id)]) {
		if (!wanted.has(job.id)) jobs.change(job.id, { projectId: null });
	}
	for (const jobId of wanted) jobs.change(jobId, { projectId: id });
}

/** A message to employees about a record. */
export const sendsMessage = (about: string): Piece =>
	creates('messages', {
		references: {
			recipientId: 'employees',
			createdByEmployeeId: 'employees',
			parentMessageId: 'messages',
		},
		check({ store, path }) {
			store.collection(about).require(path.id);
		},
		also: ({ path }) => ({ about, recordId: Number(path.id) }),
	});

const own = { show: showProject, references: REFERENCES, check: checkProject };

/** Projects with their statuses, types, notes and jobs. */
export const projects: Area = {
	collections: {
		projectStatuses: records('Project status', 3101, 'jpm.ProjectStatusResponse'),
		projectSubStatuses: records('Project sub-status', 3151, 'jpm.ProjectSubStatusResponse'),
		projectTypes: records('Project type', 3201, 'jpm.ProjectTypeResponse'),
		projects: records('Project', 3301, 'jpm.ProjectResponse', ({ id }) => ({ number: String(id) })),
		projectNotes: noteRecords(3501, 'jpm.NoteResponse'),
		messages: records('Message', 3701, 'jpm.MessageResponse'),
	},
	routes: routesOf('/jpm/v2/tenant/{tenant}', {
		'GET project-statuses': lists('projectStatuses'),
		'GET project-statuses/{id}': reads('projectStatuses'),
		'GET project-substatuses': lists('projectSubStatuses'),
		'GET project-substatuses/{id}': reads('projectSubStatuses'),
		'GET project-types': lists('projectTypes'),
		'GET project-types/{id}': reads('projectTypes'),
		'GET projects': lists('projects', {
			show: showProject,
			filters: {
				invoiceId: someJob((id, job) => job.invoiceId === id),
				jobId: someJob((id, job) => job.id === id),
				technicianId: (value, request) => {
					const test = technicianOn('jobId')(value, request);
					return (row) => jobsOf(request.store, row).some(test);
				},
				appointmentId: someJob(
					(id, job, store) => store.collection('appointments').get(id)?.jobId === job.id,
				),
				businessUnitIds: someJob((ids, job) =>
					String(ids).split(',').includes(String(job.businessUnitId)),
				),
				projectManagerIds: (ids) => (row) =>
					(row.projectManagerIds as unknown[]).some((id) =>
						String(ids).split(',').includes(String(id)),
					),
				// Inferred: statuses come by id or by name, and "None" for none.
				status: (value, { store }) => {
					const wanted = String(value)
						.split(',')
						.map((one) => one.trim());
					return ({ statusId }) =>
						wanted.includes(String(statusId ?? 'None')) ||
						wanted.includes(String(nameOf(store, 'projectStatuses', statusId)));
				},
				startsOnOrAfter: (value) => (row) =>
					row.startDate !== null && Date.parse(String(row.startDate)) >= Date.parse(String(value)),
				startsBefore: (value) => (row) =>
					row.startDate !== null && Date.parse(String(row.startDate)) < Date.parse(String(value)),
				completedOnOrAfter: (value) => (row) =>
					row.actualCompletionDate !== null &&
					Date.parse(String(row.actualCompletionDate)) >= Date.parse(String(value)),
				completedBefore: (value) => (row) =>
					row.actualCompletionDate !== null &&
					Date.parse(String(row.actualCompletionDate)) < Date.parse(String(value)),
			},
		}),
		'POST projects': creates('projects', {
			...own,
			also: ({ body, store }) => ({
				customerId:
					body.customerId ?? store.collection('locations').require(body.locationId).customerId,
			}),
		}),
		'GET projects/custom-fields': customFieldList('projects'),
		'GET projects/{id}': reads('projects', { show: showProject }),
		'PATCH projects/{id}': updates('projects', { ...own, without: ['jobIds'], then: replaceJobs }),
		'POST projects/{id}/attach-job/{jobId}': does(({ store, path }) => {
			const project = store.collection('projects').require(path.id);
			const job = store.collection('jobs').require(path.jobId);
			// Inferred: a job of another project must be detached first.
			if (job.projectId !== null && job.projectId !== project.id) {
				throw conflict('The job belongs to another project');
			}
			store.collection('jobs').change(job.id, { projectId: project.id });
		}),
		'POST projects/detach-job/{jobId}': does(({ store, path }) => {
			const job = store.collection('jobs').require(path.jobId);
			if (job.projectId === null) throw wrongValue('jobId', 'The job belongs to no project');
			store.collection('jobs').change(job.id, { projectId: null });
		}),
		'POST projects/{id}/messages': sendsMessage('projects'),
		...noteRoutes('projects', 'projectNotes', 'projects', 'projectId'),
		'GET export/projects': feeds('projects', { show: showProject }),
		'GET export/project-notes': feeds('projectNotes'),
	}),
	seed({ add, at, store }) {
		add(
			'projectStatuses',
			['Planned', 'In progress', 'Done'].map((name, order) => ({ name, order })),
		);
		add('projectSubStatuses', [
			{ name: 'Survey', statusId: 3101, order: 0 },
			{ name: 'Permit asked for', statusId: 3101, order: 1 },
			{ name: 'On site', statusId: 3102, order: 0 },
			{ name: 'Old step', statusId: 3102, order: 1, active: false },
		]);
		add('projectTypes', [
			{ name: 'Replacement', description: 'A new system for an old one', createdById: null },
			{ name: 'New build', description: 'Everything from the start', createdById: null },
		]);
		add(
			'projects',
			['Heat pump for the annex', 'Rewiring', 'Bathroom', 'Boiler room'].map((name, index) => ({
				name,
				summary: 'Planned with the owner',
				statusId: 3101 + (index % 3),
				subStatusId: index === 0 ? 3152 : null,
				customerId: 1001 + index,
				locationId: 2001 + index,
				projectTypeId: 3201 + (index % 2),
				projectManagerIds: [701 + (index % 2)],
				startDate: at(-30 + index * 10),
				targetCompletionDate: at(20 + index * 10),
				actualCompletionDate: index === 2 ? at(-1) : null,
				createdOn: at(-60 + index, 9),
			})),
		);
		for (let index = 0; index < 4; index++) {
			store
				.collection('jobs')
				.change(50_001 + index, { projectId: 3301 + index }, { touch: false });
		}
		add('projectNotes', [
			{ projectId: 3301, text: 'The neighbour lends the drive', createdOn: at(-40, 9) },
			{ projectId: 3302, text: 'Power off from 8 to 10', isPinned: true, createdOn: at(-39, 9) },
		]);
	},
};
