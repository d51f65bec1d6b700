import { tradeSandbox, type Sent } from '../support/tradeSandbox';

const { vendor, raw, request, status, done, read } = tradeSandbox();

const ids = (rows: ReadonlyArray<{ readonly id: number }>) => rows.map(({ id }) => id);

const USER = {
	username: 'new',
	firstName: 'New',
	lastName: 'One',
	password: 'letters99',
	email: 'new@example.com',
	companyId: 101,
	locationId: 1001,
};
const MESSAGE = {
	contactIds: '2001',
	mode: 'email',
	template: 'Quote',
	params: { quoteId: 60_001 },
};
const LINE = { changeOrderId: 2, changeAction: 'add', name: 'x', cost: 1, quantity: 1 };

describe('what is refused about the account', () => {
	test.each<readonly [string, string, Sent, number]>([
		// Lists that want a filter.
		['GET', '/budget', {}, 405],
		['GET', '/budgetcategory', {}, 405],
		['GET', '/budgetlineitem', {}, 405],
		['GET', '/changeorder', {}, 405],
		['GET', '/changeordercategory', {}, 405],
		['GET', '/changeorderlineitem', {}, 405],
		['GET', '/history', {}, 400],
		['GET', '/history', { params: { entityId: 10_001 } }, 400],
		['GET', '/history', { params: { entityId: 7, entityType: 3 } }, 404],
		['GET', '/uservalue', {}, 404],
		['GET', '/taxrate', {}, 400],
		['GET', '/externalsync', { params: { entityId: 70_001 } }, 400],
		// Budgets.
		['GET', '/budget', { params: { isLatest: 1 } }, 400],
		['GET', '/budget', { params: { status: 'locked,lost' } }, 400],
		['POST', '/budget', { data: { jobId: 10_001, status: 'void', type: 'granular' } }, 400],
		['POST', '/budget', { data: { jobId: 10_001, status: 'locked' } }, 400],
		[
			'POST',
			'/budget',
			{ data: { jobId: 10_001, status: 'locked', type: 'granular', parentId: 1 } },
			400,
		],
		['PUT', '/budget/1', { data: { type: 'granular' } }, 400],
		['POST', '/budget/1/revise', { params: { changeOrderId: 2 } }, 400],
		['POST', '/budget/1/revise', { params: { changeOrderId: 1 } }, 409],
		[
			'POST',
			'/budgetcategory',
			{ data: { budgetId: 1, libItemType: 'part', cost: 1, quantity: 3 } },
			400,
		],
		[
			'POST',
			'/budgetlineitem',
			{ data: { budgetId: 2, name: 'x', libItemId: 809, cost: 1, quantity: 1 } },
			400,
		],
		['GET', '/budget/1/lineitem/1', {}, 404],
		// Change orders.
		['POST', '/changeorder', { data: { budgetId: 1, status: 'approved', type: 'internal' } }, 400],
		['PUT', '/changeorder/1', { data: { type: 'external' } }, 400],
		['POST', '/changeorderlineitem', { data: { ...LINE, cost: undefined } }, 400],
		['POST', '/changeorderlineitem', { data: { changeOrderId: 2, changeAction: 'change' } }, 400],
		[
			'POST',
			'/changeorderlineitem',
			{ data: { changeOrderId: 2, changeAction: 'delete', referenceNumber: '77' } },
			400,
		],
		['PUT', '/changeorderlineitem/1', { data: { changeAction: 'delete' } }, 400],
		['PUT', '/changeordercategory/1', { data: { referenceNumber: '1' } }, 400],
		// People.
		['POST', '/user', { data: { ...USER, password: 'short1' } }, 400],
		['POST', '/user', { data: { ...USER, password: 'lettersonly' } }, 400],
		['POST', '/user', { data: { ...USER, username: 'dispatch@example.com' } }, 400],
		['PUT', '/user/51', { data: { username: 'other' } }, 400],
		['DELETE', '/user/51', {}, 405],
		['POST', '/user/51/role/77', {}, 400],
		['POST', '/user/7/role/1', {}, 404],
		['POST', '/user/51/value', { data: { name: 'lastLogin', value: 'x' } }, 403],
		['POST', '/user/51/value', { data: { name: 'favourite', value: 'x' } }, 400],
		['DELETE', '/user/51/value/2', {}, 403],
		['GET', '/user/54/value/1', {}, 404],
		// Places and companies.
		['POST', '/location', { data: { name: 'x', companyId: '7', addressCity: 'y' } }, 404],
		['POST', '/company/104/merge', { data: { replacementId: 104 } }, 400],
		['POST', '/company/104/merge', { data: {} }, 400],
		['GET', '/company/105/brand/1201', {}, 404],
		['POST', '/company/104/brand', { data: { name: 'x', logoId: 1 } }, 400],
		['DELETE', '/contact/2001/location/1003', {}, 409],
		['PUT', '/contact/2001/location/1', {}, 404],
		// Tags.
		['GET', '/tag', { params: { entityId: 10_001 } }, 400],
		['POST', '/tag', {}, 400],
		['POST', '/tag', { data: { name: 'In the body' } }, 400],
		['POST', '/tag', { params: { id: 401 } }, 400],
		['POST', '/tag', { params: { name: 'x', entityId: 7, entityType: 3 } }, 404],
		['DELETE', '/tag', { params: { name: 'No such tag' } }, 404],
		['PUT', '/tag/401', { data: { name: 'Needs lift' } }, 409],
		['POST', '/tag/401/merge', { data: { replacementId: 401 } }, 400],
		// Other systems.
		['GET', '/externalid/invoice/70001', {}, 404],
		['GET', '/externalid/company/104/nobody', {}, 404],
		['GET', '/externalid/company/ledgerfox', {}, 400],
		['GET', '/externalid/company/ledgerfox/NOBODY', {}, 404],
		['POST', '/externalid/company/104/ledgerfox', { data: { value: '' } }, 400],
		['POST', '/externalsystem', { data: { name: 'x', label: 'x', type: 'homemade' } }, 400],
		['POST', '/externalsystem', { data: { name: 'x', label: 'x', syncableTypes: ['job'] } }, 400],
		['PUT', '/externalsystem/1', { data: { type: 'standard' } }, 400],
		['POST', '/externalsync', { data: { entityType: 6, entityId: 1, systemId: 1 } }, 400],
		['GET', '/legacylookup/company/9104', {}, 404],
		// The rest.
		['POST', '/import', { data: { type: 'location', subtype: 'default' } }, 400],
		['DELETE', '/import/1', {}, 403],
		['POST', '/message', { data: { ...MESSAGE, template: 'Postcard' } }, 400],
		['POST', '/message', { data: { ...MESSAGE, params: {} } }, 400],
		['POST', '/message', { data: { ...MESSAGE, params: { quoteId: 60_001, jobId: 10_001 } } }, 400],
		['POST', '/message', { data: { ...MESSAGE, params: { quoteId: 7 } } }, 404],
		['POST', '/message', { data: { ...MESSAGE, contactIds: '2001,7' } }, 404],
		[
			'POST',
			'/message',
			{
				data: {
					...MESSAGE,
					template: 'ServiceLink',
					params: { jobId: 10_001, serviceReviewTechId: 54 },
				},
			},
			400,
		],
		['GET', '/token', { params: { jobId: 10_001 } }, 400],
		['GET', '/token', { params: { userId: 51, contactId: 2001, jobId: 10_001 } }, 400],
		['GET', '/token', { params: { userId: 51, jobId: 10_001, quoteId: 60_001 } }, 400],
		['GET', '/token', { params: { userId: 51, jobId: 7 } }, 404],
		['POST', '/taxgroup', { data: { code: 'x', name: 'x', combinedRate: 8.5, state: 'OH' } }, 400],
		[
			'POST',
			'/taxgroup',
			{ data: { code: 'x'.repeat(41), name: 'x', combinedRate: 0, state: 'OH' } },
			400,
		],
		['POST', '/terms', { data: { name: 'x' } }, 400],
		['DELETE', '/terms/1', {}, 409],
		['POST', '/region', { data: { name: 'x', points: [[1, 2]] } }, 400],
		['POST', '/jobcontext', { params: { customerId: 7 } }, 404],
		['POST', '/warehouse', { data: { name: 'x', status: 'all' } }, 400],
		['POST', '/webhook', { data: { hookUrl: 'not a url' } }, 400],
		['PUT', '/webhook/1', { data: { hookUrl: 'https://hooks.example.com/x' } }, 400],
	])('%s %s %j is %i', async (method, path, sent, wanted) => {
		expect(await status(method, path, sent)).toBe(wanted);
	});
});

describe('keys of lists', () => {
	test.each([
		['/budgetlineitem', { budgetId: 2 }, 'budgetCategories'],
		['/changeorder', { budgetId: 1 }, 'change_orders'],
		['/paymentterms', {}, 'paymenttermss'],
		['/serviceline', {}, 'servicelines'],
		['/quoterequest', {}, 'quoterequests'],
		['/user/51/value', {}, 'uservalues'],
		['/taxrate', { postalCode: '00011' }, 'taxrates'],
		['/contract/501/rule', {}, 'rules'],
	])('%s %j stands under %s', async (path, params, key) => {
		expect((await read(path, params))[key].length).toBeGreaterThan(0);
	});

	test('external systems are data itself, and a path may end in a slash', async () => {
		expect(await read('/externalsystem')).toMatchObject([{ name: 'ledgerfox' }, {}]);
		expect((await read('/taxrate/', { postalCode: '99999' })).taxrates).toEqual([]);
	});
});

describe('budgets', () => {
	test('one that is not void to a job, and versions of it', async () => {
		const sent = { jobId: 10_001, status: 'unlocked', type: 'high_level' };
		const first = await done('POST', '/budget', sent);
		expect(first).toMatchObject({ sequence: 0, isCurrent: 1, total: 0, owner: { id: 51 } });
		expect(await status('POST', '/budget', { data: sent })).toBe(409);
		// Parts come without data around them.
		const part = await request('POST', '/budgetcategory', {
			data: { budgetId: first.id, libItemType: 'labor', cost: 50, quantity: 4 },
		});
		expect(part.data).toMatchObject({ cost: 50, budget: { id: first.id } });
		expect(await status('POST', `/budget/${first.id}/revise`)).toBe(409);
		await done('PUT', `/budget/${first.id}`, { status: 'locked' });
		const second = await done('POST', `/budget/${first.id}/revise`);
		expect(second).toMatchObject({
			sequence: 1,
			parent: { id: first.id },
			referenceNumber: first.referenceNumber,
			total: 50,
		});
		expect((await read(`/budget/${first.id}`)).isCurrent).toBe(0);
		expect(await read('/budget', { jobId: 10_001, isLatest: 1 })).toMatchObject({ id: second.id });
		expect(await read('/budget', { jobId: 10_002, isLatest: 1 })).toBeNull();
		expect(await status('PUT', '/job/10001', { data: { budgeted: true } })).toBe(409);
		await done('PUT', `/budget/${second.id}`, { status: 'void' });
		expect((await done('POST', '/budget', sent)).sequence).toBe(0);
		expect(await status('PUT', `/budget/${second.id}`, { data: { status: 'locked' } })).toBe(409);
	});

	test('a change order that was approved goes into the next version, once', async () => {
		const revised = await done('POST', '/budget/2/revise', {}, { changeOrderId: 2 });
		const lines = (await read('/budgetlineitem', { budgetId: revised.id })).budgetCategories;
		expect(lines).toMatchObject([
			{ name: 'Technician hour', quantity: 12 },
			{ name: 'Pipe, 2 in' },
			{ name: 'Permit' },
		]);
		expect((await read('/changeorder/2')).status).toBe('applied');
	});

	test('change orders want a locked budget, and fill in what a change leaves out', async () => {
		const made = await done('POST', '/changeorder', {
			budgetId: '2',
			status: 'pending',
			type: 'external',
		});
		expect(made).toMatchObject({
			referenceNumber: 'EXT-0003',
			terms: { id: 1 },
			budget: { id: 2 },
		});
		const line = await done('POST', '/changeorderlineitem', {
			changeOrderId: made.id,
			changeAction: 'change',
			referenceNumber: '1',
			quantity: 9,
		});
		expect(line).toMatchObject({ name: 'Technician hour', cost: 55, quantity: 9 });
		await done('PUT', '/budget/2', { status: 'unlocked' });
		const data = { budgetId: 2, status: 'pending', type: 'external' };
		expect(await status('POST', '/changeorder', { data })).toBe(409);
	});

	test('a line becomes an item of the job, once', async () => {
		const item = await done('POST', '/budgetlineitem/1/copytojob');
		expect(item).toMatchObject({ name: 'Technician hour', quantity: 8 });
		expect(await status('POST', '/budgetlineitem/1/copytojob')).toBe(409);
		await done('PUT', '/budget/2', { status: 'void' });
		expect(await status('POST', '/budgetlineitem/2/copytojob')).toBe(409);
	});
});

describe('people', () => {
	test('a user is made, given a role, and made inactive', async () => {
		const made = await done('POST', '/user', USER);
		expect(made).toMatchObject({ status: 'active', isTech: false, roles: [] });
		expect(JSON.stringify(vendor().control.records('users'))).not.toContain('letters99');
		expect(await status('POST', `/user/${made.id}/role/2`)).toBe(200);
		expect((await read(`/user/${made.id}/role`)).roles).toMatchObject([{ name: 'Dispatcher' }]);
		expect((await read('/role', { userId: made.id })).roles).toHaveLength(1);
		expect(await status('DELETE', `/user/${made.id}/role/2`)).toBe(200);
		await done('PUT', `/user/${made.id}`, { status: 'inactive' });
		expect((await read('/user', { name: 'New One' })).users).toEqual([]);
	});

	test('values are text, of a closed set of names', async () => {
		const made = await done('POST', '/user/54/value', { name: 'search-job-index', value: 5 });
		expect(made).toMatchObject({ value: '5', user: { id: 54 } });
		expect(await done('PUT', `/uservalue/${made.id}`, { value: 6 })).toMatchObject({ value: '6' });
		expect(await status('DELETE', `/user/54/value/${made.id}`)).toBe(204);
	});
});

describe('two records become one', () => {
	test('the record of the path goes, and the other takes its place', async () => {
		const winner = await done('POST', '/company/104/merge', { replacementId: 105 });
		expect(winner.id).toBe(105);
		expect(await status('GET', '/company/104')).toBe(404);
		expect((await read('/location/1003')).company.id).toBe(105);
		expect((await read('/job/10001')).customer.id).toBe(105);
		await done('POST', '/location/1003/merge', { replacementId: 1004 });
		expect((await read('/job/10001')).location.id).toBe(1004);
		await done('POST', '/contact/2001/merge', { replacementId: 2002 });
		expect((await request('GET', '/contact/2001')).status).toBe(404);
	});

	test('contacts are tied to places and companies and untied', async () => {
		expect((await done('POST', '/contact/2002/company/110')).companies).toHaveLength(2);
		expect((await done('PUT', '/contact/2002/location/1010')).locations).toHaveLength(2);
		expect((await done('DELETE', '/contact/2002/company/110')).companies).toHaveLength(1);
	});
});

describe('tags', () => {
	const job = { entityId: 10_002, entityType: 3 };

	test('are made and tied in one step, and counted', async () => {
		const made = await done('POST', '/tag', {}, { ...job, name: 'Night work' });
		expect((await read('/tag', job)).tags).toMatchObject([{ name: 'Night work' }]);
		const again = await done('POST', '/tag', {}, { name: 'Night work' });
		expect(again.id).toBe(made.id);
		const [counted] = (await read('/tag', { name: 'night', counts: 1 })).tags;
		expect(counted.counts).toEqual({ 3: 1 });
	});

	test('go from one record, or without one from everywhere', async () => {
		await done('POST', '/tag/403', {}, job);
		expect(await status('DELETE', '/tag', { params: { ...job, name: 'After hours' } })).toBe(204);
		expect((await read('/tag', job)).tags).toEqual([]);
		expect((await read('/job/10001')).tags).toMatchObject([{ id: 403 }]);
		expect(await status('DELETE', '/tag', { params: { id: 403 } })).toBe(204);
		expect((await read('/job/10001')).tags).toEqual([]);
		expect(await status('GET', '/tag/403')).toBe(404);
	});

	test('merge', async () => {
		await done('POST', '/tag/403/merge', { replacementId: 404 });
		expect((await read('/job/10001')).tags).toMatchObject([{ id: 404 }]);
	});
});

describe('other systems', () => {
	test('their ids are a map, an empty list where there are none, and lead back', async () => {
		expect(await read('/externalid/company/104')).toEqual({
			values: { ledgerfox: 'CUST-104', quickbooks: '104/7' },
		});
		expect(await read('/externalid/company/105')).toEqual({ values: [] });
		expect(await read('/externalid/company/104/ledgerfox')).toEqual({ value: 'CUST-104' });
		expect(await read('/externalid/company/ledgerfox/CUST-104')).toMatchObject({ id: 104 });
		// With a slash in the value, the query is the way; the path may end in one too.
		for (const path of ['/externalid/company/quickbooks', '/externalid/company/quickbooks/']) {
			expect(await read(path, { value: '104/7' })).toMatchObject({ id: 104 });
		}
	});

	test('an empty text takes one away', async () => {
		const path = '/externalid/job/10001/ledgerfox';
		expect(await done('PUT', path, { value: 'JOB-2' })).toEqual({ value: 'JOB-2' });
		await done('PUT', path, { value: '' });
		expect(await read('/externalid/job/10001')).toEqual({ values: [] });
	});

	test('syncs of a record, the latest alone where asked for, and old ids', async () => {
		const about = { entityType: 6, entityId: 70_001 };
		expect((await read('/externalsync', about)).externalSyncs).toHaveLength(2);
		const [latest] = (await read('/externalsync', { ...about, isCurrent: 1 })).externalSyncs;
		expect(latest).toMatchObject({
			status: 'ok',
			parent: { id: 1 },
			system: { name: 'ledgerfox' },
		});
		expect(await read('/legacylookup/company/9104', { type: 'customer' })).toEqual({ id: 104 });
		const reverse = { type: 'customer', reverse: 1 };
		expect(await read('/legacylookup/company/104', reverse)).toEqual({ id: 9104 });
		expect(await read('/legacylookup/user/951')).toEqual({ id: 51, companyId: 101 });
	});
});

describe('the rest of the account', () => {
	test('agreements are accepted, and nothing is said where there is none', async () => {
		expect(await read('/masteragreement')).toMatchObject({ masterAgreementAccepted: false });
		expect(await done('POST', '/masteragreement')).toMatchObject({ masterAgreementAccepted: true });
		vendor().control.change('accounts', 567, { eulaAccepted: false });
		const { username, password } = vendor().credentials.serviceTradeApi;
		const opened = await raw('POST', '/auth', { data: { username, password } });
		expect(opened.data.data.eulaNeeded).toBe(true);
		vendor().control.change('accounts', 567, { eulaText: null });
		expect(await status('GET', '/eula')).toBe(204);
		expect(await status('POST', '/eula')).toBe(204);
	});

	test('a message stands beside its pages, and is sent only where asked', async () => {
		const kept = await request('POST', '/message', { data: MESSAGE });
		expect(kept.data).toMatchObject({
			totalPages: 1,
			page: 1,
			data: { sent: null, totalCount: 1 },
		});
		const data = { ...MESSAGE, contactIds: '2001,2002', mode: 'bulk_email', send: true };
		const sent = await request('POST', '/message', {
			data: { ...data, contactTypes: ['MANAGER'] },
		});
		expect(sent.data.data.contacts).toMatchObject([{ id: 2001 }]);
		expect(sent.data.data.sent).toEqual(expect.any(Number));
	});

	test('hooks are confirmed by themselves, warehouses hidden by default', async () => {
		const made = await done('POST', '/webhook', { hookUrl: 'https://hooks.example.com/n8n' });
		expect(made).toMatchObject({ enabled: true, confirmed: false, includeChangesets: false });
		expect(await read(`/webhook/${made.id}`)).toMatchObject({ confirmed: true });
		expect(await status('DELETE', `/webhook/${made.id}`)).toBe(200);
		expect((await read('/warehouse')).warehouses).toHaveLength(2);
		expect((await read('/warehouse', { status: 'all' })).warehouses).toHaveLength(3);
	});

	test('one context for the same things, one event or two in a history', async () => {
		const first = await done('POST', '/jobcontext', {}, { customerId: 106, jobType: 'repair' });
		const second = await done('POST', '/jobcontext', {}, { customerId: 106, jobType: 'repair' });
		expect(second.id).toBe(first.id);
		const { histories } = await read('/history', { entityId: 10_001, entityType: 3 });
		expect(histories).toMatchObject([
			{ properties: { actionEvent: 'created' } },
			{ properties: [] },
		]);
	});

	test('tax groups hold postal codes, which are replaced whole', async () => {
		const changed = await done('PUT', '/taxgroup/1', { postalCodes: ['00099'] });
		expect(changed).toMatchObject({ combinedRate: 0.0725, postalCodes: ['00099'] });
		expect(ids((await read('/taxgroup', { postalCode: '0009' })).taxGroups)).toEqual([1]);
		expect(ids((await read('/taxgroup', { excludeTaxGroupId: 1 })).taxGroups)).toEqual([2, 3]);
		expect((await read('/taxrate', { postalCode: '00099' })).taxrates).toMatchObject([
			{ taxGroupCode: 'OH-MAPLE' },
		]);
	});
});
