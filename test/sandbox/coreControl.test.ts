import axios from 'axios';

import { coreSandbox, JOBS, NOW } from '../support/coreSandbox';

const { sandbox, vendor, control, signIn, request } = coreSandbox();

const overPort = async (action: string, body?: unknown) =>
	await axios.post(`${sandbox().control.url}/ServiceTitan/${action}`, body, {
		headers: { 'content-type': 'application/json' },
		validateStatus: () => true,
	});

describe('the control', () => {
	it('logs requests with secrets masked', async () => {
		const { clientSecret, appApiKey } = vendor().credentials.serviceTitanApi;
		await request('POST', `${JOBS}/50001/notes`, { data: { text: `It is ${appApiKey}.` } });
		await request('GET', JOBS, { params: { page: 2 } });
		const log = control().requests();
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
		control().clearRequests();
		expect(control().requests()).toEqual([]);

		await axios.post(
			`${vendor().baseUrl}/connect/token`,
			new URLSearchParams({ client_id: 'someone', client_secret: 'a wrong one' }),
			{ validateStatus: () => true },
		);
		expect(control().requests()).toMatchObject([
			{ status: 400, body: { client_id: 'someone', client_secret: '***' } },
		]);
	});

	it('delays every answer and knows the peak of requests in flight', async () => {
		const headers = await signIn();
		control().delay(80);
		const start = Date.now();
		await Promise.all(
			[1, 2, 3].map(async () => await axios.get(vendor().baseUrl + JOBS, { headers })),
		);
		expect(Date.now() - start).toBeGreaterThanOrEqual(70);
		expect(control().peak()).toBe(3);
		control().reset();
		expect(control().peak()).toBe(0);
	});

	it('enforces an allowance and says when to come back', async () => {
		const headers = await signIn();
		const get = async () =>
			await axios.get(vendor().baseUrl + JOBS, { headers, validateStatus: () => true });
		control().clock({ freeze: true });
		control().allowance({ requests: 2, perSeconds: 10, retryAfter: 'seconds' });
		await get();
		control().clock({ advance: 4 });
		await get();
		const refused = await get();
		expect([refused.status, refused.headers['retry-after']]).toEqual([429, '6']);
		control().clock({ advance: 6 });
		expect((await get()).status).toBe(200);

		control().allowance({ requests: 1, perSeconds: 10, retryAfter: 'date' });
		await get();
		expect((await get()).headers['retry-after']).toBe('Tue, 10 Mar 2026 15:00:20 GMT');
		control().allowance(null);
		expect((await get()).status).toBe(200);
	});

	it('sets and advances the clock, which the answers tell', async () => {
		expect(control().clock({ freeze: true, set: '2030-01-02T03:04:05Z', advance: 60 })).toEqual({
			now: '2030-01-02T03:05:05.000Z',
		});
		expect((await request('GET', JOBS)).headers.date).toBe('Wed, 02 Jan 2030 03:05:05 GMT');
		expect(() => control().clock({ set: 'noon' })).toThrow('not a time');
	});

	it('adds, changes, removes and shows records', () => {
		const added = control().add('jobs', { customerId: 1001, summary: 'Squeaky fan' });
		expect(added).toMatchObject({ id: 50_121, jobNumber: '50121', jobStatus: 'Scheduled' });
		control().change('jobs', 50_121, { summary: 'Loud fan', modifiedOn: '2020-01-01T00:00:00Z' });
		control().change('jobs', 50_121, { priority: 'High' }, { touch: false });
		expect(control().records('jobs').at(-1)).toMatchObject({
			summary: 'Loud fan',
			priority: 'High',
			modifiedOn: '2020-01-01T00:00:00Z',
		});
		expect(control().remove('jobs', 50_121)).toEqual({ removed: true });
		expect(control().remove('jobs', 50_121)).toEqual({ removed: false });
		expect(() => control().records('robots')).toThrow('no collection');
	});

	it('hands out copies, so that nobody changes the vendor by accident', () => {
		control().records('jobs')[0].summary = 'Changed outside';
		expect(control().records('jobs')[0].summary).not.toBe('Changed outside');
	});

	it('generates records and shifts pages', async () => {
		expect(control().generate('jobs', 500)).toEqual({ records: 620 });
		expect(() => control().generate('contacts', 1)).toThrow('can generate: customers, jobs');

		control().shiftPages('jobs', 1);
		const page = async (number: number) => {
			const { data } = await request('GET', JOBS, { params: { page: number, pageSize: 10 } });
			return (data as { data: Array<{ id: number }> }).data.map(({ id }) => id);
		};
		const [first, second] = [await page(1), await page(2)];
		expect(second[0]).toBe(first[9]);
		control().shiftPages('jobs', 0);
		expect((await page(1))[0]).toBe((await page(1))[0]);
	});

	it('cuts lists into smaller pages, but not where the request names a size', async () => {
		control().pageSize(2);
		const sizeOf = async (params: object) => {
			const { data } = await request('GET', JOBS, { params });
			return (data as { data: unknown[] }).data.length;
		};
		expect([await sizeOf({}), await sizeOf({ pageSize: 7 })]).toEqual([2, 7]);
		control().pageSize(0);
		expect(await sizeOf({})).toBe(50);
	});

	it('calls before every answer, too late to change it', async () => {
		const ids: number[] = [];
		vendor().answering(() => ids.push(Number(control().add('jobs', {}).id)));
		const { data } = await request('GET', JOBS, { params: { pageSize: 5000 } });
		vendor().answering(() => undefined);
		expect((data as { data: Array<{ id: number }> }).data.map(({ id }) => id)).not.toContain(
			ids.at(-1),
		);
		expect(control().ids('jobs')).toContain(String(ids.at(-1)));
	});

	it('puts everything back as it was at the start', async () => {
		const before = control().records('jobs');
		control().add('jobs', {});
		control().fault({ kind: 'hang' });
		control().allowance({ requests: 0, perSeconds: 60 });
		control().clock({ advance: 3600 });
		control().delay(5000);
		control().reset();
		expect(control().records('jobs')).toEqual(before);
		expect((await request('GET', JOBS, { timeout: 2000 })).status).toBe(200);
		expect(Math.abs(Date.parse(control().clock({}).now) - Date.parse(NOW))).toBeLessThan(2000);
	});

	it('listens on its own port, one to one', async () => {
		const { data: listing } = await axios.get(sandbox().control.url);
		expect(listing).toMatchObject({ vendors: { ServiceTitan: vendor().baseUrl } });
		expect((listing as { actions: string[] }).actions.sort()).toEqual(
			Object.keys(control()).sort(),
		);

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
		expect(control().records('campaigns')).toHaveLength(6);
	});

	it('says what is wrong with a call of the control port', async () => {
		expect(await overPort('explode')).toMatchObject({ status: 404 });
		expect(await overPort('add', { collection: 'jobs' })).toMatchObject({
			status: 400,
			data: { error: 'add needs record' },
		});
	});
});
