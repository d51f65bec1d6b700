import axios, { type AxiosResponse } from 'axios';

import {
	startSandbox,
	type RunningVendor,
	type Sandbox,
	type VendorControl,
	type VendorName,
} from '../../sandbox';
import { createClock } from '../../sandbox/core/clock';
import { readContract } from '../../sandbox/core/contract';
import { startVendor } from '../../sandbox/core/server';
import { createStore, localText, unixSeconds } from '../../sandbox/core/store';
import { serviceTitan } from '../../sandbox/ServiceTitan/vendor';

const NOW = '2026-03-10T15:00:00.000Z';
const JOBS = '/jpm/v2/tenant/4100200300/jobs';

let sandbox: Sandbox<'ServiceTitan' | 'Serviceminder'>;
let vendor: RunningVendor;
let control: VendorControl;

beforeAll(async () => {
	sandbox = await startSandbox({
		ports: 'free',
		now: NOW,
		vendors: ['ServiceTitan', 'Serviceminder'],
	});
	vendor = sandbox.vendors.ServiceTitan;
	control = vendor.control;
});
afterAll(async () => await sandbox.close());
beforeEach(() => control.reset());

async function signIn(): Promise<Record<string, string>> {
	const { clientId, clientSecret, appApiKey } = vendor.credentials.serviceTitanApi;
	const { data } = await axios.post<{ access_token: string }>(
		`${vendor.baseUrl}/connect/token`,
		new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: clientId,
			client_secret: clientSecret,
		}),
	);
	return { authorization: `Bearer ${data.access_token}`, 'st-app-key': appApiKey };
}

async function request(
	method: string,
	path: string,
	options: { params?: object; data?: unknown; headers?: object; timeout?: number } = {},
): Promise<AxiosResponse> {
	const headers = { ...(await signIn()), ...options.headers };
	return await axios.request({
		method,
		url: vendor.baseUrl + path,
		validateStatus: () => true,
		...options,
		headers,
	});
}

const overPort = async (action: string, body?: unknown) =>
	await axios.post(`${sandbox.control.url}/ServiceTitan/${action}`, body, {
		headers: { 'content-type': 'application/json' },
		validateStatus: () => true,
	});

describe('the contract', () => {
	it.each<VendorName>([
		'ServiceTitan',
		'ServiceTrade',
		'ServiceChannel',
		'SchedulingCenter',
		'Serviceminder',
	])('of %s leads every documented path to its own endpoint', async (name) => {
		const { default: contract } = (await import(`../vendors/${name}/contract.json`)) as {
			default: { endpoints: object[] };
		};
		const { byKey, find } = readContract(contract, {});
		expect(byKey.size).toBeGreaterThan(50);
		for (const [key, route] of byKey) {
			const [method] = key.split(' ');
			const path = key.slice(method.length + 1).replace(/\{[^}]*\}/g, '17');
			expect([key, find(method, path)]).toEqual([key, route]);
		}
	});

	it('prefers the literal path, and tells a wrong method from a wrong path', () => {
		const { find } = readContract(
			{
				endpoints: [
					{ method: 'GET', path: '/jobs/{id}', params: {} },
					{ method: 'GET', path: '/jobs/open', params: {} },
				],
			},
			{},
		);
		const keyOf = (found: ReturnType<typeof find>) =>
			typeof found === 'object' ? found.key : found;
		expect(keyOf(find('GET', '/jobs/open'))).toBe('GET /jobs/open');
		expect(keyOf(find('GET', '/jobs/5'))).toBe('GET /jobs/{id}');
		expect(find('PUT', '/jobs/5')).toBe('method');
		expect(find('GET', '/jobs/5/notes')).toBeUndefined();
	});

	it('finds a path with a space in it, which arrives encoded', () => {
		const { find } = readContract(
			{ endpoints: [{ method: 'GET', path: '/jobs(a={a}, b={b})', params: {} }] },
			{},
		);
		expect(find('GET', '/jobs(a=1,%20b=2)')).toBeInstanceOf(Object);
		expect(find('GET', '/jobs(a=1,b=2)')).toBeUndefined();
	});

	it('takes a body that is nothing but a number', () => {
		const { routes } = readContract(
			{
				endpoints: [
					{ method: 'PUT', path: '/jobs', params: { '[]': { in: 'body', type: 'integer' } } },
				],
			},
			{},
		);
		expect(routes[0].bodySchema).toEqual({ type: 'integer' });
	});

	it('takes one slash more at the end of a path where the vendor does', () => {
		const endpoints = [{ method: 'GET', path: '/jobs/{id}', params: {} }];
		const strict = readContract({ endpoints }, {});
		expect(strict.find('GET', '/jobs/5/')).toBeUndefined();
		const loose = readContract({ endpoints }, { trailingSlashes: true });
		const found = loose.find('GET', '/jobs/5/');
		expect(found).toBe(loose.byKey.get('GET /jobs/{id}'));
		expect(loose.routes[0].pattern.exec('/jobs/5/')?.[1]).toBe('5');
		expect(loose.find('GET', '/jobs/5//')).toBeUndefined();
	});

	it('reads dots and brackets as members of structures', () => {
		const { routes } = readContract(
			{
				endpoints: [
					{
						method: 'POST',
						path: '/jobs',
						params: {
							'slots[].start': { in: 'body', type: 'string', required: true },
							'source.type': { in: 'body', type: 'integer' },
						},
					},
				],
			},
			{},
		);
		expect(routes[0].bodySchema).toEqual({
			type: 'object',
			additionalProperties: false,
			required: ['slots'],
			properties: {
				slots: {
					type: 'array',
					items: {
						type: 'object',
						additionalProperties: false,
						required: ['start'],
						properties: { start: { type: 'string' } },
					},
				},
				source: {
					type: 'object',
					additionalProperties: false,
					required: [],
					properties: { type: { type: 'integer' } },
				},
			},
		});
	});

	it('reads brackets without a name as members of a body that is a list', () => {
		const { routes } = readContract(
			{
				endpoints: [
					{
						method: 'POST',
						path: '/pings',
						params: {
							'[]': { in: 'body', type: 'array', required: true },
							'[].at': { in: 'body', type: 'string', required: true },
						},
					},
				],
			},
			{},
		);
		expect(routes[0].bodySchema).toMatchObject({
			type: 'array',
			items: { required: ['at'], properties: { at: { type: 'string' } } },
		});
	});

	it('takes brackets and a star in the name of a query parameter for any key', () => {
		const { routes } = readContract(
			{
				endpoints: [
					{
						method: 'GET',
						path: '/jobs',
						params: {
							'owners[].id': { in: 'query', type: 'integer' },
							'field.*': { in: 'query', type: 'string' },
						},
					},
				],
			},
			{},
		);
		const { patternProperties } = routes[0].querySchema as { patternProperties: object };
		const [owners, field] = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
		expect('owners[0].id').toMatch(owners);
		expect('owners.id').not.toMatch(owners);
		expect('field.Cost center').toMatch(field);
		expect('fields').not.toMatch(field);
	});

	it('turns the text of a query into values', () => {
		const params = {
			page: { in: 'query', type: 'integer' },
			open: { in: 'query', type: 'boolean' },
			ids: { in: 'query', type: 'array of integer' },
		};
		const contract = { endpoints: [{ method: 'GET', path: '/jobs', params }] };
		const read = (options: Parameters<typeof readContract>[1], raw: Record<string, string>) =>
			readContract(contract, options).routes[0].readText(raw);
		expect(read({}, { page: '2', open: 'false', ids: '7' })).toEqual({
			page: 2,
			open: false,
			ids: [7],
		});
		expect(
			read(
				{ queryLists: 'commas', queryBooleans: { true: ['1'], false: ['0'] } },
				{ open: '1', ids: '7,8' },
			),
		).toEqual({ open: true, ids: [7, 8] });
	});
});

describe('the store', () => {
	const clock = createClock(Date.parse(NOW));
	clock.freeze(true);
	const store = createStore(
		{
			seconds: { noun: 'Job', stamps: { created: 'created', format: unixSeconds } },
			local: {
				noun: 'Visit',
				firstId: 10,
				writeId: (number) => `V${number}`,
				stamps: { modified: 'changed', format: localText('yyyy-MM-dd HH:mm', 'America/Denver') },
			},
		},
		clock,
		() => undefined,
	);
	beforeEach(() => store.clear());

	it('gives ids and stamps in the form of the collection', () => {
		expect(store.collection('seconds').add({})).toEqual({ id: 1, created: 1_773_154_800 });
		expect(store.collection('local').add({})).toEqual({ id: 'V10', changed: '2026-03-10 09:00' });
	});

	it('keeps a given id and goes on counting around it', () => {
		const jobs = store.collection('seconds');
		jobs.add({ id: 1 });
		expect(jobs.add({}).id).toBe(2);
		expect(() => jobs.add({ id: '2' })).toThrow('already');
	});

	it('moves the stamp of change unless told not to', () => {
		const visits = store.collection('local');
		visits.add({ changed: 'long ago' });
		expect(visits.change('V10', { a: 1 }, { touch: false })).toMatchObject({
			a: 1,
			changed: 'long ago',
		});
		expect(visits.change('V10', { a: 2 })).toMatchObject({ a: 2, changed: '2026-03-10 09:00' });
	});

	it('orders and groups by what the records say now', () => {
		const jobs = store.collection('seconds');
		for (const rank of [3, 1, 2]) jobs.add({ rank });
		expect(jobs.sorted('rank', true).map(({ rank }) => rank)).toEqual([3, 2, 1]);
		jobs.change(2, { rank: 9 });
		expect(jobs.sorted('rank', true).map(({ rank }) => rank)).toEqual([9, 3, 2]);
		expect(jobs.where('rank', 9).map(({ id }) => id)).toEqual([2]);
		jobs.add({ rank: 0 }, { front: true });
		expect(jobs.all().map(({ rank }) => rank)).toEqual([0, 3, 9, 2]);
		jobs.remove(2);
		expect(jobs.where('rank', 9)).toEqual([]);
	});
});

describe('faults', () => {
	it('skip, strike as often as said, and only where they fit', async () => {
		control.fault({
			kind: 'status',
			status: 503,
			method: 'get',
			path: '/jpm/v2/tenant/{tenant}/jobs',
			skip: 1,
			times: 2,
		});
		const statuses = [];
		for (let count = 0; count < 4; count++) statuses.push((await request('GET', JOBS)).status);
		expect(statuses).toEqual([200, 503, 503, 200]);

		control.fault({ kind: 'status', path: 'technicians$', times: 9 });
		expect((await request('GET', JOBS)).status).toBe(200);
		expect((await request('GET', '/settings/v2/tenant/4100200300/technicians')).status).toBe(500);
		control.clearFaults();
		expect((await request('GET', '/settings/v2/tenant/4100200300/technicians')).status).toBe(200);
	});

	it('answer with a status, a body and headers of choice', async () => {
		control.fault({
			kind: 'status',
			status: 429,
			path: 'jobs',
			body: { slow: 'down' },
			headers: { 'retry-after': '7' },
		});
		const { status, data, headers } = await request('GET', JOBS);
		expect([status, data, headers['retry-after']]).toEqual([429, { slow: 'down' }, '7']);
	});

	it.each([
		['html', 502, 'text/html', '<!DOCTYPE html>'],
		['empty', 200, undefined, ''],
		['notJson', 200, 'application/json', '{"cut'],
	] as const)('answer with %s', async (kind, status, contentType, start) => {
		const headers = await signIn();
		control.fault({ kind, path: 'jobs' });
		const response = await axios.get<string>(vendor.baseUrl + JOBS, {
			headers,
			responseType: 'text',
			validateStatus: () => true,
		});
		expect(response.status).toBe(status);
		expect(response.headers['content-type']?.toString().split(';')[0]).toBe(contentType);
		expect(response.data.startsWith(start)).toBe(true);
		expect(response.data.length === 0).toBe(kind === 'empty');
	});

	it('break the connection before or after the work is done', async () => {
		const note = `${JOBS}/50001/notes`;
		const headers = await signIn();
		const post = async () =>
			await axios.post(vendor.baseUrl + note, { text: 'Side gate' }, { headers });

		control.fault({ kind: 'dropBefore', path: 'notes' });
		await expect(post()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(control.records('jobNotes')).toHaveLength(1);

		control.fault({ kind: 'dropAfter', path: 'notes' });
		await expect(post()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(control.records('jobNotes').slice(1)).toMatchObject([{ text: 'Side gate' }]);
		expect(control.requests().slice(-2)).toMatchObject([{ status: 0 }, { status: 0 }]);
	});

	it('delay an answer, or never give it', async () => {
		control.fault({ kind: 'delay', ms: 150, path: 'jobs' });
		const start = Date.now();
		expect((await request('GET', JOBS)).status).toBe(200);
		expect(Date.now() - start).toBeGreaterThanOrEqual(140);

		control.fault({ kind: 'hang', path: 'jobs' });
		await expect(request('GET', JOBS, { timeout: 100 })).rejects.toMatchObject({
			code: 'ECONNABORTED',
		});
	});

	it('are refused where their kind is unknown', () => {
		expect(() => control.fault({ kind: 'flood' as 'html' })).toThrow('none of');
	});
});

describe('the control', () => {
	it('logs requests with secrets masked', async () => {
		const { clientSecret, appApiKey } = vendor.credentials.serviceTitanApi;
		await request('POST', `${JOBS}/50001/notes`, { data: { text: `It is ${appApiKey}.` } });
		await request('GET', JOBS, { params: { page: 2 } });
		const log = control.requests();
		expect(log).toMatchObject([
			{ method: 'POST', path: '/connect/token', status: 200, account: '' },
			{
				method: 'POST',
				path: `${JOBS}/50001/notes`,
				body: { text: 'It is ***.' },
				status: 200,
				account: 'sandbox-client on tenant 4100200300',
			},
			{ path: '/connect/token' },
			{
				method: 'GET',
				path: JOBS,
				query: { page: '2' },
				at: expect.stringMatching(/^2026-03-10T15:00/) as string,
			},
		]);
		expect(JSON.stringify(log)).not.toContain(clientSecret);
		expect(JSON.stringify(log)).not.toContain(appApiKey);
		control.clearRequests();
		expect(control.requests()).toEqual([]);

		await axios.post(
			`${vendor.baseUrl}/connect/token`,
			new URLSearchParams({ client_id: 'someone', client_secret: 'a wrong one' }),
			{ validateStatus: () => true },
		);
		expect(control.requests()).toMatchObject([
			{ status: 400, body: { client_id: 'someone', client_secret: '***' } },
		]);
	});

	it('delays every answer and knows the peak of requests in flight', async () => {
		const headers = await signIn();
		control.delay(80);
		const start = Date.now();
		await Promise.all(
			[1, 2, 3].map(async () => await axios.get(vendor.baseUrl + JOBS, { headers })),
		);
		expect(Date.now() - start).toBeGreaterThanOrEqual(70);
		expect(control.peak()).toBe(3);
		control.reset();
		expect(control.peak()).toBe(0);
	});

	it('enforces an allowance and says when to come back', async () => {
		const headers = await signIn();
		const get = async () =>
			await axios.get(vendor.baseUrl + JOBS, { headers, validateStatus: () => true });
		control.clock({ freeze: true });
		control.allowance({ requests: 2, perSeconds: 10, retryAfter: 'seconds' });
		await get();
		control.clock({ advance: 4 });
		await get();
		const refused = await get();
		expect([refused.status, refused.headers['retry-after']]).toEqual([429, '6']);
		control.clock({ advance: 6 });
		expect((await get()).status).toBe(200);

		control.allowance({ requests: 1, perSeconds: 10, retryAfter: 'date' });
		await get();
		expect((await get()).headers['retry-after']).toBe('Tue, 10 Mar 2026 15:00:20 GMT');
		control.allowance(null);
		expect((await get()).status).toBe(200);
	});

	it('sets and advances the clock, which the answers tell', async () => {
		expect(control.clock({ freeze: true, set: '2030-01-02T03:04:05Z', advance: 60 })).toEqual({
			now: '2030-01-02T03:05:05.000Z',
		});
		expect((await request('GET', JOBS)).headers.date).toBe('Wed, 02 Jan 2030 03:05:05 GMT');
		expect(() => control.clock({ set: 'noon' })).toThrow('not a time');
	});

	it('adds, changes, removes and shows records', () => {
		const added = control.add('jobs', { customerId: 1001, summary: 'Squeaky fan' });
		expect(added).toMatchObject({ id: 50_121, jobNumber: '50121', jobStatus: 'Scheduled' });
		control.change('jobs', 50_121, { summary: 'Loud fan', modifiedOn: '2020-01-01T00:00:00Z' });
		control.change('jobs', 50_121, { priority: 'High' }, { touch: false });
		expect(control.records('jobs').at(-1)).toMatchObject({
			summary: 'Loud fan',
			priority: 'High',
			modifiedOn: '2020-01-01T00:00:00Z',
		});
		expect(control.remove('jobs', 50_121)).toEqual({ removed: true });
		expect(control.remove('jobs', 50_121)).toEqual({ removed: false });
		expect(() => control.records('robots')).toThrow('no collection');
	});

	it('hands out copies, so that nobody changes the vendor by accident', () => {
		control.records('jobs')[0].summary = 'Changed outside';
		expect(control.records('jobs')[0].summary).not.toBe('Changed outside');
	});

	it('generates records and shifts pages', async () => {
		expect(control.generate('jobs', 500)).toEqual({ records: 620 });
		expect(() => control.generate('contacts', 1)).toThrow('can generate: customers, jobs');

		control.shiftPages('jobs', 1);
		const page = async (number: number) => {
			const { data } = await request('GET', JOBS, { params: { page: number, pageSize: 10 } });
			return (data as { data: Array<{ id: number }> }).data.map(({ id }) => id);
		};
		const [first, second] = [await page(1), await page(2)];
		expect(second[0]).toBe(first[9]);
		control.shiftPages('jobs', 0);
		expect((await page(1))[0]).toBe((await page(1))[0]);
	});

	it('cuts lists into smaller pages, but not where the request names a size', async () => {
		control.pageSize(2);
		const sizeOf = async (params: object) => {
			const { data } = await request('GET', JOBS, { params });
			return (data as { data: unknown[] }).data.length;
		};
		expect([await sizeOf({}), await sizeOf({ pageSize: 7 })]).toEqual([2, 7]);
		control.pageSize(0);
		expect(await sizeOf({})).toBe(50);
	});

	it('calls before every answer, too late to change it', async () => {
		const ids: number[] = [];
		vendor.answering(() => ids.push(Number(control.add('jobs', {}).id)));
		const { data } = await request('GET', JOBS, { params: { pageSize: 5000 } });
		vendor.answering(() => undefined);
		expect((data as { data: Array<{ id: number }> }).data.map(({ id }) => id)).not.toContain(
			ids.at(-1),
		);
		expect(control.ids('jobs')).toContain(String(ids.at(-1)));
	});

	it('puts everything back as it was at the start', async () => {
		const before = control.records('jobs');
		control.add('jobs', {});
		control.fault({ kind: 'hang' });
		control.allowance({ requests: 0, perSeconds: 60 });
		control.clock({ advance: 3600 });
		control.delay(5000);
		control.reset();
		expect(control.records('jobs')).toEqual(before);
		expect((await request('GET', JOBS, { timeout: 2000 })).status).toBe(200);
		expect(Math.abs(Date.parse(control.clock({}).now) - Date.parse(NOW))).toBeLessThan(2000);
	});

	it('listens on its own port, one to one', async () => {
		const { data: listing } = await axios.get(sandbox.control.url);
		expect(listing).toMatchObject({ vendors: { ServiceTitan: vendor.baseUrl } });
		expect((listing as { actions: string[] }).actions.sort()).toEqual(Object.keys(control).sort());

		expect(
			(await overPort('add', { collection: 'campaigns', record: { name: 'Kites' } })).data,
		).toMatchObject({ id: 207, name: 'Kites' });
		await overPort('change', { collection: 'campaigns', id: 207, changes: { name: 'Balloons' } });
		const { data: records } = await overPort('records', { collection: 'campaigns' });
		expect((records as object[]).at(-1)).toMatchObject({ name: 'Balloons' });

		await overPort('fault', { kind: 'status', status: 404, path: 'jobs' });
		expect((await request('GET', JOBS)).status).toBe(404);
		expect((await overPort('clock', { freeze: true, set: NOW })).data).toEqual({ now: NOW });
		await overPort('allowance', { requests: 1, perSeconds: 60 });
		expect((await request('GET', JOBS)).status).toBe(200);
		expect((await request('GET', JOBS)).status).toBe(429);
		await overPort('allowance', null);
		expect((await request('GET', JOBS)).status).toBe(200);
		expect((await overPort('peak')).data).toBe(1);
		expect((await overPort('reset')).status).toBe(200);
		expect(control.records('campaigns')).toHaveLength(6);
	});

	it('says what is wrong with a call of the control port', async () => {
		expect(await overPort('explode')).toMatchObject({ status: 404 });
		expect(await overPort('add', { collection: 'jobs' })).toMatchObject({
			status: 400,
			data: { error: 'add needs record' },
		});
	});
});

describe('the start', () => {
	it('gives the same records for the same time', async () => {
		const other = await startSandbox({ ports: 'free', now: NOW, vendors: ['ServiceTitan'] });
		try {
			const { control: twin } = other.vendors.ServiceTitan;
			for (const name of ['customers', 'jobs', 'appointments', 'technicians', 'locations']) {
				expect(twin.records(name)).toEqual(control.records(name));
			}
		} finally {
			await other.close();
		}
	});

	it('says plainly that a port is taken', async () => {
		const port = Number(new URL(vendor.baseUrl).port);
		await expect(startVendor(serviceTitan, { port })).rejects.toThrow(
			`Port ${port}, where ServiceTitan should be, is taken`,
		);
	});

	it("enforces the vendors' own rate limits where asked to", async () => {
		const strict = await startSandbox({
			ports: 'free',
			vendors: ['ServiceTitan'],
			allowance: true,
		});
		try {
			vendor = strict.vendors.ServiceTitan;
			const headers = await signIn();
			strict.vendors.ServiceTitan.control.clock({ freeze: true });
			const answers = await Promise.all(
				Array.from(
					{ length: 61 },
					async () =>
						await axios.get(vendor.baseUrl + JOBS, {
							headers,
							params: { pageSize: 1 },
							validateStatus: () => true,
						}),
				),
			);
			expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
		} finally {
			vendor = sandbox.vendors.ServiceTitan;
			await strict.close();
		}
	});
});
