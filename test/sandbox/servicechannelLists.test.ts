import axios from 'axios';

import { channelSandbox, NOW, type Listed } from '../support/channelSandbox';

const { control, logIn, raw, request, get } = channelSandbox();

const DAY_MS = 24 * 3_600_000;

async function find($filter: string, more: Record<string, unknown> = {}): Promise<Listed[]> {
	const { data } = await get('/odata/workorders', { $filter, ...more });
	return data.value;
}

describe('OData lists', () => {
	const OLD = `CallDate ge ${new Date(Date.parse(NOW) - 364 * DAY_MS).toISOString()}`;

	test('ninety days back unasked, a year at most', async () => {
		const count = async (params: Record<string, unknown> = {}) =>
			(await get('/odata/workorders', { $top: 0, $count: true, ...params })).data['@odata.count'];
		const usual = await count();
		const year = await count({ $filter: OLD });
		const ever = await count({ $filter: 'CallDate ge 2000-01-01T00:00:00Z' });
		expect(usual).toBeGreaterThan(50);
		expect(year).toBeGreaterThan(usual);
		expect(ever).toBeLessThan(control().records('workOrders').length);
		// A bound on another date lifts nothing.
		expect(await count({ $filter: 'UpdatedDate ge 2000-01-01T00:00:00Z' })).toBe(usual);
		const { data } = await get('/odata/workorders', { $top: 0, $count: true });
		expect(data.value).toEqual([]);
	});

	test('fifty at a time, more are cut in silence, and a link that the API itself refuses', async () => {
		const cut = (await get('/odata/workorders', { $top: 500, $orderby: 'Id' })).data;
		expect(cut.value).toHaveLength(50);
		const link = new URL(cut['@odata.nextLink']);
		expect(link.protocol).toBe('http:');
		const { data } = await logIn();
		const followed = await axios.get(link.href, {
			headers: { authorization: `Bearer ${data.access_token}` },
			validateStatus: () => true,
		});
		expect(followed.status).toBe(400);
		const asked = (await get('/odata/workorders', { $top: 50 })).data;
		expect(asked).not.toHaveProperty(['@odata.nextLink']);
		expect(asked).not.toHaveProperty(['@odata.count']);
		const whole = (await get('/odata/workorders')).data;
		expect(whole).toHaveProperty(['@odata.nextLink']);
	});

	test('pages by $skip hold every record once', async () => {
		const ids: number[] = [];
		for (let $skip = 0; ; $skip += 50) {
			const { data } = await get('/odata/workorders', {
				$top: 50,
				$skip,
				$orderby: 'UpdatedDate desc,Id',
			});
			ids.push(...data.value.map(({ Id }: Listed) => Id));
			if (data.value.length < 50) break;
		}
		const { data } = await get('/odata/workorders', { $top: 0, $count: true });
		expect(new Set(ids).size).toBe(data['@odata.count']);
		expect(ids).toHaveLength(data['@odata.count']);
	});

	test('filters', async () => {
		const every = (rows: Listed[], test: (row: Listed) => boolean) => {
			expect(rows.length).toBeGreaterThan(0);
			expect(rows.every(test)).toBe(true);
		};
		every(await find("Status/Primary eq 'OPEN'"), ({ Status }) => Status.Primary === 'OPEN');
		every(
			await find("not (Status/Primary eq 'OPEN' or Status/Primary eq 'COMPLETED')"),
			({ Status }) => Status.Primary === 'IN PROGRESS',
		);
		every(await find("contains(Description,'COOLING')"), ({ Description }) =>
			Description.includes('cooling'),
		);
		every(await find("contains(Description,'O''Hara')"), ({ Description }) =>
			Description.includes("O'Hara"),
		);
		every(await find('Provider/Id eq 5001'), ({ Id }) => Id > 0);
		expect(await find('Provider/Id ne 5001')).toEqual([]);
		expect(await find('Id eq 200000140')).toHaveLength(1);
		expect(await find('Id eq 200000140 or Id eq 200000139 and Id eq 1')).toHaveLength(1);
		every(await find('IsInvoiced eq false and ProjectId eq null'), ({ Id }) => Id > 0);
	});

	test('a date comes in two spellings, and the plain one can be sent back as it came', async () => {
		const [last] = await find('Id gt 0', { $orderby: 'UpdatedDate desc', $top: 1 });
		const [stored] = control()
			.records('workOrders')
			.filter(({ Id }) => Id === last.Id)
			.map(({ CallDate }) => String(CallDate));
		expect(last.CallDate).toBe(stored.replace('Z', '-04:00'));
		expect(Date.parse(last.CallDate_DTO)).toBe(Date.parse(stored));
		const again = await find(`UpdatedDate ge ${last.UpdatedDate}`, { $orderby: 'UpdatedDate,Id' });
		expect(again.map(({ Id }) => Id)).toContain(last.Id);
		expect(await find(`UpdatedDate gt ${last.UpdatedDate}`)).toEqual([]);
	});

	test('other records come only when they are asked for', async () => {
		const [bare] = await find('Id eq 200000140');
		expect(bare).not.toHaveProperty('Provider');
		const [row] = await find('Id eq 200000140', {
			$select: 'Id,Number',
			$expand: 'Provider($select=Id,Name),Location',
		});
		expect(Object.keys(row).sort()).toEqual(['Id', 'Location', 'Number', 'Provider']);
		expect(row).toMatchObject({
			Provider: { Id: 5001, Name: 'Tidewater Mechanical' },
			Location: { City: expect.any(String) },
		});
		const single = (await get('/odata/workorders(200000140)', { $select: 'Id' })).data;
		expect(single).toEqual({ '@odata.context': expect.any(String), Id: 200_000_140 });
	});

	test('options in a body stand without their dollar signs', async () => {
		const { data } = await request('POST', '/odata/workorders/filter', {
			data: { Filter: "Status/Primary eq 'OPEN'", Select: 'Id', Top: 2, Count: 'true' },
		});
		expect(data.value).toHaveLength(2);
		expect(data['@odata.count']).toBeGreaterThan(2);
	});

	test('locations and trades of one client', async () => {
		const places = (await get('/odata/locations', { $filter: 'SubscriberId eq 301' })).data.value;
		expect(places).toHaveLength(20);
		const one = await get('/odata/locations', {
			$filter: "SubscriberId eq 301 and (contains(Name,'zzz') or StoreId eq 'MARM-001')",
		});
		expect(one.data.value).toHaveLength(1);
		const trades = (await get('/odata/trades', { $filter: 'SubscriberId eq 302' })).data.value;
		expect(trades.map(({ Name }: Listed) => Name)).toContain('HVAC');
		const users = await get('/odata/users', { $filter: "contains(FullName,'a')", $top: 2 });
		expect(users.data.value).toHaveLength(2);
	});

	test.each([{}, { $orderby: 'CallDate desc,Id desc' }])(
		'a new record comes before the others between two pages, %j',
		async (order) => {
			control().shiftPages('workOrders', 1);
			const first = (await get('/odata/workorders', { $top: 5, ...order })).data.value;
			const second = (await get('/odata/workorders', { $top: 5, $skip: 5, ...order })).data.value;
			expect(second[0].Id).toBe(first[4].Id);
		},
	);

	test('an order follows a change of a record', async () => {
		const newest = async () => (await find('Id gt 0', { $orderby: 'UpdatedDate desc' }))[0].Id;
		expect(await newest()).not.toBe(200_000_100);
		control().change('workOrders', 200_000_100, { Description: 'Changed' });
		expect(await newest()).toBe(200_000_100);
	});

	test('twenty thousand are paged through quickly', async () => {
		control().generate('workOrders', 20_000);
		const headers = { authorization: `Bearer ${(await logIn()).data.access_token}` };
		const started = Date.now();
		for (let page = 0; page < 40; page++) {
			const { data } = await raw('GET', '/odata/workorders', {
				params: { $top: 50, $skip: page * 500, $orderby: 'UpdatedDate desc,Id', $filter: OLD },
				headers,
			});
			expect(data.value).toHaveLength(50);
		}
		expect(Date.now() - started).toBeLessThan(10_000);
	}, 30_000);
});
