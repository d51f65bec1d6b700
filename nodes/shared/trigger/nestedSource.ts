import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';
import omit from 'lodash/omit';

import type { ChangeEvent, NestedEvent } from '../define/event';
import { readFrom, requestFor, vendorNow, type Source, type Surroundings } from './asking';
import { beginNested, Gathered, MOST_ASKED, savedNestedMark, type NestedMark } from './nested';
import { byChange, isFresh, momentOf, versionOf } from './position';
import { changeTracker } from './tracker';

/** Records that are asked for what hangs on them at the same time. The account's allowance may let fewer go. */
const AT_ONCE = 4;

/** Records that one look asks at the most. What they have must be handed over before the next is asked. */
const ASKED = 200;

/** The share of a look's time in which it lists what is to be asked. */
const LISTING = 0.5;

/** The share of a look's time in which it learns what is there already, so that it can see what changed meanwhile. */
const LEARNING = 0.9;

/** Records that a test in the editor asks at the most for each one that it shows. */
const ASKED_PER_SAMPLE = 4;

/** What hangs on records that changed: they are asked one after the other, in as many looks as that takes. */
export function nestedSource(around: Surroundings<NestedEvent>): Source<NestedMark> {
	const { vendor, client, event, options, warn, hasTime } = around;
	const { times } = vendor;
	const on = {
		...event.on,
		overlapSeconds: Math.max(event.overlapSeconds, options.overlapSeconds ?? 0),
	};
	const overlap = on.overlapSeconds * 1000;
	const lag = (event.lagSeconds ?? 0) * 1000;
	const lagOfParents = (on.lagSeconds ?? 0) * 1000;
	const keys = { ...event, times };
	const parentKeys = { ...on, times, mostSeen: MOST_ASKED };
	const tracker = changeTracker(on, times, MOST_ASKED);
	const { filters: ofParents = {} } = on;
	const its = {
		...around,
		filters: around.written(omit(event.filters ?? {}, Object.keys(ofParents))),
	};
	const parents: Surroundings<ChangeEvent> = {
		...around,
		event: on,
		filters: around.written(ofParents),
		hasTime: (share = 1) => hasTime(share * LISTING),
	};

	/** What hangs on one record and is not older than a moment, however odd the clock by which it is dated. */
	async function nestedOf(parent: IDataObject, since: number): Promise<IDataObject[]> {
		const { paging, request } = requestFor(its, event.since(times.write(since - lag)));
		const path = event.path(parent);
		const records: IDataObject[] = [];
		const { id } = event;
		for await (const page of client.pages({ ...request, path, paging, wanted: Infinity, id })) {
			records.push(...page.map((record) => ({ ...record, ...event.named?.(parent) })));
		}
		return records;
	}

	/**
	 * Of records that were asked, those that changed since they were listed, so that what they have may
	 * be newer than that; all where that cannot be told. Inferred: nothing shows before its change does.
	 */
	async function changedSince(
		listed: readonly IDataObject[],
		moment: number,
	): Promise<readonly IDataObject[]> {
		if (listed.length === 0) return [];
		try {
			const all = { ...parents, hasTime };
			const { due, readTo } = await readFrom(all, moment, () => true, Infinity);
			if (readTo !== Infinity) return listed;
			const now = new Map(due.map((record) => [get(record, on.id), tracker.stateOf(record)]));
			return listed.filter((record) => {
				const state = now.get(get(record, on.id));
				return state !== undefined && state !== tracker.stateOf(record);
			});
		} catch (error) {
			warn(`what was there before cannot be told from what is new: ${(error as Error).message}`);
			return listed;
		}
	}

	const moment = (parent: IDataObject): number => momentOf(parent, parentKeys);

	/**
	 * Asks these records one after the other, as far as the limit and the time allow: `asked` tells how
	 * many. The first one that fails fails the look, and a later one waits for the next look.
	 */
	async function ask(toAsk: readonly IDataObject[], mark: NestedMark) {
		const gathered = new Gathered(mark, keys, options.limit);
		const learned = new Map<IDataObject, readonly IDataObject[]>();
		const share = (): number => (learned.size > 0 ? LEARNING : 1);
		let asked = 0;
		let goesOn = true;
		while (goesOn && asked < toAsk.length && (asked === 0 || hasTime(share()))) {
			const some = toAsk.slice(asked, asked + AT_ONCE);
			const answers = await Promise.allSettled(
				some.map(async (parent) => await nestedOf(parent, mark.floor)),
			);
			for (const [i, answer] of answers.entries()) {
				if (answer.status === 'rejected') {
					const reason = answer.reason as Error;
					if (asked === 0) throw reason;
					// What was read so far is worth having, and the next look begins with the one that failed.
					warn(`the rest waits for the next poll: ${reason.message}`);
					goesOn = false;
				} else if (moment(some[i]) < mark.learnTo) {
					learned.set(some[i], answer.value);
				} else {
					goesOn = gathered.take(answer.value);
				}
				if (!goesOn) break;
				asked++;
			}
			goesOn &&= !gathered.isFull();
		}
		const changed = await changedSince([...learned.keys()], mark.learnTo - lagOfParents);
		for (const [parent, nested] of learned) if (!changed.includes(parent)) gathered.learn(nested);
		if (gathered.timeless > 0) warn(`${gathered.timeless} records have no time and are left out`);
		return { gathered, asked };
	}

	/** Asks the records that changed before a moment and were not asked since. */
	async function look(mark: NestedMark, before = Infinity) {
		const { due, began, ...read } = await readFrom(
			parents,
			tracker.from(mark.parents),
			isFresh(mark.parents, parentKeys),
			ASKED,
		);
		const toAsk = tracker.inOrder(due).filter((parent) => moment(parent) < before);
		// One more than is wanted only says that there are others.
		const { gathered, asked } = await ask(toAsk.slice(0, ASKED), mark);
		// What is added may show a little later than the change, so those that changed just now are asked again.
		const isCalm = (parent: IDataObject) => moment(parent) <= began - overlap - lagOfParents;
		const calm = toAsk.filter(isCalm).length;
		const readTo = Math.min(read.readTo, before);
		const { fresh: done, to } = tracker.advance(mark.parents, toAsk, began, {
			...read,
			readTo,
			limit: Math.min(asked, calm),
			now: began,
		});
		const isWhole =
			readTo === Infinity &&
			read.sureTo === Infinity &&
			asked === toAsk.length &&
			done.length === calm;
		const floor = isWhole ? to.at - overlap - lag : -Infinity;
		return { fresh: gathered.inOrder(), to: gathered.after(to, floor) };
	}

	const asked = new Set<unknown>();
	return {
		saved: savedNestedMark,
		async begin(scope) {
			const { startAt } = options;
			if (startAt !== undefined) {
				return beginNested(scope, { from: startAt, learnTo: startAt, floor: startAt });
			}
			const now = await vendorNow(around);
			const learnTo = now - lagOfParents;
			// A clock that runs ahead makes older ones look as if they came after the floor.
			const begun = beginNested(scope, { from: learnTo - 2 * lag, learnTo: now, floor: now - lag });
			return { ...(lag > 0 ? (await look(begun, now)).to : begun), learnTo };
		},
		look: async (mark) => await look(mark),
		async recent(since, wanted) {
			const latest = requestFor(parents, on.since(times.write(since)), event.latestFirst);
			const { paging, request } = latest;
			const most = wanted * ASKED_PER_SAMPLE;
			const found: IDataObject[] = [];
			for await (const page of client.pages({ ...request, paging, wanted: most, id: on.id })) {
				const others = page.filter((parent) => !asked.has(get(parent, on.id)));
				const isDone = () => found.length >= wanted || !hasTime();
				for (let i = 0; i < others.length && !isDone(); i += AT_ONCE) {
					const some = others.slice(i, i + AT_ONCE);
					for (const parent of some) asked.add(get(parent, on.id));
					const answers = some.map(async (parent) => await nestedOf(parent, since));
					found.push(...(await Promise.all(answers)).flat());
				}
				if (isDone()) break;
			}
			return found.sort(byChange(keys));
		},
		versionOf: (record) => versionOf(record, keys),
	};
}
