import { centerSandbox, idsOf, rowsOf } from '../support/centerSandbox';

const { get } = centerSandbox();

describe('invoices and appointments', () => {
	it('adds to a list what is asked for, and to the single record its lines and status', async () => {
		const plain = rowsOf((await get('/invoices', { limit: 1 })).invoices)[0];
		expect(plain).toHaveProperty('contact.full_name', 'Avelina Amberly');
		expect(plain).toHaveProperty('address.full_street');
		for (const member of ['category_ids', 'summary', 'invoices_campaigns', 'invoice_line_items']) {
			expect(plain).not.toHaveProperty(member);
		}
		const [rich] = rowsOf(
			(
				await get('/invoices', {
					limit: 1,
					include_categories: true,
					include_campaigns: true,
					include_summary: true,
				})
			).invoices,
		);
		expect(rich).toMatchObject({
			category_ids: [1],
			summary: '$102.41: 2 x Room',
			invoices_campaigns: [{ campaign: { id: 301 } }],
		});
		expect((await get('/invoices/50001')).invoice).toMatchObject({
			invoice_line_items: [{ name: 'Room', total: 98 }],
			invoice_status: { id: 4, lookup_key: 'paid' },
			is_completed: true,
		});
	});

	it('finds by campaign code and says so', async () => {
		const { invoices, matching } = await get('/invoices', { campaign_code: 'SB0126' });
		expect(matching).toEqual({ 'InvoicesCampaigns.Campaigns.code': 'SB0126' });
		expect(idsOf(invoices)).toContain(50001);
		expect(idsOf(invoices)).not.toContain(50002);
	});

	it('lists the statuses, with 2 as work order and 4 as paid', async () => {
		const statuses = rowsOf((await get('/invoicesStatuses')).invoicesStatuses);
		expect(statuses.find(({ id }) => id === 2)).toMatchObject({ lookup_key: 'work_order' });
		expect(statuses.find(({ id }) => id === 4)).toMatchObject({ lookup_key: 'paid' });
	});

	it('reads one appointment with address and type', async () => {
		expect((await get('/appointments/70001')).appointment).toMatchObject({
			id: 70001,
			address: { city: 'Maplewick' },
			appointments_type: { id: 1, isJobType: true },
			cancelled: false,
		});
	});
});
