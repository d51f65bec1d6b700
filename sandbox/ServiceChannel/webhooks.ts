import { omit } from 'lodash';

import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { CodedRefusal, CODES } from './refusals';
import { callerOf } from './signIn';

const MOST_WEBHOOKS = 20;
const MOST_SUBSCRIPTIONS = 20;

/** What an event is about, as far as its name tells it; check-ins are no events of a work order. */
function objectOf(event: string): string {
	if (/^WorkOrderCheck(In|Out)$/.test(event)) return 'CheckInAndOut';
	if (event === 'RefrigerantWasUsedChanged') return 'WorkOrder';
	const [object] =
		/^(WorkOrder|Invoice|Proposal|Location|Subscriber|Provider|CheckList|Asset|LeakRecord|IssueList|Fb|Calendar|Badge)/.exec(
			event,
		) ?? [];
	return String(object);
}

/** All events of one subscription are about one object, and some take no rules. */
function checkSubscription({ EventTypes: events, Rules: rules }: Row): void {
	const objects = new Set((events as string[]).map(objectOf));
	if (objects.size !== 1) {
		throw new CodedRefusal(CODES.badRequest, 'The events of a subscription are of one object');
	}
	const ruled = Object.values((rules ?? {}) as Row).some(
		(values) => (values as unknown[]).length > 0,
	);
	if (ruled && objects.has('Fb')) throw new CodedRefusal(CODES.badRequest, 'It takes no rules');
}

function checkAddress(url: unknown): void {
	if (!/^https:\/\//.test(String(url))) {
		throw new CodedRefusal(CODES.badRequest, 'Url must begin with https://');
	}
}

/** The company whose webhooks they are. */
const ownerOf = (request: SandboxRequest): string => {
	const { SubscriberId, ProviderId } = callerOf(request);
	return SubscriberId === null
		? `provider-${String(ProviderId)}`
		: `subscriber-${String(SubscriberId)}`;
};

const mine = (request: SandboxRequest, from: string) =>
	request.store.collection(from).where('Owner', ownerOf(request));

/** One that is missing is a bad request here, not a 404. */
function oneOfMine(request: SandboxRequest, from: string): Row {
	const found = mine(request, from).find(({ Id }) => String(Id) === request.path.id);
	if (found) return found;
	const { noun } = request.store.collection(from);
	throw new CodedRefusal(CODES.notFound, `${noun} ${request.path.id} was not found`);
}

const shown = (row: Row): Row => omit(row, 'Owner');

function subscriptionsIn({ body, store }: SandboxRequest): Row[] {
	const taken = store
		.collection('webhooks')
		.all()
		.flatMap(({ Subscriptions }) => (Subscriptions as Row[]).map(({ Id }) => Number(Id)));
	let last = Math.max(60_000, ...taken);
	const given = (body.Subscriptions ?? []) as Row[];
	if (given.length > MOST_SUBSCRIPTIONS) {
		throw new CodedRefusal(CODES.badRequest, 'A webhook has 20 subscriptions at most');
	}
	for (const one of given) checkSubscription(one);
	return given.map((one) => ({
		Id: one.Id ?? ++last,
		Rules: { Trades: [], Categories: [], Statuses: [] },
		...one,
	}));
}

const createWebhook: Handler = (request) => {
	const { body, store } = request;
	checkAddress(body.Url);
	if (mine(request, 'webhooks').length >= MOST_WEBHOOKS) {
		throw new CodedRefusal(CODES.badRequest, 'There are 20 webhooks already');
	}
	const Subscriptions = subscriptionsIn(request);
	const { Id } = store.collection('webhooks').add({
		Enabled: false,
		Description: null,
		...body,
		Subscriptions,
		Owner: ownerOf(request),
	});
	return new Answer(201, { Id, SubscriptionsResponses: Subscriptions.map((one) => one.Id) });
};

/** What is left out is gone. */
const replaceWebhook: Handler = (request) => {
	const { body, store } = request;
	const row = oneOfMine(request, 'webhooks');
	checkAddress(body.Url);
	const known = (row.Subscriptions as Row[]).map(({ Id }) => Id);
	const Subscriptions = subscriptionsIn(request);
	for (const { Id } of (body.Subscriptions ?? []) as Row[]) {
		if (Id !== undefined && !known.includes(Id)) {
			throw new CodedRefusal(CODES.notFound, `Subscription ${String(Id)} was not found`);
		}
	}
	store.collection('webhooks').change(row.Id, {
		Name: body.Name,
		Url: body.Url,
		Enabled: body.Enabled ?? false,
		Description: body.Description ?? null,
		Subscriptions,
	});
	return new Answer(204);
};

const createSubscription: Handler = (request) => {
	const { body, store } = request;
	checkAddress(body.Url);
	checkSubscription(body);
	const { Id } = store.collection('httpSubscriptions').add({
		Enabled: false,
		Rules: { Trades: [], Categories: [], Statuses: [] },
		...body,
		Owner: ownerOf(request),
	});
	return new Answer(201, { Id });
};

const replaceSubscription: Handler = (request) => {
	const { body, store } = request;
	const row = oneOfMine(request, 'httpSubscriptions');
	checkAddress(body.Url);
	checkSubscription(body);
	if (body.Id !== row.Id) throw new CodedRefusal(CODES.badRequest, 'Id is needed in the body');
	store.collection('httpSubscriptions').change(row.Id, {
		Name: body.Name,
		Url: body.Url,
		Enabled: body.Enabled ?? false,
		EventTypes: body.EventTypes,
		Rules: body.Rules ?? { Trades: [], Categories: [], Statuses: [] },
	});
	return new Answer(204);
};

const removed =
	(from: string): Handler =>
	(request) => {
		request.store.collection(from).remove(oneOfMine(request, from).Id);
		return new Answer(204);
	};

const keyOf = (request: SandboxRequest): Row =>
	request.store.collection('signingKeys').get(ownerOf(request)) ??
	request.store.collection('signingKeys').add({
		Id: ownerOf(request),
		Key: `signing-key-1-of-${ownerOf(request)}`,
		Number: 1,
	});

const regenerate: Handler = (request) => {
	const { Id, Number: number } = keyOf(request);
	const next = Number(number) + 1;
	const Key = `signing-key-${next}-of-${ownerOf(request)}`;
	request.store.collection('signingKeys').change(Id, { Key, Number: next });
	return { Key };
};

export const webhookRoutes: Readonly<Record<string, Handler>> = {
	'GET /NotificationWebHooks': (request) => mine(request, 'webhooks').map(shown),
	'GET /NotificationWebHooks/{id}': (request) => shown(oneOfMine(request, 'webhooks')),
	'POST /NotificationWebHooks': createWebhook,
	'PUT /NotificationWebHooks/{id}': replaceWebhook,
	'DELETE /NotificationWebHooks/{id}': removed('webhooks'),
	'POST /test/webhooks/notifications': (request) => {
		checkAddress(request.body.Url);
		return new Answer(201);
	},
	'GET /NotificationSubscriptions/Http': (request) => mine(request, 'httpSubscriptions').map(shown),
	'GET /NotificationSubscriptions/Http/{id}': (request) =>
		shown(oneOfMine(request, 'httpSubscriptions')),
	'POST /NotificationSubscriptions/Http': createSubscription,
	'PUT /NotificationSubscriptions/Http/{id}': replaceSubscription,
	'DELETE /NotificationSubscriptions/Http/{id}': removed('httpSubscriptions'),
	'GET /NotificationSubscriptions/SigningKey': (request) => ({ Key: keyOf(request).Key }),
	'PUT /NotificationSubscriptions/SigningKey': regenerate,
};
