import type { IDataObject } from 'n8n-workflow';

import type { ChangeEvent } from '../../nodes/shared/define/event';
import { withSource } from '../../nodes/shared/trigger/sources';
import {
	changeEventOf,
	ChangingVendor,
	clientOf,
	surroundings,
	type Habits,
} from '../support/changes';

/**
 * Faults that other connectors have, each one as a story. Every story is told twice: the naive cursor,
 * which asks for what is later than the latest it saw, must come to grief in it, or the story proves
 * nothing; the engine must not.
 */
interface Look {
	readonly limit?: number;
	/** What happened to the look: it went well, n8n did not get the records, or it did and could not save. */
	readonly crash?: 'before' | 'after';
}

type Poller = (look?: Look) => Promise<void>;

class Story {
	readonly handedOver: string[] = [];

	constructor(
		readonly vendor: ChangingVendor,
		readonly poll: Poller,
		handedOver: string[],
	) {
		this.handedOver = handedOver;
	}
}

const nameOf = ({ id, revision }: IDataObject): string => `${String(id)}.${String(revision)}`;

type By = 'modified' | 'created';

/** Keeps the latest time it saw, moves it page by page, and asks for what is later; or keeps IDs, and drops those. */
function naive(vendor: ChangingVendor, by: By, knows?: 'ids'): Story {
	const handedOver: string[] = [];
	const ids = new Set<unknown>();
	let cursor = vendor.now;
	const poll: Poller = async ({ limit = Infinity, crash } = {}) => {
		const before = cursor;
		const records: IDataObject[] = [];
		const since = cursor;
		for (let page = 1, more = true; more; page++) {
			const answer = vendor.page(by, { since, page });
			more = answer.more;
			const fresh = answer.data.filter((record) =>
				knows === 'ids' ? !ids.has(record.id) : Number(record[by]) > since,
			);
			for (const { id } of fresh) ids.add(id);
			records.push(...fresh);
			cursor = Math.max(cursor, ...fresh.map((record) => Number(record[by])));
		}
		if (crash !== 'before') handedOver.push(...records.slice(0, limit).map(nameOf));
		if (crash === 'after') cursor = before;
	};
	return new Story(vendor, poll, handedOver);
}

async function engine(vendor: ChangingVendor, event: ChangeEvent, by: By): Promise<Story> {
	const handedOver: string[] = [];
	const client = clientOf(vendor, (query) => vendor.page(by, query) as unknown as IDataObject);
	let state = '';
	const { filterGrain } = vendor.habits;
	const look = async ({ limit, crash }: Look = {}) =>
		await withSource(surroundings(event, client, { limit, filterGrain }), async (source) => {
			const saved = state === '' ? undefined : source.saved(JSON.parse(state) as IDataObject, 's');
			if (saved === undefined) {
				state = JSON.stringify(await source.begin('s'));
				return;
			}
			const { fresh, to } = await source.look(saved);
			if (crash !== 'before') handedOver.push(...fresh.map(nameOf));
			if (crash === undefined) state = JSON.stringify(to);
		});
	await look();
	return new Story(vendor, look, handedOver);
}

const SECOND = 1_000;
const usual: Habits = { grain: SECOND, filterGrain: SECOND, pageSize: 3, sorted: true };

interface Fault {
	/** How the naive cursor tells what it saw already, where that is not by time alone. */
	readonly knows?: 'ids';
	readonly habits?: Partial<Habits>;
	readonly by?: By;
	readonly bounded?: boolean;
	readonly tell: (story: Story) => Promise<void>;
	readonly comes: readonly string[];
}

const make = (vendor: ChangingVendor, count: number): void => {
	for (let i = 0; i < count; i++) {
		vendor.now += SECOND;
		vendor.create();
	}
};

const faults: { readonly [title: string]: Fault } = {
	'records with equal time stamps, some of which come later': {
		async tell({ vendor, poll }) {
			vendor.now += 5 * SECOND;
			vendor.create();
			await poll();
			vendor.create();
			await poll();
		},
		comes: ['1.1', '2.1'],
	},
	'a page that failed after others had moved the cursor': {
		async tell({ vendor, poll }) {
			make(vendor, 6);
			vendor.failsAt = vendor.requests + 2;
			await poll().catch(() => undefined);
			await poll();
		},
		comes: ['1.1', '2.1', '3.1', '4.1', '5.1', '6.1'],
	},
	'time stamps to the minute': {
		habits: { grain: 60_000, filterGrain: 60_000 },
		async tell({ vendor, poll }) {
			vendor.now += 90 * SECOND;
			vendor.create();
			await poll();
			vendor.now += 10 * SECOND;
			vendor.create();
			await poll();
		},
		comes: ['1.1', '2.1'],
	},
	'records that a limit held back': {
		async tell({ vendor, poll }) {
			make(vendor, 5);
			await poll({ limit: 2 });
			await poll({ limit: 2 });
			await poll({ limit: 2 });
		},
		comes: ['1.1', '2.1', '3.1', '4.1', '5.1'],
	},
	'a record that moves to the end while a sorted list is read': {
		async tell({ vendor, poll }) {
			make(vendor, 6);
			vendor.meanwhile.push(
				() => undefined,
				() => {
					vendor.now += SECOND;
					vendor.edit(0);
				},
			);
			await poll();
			await poll();
		},
		comes: ['1.1', '2.1', '3.1', '4.1', '5.1', '6.1', '1.2'],
	},
	'a record that is deleted between two pages': {
		habits: { sorted: false },
		bounded: true,
		async tell({ vendor, poll }) {
			make(vendor, 6);
			vendor.meanwhile.push(
				() => undefined,
				() => vendor.delete(0),
			);
			await poll();
			await poll();
		},
		comes: ['2.1', '3.1', '4.1', '5.1', '6.1'],
	},
	'a record that is deleted between two pages of a list without an upper bound': {
		habits: { sorted: false },
		async tell({ vendor, poll }) {
			make(vendor, 6);
			vendor.meanwhile.push(
				() => undefined,
				() => vendor.delete(0),
			);
			await poll();
			await poll();
		},
		comes: ['1.1', '2.1', '3.1', '4.1', '5.1', '6.1'],
	},
	'a record that is listed late': {
		async tell({ vendor, poll }) {
			vendor.now += SECOND;
			vendor.create(20 * SECOND);
			make(vendor, 1);
			await poll();
			vendor.now += 30 * SECOND;
			await poll();
		},
		comes: ['2.1', '1.1'],
	},
	'a crash before the records were handed over': {
		async tell({ vendor, poll }) {
			make(vendor, 2);
			await poll({ crash: 'before' });
			await poll();
		},
		comes: ['1.1', '2.1'],
	},
	'a record that changes again after it was handed over': {
		knows: 'ids',
		async tell({ vendor, poll }) {
			make(vendor, 1);
			await poll();
			vendor.now += SECOND;
			vendor.edit(0);
			vendor.now += SECOND;
			vendor.edit(0);
			await poll();
		},
		comes: ['1.1', '1.3'],
	},
	'local times that are labelled UTC': {
		habits: { behind: 7 * 3_600_000 },
		async tell({ vendor, poll }) {
			make(vendor, 2);
			await poll();
			make(vendor, 1);
			await poll();
		},
		comes: ['1.1', '2.1', '3.1'],
	},
	'a record that a filter hides by default, because it became inactive': {
		async tell({ vendor, poll }) {
			make(vendor, 1);
			await poll();
			vendor.now += SECOND;
			vendor.deactivate(1);
			await poll();
		},
		comes: ['1.1', '1.2'],
	},
	'a record that changes twice within one tick of the clock, with a look in between': {
		async tell({ vendor, poll }) {
			vendor.now += 5 * SECOND;
			vendor.create();
			await poll();
			vendor.edit(0);
			await poll();
		},
		comes: ['1.1', '1.2'],
	},
};

describe.each(Object.entries(faults))('%s', (_, fault) => {
	const { habits = {}, by = 'modified', bounded, knows, tell, comes } = fault;
	const made = { ...usual, ...habits };

	it('brings a naive cursor to grief', async () => {
		const story = naive(new ChangingVendor(made), by, knows);
		await tell(story);
		expect(story.handedOver).not.toEqual(comes);
	});

	it('loses nothing here and repeats nothing', async () => {
		const event = changeEventOf(made, { by, bounded, overlapMs: 30 * SECOND });
		const story = await engine(new ChangingVendor(made), event, by);
		await tell(story);
		expect(story.handedOver).toEqual(comes);
	});
});

describe('what a poll may cost', () => {
	const ready = async (habits: Habits, count: number, bounded = false, gap = 1) => {
		const vendor = new ChangingVendor(habits);
		const event = changeEventOf(habits, { bounded, overlapMs: 30 * SECOND });
		const story = await engine(vendor, event, 'modified');
		for (let i = 0; i < count; i++) {
			if (i % gap === 0) vendor.now += SECOND;
			vendor.create();
		}
		return story;
	};

	it.each([true, false])('10 changes take at most 2 requests (sorted: %s)', async (sorted) => {
		const { vendor, poll, handedOver } = await ready(
			{ ...usual, pageSize: 500, sorted },
			10,
			!sorted,
		);
		const before = vendor.requests;
		await poll();
		expect(handedOver).toHaveLength(10);
		expect(vendor.requests - before).toBeLessThanOrEqual(2);
	});

	it('hands over more than can be remembered of one moment, each once', async () => {
		const story = await ready({ ...usual, pageSize: 500 }, 3_000, true, 3_000);
		const { vendor, poll, handedOver } = story;
		for (let looks = 0; looks < 20; looks++) {
			await poll({ limit: 1_000 });
			vendor.now += 5 * 60 * SECOND;
		}
		expect(handedOver).toHaveLength(3_000);
		expect(new Set(handedOver).size).toBe(3_000);
	});
});
