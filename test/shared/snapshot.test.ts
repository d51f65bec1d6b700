import fc from 'fast-check';

import {
	compareWith,
	firstSnapshot,
	printOf,
	savedSnapshot,
	snapshotFrom,
	stateOf,
	type Look,
} from '../../nodes/shared/trigger/snapshot';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 2, 31, 12);

const created: Look = { id: 'id', finds: 'created', overlapSeconds: 86_400 };
const growing: Look = { ...created, idsGrowOverDays: 30 };
const changed: Look = { ...growing, finds: 'changed', compared: ['status'] };

const row = (id: number, status = 'new', other = '') => ({ id, status, other });

describe('snapshot', () => {
	it('hands over nothing of the first look', () => {
		const first = firstSnapshot('s', [row(1)], NOW, created);
		expect(compareWith(first, [row(1)], NOW, created).fresh).toEqual([]);
	});

	it('hands over each new record once, in order', () => {
		const first = firstSnapshot('s', [row(1)], NOW, created);
		const second = compareWith(first, [row(3), row(1), row(2)], NOW, created);
		expect(second.fresh).toEqual([row(2), row(3)]);
		expect(compareWith(second.to, [row(3), row(1), row(2)], NOW, created).fresh).toEqual([]);
	});

	it('does not take an old record for new where IDs grow', () => {
		const first = firstSnapshot('s', [row(7)], NOW, growing);
		expect(compareWith(first, [row(5), row(8)], NOW, growing).fresh).toEqual([row(8)]);
		expect(compareWith(first, [row(5), row(8)], NOW, created).fresh).toEqual([row(5), row(8)]);
	});

	it('takes a new record that is listed after one with a higher ID', () => {
		const first = firstSnapshot('s', [row(7)], NOW, growing);
		const second = compareWith(first, [row(9)], NOW, growing);
		expect(compareWith(second.to, [row(8), row(9)], NOW, growing).fresh).toEqual([row(8)]);
	});

	it('does not take a record for new again that it has forgotten', () => {
		const first = firstSnapshot('s', [row(7)], NOW, growing);
		const second = compareWith(first, [row(8)], NOW, growing);
		const later = compareWith(second.to, [row(9)], NOW + 10 * DAY, growing);
		expect(Object.keys(later.to.known)).toEqual(['9']);
		expect(compareWith(later.to, [row(8), row(9)], NOW + 11 * DAY, growing).fresh).toEqual([]);
	});

	it('hands over what looks different, back to an earlier look included', () => {
		const first = firstSnapshot('s', [row(1)], NOW, changed);
		const second = compareWith(first, [row(1, 'done')], NOW, changed);
		expect(second.fresh).toEqual([row(1, 'done')]);
		expect(compareWith(second.to, [row(1)], NOW, changed).fresh).toEqual([row(1)]);
		expect(compareWith(second.to, [row(1, 'done', 'noise')], NOW, changed).fresh).toEqual([]);
	});

	it('takes an old record that turns up for changed, and a new one for new', () => {
		const first = firstSnapshot('s', [row(7)], NOW, changed);
		const second = compareWith(first, [row(5), row(8)], NOW, changed);
		expect(second.fresh).toEqual([row(5)]);
		expect(compareWith(second.to, [row(8, 'done')], NOW, changed).fresh).toEqual([row(8, 'done')]);
	});

	it('remembers a record for a while that one look did not list', () => {
		const first = firstSnapshot('s', [row(1), row(2)], NOW, created);
		const second = compareWith(first, [row(2)], NOW + DAY, created);
		expect(compareWith(second.to, [row(1), row(2)], NOW + DAY, created).fresh).toEqual([]);
	});

	it('asks from before the look before the latest, so that everything is read twice', () => {
		const first = firstSnapshot('s', [], NOW, created);
		expect(snapshotFrom(first, created)).toBe(NOW - DAY);
		const second = compareWith(first, [], NOW + 3 * DAY, created).to;
		expect(snapshotFrom(second, created)).toBe(NOW - DAY);
		const third = compareWith(second, [], NOW + 4 * DAY, created).to;
		expect(snapshotFrom(third, created)).toBe(NOW + 2 * DAY);
	});

	it('asks from the same moment again after it held something back', () => {
		const first = firstSnapshot('s', [], NOW, created);
		const second = compareWith(first, [], NOW + DAY, created).to;
		const third = compareWith(second, [row(1), row(2)], NOW + 4 * DAY, created, 1).to;
		expect(snapshotFrom(third, created)).toBe(snapshotFrom(second, created));
	});

	it('is void for other settings or in another form', () => {
		const first = firstSnapshot('s', [row(1)], NOW, created);
		expect(savedSnapshot({ ...first }, 's')).toEqual(first);
		expect(savedSnapshot({ ...first }, 'other')).toBeUndefined();
		expect(savedSnapshot({ ...first, version: 2 }, 's')).toBeUndefined();
		expect(savedSnapshot({ version: 1, scope: 's', seen: {} }, 's')).toBeUndefined();
	});

	it('names a state the same at every look', () => {
		expect(printOf(row(1), changed)).toHaveLength(8);
		expect(printOf(row(1), created)).toBe('');
		expect(stateOf(row(1), changed)).toBe(stateOf(row(1, 'new', 'noise'), changed));
		expect(stateOf(row(1), changed)).not.toBe(stateOf(row(1, 'done'), changed));
		expect(stateOf(row(1), created)).toBe('1');
	});

	it('hands over every record that is made once, however they are listed', () => {
		const looks = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }), {
			maxLength: 15,
		});
		fc.assert(
			fc.property(looks, (lists) => {
				let snapshot = firstSnapshot('s', [row(20)], NOW, growing);
				const handedOver: number[] = [];
				lists.forEach((ids, day) => {
					const records = [...new Set(ids)].map((id) => row(id));
					const { fresh, to } = compareWith(snapshot, records, NOW + day * DAY, growing);
					handedOver.push(...fresh.map(({ id }) => Number(id)));
					snapshot = to;
				});
				expect(new Set(handedOver).size).toBe(handedOver.length);
				expect(handedOver.filter((id) => id <= 20)).toEqual([]);
			}),
		);
	});
});
