import { newJob, startTitan, type Titan } from '../support/titan';

const JPM = 'jpm/v2';

let titan: Titan;
beforeAll(async () => {
	titan = await startTitan();
});
afterAll(async () => await titan.close());
beforeEach(async () => await titan.reset());

describe('sign-in', () => {
	it('gives a token for a quarter of an hour', async () => {
		const { status, data } = await titan.signIn();
		expect(status).toBe(200);
		expect(data).toEqual({
			access_token: expect.stringMatching(/\S{20,}/) as string,
			expires_in: 900,
			token_type: 'Bearer',
		});
		expect((await titan.get(`${JPM}/jobs`)).status).toBe(200);
		titan.control.clock({ advance: 890 });
		expect((await titan.get(`${JPM}/jobs`)).status).toBe(200);
		titan.control.clock({ advance: 11 });
		expect((await titan.get(`${JPM}/jobs`)).status).toBe(401);
	});

	it.each([
		['a JSON body', {}, true, 'invalid_request'],
		['a wrong secret', { client_secret: 'guess' }, false, 'invalid_client'],
		['another grant', { grant_type: 'password' }, false, 'unsupported_grant_type'],
		['a scope', { scope: 'all' }, false, 'invalid_request'],
	])('refuses %s', async (_what, changes, asJson, error) => {
		expect(await titan.signIn(changes, asJson)).toMatchObject({
			status: 400,
			data: { error },
		});
	});

	it('wants the token, the app key and the right tenant', async () => {
		const status = async (headers: object, tenant?: string) =>
			(await titan.call('GET', `${JPM}/jobs`, { headers, tenant })).status;
		expect(await status({ authorization: 'Bearer made-up' })).toBe(401);
		expect(await status({ authorization: undefined })).toBe(401);
		expect(await status({ 'st-app-key': 'made-up' })).toBe(401);
		expect(await status({}, '1')).toBe(403);
		titan.control.expireTokens();
		expect(await status({})).toBe(401);
	});
});

describe('strictness', () => {
	it('knows the documented paths and methods only', async () => {
		expect(await titan.get(`${JPM}/gobs`)).toMatchObject({ status: 404, data: { status: 404 } });
		expect((await titan.call('DELETE', `${JPM}/jobs/50001`)).status).toBe(405);
	});

	it('refuses unknown, wrong and unlisted values in a query, field by field', async () => {
		const { status, data } = await titan.get(`${JPM}/jobs`, {
			colour: 'red',
			customerId: 'Jane',
			jobStatus: 'Finished',
			createdOnOrAfter: 'yesterday',
		});
		expect(status).toBe(400);
		const { errors, ...rest } = data as { errors: Record<string, string[]> };
		expect(rest).toMatchObject({ status: 400, title: expect.any(String) as string, data: {} });
		expect(Object.keys(errors).sort()).toEqual([
			'colour',
			'createdOnOrAfter',
			'customerId',
			'jobStatus',
		]);
	});

	it('refuses a parameter that is repeated where it should have commas', async () => {
		const { status, data } = await titan.get(`${JPM}/jobs?ids=50001&ids=50002`);
		expect([status, data]).toMatchObject([400, { errors: { ids: ['must be string'] } }]);
	});

	it('refuses unknown, missing and wrong members in a body, also deep inside', async () => {
		const { status, data } = await titan.call('POST', `${JPM}/jobs`, {
			data: newJob({
				customerId: '1001',
				jobTypeId: undefined,
				urgency: 'High',
				priority: 'Extreme',
				appointments: [{ start: 'soon', technician: 1 }],
			}),
		});
		expect(status).toBe(400);
		expect(Object.keys((data as { errors: object }).errors).sort()).toEqual([
			'appointments[0].end',
			'appointments[0].start',
			'appointments[0].technician',
			'customerId',
			'jobTypeId',
			'priority',
			'urgency',
		]);
		expect(titan.control.records('jobs')).toHaveLength(120);
	});

	it('refuses what is not JSON', async () => {
		const send = async (data: string, type: string) =>
			(await titan.call('POST', `${JPM}/jobs`, { data, headers: { 'content-type': type } })).status;
		expect(await send('{"customerId":', 'application/json')).toBe(400);
		expect(await send('customerId=1', 'application/x-www-form-urlencoded')).toBe(415);
	});

	it('refuses too many ids, page 0 and pages beyond 5000', async () => {
		const status = async (params: object) => (await titan.get(`${JPM}/jobs`, params)).status;
		const ids = (count: number) => Array.from({ length: count }, (_, i) => 50_001 + i).join(',');
		expect(await status({ ids: ids(50) })).toBe(200);
		expect(await status({ ids: ids(51) })).toBe(400);
		expect(await status({ page: 0 })).toBe(400);
		expect(await status({ pageSize: 5000 })).toBe(200);
		expect(await status({ pageSize: 5001 })).toBe(400);
	});
});
