import { sleep } from 'n8n-workflow';
import nock from 'nock';

import { allowances, AllowanceUsedUp } from '../../nodes/shared/http/allowance';
import { nextStep } from '../../nodes/shared/http/retry';
import { scrubber } from '../../nodes/shared/http/secrets';
import { ACME, acmeNode, KEY, TOKEN } from '../support/acme';
import { runNode } from '../support/engine';
import { noNetwork } from '../support/network';
import { byId } from '../support/picker';

const api = () => nock(ACME);

noNetwork();

const get = async (id = 1) =>
	await runNode(acmeNode(), { resource: 'job', operation: 'get', id: byId(id), simplify: false });
const create = async () =>
	await runNode(acmeNode(), {
		resource: 'job',
		operation: 'create',
		customerId: byId(7),
		summary: 'Leak',
	});

describe('retry', () => {
	const at = { attempt: 1, waited: 0, now: Date.parse('2026-03-31T12:00:00Z'), chance: 0.5 };
	const answer = (status: number, after?: string) => ({
		status,
		headers: { 'retry-after': after },
		body: {},
	});

	it.each([
		['a 429 on anything, after as many seconds as asked', answer(429, '7'), false, 7_000],
		[
			'a 429 until the date that was asked',
			answer(429, 'Tue, 31 Mar 2026 12:00:30 GMT'),
			false,
			30_000,
		],
		['a 429 that asks for nothing, after a second', answer(429), false, 1_000],
		[
			'a 429 whose date has passed, at once',
			answer(429, 'Tue, 31 Mar 2026 11:00:00 GMT'),
			false,
			0,
		],
		['a 503 on what may be repeated', answer(503), true, 1_000],
		['a broken connection on what may be repeated', { broken: 'ECONNRESET' }, true, 1_000],
	])('repeats %s', (_, outcome, repeatable, retryIn) => {
		expect(nextStep(outcome, repeatable, at)).toEqual({ retryIn });
	});

	it.each([
		['a 503 on what may not be repeated', answer(503), false],
		['a broken connection on what may not be repeated', { broken: 'ECONNRESET' }, false],
		['a 500, which says nothing about when it would work', answer(500), true],
		['a 404', answer(404), true],
	])('never repeats %s', (_, outcome, repeatable) => {
		expect(nextStep(outcome, repeatable, at)).toEqual({ giveUp: true });
	});

	it('waits longer each time and gives up in the end', () => {
		const waits = [1, 2, 3, 4, 5].map((attempt) => nextStep(answer(503), true, { ...at, attempt }));
		expect(waits).toEqual([
			{ retryIn: 1_000 },
			{ retryIn: 2_000 },
			{ retryIn: 4_000 },
			{ retryIn: 8_000 },
			{ giveUp: true },
		]);
	});

	it('spreads waits so that many workers do not come back together', () => {
		expect(nextStep(answer(503), true, { ...at, chance: 0 })).toEqual({ retryIn: 750 });
		expect(nextStep(answer(503), true, { ...at, chance: 1 })).toEqual({ retryIn: 1_250 });
	});

	it('tells the user of a wait that is too long instead of waiting', async () => {
		api().get('/jobs/1').reply(429, { title: 'Slow down' }, { 'Retry-After': '600' });
		expect((await get()).error).toMatchObject({
			message: 'Slow down',
			httpCode: '429',
			description: 'Run this again in 10 minutes.',
		});
	});

	it('waits as long as the vendor asks, then sends even a create again', async () => {
		api().post('/jobs').reply(429, {}, { 'Retry-After': '0' });
		api().post('/jobs').reply(200, { id: 9 });
		expect((await create()).items[0].json).toEqual({ id: 9 });
	});

	it('never sends a failed create twice', async () => {
		api().post('/jobs').reply(503, { title: 'Down for maintenance' });
		expect((await create()).error).toMatchObject({
			name: 'NodeApiError',
			message: 'Down for maintenance',
			httpCode: '503',
			context: { itemIndex: 0 },
		});
	});

	it('says that a create whose connection broke may have been carried out', async () => {
		api()
			.post('/jobs')
			.replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
		expect((await create()).error).toMatchObject({
			message: 'Acme could not be reached at api.acme.test: the connection broke',
			description: expect.stringContaining('not known whether Acme carried it out') as string,
		});
	});

	it('repeats a read whose connection broke', async () => {
		api()
			.get('/jobs/1')
			.replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
		api().get('/jobs/1').reply(200, { id: 1 });
		expect((await get()).items[0].json).toEqual({ id: 1 });
	});
});

describe('what the user is told', () => {
	it('names fields by their labels, with the reason and what to do', async () => {
		api()
			.post('/jobs')
			.reply(400, { title: 'Not valid', fields: { customerId: ['unknown'], other: ['odd'] } });
		expect((await create()).error).toMatchObject({
			message: 'Not valid',
			description: 'Customer: unknown\nother: odd',
			httpCode: '400',
		});
	});

	it('takes a text for data where it came as JSON, and not where that is cut short', async () => {
		const json = { 'Content-Type': 'application/json' };
		api().get('/jobs/1').reply(200, '"P-7"', json);
		expect((await get()).items.map(({ json: record }) => record)).toEqual([{ value: 'P-7' }]);
		api().get('/jobs/1').reply(200, '{"id": 1, "summ', json);
		expect((await get()).error?.message).toMatch(/^Acme answered with text instead of data/);
	});

	it('takes a failure inside a good status for what it is', async () => {
		api().get('/jobs/1').reply(200, { failed: true, title: 'It is closed' });
		expect((await get()).error?.message).toBe('It is closed');
	});

	it.each([
		[
			'a web page',
			'<html><body>Log in</body></html>',
			'Acme answered with a web page instead of data',
		],
		['plain text', 'oh no', 'Acme answered with text instead of data: oh no'],
		['nothing', '', 'Acme gave an empty answer where a record was due'],
	])('says so when %s comes instead of data', async (_, body, message) => {
		api().get('/jobs/1').reply(200, body);
		expect((await get()).error?.message).toBe(message);
	});

	it('says so when an error comes as a web page', async () => {
		api().get('/jobs/1').reply(500, '<html>Oops</html>');
		expect((await get()).error).toMatchObject({
			message: 'Acme answered with a web page instead of data (status 500)',
			description: expect.stringContaining('base URL in the credential') as string,
		});
	});

	it('says what is wrong with a sign-in that the vendor refuses, without the key', async () => {
		api()
			.post('/token')
			.reply(401, { error: `bad key ${KEY}` });
		const { error } = await runNode(acmeNode({ signedIn: false }), {
			resource: 'job',
			operation: 'get',
			id: byId(1),
		});
		expect(error?.message).toBe(
			'Acme refused the sign-in (status 401): bad key [hidden]. Check the key.',
		);
	});

	it('reports a 401 that a new token does not cure', async () => {
		api().get('/jobs/1').twice().reply(401, { title: 'Not for you' });
		api().post('/token').reply(200, { token: 'acme-token-0002' });
		expect((await get()).error).toMatchObject({ message: 'Not for you', httpCode: '401' });
	});

	it('asks for the credential where there is none', async () => {
		const { error } = await runNode(
			{ node: acmeNode().node },
			{ resource: 'job', operation: 'get', id: byId(1) },
		);
		expect(error?.message).toMatch(/credential/i);
	});
});

describe('secrets', () => {
	it('never shows one in output, not even where the vendor echoes it', async () => {
		api()
			.get('/jobs/1')
			.reply(200, { id: 1, key: KEY, deep: [{ note: `was ${TOKEN}!` }] });
		const { items } = await get();
		expect(items[0].json).toEqual({ id: 1, key: '[hidden]', deep: [{ note: 'was [hidden]!' }] });
	});

	it('never shows one in an error, not even a token that was only just fetched', async () => {
		api().post('/token').reply(200, { token: 'acme-token-0003' });
		api().get('/jobs/1').reply(400, { title: 'Token acme-token-0003 may not do this' });
		const { error } = await runNode(acmeNode({ signedIn: false }), {
			resource: 'job',
			operation: 'get',
			id: byId(1),
		});
		expect(error?.message).toBe('Token [hidden] may not do this');
		expect(JSON.stringify(error)).not.toContain('acme-token-0003');
	});

	it('keeps what holds no secret as it is', () => {
		const record = { a: ['x', { b: null }], when: new Date(0) };
		expect(scrubber({ key: KEY }, ['key'])(record)).toBe(record);
	});
});

describe('allowance', () => {
	/** A clock that only moves when somebody sleeps. */
	const clockFrom = (start = 0) => {
		let now = start;
		return {
			now: () => now,
			sleep: async (ms: number) => {
				now += ms;
			},
		};
	};
	const allowance = { requests: 3, perSeconds: 10, atOnce: 2 };

	it('lets no more through in any stretch of time than allowed', async () => {
		const clock = clockFrom();
		const { within } = allowances(clock);
		const sent: number[] = [];
		for (let i = 0; i < 7; i++) {
			await within('a', allowance, 60_000, async () => sent.push(clock.now()));
		}
		expect(sent).toEqual([0, 0, 0, 10_000, 10_000, 10_000, 20_000]);
	});

	it('counts accounts apart', async () => {
		const clock = clockFrom();
		const { within } = allowances(clock);
		for (let i = 0; i < 3; i++) await within('a', allowance, 0, async () => undefined);
		await expect(within('a', allowance, 0, async () => undefined)).rejects.toBeInstanceOf(
			AllowanceUsedUp,
		);
		await expect(within('b', allowance, 0, async () => 'sent')).resolves.toBe('sent');
	});

	it('says how long it would take instead of waiting longer than the caller can', async () => {
		const clock = clockFrom();
		const { within } = allowances(clock);
		for (let i = 0; i < 3; i++) await within('a', allowance, 0, async () => undefined);
		await expect(within('a', allowance, 5_000, async () => undefined)).rejects.toMatchObject({
			milliseconds: 10_000,
		});
	});

	it('holds the whole account back while the vendor asks for a pause', async () => {
		const clock = clockFrom();
		const { within, pause } = allowances(clock);
		pause('a', 4_000);
		expect(await within('a', allowance, 60_000, async () => clock.now())).toBe(4_000);
	});

	it('has no more on their way at a time than allowed, and lets the next go after a failure', async () => {
		const { within } = allowances(clockFrom());
		let running = 0;
		let peak = 0;
		const send = async () => {
			peak = Math.max(peak, ++running);
			await sleep(1);
			running--;
			throw new Error('no');
		};
		const many = { ...allowance, requests: 100 };
		await Promise.allSettled(
			Array.from({ length: 6 }, async () => await within('a', many, 0, send)),
		);
		expect(peak).toBe(2);
	});
});
