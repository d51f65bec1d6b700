import { NOW_SECONDS, tradeSandbox, type Sent } from '../support/tradeSandbox';

const { request, status, done, read } = tradeSandbox();

const ids = (rows: ReadonlyArray<{ readonly id: number }>) => rows.map(({ id }) => id);

const QUOTE = {
	vendorId: 101,
	locationId: 1003,
	name: 'Mend the riser',
	description: 'All of it',
	jobType: 'repair',
	serviceRequestIds: [30_001],
};
const PAYMENT = {
	invoiceId: 70_001,
	customerId: 104,
	paymentMethod: 'check',
	source: 'manual',
	amount: 100,
	referenceNumber: 'CK-1',
	status: 'applied',
};
const ITEM = { quantity: 2, price: 10, description: 'Bolt' };

describe('what is refused about sales', () => {
	test.each<readonly [string, string, Sent, number]>([
		// Lists that want their parent.
		['GET', '/quoteitem', {}, 404],
		['GET', '/invoiceitem', {}, 404],
		['GET', '/invoicerecurrenceitem', {}, 404],
		['GET', '/quotetemplateitem', {}, 404],
		// Quotes.
		['POST', '/quote', { data: { ...QUOTE, name: undefined } }, 400],
		['POST', '/quote', { data: { ...QUOTE, jobType: 'retrofit' } }, 400],
		['POST', '/quote', { data: { ...QUOTE, status: 'submitted' } }, 400],
		['POST', '/quote', { data: { ...QUOTE, visibility: [] } }, 400],
		['POST', '/quote', { data: { ...QUOTE, serviceRequestIds: [30_002] } }, 400],
		['PUT', '/quote/60001', { data: { status: 'submitted' } }, 400],
		['PUT', '/quote/60001', { data: { locationId: 1004 } }, 400],
		['DELETE', '/quote/60001', {}, 405],
		['GET', '/quote', { params: { sort: 'total' } }, 400],
		['POST', '/quote/60003/submit', {}, 409],
		['POST', '/quote/60001/approve', {}, 409],
		['POST', '/quote/60001/reject', {}, 409],
		['POST', '/quote/60001/requestchanges', {}, 409],
		['POST', '/quote/60001/makechanges', {}, 409],
		['POST', '/quote/60001/reopen', {}, 409],
		['POST', '/quote/60001/job', {}, 409],
		['POST', '/quote/60008/cancel', {}, 409],
		['POST', '/quote/60008/viewed', {}, 409],
		['POST', '/quote/60005/job', { data: { jobId: '1' } }, 404],
		['POST', '/quote/60005/job', { data: { jobId: '10001' } }, 400],
		['POST', '/quote/60005/job', { data: { dueDate: 'soon' } }, 400],
		['POST', '/quote/60003/approve', { data: { contactId: 1 } }, 400],
		['POST', '/quote/60001/item', { data: { quantity: 1, price: 1 } }, 400],
		['GET', '/quote/60002/item/65001', {}, 404],
		['DELETE', '/quotetemplate/1', {}, 409],
		// Invoices.
		['POST', '/invoice', { data: { jobId: 10_001 } }, 400],
		['POST', '/invoice', { data: { jobId: 10_001, contractId: 501, customerId: 104 } }, 400],
		['POST', '/invoice', { data: { type: 'invoice', status: 'ok', vendorId: 101 } }, 400],
		['POST', '/invoice', { data: { jobId: 10_001, contractId: 503 } }, 409],
		[
			'POST',
			'/invoice',
			{ data: { jobId: 10_001, type: 'invoice', status: 'ok', items: [ITEM] } },
			400,
		],
		[
			'POST',
			'/invoice',
			{ data: { jobId: 10_001, contractId: 501, items: [{ description: 'x' }] } },
			400,
		],
		['POST', '/job/10001/invoice', { data: { contractId: 7 } }, 404],
		['POST', '/job/7/invoice', { data: { contractId: 501 } }, 404],
		['PUT', '/invoice/70001', { data: { jobId: 10_002 } }, 400],
		['PUT', '/invoice/70001', { data: { status: 'done' } }, 400],
		['PUT', '/invoice/7', { data: { status: 'void' } }, 405],
		['DELETE', '/invoice/70001', {}, 405],
		['POST', '/invoice/recurring', { data: { invoiceRecurrenceId: '1,3' } }, 400],
		['POST', '/invoice/recurring', { data: { invoiceRecurrenceId: '7' } }, 400],
		['POST', '/invoice/70001/item', { data: { ...ITEM, taxGroupId: 1, taxRate: 5 } }, 409],
		['POST', '/invoice/70001/item', { data: { quantity: 1, description: 'x' } }, 400],
		['DELETE', '/invoiceitem/75001', {}, 405],
		// Payments.
		['POST', '/payment', { data: { ...PAYMENT, amount: -1 } }, 400],
		['POST', '/payment', { data: { ...PAYMENT, paymentMethod: 'shells' } }, 400],
		['POST', '/payment', { data: { ...PAYMENT, referenceNumber: undefined } }, 400],
		['PUT', '/payment/85001', { data: { status: 'applied' } }, 400],
		['PUT', '/payment/85001', { data: { source: 'manual' } }, 400],
		['PUT', '/payment/7', { data: { status: 'void' } }, 405],
		['GET', '/payment', { params: { limit: 2001 } }, 400],
		// What is billed again and again.
		['PUT', '/invoicerecurrence/1', { data: { interval: 2 } }, 400],
		['PUT', '/invoicerecurrence/1', { data: { contractId: 501 } }, 400],
		['PUT', '/invoicerecurrence/1', { data: { frequency: 'weekly' } }, 400],
		// Contracts.
		['GET', '/contract', {}, 405],
		['GET', '/contract', { params: { name: 'Default' } }, 405],
		['POST', '/contract', { data: { type: 'default', vendorId: 101 } }, 400],
		['POST', '/contract', { data: { type: 'company', name: 'x', vendorId: 101 } }, 400],
		[
			'POST',
			'/contract',
			{ data: { type: 'default', name: 'x', vendorId: 101, locationId: 1003 } },
			400,
		],
		['POST', '/contract', { data: { quoteId: 7 } }, 404],
		['PUT', '/contract/502', { data: { customerPo: 'x' } }, 400],
		['PUT', '/contract/502', { data: { type: 'default' } }, 400],
		['GET', '/contractrule', {}, 400],
		['GET', '/contract/501/rule', { params: { flatview: 1 } }, 400],
		['GET', '/contract/501/rule/554', {}, 404],
		['POST', '/contract/501/rule', { data: { type: 'unit', name: 'x', price: 1 } }, 400],
		['POST', '/contract/501/rule', { data: { type: 'nte', name: 'x', threshold: 1.5 } }, 400],
		['POST', '/contract/501/rule', { data: { type: 'nte', name: 'x', serviceLineId: 1 } }, 400],
		// The library.
		['GET', '/libitem', { params: { contractorId: 101 } }, 400],
		['POST', '/libitem', { data: { name: 'x', type: 'part', techId: 54 } }, 400],
		['POST', '/libitem', { data: { name: 'x', type: 'part', code: 'EXT-10' } }, 400],
		['POST', '/libitem', { data: { name: 'x', type: 'part', code: 'x'.repeat(101) } }, 400],
		['PUT', '/libitem/801', { data: { techId: 54, cost: 60 } }, 400],
	])('%s %s %j is %i', async (method, path, sent, wanted) => {
		expect(await status(method, path, sent)).toBe(wanted);
	});
});

describe('quotes', () => {
	test('make a request of their own, and go from new to a job', async () => {
		const made = await done('POST', '/quote', QUOTE);
		expect(made).toMatchObject({
			status: 'new',
			customer: { id: 104 },
			subtotal: '0.00',
			visibility: ['public', 'items'],
			terms: { id: 2 },
		});
		const asked = await read(`/quoterequest/${made.quoteRequest.id}`);
		expect(asked).toMatchObject({
			type: 'simple',
			quoteStatus: 'new',
			parentQuote: { id: made.id },
		});
		await done('POST', `/quote/${made.id}/item`, { ...ITEM, taxRate: 5 });
		const sent = await done('POST', `/quote/${made.id}/submit`, { customerPoRequired: true });
		// Money is text on quotes.
		expect(sent).toMatchObject({
			status: 'submitted',
			subtotal: '20.00',
			taxAmount: '1.00',
			totalPrice: '21.00',
		});
		expect((await done('POST', `/quote/${made.id}/approve`)).status).toBe('accepted');
		const job = await done('POST', `/quote/${made.id}/job`, {
			customerPo: 'PO-1',
			addBudget: true,
		});
		expect(job).toMatchObject({
			type: 'repair',
			customerPo: 'PO-1',
			serviceRequests: [{ id: 30_001 }],
		});
		const { budgets } = await read('/budget', { jobId: job.id });
		expect(budgets).toMatchObject([{ type: 'granular', status: 'unlocked' }]);
		expect((await read('/quote', { jobId: job.id })).quotes).toMatchObject([{ id: made.id }]);
		const again = await request('POST', `/quote/${made.id}/job`, {
			data: { jobId: String(job.id), addBudget: true },
		});
		expect(again.status).toBe(409);
	});

	test('go back and forth, and leave the reason as a comment', async () => {
		const rejected = await done('POST', '/quote/60003/reject', { details: 'Too dear' });
		expect(rejected.status).toBe('rejected');
		const { comments } = await read('/quote/60003/comment');
		expect(comments).toMatchObject([{ content: 'Too dear', author: { id: 51 } }]);
		expect((await done('POST', '/quote/60003/reopen')).status).toBe('draft');
		expect((await done('POST', '/quote/60004/makechanges')).status).toBe('draft');
		expect((await done('POST', '/quote/60004/cancel')).status).toBe('canceled');
	});

	test('are copied with their items, and with what hangs on them where asked', async () => {
		const copy = await done('POST', '/quote/60001/copy', { copyComments: true });
		expect(copy.id).not.toBe(60_001);
		expect(copy.status).toBe('draft');
		expect((await read(`/quote/${copy.id}/item`)).items).toHaveLength(2);
		expect((await read(`/quote/${copy.id}/comment`)).comments).toHaveLength(1);
		const elsewhere = await done('POST', '/quote/60001/copy', { locationId: 1005 });
		expect(elsewhere).toMatchObject({ location: { id: 1005 }, serviceRequests: [] });
	});

	test('come by name unless another order is asked for, and by several states', async () => {
		const { quotes } = await read('/quote');
		const names = quotes.map(({ name }: { name: string }) => name);
		expect(names).toEqual([...names].sort());
		const newest = await read('/quote', { sort: 'created', sortOrder: 'DESC' });
		expect(newest.quotes[0].id).toBe(60_001);
		expect((await read('/quote', { status: 'submitted,accepted' })).quotes).toHaveLength(4);
		expect((await read('/quote', { userId: 52 })).quotes).toHaveLength(8);
		expect((await read('/quote', { assignedToId: 52 })).quotes).toHaveLength(4);
		expect((await read('/quoterequest', { status: 'waiting' })).quoterequests).toHaveLength(4);
		expect((await read('/quoterequest', { quoteStatus: 'new,draft' })).quoterequests).toHaveLength(
			2,
		);
	});
});

describe('invoices', () => {
	test('are made of what a job used, at the prices of the contract', async () => {
		const made = await done('POST', '/invoice', { jobId: 10_001, contractId: 501, applyTax: true });
		expect(made).toMatchObject({ job: { id: 10_001 }, customer: { id: 104 }, terms: { id: 3 } });
		// Numbers here, unlike on quotes: one hour at 110, two extinguishers at 92.
		expect(made.subtotal).toBe(294);
		// The place is taxable and one group knows its postal code.
		expect(made.items[0]).toMatchObject({ taxRate: 7.25, taxGroup: { code: 'OH-MAPLE' } });
		expect(made.totalPrice).toBeCloseTo(294 * 1.0725, 2);
		const nested = await done('POST', '/job/10001/invoice', { contractId: 501 });
		expect(nested.subtotal).toBe(294);
	});

	test('take lines, external ones without a contract', async () => {
		const base = { type: 'external', status: 'ok', customerId: 104, vendorId: 101 };
		const made = await done('POST', '/invoice', { ...base, items: [{ ...ITEM, taxGroup: 1 }] });
		expect(made).toMatchObject({ subtotal: 20, taxAmount: 1.45, totalPrice: 21.45 });
		expect((await done('PUT', `/invoice/${made.id}`, { status: 'void' })).status).toBe('void');
		const item = await done('POST', '/invoiceitem', { ...ITEM, invoiceId: made.id, taxGroupId: 3 });
		expect(item).toMatchObject({ taxRate: 8.25, totalPrice: 21.65 });
		// On a change they are independent.
		const changed = await done('PUT', `/invoiceitem/${item.id}`, { taxRate: 1 });
		expect(changed).toMatchObject({ taxRate: 1, taxGroup: { id: 3 } });
	});

	test('are paid in whole or in part, and void payments do not count', async () => {
		const paid = async (word: string) => ids((await read('/invoice', { paid: word })).invoices);
		expect(await paid('paid')).toEqual([70_004]);
		expect(await paid('partial')).toEqual([70_005]);
		expect(await paid('unpaid')).toHaveLength(7);
		await done('PUT', '/payment/85001', { status: 'void' });
		expect(await paid('paid')).toEqual([]);
		const made = await done('POST', '/invoice/70001/payment', {
			...PAYMENT,
			invoiceId: undefined,
			amount: '300.00',
		});
		expect(made).toMatchObject({ amount: 300, invoice: { id: 70_001 }, creator: { id: 51 } });
		expect(made.transactionDate).toBeGreaterThanOrEqual(NOW_SECONDS);
		expect(await paid('paid')).toEqual([70_001]);
	});

	test('payments in a list lack their id', async () => {
		const { payments } = await read('/payment', { customerId: 1 });
		expect(payments).toEqual([]);
		const listed = await read('/payment');
		expect(listed.payments[0]).not.toHaveProperty('id');
		expect(listed.payments[0]).not.toHaveProperty('uri');
		expect(listed.payments[0]).toHaveProperty('referenceNumber');
	});

	test('several recurrences become one', async () => {
		const made = await done('POST', '/invoice/recurring', { invoiceRecurrenceId: '1,2' });
		expect(made.items).toMatchObject([
			{ invoiceRecurrence: { id: 1 } },
			{ invoiceRecurrence: { id: 2 } },
		]);
		expect(ids((await read('/invoice', { invoiceRecurrenceId: 2 })).invoices)).toEqual([made.id]);
		expect((await read('/invoicerecurrence', { noEndsOn: 1 })).invoiceRecurrences).toHaveLength(2);
	});
});

describe('contracts and prices', () => {
	test('the most specific one applies, all where that is asked for, none is a 404', async () => {
		expect(ids((await read('/contract', { jobId: 10_001, name: 'ignored' })).contracts)).toEqual([
			502,
		]);
		const place = { customerId: 104, locationId: 1003 };
		expect(ids((await read('/contract', place)).contracts)).toEqual([502]);
		expect(ids((await read('/contract', { ...place, allMatches: 1 })).contracts)).toEqual([
			501, 502,
		]);
		expect(await status('GET', '/contract', { params: { customerId: 120 } })).toBe(404);
		expect(
			ids((await read('/contract', { contractorId: 101, name: 'Default' })).contracts),
		).toEqual([501]);
	});

	test('a quote has one contract, however often it is asked for', async () => {
		const first = await done('POST', '/contract', { quoteId: 60_005 });
		expect(first.type).toBe('quote');
		expect((await done('POST', '/contract', { quoteId: 60_005 })).id).toBe(first.id);
	});

	test('accept, copy, child and deactivate', async () => {
		expect((await done('POST', '/contract/502/accept')).accepted).toBe(true);
		expect(await done('POST', '/contract/502/copy', { copyAttachments: true })).toMatchObject({
			parent: null,
		});
		expect(await done('POST', '/contract/502/child')).toMatchObject({ parent: { id: 502 } });
		await done('PUT', '/job/10090', { contractId: 502, status: 'scheduled' });
		const path = '/contract/502/deactivate';
		expect(
			await status('POST', path, { data: { cancelJobs: true, cancelRecurringInvoices: true } }),
		).toBe(204);
		expect((await read('/contract/502')).active).toBe(false);
		expect((await read('/job/10090')).status).toBe('canceled');
		expect((await read('/invoicerecurrence/1')).endsOn).toBeGreaterThanOrEqual(NOW_SECONDS);
	});

	test('rules of parents are handed down where asked for, a flat view hides what is masked', async () => {
		await done('PUT', '/contract/502', { parentId: 501 });
		const count = async (params: object) => (await read('/contract/502/rule', params)).rules.length;
		expect(await count({})).toBe(2);
		expect(await count({ inherit: 1 })).toBe(5);
		// The parent's price of an hour is masked.
		expect(await count({ flatview: 1, type: 'unit' })).toBe(2);
		expect(await count({ inherit: 1, libItemIds: 'none' })).toBe(2);
		const { rules } = await read('/contractrule', { updatedAfter: 0, type: 'additionalcharge' });
		expect(rules).toMatchObject([{ serviceLine: [{ id: 1 }] }]);
	});

	test('library items have a price under a contract alone, and are active ones of our own', async () => {
		const { libItems } = await read('/libitem');
		expect(libItems).toHaveLength(10);
		expect((await read('/libitem', { active: 0 })).libItems).toMatchObject([{ code: 'HAL-1' }]);
		expect((await read('/libitem', { companyIds: '104' })).libItems).toHaveLength(11);
		expect((await read('/libitem', { search: 'lab-' })).libItems).toHaveLength(2);
		expect((await read('/libitem/805')).price).toBeNull();
		const priced = await read('/libitem/805', { contractId: 502 });
		expect(priced).toMatchObject({ price: 98, priceRuleType: 'unit' });
		const parties = { contractorId: 101, contracteeId: 104, locationId: 1003 };
		expect((await read('/libitem/805', parties)).price).toBe(98);
		await done('PUT', '/libitem/805', { techId: 54, cost: 70 });
		const costs = (await read('/libitem', { code: 'LAB-TECH', techId: 54 })).libItems;
		expect(costs).toMatchObject([{ cost: 70 }]);
		expect((await read('/libitem/805')).cost).toBe(55);
	});
});
