import { minderSandbox, rowsOf } from '../support/minderSandbox';

const { control, post, ask, refused } = minderSandbox();

describe('proposals, invoices and payments', () => {
	const wide = { FromDate: '2026-01-01', ThroughDate: '2026-12-31' };

	it('shows open proposals only, unless the scope says otherwise', async () => {
		const count = async (body: object) => (await ask('/proposal/query', body)).Count;
		expect(await count(wide)).toBe(5);
		expect(await count({ ...wide, Scope: 'accepted' })).toBe(15);
		expect(await count({ ...wide, Scope: 'all' })).toBe(30);
		expect(await refused('/proposal/query', { Scope: 'every' })).toContain('Scope');
		const { Proposals } = await ask('/proposal/query', { Take: 1 });
		expect(rowsOf(Proposals)[0]).toMatchObject({ Id: 9001, Contact: null });
		expect(rowsOf(Proposals)[0]).not.toHaveProperty('UpdatedAt');
	});

	it('finds proposals by the day of their change and acceptance', async () => {
		control().change('proposals', 9001, { Subtotal: 1 });
		const body = { Scope: 'all', UpdatedFrom: '2026-03-10' };
		expect(rowsOf((await ask('/proposal/query', body)).Proposals).map(({ Id }) => Id)).toEqual([
			9001,
		]);
		const accepted = { Scope: 'accepted', FromAccepted: '2026-03-08' };
		expect((await ask('/proposal/query', accepted)).Count).toBe(1);
	});

	it('answers with the id 0 for a proposal that is not there', async () => {
		expect(await ask('/proposal/details', { Id: 9002 })).toMatchObject({
			Id: 9002,
			ContactId: 5002,
		});
		const { data } = await post('/proposal/details', { Id: 1 });
		expect(data).toMatchObject({ ResultCode: 1, Message: 'Proposal not found', Id: 0 });
		expect(await refused('/proposal/details', { ProposalId: 9002 })).toContain('ProposalId');
	});

	it('finds invoices by status, with their balance, and payments by invoice', async () => {
		const open = await ask('/invoice/query', { ...wide, Status: 'Open', IncludeContact: true });
		expect(open.Count).toBe(5);
		expect(rowsOf(open.Invoices).every(({ BalanceDue }) => Number(BalanceDue) > 0)).toBe(true);
		expect(rowsOf(open.Invoices)[0]).toHaveProperty('Contact.Name');
		const paid = rowsOf((await ask('/invoice/query', { Status: 'Paid' })).Invoices);
		expect(paid[0].BalanceDue).toBe(0);
		const { Payments } = await ask('/payment/query', { InvoiceId: paid[0].Id });
		expect(Payments).toHaveLength(1);
		expect(await ask('/invoice/get', { InvoiceId: paid[0].Id })).toMatchObject({ Payments });
	});

	it('answers settings in one common shape', async () => {
		expect(await ask('/settings/radiuspostalcodes')).toMatchObject({
			PostalCodes: ['00011', '00024', '00037'],
			Cities: [],
		});
	});
});
