import type { IDataObject } from 'n8n-workflow';

import type { Source } from '../../nodes/shared/trigger/asking';
import {
	beginNested,
	Gathered,
	MOST_SEEN,
	type NestedMark,
} from '../../nodes/shared/trigger/nested';
import { nestedSource } from '../../nodes/shared/trigger/nestedSource';
import {
	additionOf,
	ChangingVendor,
	nestedClientOf,
	nestedEventOf,
	surroundings,
} from '../support/changes';

/**
 * What hangs on other records, which are asked for it one by one: the notes of work orders. The vendor
 * is made up, as is its clock; a request takes as long as a test says.
 */
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** What n8n gives a poll, less the room for handing over. */
const BUDGET = 24 * SECOND;

interface Settings {
	/** Milliseconds by which the clock of what is added is off. */
	readonly odd?: number;
	readonly pageSize?: number;
	/** Milliseconds that a request takes. */
	readonly slowness?: number;
	readonly startAt?: number;
}

interface Look {
	readonly limit?: number;
	readonly budget?: number;
	/** n8n got the records, or did not, and could not save the state. */
	readonly crash?: 'before' | 'after';
}

function trigger({ odd = 0, pageSize = 50, slowness = 0, startAt }: Settings = {}) {
	const habits = { grain: 1, filterGrain: 1, pageSize, sorted: true };
	const vendor = new ChangingVendor(habits);
	const event = nestedEventOf(habits, { overlapMs: 30 * SECOND, odd });
	const client = nestedClientOf(vendor, odd);
	const warnings: string[] = [];
	const handedOver: number[] = [];
	const looks: Array<{ count: number; requests: number; took: number }> = [];
	let state = '';
	const within = async <Result>(
		{ limit, budget = BUDGET }: Look,
		use: (source: Source<NestedMark>) => Promise<Result>,
	): Promise<Result> => {
		const started = vendor.now;
		const hasTime = (share = 1) => vendor.now - started < budget * share;
		const warn = (message: string) => warnings.push(message);
		return await use(nestedSource(surroundings(event, client, { limit, hasTime, warn, startAt })));
	};
	return {
		vendor,
		warnings,
		handedOver,
		looks,
		state: () => state,
		async look(how: Look = {}): Promise<number> {
			const before = { requests: vendor.requests, now: vendor.now };
			if (slowness > 0) {
				vendor.meanwhile.push(
					...Array.from({ length: 1_000 }, () => () => (vendor.now += slowness)),
				);
			}
			const count = await within(how, async (source) => {
				const saved =
					state === '' ? undefined : source.saved(JSON.parse(state) as IDataObject, 's');
				if (saved === undefined) {
					state = JSON.stringify(await source.begin('s'));
					return 0;
				}
				const { fresh, to } = await source.look(saved);
				if (how.crash !== 'before') handedOver.push(...fresh.map(({ id }) => Number(id)));
				if (how.crash === undefined) state = JSON.stringify(to);
				return fresh.length;
			});
			vendor.meanwhile.length = 0;
			const [requests, took] = [vendor.requests - before.requests, vendor.now - before.now];
			looks.push({ count, requests, took });
			return count;
		},
		async recent(since: number, wanted: number): Promise<number[]> {
			const records = await within({}, async (source) => await source.recent(since, wanted));
			return records.map(({ id }) => Number(id));
		},
	};
}

/** Creates records one second apart, each of which gets something added with it. */
const make = (vendor: ChangingVendor, count: number): number[] =>
	Array.from({ length: count }, () => {
		vendor.now += SECOND;
		return additionOf({ id: vendor.create(), revision: 1 });
	});

describe('a backlog of 500 records', () => {
	it('drains over several looks, each in its time, each addition once and in order', async () => {
		const { vendor, look, looks, handedOver, state } = trigger({ slowness: 200 });
		await look();
		const added = make(vendor, 500);
		vendor.now += HOUR;
		let largest = 0;
		for (let idle = 0; idle < 2; largest = Math.max(largest, state().length)) {
			idle = (await look()) > 0 ? 0 : idle + 1;
			vendor.now += 60 * SECOND;
		}
		expect(handedOver).toEqual(added);
		expect(looks.filter(({ count }) => count > 0).length).toBeGreaterThan(3);
		// Four requests are on their way when the time is over.
		for (const { took } of looks) expect(took).toBeLessThanOrEqual(BUDGET + 4 * 200);
		expect(largest).toBeLessThan(64 * 1024);
		expect(looks.at(-1)?.requests).toBe(1);
	});

	it('drains in the face of requests so slow that one look asks a few records', async () => {
		const { vendor, look, looks, handedOver } = trigger({ slowness: 5 * SECOND });
		await look();
		const added = make(vendor, 50);
		vendor.now += HOUR;
		for (let i = 0; i < 20; i++) await look();
		expect(handedOver).toEqual(added);
		expect(Math.max(...looks.map(({ count }) => count))).toBeLessThan(12);
	});

	it('hands over what is added to a record that was asked already, and that alone', async () => {
		const { vendor, look, handedOver } = trigger({ slowness: 200 });
		await look();
		const added = make(vendor, 300);
		vendor.now += HOUR;
		await look();
		expect(handedOver.length).toBeLessThan(300);
		// The first two changes after the creation; nothing is added with the earlier of them.
		vendor.edit(0);
		vendor.now += SECOND;
		vendor.edit(0);
		vendor.now += HOUR;
		for (let i = 0; i < 6; i++) await look();
		expect(handedOver).toEqual([...added, additionOf({ id: 1, revision: 3 })]);
	});

	it('is read from a moment in the past on as well', async () => {
		const { vendor, look, handedOver, looks } = trigger({
			slowness: 200,
			startAt: Date.UTC(2026, 2, 1),
		});
		const added = make(vendor, 300);
		vendor.now += HOUR;
		await look();
		for (let i = 0; i < 6; i++) await look();
		expect(handedOver).toEqual(added);
		expect(looks.filter(({ count }) => count > 0).length).toBeGreaterThan(1);
	});

	it('repeats only the look that could not be saved', async () => {
		const { vendor, look, handedOver } = trigger({ slowness: 200 });
		await look();
		const added = make(vendor, 300);
		vendor.now += HOUR;
		await look();
		const first = handedOver.length;
		const second = await look({ crash: 'after' });
		await look({ crash: 'before' });
		for (let i = 0; i < 6; i++) await look();
		expect(handedOver).toEqual([
			...added.slice(0, first + second),
			...added.slice(first, first + second),
			...added.slice(first + second),
		]);
	});
});

describe('a request that fails', () => {
	it('in the midst ends the look, which hands over what it read; the next goes on from there', async () => {
		const { vendor, look, handedOver, warnings } = trigger();
		await look();
		const added = make(vendor, 20);
		vendor.now += HOUR;
		vendor.failsAt = vendor.requests + 1 + 10;
		expect(await look()).toBe(9);
		expect(warnings).toEqual(['the rest waits for the next poll: The vendor is out of order']);
		await look();
		expect(handedOver).toEqual(added);
	});

	it('at once fails the look and moves nothing', async () => {
		const { vendor, look, handedOver, state } = trigger();
		await look();
		const added = make(vendor, 5);
		vendor.now += HOUR;
		for (const request of [1, 2]) {
			const before = state();
			vendor.failsAt = vendor.requests + request;
			await expect(look()).rejects.toThrow('out of order');
			expect(state()).toBe(before);
		}
		await look();
		expect(handedOver).toEqual(added);
	});
});

describe('many additions', () => {
	it('to records that changed in one moment come each once', async () => {
		const { vendor, look, handedOver } = trigger({ pageSize: 7, slowness: 200 });
		await look();
		vendor.now += SECOND;
		const added = Array.from({ length: 150 }, () =>
			additionOf({ id: vendor.create(), revision: 1 }),
		);
		vendor.now += HOUR;
		for (let i = 0; i < 12; i++) await look();
		expect([...handedOver].sort((a, b) => a - b)).toEqual(added);
	});

	it('come a few at a time where the user wants it, those of one record too', async () => {
		const { vendor, look, handedOver } = trigger();
		await look();
		make(vendor, 2);
		for (let i = 0; i < 12; i++) {
			vendor.now += SECOND;
			vendor.edit(i % 2);
		}
		vendor.now += HOUR;
		const counts: number[] = [];
		for (let i = 0; i < 5; i++) counts.push(await look({ limit: 3 }));
		expect(counts).toEqual([3, 3, 3, 1, 0]);
		expect(new Set(handedOver).size).toBe(10);
		const ofOne = handedOver.filter((id) => Math.floor(id / 1_000) === 1);
		expect(ofOne).toEqual([...ofOne].sort((a, b) => a - b));
	});

	it('to one record come at once where they are more than can be remembered', async () => {
		const { vendor, look, handedOver } = trigger();
		await look();
		vendor.create();
		for (let i = 0; i < 6_000; i++) vendor.edit(0);
		vendor.now += HOUR;
		await look({ limit: 10 });
		await look({ limit: 10 });
		expect(handedOver).toHaveLength(new Set(handedOver).size);
		expect(handedOver.length).toBeGreaterThan(4_000);
	});

	it('are remembered in less than 64 KB', async () => {
		const { vendor, look, state, handedOver } = trigger({ odd: 4 * HOUR });
		await look();
		make(vendor, 400);
		for (let i = 0; i < 6_000; i++) vendor.edit(i);
		vendor.now += 60 * SECOND;
		for (let i = 0; i < 10; i++) await look();
		expect(handedOver.length).toBeGreaterThan(4_000);
		expect(state().length).toBeGreaterThan(40_000);
		expect(state().length).toBeLessThan(64 * 1024);
	});
});

describe('much at once', () => {
	it('is handed over once and remembered in less than 64 KB where 1,000 records change in one moment', async () => {
		const { vendor, look, state, handedOver } = trigger({ odd: 4 * HOUR, pageSize: 500 });
		await look();
		vendor.now += SECOND;
		for (let i = 0; i < 1_000; i++) vendor.create();
		for (let i = 0; i < 6_000; i++) vendor.edit(i);
		let largest = 0;
		for (let i = 0; i < 20; i++, largest = Math.max(largest, state().length)) {
			vendor.now += 60 * SECOND;
			await look();
		}
		expect(new Set(handedOver).size).toBe(5_000);
		expect(handedOver).toHaveLength(5_000);
		expect(largest).toBeGreaterThan(50_000);
		expect(largest).toBeLessThan(64 * 1024);
	});

	it('leaves time to ask what was listed', async () => {
		const { vendor, look, looks } = trigger({ pageSize: 7, slowness: SECOND });
		await look();
		make(vendor, 300);
		vendor.now += HOUR;
		await look();
		expect(looks[1].count).toBeGreaterThan(7);
	});

	it('lets nothing be forgotten that was met again lately', () => {
		const keys = { id: 'id', changedAt: 'at', times: { read: Number } };
		const additions = Array.from({ length: MOST_SEEN }, (_, id) => ({ id, at: 1 }));
		let mark = beginNested('s', { from: 0, learnTo: 0, floor: 0 });
		for (const nested of [additions, additions.slice(0, 1), [{ id: -1, at: 1 }]]) {
			const gathered = new Gathered(mark, keys, Infinity);
			gathered.take(nested);
			mark = gathered.after(mark.parents, 0);
		}
		const again = new Gathered(mark, keys, Infinity);
		again.take(additions);
		expect(again.fresh).toEqual([additions[1]]);
	});
});

describe.each([
	['ahead', 4 * HOUR],
	['behind', -4 * HOUR],
])('a clock of the additions that runs %s', (_, odd) => {
	it('passes nothing off as new that was there before, however many looks it takes to learn it', async () => {
		const { vendor, look, handedOver, looks } = trigger({ odd, slowness: 500 });
		make(vendor, 100);
		// So old that only a clock that runs ahead makes it look recent.
		vendor.now += 5 * HOUR;
		make(vendor, 100);
		vendor.now += 60 * SECOND;
		await look();
		for (let i = 0; i < 10; i++) {
			vendor.now += 60 * SECOND;
			await look();
		}
		expect(looks.filter(({ requests }) => requests > 10).length).toBeGreaterThan(2);
		expect(handedOver).toEqual([]);
		for (const which of [3, 150]) {
			vendor.edit(which);
			vendor.now += SECOND;
			vendor.edit(which);
		}
		await look();
		expect(handedOver).toEqual([4, 151].map((id) => additionOf({ id, revision: 3 })));
	});

	it('hides nothing that is added while the trigger learns what was there before', async () => {
		const { vendor, look, handedOver } = trigger({ odd });
		make(vendor, 3);
		vendor.now += 60 * SECOND;
		// Between the list and the questions: one that changes with, and one without something new.
		const change = () => {
			vendor.edit(1);
			vendor.edit(1);
		};
		vendor.meanwhile.push(() => undefined, change);
		await look();
		vendor.now += 60 * SECOND;
		await look();
		expect(handedOver).toContain(additionOf({ id: 2, revision: 3 }));
		expect(handedOver).not.toContain(additionOf({ id: 1, revision: 1 }));
		expect(handedOver).not.toContain(additionOf({ id: 3, revision: 1 }));
	});
});

describe('what is added', () => {
	it('is seen even where it shows a little later than the change of its record', async () => {
		const { vendor, look, handedOver } = trigger();
		await look();
		vendor.now += SECOND;
		const id = vendor.create();
		vendor.hides.add(id);
		await look();
		vendor.hides.delete(id);
		vendor.now += 20 * SECOND;
		await look();
		expect(handedOver).toEqual([additionOf({ id, revision: 1 })]);
	});

	it('costs nothing any more once its record has been calm for a while', async () => {
		const { vendor, look, looks } = trigger();
		await look();
		make(vendor, 10);
		vendor.now += 120 * SECOND;
		await look();
		await look();
		expect(looks.map(({ requests }) => requests)).toEqual([0, 11, 1]);
	});
});

describe('a test in the editor', () => {
	it('asks the records that changed last, and no more of them than it needs', async () => {
		const { vendor, recent } = trigger();
		const added = make(vendor, 400);
		expect((await recent(0, 5)).slice(-5)).toEqual(added.slice(-5));
		expect(vendor.requests).toBeLessThanOrEqual(9);
	});

	it('gives up after some records to which nothing was added', async () => {
		const { vendor, recent } = trigger();
		make(vendor, 400);
		for (let id = 1; id <= 400; id++) vendor.hides.add(id);
		expect(await recent(0, 5)).toEqual([]);
		expect(vendor.requests).toBeLessThanOrEqual(21);
	});
});
