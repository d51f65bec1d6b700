import axios, { type AxiosResponse } from 'axios';

import { startSandbox, type RunningVendor, type Sandbox } from '../../sandbox';

const NOW = '2026-03-10T15:00:00.000Z';
const DAY_MS = 24 * 3_600_000;

let sandbox: Sandbox<'ServiceChannel'>;
let vendor: RunningVendor;
let origin: string;

beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['ServiceChannel'] });
	vendor = sandbox.vendors.ServiceChannel;
	origin = new URL(vendor.baseUrl).origin;
});
afterAll(async () => await sandbox.close());
beforeEach(() => vendor.control.reset());

interface Sent {
	params?: Record<string, unknown>;
	data?: unknown;
	headers?: Record<string, string>;
}

/** The members of records that are looked at below. */
interface Listed {
	readonly Id: number;
	readonly Number: string;
	readonly Name: string;
	readonly Description: string;
	readonly CallDate: string;
	readonly CallDate_DTO: string;
	readonly UpdatedDate: string;
	readonly NoteType: string;
	readonly Status: { readonly Primary: string; readonly Extended: string };
}

async function token(
	fields: Record<string, string>,
	{ client, asJson }: { client?: string; asJson?: boolean } = {},
): Promise<AxiosResponse> {
	const { clientId, clientSecret } = vendor.credentials.serviceChannelApi;
	return await axios.post(`${origin}/oauth/token`, asJson ? fields : new URLSearchParams(fields), {
		auth: { username: client ?? clientId, password: clientSecret },
		maxRedirects: 0,
		validateStatus: () => true,
	});
}

async function logIn(): Promise<AxiosResponse> {
	const { username, password } = vendor.credentials.serviceChannelApi;
	return await token({ grant_type: 'password', username, password });
}

async function raw(method: string, path: string, sent: Sent = {}): Promise<AxiosResponse> {
	const query = new URLSearchParams(
		Object.entries(sent.params ?? {}).map(([name, value]): [string, string] => [
			name,
			String(value),
		]),
	).toString();
	return await axios.request({
		method,
		url: `${vendor.baseUrl}${path}${query ? `?${query}` : ''}`,
		data: sent.data,
		headers: sent.headers,
		validateStatus: () => true,
	});
}

async function request(method: string, path: string, sent: Sent = {}): Promise<AxiosResponse> {
	const { data } = await logIn();
	const headers = { authorization: `Bearer ${data.access_token}`, ...sent.headers };
	return await raw(method, path, { ...sent, headers });
}

const get = async (path: string, params?: Record<string, unknown>) =>
	await request('GET', path, { params });

async function find($filter: string, more: Record<string, unknown> = {}): Promise<Listed[]> {
	const { data } = await get('/odata/workorders', { $filter, ...more });
	return data.value;
}

describe('signing in', () => {
	test('a password gives a token for ten minutes, and a refresh token that is replaced', async () => {
		const { data } = await logIn();
		expect(data).toMatchObject({ expires_in: 600, token_type: 'bearer' });
		const headers = { authorization: `Bearer ${data.access_token}` };
		expect((await raw('GET', '/users/current/profile', { headers })).data).toMatchObject({
			UserName: 'provider@example.com',
			ProviderId: 5001,
		});
		vendor.control.clock({ advance: 601 });
		const ended = await raw('GET', '/users/current/profile', { headers });
		expect(ended.status).toBe(401);
		expect(ended.data).not.toHaveProperty('ErrorCode');
		const refresh = { grant_type: 'refresh_token', refresh_token: data.refresh_token };
		const renewed = await token(refresh);
		expect(renewed.status).toBe(200);
		expect(renewed.data.refresh_token).not.toBe(data.refresh_token);
		expect((await token(refresh)).data.error).toBe('invalid_grant');
	});

	test('the authorize page sends a browser back at once with a code', async () => {
		const { clientId } = vendor.credentials.serviceChannelOAuth2Api;
		const redirect = 'http://localhost:5678/rest/oauth2-credential/callback';
		const { status, headers } = await axios.get(`${origin}/oauth/authorize`, {
			params: { response_type: 'code', client_id: clientId, redirect_uri: redirect, state: 'a b' },
			maxRedirects: 0,
			validateStatus: () => true,
		});
		expect(status).toBe(302);
		const back = new URL(String(headers.location));
		expect(back.origin + back.pathname).toBe(redirect);
		expect(back.searchParams.get('state')).toBe('a b');
		const code = back.searchParams.get('code') ?? '';
		const grant = { grant_type: 'authorization_code', code };
		const other = await token({ ...grant, redirect_uri: 'http://localhost/other' });
		expect(other.data.error).toBe('invalid_grant');
		const again = await axios.get(`${origin}/oauth/authorize`, {
			params: { response_type: 'code', client_id: clientId, redirect_uri: redirect },
			maxRedirects: 0,
			validateStatus: () => true,
		});
		const fresh = new URL(String(again.headers.location)).searchParams.get('code') ?? '';
		const given = await token({ ...grant, code: fresh, redirect_uri: redirect });
		expect(given.status).toBe(200);
		const used = await token({ ...grant, code: fresh, redirect_uri: redirect });
		expect(used.data.error).toBe('invalid_grant');
	});

	test('an unknown client is sent to a page for people', async () => {
		const { status, headers } = await token({ grant_type: 'password' }, { client: 'nobody' });
		expect(status).toBe(302);
		const page = await axios.get(new URL(String(headers.location), origin).href);
		expect(String(page.headers['content-type'])).toContain('text/html');
	});

	test.each([
		['a wrong password', { grant_type: 'password', username: 'x', password: 'y' }, {}],
		['no such grant', { grant_type: 'client_credentials' }, {}],
		['scopes', { grant_type: 'password', scope: 'all' }, {}],
		['JSON', { grant_type: 'password' }, { asJson: true }],
	] as const)('refuses %s', async (_case, fields, options) => {
		const { status, data } = await token(fields, options);
		expect(status).toBe(400);
		expect(data).toHaveProperty('error_description');
	});

	test('only one sign-in in five seconds where limits are enforced', async () => {
		vendor.control.allowance({ requests: 300, perSeconds: 60, retryAfter: 'date' });
		expect((await logIn()).status).toBe(200);
		const second = await logIn();
		expect(second.status).toBe(429);
		expect(String(second.headers['error-message'])).toContain('limit exceed');
		vendor.control.clock({ advance: 5 });
		expect((await logIn()).status).toBe(200);
	});

	test('too many requests are told with a date', async () => {
		vendor.control.allowance({ requests: 1, perSeconds: 60, retryAfter: 'date' });
		const headers = { authorization: `Bearer ${(await logIn()).data.access_token}` };
		expect((await raw('GET', '/users/current/profile', { headers })).status).toBe(200);
		const refused = await raw('GET', '/users/current/profile', { headers });
		expect(refused.status).toBe(429);
		expect(refused.data.Reason).toContain('throttled');
		expect(Date.parse(String(refused.headers['retry-after']))).toBeGreaterThan(Date.parse(NOW));
	});
});

describe('what is refused', () => {
	test('the side of the subscriber is a 401 with code 504 in its body', async () => {
		const { status, data } = await get('/odata/invoices');
		expect(status).toBe(401);
		expect(data).toMatchObject({ ErrorCode: 504, ErrorCodes: [504] });
	});

	test.each([
		['GET', '/nothing', {}, 400, { error: { code: 'UnsupportedApiVersion' } }],
		['DELETE', '/workorders', {}, 405, { Message: expect.any(String) }],
		['GET', '/workorders/1', {}, 404, { ErrorCode: 502 }],
		['PUT', '/workorders/1/description', { data: { Value: 'x' } }, 400, { ErrorCode: 917 }],
		['GET', '/priorities', {}, 400, { ErrorCode: 401 }],
		['GET', '/priorities', { params: { subscriberId: 9 } }, 401, { ErrorCode: 504 }],
		['GET', '/odata/locations', {}, 400, { ErrorCode: 401 }],
		['GET', '/odata/workorders', { params: { filter: 'Id eq 1' } }, 400, { ErrorCode: 503 }],
		['GET', '/odata/workorders', { params: { $top: 'ten' } }, 400, { ErrorCode: 503 }],
		['GET', '/workorders', { params: { pageSize: 51 } }, 400, { ErrorCode: 503 }],
		['POST', '/workorders', { data: {} }, 400, { ErrorCode: 503 }],
	] as const)('%s %s %j', async (method, path, sent, status, body) => {
		const answer = await request(method, path, sent);
		expect(answer.status).toBe(status);
		expect(answer.data).toMatchObject(body);
	});

	test.each([
		['$filter', "Name eq 'x'"],
		['$filter', 'Number eq 5'],
		['$filter', "Id eq '5'"],
		['$filter', "CallDate ge '2026-01-01T00:00:00Z'"],
		['$filter', "CallDate ge datetime'2026-01-01T00:00:00'"],
		['$filter', 'CallDate ge 2026-01-01'],
		['$filter', 'CallDate ge 2026-01-01T00:00:00'],
		['$filter', 'CallDate ge 2026-01-01T00:00:00 04:00'],
		['$filter', "startswith(Number,'T')"],
		['$filter', "Number eq 'O'Neill'"],
		['$filter', '(Id eq 1'],
		['$filter', 'Id eq 1 and'],
		['$filter', "Provider/Nonsense eq 'x'"],
		['$filter', "Status eq 'OPEN'"],
		['$orderby', 'Nonsense'],
		['$orderby', 'Id down'],
		['$select', 'Id,Nonsense'],
		['$expand', 'notes'],
		['$expand', 'workactivities'],
		['$expand', 'Provider($filter=Id eq 1)'],
		['$skip', '-1'],
	])('OData %s=%s', async (name, value) => {
		const { status, data } = await get('/odata/workorders', { [name]: value });
		expect([status, data]).toEqual([400, expect.anything()]);
	});
});

describe('OData lists', () => {
	const OLD = `CallDate ge ${new Date(Date.parse(NOW) - 364 * DAY_MS).toISOString()}`;

	test('ninety days back unasked, a year at most', async () => {
		const count = async (params: Record<string, unknown> = {}) =>
			(await get('/odata/workorders', { $top: 0, $count: true, ...params })).data['@odata.count'];
		const usual = await count();
		const year = await count({ $filter: OLD });
		const ever = await count({ $filter: 'CallDate ge 2000-01-01T00:00:00Z' });
		expect(usual).toBeGreaterThan(50);
		expect(year).toBeGreaterThan(usual);
		expect(ever).toBeLessThan(vendor.control.records('workOrders').length);
		// A bound on another date lifts nothing.
		expect(await count({ $filter: 'UpdatedDate ge 2000-01-01T00:00:00Z' })).toBe(usual);
		const { data } = await get('/odata/workorders', { $top: 0, $count: true });
		expect(data.value).toEqual([]);
	});

	test('fifty at a time, more are cut in silence, and a link that the API itself refuses', async () => {
		const cut = (await get('/odata/workorders', { $top: 500, $orderby: 'Id' })).data;
		expect(cut.value).toHaveLength(50);
		const link = new URL(cut['@odata.nextLink']);
		expect(link.protocol).toBe('http:');
		const { data } = await logIn();
		const followed = await axios.get(link.href, {
			headers: { authorization: `Bearer ${data.access_token}` },
			validateStatus: () => true,
		});
		expect(followed.status).toBe(400);
		const asked = (await get('/odata/workorders', { $top: 50 })).data;
		expect(asked).not.toHaveProperty(['@odata.nextLink']);
		expect(asked).not.toHaveProperty(['@odata.count']);
		const whole = (await get('/odata/workorders')).data;
		expect(whole).toHaveProperty(['@odata.nextLink']);
	});

	test('pages by $skip hold every record once', async () => {
		const ids: number[] = [];
		for (let $skip = 0; ; $skip += 50) {
			const { data } = await get('/odata/workorders', {
				$top: 50,
				$skip,
				$orderby: 'UpdatedDate desc,Id',
			});
			ids.push(...data.value.map(({ Id }: Listed) => Id));
			if (data.value.length < 50) break;
		}
		const { data } = await get('/odata/workorders', { $top: 0, $count: true });
		expect(new Set(ids).size).toBe(data['@odata.count']);
		expect(ids).toHaveLength(data['@odata.count']);
	});

	test('filters', async () => {
		const every = (rows: Listed[], test: (row: Listed) => boolean) => {
			expect(rows.length).toBeGreaterThan(0);
			expect(rows.every(test)).toBe(true);
		};
		every(await find("Status/Primary eq 'OPEN'"), ({ Status }) => Status.Primary === 'OPEN');
		every(
			await find("not (Status/Primary eq 'OPEN' or Status/Primary eq 'COMPLETED')"),
			({ Status }) => Status.Primary === 'IN PROGRESS',
		);
		every(await find("contains(Description,'COOLING')"), ({ Description }) =>
			Description.includes('cooling'),
		);
		every(await find("contains(Description,'O''Hara')"), ({ Description }) =>
			Description.includes("O'Hara"),
		);
		every(await find('Provider/Id eq 5001'), ({ Id }) => Id > 0);
		expect(await find('Provider/Id ne 5001')).toEqual([]);
		expect(await find('Id eq 200000140')).toHaveLength(1);
		expect(await find('Id eq 200000140 or Id eq 200000139 and Id eq 1')).toHaveLength(1);
		every(await find('IsInvoiced eq false and ProjectId eq null'), ({ Id }) => Id > 0);
	});

	test('a date comes in two spellings, and the plain one can be sent back as it came', async () => {
		const [last] = await find('Id gt 0', { $orderby: 'UpdatedDate desc', $top: 1 });
		const [stored] = vendor.control
			.records('workOrders')
			.filter(({ Id }) => Id === last.Id)
			.map(({ CallDate }) => String(CallDate));
		expect(last.CallDate).toBe(stored.replace('Z', '-04:00'));
		expect(Date.parse(last.CallDate_DTO)).toBe(Date.parse(stored));
		const again = await find(`UpdatedDate ge ${last.UpdatedDate}`, { $orderby: 'UpdatedDate,Id' });
		expect(again.map(({ Id }) => Id)).toContain(last.Id);
		expect(await find(`UpdatedDate gt ${last.UpdatedDate}`)).toEqual([]);
	});

	test('other records come only when they are asked for', async () => {
		const [bare] = await find('Id eq 200000140');
		expect(bare).not.toHaveProperty('Provider');
		const [row] = await find('Id eq 200000140', {
			$select: 'Id,Number',
			$expand: 'Provider($select=Id,Name),Location',
		});
		expect(Object.keys(row).sort()).toEqual(['Id', 'Location', 'Number', 'Provider']);
		expect(row).toMatchObject({
			Provider: { Id: 5001, Name: 'Tidewater Mechanical' },
			Location: { City: expect.any(String) },
		});
		const single = (await get('/odata/workorders(200000140)', { $select: 'Id' })).data;
		expect(single).toEqual({ '@odata.context': expect.any(String), Id: 200_000_140 });
	});

	test('options in a body stand without their dollar signs', async () => {
		const { data } = await request('POST', '/odata/workorders/filter', {
			data: { Filter: "Status/Primary eq 'OPEN'", Select: 'Id', Top: 2, Count: 'true' },
		});
		expect(data.value).toHaveLength(2);
		expect(data['@odata.count']).toBeGreaterThan(2);
	});

	test('locations and trades of one client', async () => {
		const places = (await get('/odata/locations', { $filter: 'SubscriberId eq 301' })).data.value;
		expect(places).toHaveLength(20);
		const one = await get('/odata/locations', {
			$filter: "SubscriberId eq 301 and (contains(Name,'zzz') or StoreId eq 'MARM-001')",
		});
		expect(one.data.value).toHaveLength(1);
		const trades = (await get('/odata/trades', { $filter: 'SubscriberId eq 302' })).data.value;
		expect(trades.map(({ Name }: Listed) => Name)).toContain('HVAC');
		const users = await get('/odata/users', { $filter: "contains(FullName,'a')", $top: 2 });
		expect(users.data.value).toHaveLength(2);
	});

	test.each([{}, { $orderby: 'CallDate desc,Id desc' }])(
		'a new record comes before the others between two pages, %j',
		async (order) => {
			vendor.control.shiftPages('workOrders', 1);
			const first = (await get('/odata/workorders', { $top: 5, ...order })).data.value;
			const second = (await get('/odata/workorders', { $top: 5, $skip: 5, ...order })).data.value;
			expect(second[0].Id).toBe(first[4].Id);
		},
	);

	test('an order follows a change of a record', async () => {
		const newest = async () => (await find('Id gt 0', { $orderby: 'UpdatedDate desc' }))[0].Id;
		expect(await newest()).not.toBe(200_000_100);
		vendor.control.change('workOrders', 200_000_100, { Description: 'Changed' });
		expect(await newest()).toBe(200_000_100);
	});

	test('twenty thousand are paged through quickly', async () => {
		vendor.control.generate('workOrders', 20_000);
		const headers = { authorization: `Bearer ${(await logIn()).data.access_token}` };
		const started = Date.now();
		for (let page = 0; page < 40; page++) {
			const { data } = await raw('GET', '/odata/workorders', {
				params: { $top: 50, $skip: page * 500, $orderby: 'UpdatedDate desc,Id', $filter: OLD },
				headers,
			});
			expect(data.value).toHaveLength(50);
		}
		expect(Date.now() - started).toBeLessThan(10_000);
	}, 30_000);
});

describe('work orders', () => {
	const OF_MARM = { SubscriberId: 301, LocationId: 2001, TradeName: 'HVAC' };
	const NEW = {
		ContractInfo: OF_MARM,
		Category: 'REPAIR',
		Priority: 'P2 - 24 Hours',
		Nte: 200,
		CallDate: '2026-03-10T14:00:00Z',
		ProblemSource: 'API',
		Description: 'Warm office',
		ProblemCode: 'No Cooling',
		Status: { Primary: 'Open', Extended: '' },
	};

	test('are made and read', async () => {
		const made = await request('POST', '/workorders', { data: NEW });
		expect(made.status).toBe(201);
		const { data } = await get(`/workorders/${made.data.id}`);
		expect(data).toMatchObject({
			Id: made.data.id,
			Status: { Primary: 'OPEN', Extended: '' },
			Trade: 'HVAC',
			LocationId: 0,
			Location: { Id: 2001 },
			Subscriber: { Id: 301 },
			CallDate: '2026-03-10T14:00:00.000-04:00',
			CallDate_DTO: '2026-03-10T10:00:00.000-04:00',
		});
	});

	test.each([
		['a place of another client', { ContractInfo: { ...OF_MARM, LocationId: 2002 } }, 603],
		['a trade without a contract', { ContractInfo: { ...OF_MARM, TradeName: 'MASONRY' } }, 301],
		['an unknown client', { ContractInfo: { ...OF_MARM, SubscriberId: 9 } }, 401],
		['an unknown priority', { Priority: 'Someday' }, 912],
		['no limit of the price', { Nte: undefined }, 905],
		['no source', { ProblemSource: undefined }, 901],
		['an unknown category', { Category: 'NONE' }, 503],
		['a date that is not ISO', { CallDate: '03/10/2026' }, 503],
		['a status as it is read', { Status: { Primary: 'OPEN', Extended: '' } }, 503],
		['an unknown member', { Nonsense: 1 }, 503],
	])('are not made with %s', async (_case, change, code) => {
		const { status, data } = await request('POST', '/workorders', { data: { ...NEW, ...change } });
		expect([status, data.ErrorCode]).toEqual([400, code]);
	});

	test('change their status by name or number, but not to what can be invoiced', async () => {
		const { id } = (await request('POST', '/workorders', { data: NEW })).data;
		const set = async (Primary: string, Extended: string, more: object = {}) =>
			await request('PUT', `/workorders/${id}/status`, {
				data: { Status: { Primary, Extended }, ...more },
			});
		vendor.control.clock({ advance: 60 });
		const before = (await get(`/workorders/${id}`)).data;
		const done = await set('3', 'PENDING CONFIRMATION', { Note: 'All good' });
		expect(done.data).toMatchObject({ id, result: expect.stringContaining('<b>') });
		const after = (await get(`/workorders/${id}`)).data;
		expect(after.Status).toMatchObject({ Primary: 'COMPLETED', Extended: 'PENDING CONFIRMATION' });
		expect(Date.parse(after.UpdatedDate_DTO)).toBeGreaterThan(Date.parse(before.UpdatedDate_DTO));
		expect(after.Notes).toMatchObject({ Last: { NoteData: 'All good' }, Count: { Total: 2 } });
		expect((await set('COMPLETED', '')).data.ErrorCode).toBe(904);
		expect((await set('COMPLETED', 'CONFIRMED')).data.ErrorCode).toBe(904);
		expect((await set('IN PROGRESS', 'ASLEEP')).data.ErrorCode).toBe(904);
		expect((await set('OPEN', 'DECLINED')).data.ErrorCode).toBe(9001);
		const missing = await request('PUT', `/workorders/${id}/status`, {
			data: { Status: { Primary: 'OPEN' } },
		});
		expect(missing.data.ErrorCode).toBe(503);
	});

	test('are accepted and declined', async () => {
		const { id } = (await request('POST', '/workorders', { data: NEW })).data;
		const accepted = await request('PUT', `/workorders/${id}/accept`, { data: {} });
		expect([accepted.status, accepted.data]).toEqual([200, '']);
		expect((await get(`/workorders/${id}`)).data.Status.Extended).toBe('DISPATCH CONFIRMED');
		const declined = await request('PUT', `/workorders/${id}/decline`, {
			data: { DeclineReasonId: 1 },
		});
		expect(declined.status).toBe(200);
		const without = await request('PUT', `/workorders/${id}/decline`, { data: {} });
		expect(without.data.ErrorCode).toBe(9001);
	});

	test('take single fields as text', async () => {
		const path = '/workorders/200000140';
		const nte = await request('PUT', `${path}/nte`, { data: { Value: '321.5' } });
		expect(nte.data).toEqual({ id: 200_000_140 });
		const number = await request('PUT', `${path}/nte`, { data: { Value: 321 } });
		expect(number.status).toBe(400);
		await request('PUT', `${path}/priority`, { data: { Value: 'P1 - 4 Hours' } });
		await request('PUT', `${path}/scheduledate`, { data: { Value: '2026-03-12T09:00:00-04:00' } });
		expect((await get(path)).data).toMatchObject({
			Nte: 321.5,
			Priority: 'P1 - 4 Hours',
			ScheduledDate_DTO: '2026-03-12T09:00:00.000-04:00',
		});
	});

	test('the plain list is bare and pages by number', async () => {
		const first = (await get('/workorders', { pageSize: 3, page: 1, status: 'OPEN' })).data;
		const second = (await get('/workorders', { pageSize: 3, page: 2, status: 'OPEN' })).data;
		expect(first).toHaveLength(3);
		expect(second[0].Id).not.toBe(first[0].Id);
		const repeated = await request('GET', '/workorders?status=OPEN&status=IN PROGRESS');
		expect(new Set(repeated.data.map(({ Status }: Listed) => Status.Primary)).size).toBe(2);
	});

	test('lists of a client', async () => {
		for (const path of ['/workorders/categories', '/priorities', '/worktypes']) {
			const { data } = await get(path, { subscriberId: 301 });
			expect(data.length).toBeGreaterThan(1);
			expect(data[0]).toMatchObject({ Id: expect.any(Number), Name: expect.any(String) });
		}
		const statuses = (await get('/workorders/200000140/statuses')).data;
		expect(statuses.map(({ Name }: Listed) => Name)).toEqual(['OPEN', 'IN PROGRESS', 'COMPLETED']);
	});
});

describe('notes and visits', () => {
	const PATH = '/workorders/200000140';

	test('a note is written, listed both ways and moves the stamp of its work order', async () => {
		const before = (await get(PATH)).data.UpdatedDate_DTO;
		vendor.control.clock({ advance: 60 });
		const made = await request('POST', `${PATH}/notes`, {
			data: { Note: 'On my way', Visibility: 1 },
		});
		expect(made.status).toBe(201);
		expect(made.data.id).toBeGreaterThan(2 ** 32);
		const rest = (await get(`${PATH}/notes`, { paging: '1:50' })).data;
		expect(rest.Notes.at(-1)).toMatchObject({ Id: made.data.id, NoteData: 'On my way' });
		expect(rest.AllNotesCount).toBe(rest.UserNotesCount + rest.SystemNotesCount);
		const odata = (
			await get('/odata/workorders(200000140)/notes', { $filter: "NoteType eq 'UsersNote'" })
		).data.value;
		expect(odata.map(({ Id }: Listed) => Id)).toContain(made.data.id);
		expect(odata.every(({ NoteType }: Listed) => NoteType === 'UsersNote')).toBe(true);
		expect(Date.parse((await get(PATH)).data.UpdatedDate_DTO)).toBeGreaterThan(Date.parse(before));
		const wide = await request('POST', `${PATH}/notes`, { data: { Note: 'x', Visibility: 4 } });
		expect(wide.data.ErrorCode).toBe(503);
		expect((await get(`${PATH}/notes`, { paging: '2' })).data.ErrorCode).toBe(503);
	});

	test('a technician checks in on site and out again', async () => {
		const place = (await get(`${PATH}/GPSRadius`)).data;
		const here = { Latitude: place.LocLatitude, Longitude: place.LocLongitude };
		const checkIn = async (data: object) =>
			await request('POST', `${PATH}/universalCheckIn`, { data });
		const checkOut = async (data: object) =>
			await request('POST', `${PATH}/universalCheckOut`, { data });

		expect((await checkOut(here)).data.ErrorCode).toBe(925);
		expect((await checkIn({})).data.ErrorCode).toBe(503);
		expect((await checkIn({ Latitude: 1, Longitude: 1 })).data.ErrorCode).toBe(941);
		const timed = await checkIn({ ...here, CheckInTime: '2026-03-10T15:00:00Z' });
		expect([timed.status, timed.data.ErrorCode]).toEqual([401, 504]);

		const began = (await checkIn(here)).data;
		expect((await get(PATH)).data.Status.Extended).toBe('ON SITE');
		expect((await checkIn(here)).data.ErrorCode).toBe(924);
		expect((await checkOut({ ...here, PrimaryStatus: 'Done' })).data.ErrorCode).toBe(503);
		const ended = (await checkOut({ ...here, PrimaryStatus: 'PartsOnOrder' })).data;
		expect(ended).toEqual(began);
		expect((await get(PATH)).data.Status.Extended).toBe('PARTS ON ORDER');
		const activity = await get(
			'/odata/workorders(200000140)/Service.CheckInActivity(loadBlocked=false)',
		);
		expect(activity.data.value).toMatchObject([{ Action: 'Check In' }, { Action: 'Check Out' }]);
	});

	test('travel needs no coordinates, and a completed work order takes nobody', async () => {
		const travel = await request('POST', `${PATH}/universalCheckIn`, { data: { WorkTypeId: 2 } });
		expect(travel.status).toBe(200);
		const completed = vendor.control.records('workOrders').find(({ Status }) => {
			const { Primary, Extended } = Status as Listed['Status'];
			return Primary === 'COMPLETED' && Extended === '';
		});
		const refused = await request('POST', `/workorders/${String(completed?.Id)}/universalCheckIn`, {
			data: { WorkTypeId: 2 },
		});
		expect(refused.data.ErrorCode).toBe(924);
	});

	test('a file is fetched without the token', async () => {
		const { data } = await get('/odata/workorders(200000140)/attachments');
		const [{ Uri: uri }] = data.value;
		expect(uri.startsWith(vendor.baseUrl)).toBe(false);
		expect((await axios.get(uri)).status).toBe(200);
		const refused = await axios.get(uri, {
			headers: { authorization: 'Bearer x' },
			validateStatus: () => true,
		});
		expect(refused.status).toBe(400);
	});
});
