import { minderSandbox, rowsOf } from '../support/minderSandbox';

const { ask, refused } = minderSandbox();

describe('look-ups', () => {
	it('lists services, with parts and with the inactive on request', async () => {
		const plain = rowsOf((await ask('/services/all')).Matches);
		expect(plain).toHaveLength(4);
		expect(plain[0]).toEqual({
			Id: 301,
			Name: 'Window cleaning',
			BasePrice: 80,
			UnitPrice: 5,
			Category: 'Cleaning',
			AvailableParts: [],
		});
		const { Matches } = await ask('/services/all', { IncludeParts: true, IncludeInactive: true });
		expect(Matches).toHaveLength(5);
		expect(rowsOf(Matches)[0]).toHaveProperty('AvailableParts.0.Name', 'Screen');
	});

	it('lists agents, users, channels, fields, and reasons that are empty', async () => {
		expect((await ask('/serviceagents/all')).Matches).toHaveLength(7);
		expect((await ask('/serviceagents/all', { IncludeInactive: true })).Matches).toHaveLength(8);
		expect(rowsOf((await ask('/user/all')).Matches)[0]).toHaveProperty('Id', 201);
		expect((await ask('/channels/all')).Channels).toContainEqual({ Id: 1, Name: 'Web' });
		expect(await ask('/channels/campaigns')).toMatchObject({
			Channels: [{ Name: 'Web', Campaigns: [{ Name: 'Web spring' }, {}] }, {}, {}],
			Cities: [],
		});
		expect((await ask('/customfields/all')).Matches).toHaveLength(3);
		expect((await ask('/cancelreasons/all')).Matches).toEqual(Array(8).fill({}));
	});

	it('reads the own organization without an id, and finds others with a brand key', async () => {
		expect(await ask('/organizations/details')).toMatchObject({
			OrganizationId: 101,
			LocationId: 'LOC-1',
			Services: [{ Id: 301 }, {}, {}, {}],
		});
		expect(await refused('/organizations/details', { OrganizationId: 102 })).toContain('102');
		const { Organizations } = await ask('/organizations/query', { PostalCode: '00042' }, 'Brand');
		expect(Organizations).toEqual([expect.objectContaining({ OrganizationId: 102 })]);
		expect(await refused('/organizations/details', {}, 'Brand')).toContain('OrganizationId');
		await ask('/organizations/details', { OrganizationId: 102 }, 'Brand');
	});
});
