import { list, type Filter } from '../core/pieces';
import type { Row } from '../core/store';
import type { Area } from './area';
import { fileAnswer, keepFile, PICTURE } from './files';
import { dates, pages, sortedBy } from './lists';
import { API_USER_ID, records } from './records';
import { does, lists, routesOf } from './tables';

/** The submission is about a record of that type, and of that id where one is named. */
function about(row: Row, type: unknown, id?: unknown): boolean {
	return (row.owners as Row[]).some(
		(one) => one.type === type && (id === undefined || String(one.id) === String(id)),
	);
}

/** `owners[0].type=Job&owners[0].id=50001`: the submission is about any of them. */
const ownersFilter: Filter = (value) => {
	const owners = new Map<string, Row>();
	for (const [name, part] of Object.entries(value as Row)) {
		const [index, member] = name.split('.');
		owners.set(index, { ...owners.get(index), [member]: part });
	}
	return (row) => [...owners.values()].some(({ type, id }) => about(row, type, id));
};

/** Forms, what was filled in, and the attachments of jobs. */
export const forms: Area = {
	collections: {
		forms: records('Form', 7301, 'forms.FormResponse', { published: true }),
		formSubmissions: records('Form submission', 7401, 'forms.FormSubmissionResponse'),
		jobAttachments: { noun: 'Attachment', firstId: 7601, stamps: { created: 'createdOn' } },
	},
	routes: routesOf('/forms/v2/tenant/{tenant}', {
		// Whether inactive forms show unasked is not said; inferred that they do.
		'GET forms': lists('forms', {
			filters: {
				status: (value) => (row) => value === 'Any' || row.published === (value === 'Published'),
			},
		}),
		'GET submissions': lists('formSubmissions', {
			sort: { CreatedBy: 'createdById' },
			open: ['owners'],
			filters: {
				formIds: (value) => {
					const wanted = String(value).split(',');
					return (row) => wanted.includes(String(row.formId));
				},
				status: (value) => (row) => value === 'Any' || row.status === value,
				ownerType: (value) => (row) => about(row, value),
				owners: ownersFilter,
			},
		}),
		'POST jobs/{id}/attachments': does((request) => {
			const { store, path } = request;
			const job = store.collection('jobs').require(path.id);
			const file = keepFile(request);
			store.collection('jobAttachments').add({
				jobId: job.id,
				fileId: file.id,
				fileName: file.fileName,
				createdById: API_USER_ID,
			});
			return { fileName: file.fileName };
		}),
		// What a row of this list has is not documented: these members are inferred from its filters.
		'GET jobs/{jobId}/attachments': does((request) => {
			const job = request.store.collection('jobs').require(request.path.jobId);
			return list({
				from: 'jobAttachments',
				filters: dates,
				ordering: sortedBy(),
				paging: pages,
				unless: () => (row) => row.jobId !== job.id,
				show: ({ id, fileName, createdOn, createdById }) => ({
					id,
					fileName,
					createdOn,
					createdById,
				}),
			})(request);
		}),
		'GET jobs/attachment/{id}': does(({ store, path }) => {
			const { fileId } = store.collection('jobAttachments').require(path.id);
			return fileAnswer(store.collection('files').require(fileId));
		}),
	}),
	seed({ add, at, store }) {
		add('forms', [
			{ name: 'Boiler checklist', hasConditionalLogic: true },
			{ name: 'Safety sheet', hasTriggers: true },
			{ name: 'Draft survey', published: false },
			{ name: 'Old checklist', active: false },
		]);
		add(
			'formSubmissions',
			[0, 1, 2, 3].map((index) => ({
				formId: 7301 + (index % 2),
				formName: ['Boiler checklist', 'Safety sheet'][index % 2],
				submittedOn: at(index - 5, 16),
				createdById: 801 + index,
				status: index === 3 ? 'Started' : 'Completed',
				owners: [{ type: ['Job', 'Location'][index % 2], id: index % 2 === 0 ? 50_001 : 2001 }],
				units: [{ name: 'Pressure', value: '1.4 bar' }],
			})),
		);
		const { id } = store.collection('files').add({
			fileName: 'cellar.png',
			contentType: 'image/png',
			bytes: PICTURE,
			path: 'jobs/cellar.png',
		});
		store.collection('jobAttachments').add({
			jobId: 50_001,
			fileId: id,
			fileName: 'cellar.png',
			createdById: API_USER_ID,
			createdOn: at(-25, 15),
		});
	},
};
