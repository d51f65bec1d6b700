import fc from 'fast-check';

import type { PollEvent } from '../../nodes/shared/define/event';
import { startSandbox, type Sandbox, type VendorControl, type VendorName } from '../../sandbox';
import { pollerOf, type Bench, type Poller } from '../support/engine';
import { histories, type EventHistory } from '../support/histories';
import { credentials, nodes, vendors } from '../support/vendors';

/**
 * Histories of writes, faults and polls, made up from a seed, played to the trigger nodes against the
 * sandbox: what the list shows in the end and did not show at the beginning must have been handed
 * over, and nothing twice unless the poll that did it could not save its state. `npm test` plays a
 * few for each event, `npm run test:histories` 10,000 for each vendor.
 */
const HISTORIES = Number(process.env.HISTORIES ?? 60);
const SEED = Number(process.env.SEED ?? 20_260_331);

const STARTED = Date.parse('2026-03-10T15:00:00Z');

// Whoever waits, for the vendor's sake or to try again, only moves the clocks on.
let waited = 0;
let playing: VendorControl | undefined;
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	async sleep(milliseconds: number) {
		waited += milliseconds;
		playing?.clock({ advance: milliseconds / 1000 });
	},
}));
const realNow = Date.now;
const began = realNow();
const now = (): string => new Date(Date.now()).toISOString();
beforeAll(() => {
	jest.spyOn(Date, 'now').mockImplementation(() => STARTED + waited + realNow() - began);
});

const which = fc.nat(1000);
const step = fc.oneof(
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('copy' as const), which }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), which }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), which }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			seconds: fc.oneof(fc.nat(2), fc.nat(600)),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('poll' as const),
			fails: fc.option(fc.constantFrom('status', 'html', 'empty', 'dropBefore', 'notJson'), {
				freq: 4,
			}),
			crash: fc.constantFrom(false, false, false, true),
		}),
	},
);
const history = fc.array(step, { minLength: 4, maxLength: 14 });
type Step = typeof history extends fc.Arbitrary<Array<infer One>> ? One : never;

interface Stage {
	readonly bench: Bench;
	readonly control: VendorControl;
	readonly event: PollEvent;
	/** Where the records of the event are kept. */
	readonly collection: string;
	readonly hints: EventHistory;
}

const MANY = 500;

const idsOf = (items: ReadonlyArray<{ json: object }>): string[] =>
	items.map(({ json }) => (json as { eventId: string }).eventId);

/** What a test in the editor shows of an event: everything of the latest day, or of longer where that has nothing. */
async function shown(stage: Stage): Promise<string[]> {
	return idsOf(await triggerOf(stage, MANY).poll({ manual: true }));
}

const triggerOf = ({ bench, event, hints }: Stage, recordsPerPoll: number): Poller =>
	pollerOf(bench, { event: event.value, options: { recordsPerPoll }, ...hints.parameters });

/** Does something to a record of the event and gives its ID. An edit changes what a snapshot compares. */
function write(stage: Stage, one: Extract<Step, { which: number }>): string | undefined {
	const { control, collection, hints } = stage;
	const ids = control.ids(collection);
	const id = ids[one.which % Math.max(1, ids.length)];
	if (id === undefined) return undefined;
	const moment = Date.parse(control.clock({}).now);
	if (one.do === 'copy') {
		control.copy(collection, id);
		const made = control.ids(collection)[ids.length];
		if (hints.made) control.change(collection, made, hints.made(moment), { touch: false });
		return made;
	}
	if (one.do === 'remove') control.remove(collection, id);
	if (one.do !== 'edit') return id;
	if (hints.turned) control.change(collection, id, hints.turned(moment));
	else edit(stage, id, one.which);
	return id;
}

function edit({ control, collection, event, hints }: Stage, id: string, which: number): void {
	const compared = hints.edited ?? (('finds' in event && event.compared) || []);
	const records = control.records(collection);
	const other = records[(which * 7) % records.length];
	const members = compared.filter((member) => other[member] !== undefined);
	const member = members[which % Math.max(1, members.length)];
	control.change(collection, id, member === undefined ? {} : { [member]: other[member] });
}

const recordOf = (event: PollEvent, eventId: string): string =>
	eventId.slice(event.value.length + 1).split(/[@#]/)[0];

/**
 * A list by which snapshots find new records may show old ones that changed, and the other way round.
 * Where it cannot be told which are old, a new one counts as changed too.
 */
function isMeant(event: PollEvent, eventId: string, old: ReadonlySet<string>): boolean {
	if (!('finds' in event)) return true;
	if (event.finds === 'changed' && event.idsGrowOverDays === undefined) return true;
	return old.has(recordOf(event, eventId)) === (event.finds === 'changed');
}

let accounts = 0;

async function play({ bench, ...set }: Stage, steps: readonly Step[], recordsPerPoll: number) {
	// An account of its own, which has used nothing of its allowance yet.
	const credential = bench.credential && { ...bench.credential, id: `account-${++accounts}` };
	const stage: Stage = { ...set, bench: { ...bench, credential } };
	const { control, event, hints } = stage;
	control.reset();
	control.clock({ set: now(), freeze: true });
	playing = control;
	// A snapshot knows how everything looks, so that a list of what changed lately must show all of it.
	if ('finds' in event) {
		for (const id of control.ids(stage.collection)) control.change(stage.collection, id, {});
	}
	const before = new Set(await shown(stage));
	const old = new Set(control.ids(stage.collection));
	control.clock({ advance: 1 });
	const trigger = triggerOf(stage, recordsPerPoll);
	const handedOver = new Set<string>();
	const unsaved = new Set<string>();
	const latest = new Map<string, string>();
	const repeated: string[] = [];
	/** A record that changed and changed back is handed over again, as the same state of it. */
	const isBack = (id: string): boolean =>
		'finds' in event && event.finds === 'changed' && latest.get(recordOf(event, id)) !== id;
	const poll = async (crash: boolean): Promise<number> => {
		const ids = idsOf(await trigger.poll({ crash }));
		for (const id of ids) {
			if (handedOver.has(id) && !unsaved.has(id) && !isBack(id)) repeated.push(id);
			handedOver.add(id);
			latest.set(recordOf(event, id), id);
			if (crash) unsaved.add(id);
			else unsaved.delete(id);
		}
		return ids.length;
	};
	await poll(false);
	control.clock({ advance: 1 });
	/** What a queue held when something was put in; the vendor forgets it when it is told that it was taken. */
	const queued = new Set<string>();
	for (const one of steps) {
		if ('which' in one) {
			const id = write(stage, one);
			if (hints.turned && one.do === 'edit') old.delete(String(id));
			if ('clear' in event && one.do === 'copy') {
				for (const each of await shown(stage)) queued.add(each);
			}
			if (one.do === 'remove') {
				for (const each of queued) if (recordOf(event, each) === id) queued.delete(each);
			}
		}
		if (one.do === 'wait') control.clock({ advance: one.seconds });
		if (one.do === 'expire') {
			control.expireTokens();
			// Some vendors let nobody sign in twice within seconds.
			control.clock({ advance: 10 });
		}
		if (one.do !== 'poll') continue;
		if (one.fails !== null) {
			control.fault({ kind: one.fails, ...(one.fails === 'status' && { status: 400 }) } as never);
		}
		// Some faults are ridden out by another try; the others end this poll and nothing else.
		await poll(one.crash).catch(() => 0);
		control.clearFaults();
		control.clock({ advance: 1 });
	}
	control.clock({ advance: 1 });
	// What `only` leaves out counts for the limit of a poll, which may then hand over nothing while more waits.
	const patience = event.only === undefined ? 2 : steps.length + 2;
	for (let idle = 0, polls = 0; idle < patience; polls++) {
		idle = (await poll(false)) > 0 ? 0 : idle + 1;
		if (polls > 200) throw new Error('It never ends');
	}
	const due = [...queued, ...(await shown(stage))].filter(
		(id) => !before.has(id) && isMeant(event, id, old),
	);
	return { lost: due.filter((id) => !handedOver.has(id)), repeated };
}

const credentialOf = (name: string, values: object): Bench['credential'] => {
	const type = Object.values(credentials).find((known) => known.name === name);
	if (type === undefined) throw new Error(`There is no credential type ${name}`);
	return { type, values: { ...values } };
};

/** The first with which something can be done; it throws what the last one throws. */
async function firstThat<One>(all: readonly One[], can: (one: One) => Promise<void>): Promise<One> {
	const [one, ...others] = all;
	try {
		await can(one);
		return one;
	} catch (error) {
		if (others.length === 0) throw error;
		return await firstThat(others, can);
	}
}

describe.each(Object.keys(vendors) as VendorName[])('%s', (name) => {
	const { api, events } = vendors[name];
	const [type] = Object.keys(api.credentials);
	/** A watched member only comes into play when its own value changes; the histories of kinds play that. */
	const played = events.filter((event) => !('watched' in event && event.watched));
	const each = Math.ceil(HISTORIES / played.length);
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ ports: 'free', vendors: [name], now: now() });
	});
	afterAll(async () => await sandbox.close());

	it.each(played.map((event) => [event.value, event] as const))(
		'%s loses nothing and repeats nothing',
		async (_, event) => {
			const { control, credentials: accounts } = sandbox.vendors[name];
			control.reset();
			control.clearRequests();
			const hints = histories[name]?.[event.value] ?? {};
			// Some events are for accounts of another side than the first one.
			const all = Object.entries<object>({ ...accounts }).filter(
				([key]) => key.split(':')[0] === type,
			);
			const benches = all.map(
				([, values]): Bench => ({
					node: nodes[`${name}Trigger`],
					credential: credentialOf(type, values),
				}),
			);
			const bench = await firstThat(benches, async (one) => {
				await pollerOf(one, { event: event.value, ...hints.parameters }).poll({ manual: true });
			});
			// What an event reads by way of other records is what it lists last.
			const isLast = 'on' in event || ('read' in event && event.read);
			const collection = control.listed().at(isLast ? -1 : 0);
			if (collection === undefined) throw new Error('No list of the sandbox was read');
			const stage: Stage = { bench, control, event, collection, hints };
			await fc.assert(
				fc.asyncProperty(history, fc.constantFrom(1, 3, 1000), async (steps, limit) => {
					expect(await play(stage, steps, limit)).toEqual({ lost: [], repeated: [] });
				}),
				{ numRuns: each, seed: SEED },
			);
		},
		30_000 + each * 2_000,
	);
});
