import type { INodeParameters } from 'n8n-workflow';

import { serviceTrade } from '../../../nodes/ServiceTrade/vendor';
import { byId } from '../../support/picker';
import { tradeNode } from '../../support/tradeNode';

const { begun, control, queriesOf, sandbox } = tradeNode();

const DAY = 86_400;

const now = () => Math.floor(Date.parse(control().clock({}).now) / 1000);

const idsOf = (items: ReadonlyArray<{ json: object }>) =>
	items.map(({ json }) => (json as { id: number }).id);

describe('payments', () => {
	const newPayment = (more: object = {}) => ({
		invoiceId: 70001,
		customerId: 102,
		paymentMethod: 'check',
		source: 'manual',
		amount: 50,
		referenceNumber: 'CK-1',
		status: 'applied',
		creatorId: 51,
		...more,
	});

	it('hands over each payment once that is dated before the trigger was begun, two of one invoice among them', async () => {
		const poller = await begun('paymentCreated');
		const dated = now() - 40 * DAY;
		control().add('payments', newPayment({ transactionDate: dated }));
		control().clock({ advance: 1 });
		control().add('payments', newPayment({ transactionDate: dated, referenceNumber: 'CK-2' }));
		const found = await poller.poll();
		expect(found.map(({ json }) => json.referenceNumber)).toEqual(['CK-1', 'CK-2']);
		// The list shows no IDs, so the ID of the event bears that of the invoice.
		expect(found[0].json.eventId).toMatch(/^paymentCreated:70001@\d+#/);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over a payment that was voided, and no new one', async () => {
		const poller = await begun('paymentUpdated');
		control().add('payments', newPayment({ transactionDate: now() }));
		const [{ id }] = control().records('payments');
		control().change('payments', id, { status: 'void' });
		expect((await poller.poll()).map(({ json }) => json.status)).toEqual(['void']);
		expect(await poller.poll()).toEqual([]);
	});

	it('tells when an invoice is paid, whatever its time of change', async () => {
		const poller = await begun('invoicePaid');
		const open = control().records('invoices')[0];
		const part = newPayment({ invoiceId: open.id, amount: 100, transactionDate: now() });
		control().add('payments', part);
		expect(await poller.poll()).toEqual([]);
		control().add('payments', { ...part, amount: 1_000 });
		expect(idsOf(await poller.poll())).toEqual([open.id]);
		expect(await poller.poll()).toEqual([]);
	});
});

describe('lists without a filter by time', () => {
	const whole: Array<[event: string, collection: string, id: string]> = [
		['assetDefinition', 'assetDefinitions', 'type'],
		['externalSync', 'externalSyncs', 'id'],
		['externalSystem', 'externalSystems', 'id'],
		['quoteTemplate', 'quoteTemplates', 'id'],
		['serviceTemplate', 'serviceTemplates', 'id'],
		['taxGroup', 'taxGroups', 'id'],
	];

	it.each(whole)('hands over each new and each changed %s', async (event, collection, id) => {
		const [created, updated] = [await begun(`${event}Created`), await begun(`${event}Updated`)];
		const [old] = control().records(collection);
		const made = control().copy(collection, old.id);
		control().change(collection, made.id, { type: `${String(old.type)}_2` }, { touch: false });
		control().change(collection, old.id, {});
		const keyOf = ({ json }: { json: object }) => (json as Record<string, unknown>)[id];
		const [fresh] = control().records(collection).slice(-1);
		expect((await created.poll()).map(keyOf)).toEqual([fresh[id]]);
		expect((await updated.poll()).map(keyOf)).toEqual([old[id]]);
		expect([await created.poll(), await updated.poll()]).toEqual([[], []]);
	});

	it('hands over each new recurrence of an invoice', async () => {
		const poller = await begun('invoiceRecurrenceCreated');
		const [{ id }] = control().records('invoiceRecurrences');
		control().change('invoiceRecurrences', id, { interval: 2 });
		const made = control().copy('invoiceRecurrences', id);
		expect(idsOf(await poller.poll())).toEqual([made.id]);
	});

	it('compares recurrences of invoices, which do not say when they changed', async () => {
		const poller = await begun('invoiceRecurrenceCreatedOrUpdated');
		const [{ id }] = control().records('invoiceRecurrences');
		control().change('invoiceRecurrences', id, { interval: 2 });
		expect(idsOf(await poller.poll())).toEqual([id]);
		const made = control().copy('invoiceRecurrences', id);
		const [item] = control().records('invoiceRecurrenceItems');
		control().change('invoiceRecurrenceItems', item.id, { price: 99.5 });
		expect(new Set(idsOf(await poller.poll()))).toEqual(
			new Set([item.invoiceRecurrenceId, made.id]),
		);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over a service recurrence that changed, though it does not say when', async () => {
		const poller = await begun('serviceRecurrenceCreatedOrUpdated');
		const [{ id }] = control().records('serviceRecurrences');
		control().change('serviceRecurrences', id, { interval: 2 });
		expect(idsOf(await poller.poll())).toEqual([id]);
		control().change('serviceRecurrences', id, { interval: 3 });
		expect(idsOf(await poller.poll())).toEqual([id]);
		expect(await poller.poll()).toEqual([]);
	});
});

describe('a list of several pages', () => {
	it('brings a recurrence at the next poll that a removal moved to a page which was read already', async () => {
		const poller = await begun('serviceRecurrenceCreatedOrUpdated');
		const [first, ...others] = control().records('serviceRecurrences').slice(0, 4);
		for (const { id } of [first, ...others]) {
			control().change('serviceRecurrences', id, { interval: 7 });
		}
		control().clock({ advance: 3600 });
		control().pageSize(2);
		const small = jest.replaceProperty(serviceTrade.api.paging, 'largest', 2);
		const { answering } = sandbox().vendors.ServiceTrade;
		answering(() => {
			control().remove('serviceRecurrences', first.id);
			answering(() => undefined);
		});
		const found = idsOf(await poller.poll());
		expect(found).toHaveLength(3);
		small.restore();
		const all = [...found, ...idsOf(await poller.poll())];
		expect(all).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
		expect(new Set(all).size).toBe(all.length);
	});
});

describe('lists that belong to a record', () => {
	const ofJob = { entityType: 3, entityId: byId(10001) };

	it('hands over the contracts of a customer, and none is no mistake', async () => {
		const [, one] = control().records('contracts');
		const poller = await begun('contractUpdated', { customerId: byId(String(one.customerId)) });
		const none = await begun('contractCreated', { customerId: byId(999999) });
		const contracts = control().records('contracts');
		for (const { id } of contracts) control().change('contracts', id, {});
		expect(idsOf(await poller.poll())).toEqual([one.id]);
		expect(await none.poll()).toEqual([]);
	});

	it('reads every page of comments, whose pages are counted outside of data', async () => {
		const poller = await begun('commentCreated');
		control().pageSize(2);
		const made = [1, 2, 3, 4, 5].map(() => control().copy('comments', '50001').id);
		expect(idsOf(await poller.poll())).toEqual(made);
	});

	it('hands over files and items of the record that was chosen', async () => {
		const files = await begun('attachmentCreated', ofJob);
		const items = await begun('invoiceItemUpdated', { invoiceId: byId(70001) });
		const file = control().copy('attachments', control().ids('attachments')[0]);
		const [item, other] = [70001, 70002].map((invoiceId) =>
			control()
				.records('invoiceItems')
				.find((row) => row.invoiceId === invoiceId),
		);
		control().change('invoiceItems', item?.id, {});
		control().change('invoiceItems', other?.id, {});
		expect(idsOf(await files.poll())).toEqual([file.id]);
		expect(queriesOf('/attachment')[0]).toMatchObject({ entityType: '3', entityId: '10001' });
		expect(idsOf(await items.poll())).toEqual([item?.id]);
	});

	it('tells entries of a history apart that were made in one second', async () => {
		const poller = await begun('historyCreated', ofJob);
		for (const actionEvent of ['saved', 'sent']) {
			control().add('histories', {
				entityType: 3,
				entityId: 10001,
				userId: 51,
				properties: { actionEvent },
			});
		}
		const found = await poller.poll();
		expect(found.map(({ json }) => json.properties)).toEqual(
			expect.arrayContaining([{ actionEvent: 'saved' }, { actionEvent: 'sent' }]),
		);
		expect(found).toHaveLength(2);
		expect(await poller.poll()).toEqual([]);
	});

	it.each([
		['attachmentCreated', { entityType: 3 }, 'Record: this is needed'],
		[
			'contractCreated',
			{ filters: { salesId: ['51'] } },
			'Customer: choose one, or choose a vendor',
		],
		['historyCreated', { entityType: 9 }, 'Record: this is needed'],
		['invoiceItemCreated', {}, 'Invoice: this is needed'],
	] as Array<[string, INodeParameters, string]>)(
		'names the field that %s cannot do without, when it begins',
		async (event, parameters, message) => {
			await expect(begun(event, parameters)).rejects.toThrow(message);
		},
	);
});

describe('changes of a status', () => {
	const scheduled = () =>
		control()
			.records('appointments')
			.filter(({ status }) => status === 'scheduled')
			.map(({ id }) => id);

	it('hands over appointments that were completed or canceled, once', async () => {
		const [completed, canceled] = [
			await begun('appointmentCompleted'),
			await begun('appointmentCanceled'),
		];
		const [a, b, c] = scheduled();
		control().change('appointments', a, { status: 'completed' });
		control().change('appointments', b, { status: 'canceled_by_customer' });
		control().change('appointments', c, { status: 'no_show' });
		expect(idsOf(await completed.poll())).toEqual([a]);
		expect(idsOf(await canceled.poll())).toEqual([b]);
		control().clock({ advance: 60 });
		control().change('appointments', a, { released: true });
		control().change('appointments', b, { released: true });
		expect([await completed.poll(), await canceled.poll()]).toEqual([[], []]);
	});

	it('hands over appointments that got another time, and no other changes of them', async () => {
		const [id, other] = scheduled();
		const day = now();
		control().change('appointments', id, {});
		control().change('appointments', other, {});
		const poller = await begun('appointmentRescheduled');
		control().change('appointments', id, { windowStart: day, windowEnd: day + 3_600 });
		control().change('appointments', other, { released: true });
		expect(idsOf(await poller.poll())).toEqual([id]);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over jobs whose status changed, canceled ones included', async () => {
		control().change('jobs', 10001, {});
		control().change('jobs', 10002, {});
		const poller = await begun('jobStatusChanged');
		control().change('jobs', 10001, { customerPo: 'PO-8' });
		control().change('jobs', 10002, { status: 'canceled' });
		expect(idsOf(await poller.poll())).toEqual([10002]);
		expect(await poller.poll()).toEqual([]);
	});

	it('hands over quotes that were approved, and none that was accepted before', async () => {
		const quotes = control().records('quotes');
		const one = (wanted: string) => quotes.find(({ status }) => status === wanted)?.id;
		const [accepted, submitted] = [one('accepted'), one('submitted')];
		control().change('quotes', accepted, {});
		const poller = await begun('quoteApproved');
		control().change('quotes', accepted, { customerPo: 'PO-8' });
		control().change('quotes', submitted, { status: 'accepted' });
		expect(idsOf(await poller.poll())).toEqual([submitted]);
		expect(await poller.poll()).toEqual([]);
	});
});
