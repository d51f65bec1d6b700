import { anything, equals, hasOneOf, type Filter } from '../core/pieces';
import { Answer, notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { shape } from './briefs';
import {
	COMPANY,
	entity,
	entityOf,
	JOB,
	LOCATION,
	QUOTE,
	relatedServices,
	SERVICE_REQUEST,
} from './entities';
import { tradeList } from './lists';
import { callerOf } from './signIn';
import { create, requireFilter, routesOf, type Routes, type Table } from './tables';

const ASSET = 2;
const TIMES = ['createdAfter', 'createdBefore', 'updatedAfter', 'updatedBefore'];
const FLAGS_HANDED_DOWN = ['tech', 'schedule'];

const comment = shape(
	'comment',
	'content visibility created updated',
	'author:users',
	(row, request) => ({
		entity: entity(row, request),
	}),
);

function check({ store }: SandboxRequest, result: Row): void {
	const { entityType, entityId, visibility } = result;
	if (!entityOf(store, entityType, entityId)) {
		throw new Refusal('forbidden', 'Invalid Entity ID for comment');
	}
	const flags = (visibility ?? []) as string[];
	const wrong = flags.find((flag) => flag !== 'public' && flag !== 'tech');
	if (entityType === ASSET && wrong !== undefined) {
		throw wrongValue('visibility', 'of a comment on an asset is public or tech');
	}
}

const table: Table = {
	from: 'comments',
	path: '/comment',
	id: 'commentId',
	key: 'comments',
	show: comment,
	check,
	stored: (request, body, row) => ({
		...body,
		visibility: body.visibility ?? row?.visibility ?? [],
		authorId: row?.authorId ?? callerOf(request)?.id ?? null,
	}),
};

type Entity = readonly [type: number, id: unknown];

/** Whose comments a job or a location hands on, where they are for technicians or schedulers. */
function ancestorsOf(store: Store, [type, id]: Entity): Entity[] {
	const row = entityOf(store, type, id);
	if (type === JOB) {
		return [
			[LOCATION, row?.locationId],
			[COMPANY, row?.customerId],
		];
	}
	return type === LOCATION ? [[COMPANY, row?.companyId]] : [];
}

const belongsTo =
	([type, id]: Entity) =>
	(row: Row) =>
		row.entityType === type && row.entityId === id;

function commentsOf(request: SandboxRequest, about: Entity): readonly Row[] {
	const { query, store } = request;
	const all = store.collection('comments').all();
	const own = all.filter(belongsTo(about));
	const services = query.includeRelatedEntities === true ? relatedServices(store, ...about) : [];
	const related = services.flatMap(({ id }) => all.filter(belongsTo([SERVICE_REQUEST, id])));
	const others = Object.keys(query).filter(
		(name) => !['entityId', 'entityType', 'visibility', 'page'].includes(name),
	);
	// Any other filter drops what is handed down.
	const inherited =
		others.length > 0
			? []
			: ancestorsOf(store, about).flatMap((ancestor) =>
					all.filter(
						(row) =>
							belongsTo(ancestor)(row) &&
							(row.visibility as string[]).some((flag) => FLAGS_HANDED_DOWN.includes(flag)),
					),
				);
	return [...own, ...related, ...inherited];
}

const filters: Readonly<Record<string, Filter>> = {
	entityId: anything,
	entityType: anything,
	includeRelatedEntities: anything,
	visibility: hasOneOf('visibility'),
	authorId: equals('authorId'),
};

const options = { key: 'comments', filters, show: comment };

/** The only list that is printed without `data` around it. */
const listComments: Handler = (request) => {
	const { entityId, entityType } = request.query;
	if (entityId === undefined) requireFilter(request, ['entityId', ...TIMES], 'wrongMethod');
	const rows =
		entityId === undefined
			? request.store.collection('comments').where('entityType', entityType)
			: commentsOf(request, [Number(entityType), entityId]);
	return new Answer(200, tradeList('comments', { ...options, rows: () => rows })(request));
};

const NESTS = [
	['job', 'jobId', 'jobs', JOB],
	['company', 'companyId', 'companies', COMPANY],
	['location', 'locationId', 'locations', LOCATION],
	['servicerequest', 'serviceRequestId', 'serviceRequests', SERVICE_REQUEST],
	['quote', 'quoteId', 'quotes', QUOTE],
] as const;

/** Comments under the record that they are about, which then need no type and id. */
function nested([resource, placeholder, collection, type]: (typeof NESTS)[number]): Routes {
	const parent = `/${resource}/{${placeholder}}`;
	const about = ({ store, path }: SandboxRequest): Entity => [
		type,
		store.collection(collection).require(path[placeholder]).id,
	];
	const routes: Routes = {
		[`GET ${parent}/comment`]: (request) =>
			tradeList('comments', { ...options, rows: () => commentsOf(request, about(request)) })(
				request,
			),
		[`POST ${parent}/comment`]: (request) => {
			const [entityType, entityId] = about(request);
			return comment(create(request, table, { entityType, entityId }), request);
		},
	};
	// One comment of a quote has no address of its own.
	if (type === QUOTE) return routes;
	routes[`GET ${parent}/comment/{commentId}`] = (request) => {
		const id = request.path.commentId;
		const row = commentsOf(request, about(request)).find((one) => String(one.id) === id);
		if (!row) throw notFound('Comment', id);
		return comment(row, request);
	};
	return routes;
}

export const commentRoutes: Routes = {
	...routesOf(table, 'read create update delete'),
	'GET /comment': listComments,
	...Object.assign({}, ...NESTS.map(nested)),
};
