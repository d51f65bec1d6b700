import type { IDataObject } from 'n8n-workflow';

import { groups, number, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { office, region as regions } from '../pickers';
import { nameFilter } from './fields';

const regionId = select(regions, { required: true });

const lat = number({ required: true, label: 'Latitude', description: 'Decimal degrees' });
const lon = number({ required: true, label: 'Longitude', description: 'Decimal degrees' });

const details = {
	paint: text({
		as: 'color',
		label: 'Color',
		placeholder: '#3366cc',
		description: 'As HTML writes it',
	}),
	officeIds: pickMany(office, { label: 'Office' }),
};

/** The corners of the region, each sent as a pair of numbers. */
const points = {
	description: 'The corners of the region, in their order',
	write: (corners: unknown) =>
		(corners as IDataObject[]).map((corner) => [corner.lat, corner.lon]) as never,
};

export const region = defineResource({
	value: 'region',
	name: 'Region',
	description: 'An area on the map',
	operations: {
		create: create({
			action: 'Create a region',
			request: 'POST /region',
			body: {
				name: text({ required: true }),
				points: groups({ lat, lon }, { ...points, required: true }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a region',
			request: 'DELETE /region/{regionId}',
			path: { regionId },
		}),
		get: read({ action: 'Get a region', request: 'GET /region/{regionId}', path: { regionId } }),
		getAll: listAll({
			action: 'Get many regions',
			request: 'GET /region',
			query: {
				lat: number({
					as: 'contains[lat]',
					label: 'Contains Latitude',
					description: 'Decimal degrees, together with the longitude',
				}),
				lon: number({
					as: 'contains[lon]',
					label: 'Contains Longitude',
					description: 'Decimal degrees, together with the latitude',
				}),
				name: nameFilter,
				officeIds: pickMany(office, { label: 'Office' }),
			},
			refuses: (given) =>
				(given.lat === undefined) === (given.lon === undefined)
					? undefined
					: 'Contains Latitude and Contains Longitude belong together: give both or neither',
		}),
		recalculate: operation({
			action: 'Recalculate the locations of a region',
			description: 'Find out anew which locations lie in the region; nothing is deleted',
			request: 'DELETE /region/{regionId}/cache',
			path: { regionId },
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a region',
			request: 'PUT /region/{regionId}',
			path: { regionId },
			body: { name: text(), points: groups({ lat, lon }, points), ...details },
		}),
	},
});
