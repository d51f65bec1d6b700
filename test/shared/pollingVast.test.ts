import type { IDataObject } from 'n8n-workflow';

import { withSource } from '../../nodes/shared/trigger/sources';
import { changeEventOf, clientOf, surroundings, type Habits } from '../support/changes';

/**
 * A vendor with more records than one would want to keep: each is made when it is asked for. Record
 * `i` changed `i` steps after the beginning.
 */
class VastVendor {
	now = 0;

	requests = 0;

	constructor(
		readonly total: number,
		readonly began: number,
		readonly step: number,
	) {
		this.now = began + total * step;
	}

	page({ since, until = Infinity, page, size = 500 }: IDataObject): IDataObject {
		this.requests++;
		const place = (moment: unknown): number =>
			Math.min(this.total, Math.max(0, Math.ceil((Number(moment) - this.began) / this.step)));
		const [from, to] = [place(since), place(until)];
		const first = from + (Number(page) - 1) * Number(size);
		const last = Math.min(to, first + Number(size));
		const data = Array.from({ length: Math.max(0, last - first) }, (_, i) => ({
			id: first + i,
			revision: 1,
			modified: this.began + (first + i) * this.step,
		}));
		return { data, more: last < to };
	}
}

const habits: Habits = { grain: 1, filterGrain: 1, pageSize: 500, sorted: true };
const BEGAN = Date.UTC(2026, 0, 1);

const LISTS = {
	'sorted by time of change': { sorted: true, bounded: false },
	'in any order, with an upper bound': { sorted: false, bounded: true },
};

describe.each(Object.entries(LISTS))('a list %s', (_, { sorted, bounded }) => {
	const event = changeEventOf({ ...habits, sorted }, { bounded, overlapMs: 60_000 });

	/** Looks until nothing comes any more. */
	async function drain(vendor: VastVendor, limit: number, budget: number) {
		const client = clientOf(vendor, (query) => vendor.page(query));
		const sizes: number[] = [];
		const requests: number[] = [];
		let largestState = 0;
		let state: string | undefined;
		let latest = -1;
		let inOrder = true;
		for (let count = 1; count > 0; ) {
			const before = vendor.requests;
			const hasTime = () => vendor.requests - before < budget;
			const around = surroundings(event, client, { limit, hasTime, startAt: BEGAN });
			count = await withSource(around, async (source) => {
				const saved = state === undefined ? undefined : source.saved(JSON.parse(state), 's');
				const { fresh, to } = await source.look(saved ?? (await source.begin('s')));
				for (const { id } of fresh) {
					inOrder &&= Number(id) === latest + 1;
					latest = Number(id);
				}
				state = JSON.stringify(to);
				return fresh.length;
			});
			largestState = Math.max(largestState, state?.length ?? 0);
			if (count > 0) sizes.push(count);
			requests.push(vendor.requests - before);
		}
		return { sizes, requests, largestState, latest, inOrder };
	}

	it('hands a backlog of 100,000 changes over in several polls, in order, with a small state', async () => {
		const vendor = new VastVendor(100_000, BEGAN, 200);
		const { sizes, requests, largestState, latest, inOrder } = await drain(vendor, 1_000, 20);
		expect(latest).toBe(99_999);
		expect(inOrder).toBe(true);
		expect(sizes.length).toBeGreaterThanOrEqual(100);
		// What a poll may ask for is what fits into the time that n8n gives it.
		expect(Math.max(...requests)).toBeLessThanOrEqual(21);
		expect(largestState).toBeLessThan(64 * 1024);
	});

	it('finds 10 changes among 1,000,000 records with 2 requests at the most', async () => {
		const vendor = new VastVendor(1_000_000, BEGAN, 10_000);
		const client = clientOf(vendor, (query) => vendor.page(query));
		const around = surroundings(event, client, { limit: 1_000, startAt: vendor.now - 100_000 });
		await withSource(around, async (source) => {
			const mark = await source.begin('s');
			const { fresh } = await source.look(mark);
			expect(fresh.map(({ id }) => id)).toEqual([
				999_990, 999_991, 999_992, 999_993, 999_994, 999_995, 999_996, 999_997, 999_998, 999_999,
			]);
			expect(vendor.requests).toBeLessThanOrEqual(2);
		});
	});
});
