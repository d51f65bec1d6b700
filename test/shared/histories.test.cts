import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { ChangeEvent, PollEvent } from '../../nodes/shared/define/event';
import type { Client } from '../../nodes/shared/http/client';
import { onePage } from '../../nodes/shared/http/paging';
import { withSource } from '../../nodes/shared/trigger/sources';
import {
	additionOf,
	changeEventOf,
	ChangingVendor,
	clientOf,
	nestedClientOf,
	nestedEventOf,
	paging,
	statusOf,
	surroundings,
	type Habits,
	type State,
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

const HOUR = 3_600_000;

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

/** A way of finding out what is new, played against a made-up vendor. */
interface Case {
	readonly habits: Habits;
	readonly event: PollEvent;
	readonly client: (vendor: ChangingVendor) => Client;
	/** What may come once only. */
	readonly keyOf: (record: IDataObject) => string;
	/** What must have come in the end. `before` is what the first look saw, `began` when it was. */
	readonly due: (vendor: ChangingVendor, began: number, before: readonly State[]) => string[];
}

const key = (...parts: unknown[]): string => JSON.stringify(parts);

/** Plays a history, looks until nothing comes any more, and gives what was lost and what came twice. */
async function play(steps: readonly Step[], limit: number, how: Case) {
	const { habits, event, keyOf } = how;
	const vendor = new ChangingVendor(habits);
	// Some records are older than the trigger.
	for (let i = 0; i < 5; i++) {
		vendor.create();
		vendor.now += 1_000;
	}
	const client = how.client(vendor);
	const handedOver = new Set<string>();
	const apply = (step: Step) => {
		if (step.do === 'create') for (let i = 0; i < step.count; i++) vendor.create(step.late);
		if (step.do === 'edit') vendor.edit(step.which, step.late);
		if (step.do === 'delete') vendor.delete(step.which);
		if (step.do === 'wait') vendor.now += step.ms;
	};
	let state: string | undefined;
	let repeated = 0;
	const unsaved = new Set<string>();
	let began = 0;
	const look = async ({ budget, crash }: { budget: number; crash: string }): Promise<number> => {
		const first = vendor.requests;
		vendor.looks++;
		/** A failure in the midst ends a look that has read something, and may be told. */
		const warn = (message: string) => {
			if (!/out of order/.test(message)) throw new Error(message);
		};
		const hasTime = (share = 1) => vendor.requests - first < budget * share;
		return await withSource(
			surroundings(event, client, { limit, hasTime, warn, filterGrain: habits.filterGrain }),
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
					const one = keyOf(record);
					if (handedOver.has(one) && !unsaved.has(one)) repeated++;
					handedOver.add(one);
					if (crash === 'after') unsaved.add(one);
				}
				if (crash === 'after') return fresh.length;
				for (const record of fresh) unsaved.delete(keyOf(record));
				state = JSON.stringify(to);
				expect(state.length).toBeLessThan(64 * 1024);
				return fresh.length;
			},
		);
	};
	const before = vendor.latest();
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
	// Once more after nothing came: what is not due may take up a whole look.
	for (let idle = 0, looks = 0; idle < 3; looks++) {
		idle = (await look({ budget: Infinity, crash: 'no' })) > 0 ? 0 : idle + 1;
		if (looks > 500) throw new Error('It never ends');
	}
	const lost = how.due(vendor, began, before).filter((one) => !handedOver.has(one));
	return { lost: lost.length, repeated };
}

const listClient =
	(by: 'modified' | 'created') =>
	(vendor: ChangingVendor): Client =>
		clientOf(vendor, (query) => vendor.page(by, query) as unknown as IDataObject);

type Listing = { readonly sorted: boolean; readonly bounded: boolean };

/** What changed, or was created, by the times that records carry. */
const byTime = (by: 'modified' | 'created', { sorted, bounded }: Listing, ms: number): Case => {
	const habits = { grain: ms, filterGrain: ms, pageSize: 4, sorted };
	const revisionOf = (revision: unknown) => (by === 'created' ? 0 : revision);
	return {
		habits,
		event: changeEventOf(habits, { by, bounded, overlapMs: LATEST }),
		client: listClient(by),
		keyOf: ({ id, revision }) => key(id, revisionOf(revision)),
		due: (vendor, began) =>
			vendor
				.latest()
				.filter((state) => state[by === 'created' ? 'created' : 'changed'] > began)
				.map(({ id, revision }) => key(id, revisionOf(revision))),
	};
};

/** What got another status, and came to be. */
const byStatus = (listing: Listing, ms: number): Case => {
	const changes = byTime('modified', listing, ms);
	return {
		...changes,
		event: { ...(changes.event as ChangeEvent), watched: ['status'] },
		keyOf: ({ id, status }) => key(id, status),
		due(vendor, began, before) {
			const old = new Map(before.map((state) => [state.id, statusOf(state)]));
			return vendor
				.latest()
				.filter((state) => state.changed > began && old.get(state.id) !== statusOf(state))
				.map((state) => key(state.id, statusOf(state)));
		},
	};
};

/** What a feed hands out, whose records may say when they changed. */
const byFeed = (ms: number, says = true): Case => ({
	habits: { grain: ms, filterGrain: ms, pageSize: 4, sorted: false },
	event: {
		value: 'feed',
		name: 'Feed',
		description: '',
		request: 'GET /feed',
		since: (from) => ({ from }),
		begin: (moment) => `@${moment}`,
		next: 'next',
		more: 'more',
		id: 'id',
		...(says && { changedAt: 'modified' }),
	},
	client: (vendor) => clientOf(vendor, (query) => vendor.feed(query) as unknown as IDataObject),
	keyOf: ({ id, revision }) => key(id, revision),
	due: (vendor, began) =>
		vendor
			.latest()
			.filter(({ changed }) => changed > began)
			.map(({ id, revision }) => key(id, revision)),
});

/** What is added to records, which have to be asked for it one by one, by a clock of its own. */
const byNested = (ms: number, odd: number): Case => {
	const habits = { grain: ms, filterGrain: ms, pageSize: 4, sorted: true };
	return {
		habits,
		event: nestedEventOf(habits, { overlapMs: LATEST, odd }),
		client: (vendor) => nestedClientOf(vendor, odd),
		keyOf: ({ id }) => key(id),
		due: (vendor, began) =>
			vendor
				.added()
				.filter(({ changed }) => changed > began)
				.map((state) => key(additionOf(state))),
	};
};

/** What is new, or looks different, compared with what the look before saw. */
const bySnapshot = (finds: 'created' | 'changed'): Case => ({
	habits: { grain: 1, filterGrain: 1, pageSize: 4, sorted: false },
	event: {
		value: 'snapshot',
		name: 'Snapshot',
		description: '',
		request: 'GET /records',
		since: () => ({ since: 0 }),
		id: 'id',
		finds,
		compared: ['revision'],
		overlapSeconds: 86_400,
		paging: paging(4),
	},
	client: listClient('created'),
	keyOf: ({ id, revision }) => key(id, finds === 'created' ? 0 : revision),
	due(vendor, _, before) {
		const old = new Map(before.map(({ id, revision }) => [id, revision]));
		return vendor
			.latest()
			.filter(({ id, revision }) => (finds === 'created' ? !old.has(id) : old.get(id) !== revision))
			.map(({ id, revision }) => key(id, finds === 'created' ? 0 : revision));
	},
});

/** What waits in a queue until it is told that it was taken. */
const byQueue = (): Case => ({
	habits: { grain: 1, filterGrain: 1, pageSize: 7, sorted: false },
	event: {
		value: 'queue',
		name: 'Queue',
		description: '',
		request: 'GET /queue',
		clear: 'POST /queue/clear',
		through: (upTo) => ({ upTo }),
		since: (clearUpTo) => ({ clearUpTo }),
		id: 'id',
		paging: onePage,
	},
	client: (vendor) =>
		clientOf(
			vendor,
			(query) => vendor.queue(query) as unknown as IDataObject,
			async ({ body }) => {
				vendor.clear(Number((body as IDataObject).upTo));
				return { status: 200, headers: {}, body: {} };
			},
		),
	keyOf: ({ id }) => key(id),
	due: ({ queued }) => queued.map((id) => key(id)),
});

const grain = fc.constantFrom(1, 1_000, 60_000, 86_400_000);
const fineGrain = fc.constantFrom(1, 1_000);
const by = fc.constantFrom('modified' as const, 'created' as const);
const LISTINGS: { readonly [name: string]: Listing } = {
	'a list sorted by time of change': { sorted: true, bounded: false },
	'a list sorted, with an upper bound': { sorted: true, bounded: true },
	'a list in any order, with an upper bound': { sorted: false, bounded: true },
	'a list in any order, without an upper bound': { sorted: false, bounded: false },
};
const listing = fc.constantFrom(...Object.values(LISTINGS));
const STRATEGIES: { readonly [name: string]: fc.Arbitrary<Case> } = {
	...Object.fromEntries(
		Object.entries(LISTINGS).map(([name, how]) => [
			name,
			fc.tuple(by, grain).map(([what, ms]) => byTime(what, how, ms)),
		]),
	),
	'a status that changes': fc.tuple(listing, grain).map(([how, ms]) => byStatus(how, ms)),
	'a feed': fineGrain.map((ms) => byFeed(ms)),
	'a feed without times': fineGrain.map((ms) => byFeed(ms, false)),
	'what is added to records': fc
		.tuple(fc.constantFrom(1, 1_000, 60_000), fc.constantFrom(0, 4 * HOUR, -4 * HOUR))
		.map(([ms, odd]) => byNested(ms, odd)),
	'snapshots that find what is new': fc.constant(bySnapshot('created')),
	'snapshots that find what looks different': fc.constant(bySnapshot('changed')),
	'a queue that is cleared': fc.constant(byQueue()),
};

jest.setTimeout(HISTORIES * 300 + 20_000);

describe(`${HISTORIES} histories of writes, faults and polls`, () => {
	it.each(Object.entries(STRATEGIES))(
		'lose nothing and repeat nothing of %s',
		async (_, strategy) => {
			await fc.assert(
				fc.asyncProperty(
					history,
					fc.constantFrom(1, 3, 1000),
					strategy,
					async (steps, limit, how) => {
						expect(await play(steps, limit, how)).toEqual({ lost: 0, repeated: 0 });
					},
				),
				{ numRuns: HISTORIES, seed: SEED },
			);
		},
	);
});
