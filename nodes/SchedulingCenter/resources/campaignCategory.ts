import { number, pick, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { campaignCategory as categories } from '../pickers';
import { snakeCased } from '../wire';
import { becomesInactive, listFilters, notices, sameAgain } from './fields';

const path = { id: pick(categories, { required: true }) };

const icon = { placeholder: 'envelope-o', description: 'The class of the icon' };
const costType = {
	as: 'campaigns_categories_cost_type_id',
	label: 'Cost Type ID',
	description: 'Where the cost comes from. Cost types cannot be listed; records show theirs.',
};
const details = snakeCased({
	displayOrder: number({ description: 'The position in lists' }),
});

/** The table of the reference misspells two parameters; these names are those of samples and records. */
export const campaignCategory = defineResource({
	value: 'campaignCategory',
	name: 'Campaign Category',
	description: 'The top level of campaigns, the same for all franchises',
	operations: {
		create: create({
			action: 'Create a campaign category',
			request: 'POST /campaignsCategories',
			body: {
				name: text({ required: true }),
				icon: text({ ...icon, required: true }),
				costType: number({ ...costType, required: true }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a campaign category',
			description: becomesInactive('category'),
			request: 'DELETE /campaignsCategories/{id}',
			path,
		}),
		get: read({
			action: 'Get a campaign category',
			request: 'GET /campaignsCategories/{id}',
			path,
		}),
		getAll: listAll({
			action: 'Get many campaign categories',
			request: 'GET /campaignsCategories',
			query: listFilters,
		}),
		getBreadcrumb: read({
			action: 'Get the breadcrumb of a campaign category',
			request: 'GET /campaignsCategories/breadcrumb/{id}',
			path,
			at: 'breadcrumbs',
			...notices.path,
		}),
		update: update({
			action: 'Update a campaign category',
			description: 'What is not given stays as it is',
			request: 'PATCH /campaignsCategories/{id}',
			path,
			body: { name: text(), icon: text(icon), costType: number(costType), ...details },
			...sameAgain,
		}),
	},
});
