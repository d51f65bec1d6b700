import type { Row } from '../../sandbox';
import { startTitan, type Titan } from '../support/titan';

const CRM = 'crm/v2';

let titan: Titan;
beforeAll(async () => {
	titan = await startTitan();
});
afterAll(async () => await titan.close());
beforeEach(async () => await titan.reset());

describe('customers and locations', () => {
	const place = {
		street: '9 Teapot Row',
		city: 'Maplewick',
		state: 'OH',
		zip: '00011',
		country: 'USA',
	};

	it('are created together and read back', async () => {
		const { status, data } = await titan.call('POST', `${CRM}/customers`, {
			data: {
				name: 'Wendeline Truffleby',
				address: place,
				locations: [
					{ name: 'Home', address: place, contacts: [{ type: 'Email', value: 'w@example.com' }] },
				],
				contacts: [{ type: 'Phone', value: '(212) 555-0177' }],
				customFields: [{ typeId: 1, value: '4711' }],
			},
		});
		expect(status).toBe(200);
		const { id, locations } = data as { id: number; locations: Row[] };
		expect(data).toMatchObject({
			id: 1041,
			type: 'Residential',
			active: true,
			customFields: [{ typeId: 1, name: 'Gate code', value: '4711' }],
			contacts: [{ type: 'Phone' }],
			locations: [{ customerId: id, name: 'Home', contacts: [{ type: 'Email' }] }],
		});
		expect(JSON.stringify(data)).not.toContain('unshown');
		expect((await titan.get(`${CRM}/customers/${id}`)).data).toMatchObject({
			name: 'Wendeline Truffleby',
		});
		expect((await titan.get(`${CRM}/locations/${String(locations[0].id)}`)).data).toMatchObject({
			name: 'Home',
		});
		expect(await titan.rows(`${CRM}/customers`, { phone: '5550177' })).toHaveLength(1);
		expect(await titan.rows(`${CRM}/customers/${id}/contacts`)).toMatchObject([
			{ value: '(212) 555-0177' },
		]);
	});

	it('need an address, a location and a name that is not too long', async () => {
		const { data } = await titan.call('POST', `${CRM}/customers`, {
			data: { name: 'x'.repeat(151) },
		});
		expect(Object.keys((data as { errors: object }).errors).sort()).toEqual([
			'address',
			'locations',
			'name',
		]);
		const empty = { name: 'Nobody', address: place, locations: [] };
		expect((await titan.call('POST', `${CRM}/customers`, { data: empty })).status).toBe(400);
		const lost = { name: 'Lost', address: place, customerId: 5 };
		expect((await titan.call('POST', `${CRM}/locations`, { data: lost })).status).toBe(400);
	});

	it('change by what is sent alone', async () => {
		const before = (await titan.get(`${CRM}/customers/1001`)).data as Row;
		const { status, data } = await titan.call('PATCH', `${CRM}/customers/1001`, {
			data: { doNotMail: true, tagTypeIds: [] },
		});
		expect(status).toBe(200);
		expect(data).toEqual({
			...before,
			doNotMail: true,
			tagTypeIds: [],
			modifiedOn: expect.stringMatching(/^2026-03-10T15:00/) as string,
		});
	});

	it('answer 404 for one that is not there', async () => {
		expect(await titan.get(`${CRM}/customers/99`)).toMatchObject({
			status: 404,
			data: { status: 404, title: 'Customer 99 was not found', errors: {} },
		});
	});
});
