import axios, { type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { omit } from 'lodash';

import { startSandbox, type Row, type Sandbox, type VendorControl } from '../../sandbox';

const NOW = '2026-03-10T15:00:00.000Z';

let sandbox: Sandbox<'SchedulingCenter'>;
let control: VendorControl;
let credential: Readonly<Record<string, string>>;

beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['SchedulingCenter'] });
	({ control } = sandbox.vendors.SchedulingCenter);
	credential = sandbox.vendors.SchedulingCenter.credentials.schedulingCenterApi;
});
afterAll(async () => await sandbox.close());
beforeEach(() => {
	control.reset();
	control.clock({ freeze: true });
});

async function call(
	method: string,
	path: string,
	options: AxiosRequestConfig = {},
): Promise<AxiosResponse> {
	return await axios.request({
		method,
		url: credential.baseUrl + path,
		auth: { username: credential.username, password: credential.apiKey },
		validateStatus: () => true,
		...options,
	});
}

async function get(path: string, params: object = {}): Promise<Row> {
	const { status, data } = await call('GET', path, { params });
	expect({ path, status, data: status === 200 ? 'fine' : (data as Row) }).toMatchObject({
		status: 200,
	});
	return data as Row;
}

const rowsOf = (value: unknown) => value as Row[];
const idsOf = (value: unknown) => rowsOf(value).map(({ id }) => id);

describe('signing in', () => {
	it('takes the username and the key, and nothing else', async () => {
		await get('/categories', { limit: 1 });
		const { username, apiKey } = credential;
		for (const auth of [
			{ username, password: 'wrong' },
			{ username: 'wrong', password: apiKey },
			undefined,
		]) {
			const { status, headers, data } = await call('GET', '/categories', { auth });
			expect(status).toBe(401);
			expect(headers['www-authenticate']).toContain('Basic');
			expect(data).toMatchObject({ code: 401, url: '/api/categories' });
		}
	});

	it('answers with a page outside /api and to those who ask for one', async () => {
		const outside = await axios.get(credential.baseUrl.replace(/\/api$/, '/reviews'));
		expect(outside.headers['content-type']).toContain('text/html');
		const page = await call('GET', '/categories', { headers: { accept: 'text/html,*/*' } });
		expect(page.headers['content-type']).toContain('text/html');
		const script = await call('GET', '/categories', {
			headers: { accept: 'text/html,*/*', 'x-requested-with': 'XMLHttpRequest' },
		});
		expect(script.data).toHaveProperty('categories');
	});

	it('hides the key in the log', async () => {
		await get('/categories');
		expect(JSON.stringify(control.requests())).not.toContain(credential.apiKey);
		expect(control.requests()[0]).toMatchObject({ status: 200, account: credential.username });
	});
});

describe('every list', () => {
	it('gives ten records unasked, with the page, its size and the count of all', async () => {
		const { invoices, ...rest } = await get('/invoices');
		expect(invoices).toHaveLength(10);
		expect(rest).toEqual({ total: 89, page: 1, limit: 10 });
		const last = await get('/invoices', { page: 9 });
		expect(last.invoices).toHaveLength(9);
		const first = await get('/invoices', { page: 1, limit: 89 });
		expect(new Set(idsOf(first.invoices)).size).toBe(89);
	});

	it('answers 404 past the end, but not for an empty first page', async () => {
		const { status } = await call('GET', '/invoices', { params: { page: 10 } });
		expect(status).toBe(404);
		expect(await get('/invoices', { contact_id: 9 })).toMatchObject({ invoices: [], total: 0 });
	});

	it('breaks down on an oversized limit', async () => {
		await get('/invoices', { limit: 1000 });
		const { status } = await call('GET', '/invoices', { params: { limit: 1001 } });
		expect(status).toBe(500);
	});

	it.each([
		['/invoices', { colour: 'red' }, 'colour'],
		['/invoices', { limit: 'ten' }, 'limit'],
		['/invoices', { showInactive: false }, 'showInactive'],
		['/invoices', { last_modified_after: '2026-03-01T10:00:00Z' }, 'last_modified_after'],
		['/franchises', { search: 'x' }, 'search'],
		['/reviews', { location: '2A' }, 'location'],
		['/campaigns/301', { showInactive: true }, 'showInactive'],
	])('refuses in %s the query %j', async (path, params, name) => {
		const { status, data } = await call('GET', path, { params });
		expect(status).toBe(400);
		expect((data as Row).message).toContain(name);
	});

	it('refuses parameters in the body of GET', async () => {
		const { status } = await call('GET', '/invoices', { data: { franchise_id: 501 } });
		expect(status).toBe(400);
	});

	it('is narrowed by franchise, where 0 is all', async () => {
		const all = await get('/invoices', { franchise_id: 0 });
		const one = await get('/invoices', { franchise_id: 501, limit: 100 });
		const other = await get('/invoices', { franchise_id: 502, limit: 100 });
		expect(all.total).toBe(89);
		expect(Number(one.total) + Number(other.total)).toBe(89);
		expect(rowsOf(one.invoices).every((row) => row.franchise_id === 501)).toBe(true);
	});

	it('leaves deleted records out unless asked for, under both names of the switch', async () => {
		expect((await get('/employees')).total).toBe(15);
		expect((await get('/employees', { showInactive: true })).total).toBe(16);
		expect((await get('/employees', { showHidden: true })).total).toBe(16);
		const { status } = await call('GET', '/employees/16');
		expect(status).toBe(404);
	});

	it('knows no other paths and methods', async () => {
		expect((await call('GET', '/contacts')).status).toBe(404);
		expect((await call('POST', '/invoices', { data: {} })).status).toBe(405);
		expect((await call('GET', '/billing')).status).toBe(404);
	});

	it('shows nothing of a franchise but its id', async () => {
		expect((await get('/franchises')).franchises).toEqual(
			[501, 502, 503].map((id) => ({ id, active: true })),
		);
	});
});

describe('the fields filter', () => {
	it('shows the accepted columns, with joining keys, and names them', async () => {
		const fields = JSON.stringify({
			invoices: ['id', 'amount_due', 'is_completed', 'nonsense'],
			contacts: ['email', 'full_name'],
			nothings: ['id'],
		});
		const { invoices, fields: accepted } = await get('/invoices', { fields, limit: 1 });
		expect(accepted).toEqual({ Invoices: ['id', 'amount_due'], Contacts: ['email'] });
		const [invoice] = rowsOf(invoices);
		expect(Object.keys(invoice).sort()).toEqual(['amount_due', 'contact', 'contact_id', 'id']);
		expect(Object.keys(invoice.contact as Row)).toEqual(['email']);
	});

	it('takes a star for all columns of a table', async () => {
		const { categories, fields } = await get('/categories', {
			fields: '{"categories":["*"]}',
		});
		expect(rowsOf(categories)[0]).toMatchObject({ id: 1, code: 'CPT', display_order: 1 });
		expect((fields as Row).Categories).toContain('code');
	});

	it('refuses what is no JSON text of columns by table', async () => {
		for (const fields of ['id,name', '["id"]', '{"invoices":"id"}']) {
			expect((await call('GET', '/invoices', { params: { fields } })).status).toBe(400);
		}
	});
});

describe('times', () => {
	it('compares the change of invoices in UTC and shows it on the clock of Denver', async () => {
		control.change('invoices', 50003, { notes: 'changed' });
		const { invoices } = await get('/invoices', { last_modified_after: '2026-03-10 14:59:59' });
		// Nine in the morning in Denver, with an offset that says UTC.
		expect(invoices).toMatchObject([
			{ id: 50003, notes: 'changed', last_modified: '2026-03-10T09:00:00+00:00' },
		]);
		// Strictly after.
		const later = await get('/invoices', { last_modified_after: '2026-03-10 15:00:00' });
		expect(later.total).toBe(0);
	});

	it('shows the creation of an invoice in UTC', async () => {
		control.add('invoices', { id: 99 });
		expect((await get('/invoices/99')).invoice).toMatchObject({
			date_created: '2026-03-10T15:00:00+00:00',
			last_modified: '2026-03-10T09:00:00+00:00',
		});
		const { invoices } = await get('/invoices', { date_created_after: '2026-03-10' });
		expect(idsOf(invoices)).toEqual([99]);
	});

	it('shows visits on the clock of the franchise and their stamps in UTC', async () => {
		control.add('appointments', { id: 99, start_datetime: '2026-03-12T11:15:00+00:00' });
		const { appointments } = await get('/appointments', { last_modified_after: '2026-03-10' });
		expect(appointments).toMatchObject([
			{
				id: 99,
				start_datetime: '2026-03-12T11:15:00+00:00',
				last_modified: '2026-03-10T15:00:00+00:00',
			},
		]);
	});

	it('shows a campaign in lists hours before its single record', async () => {
		control.change('campaigns', 301, { cost: 5 });
		const { campaigns } = await get('/campaigns', { code: 'SB0126' });
		expect(campaigns).toMatchObject([{ last_modified: '2026-03-10T09:00:00+00:00' }]);
		expect((await get('/campaigns/301')).campaign).toMatchObject({
			last_modified: '2026-03-10T15:00:00+00:00',
		});
	});

	it('writes the offset of reviews without a colon', async () => {
		const { data } = await call('POST', '/reviews', { data: { rating: 7 } });
		expect((data as { review: Row }).review.date_created).toBe('2026-03-10T15:00:00+0000');
	});

	it('filters completion by the digits of the franchise', async () => {
		control.add('invoices', { id: 99, date_completed: '2026-06-01T08:00:00+00:00' });
		const late = { date_completed_after: '2026-06-01 07:59:59' };
		expect(idsOf((await get('/invoices', late)).invoices)).toEqual([99]);
		expect((await get('/invoices', { date_completed_after: '2026-06-01 08:00:00' })).total).toBe(0);
	});
});

describe('invoices and appointments', () => {
	it('adds to a list what is asked for, and to the single record its lines and status', async () => {
		const plain = rowsOf((await get('/invoices', { limit: 1 })).invoices)[0];
		expect(plain).toHaveProperty('contact.full_name', 'Avelina Amberly');
		expect(plain).toHaveProperty('address.full_street');
		for (const member of ['category_ids', 'summary', 'invoices_campaigns', 'invoice_line_items']) {
			expect(plain).not.toHaveProperty(member);
		}
		const [rich] = rowsOf(
			(
				await get('/invoices', {
					limit: 1,
					include_categories: true,
					include_campaigns: true,
					include_summary: true,
				})
			).invoices,
		);
		expect(rich).toMatchObject({
			category_ids: [1],
			summary: '$102.41: 2 x Room',
			invoices_campaigns: [{ campaign: { id: 301 } }],
		});
		expect((await get('/invoices/50001')).invoice).toMatchObject({
			invoice_line_items: [{ name: 'Room', total: 98 }],
			invoice_status: { id: 4, lookup_key: 'paid' },
			is_completed: true,
		});
	});

	it('finds by campaign code and says so', async () => {
		const { invoices, matching } = await get('/invoices', { campaign_code: 'SB0126' });
		expect(matching).toEqual({ 'InvoicesCampaigns.Campaigns.code': 'SB0126' });
		expect(idsOf(invoices)).toContain(50001);
		expect(idsOf(invoices)).not.toContain(50002);
	});

	it('lists the statuses, with 2 as work order and 4 as paid', async () => {
		const statuses = rowsOf((await get('/invoicesStatuses')).invoicesStatuses);
		expect(statuses.find(({ id }) => id === 2)).toMatchObject({ lookup_key: 'work_order' });
		expect(statuses.find(({ id }) => id === 4)).toMatchObject({ lookup_key: 'paid' });
	});

	it('reads one appointment with address and type', async () => {
		expect((await get('/appointments/70001')).appointment).toMatchObject({
			id: 70001,
			address: { city: 'Maplewick' },
			appointments_type: { id: 1, isJobType: true },
			cancelled: false,
		});
	});
});

describe('reviews', () => {
	it('leaves out the censored and those not allowed public unless asked for', async () => {
		const total = async (params: object = {}) => (await get('/reviews', params)).total;
		const usual = Number(await total());
		const all = Number(await total({ showCensored: true, showNotAllowedPublic: true }));
		expect(all).toBe(59);
		expect(Number(await total({ showCensored: true }))).toBeGreaterThan(usual);
		expect(Number(await total({ showNotAllowedPublic: true }))).toBeGreaterThan(usual);
		expect(all).toBeGreaterThan(Number(await total({ showCensored: true })));
	});

	it('wraps the record in a list on read and delete only', async () => {
		const { status, data } = await call('POST', '/reviews', {
			data: {
				rating: 9,
				comment: 'Spotless',
				review_source_id: 2,
				reviews_source_id: 2,
				contacts: { email: 'avelina.amberly0@example.com' },
				addresses: { zipcode: '00042', address_1: '9 Hatter Street' },
			},
		});
		const { review } = data as { review: Row };
		expect(status).toBe(201);
		expect(review).toMatchObject({
			comment: 'Spotless',
			allowed_public: 1,
			censored: 0,
			contact_id: 1001,
			zipcode: '00042',
			franchise_id: 502,
			reviews_source: { lookup_key: 'listen_360' },
		});
		const path = `/reviews/${String(review.id)}`;
		expect((await get(path)).review).toEqual([review]);
		const { data: changed } = await call('PATCH', path, { data: { censored: true } });
		expect((changed as { review: Row }).review).toMatchObject({ censored: 1, rating: 9 });
		const { data: deleted } = await call('DELETE', path);
		expect((deleted as { review: Row[] }).review[0]).toMatchObject({ active: false });
		expect((await call('GET', path)).status).toBe(404);
	});

	it.each([
		[{}, 'rating'],
		[{ rating: 11 }, 'rating'],
		[{ rating: '7' }, 'rating'],
		[{ rating: 7, comments: 'x' }, 'comments'],
		[{ rating: 7, review_source_id: 1, reviews_source_id: 2 }, 'differs'],
		[{ rating: 7, location_id: 77 }, '77'],
		[{ rating: 7, date_reviewed: '2026-03-01T10:00:00Z' }, 'date_reviewed'],
		[{ rating: 7, contacts: { nickname: 'x' } }, 'nickname'],
	])('refuses to add %j', async (body, text) => {
		const { status, data } = await call('POST', '/reviews', { data: body });
		expect(status).toBe(400);
		expect((data as Row).message).toContain(text);
	});

	it('takes a form as well as JSON', async () => {
		const { status, data } = await call('POST', '/reviews', {
			data: new URLSearchParams({ rating: '8', comment: 'By form' }),
		});
		expect(status).toBe(201);
		expect(data).toMatchObject({ review: { rating: 8, comment: 'By form' } });
	});

	it('filters by location in brackets and searches comments and names', async () => {
		const { reviews } = await get('/reviews', { 'location[code]': 'XX-0501A', limit: 100 });
		expect(rowsOf(reviews).length).toBeGreaterThan(0);
		expect(rowsOf(reviews).every((row) => row.location_id === 1)).toBe(true);
		const named = rowsOf((await get('/reviews', { search: 'AMBERLY', limit: 100 })).reviews);
		expect(named.length).toBeGreaterThan(0);
		expect(named.every((row) => /Amberly/.test(JSON.stringify(row.contact)))).toBe(true);
	});

	it('averages with one decimal, without the deleted', async () => {
		for (const { id } of control.records('reviews')) control.remove('reviews', id);
		for (const rating of [10, 9, 9]) control.add('reviews', { rating, location_id: 1 });
		control.add('reviews', { rating: 0, location_id: 1, active: false });
		control.add('reviews', { rating: 2, location_id: 2 });
		expect(await get('/reviews/averages')).toEqual({ average_rating: 7.5, total: 4 });
		expect(await get('/reviews/averages', { location_code: 'XX-0501A' })).toEqual({
			average_rating: 9.3,
			total: 3,
		});
	});

	it('lists the sources, of which the web site has no name', async () => {
		expect((await get('/reviewsSources')).reviewsSources).toMatchObject([
			{ name: '', is_default: true },
			{ name: 'Listen 360' },
			{ name: 'Phone call' },
		]);
	});
});

describe('employees, locations and categories', () => {
	it('adds an employee of a group not above its own', async () => {
		const employee = { first_name: 'Wren', last_name: 'Tallow', username: 'wren', group_id: 5 };
		const { status, data } = await call('POST', '/employees', {
			data: { ...employee, franchise_id: 502, zipcode: '00042' },
		});
		expect(status).toBe(201);
		expect(data).toMatchObject({
			employee: { ...employee, color: '000000', zipcode: 42, group: { name: 'Techs' } },
		});
		const again = await call('POST', '/employees', { data: employee });
		expect([again.status, (again.data as Row).message]).toEqual([400, 'username is taken']);
		const above = await call('POST', '/employees', {
			data: { ...employee, username: 'other', group_id: 2 },
		});
		expect(above.status).toBe(403);
		expect((await call('POST', '/employees', { data: omit(employee, 'group_id') })).status).toBe(
			400,
		);
	});

	it('changes only what is sent, by PATCH and by PUT', async () => {
		for (const method of ['PATCH', 'PUT']) {
			const { data } = await call(method, '/employees/3', { data: { title: method } });
			expect(data).toMatchObject({
				employee: { id: 3, title: method, username: 'cosima.pepperidgemoon202' },
			});
		}
		const deleted = await call('DELETE', '/employees/3');
		expect(deleted.data).toMatchObject({ employee: { active: false, schedule: true } });
		expect((await call('DELETE', '/employees/3')).status).toBe(404);
	});

	it('names the franchise where a list spans them', async () => {
		expect(rowsOf((await get('/employees')).employees)[0]).toHaveProperty('franchise.id', 501);
		const [employee] = rowsOf((await get('/employees', { franchise_id: 501 })).employees);
		expect(employee).not.toHaveProperty('franchise');
	});

	it('searches employees and locations', async () => {
		const { employees } = await get('/employees', { search: 'oakenshaw' });
		expect(idsOf(employees)).toEqual([2]);
		expect(idsOf((await get('/locations', { search: '0502d' })).locations)).toEqual([4]);
	});

	it('shows metadata of a location alone or on request', async () => {
		expect(rowsOf((await get('/locations')).locations)[0]).toMatchObject({
			full_name: 'XX-0501A Maplewick',
			total_zipcodes: 1,
		});
		expect(rowsOf((await get('/locations')).locations)[0]).not.toHaveProperty('locations_metadata');
		const { locations } = await get('/locations', { showMetadata: true });
		expect(rowsOf(locations)[0]).toHaveProperty('locations_metadata.city', 'Maplewick');
		const { location } = await get('/locations/1');
		expect(location).toHaveProperty('locations_metadata.city', 'Maplewick');
		expect(location).not.toHaveProperty('total_zipcodes');
	});

	it('finds postal codes by part of a location code', async () => {
		const { locationsZipcodes } = await get('/locationsZipcodes', { code: '0502' });
		expect(locationsZipcodes).toMatchObject([{ zipcode: '00042' }, { zipcode: '00058' }]);
	});

	it('shows the services of a single category, and its flags as numbers', async () => {
		expect((await get('/categories/1')).category).toMatchObject({
			services: [{ code: 'RM' }, { code: 'STR' }],
		});
		expect(rowsOf((await get('/categories')).categories)[0]).not.toHaveProperty('services');
		const body = { type: 'SERVICE', name: 'Drapes', display_order: 9, include_in_exports: true };
		const { data } = await call('POST', '/categories', { data: body });
		expect(data).toMatchObject({ category: { include_in_exports: 1, scheduling_exempt: 0 } });
		for (const wrong of [
			{ ...body, type: 'OTHER' },
			{ ...body, code: 'ELEVENCHARS' },
		]) {
			expect((await call('POST', '/categories', { data: wrong })).status).toBe(400);
		}
	});
});

describe('campaigns', () => {
	const body = {
		franchise_id: 501,
		name: 'Spring post cards',
		code: 'SPC0326',
		campaigns_category_id: 1,
		campaigns_subcategory_id: 1,
		start_date: '2026-03-01',
	};

	it('keeps the inactive in lists and takes the hidden out', async () => {
		const { campaigns } = await get('/campaigns', { limit: 100 });
		expect(idsOf(campaigns)).toContain(306);
		expect(idsOf(campaigns)).not.toContain(313);
		expect(rowsOf(campaigns)[0]).toMatchObject({
			end_date: null,
			campaigns_category: { name: 'Shared mail' },
		});
	});

	it('is added, switched off and on, hidden and shown again', async () => {
		const { status, data } = await call('POST', '/campaigns', { data: body });
		const { campaign } = data as { campaign: Row };
		expect(status).toBe(201);
		expect(campaign).toMatchObject({
			start_date: '2026-03-01T00:00:00+00:00',
			end_date: '',
			active: true,
			hidden: false,
		});
		const id = String(campaign.id);
		const flags = async (method: string, path: string, change?: object) => {
			const answer = await call(method, path, { data: change });
			const { active, hidden } = (answer.data as { campaign: Row }).campaign;
			return { active, hidden };
		};
		expect(await flags('DELETE', `/campaigns/${id}`)).toEqual({ active: false, hidden: false });
		expect(await flags('POST', `/campaigns/activate/${id}`)).toEqual({
			active: true,
			hidden: false,
		});
		expect(await flags('DELETE', `/campaigns/hide/${id}`)).toEqual({ active: true, hidden: true });
		expect((await get('/campaigns', { code: body.code })).total).toBe(0);
		expect(await flags('PATCH', `/campaigns/${id}`, { hidden: false })).toEqual({
			active: true,
			hidden: false,
		});
		expect((await get('/campaigns', { code: body.code })).total).toBe(1);
	});

	it('refuses a subcategory of another category or franchise', async () => {
		for (const subcategory of [2, 3]) {
			const { status } = await call('POST', '/campaigns', {
				data: { ...body, campaigns_subcategory_id: subcategory },
			});
			expect(status).toBe(400);
		}
	});

	it('leads from the category to the campaign', async () => {
		expect(await get('/campaigns/breadcrumb/301')).toMatchObject({
			breadcrumbs: [{ type: 'subcategories' }, { type: 'campaigns' }, { id: 301, selected: true }],
			total: 3,
		});
	});

	it('counts the campaigns of a category in lists', async () => {
		const { campaignsCategories } = await get('/campaignsCategories');
		expect(rowsOf(campaignsCategories)[0]).toMatchObject({ name: 'Shared mail', count: 4 });
	});
});

it('takes 3000 requests in an hour, then refuses', async () => {
	control.allowance({ requests: 2, perSeconds: 3600 });
	await get('/categories');
	await get('/categories');
	expect((await call('GET', '/categories')).status).toBe(429);
	control.clock({ advance: 3600 });
	await get('/categories');
});

it('pages through generated records quickly', async () => {
	control.generate('invoices', 20_000);
	const { total, invoices } = await get('/invoices', { limit: 1000, page: 20 });
	expect(total).toBe(20_089);
	expect(invoices).toHaveLength(1000);
});

it('answers a fault with the status that was asked for', async () => {
	control.fault({ kind: 'status', status: 503, path: '/invoices' });
	expect((await call('GET', '/invoices')).status).toBe(503);
	await get('/invoices');
});
