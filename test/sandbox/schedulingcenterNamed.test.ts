import type { Row } from '../../sandbox';
import { centerSandbox, rowsOf } from '../support/centerSandbox';
import contract from '../vendors/SchedulingCenter/contract.json';

const { control, call, get, send } = centerSandbox();

const status = async (method: string, path: string, data?: object, params?: object) =>
	(await call(method, path, { data, params })).status;

describe('every endpoint of the contract', () => {
	const named = contract.endpoints.map(({ method, path }) => `${method} ${path}`);

	it.each(named)('%s is there', async (route) => {
		const [method, path] = route.split(' ');
		const { status: answered } = await call(method, path.replace(/\{[^}]+\}/g, '1'), {
			data: method === 'GET' ? undefined : {},
		});
		expect([200, 201, 204, 400, 404]).toContain(answered);
	});

	it.each(
		contract.endpoints.filter(
			({ method, path, params }) =>
				method === 'GET' && !path.includes('{') && 'page' in params && path !== '/lineItems',
		),
	)('GET $path has rows, and each can be read where reading is named', async ({ path }) => {
		if (path === '/schedules') return;
		const body = await get(path, { limit: 100 });
		const list = rowsOf(body[path.slice(1)]);
		expect(list.length).toBeGreaterThan(0);
		expect(body.total).toBe(list.length);
		const { status: answered } = await call('GET', `${path}/${String(list[0].id)}`);
		const isNamed = contract.endpoints.some((one) => one.path === `${path}/{id}`);
		if (isNamed) expect([path, answered]).toEqual([path, 200]);
	});
});

describe('a controller that is only named', () => {
	it('takes the five usual verbs', async () => {
		const { todo } = await send('POST', '/todos', { name: 'Buy brushes' });
		const { id } = todo as Row;
		expect(await get(`/todos/${String(id)}`)).toMatchObject({
			todo: { name: 'Buy brushes' },
		});
		await send('PATCH', `/todos/${String(id)}`, { name: 'Buy soft brushes' });
		expect(await send('DELETE', `/todos/${String(id)}`)).toMatchObject({
			todo: { name: 'Buy soft brushes', active: false },
		});
		const kept = await get('/todos', { showInactive: true });
		expect((await get('/todos')).total).toBe(Number(kept.total) - 1);
	});

	it('lets nobody set the author of a todo, and takes no empty record', async () => {
		expect(await status('POST', '/todos', { created_by_employee_id: 2 })).toBe(400);
		expect(await status('POST', '/todos', {})).toBe(400);
	});

	it('takes the columns that are known of its record, and no others', async () => {
		const { group } = await send('POST', '/groups', { name: 'Trainers', admin_rank: 30 });
		expect(group).toMatchObject({ name: 'Trainers', admin_rank: 30, active: true });
		expect(await status('POST', '/groups', { colour: 'red' })).toBe(400);
		expect(await status('POST', '/groups', { admin_rank: 'high' })).toBe(400);
		expect(await status('POST', '/coupons', { campaign_id: 9_999 })).toBe(400);
	});

	it('has no verbs but those that are named', async () => {
		expect(await status('POST', '/franchises', { name: 'x' })).toBe(405);
		expect(await status('GET', '/schedulingModulePreferences')).toBe(404);
		expect(await status('PATCH', '/schedulingModulePreferences/1', { franchise_id: 502 })).toBe(
			200,
		);
	});

	it('answers with a page where it has no data', async () => {
		for (const path of ['/schedules', '/schedules/calendar', '/landing/1']) {
			const { headers } = await call('GET', path, {
				headers: { accept: 'application/json' },
			});
			expect(headers['content-type']).toContain('text/html');
		}
	});
});

describe('actions of their own', () => {
	it('turn a franchise off and on', async () => {
		const ids = async () => rowsOf((await get('/franchises')).franchises).map(({ id }) => id);
		await send('DELETE', '/franchises/deactivate/503');
		expect(await ids()).toEqual([501, 502]);
		await send('POST', '/franchises/activate/503');
		expect(await ids()).toEqual([501, 502, 503]);
		expect(await status('POST', '/franchises/activate/999')).toBe(404);
	});

	it('punch the account itself in and out', async () => {
		const first = await send('POST', '/punchClock/punchTheClock');
		const second = await send('POST', '/punchClock/punchTheClock');
		expect(first).toMatchObject({ punchClock: { employee_id: 1, punched_in: true } });
		expect(second).toMatchObject({ punchClock: { employee_id: 1, punched_in: false } });
	});

	it('keep each postal code at one location', async () => {
		const [{ zipcode, location_id: location }] = rowsOf(
			(await get('/locationsZipcodes')).locationsZipcodes,
		);
		const isThere = async (id: unknown) =>
			(await get('/locationsZipcodes/exists', { zipcode, location_id: id })).exists;
		expect([await isThere(location), await isThere(3)]).toEqual([true, false]);
		await send('POST', '/locationsZipcodes/reassign', { zipcode, location_id: 3 });
		expect([await isThere(location), await isThere(3)]).toEqual([false, true]);
		expect(
			await status('POST', '/locationsZipcodes/reassign', { zipcode: '99999', location_id: 3 }),
		).toBe(404);
		await send('POST', '/locationsZipcodes/saveList', {
			zipcodes: '99998, 99999',
			location_id: 2,
		});
		expect(await get('/locationsZipcodes', { location_id: 2, zipcode: '99999' })).toMatchObject({
			total: 1,
		});
		expect(await status('POST', '/locationsZipcodes/saveList', { zipcodes: '1' })).toBe(400);
	});

	it('give the trail of a subcategory', async () => {
		const { breadcrumbs, total } = await get('/campaignsSubcategories/breadcrumb/1');
		expect(total).toBe(2);
		expect(breadcrumbs).toMatchObject([{ type: 'subcategories' }, { id: 1, selected: true }]);
	});
});

describe('services', () => {
	it('are copied to a franchise once', async () => {
		const { servicesSetting } = await send('POST', '/servicesSettings/copyCorporate/1', {
			franchise_id: 503,
		});
		expect(servicesSetting).toMatchObject({ franchise_id: 503, service_id: 1, name: 'Room' });
		const again = { franchise_id: 503 };
		expect(await status('POST', '/servicesSettings/copyCorporate/1', again)).toBe(400);
		expect(await status('POST', '/servicesSettings/copyCorporate/1', {})).toBe(400);
	});

	it('are deleted softly, or for good', async () => {
		await send('DELETE', '/services/1');
		const shown = async () => (await get('/services', { showInactive: true })).total;
		expect(await shown()).toBe(6);
		await send('DELETE', '/service/fullDelete/1');
		expect(await shown()).toBe(5);
	});

	it('stand on the lines of an invoice by their setting', async () => {
		const { lineItems } = await get('/lineItems', { invoice_id: 50_001 });
		const [{ service_id: setting, name }] = rowsOf(lineItems);
		expect(await get(`/servicesSettings/${String(setting)}`)).toMatchObject({
			servicesSetting: { name, franchise_id: 501 },
		});
		expect(await status('GET', '/lineItems')).toBe(400);
		expect((await get('/lineItems/list', { franchise_id: 501 })).total).toBe(6);
	});
});

describe('coupons', () => {
	const validate = async (lines: readonly object[]) =>
		await send('POST', '/couponValidation', { line_items: JSON.stringify(lines) });
	const room = { service_id: 2001, quantity: 1, price: 49 };
	const offer = { coupon_id: 96_001, quantity: 1, price: 0 };

	it('apply when their conditions are met', async () => {
		const { valid, results } = await validate([{ ...room, quantity: 2 }, offer]);
		expect(valid).toBe(true);
		expect(results).toMatchObject([
			{ discounts: [{ discount: 18, discount_amount_type: 'quantity' }] },
			{ valid: true, coupon: { id: 96_001 } },
		]);
	});

	it('say what they lack otherwise', async () => {
		const { valid, results } = await validate([offer, room]);
		expect(valid).toBe(false);
		expect(results).toMatchObject([
			{
				valid: false,
				missing: [{ missing_items: [{ missing_amount: 1, item: { item_name: 'Room' } }] }],
			},
			{ invoice_line_item: { total: 49 } },
		]);
		expect(await validate([room])).toMatchObject({ valid: true });
	});

	it.each([
		['no text', { line_items: [room] }],
		['no JSON', { line_items: 'rooms' }],
		['an unknown member', { line_items: JSON.stringify([{ ...room, colour: 'red' }]) }],
		['a number in text', { line_items: JSON.stringify([{ ...room, price: '49' }]) }],
		['no such setting', { line_items: JSON.stringify([{ ...room, service_id: 1 }]) }],
	])('are refused with %s', async (_, data) => {
		expect(await status('POST', '/couponValidation', data)).toBe(400);
	});

	it('come with the campaigns that use them', async () => {
		await send('PATCH', '/campaigns/302', { coupons_pack_id: 2 });
		const { campaigns } = await get('/campaigns', { limit: 2 });
		expect(campaigns).toMatchObject([
			{ coupons: [{ name: 'Spring cleaning' }] },
			{ coupons_pack: { id: 2, coupons: [{ name: 'Two rooms ' }] } },
		]);
		expect(await status('PATCH', '/campaigns/302', { coupons_pack_id: 9 })).toBe(400);
	});
});

describe('zones and tax rates', () => {
	it('are found by postal code, within a franchise', async () => {
		const [{ zipcode }] = rowsOf((await get('/locationsZipcodes')).locationsZipcodes);
		const path = `/postalCodes/zone/${String(zipcode)}`;
		expect(await get(path, { franchise_id: 501 })).toMatchObject({
			zone: { franchise_id: 501, _matchingData: { ZipGroupsZipcodes: { zipcode } } },
		});
		expect(await status('GET', path)).toBe(400);
		expect(await status('GET', path, undefined, { franchise_id: 502 })).toBe(404);
		expect(await get('/postalCodes/zone/V6C 1A1', { franchise_id: 501 })).toMatchObject({
			zone: { id: 1 },
		});
		expect(await get(`/taxRates/${String(zipcode)}`, { city: 'Elsewhere' })).toMatchObject({
			taxRate: { rate: '0.045', postal_code: zipcode },
		});
		expect(await status('GET', '/taxRates/99999')).toBe(404);
	});

	it('are found by address, whose owner says which franchise', async () => {
		expect(await get('/postalCodes/zoneByAddress/4004')).toMatchObject({
			zone: { franchise_id: 502, default_group: null },
			address: { id: 4004 },
		});
		expect(await status('GET', '/postalCodes/zoneByAddress/9')).toBe(404);
	});
});

describe.each(['households', 'marketingEmails'])('the report %s', (report) => {
	it('gives the latest job of each', async () => {
		const { [report]: list, total } = await get(`/${report}`, { limit: 1 });
		expect(total).toBe(45);
		const [first] = rowsOf(list);
		expect(first._id).toMatchObject({ $oid: expect.stringMatching(/^[0-9a-f]{24}$/) as string });
		expect(first).toHaveProperty(
			'most_recent.invoice.date_completed',
			expect.stringMatching(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d$/),
		);
	});

	it('is narrowed by franchise, by change and by the latest job', async () => {
		const one = await get(`/${report}`, { franchise_id: 501 });
		const other = await get(`/${report}`, { franchise_id: 502 });
		expect(Number(one.total) + Number(other.total)).toBe(45);
		control().change(report, 7, {});
		expect(await get(`/${report}`, { 'last_modified.after': '2026-03-10 15:00:00' })).toMatchObject(
			{
				total: 1,
				match: { last_modified: { $gte: { $date: { $numberLong: '1773154800000' } } } },
			},
		);
		const day = '2026-03-01 00:00:00';
		const served = async (bound: string) =>
			Number(
				(await get(`/${report}`, { [`most_recent.invoice.date_completed.${bound}`]: day })).total,
			);
		expect((await served('after')) + (await served('before'))).toBe(45);
		expect(
			await status('GET', `/${report}`, undefined, { 'last_modified.after': '2026-03-10' }),
		).toBe(400);
	});
});

describe('a page', () => {
	it('breaks down when too much is added to each of many records', async () => {
		const all = { include_categories: true, include_campaigns: true, include_summary: true };
		expect(await status('GET', '/invoices', undefined, { ...all, limit: 100 })).toBe(500);
		expect(await status('GET', '/invoices', undefined, { ...all, limit: 50 })).toBe(200);
		expect(await status('GET', '/invoices', undefined, { include_summary: true, limit: 100 })).toBe(
			200,
		);
	});

	it('shows a location by its code too', async () => {
		expect(await get('/locations/XX-0501A')).toMatchObject({
			location: { id: 1, locations_metadata: { location_id: 1 } },
		});
	});
});
