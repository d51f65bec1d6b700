import { choice, dateTime, flag, list, pick, pickMany, text } from '../../shared/define/fields';
import { create, listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	expandMembers,
	isBefore,
	isFrom,
	isText,
	orderBy,
	rawFilter,
	selectMembers,
} from '../odata';
import { attachment, workOrder } from '../pickers';

const workorderId = pick(workOrder, { required: true });

export const note = defineResource({
	value: 'note',
	name: 'Note',
	description: 'What was written down about a work order',
	simple: [
		'Id',
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
				actor: text({ as: 'Actor', description: 'On whose behalf the note is written' }),
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
				visibility: choice(
					[
						['Everybody', 0],
						['Subscriber and External Subscriber', 2],
						['Subscriber and Provider', 1],
						['Subscriber Only', 3],
					],
					{ as: 'Visibility', description: 'Who may read the note' },
				),
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
	},
});
