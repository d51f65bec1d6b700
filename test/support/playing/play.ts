import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';

import type { PollEvent } from '../../../nodes/shared/define/event';
import { momentOf } from '../../../nodes/shared/trigger/position';
import * as sources from '../../../nodes/shared/trigger/sources';
import type { RunningVendor } from '../../../sandbox';
import { pollerOf, type Poller } from '../engine';
import { Ledger, recordOf, type Item } from './ledger';
import { looks, lookOf, write, type Stage } from './stage';
import type { History, PollStep, Write } from './steps';

/** When every history begins, by the vendor's clock. */
export const STARTED = Date.parse('2026-03-10T15:00:00Z');

const DAY = 86_400_000;

/** Records that are looked at in the beginning and in the end: all of them. */
const ALL = 500;

/** Where a trigger begins that starts from everything, as the engine has it. */
const EVERYTHING = Date.UTC(2000, 0, 1);

let waited = 90 * DAY;
let playing: RunningVendor['control'] | undefined;

/** Whoever waits, for the vendor's sake or to try again, only moves the clocks on. */
export function wait(milliseconds: number): void {
	waited += milliseconds;
	playing?.clock({ advance: milliseconds / 1000 });
}

/**
 * The clock of n8n. It stands still by itself, so that a history always goes the same way. It is months
 * ahead of the vendor's, which begins anew with each history, while this one goes on: it must not matter.
 */
export const now = (): number => STARTED + waited;

/** How a history ended. */
export interface Ending {
	readonly lost: readonly string[];
	readonly repeated: readonly string[];
	readonly handedOver: number;
	readonly polls: number;
}

/**
 * All that the list of an event has since a moment, as it is: in large pages, with nothing going on
 * meanwhile, and with none of the engine's reckoning of what is new. `length` counts what is not
 * meant, too.
 */
async function listed(
	{ event, vendor }: Stage,
	trigger: Poller,
	since: number,
	notBefore: number,
): Promise<{ items: Item[]; length: number }> {
	let length = 0;
	const original = sources.withSource;
	const spy = jest.spyOn(sources, 'withSource').mockImplementationOnce(
		async (around, use) =>
			await original(around, async (source) => {
				const recent = async () => {
					const records = await source.recent(since, ALL);
					({ length } = records);
					const { changedAt, orAt } = event as { changedAt?: string; orAt?: string };
					if (changedAt === undefined) return records;
					const keys = { changedAt, orAt, times: vendor.times };
					return records.filter((record) => momentOf(record, keys) >= notBefore);
				};
				return await use({ ...source, recent });
			}),
	);
	try {
		const items = await trigger.poll({ manual: true });
		if (length >= ALL) throw new Error('There are more records than this can look at');
		return { items: items.map(({ json }) => json as Item), length };
	} finally {
		spy.mockRestore();
	}
}

/**
 * A list by which snapshots find new records may show old ones that changed, and the other way round.
 * Where it cannot be told which are old, a new one counts as changed too.
 */
function isMeant(event: PollEvent, item: Item, old: ReadonlySet<string>): boolean {
	// A new one may be left out by `only` at first, and then nothing tells what it looked like.
	if ('watched' in event && event.watched && event.only) return old.has(recordOf(event, item));
	if (!('finds' in event)) return true;
	if (event.finds === 'changed' && event.idsGrowOverDays === undefined) return true;
	return old.has(recordOf(event, item)) === (event.finds === 'changed');
}

/** From where on the trigger starts, where it is not the present. A snapshot and a queue know no past. */
function startOf({ event, control }: Stage, { startFrom, secondsBack }: History) {
	if (startFrom === 'now' || 'finds' in event || 'clear' in event) return undefined;
	if (startFrom === 'everything') return EVERYTHING;
	// A moment is given as n8n's date fields have it, which know no milliseconds.
	const moment = Date.parse(control.clock({}).now) - secondsBack * 1000;
	return moment - (moment % 1000);
}

function optionsFor(startAt: number | undefined): INodeParameters {
	if (startAt === undefined) return {};
	if (startAt === EVERYTHING) return { startFrom: 'everything' };
	return { startFrom: 'moment', startMoment: new Date(startAt).toISOString() };
}

/** Nothing that bears an earlier time is meant, however late the vendor lists it. */
const floorOf = ({ event, hints }: Stage, began: number, startAt: number | undefined): number =>
	startAt !== undefined
		? startAt + (hints.aheadSeconds ?? 0) * 1000
		: began - (('lagSeconds' in event && event.lagSeconds) || 0) * 1000;

/** How far back the list is looked at. It shows more than the event means, on purpose. */
function reachOf({ event }: Stage, began: number, startAt: number | undefined): number {
	if (startAt === EVERYTHING) return startAt;
	if ('finds' in event) return began - event.overlapSeconds * 1000;
	// A feed whose records bear no time gives all of a day.
	if (startAt !== undefined && 'begin' in event && event.changedAt === undefined) return startAt;
	return (startAt ?? began) - 2 * DAY;
}

/** Small pages, where the trigger asks for a size and where the vendor alone knows it. */
function cutPages({ vendor, event, control, hints }: Stage, size: number): () => void {
	// Some lists come whole.
	if (size === 0 || event.paging?.largest === Number.MAX_SAFE_INTEGER) return () => undefined;
	control.pageSize(size);
	const lists = new Set([vendor.api.paging, event.paging, hints.paging]);
	const replaced = [...lists].flatMap((paging) =>
		paging === undefined || paging.largest === Number.MAX_SAFE_INTEGER
			? []
			: [jest.replaceProperty(paging, 'largest', size)],
	);
	return () => {
		for (const one of replaced) one.restore();
		control.pageSize(0);
	};
}

/** Does one thing after each answer while a poll goes on, and takes the vendor's time for it. */
function meanwhile(
	answering: RunningVendor['answering'],
	{ meanwhile: writes, slow }: Pick<PollStep, 'meanwhile' | 'slow'>,
	does: (one: Write) => void,
): () => void {
	const left = [...writes];
	answering(() => {
		if (slow > 0) wait(slow * 1000);
		const next = left.shift();
		if (next === undefined) return;
		playing?.clock({ advance: 0.3 });
		if (next !== null) does(next);
	});
	return () => answering(() => undefined);
}

/**
 * Seconds by which a change is listed later than others of its time. A trigger looks back so far, but
 * not to before it began: what bears an earlier time is not meant.
 */
function lateness({ event, control }: Stage, part: number, begun: number): number {
	if (!('overlapSeconds' in event) || 'finds' in event) return 0;
	const lookedBack = part * Math.min(event.overlapSeconds, 3600);
	const sinceBegun = (Date.parse(control.clock({}).now) - begun) / 1000 - 1;
	return Math.floor(Math.max(0, Math.min(lookedBack, sinceBegun)));
}

let accounts = 0;

/** Plays a history, polls until nothing comes any more, and tells what was lost and what came twice. */
export async function play(
	{ bench, ...set }: Stage,
	answering: RunningVendor['answering'],
	history: History,
): Promise<Ending> {
	// An account of its own, which has used nothing of its allowance yet.
	const credential = bench.credential && { ...bench.credential, id: `account-${++accounts}` };
	const stage: Stage = { ...set, bench: { ...bench, credential } };
	const { control, event, hints, collection } = stage;
	control.reset();
	hints.begin?.(control);
	// What an earlier history asked for is forgotten by then.
	waited += 60_000;
	playing = control;
	control.clock({ set: new Date(STARTED).toISOString(), freeze: true });
	const byLooks = lookOf(event) !== undefined;
	const look = () => (byLooks ? looks(stage) : new Map<string, string>());
	// What goes by looks knows how everything looks that the list shows, so it must show all of it.
	if (byLooks || 'finds' in event) {
		for (const id of control.ids(collection)) control.change(collection, id, {});
	}
	const startAt = startOf(stage, history);
	const began = Date.parse(control.clock({}).now);
	const triggerWith = (options: INodeParameters): Poller =>
		pollerOf(stage.bench, { event: event.value, options, ...hints.parameters });
	const onlooker = triggerWith({ recordsPerPoll: ALL });
	const list = async () =>
		await listed(stage, onlooker, reachOf(stage, began, startAt), floorOf(stage, began, startAt));
	const old = new Set(control.ids(collection));
	const { items: atFirst, length } =
		startAt === undefined ? await list() : { items: [], length: old.size };
	// A long list in tiny parts would take minutes and tell no more than in some.
	const part = Math.ceil(length / 6);
	const trigger = triggerWith({
		recordsPerPoll: Math.max(history.limit, part),
		...optionsFor(startAt),
	});
	const ledger = new Ledger(
		event,
		'clear' in event ? [] : atFirst,
		startAt === undefined ? look() : new Map(),
	);
	if ('clear' in event) for (const id of old) ledger.queues(id);
	control.clock({ advance: 1 });

	const apply = (one: Write): string | undefined => {
		const id = write(stage, one);
		if (id === undefined) return undefined;
		if (hints.turned && one.do === 'edit') old.delete(id);
		if ('clear' in event && one.do === 'copy') ledger.queues(id);
		if (one.do === 'remove') ledger.takesBack(id);
		return id;
	};
	let polls = 0;
	const poll = async (saved: boolean): Promise<number> => {
		polls++;
		// By the clock of n8n, which polls once a minute.
		waited += 60_000;
		ledger.sees(look());
		const items = (await trigger.poll({ crash: !saved })).map(({ json }) => json as Item);
		ledger.handsOver(items, saved, look());
		return items.length;
	};

	const restore = cutPages(stage, history.pageSize && Math.max(history.pageSize, part));
	try {
		await poll(!history.forgotten);
		const begun = Date.parse(control.clock({}).now);
		// What is written in the very moment of the first poll, but after it, is new.
		control.clock({ advance: history.secondsBack % 2 });
		for (const one of history.steps) {
			if (one.do === 'wait') control.clock({ advance: one.seconds });
			else if (one.do === 'expire') {
				control.expireTokens();
				// Some vendors let nobody sign in twice within seconds.
				control.clock({ advance: 10 });
			} else if (one.do === 'several') {
				for (const each of one.writes) {
					apply(each);
					control.clock({ advance: one.apart });
				}
			} else if (one.do === 'late') {
				const seconds = lateness(stage, one.part, begun);
				control.clock({ advance: -seconds });
				apply(one.write);
				control.clock({ advance: seconds });
			} else if (one.do !== 'poll') apply(one);
			else {
				if (one.fault !== null) {
					const { kind, ...when } = one.fault;
					const what = typeof kind === 'number' ? { kind: 'status', status: kind } : { kind };
					control.fault({ ...what, ...when } as Parameters<typeof control.fault>[0]);
				}
				const end = meanwhile(answering, one, (each) => {
					const id = apply(each);
					if (id !== undefined) ledger.sawChange(id);
				});
				// Some faults are ridden out by another try; the others end this poll and nothing else.
				await poll(!one.crash).catch(() => 0);
				end();
				control.clearFaults();
				control.clock({ advance: 1 });
			}
		}
		control.clock({ advance: 1 });
		// Nothing moves any more, so a poll that leaves the state as it was is like all that would follow.
		// A snapshot also keeps when the polls were, which does not count.
		const state = () =>
			JSON.stringify('finds' in event ? omit(trigger.state, 'at', 'before') : trigger.state);
		for (let moves = true; moves; ) {
			const before = state();
			const came = await poll(true);
			moves = came > 0 || state() !== before;
			if (polls > 300) throw new Error('It never ends');
		}
	} finally {
		restore();
	}
	const due = (await list()).items.filter((item) => isMeant(event, item, old));
	return { lost: ledger.lost(due), repeated: ledger.repeated, handedOver: ledger.count, polls };
}
