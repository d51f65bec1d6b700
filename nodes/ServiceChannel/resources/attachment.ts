import { flag, pick, text } from '../../shared/define/fields';
import { download, listAll, operation, remove } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { fileDetails, inputFile, noteId, workorderId } from '../fields';
import { inOrder, odataOptions } from '../odata';
import { attachment as attachments } from '../pickers';

const attachmentId = pick(attachments, { required: true });

export const attachment = defineResource({
	value: 'attachment',
	name: 'Attachment',
	description: 'A file of a work order or of a note',
	operations: {
		delete: remove({
			action: 'Delete an attachment',
			description: 'Take a file off a work order; a note of the system records it',
			request: 'DELETE /workorders/{workorderId}/attachments/{attachmentId}',
			path: { workorderId, attachmentId },
		}),
		download: download({
			action: 'Download an attachment',
			description: 'Get the file together with its record',
			request: 'GET /odata/workorders({workorderId})/attachments',
			// The address of a file is only told by the list, and it holds for a short while.
			path: { workorderId },
			query: { attachmentId: pick(attachments, { required: true, write: () => undefined }) },
			async run({ workorderId: workOrder, attachmentId: id }, call) {
				const [record] = await call.list(
					'GET /odata/workorders({workorderId})/attachments',
					{ path: { workorderId: workOrder }, query: { $filter: `Id eq ${id}` } },
					1,
				);
				if (record === undefined) {
					throw call.refuse(`Work order ${workOrder} has no attachment ${id}`);
				}
				const { Uri: uri, Name: fileName } = record;
				if (typeof uri !== 'string' || uri === '') {
					throw call.refuse(`Attachment ${id} has no file that could be fetched`);
				}
				const named = typeof fileName === 'string' ? { fileName } : {};
				return { json: record, binary: await call.download(uri, named) };
			},
		}),
		getAll: listAll({
			action: 'Get many attachments',
			description: 'List the files of a work order, each with a link that holds for a short while',
			request: 'GET /odata/workorders({workorderId})/attachments',
			path: { workorderId },
			always: inOrder('Id desc'),
			query: odataOptions,
		}),
		getForNote: listAll({
			name: 'Get Many of a Note',
			action: 'Get many attachments of a note',
			request: 'GET /odata/workorders({workorderId})/notes({noteId})/attachments',
			path: { workorderId, noteId },
			always: inOrder('Id desc'),
			query: odataOptions,
		}),
		upload: operation({
			action: 'Upload an attachment',
			request: 'POST /workorders/{workorderId}/attachments',
			path: { workorderId },
			query: { actor: text({ description: 'On whose behalf it is done' }) },
			form: { file: inputFile, details: fileDetails },
			// No answer is documented.
			returns: 'nothing',
		}),
		uploadBase64: operation({
			name: 'Upload as Base64',
			action: 'Upload an attachment as base64',
			description: 'Attach a file by the purchase number. For subscribers only.',
			request: 'POST /workorders/attachmentAsBase64',
			body: {
				purchaseNumber: text({ required: true, as: 'poNumber' }),
				content: text({ required: true, as: 'file', rows: 3, label: 'Content in Base64' }),
				actor: text({ description: 'On whose behalf it is done' }),
				description: text(),
				extension: text({ placeholder: 'pdf' }),
				fileName: text({ description: 'Without the extension' }),
				isInvoiceDigitalCopy: flag({
					label: 'Copy of the Invoice',
					description: 'Whether the file is the copy of an invoice',
				}),
			},
			returns: 'nothing',
		}),
		uploadToNote: operation({
			name: 'Upload to a Note',
			action: 'Upload an attachment to a note',
			request: 'POST /workorders/{workorderId}/notes/{noteId}/attachments',
			path: { workorderId, noteId },
			form: { file: inputFile, details: fileDetails },
			returns: 'nothing',
		}),
	},
});
