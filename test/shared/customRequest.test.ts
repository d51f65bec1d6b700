import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { INodeParameters } from 'n8n-workflow';

import { acmeNode, TOKEN } from '../support/acme';
import { runNode, type RunOptions } from '../support/engine';

// Nobody has to wait until something is sent again.
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => undefined,
}));

/** What arrived at the vendor. */
interface Arrived {
	readonly method: string;
	readonly url: string;
	readonly headers: FastifyRequest['headers'];
	readonly body: unknown;
	readonly parts?: string[];
}

let vendor: FastifyInstance;
let baseUrl: string;
let arrived: Arrived[];
beforeEach(async () => {
	arrived = [];
	vendor = fastify({ forceCloseConnections: true });
	await vendor.register(multipart);
	vendor.addHook('preHandler', async (request) => {
		const parts: string[] = [];
		if (request.isMultipart()) {
			for await (const part of request.parts()) {
				parts.push(
					part.type === 'field'
						? `${part.fieldname}=${String(part.value)}`
						: `${part.fieldname}=${part.filename}:${(await part.toBuffer()).toString()}`,
				);
			}
		}
		const { method, url, headers, body } = request;
		arrived.push({ method, url, headers, body, ...(request.isMultipart() && { parts }) });
	});
	vendor.get('/me', async () => ({ id: 1 }));
	vendor.get('/odd', async (request) => {
		const { page = '1' } = request.query as { page?: string };
		return { total: 101, data: [{ id: Number(page) }] };
	});
	vendor.get('/headers', async (_, reply) => {
		await reply.header('x-left', '9').header('set-cookie', 'session=open-sesame').send({ id: 5 });
	});
	vendor.get('/text', async (_, reply) => await reply.type('application/json').send('{"a": 1}'));
	vendor.get('/refused', async (_, reply) => await reply.status(400).send({ title: 'Not so' }));
	vendor.get('/file', async (_, reply) => await reply.type('text/csv').send('a;b'));
	vendor.get('/elsewhere', async (_, reply) => await reply.redirect('/file'));
	vendor.post('/slow', async (_, reply) => reply.hijack());
	vendor.post('/flaky', async (_, reply) =>
		arrived.length < 3 ? await reply.status(503).send({ title: 'Busy' }) : { id: 6 },
	);
	vendor.route({ method: ['POST', 'DELETE'], url: '/thing', handler: async () => ({ ok: true }) });
	baseUrl = await vendor.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => await vendor.close());

async function call(parameters: INodeParameters, options: RunOptions = {}) {
	const bench = acmeNode();
	if (bench.credential) bench.credential.values.baseUrl = baseUrl;
	const custom = { resource: 'customRequest', operation: 'send', method: 'GET' };
	return await runNode(bench, { ...custom, ...parameters }, options);
}

const row = (values: INodeParameters) => ({ values: [values] });
const more = (additionalFields: INodeParameters) => ({ additionalFields });

const picture = {
	data: Buffer.from('A picture.').toString('base64'),
	fileName: 'pump.txt',
	mimeType: 'text/plain',
};

describe('a custom request', () => {
	it('goes out with the sign-in, its parameters and its body', async () => {
		const { items } = await call({
			method: 'POST',
			route: 'thing',
			parameters: '{"b":2}',
			payload: '{"a":1}',
		});
		expect(items[0].json).toEqual({ ok: true });
		expect(arrived).toMatchObject([{ method: 'POST', url: '/thing?b=2', body: { a: 1 } }]);
		expect(arrived[0].headers.authorization).toBe(`Bearer ${TOKEN}`);
	});

	it('sends a list as the body, and none with a DELETE that was given none', async () => {
		await call({ method: 'POST', route: '/thing', payload: '[1,2]' });
		await call({ method: 'DELETE', route: '/thing', payload: '{}' });
		expect(arrived.map(({ body }) => body)).toEqual([[1, 2], undefined]);
	});

	it('reads all pages of a list', async () => {
		const { items } = await call({ route: '/odd', allPages: true });
		expect(items.map(({ json }) => json.id)).toEqual([1, 2]);
	});

	it('sends headers beside those of the sign-in, which they cannot replace', async () => {
		const headers = {
			values: [
				{ headerName: 'X-Example', headerValue: 'one' },
				{ headerName: 'Authorization', headerValue: 'Bearer another' },
			],
		};
		await call({ route: '/headers', ...more({ headers }) });
		expect(arrived[0].headers).toMatchObject({
			'x-example': 'one',
			authorization: `Bearer ${TOKEN}`,
		});
	});

	it('sends fields and files as a form', async () => {
		const { error } = await call(
			{
				method: 'POST',
				route: '/thing',
				payload: '{}',
				...more({
					formFields: row({ fieldName: 'purpose', fieldValue: '7' }),
					formFiles: {
						values: [
							{ partName: 'upload', inputField: 'data', sentName: 'renamed.txt' },
							{ partName: 'second', inputField: 'data', sentName: '' },
						],
					},
				}),
			},
			{ binary: { data: picture } },
		);
		expect(error).toBeUndefined();
		expect(arrived.at(-1)?.parts).toEqual([
			'purpose=7',
			'upload=renamed.txt:A picture.',
			'second=pump.txt:A picture.',
		]);
	});

	it('names the part whose file is not there', async () => {
		const { error } = await call({
			method: 'POST',
			route: '/thing',
			...more({ formFiles: row({ partName: 'upload', inputField: 'photo' }) }),
		});
		expect(error?.message).toBe('upload: the item has no file in a field named "photo"');
	});

	it('gives the whole answer where asked to, but no cookies', async () => {
		const { items } = await call({ route: '/headers', ...more({ fullAnswer: true }) });
		expect(items[0].json).toMatchObject({
			statusCode: 200,
			body: { id: 5 },
			headers: { 'x-left': '9' },
		});
		expect(JSON.stringify(items)).not.toContain('open-sesame');
	});

	it('gives text as it came, and a failure in the words of the vendor', async () => {
		const text = more({ readAs: 'text' });
		const { items } = await call({ route: '/text', ...text });
		expect(items[0].json).toEqual({ text: '{"a": 1}' });
		const { error } = await call({ route: '/refused', ...text });
		expect(error?.message).toBe('Not so');
	});

	it.each(['/file', '/elsewhere'])('downloads the file of %s', async (route) => {
		const { items, error } = await call({ operation: 'download', route });
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ path: `GET ${route}` });
		const { data, mimeType } = items[0].binary?.data ?? {};
		expect([Buffer.from(String(data), 'base64').toString(), mimeType]).toEqual(['a;b', 'text/csv']);
	});

	it('waits no longer for an answer than it may', async () => {
		const { error } = await call({ method: 'POST', route: '/slow', ...more({ timeout: 40 }) });
		expect(error?.message).toContain('took too long to answer');
	});

	it('repeats a POST after a failure only where that was allowed', async () => {
		const flaky = { method: 'POST', route: '/flaky' };
		expect((await call(flaky)).error?.message).toContain('Busy');
		const { items } = await call({ ...flaky, ...more({ sendAgain: true }) });
		expect(items[0].json).toEqual({ id: 6 });
		expect(arrived).toHaveLength(3);
	});

	it.each(['https://elsewhere.test/x', '/a/../b'])('refuses the path %p', async (route) => {
		const { error } = await call({ route });
		expect(error?.message).toBe(`Path: "${route}" is not a path of this API`);
	});

	it.each([
		['Headers: "a b" cannot be sent', { ...more({ headers: row({ headerName: 'a b' }) }) }],
		[
			'Body: it cannot go along with a form',
			{
				method: 'POST',
				payload: '{"a":1}',
				...more({ formFields: row({ fieldName: 'a', fieldValue: 'b' }) }),
			},
		],
		[
			'Method: a form cannot go with GET',
			more({ formFields: row({ fieldName: 'a', fieldValue: 'b' }) }),
		],
		['Body: a GET carries none', { payload: '{"a":1}' }],
		['Read All Pages: this is for lists', { allPages: true, ...more({ fullAnswer: true }) }],
	] as Array<[string, INodeParameters]>)('says "%s"', async (said, parameters) => {
		const { error } = await call({ route: '/thing', ...parameters });
		expect(error?.message).toContain(said);
		expect(arrived).toEqual([]);
	});
});
