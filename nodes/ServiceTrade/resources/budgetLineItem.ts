import { number, pick, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { budget, budgetLineItem as lines } from '../pickers';
import { budgetHint, budgetLine, cost, hasAny, partHint, quantity } from './fields';

const budgetLineItemId = pick(lines, { required: true, description: partHint('budget') });

export const budgetLineItem = defineResource({
	value: 'budgetLineItem',
	name: 'Budget Line Item',
	description: 'A single part or work in a budget',
	operations: {
		copyToJob: operation({
			action: 'Copy a budget line item to its job',
			description: 'Make a job item of it and link the two',
			request: 'POST /budgetlineitem/{budgetLineItemId}/copytojob',
			path: { budgetLineItemId },
		}),
		create: create({
			action: 'Create a budget line item',
			request: 'POST /budgetlineitem',
			body: {
				budgetId: pick(budget, { required: true, description: budgetHint }),
				name: text({ required: true }),
				quantity: number({ required: true, default: 1 }),
				cost: number({ required: true, description: 'Of one of them' }),
				referenceNumber: number({ description: 'Made by itself where it is left out' }),
				...budgetLine,
			},
		}),
		delete: remove({
			action: 'Delete a budget line item',
			request: 'DELETE /budgetlineitem/{budgetLineItemId}',
			path: { budgetLineItemId },
		}),
		get: read({
			action: 'Get a budget line item',
			request: 'GET /budgetlineitem/{budgetLineItemId}',
			path: { budgetLineItemId },
		}),
		getAll: listAll({
			action: 'Get many budget line items',
			notice: 'Needs at least one filter.',
			request: 'GET /budgetlineitem',
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
			action: 'Update a budget line item',
			request: 'PUT /budgetlineitem/{budgetLineItemId}',
			path: { budgetLineItemId },
			body: { cost, name: text(), quantity, ...budgetLine },
		}),
	},
});
