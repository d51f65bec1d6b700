import { choice, flag, number, pick, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { category as categories } from '../pickers';
import { snakeCased } from '../wire';
import { becomesInactive, listFilters, sameAgain } from './fields';

const path = { id: pick(categories, { required: true }) };

const TYPES = [
	['Service', 'SERVICE'],
	['Product', 'PRODUCT'],
] as const;
const order = { description: 'The position in lists' };

const details = snakeCased({
	code: text({ description: 'At most 10 characters' }),
	description: text({ rows: 3 }),
	schedulingExempt: flag({ description: 'Whether its services stay out of scheduling' }),
	includeInExports: flag({ description: 'Whether its services are part of automatic exports' }),
	icon: number({
		as: 'icon_id',
		label: 'Icon ID',
		description: 'Left over from earlier versions, and not used any more',
	}),
});

export const category = defineResource({
	value: 'category',
	name: 'Category',
	description: 'A kind of service or product, the same for all franchises',
	operations: {
		create: create({
			action: 'Create a category',
			request: 'POST /categories',
			body: {
				...snakeCased({
					type: choice(TYPES, { required: true }),
					name: text({ required: true }),
					displayOrder: number({ ...order, required: true, default: 1 }),
				}),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a category',
			description: becomesInactive('category'),
			request: 'DELETE /categories/{id}',
			path,
		}),
		get: read({
			action: 'Get a category',
			description: 'With its services, which Get Many leaves out',
			request: 'GET /categories/{id}',
			path,
		}),
		getAll: listAll({
			action: 'Get many categories',
			request: 'GET /categories',
			query: listFilters,
		}),
		update: update({
			action: 'Update a category',
			description: 'What is not given stays as it is',
			request: 'PATCH /categories/{id}',
			path,
			body: {
				...snakeCased({ type: choice(TYPES), name: text(), displayOrder: number(order) }),
				...details,
			},
			...sameAgain,
		}),
	},
});
