import { anything, contains, equals, hasOneOf } from '../core/pieces';
import { Answer, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler } from '../core/vendor';
import { serviceLine, shape, uriOf } from './briefs';
import { isInRegion } from './geography';
import { named } from './lists';
import { JOB_TYPES } from './parameters';
import { checkReferences } from './references';
import { routesOf, type Routes, type Table } from './tables';

const TERMS = { changeOrderTermsId: 1, jobTermsId: 1, quoteTermsId: 2, invoiceTermsId: 3 };

/** Thirty-three types exist; an account has its own choice of them. */
const ACCOUNT_JOB_TYPES = JOB_TYPES.filter((type) => !['pickup', 'exchange'].includes(type));

const accountSettings: Handler = () => ({
	jobTypes: ACCOUNT_JOB_TYPES,
	itemTypes: ['part', 'material', 'labor', 'equipment', 'inspection', 'service', 'fee', 'other'],
	mobileJobTaskWorkflow: ['comment', 'attachment', 'deficiency'],
	mobileJobItemConfirmation: ['jobs'],
	assetDefinitions: [1, 2],
	...TERMS,
	attachmentVisibility: ['public'],
	deficiencyVisibility: ['private'],
	commentVisibility: ['private', 'tech', 'schedule'],
	jobItemVisibility: ['public'],
	quoteDetailLevel: ['public', 'items'],
	invoiceDetailLevel: ['public', 'items_by_type'],
	salesTaxSource: 'taxgroup',
});

const regions: Table = {
	from: 'regions',
	path: '/region',
	id: 'regionId',
	key: 'regions',
	show: shape('region', 'name color points', 'offices[]:locations'),
	filters: {
		name: named,
		officeIds: hasOneOf('officeIds'),
		'contains[lat]': (_value, { query }) => holdsPoint(query),
		'contains[lon]': (_value, { query }) => holdsPoint(query),
	},
	stored: (_request, body, row) => (row ? body : { color: null, officeIds: [], ...body }),
	check: (_request, { points }) => {
		const list = points as unknown[];
		const isPoint = (point: unknown) =>
			Array.isArray(point) && point.length === 2 && point.every((each) => typeof each === 'number');
		// Fewer than three bound nothing.
		if (list.length < 3 || !list.every(isPoint)) {
			throw wrongValue('points', 'must be three or more pairs of latitude and longitude');
		}
	},
	deleted: 200,
};

const holdsPoint = (point: Row) => (row: Row) =>
	isInRegion(row, Number(point['contains[lat]']), Number(point['contains[lon]']));

const serviceLines: Table = {
	from: 'serviceLines',
	path: '/serviceline',
	id: 'serviceLineId',
	key: 'servicelines',
	show: serviceLine,
	filters: { tradeName: contains('trade'), showAll: anything },
	unless: ({ query }) => (query.showAll === true ? undefined : (row) => row.provided === false),
};

const terms: Table = {
	from: 'terms',
	path: '/terms',
	id: 'termsId',
	key: 'terms',
	show: shape('terms', 'name content'),
	usedBy: [
		['jobs', 'termsId'],
		['quotes', 'termsId'],
		['invoices', 'termsId'],
		['quoteTemplates', 'termsId'],
		['contracts', 'jobTermsId'],
		['contracts', 'quoteTermsId'],
		['contracts', 'invoiceTermsId'],
	],
};

const paymentTerms: Table = {
	from: 'paymentTerms',
	path: '/paymentterms',
	id: 'paymentTermsId',
	// As it is printed, with an s too many.
	key: 'paymenttermss',
	show: shape('paymentterms', 'name orderIndex'),
};

const entityFilters: Table = {
	from: 'entityFilters',
	path: '/entityfilter',
	id: 'entityFilterId',
	key: 'entityFilters',
	show: shape('entityfilter', 'name type', 'company:companies locations[]:locations'),
	filters: { name: named, type: equals('type') },
};

const warehouses: Table = {
	from: 'warehouses',
	path: '/warehouse',
	id: 'warehouseId',
	key: 'warehouses',
	show: shape('warehouse', 'name status created updated', 'office:locations'),
	filters: {
		officeId: equals('officeId'),
		status: (value) => (row) => value === 'all' || row.status === value,
	},
	unless: ({ query }) =>
		query.status === undefined ? ({ status }) => status !== 'active' : undefined,
	stored: (_request, body, row) => (row ? body : { status: 'active', officeId: null, ...body }),
};

const CONTEXT = ['customerId', 'locationId', 'officeId', 'regionId', 'serviceLineId', 'jobType'];

const contexts: Table = {
	from: 'jobContexts',
	path: '/jobcontext',
	id: 'jobContextId',
	key: 'jobContexts',
	show: shape(
		'jobcontext',
		'jobType',
		'customer:companies location:locations office:locations region:regions serviceLine:serviceLines',
		(row, request) => ({
			attachments: request.store
				.collection('attachments')
				.where('entityId', row.id)
				.filter(({ entityType }) => entityType === JOB_CONTEXT)
				.map(({ id }) => ({ id, uri: uriOf(request, 'attachment', id) })),
		}),
	),
	deleted: 200,
};

const JOB_CONTEXT = 19;

/** The context of these things, made where there is none yet; they stand in the query. */
const findContext: Handler = (request) => {
	const { query, store } = request;
	checkReferences({ store, body: query }, 'notFound');
	const wanted = Object.fromEntries(CONTEXT.map((name) => [name, query[name] ?? null]));
	const found = store
		.collection('jobContexts')
		.all()
		.find((row) => CONTEXT.every((name) => (row[name] ?? null) === wanted[name]));
	return contexts.show(found ?? store.collection('jobContexts').add(wanted), request);
};

export const catalogueRoutes: Routes = {
	'GET /': ({ clock }) => ({
		version: 'sandbox',
		serverTime: Math.floor(clock.now() / 1000),
	}),
	'GET /accountsettings': accountSettings,
	...routesOf(regions, 'list read create update delete'),
	// Works out anew which locations lie in the region; nothing is lost.
	'DELETE /region/{regionId}/cache': ({ path, store }) => {
		store.collection('regions').require(path.regionId);
		return new Answer(200, { data: null });
	},
	...routesOf(serviceLines, 'list read'),
	...routesOf(terms, 'list read create update post delete'),
	...routesOf(paymentTerms, 'list read'),
	...routesOf(entityFilters, 'list read'),
	...routesOf(warehouses, 'list read create update'),
	...routesOf(contexts, 'list read delete'),
	'POST /jobcontext': findContext,
	// The table has it as 200 and as 405, and names nothing that could be changed.
	'PUT /jobcontext/{jobContextId}': ({ path }) => {
		throw new Refusal('wrongMethod', `Job context ${path.jobContextId} cannot be changed`);
	},
};
