import type { IDataObject } from 'n8n-workflow';

import { ServiceChannelTrigger } from '../../../nodes/ServiceChannel/ServiceChannelTrigger.node';
import { pollerOf, type Bench } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile, WINDOW } from './bench';

const { sent, answer, account } = benchOfFile();

describe('trigger', () => {
	const trigger = (): Bench => ({
		node: new ServiceChannelTrigger(),
		credential: account(),
	});
	const NOON = 'Tue, 31 Mar 2026 12:00:00 GMT';
	const dated = { Date: NOON };
	/** As the guides show it: digits of UTC before the offset of the server, and the truth beside it. */
	const work = (Id: number, minute: string, created = '00:00') => ({
		Id,
		CreatedDate: `2026-03-31T12:${created}.873-04:00`,
		CreatedDate_DTO: `2026-03-31T08:${created}.873-04:00`,
		UpdatedDate: `2026-03-31T12:${minute}.873-04:00`,
		UpdatedDate_DTO: `2026-03-31T08:${minute}.873-04:00`,
	});
	const found = (...value: IDataObject[]) =>
		answer('GET /odata/workorders', { body: { value }, headers: dated });
	const idsOf = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.Id);
	const since = (condition: string): unknown =>
		expect.stringMatching(new RegExp(`^${WINDOW} and ${condition.replace(/[()+.]/g, '\\$&')}$`));

	it('hands over changes once, and asks on in the writing of the record', async () => {
		const { poll } = pollerOf(trigger(), { event: 'workOrderUpdated' });
		answer('GET /users/current/profile', { headers: dated });
		expect(await poll()).toEqual([]);
		found(work(1, '05:00'), work(2, '04:00'), work(3, '06:00', '06:00'), work(4, '10:00', '59:00'));
		const items = await poll();
		expect(idsOf(items)).toEqual([2, 1, 4]);
		expect(items[0].json.eventId).toBe('workOrderUpdated:2@2026-03-31T08:04:00.873-04:00');
		found(work(1, '05:00'), work(2, '04:00'), work(4, '10:00', '59:00'));
		expect(await poll()).toEqual([]);
		found(work(1, '11:00'));
		expect(idsOf(await poll())).toEqual([1]);
		const queries = sent.filter(({ call }) => call.includes('odata')).map(({ query }) => query);
		expect(queries.map(({ $filter }) => $filter)).toEqual([
			since(`UpdatedDate ge 2026-03-31T12:00:00.000Z`),
			since(`UpdatedDate ge 2026-03-31T12:08:00.873-04:00`),
			since(`UpdatedDate ge 2026-03-31T12:08:00.873-04:00`),
		]);
		expect(queries[0]).toMatchObject({ $orderby: 'UpdatedDate,Id', $top: '50', $skip: '0' });
	});

	it('leaves out what a shifted filter gives from before the trigger began', async () => {
		const { poll } = pollerOf(trigger(), { event: 'workOrderUpdated' });
		answer('GET /users/current/profile', { headers: dated });
		await poll();
		const before = { ...work(9, '00:00'), UpdatedDate_DTO: '2026-03-31T07:59:59-04:00' };
		found(before);
		expect(await poll()).toEqual([]);
	});

	it('hands over new work orders, narrowed by filters', async () => {
		const { poll } = pollerOf(trigger(), {
			event: 'workOrderCreated',
			filters: { tradeId: byId(14), primaryStatus: ['OPEN'] },
		});
		answer('GET /users/current/profile', { headers: dated });
		expect(await poll()).toEqual([]);
		found(work(1, '09:00', '05:00'));
		expect(idsOf(await poll())).toEqual([1]);
		found(work(1, '11:00', '05:00'));
		expect(await poll()).toEqual([]);
		expect(sent[1].query).toMatchObject({
			$filter: since(
				`(Status/Primary eq 'OPEN') and TradeId eq 14 and CreatedDate ge 2026-03-31T12:00:00.000Z`,
			),
			$orderby: 'CreatedDate,Id',
		});
	});

	it('shows recent records in a manual run and keeps no state', async () => {
		const { poll, state } = pollerOf(trigger(), { event: 'workOrderCreated' });
		answer('GET /users/current/profile', { headers: dated });
		found(work(1, '05:00', '05:00'), work(2, '06:00', '06:00'));
		expect(idsOf(await poll({ manual: true }))).toEqual([2, 1]);
		expect(state).toEqual({});
	});

	it('keeps its position where a look fails', async () => {
		const { poll, state } = pollerOf(trigger(), { event: 'workOrderUpdated' });
		answer('GET /users/current/profile', { headers: dated });
		await poll();
		const before = JSON.stringify(state);
		answer('GET /odata/workorders', {
			status: 400,
			body: { ErrorCode: 504, ErrorMessage: 'No right' },
		});
		await expect(poll()).rejects.toThrow('No right (code 504)');
		expect(JSON.stringify(state)).toBe(before);
	});
});
