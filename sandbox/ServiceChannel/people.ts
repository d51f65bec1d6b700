import { anything, list, pagesBy } from '../core/pieces';
import { notFound } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { providerAssignments } from './commercialEntities';
import { providers, users } from './entities';
import { entity, entityList } from './odata';
import { callerOf } from './signIn';

const profile: Handler = (request) => {
	const { Id, UserName, FullName, Email, ProviderId, SubscriberId } = callerOf(request);
	return { Id, UserName, FullName, Email, ProviderId, SubscriberId, UserType: 'Corporate' };
};

/** Those of the caller's own company. */
function colleagues(request: SandboxRequest): readonly Row[] {
	const { SubscriberId, ProviderId } = callerOf(request);
	const all = request.store.collection('users');
	return SubscriberId === null
		? all.where('ProviderId', ProviderId)
		: all.where('SubscriberId', SubscriberId);
}

const userOf: Handler = (request) => {
	const row = colleagues(request).find(({ Id }) => String(Id) === request.path.id);
	if (!row) throw notFound('User', request.path.id);
	const { Id, UserName, Email, SubscriberId } = row;
	return {
		Id,
		InfoSubscriberId: SubscriberId,
		UserName,
		Email,
		// The vendor's document has this member.
		Password: 'not-for-anybody',
		FeedRole: null,
		LocationAccess: null,
		User: users.show(row, request),
	};
};

const listUsers = list({
	from: 'users',
	rows: colleagues,
	filters: {
		subscriberId: anything,
		userFilterType: anything,
		includeMliInfo: anything,
		includeMlpInfo: anything,
		includeTotalCount: anything,
		feedRolesFilter: (roles) => (row) =>
			(row.Roles as string[]).some((role) => (roles as string[]).includes(role)),
	},
	paging: pagesBy({
		position: { name: 'startIndex', counts: 'records' },
		size: { name: 'maxCount', usual: Infinity },
		total: () => false,
		answer: ({ rows }) => rows,
	}),
	show: (row, request) => users.show(row, request),
});

/** A provider sees the clients' assignments to itself. */
function assignments({ store, account }: SandboxRequest): readonly Row[] {
	const { ProviderId } = callerOf({ store, account });
	const all = store.collection('providerAssignments');
	return ProviderId === null ? all.all() : all.where('ProviderId', ProviderId);
}

const provider = (request: SandboxRequest): Row =>
	request.store.collection('providers').require(request.path.providerId);

export const peopleRoutes: Readonly<Record<string, Handler>> = {
	'GET /users/current/profile': profile,
	'GET /odata/users': entityList('users', users, { rows: colleagues }),
	'GET /users': listUsers,
	'GET /users/{id}': userOf,
	'GET /employees/{employeeId}/users': (request) =>
		colleagues(request)
			.filter(({ EmployeeId }) => EmployeeId === request.path.employeeId)
			.map((row) => users.show(row, request)),
	'GET /users/features': () => ({ Features: ['WebHooks', 'MultipleAssetsPerWorkOrder'] }),
	'GET /odata/providerassignment/Service.GetAssigned()': entityList('providers', providers),
	'GET /odata/detailedProviders/Service.Get(providerId={providerId})': entity(
		{ ...providers, name: 'detailedProviders' },
		provider,
	),
	'GET /odata/GetProviderAssignments': entityList('providerAssignments', providerAssignments, {
		rows: assignments,
	}),
	'GET /providers/getbytradeid': ({ query, store }) => ({
		Providers: [
			...new Set(
				store
					.collection('providerAssignments')
					.where('TradeId', query.tradeId)
					.map(({ ProviderId }) => ProviderId),
			),
		]
			.map((id) => store.collection('providers').require(id))
			.map(({ Id, Name, DoNotDispatch }) => ({ Id, Name, DoNotDispatch })),
	}),
	'GET /providers/GetProviderLocationAssignments': (request) =>
		assignments(request).map(({ SubscriberId, LocationId, TradeId, CreatedDate }) => ({
			SubscriberId,
			LocationId,
			TradeId,
			FirstContractDate: CreatedDate,
		})),
};
