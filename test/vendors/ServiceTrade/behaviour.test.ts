import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { ServiceTradeApi } from '../../../credentials/ServiceTradeApi.credentials';
import { ServiceTradeClientApi } from '../../../credentials/ServiceTradeClientApi.credentials';
import { ServiceTrade } from '../../../nodes/ServiceTrade/ServiceTrade.node';
import { ServiceTradeTrigger } from '../../../nodes/ServiceTrade/ServiceTradeTrigger.node';
import { startSandbox, type LoggedRequest, type Sandbox } from '../../../sandbox';
import {
	loadOptions,
	pollerOf,
	runNode,
	searchList,
	type Bench,
	type RunOptions,
} from '../../support/engine';

let sandbox: Sandbox<'ServiceTrade'>;

beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free', vendors: ['ServiceTrade'] });
});
afterAll(async () => {
	nock.cleanAll();
	nock.restore();
	await sandbox.close();
});
beforeEach(() => {
	control().reset();
});

const control = () => sandbox.vendors.ServiceTrade.control;
const values = (type: string): IDataObject => ({
	...(sandbox.vendors.ServiceTrade.credentials[type] as IDataObject),
});

const session = (more: IDataObject = {}): Bench => ({
	node: new ServiceTrade(),
	credential: {
		type: new ServiceTradeApi(),
		values: { ...values('serviceTradeApi'), ...more } as never,
	},
});

const client = (more: IDataObject = {}): Bench => ({
	node: new ServiceTrade(),
	credential: {
		type: new ServiceTradeClientApi(),
		values: { ...values('serviceTradeClientApi'), ...more } as never,
	},
});

const byId = (value: number | string) => ({ __rl: true, mode: 'id', value: String(value) });

/** Runs an operation and gives its records, or throws what the user would see. */
async function records(
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	options: RunOptions = {},
	bench = session(),
): Promise<IDataObject[]> {
	const { items, error } = await runNode(
		bench,
		{ resource, operation, simplify: false, ...parameters },
		options,
	);
	if (error !== undefined) throw error;
	return items.map(({ json }) => json);
}

/** What the user sees when an operation fails. */
async function refusal(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	bench = session(),
) {
	const { error } = await runNode(bench, { resource, operation, ...parameters });
	return `${error?.message ?? 'no error'}\n${error?.description ?? ''}`;
}

/** The requests to a path, sign-in left out. */
const asked = (path: string, method = 'GET'): LoggedRequest[] =>
	control()
		.requests()
		.filter((request) => request.path.endsWith(path) && request.method === method);

const queriesOf = (path: string) => asked(path).map(({ query }) => query);

const secondsOf = (iso: string) => Date.parse(iso) / 1000;

describe('signing in', () => {
	it('logs in once for many items and many runs', async () => {
		const bench = session();
		await records('job', 'get', { jobId: byId(10001) }, { items: [{}, {}, {}] }, bench);
		await records('job', 'get', { jobId: byId(10002) }, {}, bench);
		expect(asked('/auth', 'POST')).toHaveLength(1);
		expect(asked('/job/10001')).toHaveLength(3);
	});

	it('logs in again when the session has ended, also for an upload', async () => {
		const bench = session();
		await records('job', 'get', { jobId: byId(10001) }, {}, bench);
		control().expireTokens();
		await records('job', 'get', { jobId: byId(10001) }, {}, bench);
		expect(asked('/auth', 'POST')).toHaveLength(2);
		control().expireTokens();
		await upload({}, bench);
		expect(asked('/auth', 'POST')).toHaveLength(3);
	});

	it('goes on with a list whose session ends between two pages', async () => {
		control().generate('jobs', 1_100);
		control().fault({ kind: 'status', status: 401, path: '/job', skip: 1 });
		const found = await records('job', 'getAll', { returnAll: true });
		expect(new Set(found.map(({ id }) => id)).size).toBe(control().records('jobs').length);
		expect(asked('/auth', 'POST')).toHaveLength(2);
	});

	it('signs in with a client ID and secret', async () => {
		const bench = client();
		const [job] = await records('job', 'get', { jobId: byId(10001) }, {}, bench);
		expect(job.id).toBe(10001);
		control().expireTokens();
		await records('job', 'get', { jobId: byId(10001) }, {}, bench);
		expect(asked('/oauth2/token', 'POST')).toHaveLength(2);
		expect(asked('/auth', 'POST')).toHaveLength(0);
	});

	it('says what ServiceTrade said about a wrong password, and hides the password', async () => {
		const said = await refusal(
			'job',
			'get',
			{ jobId: byId(10001) },
			session({ password: 'not-the-password' }),
		);
		expect(said).toContain('The username or the password is wrong');
		expect(said).toContain('Check the user name and the password');
		expect(said).not.toContain('not-the-password');
	});

	it('says what to look at when the client is unknown', async () => {
		const said = await refusal(
			'job',
			'get',
			{ jobId: byId(10001) },
			client({ clientSecret: 'not-the-secret' }),
		);
		expect(said).toContain('Check client ID, client secret');
		expect(said).not.toContain('not-the-secret');
	});

	it('does not take a token for a sign-in that was not accepted', async () => {
		control().fault({
			kind: 'status',
			status: 200,
			method: 'POST',
			path: '/auth',
			body: { data: { authenticated: false, authToken: 'token-that-opens-nothing' } },
		});
		expect(await refusal('job', 'get', { jobId: byId(10001) })).toContain(
			'did not accept the sign-in',
		);
		expect(asked('/job/10001')).toHaveLength(0);
	});

	it('never shows the session, not even where ServiceTrade repeats it', async () => {
		const bench = session();
		const [auth] = await records(
			'customRequest',
			'send',
			{ method: 'GET', route: '/auth' },
			{},
			bench,
		);
		expect(auth.authenticated).toBe(true);
		expect(JSON.stringify(auth)).not.toContain(String(bench.credential?.values.sessionToken));
	});
});

describe('job', () => {
	const list = async (filters: INodeParameters = {}, more: INodeParameters = {}) =>
		await records('job', 'getAll', { returnAll: true, filters, ...more });

	it('lists jobs of every status, canceled ones included, each once', async () => {
		const found = await list();
		const all = control().records('jobs');
		expect(found).toHaveLength(all.length);
		expect(new Set(found.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
		expect(queriesOf('/job').map(({ status }) => status)).toEqual(['all', 'canceled']);
	});

	it('asks for no canceled jobs once the limit is reached, and for no larger page than needed', async () => {
		const found = await records('job', 'getAll', { limit: 7 });
		expect(found).toHaveLength(7);
		expect(queriesOf('/job')).toEqual([{ limit: '7', page: '1', status: 'all' }]);
	});

	it('fills what is left of the limit with canceled jobs', async () => {
		const canceled = control()
			.records('jobs')
			.filter(({ status }) => status === 'canceled').length;
		const others = control().records('jobs').length - canceled;
		expect(await records('job', 'getAll', { limit: others + 2 })).toHaveLength(others + 2);
		expect(queriesOf('/job')[1]).toMatchObject({ status: 'canceled', limit: '2' });
	});

	it('asks once for the status that was chosen, or for job numbers', async () => {
		expect((await list({ status: 'new' })).every(({ status }) => status === 'new')).toBe(true);
		expect(queriesOf('/job')).toHaveLength(1);
		const found = await list({ number: '250000,250006' });
		expect(found.map(({ number }) => number).sort()).toEqual([250000, 250006]);
		expect(queriesOf('/job')[1]).toEqual({ limit: '1000', page: '1', number: '250000,250006' });
	});

	it('reads all pages of a long list', async () => {
		control().generate('jobs', 2_300);
		const found = await list({ status: 'all' });
		const meant = control()
			.records('jobs')
			.filter(({ status }) => status !== 'canceled');
		expect(found).toHaveLength(meant.length);
		// Those after the first go several at a time.
		const pages = queriesOf('/job').map(({ page }) => page);
		expect(pages.sort()).toEqual(['1', '2', '3']);
	});

	it('writes filters the way ServiceTrade reads them', async () => {
		await list({
			status: 'all',
			type: ['repair', 'inspection'],
			techIds: [54, 55],
			isInvoiced: false,
			clockedIn: true,
			createdAfter: '2026-10-01T00:00:00Z',
		});
		expect(queriesOf('/job')[0]).toMatchObject({
			type: 'repair,inspection',
			techIds: '54,55',
			isInvoiced: '0',
			ivrStatus: 'open',
			createdAfter: String(secondsOf('2026-10-01T00:00:00Z')),
		});
	});

	it('gives dates as ISO 8601 unless told otherwise, and leaves IDs and amounts alone', async () => {
		const stored = control().records('jobs')[0];
		const [job] = await records('job', 'get', { jobId: byId(10001) });
		expect(job).toMatchObject({ id: 10001, number: 250000 });
		expect(job.created).toBe(new Date((stored.created as number) * 1000).toISOString());
		expect(job.completedOn).toBe(new Date((stored.completedOn as number) * 1000).toISOString());
		const [raw] = await records('job', 'get', {
			jobId: byId(10001),
			options: { isoDates: false },
		});
		expect(raw.created).toBe(stored.created);
	});

	it('keeps the useful part of a record', async () => {
		const [job] = await records('job', 'get', { jobId: byId(10001), simplify: true });
		expect(job).toMatchObject({ id: 10001, number: 250000, customer: { id: 104 } });
		expect(job).not.toHaveProperty('serviceRequests');
	});

	it('creates, changes and cancels a job', async () => {
		const [made] = await records('job', 'create', {
			locationId: byId(1003),
			vendorId: byId(101),
			type: 'repair',
			additionalFields: {
				description: 'A valve drips',
				visibility: ['public', 'customer'],
				ownerId: byId(51),
				budgeted: false,
			},
		});
		expect(asked('/job', 'POST')[0].body).toEqual({
			locationId: 1003,
			vendorId: 101,
			type: 'repair',
			description: 'A valve drips',
			visibility: ['public', 'customer'],
			ownerId: 51,
			budgeted: false,
		});
		expect(made).toMatchObject({ type: 'repair', description: 'A valve drips' });
		const jobId = byId(Number(made.id));
		const [changed] = await records('job', 'update', {
			jobId,
			updateFields: { description: '', customerPo: 'PO-7' },
		});
		expect(asked(`/job/${String(made.id)}`, 'PUT')[0].body).toEqual({
			description: '',
			customerPo: 'PO-7',
		});
		expect(changed.customerPo).toBe('PO-7');
		const [canceled] = await records('job', 'cancel', { jobId });
		expect(canceled.status).toBe('canceled');
	});

	it('passes a record of the other layout on as it came', async () => {
		const layout = {
			job: { id: 10001, customer: 104, created: 1792422000 },
			companies: [{ id: 104 }],
		};
		control().fault({ kind: 'status', status: 200, path: '/job/10001', body: { data: layout } });
		const [job] = await records('job', 'get', {
			jobId: byId(10001),
			simplify: true,
			options: { isoDates: false },
		});
		expect(job).toEqual(layout);
	});

	it('finds the list among the lists of related records', async () => {
		control().fault({
			kind: 'status',
			status: 200,
			path: '/job',
			body: {
				data: {
					companies: [{ id: 104 }],
					jobs: [{ id: 1, customer: 104 }],
					totalPages: 1,
					page: 1,
				},
			},
		});
		expect(await list({ status: 'new' })).toEqual([{ id: 1, customer: 104 }]);
	});
});

describe('appointment', () => {
	const unscheduled = () =>
		control()
			.records('appointments')
			.find(({ status }) => status === 'unscheduled') as IDataObject;

	it('lists appointments of every status, unscheduled ones included', async () => {
		const found = await records('appointment', 'getAll', { returnAll: true });
		expect(found).toHaveLength(control().records('appointments').length);
		expect(found.some(({ status }) => status === 'unscheduled')).toBe(true);
	});

	it('lists only the statuses that were chosen', async () => {
		await records('appointment', 'getAll', {
			filters: { status: ['scheduled', 'no_show'], released: true },
		});
		expect(queriesOf('/appointment')[0]).toMatchObject({
			status: 'scheduled,no_show',
			released: '1',
		});
	});

	it('creates, reads, reschedules and completes an appointment', async () => {
		const [made] = await records('appointment', 'create', {
			jobId: byId(10001),
			additionalFields: {
				windowStart: '2026-12-01T09:00:00',
				windowEnd: '2026-12-01T11:00:00',
				techIds: [54, 55],
				released: false,
			},
		});
		// The workflow's time zone is New York, five hours behind.
		const windowStart = secondsOf('2026-12-01T14:00:00Z');
		expect(asked('/appointment', 'POST')[0].body).toEqual({
			jobId: 10001,
			windowStart,
			windowEnd: windowStart + 7200,
			techIds: [54, 55],
			released: false,
		});
		expect(made.windowStart).toBe('2026-12-01T14:00:00.000Z');
		const appointmentId = byId(Number(made.id));
		expect(await records('appointment', 'get', { appointmentId })).toMatchObject([{ id: made.id }]);
		const [done] = await records('appointment', 'update', {
			appointmentId,
			updateFields: { status: 'completed' },
		});
		expect(done.status).toBe('completed');
	});

	it('adds a service and says how far it got', async () => {
		const appointment = control()
			.records('appointments')
			.find(({ status }) => status === 'scheduled') as IDataObject;
		const service = control().add('serviceRequests', {
			description: 'Look at the riser',
			locationId: control()
				.records('jobs')
				.find(({ id }) => id === appointment.jobId)?.locationId,
			serviceLineId: 1,
			jobId: appointment.jobId,
			status: 'open',
		});
		const parameters = {
			appointmentId: byId(Number(appointment.id)),
			serviceRequestId: byId(Number(service.id)),
		};
		const [added] = await records('appointment', 'addServiceRequest', parameters);
		expect(added).toMatchObject({ id: service.id, completion: 'pending' });
		expect(asked('/servicerequest', 'POST')[0].body).toEqual({ serviceRequestId: service.id });
		const [done] = await records('appointment', 'setCompletion', {
			...parameters,
			completion: 'done',
		});
		expect(done).toMatchObject({ id: service.id, completion: 'done' });
	});

	it('deletes an unscheduled appointment and no other', async () => {
		const { id } = unscheduled();
		expect(await records('appointment', 'delete', { appointmentId: byId(Number(id)) })).toEqual([
			{ deleted: true, appointmentId: id },
		]);
		expect(
			control()
				.records('appointments')
				.some((one) => one.id === id),
		).toBe(false);
		expect(await refusal('appointment', 'delete', { appointmentId: byId(20001) })).toContain(
			'An appointment can only be deleted while it is unscheduled',
		);
	});
});

describe('location', () => {
	it('lists more than the ten that the list gives by itself', async () => {
		const found = await records('location', 'getAll', { returnAll: true });
		expect(found.length).toBeGreaterThan(40);
		expect(queriesOf('/location')[0]).toMatchObject({ limit: '1000' });
	});

	it('creates, reads, lists and changes a location', async () => {
		const [made] = await records('location', 'create', {
			name: 'Quince Street Arcade',
			companyId: byId(104),
			addressStreet: '12 Quince Street',
			addressCity: 'Maplewick',
			addressState: 'OH',
			addressPostalCode: '00011',
			additionalFields: { phoneNumber: '(212) 555-0142', officeIds: [1001], taxable: true },
		});
		expect(asked('/location', 'POST')[0].body).toEqual({
			name: 'Quince Street Arcade',
			companyId: 104,
			addressStreet: '12 Quince Street',
			addressCity: 'Maplewick',
			addressState: 'OH',
			addressPostalCode: '00011',
			phoneNumber: '(212) 555-0142',
			officeIds: [1001],
			taxable: true,
		});
		expect(made).toMatchObject({ address: { city: 'Maplewick' }, company: { id: 104 } });
		const locationId = byId(Number(made.id));
		await records('location', 'update', { locationId, updateFields: { status: 'on_hold' } });
		const [read] = await records('location', 'get', { locationId });
		expect(read).toMatchObject({ id: made.id, status: 'on_hold', phoneNumber: '(212) 555-0142' });
		const named = await records('location', 'getAll', { filters: { name: 'Quince' } });
		expect(named.map(({ id }) => id)).toEqual([made.id]);
	});
});

const FILE = {
	data: {
		data: Buffer.from('A picture of the pump.').toString('base64'),
		fileName: 'pump.txt',
		mimeType: 'text/plain',
	},
};

async function upload(additionalFields: INodeParameters = {}, bench = session()) {
	return await records(
		'attachment',
		'upload',
		{ entityType: 3, entityId: byId(10002), purposeId: 3, uploadedFile: 'data', additionalFields },
		{ binary: FILE },
		bench,
	);
}

describe('attachment', () => {
	it('uploads a file, lists it with the record, changes and deletes it', async () => {
		const [made] = await upload({
			description: 'The pump',
			visibility: ['public', 'customer'],
		});
		expect(made).toMatchObject({
			fileName: 'pump.txt',
			fileType: 'text/plain',
			purposeId: 3,
			description: 'The pump',
			visibility: ['public', 'customer'],
			entity: { id: 10002, type: 3 },
		});
		const listed = await records('attachment', 'getAll', {
			entityType: 3,
			entityId: byId(10002),
			filters: { purposeId: 3, includeRelatedEntities: true },
		});
		expect(listed.map(({ id }) => id)).toEqual([made.id]);
		expect(queriesOf('/attachment')[0]).toEqual({
			entityType: '3',
			entityId: '10002',
			purposeId: '3',
			includeRelatedEntities: '1',
			page: '1',
		});
		const attachmentId = byId(String(made.id));
		const [changed] = await records('attachment', 'update', {
			attachmentId,
			updateFields: { description: 'The old pump' },
		});
		expect(changed.description).toBe('The old pump');
		const [read] = await records('attachment', 'get', { attachmentId });
		expect(read.description).toBe('The old pump');
		await records('attachment', 'delete', { attachmentId });
		expect(await refusal('attachment', 'get', { attachmentId })).toMatch(/not found/i);
	});

	it('reads a list that takes no limit to the page that it says is the last', async () => {
		for (const id of [1, 2]) {
			const data = { attachments: [{ data: { id } }], totalPages: 2, page: id };
			control().fault({ kind: 'status', status: 200, path: '/attachment', body: { data } });
		}
		const parameters = { entityType: 3, entityId: byId(10001), returnAll: true };
		const listed = await records('attachment', 'getAll', parameters);
		expect(listed).toEqual([{ id: 1 }, { id: 2 }]);
		expect(queriesOf('/attachment').map(({ page, limit }) => [page, limit])).toEqual([
			['1', undefined],
			['2', undefined],
		]);
	});

	it('asks for a photo of a document to be made readable', async () => {
		const [made] = await upload({ camdoc: true });
		expect(made.meta).toMatchObject({ camdoc: expect.anything() as unknown });
	});

	it('downloads what was uploaded', async () => {
		const [{ id }] = await upload();
		const { items } = await runNode(session(), {
			resource: 'attachment',
			operation: 'download',
			attachmentId: byId(String(id)),
			fileField: 'picture',
		});
		const [{ json, binary }] = items;
		expect(json).toMatchObject({ id, fileName: 'pump.txt' });
		expect(json.created).toMatch(/T/);
		expect(binary?.picture).toMatchObject({ fileName: 'pump.txt', mimeType: 'text/plain' });
		expect(Buffer.from(binary?.picture.data ?? '', 'base64').toString()).toBe(
			'A picture of the pump.',
		);
	});

	it('takes no sign-in along to the host that keeps the file', async () => {
		const contentUrl = 'https://files.example.com/10_pump.png?signature=abc';
		control().fault({
			kind: 'status',
			status: 200,
			path: '/attachment/40001',
			body: { data: { id: 40001, contentUrl, fileName: 'pump.png', fileType: 'image/png' } },
		});
		let headers: Record<string, unknown> = {};
		nock('https://files.example.com')
			.get('/10_pump.png')
			.query({ signature: 'abc' })
			.reply(function () {
				headers = this.req.headers;
				return [200, 'bytes'];
			});
		const { items, error } = await runNode(session(), {
			resource: 'attachment',
			operation: 'download',
			attachmentId: byId(40001),
		});
		expect(error).toBeUndefined();
		expect(items[0].binary?.data).toMatchObject({ fileName: 'pump.png' });
		expect(Object.keys(headers)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/cookie|authorization/i)]),
		);
	});

	it('says that a record has no file', async () => {
		control().fault({
			kind: 'status',
			status: 200,
			path: '/attachment/40001',
			body: { data: { id: 40001, contentUrl: null } },
		});
		expect(await refusal('attachment', 'download', { attachmentId: byId(40001) })).toContain(
			'Attachment 40001 has no file',
		);
	});

	it('says which file is missing before anything is sent', async () => {
		const said = await refusal('attachment', 'upload', {
			entityType: 3,
			entityId: byId(10002),
			purposeId: 3,
			uploadedFile: 'photo',
		});
		expect(said).toContain('Input Binary Field: the item has no file in a field named "photo"');
		expect(asked('/attachment', 'POST')).toHaveLength(0);
	});
});

describe('errors', () => {
	const create = {
		locationId: byId(1003),
		vendorId: byId(101),
		type: 'repair',
		additionalFields: {},
	};

	const withAnswer = async (status: number, body?: unknown) => {
		control().fault({ kind: 'status', status, method: 'POST', path: '/job', body: body ?? '' });
		return await refusal('job', 'create', create);
	};

	it('shows each reason with the label of its field, lists of texts and plain texts alike', async () => {
		const said = await withAnswer(400, {
			messages: {
				error: ['The job could not be made.'],
				validation: { locationId: ['is unknown', 'is required'], vendorId: 'may not do this' },
			},
		});
		expect(said).toBe(
			[
				'The job could not be made.',
				'Location: is unknown is required',
				'Vendor: may not do this',
				'Correct the fields named here and run it again. Some of them are only accepted together, or belong to another location or job.',
			].join('\n'),
		);
	});

	it.each([
		[400, 'did not accept the values', 'Correct the fields'],
		[403, 'does not allow this user', 'role of the user'],
		[404, 'found no such record', 'Check the ID'],
		[405, 'does not offer this call', 'one more filter'],
		[409, 'state of the record', 'what still refers to it'],
		[500, 'failed while it worked', 'Run it again later'],
	])('speaks for itself when status %d comes without a body', async (status, message, advice) => {
		const [first, ...rest] = (await withAnswer(status)).split('\n');
		expect(first).toContain(message);
		expect(rest.join(' ')).toContain(advice);
	});

	it('gives up with advice when the session is refused again and again', async () => {
		control().fault({ kind: 'status', status: 401, path: '/job/10001', times: 2 });
		const said = await refusal('job', 'get', { jobId: byId(10001) });
		expect(said).toContain('Check the credential');
		expect(asked('/job/10001')).toHaveLength(2);
	});

	it('makes no second job after an answer that was lost', async () => {
		control().fault({ kind: 'dropAfter', method: 'POST', path: '/job' });
		const before = control().records('jobs').length;
		expect(await refusal('job', 'create', create)).toContain('It was not sent again');
		expect(control().records('jobs')).toHaveLength(before + 1);
	});

	it('goes on after one bad item in three where the user wants that', async () => {
		const { items } = await runNode(
			session(),
			{
				resource: 'job',
				operation: 'get',
				jobId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			{
				items: [{ id: 10001 }, { id: 999 }, { id: 10002 }],
				onError: 'continueRegularOutput',
			},
		);
		expect(items.map(({ json, pairedItem }) => [json.id ?? json.error, pairedItem])).toEqual([
			[10001, { item: 0 }],
			[expect.stringContaining('999') as unknown, { item: 1 }],
			[10002, { item: 2 }],
		]);
	});
});

describe('pickers', () => {
	const search = async (
		method: string,
		options: Parameters<typeof searchList>[2] = {},
		bench = session(),
	) => await searchList(bench, method, options);

	it('finds jobs by their number, and shows whose they are', async () => {
		const { results } = await search('searchJob', { filter: '250000' });
		expect(results).toHaveLength(1);
		expect(results[0].value).toBe(10001);
		expect(results[0].name).toMatch(/^#250000, Bluebottle Bakery, .+ \(ID: 10001\)$/);
		expect(queriesOf('/job')[0]).toMatchObject({ number: '250000', status: 'all' });
		await search('searchJob', { filter: 'A-17' });
		expect(queriesOf('/job')[1]).toMatchObject({ refNumber: 'A-17' });
	});

	it('shows the next page', async () => {
		const bench = session();
		const first = await search('searchJob', {}, bench);
		expect(first.results).toHaveLength(50);
		const token = first.paginationToken as string;
		const second = await search('searchJob', { token }, bench);
		expect(second.results.length).toBeGreaterThan(0);
		expect(first.results.map(({ value }) => value)).not.toContain(second.results[0].value);
	});

	it.each([
		['searchCustomer', 'bluebottle', '/company', { name: 'bluebottle', isCustomer: '1' }],
		['searchVendor', 'lantern', '/company', { name: 'lantern', isVendor: '1' }],
		['searchCompany', 'bluebottle', '/company', { name: 'bluebottle' }],
		['searchLocation', 'bluebottle', '/location', { name: 'bluebottle' }],
		['searchContact', 'larkspurne', '/contact', { search: 'larkspurne' }],
		['searchUser', 'hollowell', '/user', { name: 'hollowell' }],
		['searchServiceRequest', 'valve', '/servicerequest', { description: 'valve' }],
		['searchAppointment', 'bluebottle', '/appointment', { locationName: 'bluebottle' }],
	])('%s looks for "%s" on the server', async (method, filter, path, query) => {
		const { results } = await search(method, { filter });
		expect(results.length).toBeGreaterThan(0);
		expect(results[0].name).toMatch(/ \(ID: \d+\)$/);
		expect(queriesOf(path)[0]).toMatchObject(query);
	});

	it('lists the locations of the chosen customer and the services of the chosen job', async () => {
		const { results } = await search('searchLocation', {
			parameters: {
				resource: 'job',
				operation: 'getAll',
				filters: { customerId: byId(104) },
			},
		});
		expect(results).toHaveLength(2);
		await loadOptions(session(), 'listServiceOfJob', {
			resource: 'appointment',
			operation: 'create',
			jobId: byId(10001),
		});
		expect(queriesOf('/servicerequest')[0]).toMatchObject({ jobId: '10001' });
	});

	it('lists the contracts of a customer, and none where no contract fits', async () => {
		const contractsOf = async (customerId: number) =>
			await search('searchContract', {
				parameters: {
					resource: 'job',
					operation: 'create',
					vendorId: byId(101),
					additionalFields: { customerId: byId(customerId) },
				},
			});
		expect((await contractsOf(104)).results.length).toBeGreaterThan(0);
		expect((await contractsOf(1)).results).toEqual([]);
		await expect(search('searchContract')).rejects.toMatchObject({
			description: expect.stringContaining('use By ID') as unknown,
		});
	});

	it('looks among the records of the chosen kind for what a file hangs on', async () => {
		const find = async (entityType: number, filter?: string) =>
			await search('searchEntity', {
				filter,
				parameters: { resource: 'attachment', operation: 'upload', entityType },
			});
		expect((await find(3, '250000')).results[0].value).toBe(10001);
		expect((await find(5, 'bluebottle')).results[0].name).toContain('Bluebottle Bakery');
		await expect(find(9)).rejects.toMatchObject({
			message: 'Records of this entity type cannot be listed',
			description: 'Use By ID.',
		});
	});

	it('lists the files of the job whose ID is typed', async () => {
		expect((await search('searchAttachment')).results).toEqual([]);
		const { results } = await search('searchAttachment', { filter: '10001' });
		expect(results).toContainEqual({ name: 'riser-room.txt, Generic (ID: 40001)', value: 40001 });
		expect(queriesOf('/attachment')).toEqual([{ entityType: '3', entityId: '10001', page: '1' }]);
	});

	it('reads brands of the chosen company and asks for it first', async () => {
		const parameters = { resource: 'location', operation: 'create' };
		await expect(loadOptions(session(), 'listBrand', parameters)).rejects.toThrow(
			'Choose the company first',
		);
		control().fault({
			kind: 'status',
			status: 200,
			path: '/company/104/brand',
			body: {
				data: { totalPages: 1, page: 1, brands: [{ id: 3, name: 'b', displayName: 'Blue' }] },
			},
		});
		expect(
			await loadOptions(session(), 'listBrand', { ...parameters, companyId: byId(104) }),
		).toEqual([{ name: 'Blue (ID: 3)', value: 3 }]);
	});

	it('fills the dropdowns', async () => {
		const list = async (method: string, operation = 'getAll') =>
			await loadOptions(session(), method, { resource: 'job', operation });
		expect(await list('listJobType')).toContainEqual({
			name: 'Service Call',
			value: 'service_call',
		});
		const technicians = await list('listTechnician');
		const meant = control()
			.records('users')
			.filter(
				({ isTech, status, companyId }) => isTech && status === 'active' && companyId === 101,
			);
		expect(technicians.map(({ value }) => value).sort()).toEqual(meant.map(({ id }) => id).sort());
		expect((await list('listOffice')).map(({ value }) => value)).toEqual(
			expect.arrayContaining([1001, 1002]),
		);
		expect((await list('listTerms')).map(({ name }) => name)).toContain('Job Terms (ID: 1)');
		expect((await list('listRegion')).map(({ value }) => value).sort()).toEqual([301, 302]);
		expect((await list('listServiceLine'))[0].name).toMatch(/, .+ \(ID: \d+\)$/);
	});
});

describe('trigger', () => {
	const trigger = (): Bench => ({ ...session(), node: new ServiceTradeTrigger() });

	/** A poller that has looked once, a minute before now by the vendor’s clock. */
	async function begun(event: string, filters: INodeParameters = {}) {
		// Past the stamps of every record that the sandbox starts with.
		control().clock({ advance: 86_400 });
		const poller = pollerOf(trigger(), { event, filters });
		expect(await poller.poll()).toEqual([]);
		control().clock({ advance: 60 });
		control().clearRequests();
		return poller;
	}

	it('hands over each new job once, canceled ones included', async () => {
		const poller = await begun('jobCreated');
		const job = control().add('jobs', { locationId: 1003, vendorId: 101, type: 'repair' });
		const canceled = control().add('jobs', {
			locationId: 1003,
			vendorId: 101,
			type: 'repair',
			status: 'canceled',
		});
		const found = await poller.poll();
		expect(found.map(({ json }) => json.id).sort()).toEqual([job.id, canceled.id].sort());
		expect(found[0].json.eventId).toMatch(/^jobCreated:\d+@\d+$/);
		expect(found[0].json.created).toMatch(/T.+Z$/);
		expect(queriesOf('/job').map(({ status }) => status)).toEqual(['all', 'canceled']);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over a job that changed, also one that was canceled, but no new one', async () => {
		const poller = await begun('jobUpdated');
		control().add('jobs', { locationId: 1003, vendorId: 101, type: 'repair' });
		control().change('jobs', 10001, { customerPo: 'PO-8' });
		control().change('jobs', 10002, { status: 'canceled' });
		expect((await poller.poll()).map(({ json }) => json.id).sort()).toEqual([10001, 10002]);
		expect(await poller.poll()).toEqual([]);
		control().clock({ advance: 30 });
		control().change('jobs', 10001, { customerPo: 'PO-9' });
		expect((await poller.poll()).map(({ json }) => json.customerPo)).toEqual(['PO-9']);
	});

	it('hands over new appointments, unscheduled ones included', async () => {
		const poller = await begun('appointmentCreated');
		const { id } = control().add('appointments', { jobId: 10001, status: 'unscheduled' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([id]);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over appointments that changed, narrowed by the filters', async () => {
		const poller = await begun('appointmentUpdated', { status: ['completed'] });
		const scheduled = control()
			.records('appointments')
			.filter(({ status }) => status === 'scheduled');
		control().change('appointments', scheduled[0].id, { status: 'completed' });
		control().change('appointments', scheduled[1].id, { status: 'no_show' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([scheduled[0].id]);
		expect(queriesOf('/appointment')[0]).toMatchObject({ status: 'completed' });
	});

	it('narrows jobs by what ServiceTrade can filter on', async () => {
		const poller = await begun('jobUpdated', { type: ['repair'], customerId: byId(105) });
		control().change('jobs', 10001, { customerPo: 'PO-8' });
		control().change('jobs', 10002, { customerPo: 'PO-8' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([10002]);
		expect(queriesOf('/job')[0]).toMatchObject({ type: 'repair', customerId: '105' });
	});

	it('shows recent jobs in a manual run and keeps its place', async () => {
		const poller = await begun('jobUpdated');
		const state = JSON.stringify(poller.state);
		control().change('jobs', 10001, { customerPo: 'PO-8' });
		const shown = await poller.poll({ manual: true });
		expect(shown[0].json.id).toBe(10001);
		expect(JSON.stringify(poller.state)).toBe(state);
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([10001]);
	});

	it('signs in with either credential', async () => {
		const poller = pollerOf(
			{ ...client(), node: new ServiceTradeTrigger() },
			{ event: 'jobCreated' },
		);
		expect(await poller.poll()).toEqual([]);
		expect(asked('/oauth2/token', 'POST')).toHaveLength(1);
	});
});
