import type { Row } from '../../sandbox';
import { minderSandbox, rowsOf } from '../support/minderSandbox';

const { control, ask, refused } = minderSandbox();

async function contactWithId(id: number): Promise<Row> {
	const { Matches } = await ask('/contacts/locate', { IdSearch: id });
	expect(Matches).toHaveLength(1);
	return rowsOf(Matches)[0];
}

describe('contacts', () => {
	const lead = {
		Name: 'Wren & Moss Tallow',
		Phone: '(303) 555-0177',
		Email: 'tallow@example.com',
		Zip: '00011',
	};
	const add = async (contact: object) =>
		rowsOf((await ask('/contacts/addupdate', { Matches: [contact] })).Matches)[0];

	it('adds one with notes, tags and custom fields by name', async () => {
		const { Id } = await add({
			...lead,
			Tags: ['Spring'],
			Notes: [{ Body: 'Call first' }],
			CustomFields: [{ Name: 'Number of windows', Value: '14' }],
		});
		expect(await contactWithId(Number(Id))).toMatchObject({
			Name: lead.Name,
			FirstName: 'Wren',
			Phone: '3035550177',
			OrganizationId: 101,
			Notes: [{ Title: '', Body: 'Call first', Private: false }],
			CustomFields: [
				{ Name: 'Number of windows', Shortcode: 'cust_windows', Value: '14', Type: 'Integer' },
			],
		});
		expect(await contactWithId(Number(Id))).not.toHaveProperty('CreatedAt');
		expect((await ask('/contacts/listtags', { ContactId: Id })).TagList).toEqual([
			{ Name: 'Spring' },
		]);
	});

	it('merges as the key is set to', async () => {
		const { Id } = await add(lead);
		expect(await add({ ...lead, Phone: '3035550177', City: 'Maplewick' })).toHaveProperty('Id', Id);
		expect(await contactWithId(Number(Id))).toMatchObject({ City: 'Maplewick', Zip: '00011' });
		const other = await add({ ...lead, Email: 'other@example.com' });
		expect(other.Id).not.toBe(Id);

		control().change('keys', 2, { MergeOn: 'Name' });
		expect(await add({ Name: lead.Name, City: 'Port Sorrel' })).toHaveProperty('Id', Id);
		control().change('keys', 2, { MergeOn: 'None' });
		expect((await add(lead)).Id).not.toBe(Id);
	});

	it('keeps an organization out of the postal codes of others', async () => {
		const matches = { Matches: [{ ...lead, Zip: '00042' }] };
		expect(await refused('/contacts/addupdate', matches)).toContain('00042');
	});

	it('distributes leads with a brand key, by location id, then postal code', async () => {
		const distribute = async (contact: object) =>
			rowsOf(
				(
					await ask(
						'/contacts/addupdate',
						{ DistributeLead: true, Matches: [{ Name: 'A', ...contact }] },
						'Brand',
					)
				).Matches,
			)[0].OrganizationId;
		expect(await distribute({ Zip: '00042' })).toBe(102);
		expect(await distribute({ Zip: '00042', LocationID: 'LOC-3' })).toBe(103);
		expect(await distribute({ Zip: '99999' })).toBe(101);
		const body = { DistributeLead: true, Matches: [{ Name: 'A' }] };
		expect(await refused('/contacts/addupdate', body)).toContain('brand key');
	});

	it('are found by parts of name, phone, mail and address, by id and by day', async () => {
		const found = async (body: object) =>
			rowsOf((await ask('/contacts/locate', body)).Matches).map(({ Id }) => Id);
		expect(await found({ NameSearch: 'avelina amberly' })).toEqual([5001]);
		expect(await found({ PhoneSearch: '(212) 555-0101' })).toEqual([5002]);
		expect(await found({ EmailSearch: 'bruno.' })).toContain(5002);
		expect(await found({ AddressSearch: 'clockmaker' })).toContain(5003);
		expect(await found({ IdSearch: '5004' })).toEqual([5004]);
		expect(await found({ NameSearch: 'nobody at all' })).toEqual([]);
		const { Id } = await add(lead);
		expect(await found({ CreatedFrom: '2026-03-10' })).toEqual([Id]);
		expect(await found({ CreatedFrom: '3/9/2026', CreatedThrough: '3/9/2026' })).toEqual([]);
	});

	it('counts days on the clock of the organization', async () => {
		// Still the tenth in New York.
		control().clock({ set: '2026-03-11T03:30:00Z' });
		const { Id } = await add(lead);
		const { Matches } = await ask('/contacts/locate', {
			CreatedFrom: '2026-03-10',
			CreatedThrough: '2026-03-10',
		});
		expect(rowsOf(Matches).map((row) => row.Id)).toEqual([Id]);
	});

	it('come in pages of Skip and Limit without a count', async () => {
		const first = await ask('/contacts/locate', { Skip: 0, Limit: 30 });
		const second = await ask('/contacts/locate', { Skip: 30, Limit: 30 });
		expect(first).not.toHaveProperty('Count');
		expect(first.Matches).toHaveLength(30);
		// The last ten of the sixty are of another organization.
		expect(second.Matches).toHaveLength(20);
		const all = await ask('/contacts/locate', { Limit: 100 }, 'Brand');
		expect(all.Matches).toHaveLength(60);
	});

	it('keep a nested note and lose a flat one', async () => {
		const before = rowsOf((await contactWithId(5002)).Notes);
		await ask('/contacts/addnote', { ContactId: 5002, Title: 'Flat', Body: 'Lost' });
		expect((await contactWithId(5002)).Notes).toEqual(before);
		await ask('/contacts/addnote', { ContactId: 5002, Note: { Title: 'T', Body: 'Kept' } });
		expect((await contactWithId(5002)).Notes).toMatchObject([...before, { Body: 'Kept' }]);
		expect(await refused('/contacts/addnote', { ContactId: 1, Note: { Body: 'x' } })).toContain(
			'not found',
		);
		expect(await refused('/contacts/addnote', { ContactId: 5002, Note: {} })).toContain('Body');
	});

	it('take tags each in its own object', async () => {
		await ask('/contacts/addtags', {
			ContactId: 5001,
			TagList: [{ Name: 'New' }, { Name: 'VIP' }],
		});
		expect((await ask('/contacts/listtags', { ContactId: 5001 })).TagList).toEqual([
			{ Name: 'VIP' },
			{ Name: 'New' },
		]);
		expect(await refused('/contacts/addtags', { ContactId: 5001, TagList: ['New'] })).toContain(
			'TagList',
		);
	});
});
