import { number, pick } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { changeOrderCategory as categories } from '../pickers';
import {
	change,
	filters,
	incomplete,
	NOTICE,
	referenceNumber,
	unfiltered,
} from './changeOrderPart';
import { cost, libItemType, notes, orderIndex, partHint, price, serviceRequestId } from './fields';

const changeOrderCategoryId = pick(categories, {
	required: true,
	description: partHint('change order'),
});

const details = {
	cost,
	libItemType,
	notes,
	orderIndex,
	price,
	quantity: number({ label: 'Hours', description: 'Only for labor' }),
	serviceRequestId,
};

export const changeOrderCategory = defineResource({
	value: 'changeOrderCategory',
	name: 'Change Order Category',
	description: 'A change to a category of a budget',
	operations: {
		create: create({
			action: 'Create a change order category',
			notice: NOTICE,
			request: 'POST /changeordercategory',
			body: { ...change, referenceNumber, ...details },
			refuses: incomplete('cost'),
		}),
		delete: remove({
			action: 'Delete a change order category',
			request: 'DELETE /changeordercategory/{changeOrderCategoryId}',
			path: { changeOrderCategoryId },
		}),
		get: read({
			action: 'Get a change order category',
			request: 'GET /changeordercategory/{changeOrderCategoryId}',
			path: { changeOrderCategoryId },
		}),
		getAll: listAll({
			action: 'Get many change order categories',
			notice: 'Needs at least one filter.',
			request: 'GET /changeordercategory',
			query: filters,
			refuses: unfiltered,
		}),
		update: update({
			action: 'Update a change order category',
			request: 'PUT /changeordercategory/{changeOrderCategoryId}',
			path: { changeOrderCategoryId },
			body: details,
		}),
	},
});
