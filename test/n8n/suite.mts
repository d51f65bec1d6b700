import { randomBytes } from 'node:crypto';

import { showProgress } from '../../demo/install.mjs';
import { badInputWorkflow, judgeBadInput, wrongCredentials } from './badInput.mts';
import { schedulingCenter } from './cases/schedulingCenter.ts';
import { serviceChannel } from './cases/serviceChannel.ts';
import { serviceminder } from './cases/serviceminder.ts';
import { serviceTitan } from './cases/serviceTitan.ts';
import { serviceTrade } from './cases/serviceTrade.ts';
import { countChecks } from './checks.mts';
import { openCollector } from './collector.mts';
import { openTestHost, type TestHost } from './host.mts';
import { judgeInstall } from './installed.mts';
import { judgeCompleteness, judgeOperations, operationsWorkflow } from './operations.ts';
import type { Setting } from './setting.mts';
import { testRunning } from './running.mts';
import { errorOf, itemsOf } from './workflow.ts';

/** Large enough not to fit into one piece of a stream, of bytes that no text decoding survives. */
const FILE = randomBytes(3_000_000);
const FILE_PATH = '/file.bin';
const BACK_PATH = '/back';

async function runOperations({ host, vendors, collector, checks }: Setting) {
	const { instance } = host;
	const ids = await instance.importWorkflows(
		vendors.map((vendor) => operationsWorkflow(host, vendor)),
	);
	for (const [index, vendor] of vendors.entries()) {
		const run = await showProgress(
			`Running the ${vendor.cases.length} cases of ${vendor.vendor}`,
			async () => await instance.execute(ids[index], { timeoutSeconds: 120 }),
		);
		judgeOperations(checks, vendor, run);
		if (vendor.vendor !== 'ServiceTrade') continue;
		const [back] = collector.posted(BACK_PATH);
		const stored = Object.values(itemsOf(run, 'attachment.download')?.[0]?.binary ?? {})[0];
		checks.say(
			`serviceTrade: a file of ${FILE.length} bytes is the same after upload and download`,
			back?.equals(FILE)
				? undefined
				: `${back?.length ?? 0} bytes came back; ${errorOf(run, 'Hand the file back') ?? ''}`,
		);
		checks.say(
			'serviceTrade: the file was streamed to the disk, not held in memory',
			stored?.id?.startsWith('filesystem') ? undefined : `its place is ${String(stored?.id)}`,
		);
	}
}

async function runBadInput({ host, vendors, checks }: Setting) {
	const { instance } = host;
	const ids = await instance.importWorkflows(
		vendors.map((vendor) => badInputWorkflow(host, vendor)),
	);
	for (const [index, vendor] of vendors.entries()) {
		const run = await showProgress(
			`Running what can go wrong with ${vendor.vendor}`,
			async () => await instance.execute(ids[index], { timeoutSeconds: 120 }),
		);
		host.sandbox.vendors[vendor.vendor].control.clearFaults();
		judgeBadInput(checks, vendor, run);
	}
}

const PARTS = ['operations', 'bad-input', 'pickers', 'events', 'started'] as const;
type Part = (typeof PARTS)[number];

/**
 * Proves the packed package in a real n8n.
 * @param asked parts, vendors and events to run alone, such as `bad-input ServiceTrade`; all where none is
 * named, but only one event of each kind
 * @returns the process's exit code
 */
export async function testPackage(asked: readonly string[]): Promise<number> {
	const started = Date.now();
	const checks = countChecks((line) => process.stdout.write(`${line}\n`));
	const isWanted = (part: Part) =>
		asked.includes(part) || !PARTS.some((known) => asked.includes(known));
	const collector = await openCollector({ [FILE_PATH]: FILE });
	const all = [
		serviceTitan,
		serviceTrade(collector.url + FILE_PATH, collector.url + BACK_PATH),
		serviceChannel,
		schedulingCenter,
		serviceminder,
	];
	const named = all.filter(({ vendor }) => asked.includes(vendor));
	const vendors = named.length > 0 ? named : all;
	let host: TestHost | undefined;
	try {
		host = await openTestHost();
		const setting = { host, vendors, collector, checks, asked };
		await judgeInstall(checks, host.instance);
		await host.instance.importCredentials(wrongCredentials(host, all));
		judgeCompleteness(checks, all);
		if (isWanted('operations')) await runOperations(setting);
		if (isWanted('bad-input')) await runBadInput(setting);
		const running = (['pickers', 'events', 'started'] as const).filter(isWanted);
		if (running.length > 0) await testRunning(setting, running);
	} finally {
		await host?.close();
		await collector.close();
	}
	const seconds = Math.round((Date.now() - started) / 1000);
	process.stdout.write(`${Math.floor(seconds / 60)} min ${seconds % 60} s\n`);
	process.stdout.write(`${checks.passed} passed, ${checks.failed} failed\n`);
	return checks.failed > 0 ? 1 : 0;
}
