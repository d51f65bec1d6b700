import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { storedDate } from './dates';
import { attachments, notes, shownNote } from './entities';
import { entity, entityList } from './odata';
import { CodedRefusal, CODES } from './refusals';
import { callerOf } from './signIn';
import { workOrderOf } from './states';

const USUAL_PAGE_SIZE = 10;

/** A further note of a work order; by the caller, for everyone, unless said. */
export function addNote(request: SandboxRequest, workOrder: Row, note: Row): Row {
	const { store } = request;
	const caller = callerOf(request);
	const collection = store.collection('notes');
	const added = collection.add({
		WorkOrderId: workOrder.Id,
		Number: collection.where('WorkOrderId', workOrder.Id).length + 1,
		ScheduledDate: null,
		FollowUpDate: null,
		ActionRequired: false,
		MailedTo: '',
		CreatedBy: note.NoteType === 'SystemNote' ? '.' : caller.FullName,
		CompanyName: store.collection('providers').get(caller.ProviderId)?.Name ?? null,
		IsPinned: false,
		Visibility: '0',
		NoteType: 'UsersNote',
		IsAttachmentNote: false,
		...note,
	});
	// That a note moves the stamp of its work order is how changed notes are found.
	store.collection('workOrders').change(workOrder.Id, {});
	return added;
}

const createNote: Handler = (request) => {
	const { body } = request;
	const workOrder = workOrderOf(request);
	const { Id } = addNote(request, workOrder, {
		NoteData: body.Note,
		MailedTo: body.MailedTo ?? '',
		ActionRequired: body.ActionRequired ?? false,
		// Counts only together with the flag.
		FollowUpDate: body.IsFollowUpDateChanged === true ? storedDate(body.FollowUpDate) : null,
		ScheduledDate: storedDate(body.ScheduledDate),
		Visibility: String(body.Visibility ?? 0),
		IsPinned: body.IsPinned ?? false,
	});
	return new Answer(201, { id: Id });
};

const ofWorkOrder = (request: SandboxRequest, from: string) =>
	request.store.collection(from).where('WorkOrderId', workOrderOf(request).Id);

/** `paging` is `page:size`; the totals are of all notes. */
const listNotes: Handler = (request) => {
	const all = ofWorkOrder(request, 'notes');
	const [, page, size] =
		/^(\d+):(\d+)$/.exec(String(request.query.paging ?? `1:${USUAL_PAGE_SIZE}`)) ?? [];
	if (!(Number(page) >= 1 && Number(size) >= 1)) {
		throw new CodedRefusal(CODES.badRequest, 'paging must be page:size');
	}
	const start = (Number(page) - 1) * Number(size);
	const byUsers = all.filter(({ NoteType }) => NoteType === 'UsersNote').length;
	return {
		Notes: all.slice(start, start + Number(size)).map(shownNote),
		AllNotesCount: all.length,
		UserNotesCount: byUsers,
		SystemNotesCount: all.length - byUsers,
	};
};

/** The note of the path. */
export function noteOf(request: SandboxRequest): Row {
	const { noteId } = request.path;
	const note = ofWorkOrder(request, 'notes').find(({ Id }) => String(Id) === noteId);
	if (!note) throw new CodedRefusal(CODES.notFound, `Note ${noteId} was not found`);
	return note;
}

/** A work order has one pinned note at most. */
const pin: Handler = (request) => {
	const note = noteOf(request);
	const { IsPinned } = request.body;
	const collection = request.store.collection('notes');
	if (IsPinned === true) {
		for (const other of ofWorkOrder(request, 'notes')) {
			if (other.IsPinned === true) collection.change(other.Id, { IsPinned: false });
		}
	}
	collection.change(note.Id, { IsPinned });
};

const recipients: Handler = (request) => {
	const row = workOrderOf(request);
	const provider = request.store.collection('providers').get(row.ProviderId);
	const own = request.store.collection('users').where('ProviderId', row.ProviderId);
	return [
		{
			Id: provider?.Id,
			UserName: provider?.Name,
			Email: provider?.Email,
			RecipientType: 'Provider',
		},
		...own
			.filter(({ Disabled }) => request.query.showExcluded === true || Disabled !== true)
			.map(({ Id, UserName, Email }) => ({
				Id,
				UserName,
				Email,
				RecipientType: 'RegularRecipient',
			})),
	];
};

export const noteRoutes: Readonly<Record<string, Handler>> = {
	'PATCH /workorders/{workorderId}/notes/{noteId}': pin,
	'GET /workorders/{workorderId}/notes/recipients': recipients,
	'POST /workorders/{workorderId}/notes': createNote,
	'GET /workorders/{workorderId}/notes': listNotes,
	'GET /odata/workorders({workorderId})/notes': entityList('notes', notes, {
		rows: (request) => ofWorkOrder(request, 'notes'),
	}),
	'GET /odata/workorders({workorderId})/notes({noteId})': entity(notes, noteOf),
	'GET /odata/workorders({workorderId})/attachments': entityList('attachments', attachments, {
		rows: (request) => ofWorkOrder(request, 'attachments'),
	}),
	'GET /odata/workorders({workorderId})/notes({noteId})/attachments': entityList(
		'attachments',
		attachments,
		{
			rows: (request) =>
				request.store.collection('attachments').where('NoteId', noteOf(request).Id),
		},
	),
};
