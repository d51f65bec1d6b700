import { choice, choices, pick, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { budget, changeOrder as orders, user } from '../pickers';
import { budgetHint, changeOrderHint, hasAny, named, notes, ownerId } from './fields';

const changeOrderId = pick(orders, { required: true, description: changeOrderHint });

const details = {
	notes,
	ownerId,
	responseNotes: text({ rows: 3, description: 'Why it was rejected' }),
	responseUserId: pick(user, { label: 'Response By' }),
};

export const changeOrder = defineResource({
	value: 'changeOrder',
	name: 'Change Order',
	description: 'Changes to a locked budget',
	operations: {
		create: create({
			action: 'Create a change order',
			description: 'The budget has to be locked',
			request: 'POST /changeorder',
			body: {
				budgetId: pick(budget, { required: true, description: budgetHint }),
				type: choice(named(['external', 'internal']), {
					required: true,
					description: 'An external one is reviewed by the customer',
				}),
				status: choice(named(['draft', 'pending']), { required: true }),
				baselineBudgetId: pick(budget, { label: 'Baseline Budget', description: budgetHint }),
				...details,
			},
		}),
		get: read({
			action: 'Get a change order',
			request: 'GET /changeorder/{changeOrderId}',
			path: { changeOrderId },
		}),
		getAll: listAll({
			action: 'Get many change orders',
			notice: 'Needs at least one filter.',
			request: 'GET /changeorder',
			query: {
				baselineBudgetId: pick(budget, { label: 'Baseline Budget', description: budgetHint }),
				budgetId: pick(budget, { description: budgetHint }),
				// Canceled can be written, but is not among those that can be asked for.
				status: choices(named(['applied', 'approved', 'draft', 'pending', 'rejected'])),
			},
			refuses: (given) =>
				hasAny(given, 'budgetId', 'baselineBudgetId', 'status')
					? undefined
					: 'Budget: choose one, or add another filter',
		}),
		update: update({
			action: 'Update a change order',
			request: 'PUT /changeorder/{changeOrderId}',
			path: { changeOrderId },
			body: {
				status: choice(named(['applied', 'approved', 'canceled', 'draft', 'pending', 'rejected'])),
				...details,
			},
		}),
	},
});
