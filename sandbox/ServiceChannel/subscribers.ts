import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { REASSIGN_REASONS } from './dispatch';
import { CodedRefusal, CODES, noRights } from './refusals';
import { callerOf, ownSubscriber } from './signIn';
import { statuses } from './statuses';
import { workOrderOf } from './states';

/** Needed from a provider, who works for several; a subscriber is the one it is. */
export function subscriberOf(request: SandboxRequest): Row {
	const { query, path, store } = request;
	const own = ownSubscriber(request);
	const id = path.subscriberId ?? query.subscriberId ?? own;
	if (id === undefined) throw new CodedRefusal(CODES.badSubscriber, 'subscriberId is needed');
	const subscriber = store.collection('subscribers').get(id);
	if (!subscriber || (own !== undefined && subscriber.Id !== own)) {
		throw noRights(`No contract with subscriber ${String(id)}`);
	}
	return subscriber;
}

/** A bare list of what one client has. */
function ofSubscriber(from: string): Handler {
	return (request) => {
		const { Id } = subscriberOf(request);
		return request.store.collection(from).where('SubscriberId', Id);
	};
}

/** The same answer for every client. */
const same =
	(answer: unknown): Handler =>
	(request) => {
		subscriberOf(request);
		return typeof answer === 'function' ? (answer as Handler)(request) : answer;
	};

const CURRENCIES: Readonly<Record<number, string>> = { 1: 'USD', 2: 'CAD' };

const currencyCode: Handler = ({ query }) => {
	const code = CURRENCIES[Number(query.currencyId)];
	if (code === undefined) throw new CodedRefusal(CODES.notFound, 'Currency was not found');
	return { AlphabeticalCode: code };
};

/** Its own, and those of its child subscribers, of which there are none here. */
const ownCategories: Handler = (request) => {
	const own = callerOf(request).SubscriberId;
	const wanted = ((request.query.subscriberIds ?? [own]) as unknown[]).map(Number);
	return request.store
		.collection('categories')
		.where('SubscriberId', own)
		.filter(({ SubscriberId }) => wanted.includes(Number(SubscriberId)));
};

const prioritiesOfLocation: Handler = (request) => {
	const { path, store, clock } = request;
	const place = store.collection('locations').require(path.locationId);
	return store
		.collection('priorities')
		.where('SubscriberId', place.SubscriberId)
		.map((row) => ({
			...row,
			LocationId: place.Id,
			ScheduledDate: new Date(clock.now()).toISOString(),
		}));
};

const statusesOfWorkOrder: Handler = (request) => {
	workOrderOf(request);
	return statuses();
};

export const subscriberRoutes: Readonly<Record<string, Handler>> = {
	'GET /workorders/categories': ofSubscriber('categories'),
	'GET /categories': ownCategories,
	'GET /priorities': ofSubscriber('priorities'),
	'GET /priorities/locations/{locationId}/priorities': prioritiesOfLocation,
	'GET /worktypes': same(
		['Repair', 'Travel', 'Inspection'].map((Name, index) => ({ Id: index + 1, Name })),
	),
	'GET /workorders/statuses': same(statuses),
	'GET /workorders/{workorderId}/statuses': statusesOfWorkOrder,
	'GET /workorders/reassign/reasons': same(REASSIGN_REASONS),
	'GET /currencies/currencyalphabeticcode': currencyCode,
	'GET /subscribers/{subscriberId}': subscriberOf,
	'GET /subscribers/{subscriberId}/rules': same([
		{ Id: 1, Name: 'RequireResolutionText', Value: false },
		{ Id: 2, Name: 'AllowDecline', Value: true },
	]),
	'GET /subscribers/{subscriberId}/workOrderRescheduleReasons': same({
		'1': 'Waiting for parts',
		'2': 'Store asked for another day',
	}),
	'GET /subscribers/{subscriberId}/dashboards': same([
		{ Id: 41, Name: 'Stores' },
		{ Id: 42, Name: 'Warehouses' },
	]),
};
