import type { INodeParameters } from 'n8n-workflow';

import { ServiceTradeTrigger } from '../../../nodes/ServiceTrade/ServiceTradeTrigger.node';
import { pollerOf, type Bench } from '../../support/engine';
import { byId, tradeNode } from '../../support/tradeNode';

const { asked, client, control, queriesOf, session } = tradeNode();

describe('trigger', () => {
	const trigger = (): Bench => ({ ...session(), node: new ServiceTradeTrigger() });

	/** A poller that has looked once, a minute before now by the vendor’s clock. */
	async function begun(event: string, filters: INodeParameters = {}) {
		// Past the stamps of every record that the sandbox starts with.
		control().clock({ advance: 86_400 });
		const poller = pollerOf(trigger(), { event, filters });
		expect(await poller.poll()).toEqual([]);
		control().clock({ advance: 60 });
		control().clearRequests();
		return poller;
	}

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
		const poller = await begun('appointmentUpdated', { status: ['completed'] });
		const scheduled = control()
			.records('appointments')
			.filter(({ status }) => status === 'scheduled');
		control().change('appointments', scheduled[0].id, { status: 'completed' });
		control().change('appointments', scheduled[1].id, { status: 'no_show' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([scheduled[0].id]);
		expect(queriesOf('/appointment')[0]).toMatchObject({ status: 'completed' });
	});

	it('narrows jobs by what ServiceTrade can filter on', async () => {
		const poller = await begun('jobUpdated', { type: ['repair'], customerId: byId(105) });
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
});
