import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { ServiceminderApi } from '../../../credentials/ServiceminderApi.credentials';
import { ServiceminderTrigger } from '../../../nodes/Serviceminder/ServiceminderTrigger.node';
import { startSandbox, type LoggedRequest, type Sandbox } from '../../../sandbox';
import { pollerOf } from '../../support/engine';

let sandbox: Sandbox<'Serviceminder'>;
beforeAll(async () => {
	// Test files of one worker share Node's own modules, which a file with mocked answers has changed.
	nock.restore();
	sandbox = await startSandbox({ ports: 'free', vendors: ['Serviceminder'] });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.vendors.Serviceminder.control.reset());

const control = () => sandbox.vendors.Serviceminder.control;
const own = () => sandbox.vendors.Serviceminder.credentials.serviceminderApi;

let accounts = 0;
const pollerFor = (event: string, parameters: INodeParameters = {}) =>
	pollerOf(
		{
			node: new ServiceminderTrigger(),
			credential: {
				type: new ServiceminderApi(),
				// An account of its own, so that the allowance of another test plays no part.
				id: `serviceminder-events-${++accounts}`,
				values: { ...own(), timezone: 'America/Chicago' },
			},
		},
		{ event, ...parameters },
	);
const byId = (value: number | string) => ({ __rl: true, mode: 'id', value: String(value) });
const sent = (path: string): LoggedRequest[] =>
	control()
		.requests()
		.filter((request) => request.path === `/api${path}`);
const body = (path: string) => sent(path)[0].body as IDataObject;
const ids = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => json.AppointmentId ?? json.Id);
const visit = { ContactId: 5001, ServiceId: 301, DateTime: '3/3/2031 9:00:00 AM' };

describe('trigger', () => {
	it('finds a new contact once', async () => {
		const poller = pollerFor('contactCreated');
		expect(await poller.poll()).toEqual([]);
		const { Id } = control().add('contacts', { Name: 'Cleo Sample', OrganizationId: 101 });
		control().change('contacts', 5001, { Name: 'Changed' });
		const found = await poller.poll();
		expect(ids(found)).toEqual([Id]);
		expect(found[0].json.eventId).toBe(`contactCreated:${String(Id)}`);
		expect(await poller.poll()).toEqual([]);
	});

	it('asks for whole days, from at least a day before the last look', async () => {
		const poller = pollerFor('contactCreated');
		await poller.poll();
		control().clearRequests();
		await poller.poll();
		const { CreatedFrom } = body('/contacts/locate');
		expect(CreatedFrom).toBe(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
	});

	it('finds a new appointment once, and no old one that changed', async () => {
		const poller = pollerFor('appointmentCreated');
		expect(await poller.poll()).toEqual([]);
		const { AppointmentId } = control().add('appointments', visit);
		control().change('appointments', 8001, { Total: 1 });
		expect(ids(await poller.poll())).toEqual([AppointmentId]);
		control().change('appointments', AppointmentId, { Total: 2 });
		control().change('appointments', 8002, { Total: 3 });
		expect(await poller.poll()).toEqual([]);
	});

	it('finds each change of an appointment, and neither new ones nor the same twice', async () => {
		const poller = pollerFor('appointmentUpdated');
		expect(await poller.poll()).toEqual([]);
		control().change('appointments', 8003, { Status: 4 });
		const { AppointmentId } = control().add('appointments', visit);
		const found = await poller.poll();
		expect(ids(found)).toEqual([8003]);
		expect(found[0].json.eventId).toMatch(/^appointmentUpdated:8003@[\w-]{8}$/);
		expect(found[0].json.Contact).toHaveProperty('Name');
		expect(await poller.poll()).toEqual([]);
		// Back to what it was is a change as well, and a new one may change too.
		control().change('appointments', 8003, { Status: 3 });
		control().change('appointments', AppointmentId, { ServiceAgentId: 403 });
		expect(ids(await poller.poll())).toEqual([8003, AppointmentId]);
		control().change('appointments', 8003, { TrackingUrl: 'https://example.com/t' });
		expect(await poller.poll()).toEqual([]);
	});

	it('sees completion, which the list hides unless asked', async () => {
		const { AppointmentId } = control().add('appointments', visit);
		const poller = pollerFor('appointmentUpdated');
		await poller.poll();
		control().change('appointments', AppointmentId, { Status: 3 });
		expect(ids(await poller.poll())).toEqual([AppointmentId]);
	});

	it('reads every page, and nothing counts before all of them were read', async () => {
		const poller = pollerFor('appointmentCreated');
		await poller.poll();
		control().generate('appointments', 230);
		control().fault({ kind: 'status', path: '/appointments/query', status: 522, skip: 2 });
		await expect(poller.poll()).rejects.toThrow();
		expect(await poller.poll()).toHaveLength(230);
		expect(await poller.poll()).toEqual([]);
	});

	it('keeps little', async () => {
		const poller = pollerFor('appointmentUpdated');
		control().generate('appointments', 500);
		await poller.poll();
		expect(JSON.stringify(poller.state).length).toBeLessThan(500 * 45);
	});

	it('survives that n8n throws the state of the first look away', async () => {
		const poller = pollerFor('contactCreated');
		await poller.poll({ crash: true });
		const { Id } = control().add('contacts', { Name: 'Cleo Sample', OrganizationId: 101 });
		expect(ids(await poller.poll())).toEqual([Id]);
	});

	it('is narrowed by contact', async () => {
		const poller = pollerFor('appointmentCreated', { filters: { contactId: byId(5002) } });
		await poller.poll();
		control().add('appointments', visit);
		const { AppointmentId } = control().add('appointments', { ...visit, ContactId: 5002 });
		expect(ids(await poller.poll())).toEqual([AppointmentId]);
	});

	it('shows real records in a manual run, the latest first, and changes nothing', async () => {
		const poller = pollerFor('appointmentCreated');
		const { AppointmentId } = control().add('appointments', visit);
		const shown = await poller.poll({ manual: true });
		expect(shown.length).toBeLessThanOrEqual(5);
		expect(ids(shown)[0]).toBe(AppointmentId);
		expect(poller.state).toEqual({});
	});

	it('keeps the key out of what it hands over', async () => {
		const poller = pollerFor('contactCreated');
		await poller.poll();
		control().add('contacts', { Name: `Odd ${own().apiKey}`, OrganizationId: 101 });
		expect((await poller.poll())[0].json.Name).toBe('Odd [hidden]');
	});
});
