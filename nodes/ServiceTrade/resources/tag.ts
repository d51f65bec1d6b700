import { choice, flag, pick, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { entity, tag as tags } from '../pickers';
import { entityTypes } from './entityTypes';
import { hasAny, MERGE_NOTICE, nameFilter } from './fields';

const JOB = 3;

const tagId = pick(tags, { required: true });

const tagged = {
	entityType: choice(entityTypes, {
		required: true,
		default: JOB,
		label: 'Kind of Record',
	}),
	entityId: pick(entity, { required: true }),
};

/** A tag by its ID or by its name. The samples of the reference send all of it in the query. */
const whichTag = {
	tag: pick(tags, { as: 'id', shown: true, label: 'Tag' }),
	tagName: text({ as: 'name', shown: true, description: 'Instead of choosing the tag' }),
};

const oneTag = (given: object): string | undefined =>
	hasAny(given, 'tag') === hasAny(given, 'tagName')
		? 'Tag: choose it or give its name, not both'
		: undefined;

export const tag = defineResource({
	value: 'tag',
	name: 'Tag',
	description: 'A word by which records are marked and found',
	operations: {
		addToRecord: operation({
			action: 'Add a tag to a record',
			description: 'Mark a record; a name that no tag has makes a new tag',
			request: 'POST /tag',
			query: { ...tagged, ...whichTag },
			refuses: oneTag,
		}),
		create: create({
			action: 'Create a tag',
			description: 'Create a tag, or get the one that has this name already',
			request: 'POST /tag',
			query: { name: text({ required: true }) },
		}),
		delete: remove({
			name: 'Delete Everywhere',
			action: 'Delete a tag everywhere',
			description: 'Take a tag off every record and delete it',
			notice:
				'This cannot be undone: the tag is taken off every record that has it. To take it off one record, use Remove From Record.',
			request: 'DELETE /tag',
			query: whichTag,
			refuses: oneTag,
		}),
		get: read({ action: 'Get a tag', request: 'GET /tag/{tagId}', path: { tagId } }),
		getAll: listAll({
			action: 'Get many tags',
			request: 'GET /tag',
			query: {
				counts: flag({
					description: 'Whether to count the records of each kind that have the tag',
				}),
				entityId: pick(entity, { description: 'Together with its kind' }),
				entityType: choice(entityTypes, {
					default: JOB,
					label: 'Kind of Record',
					description: 'Together with the record',
				}),
				name: nameFilter,
			},
			refuses: (given) =>
				hasAny(given, 'entityId') === hasAny(given, 'entityType')
					? undefined
					: 'Record: it and the kind of record belong together, so give both or neither',
		}),
		merge: operation({
			action: 'Merge a tag into another one',
			notice: MERGE_NOTICE('tag'),
			request: 'POST /tag/{tagId}/merge',
			path: { tagId },
			body: {
				replacementId: pick(tags, {
					required: true,
					label: 'Replaced By',
					description: 'The tag that stays',
				}),
			},
		}),
		removeFromRecord: operation({
			name: 'Remove From Record',
			action: 'Remove a tag from a record',
			description: 'Take a tag off one record; others keep it',
			request: 'DELETE /tag',
			query: { ...tagged, ...whichTag },
			refuses: oneTag,
			returns: 'nothing',
		}),
		update: update({
			name: 'Rename',
			action: 'Rename a tag',
			request: 'PUT /tag/{tagId}',
			path: { tagId },
			body: { name: text({ required: true, description: 'A name that no other tag has' }) },
		}),
	},
});
