import contract from '../vendors/ServiceTrade/contract.json';
import { tradeSandbox, type Sent } from '../support/tradeSandbox';

const { request, vendor } = tradeSandbox();

/** Records of the seed by the placeholder that names them. */
const IDS: Readonly<Record<string, string | number>> = {
	activityId: 'job.manage',
	appointmentId: 20_001,
	assetId: 601,
	attachmentId: 40_001,
	brandId: 1201,
	budgetCategoryId: 1,
	budgetId: 1,
	budgetLineItemId: 1,
	categoryId: 1,
	changeOrderCategoryId: 1,
	changeOrderId: 1,
	changeOrderLineItemId: 1,
	commentId: 50_001,
	companyId: 104,
	contactId: 2001,
	contractId: 501,
	deficiencyId: 3001,
	entityFilterId: 1,
	entityId: 104,
	entityType: 'company',
	eventId: 90_003,
	externalSyncId: 1,
	externalSystem: 'ledgerfox',
	externalSystemId: 1,
	idOrType: 'extinguisher',
	importId: 2,
	invoiceId: 70_001,
	invoiceRecurrenceId: 1,
	jobContextId: 1,
	jobId: 10_001,
	jobItemId: 80_001,
	libItemId: 801,
	locationId: 1003,
	messageId: 1,
	paymentId: 85_001,
	paymentTermsId: 1,
	quoteId: 60_001,
	quoteRequestId: 68_001,
	quoteTemplateId: 1,
	regionId: 301,
	roleId: 2,
	ruleId: 551,
	serviceLineId: 1,
	serviceRecurrenceId: 1,
	serviceRequestId: 30_001,
	serviceTemplateId: 1,
	tagId: 401,
	taxGroupId: 1,
	termsId: 1,
	userId: 51,
	value: 'CUST-104',
	valueId: 1,
	warehouseId: 1,
	webhookId: 1,
};

/** Where a path needs others than those above. */
const PATHS: Readonly<Record<string, string>> = {
	'DELETE /appointment/{appointmentId}': '/appointment/20005',
	'PUT /appointment/{appointmentId}/servicerequest/{serviceRequestId}':
		'/appointment/20001/servicerequest/30001',
	'DELETE /asset/{assetId}': '/asset/647',
	'DELETE /contact/{contactId}/location/{locationId}': '/contact/2002/location/1004',
	'GET /budget/{budgetId}/lineitem/{lineItemId}': '/budget/2/lineitem/1',
	'PUT /budget/{budgetId}/lineitem/{lineItemId}': '/budget/2/lineitem/1',
	'GET /changeorder/{changeOrderId}/lineitem/{lineItemId}': '/changeorder/2/lineitem/1',
	'GET /company/{companyId}/comment/{commentId}': '/company/104/comment/50005',
	'GET /location/{locationId}/comment/{commentId}': '/location/1003/comment/50003',
	'GET /servicerequest/{serviceRequestId}/comment/{commentId}':
		'/servicerequest/30001/comment/50006',
	'GET /externalid/{entityType}/{externalSystem}': '/externalid/company/ledgerfox',
	'GET /legacylookup/company/{legacyId}': '/legacylookup/company/9101',
	'GET /legacylookup/job/{legacyId}': '/legacylookup/job/91001',
	'GET /legacylookup/location/{legacyId}': '/legacylookup/location/9103',
	'GET /legacylookup/serviceline/{legacyId}': '/legacylookup/serviceline/901',
	'GET /legacylookup/user/{legacyId}': '/legacylookup/user/951',
	'GET /job/{jobId}/clockout/{eventId}': '/job/10001/clockout/90004',
	'POST /quote/{quoteId}/approve': '/quote/60003/approve',
	'POST /quote/{quoteId}/reject': '/quote/60003/reject',
	'POST /quote/{quoteId}/requestchanges': '/quote/60003/requestchanges',
	'POST /quote/{quoteId}/makechanges': '/quote/60003/makechanges',
	'POST /quote/{quoteId}/reopen': '/quote/60008/reopen',
	'POST /quote/{quoteId}/job': '/quote/60005/job',
	'PUT /user/{userId}/value/{valueId}': '/user/51/value/1',
};

const IT = { quantity: 2, price: 5, description: 'A part' };

/** Queries and bodies of what needs some. */
const SENT: Readonly<Record<string, Sent>> = {
	'GET /asset': { params: { createdAfter: 0 } },
	'GET /attachment': { params: { entityId: 10_001, entityType: 3 } },
	'GET /budget': { params: { status: 'locked' } },
	'GET /budgetcategory': { params: { budgetId: 1 } },
	'GET /budgetlineitem': { params: { budgetId: 2 } },
	'GET /changeorder': { params: { budgetId: 1 } },
	'GET /changeordercategory': { params: { changeOrderId: 1 } },
	'GET /changeorderlineitem': { params: { changeOrderId: 2 } },
	'GET /clock': { params: { userId: 54 } },
	'GET /comment': { params: { entityId: 10_001, entityType: 3 } },
	'GET /contract': { params: { vendorId: 101 } },
	'GET /contractrule': { params: { createdAfter: 0 } },
	'GET /externalid/{entityType}/{externalSystem}': { params: { value: 'CUST-104' } },
	'GET /history': { params: { entityId: 10_001, entityType: 3 } },
	'GET /invoiceitem': { params: { invoiceId: 70_001 } },
	'GET /invoicerecurrenceitem': { params: { invoiceRecurrenceId: 1 } },
	'GET /jobitem': { params: { jobId: 10_001 } },
	'GET /quoteitem': { params: { quoteId: 60_001 } },
	'GET /quotetemplateitem': { params: { quoteTemplateId: 1 } },
	'GET /serviceitem': { params: { serviceRequestId: 30_001 } },
	'GET /taxrate': { params: { postalCode: '00011' } },
	'GET /token': { params: { contactId: 2001, jobId: 10_001 } },
	'GET /uservalue': { params: { userId: 51 } },
	'DELETE /tag': { params: { id: 401 } },
	'POST /tag': { params: { name: 'New' } },
	'POST /tag/{tagId}': { params: { entityId: 10_001, entityType: 3 } },
	'PUT /tag/{tagId}': { data: { name: 'Other' } },
	'POST /jobcontext': { params: { customerId: 104 } },
	'POST /appointment': { data: { jobId: 10_001 } },
	'POST /appointment/{appointmentId}/servicerequest': { data: { serviceRequestId: 30_001 } },
	'POST /asset': { data: { type: 'extinguisher', locationId: 1003, properties: { floor: '1' } } },
	'POST /budget': { data: { jobId: 10_001, status: 'unlocked', type: 'granular' } },
	'POST /budgetcategory': { data: { budgetId: 1, libItemType: 'fee', cost: 5 } },
	'POST /budgetlineitem': {
		data: { budgetId: 2, name: 'Pipe', libItemId: 804, cost: 5, quantity: 1 },
	},
	'POST /changeorder': { data: { budgetId: 1, status: 'draft', type: 'internal' } },
	'POST /changeordercategory': {
		data: { changeOrderId: 1, changeAction: 'delete', referenceNumber: '1' },
	},
	'POST /changeorderlineitem': {
		data: { changeOrderId: 2, changeAction: 'add', name: 'Pipe', cost: 5, quantity: 1 },
	},
	'POST /comment': { data: { content: 'Hello', entityId: 10_001, entityType: 3 } },
	'POST /job/{jobId}/comment': { data: { content: 'Hello' } },
	'POST /company/{companyId}/comment': { data: { content: 'Hello' } },
	'POST /location/{locationId}/comment': { data: { content: 'Hello' } },
	'POST /servicerequest/{serviceRequestId}/comment': { data: { content: 'Hello' } },
	'POST /quote/{quoteId}/comment': { data: { content: 'Hello' } },
	'POST /company': { data: { name: 'New', addressCity: 'Maplewick' } },
	'POST /company/{companyId}/brand': { data: { name: 'New' } },
	'POST /company/{companyId}/merge': { data: { replacementId: 105 } },
	'POST /location/{locationId}/merge': { data: { replacementId: 1004 } },
	'POST /contact/{contactId}/merge': { data: { replacementId: 2002 } },
	'POST /tag/{tagId}/merge': { data: { replacementId: 402 } },
	'POST /contact': { data: { firstName: 'New', lastName: 'One', type: 'owner' } },
	'POST /contract': { data: { type: 'default', name: 'New', vendorId: 101 } },
	'POST /contract/{contractId}/rule': { data: { type: 'markup', name: 'New', price: 5 } },
	'POST /deficiency': { data: { assetId: 601 } },
	'POST /externalid/{entityType}/{entityId}/{externalSystem}': { data: { value: 'X-1' } },
	'PUT /externalid/{entityType}/{entityId}/{externalSystem}': { data: { value: '' } },
	'POST /externalsync': { data: { entityType: 6, entityId: 70_001, systemId: 1 } },
	'POST /externalsystem': { data: { name: 'new', label: 'New' } },
	'POST /import': { data: { type: 'location' } },
	'POST /invoice': { data: { jobId: 10_001, contractId: 501 } },
	'POST /job/{jobId}/invoice': { data: { contractId: 501 } },
	'POST /invoice/recurring': { data: { invoiceRecurrenceId: '1,2' } },
	'POST /invoice/{invoiceId}/item': { data: IT },
	'POST /invoiceitem': { data: { ...IT, invoiceId: 70_001 } },
	'POST /invoice/{invoiceId}/payment': {
		data: {
			customerId: 104,
			paymentMethod: 'cash',
			source: 'manual',
			amount: 5,
			referenceNumber: '1',
			status: 'applied',
		},
	},
	'POST /payment': {
		data: {
			invoiceId: 70_001,
			customerId: 104,
			paymentMethod: 'cash',
			source: 'manual',
			amount: '2.00',
			referenceNumber: '1',
			status: 'applied',
		},
	},
	'POST /invoicerecurrence': {
		data: {
			locationId: 1003,
			contractId: 502,
			description: 'New',
			serviceLineId: 1,
			frequency: 'monthly',
			interval: 1,
			nextDue: 1_780_000_000,
		},
	},
	'POST /invoicerecurrence/{invoiceRecurrenceId}/item': { data: IT },
	'POST /invoicerecurrenceitem': { data: { ...IT, invoiceRecurrenceId: 1 } },
	'POST /job': { data: { locationId: 1003, vendorId: 101, type: 'repair' } },
	'POST /job/{jobId}/clockout': { data: { userId: 51 } },
	'POST /jobitem': { data: { jobId: 10_001, name: 'New', libItemId: 801, quantity: 1 } },
	'POST /libitem': { data: { name: 'New', type: 'part' } },
	'POST /location': { data: { name: 'New', companyId: '104', addressCity: 'Maplewick' } },
	'POST /message': {
		data: { contactIds: '2001', mode: 'email', template: 'Quote', params: { quoteId: 60_001 } },
	},
	'POST /quote': {
		data: {
			vendorId: 101,
			locationId: 1003,
			name: 'New',
			description: 'New',
			jobType: 'repair',
			serviceRequestIds: [30_001],
		},
	},
	'POST /quote/{quoteId}/item': { data: IT },
	'POST /quoteitem': { data: { ...IT, quoteId: 60_001 } },
	'POST /quotetemplate': { data: { name: 'New' } },
	'POST /quotetemplate/{quoteTemplateId}/item': { data: { quantity: 1, description: 'A' } },
	'POST /quotetemplateitem': { data: { quoteTemplateId: 1, quantity: 1, description: 'A' } },
	'POST /region': {
		data: {
			name: 'New',
			points: [
				[1, 1],
				[1, 2],
				[2, 2],
			],
		},
	},
	'POST /servicerequest/{serviceRequestId}/item': { data: IT },
	'POST /serviceitem': { data: { ...IT, serviceRequestId: 30_001 } },
	'POST /servicerecurrence': {
		data: { locationId: 1003, description: 'New', serviceLineId: 1, frequency: 'weekly' },
	},
	'POST /servicerequest': { data: { locationId: 1003, description: 'New', serviceLineId: 1 } },
	'POST /servicetemplate': { data: { name: 'New', description: 'New', serviceLineId: 1 } },
	'POST /taxgroup': { data: { code: 'N', name: 'New', combinedRate: 0.05, state: 'OH' } },
	'POST /terms': { data: { name: 'New', content: 'New' } },
	'POST /user': {
		data: {
			username: 'new',
			firstName: 'New',
			lastName: 'One',
			password: 'letters99',
			email: 'new@example.com',
			companyId: 101,
			locationId: 1001,
		},
	},
	'POST /user/{userId}/value': { data: { name: 'defaultJobPrepItem', value: '805' } },
	'POST /uservalue': { data: { userId: 51, name: 'disableClock', value: 1 } },
	'POST /warehouse': { data: { name: 'New' } },
	'POST /webhook': { data: { hookUrl: 'https://hooks.example.com/new' } },
};

/** What must be there first: whole requests. */
const BEFORE: Readonly<Record<string, ReadonlyArray<readonly [string, string, Sent]>>> = {
	'POST /job/{jobId}/clockout': [['POST', '/job/10001/clockin', { data: { userId: 51 } }]],
};

/** What answers no success where all is well, and why. */
const OTHERWISE: Readonly<Record<string, number>> = {
	// Has 404 where the record is in use, or names records in use.
	'DELETE /company/{companyId}': 409,
	'DELETE /location/{locationId}': 409,
	'DELETE /quotetemplate/{quoteTemplateId}': 409,
	'DELETE /servicetemplate/{serviceTemplateId}': 409,
	'DELETE /terms/{termsId}': 409,
	// The table has no address with an id for it.
	'DELETE /contact/{contactId}': 405,
	'PUT /jobcontext/{jobContextId}': 405,
};

const ITEM_IDS: Readonly<Record<string, number>> = {
	'/quote': 65_001,
	'/invoice': 75_001,
	'/invoicerecurrence': 1,
	'/quotetemplate': 1,
	'/servicerequest': 35_001,
	'/service': 35_001,
};

function filled(key: string, path: string): string {
	if (PATHS[key]) return PATHS[key];
	return path.replace(/\{(\w+)\}/g, (_match, name: string) => {
		if (name === 'itemId') {
			const owner = path.startsWith('/serviceitem') ? '/service' : path.split(/\/\{|item\//)[0];
			return String(ITEM_IDS[owner]);
		}
		return String(IDS[name] ?? name);
	});
}

const FILES = ['attachment', 'paperwork', 'vendorinvoice', 'picture'];

function sentFor(key: string, method: string, path: string): Sent {
	const isUpload = method === 'POST' && FILES.some((word) => path.endsWith(`/${word}`));
	if (!isUpload) return { data: method === 'GET' ? undefined : {}, ...SENT[key] };
	const form = new FormData();
	if (/^\/(attachment|deficiency|changeorder)/.test(path)) form.append('purposeId', '7');
	if (path === '/attachment') {
		form.append('entityType', '3');
		form.append('entityId', '10001');
	}
	form.append('uploadedFile', new Blob(['text'], { type: 'text/plain' }), 'note.txt');
	return { data: form };
}

/** Signing in and out is tested by itself. */
const endpoints = contract.endpoints.filter(({ path }) => path !== '/auth');

describe('every documented endpoint', () => {
	test.each(endpoints.map(({ method, path }) => [method, path] as const))(
		'%s %s answers',
		async (method, path) => {
			const key = `${method} ${path}`;
			const kind = /\/job\/\{jobId\}\/(paperwork|picture|vendorinvoice|blankpaperwork)\//.exec(
				path,
			);
			if (kind) {
				const purposeId = { paperwork: 1, vendorinvoice: 2, picture: 3, blankpaperwork: 10 }[
					kind[1]
				];
				vendor().control.change('attachments', 40_001, { purposeId });
			}
			const owner = /^\/(deficiency|changeorder)\/\{\w+\}\/attachment\//.exec(path);
			if (owner) {
				vendor().control.change(
					'attachments',
					40_001,
					owner[1] === 'deficiency'
						? { entityType: 10, entityId: 3001 }
						: { entityType: 49, entityId: 1 },
				);
			}
			for (const [verb, before, sent] of BEFORE[key] ?? []) await request(verb, before, sent);
			const { status, data } = await request(method, filled(key, path), sentFor(key, method, path));
			const wanted = OTHERWISE[key] ?? [200, 204];
			if (![wanted].flat().includes(status)) throw new Error(`${status} ${JSON.stringify(data)}`);
			// A list of the seed has rows.
			if (method !== 'GET' || !data || OTHERWISE[key]) return;
			const lists = Object.values({ ...data, ...data.data }).filter(Array.isArray);
			const isList = data.totalPages !== undefined || data.data?.totalPages !== undefined;
			if (isList && !/attachment|paperwork|picture|vendorinvoice/.test(path)) {
				expect(lists.some((list) => list.length > 0)).toBe(true);
			}
		},
	);
});
