import { flag, select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { webhook as webhooks } from '../pickers';

const webhookId = select(webhooks, { required: true });

const details = {
	enabled: flag({ description: 'Whether messages are sent, as they are by itself' }),
	includeChangesets: flag({
		description: 'Whether messages about changes say which members changed',
	}),
};

export const webhook = defineResource({
	value: 'webhook',
	name: 'Webhook',
	description: 'An address that is told of changes',
	operations: {
		create: create({
			action: 'Create a webhook',
			description: 'The address must be public and answer within 5 seconds',
			request: 'POST /webhook',
			body: {
				hookUrl: text({
					required: true,
					label: 'Webhook URL',
					placeholder: 'https://example.com/hook',
					description: 'It cannot be changed later',
				}),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a webhook',
			request: 'DELETE /webhook/{webhookId}',
			path: { webhookId },
		}),
		get: read({
			action: 'Get a webhook',
			request: 'GET /webhook/{webhookId}',
			path: { webhookId },
		}),
		getAll: listAll({ action: 'Get many webhooks', request: 'GET /webhook' }),
		update: update({
			action: 'Update a webhook',
			request: 'PUT /webhook/{webhookId}',
			path: { webhookId },
			body: details,
		}),
	},
});
