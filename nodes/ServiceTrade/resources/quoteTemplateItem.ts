import { number, pick } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { quoteTemplate, quoteTemplateItem as items } from '../pickers';
import { lineDetails, quantity } from './fields';

const quoteTemplateId = pick(quoteTemplate, { required: true });
const itemId = pick(items, { required: true });

export const quoteTemplateItem = defineResource({
	value: 'quoteTemplateItem',
	name: 'Quote Template Item',
	description: 'A line of a quote template',
	operations: {
		create: create({
			action: 'Create a quote template item',
			request: 'POST /quotetemplate/{quoteTemplateId}/item',
			path: { quoteTemplateId },
			body: { quantity: number({ required: true }), ...lineDetails },
		}),
		delete: remove({
			action: 'Delete a quote template item',
			request: 'DELETE /quotetemplate/{quoteTemplateId}/item/{itemId}',
			path: { quoteTemplateId, itemId },
		}),
		get: read({
			action: 'Get a quote template item',
			request: 'GET /quotetemplate/{quoteTemplateId}/item/{itemId}',
			path: { quoteTemplateId, itemId },
		}),
		getAll: listAll({
			action: 'Get many quote template items',
			request: 'GET /quotetemplate/{quoteTemplateId}/item',
			path: { quoteTemplateId },
		}),
		update: update({
			action: 'Update a quote template item',
			request: 'PUT /quotetemplate/{quoteTemplateId}/item/{itemId}',
			path: { quoteTemplateId, itemId },
			body: { quantity, ...lineDetails },
		}),
	},
});
