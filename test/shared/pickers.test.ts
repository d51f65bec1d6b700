import nock from 'nock';

import { ACME, acmeNode } from '../support/acme';
import { loadOptions, searchList } from '../support/engine';
import { noNetwork } from '../support/network';
import { byId } from '../support/picker';

const api = () => nock(ACME);
noNetwork();

describe('a picker with a search at the vendor', () => {
	it('shows the first records, and the next ones as the user scrolls', async () => {
		api()
			.get('/customers')
			.query({ page: 1, pageSize: 50 })
			.reply(200, { total: 60, data: [{ id: 1, name: 'Ann  Other ' }] });
		api()
			.get('/customers')
			.query({ page: 2, pageSize: 50 })
			.reply(200, { total: 60, data: [{ id: 2 }] });
		const first = await searchList(acmeNode(), 'searchCustomer');
		expect(first.results).toEqual([{ name: 'Ann Other (ID: 1)', value: 1 }]);
		const second = await searchList(acmeNode(), 'searchCustomer', {
			token: first.paginationToken as string,
		});
		expect(second).toEqual({ results: [{ name: 'ID: 2', value: 2 }] });
	});

	it('lets the vendor search for what the user types', async () => {
		api()
			.get('/customers')
			.query({ page: 1, pageSize: 50, name: 'ann' })
			.reply(200, { total: 1, data: [{ id: 1, name: 'Ann' }] });
		const { results } = await searchList(acmeNode(), 'searchCustomer', { filter: 'ann' });
		expect(results).toHaveLength(1);
	});

	it('leaves the way by ID where the list is refused', async () => {
		api().get('/customers').query(true).reply(403, { title: 'No access' });
		await expect(searchList(acmeNode(), 'searchCustomer')).rejects.toMatchObject({
			message: 'No access',
			description: expect.stringContaining('use By ID') as string,
		});
	});
});

describe('a picker without a search at the vendor', () => {
	it('reads the rows once, keeps them for the account, and filters them here', async () => {
		api()
			.get('/locations')
			.query(true)
			.once()
			.reply(200, { total: 3, data: [{ id: 1, name: 'North' }, { id: 2, name: 'South' }, {}] });
		const bench = acmeNode({ id: 'one-account' });
		expect((await searchList(bench, 'searchLocation', { filter: 'sou' })).results).toEqual([
			{ name: 'South (ID: 2)', value: 2 },
		]);
		expect((await searchList(bench, 'searchLocation', { filter: 'NOR' })).results).toHaveLength(1);
	});

	it('follows the field it depends on, wherever that stands', async () => {
		const job = { resource: 'job', operation: 'create' };
		api().get('/locations').query({ page: 1, pageSize: 50, customer: 7 }).reply(200, { data: [] });
		await searchList(acmeNode(), 'searchLocation', {
			parameters: { ...job, customerId: byId(7), summary: 'x' },
		});
		api().get('/locations').query({ page: 1, pageSize: 50, customer: 8 }).reply(200, { data: [] });
		await searchList(acmeNode(), 'searchLocation', {
			parameters: { resource: 'job', operation: 'getAll', filters: { customerId: byId(8) } },
		});
		// An expression has no value yet while the form is filled in.
		api().get('/locations').query({ page: 1, pageSize: 50 }).reply(200, { data: [] });
		await searchList(acmeNode(), 'searchLocation', {
			parameters: { ...job, customerId: byId('={{ $json.id }}'), summary: 'x' },
		});
	});
});

describe('a picker of a special kind', () => {
	const create = { resource: 'job', operation: 'create', summary: 'x' };

	it('waits for something typed where the vendor cannot list everything', async () => {
		expect(await searchList(acmeNode(), 'searchPart')).toEqual({ results: [] });
		api()
			.get('/parts')
			.query({ code: 'V', page: 1, pageSize: 50 })
			.reply(200, { data: [{ code: 'V-12' }] });
		const { results } = await searchList(acmeNode(), 'searchPart', { filter: 'V' });
		expect(results).toEqual([{ name: 'V-12', value: 'V-12' }]);
	});

	it('asks for the record that its list lies in', async () => {
		await expect(searchList(acmeNode(), 'searchVisit', { parameters: create })).rejects.toThrow(
			'Choose the customer first',
		);
		api()
			.get('/customers/7/visits')
			.query(true)
			.reply(200, { data: [{ id: 5 }] });
		const { results } = await searchList(acmeNode(), 'searchVisit', {
			parameters: { ...create, customerId: byId(7) },
		});
		expect(results).toEqual([{ name: 'ID: 5', value: 5 }]);
	});

	it('searches for the kind of record that another field says', async () => {
		api()
			.get('/locations')
			.query(true)
			.reply(200, { data: [{ id: 2, name: 'South' }] });
		const { results } = await searchList(acmeNode(), 'searchSubject', {
			parameters: { ...create, additionalFields: { kind: 'S' } },
		});
		expect(results).toEqual([{ name: 'South (ID: 2)', value: 2 }]);
	});
});

describe('a dropdown', () => {
	it('has all rows, read once a minute for the account', async () => {
		const page = (from: number) =>
			Array.from({ length: 100 }, (_, i) => ({ id: from + i, name: 'T' }));
		api()
			.get('/technicians')
			.query({ page: 1, pageSize: 100, count: true })
			.reply(200, { total: 200, data: page(1) });
		api()
			.get('/technicians')
			.query({ page: 2, pageSize: 100 })
			.reply(200, { total: 200, data: page(101) });
		const bench = acmeNode({ id: 'another-account' });
		expect(await loadOptions(bench, 'listTechnician')).toHaveLength(200);
		expect(await loadOptions(bench, 'listTechnician')).toHaveLength(200);
	});

	it('tries again after a failure', async () => {
		const bench = acmeNode({ id: 'third-account' });
		api().get('/technicians').query(true).reply(400, { title: 'No' });
		await expect(loadOptions(bench, 'listTechnician')).rejects.toThrow('No');
		api().get('/technicians').query(true).reply(200, { data: [] });
		expect(await loadOptions(bench, 'listTechnician')).toEqual([]);
	});
});
