import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';

import { acmeNode, TOKEN } from '../support/acme';
import { runNode, type Bench } from '../support/engine';

interface Received {
	readonly fields: { [name: string]: string[] };
	readonly files: Array<{ name: string; fileName: string; type: string; text: string }>;
	readonly length?: string;
}

/** A vendor and, under /store, the storage that its links lead to. */
async function server() {
	const app: FastifyInstance = fastify();
	await app.register(multipart);
	const seen = {
		uploads: [] as Received[],
		checks: 0,
		storeHeaders: [] as Array<{ [name: string]: unknown }>,
	};
	app.get('/me', async () => {
		seen.checks++;
		return { id: 1 };
	});
	app.post('/files', async (request, reply) => {
		const received: Received = {
			fields: {},
			files: [],
			length: request.headers['content-length'],
		};
		for await (const part of request.parts()) {
			if (part.type === 'field') {
				(received.fields[part.fieldname] ??= []).push(String(part.value));
				continue;
			}
			const text = (await part.toBuffer()).toString();
			const { fieldname: name, filename: fileName, mimetype: type } = part;
			received.files.push({ name, fileName, type, text });
		}
		seen.uploads.push(received);
		if (seen.uploads.length === 1 && received.fields.purpose[0] === '429') {
			return await reply.status(429).header('retry-after', '0').send({});
		}
		return { id: 5 };
	});
	app.get('/files/:id', async (request, reply) => {
		const { id } = request.params as { id: string };
		if (id === '7') return await reply.redirect('/store/5');
		if (id !== '5') return await reply.status(404).send({ title: 'No such file' });
		return await reply
			.header('content-type', 'application/pdf')
			.header('content-disposition', 'attachment; filename="report.pdf"')
			.send(Buffer.from('%PDF'));
	});
	app.get('/links/:id', async (request) => {
		const { id } = request.params as { id: string };
		return { id, url: `${String(request.protocol)}://${request.host}/store/${id}` };
	});
	app.get('/store/:id', async (request, reply) => {
		seen.storeHeaders.push(request.headers);
		const { id } = request.params as { id: string };
		if (id === '7') return await reply.redirect('/store/5');
		if (id !== '5') return await reply.status(403).send('expired');
		return await reply.header('content-type', 'application/pdf').send(Buffer.from('%STORE'));
	});
	const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' });
	const bench = (): Bench => {
		const node = acmeNode();
		if (node.credential) node.credential.values.baseUrl = baseUrl;
		return node;
	};
	return { app, seen, bench };
}

let running: Awaited<ReturnType<typeof server>>;
beforeEach(async () => {
	running = await server();
});
afterEach(async () => await running.app.close());

const pdf = {
	data: Buffer.from('%PDF-1').toString('base64'),
	mimeType: 'application/pdf',
	fileName: 'visit 7.pdf',
};
const upload = { resource: 'attachment', operation: 'upload', purpose: 7 };

describe('upload', () => {
	it('sends the file with its name and type, lists as one part per member, after a check of the sign-in', async () => {
		const { items, error } = await runNode(
			running.bench(),
			{ ...upload, additionalFields: { visibility: 'public, customer' } },
			{ binary: { data: pdf } },
		);
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ id: 5 });
		expect(running.seen.checks).toBe(1);
		expect(running.seen.uploads).toEqual([
			{
				fields: { purpose: ['7'], 'visibility[]': ['public', 'customer'] },
				files: [
					{ name: 'upload', fileName: 'visit 7.pdf', type: 'application/pdf', text: '%PDF-1' },
				],
				length: expect.stringMatching(/^\d+$/) as string,
			},
		]);
	});

	it('keeps a file name from ending its header early', async () => {
		const fileName = 'a"\r\nX: 1.txt';
		await runNode(running.bench(), upload, { binary: { data: { ...pdf, fileName } } });
		expect(running.seen.uploads[0].files[0].fileName).toBe('a%22%0D%0AX: 1.txt');
	});

	it('sends the file anew after a 429', async () => {
		const { items } = await runNode(
			running.bench(),
			{ ...upload, purpose: 429 },
			{ binary: { data: pdf } },
		);
		expect(items[0].json).toEqual({ id: 5 });
		expect(running.seen.uploads.map(({ files }) => files[0].text)).toEqual(['%PDF-1', '%PDF-1']);
	});

	it('says where the files of the item are when the named field has none', async () => {
		const { error } = await runNode(
			running.bench(),
			{ ...upload, theFile: 'photo' },
			{ binary: { data: pdf } },
		);
		expect(error).toMatchObject({
			message: 'File Field: the item has no file in a field named "photo"',
			description: 'It has files in: data.',
		});
	});
});

describe('download', () => {
	const binaryText = (binary: unknown) =>
		Buffer.from((binary as { data: string }).data, 'base64').toString();

	it('puts the bytes, the name and the type into a binary field', async () => {
		const { items, error } = await runNode(running.bench(), {
			resource: 'attachment',
			operation: 'download',
			id: '5',
			fileField: 'report',
		});
		expect(error).toBeUndefined();
		expect(items[0].json).toEqual({ id: '5' });
		expect(items[0].binary?.report).toMatchObject({
			fileName: 'report.pdf',
			mimeType: 'application/pdf',
		});
		expect(binaryText(items[0].binary?.report)).toBe('%PDF');
	});

	it('explains a refusal that comes instead of bytes', async () => {
		const { error } = await runNode(running.bench(), {
			resource: 'attachment',
			operation: 'download',
			id: '6',
		});
		expect(error).toMatchObject({ message: 'No such file', httpCode: '404' });
	});

	it('fetches a file from storage without the sign-in of the vendor', async () => {
		const { items } = await runNode(running.bench(), {
			resource: 'attachment',
			operation: 'fetch',
			id: '5',
		});
		expect(binaryText(items[0].binary?.data)).toBe('%STORE');
		expect(items[0].binary?.data.fileName).toBe('a.pdf');
		expect(JSON.stringify(running.seen.storeHeaders)).not.toContain(TOKEN);
		expect(running.seen.storeHeaders[0]).not.toHaveProperty('authorization');
	});

	it('follows a vendor to its storage without the sign-in', async () => {
		const { items, error } = await runNode(running.bench(), {
			resource: 'attachment',
			operation: 'download',
			id: '7',
		});
		expect(error).toBeUndefined();
		expect(binaryText(items[0].binary?.data)).toBe('%STORE');
		expect(JSON.stringify(running.seen.storeHeaders)).not.toContain(TOKEN);
	});

	it('says that a link may have expired', async () => {
		const { error } = await runNode(running.bench(), {
			resource: 'attachment',
			operation: 'fetch',
			id: '6',
		});
		expect(error).toMatchObject({
			message: expect.stringMatching(
				/^The file could not be fetched from 127.0.0.1:\d+ \(status 403\)$/,
			) as string,
			description: expect.stringContaining('expire') as string,
		});
	});
});
