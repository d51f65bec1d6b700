import { choice, choices, flag, pick, text } from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { budget as budgets, changeOrder, job } from '../pickers';
import { budgetHint, changeOrderHint, hasAny, named, ownerId } from './fields';

const budgetId = pick(budgets, { required: true, description: budgetHint });

const statuses = ['locked', 'unlocked', 'void'] as const;

export const budget = defineResource({
	value: 'budget',
	name: 'Budget',
	description: 'What a job is planned to cost',
	operations: {
		create: create({
			action: 'Create a budget',
			description: 'A job can have one budget that is not void',
			request: 'POST /budget',
			body: {
				jobId: pick(job, { required: true }),
				type: choice(
					[
						['Granular', 'granular'],
						['High Level', 'high_level'],
					],
					{ required: true, description: 'With single lines, or with categories alone' },
				),
				status: choice(named(['locked', 'unlocked']), { required: true, default: 'unlocked' }),
				ownerId,
				parentId: pick(budgets, {
					label: 'Revised Budget',
					description: `The version that this one follows. ${budgetHint}.`,
				}),
			},
		}),
		get: read({ action: 'Get a budget', request: 'GET /budget/{budgetId}', path: { budgetId } }),
		getAll: listAll({
			action: 'Get many budgets',
			notice: 'Needs at least one filter.',
			request: 'GET /budget',
			query: {
				isCurrent: flag({
					description: 'Whether to return active versions; off returns the others',
				}),
				isLatest: flag({
					description: 'Whether to return only the version of the job that counts now',
				}),
				jobId: pick(job),
				referenceNumber: text({ description: 'All versions of a budget have the same' }),
				status: choices(named(statuses)),
			},
			refuses: (given) =>
				!hasAny(given, 'isCurrent', 'jobId', 'referenceNumber', 'status')
					? 'Job: choose one, or add another filter'
					: given.isLatest === true && given.jobId === undefined
						? 'Is Latest: needs the job'
						: undefined,
		}),
		revise: operation({
			action: 'Revise a budget',
			description: 'Make a new version of a budget, with the changes of a change order or without',
			request: 'POST /budget/{budgetId}/revise',
			path: { budgetId },
			query: { changeOrderId: pick(changeOrder, { description: changeOrderHint }) },
		}),
		update: update({
			action: 'Update a budget',
			description: 'Lock, unlock or void a budget, or change its owner',
			request: 'PUT /budget/{budgetId}',
			path: { budgetId },
			body: { ownerId, status: choice(named(statuses)) },
		}),
	},
});
