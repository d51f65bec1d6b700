import { connect, createServer } from 'node:net';

import { ExplainedError, isRunning, readJson } from './install.mjs';

/** What a start leaves in its folder while it runs, so that the next one can tell who holds a port. */
export interface RunningStart {
	readonly pid: number;
	readonly n8n?: number;
}

export const N8N_PORT = 5678;
export const SANDBOX_PORTS: readonly number[] = [4010, 4011, 4012, 4013, 4014, 4015];

/** `localhost` stands for both, and whoever listens on one of them gets its requests. */
const addresses = ['127.0.0.1', '::1'];

async function answers(port: number, host: string) {
	return await new Promise<boolean>((done) => {
		const socket = connect({ port, host, timeout: 2000 });
		const end = (found: boolean) => {
			socket.destroy();
			done(found);
		};
		socket.once('connect', () => end(true));
		socket.once('error', () => end(false));
		socket.once('timeout', () => end(false));
	});
}

async function canListen(port: number, host: string) {
	return await new Promise<boolean>((done) => {
		const server = createServer();
		server.once('error', ({ code }: NodeJS.ErrnoException) => {
			// Without IPv6 its address is not to be had, which is no one's port.
			done(code !== 'EADDRINUSE' && code !== 'EACCES');
		});
		server.listen(port, host, () => server.close(() => done(true)));
	});
}

async function isTaken(port: number) {
	const findings = await Promise.all(
		addresses.map(async (host) => (await answers(port, host)) || !(await canListen(port, host))),
	);
	return findings.some(Boolean);
}

/** What listens there, as far as it tells. */
async function listenerOn(port: number) {
	const answer = async (path: string) =>
		await fetch(`http://localhost:${port}${path}`, { signal: AbortSignal.timeout(2000) }).then(
			async (response) => await response.text(),
			() => '',
		);
	if ((await answer('/healthz')) === '{"status":"ok"}') return 'an n8n';
	if ((await answer('/')).includes('"vendors"')) return 'a sandbox that was started elsewhere';
	return 'another program';
}

/**
 * @param runningFiles what starts of this checkout leave behind, see RunningStart
 * @throws {ExplainedError} naming the first port that is taken and, where it can be told, by whom
 */
export async function requirePorts(
	ports: ReadonlyArray<{ readonly port: number; readonly use: string }>,
	runningFiles: readonly string[],
): Promise<void> {
	for (const { port, use } of ports) {
		if (!(await isTaken(port))) continue;
		const place = `Port ${port}, which ${use} needs, is taken`;
		const starts = await Promise.all(
			runningFiles.map(async (file) => await readJson<RunningStart>(file)),
		);
		const other = starts.find((start) => isRunning(start?.pid));
		if (other) {
			throw new ExplainedError(
				`${place} by another start of this demo (process ${other.pid}). Use that one, or stop it with Ctrl+C where it runs.`,
			);
		}
		const left = starts.find((start) => isRunning(start?.n8n));
		if (left && port === N8N_PORT) {
			throw new ExplainedError(
				`${place}: an earlier start was killed and its n8n (process ${left.n8n}) still runs. End that process (kill ${left.n8n}) and start again.`,
			);
		}
		throw new ExplainedError(
			`${place} by ${await listenerOn(port)}. Stop it and start again; the demo's ports are fixed.`,
		);
	}
}
