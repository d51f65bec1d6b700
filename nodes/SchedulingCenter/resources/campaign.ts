import { date, flag, number, pick, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	campaign as campaigns,
	campaignCategory,
	campaignSubcategory,
	couponPack,
	franchise,
} from '../pickers';
import { snakeCased } from '../wire';
import { listFilters, notices, sameAgain } from './fields';

const path = { id: pick(campaigns, { required: true }) };

const code = { description: 'The vendor advises two letters, month and year, such as VP0126' };
const subcategory = { description: 'Has to be of the chosen category and franchise' };

const details = snakeCased({
	endDate: date({ description: 'The last day. Open if left out.' }),
	description: text({ rows: 3 }),
	cost: number({ description: 'What it cost, for reports on what it brought in' }),
});

export const campaign = defineResource({
	value: 'campaign',
	name: 'Campaign',
	description: 'A marketing campaign of a franchise, known on jobs by its code',
	simple: [
		'id',
		'name',
		'code',
		'franchise_id',
		'campaigns_category.name',
		'campaigns_subcategory.name',
		'coupons_pack_id',
		'start_date',
		'end_date',
		'cost',
		'active',
		'hidden',
	],
	operations: {
		activate: operation({
			action: 'Activate a campaign',
			description: 'Undoes a deletion: the campaign can be put on new jobs again',
			request: 'POST /campaigns/activate/{id}',
			path,
			...sameAgain,
			...notices.path,
		}),
		create: create({
			action: 'Create a campaign',
			request: 'POST /campaigns',
			body: {
				...snakeCased({
					franchiseId: pick(franchise, { required: true }),
					name: text({ required: true }),
					code: text({ ...code, required: true }),
					campaignsCategoryId: pick(campaignCategory, { required: true }),
					campaignsSubcategoryId: pick(campaignSubcategory, { ...subcategory, required: true }),
					startDate: date({ required: true, description: 'The first day' }),
				}),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a campaign',
			description:
				'The campaign only becomes inactive: it cannot be put on new jobs, and stays in lists. Activate undoes it, Hide takes it out of lists.',
			request: 'DELETE /campaigns/{id}',
			path,
		}),
		get: read({
			action: 'Get a campaign',
			description: 'Start and end are days, whatever time stands behind them',
			request: 'GET /campaigns/{id}',
			path,
		}),
		getAll: listAll({
			action: 'Get many campaigns',
			description:
				'Inactive ones are included, hidden ones are not. Times of change may be on Denver’s clock, though written with +00:00.',
			request: 'GET /campaigns',
			query: {
				...snakeCased({
					code: text({ description: 'Exactly this code' }),
					campaignsSubcategoryId: pick(campaignSubcategory),
				}),
				...listFilters,
				showInactive: flag({ description: 'Whether to return hidden campaigns too' }),
			},
		}),
		getBreadcrumb: read({
			action: 'Get the breadcrumb of a campaign',
			description: 'Its category, its subcategory and itself, one item each',
			request: 'GET /campaigns/breadcrumb/{id}',
			path,
			at: 'breadcrumbs',
			...notices.path,
		}),
		hide: operation({
			action: 'Hide a campaign',
			description: 'It leaves lists and reports; Unhide brings it back',
			request: 'DELETE /campaigns/hide/{id}',
			path,
			...sameAgain,
			...notices.path,
		}),
		unhide: operation({
			action: 'Unhide a campaign',
			request: 'PATCH /campaigns/{id}',
			path,
			always: { body: { hidden: false } },
			...sameAgain,
		}),
		update: update({
			action: 'Update a campaign',
			description: 'What is not given stays as it is',
			request: 'PATCH /campaigns/{id}',
			path,
			body: {
				...snakeCased({
					name: text(),
					code: text(code),
					campaignsCategoryId: pick(campaignCategory),
					campaignsSubcategoryId: pick(campaignSubcategory, subcategory),
					couponsPackId: pick(couponPack),
					startDate: date({ description: 'The first day' }),
				}),
				...details,
				openEnded: flag({
					as: 'end_date',
					description: 'Whether to take the last day away',
					// inferred: answers to writes show an open end as empty text.
					write: (open) => (open === true ? '' : undefined),
				}),
				hidden: flag({ description: 'Whether it is left out of lists and reports' }),
			},
			...sameAgain,
		}),
	},
});
