import axios from 'axios';

import { channelSandbox, NOW } from '../support/channelSandbox';

const { vendor, control, origin, token, logIn, raw, request, get } = channelSandbox();

describe('signing in', () => {
	test('a password gives a token for ten minutes, and a refresh token that is replaced', async () => {
		const { data } = await logIn();
		expect(data).toMatchObject({ expires_in: 600, token_type: 'bearer' });
		const headers = { authorization: `Bearer ${data.access_token}` };
		expect((await raw('GET', '/users/current/profile', { headers })).data).toMatchObject({
			UserName: 'provider@example.com',
			ProviderId: 5001,
		});
		control().clock({ advance: 601 });
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
		const { clientId } = vendor().credentials.serviceChannelOAuth2Api;
		const redirect = 'http://localhost:5678/rest/oauth2-credential/callback';
		const { status, headers } = await axios.get(`${origin()}/oauth/authorize`, {
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
		const again = await axios.get(`${origin()}/oauth/authorize`, {
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
		const page = await axios.get(new URL(String(headers.location), origin()).href);
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
		control().allowance({ requests: 300, perSeconds: 60, retryAfter: 'date' });
		expect((await logIn()).status).toBe(200);
		const second = await logIn();
		expect(second.status).toBe(429);
		expect(String(second.headers['error-message'])).toContain('limit exceed');
		control().clock({ advance: 5 });
		expect((await logIn()).status).toBe(200);
	});

	test('too many requests are told with a date', async () => {
		control().allowance({ requests: 1, perSeconds: 60, retryAfter: 'date' });
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
