import type { Row } from '../../sandbox';
import { centerSandbox, idsOf, rowsOf } from '../support/centerSandbox';

const { control, call, get } = centerSandbox();

describe('every list', () => {
	it('gives ten records unasked, with the page, its size and the count of all', async () => {
		const { invoices, ...rest } = await get('/invoices');
		expect(invoices).toHaveLength(10);
		expect(rest).toEqual({ total: 89, page: 1, limit: 10 });
		const last = await get('/invoices', { page: 9 });
		expect(last.invoices).toHaveLength(9);
		const first = await get('/invoices', { page: 1, limit: 89 });
		expect(new Set(idsOf(first.invoices)).size).toBe(89);
	});

	it('answers 404 past the end, but not for an empty first page', async () => {
		const { status } = await call('GET', '/invoices', { params: { page: 10 } });
		expect(status).toBe(404);
		expect(await get('/invoices', { contact_id: 9 })).toMatchObject({ invoices: [], total: 0 });
	});

	it('breaks down on an oversized limit', async () => {
		await get('/invoices', { limit: 1000 });
		const { status } = await call('GET', '/invoices', { params: { limit: 1001 } });
		expect(status).toBe(500);
	});

	it.each([
		['/invoices', { colour: 'red' }, 'colour'],
		['/invoices', { limit: 'ten' }, 'limit'],
		['/invoices', { showInactive: false }, 'showInactive'],
		['/invoices', { last_modified_after: '2026-03-01T10:00:00Z' }, 'last_modified_after'],
		['/franchises', { search: 'x' }, 'search'],
		['/reviews', { location: '2A' }, 'location'],
		['/campaigns/301', { showInactive: true }, 'showInactive'],
	])('refuses in %s the query %j', async (path, params, name) => {
		const { status, data } = await call('GET', path, { params });
		expect(status).toBe(400);
		expect((data as Row).message).toContain(name);
	});

	it('refuses parameters in the body of GET', async () => {
		const { status } = await call('GET', '/invoices', { data: { franchise_id: 501 } });
		expect(status).toBe(400);
	});

	it('is narrowed by franchise, where 0 is all', async () => {
		const all = await get('/invoices', { franchise_id: 0 });
		const one = await get('/invoices', { franchise_id: 501, limit: 100 });
		const other = await get('/invoices', { franchise_id: 502, limit: 100 });
		expect(all.total).toBe(89);
		expect(Number(one.total) + Number(other.total)).toBe(89);
		expect(rowsOf(one.invoices).every((row) => row.franchise_id === 501)).toBe(true);
	});

	it('leaves deleted records out unless asked for, under both names of the switch', async () => {
		expect((await get('/employees')).total).toBe(15);
		expect((await get('/employees', { showInactive: true })).total).toBe(16);
		expect((await get('/employees', { showHidden: true })).total).toBe(16);
		const { status } = await call('GET', '/employees/16');
		expect(status).toBe(404);
	});

	it('knows no other paths and methods', async () => {
		expect((await call('GET', '/contacts')).status).toBe(404);
		expect((await call('POST', '/invoices', { data: {} })).status).toBe(405);
		expect((await call('GET', '/billing')).status).toBe(404);
	});

	it('shows nothing of a franchise but its id', async () => {
		expect((await get('/franchises')).franchises).toEqual(
			[501, 502, 503].map((id) => ({ id, active: true })),
		);
	});
});

describe('the fields filter', () => {
	it('shows the accepted columns, with joining keys, and names them', async () => {
		const fields = JSON.stringify({
			invoices: ['id', 'amount_due', 'is_completed', 'nonsense'],
			contacts: ['email', 'full_name'],
			nothings: ['id'],
		});
		const { invoices, fields: accepted } = await get('/invoices', { fields, limit: 1 });
		expect(accepted).toEqual({ Invoices: ['id', 'amount_due'], Contacts: ['email'] });
		const [invoice] = rowsOf(invoices);
		expect(Object.keys(invoice).sort()).toEqual(['amount_due', 'contact', 'contact_id', 'id']);
		expect(Object.keys(invoice.contact as Row)).toEqual(['email']);
	});

	it('takes a star for all columns of a table', async () => {
		const { categories, fields } = await get('/categories', {
			fields: '{"categories":["*"]}',
		});
		expect(rowsOf(categories)[0]).toMatchObject({ id: 1, code: 'CPT', display_order: 1 });
		expect((fields as Row).Categories).toContain('code');
	});

	it('refuses what is no JSON text of columns by table', async () => {
		for (const fields of ['id,name', '["id"]', '{"invoices":"id"}']) {
			expect((await call('GET', '/invoices', { params: { fields } })).status).toBe(400);
		}
	});
});

describe('times', () => {
	it('compares the change of invoices in UTC and shows it on the clock of Denver', async () => {
		control().change('invoices', 50003, { notes: 'changed' });
		const { invoices } = await get('/invoices', { last_modified_after: '2026-03-10 14:59:59' });
		// Nine in the morning in Denver, with an offset that says UTC.
		expect(invoices).toMatchObject([
			{ id: 50003, notes: 'changed', last_modified: '2026-03-10T09:00:00+00:00' },
		]);
		// Strictly after.
		const later = await get('/invoices', { last_modified_after: '2026-03-10 15:00:00' });
		expect(later.total).toBe(0);
	});

	it('shows the creation of an invoice in UTC', async () => {
		control().add('invoices', { id: 99 });
		expect((await get('/invoices/99')).invoice).toMatchObject({
			date_created: '2026-03-10T15:00:00+00:00',
			last_modified: '2026-03-10T09:00:00+00:00',
		});
		const { invoices } = await get('/invoices', { date_created_after: '2026-03-10' });
		expect(idsOf(invoices)).toEqual([99]);
	});

	it('shows visits on the clock of the franchise and their stamps in UTC', async () => {
		control().add('appointments', { id: 99, start_datetime: '2026-03-12T11:15:00+00:00' });
		const { appointments } = await get('/appointments', { last_modified_after: '2026-03-10' });
		expect(appointments).toMatchObject([
			{
				id: 99,
				start_datetime: '2026-03-12T11:15:00+00:00',
				last_modified: '2026-03-10T15:00:00+00:00',
			},
		]);
	});

	it('shows a campaign in lists hours before its single record', async () => {
		control().change('campaigns', 301, { cost: 5 });
		const { campaigns } = await get('/campaigns', { code: 'SB0126' });
		expect(campaigns).toMatchObject([{ last_modified: '2026-03-10T09:00:00+00:00' }]);
		expect((await get('/campaigns/301')).campaign).toMatchObject({
			last_modified: '2026-03-10T15:00:00+00:00',
		});
	});

	it('writes the offset of reviews without a colon', async () => {
		const { data } = await call('POST', '/reviews', { data: { rating: 7 } });
		expect((data as { review: Row }).review.date_created).toBe('2026-03-10T15:00:00+0000');
	});

	it('filters completion by the digits of the franchise', async () => {
		control().add('invoices', { id: 99, date_completed: '2026-06-01T08:00:00+00:00' });
		const late = { date_completed_after: '2026-06-01 07:59:59' };
		expect(idsOf((await get('/invoices', late)).invoices)).toEqual([99]);
		expect((await get('/invoices', { date_completed_after: '2026-06-01 08:00:00' })).total).toBe(0);
	});
});

it('pages through generated records quickly', async () => {
	control().generate('invoices', 20_000);
	const { total, invoices } = await get('/invoices', { limit: 1000, page: 20 });
	expect(total).toBe(20_089);
	expect(invoices).toHaveLength(1000);
});
