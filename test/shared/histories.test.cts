import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { withSource } from '../../nodes/shared/trigger/sources';
import {
	changeEventOf,
	ChangingVendor,
	clientOf,
	surroundings,
	type Habits,
} from '../support/changes';

/**
 * Histories of writes, faults and polls, made up from a seed: nothing may be lost, and nothing may be
 * handed over twice unless the look that did it could not save its state. `npm test` runs a part of
 * them, `npm run test:histories` all.
 */
const HISTORIES = Number(process.env.HISTORIES ?? 200);
const SEED = Number(process.env.SEED ?? 20_260_331);

/** The longest that the made-up vendor takes to list a change, in milliseconds. */
const LATEST = 30_000;

const late = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(0) },
	{ weight: 1, arbitrary: fc.nat(LATEST) },
);
const which = fc.nat(1000);
const write = fc.oneof(
	fc.record({ do: fc.constant('create' as const), late, count: fc.integer({ min: 1, max: 9 }) }),
	fc.record({ do: fc.constant('edit' as const), which, late }),
	fc.record({ do: fc.constant('delete' as const), which }),
);
const wait = fc.record({
	do: fc.constant('wait' as const),
	ms: fc.oneof(fc.nat(50), fc.nat(3_000), fc.nat(200_000)),
});
const poll = fc.record({
	do: fc.constant('poll' as const),
	meanwhile: fc.array(fc.option(write, { freq: 2 }), { maxLength: 6 }),
	failsAt: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 4, nil: Infinity }),
	budget: fc.option(fc.integer({ min: 1, max: 6 }), { freq: 3, nil: Infinity }),
	crash: fc.constantFrom('no', 'no', 'no', 'before', 'after'),
});
const history = fc.array(fc.oneof(write, wait, poll), { minLength: 5, maxLength: 40 });
type Step = typeof history extends fc.Arbitrary<Array<infer One>> ? One : never;

interface Case {
	readonly habits: Habits;
	readonly by: 'modified' | 'created';
	readonly bounded: boolean;
}

/** Plays a history, looks until nothing comes any more, and gives what was lost and what came twice. */
async function play(steps: readonly Step[], limit: number, { habits, by, bounded }: Case) {
	const vendor = new ChangingVendor(habits);
	const event = changeEventOf(habits, { by, bounded, overlapMs: LATEST });
	const client = clientOf(vendor, (query) => vendor.page(by, query) as unknown as IDataObject);
	const handedOver = new Map<string, number>();
	const apply = (step: Step) => {
		if (step.do === 'create') for (let i = 0; i < step.count; i++) vendor.create(step.late);
		if (step.do === 'edit') vendor.edit(step.which, step.late);
		if (step.do === 'delete') vendor.delete(step.which);
		if (step.do === 'wait') vendor.now += step.ms;
	};
	let state: string | undefined;
	let repeated = 0;
	let unsaved = new Set<string>();
	let began = 0;
	const look = async ({ budget, crash }: { budget: number; crash: string }): Promise<number> => {
		const first = vendor.requests;
		vendor.looks++;
		const hasTime = () => vendor.requests - first < budget;
		return await withSource(
			surroundings(event, client, { limit, hasTime, filterGrain: habits.filterGrain }),
			async (source) => {
				const saved =
					state === undefined ? undefined : source.saved(JSON.parse(state) as IDataObject, 's');
				if (saved === undefined) {
					const mark = await source.begin('s');
					if (began === 0) began = vendor.now;
					state = JSON.stringify(mark);
					return 0;
				}
				const { fresh, to } = await source.look(saved);
				if (crash === 'before') return fresh.length;
				for (const record of fresh) {
					const key = JSON.stringify([record.id, by === 'created' ? 0 : record.revision]);
					if (handedOver.has(key) && !unsaved.has(key)) repeated++;
					handedOver.set(key, vendor.now);
					if (crash === 'after') unsaved.add(key);
				}
				if (crash === 'after') return fresh.length;
				for (const record of fresh)
					unsaved.delete(JSON.stringify([record.id, by === 'created' ? 0 : record.revision]));
				state = JSON.stringify(to);
				expect(state.length).toBeLessThan(64 * 1024);
				return fresh.length;
			},
		);
	};
	await look({ budget: Infinity, crash: 'no' });
	for (const step of steps) {
		apply(step);
		if (step.do !== 'poll') continue;
		vendor.failsAt = vendor.requests + step.failsAt;
		for (const meanwhile of step.meanwhile) {
			vendor.meanwhile.push(() => {
				vendor.now += 300;
				if (meanwhile !== null) apply(meanwhile);
			});
		}
		await look(step).catch((error: Error) => {
			if (!/out of order/.test(error.message) && error.constructor.name !== 'ListTooLong')
				throw error;
		});
		vendor.meanwhile.length = 0;
		vendor.failsAt = Infinity;
		vendor.now += 20;
	}
	vendor.now += LATEST + 1;
	for (let looks = 0; (await look({ budget: Infinity, crash: 'no' })) > 0; looks++) {
		if (looks > 500) throw new Error('It never ends');
	}
	const lost = vendor
		.latest()
		.filter((record) => record[by === 'created' ? 'created' : 'changed'] > began)
		.filter(
			({ id, revision }) => !handedOver.has(JSON.stringify([id, by === 'created' ? 0 : revision])),
		);
	return { lost: lost.length, repeated };
}

const grain = fc.constantFrom(1, 1_000, 60_000, 86_400_000);
const STRATEGIES = {
	'sorted by time of change': { sorted: true, bounded: false },
	'sorted, with an upper bound': { sorted: true, bounded: true },
	'in any order, with an upper bound': { sorted: false, bounded: true },
	'in any order, without an upper bound': { sorted: false, bounded: false },
};

jest.setTimeout(HISTORIES * 300 + 20_000);

describe(`${HISTORIES} histories of writes, faults and polls`, () => {
	it.each(Object.entries(STRATEGIES))(
		'lose nothing and repeat nothing of a list %s',
		async (_, { sorted, bounded }) => {
			await fc.assert(
				fc.asyncProperty(
					history,
					fc.constantFrom(1, 3, 1000),
					grain,
					fc.constantFrom('modified' as const, 'created' as const),
					async (steps, limit, ms, by) => {
						const habits = { grain: ms, filterGrain: ms, pageSize: 4, sorted };
						const faults = await play(steps, limit, { by, bounded, habits });
						expect(faults).toEqual({ lost: 0, repeated: 0 });
					},
				),
				{ numRuns: HISTORIES, seed: SEED },
			);
		},
	);
});
