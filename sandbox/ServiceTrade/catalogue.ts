import { anything, contains, equals, hasOneOf, oneOf, read, type Filter } from '../core/pieces';
import { notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler } from '../core/vendor';
import { isInRegion } from './geography';
import { isSet, named, needsFilter, tradeList } from './lists';
import { JOB_TYPES } from './parameters';
import { asset, contract, region, serviceLine, tag, terms, user } from './records';
import { callerOf } from './signIn';

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

const users = tradeList('users', {
	key: 'users',
	filters: userFilters,
	// The caller's own company and active ones, unless asked.
	unless: (request) => {
		const { companyId, status } = request.query;
		const own = callerOf(request)?.companyId;
		return (row) =>
			(companyId === undefined && row.companyId !== own) ||
			(status === undefined && row.status !== 'active');
	},
	show: user,
});

const listUsers: Handler = (request) => {
	const kinds = ['isTech', 'isHelper', 'isTechOrHelper'].filter(
		(name) => request.query[name] !== undefined,
	);
	if (kinds.length > 1) throw wrongValue(kinds[1], `does not go with ${kinds[0]}`, 'query');
	return users(request);
};

/** Contracts need one of three, and answer "not found" where nothing fits. */
const listContracts = needsFilter(['jobId', 'vendorId', 'customerId'], (request) => {
	const { query, store } = request;
	const job = query.jobId === undefined ? undefined : store.collection('jobs').require(query.jobId);
	const answer = tradeList('contracts', {
		key: 'contracts',
		// A job overrides every other filter.
		rows: () =>
			store
				.collection('contracts')
				.all()
				.filter((row) => !job || row.customerId === null || row.customerId === job.customerId),
		filters: job ? ANY_CONTRACT : CONTRACT_FILTERS,
		show: contract,
	})(request) as { contracts: unknown[] };
	if (answer.contracts.length === 0) throw notFound('Contract', 'for this combination');
	return answer;
});

const CONTRACT_FILTERS: Readonly<Record<string, Filter>> = {
	vendorId: equals('vendorId'),
	customerId: equals('customerId'),
	name: named,
	// All matches come back anyway: the sandbox does not rank contracts.
	allMatches: anything,
};

const ANY_CONTRACT: Readonly<Record<string, Filter>> = Object.fromEntries(
	['jobId', ...Object.keys(CONTRACT_FILTERS)].map((name) => [name, anything]),
);

const assets = tradeList('assets', {
	key: 'assets',
	filters: {
		locationId: equals('locationId'),
		jobId: (value, { store }) => {
			const job = store.collection('jobs').get(value);
			return (row) => row.locationId === job?.locationId;
		},
		appointmentId: (value, { store }) => {
			const appointment = store.collection('appointments').get(value);
			const job = store.collection('jobs').get(appointment?.jobId);
			return (row) => row.locationId === job?.locationId;
		},
		type: oneOf('type'),
		status: oneOf('status'),
		name: named,
		search: contains('name'),
	},
	unless: ({ query }) =>
		query.status === undefined ? ({ status }) => status !== 'active' : undefined,
	show: asset,
});

const holdsPoint = (point: Row) => (row: Row) =>
	isInRegion(row, Number(point['contains[lat]']), Number(point['contains[lon]']));

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

export const catalogueRoutes: Readonly<Record<string, Handler>> = {
	'GET /': ({ clock }) => ({
		version: 'sandbox',
		serverTime: Math.floor(clock.now() / 1000),
	}),
	'GET /accountsettings': accountSettings,
	'GET /user': listUsers,
	'GET /user/{userId}': read('users', { show: user }),
	'GET /contract': listContracts,
	'GET /contract/{contractId}': read('contracts', { show: contract }),
	'GET /asset': needsFilter(
		[
			'locationId',
			'jobId',
			'appointmentId',
			'createdAfter',
			'createdBefore',
			'updatedAfter',
			'updatedBefore',
		],
		assets,
	),
	'GET /asset/{assetId}': read('assets', { show: asset }),
	'GET /region': tradeList('regions', {
		key: 'regions',
		filters: {
			name: named,
			officeIds: hasOneOf('officeIds'),
			'contains[lat]': (_value, { query }) => holdsPoint(query),
			'contains[lon]': (_value, { query }) => holdsPoint(query),
		},
		show: region,
	}),
	'GET /region/{regionId}': read('regions', { show: region }),
	'GET /tag': (request) => {
		const { entityId, entityType } = request.query;
		if ((entityId === undefined) !== (entityType === undefined)) {
			throw wrongValue('entityType', 'and entityId go together', 'query');
		}
		return tags(request);
	},
	'GET /tag/{tagId}': read('tags', { show: tag }),
	'GET /serviceline': tradeList('serviceLines', {
		key: 'servicelines',
		filters: { tradeName: contains('trade'), showAll: anything },
		unless: ({ query }) => (query.showAll === true ? undefined : (row) => row.provided === false),
		show: serviceLine,
	}),
	'GET /serviceline/{serviceLineId}': read('serviceLines', { show: serviceLine }),
	'GET /terms': tradeList('terms', { key: 'terms', show: terms }),
	'GET /terms/{termsId}': read('terms', { show: terms }),
};

/** The collections whose records have tags, by the number of their type. */
const TAGGED: Readonly<Record<number, string>> = { 3: 'jobs', 5: 'companies', 11: 'locations' };

const tags = tradeList('tags', {
	key: 'tags',
	filters: {
		name: named,
		entityType: anything,
		entityId: (id, { query, store }) => {
			const collection = TAGGED[Number(query.entityType)];
			if (collection === undefined) throw new Refusal('wrongMethod', 'Not tagged here');
			const ids = store.collection(collection).require(id).tagIds as unknown[];
			return (row) => ids.includes(row.id);
		},
	},
	show: tag,
});
