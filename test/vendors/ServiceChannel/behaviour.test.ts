import nock from 'nock';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ServiceChannelApi } from '../../../credentials/ServiceChannelApi.credentials';
import { ServiceChannelOAuth2Api } from '../../../credentials/ServiceChannelOAuth2Api.credentials';
import { ServiceChannel } from '../../../nodes/ServiceChannel/ServiceChannel.node';
import { ServiceChannelTrigger } from '../../../nodes/ServiceChannel/ServiceChannelTrigger.node';
import { serviceChannel } from '../../../nodes/ServiceChannel/vendor';
import {
	loadOptions,
	pollerOf,
	runNode,
	searchList,
	type Bench,
	type RunOptions,
} from '../../support/engine';
import { noNetwork } from '../../support/network';

const API = 'https://api.servicechannel.com';
const LOGIN = 'https://login.servicechannel.com';
const LONG = 20_000;

noNetwork();

interface Sent {
	readonly call: string;
	readonly query: Record<string, string>;
	readonly body: unknown;
	readonly authorization: string | undefined;
}

let sent: Sent[] = [];
beforeEach(() => (sent = []));

interface Reply {
	readonly status?: number;
	readonly body?: unknown;
	readonly headers?: Record<string, string>;
	readonly times?: number;
}

/** Announces one call and how it is answered. What arrived is kept in `sent`. */
function answer(call: string, { status = 200, body = {}, headers = {}, times = 1 }: Reply): void {
	const [method, path] = call.split(' ');
	nock(path.startsWith('/oauth') ? LOGIN : API)
		.intercept(path.startsWith('/oauth') ? path : `/v3${path}`, method)
		.query(true)
		.times(times)
		.reply(function (uri, received) {
			sent.push({
				call,
				query: Object.fromEntries(new URLSearchParams(uri.split('?')[1])),
				body: received,
				authorization: this.req.headers.authorization as unknown as string,
			});
			const text = typeof body === 'string' ? body : JSON.stringify(body);
			return [status, text, { 'Content-Type': 'application/json', ...headers }];
		});
}

const signIn = (token: string) =>
	answer('POST /oauth/token', {
		body: { access_token: token, token_type: 'bearer', expires_in: 599, refresh_token: 'r' },
	});

let users = 0;

/** A credential of its own for each test, so that sign-ins are not shared between them. */
const account = (changes: IDataObject = {}) => ({
	type: new ServiceChannelApi(),
	values: {
		environment: 'production',
		clientId: 'app',
		clientSecret: 'app-secret',
		username: `dana${++users}@example.com`,
		password: 'pass-phrase',
		accessToken: 'token-0',
		...changes,
	},
});

const bench = (changes: IDataObject = {}): Bench => ({
	node: new ServiceChannel(),
	credential: account(changes) as Bench['credential'],
});

const byId = (value: string | number) => ({ __rl: true, mode: 'id', value });

const run = async (
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	options: RunOptions = {},
	on = bench(),
) => await runNode(on, { resource, operation, ...parameters }, options);

const jsons = ({ items }: { items: Array<{ json: IDataObject }> }) => items.map(({ json }) => json);

const workorderId = byId(4711);
const WINDOW = 'CallDate ge 20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z';

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

describe('work orders', () => {
	const list = async (filters: INodeParameters, more: INodeParameters = {}) =>
		await run('workOrder', 'getAll', { limit: 20, simplify: false, filters, ...more });

	it('are listed for as far back as ServiceChannel goes, the latest first', async () => {
		answer('GET /odata/workorders', { body: { value: [{ Id: 2 }, { Id: 1 }] } });
		expect(jsons(await list({}))).toEqual([{ Id: 2 }, { Id: 1 }]);
		const [{ query }] = sent;
		expect(query).toEqual({
			$filter: expect.stringMatching(new RegExp(`^${WINDOW}$`)) as string,
			$orderby: 'CallDate desc,Id desc',
			$top: '20',
			$skip: '0',
		});
		const from = Date.parse(query.$filter.slice('CallDate ge '.length));
		expect((Date.now() - from) / 86_400_000).toBeCloseTo(364, 1);
	});

	it('join all filters into one', async () => {
		answer('GET /odata/workorders', { body: { value: [] } });
		await list({
			subscriberId: byId(11),
			primaryStatus: ['OPEN', 'IN PROGRESS'],
			extendedStatus: "WAITING FOR O'NEILL",
			locationId: byId(12),
			providerId: byId(13),
			tradeId: byId(14),
			categoryId: 15,
			priority: 'NEXT DAY',
			number: 'A-1',
			scheduledDateFrom: '2026-03-31T08:00:00-04:00',
			scheduledDateBefore: '2026-04-01',
			filter: 'Nte gt 100 or Nte eq 0',
			orderBy: 'ScheduledDate desc',
			select: 'Id,Number',
			expand: 'Location',
		});
		expect(sent[0].query).toEqual({
			$filter: expect.stringMatching(
				new RegExp(
					`^${WINDOW} and ` +
						[
							'Subscriber/Id eq 11',
							"(Status/Primary eq 'OPEN' or Status/Primary eq 'IN PROGRESS')",
							"Status/Extended eq 'WAITING FOR O''NEILL'",
							'Location/Id eq 12',
							'Provider/Id eq 13',
							'TradeId eq 14',
							'CategoryId eq 15',
							"Priority eq 'NEXT DAY'",
							"Number eq 'A-1'",
							'ScheduledDate ge 2026-03-31T12:00:00Z',
							'ScheduledDate lt 2026-04-01T04:00:00Z',
							'(Nte gt 100 or Nte eq 0)',
						]
							.join(' and ')
							.replace(/[()]/g, '\\$&') +
						'$',
				),
			) as string,
			$orderby: 'ScheduledDate desc,Id',
			$select: 'Id,Number',
			$expand: 'Location',
			$top: '20',
			$skip: '0',
		});
	});

	it('keep to the dates of the call that the user gives, and to an order that ends in the ID', async () => {
		answer('GET /odata/workorders', { body: { value: [] } });
		await list({ callDateFrom: '2026-01-01T00:00:00Z', orderBy: 'Number, Id desc' });
		expect(sent[0].query).toMatchObject({
			$filter: 'CallDate ge 2026-01-01T00:00:00Z',
			$orderby: 'Number, Id desc',
		});
	});

	it('are read page by page to their end, whether or not they are wrapped', async () => {
		const page = (from: number, count: number) =>
			Array.from({ length: count }, (_, i) => ({ Id: from + i }));
		answer('GET /odata/workorders', { body: { '@odata.count': 120, value: page(1, 50) } });
		answer('GET /odata/workorders', { body: page(51, 50) });
		// The list shifted meanwhile: one comes twice.
		answer('GET /odata/workorders', { body: { value: page(100, 21) } });
		const records = jsons(await list({}, { returnAll: true }));
		expect(records.map(({ Id }) => Id)).toEqual(page(1, 120).map(({ Id }) => Id));
		expect(sent.map(({ query }) => [query.$skip, query.$top, query.$count])).toEqual([
			['0', '50', 'true'],
			['50', '50', undefined],
			['100', '50', undefined],
		]);
	});

	it('are simplified to what matters, with the dates that can be trusted', async () => {
		answer('GET /workorders/4711', {
			body: {
				Id: 4711,
				Status: { Primary: 'OPEN', Extended: '' },
				Location: { Id: 12, Name: 'Shop 12', Zip: '00000' },
				CallDate: '2026-03-31T12:00:00-04:00',
				CallDate_DTO: '2026-03-31T08:00:00-04:00',
				WorkFlowType: 1,
			},
		});
		expect(jsons(await run('workOrder', 'get', { workorderId }))).toEqual([
			{
				Id: 4711,
				Status: { Primary: 'OPEN', Extended: '' },
				Location: { Id: 12, Name: 'Shop 12' },
				CallDate_DTO: '2026-03-31T08:00:00-04:00',
			},
		]);
	});

	it('are created with everything in its place', async () => {
		answer('POST /workorders', { status: 201, body: { id: 4712 } });
		const made = await run('workOrder', 'create', {
			subscriberId: byId(11),
			locationId: byId(12),
			tradeName: byId('HVAC'),
			category: 'REPAIR',
			priority: 'NEXT DAY',
			nte: 250.5,
			callDate: '2026-03-31T08:00:00-04:00',
			problemCode: 'No cooling',
			description: 'The walk-in cooler is warm',
			additionalFields: {
				recallWorkOrder: byId(4000),
				status: 'InProgress',
				purchaseNumber: 'P-9',
			},
		});
		expect(jsons(made)).toEqual([{ id: 4712 }]);
		expect(sent[0].body).toEqual({
			ContractInfo: { SubscriberId: 11, LocationId: 12, TradeName: 'HVAC' },
			Category: 'REPAIR',
			Priority: 'NEXT DAY',
			Nte: 250.5,
			CallDate: '2026-03-31T12:00:00Z',
			ProblemCode: 'No cooling',
			ProblemSource: 'API',
			Description: 'The walk-in cooler is warm',
			RecallWorkOrder: 4000,
			PurchaseNumber: 'P-9',
			Status: { Primary: 'InProgress', Extended: '' },
		});
	});

	it('get both parts of a status, the extended one empty where there is none', async () => {
		answer('PUT /workorders/4711/status', { body: { result: 'Done', id: 4711 }, times: 2 });
		const set = { workorderId, primary: 'IN PROGRESS' };
		const more = { additionalFields: { note: 'Waiting', declineReasonId: 5 } };
		await run('workOrder', 'updateStatus', { ...set, extended: 'PARTS ON ORDER', ...more });
		const { items } = await run('workOrder', 'updateStatus', { workorderId, primary: 'COMPLETED' });
		expect(items[0].json).toEqual({ result: 'Done', id: 4711 });
		expect(sent.map(({ body }) => body)).toEqual([
			{
				Status: { Primary: 'IN PROGRESS', Extended: 'PARTS ON ORDER' },
				Note: 'Waiting',
				DeclineReasonId: 5,
			},
			{ Status: { Primary: 'COMPLETED', Extended: '' } },
		]);
	});

	it('go on after one that is bad, where the user chose so', async () => {
		answer('GET /workorders/1', { body: { Id: 1 } });
		answer('GET /workorders/2', { status: 404, body: { ErrorCode: 502, ErrorMessage: 'None' } });
		answer('GET /workorders/3', { body: { Id: 3 } });
		const { items } = await run(
			'workOrder',
			'get',
			{ workorderId: byId('={{ $json.id }}') },
			{ items: [{ id: 1 }, { id: 2 }, { id: 3 }], onError: 'continueRegularOutput' },
		);
		expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ Id: 1 }, { item: 0 }],
			[{ error: 'None (code 502)' }, { item: 1 }],
			[{ Id: 3 }, { item: 2 }],
		]);
	});

	it('cannot be named by the number of the provider', async () => {
		const { error } = await run('workOrder', 'get', { workorderId: byId('={{ "WO-1" }}') });
		expect(error?.message).toBe('Work Order: "WO-1" is not the ID of a work order');
	});
});

describe('notes', () => {
	it('are written with the flag that makes a follow-up date count', async () => {
		answer('POST /workorders/4711/notes', { status: 201, body: { id: 88 } });
		const parameters = {
			workorderId,
			note: 'The part is here',
			additionalFields: {
				mailedTo: 'ada@example.com, ben@example.com',
				attachmentsIds: [5, '6'],
				followUpDate: '2026-04-02T08:00:00Z',
				visibility: 1,
				doNotSendEmail: false,
			},
		};
		expect(jsons(await run('note', 'create', parameters))).toEqual([{ id: 88 }]);
		expect(sent[0].body).toEqual({
			Note: 'The part is here',
			MailedTo: 'ada@example.com;ben@example.com',
			AttachmentsIds: [5, 6],
			FollowUpDate: '2026-04-02T08:00:00Z',
			IsFollowUpDateChanged: true,
			Visibility: 1,
			DoNotSendEmail: false,
		});
	});

	it('need no such flag without that date', async () => {
		answer('POST /workorders/4711/notes', { status: 201, body: { Id: 89 } });
		await run('note', 'create', { workorderId, note: 'Hello' });
		expect(sent[0].body).toEqual({ Note: 'Hello' });
	});

	it('of a work order are listed, the latest first', async () => {
		answer('GET /odata/workorders(4711)/notes', { body: { value: [{ Id: 2, NoteData: 'b' }] } });
		const filters = {
			noteType: 'UsersNote',
			dateCreatedFrom: '2026-03-01T00:00:00Z',
			expand: 'attachments',
		};
		const result = await run('note', 'getAll', { workorderId, limit: 5, filters });
		expect(jsons(result)).toEqual([{ Id: 2, NoteData: 'b' }]);
		expect(sent[0].query).toEqual({
			$filter: "NoteType eq 'UsersNote' and DateCreated ge 2026-03-01T00:00:00Z",
			$orderby: 'DateCreated desc,Id desc',
			$expand: 'attachments',
			$top: '5',
			$skip: '0',
		});
	});
});

describe('check-ins', () => {
	it('are recorded, with nothing that was not given', async () => {
		answer('POST /workorders/4711/universalCheckIn', { body: { MechanicId: 7 }, times: 2 });
		expect(jsons(await run('checkIn', 'checkIn', { workorderId }))).toEqual([{ MechanicId: 7 }]);
		const additionalFields = {
			workTypeId: 2,
			userId: byId(31),
			techsCount: 2,
			latitude: 40.5,
			longitude: -73.25,
			checkInTime: '2026-03-31T08:00:00-04:00',
			subscriberId: byId(11),
		};
		await run('checkIn', 'checkIn', { workorderId, additionalFields });
		expect(sent.map(({ body }) => body)).toEqual([
			{},
			{
				WorkTypeId: 2,
				UserId: 31,
				TechsCount: 2,
				Latitude: 40.5,
				Longitude: -73.25,
				CheckInTime: '2026-03-31T12:00:00Z',
			},
		]);
	});

	it('are ended', async () => {
		answer('POST /workorders/4711/universalCheckOut', { body: { MechanicId: 7 } });
		const additionalFields = {
			actionStatus: 'Complete',
			primaryStatus: 'PartsOnOrder',
			extendedStatus: 'PARTS ON ORDER',
			resolution: 'Ordered a fan',
			checkoutAll: true,
			signatureAttachmentId: byId(5),
			unableObtainSignatureNoteId: byId(6),
			userId: byId(31),
		};
		await run('checkIn', 'checkOut', { workorderId, additionalFields });
		expect(sent[0].body).toEqual({
			ActionStatus: 'Complete',
			PrimaryStatus: 'PartsOnOrder',
			ExtendedStatus: 'PARTS ON ORDER',
			Resolution: 'Ordered a fan',
			CheckoutAll: true,
			SignatureAttachmentId: 5,
			UnableObtainSignatureNoteId: 6,
			UserId: 31,
		});
	});

	it('are listed, those that were refused only on request', async () => {
		for (const blocked of ['false', 'true']) {
			const path = `/odata/workorders(4711)/Service.CheckInActivity(loadBlocked=${blocked})`;
			answer(`GET ${path}`, { body: { value: [{ Id: 1, Action: 'IN' }] } });
			const loadBlocked = blocked === 'true';
			const result = await run('checkIn', 'getActivity', { workorderId, loadBlocked, limit: 5 });
			expect(jsons(result)).toEqual([{ Id: 1, Action: 'IN' }]);
		}
		expect(sent[0].query).toEqual({ $orderby: 'Date desc,Id desc', $top: '5', $skip: '0' });
	});
});

describe('errors', () => {
	const failing = async (reply: Reply) => {
		answer('GET /workorders/4711', reply);
		return (await run('workOrder', 'get', { workorderId })).error;
	};

	it.each<[string, Reply, string, string]>([
		[
			'a code as a number',
			{ status: 400, body: { ErrorCode: 917, ErrorMessage: 'Invalid Tracking Number' } },
			'Invalid Tracking Number (code 917)',
			'tracking number',
		],
		[
			'a code as a name',
			{ status: 400, body: { ErrorCodes: ['NotAllowed'], ErrorMessage: 'Not allowed' } },
			'Not allowed (code NotAllowed)',
			'Correct what the message names',
		],
		[
			'a message alone',
			{ status: 404, body: { Message: 'Nothing here' } },
			'Nothing here',
			'Check the ID',
		],
		[
			'an error of OData',
			{ status: 400, body: { error: { code: '', message: 'Bad filter' } } },
			'Bad filter',
			'Correct what',
		],
		[
			'a route of another version',
			{
				status: 400,
				body: { Error: { Code: 'UnsupportedApiVersion', Message: 'No such version' } },
			},
			'No such version',
			'ends in /v3',
		],
		['nothing to go by', { status: 500, body: {} }, 'ServiceChannel answered with status 500', ''],
		[
			'a web page',
			{ status: 500, body: '<html></html>', headers: { 'Content-Type': 'text/html' } },
			'ServiceChannel answered with a web page instead of data (status 500)',
			'base URL',
		],
		[
			'a code inside a good answer',
			{ body: { ErrorCode: 912, Message: 'Priority is unknown' } },
			'Priority is unknown (code 912)',
			'',
		],
	])('say what happened: %s', async (_, reply, message, advice) => {
		const error = await failing(reply);
		expect(error?.message).toBe(message);
		expect(error?.description ?? '').toContain(advice);
	});

	it('take a code of 0 for what it is', async () => {
		answer('GET /workorders/4711', { body: { Id: 4711, ErrorCode: 0, Message: '' } });
		expect((await run('workOrder', 'get', { workorderId })).error).toBeUndefined();
	});

	it('wait as long as a throttled call has to, even where that is given as a date', async () => {
		const body = { Reason: 'Request has been throttled.' };
		const soon = new Date(Date.now() + 1000).toUTCString();
		answer('POST /workorders/4711/notes', {
			status: 429,
			body,
			headers: { 'Retry-After': soon },
		});
		answer('POST /workorders/4711/notes', { status: 201, body: { id: 1 } });
		const { error } = await run('note', 'create', { workorderId, note: 'Hello' });
		expect(error).toBeUndefined();
		const error2 = await failing({ status: 429, body, headers: { 'Retry-After': '300' } });
		expect(error2?.message).toBe('Request has been throttled.');
		expect(error2?.description).toBe('Run this again in 5 minutes.');
	});

	it('repeat a read after a failure of the server, but never a change of status', async () => {
		answer('GET /workorders/4711', { status: 503, body: '' });
		answer('GET /workorders/4711', { body: { Id: 4711 } });
		expect((await run('workOrder', 'get', { workorderId })).error).toBeUndefined();
		answer('PUT /workorders/4711/status', { status: 503, body: '' });
		const { error } = await run('workOrder', 'updateStatus', { workorderId, primary: 'OPEN' });
		expect(error?.httpCode).toBe('503');
	});

	it('know the allowance of each environment', () => {
		const { allowance } = serviceChannel.api;
		const of = (environment: string) =>
			typeof allowance === 'function' ? allowance({ environment }).requests : 0;
		expect([of('production'), of('sandbox2')]).toEqual([280, 20]);
	});
});

describe('a custom request', () => {
	it('reads a list that ignores paging once', async () => {
		const records = Array.from({ length: 50 }, (_, i) => ({ Id: i }));
		answer('GET /workorders', { body: records, times: 2 });
		const result = await run('customRequest', 'send', { route: '/workorders', allPages: true });
		expect(result.items).toHaveLength(50);
	});
});

describe('pickers', () => {
	const search = async (method: string, asked: Parameters<typeof searchList>[2] = {}) =>
		await searchList(bench(), method, asked);

	it('find work orders by number, words or tracking number, and page on', async () => {
		const full = Array.from({ length: 50 }, (_, i) => ({
			Id: 100 + i,
			Number: `N-${i}`,
			Status: { Primary: 'OPEN' },
			Trade: 'HVAC',
		}));
		answer('GET /odata/workorders', { body: { value: full } });
		const first = await search('searchWorkOrder');
		expect(first.results[0]).toEqual({ name: 'N-0, OPEN, HVAC (ID: 100)', value: 100 });
		answer('GET /odata/workorders', { body: { value: [{ Id: 7 }] } });
		const next = await search('searchWorkOrder', { token: String(first.paginationToken) });
		expect(next).toEqual({ results: [{ name: 'ID: 7', value: 7 }] });
		answer('GET /odata/workorders', { body: { value: [] }, times: 2 });
		await search('searchWorkOrder', { filter: '4711' });
		await search('searchWorkOrder', { filter: "o'x" });
		expect(sent.map(({ query }) => query.$skip)).toEqual(['0', '50', '0', '0']);
		expect(sent[2].query.$filter).toMatch(
			new RegExp(
				`^${WINDOW} and \\(Id eq 4711 or contains\\(Number,'4711'\\) or contains\\(Description,'4711'\\)\\)$`,
			),
		);
		expect(sent[3].query.$filter).toContain("(contains(Number,'o''x') or");
		expect(sent[0].query).toMatchObject({
			$select: 'Id,Number,Status,Trade,Description',
			$orderby: 'CallDate desc,Id desc',
		});
	});

	it('read subscribers off the latest work orders, each once', async () => {
		const of = (Id: number, Name: string) => ({ Id: 1, Subscriber: { Id, Name } });
		answer('GET /odata/workorders', {
			body: { value: [of(11, 'Acorn Stores'), of(11, 'Acorn Stores'), of(12, 'Birch'), { Id: 4 }] },
		});
		expect(await search('searchSubscriber')).toEqual({
			results: [
				{ name: 'Acorn Stores (ID: 11)', value: 11 },
				{ name: 'Birch (ID: 12)', value: 12 },
			],
		});
		expect(sent[0].query).toMatchObject({ $expand: 'Subscriber($select=Id,Name)', $top: '50' });
	});

	it('narrow locations and trades to the chosen subscriber', async () => {
		const parameters = {
			resource: 'workOrder',
			operation: 'create',
			subscriberId: byId(11),
		};
		answer('GET /odata/locations', {
			body: { value: [{ Id: 12, StoreId: 'S-12', Name: 'Shop', City: 'Elm', State: 'NY' }] },
		});
		const { results } = await search('searchLocation', { filter: 'sho', parameters });
		expect(results).toEqual([{ name: 'S-12, Shop, Elm, NY (ID: 12)', value: 12 }]);
		answer('GET /odata/trades', {
			body: {
				value: [
					{ Id: 1, Name: 'HVAC' },
					{ Id: 2, Name: 'HVAC' },
					{ Id: 3, Name: 'Roof' },
				],
			},
		});
		expect((await search('searchTradeName', { parameters })).results).toEqual([
			{ name: 'HVAC', value: 'HVAC' },
			{ name: 'Roof', value: 'Roof' },
		]);
		expect(sent.map(({ query }) => query.$filter)).toEqual([
			"SubscriberId eq 11 and (contains(Name,'sho') or StoreId eq 'sho')",
			'SubscriberId eq 11',
		]);
	});

	it('list the statuses that the chosen work order may get', async () => {
		answer('GET /workorders/4711/statuses', {
			body: [
				{ Id: 'Open', Name: 'OPEN', Extended: ['', 'DECLINED'] },
				{ Id: 'InProgress', Name: 'IN PROGRESS', Extended: ['ON SITE', 'INCOMPLETE'] },
			],
		});
		const parameters = { resource: 'workOrder', operation: 'updateStatus', workorderId };
		expect(await loadOptions(bench(), 'listExtendedStatus', parameters)).toEqual([
			{ name: 'DECLINED (OPEN)', value: 'DECLINED' },
			{ name: 'ON SITE (IN PROGRESS)', value: 'ON SITE' },
			{ name: 'INCOMPLETE (IN PROGRESS)', value: 'INCOMPLETE' },
		]);
		expect(sent[0].query).toEqual({});
		const none = { resource: 'workOrder', operation: 'updateStatus' };
		await expect(loadOptions(bench(), 'listExtendedStatus', none)).rejects.toThrow(/Choose the/);
	});

	it.each([
		['listCategory', '/workorders/categories', [{ name: 'REPAIR (ID: 4)', value: 4 }]],
		['listCategoryName', '/workorders/categories', [{ name: 'REPAIR', value: 'REPAIR' }]],
		['listPriority', '/priorities', [{ name: 'REPAIR', value: 'REPAIR' }]],
		['listWorkType', '/worktypes', [{ name: 'REPAIR (ID: 4)', value: 4 }]],
	])('%s asks for what the chosen subscriber has', async (method, path, rows) => {
		answer(`GET ${path}`, { body: [{ Id: 4, Name: 'REPAIR' }] });
		const inFilters = { subscriberId: byId(11) };
		const [resource, operation, parameters] =
			method === 'listWorkType'
				? ['checkIn', 'checkIn', { additionalFields: inFilters }]
				: ['workOrder', 'getAll', { filters: inFilters }];
		const given = { resource, operation, ...parameters } as INodeParameters;
		expect(await loadOptions(bench(), method, given)).toEqual(rows);
		expect(sent[0].query).toEqual({ subscriberId: '11' });
	});

	it('list the statuses of the chosen subscriber', async () => {
		answer('GET /workorders/statuses', { body: [{ Name: 'OPEN', Extended: ['DECLINED'] }] });
		const parameters = {
			resource: 'workOrder',
			operation: 'getAll',
			filters: { subscriberId: byId(11) },
		};
		expect(await loadOptions(bench(), 'listSubscriberStatus', parameters)).toHaveLength(1);
	});

	it('find users, providers, notes and attachments', async () => {
		answer('GET /odata/users', { body: { value: [{ Id: 31, FullName: '', UserName: 'dana' }] } });
		expect((await search('searchUser', { filter: 'da' })).results).toEqual([
			{ name: 'dana (ID: 31)', value: 31 },
		]);
		expect(sent[0].query.$filter).toBe("(contains(FullName,'da') or contains(UserName,'da'))");
		answer('GET /odata/providerassignment/Service.GetAssigned()', {
			body: { value: [{ Id: 13, Name: 'Cedar Cooling' }] },
		});
		expect((await search('searchProvider', { filter: 'cedar' })).results).toHaveLength(1);
		const parameters = { resource: 'checkIn', operation: 'checkOut', workorderId };
		answer('GET /odata/workorders(4711)/notes', {
			body: { value: [{ Id: 6, NoteData: 'Closed' }] },
		});
		expect((await search('searchNote', { parameters })).results).toEqual([
			{ name: 'Closed (ID: 6)', value: 6 },
		]);
		answer('GET /odata/workorders(4711)/attachments', {
			body: { value: [{ Id: 5, Name: 'a.png' }] },
		});
		expect(
			await loadOptions(bench(), 'listAttachment', {
				...parameters,
				resource: 'note',
				operation: 'create',
			}),
		).toEqual([{ name: 'a.png (ID: 5)', value: 5 }]);
	});

	it('leave the way by ID where the list is refused', async () => {
		answer('GET /odata/users', { status: 400, body: { ErrorCode: 504, ErrorMessage: 'No right' } });
		await expect(search('searchUser')).rejects.toMatchObject({
			message: 'No right (code 504)',
			description: expect.stringContaining('use By ID') as string,
		});
	});
});

describe('trigger', () => {
	const trigger = (): Bench => ({
		node: new ServiceChannelTrigger(),
		credential: account() as Bench['credential'],
	});
	const NOON = 'Tue, 31 Mar 2026 12:00:00 GMT';
	const dated = { Date: NOON };
	/** As the guides show it: digits of UTC before the offset of the server, and the truth beside it. */
	const work = (Id: number, minute: string, created = '00:00') => ({
		Id,
		CreatedDate: `2026-03-31T12:${created}.873-04:00`,
		CreatedDate_DTO: `2026-03-31T08:${created}.873-04:00`,
		UpdatedDate: `2026-03-31T12:${minute}.873-04:00`,
		UpdatedDate_DTO: `2026-03-31T08:${minute}.873-04:00`,
	});
	const found = (...value: IDataObject[]) =>
		answer('GET /odata/workorders', { body: { value }, headers: dated });
	const idsOf = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.Id);
	const since = (condition: string): unknown =>
		expect.stringMatching(new RegExp(`^${WINDOW} and ${condition.replace(/[()+.]/g, '\\$&')}$`));

	it('hands over changes once, and asks on in the writing of the record', async () => {
		const { poll } = pollerOf(trigger(), { event: 'workOrderUpdated' });
		answer('GET /users/current/profile', { headers: dated });
		expect(await poll()).toEqual([]);
		found(work(1, '05:00'), work(2, '04:00'), work(3, '06:00', '06:00'), work(4, '10:00', '59:00'));
		const items = await poll();
		expect(idsOf(items)).toEqual([2, 1, 4]);
		expect(items[0].json.eventId).toBe('workOrderUpdated:2@2026-03-31T08:04:00.873-04:00');
		found(work(1, '05:00'), work(2, '04:00'), work(4, '10:00', '59:00'));
		expect(await poll()).toEqual([]);
		found(work(1, '11:00'));
		expect(idsOf(await poll())).toEqual([1]);
		const queries = sent.filter(({ call }) => call.includes('odata')).map(({ query }) => query);
		expect(queries.map(({ $filter }) => $filter)).toEqual([
			since(`UpdatedDate ge 2026-03-31T12:00:00.000Z`),
			since(`UpdatedDate ge 2026-03-31T12:08:00.873-04:00`),
			since(`UpdatedDate ge 2026-03-31T12:08:00.873-04:00`),
		]);
		expect(queries[0]).toMatchObject({ $orderby: 'UpdatedDate,Id', $top: '50', $skip: '0' });
	});

	it('leaves out what a shifted filter gives from before the trigger began', async () => {
		const { poll } = pollerOf(trigger(), { event: 'workOrderUpdated' });
		answer('GET /users/current/profile', { headers: dated });
		await poll();
		const before = { ...work(9, '00:00'), UpdatedDate_DTO: '2026-03-31T07:59:59-04:00' };
		found(before);
		expect(await poll()).toEqual([]);
	});

	it('hands over new work orders, narrowed by filters', async () => {
		const { poll } = pollerOf(trigger(), {
			event: 'workOrderCreated',
			filters: { tradeId: byId(14), primaryStatus: ['OPEN'] },
		});
		answer('GET /users/current/profile', { headers: dated });
		expect(await poll()).toEqual([]);
		found(work(1, '09:00', '05:00'));
		expect(idsOf(await poll())).toEqual([1]);
		found(work(1, '11:00', '05:00'));
		expect(await poll()).toEqual([]);
		expect(sent[1].query).toMatchObject({
			$filter: since(
				`(Status/Primary eq 'OPEN') and TradeId eq 14 and CreatedDate ge 2026-03-31T12:00:00.000Z`,
			),
			$orderby: 'CreatedDate,Id',
		});
	});

	it('shows recent records in a manual run and keeps no state', async () => {
		const { poll, state } = pollerOf(trigger(), { event: 'workOrderCreated' });
		answer('GET /users/current/profile', { headers: dated });
		found(work(1, '05:00', '05:00'), work(2, '06:00', '06:00'));
		expect(idsOf(await poll({ manual: true }))).toEqual([2, 1]);
		expect(state).toEqual({});
	});

	it('keeps its position where a look fails', async () => {
		const { poll, state } = pollerOf(trigger(), { event: 'workOrderUpdated' });
		answer('GET /users/current/profile', { headers: dated });
		await poll();
		const before = JSON.stringify(state);
		answer('GET /odata/workorders', {
			status: 400,
			body: { ErrorCode: 504, ErrorMessage: 'No right' },
		});
		await expect(poll()).rejects.toThrow('No right (code 504)');
		expect(JSON.stringify(state)).toBe(before);
	});
});
