import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that workflows fetch a file from and hand things over to. */
export interface Collector {
	readonly url: string;
	/** What was posted to a path, the earliest first. */
	posted(path: string): readonly Buffer[];
	close(): Promise<void>;
}

/** @param files by path, what GET answers */
export async function openCollector(
	files: Readonly<Record<string, Buffer>> = {},
): Promise<Collector> {
	const received = new Map<string, Buffer[]>();
	const server = createServer((request, response) => {
		const path = request.url ?? '/';
		if (request.method === 'GET') {
			const file = files[path];
			response.writeHead(file ? 200 : 404, { 'content-type': 'application/octet-stream' });
			response.end(file);
			return;
		}
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			received.set(path, [...(received.get(path) ?? []), Buffer.concat(parts)]);
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end('{"received":true}');
		});
	});
	await new Promise<void>((done, failed) => {
		server.once('error', failed).listen(0, '127.0.0.1', done);
	});
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		posted: (path) => received.get(path) ?? [],
		async close() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}
