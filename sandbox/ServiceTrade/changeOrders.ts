import { omit } from 'lodash';

import { equals, oneOf } from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { shape, those } from './briefs';
import { checkHours, withTypeOf } from './budgets';
import { callerOf } from './signIn';
import { requireMembers, routesOf, type Routes, type Table } from './tables';

const changeOrder = shape(
	'changeorder',
	'status type notes responseNotes referenceNumber',
	'budget:budgets baselineBudget:budgets owner:users responseUser:users terms:terms',
	(row, request) => ({
		categories: those('changeOrderCategories', 'changeOrderId', row.id, request),
		lineItems: those('changeOrderLineItems', 'changeOrderId', row.id, request),
		pendingServiceRequests: those('serviceRequests', 'changeOrderId', row.id, request),
	}),
);

const table: Table = {
	from: 'changeOrders',
	path: '/changeorder',
	id: 'changeOrderId',
	// As it is printed, unlike all other keys.
	key: 'change_orders',
	show: changeOrder,
	needs: [['budgetId', 'baselineBudgetId', 'status'], 'wrongMethod'],
	filters: {
		budgetId: equals('budgetId'),
		baselineBudgetId: equals('baselineBudgetId'),
		status: oneOf('status'),
	},
	stored: (request, body, row) => {
		const { responseUser, ...rest } = body;
		const named = responseUser === undefined ? {} : { responseUserId: responseUser };
		if (row) return { ...named, ...rest };
		const number = request.store.collection('changeOrders').size + 1;
		const prefix = body.type === 'internal' ? 'INT' : 'EXT';
		return {
			...named,
			...rest,
			// The sample sends the id as text.
			budgetId: Number(body.budgetId),
			ownerId: body.ownerId ?? callerOf(request)?.id ?? null,
			referenceNumber: `${prefix}-${String(number).padStart(4, '0')}`,
			termsId: 1,
		};
	},
	check: ({ store }, result, row) => {
		const { status } = store.collection('budgets').require(result.budgetId);
		if (!row && status !== 'locked') throw conflict('The budget is not locked');
	},
};

/** What a part of a change order has that nobody gave a value. */
export function usualChange(): Row {
	return { notes: null, serviceRequestId: null, price: null, quantity: null, orderIndex: null };
}

/** The part of the budget that a change is about. */
function original({ store }: SandboxRequest, result: Row, parts: string): Row | undefined {
	const { budgetId } = store.collection('changeOrders').require(result.changeOrderId);
	return store
		.collection(parts)
		.where('budgetId', budgetId)
		.find((part) => String(part.referenceNumber) === String(result.referenceNumber));
}

/** Additions need values of their own, the two others name what they are about. */
function partTable(parts: string, needed: (row: Row) => readonly string[]) {
	const stored = (request: SandboxRequest, body: Row, row: Row | undefined): Row => {
		if (row) return body;
		const { changeAction } = body;
		if (changeAction === 'add') {
			requireMembers(body, needed(body));
			return withTypeOf(request, body);
		}
		requireMembers(body, ['referenceNumber']);
		const old = original(request, body, parts);
		if (!old) throw wrongValue('referenceNumber', 'is not one of the budget');
		return { ...omit(old, ['id', 'budgetId']), ...body };
	};
	return {
		stored,
		needs: [['changeOrderId', 'referenceNumber'], 'wrongMethod'],
		filters: { changeOrderId: equals('changeOrderId'), referenceNumber: equals('referenceNumber') },
	} as const;
}

const PLAIN = 'changeAction referenceNumber notes libItemType cost price quantity orderIndex';

const categories: Table = {
	// Hours are what a quantity of a category is, so that only labor needs it.
	...partTable('budgetCategories', ({ libItemType }) =>
		libItemType === 'labor' ? ['cost', 'quantity'] : ['cost'],
	),
	from: 'changeOrderCategories',
	path: '/changeordercategory',
	id: 'changeOrderCategoryId',
	key: 'changeOrderCategories',
	show: shape('changeordercategory', `${PLAIN} serviceRequestId`, 'changeOrder:changeOrders'),
	check: (_request, result) => checkHours(result),
};

const lineItems: Table = {
	...partTable('budgetLineItems', () => ['name', 'cost', 'quantity']),
	from: 'changeOrderLineItems',
	path: '/changeorderlineitem',
	id: 'changeOrderLineItemId',
	key: 'changeOrderLineItems',
	show: shape(
		'changeorderlineitem',
		`${PLAIN} name`,
		'changeOrder:changeOrders jobItem:jobItems libItem:libItems serviceLine:serviceLines serviceRequest:serviceRequests',
	),
};

export const changeOrderRoutes: Routes = {
	...routesOf(table, 'list read create update'),
	...routesOf(categories, 'list read create update delete'),
	...routesOf(lineItems, 'list read create update delete'),
	...routesOf(lineItems, 'read', {
		path: '/changeorder/{changeOrderId}/lineitem',
		id: 'lineItemId',
		parent: 'changeOrders',
		member: 'changeOrderId',
	}),
};
