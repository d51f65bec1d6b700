import type { Row } from '../../sandbox';
import { centerSandbox, idsOf, rowsOf } from '../support/centerSandbox';

const { call, get } = centerSandbox();

describe('campaigns', () => {
	const body = {
		franchise_id: 501,
		name: 'Spring post cards',
		code: 'SPC0326',
		campaigns_category_id: 1,
		campaigns_subcategory_id: 1,
		start_date: '2026-03-01',
	};

	it('keeps the inactive in lists and takes the hidden out', async () => {
		const { campaigns } = await get('/campaigns', { limit: 100 });
		expect(idsOf(campaigns)).toContain(306);
		expect(idsOf(campaigns)).not.toContain(313);
		expect(rowsOf(campaigns)[0]).toMatchObject({
			end_date: null,
			campaigns_category: { name: 'Shared mail' },
		});
	});

	it('is added, switched off and on, hidden and shown again', async () => {
		const { status, data } = await call('POST', '/campaigns', { data: body });
		const { campaign } = data as { campaign: Row };
		expect(status).toBe(201);
		expect(campaign).toMatchObject({
			start_date: '2026-03-01T00:00:00+00:00',
			end_date: '',
			active: true,
			hidden: false,
		});
		const id = String(campaign.id);
		const flags = async (method: string, path: string, change?: object) => {
			const answer = await call(method, path, { data: change });
			const { active, hidden } = (answer.data as { campaign: Row }).campaign;
			return { active, hidden };
		};
		expect(await flags('DELETE', `/campaigns/${id}`)).toEqual({ active: false, hidden: false });
		expect(await flags('POST', `/campaigns/activate/${id}`)).toEqual({
			active: true,
			hidden: false,
		});
		expect(await flags('DELETE', `/campaigns/hide/${id}`)).toEqual({ active: true, hidden: true });
		expect((await get('/campaigns', { code: body.code })).total).toBe(0);
		expect(await flags('PATCH', `/campaigns/${id}`, { hidden: false })).toEqual({
			active: true,
			hidden: false,
		});
		expect((await get('/campaigns', { code: body.code })).total).toBe(1);
	});

	it('refuses a subcategory of another category or franchise', async () => {
		for (const subcategory of [2, 3]) {
			const { status } = await call('POST', '/campaigns', {
				data: { ...body, campaigns_subcategory_id: subcategory },
			});
			expect(status).toBe(400);
		}
	});

	it('leads from the category to the campaign', async () => {
		expect(await get('/campaigns/breadcrumb/301')).toMatchObject({
			breadcrumbs: [{ type: 'subcategories' }, { type: 'campaigns' }, { id: 301, selected: true }],
			total: 3,
		});
	});

	it('counts the campaigns of a category in lists', async () => {
		const { campaignsCategories } = await get('/campaignsCategories');
		expect(rowsOf(campaignsCategories)[0]).toMatchObject({ name: 'Shared mail', count: 4 });
	});
});
