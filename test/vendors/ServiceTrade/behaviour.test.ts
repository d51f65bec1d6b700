import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { tradeNode } from '../../support/tradeNode';

const { asked, client, control, queriesOf, records, refusal, session, upload } = tradeNode();

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
