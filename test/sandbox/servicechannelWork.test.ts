import { channelSandbox, type Listed } from '../support/channelSandbox';

const { control, request, get } = channelSandbox();

describe('work orders', () => {
	const OF_MARM = { SubscriberId: 301, LocationId: 2001, TradeName: 'HVAC' };
	const NEW = {
		ContractInfo: OF_MARM,
		Category: 'REPAIR',
		Priority: 'P2 - 24 Hours',
		Nte: 200,
		CallDate: '2026-03-10T14:00:00Z',
		ProblemSource: 'API',
		Description: 'Warm office',
		ProblemCode: 'No Cooling',
		Status: { Primary: 'Open', Extended: '' },
	};

	test('are made and read', async () => {
		const made = await request('POST', '/workorders', { data: NEW });
		expect(made.status).toBe(201);
		const { data } = await get(`/workorders/${made.data.id}`);
		expect(data).toMatchObject({
			Id: made.data.id,
			Status: { Primary: 'OPEN', Extended: '' },
			Trade: 'HVAC',
			LocationId: 0,
			Location: { Id: 2001 },
			Subscriber: { Id: 301 },
			CallDate: '2026-03-10T14:00:00.000-04:00',
			CallDate_DTO: '2026-03-10T10:00:00.000-04:00',
		});
	});

	test.each([
		['a place of another client', { ContractInfo: { ...OF_MARM, LocationId: 2002 } }, 603],
		['a trade without a contract', { ContractInfo: { ...OF_MARM, TradeName: 'MASONRY' } }, 301],
		['an unknown client', { ContractInfo: { ...OF_MARM, SubscriberId: 9 } }, 401],
		['an unknown priority', { Priority: 'Someday' }, 912],
		['no limit of the price', { Nte: undefined }, 905],
		['no source', { ProblemSource: undefined }, 901],
		['an unknown category', { Category: 'NONE' }, 503],
		['a date that is not ISO', { CallDate: '03/10/2026' }, 503],
		['a status as it is read', { Status: { Primary: 'OPEN', Extended: '' } }, 503],
		['an unknown member', { Nonsense: 1 }, 503],
	])('are not made with %s', async (_case, change, code) => {
		const { status, data } = await request('POST', '/workorders', { data: { ...NEW, ...change } });
		expect([status, data.ErrorCode]).toEqual([400, code]);
	});

	test('change their status by name or number, but not to what can be invoiced', async () => {
		const { id } = (await request('POST', '/workorders', { data: NEW })).data;
		const set = async (Primary: string, Extended: string, more: object = {}) =>
			await request('PUT', `/workorders/${id}/status`, {
				data: { Status: { Primary, Extended }, ...more },
			});
		control().clock({ advance: 60 });
		const before = (await get(`/workorders/${id}`)).data;
		const done = await set('3', 'PENDING CONFIRMATION', { Note: 'All good' });
		expect(done.data).toMatchObject({ id, result: expect.stringContaining('<b>') });
		const after = (await get(`/workorders/${id}`)).data;
		expect(after.Status).toMatchObject({ Primary: 'COMPLETED', Extended: 'PENDING CONFIRMATION' });
		expect(Date.parse(after.UpdatedDate_DTO)).toBeGreaterThan(Date.parse(before.UpdatedDate_DTO));
		expect(after.Notes).toMatchObject({ Last: { NoteData: 'All good' }, Count: { Total: 2 } });
		expect((await set('COMPLETED', '')).data.ErrorCode).toBe(904);
		expect((await set('COMPLETED', 'CONFIRMED')).data.ErrorCode).toBe(904);
		expect((await set('IN PROGRESS', 'ASLEEP')).data.ErrorCode).toBe(904);
		expect((await set('OPEN', 'DECLINED')).data.ErrorCode).toBe(9001);
		const missing = await request('PUT', `/workorders/${id}/status`, {
			data: { Status: { Primary: 'OPEN' } },
		});
		expect(missing.data.ErrorCode).toBe(503);
	});

	test('are accepted and declined', async () => {
		const { id } = (await request('POST', '/workorders', { data: NEW })).data;
		const accepted = await request('PUT', `/workorders/${id}/accept`, { data: {} });
		expect([accepted.status, accepted.data]).toEqual([200, '']);
		expect((await get(`/workorders/${id}`)).data.Status.Extended).toBe('DISPATCH CONFIRMED');
		const declined = await request('PUT', `/workorders/${id}/decline`, {
			data: { DeclineReasonId: 1 },
		});
		expect(declined.status).toBe(200);
		const without = await request('PUT', `/workorders/${id}/decline`, { data: {} });
		expect(without.data.ErrorCode).toBe(9001);
	});

	test('take single fields as text', async () => {
		const path = '/workorders/200000140';
		const nte = await request('PUT', `${path}/nte`, { data: { Value: '321.5' } });
		expect(nte.data).toEqual({ id: 200_000_140 });
		const number = await request('PUT', `${path}/nte`, { data: { Value: 321 } });
		expect(number.status).toBe(400);
		await request('PUT', `${path}/priority`, { data: { Value: 'P1 - 4 Hours' } });
		await request('PUT', `${path}/scheduledate`, { data: { Value: '2026-03-12T09:00:00-04:00' } });
		expect((await get(path)).data).toMatchObject({
			Nte: 321.5,
			Priority: 'P1 - 4 Hours',
			ScheduledDate_DTO: '2026-03-12T09:00:00.000-04:00',
		});
	});

	test('the plain list is bare and pages by number', async () => {
		const first = (await get('/workorders', { pageSize: 3, page: 1, status: 'OPEN' })).data;
		const second = (await get('/workorders', { pageSize: 3, page: 2, status: 'OPEN' })).data;
		expect(first).toHaveLength(3);
		expect(second[0].Id).not.toBe(first[0].Id);
		const repeated = await request('GET', '/workorders?status=OPEN&status=IN PROGRESS');
		expect(new Set(repeated.data.map(({ Status }: Listed) => Status.Primary)).size).toBe(2);
	});

	test('lists of a client', async () => {
		for (const path of ['/workorders/categories', '/priorities', '/worktypes']) {
			const { data } = await get(path, { subscriberId: 301 });
			expect(data.length).toBeGreaterThan(1);
			expect(data[0]).toMatchObject({ Id: expect.any(Number), Name: expect.any(String) });
		}
		const statuses = (await get('/workorders/200000140/statuses')).data;
		expect(statuses.map(({ Name }: Listed) => Name)).toEqual(['OPEN', 'IN PROGRESS', 'COMPLETED']);
	});
});
