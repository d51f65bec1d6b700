import { choice, dateTime, flag, list, pickMany, text } from '../../shared/define/fields';
import { create, listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import type { Paging } from '../../shared/define/vendor';
import { actor, noteId, noteVisibility, workorderId } from '../fields';
import {
	expandMembers,
	isBefore,
	isFrom,
	isText,
	odataMembers,
	orderBy,
	rawFilter,
	selectMembers,
} from '../odata';
import { attachment } from '../pickers';

/** Pages as one text, `page:size`. */
const notePages: Paging = {
	largest: 50,
	in: 'query',
	first: (size) => ({ paging: `1:${size}` }),
	read: (_answer, sent, records) => {
		const [page, size] = String(sent.paging).split(':').map(Number);
		return records.length < size ? {} : { next: { paging: `${page + 1}:${size}` } };
	},
};

export const note = defineResource({
	value: 'note',
	name: 'Note',
	description: 'What was written down about a work order',
	simple: [
		'Id',
		// Only the trigger has it.
		'WorkOrderId',
		'Number',
		'NoteData',
		'NoteType',
		'DateCreated',
		'CreatedBy',
		'CompanyName',
		'Visibility',
		'ActionRequired',
		'FollowUpDate',
		'MailedTo',
		'IsPinned',
		'Attachments',
	],
	operations: {
		create: create({
			action: 'Create a note',
			request: 'POST /workorders/{workorderId}/notes',
			path: { workorderId },
			body: {
				note: text({ required: true, as: 'Note', rows: 4 }),
				actionRequired: flag({
					as: 'ActionRequired',
					description: 'Whether somebody has to act on the note',
				}),
				actor,
				attachmentsIds: pickMany(attachment, {
					as: 'AttachmentsIds',
					label: 'Attachment',
					description: 'Attachments of the work order that belong to the note',
				}),
				doNotSendEmail: flag({
					as: 'DoNotSendEmail',
					description: 'Whether nobody is told of the note by email',
				}),
				followUpDate: dateTime({
					as: 'FollowUpDate',
					// The date only counts together with this flag.
					along: { IsFollowUpDateChanged: true },
				}),
				isPinned: flag({
					as: 'IsPinned',
					label: 'Pinned',
					description: 'Whether the note is pinned; a work order has one pinned note at most',
				}),
				mailedTo: list({
					as: 'MailedTo',
					placeholder: 'dispatch@example.com',
					description: 'Email addresses to send the note to, as far as the subscriber allows that',
					write: (addresses) => (addresses as string[]).join(';'),
				}),
				notifyFollowers: flag({
					as: 'NotifyFollowers',
					description: 'Whether those who follow the work order are told of the note',
				}),
				scheduledDate: dateTime({
					as: 'ScheduledDate',
					description: 'Moves the work order to this date, where the subscriber allows that',
				}),
				visibility: noteVisibility,
			},
		}),
		getAll: listAll({
			action: 'Get many notes',
			description: 'List the notes of a work order, the latest first',
			request: 'GET /odata/workorders({workorderId})/notes',
			path: { workorderId },
			always: { query: { $orderby: 'DateCreated desc,Id desc' } },
			query: {
				noteType: choice(
					[
						['Written by the System', 'SystemNote'],
						['Written by Users', 'UsersNote'],
					],
					isText('NoteType'),
				),
				dateCreatedFrom: dateTime(isFrom('DateCreated')),
				dateCreatedBefore: dateTime(isBefore('DateCreated')),
				filter: rawFilter,
				orderBy,
				select: selectMembers,
				expand: expandMembers('e.g. attachments'),
			},
		}),
		get: read({
			action: 'Get a note',
			request: 'GET /odata/workorders({workorderId})/notes({noteId})',
			path: { workorderId, noteId },
			query: odataMembers,
		}),
		getAllWithAttachments: listAll({
			name: 'Get Many With Attachments',
			action: 'Get many notes with their attachments',
			description: 'List the notes of a work order and the files of each, the latest first',
			request: 'GET /workorders/{workorderId}/notes',
			path: { workorderId },
			at: 'Notes',
			paging: notePages,
		}),
		getRecipients: read({
			name: 'Get Recipients',
			action: 'Get the recipients of notes',
			description: 'Who may be told of a note by email',
			request: 'GET /workorders/{workorderId}/notes/recipients',
			path: { workorderId },
			query: {
				noteVisibility: choice(
					[
						['Everybody', 'VisibleToEveryone'],
						['Nobody', 'NotVisible'],
						['Provider', 'VisibleToProvider'],
						['Subscriber', 'VisibleToClient'],
					],
					{ default: 'VisibleToEveryone' },
				),
				showExcluded: flag({ description: 'Whether to add those who are left out' }),
			},
		}),
		pin: operation({
			action: 'Pin a note',
			description:
				'Pin a note, of which a work order has one at most, or unpin it. For subscribers only.',
			request: 'PATCH /workorders/{workorderId}/notes/{noteId}',
			path: { workorderId, noteId },
			body: {
				isPinned: flag({
					required: true,
					as: 'IsPinned',
					default: true,
					label: 'Pinned',
					description: 'Whether it is pinned',
				}),
			},
			returns: 'nothing',
		}),
	},
});
