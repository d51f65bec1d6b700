import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import nock from 'nock';

import { defineFeedEvent } from '../../nodes/shared/define/event';
import { advanceFeed, beginFeed } from '../../nodes/shared/trigger/feed';
import {
	advance,
	beginAt,
	learn,
	lookBackTo,
	savedPosition,
} from '../../nodes/shared/trigger/position';
import { withSource } from '../../nodes/shared/trigger/sources';
import { printOf } from '../../nodes/shared/trigger/state';
import { ACME, acmeTrigger } from '../support/acme';
import { ChangingVendor, clientOf, surroundings } from '../support/changes';
import { pollerOf } from '../support/engine';
import { noNetwork } from '../support/network';
import { byId } from '../support/picker';

const api = () => nock(ACME);
noNetwork();

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 31, 12, 0, seconds)).toISOString();
const keys = {
	id: 'id',
	changedAt: 'modified',
	overlapSeconds: 60,
	times: { read: (value: unknown) => Date.parse(String(value)) },
};
const row = (id: number, seconds: number) => ({ id, modified: at(seconds) });

describe('position', () => {
	const start = beginAt('s', Date.parse(at(0)));

	it('hands over each version of a record once, in order of change', () => {
		const first = advance(start, [row(2, 20), row(1, 10)], keys);
		expect(first.fresh).toEqual([row(1, 10), row(2, 20)]);
		const second = advance(first.to, [row(1, 10), row(2, 20), row(1, 30)], keys);
		expect(second.fresh).toEqual([row(1, 30)]);
	});

	it('does not part records that changed in the same moment', () => {
		const first = advance(start, [row(1, 10)], keys);
		expect(advance(first.to, [row(1, 10), row(2, 10)], keys).fresh).toEqual([row(2, 10)]);
	});

	it('takes a record that the vendor lists late', () => {
		const first = advance(start, [row(1, 50)], keys);
		expect(lookBackTo(first.to, keys)).toBe(Date.parse(at(0)));
		expect(advance(first.to, [row(2, 20), row(1, 50)], keys).fresh).toEqual([row(2, 20)]);
	});

	it('hands over nothing from before it began', () => {
		expect(advance(start, [row(1, -5)], keys).fresh).toEqual([]);
	});

	it('forgets what it will not see again', () => {
		const first = advance(start, [row(1, 10)], keys);
		const later = advance(first.to, [row(2, 500)], keys);
		expect(Object.keys(later.to.seen)).toEqual([printOf(`2@${at(500)}`)]);
	});

	it('never goes back', () => {
		const first = advance(start, [row(1, 50)], keys);
		expect(advance(first.to, [row(2, 20)], keys).to.at).toBe(first.to.at);
	});

	it('is void for other settings or in another form', () => {
		expect(savedPosition({ ...start }, 's')).toEqual(start);
		expect(savedPosition({ ...start }, 'other')).toBeUndefined();
		expect(savedPosition({ ...start, version: 2 }, 's')).toBeUndefined();
		expect(savedPosition({}, 's')).toBeUndefined();
	});
});

describe('a polling trigger', () => {
	const clock = (seconds: number) =>
		api()
			.get('/me')
			.reply(200, { id: 1 }, { Date: new Date(at(seconds)).toUTCString() });
	const answer = (since: string, data: object[], more: object = {}) =>
		api()
			.get('/jobs')
			.query({ page: 1, pageSize: 100, count: true, since, ...more })
			.reply(200, { total: data.length, data });
	const event = { event: 'jobUpdated' };
	const ids = (items: Array<{ json: object }>) =>
		items.map(({ json }) => (json as { id: number }).id);

	it('hands over nothing at first, then what changed by the clock of the vendor, then nothing again', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		clock(0);
		expect(await trigger.poll()).toEqual([]);
		answer(at(0), [row(1, 10)]);
		expect(await trigger.poll()).toEqual([
			{ json: { ...row(1, 10), eventId: `jobUpdated:1@${at(10)}` } },
		]);
		answer(at(0), [row(1, 10)]);
		expect(await trigger.poll()).toEqual([]);
	});

	it('loses nothing when n8n throws the state of the first look away', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		clock(0);
		await trigger.poll({ crash: true });
		expect(trigger.state).toEqual({});
		answer(at(0), [row(1, 10)]);
		expect(ids(await trigger.poll())).toEqual([1]);
	});

	it('stays where it is when a page fails, and goes on from there', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		clock(0);
		await trigger.poll();
		const before = JSON.stringify(trigger.state);
		const page = (number: number) =>
			Array.from({ length: 100 }, (_, i) => row(number * 100 + i, 10));
		api()
			.get('/jobs')
			.query({ page: 1, pageSize: 100, count: true, since: at(0) })
			.reply(200, { total: 200, data: page(0) });
		api()
			.get('/jobs')
			.query({ page: 2, pageSize: 100, since: at(0) })
			.reply(400, { title: 'No' });
		await expect(trigger.poll()).rejects.toThrow('No');
		expect(JSON.stringify(trigger.state)).toBe(before);
		answer(at(0), [row(1, 10)]);
		expect(ids(await trigger.poll())).toEqual([1]);
	});

	it('hands a record over once where n8n looks twice at the same time', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		clock(0);
		await trigger.poll();
		answer(at(0), [row(1, 10)]);
		const both = await Promise.all([trigger.poll(), trigger.poll()]);
		expect(ids(both.flat())).toEqual([1]);
	});

	it('shows recent records in a test and changes no state', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		clock(0);
		const rows = Array.from({ length: 8 }, (_, i) => row(i, -i));
		api()
			.get('/jobs')
			.query(({ since }) => since === new Date(Date.parse(at(0)) - 86_400_000).toISOString())
			.reply(200, { total: 8, data: rows });
		expect(ids(await trigger.poll({ manual: true }))).toEqual([0, 1, 2, 3, 4]);
		expect(trigger.state).toEqual({});
	});

	it('narrows by its filters, and begins anew when they change', async () => {
		const trigger = pollerOf(acmeTrigger(), { ...event, filters: { customerId: byId(7) } });
		clock(0);
		await trigger.poll();
		answer(at(0), [row(1, 10)], { customerId: 7 });
		expect(ids(await trigger.poll())).toEqual([1]);
		const changed = pollerOf(acmeTrigger(), { ...event, filters: { customerId: byId(8) } });
		Object.assign(changed.state, trigger.state);
		clock(20);
		expect(await changed.poll()).toEqual([]);
		expect(changed.state.began).toBe(Date.parse(at(20)));
	});

	it('asks by the clock of the vendor, months away from ours, from the first request on', async () => {
		const options = { startFrom: 'everything' };
		const trigger = pollerOf(acmeTrigger(), { event: 'recentJob', options });
		const dayBefore = Date.parse(at(0)) - 86_400_000;
		const jobs = (...data: object[]) =>
			api()
				.get('/jobs')
				.query(
					({ bookedAfter }) => Math.abs(Date.parse(String(bookedAfter)) - dayBefore) < 3_600_000,
				)
				.reply(200, { total: data.length, data });
		clock(0);
		jobs(row(1, 10));
		expect(ids(await trigger.poll())).toEqual([1]);
		jobs(row(2, 20));
		expect(ids(await trigger.poll())).toEqual([2]);
	});

	it('asks for a filter by itself that an event cannot do without, and begins with nothing else', async () => {
		const { properties } = acmeTrigger().node.description;
		const show = { event: ['jobOfCustomer'] };
		expect(properties.filter(({ displayOptions }) => isEqual(displayOptions, { show }))).toEqual([
			expect.objectContaining({ name: 'customerId', required: true, type: 'resourceLocator' }),
			expect.objectContaining({
				name: 'filters',
				options: [expect.objectContaining({ name: 'branch' })],
			}),
		]);
		const parameters = { event: 'jobOfCustomer', customerId: byId(7) };
		const refused = (more: object) => pollerOf(acmeTrigger(), { ...parameters, ...more }).poll();
		await expect(refused({ customerId: byId('') })).rejects.toThrow('Customer: this is needed');
		const closed = { filters: { branch: 'closed' } };
		await expect(refused(closed)).rejects.toThrow('Branch: it is closed');
		const trigger = pollerOf(acmeTrigger(), parameters);
		clock(0);
		await trigger.poll();
		answer(at(0), [row(1, 10)], { customerId: 7 });
		expect(ids(await trigger.poll())).toEqual([1]);
	});

	it('leaves out what the event does not mean, and still moves on', async () => {
		const trigger = pollerOf(acmeTrigger(), { event: 'jobClosed' });
		clock(0);
		await trigger.poll();
		answer(at(0), [row(1, 90), { ...row(2, 100), closed: true }]);
		expect(ids(await trigger.poll())).toEqual([2]);
		answer(at(40), []);
		expect(await trigger.poll()).toEqual([]);
	});

	it('starts from everything where asked to, a few records at a poll', async () => {
		const options = { startFrom: 'everything', recordsPerPoll: 2 };
		const trigger = pollerOf(acmeTrigger(), { ...event, options });
		const rows = [row(3, 30), row(1, 10), row(2, 20)];
		answer('2000-01-01T00:00:00.000Z', rows);
		expect(ids(await trigger.poll())).toEqual([1, 2]);
		answer(at(-40), rows);
		expect(ids(await trigger.poll())).toEqual([3]);
	});

	it('starts from a moment in the time zone of the workflow, and looks back as far as asked', async () => {
		const options = { startFrom: 'moment', startMoment: '2026-03-31T08:00:05', overlap: 2 };
		const trigger = pollerOf(acmeTrigger(), { ...event, options });
		answer(at(5), [row(1, 4), row(2, 300)]);
		expect(ids(await trigger.poll())).toEqual([2]);
		answer(at(180), []);
		expect(await trigger.poll()).toEqual([]);
	});

	it('hands over once what comes while a poll is still on its way', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		clock(0);
		await trigger.poll();
		answer(at(0), [row(1, 10)]);
		const both = await Promise.all([trigger.poll(), trigger.poll()]);
		expect(both.map(ids)).toEqual([[1], []]);
	});
});

describe('feed', () => {
	const start = beginFeed('s', '2026-03-31', Date.parse(at(0)), false);
	const page = (token: string, ...records: Array<ReturnType<typeof row>>) => ({
		records,
		token,
		more: false,
	});

	it('goes on from the token of what was handed over, and repeats nothing that comes again', () => {
		const first = advanceFeed(start, page('a', row(1, 10), row(2, -5)), keys);
		expect(first.fresh).toEqual([row(1, 10)]);
		expect(first.to.token).toBe('a');
		const second = advanceFeed(first.to, page('b', row(1, 10), row(1, 20)), keys);
		expect(second.fresh).toEqual([row(1, 20)]);
	});

	it('passes by what is there at first, where records carry no time', () => {
		const timeless = { id: 'id', times: keys.times };
		const from = beginFeed('s', '2026-03-31', 0, true);
		const first = advanceFeed(from, { ...page('a', row(1, 10)), more: true }, timeless);
		expect([first.fresh, first.to.passing]).toEqual([[], true]);
		const second = advanceFeed(first.to, page('b', row(2, 10)), timeless);
		expect([second.fresh, second.to.passing]).toEqual([[], false]);
		expect(advanceFeed(second.to, page('c', row(3, 10)), timeless).fresh).toHaveLength(1);
	});

	it('hands over what comes between the first look and the second, where records carry no time', async () => {
		const vendor = new ChangingVendor({ grain: 1, filterGrain: 1, pageSize: 2, sorted: false });
		for (let i = 0; i < 5; i++) vendor.create();
		const client = clientOf(vendor, (query) => vendor.feed(query) as unknown as IDataObject);
		const timeless = defineFeedEvent({
			value: 'feed',
			name: 'Feed',
			description: '',
			request: 'GET /feed',
			since: (from) => ({ from }),
			begin: () => '0',
			next: 'next',
			more: 'more',
			id: 'id',
		});
		await withSource(surroundings(timeless, client), async (source) => {
			const first = await source.begin('s');
			const id = vendor.create();
			expect((await source.look(first)).fresh).toEqual([expect.objectContaining({ id })]);
		});
	});
});

describe('watched members', () => {
	const watching = { ...keys, watched: ['status'] };
	const job = (id: number, seconds: number, status: string) => ({ ...row(id, seconds), status });
	const start = learn(beginAt('s', Date.parse(at(0))), [job(1, -90, 'open')], watching);

	it('hand over a record when one of them is another than before, and not for other changes', () => {
		const edited = advance(start, [job(1, 10, 'open')], watching);
		expect(edited.fresh).toEqual([]);
		const closed = advance(edited.to, [job(1, 20, 'closed')], watching);
		expect(closed.fresh).toEqual([job(1, 20, 'closed')]);
		expect(advance(closed.to, [job(1, 20, 'closed')], watching).fresh).toEqual([]);
		expect(advance(closed.to, [job(1, 30, 'open')], watching).fresh).toHaveLength(1);
	});

	it('hand over a record that was not seen lately', () => {
		expect(advance(start, [job(2, 10, 'open')], watching).fresh).toHaveLength(1);
	});

	it('move the position for what is not handed over too', () => {
		expect(advance(start, [job(1, 10, 'open')], watching).to.at).toBe(Date.parse(at(10)));
	});

	it('are remembered in well under 64 KB, those that changed last', () => {
		const many = Array.from({ length: 5_000 }, (_, i) => job(i, i, 'open'));
		const { to } = advance(start, many, { ...watching, overlapSeconds: 900 });
		expect(JSON.stringify(to).length).toBeLessThan(60_000);
		const later = advance(to, [job(4_999, 6_000, 'open'), job(3, 6_000, 'open')], watching);
		expect(later.fresh).toEqual([job(3, 6_000, 'open')]);
	});
});

describe('a trigger', () => {
	const clock = () =>
		api()
			.get('/me')
			.reply(200, { id: 1 }, { Date: new Date(at(0)).toUTCString() });
	const ids = (items: Array<{ json: object }>) =>
		items.map(({ json }) => (json as { id: number }).id);
	const jobs = (...data: object[]) =>
		api().get('/jobs').query(true).reply(200, { total: data.length, data });

	it('learns at first how the watched members look', async () => {
		const trigger = pollerOf(acmeTrigger(), { event: 'statusChanged' });
		clock();
		jobs({ ...row(1, -90), status: 'open' });
		expect(await trigger.poll()).toEqual([]);
		jobs({ ...row(1, 10), status: 'open' }, { ...row(2, 10), status: 'open' });
		expect(ids(await trigger.poll())).toEqual([2]);
		jobs({ ...row(1, 20), status: 'closed' }, { ...row(2, 10), status: 'open' });
		expect(ids(await trigger.poll())).toEqual([1]);
	});

	it('reads in a way of its own what no single list gives', async () => {
		const trigger = pollerOf(acmeTrigger(), { event: 'visitAdded' });
		clock();
		expect(await trigger.poll()).toEqual([]);
		jobs(row(7, 50));
		const visits = [
			{ id: 1, at: at(-50) },
			{ id: 2, at: at(40) },
		];
		api().get('/jobs/7/visits').reply(200, { data: visits });
		expect(ids(await trigger.poll())).toEqual([2]);
		jobs(row(7, 50));
		api().get('/jobs/7/visits').reply(200, { data: visits });
		expect(await trigger.poll()).toEqual([]);
	});
});

describe('a queue', () => {
	const event = { event: 'signal' };
	const queue = (...ids: number[]) =>
		api()
			.get('/signals')
			.reply(200, { data: ids.map((id) => ({ id, kind: 'done' })) });
	const ids = (items: Array<{ json: object }>) =>
		items.map(({ json }) => (json as { id: number }).id);
	const cleared = (upTo: string) => api().post('/signals/clear', { upTo }).reply(200, { data: {} });

	it('is cleared of what was handed over, at the next look and not before', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		await trigger.poll();
		queue(1, 10, 9);
		expect(ids(await trigger.poll())).toEqual([1, 10, 9]);
		cleared('10');
		queue(11);
		expect(ids(await trigger.poll())).toEqual([11]);
		cleared('11');
		queue();
		expect(await trigger.poll()).toEqual([]);
		queue();
		expect(await trigger.poll()).toEqual([]);
	});

	it('repeats nothing while it gives everything out again, and is told with the next read instead', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		await trigger.poll();
		queue(1);
		expect(ids(await trigger.poll())).toEqual([1]);
		api().post('/signals/clear').reply(400, { title: 'No such path' });
		api()
			.get('/signals')
			.query({ clearUpTo: '1' })
			.reply(200, {
				data: [
					{ id: 1, kind: 'done' },
					{ id: 2, kind: 'done' },
				],
			});
		expect(ids(await trigger.poll())).toEqual([2]);
	});

	it('keeps what n8n could not save', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		await trigger.poll();
		queue(1);
		await trigger.poll({ crash: true });
		queue(1);
		expect(ids(await trigger.poll())).toEqual([1]);
	});

	it('is not cleared by a manual run', async () => {
		const trigger = pollerOf(acmeTrigger(), event);
		await trigger.poll();
		queue(1);
		await trigger.poll();
		api().get('/me').reply(200, { id: 1 });
		queue(1, 2);
		expect(ids(await trigger.poll({ manual: true }))).toEqual([2, 1]);
		expect(trigger.state.handedOver).toBe('1');
	});
});
