import { dateTime, flag, number, pick, select, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { businessUnit, campaign as campaigns, campaignCategory as categories } from '../pickers';
import { activeFilter, ids } from './fields';

const id = pick(campaigns, { required: true });

const whole = {
	name: text({ required: true }),
	businessUnitId: select(businessUnit, { required: true }),
	categoryId: select(categories, { required: true, label: 'Category' }),
	active: flag({
		required: true,
		default: true,
		description: 'Whether the campaign can be chosen',
	}),
	dnis: text({ label: 'Phone Number', description: 'The number that callers dial' }),
};

export const campaign = defineResource({
	value: 'campaign',
	name: 'Campaign',
	description: 'The advertising that jobs and calls are credited to',
	operations: {
		create: create({
			action: 'Create a campaign',
			request: 'POST /marketing/v2/tenant/{tenant}/campaigns',
			body: whole,
		}),
		get: read({
			action: 'Get a campaign',
			request: 'GET /marketing/v2/tenant/{tenant}/campaigns/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many campaigns',
			request: 'GET /marketing/v2/tenant/{tenant}/campaigns',
			query: {
				active: activeFilter,
				name: text({ description: 'A part of the name is enough' }),
				// The only list that cannot be asked for a time of creation.
				modifiedOnOrAfter: dateTime(),
				modifiedBefore: dateTime(),
				ids,
			},
		}),
		getCosts: listAll({
			name: 'Get Costs',
			action: 'Get the costs of a campaign',
			request: 'GET /marketing/v2/tenant/{tenant}/campaigns/{id}/costs',
			path: { id },
			query: { year: number({ default: 2026 }), month: number({ default: 1 }) },
		}),
		update: update({
			action: 'Update a campaign',
			request: 'PATCH /marketing/v2/tenant/{tenant}/campaigns/{id}',
			path: { id },
			body: whole,
		}),
	},
});

const dailyCost = number({ required: true, description: 'Amount per day of the month' });

const costId = number({
	required: true,
	label: 'Cost ID',
	description: 'Get Costs of a campaign gives it',
});

export const campaignCost = defineResource({
	value: 'campaignCost',
	name: 'Campaign Cost',
	description: 'What a campaign costs in a month',
	operations: {
		create: create({
			action: 'Create a campaign cost',
			request: 'POST /marketing/v2/tenant/{tenant}/costs',
			body: {
				campaignId: select(campaigns, { required: true }),
				year: number({ required: true, default: 2026 }),
				month: number({ required: true, default: 1, description: 'From 1 to 12' }),
				dailyCost,
			},
		}),
		get: read({
			action: 'Get a campaign cost',
			request: 'GET /marketing/v2/tenant/{tenant}/costs/{id}',
			path: { id: costId },
		}),
		update: update({
			action: 'Update a campaign cost',
			request: 'PATCH /marketing/v2/tenant/{tenant}/costs/{id}',
			path: { id: costId },
			body: { dailyCost },
		}),
	},
});

const categoryId = select(categories, { required: true });

export const campaignCategory = defineResource({
	value: 'campaignCategory',
	name: 'Campaign Category',
	description: 'The kinds of advertising that campaigns are grouped by',
	operations: {
		create: create({
			action: 'Create a campaign category',
			request: 'POST /marketing/v2/tenant/{tenant}/categories',
			body: { name: text({ required: true }) },
		}),
		get: read({
			action: 'Get a campaign category',
			request: 'GET /marketing/v2/tenant/{tenant}/categories/{id}',
			path: { id: categoryId },
		}),
		getAll: listAll({
			action: 'Get many campaign categories',
			request: 'GET /marketing/v2/tenant/{tenant}/categories',
		}),
		update: update({
			action: 'Update a campaign category',
			request: 'PATCH /marketing/v2/tenant/{tenant}/categories/{id}',
			path: { id: categoryId },
			body: {
				name: text({ required: true }),
				active: flag({ description: 'Whether the category can be chosen' }),
			},
		}),
	},
});
