import type { Row } from '../../sandbox';
import { idsOf, newJob, startTitan, type Titan } from '../support/titan';

const JPM = 'jpm/v2';
const CRM = 'crm/v2';
const SETTINGS = 'settings/v2';

let titan: Titan;
beforeAll(async () => {
	titan = await startTitan();
});
afterAll(async () => await titan.close());
beforeEach(async () => await titan.reset());

describe('lists', () => {
	it('come in pages of 50, counted only when asked', async () => {
		const first = (await titan.get(`${JPM}/jobs`)).data as Row;
		expect(first).toMatchObject({ page: 1, pageSize: 50, hasMore: true, totalCount: null });
		const seen = idsOf(first.data as Row[]);
		const third = (await titan.get(`${JPM}/jobs`, { page: 3, includeTotal: true })).data as Row;
		expect(third).toMatchObject({ page: 3, hasMore: false, totalCount: 120 });
		expect(third.data).toHaveLength(20);
		expect(seen).not.toContain(idsOf(third.data as Row[])[0]);
		expect((await titan.get(`${JPM}/jobs`, { page: 9 })).data).toMatchObject({
			hasMore: false,
			data: [],
		});
		// A page that ends exactly with the last record is the last.
		const exact = { pageSize: 60, page: 2, customerId: undefined };
		expect((await titan.get(`${JPM}/jobs`, exact)).data).toMatchObject({ hasMore: false });
	});

	it('know total and more with filters, too', async () => {
		const params = { customerId: 1001, pageSize: 2 };
		expect((await titan.get(`${JPM}/jobs`, { ...params, includeTotal: true })).data).toMatchObject({
			hasMore: true,
			totalCount: 3,
		});
		expect((await titan.get(`${JPM}/jobs`, { ...params, page: 2 })).data).toMatchObject({
			hasMore: false,
			totalCount: null,
			data: [{ customerId: 1001 }],
		});
	});

	it('say no more where a filtered page ends with the last match', async () => {
		const params = { customerId: 1001, pageSize: 3 };
		expect((await titan.get(`${JPM}/jobs`, params)).data).toMatchObject({ hasMore: false });
		expect((await titan.get(`${JPM}/jobs`, { ...params, pageSize: 2 })).data).toMatchObject({
			hasMore: true,
		});
	});

	it('sort by the documented fields, refusing a bare plus', async () => {
		const modified = (await titan.rows(`${JPM}/jobs`, { sort: '-ModifiedOn' })).map((row) =>
			String(row.modifiedOn),
		);
		expect(modified).toEqual([...modified].sort().reverse());
		const ascending = await titan.rows(`${JPM}/jobs`, { sort: '+CreatedOn' });
		expect(String(ascending[0].createdOn) <= String(ascending[119].createdOn)).toBe(true);
		expect((await titan.call('GET', `${JPM}/jobs?sort=+Id`)).status).toBe(400);
		expect((await titan.get(`${JPM}/jobs`, { sort: '-Summary' })).status).toBe(400);
		const types = await titan.rows(`${JPM}/job-types`, { orderBy: 'id', orderByDirection: 'desc' });
		expect(types[0].id).toBe(407);
	});

	it('take a date from inclusive and before exclusive', async () => {
		titan.control.add('jobs', { id: 1, modifiedOn: '2031-01-01T00:00:00Z' });
		titan.control.add('jobs', { id: 2, modifiedOn: '2031-01-02T00:00:00Z' });
		const between = async (from: string, until: string) =>
			idsOf(await titan.rows(`${JPM}/jobs`, { modifiedOnOrAfter: from, modifiedBefore: until }));
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
		['marketing/v2/campaigns', 5, 1],
	])('leave inactive records of %s out unasked', async (path, active, inactive) => {
		expect(await titan.rows(path)).toHaveLength(active);
		expect(await titan.rows(path, { active: 'True' })).toHaveLength(active);
		expect(await titan.rows(path, { active: 'False' })).toHaveLength(inactive);
		expect(await titan.rows(path, { active: 'Any' })).toHaveLength(active + inactive);
		expect((await titan.get(path, { active: 'true' })).status).toBe(400);
	});

	it('give all reasons unasked, unlike the rest', async () => {
		expect(await titan.rows(`${JPM}/job-cancel-reasons`)).toHaveLength(5);
		expect(await titan.rows(`${JPM}/job-cancel-reasons`, { active: 'True' })).toHaveLength(4);
		expect(await titan.rows(`${JPM}/job-hold-reasons`)).toHaveLength(4);
	});

	it('find customers by name, place and telephone', async () => {
		const [{ name, address, id }] = await titan.rows(`${CRM}/customers`, { ids: '1004' });
		expect(
			idsOf(await titan.rows(`${CRM}/customers`, { name: String(name).toLowerCase() })),
		).toEqual([id]);
		expect(
			idsOf(await titan.rows(`${CRM}/customers`, { street: (address as Row).street })),
		).toEqual([id]);
		expect(idsOf(await titan.rows(`${CRM}/customers`, { phone: '555-0103' }))).toEqual([id]);
		expect(await titan.rows(`${CRM}/customers`, { name: 'nobody at all' })).toEqual([]);
	});

	it('find jobs through their appointments and technicians', async () => {
		const { data: job } = await titan.call('POST', `${JPM}/jobs`, { data: newJob() });
		const { id, jobNumber, firstAppointmentId } = job as Row;
		const start = { appointmentStartsOnOrAfter: '2026-03-12T10:00:00Z' };
		expect(
			idsOf(
				await titan.rows(`${JPM}/jobs`, {
					...start,
					appointmentStartsBefore: '2026-03-12T10:00:01Z',
				}),
			),
		).toEqual([id]);
		expect(
			idsOf(await titan.rows(`${JPM}/jobs`, { technicianId: 602, customerId: 1001 })),
		).toContain(id);
		expect(
			idsOf(await titan.rows(`${JPM}/jobs`, { technicianId: 603, customerId: 1001 })),
		).not.toContain(id);
		expect(idsOf(await titan.rows(`${JPM}/jobs`, { number: jobNumber }))).toEqual([id]);
		expect(
			idsOf(await titan.rows(`${JPM}/appointments`, { technicianId: 602, jobId: id })),
		).toEqual([firstAppointmentId]);
	});
});

describe('export feeds', () => {
	interface Feed {
		hasMore: boolean;
		continueFrom: string;
		data: Row[];
	}
	const feed = async (name: string, params: object = {}) =>
		(await titan.get(name, params)).data as Feed;

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
		await titan.call('PATCH', `${CRM}/customers/1002`, { data: { doNotService: true } });
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
		expect((await titan.get(`${JPM}/export/jobs`, { from: 'nonsense' })).status).toBe(400);
	});

	it('hold deleted appointments as inactive', async () => {
		const [appointment] = await titan.rows(`${JPM}/appointments`, { status: 'Scheduled' });
		await titan.call('POST', `${JPM}/appointments`, {
			data: {
				jobId: appointment.jobId,
				start: '2026-03-20T10:00:00Z',
				end: '2026-03-20T11:00:00Z',
			},
		});
		await titan.call('DELETE', `${JPM}/appointments/${String(appointment.id)}`);
		const { data } = await feed(`${JPM}/export/appointments`, { from: '2026-03-10T14:59:00Z' });
		expect(data.find(({ id }) => id === appointment.id)).toMatchObject({ active: false });
	});
});

it('pages 20,000 jobs without trouble', async () => {
	titan.control.generate('jobs', 20_000);
	const seen = new Set<unknown>();
	let page = 1;
	for (let more = true; more; page++) {
		const { data } = await titan.get(`${JPM}/jobs`, { page, pageSize: 1000 });
		for (const id of idsOf((data as { data: Row[] }).data)) seen.add(id);
		more = (data as { hasMore: boolean }).hasMore;
	}
	expect(seen.size).toBe(20_120);
	expect(page).toBe(22);
});
