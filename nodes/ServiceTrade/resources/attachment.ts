import type { IDataObject } from 'n8n-workflow';

import { choice, choices, file, flag, json, pick, text } from '../../shared/define/fields';
import { download, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { limitedPages } from '../paging';
import { attachment as attachments, entity, job as jobs } from '../pickers';
import { appointmentStatuses } from '../statuses';
import { entityTypes, purposes } from './entityTypes';
import { stampFilters, visibility } from './fields';

const APPOINTMENT = 16;
const JOB = 3;
const GENERIC = 7;

const attachmentId = pick(attachments, {
	required: true,
	description: 'To choose from the list, type the ID of a job: its files are listed then',
});

/** The record that the file hangs on. */
const belongsTo = {
	entityType: choice(entityTypes, {
		required: true,
		default: JOB,
		label: 'Attached To',
		description: 'The kind of record that the file hangs on',
	}),
	entityId: pick(entity, { required: true }),
};

/** Each file once, in the order in which they were found. */
const eachOnce = (lists: IDataObject[][]): IDataObject[] => [
	...new Map(lists.flat().map((file) => [String(file.id), file])).values(),
];

export const attachment = defineResource({
	value: 'attachment',
	name: 'Attachment',
	description: 'A file that hangs on a job, a location or another record',
	simple: [
		'id',
		'fileName',
		'fileType',
		'description',
		'purpose',
		'contentUrl',
		'visibility',
		'entity',
		'created',
		'updated',
	],
	operations: {
		delete: remove({
			action: 'Delete an attachment',
			request: 'DELETE /attachment/{attachmentId}',
			path: { attachmentId },
		}),
		download: download({
			action: 'Download an attachment',
			description: 'Get the file together with its record',
			request: 'GET /attachment/{attachmentId}',
			path: { attachmentId },
			async run({ attachmentId: id }, call) {
				const record = await call.send('GET /attachment/{attachmentId}', {
					path: { attachmentId: id },
				});
				const { contentUrl, fileName, fileType } = record;
				if (typeof contentUrl !== 'string' || contentUrl === '') {
					throw call.refuse(`Attachment ${id} has no file that could be fetched`);
				}
				const binary = await call.download(contentUrl, {
					...(typeof fileName === 'string' && { fileName }),
					...(typeof fileType === 'string' && { mimeType: fileType }),
				});
				return { json: record, binary };
			},
		}),
		get: read({
			action: 'Get an attachment',
			request: 'GET /attachment/{attachmentId}',
			path: { attachmentId },
		}),
		getAll: listAll({
			action: 'Get many attachments',
			description: 'List the files of one record',
			request: 'GET /attachment',
			query: {
				...belongsTo,
				includeRelatedEntities: flag({
					description:
						'Whether to add the files of the service requests of a job or a quote; no effect elsewhere',
				}),
				purposeId: choice(purposes, { label: 'Purpose' }),
				...stampFilters,
			},
		}),
		getAllOfJob: operation({
			name: 'Get All Files of a Job',
			action: 'Get all files of a job',
			description:
				'List the files of a job, of its service requests and of its appointments, whatever they are for',
			request: 'GET /attachment',
			query: {
				job: pick(jobs, { as: 'entityId', required: true }),
				purposes: choices(purposes, { as: 'purposeId', label: 'Purpose' }),
			},
			run: async ({ job: id, purposes: wanted }, call) => {
				const files = async (entityType: number, entityId: unknown) =>
					await call.list('GET /attachment', {
						query: { entityType, entityId: String(entityId), includeRelatedEntities: 1 },
					});
				const visits = await call.list('GET /appointment', {
					// Without it the unscheduled ones are left out.
					query: { jobId: id, status: appointmentStatuses.join(',') },
					paging: limitedPages,
				});
				const found = [await files(JOB, id)];
				for (const visit of visits) found.push(await files(APPOINTMENT, visit.id));
				return eachOnce(found).filter(
					({ purposeId }) => wanted === undefined || wanted.some((one) => one === purposeId),
				);
			},
		}),
		getThumbnails: read({
			action: 'Get the thumbnails of an attachment',
			description: 'Get addresses of smaller versions of a picture',
			request: 'GET /attachment/{attachmentId}/thumbnail',
			path: { attachmentId },
		}),
		update: update({
			action: 'Update an attachment',
			description: 'Change what is said about a file; the file itself stays',
			request: 'PUT /attachment/{attachmentId}',
			path: { attachmentId },
			body: {
				description: text(),
				meta: json({ description: 'Further values by name' }),
				visibility,
			},
		}),
		upload: operation({
			action: 'Upload an attachment',
			request: 'POST /attachment',
			form: {
				...belongsTo,
				purposeId: choice(purposes, { required: true, default: GENERIC, label: 'Purpose' }),
				uploadedFile: file({
					required: true,
					label: 'Input Binary Field',
					description: 'Name of the field of the input item that holds the file',
				}),
				camdoc: flag({
					as: 'meta[camdoc]',
					write: (wanted) => (wanted ? 1 : 0),
					label: 'Photo of a Document',
					description:
						'Whether job paperwork is a photo that should be made readable; the answer says in meta whether that worked',
				}),
				description: text(),
				visibility: { ...visibility, as: 'visibility[]' },
			},
		}),
	},
});
