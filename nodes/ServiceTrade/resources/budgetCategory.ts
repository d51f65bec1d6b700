import { number, pick, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { budget, budgetCategory as categories } from '../pickers';
import {
	budgetHint,
	cost,
	hasAny,
	libItemType,
	orderIndex,
	partHint,
	price,
	serviceRequestId,
} from './fields';

const budgetCategoryId = pick(categories, { required: true, description: partHint('budget') });

const details = {
	orderIndex,
	price,
	quantity: number({ label: 'Hours', description: 'Only for labor' }),
	serviceRequestId,
};

export const budgetCategory = defineResource({
	value: 'budgetCategory',
	name: 'Budget Category',
	description: 'A kind of cost in a budget, such as labor',
	operations: {
		create: create({
			action: 'Create a budget category',
			request: 'POST /budgetcategory',
			body: {
				budgetId: pick(budget, { required: true, description: budgetHint }),
				libItemType: { ...libItemType, required: true },
				cost: number({ required: true }),
				referenceNumber: number({ description: 'Made by itself where it is left out' }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a budget category',
			request: 'DELETE /budgetcategory/{budgetCategoryId}',
			path: { budgetCategoryId },
		}),
		get: read({
			action: 'Get a budget category',
			request: 'GET /budgetcategory/{budgetCategoryId}',
			path: { budgetCategoryId },
		}),
		getAll: listAll({
			action: 'Get many budget categories',
			notice: 'Needs at least one filter.',
			request: 'GET /budgetcategory',
			query: {
				budgetId: pick(budget, { description: budgetHint }),
				referenceNumber: text({ description: 'The same in all versions of a budget' }),
			},
			refuses: (given) =>
				hasAny(given, 'budgetId', 'referenceNumber')
					? undefined
					: 'Budget: choose one, or give a reference number',
		}),
		update: update({
			action: 'Update a budget category',
			request: 'PUT /budgetcategory/{budgetCategoryId}',
			path: { budgetCategoryId },
			body: { cost, libItemType, ...details },
		}),
	},
});
