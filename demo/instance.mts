import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import type { IDataObject, INodeTypeDescription, IRun, IWorkflowBase } from 'n8n-workflow';

import { type Host, pathWith } from './host.mts';
import { ExplainedError, readJson, runNpm } from './install.mjs';

/** A credential as n8n imports it; n8n encrypts `data` on the way in. */
export interface ImportedCredential {
	/** At most 36 characters. An import with the id of an earlier one replaces it. */
	readonly id: string;
	readonly name: string;
	/** The credential type's name, such as `serviceTitanApi`. */
	readonly type: string;
	readonly data: IDataObject;
}

/** A workflow as the editor downloads it. */
export type ImportedWorkflow = Pick<IWorkflowBase, 'name' | 'nodes' | 'connections'> &
	Partial<IWorkflowBase>;

export interface Owner {
	readonly email: string;
	readonly password: string;
}

/** One n8n with a folder of its own for its database, its packages and its log. */
export interface Instance {
	readonly url: string;
	readonly folder: string;
	readonly logFile: string;
	/** Installs a packed package the way that n8n installs a community package. */
	installPackage(tarball: string): Promise<void>;
	importCredentials(credentials: readonly ImportedCredential[]): Promise<void>;
	/**
	 * Imports workflows, given as files or as objects, in one go. A workflow without an id takes its
	 * file's name for one, so that the next import replaces it and leaves all others alone.
	 * @returns the ids, in the order given
	 */
	importWorkflows(workflows: ReadonlyArray<string | ImportedWorkflow>): Promise<string[]>;
	/**
	 * Runs a workflow that starts with a Manual Trigger, in an n8n process of its own; also while the
	 * instance is started. A run that failed is an answer too: see its `data.resultData.error`.
	 */
	execute(id: string, options?: { timeoutSeconds?: number }): Promise<IRun>;
	/** Every node type, as the editor gets it. */
	exportNodes(): Promise<INodeTypeDescription[]>;
	/** Makes a workflow active from the next `start` on. */
	publish(id: string): Promise<void>;
	/** Starts n8n and waits until the editor answers. */
	start(): Promise<{ pid: number }>;
	stop(): Promise<void>;
	/** Resolves when the started n8n has ended, whoever ended it. */
	ended(): Promise<void>;
	/**
	 * Makes the owner's account, or signs in where it exists. The instance must be started.
	 * @returns the session's cookie header, for the editor's own REST interface
	 */
	ownerSetup(owner: Owner): Promise<string>;
	/** The last lines that n8n printed. */
	lastLines(count?: number): Promise<string>;
}

const START_TIMEOUT = 180_000;
/** n8n gives running workflows 30 s to end; a demo need not wait for all of it. */
const STOP_TIMEOUT = 15_000;

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done, failed) => {
		server.once('error', failed).listen(0, '127.0.0.1', done);
	});
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

/**
 * What n8n is started with. Nothing else of the caller's environment reaches it: settings of another
 * n8n on the same machine, or a proxy, would make every run a different one.
 */
async function environment(node: string, folder: string, port: number) {
	const passed = ['HOME', 'USER', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];
	const url = `http://localhost:${port}`;
	return {
		...Object.fromEntries(
			passed.flatMap((name) => {
				const value = process.env[name];
				return value === undefined ? [] : [[name, value]];
			}),
		),
		PATH: pathWith(node),
		N8N_USER_FOLDER: folder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_EDITOR_BASE_URL: url,
		N8N_WEBHOOK_URL: url,
		// Plain http on this machine only; Safari would not keep a secure cookie here.
		N8N_SECURE_COOKIE: 'false',
		// The broker's usual port, 5679, would meet that of a second n8n, or of `n8n execute` beside it.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_RUNNERS_TASK_TIMEOUT: '60',
		N8N_LOG_LEVEL: 'info',
		NO_COLOR: '1',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// All that n8n would otherwise ask of servers outside.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		// Questions to a new user that stand in the way of a demo.
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
	};
}

/** Ends a process with all that it started, and waits for it. */
export async function endProcess(child: ChildProcess, patience = STOP_TIMEOUT) {
	const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
	const signal = (name: NodeJS.Signals) => {
		try {
			if (process.platform !== 'win32' && child.pid) process.kill(-child.pid, name);
			else child.kill(name);
		} catch {
			// It has ended by itself.
		}
	};
	if (hasEnded()) return;
	const ended = new Promise<void>((done) => child.once('exit', () => done()));
	signal('SIGTERM');
	await Promise.race([ended, wait(patience, undefined, { ref: false })]);
	if (!hasEnded()) {
		signal('SIGKILL');
		await ended;
	}
}

/** JSON as `n8n execute` logs it: it begins with a `{` and ends with a `}`, each at a line's start. */
const INDENTED_OBJECT = /^\{\n[^]*?\n\}/m;

function parseRun(output: string): IRun | undefined {
	try {
		return JSON.parse(INDENTED_OBJECT.exec(output)?.[0] ?? '') as IRun;
	} catch {
		return undefined;
	}
}

/** What `n8n execute` says of a workflow with issues, instead of naming them (2.41.1). */
const NOT_BEGUN = 'No active execution found';

const endOf = (output: string, count = 15) =>
	output
		.split('\n')
		.filter((line) => line.trim())
		.slice(-count)
		.join('\n');

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

/**
 * @param options folder: kept between runs, or an empty one for a fresh n8n
 */
export async function openInstance(options: {
	readonly host: Host;
	readonly folder: string;
	readonly port: number;
}): Promise<Instance> {
	const { host, port } = options;
	const folder = resolve(options.folder);
	const logFile = join(folder, 'n8n.log');
	const url = `http://localhost:${port}`;
	const packages = join(folder, '.n8n', 'nodes');
	let server: ChildProcess | undefined;

	await mkdir(packages, { recursive: true });
	// The log of the start before this one is of no use any more.
	await writeFile(logFile, '');

	const lastLines = async (count?: number) =>
		endOf(await readFile(logFile, 'utf8').catch(() => ''), count);

	const failed = async (what: string, said?: string) =>
		new ExplainedError(
			said === undefined
				? `${what} The end of ${logFile}:\n${await lastLines()}`
				: `${what} It said:\n${endOf(said)}`,
		);

	/** n8n's commands end with 0 after most failures, so what they print decides. */
	const command = async (words: string[], { timeoutSeconds = 300 } = {}) => {
		const outputFile = join(folder, `command-${process.pid}-${Date.now()}.out`);
		// A file, not a pipe: n8n ends its process without waiting for a pipe to be read.
		const output = await open(outputFile, 'w');
		const log = openSync(logFile, 'a');
		const child = spawn(host.node, [host.n8n, ...words], {
			cwd: folder,
			env: await environment(host.node, folder, port),
			stdio: ['ignore', output.fd, log],
			detached: process.platform !== 'win32',
		});
		const stop = () => {
			void endProcess(child, 0);
			rmSync(outputFile, { force: true });
		};
		process.on('exit', stop);
		let late = false;
		const timer = setTimeout(() => {
			late = true;
			void endProcess(child, 2000);
		}, timeoutSeconds * 1000);
		try {
			await new Promise<void>((done, reject) => {
				child.once('error', reject);
				child.once('exit', () => done());
			});
			const text = await readFile(outputFile, 'utf8');
			// A run holds every item of every node; the log is for people.
			const logged = text.replace(INDENTED_OBJECT, '(the run as JSON)');
			appendFileSync(logFile, `$ n8n ${words.join(' ')}\n${logged}\n`);
			if (late) {
				throw await failed(`n8n ${words[0]} did not end within ${timeoutSeconds} s.`, logged);
			}
			return text;
		} finally {
			clearTimeout(timer);
			process.off('exit', stop);
			closeSync(log);
			await output.close();
			await rm(outputFile, { force: true });
		}
	};

	/** Hands a list to an import command by a file that is gone afterwards: it may hold secrets. */
	const importList = async (what: 'credentials' | 'workflow', list: readonly object[]) => {
		if (list.length === 0) return;
		const file = join(folder, `import-${process.pid}-${Date.now()}.json`);
		const remove = () => rmSync(file, { force: true });
		process.once('exit', remove);
		await writeFile(file, JSON.stringify(list), { mode: 0o600 });
		try {
			const text = await command([`import:${what}`, `--input=${file}`]);
			if (!text.includes(`Successfully imported ${list.length} `)) {
				throw await failed(`n8n did not import the ${what}.`, text);
			}
		} finally {
			process.off('exit', remove);
			remove();
		}
	};

	const rest = async (path: string, body: object) =>
		await fetch(`${url}/rest/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});

	return {
		url,
		folder,
		logFile,
		lastLines,

		async installPackage(tarball) {
			const ledger = join(packages, 'package.json');
			type Ledger = { dependencies?: Record<string, string> };
			if (!(await readJson<Ledger>(ledger))?.dependencies) {
				await writeFile(
					ledger,
					JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }),
				);
			}
			await runNpm(
				[
					'install',
					resolve(tarball),
					// As n8n does it. Without the peers: n8n gives a node its own n8n-workflow.
					'--ignore-scripts',
					'--legacy-peer-deps',
					'--omit=dev',
					'--no-package-lock',
					'--no-bin-links',
				],
				{ directory: packages },
			);
			const installed = Object.entries((await readJson<Ledger>(ledger))?.dependencies ?? {});
			const [name] = installed.find(([, from]) => from.endsWith(basename(tarball))) ?? [];
			if (!name || !existsSync(join(packages, 'node_modules', name, 'package.json'))) {
				throw new ExplainedError(`npm did not install ${tarball} into ${packages}.`);
			}
		},

		async importCredentials(credentials) {
			await importList('credentials', credentials);
		},

		async importWorkflows(workflows) {
			const read = await Promise.all(
				workflows.map(async (workflow) => {
					if (typeof workflow !== 'string') return workflow;
					const content = await readJson<ImportedWorkflow>(workflow);
					if (!content?.nodes) throw new ExplainedError(`${workflow} holds no workflow.`);
					const name = basename(workflow, '.json');
					return { ...content, id: content.id || name.slice(0, 36), name: content.name || name };
				}),
			);
			const complete = read.map((workflow) => {
				if (!workflow.id) throw new ExplainedError(`Workflow "${workflow.name}" has no id.`);
				return { settings: {}, ...workflow, id: workflow.id, active: false };
			});
			await importList('workflow', complete);
			return complete.map(({ id }) => id);
		},

		async execute(id, { timeoutSeconds } = {}) {
			const text = await command(['execute', `--id=${id}`], { timeoutSeconds });
			const run = parseRun(text);
			// A workflow that n8n does not even begin: the reason stands below a double line.
			const [, reason] = /^={10,}\n(.+)$/m.exec(text) ?? [];
			if (!run && reason === NOT_BEGUN) {
				throw new ExplainedError(
					`n8n did not begin the workflow ${id}. Seen where a node lacks a required parameter; open the workflow in the editor to find it.`,
				);
			}
			if (!run && reason) throw new ExplainedError(`n8n refused the workflow ${id}: ${reason}`);
			if (!run) throw await failed(`n8n could not run the workflow ${id}.`, text);
			return run;
		},

		async exportNodes() {
			const file = join(folder, `nodes-${process.pid}-${Date.now()}.json`);
			try {
				const text = await command(['export:nodes', `--output=${file}`]);
				const nodes = await readJson<INodeTypeDescription[]>(file);
				if (!nodes) throw await failed('n8n did not export its node types.', text);
				return nodes;
			} finally {
				await rm(file, { force: true });
			}
		},

		async publish(id) {
			const text = await command(['publish:workflow', `--id=${id}`]);
			if (!text.includes('Note: Changes will not take effect')) {
				throw await failed(`n8n did not publish the workflow ${id}.`, text);
			}
		},

		async start() {
			if (server) throw new Error('This instance is started already.');
			const log = openSync(logFile, 'a');
			const child = spawn(host.node, [host.n8n, 'start'], {
				cwd: folder,
				env: await environment(host.node, folder, port),
				stdio: ['ignore', log, log],
				// Of its own group, so that a Ctrl+C reaches n8n once, and from us.
				detached: process.platform !== 'win32',
			});
			closeSync(log);
			// From now on, so that a stop in the middle of the start finds it.
			server = child;
			process.once('exit', () => void endProcess(child, 0));
			let ended = false;
			child.once('error', () => (ended = true));
			child.once('exit', () => (ended = true));
			const deadline = Date.now() + START_TIMEOUT;
			for (;;) {
				if (ended) {
					server = undefined;
					throw await failed('n8n ended before its editor answered.');
				}
				if (Date.now() > deadline) {
					server = undefined;
					await endProcess(child);
					throw await failed(`The editor did not answer within ${START_TIMEOUT / 1000} s.`);
				}
				const answers = await Promise.all(
					['/healthz/readiness', '/rest/settings', '/'].map(
						async (path) =>
							await fetch(`${url}${path}`).then(
								({ ok }) => ok,
								() => false,
							),
					),
				);
				if (answers.every(Boolean)) break;
				await wait(300);
			}
			return { pid: child.pid ?? 0 };
		},

		async stop() {
			const child = server;
			server = undefined;
			if (child) await endProcess(child);
		},

		async ended() {
			const child = server;
			if (!child || child.exitCode !== null || child.signalCode !== null) return;
			await new Promise<void>((done) => child.once('exit', () => done()));
		},

		async ownerSetup({ email, password }) {
			const answer = await rest('owner/setup', {
				email,
				password,
				firstName: 'Demo',
				lastName: 'Owner',
			}).catch((error: unknown) => {
				throw new ExplainedError(`n8n does not answer at ${url}: ${message(error)}`);
			});
			const session = answer.ok
				? answer
				: await rest('login', { emailOrLdapLoginId: email, password });
			const cookies = session.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
			if (!session.ok || cookies.length === 0) {
				const said = await session.text();
				throw new ExplainedError(
					`n8n in ${folder} has another owner's account than ${email} with the kept password. Remove that folder to start afresh. n8n said: ${said.slice(0, 300)}`,
				);
			}
			return cookies.join('; ');
		},
	};
}
