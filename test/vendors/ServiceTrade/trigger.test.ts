import type { IDataObject } from 'n8n-workflow';

import { ServiceTradeTrigger } from '../../../nodes/ServiceTrade/ServiceTradeTrigger.node';
import { pollerOf } from '../../support/engine';
import { byId } from '../../support/picker';
import { tradeNode } from '../../support/tradeNode';

const { asked, begun, client, control, queriesOf } = tradeNode();

describe('trigger', () => {
	it('hands over each new job once, canceled ones included', async () => {
		const poller = await begun('jobCreated');
		const job = control().add('jobs', { locationId: 1003, vendorId: 101, type: 'repair' });
		const canceled = control().add('jobs', {
			locationId: 1003,
			vendorId: 101,
			type: 'repair',
			status: 'canceled',
		});
		const found = await poller.poll();
		expect(found.map(({ json }) => json.id).sort()).toEqual([job.id, canceled.id].sort());
		expect(found[0].json.eventId).toMatch(/^jobCreated:\d+@\d+$/);
		expect(found[0].json.created).toMatch(/T.+Z$/);
		expect(queriesOf('/job').map(({ status }) => status)).toEqual(['all', 'canceled']);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over a job that changed, also one that was canceled, but no new one', async () => {
		const poller = await begun('jobUpdated');
		control().add('jobs', { locationId: 1003, vendorId: 101, type: 'repair' });
		control().change('jobs', 10001, { customerPo: 'PO-8' });
		control().change('jobs', 10002, { status: 'canceled' });
		expect((await poller.poll()).map(({ json }) => json.id).sort()).toEqual([10001, 10002]);
		expect(await poller.poll()).toEqual([]);
		control().clock({ advance: 30 });
		control().change('jobs', 10001, { customerPo: 'PO-9' });
		expect((await poller.poll()).map(({ json }) => json.customerPo)).toEqual(['PO-9']);
	});

	it('hands over new appointments, unscheduled ones included', async () => {
		const poller = await begun('appointmentCreated');
		const { id } = control().add('appointments', { jobId: 10001, status: 'unscheduled' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([id]);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over appointments that changed, narrowed by the filters', async () => {
		const poller = await begun('appointmentUpdated', { filters: { status: ['completed'] } });
		const scheduled = control()
			.records('appointments')
			.filter(({ status }) => status === 'scheduled');
		control().change('appointments', scheduled[0].id, { status: 'completed' });
		control().change('appointments', scheduled[1].id, { status: 'no_show' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([scheduled[0].id]);
		expect(queriesOf('/appointment')[0]).toMatchObject({ status: 'completed' });
	});

	it('narrows jobs by what ServiceTrade can filter on', async () => {
		const poller = await begun('jobUpdated', {
			filters: { type: ['repair'], customerId: byId(105) },
		});
		control().change('jobs', 10001, { customerPo: 'PO-8' });
		control().change('jobs', 10002, { customerPo: 'PO-8' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([10002]);
		expect(queriesOf('/job')[0]).toMatchObject({ type: 'repair', customerId: '105' });
	});

	it('shows recent jobs in a manual run and keeps its place', async () => {
		const poller = await begun('jobUpdated');
		const state = JSON.stringify(poller.state);
		control().change('jobs', 10001, { customerPo: 'PO-8' });
		const shown = await poller.poll({ manual: true });
		expect(shown[0].json.id).toBe(10001);
		expect(JSON.stringify(poller.state)).toBe(state);
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([10001]);
	});

	it('signs in with either credential', async () => {
		const poller = pollerOf(
			{ ...client(), node: new ServiceTradeTrigger() },
			{ event: 'jobCreated' },
		);
		expect(await poller.poll()).toEqual([]);
		expect(asked('/oauth2/token', 'POST')).toHaveLength(1);
	});

	/** The collection behind the events of each record that carries both stamps. */
	const stamped: Array<[event: string, collection: string]> = [
		['asset', 'assets'],
		['comment', 'comments'],
		['company', 'companies'],
		['contact', 'contacts'],
		['contractRule', 'contractRules'],
		['deficiency', 'deficiencies'],
		['invoice', 'invoices'],
		['jobItem', 'jobItems'],
		['libItem', 'libItems'],
		['location', 'locations'],
		['quote', 'quotes'],
		['serviceRequest', 'serviceRequests'],
		['user', 'users'],
		['warehouse', 'warehouses'],
	];

	/** A record that the list shows, whatever else is in the collection. */
	const sampleOf = (collection: string) =>
		control()
			.records(collection)
			.find(
				({ entityType, companyId }) =>
					(collection !== 'comments' || entityType === 3) &&
					(collection !== 'users' || companyId === 101),
			) as IDataObject;

	it.each(stamped)('hands over each new %s once', async (event, collection) => {
		const poller = await begun(`${event}Created`);
		const made = control().copy(collection, sampleOf(collection).id);
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([made.id]);
		expect(await poller.poll()).toEqual([]);
	});

	it.each(stamped)('hands over each %s that changed, but no new one', async (event, collection) => {
		const poller = await begun(`${event}Updated`);
		const { id } = sampleOf(collection);
		control().copy(collection, id);
		control().change(collection, id, {});
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([id]);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over what the lists hide by themselves', async () => {
		const [libItems, locations, users] = [
			await begun('libItemUpdated'),
			await begun('locationUpdated'),
			await begun('userUpdated'),
		];
		const hidden = control()
			.records('libItems')
			.find(({ active }) => active === false) as IDataObject;
		control().change('libItems', hidden.id, {});
		control().change('locations', 1001, {});
		control().change('users', 54, { status: 'inactive' });
		const ids = async (poller: typeof users) => (await poller.poll()).map(({ json }) => json.id);
		expect([await ids(libItems), await ids(locations), await ids(users)]).toEqual([
			[hidden.id],
			[1001],
			[54],
		]);
	});

	it('hands over who clocks in, and comments on the kind of record that was chosen', async () => {
		const clock = await begun('clockEventCreated');
		const comments = await begun('commentCreated', { filters: { entityType: 11 } });
		const when = Math.floor(Date.parse(control().clock({}).now) / 1000);
		const event = control().add('clockEvents', {
			...(control().records('clockEvents')[0] as object),
			id: undefined,
			eventTime: when,
		} as never);
		const found = (await clock.poll()).map(({ json }) => json.id);
		expect(found).toEqual([event.id]);
		await comments.poll();
		expect(queriesOf('/comment').at(-1)).toMatchObject({ entityType: '11' });
	});
});
