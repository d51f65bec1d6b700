import axios, { type AxiosResponse } from 'axios';
import { createHash } from 'crypto';

import { startSandbox, type RunningVendor, type Sandbox } from '../../sandbox';

const NOW = '2026-03-10T15:00:00.000Z';
const NOW_SECONDS = Date.parse(NOW) / 1000;

let sandbox: Sandbox<'ServiceTrade'>;
let vendor: RunningVendor;

beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['ServiceTrade'] });
	vendor = sandbox.vendors.ServiceTrade;
});
afterAll(async () => await sandbox.close());
beforeEach(() => vendor.control.reset());

interface Sent {
	params?: object;
	data?: unknown;
	headers?: Record<string, string>;
}

async function raw(method: string, path: string, sent: Sent = {}): Promise<AxiosResponse> {
	return await axios.request({
		method,
		url: vendor.baseUrl + path,
		validateStatus: () => true,
		...sent,
	});
}

async function logIn(): Promise<string> {
	const { username, password } = vendor.credentials.serviceTradeApi;
	const { data } = await raw('POST', '/auth', { data: { username, password } });
	return data.data.authToken;
}

async function request(method: string, path: string, sent: Sent = {}): Promise<AxiosResponse> {
	const headers = { cookie: `PHPSESSID=${await logIn()}`, ...sent.headers };
	return await raw(method, path, { ...sent, headers });
}

const get = async (path: string, params?: object) => await request('GET', path, { params });

/** All records of a list, page by page. */
async function all(path: string, key: string, params: object = {}): Promise<Row[]> {
	const rows: Row[] = [];
	for (let page = 1; ; page++) {
		const { data } = (await get(path, { ...params, page })).data;
		rows.push(...data[key]);
		if (page >= data.totalPages) return rows;
	}
}

/** The members of records that are looked at below. */
interface Row {
	readonly id: number;
	readonly name: string;
	readonly status: string;
	readonly number: number;
	readonly refNumber: string;
	readonly updated: number;
	readonly windowStart: number;
	readonly windowEnd: number;
	readonly location: { readonly distance: number };
}

describe('signing in', () => {
	test('a session is opened, tells who is there, and ends', async () => {
		const { username, password } = vendor.credentials.serviceTradeApi;
		const opened = await raw('POST', '/auth', { data: { username, password } });
		expect(opened.status).toBe(200);
		expect(opened.data.data).toMatchObject({
			authenticated: true,
			eulaNeeded: false,
			user: { username, company: { name: 'Lanternfish Fire & Safety' } },
		});
		const { authToken } = opened.data.data;
		expect(String(opened.headers['set-cookie'])).toContain(`PHPSESSID=${authToken}`);
		const headers = { cookie: `PHPSESSID=${authToken}` };
		expect((await raw('GET', '/auth', { headers })).status).toBe(200);
		expect((await raw('GET', '/job', { headers })).status).toBe(200);
		expect((await raw('DELETE', '/auth', { headers })).status).toBe(204);
		expect((await raw('DELETE', '/auth', { headers })).status).toBe(404);
		const gone = await raw('GET', '/auth', { headers });
		expect(gone.status).toBe(404);
		expect(gone.data.data).toMatchObject({ authenticated: false, authToken: expect.any(String) });
		expect((await raw('GET', '/job', { headers })).status).toBe(401);
	});

	test('a wrong password is a 403 that carries a token all the same, a missing one a 400', async () => {
		const { username } = vendor.credentials.serviceTradeApi;
		const wrong = await raw('POST', '/auth', { data: { username, password: 'no' } });
		expect(wrong.status).toBe(403);
		expect(wrong.data.data.authToken).toEqual(expect.any(String));
		const headers = { cookie: `PHPSESSID=${wrong.data.data.authToken}` };
		expect((await raw('GET', '/job', { headers })).status).toBe(401);
		expect((await raw('POST', '/auth', { data: { username } })).status).toBe(400);
	});

	test('sessions end when the sandbox says so, and the oldest when there are too many', async () => {
		const headers = { cookie: `PHPSESSID=${await logIn()}` };
		vendor.control.expireTokens();
		expect((await raw('GET', '/job', { headers })).status).toBe(401);
		const first = await logIn();
		for (let count = 1; count <= 200; count++) await logIn();
		const old = { cookie: `PHPSESSID=${first}` };
		expect((await raw('GET', '/job', { headers: old })).status).toBe(401);
		expect(vendor.control.records('sessions')).toHaveLength(100);
	});

	test.each(['json', 'form'])('a client gets a bearer token, sent as %s', async (encoding) => {
		const { clientId, clientSecret } = vendor.credentials.serviceTradeClientApi;
		const fields = {
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		};
		const data = encoding === 'json' ? fields : new URLSearchParams(fields);
		const issued = (await raw('POST', '/oauth2/token', { data })).data;
		const { exp } = JSON.parse(
			Buffer.from(issued.access_token.split('.')[1], 'base64url').toString(),
		);
		expect(exp - NOW_SECONDS).toBeGreaterThanOrEqual(issued.expires_in);
		const headers = { authorization: `Bearer ${issued.access_token}` };
		expect((await raw('GET', '/job', { headers })).status).toBe(200);
		vendor.control.clock({ advance: issued.expires_in + 1 });
		expect((await raw('GET', '/job', { headers })).status).toBe(401);
		const renewed = await raw('POST', '/oauth2/token', {
			data: {
				grant_type: 'refresh_token',
				client_id: clientId,
				refresh_token: issued.refresh_token,
			},
		});
		expect(renewed.status).toBe(200);
	});

	test('an unknown client is refused, and so is one in a Basic header', async () => {
		const { clientId, clientSecret } = vendor.credentials.serviceTradeClientApi;
		const wrong = await raw('POST', '/oauth2/token', {
			data: { grant_type: 'client_credentials', client_id: clientId, client_secret: 'no' },
		});
		expect(wrong.status).toBe(401);
		expect(wrong.data.error).toBe('invalid_client');
		const basic = await axios.post(
			`${vendor.baseUrl}/oauth2/token`,
			{ grant_type: 'client_credentials' },
			{ auth: { username: clientId, password: clientSecret }, validateStatus: () => true },
		);
		expect(basic.status).toBe(401);
	});

	test('the heartbeat needs no sign-in', async () => {
		const { data } = await raw('GET', '/');
		expect(data.data.version).toEqual(expect.any(String));
		expect(data.data.serverTime).toBeGreaterThanOrEqual(NOW_SECONDS);
		expect(data.data.serverTime).toBeLessThan(NOW_SECONDS + 60);
	});
});

describe('what is refused', () => {
	test.each([
		['GET', '/jobs', {}, 404],
		['DELETE', '/job/10001', {}, 405],
		['GET', '/job', { params: { nonsense: 1 } }, 400],
		['GET', '/job', { params: { status: 'scheduled,new' } }, 400],
		['GET', '/job', { params: { type: 'repair,pizza' } }, 400],
		['GET', '/job', { params: { createdAfter: '2026-03-01' } }, 400],
		['GET', '/job', { params: { isInvoiced: 'true' } }, 400],
		['GET', '/job', { params: { locationId: '1003;1004' } }, 400],
		['GET', '/job', { params: { lat: 12, radius: 20 } }, 400],
		['GET', '/job', { params: { sort: 'distance' } }, 400],
		['GET', '/job', { params: { limit: 2001 } }, 400],
		['GET', '/job', { params: { page: 0 } }, 400],
		['GET', '/job/999', {}, 404],
		['GET', '/location', { params: { limit: 5001 } }, 400],
		['GET', '/user', { params: { isTech: 1, isHelper: 1 } }, 400],
		['GET', '/contract', {}, 405],
		['GET', '/asset', {}, 405],
		['GET', '/attachment', {}, 405],
		['POST', '/job', { data: { vendorId: 101, type: 'repair' } }, 400],
		['POST', '/job', { data: { locationId: '1003', vendorId: 101, type: 'repair' } }, 400],
		['POST', '/job', { data: { locationId: 7, vendorId: 101, type: 'repair' } }, 400],
		['PUT', '/job/10001', { data: { locationId: 1003 } }, 400],
		['PUT', '/job/10001', { data: { customerPo: 'x'.repeat(41) } }, 400],
		['PUT', '/appointment/20001', { data: { status: 'unscheduled' } }, 400],
		['POST', '/servicerequest', { data: { locationId: 1003, serviceLineId: 1 } }, 400],
		['POST', '/company', { data: { name: 'No Address Inc' } }, 400],
	] as const)('%s %s %j', async (method, path, sent, status) => {
		expect((await request(method, path, sent)).status).toBe(status);
	});

	test('a refusal names each parameter with its reasons', async () => {
		const { data } = await request('POST', '/job', { data: { type: 'pizza', extra: 1 } });
		expect(Object.keys(data.messages.validation).sort()).toEqual([
			'extra',
			'locationId',
			'type',
			'vendorId',
		]);
		expect(data.messages.validation.type).toEqual([expect.stringContaining('one of')]);
	});
});

describe('jobs', () => {
	test('only scheduled ones are listed unasked, all but canceled ones with "all"', async () => {
		const usual = await all('/job', 'jobs');
		expect(new Set(usual.map(({ status }) => status))).toEqual(new Set(['scheduled']));
		const wide = await all('/job', 'jobs', { status: 'all' });
		expect(wide.length).toBeGreaterThan(usual.length);
		const canceled = await all('/job', 'jobs', { status: 'canceled' });
		expect(canceled.length).toBeGreaterThan(0);
		expect(wide.length + canceled.length).toBe(vendor.control.records('jobs').length);
		expect(wide.some(({ status }) => status === 'canceled')).toBe(false);
	});

	test('a number lifts the default, a reference number does not', async () => {
		const [{ number, refNumber }] = await all('/job', 'jobs', { status: 'canceled' });
		expect(await all('/job', 'jobs', { number })).toHaveLength(1);
		expect(await all('/job', 'jobs', { number: `${number},1` })).toHaveLength(1);
		expect(await all('/job', 'jobs', { refNumber })).toHaveLength(0);
	});

	test('pages, and bounds that count', async () => {
		const whole = await all('/job', 'jobs', { status: 'all' });
		const paged = await all('/job', 'jobs', { status: 'all', limit: 7 });
		expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
		const { updated } = whole[5];
		const exact = await all('/job', 'jobs', {
			status: 'all',
			updatedAfter: updated,
			updatedBefore: updated,
		});
		expect(exact.map(({ id }) => id)).toContain(whole[5].id);
		const { data } = (await get('/job', { customerId: 1 })).data;
		expect(data).toEqual({ totalPages: 1, page: 1, jobs: [] });
	});

	test('near a point, nearest first, in miles', async () => {
		const { data } = (
			await get('/job', { status: 'all', lat: 40.1, lon: -82.9, radius: 60, sort: 'distance' })
		).data;
		const distances = data.jobs.map(({ location }: Row) => location.distance);
		expect(distances.length).toBeGreaterThan(1);
		expect(distances).toEqual([...distances].sort((a, b) => a - b));
		expect(distances.at(-1)).toBeLessThanOrEqual(60);
	});

	test('are made, changed, given services and canceled', async () => {
		const service = await request('POST', '/servicerequest', {
			data: { locationId: 1003, serviceLineId: 1, description: 'Test the alarm' },
		});
		const serviceId = service.data.data.id;
		const made = await request('POST', '/job', {
			data: {
				locationId: 1003,
				vendorId: 101,
				type: 'testing',
				serviceRequestIds: [serviceId],
				description: 'Bells',
			},
		});
		expect(made.status).toBe(200);
		const job = made.data.data;
		expect(job).toMatchObject({
			type: 'testing',
			location: { id: 1003 },
			customer: { id: 104 },
			serviceRequests: [{ id: serviceId, description: 'Test the alarm' }],
		});
		expect(job.created).toBeGreaterThanOrEqual(NOW_SECONDS);
		vendor.control.clock({ advance: 60 });
		const changed = await request('PUT', `/job/${job.id}`, {
			data: { status: 'canceled', customerPo: 'PO-9' },
		});
		expect(changed.data.data).toMatchObject({
			status: 'canceled',
			customerPo: 'PO-9',
			description: 'Bells',
		});
		expect(changed.data.data.updated).toBeGreaterThan(job.updated);
		const conflict = await request('PUT', `/job/${job.id}`, { data: { budgeted: true } });
		expect(conflict.status).toBe(409);
		const elsewhere = await request('PUT', '/job/10002', {
			data: { serviceRequestIds: [serviceId] },
		});
		expect(elsewhere.status).toBe(400);
	});

	test('twenty thousand are paged through quickly', async () => {
		vendor.control.generate('jobs', 20_000);
		const headers = { cookie: `PHPSESSID=${await logIn()}` };
		const started = Date.now();
		let count = 0;
		for (let page = 1; page <= 11; page++) {
			const { data } = await raw('GET', '/job', { params: { page }, headers });
			count += data.data.jobs.length;
		}
		expect(count).toBeGreaterThan(20_000);
		expect(Date.now() - started).toBeLessThan(15_000);
	}, 30_000);
});

describe('appointments', () => {
	test('unscheduled ones are hidden unasked and the only ones that can be deleted', async () => {
		const usual = await all('/appointment', 'appointments');
		expect(usual.some(({ status }) => status === 'unscheduled')).toBe(false);
		const [unscheduled] = await all('/appointment', 'appointments', { status: 'unscheduled' });
		expect(unscheduled).toMatchObject({ windowStart: null, windowEnd: null });
		expect((await request('DELETE', `/appointment/${usual[0].id}`)).status).toBe(404);
		const deleted = await request('DELETE', `/appointment/${unscheduled.id}`);
		expect(deleted.status).toBe(204);
		expect(deleted.data).toBe('');
		expect((await get(`/appointment/${unscheduled.id}`)).status).toBe(404);
	});

	test('carry services of their job only, with their completion', async () => {
		const free = vendor.control
			.records('serviceRequests')
			.find(({ description }) => description === 'Look at the neighbouring unit as well');
		const foreign = vendor.control
			.records('serviceRequests')
			.find(({ jobId }) => jobId !== free?.jobId);
		const made = await request('POST', '/appointment', {
			data: { jobId: free?.jobId, techIds: [54], windowStart: 1773000000, windowEnd: 1773003600 },
		});
		expect(made.data.data).toMatchObject({
			status: 'scheduled',
			released: true,
			techs: [{ id: 54, isTech: true }],
			serviceRequests: [],
		});
		const path = `/appointment/${made.data.data.id}/servicerequest`;
		const add = async (id: unknown, completion?: string) =>
			await request('POST', path, { data: { serviceRequestId: id, completion } });
		expect((await add(foreign?.id)).status).toBe(400);
		expect((await add(1)).status).toBe(404);
		expect((await request('PUT', `${path}/${String(free?.id)}`, { data: {} })).status).toBe(404);
		expect((await add(free?.id)).data.data).toMatchObject({ id: free?.id, completion: 'pending' });
		const done = await request('PUT', `${path}/${String(free?.id)}`, {
			data: { completion: 'done' },
		});
		expect(done.data.data.completion).toBe('done');
		const read = await get(`/appointment/${made.data.data.id}`);
		expect(read.data.data.serviceRequests).toMatchObject([{ id: free?.id, completion: 'done' }]);
	});

	test('begin now where no window is given, and never where they are unscheduled', async () => {
		const now = await request('POST', '/appointment', { data: { jobId: 10001 } });
		expect(now.data.data.windowStart).toBeGreaterThanOrEqual(NOW_SECONDS);
		const later = await request('POST', '/appointment', {
			data: { jobId: 10001, status: 'unscheduled' },
		});
		expect(later.data.data.windowStart).toBeNull();
	});

	test('only technicians are sent', async () => {
		const refused = await request('PUT', '/appointment/20001', { data: { techIds: [51] } });
		expect(refused.status).toBe(400);
		expect(refused.data.messages.validation).toHaveProperty('techIds');
	});

	test('a list that is set to null is emptied', async () => {
		await request('PUT', '/appointment/20002', { data: { techIds: null } });
		expect((await get('/appointment/20002')).data.data.techs).toEqual([]);
		expect((await get('/appointment', { assigned: 0 })).status).toBe(200);
	});

	test('are ordered by the start of their window', async () => {
		const { data } = (await get('/appointment', { sort: 'windowStart', sortOrder: 'DESC' })).data;
		const starts = data.appointments.map(({ windowStart }: Row) => windowStart);
		expect(starts).toEqual([...starts].sort((a, b) => b - a));
	});
});

describe('places, people and services', () => {
	test('ten customer locations come unasked, offices only when asked for', async () => {
		const { data } = (await get('/location')).data;
		expect(data.locations).toHaveLength(10);
		expect(data.totalPages).toBe(5);
		expect((await get('/location', { isVendor: 1 })).data.data.locations).toHaveLength(0);
		const offices = (await get('/location', { isVendor: 1, isCustomer: 0 })).data.data.locations;
		expect(offices.map(({ name }: Row) => name)).toEqual(['Main Office', 'North Office']);
		expect((await get('/location', { limit: 5000 })).data.data.locations).toHaveLength(45);
	});

	test('a location takes its address in parts and its company as text', async () => {
		const made = await request('POST', '/location', {
			data: { name: 'Pier 9', companyId: '104', addressStreet: '9 Pier', addressCity: 'Maplewick' },
		});
		expect(made.data.data).toMatchObject({
			name: 'Pier 9',
			company: { id: 104 },
			address: { street: '9 Pier', city: 'Maplewick' },
		});
		const changed = await request('PUT', `/location/${made.data.data.id}`, {
			data: { addressCity: 'Port Sorrel' },
		});
		expect(changed.data.data.address).toEqual({ street: '9 Pier', city: 'Port Sorrel' });
	});

	test('users are active ones of the own company unasked', async () => {
		const users = await all('/user', 'users', { isTech: 1 });
		expect(users).toHaveLength(8);
		expect(await all('/user', 'users', { isTech: 'true', status: 'active,inactive' })).toHaveLength(
			9,
		);
		expect(await all('/user', 'users', { companyId: 102 })).toHaveLength(1);
		expect(await all('/user', 'users', { isTech: 1, excludeUserIds: '54,55' })).toHaveLength(6);
	});

	test('contacts of a company include those of its locations, unless that is left empty', async () => {
		const wide = await all('/contact', 'contacts', { companyId: 104 });
		const narrow = await all('/contact', 'contacts', { companyId: 104, locationId: '' });
		expect(wide.length).toBeGreaterThan(narrow.length);
		const kept = await request('PUT', `/contact/${wide[0].id}`, { data: { locationIds: [] } });
		expect(kept.status).toBe(409);
	});

	test('three of the four window filters of services leave their bound out', async () => {
		const [{ windowStart, windowEnd, id }] = await all('/servicerequest', 'servicerequests');
		const hits = async (params: object) =>
			(await all('/servicerequest', 'servicerequests', params)).some((row) => row.id === id);
		expect(await hits({ windowStartAfter: windowStart })).toBe(true);
		expect(await hits({ windowStartBefore: windowStart })).toBe(false);
		expect(await hits({ windowEndAfter: windowEnd })).toBe(false);
		expect(await hits({ windowEndBefore: windowEnd })).toBe(false);
		expect(await hits({ windowStart: windowEnd - 1 })).toBe(true);
	});

	test('a window of a service comes whole, and appointments need a job', async () => {
		const base = { locationId: 1003, serviceLineId: 1, description: 'Look' };
		const half = await request('POST', '/servicerequest', {
			data: { ...base, windowStart: 1773000000 },
		});
		expect(half.data.messages.validation).toHaveProperty('windowEnd');
		const lost = await request('POST', '/servicerequest', {
			data: { ...base, appointmentIds: [20001] },
		});
		expect(lost.data.messages.validation).toHaveProperty('appointmentIds');
	});

	test('regions hold points, and no contract is a 404', async () => {
		const found = await get('/region', { 'contains[lat]': 40.1, 'contains[lon]': -82.9 });
		expect(found.data.data.regions).toMatchObject([{ name: 'Ohio side' }]);
		expect((await get('/contract', { customerId: 104 })).data.data.contracts).toHaveLength(1);
		expect((await get('/contract', { customerId: 130 })).status).toBe(404);
	});

	test('a company in use stays', async () => {
		expect((await request('DELETE', '/company/104')).status).toBe(409);
		const made = await request('POST', '/company', {
			data: { name: 'Unused Inc', address: { street: '1 Way', city: 'Maplewick' } },
		});
		expect(made.data.data.customer).toBe(true);
		expect((await request('DELETE', `/company/${made.data.data.id}`)).status).toBe(204);
	});
});

describe('attachments', () => {
	function form(fields: ReadonlyArray<readonly [string, string]>, content = 'hello'): FormData {
		const body = new FormData();
		for (const [name, value] of fields) body.append(name, value);
		body.append('uploadedFile', new Blob([content], { type: 'text/plain' }), 'note.txt');
		return body;
	}

	const onJob = [
		['purposeId', '7'],
		['entityType', '3'],
		['entityId', '10002'],
	] as const;

	test('a file goes up in parts and comes back from a store that wants no sign-in', async () => {
		const { data } = await request('POST', '/attachment', {
			data: form([...onJob, ['visibility[]', 'customer'], ['meta[room]', 'riser']]),
		});
		expect(data.data).toMatchObject({
			checksum: createHash('md5').update('hello').digest('hex'),
			fileName: 'note.txt',
			fileType: 'text/plain',
			purpose: 'Generic',
			visibility: ['customer'],
			meta: { room: 'riser' },
			entity: { id: 10002, type: 3 },
		});
		const { contentUrl } = data.data;
		expect(contentUrl.startsWith(vendor.baseUrl)).toBe(false);
		expect((await axios.get(contentUrl)).data).toBe('hello');
		for (const headers of [
			{ cookie: `PHPSESSID=${await logIn()}` },
			{ authorization: 'Bearer x' },
		]) {
			const refused = await axios.get(contentUrl, { headers, validateStatus: () => true });
			expect(refused.status).toBe(400);
		}
	});

	test.each([
		['no purpose', onJob.slice(1)],
		['an unknown purpose', [['purposeId', '4'], ...onJob.slice(1)]],
		['a record that is not there', [...onJob.slice(0, 2), ['entityId', '1']]],
		['an unknown part', [...onJob, ['color', 'red']]],
		['an unknown visibility', [...onJob, ['visibility[]', 'nobody']]],
	] as const)('refuses %s', async (_case, fields) => {
		expect((await request('POST', '/attachment', { data: form(fields) })).status).toBe(400);
	});

	test('refuses JSON and a form without a file', async () => {
		const json = await request('POST', '/attachment', { data: Object.fromEntries(onJob) });
		expect(json.status).toBe(400);
		const empty = new FormData();
		for (const [name, value] of onJob) empty.append(name, value);
		const refused = await request('POST', '/attachment', { data: empty });
		expect(refused.data.messages.validation).toHaveProperty('uploadedFile');
	});

	test('are listed by record, changed and deleted', async () => {
		const listed = await get('/attachment', { entityId: 10001, entityType: 3 });
		expect(listed.data.data.attachments).toHaveLength(2);
		const [{ id }] = listed.data.data.attachments;
		const changed = await request('PUT', `/attachment/${id}`, { data: { description: 'New' } });
		expect(changed.data.data.description).toBe('New');
		const fixed = await request('PUT', `/attachment/${id}`, { data: { purposeId: 1 } });
		expect(fixed.status).toBe(400);
		expect((await request('DELETE', `/attachment/${id}`)).status).toBe(204);
		expect((await get(`/attachment/${id}`)).status).toBe(404);
	});

	test('a job has its own lists, of which the generic one wraps each element', async () => {
		await request('POST', '/job/10002/picture', { data: form([]) });
		const pictures = (await get('/job/10002/picture')).data.data.attachments;
		expect(pictures).toMatchObject([{ purposeId: 3 }]);
		const generic = (await get('/job/10001/attachment')).data.data.attachments;
		expect(generic).toMatchObject([{ data: { purposeId: 7, meta: [] } }]);
	});
});
