import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { benchOfFile, jsons, WINDOW, workorderId } from './bench';

const { sent, answer, run } = benchOfFile();

describe('work orders', () => {
	const list = async (filters: INodeParameters, more: INodeParameters = {}) =>
		await run('workOrder', 'getAll', { limit: 20, simplify: false, filters, ...more });

	it('are listed for as far back as ServiceChannel goes, the latest first', async () => {
		answer('GET /odata/workorders', { body: { value: [{ Id: 2 }, { Id: 1 }] } });
		expect(jsons(await list({}))).toEqual([{ Id: 2 }, { Id: 1 }]);
		const [{ query }] = sent;
		expect(query).toEqual({
			$filter: expect.stringMatching(new RegExp(`^${WINDOW}$`)) as string,
			$orderby: 'CallDate desc,Id desc',
			$top: '20',
			$skip: '0',
		});
		const from = Date.parse(query.$filter.slice('CallDate ge '.length));
		expect((Date.now() - from) / 86_400_000).toBeCloseTo(364, 1);
	});

	it('join all filters into one', async () => {
		answer('GET /odata/workorders', { body: { value: [] } });
		await list({
			subscriberId: byId(11),
			primaryStatus: ['OPEN', 'IN PROGRESS'],
			extendedStatus: "WAITING FOR O'NEILL",
			locationId: byId(12),
			providerId: byId(13),
			tradeId: byId(14),
			categoryId: 15,
			priority: 'NEXT DAY',
			number: 'A-1',
			scheduledDateFrom: '2026-03-31T08:00:00-04:00',
			scheduledDateBefore: '2026-04-01',
			filter: 'Nte gt 100 or Nte eq 0',
			orderBy: 'ScheduledDate desc',
			select: 'Id,Number',
			expand: 'Location',
		});
		expect(sent[0].query).toEqual({
			$filter: expect.stringMatching(
				new RegExp(
					`^${WINDOW} and ` +
						[
							'Subscriber/Id eq 11',
							"(Status/Primary eq 'OPEN' or Status/Primary eq 'IN PROGRESS')",
							"Status/Extended eq 'WAITING FOR O''NEILL'",
							'Location/Id eq 12',
							'Provider/Id eq 13',
							'TradeId eq 14',
							'CategoryId eq 15',
							"Priority eq 'NEXT DAY'",
							"Number eq 'A-1'",
							'ScheduledDate ge 2026-03-31T12:00:00Z',
							'ScheduledDate lt 2026-04-01T04:00:00Z',
							'(Nte gt 100 or Nte eq 0)',
						]
							.join(' and ')
							.replace(/[()]/g, '\\$&') +
						'$',
				),
			) as string,
			$orderby: 'ScheduledDate desc,Id',
			$select: 'Id,Number',
			$expand: 'Location',
			$top: '20',
			$skip: '0',
		});
	});

	it('keep to the dates of the call that the user gives, and to an order that ends in the ID', async () => {
		answer('GET /odata/workorders', { body: { value: [] } });
		await list({ callDateFrom: '2026-01-01T00:00:00Z', orderBy: 'Number, Id desc' });
		expect(sent[0].query).toMatchObject({
			$filter: 'CallDate ge 2026-01-01T00:00:00Z',
			$orderby: 'Number, Id desc',
		});
	});

	it('are read page by page to their end, whether or not they are wrapped', async () => {
		const page = (from: number, count: number) =>
			Array.from({ length: count }, (_, i) => ({ Id: from + i }));
		answer('GET /odata/workorders', { body: { '@odata.count': 120, value: page(1, 50) } });
		answer('GET /odata/workorders', { body: page(51, 50) });
		// The list shifted meanwhile: one comes twice.
		answer('GET /odata/workorders', { body: { value: page(100, 21) } });
		const records = jsons(await list({}, { returnAll: true }));
		expect(records.map(({ Id }) => Id)).toEqual(page(1, 120).map(({ Id }) => Id));
		expect(sent.map(({ query }) => [query.$skip, query.$top, query.$count])).toEqual([
			['0', '50', 'true'],
			['50', '50', undefined],
			['100', '50', undefined],
		]);
	});

	it('are simplified to what matters, with the dates that can be trusted', async () => {
		answer('GET /workorders/4711', {
			body: {
				Id: 4711,
				Status: { Primary: 'OPEN', Extended: '' },
				Location: { Id: 12, Name: 'Shop 12', Zip: '00000' },
				CallDate: '2026-03-31T12:00:00-04:00',
				CallDate_DTO: '2026-03-31T08:00:00-04:00',
				WorkFlowType: 1,
			},
		});
		expect(jsons(await run('workOrder', 'get', { workorderId }))).toEqual([
			{
				Id: 4711,
				Status: { Primary: 'OPEN', Extended: '' },
				Location: { Id: 12, Name: 'Shop 12' },
				CallDate_DTO: '2026-03-31T08:00:00-04:00',
			},
		]);
	});

	it('are created with everything in its place', async () => {
		answer('POST /workorders', { status: 201, body: { id: 4712 } });
		const made = await run('workOrder', 'create', {
			subscriberId: byId(11),
			locationId: byId(12),
			tradeName: byId('HVAC'),
			category: 'REPAIR',
			priority: 'NEXT DAY',
			nte: 250.5,
			callDate: '2026-03-31T08:00:00-04:00',
			problemCode: 'No cooling',
			description: 'The walk-in cooler is warm',
			additionalFields: {
				recallWorkOrder: byId(4000),
				status: 'InProgress',
				purchaseNumber: 'P-9',
			},
		});
		expect(jsons(made)).toEqual([{ id: 4712 }]);
		expect(sent[0].body).toEqual({
			ContractInfo: { SubscriberId: 11, LocationId: 12, TradeName: 'HVAC' },
			Category: 'REPAIR',
			Priority: 'NEXT DAY',
			Nte: 250.5,
			CallDate: '2026-03-31T12:00:00Z',
			ProblemCode: 'No cooling',
			ProblemSource: 'API',
			Description: 'The walk-in cooler is warm',
			RecallWorkOrder: 4000,
			PurchaseNumber: 'P-9',
			Status: { Primary: 'InProgress', Extended: '' },
		});
	});

	it('get both parts of a status, the extended one empty where there is none', async () => {
		answer('PUT /workorders/4711/status', { body: { result: 'Done', id: 4711 }, times: 2 });
		const set = { workorderId, primary: 'IN PROGRESS' };
		const more = { additionalFields: { note: 'Waiting', declineReasonId: 5 } };
		await run('workOrder', 'updateStatus', { ...set, extended: 'PARTS ON ORDER', ...more });
		const { items } = await run('workOrder', 'updateStatus', { workorderId, primary: 'COMPLETED' });
		expect(items[0].json).toEqual({ result: 'Done', id: 4711 });
		expect(sent.map(({ body }) => body)).toEqual([
			{
				Status: { Primary: 'IN PROGRESS', Extended: 'PARTS ON ORDER' },
				Note: 'Waiting',
				DeclineReasonId: 5,
			},
			{ Status: { Primary: 'COMPLETED', Extended: '' } },
		]);
	});

	it('go on after one that is bad, where the user chose so', async () => {
		answer('GET /workorders/1', { body: { Id: 1 } });
		answer('GET /workorders/2', { status: 404, body: { ErrorCode: 502, ErrorMessage: 'None' } });
		answer('GET /workorders/3', { body: { Id: 3 } });
		const { items } = await run(
			'workOrder',
			'get',
			{ workorderId: byId('={{ $json.id }}') },
			{ items: [{ id: 1 }, { id: 2 }, { id: 3 }], onError: 'continueRegularOutput' },
		);
		expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ Id: 1 }, { item: 0 }],
			[{ error: 'None (code 502)' }, { item: 1 }],
			[{ Id: 3 }, { item: 2 }],
		]);
	});

	it('cannot be named by the number of the provider', async () => {
		const { error } = await run('workOrder', 'get', { workorderId: byId('={{ "WO-1" }}') });
		expect(error?.message).toBe('Work Order: "WO-1" is not the ID of a work order');
	});
});

describe('a custom request', () => {
	it('reads a list that ignores paging once', async () => {
		const records = Array.from({ length: 50 }, (_, i) => ({ Id: i }));
		answer('GET /workorders', { body: records, times: 2 });
		const result = await run('customRequest', 'send', { route: '/workorders', allPages: true });
		expect(result.items).toHaveLength(50);
	});
});
