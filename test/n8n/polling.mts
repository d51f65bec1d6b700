import { setTimeout as wait } from 'node:timers/promises';

import type { IDataObject } from 'n8n-workflow';

import type { ImportedWorkflow } from '../../demo/instance.mts';
import type { VendorCases } from './cases/case.ts';
import { credentialOf } from './operations.ts';
import type { Rest } from './rest.mts';
import type { Setting } from './setting.mts';
import { chain, httpStep, ours, type Step } from './workflow.ts';

const FIRED = '/fired/';
/** n8n polls once a minute; twice that, and what two cores at work may add. */
const PATIENCE = 200_000;
/** Milliseconds without a request after which a first poll has ended. */
const QUIET = 1500;

/** n8n saves the state of no workflow whose ID is longer than 21 characters. */
const idOf = ({ node }: VendorCases) => `poll-${node}`;

/** A trigger that hands over what it found to the test. */
export function pollingWorkflow(
	{ host, collector }: Setting,
	vendor: VendorCases,
): ImportedWorkflow {
	const { node, event } = vendor.polling;
	const trigger: Step = {
		name: 'Trigger',
		type: ours(node),
		credential: credentialOf(host, vendor.credential),
		parameters: { event, pollTimes: { item: [{ mode: 'everyMinute' }] } },
	};
	const handOver = httpStep('Hand over', {
		method: 'POST',
		url: `${collector.url}${FIRED}${vendor.node}`,
		json: '={{ JSON.stringify($json) }}',
	});
	return chain(idOf(vendor), `${vendor.vendor} ${event}`, [trigger, handOver], { plain: true });
}

async function until(done: () => boolean, every = 500): Promise<boolean> {
	const end = Date.now() + PATIENCE;
	while (!done()) {
		if (Date.now() > end) return false;
		await wait(every);
	}
	return true;
}

/** Activates the trigger, and changes one record when the trigger knows where it begins. */
async function setOff(setting: Setting, rest: Rest, vendor: VendorCases) {
	const { control } = setting.host.sandbox.vendors[vendor.vendor];
	const id = idOf(vendor);
	control.clearRequests();
	const { versionId } = await rest.get<{ versionId: string }>(`workflows/${id}`);
	await rest.post(`workflows/${id}/activate`, { versionId });
	// n8n answers before the first poll, and that may read several pages.
	let before = 0;
	const isQuiet = () => {
		const { length } = control.requests();
		const quiet = length > 0 && length === before && control.requests().at(-1)?.status !== 0;
		before = length;
		return quiet;
	};
	if (!(await until(isQuiet, QUIET))) throw new Error('n8n did not poll when it was activated');
	return change(setting, vendor, -1);
}

/** Changes one record, counted from the last. Gives its ID. */
function change({ host }: Setting, vendor: VendorCases, which: number): string {
	const { control } = host.sandbox.vendors[vendor.vendor];
	const { collection, changes } = vendor.polling;
	const id = control.ids(collection).at(which);
	if (id === undefined) throw new Error(`The sandbox has no such record in ${collection}`);
	control.change(collection, id, changes);
	return id;
}

/** How the executions of a trigger's workflow went, the latest first. */
async function executionsOf(rest: Rest, vendor: VendorCases): Promise<string> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: idOf(vendor) }));
	const { results } = await rest.get<{ results: Array<{ status: string; mode: string }> }>(
		`executions?filter=${filter}`,
	);
	return results.map(({ status, mode }) => `${mode} ${status}`).join(', ');
}

/** Waits for what the latest change sets off, and for one more poll after that. `due` are the IDs of all that must have come. */
async function judgeEvent(
	setting: Setting,
	rest: Rest,
	vendor: VendorCases,
	due: readonly string[],
) {
	const { control } = setting.host.sandbox.vendors[vendor.vendor];
	const { call } = vendor.polling;
	const posted = () => setting.collector.posted(FIRED + vendor.node);
	const polls = () => control.requests().filter(({ path }) => call.test(path)).length;

	if (!(await until(() => posted().length >= due.length))) {
		return `nothing came within ${PATIENCE / 1000} s, in which it polled ${polls()} times; n8n lists these executions: ${await executionsOf(rest, vendor)}; the latest requests: ${JSON.stringify(control.requests().slice(-3))}`;
	}
	const before = polls();
	if (!(await until(() => polls() > before))) return 'it fired, but did not poll again';
	await wait(2000);
	const items = posted().map((one) => JSON.parse(one.toString()) as IDataObject);
	if (items.length !== due.length) {
		return `${items.length} items came instead of ${due.length}: ${JSON.stringify(items).slice(0, 1500)}`;
	}
	const others = due.filter((id, index) => !JSON.stringify(items[index]).includes(id));
	if (others.length > 0) {
		return `${others.join(' and ')} did not come in its turn: ${JSON.stringify(items).slice(0, 600)}`;
	}
	const states = await executionsOf(rest, vendor);
	return states === due.map(() => 'trigger success').join(', ')
		? undefined
		: `n8n lists these executions: ${states || 'none'}`;
}

/** Vendors with the IDs of the records that their triggers handed over so far. */
export type Polled = ReadonlyArray<readonly [vendor: VendorCases, ids: readonly string[]]>;

/**
 * Activates a trigger of each vendor and changes a record there. The triggers poll once a minute, so
 * what becomes of it is another promise, to be awaited when everything else is done.
 */
export async function startPolling(setting: Setting, rest: Rest): Promise<() => Promise<Polled>> {
	const polled: Array<Promise<Polled[number]>> = [];
	for (const vendor of setting.vendors) {
		const { node, event } = vendor.polling;
		const what = `${node}: one change, ${event} fires once`;
		try {
			const recordId = await setOff(setting, rest, vendor);
			const judge = async (): Promise<Polled[number]> => {
				await setting.checks.run(
					what,
					async () => await judgeEvent(setting, rest, vendor, [recordId]),
				);
				return [vendor, [recordId]];
			};
			polled.push(judge());
		} catch (error) {
			setting.checks.say(what, String(error));
		}
	}
	return async () => await Promise.all(polled);
}

/** Changes another record of each vendor while n8n is down; each trigger must hand over that one and nothing else. */
export async function pollAfterRestart(
	setting: Setting,
	restart: (meanwhile: () => void) => Promise<Rest>,
	polled: Polled,
): Promise<void> {
	const changed: Array<[VendorCases, string[]]> = [];
	const rest = await restart(() => {
		for (const [vendor, ids] of polled) {
			setting.host.sandbox.vendors[vendor.vendor].control.clearRequests();
			changed.push([vendor, [...ids, change(setting, vendor, -2)]]);
		}
	});
	await Promise.all(
		changed.map(async ([vendor, ids]) => {
			const { node, event } = vendor.polling;
			await setting.checks.run(
				`${node}: a change while n8n was down, ${event} fires once`,
				async () => await judgeEvent(setting, rest, vendor, ids),
			);
		}),
	);
}
