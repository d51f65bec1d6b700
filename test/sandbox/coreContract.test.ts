import type { VendorName } from '../../sandbox';
import { readContract } from '../../sandbox/core/contract';

describe('the contract', () => {
	it.each<VendorName>([
		'ServiceTitan',
		'ServiceTrade',
		'ServiceChannel',
		'SchedulingCenter',
		'Serviceminder',
	])('of %s leads every documented path to its own endpoint', async (name) => {
		const { default: contract } = (await import(`../vendors/${name}/contract.json`)) as {
			default: { endpoints: object[] };
		};
		const { byKey, find } = readContract(contract, {});
		expect(byKey.size).toBeGreaterThan(50);
		for (const [key, route] of byKey) {
			const [method] = key.split(' ');
			const path = key.slice(method.length + 1).replace(/\{[^}]*\}/g, '17');
			expect([key, find(method, path)]).toEqual([key, route]);
		}
	});

	it('prefers the literal path, and tells a wrong method from a wrong path', () => {
		const { find } = readContract(
			{
				endpoints: [
					{ method: 'GET', path: '/jobs/{id}', params: {} },
					{ method: 'GET', path: '/jobs/open', params: {} },
				],
			},
			{},
		);
		const keyOf = (found: ReturnType<typeof find>) =>
			typeof found === 'object' ? found.key : found;
		expect(keyOf(find('GET', '/jobs/open'))).toBe('GET /jobs/open');
		expect(keyOf(find('GET', '/jobs/5'))).toBe('GET /jobs/{id}');
		expect(find('PUT', '/jobs/5')).toBe('method');
		expect(find('GET', '/jobs/5/notes')).toBeUndefined();
	});

	it('finds a path with a space in it, which arrives encoded', () => {
		const { find } = readContract(
			{ endpoints: [{ method: 'GET', path: '/jobs(a={a}, b={b})', params: {} }] },
			{},
		);
		expect(find('GET', '/jobs(a=1,%20b=2)')).toBeInstanceOf(Object);
		expect(find('GET', '/jobs(a=1,b=2)')).toBeUndefined();
	});

	it('takes a body that is nothing but a number', () => {
		const { routes } = readContract(
			{
				endpoints: [
					{ method: 'PUT', path: '/jobs', params: { '[]': { in: 'body', type: 'integer' } } },
				],
			},
			{},
		);
		expect(routes[0].bodySchema).toEqual({ type: 'integer' });
	});

	it('takes one slash more at the end of a path where the vendor does', () => {
		const endpoints = [{ method: 'GET', path: '/jobs/{id}', params: {} }];
		const strict = readContract({ endpoints }, {});
		expect(strict.find('GET', '/jobs/5/')).toBeUndefined();
		const loose = readContract({ endpoints }, { trailingSlashes: true });
		const found = loose.find('GET', '/jobs/5/');
		expect(found).toBe(loose.byKey.get('GET /jobs/{id}'));
		expect(loose.routes[0].pattern.exec('/jobs/5/')?.[1]).toBe('5');
		expect(loose.find('GET', '/jobs/5//')).toBeUndefined();
	});

	it('reads dots and brackets as members of structures', () => {
		const { routes } = readContract(
			{
				endpoints: [
					{
						method: 'POST',
						path: '/jobs',
						params: {
							'slots[].start': { in: 'body', type: 'string', required: true },
							'source.type': { in: 'body', type: 'integer' },
						},
					},
				],
			},
			{},
		);
		expect(routes[0].bodySchema).toEqual({
			type: 'object',
			additionalProperties: false,
			required: ['slots'],
			properties: {
				slots: {
					type: 'array',
					items: {
						type: 'object',
						additionalProperties: false,
						required: ['start'],
						properties: { start: { type: 'string' } },
					},
				},
				source: {
					type: 'object',
					additionalProperties: false,
					required: [],
					properties: { type: { type: 'integer' } },
				},
			},
		});
	});

	it('reads brackets without a name as members of a body that is a list', () => {
		const { routes } = readContract(
			{
				endpoints: [
					{
						method: 'POST',
						path: '/pings',
						params: {
							'[]': { in: 'body', type: 'array', required: true },
							'[].at': { in: 'body', type: 'string', required: true },
						},
					},
				],
			},
			{},
		);
		expect(routes[0].bodySchema).toMatchObject({
			type: 'array',
			items: { required: ['at'], properties: { at: { type: 'string' } } },
		});
	});

	it('takes brackets and a star in the name of a query parameter for any key', () => {
		const { routes } = readContract(
			{
				endpoints: [
					{
						method: 'GET',
						path: '/jobs',
						params: {
							'owners[].id': { in: 'query', type: 'integer' },
							'field.*': { in: 'query', type: 'string' },
						},
					},
				],
			},
			{},
		);
		const { patternProperties } = routes[0].querySchema as { patternProperties: object };
		const [owners, field] = Object.keys(patternProperties).map((pattern) => new RegExp(pattern));
		expect('owners[0].id').toMatch(owners);
		expect('owners.id').not.toMatch(owners);
		expect('field.Cost center').toMatch(field);
		expect('fields').not.toMatch(field);
	});

	it('turns the text of a query into values', () => {
		const params = {
			page: { in: 'query', type: 'integer' },
			open: { in: 'query', type: 'boolean' },
			ids: { in: 'query', type: 'array of integer' },
		};
		const contract = { endpoints: [{ method: 'GET', path: '/jobs', params }] };
		const read = (options: Parameters<typeof readContract>[1], raw: Record<string, string>) =>
			readContract(contract, options).routes[0].readText(raw);
		expect(read({}, { page: '2', open: 'false', ids: '7' })).toEqual({
			page: 2,
			open: false,
			ids: [7],
		});
		expect(
			read(
				{ queryLists: 'commas', queryBooleans: { true: ['1'], false: ['0'] } },
				{ open: '1', ids: '7,8' },
			),
		).toEqual({ open: true, ids: [7, 8] });
	});
});
