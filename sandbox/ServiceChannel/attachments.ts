import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest, UploadedFile } from '../core/vendor';
import { addNote, noteOf } from './notes';
import { CodedRefusal, CODES } from './refusals';
import { callerOf } from './signIn';
import { workOrderOf } from './states';

/** The members of the part that describes the files, from the vendor's Swagger document. */
const DESCRIBED = [
	'Name',
	'Description',
	'Path',
	'Type',
	'MediaType',
	'Visibility',
	'IsInvoiceDigitalCopy',
	'IsLocationAttachment',
];

const FILE = 1;
const REMOTE_STORAGE = 2;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** What the part beside the file says; the guides have its types as numbers, the document as words. */
function descriptions({ body }: SandboxRequest): readonly Row[] {
	if (body.AddAttachmentsRequest === undefined) return [{}];
	const given = parsed(String(body.AddAttachmentsRequest));
	const { Attachments: all, ...others } = (given ?? {}) as Row;
	if (!Array.isArray(all) || all.length === 0 || Object.keys(others).length > 0) {
		throw new CodedRefusal(CODES.badRequest, 'AddAttachmentsRequest is { Attachments: [...] }');
	}
	for (const one of all as Row[]) {
		const unknown = Object.keys(one).filter((name) => !DESCRIBED.includes(name));
		const type = one.Type ?? FILE;
		if (
			unknown.length > 0 ||
			![FILE, REMOTE_STORAGE, 'File', 'RemoteStorage'].includes(type as never)
		) {
			throw new CodedRefusal(CODES.badRequest, `Unknown: ${unknown.join(', ') || 'Type'}`);
		}
		if (![0, 1, 2, 3].includes(Number(one.Visibility ?? 0))) {
			throw new CodedRefusal(CODES.badRequest, 'Visibility is 0, 1, 2 or 3');
		}
	}
	return all as Row[];
}

/** Files are known by what they are called in the storage. */
function stored({ store, clock }: SandboxRequest, file: UploadedFile, said: Row): Row {
	const number = store.collection('attachments').size + 1;
	return {
		Description: said.Description ?? '',
		Name: said.Name ?? file.fileName,
		Visibility: said.Visibility ?? 0,
		IsInvoiceDigitalCopy: said.IsInvoiceDigitalCopy ?? false,
		TimeStamp: new Date(clock.now()).toISOString(),
		NoteId: null,
		StoredAs: `${number}-${file.fileName}`,
		ContentType: said.MediaType ?? file.contentType,
		Bytes: file.bytes,
	};
}

function fileOf({ files }: SandboxRequest): UploadedFile {
	const file = files.find(({ field }) => field === 'file');
	if (!file) throw new CodedRefusal(CODES.badRequest, 'A file is needed');
	return file;
}

function attach(request: SandboxRequest, workOrder: Row, more: Row = {}): Row {
	const [said] = descriptions(request);
	const { store } = request;
	const added = store.collection('attachments').add({
		...stored(request, fileOf(request), said),
		WorkOrderId: workOrder.Id,
		UploadBy: callerOf(request).FullName,
		...more,
	});
	store.collection('workOrders').change(workOrder.Id, {});
	return added;
}

/** -1 is no work order: the file is kept, and its path told, for a work order to come. */
const upload: Handler = (request) => {
	if (request.path.workorderId === '-1') {
		const { StoredAs } = stored(request, fileOf(request), descriptions(request)[0]);
		return new Answer(201, { Path: StoredAs });
	}
	// Not modelled in the document; the ids are what is to be expected.
	return new Answer(201, [attach(request, workOrderOf(request)).Id]);
};

const uploadToNote: Handler = (request) => {
	const note = noteOf(request);
	return new Answer(201, [attach(request, workOrderOf(request), { NoteId: note.Id }).Id]);
};

const uploadBase64: Handler = (request) => {
	const { poNumber, file, fileName, extension, description, isInvoiceDigitalCopy } = request.body;
	const [row] = request.store.collection('workOrders').where('PurchaseNumber', poNumber);
	if (!row) throw new CodedRefusal(CODES.notFound, `No work order has PO ${String(poNumber)}`);
	const text = String(file ?? '');
	const bytes = Buffer.from(text, 'base64');
	if (text === '' || bytes.toString('base64') !== text) {
		throw new CodedRefusal(CODES.badRequest, 'file is not in base64');
	}
	const name = [fileName ?? 'file', extension].filter(Boolean).join('.');
	request.store.collection('attachments').add({
		...stored(
			request,
			{ field: 'file', fileName: name, contentType: 'application/octet-stream', bytes },
			{ Description: description, IsInvoiceDigitalCopy: isInvoiceDigitalCopy },
		),
		WorkOrderId: row.Id,
		UploadBy: callerOf(request).FullName,
	});
	return new Answer(201);
};

const detach: Handler = (request) => {
	const row = workOrderOf(request);
	const { attachmentId } = request.path;
	const own = request.store
		.collection('attachments')
		.where('WorkOrderId', row.Id)
		.find(({ Id }) => String(Id) === attachmentId);
	if (!own) throw new CodedRefusal(CODES.notFound, `Attachment ${attachmentId} was not found`);
	request.store.collection('attachments').remove(own.Id);
	addNote(request, row, { NoteData: `${String(own.Name)} was removed`, NoteType: 'SystemNote' });
	return { WorkOrderId: row.Id };
};

export const attachmentRoutes: Readonly<Record<string, Handler>> = {
	'POST /workorders/{workorderId}/attachments': upload,
	'POST /workorders/{workorderId}/notes/{noteId}/attachments': uploadToNote,
	'POST /workorders/attachmentAsBase64': uploadBase64,
	'DELETE /workorders/{workOrderId}/attachments/{attachmentId}': detach,
};
