import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { startSandbox } from '../sandbox/index.ts';

/**
 * Measures how much memory a trigger takes to drain a backlog of 100,000 changes, in a process of its
 * own beside the sandbox: `npm run bench:backlog`. The figure is what the process grows by from after
 * its first poll to its largest.
 */
const BACKLOG = 100_000;
const MOST_MEGABYTES = 150;
const APART_SECONDS = 20;

const MEGABYTE = 1024 * 1024;

/** What the poller is told by its environment: the account, as the sandbox gives it. */
const ACCOUNT = 'BACKLOG_ACCOUNT';

async function serve(): Promise<void> {
	const sandbox = await startSandbox({ ports: 'free', vendors: ['ServiceTitan'] });
	const { control, credentials } = sandbox.vendors.ServiceTitan;
	// Spread over some weeks before now, as what happens while a trigger is off.
	const began = Date.now() - (BACKLOG + 1) * APART_SECONDS * 1000;
	control.clock({ set: new Date(began).toISOString(), freeze: true });
	for (let made = 0; made < BACKLOG; made++) {
		control.generate('jobs', 1);
		control.clock({ advance: APART_SECONDS });
	}
	const poller = spawn(
		process.execPath,
		['--expose-gc', '--import', 'tsx', fileURLToPath(import.meta.url)],
		{
			stdio: 'inherit',
			env: { ...process.env, [ACCOUNT]: JSON.stringify(credentials.serviceTitanApi) },
		},
	);
	const [code] = (await once(poller, 'exit')) as [number | null];
	await sandbox.close();
	process.exitCode = code ?? 1;
}

async function drain(account: string): Promise<void> {
	const { pollerOf } = await import('../test/support/engine.ts');
	const { ServiceTitanApi } = await import('../credentials/ServiceTitanApi.credentials.ts');
	const { ServiceTitanTrigger } = await import('../nodes/ServiceTitan/ServiceTitanTrigger.node.ts');
	const trigger = pollerOf(
		{
			node: new ServiceTitanTrigger(),
			credential: { type: new ServiceTitanApi(), values: JSON.parse(account) },
		},
		{ event: 'jobCreatedOrUpdated', options: { startFrom: 'everything' } },
	);
	const used = (): number => process.memoryUsage().rss;
	let polls = 0;
	let records = 0;
	let largestState = 0;
	let base = 0;
	let peak = 0;
	const watch = setInterval(() => (peak = Math.max(peak, used())), 20);
	for (let count = 1; count > 0; polls++) {
		count = (await trigger.poll()).length;
		records += count;
		largestState = Math.max(largestState, JSON.stringify(trigger.state).length);
		// Polls are a minute apart, in which a process tidies up by itself.
		globalThis.gc?.();
		if (polls > 0) continue;
		// What the engine and the first page take is there for any workflow.
		await wait(100);
		base = used();
		peak = base;
	}
	clearInterval(watch);
	const grown = (peak - base) / MEGABYTE;
	const isMet = grown <= MOST_MEGABYTES;
	console.log(
		`${isMet ? 'met   ' : 'MISSED'}  ${records} changes in ${polls} polls: the process grew by ${Math.round(grown)} MB from ${Math.round(base / MEGABYTE)} MB (target ${MOST_MEGABYTES} MB), its state took ${Math.ceil(largestState / 1024)} KB at the most (target 64 KB)`,
	);
	process.exitCode = isMet ? 0 : 1;
}

const account = process.env[ACCOUNT];
await (account === undefined ? serve() : drain(account));
process.exit();
