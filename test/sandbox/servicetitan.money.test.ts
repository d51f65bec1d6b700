import type { Row } from '../../sandbox';
import { idsOf, startTitan, type Titan } from '../support/titan';

let titan: Titan;
beforeAll(async () => {
	titan = await startTitan();
});
afterAll(async () => await titan.close());
beforeEach(async () => await titan.reset());

async function one(path: string, ids: unknown): Promise<Row> {
	const [row] = await titan.rows(path, { ids });
	return row;
}

describe('invoices', () => {
	const path = 'accounting/v2/invoices';
	// Of a job that is done; nothing was paid on it.
	const ID = 150_050;

	it('come with each job and add up what stands on them', async () => {
		const job = await titan.write('POST', 'jpm/v2/jobs', {
			customerId: 1001,
			locationId: 2001,
			businessUnitId: 101,
			jobTypeId: 401,
			priority: 'Normal',
			campaignId: 201,
			appointments: [{ start: '2026-03-12T10:00:00Z', end: '2026-03-12T12:00:00Z' }],
		});
		const items = `${path}/${String(job.invoiceId)}/items`;
		const line = { skuId: 11_001, description: 'Service', quantity: 2 };
		expect(await titan.status('PATCH', items, { ...line, skuId: 7 })).toBe(400);
		expect(await titan.status('PATCH', items, { skuId: 11_001 })).toBe(400);
		expect(await titan.status('PATCH', items, line)).toBe(200);
		expect(await one(path, job.invoiceId)).toMatchObject({ total: '180.00', balance: '180.00' });
		const [{ id }] = (await one(path, job.invoiceId)).items as Row[];
		await titan.write('PATCH', items, { id, description: 'Service', quantity: 1, unitPrice: 50 });
		expect(await one(path, job.invoiceId)).toMatchObject({ total: '50.00', items: [{ id }] });
		expect(await titan.status('DELETE', `${path}/${ID}/items/${String(id)}`)).toBe(404);
		expect(await titan.status('DELETE', `${items}/${String(id)}`)).toBe(200);
		expect(await one(path, job.invoiceId)).toMatchObject({ total: '0.00', items: [] });
	});

	it('are adjusted by another one, of which only the number comes back', async () => {
		const items = [{ skuId: 11_001, description: 'Credit', quantity: 1, unitPrice: -20 }];
		expect(await titan.status('POST', path, { items })).toBe(400);
		expect(await titan.status('POST', path, { adjustmentToId: 7 })).toBe(400);
		const id = await titan.write('POST', path, { adjustmentToId: ID, items });
		expect(id).toEqual(expect.any(Number));
		expect(idsOf(await titan.rows(path, { adjustmentToId: ID }))).toEqual([id]);
	});

	it('are found by balance, status and custom fields', async () => {
		const balance = async (Comparer: string, Balance: number) =>
			await titan.rows(path, {
				'balanceFilter.Balance': Balance,
				'balanceFilter.Comparer': Comparer,
			});
		const all = await titan.rows(path);
		expect((await balance('Greater', 0)).length + (await balance('Equals', 0)).length).toBe(
			all.length,
		);
		const statuses = await titan.rows(path, { statuses: 'Exported' });
		expect(new Set(statuses.map(({ syncStatus }) => syncStatus))).toEqual(new Set(['Exported']));

		const fields = (name: string, value: string) => ({
			operations: [{ objectId: ID, customFields: [{ name, value }] }],
		});
		const patch = async (body: object) =>
			await titan.status('PATCH', `${path}/custom-fields`, body);
		expect(await patch(fields('Mood', 'good'))).toBe(400);
		expect(await patch(fields('Cost center', '12'))).toBe(200);
		expect(idsOf(await titan.rows(path, { 'customField.Fields[Cost center]': '12' }))).toEqual([
			ID,
		]);
		expect(idsOf(await titan.rows(path, { 'customField.Fields.Cost center': '12' }))).toEqual([ID]);
		expect(await titan.rows(path, { 'customField.Fields[Cost center]': '13' })).toEqual([]);
	});

	it('are marked as exported, each with a result of its own', async () => {
		const answer = await titan.write('POST', `${path}/markasexported`, [
			{ invoiceId: ID, externalId: 'x-1' },
			{ invoiceId: 7 },
		]);
		expect(answer).toMatchObject([
			{ invoiceId: ID, success: true },
			{ invoiceId: 7, success: false },
		]);
		expect(await one(path, ID)).toMatchObject({ syncStatus: 'Exported', exportId: 'x-1' });
		expect(await titan.status('POST', `${path}/markasexported`, { invoiceId: ID })).toBe(400);
	});
});

describe('payments', () => {
	it('lower the balance of what they are for, and raise it when they change', async () => {
		const due = Number((await one('accounting/v2/invoices', 150_050)).total);
		const balance = async () => Number((await one('accounting/v2/invoices', 150_050)).balance);
		const pay = (amount: number) => ({ typeId: 15_001, splits: [{ invoiceId: 150_050, amount }] });
		const path = 'accounting/v2/payments';
		expect(await titan.status('POST', path, { ...pay(1), splits: [] })).toBe(400);
		expect(await titan.status('POST', path, { ...pay(1), typeId: 7 })).toBe(400);
		const { id } = await titan.write('POST', path, pay(30));
		expect(await balance()).toBe(due - 30);
		await titan.write('PATCH', `${path}/${String(id)}`, pay(10));
		expect(await balance()).toBe(due - 10);
		expect(idsOf(await titan.rows(path, { appliedToInvoiceIds: '150050' }))).toEqual([id]);
		expect(await one(path, id)).toMatchObject({ total: '10.00', type: 'Cash', typeId: '15001' });
		await titan.write('POST', `${path}/status`, { status: 'Posted', paymentIds: [id] });
		expect(await one(path, id)).toMatchObject({ syncStatus: 'Posted' });
		expect(
			await titan.status('POST', `${path}/status`, { status: 'Posted', paymentIds: [7] }),
		).toBe(400);
	});
});

describe('accounts and journal entries', () => {
	it('come as bare lists, and an account has a number of its own', async () => {
		const path = 'accounting/v2/gl-accounts';
		const { data } = await titan.call('GET', path, { params: { page: 1, pageSize: 2 } });
		expect(data).toHaveLength(2);
		const account = { name: 'Tips', number: '4100', type: 'Income' };
		expect((await titan.call('POST', path, { data: account })).status).toBe(201);
		expect(await titan.status('POST', path, account)).toBe(409);
		expect(await titan.status('POST', path, { ...account, number: '1', type: 'Fun' })).toBe(400);
	});

	it('are found by what stands in them', async () => {
		const path = 'accounting/v2/journal-entries';
		expect(await titan.rows(path, { refNumber: '50001' })).toHaveLength(3);
		expect(await titan.rows(path, { transactionTypes: 'Bill' })).toEqual([]);
		const [{ id }] = await titan.rows(path);
		await titan.write('PATCH', `${path}/${String(id)}`, { customFields: { Ledger: 'B' } });
		expect(idsOf(await titan.rows(path, { 'customField.Ledger': 'B' }))).toEqual([id]);
		await titan.write('PATCH', `${path}/${String(id)}/sync`, { syncStatus: 'Error', versionId: 3 });
		expect(await titan.rows(path, { syncStatuses: 'Error' })).toMatchObject([
			{ id, lastSyncVersionId: 3 },
		]);
	});
});

describe('the pricebook', () => {
	const service = { code: 'NEW-1', description: 'Something new', categories: [10_001] };

	it('has one item for a code, in categories that there are', async () => {
		const path = 'pricebook/v2/services';
		expect(await titan.status('POST', path, { ...service, code: 'MAT-1' })).toBe(400);
		expect(await titan.status('POST', path, { ...service, categories: [7] })).toBe(400);
		const { status, data } = await titan.call('POST', path, { data: service });
		expect([status, data]).toEqual([
			201,
			expect.objectContaining({ categories: [{ id: 10_001, name: 'Heating', active: true }] }),
		]);
		const at = `${path}/${String((data as Row).id)}`;
		expect(await titan.status('DELETE', at)).toBe(204);
		expect((await titan.call('GET', at)).status).toBe(404);
		const { data: feed } = await titan.call('GET', 'pricebook/v2/export/services', {
			params: { from: '2026-03-10T14:00:00Z' },
		});
		expect(feed).toMatchObject({ data: [{ id: (data as Row).id, active: false }] });
	});

	it('takes several items that name each other', async () => {
		const answer = await titan.write('POST', 'pricebook/v2/pricebook', {
			materials: [{ code: 'NEW-2', description: 'Gasket', customId: 'gasket' }],
			services: [
				{ ...service, customId: 'fit', serviceMaterials: [{ customId: 'gasket', quantity: 2 }] },
			],
		});
		const [material] = answer.materials as Row[];
		const [made] = answer.services as Row[];
		expect(material.customId).toBe('gasket');
		const { data } = await titan.call('GET', `pricebook/v2/services/${String(made.id)}`);
		expect(data).toMatchObject({ serviceMaterials: [{ skuId: material.id, quantity: 2 }] });
	});

	it('has steps of markup that do not overlap', async () => {
		const step = async (from: number, to: number) =>
			await titan.status('POST', 'pricebook/v2/materialsmarkup', { id: 0, from, to, percent: 10 });
		expect(await step(50, 60)).toBe(409);
		expect(await step(2000, 1000)).toBe(400);
		expect(await step(1000, 2000)).toBe(201);
	});
});

describe('purchasing', () => {
	const address = { street: '1 A', unit: '', city: 'B', state: 'OH', zip: '00011', country: 'USA' };
	const order = (changes: Row = {}): Row => ({
		vendorId: 17_001,
		typeId: 16_501,
		businessUnitId: 101,
		inventoryLocationId: 16_001,
		shipTo: { description: 'Depot', address },
		impactsTechnicianPayroll: false,
		date: '2026-03-10T09:00:00Z',
		requiredOn: '2026-03-14T09:00:00Z',
		tax: 1,
		shipping: 2,
		items: [{ skuId: 12_001, description: 'Pipe', vendorPartNumber: 'P', quantity: 4, cost: 2 }],
		...changes,
	});
	const PATH = 'inventory/v2/purchase-orders';

	it('orders, receives in part and in full, and takes a receipt back', async () => {
		expect(await titan.status('POST', PATH, order({ inventoryLocationId: 7 }))).toBe(400);
		expect(await titan.status('POST', PATH, order({ vendorId: 7 }))).toBe(400);
		const { id, ...rest } = await titan.write('POST', PATH, order());
		expect(rest).toEqual({});
		const read = async () => (await titan.call('GET', `${PATH}/${String(id)}`)).data as Row;
		expect(await read()).toMatchObject({ status: 'Pending', total: 11, shipTo: address });
		const receive = (quantity: number, skuId = 12_001) => ({
			purchaseOrderId: id,
			dateReceived: '2026-03-12T09:00:00Z',
			tax: 0,
			shipping: 0,
			items: [{ skuId, quantity, cost: 2 }],
		});
		const receipts = 'inventory/v2/receipts';
		expect(await titan.status('POST', receipts, receive(1, 12_002))).toBe(400);
		await titan.write('POST', receipts, receive(1));
		expect(await read()).toMatchObject({ status: 'PartiallyReceived' });
		const last = await titan.write('POST', receipts, receive(3));
		expect(await read()).toMatchObject({ status: 'Received' });
		expect(await titan.status('POST', receipts, receive(1))).toBe(400);
		const cancel = `${receipts}/${String(last.id)}/cancellation`;
		expect(await titan.status('PATCH', cancel, { canceledReason: 'Bored' })).toBe(400);
		expect(await titan.status('PATCH', cancel, { canceledReason: 'Accidental' })).toBe(200);
		expect(await titan.status('PATCH', cancel, { canceledReason: 'Accidental' })).toBe(400);
		expect(await read()).toMatchObject({ status: 'PartiallyReceived' });
		expect(await titan.status('PATCH', `${PATH}/${String(id)}/cancellation`, {})).toBe(400);
	});

	it('cancels an order once, and decides on a request once', async () => {
		const { id } = await titan.write('POST', PATH, order());
		const cancel = `${PATH}/${String(id)}/cancellation`;
		expect(await titan.status('PATCH', cancel, { canceledReason: 'Duplicate' })).toBe(200);
		expect(await titan.status('PATCH', cancel, { canceledReason: 'Duplicate' })).toBe(400);
		const approve = `${PATH}/requests/18501/approve`;
		expect(await titan.status('PATCH', approve)).toBe(200);
		expect(await titan.status('PATCH', approve)).toBe(400);
		expect(await titan.rows(PATH, { number: 'PR-18501' })).toHaveLength(1);
	});
});

describe('memberships', () => {
	it('are sold with an invoice and what recurs', async () => {
		const sale = {
			customerId: 1001,
			businessUnitId: 101,
			saleTaskId: 11_001,
			durationBillingId: 22_201,
			recurringServiceAction: 'Single',
		};
		const path = 'memberships/v2/memberships';
		expect(await titan.status('POST', `${path}/sale`, sale)).toBe(400);
		const sold = await titan.write('POST', `${path}/sale`, { ...sale, recurringLocationId: 2001 });
		const membershipIds = String(sold.customerMembershipId);
		expect((await titan.call('GET', `${path}/${membershipIds}`)).data).toMatchObject({
			status: 'Active',
			membershipTypeId: 22_001,
			to: expect.stringMatching(/^2027-03-10T15:00/) as string,
		});
		expect(await one('accounting/v2/invoices', sold.invoiceId)).toMatchObject({ total: '120.00' });
		expect(await titan.rows('memberships/v2/recurring-services', { membershipIds })).toMatchObject([
			{ locationId: 2001, name: 'Autumn check' },
		]);
	});

	it('keep what became of them', async () => {
		const path = 'memberships/v2/memberships/23001';
		await titan.write('PATCH', path, { status: 'Canceled' });
		const { data } = await titan.call('GET', `${path}/status-changes`);
		expect((data as Row[]).at(-1)).toMatchObject({ oldStatus: 'Active', newStatus: 'Canceled' });
		expect(idsOf(await titan.rows('memberships/v2/memberships'))).not.toContain(23_001);
	});

	it('have visits that are done once, by the job that did them', async () => {
		const mark = async (end: string, jobId: number) =>
			await titan.status('POST', `memberships/v2/recurring-service-events/25002/${end}`, { jobId });
		expect(await mark('mark-complete', 50_002)).toBe(200);
		expect(await mark('mark-complete', 50_002)).toBe(400);
		expect(await mark('mark-incomplete', 50_003)).toBe(400);
		expect(await mark('mark-incomplete', 50_002)).toBe(200);
	});
});

describe('estimates', () => {
	it('are sold, taken back and dismissed, in the order that makes sense', async () => {
		const path = 'sales/v2/estimates';
		expect(await titan.status('POST', path, { name: 'For nothing' })).toBe(400);
		const { id, ...made } = await titan.write('POST', path, {
			jobId: 50_001,
			items: [{ skuId: 11_001, quantity: 2 }],
		});
		expect(made).toMatchObject({ subtotal: 180, customerId: 1001, status: { name: 'Open' } });
		const put = async (end: string, data?: object) =>
			await titan.status('PUT', `${path}/${String(id)}/${end}`, data);
		expect(await put('unsell')).toBe(400);
		expect(await put('sell', { soldBy: 7 })).toBe(400);
		expect(await put('sell', { soldBy: 601 })).toBe(200);
		expect(await put('sell', { soldBy: 601 })).toBe(400);
		expect(await put('items', { skuId: 11_002 })).toBe(400);
		expect(idsOf(await titan.rows(path, { status: 'Sold', soldById: 601 }))).toContain(id);
		expect(await put('unsell')).toBe(200);
		expect(await put('dismiss')).toBe(200);
		expect(await put('sell', { soldBy: 601 })).toBe(400);
	});

	it('take lines for all lines', async () => {
		const path = 'sales/v2/estimates/27001';
		const { items } = (await titan.call('GET', path)).data as { items: Row[] };
		const kept = { id: items[0].id, quantity: 3 };
		const changed = await titan.write('PUT', path, { items: [kept] });
		expect(changed).toMatchObject({ items: [{ id: items[0].id, qty: 3 }] });
		expect(await titan.status('PUT', path, { items: [{ id: 7, quantity: 1 }] })).toBe(400);
	});
});

describe('payroll', () => {
	it('takes no more pay into what is paid', async () => {
		const item = { activityCodeId: 8402, amount: 5, date: '2026-03-10T09:00:00Z' };
		const path = 'payroll/v2/gross-pay-items';
		expect(await titan.status('POST', path, { ...item, payrollId: 26_006 })).toBe(409);
		expect(await titan.status('POST', path, { ...item, payrollId: 26_001 })).toBe(200);
		const adjust = async (employeeType: string) =>
			await titan.status('POST', 'payroll/v2/payroll-adjustments', {
				employeeType,
				employeeId: 601,
				postedOn: item.date,
			});
		expect(await adjust('Employee')).toBe(400);
		expect(await adjust('Technician')).toBe(200);
		const payrolls = await titan.rows('payroll/v2/technicians/601/payrolls');
		expect(idsOf(payrolls)).toEqual([26_001, 26_006]);
	});
});

describe('campaigns', () => {
	it('cost something once a month', async () => {
		const cost = async (month: number) =>
			await titan.status('POST', 'marketing/v2/costs', {
				campaignId: 201,
				year: 2026,
				month,
				dailyCost: 3,
			});
		expect(await cost(13)).toBe(400);
		expect(await cost(2)).toBe(409);
		expect(await cost(3)).toBe(200);
		expect(
			await titan.rows('marketing/v2/campaigns/201/costs', { year: 2026, month: 3 }),
		).toHaveLength(1);
		const campaign = { name: 'Bus', businessUnitId: 101, categoryId: 1, active: true };
		expect(
			await titan.status('POST', 'marketing/v2/campaigns', { ...campaign, categoryId: 9 }),
		).toBe(400);
		expect(await titan.write('POST', 'marketing/v2/campaigns', campaign)).toMatchObject({
			category: { id: 1, name: 'Online' },
		});
	});
});
