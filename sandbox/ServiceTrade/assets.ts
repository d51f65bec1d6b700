import { equals, hasOneOf, oneOf, type Filter } from '../core/pieces';
import { notFound, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { many, one, shape } from './briefs';
import { inRegions } from './geography';
import { allTags, named, through } from './lists';
import { callerOf } from './signIn';
import { create, routesOf, type Routes, type Table } from './tables';

export const asset = shape(
	'asset',
	'name type status display properties orderIndex created updated',
	'location:locations parent:assets',
	(row, request) => {
		const definition = definitionOf(request, row.type);
		return {
			legacyId: null,
			serviceLine: one('serviceLines', definition?.serviceLineId, request),
			assetDefinition: one('assetDefinitions', definition?.id, request),
		};
	},
);

function definitionOf({ store }: SandboxRequest, type: unknown): Row | undefined {
	return store.collection('assetDefinitions').where('type', type)[0];
}

/** The assets of the services that pass and are not canceled. */
function ofServices({ store }: SandboxRequest, fits: (service: Row) => boolean): Set<unknown> {
	const services = store.collection('serviceRequests').all();
	return new Set(
		services
			.filter((service) => service.status !== 'canceled' && fits(service))
			.map(({ assetId }) => assetId),
	);
}

const filters: Readonly<Record<string, Filter>> = {
	locationId: equals('locationId'),
	jobId: (value, request) => {
		const ids = ofServices(request, ({ jobId }) => jobId === value);
		return (row) => ids.has(row.id);
	},
	appointmentId: (value, request) => {
		const appointment = request.store.collection('appointments').get(value);
		const services = ((appointment?.services ?? []) as Row[]).map((each) => each.serviceRequestId);
		const ids = ofServices(request, ({ id }) => services.includes(id));
		return (row) => ids.has(row.id);
	},
	serviceLineIds: (value, request) => {
		const wanted = oneOf('serviceLineId')(value, request);
		return (row) => wanted(definitionOf(request, row.type) ?? {});
	},
	type: oneOf('type'),
	status: oneOf('status'),
	parentId: equals('parentId'),
	name: named,
	search: (value) => {
		const wanted = String(value).toLowerCase();
		return (row) =>
			[row.name, row.display, ...Object.values((row.properties ?? {}) as Row)].some((text) =>
				String(text).toLowerCase().includes(wanted),
			);
	},
};

const without = (request: SandboxRequest, names: readonly string[]): SandboxRequest => ({
	...request,
	query: Object.fromEntries(
		Object.entries(request.query).filter(([name]) => !names.includes(name)),
	),
});

/** The children of all that pass come along where they are asked for. */
function withChildren(list: Handler): Handler {
	return (request) => {
		if (request.query.includeChildAssets !== true)
			return list(without(request, ['includeChildAssets']));
		const answer = list(without(request, ['includeChildAssets'])) as { assets: Row[] };
		const ids = new Set(answer.assets.map(({ id }) => id));
		const children = request.store
			.collection('assets')
			.all()
			.filter(({ id, parentId }) => ids.has(parentId) && !ids.has(id));
		return { ...answer, assets: [...answer.assets, ...children.map((row) => asset(row, request))] };
	};
}

/** What an asset has that nobody gave a value. */
export function usualAsset({ id, type }: Row): Row {
	const word = String(type).replace(/_/g, ' ');
	return {
		name: `${word.charAt(0).toUpperCase()}${word.slice(1)} ${String(id)}`,
		display: `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
		status: 'active',
		parentId: null,
		orderIndex: null,
	};
}

const assets: Table = {
	from: 'assets',
	path: '/asset',
	id: 'assetId',
	key: 'assets',
	show: asset,
	filters,
	unless: ({ query }) =>
		query.status === undefined ? ({ status }) => status !== 'active' : undefined,
	needs: [
		[
			'locationId',
			'jobId',
			'appointmentId',
			'createdAfter',
			'createdBefore',
			'updatedAfter',
			'updatedBefore',
		],
		'wrongMethod',
	],
	stored: (_request, body, row) =>
		row && body.properties
			? { ...body, properties: { ...(row.properties as Row), ...(body.properties as Row) } }
			: body,
	check: (request, result, row) => {
		const definition = definitionOf(request, result.type);
		if (!definition) throw wrongValue('type', 'is not the type of an asset definition');
		// Properties are those of the definition.
		const sent = Object.keys((request.body.properties ?? {}) as Row);
		const unknown = sent.find((name) => !(name in (definition.properties as Row)));
		if (unknown !== undefined)
			throw wrongValue(`properties.${unknown}`, 'is not a property of this type');
		if ((result.parentId ?? null) === null) return;
		const parent = request.store.collection('assets').get(result.parentId);
		const allowed = (definition.parentTypes ?? []) as unknown[];
		if (!parent || parent === row || !allowed.includes(parent.type)) {
			throw wrongValue('parentId', 'must be an asset of a type that may be the parent');
		}
	},
	usedBy: [
		['serviceRequests', 'assetId'],
		['deficiencies', 'assetId'],
		['assets', 'parentId'],
		['serviceRecurrences', 'assetId'],
	],
};

const definitions: Table = {
	from: 'assetDefinitions',
	path: '/assetdefinition',
	id: 'idOrType',
	key: 'assetDefinitions',
	show: shape(
		'assetdefinition',
		'display instanceName type properties active created updated',
		'serviceLine:serviceLines',
		(row, request) => ({
			parentAssetTypes: many(
				'assetDefinitions',
				((row.parentTypes ?? []) as unknown[]).map((type) => definitionOf(request, type)?.id),
				request,
			),
		}),
	),
	filters: { active: (wanted) => (row) => wanted !== true || row.active === true },
};

const byIdOrType: Handler = (request) => {
	const { idOrType } = request.path;
	const row =
		request.store.collection('assetDefinitions').get(idOrType) ?? definitionOf(request, idOrType);
	if (!row) throw notFound('Asset definition', idOrType);
	return definitions.show(row, request);
};

export const deficiency = shape(
	'deficiency',
	'refNumber reportedOn severity title status resolution reportSource description proposedFix visibility created updated',
	'owner:users sales:users reporter:users asset:assets location:locations serviceLine:serviceLines job:jobs',
	(row) => ({ lastReportedStatus: row.status }),
);

const atPlace = (filter: Filter): Filter => through('locationId', 'locations', filter);

const deficiencies: Table = {
	from: 'deficiencies',
	path: '/deficiency',
	id: 'deficiencyId',
	key: 'deficiencies',
	show: deficiency,
	filters: {
		refNumber: equals('refNumber'),
		severity: equals('severity'),
		status: equals('status'),
		lastReportedStatus: equals('status'),
		resolution: equals('resolution'),
		assetId: equals('assetId'),
		locationId: oneOf('locationId'),
		companyId: atPlace(oneOf('companyId')),
		officeIds: atPlace(hasOneOf('officeIds')),
		regionIds: atPlace(inRegions),
		quoteRequestId: (value, { store }) => {
			const requests = store.collection('quoteRequests').all();
			const wanted =
				value === 'false' ? requests : requests.filter(({ id }) => String(id) === String(value));
			const quoted = new Set(
				wanted
					.flatMap((row) => (row.serviceRequestIds ?? []) as unknown[])
					.map((id) => store.collection('serviceRequests').get(id)?.deficiencyId),
			);
			return (row) => quoted.has(row.id) !== (value === 'false');
		},
		ownerId: oneOf('ownerId'),
		salesId: oneOf('salesId'),
		tag: allTags,
		reportingJobId: hasOneOf('jobIds'),
	},
	stored: (request, body, row) => {
		const { store } = request;
		const { jobId } = body;
		const jobIds = [...((row?.jobIds ?? []) as unknown[]), ...(jobId ? [jobId] : [])];
		const place = store.collection('assets').get(body.assetId)?.locationId;
		const moved = place === undefined ? {} : { locationId: place };
		if (row) return { ...body, ...moved, jobIds };
		return {
			...body,
			...moved,
			jobIds,
			salesId: body.salesId ?? store.collection('jobs').get(jobId)?.salesId ?? null,
			reporterId: body.reporterId ?? callerOf(request)?.id ?? null,
			serviceLineId:
				body.serviceLineId ??
				definitionOf(request, store.collection('assets').get(body.assetId)?.type)?.serviceLineId,
		};
	},
	usedBy: [['serviceRequests', 'deficiencyId']],
};

/** What a deficiency has that nobody gave a value. */
export function usualDeficiency({ id, created }: Row): Row {
	return {
		refNumber: String(id),
		name: `Deficiency #${String(id)}`,
		title: `Deficiency #${String(id)}`,
		reportedOn: created,
		severity: 'inoperable',
		status: 'new',
		resolution: 'new',
		reportSource: 'mobile',
		description: '',
		proposedFix: null,
		ownerId: null,
		salesId: null,
		jobId: null,
		// The account's own default.
		visibility: [],
		tagIds: [],
	};
}

const underAsset = {
	path: '/asset/{assetId}/deficiency',
	id: 'deficiencyId',
	parent: 'assets',
	member: 'assetId',
};
const underLocation = {
	path: '/location/{locationId}/asset',
	id: 'assetId',
	parent: 'locations',
	member: 'locationId',
};

function wrapped(routes: Routes): Routes {
	return Object.fromEntries(
		Object.entries(routes).map(([key, handler]) => [
			key,
			/^GET .*\/asset$/.test(key) ? withChildren(handler) : handler,
		]),
	);
}

export const assetRoutes: Routes = {
	...wrapped(routesOf(assets, 'list read create update delete')),
	...wrapped(routesOf(assets, 'list read', underLocation)),
	...routesOf(definitions, 'list'),
	'GET /assetdefinition/{idOrType}': byIdOrType,
	...routesOf(deficiencies, 'list read create update post delete'),
	...routesOf(deficiencies, 'list read', underAsset),
	'POST /asset/{assetId}/deficiency': (request) => {
		const { id } = request.store.collection('assets').require(request.path.assetId);
		return deficiency(create(request, deficiencies, { assetId: id }), request);
	},
};
