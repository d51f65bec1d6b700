import { equals, oneOf, type Filter } from '../core/pieces';
import { Answer, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { shape } from './briefs';
import { isSet } from './lists';
import { user } from './records';
import { callerOf } from './signIn';
import { routesOf, type Routes, type Table } from './tables';

const userFilters: Readonly<Record<string, Filter>> = {
	name: (value, { store }) => {
		const wanted = String(value).toLowerCase();
		return (row) =>
			[
				`${String(row.firstName)} ${String(row.lastName)}`,
				row.username,
				row.email,
				store.collection('companies').get(row.companyId)?.name,
			].some((text) => String(text).toLowerCase().includes(wanted));
	},
	companyId: equals('companyId'),
	locationId: equals('locationId'),
	isTech: isSet('isTech'),
	isHelper: isSet('isHelper'),
	isTechOrHelper: (wanted) => (row) => Boolean(row.isTech || row.isHelper) === wanted,
	isSales: isSet('isSales'),
	excludeUserIds: (value, request) => {
		const excluded = oneOf('id')(value, request);
		return (row) => !excluded(row);
	},
	status: oneOf('status'),
};

/** What a user has that nobody gave a value. */
export function usualUser(): Row {
	return {
		status: 'active',
		phone: '',
		isTech: false,
		isHelper: false,
		isSales: false,
		details: null,
		timezone: 'America/New_York',
		serviceLineIds: [],
		roleIds: [],
	};
}

const users: Table = {
	from: 'users',
	path: '/user',
	id: 'userId',
	key: 'users',
	show: user,
	filters: userFilters,
	// The caller's own company and active ones, unless asked.
	unless: (request) => {
		const { companyId, status } = request.query;
		const own = callerOf(request)?.companyId;
		return (row) =>
			(companyId === undefined && row.companyId !== own) ||
			(status === undefined && row.status !== 'active');
	},
	stored: (_request, body) => {
		const { password, ...rest } = body;
		const text = String(password ?? 'letters1');
		if (text.length < 8 || !/[a-z]/i.test(text) || !/\d/.test(text)) {
			throw wrongValue('password', 'must have 8 characters or more, a letter and a number');
		}
		// Nobody can read it again.
		return rest;
	},
	check: ({ store }, result, row) => {
		if (row) return;
		if (store.collection('users').where('username', result.username).length > 0) {
			throw wrongValue('username', 'must be unique');
		}
	},
};

const tableRoutes = routesOf(users, 'list read create update');

const listUsers: Handler = (request) => {
	const kinds = ['isTech', 'isHelper', 'isTechOrHelper'].filter(
		(name) => request.query[name] !== undefined,
	);
	if (kinds.length > 1) throw wrongValue(kinds[1], `does not go with ${kinds[0]}`, 'query');
	return tableRoutes['GET /user'](request);
};

const roles: Table = {
	from: 'roles',
	path: '/role',
	id: 'roleId',
	key: 'roles',
	show: shape('role', 'name description activities global'),
	rows: ({ query, store, path }) => {
		const all = store.collection('roles').all();
		const userId = path.userId ?? query.userId;
		if (userId === undefined) return all;
		const { roleIds } = store.collection('users').require(userId);
		return all.filter(({ id }) => ((roleIds ?? []) as unknown[]).includes(id));
	},
	filters: { userId: () => () => true },
};

/** Gives a role to a user, or takes it away. */
function assign(has: boolean): Handler {
	return ({ path, store }) => {
		const row = store.collection('users').require(path.userId);
		const role = store.collection('roles').get(path.roleId);
		if (!role) throw new Refusal('invalid', 'There is no such role');
		const others = ((row.roleIds ?? []) as unknown[]).filter((id) => id !== role.id);
		store.collection('users').change(row.id, { roleIds: has ? [...others, role.id] : others });
		return new Answer(200, { data: null });
	};
}

const SETTABLE =
	/^(disableClock|search-.+-index|defaultWarehouse|defaultEnRouteItem|defaultJobPrepItem|defaultOnSiteItem)$/;
const READ_ONLY = ['lastLogin', 'dismissedWelcome', 'newQuotesUi'];

function checkSettable({ name }: Row): void {
	if (READ_ONLY.includes(String(name))) {
		throw new Refusal('forbidden', `${String(name)} can only be read`);
	}
	if (!SETTABLE.test(String(name))) throw wrongValue('name', 'is not the name of a user value');
}

const values: Table = {
	from: 'userValues',
	path: '/uservalue',
	id: 'valueId',
	key: 'uservalues',
	show: shape('uservalue', 'name value', 'user:users'),
	filters: { userId: equals('userId') },
	// Numbers become text.
	stored: (_request, body) => ('value' in body ? { ...body, value: String(body.value) } : body),
	check: (_request, result, row) => {
		checkSettable(result);
		if (row) checkSettable(row);
	},
	before: (_request, row) => checkSettable(row),
};

const nest = { path: '/user/{userId}/value', id: 'valueId', parent: 'users', member: 'userId' };

const listRolesOf = (request: SandboxRequest) => {
	request.store.collection('users').require(request.path.userId);
	return routesOf(roles, 'list')['GET /role'](request);
};

export const peopleRoutes: Routes = {
	...tableRoutes,
	'GET /user': listUsers,
	...routesOf(roles, 'list read'),
	'GET /user/{userId}/role': listRolesOf,
	'POST /user/{userId}/role/{roleId}': assign(true),
	'DELETE /user/{userId}/role/{roleId}': assign(false),
	...routesOf(values, 'list read create update'),
	...routesOf(values, 'list read create update delete', nest),
};
