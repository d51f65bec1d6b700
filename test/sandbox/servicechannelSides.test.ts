import type { AxiosResponse } from 'axios';
import omit from 'lodash/omit';

import { serviceChannel } from '../../sandbox/ServiceChannel/vendor';
import { channelSandbox, NOW, type Side } from '../support/channelSandbox';
import routes from '../vendors/ServiceChannel/routes.json';

const { control, request } = channelSandbox();

async function ask(side: Side, call: string, data?: unknown): Promise<AxiosResponse> {
	const [method, ...path] = call.split(' ');
	const headers = data === undefined ? undefined : { 'content-type': 'application/json' };
	return await request(method, path.join(' '), { data, headers }, side);
}

const first = (collection: string, test: (row: Record<string, unknown>) => boolean = () => true) =>
	control().records(collection).find(test) as Record<string, unknown>;

describe('the calls that the nodes use', () => {
	test('are all there', () => {
		expect(routes).toHaveLength(180);
		expect(routes.filter((route) => !Object.hasOwn(serviceChannel.routes, route))).toEqual([]);
	});

	test('answer a wrong request with a refusal, and never break', async () => {
		const broken: string[] = [];
		for (const route of routes) {
			const call = route.replace(/\{[^}]*\}/g, '1');
			for (const side of ['subscriber', 'provider'] as const) {
				const { status } = await ask(side, call, call.startsWith('GET') ? undefined : {});
				if (status >= 500) broken.push(`${side} ${route} ${status}`);
			}
		}
		expect(broken).toEqual([]);
	}, 60_000);

	test.each([
		['provider', 'GET /odata/invoices'],
		['provider', 'GET /odata/rfps'],
		['provider', 'GET /users'],
		['provider', 'GET /categories'],
		['subscriber', 'GET /workorders/statistics'],
		['subscriber', 'GET /employees/E100/users'],
	] as const)('a %s may not call %s that is for the other side', async (side, call) => {
		const other = side === 'provider' ? 'subscriber' : 'provider';
		expect((await ask(side, call)).data).toMatchObject({ ErrorCode: 504 });
		expect((await ask(side, call)).status).toBe(401);
		expect((await ask(other, call)).status).toBe(200);
	});

	test('a subscriber sees its own work orders only', async () => {
		const foreign = first('workOrders', ({ SubscriberId }) => SubscriberId === 302);
		const own = first('workOrders', ({ SubscriberId }) => SubscriberId === 301);
		expect((await ask('subscriber', `GET /workorders/${String(foreign.Id)}`)).status).toBe(404);
		expect((await ask('subscriber', `GET /workorders/${String(own.Id)}`)).status).toBe(200);
	});
});

describe('invoices', () => {
	const lines = (Amount: number) => ({
		InvoiceAmountsDetails: { LaborAmount: 100 },
		Labors: [{ SkillLevel: '2', LaborType: '1', NumOfTech: '1', HourlyRate: 50, Hours: 2, Amount }],
	});

	function billable(): Record<string, unknown> {
		return first(
			'workOrders',
			({ Status, IsInvoiced }) =>
				IsInvoiced !== true &&
				(Status as { Primary: string; Extended: string }).Primary === 'COMPLETED' &&
				(Status as { Extended: string }).Extended === '',
		);
	}

	test('need a completed work order, sums that agree and a number of their own', async () => {
		const WoIdentifier = String(billable().Id);
		const open = first(
			'workOrders',
			({ Status }) => (Status as { Primary: string }).Primary === 'OPEN',
		);
		const create = async (data: object) => (await ask('provider', 'POST /invoices', data)).data;
		const whole = { InvoiceNumber: 'TM-1', WoIdentifier, ...lines(100), InvoiceTotal: 100 };
		expect(await create({ ...whole, WoIdentifier: String(open.Id) })).toMatchObject({
			ErrorCode: 1103,
		});
		expect(await create({ ...whole, ...lines(90) })).toMatchObject({ ErrorCode: 1103 });
		expect(await create({ ...whole, InvoiceTotal: 101 })).toMatchObject({ ErrorCode: 1103 });
		expect(await create({ ...whole, InvoiceNumber: 'TW-3000' })).toMatchObject({ ErrorCode: 1107 });
		expect(await create({ ...whole, InvoiceNumber: 'a b' })).toMatchObject({ ErrorCode: 1180 });
		expect(await create(whole)).toHaveProperty('Id');
		expect(await create({ ...whole, InvoiceNumber: 'TM-2' })).toMatchObject({ ErrorCode: 1105 });
	});

	test('are approved by what stands in the query alone, and paid after that', async () => {
		const { Id } = first('invoices', ({ Status }) => Status === 'Open');
		const payment = {
			PaymentDate: '2026-03-09T00:00:00Z',
			PaymentNumber: 'C-1',
			PaymentAmount: 10,
		};
		const pay = async () =>
			await ask('subscriber', `POST /invoices/${String(Id)}/Payment`, payment);
		expect((await pay()).data).toMatchObject({ ErrorCode: 1178 });
		const approve = `PUT /invoices/${String(Id)}/approve`;
		expect((await ask('subscriber', approve, {})).status).toBe(400);
		expect(
			(await ask('subscriber', `${approve}?approvalCode=4711&comments=Fine&category=REPAIR`))
				.status,
		).toBe(204);
		expect((await pay()).status).toBe(204);
		expect((await pay()).status).toBe(204);
	});
});

describe('proposals', () => {
	test('want every block of the form', async () => {
		const place = first('locations', ({ SubscriberId }) => SubscriberId === 301);
		const trade = first('trades', ({ SubscriberId }) => SubscriberId === 301);
		const asked = `subscriberId=301&providerId=5001&locationId=${String(place.Id)}&tradeId=${String(trade.Id)}&currency=USD`;
		const { data: form } = await ask('provider', `GET /proposals/CheckProposalCreation?${asked}`);
		const create = async (data: object) =>
			await ask('provider', 'POST /proposals/CreateProposal', data);
		const less = omit(form, 'freight');
		expect((await create(less)).data).toMatchObject({ ErrorCode: 503 });
		const { data } = await create({
			...form,
			materials: [{ description: 'Belt', unit: 'each', qty: 2, price: 20 }],
		});
		expect(first('proposals', ({ Id }) => Id === data)).toMatchObject({ Amount: 40 });
	});

	test('go from state to state', async () => {
		const { Id } = first(
			'proposals',
			({ Status, SubscriberId }) =>
				SubscriberId === 301 && (Status as { Primary: string }).Primary === 'Open',
		);
		const put = async (what: string, data: unknown) =>
			(await ask('subscriber', `PUT /proposals/${String(Id)}/${what}`, data)).status;
		expect(await put('reject', { RejectReasonCodeId: 99 })).toBe(400);
		expect(await put('approve', { Comment: 'Go on' })).toBe(204);
		expect(await put('onhold', {})).toBe(400);
		expect(await put('assignUser', { UserId: 109 })).toBe(400);
		expect(await put('open', {})).toBe(204);
		const { Id: work } = first('workOrders', ({ SubscriberId }) => SubscriberId === 301);
		expect(await put('assignWO', String(work))).toBe(204);
		expect(await put('assignWO', JSON.stringify({ Id: work }))).toBe(400);
	});
});

describe('webhooks', () => {
	const hook = {
		Name: 'New',
		Url: 'https://hooks.example.com/new',
		Subscriptions: [{ Name: 'One', EventTypes: ['WorkOrderCreated', 'WorkOrderNoteAdded'] }],
	};

	test('are off unless said, and hold events of one object in a subscription', async () => {
		const post = async (data: object) => await ask('provider', 'POST /NotificationWebHooks', data);
		const mixed = [{ Name: 'One', EventTypes: ['WorkOrderCreated', 'InvoiceCreated'] }];
		expect((await post({ ...hook, Subscriptions: mixed })).status).toBe(400);
		expect((await post({ ...hook, Url: 'http://hooks.example.com' })).status).toBe(400);
		const { data } = await post(hook);
		expect(data.SubscriptionsResponses).toHaveLength(1);
		const path = `/NotificationWebHooks/${String(data.Id)}`;
		expect((await ask('provider', `GET ${path}`)).data).toMatchObject({ Enabled: false });
		expect((await ask('provider', `PUT ${path}`, { ...hook, Subscriptions: [] })).status).toBe(204);
		expect((await ask('provider', `GET ${path}`)).data.Subscriptions).toEqual([]);
		expect((await ask('provider', `DELETE ${path}`)).status).toBe(204);
		const gone = await ask('provider', `DELETE ${path}`);
		expect([gone.status, gone.data.ErrorCode]).toEqual([400, 502]);
	});
});

describe('locations', () => {
	test('lose what a change leaves out', async () => {
		const place = first('locations', ({ SubscriberId }) => SubscriberId === 301);
		const path = `/locations/${String(place.Id)}`;
		const sent = { StoreId: place.StoreId, Name: 'New name', City: 'Elsewhere' };
		expect((await ask('subscriber', `PUT ${path}`, sent)).status).toBe(200);
		expect((await ask('subscriber', `GET ${path}`)).data).toMatchObject({
			Name: 'New name',
			City: 'Elsewhere',
			Phone: null,
		});
	});

	test('take notes by the names of their headers', async () => {
		const place = first('locations', ({ SubscriberId }) => SubscriberId === 301);
		const send = async (more: object) =>
			(
				await ask('subscriber', 'POST /locations/LocationWithNotes', {
					StoreId: place.StoreId,
					Name: place.Name,
					...more,
				})
			).status;
		expect(await send({ Nothing: 'x' })).toBe(400);
		expect(await send({ Keys: 'With the guard', Parking: '' })).toBe(200);
		const { data } = await ask('subscriber', `GET /locations/${String(place.Id)}/notes`);
		expect(data).toEqual([expect.objectContaining({ Header: 'Keys', Value: 'With the guard' })]);
	});
});

describe('technicians', () => {
	test('accept what they are assigned to, by the id of the log-in service', async () => {
		const { Id } = first('workOrders');
		const user = first('users', ({ ProviderId }) => ProviderId === 5001);
		const base = `/ctools/workorder/${String(Id)}`;
		const by = (id: unknown) => `?userId=${String(id)}`;
		expect((await ask('provider', `POST ${base}/assigntechnician${by(user.Id)}`)).status).toBe(400);
		expect((await ask('provider', `PUT ${base}/accept${by(user.AuthUserId)}`)).status).toBe(400);
		const assign = `POST ${base}/assigntechnician${by(user.AuthUserId)}`;
		expect((await ask('provider', assign)).status).toBe(201);
		expect((await ask('provider', `PUT ${base}/accept${by(user.AuthUserId)}`)).status).toBe(201);
		expect((await ask('provider', `GET ${base}/acceptedtechnicians`)).data).toHaveLength(1);
	});
});

describe('labor records', () => {
	test('are made on work in progress, and do not overlap', async () => {
		const { Id } = first(
			'workOrders',
			({ Status, ScheduledDate }) =>
				(Status as { Primary: string }).Primary === 'IN PROGRESS' && String(ScheduledDate) < NOW,
		);
		const post = async (from: string, to: string) =>
			(
				await ask('provider', `POST /workorders/${String(Id)}/workactivities`, {
					CheckInDate: `2026-03-10T${from}:00Z`,
					CheckOutDate: `2026-03-10T${to}:00Z`,
				})
			).status;
		expect(await post('12:00', '11:00')).toBe(400);
		expect(await post('12:00', '13:00')).toBe(201);
		expect(await post('12:30', '13:30')).toBe(400);
		expect(await post('13:00', '13:30')).toBe(201);
	});
});
