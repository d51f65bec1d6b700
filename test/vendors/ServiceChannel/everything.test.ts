import type { IDataObject, INodeParameters } from 'n8n-workflow';
import omit from 'lodash/omit';

import { ServiceChannelApi } from '../../../credentials/ServiceChannelApi.credentials';
import { ServiceChannel } from '../../../nodes/ServiceChannel/ServiceChannel.node';
import { ServiceChannelTrigger } from '../../../nodes/ServiceChannel/ServiceChannelTrigger.node';
import { serviceChannel } from '../../../nodes/ServiceChannel/vendor';
import { startSandbox, type Sandbox, type VendorControl } from '../../../sandbox';
import { operationsOf } from '../../support/definitions';
import { loadOptions, pollerOf, runNode, searchList, type Bench } from '../../support/engine';
import { byId } from '../../support/picker';
import routes from './routes.json';

type Side = 'provider' | 'subscriber';

let sandbox: Sandbox<'ServiceChannel'>;
let control: VendorControl;
let accounts: Readonly<Record<Side, NonNullable<Bench['credential']>>>;

beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free', vendors: ['ServiceChannel'] });
	({ control } = sandbox.vendors.ServiceChannel);
	const all = sandbox.vendors.ServiceChannel.credentials as unknown as Record<string, IDataObject>;
	const account = (key: string) => ({
		type: new ServiceChannelApi(),
		values: { ...all[key] } as never,
		id: key,
	});
	accounts = {
		provider: account('serviceChannelApi'),
		subscriber: account('serviceChannelApi:subscriber'),
	};
});
afterAll(async () => await sandbox.close());

const LONG = 20_000;

const bench = (side: Side): Bench => ({ node: new ServiceChannel(), credential: accounts[side] });

async function run(
	side: Side,
	operation: string,
	parameters: INodeParameters = {},
): Promise<IDataObject[]> {
	const [resource, verb] = operation.split('.');
	const { items, error } = await runNode(bench(side), { resource, operation: verb, ...parameters });
	if (error !== undefined) throw error;
	return items.map(({ json }) => json);
}

const first = (collection: string, test: (row: IDataObject) => boolean = () => true) =>
	control.records(collection).find((row) => test(row as IDataObject)) as IDataObject;
const latestWork = () =>
	control
		.records('workOrders')
		.filter(({ SubscriberId }) => SubscriberId === 301)
		.at(-1) as IDataObject;

describe('the 180 calls of the list', () => {
	const plain = (route: string) => route.replace(/\{[^}]+\}/g, '{}');

	it('are each the route of an operation', () => {
		expect(routes).toHaveLength(180);
		const sent = new Set(
			operationsOf(serviceChannel).map(({ operation }) => plain(operation.request)),
		);
		expect(routes.filter((route) => !sent.has(plain(route)))).toEqual([]);
	});

	it('say it where they are for one side only', async () => {
		const said = operationsOf(serviceChannel).filter(({ operation: { description = '' } }) =>
			/For (providers|subscribers) only\.?$/.test(description),
		);
		// 12 and 34 calls are marked so, and four more say it in their text.
		expect(said.length).toBeGreaterThanOrEqual(48);
		await expect(run('provider', 'invoice.getAll')).rejects.toMatchObject({
			description: expect.stringContaining('Your account lacks the right to do this'),
		});
	}, 20_000);
});

describe('events', () => {
	const kinds: ReadonlyArray<readonly [event: string, collection: string, side: Side]> = [
		['proposal', 'proposals', 'provider'],
		['invoice', 'invoices', 'subscriber'],
		['rfp', 'rfps', 'subscriber'],
		['providerAssignment', 'providerAssignments', 'provider'],
		['asset', 'assets', 'provider'],
	];

	it.each(
		kinds.flatMap(([event, collection, side]) =>
			['Created', 'Updated', 'CreatedOrUpdated'].map(
				(which) => [`${event}${which}`, collection, side, which] as const,
			),
		),
	)(
		'%s sees what it should, once',
		async (event, collection, side, which) => {
			const old = first(
				collection,
				({ SubscriberId, Active }) => SubscriberId === 301 && Active !== false,
			);
			const node = { node: new ServiceChannelTrigger(), credential: accounts[side] };
			control.clock({ advance: 2 });
			const { poll } = pollerOf(node, { event });
			expect(await poll()).toEqual([]);
			control.clock({ advance: 30 });
			const like = omit(old, ['Id', 'CreatedDate', 'UpdatedDate', 'ModifiedDate']);
			const now = new Date(Date.now() + 3_600).toISOString();
			const made = control.add(collection, {
				...like,
				...(collection === 'invoices' && { PostedDate: now, Number: `N-${event}` }),
			} as IDataObject);
			control.clock({ advance: 30 });
			control.change(collection, old.Id as number, { Description: `Changed for ${event}` });
			const ids = (await poll()).map(({ json }) => json.Id);
			expect(ids.includes(made.Id as number)).toBe(
				which !== 'Updated' || collection === 'invoices',
			);
			expect(ids.includes(old.Id as number)).toBe(which !== 'Created');
			expect(await poll()).toEqual([]);
		},
		LONG,
	);
});

describe('pickers', () => {
	const found = async (side: Side, method: string, parameters: INodeParameters, filter?: string) =>
		(await searchList(bench(side), method, { filter, parameters })).results;
	const listed = async (side: Side, method: string, parameters: INodeParameters) =>
		await loadOptions(bench(side), method, parameters);

	it(
		'find proposals, requests, invoices, assets and brands by what is typed',
		async () => {
			const { Id, Number: number } = first('proposals', ({ SubscriberId }) => SubscriberId === 301);
			const values = async (...asked: Parameters<typeof found>) =>
				(await found(...asked)).map(({ value }) => value);
			expect(await values('provider', 'searchProposal', {}, String(number))).toContain(Id);
			const rfp = first('rfps', ({ SubscriberId }) => SubscriberId === 301);
			expect(await values('subscriber', 'searchRfp', {}, String(rfp.Id))).toContain(rfp.Id);
			const invoice = first('invoices');
			expect(await values('subscriber', 'searchInvoice', {}, String(invoice.Number))).toContain(
				invoice.Id,
			);
			await expect(found('provider', 'searchInvoice', {})).rejects.toMatchObject({
				description: expect.stringContaining('By ID'),
			});
			const asset = first('assets', ({ SubscriberId }) => SubscriberId === 301);
			expect(await found('provider', 'searchAsset', {})).toEqual([]);
			expect(await values('provider', 'searchAsset', {}, String(asset.SerialNo))).toContain(
				asset.Id,
			);
			expect(await values('provider', 'searchBrand', {}, 'aurel')).toEqual([1]);
		},
		LONG,
	);

	it(
		'follow the chosen subscriber, location or work order',
		async () => {
			const work = latestWork();
			const of = {
				resource: 'workOrder',
				operation: 'create',
				subscriberId: byId(301),
				locationId: byId(work.LocationId),
			};
			expect(await listed('provider', 'listReassignReason', of)).toHaveLength(2);
			expect(await listed('provider', 'listRescheduleReason', of)).toEqual([
				{ name: 'Waiting for parts (ID: 1)', value: 1 },
				{ name: 'Store asked for another day (ID: 2)', value: 2 },
			]);
			expect(await listed('subscriber', 'listDashboard', of)).toHaveLength(2);
			expect(await listed('provider', 'listPriorityId', of)).toHaveLength(3);
			expect(await listed('provider', 'listProposalRejectionReason', of)).toHaveLength(3);
			expect(await found('provider', 'searchInvoiceRejectionReason', of)).toHaveLength(3);
			const on = { resource: 'workOrder', operation: 'updateStatus', workorderId: byId(work.Id) };
			expect(await found('provider', 'searchTechnician', on)).toHaveLength(1);
			expect(await listed('provider', 'listPart', on)).toHaveLength(1);
			expect(await listed('provider', 'listWorkActivity', on)).toHaveLength(1);
			expect(await found('subscriber', 'searchNoteHeader', {})).toHaveLength(3);
			const codes = {
				...of,
				resource: 'resolutionCode',
				operation: 'getAll',
				tradeId: byId(work.TradeId),
				categoryId: Number(work.CategoryId),
			};
			expect(await found('provider', 'searchRootCause', codes, 'wear')).toHaveLength(1);
			expect(await listed('provider', 'listLabel', {})).not.toEqual([]);
			expect(await found('provider', 'searchWebhook', {})).toHaveLength(1);
			expect(await found('provider', 'searchAssetTypeName', {})).toHaveLength(3);
		},
		LONG,
	);

	it(
		'walk down the issue list on either side',
		async () => {
			const { Id: areaId } = first('issueAreas', ({ SubscriberId }) => SubscriberId === 301);
			const { LocationId } = latestWork();
			const chosen = {
				resource: 'workOrder',
				operation: 'createFromIssueList',
				subscriberId: byId(301),
				locationId: byId(LocationId),
			};
			for (const side of ['provider', 'subscriber'] as const) {
				const at = { ...chosen, side, areaId: byId(areaId) };
				expect(await found(side, 'searchIssueArea', at)).toHaveLength(3);
				const [{ value: type }] = await found(side, 'searchProblemType', at);
				const typed = { ...at, problemType: byId(type) };
				const [{ value: equipment }] = await found(side, 'searchIssueEquipment', typed);
				const all = { ...typed, equipmentType: byId(equipment) };
				expect(await found(side, 'searchProblem', all)).toHaveLength(3);
			}
		},
		LONG,
	);
});

describe('peculiar operations', () => {
	it(
		'changes a location and keeps the rest of it',
		async () => {
			const place = first('locations', ({ SubscriberId }) => SubscriberId === 301);
			await run('subscriber', 'location.update', {
				locationId: byId(place.Id),
				updateFields: { contact: 'Hester Vane' },
			});
			expect(first('locations', ({ Id }) => Id === place.Id)).toMatchObject({
				Contact: 'Hester Vane',
				City: place.City,
				Phone: place.Phone,
			});
		},
		LONG,
	);

	it(
		'fills the form of a proposal and leaves its other blocks as they are',
		async () => {
			const { Id: trade } = first('trades', ({ SubscriberId }) => SubscriberId === 301);
			const { Id: place } = first('locations', ({ SubscriberId }) => SubscriberId === 301);
			const [{ Id }] = await run('provider', 'proposal.create', {
				subscriberId: byId(301),
				providerId: byId(5001),
				locationId: byId(place),
				tradeId: byId(trade),
				currency: 'USD',
				description: 'New belts',
				additionalFields: {
					labor: {
						values: [{ description: 'Regular Service Hours', tech: 1, hours: 2, rate: 60 }],
					},
				},
			});
			expect(first('proposals', (row) => row.Id === Id)).toMatchObject({ Amount: 120 });
			await expect(run('provider', 'proposal.get', { proposalId: byId(1) })).rejects.toMatchObject({
				message: 'There is no proposal 1',
			});
		},
		LONG,
	);

	it(
		'switches a webhook off without losing its subscriptions',
		async () => {
			const hook = first('webhooks', ({ Owner }) => Owner === 'provider-5001');
			await run('provider', 'webhook.update', {
				webhookId: byId(hook.Id),
				updateFields: { enabled: false },
			});
			expect(first('webhooks', ({ Id }) => Id === hook.Id)).toMatchObject({
				Enabled: false,
				Subscriptions: hook.Subscriptions,
			});
		},
		LONG,
	);

	it(
		'opens the year for a long filter that says nothing of the call',
		async () => {
			const day = 86_400_000;
			const old = control.records('workOrders').find(({ CallDate }) => {
				const age = Date.now() - Date.parse(String(CallDate));
				return age > 120 * day && age < 350 * day;
			}) as IDataObject;
			const found = await run('provider', 'workOrder.getAllByLongFilter', {
				longFilter: `Id eq ${String(old.Id)}`,
				returnAll: true,
			});
			expect(found.map(({ Id }) => Id)).toEqual([old.Id]);
		},
		LONG,
	);

	it(
		'pages through notes by the text that says page and size',
		async () => {
			const { Id } = latestWork();
			for (let number = 0; number < 60; number++) {
				control.add('notes', {
					WorkOrderId: Id,
					Number: number + 1,
					NoteData: 'x',
					NoteType: 'UsersNote',
				});
			}
			const notes = await run('provider', 'note.getAllWithAttachments', {
				workorderId: byId(Id),
				returnAll: true,
			});
			expect(new Set(notes.map((note) => note.Id)).size).toBeGreaterThanOrEqual(60);
		},
		LONG,
	);
});
