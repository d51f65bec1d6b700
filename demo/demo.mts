import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { startSandbox } from '../sandbox/index.ts';
import { sandboxCredentials, withCredentials } from './credentials.mts';
import { ensureHost } from './host.mts';
import { checkout, ExplainedError, readJson, showProgress } from './install.mjs';
import { type ImportedWorkflow, type Instance, openInstance, type Owner } from './instance.mts';
import { packPackage } from './package.mts';
import { N8N_PORT, requirePorts, type RunningStart, SANDBOX_PORTS } from './ports.mts';
import { type NodeReport, reportRun, table } from './report.mts';

/** Of their own, so that trying everything out leaves what a user made in the editor alone. */
const folders = {
	stay: join(checkout, '.cache', 'demo'),
	once: join(checkout, '.cache', 'demo-once'),
};
const runningFiles = Object.values(folders).map((folder) => join(folder, 'running.json'));

const workflowFolder = join(checkout, 'demo', 'workflows');

/** The demo's workflows, with ids that stay: n8n replaces them and leaves the user's own alone. */
async function readWorkflows(): Promise<Array<ImportedWorkflow & { id: string }>> {
	const present = await readdir(workflowFolder).catch(() => []);
	const files = present.filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (file) => {
			const workflow = await readJson<ImportedWorkflow>(join(workflowFolder, file));
			if (!Array.isArray(workflow?.nodes) || !workflow.connections) {
				throw new ExplainedError(`demo/workflows/${file} holds no workflow that n8n could import.`);
			}
			const name = basename(file, '.json');
			return { ...workflow, id: workflow.id || name.slice(0, 36), name: workflow.name || name };
		}),
	);
}

/** The account of the demo's owner, the same at every start. The password is of this folder alone. */
async function readOwner(folder: string): Promise<Owner> {
	const file = join(folder, 'owner.json');
	const kept = await readJson<Owner>(file);
	if (kept?.email && kept.password) return kept;
	const owner = {
		email: 'demo@example.com',
		// n8n asks for a capital letter and a digit.
		password: `D1${randomBytes(12).toString('base64url')}`,
	};
	await writeFile(file, JSON.stringify(owner), { mode: 0o600 });
	return owner;
}

/** Steps back through what was started, the last first, also when Ctrl+C comes in the middle. */
function createEnding() {
	const steps: Array<() => Promise<void>> = [];
	let ending: Promise<void> | undefined;
	return {
		add: (step: () => Promise<void>) => void steps.push(step),
		run: async () => {
			ending ??= (async () => {
				for (const step of steps.reverse()) await step().catch(() => {});
			})();
			await ending;
		},
	};
}

type Ending = ReturnType<typeof createEnding>;

/** Leaves word for the next start of who holds the ports, for as long as this process lives. */
async function noteRunning(folder: string, state: RunningStart) {
	const file = join(folder, 'running.json');
	await writeFile(file, JSON.stringify(state));
	process.once('exit', () => rmSync(file, { force: true }));
}

/** n8n with the package, the sandbox's credentials and the demo's workflows; not yet started. */
async function prepare(
	folder: string,
	ports: ReadonlyArray<{ readonly port: number; readonly use: string }>,
	ending: Ending,
) {
	await mkdir(folder, { recursive: true });
	// Before the long part, so that nobody waits minutes to hear it, and again at its end.
	await requirePorts(ports, runningFiles);
	const workflows = await readWorkflows();
	const host = await ensureHost();
	const tarball = await packPackage();
	await requirePorts(ports, runningFiles);
	await noteRunning(folder, { pid: process.pid });

	const instance = await openInstance({ host, folder, port: N8N_PORT });
	ending.add(async () => await instance.stop());
	const sandbox = await startSandbox({ ports: 'fixed', allowance: true });
	ending.add(async () => await sandbox.close());
	const credentials = sandboxCredentials(sandbox.vendors);
	await showProgress('Preparing n8n: package, credentials, workflows', async () => {
		await instance.installPackage(tarball);
		await instance.importCredentials(credentials);
		await instance.importWorkflows(
			workflows.map((workflow) => withCredentials(workflow, credentials)),
		);
	});
	return { host, instance, sandbox, workflows };
}

/** Runs n8n and the sandbox until Ctrl+C. */
async function stay(ending: Ending): Promise<never> {
	const folder = folders.stay;
	const ports = [
		{ port: N8N_PORT, use: 'n8n' },
		...SANDBOX_PORTS.map((port) => ({ port, use: 'the sandbox' })),
	];
	const { host, instance, sandbox, workflows } = await prepare(folder, ports, ending);
	const { pid } = await showProgress('Starting n8n', async () => await instance.start());
	await noteRunning(folder, { pid: process.pid, n8n: pid });
	const owner = await readOwner(folder);
	await instance.ownerSetup(owner);

	const lines = [
		'',
		`n8n ${host.version} is ready:  ${instance.url}`,
		`  email     ${owner.email}`,
		`  password  ${owner.password}`,
		'',
		`The vendors are sandboxes on this machine, their credentials are in n8n; no account is needed.`,
		`  control   ${sandbox.control.url}`,
		'',
		workflows.length > 0
			? 'Workflows to open and run:'
			: 'There are no workflows in demo/workflows.',
		...workflows.map(({ id, name }) => `  ${name}  ${instance.url}/workflow/${id}`),
		'',
		`n8n's log is ${instance.logFile}. Stop with Ctrl+C.`,
	];
	process.stdout.write(`${lines.join('\n')}\n`);

	await instance.ended();
	throw new ExplainedError(
		`n8n ended by itself. The end of its log:\n${await instance.lastLines()}`,
	);
}

/** Of what a command line can start: n8n's own rule is that the run needs a Manual Trigger. */
const startsByHand = ({ nodes }: ImportedWorkflow) =>
	nodes.some(({ type, disabled }) => type === 'n8n-nodes-base.manualTrigger' && !disabled);

async function runOne(instance: Instance, workflow: ImportedWorkflow & { id: string }) {
	try {
		return reportRun(workflow, await instance.execute(workflow.id));
	} catch (error) {
		if (!(error instanceof ExplainedError)) throw error;
		const nothing = { node: '(the workflow)', items: 0, seconds: 0, failed: true };
		return [{ workflow: workflow.name, ...nothing, result: error.message }];
	}
}

/** Runs every workflow of the demo once, without an editor. */
async function runOnce(ending: Ending) {
	const folder = folders.once;
	const ports = SANDBOX_PORTS.map((port) => ({ port, use: 'the sandbox' }));
	const { instance, workflows } = await prepare(folder, ports, ending);
	if (workflows.length === 0) throw new ExplainedError('There are no workflows in demo/workflows.');
	const runnable = workflows.filter(startsByHand);
	const reports: NodeReport[] = [];
	for (const workflow of runnable) {
		reports.push(
			...(await showProgress(
				`Running "${workflow.name}"`,
				async () => await runOne(instance, workflow),
			)),
		);
	}
	process.stdout.write(`\n${table(reports)}\n\n`);
	for (const { name } of workflows.filter((workflow) => !startsByHand(workflow))) {
		process.stdout.write(`Not run: "${name}" has no Manual Trigger; it starts by itself.\n`);
	}
	const failed = new Set(reports.filter((report) => report.failed).map(({ workflow }) => workflow));
	process.stdout.write(
		`${runnable.length - failed.size} of ${runnable.length} workflows succeeded. n8n's log is ${instance.logFile}\n`,
	);
	return failed.size === 0 && runnable.length > 0 ? 0 : 1;
}

/**
 * Runs the demo: stays until Ctrl+C, or with `once` runs every workflow and ends.
 * @returns the process's exit code
 */
export async function demo({ once }: { once: boolean }): Promise<number> {
	const ending = createEnding();
	let stopped = false;
	const stop = () => {
		if (stopped) return;
		stopped = true;
		process.stdout.write('\nStopping n8n and the sandbox.\n');
		void ending.run().finally(() => process.exit(once ? 130 : 0));
	};
	const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
	for (const signal of signals) process.on(signal, stop);
	try {
		return await (once ? runOnce(ending) : stay(ending));
	} catch (error) {
		// What breaks because we stop is no failure.
		if (stopped) await new Promise<never>(() => {});
		throw error;
	} finally {
		if (!stopped) await ending.run();
	}
}
