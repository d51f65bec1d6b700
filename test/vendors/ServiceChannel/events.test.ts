import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ServiceChannelApi } from '../../../credentials/ServiceChannelApi.credentials';
import { ServiceChannelTrigger } from '../../../nodes/ServiceChannel/ServiceChannelTrigger.node';
import { startSandbox, type Sandbox, type VendorControl } from '../../../sandbox';
import { pollerOf, type Bench, type Poller } from '../../support/engine';

jest.setTimeout(60_000);

let sandbox: Sandbox<'ServiceChannel'>;
let control: VendorControl;

// Nobody may sign in twice within seconds; whoever waits for it only moves the clocks on.
let waited = 0;
jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	async sleep(milliseconds: number) {
		waited += milliseconds;
		control.clock({ advance: milliseconds / 1000 });
	},
}));
const realNow = Date.now;

beforeAll(async () => {
	jest.spyOn(Date, 'now').mockImplementation(() => realNow() + waited);
	sandbox = await startSandbox({
		ports: 'free',
		vendors: ['ServiceChannel'],
		now: '2026-03-31T15:00:00Z',
	});
	({ control } = sandbox.vendors.ServiceChannel);
});
afterAll(async () => await sandbox.close());
beforeEach(() => {
	control.reset();
	control.clock({ freeze: true });
});

let accounts = 0;

/** A trigger with an account of its own, which has used nothing of its allowance. */
const trigger = (event: string, more: INodeParameters = {}): Poller => {
	const values = { ...sandbox.vendors.ServiceChannel.credentials.serviceChannelApi };
	const credential = { type: new ServiceChannelApi(), values, id: `events-${++accounts}` };
	const bench = { node: new ServiceChannelTrigger(), credential } as unknown as Bench;
	return pollerOf(bench, { event, ...more });
};
const given = async (poller: Poller, parameters = {}): Promise<IDataObject[]> =>
	(await poller.poll(parameters)).map(({ json }) => json);

/** The newest work orders, the latest last. */
const works = () => control.records('workOrders').slice(-3) as IDataObject[];
const later = (seconds = 60) => control.clock({ advance: seconds });

/** Adds what a dispatcher or a technician added at this moment. */
function add(collection: string, workOrder: IDataObject, more: IDataObject = {}): unknown {
	const [like] = control.records(collection);
	const stamps = { DateCreated: undefined, TimeStamp: undefined, Date: undefined };
	const row = { ...like, ...stamps, Id: undefined, WorkOrderId: workOrder.Id, ...more };
	return control.add(collection, row).Id;
}

describe('the status of a work order', () => {
	it('is told when it becomes another one, and other changes are not', async () => {
		const [work] = works();
		const poller = trigger('workOrderStatusChanged');
		expect(await given(poller)).toEqual([]);
		later();
		control.change('workOrders', work.Id, { Description: 'Another text' });
		expect(await given(poller)).toEqual([]);
		later();
		const before = work.Status as IDataObject;
		control.change('workOrders', work.Id, { Status: { ...before, Extended: 'ON SITE' } });
		expect(await given(poller)).toMatchObject([
			{ Id: work.Id, Status: { Primary: before.Primary, Extended: 'ON SITE' } },
		]);
		later();
		control.change('workOrders', work.Id, { Description: 'A third text' });
		expect(await given(poller)).toEqual([]);
	});
});

describe.each([
	['noteAdded', 'notes', 'DateCreated'],
	['attachmentAdded', 'attachments', 'TimeStamp'],
	['checkInAdded', 'checkIns', 'Date'],
])('%s', (event, collection, stamp) => {
	it('hands over what is new on changed work orders once, and says of which', async () => {
		const [first, second] = works();
		const hourOld = new Date(Date.parse('2026-03-31T14:00:00Z')).toISOString();
		add(collection, first, { [stamp]: hourOld });
		const poller = trigger(event);
		expect(await given(poller)).toEqual([]);
		later();
		const ids = [add(collection, first), add(collection, second)];
		const items = await given(poller);
		expect(items.map(({ Id: id, WorkOrderId: of }) => [id, of])).toEqual([
			[ids[0], first.Id],
			[ids[1], second.Id],
		]);
		later();
		control.change('workOrders', first.Id, { Description: 'Another text' });
		expect(await given(poller)).toEqual([]);
	});

	it('asks only the work orders that changed lately', async () => {
		const [first, second] = works();
		const poller = trigger(event);
		await poller.poll();
		for (const work of [first, second]) {
			later(600);
			control.change('workOrders', work.Id, { Description: 'Another text' });
			await poller.poll();
		}
		control.clearRequests();
		expect(await given(poller)).toEqual([]);
		const asked = control.requests().filter(({ path }) => path.includes('/odata/workorders('));
		expect(asked.map(({ path }) => decodeURIComponent(path).split('/odata/')[1])).toEqual([
			expect.stringContaining(`workorders(${String(second.Id)})`),
		]);
	});

	it('shows the latest in a test, those of further back where there are none of the last day', async () => {
		const items = await given(trigger(event), { manual: true });
		expect(items.length).toBeGreaterThan(0);
		for (const { WorkOrderId: of, Id: id } of items) {
			expect([typeof of, typeof id]).toEqual(['number', 'number']);
		}
	});
});

describe('notes', () => {
	it('can be only those that users write, with their work order in the simple form', async () => {
		const [work] = works();
		const poller = trigger('noteAdded', {
			filters: { noteType: 'UsersNote' },
			options: { simplify: true },
		});
		await poller.poll();
		later();
		add('notes', work, { NoteType: 'SystemNote' });
		const written = add('notes', work, { NoteType: 'UsersNote', NoteData: 'Gate code is 12' });
		expect(await given(poller)).toEqual([
			expect.objectContaining({ Id: written, WorkOrderId: work.Id, NoteData: 'Gate code is 12' }),
		]);
	});
});

describe('a weekend without n8n', () => {
	it('leaves 250 changed work orders behind, whose notes come over several polls, each once', async () => {
		const poller = trigger('noteAdded');
		await poller.poll();
		control.generate('workOrders', 250);
		const added = (control.records('workOrders') as IDataObject[]).slice(-250).map((work) => {
			later(1);
			const id = add('notes', work);
			control.change('workOrders', work.Id, {});
			return id;
		});
		const notes: unknown[] = [];
		const sizes: number[] = [];
		for (let idle = 0; idle < 2; ) {
			later();
			waited += 60_000;
			control.clearRequests();
			const items = await given(poller);
			// Beyond the allowance of a minute the vendor refuses, and lengthens the block.
			expect(control.requests().length).toBeLessThan(280);
			notes.push(...items.map(({ Id: id }) => id));
			sizes.push(items.length);
			idle = items.length > 0 ? 0 : idle + 1;
			expect(JSON.stringify(poller.state).length).toBeLessThan(64 * 1024);
		}
		expect(notes.filter((id) => added.includes(id))).toEqual(added);
		expect(new Set(notes).size).toBe(notes.length);
		expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(1);
	});

	it('is no trouble for a test in the editor, which asks the latest work orders alone', async () => {
		control.generate('workOrders', 300);
		const latest = (control.records('workOrders') as IDataObject[]).slice(-6);
		const ids = latest.map((work) => {
			later(1);
			return add('notes', work);
		});
		const poller = trigger('noteAdded');
		control.clearRequests();
		const items = await given(poller, { manual: true });
		expect(items.map(({ Id: id }) => id)).toEqual(ids.reverse().slice(0, 5));
		// The sign-in, the clock, the list, and eight work orders at the most.
		expect(control.requests().length).toBeLessThanOrEqual(11);
		expect(poller.state).toEqual({});
	});
});

describe('work of chosen users', () => {
	const [userId, other] = [101, 102];
	const work = (more: IDataObject): unknown => {
		const [like] = control.records('workActivities');
		const [workOrder] = works();
		return control.add('workActivities', {
			...like,
			Id: undefined,
			WorkOrderId: workOrder.Id,
			UserId: userId,
			TimeIn: control.clock({}).now,
			TimeOut: null,
			...more,
		}).Id;
	};
	const told = async (poller: Poller) => (await given(poller)).map(({ Id: id }) => id);

	it('is told when it begins, changes and ends, and that of others is not', async () => {
		const users = { userIds: [userId] };
		const pollers = ['workActivityAdded', 'workActivityAddedOrChanged', 'workActivityEnded'].map(
			(event) => trigger(event, users),
		);
		const all = async () => {
			later();
			const each: unknown[][] = [];
			for (const poller of pollers) each.push(await told(poller));
			return each;
		};
		expect(await all()).toEqual([[], [], []]);
		const id = work({});
		work({ UserId: other });
		expect(await all()).toEqual([[id], [id], []]);
		control.change('workActivities', id, { TechsCount: 3 });
		expect(await all()).toEqual([[], [id], []]);
		control.change('workActivities', id, { TimeOut: control.clock({}).now });
		expect(await all()).toEqual([[], [id], [id]]);
		expect(await all()).toEqual([[], [], []]);
	});

	it('is asked of each user, from a week back until tomorrow', async () => {
		const poller = trigger('workActivityAdded', { userIds: [userId, other] });
		control.clearRequests();
		await poller.poll();
		const asked = control.requests().flatMap(({ path }) => {
			const [, ...found] =
				/dtMin=(.*),\s?dtMax=(.*),\s?userId=(.*)\)/.exec(decodeURIComponent(path)) ?? [];
			return found.length > 0 ? [found] : [];
		});
		expect(asked).toEqual([
			['2026-03-23', '2026-04-01', String(userId)],
			['2026-03-23', '2026-04-01', String(other)],
		]);
	});

	it('that was forgotten to be ended for days is told when it ends', async () => {
		const begun = new Date(Date.parse(control.clock({}).now) - 6 * 86_400_000).toISOString();
		const id = work({ TimeIn: begun });
		const poller = trigger('workActivityEnded', { userIds: [userId] });
		expect(await told(poller)).toEqual([]);
		later();
		control.change('workActivities', id, { TimeOut: control.clock({}).now });
		expect(await told(poller)).toEqual([id]);
	});

	it('needs a user', async () => {
		await expect(trigger('workActivityAdded').poll()).rejects.toThrow(/Users/);
	});
});
