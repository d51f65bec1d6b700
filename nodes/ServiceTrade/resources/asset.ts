import { choice, choices, flag, json, pick, select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { appointment, asset as assets, assetType, job, location } from '../pickers';
import { hasAny, named, nameFilter, orderIndex, serviceLineIds, stampFilters } from './fields';

const assetId = pick(assets, { required: true });

const details = {
	orderIndex,
	parentId: pick(assets, {
		label: 'Parent Asset',
		description: 'Of a type that may have assets of this type under it',
	}),
	status: choice(named(['active', 'inactive'])),
};

/** Which properties there are depends on the type; the definition of the type lists them. */
const PROPERTIES = 'Values by the names that the definition of the asset type lists';

export const asset = defineResource({
	value: 'asset',
	name: 'Asset',
	description: 'A piece of equipment at a location',
	simple: [
		'id',
		'name',
		'display',
		'type',
		'status',
		'location',
		'serviceLine',
		'parent',
		'properties',
		'created',
		'updated',
	],
	operations: {
		create: create({
			action: 'Create an asset',
			request: 'POST /asset',
			body: {
				type: select(assetType, { required: true }),
				locationId: pick(location, { required: true }),
				properties: json({ required: true, description: PROPERTIES }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete an asset',
			request: 'DELETE /asset/{assetId}',
			path: { assetId },
		}),
		get: read({ action: 'Get an asset', request: 'GET /asset/{assetId}', path: { assetId } }),
		getAll: listAll({
			action: 'Get many assets',
			notice:
				'Needs at least one of these filters: the location, the job, the appointment, or a time of creation or change.',
			request: 'GET /asset',
			query: {
				appointmentId: pick(appointment, {
					description: 'Assets of its services that are not canceled',
				}),
				includeChildAssets: flag({
					description: 'Whether to add everything that is under the assets found',
				}),
				jobId: pick(job, { description: 'Assets of its services that are not canceled' }),
				locationId: pick(location),
				name: nameFilter,
				parentId: pick(assets, { label: 'Parent Asset' }),
				search: text({ description: 'A part of any text of the asset' }),
				serviceLineIds,
				status: choices(named(['active', 'inactive']), {
					description: 'Active ones where it is left out',
				}),
				type: select(assetType),
				...stampFilters,
			},
			refuses: (given) =>
				hasAny(given, 'locationId', 'jobId', 'appointmentId', ...Object.keys(stampFilters))
					? undefined
					: 'Location: choose one, or a job or an appointment, or add a filter by the time of creation or change',
		}),
		update: update({
			action: 'Update an asset',
			request: 'PUT /asset/{assetId}',
			path: { assetId },
			body: { properties: json({ description: PROPERTIES }), ...details },
		}),
	},
});
