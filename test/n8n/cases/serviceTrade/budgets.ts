import { from } from '../../workflow';
import { has, type Case } from '../case';
import { as, counts, gone, idOf, list, record } from './short';

const budgetId = idOf('budget.create');
const changeOrderId = idOf('changeOrder.create');
const changeAction = 'add';

/** Budgets and the change orders to them. */
export const budgets: readonly Case[] = [
	as(
		'job.create with a budget',
		record('job.create', {
			locationId: idOf('location.create of the mills'),
			vendorId: idOf('job.getAll', 'vendor.id'),
			type: 'installation',
			additionalFields: { budgeted: true },
		}),
	),
	record(
		'budget.create',
		{ jobId: idOf('job.create with a budget'), type: 'granular', status: 'unlocked' },
		has({ status: 'unlocked' }),
	),
	record('budget.get', { budgetId }),
	list(
		'budget.getAll',
		{ filters: { jobId: idOf('job.create with a budget'), status: ['locked', 'unlocked'] } },
		counts(1),
	),
	record('budgetLineItem.create', {
		budgetId,
		name: 'Pump',
		quantity: 2,
		cost: 310,
		additionalFields: { serviceLineId: from('serviceLine.getAll', 'id'), libItemType: 'part' },
	}),
	record('budgetLineItem.get', { budgetLineItemId: idOf('budgetLineItem.create') }),
	list('budgetLineItem.getAll', { filters: { budgetId } }, counts(1)),
	record(
		'budgetLineItem.update',
		{ budgetLineItemId: idOf('budgetLineItem.create'), updateFields: { quantity: 3 } },
		has({ quantity: 3 }),
	),
	record('budgetLineItem.copyToJob', { budgetLineItemId: idOf('budgetLineItem.create') }),
	as(
		'budgetLineItem.create to delete',
		record('budgetLineItem.create', {
			budgetId,
			name: 'Hose',
			quantity: 1,
			cost: 12,
			additionalFields: { serviceLineId: from('serviceLine.getAll', 'id') },
		}),
	),
	gone('budgetLineItem.delete', { budgetLineItemId: idOf('budgetLineItem.create to delete') }),
	as(
		'job.create with a rough budget',
		record('job.create', {
			locationId: idOf('location.create of the mills'),
			vendorId: idOf('job.getAll', 'vendor.id'),
			type: 'installation',
			additionalFields: { budgeted: true },
		}),
	),
	as(
		'budget.create a rough one',
		record('budget.create', {
			jobId: idOf('job.create with a rough budget'),
			type: 'high_level',
			status: 'unlocked',
		}),
	),
	record('budgetCategory.create', {
		budgetId: idOf('budget.create a rough one'),
		libItemType: 'labor',
		cost: 900,
		additionalFields: { quantity: 12 },
	}),
	record('budgetCategory.get', { budgetCategoryId: idOf('budgetCategory.create') }),
	list(
		'budgetCategory.getAll',
		{ filters: { budgetId: idOf('budget.create a rough one') } },
		counts(1),
	),
	record(
		'budgetCategory.update',
		{ budgetCategoryId: idOf('budgetCategory.create'), updateFields: { cost: 950 } },
		has({ cost: 950 }),
	),
	as(
		'budgetCategory.create to delete',
		record('budgetCategory.create', {
			budgetId: idOf('budget.create a rough one'),
			libItemType: 'part',
			cost: 10,
		}),
	),
	gone('budgetCategory.delete', { budgetCategoryId: idOf('budgetCategory.create to delete') }),
	record(
		'budget.update',
		{ budgetId, updateFields: { status: 'locked' } },
		has({ status: 'locked' }),
	),
	as(
		'budget.update the rough one',
		record('budget.update', {
			budgetId: idOf('budget.create a rough one'),
			updateFields: { status: 'locked' },
		}),
	),

	record('changeOrder.create', {
		budgetId,
		type: 'internal',
		status: 'draft',
		additionalFields: { notes: 'One more pump' },
	}),
	as(
		'changeOrder.create a rough one',
		record('changeOrder.create', {
			budgetId: idOf('budget.create a rough one'),
			type: 'internal',
			status: 'draft',
		}),
	),
	record('changeOrder.get', { changeOrderId }, has({ notes: 'One more pump' })),
	list('changeOrder.getAll', { filters: { budgetId } }, counts(1)),
	record('changeOrderLineItem.create', {
		changeOrderId,
		changeAction,
		additionalFields: {
			name: 'Third pump',
			quantity: 1,
			cost: 310,
			serviceLineId: from('serviceLine.getAll', 'id'),
		},
	}),
	record('changeOrderLineItem.get', { changeOrderLineItemId: idOf('changeOrderLineItem.create') }),
	list('changeOrderLineItem.getAll', { filters: { changeOrderId } }, counts(1)),
	record('changeOrderLineItem.update', {
		changeOrderLineItemId: idOf('changeOrderLineItem.create'),
		updateFields: { cost: 305 },
	}),
	as(
		'changeOrderLineItem.create to delete',
		record('changeOrderLineItem.create', {
			changeOrderId,
			changeAction,
			additionalFields: {
				name: 'Fourth pump',
				quantity: 1,
				cost: 310,
				serviceLineId: from('serviceLine.getAll', 'id'),
			},
		}),
	),
	gone('changeOrderLineItem.delete', {
		changeOrderLineItemId: idOf('changeOrderLineItem.create to delete'),
	}),
	record('changeOrderCategory.create', {
		changeOrderId: idOf('changeOrder.create a rough one'),
		changeAction,
		additionalFields: { libItemType: 'equipment', cost: 40 },
	}),
	record('changeOrderCategory.get', { changeOrderCategoryId: idOf('changeOrderCategory.create') }),
	list(
		'changeOrderCategory.getAll',
		{ filters: { changeOrderId: idOf('changeOrder.create a rough one') } },
		counts(1),
	),
	record('changeOrderCategory.update', {
		changeOrderCategoryId: idOf('changeOrderCategory.create'),
		updateFields: { cost: 45 },
	}),
	gone('changeOrderCategory.delete', {
		changeOrderCategoryId: idOf('changeOrderCategory.create'),
	}),
	record(
		'changeOrder.update',
		{ changeOrderId, updateFields: { status: 'approved' } },
		has({ status: 'approved' }),
	),
	record('budget.revise', { budgetId, additionalFields: { changeOrderId } }),
];
