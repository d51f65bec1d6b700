import { choice, flag, list, number, pick, pickMany, text } from '../../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { category as categories } from '../../backOfficePickers';
import { businessUnit } from '../../pickers';
import { activeFilter, sortBy, stampFilters } from '../fields';

const id = pick(categories, { required: true });
const categoryType = choice(['Materials', 'Services'], { label: 'Holds' });

const details = {
	active: flag(),
	description: text({ rows: 2 }),
	parentId: pick(categories, { label: 'Parent Category' }),
	position: number({ description: 'Where it stands among the others' }),
	image: text({ placeholder: 'Images/Category/heating.jpg' }),
	businessUnitIds: pickMany(businessUnit),
	skuImages: list({ label: 'Item Images' }),
	skuVideos: list({ label: 'Item Videos' }),
};

export const category = defineResource({
	value: 'category',
	name: 'Category',
	description: 'Where items of the pricebook are found',
	operations: {
		create: create({
			action: 'Create a category',
			request: 'POST /pricebook/v2/tenant/{tenant}/categories',
			body: {
				name: text({ required: true }),
				categoryType: { ...categoryType, required: true as const },
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a category',
			request: 'DELETE /pricebook/v2/tenant/{tenant}/categories/{id}',
			path: { id },
		}),
		get: read({
			action: 'Get a category',
			request: 'GET /pricebook/v2/tenant/{tenant}/categories/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many categories',
			request: 'GET /pricebook/v2/tenant/{tenant}/categories',
			query: {
				active: activeFilter,
				categoryType,
				...stampFilters,
				sort: sortBy(['ID', 'Id'], ['Name', 'Name']),
			},
		}),
		update: update({
			action: 'Update a category',
			request: 'PATCH /pricebook/v2/tenant/{tenant}/categories/{id}',
			path: { id },
			body: { name: text(), categoryType, ...details },
		}),
	},
});
