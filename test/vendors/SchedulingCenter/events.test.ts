import { invoiceCreated, invoiceUpdated } from '../../../nodes/SchedulingCenter/events/invoice';
import { schedulingCenter } from '../../../nodes/SchedulingCenter/vendor';
import { changeTracker } from '../../../nodes/shared/trigger/tracker';
import { byId } from '../../support/picker';
import { benchOfFile, ids } from './bench';

const { control, pollerFor, sent } = benchOfFile();

describe('trigger', () => {
	it.each(['invoice', 'appointment'])('finds a new %s once', async (kind) => {
		const poller = pollerFor(`${kind}Created`);
		expect(await poller.poll()).toEqual([]);
		control().clock({ advance: 60 });
		const { id } = control().add(`${kind}s`, { franchise_id: 501, contact_id: 1001 });
		const found = await poller.poll();
		expect(ids(found)).toEqual([id]);
		expect(found[0].json.eventId).toContain(`${kind}Created:${String(id)}@`);
		expect(await poller.poll()).toEqual([]);
	});

	it.each(['invoice', 'appointment'])('does not take a changed %s for a new one', async (kind) => {
		const poller = pollerFor(`${kind}Created`);
		await poller.poll();
		control().clock({ advance: 60 });
		const { id } = control().add(`${kind}s`, { franchise_id: 501, contact_id: 1001 });
		await poller.poll();
		control().clock({ advance: 5 * 86_400 });
		const later = control().add(`${kind}s`, { franchise_id: 501, contact_id: 1001 });
		control().change(`${kind}s`, id, { notes: 'Ring twice' });
		expect(ids(await poller.poll())).toEqual([later.id]);
		control().change(`${kind}s`, id, { notes: 'Ring once' });
		expect(await poller.poll()).toEqual([]);
	});

	it.each(['invoice', 'appointment'])(
		'finds each change of an %s, but no new one',
		async (kind) => {
			const first = kind === 'invoice' ? 50_001 : 70_001;
			const poller = pollerFor(`${kind}Updated`);
			expect(await poller.poll()).toEqual([]);
			control().clock({ advance: 61 });
			control().change(`${kind}s`, first, { notes: 'Ring twice' });
			control().add(`${kind}s`, { franchise_id: 501, contact_id: 1001 });
			expect(ids(await poller.poll())).toEqual([first]);
			expect(await poller.poll()).toEqual([]);
			control().clock({ advance: 61 });
			control().change(`${kind}s`, first, { notes: 'Ring thrice' });
			expect(ids(await poller.poll())).toEqual([first]);
		},
	);

	it('hands over a change once although records run hours behind the filter', async () => {
		const poller = pollerFor('invoiceUpdated');
		// A change of the hours before the trigger began, which the server lists again and again.
		control().change('invoices', 50_002, { notes: 'Before' });
		await poller.poll();
		for (let hour = 0; hour < 20; hour++) {
			control().clock({ advance: 3_601 });
			control().change('invoices', 50_003 + hour, { notes: 'After' });
			expect(ids(await poller.poll())).toEqual([50_003 + hour]);
		}
		expect(Object.keys(poller.state.seen as object).length).toBeLessThan(12);
	});

	it('sees a deletion of an invoice as a change', async () => {
		const poller = pollerFor('invoiceUpdated');
		await poller.poll();
		control().clock({ advance: 61 });
		control().change('invoices', 50_001, { active: false });
		expect(await poller.poll()).toMatchObject([{ json: { id: 50_001, active: false } }]);
	});

	it('reads every page before it moves on', async () => {
		const poller = pollerFor('invoiceCreated');
		await poller.poll();
		control().clock({ advance: 60 });
		control().generate('invoices', 230);
		expect(await poller.poll()).toHaveLength(230);
		expect(await poller.poll()).toEqual([]);
	});

	it('moves nothing when a page fails', async () => {
		const poller = pollerFor('invoiceCreated');
		await poller.poll();
		control().clock({ advance: 60 });
		control().generate('invoices', 150);
		control().fault({ kind: 'status', path: '/invoices', status: 403, skip: 1 });
		await expect(poller.poll()).rejects.toThrow();
		expect(await poller.poll()).toHaveLength(150);
	});

	it('is narrowed by franchise', async () => {
		const poller = pollerFor('invoiceCreated', { filters: { franchiseId: byId(502) } });
		await poller.poll();
		control().clock({ advance: 60 });
		control().add('invoices', { franchise_id: 501, contact_id: 1001 });
		const { id } = control().add('invoices', { franchise_id: 502, contact_id: 1001 });
		expect(ids(await poller.poll())).toEqual([id]);
	});

	it('shows real records in a manual run and changes nothing', async () => {
		const poller = pollerFor('appointmentCreated');
		const shown = await poller.poll({ manual: true });
		expect(shown).toHaveLength(5);
		expect(poller.state).toEqual({});
	});
});

describe('events of lists without a filter by time', () => {
	it.each([
		[
			'campaign',
			'campaigns',
			{
				franchise_id: 501,
				name: 'New',
				code: 'NEW1',
				campaigns_category_id: 1,
				campaigns_subcategory_id: 1,
			},
			{ cost: 1 },
		],
		[
			'location',
			'locations',
			{ franchise_id: 501, code: 'XX-0501N', label: 'New' },
			{ status: 'hidden' },
		],
		['employee', 'employees', { first_name: 'New', username: 'new' }, { mobile: '555-0177' }],
		[
			'review',
			'reviews',
			{ franchise_id: 501, rating: 9, location_id: 1 },
			{ comment: 'Even better' },
		],
	])('find a new %s once and a changed one once', async (name, collection, record, changes) => {
		const added = pollerFor(`${name}Created`);
		const changed = pollerFor(`${name}Updated`);
		expect([await added.poll(), await changed.poll()]).toEqual([[], []]);
		control().clock({ advance: 61 });
		const [first] = control().records(collection);
		const { id } = control().add(collection, record);
		control().change(collection, first.id as number, changes);
		expect(ids(await added.poll())).toEqual([id]);
		expect(ids(await changed.poll())).toEqual([first.id]);
		control().clock({ advance: 61 });
		expect([await added.poll(), await changed.poll()]).toEqual([[], []]);
		control().change(collection, id as number, changes);
		expect(await added.poll()).toEqual([]);
		expect(ids(await changed.poll())).toEqual([id]);
	});

	it('see that a record was deleted, and take none for new that is back', async () => {
		const added = pollerFor('employeeCreated');
		const changed = pollerFor('employeeUpdated');
		await added.poll();
		await changed.poll();
		control().change('employees', 3, { active: false });
		expect(await changed.poll()).toMatchObject([{ json: { id: 3, active: false } }]);
		control().change('employees', 3, { active: true });
		expect(await added.poll()).toEqual([]);
	});

	it('find reviews with a low rating, whoever may see them', async () => {
		const poller = pollerFor('lowReviewCreated');
		await poller.poll();
		control().clock({ advance: 61 });
		const low = [6, 0].map((rating) =>
			control().add('reviews', { rating, franchise_id: 501, censored: 1, allowed_public: 0 }),
		);
		control().add('reviews', { rating: 7, franchise_id: 501 });
		expect(ids(await poller.poll())).toEqual(low.map(({ id }) => id));
	});

	it('are narrowed where the vendor can narrow the list', async () => {
		const poller = pollerFor('reviewCreated', { filters: { locationCode: byId('XX-0501A') } });
		await poller.poll();
		control().clock({ advance: 61 });
		control().add('reviews', { rating: 9, franchise_id: 502, location_id: 4 });
		const { id } = control().add('reviews', { rating: 9, franchise_id: 501, location_id: 1 });
		expect(ids(await poller.poll())).toEqual([id]);
		expect(sent('/reviews').at(-1)?.query).toMatchObject({ 'location[code]': 'XX-0501A' });
	});
});

describe('the stages of an invoice', () => {
	it('fire when they are reached, and not again when it changes otherwise', async () => {
		const done = pollerFor('invoiceCompleted');
		const paid = pollerFor('invoicePaid');
		const steps = pollerFor('invoiceStatusChanged');
		const { id } = control().add('invoices', { contact_id: 1001, invoice_status_id: 2 });
		await done.poll();
		await paid.poll();
		await steps.poll();
		const change = async (changes: object) => {
			control().clock({ advance: 61 });
			control().change('invoices', id as number, { ...changes });
			return [await done.poll(), await paid.poll(), await steps.poll()].map(ids);
		};
		expect(await change({ notes: 'Ring twice' })).toEqual([[], [], []]);
		expect(await change({ invoice_status_id: 3 })).toEqual([[id], [], [id]]);
		expect(await change({ notes: 'Rang twice' })).toEqual([[], [], []]);
		expect(await change({ invoice_status_id: 4, date_paid: '2026-03-01T10:00:00+00:00' })).toEqual([
			[],
			[id],
			[id],
		]);
		expect(await change({ notes: 'Thanked' })).toEqual([[], [], []]);
	});
});

describe.each([
	['household', 'households'],
	['marketingEmail', 'marketingEmails'],
])('the report behind %s events', (name, report) => {
	const oids = (items: Array<{ json: { [member: string]: unknown } }>) =>
		items.map(({ json }) => (json._id as { $oid: string }).$oid);

	it('hands over new and changed records once, by the ID of the document', async () => {
		const added = pollerFor(`${name}Created`);
		const changed = pollerFor(`${name}Updated`);
		expect([await added.poll(), await changed.poll()]).toEqual([[], []]);
		control().clock({ advance: 61 });
		control().add(report, { contact_id: 1001 });
		control().change(report, 7, {});
		const [fresh] = await added.poll();
		expect(fresh.json.eventId).toContain(`${name}Created:5c781c47`);
		expect(oids(await changed.poll())).toHaveLength(1);
		control().clock({ advance: 61 });
		expect([await added.poll(), await changed.poll()]).toEqual([[], []]);
		expect(sent(`/${report}`).at(-1)?.query).toHaveProperty(['last_modified.after']);
	});
});

describe('clocks', () => {
	const events = { created: invoiceCreated, updated: invoiceUpdated };
	const HOUR = 3_600_000;
	const start = Date.UTC(2026, 0, 15, 12);
	const { times } = schedulingCenter;
	const shown = (moment: number) => new Date(moment).toISOString().replace('.000Z', '+00:00');

	/**
	 * A server that keeps true times, shows them `behind` hours earlier, and takes the digits of a
	 * filter for a clock that is `filter` hours behind UTC. It gets a record every 37 minutes.
	 */
	it.each<[name: 'created' | 'updated', behind: number, filter: number]>([
		['created', 0, 0],
		['created', 0, 7],
		['created', 7, 0],
		['created', 7, 7],
		['updated', 0, 0],
		['updated', 6, 0],
		['updated', 7, 0],
	])(
		'invoices %s: nothing is missed or repeated when shown %i hours behind, with a filter %i behind',
		(name, behind, filter) => {
			const event = events[name];
			const made = Array.from({ length: 150 }, (_unused, i) => start - 30 * HOUR + i * 37 * 60_000);
			const tracker = changeTracker(event, times);
			const list = (since: number, now: number) =>
				made.flatMap((moment, id) =>
					moment <= now && moment > times.read(times.write(since)) + filter * HOUR
						? [{ id, [event.changedAt]: shown(moment - behind * HOUR) }]
						: [],
				);
			let mark = tracker.begin('s', list(start - tracker.firstLook, start), start);
			const found: unknown[] = [];
			const last = start + 60 * HOUR;
			for (let now = start + HOUR; now <= last; now += HOUR) {
				const { fresh, to } = tracker.advance(mark, list(Number(tracker.from(mark)), now), now);
				found.push(...fresh.map(({ id }) => id));
				mark = to;
			}
			expect(found).toEqual(
				made.flatMap((moment, id) => (moment > start && moment <= last ? [id] : [])),
			);
		},
	);
});
