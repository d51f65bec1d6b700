import type { INodeParameters } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { tradeNode } from '../../support/tradeNode';

const { administration, asked, control, queriesOf, records, refusal } = tradeNode();

describe('lists that need a filter', () => {
	it.each([
		['asset', /^Location: choose one, or a job or an appointment/],
		['budget', /^Job: choose one/],
		['budgetCategory', /^Budget: choose one/],
		['budgetLineItem', /^Budget: choose one/],
		['changeOrder', /^Budget: choose one/],
		['changeOrderCategory', /^Change Order: choose one/],
		['changeOrderLineItem', /^Change Order: choose one/],
		['clockEvent', /^Job: choose one/],
		['comment', /^Record: choose one/],
		['contract', /^Vendor: choose one, or a customer or a job/],
		['jobItem', /^Job: choose one/],
		['serviceItem', /^Service Request, Service Recurrence, Service Template: give one/],
	])('%s says so before anything is sent', async (resource, said) => {
		expect(await refusal(resource, 'getAll', { entityType: 3 })).toMatch(said);
		expect(control().requests()).toEqual([]);
	});

	it('gives rules of all contracts only by a time', async () => {
		const flat = { flatview: true, createdAfter: '2020-01-01' };
		expect(await refusal('contractRule', 'getChanged', {})).toMatch(/^Updated After: add a filter/);
		expect(await refusal('contractRule', 'getChanged', { filters: flat })).toMatch(
			/^Flat View: only with the type Unit/,
		);
	});

	it.each<[string, string, INodeParameters, RegExp]>([
		[
			'budget',
			'getAll',
			{ filters: { isLatest: true, status: ['void'] } },
			/Latest: needs the job/,
		],
		['clockEvent', 'getAll', { filters: { openClockEvents: true } }, /^Open Only: needs the users/],
		['user', 'getAll', { filters: { isTech: true, isHelper: false } }, /only one of them/],
		['tag', 'getAll', { filters: { entityType: 3 } }, /^Record: it and the kind/],
		['libItem', 'getAll', { filters: { contractorId: byId(101) } }, /give all three or none/],
	])('%s does not send half of what belongs together', async (resource, operation, given, said) => {
		expect(await refusal(resource, operation, given)).toMatch(said);
		expect(control().requests()).toEqual([]);
	});

	it('takes a time in place of a record', async () => {
		const found = await records('asset', 'getAll', {
			returnAll: true,
			filters: { createdAfter: '2000-01-01', status: ['active', 'inactive'] },
		});
		expect(found).toHaveLength(control().records('assets').length);
	});

	it('takes the refusal of two companies without a contract for an empty list', async () => {
		const filters = { customerId: byId(104), vendorId: byId(104) };
		expect(await records('contract', 'getAll', { filters })).toEqual([]);
	});
});

describe('lists with names of their own', () => {
	it.each([
		['paymentTerms', 'paymentTerms', 'paymenttermss'],
		['externalSystem', 'externalSystems', ''],
	])('reads %s', async (resource, collection, key) => {
		const found = await records(resource, 'getAll', { returnAll: true }, {}, administration());
		expect(found).toHaveLength(control().records(collection).length);
		expect(found[0]).not.toHaveProperty(key || 'data');
	});

	it('reads comments, which stand outside data', async () => {
		const comment = { entityType: 3, entityId: byId(10001) };
		const [made] = await records('comment', 'create', { ...comment, content: 'Gate code 4711' });
		const found = await records('comment', 'getAll', { ...comment, returnAll: true });
		expect(found.map(({ id }) => id)).toContain(made.id);
	});

	it('reads change orders and lines of a budget, whose lists are misspelt', async () => {
		control().fault({
			kind: 'status',
			status: 200,
			path: '/changeorder',
			body: { data: { totalPages: 1, page: 1, change_orders: [{ id: 1 }, { id: 2 }] } },
		});
		control().fault({
			kind: 'status',
			status: 200,
			path: '/budgetlineitem',
			body: { data: { totalPages: 1, page: 1, budgetCategories: [{ id: 3 }] } },
		});
		const filters = { budgetId: byId(1) };
		const orders = await records('changeOrder', 'getAll', { filters });
		const lines = await records('budgetLineItem', 'getAll', { filters });
		expect([orders, lines].map((rows) => rows.map(({ id }) => id))).toEqual([[1, 2], [3]]);
	});
});

describe('filters', () => {
	it('asks for the contacts of a company alone by an empty location', async () => {
		await records('contact', 'getAll', { filters: { companyId: byId(104), companyAlone: true } });
		expect(queriesOf('/contact')[0]).toMatchObject({ companyId: '104', locationId: '' });
	});

	it('asks for deficiencies that no quote addresses', async () => {
		await records('deficiency', 'getAll', { filters: { unquoted: true } });
		expect(queriesOf('/deficiency')[0]).toMatchObject({ quoteRequestId: 'false' });
	});

	it('asks for the regions around a point', async () => {
		await records('region', 'getAll', { filters: { lat: 39.1, lon: -84.5 } }, {}, administration());
		expect(asked('/region')).toHaveLength(1);
		expect(JSON.stringify(asked('/region')[0])).toMatch(/contains(\[|%5B)lat/);
	});

	it('always asks for clock events one by one, and for pairs where pairs are wanted', async () => {
		await records('clockEvent', 'getAll', { filters: { jobId: byId(10001) } });
		await records('clockEvent', 'getPaired', { jobId: byId(10001) });
		expect(queriesOf('/clock')[0]).toMatchObject({ paired: '0', jobId: '10001' });
		expect(queriesOf('/job/10001/clockevent')[0]).toMatchObject({ paired: '1' });
	});
});
