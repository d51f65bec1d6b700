import { groups, number, pickMany } from '../../shared/define/fields';
import { create, operation, read, remove } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { amount, words, workorderId } from '../fields';
import { part as parts } from '../pickers';

const line = {
	quantity: amount('Quantity'),
	description: words('Description'),
	price: amount('Price'),
};

export const part = defineResource({
	value: 'part',
	name: 'Part',
	description: 'What was used up on a work order',
	operations: {
		create: create({
			action: 'Create parts',
			description: 'Add parts to a work order. For providers only.',
			request: 'POST /workorders/{workorderId}/parts',
			path: { workorderId },
			body: { parts: groups(line, { required: true, as: 'Parts' }) },
			// No answer is documented.
			returns: 'nothing',
		}),
		delete: remove({
			action: 'Delete parts',
			description: 'Take parts off a work order. For providers only.',
			request: 'DELETE /workorders/{workorderId}/parts',
			path: { workorderId },
			query: { partIds: pickMany(parts, { required: true, as: 'ids' }) },
		}),
		getAll: read({
			action: 'Get many parts',
			description: 'List the parts of a work order',
			request: 'GET /workorders/{workorderId}/parts',
			path: { workorderId },
		}),
		update: operation({
			action: 'Update parts',
			description: 'Change parts of a work order. For providers only.',
			request: 'PUT /workorders/{workorderId}/parts',
			path: { workorderId },
			body: {
				changes: groups(
					{
						part: number({ as: 'Id', required: true, label: 'Part ID' }),
						...line,
					},
					{ required: true, as: 'Parts', label: 'Parts' },
				),
			},
			returns: 'nothing',
		}),
	},
});
