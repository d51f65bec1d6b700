import type { IDataObject } from 'n8n-workflow';
import { omit } from 'lodash';

import { ServiceTitan } from '../../../nodes/ServiceTitan/ServiceTitan.node';
import { ServiceTitanBackOffice } from '../../../nodes/ServiceTitan/ServiceTitanBackOffice.node';
import type { Row } from '../../../sandbox';
import { loadOptions, runNode, searchList, type Bench } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, benchOf, some, calls } = benchOfFile();

const billing = () => benchOf(new ServiceTitan());
const backOffice = () => benchOf(new ServiceTitanBackOffice());

const run = async (bench: Bench, resource: string, operation: string, more: object = {}) =>
	await runNode(bench, { resource, operation, simplify: false, ...more } as never);

const recordsOf = async (...of: Parameters<typeof run>): Promise<Row[]> => {
	const { items, error } = await run(...of);
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
};

const rows = (...of: object[]) => ({ values: of });
const idOf = (collection: string) => byId(some(collection).id as number);
const last = () => calls()[calls().length - 1];

describe('invoices and payments', () => {
	it('reads one through the list, since there is no call for one', async () => {
		const [record] = await recordsOf(billing(), 'invoice', 'get', { id: idOf('invoices') });
		expect(record.id).toBe(some('invoices').id);
		expect(last().query).toMatchObject({ ids: String(some('invoices').id), pageSize: '1' });
	});

	it('says so when the list has none of that ID', async () => {
		const { error } = await run(billing(), 'payment', 'get', { id: byId(987654) });
		expect(error?.message).toBe('ServiceTitan has no payment with the ID 987654');
	});

	it('repeats the parameter of a list that is not to have commas', async () => {
		await recordsOf(billing(), 'invoice', 'getAll', {
			returnAll: true,
			filters: { statuses: ['Pending', 'Exported'] },
		});
		expect(last().query.statuses).toEqual(['Pending', 'Exported']);
	});

	it('sends a number of a row only where one was given', async () => {
		const [made] = await recordsOf(billing(), 'invoice', 'create', {
			adjustmentToId: idOf('invoices'),
			additionalFields: {
				items: rows({
					description: 'Goodwill',
					quantity: 1,
					unitPrice: '-20.5',
					cost: '',
					isAddOn: '',
				}),
			},
		});
		expect(typeof made.id).toBe('number');
		expect(last().body).toMatchObject({
			items: [{ description: 'Goodwill', quantity: 1, unitPrice: -20.5 }],
		});
		const [item] = (last().body as { items: Row[] }).items;
		expect(Object.keys(item)).toEqual(['description', 'quantity', 'unitPrice']);
	});

	it('writes custom fields by name for the one invoice', async () => {
		await recordsOf(billing(), 'invoice', 'setCustomFields', {
			id: idOf('invoices'),
			fields: rows({ name: 'Cost center', value: '17' }),
		});
		expect(last().body).toEqual({
			operations: [
				{ objectId: some('invoices').id, customFields: [{ name: 'Cost center', value: '17' }] },
			],
		});
	});

	it('finds invoices by their custom fields', async () => {
		const { id } = some('invoices');
		control().change('invoices', id, {
			customFields: [{ typeId: 41, name: 'Cost center', value: 'North 7' }],
		});
		const found = await recordsOf(billing(), 'invoice', 'getAll', {
			returnAll: true,
			filters: { customFieldValues: rows({ name: 'Cost center', value: 'North 7' }) },
		});
		expect(found.map((record) => record.id)).toEqual([id]);
	});

	it('marks invoices as exported by a list and nothing around it', async () => {
		await recordsOf(billing(), 'invoice', 'markAsExported', {
			invoices: rows({ invoiceId: idOf('invoices'), externalId: 'QB-1', externalMessage: '' }),
		});
		expect(last().body).toEqual([{ invoiceId: some('invoices').id, externalId: 'QB-1' }]);
	});

	it('lists the lines of the chosen invoice, and none before one is chosen', async () => {
		const [{ invoiceId }] = control().records('invoiceItems');
		const lines = control()
			.records('invoiceItems')
			.filter((line) => line.invoiceId === invoiceId);
		const parameters = { resource: 'invoice', operation: 'deleteItem' };
		const asked = { ...parameters, invoiceId: byId(invoiceId as number) } as never;
		const { results } = await searchList(billing(), 'searchInvoiceItem', { parameters: asked });
		expect(results.map(({ value }) => value)).toEqual(lines.map(({ id }) => id));
		const before = await searchList(billing(), 'searchInvoiceItem', { parameters });
		expect(before.results).toEqual([]);
	});
});

describe('memberships', () => {
	it('refuses a payment method and a payment type together, before anything is sent', async () => {
		const { error } = await run(billing(), 'membership', 'update', {
			id: byId(1),
			updateFields: { paymentMethod: 5, paymentTypeId: 6 },
		});
		expect(error?.message).toBe('Payment Method ID, Payment Type: give only one of them');
		expect(calls()).toEqual([]);
	});

	it('lists what memberships of the chosen type can be sold at, and does not send the type', async () => {
		const [{ membershipTypeId }] = control().records('durationBilling');
		const ways = control()
			.records('durationBilling')
			.filter((way) => way.membershipTypeId === membershipTypeId && way.active);
		const sale = { resource: 'membership', operation: 'sell', membershipTypeId } as never;
		const { results } = await searchList(billing(), 'searchDurationBilling', { parameters: sale });
		expect(results.map(({ value }) => value)).toEqual(ways.map(({ id }) => id));
		for (const { name } of results) {
			expect(name).toMatch(/^(\d+ months|ongoing), \w+ \(ID: \d+\)$/);
		}
		const [{ customerMembershipId }] = await recordsOf(billing(), 'membership', 'sell', {
			customerId: idOf('customers'),
			businessUnitId: some('businessUnits').id,
			saleTaskId: idOf('services'),
			membershipTypeId,
			durationBillingId: byId(ways[0].id as number),
			recurringServiceAction: 'None',
		});
		expect(typeof customerMembershipId).toBe('number');
		expect(last().body).not.toHaveProperty('membershipTypeId');
	});

	it('finds an invoice template by its ID alone, since templates cannot be listed', async () => {
		expect((await searchList(backOffice(), 'searchInvoiceTemplate')).results).toEqual([]);
		const { id } = some('invoiceTemplates');
		const filter = String(id);
		const { results } = await searchList(backOffice(), 'searchInvoiceTemplate', { filter });
		expect(results.map(({ value }) => value)).toEqual([id]);
	});
});

describe('lists that come bare', () => {
	it('goes on behind a full page, though nothing tells that more follow', async () => {
		const account = omit(some('glAccounts'), 'id');
		const before = control().records('glAccounts').length;
		for (let i = before; i < 503; i++) control().add('glAccounts', { ...account, name: `A${i}` });
		const found = await recordsOf(backOffice(), 'glAccount', 'getAll', {
			returnAll: true,
			filters: { active: 'Any' },
		});
		expect(found).toHaveLength(503);
		expect(calls().map(({ query }) => query.page)).toEqual(['1', '2']);
	});
});

describe('what is sent twice or unasked', () => {
	it('gives a purchase order a unit of its address, which most places lack', async () => {
		await run(backOffice(), 'purchaseOrder', 'create', {
			vendorId: idOf('vendors'),
			typeId: some('purchaseOrderTypes').id,
			businessUnitId: some('businessUnits').id,
			inventoryLocationId: idOf('warehouses'),
			date: '2026-03-02T08:00:00Z',
			requiredOn: '2026-03-09T08:00:00Z',
			shipTo: {
				values: {
					description: 'The yard',
					street: '4 Foundry Row',
					unit: '',
					city: 'Maplewick',
					state: 'OH',
					zip: '00011',
					country: 'USA',
				},
			},
			tax: 0,
			shipping: 0,
			impactsTechnicianPayroll: false,
			orderedItems: rows({
				skuId: idOf('materials'),
				description: 'Valves',
				vendorPartNumber: 'V-15',
				quantity: 2,
				cost: 4,
			}),
		});
		expect(last().status).toBe(200);
		expect(last().body).toMatchObject({
			shipTo: { description: 'The yard', address: { unit: '', zip: '00011' } },
			items: [{ quantity: 2, vendorPartNumber: 'V-15' }],
		});
	});

	it('writes the ID of a markup and of a return type in the body too', async () => {
		const markup = { id: idOf('materialsMarkup'), from: 7000, to: 8000, percent: 9 };
		await recordsOf(backOffice(), 'materialMarkup', 'update', markup);
		expect(last().body).toEqual({ ...markup, id: some('materialsMarkup').id });
		await recordsOf(backOffice(), 'returnType', 'update', {
			id: idOf('returnTypes'),
			updateFields: { name: 'Broken' },
		});
		expect(last().body).toEqual({ id: some('returnTypes').id, name: 'Broken' });
	});

	it('takes a markup out of its envelope', async () => {
		const [made] = await recordsOf(backOffice(), 'materialMarkup', 'create', {
			from: 7000,
			to: 8000,
			percent: 9,
		});
		expect(made).toMatchObject({ from: 7000, to: 8000, percent: 9 });
		expect(last().body).toMatchObject({ id: 0 });
	});
});

describe('bookkeeping and payroll', () => {
	it('asks for the version of a journal entry that is said to be synced', async () => {
		const { error } = await run(backOffice(), 'journalEntry', 'setSyncStatus', {
			id: byId('3f2c6b1e-8a54-4d0e-9a57-0c1d2e3f4a5b'),
			syncStatus: 'Synced',
		});
		expect(error?.message).toBe('Version ID: this is needed for the status Synced');
		expect(calls()).toEqual([]);
	});

	it('sends custom fields of a journal entry as members, empty ones as null', async () => {
		const { id } = some('journalEntries');
		await recordsOf(backOffice(), 'journalEntry', 'update', {
			id: byId(String(id)),
			updateFields: {
				customFields: rows({ name: 'Checked by', value: 'Ines' }, { name: 'Remark', value: '' }),
			},
		});
		expect(last().body).toEqual({ customFields: { 'Checked by': 'Ines', Remark: null } });
	});

	it('finds journal entries by each custom field as a parameter of its own', async () => {
		const { id } = some('journalEntries');
		const customFields = rows({ name: 'Checked by', value: 'Ines' });
		await recordsOf(backOffice(), 'journalEntry', 'update', {
			id: byId(String(id)),
			updateFields: { customFields },
		});
		const filters = { customFieldValues: customFields, statuses: ['Closed', 'Open'] };
		const found = await recordsOf(backOffice(), 'journalEntry', 'getAll', { filters });
		expect(found.map((entry) => entry.id)).toEqual([id]);
		expect(last().query).toMatchObject({ 'customField.Checked by': 'Ines' });
		expect(Object.keys(last().query).filter((name) => /^customField(\[|$)/.test(name))).toEqual([]);
	});

	it('takes no more conditions on journal entries than the list does', async () => {
		const values = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ name, value: '1' }));
		const { error } = await run(backOffice(), 'journalEntry', 'getAll', {
			filters: { customFieldValues: rows(...values) },
		});
		expect(error?.message).toBe('Custom Field Values: 5 at the most');
		expect(calls()).toEqual([]);
	});

	it('lists technicians or other employees, as the kind says', async () => {
		const search = async (employeeType: string) =>
			(
				await searchList(backOffice(), 'searchPayee', {
					parameters: { resource: 'payrollAdjustment', operation: 'create', employeeType },
				})
			).results;
		const technicians = control()
			.records('technicians')
			.map(({ id }) => id);
		for (const { value } of await search('Technician')) expect(technicians).toContain(value);
		for (const { value } of await search('Employee')) expect(technicians).not.toContain(value);
		await expect(search('')).rejects.toThrow(/cannot be listed/);
	});

	it('offers the custom fields of inventory bills by name', async () => {
		const options = await loadOptions(backOffice(), 'listInventoryBillField');
		expect(options).toContainEqual({ name: 'Delivery slip', value: 'Delivery slip' });
	});
});

describe('pricebook', () => {
	it('asks for external data by the GUID of the app', async () => {
		const guid = '3f2c6b1e-8a54-4d0e-9a57-0c1d2e3f4a5b';
		const [made] = await recordsOf(backOffice(), 'material', 'create', {
			code: 'VALVE-15',
			description: 'Valve',
			additionalFields: {
				externalData: {
					values: { applicationGuid: guid, externalData: rows({ key: 'shelf', value: 'B4' }) },
				},
			} as IDataObject,
		});
		const read = async (options: object) =>
			(
				await recordsOf(backOffice(), 'material', 'get', { id: byId(made.id as number), options })
			)[0];
		expect((await read({})).externalData).toEqual([]);
		expect((await read({ externalDataApplicationGuid: guid })).externalData).toEqual([
			{ key: 'shelf', value: 'B4' },
		]);
	});
});
