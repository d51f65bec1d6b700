import { flag, pick, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { franchise, location as locations, locationCode } from '../pickers';
import { snakeCased } from '../wire';
import { becomesInactive, listFilters, sameAgain } from './fields';

const path = { id: pick(locations, { required: true }) };

const details = snakeCased({
	isDefault: flag({ description: 'Whether the franchise falls back on this location' }),
	phone: text({ placeholder: '555-0142' }),
});

export const location = defineResource({
	value: 'location',
	name: 'Location',
	description: 'A place from which a franchise works, with its own public page',
	simple: [
		'id',
		'code',
		'label',
		'full_name',
		'franchise_id',
		'is_default',
		'phone',
		'status',
		'active',
		'last_modified',
	],
	operations: {
		create: create({
			action: 'Create a location',
			request: 'POST /locations',
			body: {
				...snakeCased({
					code: text({ required: true }),
					label: text({ required: true, label: 'Name' }),
					franchiseId: pick(franchise, { required: true }),
				}),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a location',
			description: becomesInactive('location'),
			request: 'DELETE /locations/{id}',
			path,
		}),
		get: read({
			action: 'Get a location',
			description: 'With its address, opening hours, texts and links',
			request: 'GET /locations/{id}',
			path,
		}),
		getAll: listAll({
			action: 'Get many locations',
			description: 'Drafts and hidden ones are included: look at the status before you publish',
			request: 'GET /locations',
			query: {
				search: text({ description: 'Looks in names, codes and telephone numbers' }),
				showMetadata: flag({
					description: 'Whether to add address, opening hours, texts and links',
				}),
				...listFilters,
			},
		}),
		// The reference says that the code may stand in for the ID and has lost where it goes. What can be
		// relied on is its search, whose rows are held against the code here.
		getByCode: read({
			action: 'Get a location by its code',
			description: 'With its address, opening hours, texts and links. Exactly this code counts.',
			request: 'GET /locations',
			query: { code: pick(locationCode, { required: true, as: 'search' }) },
			async run({ code }, call) {
				const found = await call.list('GET /locations', { query: { search: code } });
				const [one] = found.filter((record) => record.code === code);
				if (one === undefined) {
					throw call.refuse(
						`There is no location with the code "${code}"`,
						'Check the code, and that the API user has access to its franchise.',
					);
				}
				return await call.send('GET /locations/{id}', { path: { id: Number(one.id) } });
			},
		}),
		update: update({
			action: 'Update a location',
			description: 'What is not given stays as it is',
			request: 'PATCH /locations/{id}',
			path,
			body: {
				...snakeCased({
					code: text(),
					label: text({ label: 'Name' }),
					franchiseId: pick(franchise),
				}),
				...details,
			},
			...sameAgain,
		}),
	},
});
