import { sleep } from 'n8n-workflow';
import nock from 'nock';

import { ACME, acmeNode, KEY, TOKEN } from '../support/acme';
import { runNode } from '../support/engine';
import { noNetwork } from '../support/network';
import { byId } from '../support/picker';

const api = () => nock(ACME);

noNetwork();

/** What a create sends as its body. */
async function sentBy(additionalFields: object, more: object = {}): Promise<unknown> {
	let sent: unknown;
	api()
		.post('/jobs', (body) => {
			sent = body;
			return true;
		})
		.reply(200, { id: 1 });
	const parameters = { resource: 'job', operation: 'create', customerId: byId(7), summary: 'Leak' };
	const { error } = await runNode(acmeNode(), {
		...parameters,
		...more,
		additionalFields,
	} as never);
	expect(error).toBeUndefined();
	return sent;
}

/** The refusal that a create meets before anything is sent. */
async function refusalOf(additionalFields: object, more: object = {}): Promise<string> {
	const parameters = { resource: 'job', operation: 'create', customerId: byId(7), summary: 'Leak' };
	const { error } = await runNode(acmeNode(), {
		...parameters,
		...more,
		additionalFields,
	} as never);
	return error?.message ?? 'no error';
}

describe('what is sent', () => {
	it('leaves out every optional field that was not added', async () => {
		expect(await sentBy({})).toEqual({ customerId: 7, summary: 'Leak' });
	});

	it('sends a list as the whole body where the vendor wants nothing else', async () => {
		api()
			.post('/jobs/exported', [{ jobId: 5 }, { jobId: 7 }])
			.reply(200);
		const { items, error } = await runNode(acmeNode(), {
			resource: 'job',
			operation: 'export',
			jobs: { values: [{ jobId: 5 }, { jobId: 7 }] },
		});
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ success: true });
	});

	it('sends no row for a list of rows that nothing was put into', async () => {
		expect(await sentBy({ lines: {} })).toEqual({ customerId: 7, summary: 'Leak' });
	});

	it('sends false and 0 where they were added', async () => {
		expect(await sentBy({ urgent: false, hours: 0 })).toEqual({
			customerId: 7,
			summary: 'Leak',
			urgent: false,
			hours: 0,
		});
	});

	it('leaves an added but empty text out of a create, and sends it in an update', async () => {
		expect(await sentBy({ note: '' })).toEqual({ customerId: 7, summary: 'Leak' });
		api().patch('/jobs/5', { summary: '', urgent: false, hours: 0 }).reply(200, { id: 5 });
		await runNode(acmeNode(), {
			resource: 'job',
			operation: 'update',
			id: byId(5),
			updateFields: { summary: '', urgent: false, hours: 0 },
		});
	});

	it('reads local dates in the time zone of the workflow and keeps those with an offset', async () => {
		const sent = await sentBy({ start: '2026-03-31T14:30:00', day: '2026-03-31T00:00:00' });
		expect(sent).toMatchObject({ start: '2026-03-31T18:30:00.000Z', day: '2026-03-31' });
		expect(await sentBy({ start: '2026-03-31T14:30:00+02:00' })).toMatchObject({
			start: '2026-03-31T12:30:00.000Z',
		});
	});

	it('reaches into objects, writes groups plainly and drops members that were left empty', async () => {
		expect(
			await sentBy({
				zip: '28202',
				contact: { values: { name: 'Ann Other', phone: '' } },
				lines: {
					values: [
						{ item: 'Valve', amount: 0 },
						{ item: 'Pipe', amount: 2 },
					],
				},
			}),
		).toMatchObject({
			address: { zip: '28202' },
			contact: { name: 'Ann Other' },
			lines: [
				{ item: 'Valve', amount: 0 },
				{ item: 'Pipe', amount: 2 },
			],
		});
	});

	it('sends a value under its second name too, and what goes along with it', async () => {
		expect(await sentBy({ poNumber: 'PO-7' })).toMatchObject({
			poNumber: 'PO-7',
			po: 'PO-7',
			source: 'n8n',
		});
	});

	it('refuses values that do not fit together', async () => {
		expect(await refusalOf({ urgent: true, hours: 0 })).toBe('Hours: an urgent job takes some');
	});

	it('takes what a model or an expression gives: plain IDs, numbers in text, arrays in text', async () => {
		const sent = await sentBy(
			{
				technicianIds: '12, 13',
				hours: '2.5',
				urgent: 'true',
				kind: 'repair',
				skills: '["gas"]',
				tags: 'a, b',
				extra: '{"a":1}',
			},
			{ customerId: '7' },
		);
		expect(sent).toEqual({
			customerId: 7,
			summary: 'Leak',
			technicianIds: [12, 13],
			hours: 2.5,
			urgent: true,
			kind: 'R',
			skills: ['gas'],
			tags: ['a', 'b'],
			extra: { a: 1 },
		});
	});

	it('takes the ID out of an address of the web app', async () => {
		const url = 'https://app.acme.test/customers/31?tab=jobs';
		expect(await sentBy({}, { customerId: { __rl: true, mode: 'url', value: url } })).toMatchObject(
			{
				customerId: 31,
			},
		);
	});

	it('names the field of a value that does not fit, and sends nothing', async () => {
		expect(await refusalOf({ hours: 'many' })).toBe('Hours: "many" is not a number');
		expect(await refusalOf({ urgent: 'perhaps' })).toBe(
			'Urgent: "perhaps" is neither true nor false',
		);
		expect(await refusalOf({ start: 'tomorrow-ish' })).toBe('Start: "tomorrow-ish" is not a date');
		expect(await refusalOf({ kind: '={{ "Z" }}' })).toBe('Kind: "Z" is not one of R, S');
		expect(await refusalOf({ extra: '={{ "{" }}' })).toBe('Extra: this is not valid JSON');
		expect(await refusalOf({}, { customerId: '={{ "seven" }}' })).toBe(
			'Customer: "seven" is not the ID of a customer',
		);
		expect(await refusalOf({}, { summary: '={{ "" }}' })).toBe('Summary: this is needed');
	});

	it('writes flags and lists in a query the way the vendor wants them, beside what is always sent', async () => {
		api()
			.get('/jobs')
			.query({ view: 'full', active: 0, ids: '1,2', minimum: 0, page: 1, pageSize: 1 })
			.reply(200, { data: [{ id: 1 }] });
		const { items } = await runNode(acmeNode(), {
			resource: 'job',
			operation: 'getAll',
			limit: 1,
			simplify: false,
			filters: { active: false, ids: '1,2', minimum: 0 },
		});
		expect(items).toHaveLength(1);
	});

	it('keeps an ID inside its own part of the path', async () => {
		api().get('/jobs/1%2F..%2Fcustomers').reply(200, { id: 1 });
		await runNode(
			acmeNode(),
			{ resource: 'job', operation: 'get', id: byId('={{ $json.id }}') },
			{ items: [{ id: '1/../customers' }] },
		);
	});

	it.each(['.', '..'])('refuses %p as a part of the path', async (value) => {
		const { error } = await runNode(acmeNode(), {
			resource: 'job',
			operation: 'get',
			id: byId(value),
		});
		expect(error?.message).toBe(`Job: "${value}" cannot stand in an address`);
	});
});

describe('an operation of several requests', () => {
	it('cannot be led out of its path either', async () => {
		const { error } = await runNode(acmeNode(), {
			resource: 'attachment',
			operation: 'fetch',
			id: '..',
		});
		expect(error?.message).toBe('ID: ".." cannot stand in an address');
	});
});

describe('what comes back', () => {
	it('says deleted after a delete and success after an empty answer', async () => {
		api().delete('/jobs/5').reply(204);
		api().put('/jobs/5/cancel', { memo: 'Gone' }).reply(200, '');
		const removed = await runNode(acmeNode(), {
			resource: 'job',
			operation: 'delete',
			id: byId(5),
		});
		const canceled = await runNode(acmeNode(), {
			resource: 'job',
			operation: 'cancel',
			id: byId(5),
			memo: 'Gone',
		});
		expect(removed.items[0].json).toEqual({ deleted: true, id: '5' });
		expect(canceled.items[0].json).toEqual({ success: true, id: '5' });
	});

	it('simplifies records when asked', async () => {
		const get = { resource: 'job', operation: 'get', id: byId(5) };
		api()
			.get('/jobs/5')
			.twice()
			.reply(200, { data: { id: 5, summary: 'Leak', total: 3 } });
		const simple = await runNode(acmeNode(), { ...get, simplify: true });
		const whole = await runNode(acmeNode(), { ...get, simplify: false });
		expect(simple.items[0].json).toEqual({ id: 5, summary: 'Leak' });
		expect(whole.items[0].json).toEqual({ id: 5, summary: 'Leak', total: 3 });
	});

	it('runs an operation of several requests', async () => {
		api().get('/jobs/5').reply(200, { id: 5, start: 'then' });
		api()
			.get('/whole')
			.query({ page: 1, pageSize: 2 })
			.reply(200, { data: [{ id: 1 }, { id: 2 }, { id: 3 }] });
		api().post('/jobs/5/move', { to: '2026-03-31T14:30:00-04:00' }).reply(200, {});
		const { items } = await runNode(acmeNode(), {
			resource: 'job',
			operation: 'move',
			id: byId(5),
			to: '2026-03-31T14:30:00',
		});
		expect(items[0].json).toEqual({
			id: '5',
			from: 'then',
			to: '2026-03-31T14:30:00-04:00',
			visits: 2,
		});
	});

	it('lets such an operation refuse in words', async () => {
		api().get('/jobs/5').reply(200, { id: 5, locked: true });
		api().get('/whole').query(true).reply(200, { data: [] });
		const { error } = await runNode(acmeNode(), {
			resource: 'job',
			operation: 'move',
			id: byId(5),
			to: '2026-03-31T14:30:00',
		});
		expect(error).toMatchObject({ message: 'Job: it is locked', description: 'Unlock it first.' });
	});
});

describe('many items', () => {
	it('sends the first alone, then at most so many at a time, and keeps the order of the input', async () => {
		let running = 0;
		const seen: number[] = [];
		api()
			.get(/\/jobs\/\d+/)
			.times(9)
			.reply(200, async (uri) => {
				seen.push(++running);
				const number = Number(uri.split('/').pop());
				// Later items answer sooner, so that order is not a matter of luck.
				await sleep(2 * (9 - number));
				running--;
				return { id: number };
			});
		const { items } = await runNode(
			acmeNode(),
			{
				resource: 'job',
				operation: 'get',
				id: byId('={{ $json.n }}'),
				simplify: false,
				options: { itemsAtOnce: 2 },
			},
			{ items: Array.from({ length: 9 }, (_, n) => ({ n })) },
		);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			Array.from({ length: 9 }, (_, item) => [item, { item }]),
		);
		expect(seen[0]).toBe(1);
		expect(Math.max(...seen)).toBe(2);
	});

	it('pairs every record with its item where items give different numbers of them', async () => {
		api()
			.get('/rounds')
			.query(true)
			.twice()
			.reply((uri) => [
				200,
				{ data: uri.includes('status=two') ? [{ id: 1 }, { id: 2 }] : [{ id: 3 }] },
			]);
		const { items } = await runNode(
			acmeNode(),
			{
				resource: 'job',
				operation: 'getRounds',
				simplify: false,
				filters: { status: '={{ $json.status }}' },
			},
			{ items: [{ status: 'two' }, { status: 'one' }] },
		);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[1, { item: 0 }],
			[2, { item: 0 }],
			[3, { item: 1 }],
		]);
	});

	it('lets one bad item cost one item', async () => {
		api().get('/jobs/1').reply(200, { id: 1 });
		api().get('/jobs/2').reply(404, { title: 'No such job' });
		api().get('/jobs/3').reply(200, { id: 3 });
		const { items } = await runNode(
			acmeNode(),
			{ resource: 'job', operation: 'get', id: byId('={{ $json.n }}') },
			{ items: [{ n: 1 }, { n: 2 }, { n: 3 }], onError: 'continueRegularOutput' },
		);
		expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ id: 1 }, { item: 0 }],
			[{ error: 'No such job' }, { item: 1 }],
			[{ id: 3 }, { item: 2 }],
		]);
	});

	it('sends failed items to the error output', async () => {
		api().get('/jobs/1').reply(404, { title: 'No such job' });
		api().get('/jobs/2').reply(200, { id: 2 });
		const { items, errors } = await runNode(
			acmeNode(),
			{ resource: 'job', operation: 'get', id: byId('={{ $json.n }}') },
			{ items: [{ n: 1 }, { n: 2 }], onError: 'continueErrorOutput' },
		);
		expect(items.map(({ json }) => json)).toEqual([{ id: 2 }]);
		expect(errors.map(({ json }) => json)).toEqual([{ error: 'No such job' }]);
	});

	it('says of each item that there is no credential, where the user chose to go on', async () => {
		const { items } = await runNode(
			{ node: acmeNode().node },
			{ resource: 'job', operation: 'get', id: byId(1) },
			{ items: [{}, {}], onError: 'continueRegularOutput' },
		);
		expect(items).toHaveLength(2);
		for (const { json } of items) expect(json.error).toMatch(/credential/);
	});

	it('starts nothing more after a failure that stops the workflow', async () => {
		api().get('/jobs/1').reply(404, { title: 'No such job' });
		const { error } = await runNode(
			acmeNode(),
			{ resource: 'job', operation: 'get', id: byId('={{ $json.n }}') },
			{ items: [{ n: 1 }, { n: 2 }, { n: 3 }] },
		);
		expect(error).toMatchObject({ message: 'No such job', context: { itemIndex: 0 } });
	});

	it('fetches one token for all of them', async () => {
		api().post('/token', { key: KEY }).once().reply(200, { token: TOKEN });
		api()
			.get(/\/jobs\/\d/)
			.times(4)
			.reply(200, { id: 1 });
		const { items } = await runNode(
			acmeNode({ signedIn: false }),
			{ resource: 'job', operation: 'get', id: byId('={{ $json.n }}') },
			{ items: [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }] },
		);
		expect(items).toHaveLength(4);
	});

	it('renews a token that ran out, once, and repeats the request', async () => {
		nock(ACME, { reqheaders: { authorization: `Bearer ${TOKEN}` } })
			.post('/jobs/1/move')
			.optionally()
			.reply(500);
		api().get('/jobs/1').once().reply(401, {});
		api().post('/token').once().reply(200, { token: 'acme-token-0002' });
		nock(ACME, { reqheaders: { authorization: 'Bearer acme-token-0002' } })
			.get('/jobs/1')
			.reply(200, { id: 1 });
		const { items } = await runNode(acmeNode(), { resource: 'job', operation: 'get', id: byId(1) });
		nock.cleanAll();
		expect(items[0].json).toEqual({ id: 1 });
	});
});
