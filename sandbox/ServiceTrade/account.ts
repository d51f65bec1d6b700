import { randomBytes } from 'crypto';

import { contains, equals } from '../core/pieces';
import { Answer, notFound, Refusal, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { many, nowOf, one, shape } from './briefs';
import { entity, entityOf } from './entities';
import { tradeList } from './lists';
import { callerOf } from './signIn';
import { routesOf, type Routes, type Table } from './tables';

const accountOf = ({ store }: SandboxRequest) => store.collection('accounts').all()[0];

/** A text to be accepted; where the account has none there is nothing to answer. */
function agreement(name: 'eula' | 'masterAgreement', accepts: boolean): Handler {
	return (request) => {
		const row = accountOf(request);
		if ((row[`${name}Text`] ?? null) === null) return new Answer(204);
		if (accepts) request.store.collection('accounts').change(row.id, { [`${name}Accepted`]: true });
		return { [`${name}Text`]: row[`${name}Text`], [`${name}Accepted`]: row[`${name}Accepted`] };
	};
}

/** Records of these types have a history. */
const WITH_HISTORY = [2, 3, 4, 5, 6, 9, 11, 22, 30, 44];

const listHistory: Handler = (request) => {
	const { query, store } = request;
	const row = entityOf(store, query.entityType, query.entityId);
	if (!row || !WITH_HISTORY.includes(Number(query.entityType))) {
		throw notFound('Record', `${String(query.entityType)}/${String(query.entityId)}`);
	}
	const about = { entityType: query.entityType, entityId: row.id };
	const own = store
		.collection('histories')
		.where('entityId', row.id)
		.filter(({ entityType }) => entityType === query.entityType);
	const made = [
		...new Set([row.created, row.updated].filter((stamp) => typeof stamp === 'number')),
	].map((stamp, index) => ({
		...about,
		userId: callerOf(request)?.id,
		// A map, or an empty list in its place.
		properties: index === 0 ? { actionEvent: 'created', fullName: 'Dispatch' } : [],
		created: stamp,
		updated: stamp,
	}));
	return tradeList('histories', {
		key: 'histories',
		filters: { entityId: () => () => true, entityType: () => () => true },
		rows: () => [...made, ...own],
		show: (one_, asked) => ({
			user: one('users', one_.userId, asked),
			entity: entity(one_, asked),
			properties: one_.properties,
			created: one_.created,
			updated: one_.updated,
		}),
	})(request);
};

const imports: Table = {
	from: 'imports',
	path: '/import',
	id: 'importId',
	key: 'imports',
	show: shape(
		'import',
		'created type subtype status total processed successCount failureCount',
		'creator:users',
	),
	stored: (request, body) => ({
		...body,
		status: 'new',
		total: 0,
		processed: 0,
		successCount: 0,
		failureCount: 0,
		creatorId: callerOf(request)?.id ?? null,
	}),
	check: ({ store }, { type, subtype }) => {
		if ((subtype ?? null) === null) return;
		const allowed =
			type === 'tax_group_postal_code'
				? ['default', 'taxrates.com']
				: type === 'asset'
					? store
							.collection('assetDefinitions')
							.all()
							.map((row) => row.type)
					: [];
		if (!allowed.includes(subtype)) throw wrongValue('subtype', `is not one of ${String(type)}`);
	},
	before: ({ store }, row) => {
		const files = store.collection('attachments').where('entityId', row.id);
		if (row.status !== 'new' || files.some(({ entityType }) => entityType === 14)) {
			throw new Refusal('forbidden', 'The import has a file already');
		}
	},
};

interface Template {
	/** The record that it is about, and what else it needs: member to collection. */
	readonly needs: Readonly<Record<string, string>>;
	readonly takes?: readonly string[];
}

const WORDS = ['subject', 'message'];
const TEMPLATES: Readonly<Record<string, Template>> = {
	ChangeOrder: { needs: { changeOrderId: 'changeOrders' }, takes: WORDS },
	TechEnRoute: {
		needs: { appointmentId: 'appointments', techId: 'users' },
		takes: ['arrivalTime'],
	},
	ServiceLink: {
		needs: { jobId: 'jobs' },
		takes: [...WORDS, 'serviceReviewTechId', 'serviceReviewContactId', 'serviceReviewDescription'],
	},
	Quote: { needs: { quoteId: 'quotes' }, takes: [...WORDS, 'showTotal'] },
	QuoteApproved: { needs: { quoteId: 'quotes' } },
	Invoice: { needs: { invoiceId: 'invoices' }, takes: WORDS },
	// Has no table of its own; what its namesake takes is inferred.
	InvoiceLink: { needs: { invoiceId: 'invoices' }, takes: WORDS },
	WorkAcknowledgement: { needs: { appointmentId: 'appointments' }, takes: ['officeId'] },
};

const message = shape(
	'message',
	'template mode subject body sent totalCount successCount failureCount bounceCount complaintCount',
	'',
	(row, request) => ({ contacts: many('contacts', row.contactIds, request) }),
);

/** Beside `data`, of all single records, this one is printed with pages. */
const paged = (data: Row) => new Answer(200, { totalPages: 1, page: 1, data });

function checkParams({ store }: SandboxRequest, template: string, params: Row): void {
	const { needs, takes = [] } = TEMPLATES[template];
	const other = Object.keys(params).find((name) => !(name in needs) && !takes.includes(name));
	if (other !== undefined) throw wrongValue(`params.${other}`, `does not go with ${template}`);
	for (const [name, collection] of Object.entries(needs)) {
		if (params[name] === undefined) throw wrongValue(`params.${name}`, 'is required');
		if (!store.collection(collection).get(params[name])) {
			throw notFound(store.collection(collection).noun, params[name]);
		}
	}
	const { serviceReviewTechId: tech, serviceReviewContactId: contact } = params;
	if ((tech === undefined) !== (contact === undefined)) {
		throw wrongValue('params.serviceReviewTechId', 'goes with serviceReviewContactId');
	}
}

const createMessage: Handler = (request) => {
	const { body, store } = request;
	const template = String(body.template);
	const params = body.params as Row;
	checkParams(request, template, params);
	const types = (body.contactTypes as string[] | undefined)?.map((type) => type.toLowerCase());
	const contacts = String(body.contactIds)
		.split(',')
		.map((id) => store.collection('contacts').get(id.trim()) ?? id);
	const unknown = contacts.find((row) => typeof row === 'string');
	if (unknown !== undefined) throw notFound('Contact', unknown);
	const contactIds = (contacts as Row[])
		.filter((row) => !types || types.includes(String(row.type).toLowerCase()))
		.map(({ id }) => id);
	const sent = body.send === true;
	const row = store.collection('messages').add({
		template,
		mode: body.mode,
		subject: params.subject ?? template,
		body: params.message ?? '',
		contactIds,
		sent: sent ? nowOf(request) : null,
		totalCount: contactIds.length,
		successCount: sent ? contactIds.length : 0,
		failureCount: 0,
		bounceCount: 0,
		complaintCount: 0,
	});
	return paged(message(row, request));
};

/** One who may look, and one thing to look at. */
const createToken: Handler = ({ query, store }) => {
	const sides = [
		{ contactId: 'contacts', userId: 'users' },
		{ jobId: 'jobs', quoteId: 'quotes', invoiceId: 'invoices', changeOrderId: 'changeOrders' },
	];
	for (const side of sides) {
		const given = Object.entries(side).filter(([name]) => query[name] !== undefined);
		if (given.length !== 1) {
			throw new Refusal('invalid', `Give exactly one of ${Object.keys(side).join(', ')}`);
		}
		const [[name, collection]] = given;
		const row = store.collection(collection).get(query[name]);
		if (!row) throw notFound(store.collection(collection).noun, query[name]);
		if (name === 'contactId' && !row.email) {
			throw wrongValue('contactId', 'has no email address', 'query');
		}
	}
	return { token: randomBytes(16).toString('hex') };
};

const taxGroups: Table = {
	from: 'taxGroups',
	path: '/taxgroup',
	id: 'taxGroupId',
	key: 'taxGroups',
	show: shape('taxgroup', 'code name combinedRate state postalCodes created updated'),
	filters: {
		code: contains('code'),
		name: contains('name'),
		state: equals('state'),
		postalCode: (value) => (row) =>
			(row.postalCodes as string[]).some((code) => code.includes(String(value))),
		excludeTaxGroupId: (value) => (row) => row.id !== value,
	},
	stored: (_request, body, row) => (row ? body : { postalCodes: [], ...body }),
	check: (_request, { combinedRate }) => {
		// A fraction: a percentage would be far out of range.
		if (!(Number(combinedRate) >= 0 && Number(combinedRate) < 1)) {
			throw wrongValue('combinedRate', 'must be a fraction, such as 0.085');
		}
	},
};

const listTaxRates = tradeList('taxGroups', {
	key: 'taxrates',
	filters: {
		postalCode: (value) => (row) => (row.postalCodes as unknown[]).includes(String(value)),
	},
	show: ({ code, name, combinedRate }) => ({
		taxGroupCode: code,
		name,
		stateRate: null,
		countyRate: null,
		cityRate: null,
		otherRate: null,
		combinedRate,
	}),
});

const activities: Table = {
	from: 'activities',
	path: '/activity',
	id: 'activityId',
	key: 'activities',
	show: ({ id, name, description }) => ({ id, name, description }),
};

const webhooks: Table = {
	from: 'webhooks',
	path: '/webhook',
	id: 'webhookId',
	key: 'webhooks',
	show: shape('webhook', 'hookUrl enabled confirmed includeChangesets'),
	stored: (_request, body, row) =>
		row ? body : { enabled: true, includeChangesets: false, confirmed: false, ...body },
	check: (_request, { hookUrl }) => {
		if (!/^https?:\/\/\S+$/.test(String(hookUrl))) throw wrongValue('hookUrl', 'must be a URL');
	},
	deleted: 200,
};

const webhookRoutes = routesOf(webhooks, 'list read create update delete');

/** A hook is confirmed by itself right after it was made, so by the time that anybody looks. */
const confirmed =
	(handler: Handler): Handler =>
	(request) => {
		const hooks = request.store.collection('webhooks');
		for (const row of hooks.all())
			if (row.confirmed !== true) hooks.change(row.id, { confirmed: true });
		return handler(request);
	};

export const accountRoutes: Routes = {
	'GET /eula': agreement('eula', false),
	'POST /eula': agreement('eula', true),
	'GET /masteragreement': agreement('masterAgreement', false),
	'POST /masteragreement': agreement('masterAgreement', true),
	'GET /history': listHistory,
	...routesOf(imports, 'read create delete'),
	'POST /message': createMessage,
	'GET /message/{messageId}': (request) =>
		paged(message(request.store.collection('messages').require(request.path.messageId), request)),
	'GET /token': createToken,
	...routesOf(taxGroups, 'list read create update delete'),
	'GET /taxrate': listTaxRates,
	...routesOf(activities, 'list read'),
	...webhookRoutes,
	'GET /webhook': confirmed(webhookRoutes['GET /webhook']),
	'GET /webhook/{webhookId}': confirmed(webhookRoutes['GET /webhook/{webhookId}']),
	'PUT /webhook/{webhookId}': confirmed(webhookRoutes['PUT /webhook/{webhookId}']),
};
