import { contains, equals, list, pagesBy, read } from '../core/pieces';
import { Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { locations, providers, STORAGE_PATH, trades, users } from './entities';
import { entityList, PLAIN_HTTP_PATH } from './odata';
import { CodedRefusal, CODES, noRights } from './refusals';
import { callerOf } from './signIn';
import { LIST_SIZE, statuses } from './workOrders';

/** Needed from a provider, who works for several. */
function subscriberOf({ query, path, store }: SandboxRequest): Row {
	const id = path.subscriberId ?? query.subscriberId;
	if (id === undefined) throw new CodedRefusal(CODES.badSubscriber, 'subscriberId is needed');
	const subscriber = store.collection('subscribers').get(id);
	if (!subscriber) throw noRights(`No contract with subscriber ${String(id)}`);
	return subscriber;
}

/** A bare list of what one client has. */
function ofSubscriber(from: string): Handler {
	return (request) => {
		const { Id } = subscriberOf(request);
		return request.store.collection(from).where('SubscriberId', Id);
	};
}

/** A provider must say whose, or which one. */
function needsSubscriber(names: ReadonlySet<string>): undefined {
	if (!names.has('SubscriberId') && !names.has('Id')) {
		throw new CodedRefusal(CODES.badSubscriber, 'Filter by SubscriberId');
	}
}

const profile: Handler = (request) => {
	const { Id, UserName, FullName, Email, ProviderId } = callerOf(request);
	return { Id, UserName, FullName, Email, ProviderId, SubscriberId: null, UserType: 'Corporate' };
};

/** Not for providers, whatever they ask for. */
const SUBSCRIBERS_ONLY = [
	'GET /categories',
	'GET /users',
	'GET /providers/getbytradeid',
	'GET /odata/invoices',
	'GET /odata/rfps',
	'PUT /locations/{locationId}',
	'PATCH /workorders/{workorderId}/notes/{noteId}',
	'GET /subscribers/{subscriberId}/dashboards',
];

const subscribersOnly: Handler = () => {
	throw noRights('This call is rejected by security permissions');
};

export const catalogueRoutes: Readonly<Record<string, Handler>> = {
	...Object.fromEntries(SUBSCRIBERS_ONLY.map((key) => [key, subscribersOnly])),
	'GET /users/current/profile': profile,
	'GET /odata/users': entityList('users', users),
	'GET /odata/locations': entityList('locations', locations, { window: needsSubscriber }),
	'GET /odata/trades': entityList('trades', trades, { window: needsSubscriber }),
	'GET /odata/locations({locationId})/trades': entityList('trades', trades, {
		rows: ({ store, path }) => {
			const place = store.collection('locations').require(path.locationId);
			return store.collection('trades').where('SubscriberId', place.SubscriberId);
		},
	}),
	'GET /odata/providerassignment/Service.GetAssigned()': entityList('providers', providers),
	'GET /locations': list({
		from: 'locations',
		filters: { id: equals('Id'), storeIdentifier: equals('StoreId'), name: contains('Name') },
		paging: pagesBy({
			...LIST_SIZE,
			answer: ({ rows, total }) => ({ Locations: rows, TotalCount: total }),
		}),
		show: (row, request) => locations.show(row, request),
	}),
	'GET /locations/{locationId}': read('locations', {
		show: (row, request) => ({
			...locations.show(row, request),
			TimezoneName: row.TimeZoneShortDescription,
		}),
	}),
	'GET /workorders/categories': ofSubscriber('categories'),
	'GET /priorities': ofSubscriber('priorities'),
	'GET /worktypes': (request) => {
		subscriberOf(request);
		return ['Repair', 'Travel', 'Inspection'].map((Name, index) => ({ Id: index + 1, Name }));
	},
	'GET /workorders/statuses': (request) => {
		subscriberOf(request);
		return statuses(request);
	},
	'GET /workorders/reassign/reasons': (request) => {
		subscriberOf(request);
		return ['Cannot attend', 'Wrong trade'].map((Name, index) => ({
			Id: index + 1,
			Name,
			Value: Name,
		}));
	},
	'GET /subscribers/{subscriberId}': subscriberOf,
	'GET /subscribers/{subscriberId}/workOrderRescheduleReasons': (request) => {
		subscriberOf(request);
		return { '1': 'Waiting for parts', '2': 'Store asked for another day' };
	},
};

/** What stands outside the API: files, which want no sign-in, and the insecure address. */
export const elsewhere: Handler = ({ url, headers, store, method }) => {
	if (url.startsWith(`${PLAIN_HTTP_PATH}/`)) {
		return new Answer(400, { Message: 'HTTPS is required' });
	}
	if (!url.startsWith(STORAGE_PATH)) return undefined;
	const [row] = store.collection('attachments').where('StoredAs', url.slice(STORAGE_PATH.length));
	if (headers.authorization !== undefined || !row || method !== 'GET') {
		return new Answer(headers.authorization === undefined ? 404 : 400, '<Error/>', {
			'content-type': 'application/xml',
		});
	}
	return new Answer(200, row.Bytes, { 'content-type': String(row.ContentType) });
};
