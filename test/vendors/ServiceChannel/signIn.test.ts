import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { ServiceChannelOAuth2Api } from '../../../credentials/ServiceChannelOAuth2Api.credentials';
import { ServiceChannel } from '../../../nodes/ServiceChannel/ServiceChannel.node';
import type { Bench } from '../../support/engine';
import { byId } from '../../support/picker';
import { API, benchOfFile, jsons, LOGIN, LONG, workorderId } from './bench';

const { sent, answer, signIn, bench, run } = benchOfFile();

describe('sign-in', () => {
	it('asks for a token with the client in the header and the user in a form', async () => {
		const on = bench({ accessToken: '' });
		signIn('token-1');
		answer('GET /workorders/4711', { body: { Id: 4711 } });
		expect(jsons(await run('workOrder', 'get', { workorderId }, {}, on))).toEqual([{ Id: 4711 }]);
		const [token, read] = sent;
		expect(token.authorization).toBe(`Basic ${btoa('app:app-secret')}`);
		expect(Object.fromEntries(new URLSearchParams(token.body as string))).toEqual({
			grant_type: 'password',
			username: on.credential?.values.username,
			password: 'pass-phrase',
		});
		expect(read.authorization).toBe('Bearer token-1');
	});

	it('renews a token that ends in the middle, once for all items at work', async () => {
		const ids = [1, 2, 3, 4, 5].map(String);
		let ended = false;
		nock(API)
			.persist()
			.get(/^\/v3\/workorders\/\d+$/)
			.reply(function (uri) {
				const Id = Number(uri.split('/').pop());
				if (Id > 1) ended = true;
				const given = this.req.headers.authorization as unknown as string;
				return ended && given === 'Bearer token-0' ? [401, {}] : [200, { Id, given }];
			});
		signIn('token-1');
		const parameters = { workorderId: byId('={{ $json.id }}'), simplify: false };
		const items = ids.map((id) => ({ id }));
		const read = jsons(await run('workOrder', 'get', parameters, { items }));
		expect(read).toEqual(
			ids.map((id) => ({ Id: Number(id), given: `Bearer token-${id === '1' ? 0 : 1}` })),
		);
		expect(sent).toHaveLength(1);
	});

	it('takes a redirect to a web page for an unknown client', async () => {
		answer('POST /oauth/token', {
			status: 302,
			body: '<html>Log on</html>',
			headers: { 'Content-Type': 'text/html', Location: `${LOGIN}/logon` },
		});
		const { error } = await run(
			'workOrder',
			'get',
			{ workorderId },
			{},
			bench({ accessToken: '' }),
		);
		expect(error?.message).toContain('ServiceChannel refused the sign-in (status 302)');
		expect(error?.message).toContain('the client is not known in this environment');
		expect(sent).toHaveLength(1);
	});

	it('says why a user is refused, without the password', async () => {
		answer('POST /oauth/token', {
			status: 400,
			body: { error: 'invalid_grant', error_description: 'Wrong user or pass-phrase' },
		});
		const { error } = await run(
			'workOrder',
			'get',
			{ workorderId },
			{},
			bench({ accessToken: '' }),
		);
		expect(error?.message).toContain('(status 400): Wrong user or [hidden]. Check client ID');
	});

	it(
		'waits 5 seconds where somebody else has just signed in as the same user',
		async () => {
			const said = 'Rejected by security reason: Login attempts limit exceed.';
			answer('POST /oauth/token', { status: 429, body: '', headers: { 'Error-Message': said } });
			signIn('token-1');
			answer('GET /workorders/4711', { body: { Id: 4711 } });
			const began = Date.now();
			const on = bench({ accessToken: '' });
			expect(jsons(await run('workOrder', 'get', { workorderId }, {}, on))).toHaveLength(1);
			expect(Date.now() - began).toBeGreaterThanOrEqual(4_900);
		},
		LONG,
	);

	it(
		'tells missing rights from an expired token, and does not try again and again',
		async () => {
			const body = { ErrorCodes: [504], ErrorCode: 504, ErrorMessage: 'Call rejected' };
			answer('GET /workorders/4711', { status: 401, body, times: 2 });
			signIn('token-1');
			const { error } = await run('workOrder', 'get', { workorderId });
			expect(error?.message).toBe('Call rejected (code 504)');
			expect(error?.description).toContain('its user may not do this');
			expect(error?.httpCode).toBe('401');
			expect(sent).toHaveLength(3);
		},
		LONG,
	);

	it('says so where even a new token is refused without a reason', async () => {
		answer('GET /workorders/4711', { status: 401, body: '', times: 2 });
		signIn('token-1');
		const { error } = await run('workOrder', 'get', { workorderId });
		expect(error?.message).toBe('ServiceChannel answered with status 401');
		expect(error?.description).toContain('renewed and refused again');
	});

	it('finds the sign-in on the host of a custom address, without /v3', async () => {
		const on = bench({
			environment: 'custom',
			baseUrl: `${LOGIN}/v3/`,
			authBaseUrl: '',
			accessToken: '',
		});
		signIn('token-1');
		nock(LOGIN).get('/v3/workorders/4711').reply(200, { Id: 4711 });
		expect(jsons(await run('workOrder', 'get', { workorderId }, {}, on))).toHaveLength(1);
	});

	it('goes to Sandbox2 where the credential says so', async () => {
		nock('https://sb2api.servicechannel.com').get('/v3/workorders/4711').reply(200, { Id: 4711 });
		const on = bench({ environment: 'sandbox2' });
		expect(jsons(await run('workOrder', 'get', { workorderId }, {}, on))).toHaveLength(1);
	});
});

describe('sign-in by OAuth2', () => {
	const tokens = (access_token: string) => ({
		oauthTokenData: { access_token, refresh_token: 'refresh-1', token_type: 'bearer' },
	});
	const connected = (changes: IDataObject = {}): Bench => ({
		node: new ServiceChannel(),
		credential: {
			type: new ServiceChannelOAuth2Api(),
			values: {
				environment: 'production',
				clientId: 'app',
				clientSecret: 'app-secret',
				...tokens('token-1'),
				...changes,
			} as never,
		},
	});

	it('uses the token of the connection', async () => {
		answer('GET /workorders/4711', { body: { Id: 4711 } });
		expect(jsons(await run('workOrder', 'get', { workorderId }, {}, connected()))).toHaveLength(1);
		expect(sent[0].authorization).toBe('Bearer token-1');
	});

	it.each([
		[{ environment: 'production' }, LOGIN],
		[{ environment: 'sandbox2' }, 'https://sb2login.servicechannel.com'],
		[{ environment: 'custom', baseUrl: 'http://localhost:4013/v3' }, 'http://localhost:4013'],
		[
			{ environment: 'custom', baseUrl: 'http://a.test/v3', authBaseUrl: 'http://b.test/' },
			'http://b.test',
		],
	])('renews it where %j has its sign-in, with the client in the header', async (where, host) => {
		const api = 'baseUrl' in where ? where.baseUrl : `${host.replace('login', 'api')}/v3`;
		nock(api).get('/workorders/4711').reply(401, {});
		nock(host, { reqheaders: { authorization: `Basic ${btoa('app:app-secret')}` } })
			.post('/oauth/token', { grant_type: 'refresh_token', refresh_token: 'refresh-1' })
			.reply(200, { access_token: 'token-2', refresh_token: 'refresh-2', token_type: 'bearer' });
		nock(api, { reqheaders: { authorization: 'Bearer token-2' } })
			.get('/workorders/4711')
			.reply(200, { Id: 4711 });
		const on = connected({ authBaseUrl: '', ...where });
		expect(jsons(await run('workOrder', 'get', { workorderId }, {}, on))).toHaveLength(1);
		expect(on.credential?.values.oauthTokenData).toMatchObject({ refresh_token: 'refresh-2' });
	});

	it('never shows a token that an error repeats', async () => {
		answer('GET /workorders/4711', {
			status: 400,
			body: { ErrorCode: 503, ErrorMessage: 'Odd token: token-1' },
		});
		const { error } = await run('workOrder', 'get', { workorderId }, {}, connected());
		expect(error?.message).toBe('Odd token: [hidden] (code 503)');
	});
});
