import { choice, pick, select, text } from '../../shared/define/fields';
import { operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { externalRecord, externalSync, externalSystemName } from '../pickers';

/** In addresses the kinds of record have words, not numbers. */
const entityType = choice(
	[
		['Asset', 'asset'],
		['Company', 'company'],
		['Contact', 'contact'],
		['Contract', 'contract'],
		['Deficiency', 'deficiency'],
		['Job', 'job'],
		['Job Item', 'jobitem'],
		['Library Item', 'libitem'],
		['Location', 'location'],
		['Quote', 'quote'],
		['User', 'user'],
	],
	{ required: true, default: 'job', label: 'Kind of Record' },
);
const entityId = pick(externalRecord, { required: true });
const externalSystem = select(externalSystemName, { required: true });

export const externalId = defineResource({
	value: 'externalId',
	name: 'External ID',
	description: 'What a record is called in another system',
	operations: {
		clear: operation({
			action: 'Clear the external ID of a record',
			request: 'PUT /externalid/{entityType}/{entityId}/{externalSystem}',
			path: { entityType, entityId, externalSystem },
			// An empty one takes away what is there; there is no DELETE.
			always: { body: { value: '' } },
			returns: 'nothing',
		}),
		find: read({
			name: 'Find Record',
			action: 'Find the record with an external ID',
			request: 'GET /externalid/{entityType}/{externalSystem}',
			path: { entityType, externalSystem },
			// As a part of the address it could hold no slash.
			query: { value: text({ required: true, label: 'External ID' }) },
		}),
		get: read({
			action: 'Get the external ID of a record in a system',
			request: 'GET /externalid/{entityType}/{entityId}/{externalSystem}',
			path: { entityType, entityId, externalSystem },
		}),
		getAllOfRecord: read({
			name: 'Get All of a Record',
			action: 'Get every external ID of a record',
			request: 'GET /externalid/{entityType}/{entityId}',
			path: { entityType, entityId },
		}),
		set: operation({
			action: 'Set the external ID of a record',
			request: 'PUT /externalid/{entityType}/{entityId}/{externalSystem}',
			path: { entityType, entityId, externalSystem },
			body: {
				value: text({ required: true, label: 'External ID' }),
				syncId: pick(externalSync, {
					label: 'External Sync',
					description: 'A manual one is made where it is left out',
				}),
			},
		}),
	},
});
