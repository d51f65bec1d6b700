import {
	inferredFor,
	inferredPaths,
	otherPathsIn,
	reroute,
} from '../../../nodes/SchedulingCenter/paths';
import { schedulingCenter } from '../../../nodes/SchedulingCenter/vendor';
import { loadOptions, searchList } from '../../support/engine';
import { operationsOf, pickersIn } from '../../support/definitions';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';
import contract from './contract.json';

const { control, bench, run, sent } = benchOfFile();

const pathOf = (route: string) => route.slice(route.indexOf('/'));
const routes = [
	...operationsOf(schedulingCenter).map(({ operation }) => operation.request),
	...pickersIn(schedulingCenter).map(({ search }) => search),
	...schedulingCenter.events.map(({ request }) => request),
];

const plain = (path: string) => path.replace(/\{[^}]+\}/g, '{}');

it('every call of the reference is an operation, documented or only named', () => {
	const offered = new Set(
		operationsOf(schedulingCenter).map(({ operation }) => plain(operation.request)),
	);
	const left = contract.endpoints
		.map(({ method, path }) => `${method} ${plain(path)}`)
		.filter((route) => !offered.has(route));
	expect(left).toEqual([]);
});

describe('paths that the reference does not print', () => {
	const stated = new Set(
		contract.endpoints
			.filter(({ pathBasis }) => pathBasis === 'stated')
			.map(({ method, path }) => `${method} ${plain(path)}`),
	);

	it('all stand in the table', () => {
		const missing = routes.filter(
			(route) => !stated.has(plain(route)) && inferredFor(pathOf(route)) === undefined,
		);
		expect(missing).toEqual([]);
	});

	it('are each used', () => {
		const used = routes.map((route) => inferredFor(pathOf(route)));
		const unused = Object.entries(inferredPaths).filter(([, entry]) => !used.includes(entry));
		expect(unused.map(([path]) => path)).toEqual([]);
	});

	it('say above the fields that they are inferred, unless the reference’s own rule gives them', () => {
		const silent = operationsOf(schedulingCenter).filter(
			({ operation: { request, notice } }) =>
				(inferredFor(pathOf(request))?.certainty ?? 'rule') !== 'rule' &&
				!/inferred/.test(notice ?? ''),
		);
		// This one is printed, though in a way that may be a slip; its notice warns of what it destroys.
		expect(silent.map(({ name }) => name)).toEqual(['service.fullDelete']);
	});

	it.each([
		['/households = /reports/households', '/households', '/reports/households'],
		['/households = /reports/households', '/householdsOld', '/householdsOld'],
		['/todos=/toDos/', '/todos/17', '/toDos/17'],
		['/campaigns/hide/{id} = /campaigns/{id}/hide', '/campaigns/hide/17', '/campaigns/17/hide'],
		['/a = /b\n/a/list = /c', '/a/list', '/c'],
		['', '/todos', '/todos'],
	])('are replaced: %j makes %s to %s', (otherPaths, path, made) => {
		expect(reroute(path, otherPathsIn({ otherPaths }))).toBe(made);
	});

	it.each([
		'households = /reports',
		'/households',
		'/a = https://elsewhere.example/b',
		'/a = /../b',
	])('are refused when written like %j', (otherPaths) => {
		expect(() => otherPathsIn({ otherPaths })).toThrow('Other Paths');
	});

	it('are replaced in everything that the nodes send', async () => {
		const values = { otherPaths: '/todos = /popups' };
		const { records } = await run('todo', 'get', { id: byId(1) }, values);
		expect(records).toMatchObject([{ name: 'Two dogs' }]);
		const { results } = await searchList(bench(values), 'searchTodo');
		expect(results.map(({ name }) => name)).toEqual(['Two dogs (ID: 1)', 'Pays in cash (ID: 2)']);
		expect(sent('/todos')).toEqual([]);
	});

	it('and a line that cannot be read is said at the first call', async () => {
		const { error } = await run('todo', 'get', { id: byId(1) }, { otherPaths: 'todos' });
		expect(error?.message).toContain('Other Paths in the credential: "todos"');
	});

	it('are named where the vendor does not know them', async () => {
		control().fault({ kind: 'status', path: '/households', status: 404 });
		const { error } = await run('household', 'getAll');
		expect(error?.description).toContain('/households is missing from the vendor’s reference');
		expect(error?.description).toContain('It could be /reports/households.');
		control().fault({ kind: 'status', path: '/invoices', status: 404 });
		expect((await run('invoice', 'getAll')).error?.description).not.toContain('Other Paths');
	});
});

describe('lists', () => {
	it('all take a franchise, deleted records and columns', () => {
		const without = operationsOf(schedulingCenter)
			.filter(({ operation }) => operation.returns === 'many')
			.filter(({ operation: { query } }) => !('franchiseId' in query && 'fields' in query))
			.map(({ name }) => name);
		// What can be put on an invoice is not described as a list of the usual kind.
		expect(without).toEqual(['lineItem.list']);
	});

	it('are asked for columns by table, all of them where none is named', async () => {
		const { records } = await run('invoice', 'getAll', {
			limit: 1,
			simplify: false,
			filters: {
				fields: {
					values: [
						{ table: 'invoices', columns: 'id, amount_due' },
						{ table: 'contacts', columns: '' },
					],
				},
			},
		});
		expect(sent('/invoices')[0].query.fields).toBe(
			'{"invoices":["id","amount_due"],"contacts":["*"]}',
		);
		expect(records[0]).toMatchObject({ contact: { first_name: expect.any(String) as string } });
		expect(records[0]).not.toHaveProperty('subtotal');
	});

	it('come in smaller pages where a page is too much for the vendor', async () => {
		const { records, error } = await run('invoice', 'getAll', {
			returnAll: true,
			filters: { includeCampaigns: true, includeCategories: true, includeSummary: true },
		});
		expect(error).toBeUndefined();
		expect(records).toHaveLength(89);
		expect(sent('/invoices').map(({ query, status }) => [query.limit, status])).toEqual([
			['100', 500],
			['50', 200],
			['50', 200],
		]);
	});

	it('of reports know their records by the ID of the document', async () => {
		control().generate('households', 120);
		control().shiftPages('households', 1);
		const { records } = await run('household', 'getAll', { returnAll: true });
		const ids = records.map(({ _id: id }) => JSON.stringify(id));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('of reports send times as they are written, or in UTC', async () => {
		await run('marketingEmail', 'getAll', {
			filters: {
				lastModifiedAfter: '2026-03-31T14:30:00',
				lastServiceBefore: '2026-03-31T14:30:00',
			},
		});
		// The workflow is in New York, four hours behind UTC on that day.
		expect(sent('/marketingEmails')[0].query).toMatchObject({
			'last_modified.after': '2026-03-31 18:30:00',
			'most_recent.invoice.date_completed.before': '2026-03-31 14:30:00',
		});
	});

	it('are kept under the vendor’s 3,000 an hour', () => {
		expect(schedulingCenter.api.allowance).toMatchObject({ perSeconds: 3_600 });
		const { requests } = schedulingCenter.api.allowance as { requests: number };
		expect(requests).toBeLessThan(3_000);
	});
});

describe('campaigns', () => {
	it('stay in lists when they are deleted, and leave them when they are hidden', async () => {
		const listed = async (filters = {}) =>
			(await run('campaign', 'getAll', { returnAll: true, filters })).records.some(
				({ id }) => id === 302,
			);
		await run('campaign', 'delete', { id: byId(302) });
		expect(await listed()).toBe(true);
		await run('campaign', 'hide', { id: byId(302) });
		expect([await listed(), await listed({ showInactive: true })]).toEqual([false, true]);
		const { records } = await run('campaign', 'unhide', { id: byId(302) });
		expect(records).toMatchObject([{ hidden: false, active: false }]);
	});

	it('lose their end when they are made open-ended', async () => {
		await run('campaign', 'update', { id: byId(302), updateFields: { openEnded: true } });
		expect(sent('/campaigns/302')[0].body).toEqual({ end_date: '' });
		await run('campaign', 'update', { id: byId(302), updateFields: { openEnded: false, cost: 5 } });
		expect(sent('/campaigns/302')[1].body).toEqual({ cost: 5 });
	});

	it('give their breadcrumb as one item a step', async () => {
		const { records } = await run('campaign', 'getBreadcrumb', { id: byId(301) });
		expect(records.map(({ type, selected }) => type ?? selected)).toEqual([
			'subcategories',
			'campaigns',
			true,
		]);
	});
});

describe('employees', () => {
	it('are taken off the calendar before they are deleted, where that is asked for', async () => {
		await run('employee', 'delete', { id: byId(3), options: { takeOffCalendar: true } });
		await run('employee', 'delete', { id: byId(4) });
		expect(sent('/employees/3').map(({ method, body }) => [method, body])).toEqual([
			['PATCH', { schedule: false }],
			['DELETE', undefined],
		]);
		expect(sent('/employees/4').map(({ method }) => method)).toEqual(['DELETE']);
	});

	it('are not deleted where they could not be taken off', async () => {
		control().fault({ kind: 'status', method: 'PATCH', path: '/employees/{id}', status: 403 });
		const { error } = await run('employee', 'delete', {
			id: byId(3),
			options: { takeOffCalendar: true },
		});
		expect(error).toMatchObject({ httpCode: '403' });
		expect(sent('/employees/3')).toHaveLength(1);
	});

	it('may not be put into a group above one’s own', async () => {
		const { error } = await run('employee', 'create', {
			firstName: 'Odette',
			lastName: 'Inkpen',
			username: 'odette.inkpen',
			groupId: 2,
		});
		expect(error).toMatchObject({ httpCode: '403' });
	});
});

describe('locations', () => {
	it('are found by exactly their code', async () => {
		const { records } = await run('location', 'getByCode', { code: byId('XX-0501A') });
		expect(records).toMatchObject([{ id: 1, code: 'XX-0501A' }]);
		const { error } = await run('location', 'getByCode', { code: byId('XX-0501') });
		expect(error?.message).toBe('There is no location with the code "XX-0501"');
	});
});

describe('coupons', () => {
	const room = { serviceId: byId(2001), quantity: 1, price: 49, discount: 0, taxable: true };

	it('are validated as lines, whose list goes out as text', async () => {
		const { records } = await run('coupon', 'validate', {
			lineItems: {
				values: [
					{ ...room, couponId: { __rl: true, mode: 'list', value: '' }, productId: '', notes: '' },
					{ couponId: byId(96_001) },
				],
			},
		});
		expect(records).toMatchObject([{ valid: false, results: [{}, { valid: false }] }]);
		const { line_items: text } = sent('/couponValidation')[0].body as { line_items: string };
		expect(JSON.parse(text)).toMatchObject([
			{ type: 1, service_id: 2001, quantity: 1, price: 49, taxable: true },
			{ type: 1, coupon_id: 96_001 },
		]);
		expect(JSON.parse(text)).not.toHaveProperty('0.coupon_id');
	});

	it.each([
		['two references', { ...room, couponId: byId(96_001) }],
		['none', { quantity: 1 }],
	])('are refused in a line with %s', async (_, line) => {
		const { error } = await run('coupon', 'validate', { lineItems: { values: [line] } });
		expect(error?.message).toBe(
			'Line Items: line 1 needs exactly one of coupon, service setting, product and package',
		);
		expect(sent('/couponValidation')).toEqual([]);
	});
});

describe('what is only named', () => {
	it('takes any columns as the whole body', async () => {
		await run('todo', 'create', { columns: '{"name": "Call back", "due": null}' });
		expect(sent('/todos')[0].body).toEqual({ name: 'Call back', due: null });
	});

	it('gives pages for people as files', async () => {
		const { items } = await run('schedule', 'download', {});
		expect(items[0].binary?.data).toMatchObject({ mimeType: 'text/html' });
	});

	it('says so in the resource or above the fields', () => {
		const undocumented = new Set(
			contract.endpoints
				.filter((endpoint) => 'undocumented' in endpoint)
				.map(({ method, path }) => `${method} ${path.replace(/\{[^}]+\}/g, '{}')}`),
		);
		const silent = operationsOf(schedulingCenter).filter(
			({ operation: { request, notice } }) =>
				undocumented.has(request.replace(/\{[^}]+\}/g, '{}')) &&
				!/without documenting/.test(notice ?? ''),
		);
		expect(silent.map(({ name }) => name)).toEqual([]);
	});
});

describe('pickers', () => {
	const names = async (method: string, filter?: string) =>
		(await searchList(bench(), method, { filter })).results.map(({ name }) => name);

	it('name records by what people know them by', async () => {
		expect((await names('searchEmployee'))[1]).toMatch(/^\S+ \S+ \(Techs\) \(ID: 2\)$/);
		expect((await names('searchCampaign'))[0]).toBe('Shared mail, wave 1 (SB0126) (ID: 301)');
		expect((await names('searchCampaignSubcategory'))[0]).toBe(
			'Shared mail of 501 (category 1) (ID: 1)',
		);
		expect((await names('searchServiceSetting'))[0]).toBe('Room (49) (ID: 2001)');
		expect((await names('searchCoupon'))[0]).toBe('Two rooms (ID: 96001)');
		expect((await names('searchLocationZipcode'))[0]).toMatch(/^\d{5} \(XX-0501A\) \(ID: 1\)$/);
		expect(await loadOptions(bench(), 'listGroup')).toContainEqual({
			name: 'Techs (ID: 5)',
			value: 5,
		});
	});

	it('show hidden campaigns, which would have no way back otherwise', async () => {
		expect((await names('searchCampaign')).join()).toContain('wave 13');
	});

	it('look for a ZIP code or for a location code, whichever is typed', async () => {
		await names('searchLocationZipcode', '00501');
		await names('searchLocationZipcode', 'V6C 1A1');
		await names('searchLocationZipcode', 'XX-05');
		expect(
			sent('/locationsZipcodes').map(({ query: { zipcode, code } }) => zipcode ?? `code ${code}`),
		).toEqual(['00501', 'V6C 1A1', 'code XX-05']);
	});
});
