import type { IDataObject } from 'n8n-workflow';
import range from 'lodash/range';

import { withSource } from '../../nodes/shared/trigger/sources';
import { changeEventOf, clientOf, surroundings } from '../support/changes';

const BEGAN = Date.UTC(2026, 0, 1);
const STEP = 200;
const TOTAL = 5_000;
/** Of so many changes, one is in the second list, the very last among them. */
const RARE = 500;
const PAGE = 500;

const isRare = (id: number): boolean => id % RARE === RARE - 1;

/** A vendor that parts its records into two lists, as others do with those that were canceled. */
class PartedVendor {
	readonly now = BEGAN + TOTAL * STEP;

	requests = 0;

	page({ list, since, page }: IDataObject): IDataObject {
		this.requests++;
		const all = range(TOTAL)
			.filter((id) => isRare(id) === (list === 'rare'))
			.map((id) => ({ id, revision: 1, modified: BEGAN + id * STEP }))
			.filter(({ modified }) => modified >= Number(since));
		const first = (Number(page) - 1) * PAGE;
		return { data: all.slice(first, first + PAGE), more: first + PAGE < all.length };
	}
}

describe('an event with two lists', () => {
	it('goes no further than the one of which the time let it read less', async () => {
		const habits = { grain: 1, filterGrain: 1, pageSize: PAGE, sorted: true };
		const event = {
			...changeEventOf(habits, { bounded: false, overlapMs: 60_000 }),
			rounds: [{ list: 'usual' }, { list: 'rare' }],
		};
		const vendor = new PartedVendor();
		const client = clientOf(vendor, (query) => vendor.page(query));
		const came: number[] = [];
		let state: string | undefined;
		for (let count = 1; count > 0; ) {
			const before = vendor.requests;
			const hasTime = () => vendor.requests - before < 3;
			const around = surroundings(event, client, { limit: TOTAL, hasTime, startAt: BEGAN });
			count = await withSource(around, async (source) => {
				const saved = state === undefined ? undefined : source.saved(JSON.parse(state), 's');
				const { fresh, to } = await source.look(saved ?? (await source.begin('s')));
				came.push(...fresh.map(({ id }) => Number(id)));
				state = JSON.stringify(to);
				return fresh.length;
			});
		}
		expect(came).toEqual(range(TOTAL));
	});
});
