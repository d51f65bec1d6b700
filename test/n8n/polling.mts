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

const idOf = ({ node }: VendorCases) => `polling-${node}`;

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
	const { collection, changes } = vendor.polling;
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
	const record = control.records(collection).at(-1) ?? {};
	const recordId = record.id ?? record.Id ?? record.AppointmentId;
	control.change(collection, recordId, changes);
	return String(recordId);
}

/** Waits for what the change sets off, and for one more poll after that. */
async function judgeEvent(setting: Setting, rest: Rest, vendor: VendorCases, recordId: string) {
	const { control } = setting.host.sandbox.vendors[vendor.vendor];
	const { call } = vendor.polling;
	const posted = () => setting.collector.posted(FIRED + vendor.node);
	const polls = () => control.requests().filter(({ path }) => call.test(path)).length;

	if (!(await until(() => posted().length > 0))) {
		return `nothing came within ${PATIENCE / 1000} s, in which it polled ${polls()} times`;
	}
	const before = polls();
	if (!(await until(() => polls() > before))) return 'it fired, but did not poll again';
	await wait(2000);
	const items = posted().map((one) => JSON.parse(one.toString()) as IDataObject);
	if (items.length !== 1) {
		return `${items.length} items came instead of 1: ${JSON.stringify(items).slice(0, 1500)}`;
	}
	if (!JSON.stringify(items[0]).includes(recordId)) {
		return `another record came: ${JSON.stringify(items[0]).slice(0, 300)}`;
	}
	const filter = encodeURIComponent(JSON.stringify({ workflowId: idOf(vendor) }));
	const { results } = await rest.get<{ results: Array<{ status: string; mode: string }> }>(
		`executions?filter=${filter}`,
	);
	const states = results.map(({ status, mode }) => `${mode} ${status}`).join(', ');
	return states === 'trigger success'
		? undefined
		: `n8n lists these executions: ${states || 'none'}`;
}

/**
 * Activates a trigger of each vendor and changes a record there. The triggers poll once a minute, so
 * what becomes of it is another promise, to be awaited when everything else is done.
 */
export async function startPolling(setting: Setting, rest: Rest): Promise<() => Promise<void>> {
	const judged: Array<Promise<void>> = [];
	for (const vendor of setting.vendors) {
		const { node, event } = vendor.polling;
		const what = `${node}: one change, ${event} fires once`;
		try {
			const recordId = await setOff(setting, rest, vendor);
			judged.push(
				setting.checks.run(what, async () => await judgeEvent(setting, rest, vendor, recordId)),
			);
		} catch (error) {
			setting.checks.say(what, String(error));
		}
	}
	return async () => void (await Promise.all(judged));
}
