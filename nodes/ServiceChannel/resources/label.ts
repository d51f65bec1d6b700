import { list, pickMany, select, text } from '../../shared/define/fields';
import { listAll, operation } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { actor, workorderId } from '../fields';
import { label as labels, plainPages } from '../listPickers';

const labelIds = pickMany(labels, { required: true, as: 'LabelIds' });

/** An existing label goes by both, a new one by its text alone. */
const oneLabel = {
	labelText: text({ as: 'Label', shown: true, label: 'Label' }),
	labelId: select(labels, { as: 'LabelId', description: 'For a label that is there already' }),
	actor,
};

export const label = defineResource({
	value: 'label',
	name: 'Label',
	description: 'A word by which work orders are told apart',
	operations: {
		add: operation({
			action: 'Add labels to a work order',
			description: 'Add labels and keep those that are there',
			request: 'PUT /workorders/{workorderId}/labels',
			path: { workorderId },
			body: { labelIds, actor },
		}),
		clear: operation({
			action: 'Clear the label of a work order',
			request: 'DELETE /workorders/{workorderId}/label',
			path: { workorderId },
			body: oneLabel,
		}),
		create: operation({
			action: 'Create labels',
			request: 'POST /workorders/labels',
			body: { labels: list({ required: true, as: 'Labels' }) },
		}),
		getAll: listAll({
			action: 'Get many labels',
			request: 'GET /workorders/label',
			paging: plainPages,
			query: { keyword: text() },
		}),
		remove: operation({
			action: 'Remove labels from a work order',
			request: 'DELETE /workorders/{workorderId}/labels',
			path: { workorderId },
			body: { labelIds, actor },
		}),
		set: operation({
			action: 'Set the label of a work order',
			description: 'Set the one label of a work order in place of what is there',
			request: 'PUT /workorders/{workorderId}/label',
			path: { workorderId },
			body: oneLabel,
		}),
	},
});
