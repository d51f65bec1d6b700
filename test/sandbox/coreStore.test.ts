import { createClock } from '../../sandbox/core/clock';
import { createStore, localText, unixSeconds } from '../../sandbox/core/store';
import { NOW } from '../support/coreSandbox';

describe('the store', () => {
	const clock = createClock(Date.parse(NOW));
	clock.freeze(true);
	const store = createStore(
		{
			seconds: { noun: 'Job', stamps: { created: 'created', format: unixSeconds } },
			local: {
				noun: 'Visit',
				firstId: 10,
				writeId: (number) => `V${number}`,
				stamps: { modified: 'changed', format: localText('yyyy-MM-dd HH:mm', 'America/Denver') },
			},
		},
		clock,
		() => undefined,
	);
	beforeEach(() => store.clear());

	it('gives ids and stamps in the form of the collection', () => {
		expect(store.collection('seconds').add({})).toEqual({ id: 1, created: 1_773_154_800 });
		expect(store.collection('local').add({})).toEqual({ id: 'V10', changed: '2026-03-10 09:00' });
	});

	it('keeps a given id and goes on counting around it', () => {
		const jobs = store.collection('seconds');
		jobs.add({ id: 1 });
		expect(jobs.add({}).id).toBe(2);
		expect(() => jobs.add({ id: '2' })).toThrow('already');
	});

	it('moves the stamp of change unless told not to', () => {
		const visits = store.collection('local');
		visits.add({ changed: 'long ago' });
		expect(visits.change('V10', { a: 1 }, { touch: false })).toMatchObject({
			a: 1,
			changed: 'long ago',
		});
		expect(visits.change('V10', { a: 2 })).toMatchObject({ a: 2, changed: '2026-03-10 09:00' });
	});

	it('orders and groups by what the records say now', () => {
		const jobs = store.collection('seconds');
		for (const rank of [3, 1, 2]) jobs.add({ rank });
		expect(jobs.sorted('rank', true).map(({ rank }) => rank)).toEqual([3, 2, 1]);
		jobs.change(2, { rank: 9 });
		expect(jobs.sorted('rank', true).map(({ rank }) => rank)).toEqual([9, 3, 2]);
		expect(jobs.where('rank', 9).map(({ id }) => id)).toEqual([2]);
		jobs.add({ rank: 0 }, { front: true });
		expect(jobs.all().map(({ rank }) => rank)).toEqual([0, 3, 9, 2]);
		jobs.remove(2);
		expect(jobs.where('rank', 9)).toEqual([]);
	});
});
