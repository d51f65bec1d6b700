import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, own, sent, body, pollerFor } = benchOfFile();

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

	it.each([
		['appointmentCompleted', 3],
		['appointmentCanceled', 4],
	])('tells %s once, of old and of new appointments, and of no other change', async (event, to) => {
		const poller = pollerFor(event);
		expect(await poller.poll()).toEqual([]);
		control().change('appointments', 8140, { Status: to });
		control().change('appointments', 8141, { Total: 7, Status: to === 3 ? 4 : 3 });
		const { AppointmentId } = control().add('appointments', { ...visit, Status: to });
		control().add('appointments', visit);
		expect(ids(await poller.poll())).toEqual([8140, AppointmentId]);
		control().change('appointments', 8140, { Total: 8 });
		expect(await poller.poll()).toEqual([]);
	});

	it('tells new, changed and accepted proposals apart', async () => {
		const [created, updated, accepted] = [
			pollerFor('proposalCreated'),
			pollerFor('proposalUpdated'),
			pollerFor('proposalAccepted'),
		];
		const look = async () => [
			ids(await created.poll()),
			ids(await updated.poll()),
			ids(await accepted.poll()),
		];
		expect(await look()).toEqual([[], [], []]);
		const today = new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10);
		control().change('proposals', 9001, { Status: 'Accepted', AcceptedDate: `${today}T00:00:00` });
		const { Id } = control().add('proposals', {
			Status: 'Open',
			ContactId: 5002,
			Date: `${today}T00:00:00`,
			AcceptedDate: '',
		});
		expect(await look()).toEqual([[Id], [9001], [9001]]);
		expect(await look()).toEqual([[], [], []]);
	});

	const daysAgo = (days: number) =>
		`${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}T00:00:00`;

	it('tells new invoices, paid ones, and payments', async () => {
		const [created, paid, payments] = [
			pollerFor('invoiceCreated'),
			pollerFor('invoicePaid'),
			pollerFor('paymentCreated', { filters: { contactId: byId(5007) } }),
		];
		const look = async () => [
			ids(await created.poll()),
			ids(await paid.poll()),
			ids(await payments.poll()),
		];
		const old = control().add('invoices', {
			ContactId: 5007,
			Date: daysAgo(50),
			BalanceDue: 90,
		}).Id;
		expect(await look()).toEqual([[], [], []]);
		const backdated = { ContactId: 5007, Date: daysAgo(5), BalanceDue: 90 };
		const { Id } = control().add('invoices', backdated);
		control().change('invoices', old, { BalanceDue: 40 });
		expect(await look()).toEqual([[Id], [], []]);
		control().change('invoices', old, { BalanceDue: 0 });
		const payment = control().add('payments', {
			ContactId: 5007,
			InvoiceId: old,
			Date: daysAgo(0),
			Amount: 40,
		}).Id;
		control().add('payments', { ContactId: 5001, InvoiceId: 9501, Date: daysAgo(0), Amount: 1 });
		const cash = control().add('invoices', { ...backdated, BalanceDue: 0 }).Id;
		expect(await look()).toEqual([[cash], [old, cash], [payment]]);
		expect(await look()).toEqual([[], [], []]);
	});

	it.each([
		['service', 'services', 303, { BasePrice: 99 }],
		['serviceAgent', 'serviceAgents', 403, { EndDate: '1/31/2026' }],
		['user', 'users', 203, { Email: 'new@example.com' }],
		['organization', 'organizations', 103, { PublicName: 'Gleam & Gutter at the Pinnacle' }],
	])('compares whole lists to find a new or changed %s', async (name, collection, id, changes) => {
		const [created, updated] = [pollerFor(`${name}Created`), pollerFor(`${name}Updated`)];
		const idsOf = (items: Array<{ json: IDataObject }>) =>
			items.map(({ json }) => json.OrganizationId ?? json.Id);
		const look = async () => [idsOf(await created.poll()), idsOf(await updated.poll())];
		expect(await look()).toEqual([[], []]);
		control().change(collection, id, changes);
		const added = control().add(collection, { Name: 'Brand new', EndDate: '', AvailableParts: [] });
		expect(await look()).toEqual([[added.OrganizationId ?? added.Id], [id]]);
		expect(await look()).toEqual([[], []]);
	});
});

describe('changes of contacts', () => {
	const event = 'contactCreatedOrUpdated';

	it('come by a download, each with its columns', async () => {
		const poller = pollerFor(event, { userId: byId(201) });
		expect(await poller.poll()).toEqual([]);
		control().change('contacts', 5003, { Email: 'changed@example.com' });
		const found = await poller.poll();
		expect(found.map(({ json }) => json)).toMatchObject([
			{ Id: 5003, Contact: { Id: '5003', Email: 'changed@example.com' } },
		]);
		expect(await poller.poll()).toEqual([]);
		control().change('contacts', 5003, { Email: 'again@example.com' });
		expect(ids(await poller.poll())).toEqual([5003]);
		expect(body('/download/startdownload')).toMatchObject({ Kind: 'contacts', UserId: 201 });
	});

	it('need a user, and say so', async () => {
		await expect(pollerFor(event).poll()).rejects.toThrow(/^User: this is needed/);
	});
});

describe('the feed of a data subscriber', () => {
	const event = 'dataSubscriberEvent';
	const waiting = () =>
		control()
			.records('feedEvents')
			.map(({ Id }) => Id);
	const all = [70001, 70002, 70003, 70004, 70005];

	it('is handed over once, and cleared at the next poll and not before', async () => {
		const poller = pollerFor(event);
		expect(await poller.poll()).toEqual([]);
		expect(ids(await poller.poll())).toEqual(all);
		expect(waiting()).toEqual(all);
		const { Id } = control().add('feedEvents', { TransactionKind: 3, EntityId: 12 });
		const second = await poller.poll();
		expect(second.map(({ json }) => json)).toMatchObject([{ Id, Kind: 'Delete', EntityId: 12 }]);
		expect(waiting()).toEqual([Id]);
		expect(await poller.poll()).toEqual([]);
		expect(waiting()).toEqual([]);
	});

	it('is never cleared by a manual run', async () => {
		const poller = pollerFor(event);
		expect((await poller.poll({ manual: true })).length).toBeGreaterThan(0);
		await poller.poll({ manual: true });
		expect(waiting()).toEqual(all);
		expect(sent('/datasubscriber/clear')).toEqual([]);
	});

	it('is cleared with the next fetch where there is no call to clear it', async () => {
		const poller = pollerFor(event);
		await poller.poll();
		expect(await poller.poll()).toHaveLength(5);
		control().clearRequests();
		control().fault({ kind: 'empty', path: '/datasubscriber/clear', times: 9 });
		expect(await poller.poll()).toEqual([]);
		expect(body('/datasubscriber/fetch')).toMatchObject({ ClearThroughId: 70005 });
		expect(waiting()).toEqual([]);
	});
});
