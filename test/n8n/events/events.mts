import { setTimeout as wait } from 'node:timers/promises';

import uniqBy from 'lodash/uniqBy.js';

import { ExplainedError, showProgress } from '../../../demo/install.mjs';
import { sandboxCredentials } from '../../../demo/credentials.mts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import type { Rest } from '../rest.mts';
import type { Setting } from '../setting.mts';
import { changeAll, happen, isRecord, recordOf, type Shown } from './changes.ts';
import { hintsOf } from './hints.ts';
import { eventsOf, eventWorkflow, kindOf, type TestedEvent, TRIGGER } from './triggers.ts';

const FIRED = '/events/';
const MINUTE = 60_000;
/** Polls after which every event must have fired. */
const POLLS = 2;
/** What a poll may take on a machine with other work to do. */
const SLACK = 10_000;
/** Milliseconds between two looks at what n8n has done. */
const LOOK = 40;
/** The same where each look costs n8n something. */
const UNHURRIED = { every: 2000 };
/** Looks between two questions how a run went. */
const ASKED = 20;
/** What an activation or a run may take on a machine with other work to do. */
const PATIENCE = 180_000;

/** Workflows that n8n lists at a time, at the most. */
const LISTED = 100;
/** Requests to n8n at a time. */
const AT_ONCE = 3;

/** An event and its workflow in n8n. */
interface Workflow extends TestedEvent {
	readonly id: string;
	readonly versionId: string;
}

/** What a trigger handed over: by a test in the editor or a poll, and the IDs of its items. */
interface Fired {
	readonly mode: 'test' | 'production';
	readonly ids: readonly string[];
}

interface Stage {
	readonly setting: Setting;
	readonly rest: Rest;
	/** A sandbox that no other part of the test touches. */
	readonly sandbox: Sandbox;
	readonly workflows: readonly Workflow[];
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

const pathOf = ({ vendor, event }: TestedEvent) => `${FIRED}${vendor.vendor}/${event.value}`;

const nameOf = ({ vendor, event }: TestedEvent) => `${vendor.polling.node}: ${event.value}`;

/** The IDs of what an event handed over, the earliest first. */
const fired = ({ setting }: Stage, one: TestedEvent, mode: Fired['mode']): string[] =>
	setting.collector
		.posted(pathOf(one))
		.map((posted) => JSON.parse(posted.toString()) as Fired)
		.flatMap((each) => (each.mode === mode ? each.ids : []));

/** Does the same for all, a few at a time, and gives what came of each in their order. */
async function forEach<In, Out>(
	all: readonly In[],
	work: (one: In) => Promise<Out>,
	atOnce = AT_ONCE,
): Promise<Out[]> {
	const done: Out[] = [];
	let next = 0;
	const worker = async () => {
		while (next < all.length) {
			const index = next++;
			done[index] = await work(all[index]);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
	return done;
}

/**
 * The events that are named; all, where only this part of the test is; otherwise one of each kind, since
 * n8n takes about a second of computing for each trigger and step of it.
 */
function eventsAsked({ vendors, asked }: Setting): TestedEvent[] {
	const all = vendors.flatMap(eventsOf);
	const named = all.filter(({ event }) => asked.includes(event.value));
	if (named.length > 0) return named;
	if (asked.includes('events')) return all;
	return uniqBy(all, kindOf);
}

async function setUp(setting: Setting, rest: Rest): Promise<Stage> {
	const sandbox = await startSandbox({ ports: 'free' });
	const accounts = await forEach(sandboxCredentials(sandbox.vendors), async (account) => {
		const { name, type, data } = account;
		const { id } = await rest.post<{ id: string }>('credentials', {
			name: `${name}, for events`,
			type,
			data,
		});
		return { standard: account.id, credential: { ...account, id } };
	});
	const workflows = await forEach(eventsAsked(setting), async (one): Promise<Workflow> => {
		const id = `sandbox-${one.account.replace(':', '-')}`;
		const credential = accounts.find(({ standard }) => standard === id)?.credential;
		if (credential === undefined) throw new Error(`The sandbox has no account ${one.account}.`);
		const made = await rest.post<{ id: string; versionId: string }>(
			'workflows',
			eventWorkflow(one, credential, setting.collector.url + pathOf(one)),
		);
		return { ...one, id: made.id, versionId: made.versionId };
	});
	return { setting, rest, sandbox, workflows };
}

async function until<T>(
	look: () => Promise<T | undefined> | T | undefined,
	{ patience = PATIENCE, every = LOOK } = {},
): Promise<T> {
	for (const end = Date.now() + patience; ; await wait(every)) {
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

/** A test of the trigger in the editor. Gives where the sandbox keeps what it read. */
async function testInEditor(stage: Stage, one: Workflow) {
	const { rest, sandbox } = stage;
	const { control } = sandbox.vendors[one.vendor.vendor];
	control.clearRequests();
	const before = fired(stage, one, 'test').length;
	const { executionId } = await rest.post<{ executionId: string }>(`workflows/${one.id}/run`, {
		triggerToStartFrom: { name: TRIGGER },
	});
	let looks = 0;
	const status = await until(async () => {
		// To ask n8n costs more than the run itself, because it answers with all records.
		if (fired(stage, one, 'test').length > before) return 'success';
		if (++looks % ASKED > 0) return undefined;
		const execution = await rest.get<{ status: string }>(`executions/${executionId}`);
		return ['new', 'running'].includes(execution.status) ? undefined : execution.status;
	});
	if (status !== 'success') throw new ExplainedError(await failureOf(rest, executionId));
	// Before the event's own list comes the cheap one that tells the vendor's time.
	return control.listed().at(-1);
}

/** Tests each trigger as the editor does it, those of a vendor one after the other. */
async function testAllInEditor(stage: Stage): Promise<ReadonlyMap<Workflow, Shown>> {
	const { setting, workflows, sandbox } = stage;
	const shown = new Map<Workflow, Shown>();
	const test = async (one: Workflow) => {
		const { event, vendor } = one;
		const collection = await testInEditor(stage, one);
		if (collection === undefined) return 'no list of the sandbox was read';
		if (fired(stage, one, 'test').length === 0) {
			// Nothing of the kind has happened in the sandbox yet.
			happen(sandbox.vendors[vendor.vendor].control, collection);
			await testInEditor(stage, one);
		}
		const [first] = fired(stage, one, 'test');
		if (first === undefined) return 'it showed none';
		const hints = hintsOf(vendor.vendor, event.value);
		shown.set(one, { event, hints, collection, recordId: recordOf(event, first) });
		return undefined;
	};
	await Promise.all(
		setting.vendors.map(async (vendor) => {
			for (const one of workflows.filter((workflow) => workflow.vendor === vendor)) {
				await setting.checks.run(
					`${nameOf(one)} shows records when it is tested`,
					async () => await test(one),
				);
			}
		}),
	);
	return shown;
}

interface Published {
	readonly triggers: ReadonlyArray<{ status: string; errorMessage: string | null }>;
}

/** How far the publication of each workflow has got. */
async function publicationsIn(rest: Rest): Promise<ReadonlyMap<string, string | undefined>> {
	const known = new Map<string, string | undefined>();
	for (let skip = 0; ; skip += LISTED) {
		const page = await rest.get<Array<{ id: string; publicationStatus?: string }>>(
			`workflows?includePublicationStatus=true&take=${LISTED}&skip=${skip}`,
		);
		for (const { id, publicationStatus } of page) known.set(id, publicationStatus);
		if (page.length < LISTED) return known;
	}
}

/** Activates all workflows. n8n answers before the first poll, and says later what became of it. */
async function activate({ rest, setting, workflows }: Stage): Promise<void> {
	await forEach(workflows, async ({ id, versionId }) => {
		await rest.post(`workflows/${id}/activate`, { versionId });
	});
	const statuses = await until(async () => {
		const known = await publicationsIn(rest);
		return workflows.every(({ id }) => known.get(id) !== undefined) ? known : undefined;
	}, UNHURRIED);
	await forEach(workflows, async (one) => {
		if (statuses.get(one.id) === 'published') return;
		const { triggers } = await rest.get<Published>(`workflows/${one.id}/publication-status`);
		const failed = triggers.find(({ status }) => status !== 'activated');
		const said = failed?.errorMessage ?? statuses.get(one.id) ?? 'nothing is known of it';
		setting.checks.say(`${nameOf(one)} is activated`, said);
	});
}

/** What is wrong with what an event handed over since the change, or nothing. */
function problemOf(ids: readonly string[], due: readonly string[], { event }: TestedEvent) {
	if (ids.length === 0) return 'it did not fire';
	const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
	if (twice.length > 0) return `it fired more than once for ${twice.join(', ')}`;
	return due.length === 0 ||
		ids.some((id) => due.some((record) => isRecord(recordOf(event, id), record)))
		? undefined
		: `it fired for ${ids.slice(0, 5).join(', ')}, and not for ${due.join(' or ')}`;
}

/** Errors of polls. n8n keeps an execution for each. */
async function pollErrors({ rest, workflows }: Stage): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ status: ['error'] }));
	const { results } = await rest.get<{
		results: Array<{ id: string; mode: string; workflowId: string }>;
	}>(`executions?limit=${LISTED}&filter=${filter}`);
	const polled = results.flatMap(({ id, mode, workflowId }) => {
		const one = workflows.find((workflow) => workflow.id === workflowId);
		return mode === 'manual' || one === undefined ? [] : [{ id, one }];
	});
	return await forEach(
		polled,
		async ({ id, one }) => `${nameOf(one)}: ${await failureOf(rest, id)}`,
	);
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
	const { sandbox, workflows } = stage;
	const takeDown = async () => {
		await forEach(workflows, async ({ id }) => await rest.post(`workflows/${id}/deactivate`, {}));
		await sandbox.close();
	};
	try {
		const shown = await showProgress(
			`Testing ${workflows.length} triggers as the editor does`,
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
		const tested = [...shown.keys()];
		const allFired = () => tested.every((one) => fired(stage, one, 'production').length > 0);
		return {
			async judge() {
				const untilPoll = (count: number) => Math.max(0, changed + count * MINUTE - Date.now());
				const early = allFired();
				await until(() => allFired() || undefined, {
					...UNHURRIED,
					patience: untilPoll(POLLS),
				}).catch(() => undefined);
				// What fired must not fire again at the next poll.
				await wait((early ? untilPoll(POLLS + 1) : MINUTE) + SLACK);
				for (const one of tested) {
					const records = due.flatMap((each) => each.get(one.event) ?? []);
					setting.checks.say(
						`${nameOf(one)} fires once for what changed`,
						problemOf(fired(stage, one, 'production'), records, one),
					);
				}
				const errors = await pollErrors(stage);
				setting.checks.say(
					`${workflows.length} triggers poll without an error`,
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
