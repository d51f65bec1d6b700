import { choice, choices, flag, pick, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { comment as comments, entity, user } from '../pickers';
import { entityTypes } from './entityTypes';
import { hasAny, named, stampFilters } from './fields';

const JOB = 3;

const commentId = pick(comments, {
	required: true,
	description: 'To choose from the list, type the ID of a job: its comments are listed then',
});

const entityType = choice(entityTypes, {
	required: true,
	default: JOB,
	label: 'Comment On',
	description: 'The kind of record that the comment is about',
});

const content = text({ rows: 4, required: true });

const visibility = choices(named(['billing', 'public', 'schedule', 'tech']), {
	description:
		'Who should see it; without public it stays inside the company of the author. Comments on assets can only be public or for technicians.',
});

export const comment = defineResource({
	value: 'comment',
	name: 'Comment',
	description: 'A remark on a job, a location or another record',
	operations: {
		create: create({
			action: 'Create a comment',
			request: 'POST /comment',
			body: { entityType, entityId: pick(entity, { required: true }), content, visibility },
		}),
		delete: remove({
			action: 'Delete a comment',
			request: 'DELETE /comment/{commentId}',
			path: { commentId },
		}),
		get: read({
			action: 'Get a comment',
			request: 'GET /comment/{commentId}',
			path: { commentId },
		}),
		getAll: listAll({
			action: 'Get many comments',
			description: 'List the comments of one record, or those of a kind of record by their time',
			notice:
				'Needs a record, or at least one of the filters by time. Asked for a job or a location, it also gives what technicians and schedulers should know from the location and the company, unless there is a filter beside visibility.',
			request: 'GET /comment',
			query: {
				entityType,
				entityId: pick(entity, { shown: true }),
				authorId: pick(user, { label: 'Author' }),
				includeRelatedEntities: flag({
					description:
						'Whether to add the comments of the service requests of a job or a quote; no effect elsewhere',
				}),
				visibility: choices(named(['billing', 'public', 'schedule', 'tech']), {
					description: 'Comments that have any of these',
				}),
				...stampFilters,
			},
			refuses: (given) =>
				hasAny(given, 'entityId', ...Object.keys(stampFilters))
					? undefined
					: 'Record: choose one, or add a filter by the time of creation or change',
		}),
		update: update({
			action: 'Update a comment',
			request: 'PUT /comment/{commentId}',
			path: { commentId },
			body: {
				content: text({ rows: 4 }),
				entityId: pick(entity, { description: 'Together with its kind' }),
				entityType: choice(entityTypes, {
					default: JOB,
					label: 'Comment On',
					description: 'The kind of record that the comment is about',
				}),
				visibility,
			},
		}),
	},
});
