import type { IDataObject } from 'n8n-workflow';

import {
	choices,
	flag,
	groups,
	group,
	list,
	number,
	pick,
	text,
	type Input,
} from '../../shared/define/fields';
import { create, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { webhook as webhooks, webhookSubscription as subscriptions } from '../recordPickers';
import { webhookEvents } from './webhookEvents';

const RIGHT = 'It takes an admin of Provider Automation, or a super admin of a subscriber';

const webhookId = pick(webhooks, { required: true });
const subscriptionId = pick(subscriptions, { required: true });

const url = text({ as: 'Url', label: 'URL', placeholder: 'https://example.com/hook' });
const enabled = flag({
	as: 'Enabled',
	default: true,
	description: 'Whether events are sent; off unless it is said',
});

/** Names, of which each narrows the events. Some events take none. */
const ruleLists = {
	trades: list({ as: 'Trades' }),
	categories: list({ as: 'Categories' }),
	statuses: list({
		as: 'Statuses',
		placeholder: 'COMPLETED/CONFIRMED',
		description: 'Primary and extended status with a slash between them',
	}),
};

const events = choices(webhookEvents, {
	required: true,
	as: 'EventTypes',
	label: 'Events',
	description: 'All of them must be about the same thing, such as work orders',
});

const line = {
	name: text({ required: true, as: 'Name' }),
	events,
	...ruleLists,
	subscription: number({
		label: 'Subscription ID',
		description: 'For one that is there already, in an update',
	}),
};

type Line = Input<typeof line>;

/** A subscription as the vendor has it. n8n fills the ID of a new one with 0. */
const toSubscription = ({
	name,
	events: types,
	trades,
	categories,
	statuses,
	subscription,
}: Line) => ({
	...(subscription && { Id: subscription }),
	Name: name,
	EventTypes: types,
	Rules: { Trades: trades ?? [], Categories: categories ?? [], Statuses: statuses ?? [] },
});

/** The same in a new webhook and in a change, where they take the place of all that were there. */
const lines = groups(line, {
	as: 'Subscriptions',
	shown: true,
	description: 'In an update they take the place of all that were there',
	write: (rows) => (rows as unknown as Line[]).map(toSubscription),
});

/** The same in a new subscription, which needs them, and in a change. */
const ownEvents = choices(webhookEvents, {
	as: 'EventTypes',
	label: 'Events',
	shown: true,
	description: 'All of them must be about the same thing, such as work orders',
});

const rules = group(ruleLists, { as: 'Rules' });

const replaced = (before: IDataObject, given: IDataObject): IDataObject => ({
	...before,
	...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
});

export const webhook = defineResource({
	value: 'webhook',
	name: 'Webhook',
	description: 'An address that ServiceChannel calls when something happens',
	operations: {
		create: create({
			action: 'Create a webhook',
			description: RIGHT,
			request: 'POST /NotificationWebHooks',
			always: { body: { Enabled: true } },
			body: {
				name: text({ required: true, as: 'Name' }),
				url: text({ ...url, required: true }),
				subscriptions: lines,
				description: text({ as: 'Description' }),
				enabled,
			},
		}),
		delete: remove({
			action: 'Delete a webhook',
			description: 'For good; to switch it off, update it',
			request: 'DELETE /NotificationWebHooks/{webhookId}',
			path: { webhookId },
		}),
		get: read({
			action: 'Get a webhook',
			description: RIGHT,
			request: 'GET /NotificationWebHooks/{webhookId}',
			path: { webhookId },
		}),
		getAll: read({
			action: 'Get many webhooks',
			description: RIGHT,
			request: 'GET /NotificationWebHooks',
		}),
		testUrl: operation({
			name: 'Test URL',
			action: 'Test the URL of a webhook',
			description: 'Have the event of a made-up work order sent to an address',
			request: 'POST /test/webhooks/notifications',
			body: { url: text({ ...url, required: true }) },
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a webhook',
			description: 'Change a webhook and keep the rest of it; it can be switched off so',
			request: 'PUT /NotificationWebHooks/{webhookId}',
			path: { webhookId },
			body: {
				subscriptions: lines,
				description: text({ as: 'Description' }),
				enabled,
				name: text({ as: 'Name' }),
				resetOptions: flag({ as: 'ResetOptions', description: 'Whether options are set back' }),
				url,
			},
			// What is left out may be gone, so the webhook is read first and sent back whole.
			async run(
				{
					webhookId: id,
					subscriptions: changed,
					description,
					enabled: on,
					name,
					resetOptions,
					url: to,
				},
				call,
			) {
				const path = { webhookId: id };
				const before = await call.send('GET /NotificationWebHooks/{webhookId}', { path });
				const body = replaced(before, {
					Name: name,
					Url: to,
					Enabled: on,
					Description: description,
					ResetOptions: resetOptions,
					Subscriptions: changed?.map(toSubscription),
				});
				await call.send('PUT /NotificationWebHooks/{webhookId}', { path, body });
				return { success: true, webhookId: id };
			},
			returns: 'nothing',
		}),
	},
});

export const webhookSubscription = defineResource({
	value: 'webhookSubscription',
	name: 'Webhook Subscription',
	description: 'One subscription with an address of its own, outside any webhook',
	operations: {
		create: create({
			action: 'Create a webhook subscription',
			request: 'POST /NotificationSubscriptions/Http',
			always: { body: { Enabled: true } },
			body: {
				name: text({ required: true, as: 'Name' }),
				url: text({ ...url, required: true }),
				events: ownEvents,
				enabled,
				rules,
			},
			refuses: ({ events: given }) => (given === undefined ? 'Events: this is needed' : undefined),
		}),
		delete: remove({
			action: 'Delete a webhook subscription',
			request: 'DELETE /NotificationSubscriptions/Http/{subscriptionId}',
			path: { subscriptionId },
		}),
		get: read({
			action: 'Get a webhook subscription',
			request: 'GET /NotificationSubscriptions/Http/{subscriptionId}',
			path: { subscriptionId },
		}),
		getAll: read({
			action: 'Get many webhook subscriptions',
			request: 'GET /NotificationSubscriptions/Http',
		}),
		update: update({
			action: 'Update a webhook subscription',
			description: 'Change a subscription and keep the rest of it',
			request: 'PUT /NotificationSubscriptions/Http/{subscriptionId}',
			path: { subscriptionId },
			body: {
				events: ownEvents,
				enabled,
				name: text({ as: 'Name' }),
				rules,
				url,
			},
			async run(
				{ subscriptionId: id, events: changed, enabled: on, name, rules: narrowed, url: to },
				call,
			) {
				const path = { subscriptionId: id };
				const before = await call.send('GET /NotificationSubscriptions/Http/{subscriptionId}', {
					path,
				});
				const { trades = [], categories = [], statuses = [] } = narrowed ?? {};
				const body = replaced(before, {
					Name: name,
					Url: to,
					Enabled: on,
					EventTypes: changed,
					Rules: narrowed && { Trades: trades, Categories: categories, Statuses: statuses },
				});
				await call.send('PUT /NotificationSubscriptions/Http/{subscriptionId}', { path, body });
				return { success: true, subscriptionId: id };
			},
			returns: 'nothing',
		}),
	},
});

export const signingKey = defineResource({
	value: 'signingKey',
	name: 'Signing Key',
	description: 'What the deliveries of all webhooks of the account are signed with',
	operations: {
		get: read({
			action: 'Get the signing key',
			description: 'A secret: it proves that a delivery comes from ServiceChannel',
			request: 'GET /NotificationSubscriptions/SigningKey',
		}),
		regenerate: operation({
			action: 'Regenerate the signing key',
			notice:
				'The old key ends at once. Every receiver of the account refuses deliveries until it has the new one.',
			request: 'PUT /NotificationSubscriptions/SigningKey',
		}),
	},
});
