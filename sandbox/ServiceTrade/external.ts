import { equals, type Filter } from '../core/pieces';
import { notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { shape, type Show } from './briefs';
import { asset, deficiency } from './assets';
import { contract } from './contracts';
import { entity, entityOf, typeOfWord } from './entities';
import { tradeList } from './lists';
import { quote } from './quotes';
import { company, contact, jobInFull, location, user } from './records';
import { checkReferences } from './references';
import { callerOf } from './signIn';
import { jobItem, libItem } from './stock';
import { routesOf, together, type Routes, type Table } from './tables';

/** The kinds of records that have ids in other systems, by the word of the path. */
const SHOWN: Readonly<Record<string, Show>> = {
	asset,
	company,
	contact,
	contract,
	deficiency,
	location,
	job: jobInFull,
	jobitem: jobItem,
	libitem: libItem,
	quote,
	user,
};

function kindOf({ path }: SandboxRequest): { type: number; show: Show } {
	const show = SHOWN[path.entityType];
	const type = typeOfWord(path.entityType);
	if (!show || type === undefined) throw notFound('Type', path.entityType);
	return { type, show };
}

/** The ids that a record has elsewhere. */
function externalIdsOf(request: SandboxRequest): { type: number; record: Row; rows: Row[] } {
	const { path, store } = request;
	const { type } = kindOf(request);
	const record = entityOf(store, type, path.entityId);
	if (!record) throw notFound(path.entityType, path.entityId);
	const rows = store
		.collection('externalIds')
		.where('entityId', record.id)
		.filter((row) => row.entityType === type);
	return { type, record, rows };
}

function systemOf({ store }: SandboxRequest, name: string): Row {
	const [system] = store.collection('externalSystems').where('name', name);
	if (!system) throw notFound('External system', name);
	return system;
}

/** The record that another system knows by a value. */
function lookedUp(request: SandboxRequest, system: string, value: unknown): Row {
	const { type, show } = kindOf(request);
	const { store } = request;
	systemOf(request, system);
	const row = store
		.collection('externalIds')
		.where('value', String(value))
		.find((each) => each.entityType === type && each.system === system);
	const record = row && entityOf(store, type, row.entityId);
	if (!record) throw notFound(request.path.entityType, value);
	return show(record, request);
}

const isId = (text: string) => /^\d+$/.test(text);

/** All ids of a record, or, with the name of a system in the place of its id, the record itself. */
const readIds: Handler = (request) => {
	const { path, query } = request;
	if (!isId(path.entityId)) {
		if (query.value === undefined) throw wrongValue('value', 'is required', 'query');
		return lookedUp(request, path.entityId, query.value);
	}
	const { rows } = externalIdsOf(request);
	const values = Object.fromEntries(rows.map((row) => [String(row.system), row.value]));
	// An empty map goes out as an empty list, as PHP writes it.
	return { values: rows.length === 0 ? [] : values };
};

const readId: Handler = (request) => {
	const { path } = request;
	if (!isId(path.entityId)) return lookedUp(request, path.entityId, path.externalSystem);
	const { rows } = externalIdsOf(request);
	systemOf(request, path.externalSystem);
	return { value: rows.find(({ system }) => system === path.externalSystem)?.value ?? null };
};

const writeId: Handler = (request) => {
	const { path, body, method, store } = request;
	const { type, record, rows } = externalIdsOf(request);
	const system = systemOf(request, path.externalSystem);
	checkReferences(request);
	const ids = store.collection('externalIds');
	const old = rows.find((row) => row.system === system.name);
	if (body.value === '' && method === 'PUT') {
		if (old) ids.remove(old.id);
		return { value: null };
	}
	if (!body.value) throw wrongValue('value', 'is required');
	const canSync = (system.syncableTypes as unknown[]).includes(path.entityType);
	const syncId =
		body.syncId ??
		(canSync
			? store.collection('externalSyncs').add({
					entityType: type,
					entityId: record.id,
					systemId: system.id,
					status: 'manual',
					userId: callerOf(request)?.id,
				}).id
			: null);
	const values = { value: String(body.value), syncId };
	if (old) ids.change(old.id, values);
	else ids.add({ entityType: type, entityId: record.id, system: system.name, ...values });
	return { value: values.value };
};

const sync = shape(
	'externalsync',
	'status details created updated',
	'user:users parent:externalSyncs',
	(row, request) => {
		const system = request.store.collection('externalSystems').get(row.systemId);
		return {
			entity: entity(row, request),
			system: system ? { id: system.id, name: system.name } : null,
		};
	},
);

const current: Filter = (wanted, { store }) => {
	const latest = new Map<string, unknown>();
	for (const row of store.collection('externalSyncs').all()) {
		latest.set([row.entityType, row.entityId, row.systemId].join('/'), row.id);
	}
	const ids = new Set(latest.values());
	return (row) => wanted !== true || ids.has(row.id);
};

const syncs: Table = {
	from: 'externalSyncs',
	path: '/externalsync',
	id: 'externalSyncId',
	key: 'externalSyncs',
	show: sync,
	filters: {
		status: equals('status'),
		entityType: equals('entityType'),
		entityId: equals('entityId'),
		isCurrent: current,
	},
	stored: (request, body, row) =>
		row ? body : { status: 'pending', details: {}, userId: callerOf(request)?.id ?? null, ...body },
	check: ({ store }, result) => {
		if (!entityOf(store, result.entityType, result.entityId)) {
			throw wrongValue('entityId', 'does not exist');
		}
		if (
			(result.parentId ?? null) !== null &&
			!store.collection('externalSyncs').get(result.parentId)
		) {
			throw wrongValue('parentId', 'does not exist');
		}
	},
};

const syncRoutes = routesOf(syncs, 'list read create update');

const listSyncs: Handler = (request) => {
	const { entityId, entityType } = request.query;
	if (entityId !== undefined) together({ entityId, entityType }, 'entityId', 'entityType');
	return syncRoutes['GET /externalsync'](request);
};

const SYSTEM_TYPES = [
	'standard',
	'quickbooks',
	'intacct',
	'nearbynow',
	'dcspectrum',
	'fattmerchant',
];

const systems: Table = {
	from: 'externalSystems',
	path: '/externalsystem',
	id: 'externalSystemId',
	key: 'externalSystems',
	show: ({ id, name, label, type, syncableTypes, created, updated }) => ({
		id,
		name,
		label,
		type,
		syncableTypes,
		created,
		updated,
	}),
	stored: (_request, body, row) => (row ? body : { type: 'standard', syncableTypes: [], ...body }),
	check: ({ store }, result, row) => {
		// These occur; which of them can be written is not said.
		if (!SYSTEM_TYPES.includes(String(result.type))) throw wrongValue('type', 'is not known');
		const types = (result.syncableTypes ?? []) as unknown[];
		if (types.length > 0 && result.type !== 'standard') {
			throw wrongValue('syncableTypes', 'is for standard systems only');
		}
		const twin = store.collection('externalSystems').where('name', result.name)[0];
		if (twin && twin !== row) throw wrongValue('name', 'must be unique');
	},
};

/** The list is `data` itself. */
const listSystems: Handler = (request) => {
	const answer = tradeList('externalSystems', { key: 'rows', show: systems.show })(request);
	return (answer as { rows: Row[] }).rows;
};

/** Ids of the system that was there before, by the word of the path. */
function legacyLookup(word: string): Handler {
	return ({ path, query, store }) => {
		const isCompany = word === 'company';
		// Reverse and the type are for companies only.
		const kind = isCompany ? String(query.type ?? 'vendor') : word;
		if (query.reverse !== undefined && query.reverse !== 0 && query.reverse !== 1) {
			throw new Refusal('invalid', 'reverse is 1 or nothing');
		}
		const reverse = query.reverse === 1;
		const row = store
			.collection('legacyIds')
			.where(reverse ? 'entityId' : 'legacyId', Number(path.legacyId))
			.find((each) => each.kind === kind);
		if (!row) throw notFound(`Legacy ${word}`, path.legacyId);
		const id = reverse ? row.legacyId : row.entityId;
		// A user comes with the company that it belongs to.
		return word === 'user'
			? { id, companyId: store.collection('users').require(row.entityId).companyId }
			: { id };
	};
}

export const externalRoutes: Routes = {
	'GET /externalid/{entityType}/{entityId}': readIds,
	'GET /externalid/{entityType}/{entityId}/{externalSystem}': readId,
	'POST /externalid/{entityType}/{entityId}/{externalSystem}': writeId,
	'PUT /externalid/{entityType}/{entityId}/{externalSystem}': writeId,
	...syncRoutes,
	'GET /externalsync': listSyncs,
	...routesOf(systems, 'read create update'),
	'GET /externalsystem': listSystems,
	...Object.fromEntries(
		['company', 'job', 'location', 'serviceline', 'user'].map((word) => [
			`GET /legacylookup/${word}/{legacyId}`,
			legacyLookup(word),
		]),
	),
};
