import axios, { type AxiosResponse } from 'axios';

import { startSandbox, type Row, type Sandbox, type VendorControl } from '../../sandbox';

const NOW = '2026-03-10T15:00:00.000Z';
const JPM = '/jpm/v2/tenant/4100200300';
const CRM = '/crm/v2/tenant/4100200300';
const DISPATCH = '/dispatch/v2/tenant/4100200300';
const SETTINGS = '/settings/v2/tenant/4100200300';

let sandbox: Sandbox<'ServiceTitan'>;
let control: VendorControl;
let credential: Readonly<Record<string, string>>;
let headers: Record<string, string>;

beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['ServiceTitan'] });
	({ control } = sandbox.vendors.ServiceTitan);
	credential = sandbox.vendors.ServiceTitan.credentials.serviceTitanApi;
});
afterAll(async () => await sandbox.close());
beforeEach(async () => {
	control.reset();
	const { data } = await askForToken(signInForm());
	headers = {
		authorization: `Bearer ${(data as { access_token: string }).access_token}`,
		'st-app-key': credential.appApiKey,
	};
});

function signInForm(changes: Record<string, string> = {}): Record<string, string> {
	return {
		grant_type: 'client_credentials',
		client_id: credential.clientId,
		client_secret: credential.clientSecret,
		...changes,
	};
}

async function askForToken(form: Record<string, string>, asJson = false): Promise<AxiosResponse> {
	return await axios.post(
		`${credential.baseUrl}/connect/token`,
		asJson ? form : new URLSearchParams(form),
		{ validateStatus: () => true },
	);
}

async function call(
	method: string,
	path: string,
	options: { params?: object; data?: unknown; headers?: object } = {},
): Promise<AxiosResponse> {
	return await axios.request({
		method,
		url: credential.baseUrl + path,
		validateStatus: () => true,
		...options,
		headers: { ...headers, ...options.headers },
	});
}

const get = async (path: string, params: object = {}) => await call('GET', path, { params });

async function rows(path: string, params: object = {}): Promise<Row[]> {
	const { status, data } = await get(path, { pageSize: 5000, ...params });
	if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`);
	return (data as { data: Row[] }).data;
}

const idsOf = (records: readonly Row[]) => records.map(({ id }) => id);

const newJob = (changes: Row = {}): Row => ({
	customerId: 1001,
	locationId: 2001,
	businessUnitId: 101,
	jobTypeId: 401,
	priority: 'High',
	campaignId: 201,
	appointments: [
		{ start: '2026-03-12T10:00:00Z', end: '2026-03-12T12:00:00Z', technicianIds: [601, 602] },
	],
	...changes,
});

describe('sign-in', () => {
	it('gives a token for a quarter of an hour', async () => {
		const { status, data } = await askForToken(signInForm());
		expect(status).toBe(200);
		expect(data).toEqual({
			access_token: expect.stringMatching(/\S{20,}/) as string,
			expires_in: 900,
			token_type: 'Bearer',
		});
		expect((await get(`${JPM}/jobs`)).status).toBe(200);
		control.clock({ advance: 890 });
		expect((await get(`${JPM}/jobs`)).status).toBe(200);
		control.clock({ advance: 11 });
		expect((await get(`${JPM}/jobs`)).status).toBe(401);
	});

	it.each([
		['a JSON body', {}, true, 'invalid_request'],
		['a wrong secret', { client_secret: 'guess' }, false, 'invalid_client'],
		['another grant', { grant_type: 'password' }, false, 'unsupported_grant_type'],
		['a scope', { scope: 'all' }, false, 'invalid_request'],
	])('refuses %s', async (_what, changes, asJson, error) => {
		expect(await askForToken(signInForm(changes), asJson)).toMatchObject({
			status: 400,
			data: { error },
		});
	});

	it('wants the token, the app key and the right tenant', async () => {
		const status = async (changes: object, path = `${JPM}/jobs`) =>
			(await call('GET', path, { headers: changes })).status;
		expect(await status({ authorization: 'Bearer made-up' })).toBe(401);
		expect(await status({ authorization: undefined })).toBe(401);
		expect(await status({ 'st-app-key': 'made-up' })).toBe(401);
		expect(await status({}, '/jpm/v2/tenant/1/jobs')).toBe(403);
		control.expireTokens();
		expect(await status({})).toBe(401);
	});
});

describe('strictness', () => {
	it('knows the documented paths and methods only', async () => {
		expect(await get(`${JPM}/gobs`)).toMatchObject({ status: 404, data: { status: 404 } });
		expect((await call('DELETE', `${JPM}/jobs/50001`)).status).toBe(405);
	});

	it('refuses unknown, wrong and unlisted values in a query, field by field', async () => {
		const { status, data } = await get(`${JPM}/jobs`, {
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
		const { status, data } = await get(`${JPM}/jobs?ids=50001&ids=50002`);
		expect([status, data]).toMatchObject([400, { errors: { ids: ['must be string'] } }]);
	});

	it('refuses unknown, missing and wrong members in a body, also deep inside', async () => {
		const { status, data } = await call('POST', `${JPM}/jobs`, {
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
		expect(control.records('jobs')).toHaveLength(120);
	});

	it('refuses what is not JSON', async () => {
		const send = async (data: string, type: string) =>
			(await call('POST', `${JPM}/jobs`, { data, headers: { 'content-type': type } })).status;
		expect(await send('{"customerId":', 'application/json')).toBe(400);
		expect(await send('customerId=1', 'application/x-www-form-urlencoded')).toBe(415);
	});

	it('refuses too many ids, page 0 and pages beyond 5000', async () => {
		const status = async (params: object) => (await get(`${JPM}/jobs`, params)).status;
		const ids = (count: number) => Array.from({ length: count }, (_, i) => 50_001 + i).join(',');
		expect(await status({ ids: ids(50) })).toBe(200);
		expect(await status({ ids: ids(51) })).toBe(400);
		expect(await status({ page: 0 })).toBe(400);
		expect(await status({ pageSize: 5000 })).toBe(200);
		expect(await status({ pageSize: 5001 })).toBe(400);
	});
});

describe('lists', () => {
	it('come in pages of 50, counted only when asked', async () => {
		const first = (await get(`${JPM}/jobs`)).data as Row;
		expect(first).toMatchObject({ page: 1, pageSize: 50, hasMore: true, totalCount: null });
		const seen = idsOf(first.data as Row[]);
		const third = (await get(`${JPM}/jobs`, { page: 3, includeTotal: true })).data as Row;
		expect(third).toMatchObject({ page: 3, hasMore: false, totalCount: 120 });
		expect(third.data).toHaveLength(20);
		expect(seen).not.toContain(idsOf(third.data as Row[])[0]);
		expect((await get(`${JPM}/jobs`, { page: 9 })).data).toMatchObject({
			hasMore: false,
			data: [],
		});
		// A page that ends exactly with the last record is the last.
		const exact = { pageSize: 60, page: 2, customerId: undefined };
		expect((await get(`${JPM}/jobs`, exact)).data).toMatchObject({ hasMore: false });
	});

	it('know total and more with filters, too', async () => {
		const params = { customerId: 1001, pageSize: 2 };
		expect((await get(`${JPM}/jobs`, { ...params, includeTotal: true })).data).toMatchObject({
			hasMore: true,
			totalCount: 3,
		});
		expect((await get(`${JPM}/jobs`, { ...params, page: 2 })).data).toMatchObject({
			hasMore: false,
			totalCount: null,
			data: [{ customerId: 1001 }],
		});
	});

	it('say no more where a filtered page ends with the last match', async () => {
		const params = { customerId: 1001, pageSize: 3 };
		expect((await get(`${JPM}/jobs`, params)).data).toMatchObject({ hasMore: false });
		expect((await get(`${JPM}/jobs`, { ...params, pageSize: 2 })).data).toMatchObject({
			hasMore: true,
		});
	});

	it('sort by the documented fields, refusing a bare plus', async () => {
		const modified = (await rows(`${JPM}/jobs`, { sort: '-ModifiedOn' })).map((row) =>
			String(row.modifiedOn),
		);
		expect(modified).toEqual([...modified].sort().reverse());
		const ascending = await rows(`${JPM}/jobs`, { sort: '+CreatedOn' });
		expect(String(ascending[0].createdOn) <= String(ascending[119].createdOn)).toBe(true);
		expect((await call('GET', `${JPM}/jobs?sort=+Id`)).status).toBe(400);
		expect((await get(`${JPM}/jobs`, { sort: '-Summary' })).status).toBe(400);
		const types = await rows(`${JPM}/job-types`, { orderBy: 'id', orderByDirection: 'desc' });
		expect(types[0].id).toBe(407);
	});

	it('take a date from inclusive and before exclusive', async () => {
		control.add('jobs', { id: 1, modifiedOn: '2031-01-01T00:00:00Z' });
		control.add('jobs', { id: 2, modifiedOn: '2031-01-02T00:00:00Z' });
		const between = async (from: string, until: string) =>
			idsOf(await rows(`${JPM}/jobs`, { modifiedOnOrAfter: from, modifiedBefore: until }));
		expect(await between('2031-01-01T00:00:00Z', '2031-01-02T00:00:00Z')).toEqual([1]);
		expect(await between('2031-01-01T00:00:00.001Z', '2031-01-02T00:00:01Z')).toEqual([2]);
		expect(await between('2031-01-02T02:00:00+02:00', '2032-01-01T00:00:00Z')).toEqual([2]);
	});

	it.each([
		[`${CRM}/customers`, 38, 2],
		[`${CRM}/locations`, 59, 1],
		[`${JPM}/job-types`, 7, 1],
		[`${SETTINGS}/technicians`, 11, 1],
		[`${SETTINGS}/business-units`, 4, 1],
		[`${SETTINGS}/tag-types`, 7, 1],
		['/marketing/v2/tenant/4100200300/campaigns', 5, 1],
	])('leave inactive records of %s out unasked', async (path, active, inactive) => {
		expect(await rows(path)).toHaveLength(active);
		expect(await rows(path, { active: 'True' })).toHaveLength(active);
		expect(await rows(path, { active: 'False' })).toHaveLength(inactive);
		expect(await rows(path, { active: 'Any' })).toHaveLength(active + inactive);
		expect((await get(path, { active: 'true' })).status).toBe(400);
	});

	it('give all reasons unasked, unlike the rest', async () => {
		expect(await rows(`${JPM}/job-cancel-reasons`)).toHaveLength(5);
		expect(await rows(`${JPM}/job-cancel-reasons`, { active: 'True' })).toHaveLength(4);
		expect(await rows(`${JPM}/job-hold-reasons`)).toHaveLength(4);
	});

	it('find customers by name, place and telephone', async () => {
		const [{ name, address, id }] = await rows(`${CRM}/customers`, { ids: '1004' });
		expect(idsOf(await rows(`${CRM}/customers`, { name: String(name).toLowerCase() }))).toEqual([
			id,
		]);
		expect(idsOf(await rows(`${CRM}/customers`, { street: (address as Row).street }))).toEqual([
			id,
		]);
		expect(idsOf(await rows(`${CRM}/customers`, { phone: '555-0103' }))).toEqual([id]);
		expect(await rows(`${CRM}/customers`, { name: 'nobody at all' })).toEqual([]);
	});

	it('find jobs through their appointments and technicians', async () => {
		const { data: job } = await call('POST', `${JPM}/jobs`, { data: newJob() });
		const { id, jobNumber, firstAppointmentId } = job as Row;
		const start = { appointmentStartsOnOrAfter: '2026-03-12T10:00:00Z' };
		expect(
			idsOf(
				await rows(`${JPM}/jobs`, { ...start, appointmentStartsBefore: '2026-03-12T10:00:01Z' }),
			),
		).toEqual([id]);
		expect(idsOf(await rows(`${JPM}/jobs`, { technicianId: 602, customerId: 1001 }))).toContain(id);
		expect(idsOf(await rows(`${JPM}/jobs`, { technicianId: 603, customerId: 1001 }))).not.toContain(
			id,
		);
		expect(idsOf(await rows(`${JPM}/jobs`, { number: jobNumber }))).toEqual([id]);
		expect(idsOf(await rows(`${JPM}/appointments`, { technicianId: 602, jobId: id }))).toEqual([
			firstAppointmentId,
		]);
	});
});

describe('customers and locations', () => {
	const place = {
		street: '9 Teapot Row',
		city: 'Maplewick',
		state: 'OH',
		zip: '00011',
		country: 'USA',
	};

	it('are created together and read back', async () => {
		const { status, data } = await call('POST', `${CRM}/customers`, {
			data: {
				name: 'Wendeline Truffleby',
				address: place,
				locations: [
					{ name: 'Home', address: place, contacts: [{ type: 'Email', value: 'w@example.com' }] },
				],
				contacts: [{ type: 'Phone', value: '(212) 555-0177' }],
				customFields: [{ typeId: 1, value: '4711' }],
			},
		});
		expect(status).toBe(200);
		const { id, locations } = data as { id: number; locations: Row[] };
		expect(data).toMatchObject({
			id: 1041,
			type: 'Residential',
			active: true,
			customFields: [{ typeId: 1, name: 'Gate code', value: '4711' }],
			contacts: [{ type: 'Phone' }],
			locations: [{ customerId: id, name: 'Home', contacts: [{ type: 'Email' }] }],
		});
		expect(JSON.stringify(data)).not.toContain('unshown');
		expect((await get(`${CRM}/customers/${id}`)).data).toMatchObject({
			name: 'Wendeline Truffleby',
		});
		expect((await get(`${CRM}/locations/${String(locations[0].id)}`)).data).toMatchObject({
			name: 'Home',
		});
		expect(await rows(`${CRM}/customers`, { phone: '5550177' })).toHaveLength(1);
		expect(await rows(`${CRM}/customers/${id}/contacts`)).toMatchObject([
			{ value: '(212) 555-0177' },
		]);
	});

	it('need an address, a location and a name that is not too long', async () => {
		const { data } = await call('POST', `${CRM}/customers`, { data: { name: 'x'.repeat(151) } });
		expect(Object.keys((data as { errors: object }).errors).sort()).toEqual([
			'address',
			'locations',
			'name',
		]);
		const empty = { name: 'Nobody', address: place, locations: [] };
		expect((await call('POST', `${CRM}/customers`, { data: empty })).status).toBe(400);
		const lost = { name: 'Lost', address: place, customerId: 5 };
		expect((await call('POST', `${CRM}/locations`, { data: lost })).status).toBe(400);
	});

	it('change by what is sent alone', async () => {
		const before = (await get(`${CRM}/customers/1001`)).data as Row;
		const { status, data } = await call('PATCH', `${CRM}/customers/1001`, {
			data: { doNotMail: true, tagTypeIds: [] },
		});
		expect(status).toBe(200);
		expect(data).toEqual({
			...before,
			doNotMail: true,
			tagTypeIds: [],
			modifiedOn: expect.stringMatching(/^2026-03-10T15:00/) as string,
		});
	});

	it('answer 404 for one that is not there', async () => {
		expect(await get(`${CRM}/customers/99`)).toMatchObject({
			status: 404,
			data: { status: 404, title: 'Customer 99 was not found', errors: {} },
		});
	});
});

describe('jobs', () => {
	it('are booked with their appointments and technicians', async () => {
		const { status, data } = await call('POST', `${JPM}/jobs`, { data: newJob() });
		expect(status).toBe(200);
		expect(data).toMatchObject({
			id: 50_121,
			jobNumber: '50121',
			jobStatus: 'Scheduled',
			appointmentCount: 1,
			firstAppointmentId: 70_151,
			createdOn: expect.stringMatching(/^2026-03-10T15:00/) as string,
		});
		expect((await get(`${JPM}/appointments/70151`)).data).toMatchObject({
			jobId: 50_121,
			appointmentNumber: '50121-1',
			status: 'Scheduled',
		});
		const assigned = await rows(`${DISPATCH}/appointment-assignments`, { appointmentIds: '70151' });
		expect(assigned.map(({ technicianId }) => technicianId)).toEqual([601, 602]);
	});

	it.each([
		['an unknown customer', { customerId: 7 }, 'customerId'],
		["another customer's location", { locationId: 2002 }, 'locationId'],
		['no appointment', { appointments: [] }, 'appointments'],
		[
			'an appointment that ends before it starts',
			{ appointments: [{ start: '2026-03-12T10:00:00Z', end: '2026-03-12T09:00:00Z' }] },
			'appointments[0].end',
		],
		[
			'an inactive technician',
			{
				appointments: [
					{ start: '2026-03-12T10:00:00Z', end: '2026-03-12T11:00:00Z', technicianIds: [612] },
				],
			},
			'appointments[0].technicianIds',
		],
	])('are refused with %s, leaving nothing behind', async (_what, changes, field) => {
		const { status, data } = await call('POST', `${JPM}/jobs`, { data: newJob(changes) });
		expect(status).toBe(400);
		expect(Object.keys((data as { errors: object }).errors)).toEqual([field]);
		expect(control.records('jobs')).toHaveLength(120);
		expect(control.records('appointments')).toHaveLength(150);
	});

	it('are canceled once, with a reason, and restored', async () => {
		const { data: job } = await call('POST', `${JPM}/jobs`, { data: newJob() });
		const path = `${JPM}/jobs/${String((job as Row).id)}`;
		const cancel = async (data: object) => await call('PUT', `${path}/cancel`, { data });
		expect((await cancel({ reasonId: 451 })).status).toBe(400);
		expect((await cancel({ reasonId: 999, memo: 'Rang off' })).status).toBe(400);
		const done = await cancel({ reasonId: 451, memo: 'Rang off' });
		expect([done.status, done.data]).toEqual([200, '']);
		expect((await get(path)).data).toMatchObject({ jobStatus: 'Canceled' });
		expect((await get(`${JPM}/appointments/70151`)).data).toMatchObject({ status: 'Canceled' });
		expect((await cancel({ reasonId: 451, memo: 'Again' })).status).toBe(400);
		expect((await get(`${JPM}/jobs/cancel-reasons`, { ids: '50121' })).data).toMatchObject({
			data: [{ jobId: 50_121, reasonId: 451, name: 'Customer changed plans', text: 'Rang off' }],
		});
		expect((await get(`${JPM}/jobs/cancel-reasons`)).status).toBe(400);

		expect((await call('PUT', `${path}/remove-cancellation`)).status).toBe(200);
		expect((await get(path)).data).toMatchObject({ jobStatus: 'Scheduled' });
	});

	it('are put on hold and completed', async () => {
		const { data: job } = await call('POST', `${JPM}/jobs`, { data: newJob() });
		const path = `${JPM}/jobs/${String((job as Row).id)}`;
		const hold = { reasonId: 471, memo: 'Pump on order' };
		expect((await call('PUT', `${path}/hold`, { data: hold })).status).toBe(200);
		expect((await get(path)).data).toMatchObject({ jobStatus: 'Hold' });
		const complete = async () =>
			await call('PUT', `${path}/complete`, { data: { completedOn: '2026-03-12T12:00:00Z' } });
		expect((await complete()).status).toBe(200);
		expect((await get(path)).data).toMatchObject({
			jobStatus: 'Completed',
			completedOn: '2026-03-12T12:00:00Z',
		});
		expect((await complete()).status).toBe(409);
	});

	it('show external data only to those who name its application', async () => {
		const guid = '0b8f3d0e-0000-4000-8000-5a4d0b0c0001';
		const external = (pairs: Row[], patchMode?: string) => ({
			externalData: { applicationGuid: guid, externalData: pairs, patchMode },
		});
		const { data: job } = await call('POST', `${JPM}/jobs`, {
			data: newJob(external([{ key: 'order', value: 'A1' }])),
		});
		const path = `${JPM}/jobs/${String((job as Row).id)}`;
		const pairs = async () =>
			((await get(path, { externalDataApplicationGuid: guid })).data as Row).externalData;
		expect((await get(path)).data).toMatchObject({ externalData: [] });
		expect(await pairs()).toEqual([{ key: 'order', value: 'A1' }]);
		await call('PATCH', path, { data: external([{ key: 'crew', value: 'B' }], 'Merge') });
		expect(await pairs()).toEqual([
			{ key: 'order', value: 'A1' },
			{ key: 'crew', value: 'B' },
		]);
		await call('PATCH', path, { data: external([{ key: 'crew', value: 'C' }]) });
		expect(await pairs()).toEqual([{ key: 'crew', value: 'C' }]);
		const find = { externalDataApplicationGuid: guid, externalDataKey: 'crew' };
		expect(await rows(`${JPM}/jobs`, { ...find, externalDataValues: 'C,D' })).toHaveLength(1);
		expect(await rows(`${JPM}/jobs`, { ...find, externalDataValues: 'D' })).toHaveLength(0);
	});

	it('take notes, which have no id', async () => {
		const path = `${JPM}/jobs/50002/notes`;
		expect((await call('POST', path, { data: {} })).status).toBe(400);
		const { data } = await call('POST', path, {
			data: { text: 'Beware of the goose', pinToTop: true },
		});
		expect(data).toMatchObject({ text: 'Beware of the goose', isPinned: true });
		expect(data).not.toHaveProperty('id');
		expect(await rows(path)).toEqual([data]);
		expect(await rows(`${JPM}/jobs/50003/notes`)).toEqual([]);
		expect((await get(`${JPM}/jobs/5/notes`)).status).toBe(404);
	});
});

describe('appointments', () => {
	let jobId: number;
	let appointmentId: number;
	beforeEach(async () => {
		const { data } = await call('POST', `${JPM}/jobs`, { data: newJob() });
		jobId = (data as { id: number }).id;
		appointmentId = (data as { firstAppointmentId: number }).firstAppointmentId;
	});

	const second = { start: '2026-03-13T10:00:00Z', end: '2026-03-13T11:00:00Z' };

	it('are added, and deleted unless it is the last', async () => {
		const { status, data } = await call('POST', `${JPM}/appointments`, {
			data: { jobId, ...second },
		});
		expect([status, (data as Row).appointmentNumber]).toEqual([200, `${jobId}-2`]);
		expect((await get(`${JPM}/jobs/${jobId}`)).data).toMatchObject({
			appointmentCount: 2,
			firstAppointmentId: appointmentId,
			lastAppointmentId: (data as Row).id,
		});
		expect((await call('DELETE', `${JPM}/appointments/${appointmentId}`)).status).toBe(200);
		expect((await get(`${JPM}/appointments/${appointmentId}`)).status).toBe(404);
		expect(await rows(`${DISPATCH}/appointment-assignments`, { jobId })).toEqual([]);
		expect((await call('DELETE', `${JPM}/appointments/${String((data as Row).id)}`)).status).toBe(
			409,
		);
	});

	it('are not added to a canceled job', async () => {
		await call('PUT', `${JPM}/jobs/${jobId}/cancel`, { data: { reasonId: 451, memo: 'No' } });
		const { status } = await call('POST', `${JPM}/appointments`, { data: { jobId, ...second } });
		expect(status).toBe(409);
		const move = await call('PATCH', `${JPM}/appointments/${appointmentId}/reschedule`, {
			data: second,
		});
		expect(move.status).toBe(409);
	});

	it('are rescheduled by what is sent, within reason', async () => {
		const path = `${JPM}/appointments/${appointmentId}/reschedule`;
		const { status, data } = await call('PATCH', path, { data: { end: '2026-03-12T14:00:00Z' } });
		expect(status).toBe(200);
		expect(data).toMatchObject({ start: '2026-03-12T10:00:00Z', end: '2026-03-12T14:00:00Z' });
		expect((await call('PATCH', path, { data: { start: '2026-03-12T15:00:00Z' } })).status).toBe(
			400,
		);
	});

	it('have technicians assigned once and unassigned once', async () => {
		const change = async (action: string, ...technicianIds: number[]) =>
			(
				await call('POST', `${DISPATCH}/appointment-assignments/${action}`, {
					data: { jobAppointmentId: appointmentId, technicianIds },
				})
			).status;
		const working = async () =>
			(await rows(`${DISPATCH}/appointment-assignments`, { jobId })).map((row) => row.technicianId);
		expect(await change('assign-technicians', 601)).toBe(409);
		expect(await change('assign-technicians', 603)).toBe(200);
		expect(await working()).toEqual([601, 602, 603]);
		expect(await change('unassign-technicians', 601, 602)).toBe(200);
		expect(await change('unassign-technicians', 601)).toBe(400);
		expect(await working()).toEqual([603]);
		expect(await change('assign-technicians', 601)).toBe(200);
		expect(await working()).toEqual([603, 601]);
		expect(await change('assign-technicians', 999)).toBe(400);
	});
});

describe('export feeds', () => {
	interface Feed {
		hasMore: boolean;
		continueFrom: string;
		data: Row[];
	}
	const feed = async (name: string, params: object = {}) => (await get(name, params)).data as Feed;

	it('hand everything out once, page by page, by the time of change', async () => {
		const first = await feed(`${JPM}/export/jobs`);
		expect(first.hasMore).toBe(true);
		const rest = await feed(`${JPM}/export/jobs`, { from: first.continueFrom });
		expect(rest.hasMore).toBe(false);
		const all = [...first.data, ...rest.data];
		expect(new Set(idsOf(all)).size).toBe(120);
		expect(all).toHaveLength(120);
		const times = all.map(({ modifiedOn }) => String(modifiedOn));
		expect(times).toEqual([...times].sort());
		expect(all[0].active).toBe(true);
	});

	it('go on from the last token, which is there even when nothing is new', async () => {
		const first = await feed(`${CRM}/export/customers`);
		expect(first.data).toHaveLength(40);
		const idle = await feed(`${CRM}/export/customers`, { from: first.continueFrom });
		expect(idle).toEqual({ hasMore: false, continueFrom: first.continueFrom, data: [] });
		await call('PATCH', `${CRM}/customers/1002`, { data: { doNotService: true } });
		const news = await feed(`${CRM}/export/customers`, { from: first.continueFrom });
		expect(news.data).toMatchObject([{ id: 1002, doNotService: true }]);
		expect(news.continueFrom).not.toBe(first.continueFrom);
	});

	it('repeat a record where recent changes are asked for', async () => {
		const first = await feed(`${CRM}/export/customers`);
		const again = await feed(`${CRM}/export/customers`, {
			from: first.continueFrom,
			includeRecentChanges: true,
		});
		expect(idsOf(again.data)).toEqual([first.data.at(-1)?.id]);
	});

	it('begin at a date, and refuse a made-up token', async () => {
		const { data } = await feed(`${JPM}/export/jobs`, { from: '2026-03-10' });
		expect(data.length).toBeGreaterThan(0);
		expect(data.length).toBeLessThan(100);
		expect(data.every(({ modifiedOn }) => String(modifiedOn) >= '2026-03-10')).toBe(true);
		expect((await get(`${JPM}/export/jobs`, { from: 'nonsense' })).status).toBe(400);
	});

	it('hold deleted appointments as inactive', async () => {
		const [appointment] = await rows(`${JPM}/appointments`, { status: 'Scheduled' });
		await call('POST', `${JPM}/appointments`, {
			data: {
				jobId: appointment.jobId,
				start: '2026-03-20T10:00:00Z',
				end: '2026-03-20T11:00:00Z',
			},
		});
		await call('DELETE', `${JPM}/appointments/${String(appointment.id)}`);
		const { data } = await feed(`${JPM}/export/appointments`, { from: '2026-03-10T14:59:00Z' });
		expect(data.find(({ id }) => id === appointment.id)).toMatchObject({ active: false });
	});
});

it('pages 20,000 jobs without trouble', async () => {
	control.generate('jobs', 20_000);
	const seen = new Set<unknown>();
	let page = 1;
	for (let more = true; more; page++) {
		const { data } = await get(`${JPM}/jobs`, { page, pageSize: 1000 });
		for (const id of idsOf((data as { data: Row[] }).data)) seen.add(id);
		more = (data as { hasMore: boolean }).hasMore;
	}
	expect(seen.size).toBe(20_120);
	expect(page).toBe(22);
});
