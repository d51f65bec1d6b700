import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ServiceChannelApi } from '../../../credentials/ServiceChannelApi.credentials';
import { ServiceChannel } from '../../../nodes/ServiceChannel/ServiceChannel.node';
import { ServiceChannelTrigger } from '../../../nodes/ServiceChannel/ServiceChannelTrigger.node';
import { startSandbox, type Sandbox, type VendorControl } from '../../../sandbox';
import {
	loadOptions,
	pollerOf,
	runNode,
	searchList,
	type Bench,
	type RunOptions,
} from '../../support/engine';
import { byId } from '../../support/picker';

let sandbox: Sandbox<'ServiceChannel'>;
let control: VendorControl;
let credential: NonNullable<Bench['credential']>;

beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free', vendors: ['ServiceChannel'] });
	({ control } = sandbox.vendors.ServiceChannel);
	const { serviceChannelApi } = sandbox.vendors.ServiceChannel.credentials;
	// One account for all tests: ServiceChannel lets a user sign in once in 5 seconds.
	credential = { type: new ServiceChannelApi(), values: { ...serviceChannelApi }, id: 'sandbox' };
});
afterAll(async () => await sandbox.close());

const bench = (): Bench => ({ node: new ServiceChannel(), credential });
const trigger = (): Bench => ({ node: new ServiceChannelTrigger(), credential });
async function run(
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	options: RunOptions = {},
): Promise<IDataObject[]> {
	const { items, error } = await runNode(bench(), { resource, operation, ...parameters }, options);
	if (error !== undefined) throw error;
	return items.map(({ json }) => json);
}

const works = () => control.records('workOrders');
const some = async (filters: INodeParameters) =>
	await run('workOrder', 'getAll', { returnAll: true, simplify: false, filters });

describe('work orders of the sandbox', () => {
	it('are all listed, those before the last 90 days too', async () => {
		const listed = await some({});
		const ids = new Set(listed.map(({ Id }) => Id));
		expect(ids.size).toBe(listed.length);
		const yearBack = Date.now() - 363 * 86_400_000;
		const due = works().filter(({ CallDate }) => Date.parse(String(CallDate)) > yearBack);
		expect(due.length).toBeGreaterThan(50);
		expect(due.filter(({ Id }) => !ids.has(Id as number))).toEqual([]);
		const recent = await run('workOrder', 'getAll', { limit: 3, simplify: false });
		expect(recent.map(({ Id }) => Id)).toEqual(listed.slice(0, 3).map(({ Id }) => Id));
	});

	it('are narrowed by every filter', async () => {
		const [{ Id }] = await some({});
		const [one] = await some({
			filter: `Id eq ${String(Id)}`,
			expand: 'Subscriber,Location,Provider',
		});
		const id = (member: string) => byId((one[member] as IDataObject).Id);
		const { Primary } = one.Status as IDataObject;
		const found = await some({
			subscriberId: id('Subscriber'),
			locationId: id('Location'),
			providerId: id('Provider'),
			primaryStatus: [String(Primary)],
			tradeId: byId(one.TradeId),
			categoryId: Number(one.CategoryId),
			priority: String(one.Priority),
			number: String(one.Number),
			callDateFrom: String(one.CallDate_DTO).slice(0, 10),
			orderBy: 'ScheduledDate desc',
		});
		expect(found.map((each) => each.Id)).toEqual([Id]);
		expect(await some({ filter: `Id eq ${String(Id)}`, tradeId: byId(99_999) })).toEqual([]);
	});

	it('are created, get statuses, notes and check-ins', async () => {
		const [location] = control.records('locations');
		const subscriberId = byId(location.SubscriberId);
		const [{ id, Id }] = await run('workOrder', 'create', {
			subscriberId,
			locationId: byId(location.Id),
			tradeName: byId('HVAC'),
			category: 'REPAIR',
			priority: 'P2 - 24 Hours',
			nte: 300,
			callDate: new Date(Date.now() - 60_000).toISOString(),
			problemCode: 'No Cooling',
			description: 'It is warm near the tills',
		});
		const workorderId = byId(id ?? Id);
		const [made] = await run('workOrder', 'get', { workorderId });
		expect(made).toMatchObject({
			Status: { Primary: 'OPEN' },
			Description: 'It is warm near the tills',
			Nte: 300,
		});

		await run('workOrder', 'updateStatus', {
			workorderId,
			primary: 'IN PROGRESS',
			extended: 'DISPATCH CONFIRMED',
			additionalFields: { note: 'On the way' },
		});
		const [set] = await run('workOrder', 'get', { workorderId });
		expect(set.Status).toMatchObject({ Primary: 'IN PROGRESS', Extended: 'DISPATCH CONFIRMED' });

		const followUpDate = new Date(Date.now() + 86_400_000).toISOString();
		await run('note', 'create', {
			workorderId,
			note: 'Ask for the key',
			additionalFields: { mailedTo: 'ada@example.com', followUpDate },
		});
		const notes = await run('note', 'getAll', {
			workorderId,
			returnAll: true,
			filters: { noteType: 'UsersNote' },
		});
		expect(notes[0].NoteData).toBe('Ask for the key');

		const [{ MechanicId }] = await run('checkIn', 'checkIn', {
			workorderId,
			additionalFields: { techsCount: 2, workTypeId: 2 },
		});
		const [out] = await run('checkIn', 'checkOut', {
			workorderId,
			additionalFields: { workTypeId: 2, techsCount: 2, resolution: 'Looked at it' },
		});
		expect(out.MechanicId).toBe(MechanicId);
		const activity = await run('checkIn', 'getActivity', { workorderId, returnAll: true });
		expect(activity).toHaveLength(2);
	});

	it('are refused in the words of the vendor', async () => {
		await expect(run('workOrder', 'get', { workorderId: byId(1) })).rejects.toMatchObject({
			message: expect.stringMatching(/\(code \d+\)$/) as string,
		});
		await expect(some({ filter: 'Colour eq 1' })).rejects.toMatchObject({
			message: expect.stringContaining('Colour') as string,
		});
	});
});

describe('the editor', () => {
	const search = async (method: string, filter?: string, parameters?: INodeParameters) =>
		(await searchList(bench(), method, { filter, parameters })).results;

	it('finds work orders, subscribers, locations, trades and users', async () => {
		const [{ Id, Number: number }] = works().slice(-1);
		expect((await search('searchWorkOrder', String(Id))).map(({ value }) => value)).toContain(Id);
		expect((await search('searchWorkOrder', String(number))).map(({ value }) => value)).toContain(
			Id,
		);
		const subscribers = await search('searchSubscriber');
		expect(subscribers.length).toBe(control.records('subscribers').length);
		const subscriberId = byId(subscribers[0].value);
		const chosen = { resource: 'workOrder', operation: 'create', subscriberId };
		expect((await search('searchLocation', undefined, chosen)).length).toBeGreaterThan(0);
		expect((await search('searchTradeName', 'hva', chosen)).map(({ value }) => value)).toEqual([
			'HVAC',
		]);
		expect((await search('searchUser')).length).toBeGreaterThan(0);
		expect((await loadOptions(bench(), 'listCategoryName', chosen)).length).toBeGreaterThan(0);
		expect((await loadOptions(bench(), 'listPriority', chosen)).length).toBeGreaterThan(0);
		expect((await loadOptions(bench(), 'listSubscriberStatus', chosen)).length).toBeGreaterThan(0);
		const workorderId = byId(Id);
		const update = { resource: 'workOrder', operation: 'updateStatus', workorderId };
		expect((await loadOptions(bench(), 'listExtendedStatus', update)).length).toBeGreaterThan(0);
	});
});

describe('the trigger', () => {
	it.each(['workOrderCreated', 'workOrderUpdated'])(
		'%s sees what it should, once',
		async (event) => {
			const [old] = await some({});
			// The trigger learns the time from answers, which tell it in whole seconds.
			control.clock({ advance: 2 });
			const { poll, state } = pollerOf(trigger(), { event });
			expect(await poll()).toEqual([]);
			expect(await poll()).toEqual([]);
			control.clock({ advance: 30 });
			const { Id } = control.add('workOrders', {
				Description: 'New',
				CallDate: new Date().toISOString(),
			});
			control.clock({ advance: 30 });
			control.change('workOrders', old.Id, { Description: 'Changed' });
			const ids = (await poll()).map(({ json }) => json.Id);
			expect(ids).toContain(event === 'workOrderCreated' ? Id : old.Id);
			expect(ids).not.toContain(event === 'workOrderCreated' ? old.Id : undefined);
			expect(await poll()).toEqual([]);
			expect(state).toHaveProperty('written');
			expect((await poll({ manual: true })).length).toBeGreaterThan(0);
		},
	);
});

describe('the token', () => {
	it('is renewed when it ends in the middle', async () => {
		await run('workOrder', 'getAll', { limit: 1 });
		control.clock({ advance: 601 });
		const items = works()
			.slice(0, 8)
			.map(({ Id }) => ({ id: Id as number }));
		const workorderId = byId('={{ $json.id }}');
		const read = await run('workOrder', 'get', { workorderId }, { items });
		expect(read.map(({ Id }) => Id)).toEqual(items.map(({ id }) => id));
	}, 20_000);
});
