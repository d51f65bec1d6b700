import { choice, flag, json, pick, select } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { entity, externalSync as syncs, externalSystem, user } from '../pickers';
import { entityTypes } from './entityTypes';
import { hasAny, named } from './fields';

const INVOICE = 6;

const externalSyncId = pick(syncs, { required: true });

const status = choice(named(['failed', 'manual', 'ok', 'pending', 'sending']));

const details = {
	details: json({ description: 'Whatever there is to say about it' }),
	parentId: pick(syncs, { label: 'Started By', description: 'The sync that led to this one' }),
	status,
	userId: pick(user, { description: 'That of the credential where it is left out' }),
};

const entityType = choice(entityTypes, {
	required: true,
	default: INVOICE,
	label: 'Kind of Record',
});

export const externalSync = defineResource({
	value: 'externalSync',
	name: 'External Sync',
	description: 'How it went to hand a record over to another system',
	operations: {
		create: create({
			action: 'Create an external sync',
			request: 'POST /externalsync',
			body: {
				entityType,
				entityId: pick(entity, { required: true }),
				systemId: select(externalSystem, { required: true }),
				...details,
			},
		}),
		get: read({
			action: 'Get an external sync',
			request: 'GET /externalsync/{externalSyncId}',
			path: { externalSyncId },
		}),
		getAll: listAll({
			action: 'Get many external syncs',
			request: 'GET /externalsync',
			query: {
				entityId: pick(entity, { description: 'Together with its kind' }),
				entityType: choice(entityTypes, { default: INVOICE, label: 'Kind of Record' }),
				isCurrent: flag({ description: 'Whether to return only the latest one of each system' }),
				status,
			},
			refuses: (given) =>
				hasAny(given, 'entityId') && !hasAny(given, 'entityType')
					? 'Record: needs its kind as well'
					: undefined,
		}),
		update: update({
			action: 'Update an external sync',
			request: 'PUT /externalsync/{externalSyncId}',
			path: { externalSyncId },
			body: details,
		}),
	},
});
