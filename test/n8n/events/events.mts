import { setTimeout as wait } from 'node:timers/promises';

import { showProgress } from '../../../demo/install.mjs';
import { sandboxCredentials } from '../../../demo/credentials.mts';
import type { ImportedCredential } from '../../../demo/instance.mts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import { histories } from '../../support/histories.ts';
import type { Rest } from '../rest.mts';
import type { Setting } from '../setting.mts';
import { changeAll, happen, recordOf, type Shown } from './changes.ts';
import { eventsOf, eventsWorkflow, inWorkflows, nodeIdOf, type TestedEvent } from './triggers.ts';

const FIRED = '/events/';
const MINUTE = 60_000;
/** Milliseconds between two looks at what n8n has done. */
const LOOK = 200;
/** What an activation or a run may take on a machine with other work to do. */
const PATIENCE = 180_000;

/** A workflow in n8n, and the events in it. */
interface Workflow {
	readonly id: string;
	readonly versionId: string;
	readonly events: readonly TestedEvent[];
	/** Of each minute, at which it polls. */
	readonly second: number;
}

/** What the triggers handed over: which event, by what kind of run, and the IDs of its items. */
interface Fired {
	readonly event: string;
	readonly mode: 'test' | 'production';
	readonly ids: readonly string[];
}

interface Stage {
	readonly setting: Setting;
	readonly rest: Rest;
	/** A sandbox that no other part of the test touches. */
	readonly sandbox: Sandbox;
	readonly workflows: readonly Workflow[];
	readonly fired: (one: TestedEvent, mode: Fired['mode']) => string[];
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

const nameOf = ({ vendor, event }: TestedEvent) => `${vendor.polling.node}: ${event.value}`;

async function credentialsIn(rest: Rest, sandbox: Sandbox): Promise<ImportedCredential[]> {
	const accounts = sandboxCredentials(sandbox.vendors);
	return await Promise.all(
		accounts.map(async (account) => {
			const { name, type, data } = account;
			const { id } = await rest.post<{ id: string }>('credentials', {
				name: `${name}, for events`,
				type,
				data,
			});
			return { ...account, id };
		}),
	);
}

async function setUp(setting: Setting, rest: Rest): Promise<Stage> {
	const { collector, vendors } = setting;
	const sandbox = await startSandbox({ ports: 'free' });
	const known = sandboxCredentials(sandbox.vendors);
	const made = await credentialsIn(rest, sandbox);
	const credentialFor = (account: string) =>
		made[known.findIndex(({ id }) => id === `sandbox-${account.replace(':', '-')}`)];
	const parts = vendors.flatMap((vendor) => inWorkflows(eventsOf(vendor)));
	const workflows = await Promise.all(
		parts.map(async (events, index): Promise<Workflow> => {
			// Spread over three quarters of a minute, so that the triggers do not all poll at once.
			const second = Math.floor((index * 45) / parts.length);
			const path = FIRED + events[0].vendor.vendor;
			const workflow = eventsWorkflow(events, credentialFor, second, collector.url + path);
			const { id, versionId } = await rest.post<{ id: string; versionId: string }>(
				'workflows',
				workflow,
			);
			return { id, versionId, events, second };
		}),
	);
	return {
		setting,
		rest,
		sandbox,
		workflows,
		fired: ({ vendor, event }, mode) =>
			collector
				.posted(FIRED + vendor.vendor)
				.map((posted) => JSON.parse(posted.toString()) as Fired)
				.filter((one) => one.event === event.value && one.mode === mode)
				.flatMap(({ ids }) => ids),
	};
}

async function until<T>(
	look: () => Promise<T | undefined> | T | undefined,
	patience = PATIENCE,
): Promise<T> {
	for (const end = Date.now() + patience; ; await wait(LOOK)) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > end) throw new Error(`n8n was not done within ${patience / 1000} s`);
	}
}

/** What n8n says of an execution that failed. */
async function failureOf(rest: Rest, id: string): Promise<string> {
	const { data } = await rest.get<{ data: string }>(`executions/${id}`);
	const said = /"message":"?(\d+)/.exec(data)?.[1];
	// n8n writes every text once and refers to it by its place.
	const texts = JSON.parse(data) as unknown[];
	return said === undefined ? data.slice(0, 300) : String(texts[Number(said)]);
}

/** A test of the trigger in the editor. Gives what the event showed, and where the sandbox keeps it. */
async function testInEditor(stage: Stage, { id }: Workflow, one: TestedEvent) {
	const { rest, sandbox } = stage;
	const { control } = sandbox.vendors[one.vendor.vendor];
	control.clearRequests();
	const { executionId } = await rest.post<{ executionId: string }>(`workflows/${id}/run`, {
		triggerToStartFrom: { name: one.event.value },
	});
	const status = await until(async () => {
		const execution = await rest.get<{ status: string }>(`executions/${executionId}`);
		return ['new', 'running'].includes(execution.status) ? undefined : execution.status;
	});
	if (status !== 'success') throw new Error(await failureOf(rest, executionId));
	const read = 'read' in one.event && one.event.read !== undefined;
	return { collection: control.listed().at(read ? -1 : 0) };
}

/** Tests each trigger as the editor does it, those of a vendor one after the other. */
async function testAllInEditor(stage: Stage): Promise<ReadonlyMap<TestedEvent, Shown>> {
	const { setting, workflows, sandbox, fired } = stage;
	const shown = new Map<TestedEvent, Shown>();
	const testVendor = async (vendor: TestedEvent['vendor']) => {
		for (const workflow of workflows.filter(({ events }) => events[0].vendor === vendor)) {
			for (const one of workflow.events) {
				await setting.checks.run(`${nameOf(one)} shows records when it is tested`, async () => {
					const { collection } = await testInEditor(stage, workflow, one);
					if (collection === undefined) return 'no list of the sandbox was read';
					if (fired(one, 'test').length === 0) {
						// Nothing of the kind has happened in the sandbox yet.
						happen(sandbox.vendors[vendor.vendor].control, collection);
						await testInEditor(stage, workflow, one);
					}
					const ids = fired(one, 'test');
					if (ids.length === 0) return 'it showed none';
					shown.set(one, {
						event: one.event,
						hints: histories[one.vendor.vendor]?.[one.event.value] ?? {},
						collection,
						recordId: recordOf(one.event, ids[0]),
					});
					return undefined;
				});
			}
		}
	};
	await Promise.all(setting.vendors.map(testVendor));
	return shown;
}

interface Published {
	readonly status: string;
	readonly triggers: ReadonlyArray<{ nodeId: string; status: string; errorMessage: string | null }>;
}

/** Activates all workflows. n8n answers before the first polls, and tells apart which of them failed. */
async function activate({ rest, setting, workflows }: Stage): Promise<void> {
	await Promise.all(
		workflows.map(async ({ id, versionId, events }) => {
			await rest.post(`workflows/${id}/activate`, { versionId });
			const { triggers } = await until(async () => {
				const now = await rest.get<Published>(`workflows/${id}/publication-status`);
				return ['in_progress', 'not_published'].includes(now.status) ? undefined : now;
			});
			for (const one of events) {
				const trigger = triggers.find(({ nodeId }) => nodeId === nodeIdOf(one));
				if (trigger?.status === 'activated') continue;
				setting.checks.say(
					`${nameOf(one)} is activated`,
					trigger?.errorMessage ?? `it is ${trigger?.status ?? 'not there'}`,
				);
			}
		}),
	);
}

/** What is wrong with what an event handed over since the change, or nothing. */
function problemOf(ids: readonly string[], due: readonly string[], { event }: TestedEvent) {
	if (ids.length === 0) return 'it did not fire';
	const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
	if (twice.length > 0) return `it fired more than once for ${twice.join(', ')}`;
	return ids.some((id) => due.includes(recordOf(event, id)))
		? undefined
		: `it fired for ${ids.slice(0, 5).join(', ')}, and not for ${due.join(' or ')}`;
}

/** Errors of polls, by the node. n8n keeps an execution for each. */
async function pollErrors({ rest, workflows }: Stage): Promise<string[]> {
	const found = await Promise.all(
		workflows.map(async ({ id }) => {
			const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: ['error'] }));
			const { results } = await rest.get<{ results: Array<{ id: string; mode: string }> }>(
				`executions?filter=${filter}`,
			);
			const polled = results.filter(({ mode }) => mode !== 'manual');
			return await Promise.all(polled.map(async (one) => await failureOf(rest, one.id)));
		}),
	);
	return found.flat();
}

/** Every event of every vendor, as far as it has got. */
export interface Events {
	/** Waits for two polls of each trigger, says what came, and takes everything down. */
	judge(): Promise<void>;
}

/**
 * Tests a trigger of each event as the editor does, activates them, and changes records that concern
 * them. They poll once a minute, so what becomes of it is asked for later.
 */
export async function startEvents(setting: Setting, rest: Rest): Promise<Events> {
	const stage = await setUp(setting, rest);
	const { sandbox, workflows, fired } = stage;
	const takeDown = async () => {
		for (const { id } of workflows) {
			await rest.post(`workflows/${id}/deactivate`, {});
		}
		await sandbox.close();
	};
	try {
		const shown = await showProgress(
			`Testing ${workflows.flatMap(({ events }) => events).length} events as the editor does`,
			async () => await testAllInEditor(stage),
		);
		await showProgress('Activating all of them', async () => await activate(stage));
		const due = setting.vendors.map((vendor) =>
			changeAll(
				sandbox.vendors[vendor.vendor].control,
				[...shown].flatMap(([one, what]) => (one.vendor === vendor ? [what] : [])),
			),
		);
		const changed = Date.now();
		return {
			async judge() {
				const polled = (times: number) => changed + times * MINUTE;
				const tested = [...shown.keys()];
				await until(
					() => tested.every((one) => fired(one, 'production').length > 0) || undefined,
					Math.max(0, polled(2) - Date.now()),
				).catch(() => undefined);
				const once = Date.now();
				// What fired must not fire again at the next poll.
				await wait(Math.max(0, Math.min(once + MINUTE, polled(3)) + 5_000 - Date.now()));
				for (const one of tested) {
					const records = due.flatMap((each) => each.get(one.event) ?? []);
					setting.checks.say(
						`${nameOf(one)} fires once for what changed`,
						problemOf(fired(one, 'production'), records, one),
					);
				}
				const errors = await pollErrors(stage);
				setting.checks.say(
					`${tested.length} triggers poll without an error`,
					errors.length === 0 ? undefined : errors.join('; '),
				);
				await takeDown();
			},
		};
	} catch (error) {
		await takeDown().catch(() => undefined);
		throw new Error(`The events could not be started: ${message(error)}`, { cause: error });
	}
}
