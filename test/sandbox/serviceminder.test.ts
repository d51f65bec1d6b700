import axios, { type AxiosResponse } from 'axios';

import contract from '../vendors/Serviceminder/contract.json';
import { startSandbox, type Row, type Sandbox, type VendorControl } from '../../sandbox';

// Ten in the morning in New York, a Tuesday.
const NOW = '2026-03-10T14:00:00.000Z';

let sandbox: Sandbox<'Serviceminder'>;
let control: VendorControl;
let baseUrl: string;
let organizationKey: string;
let brandKey: string;

beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['Serviceminder'] });
	({ control, baseUrl } = sandbox.vendors.Serviceminder);
	const keyFor = (scope: string) =>
		String(control.records('keys').find(({ Scope }) => Scope === scope)?.Key);
	organizationKey = keyFor('Organization');
	brandKey = keyFor('Brand');
});
afterAll(async () => await sandbox.close());
beforeEach(() => {
	control.reset();
	control.clock({ freeze: true });
});

async function post(
	path: string,
	body: object = {},
	key = organizationKey,
): Promise<AxiosResponse> {
	return await axios.post(baseUrl + path, { ApiKey: key, ...body }, { validateStatus: () => true });
}

/** An answer that has to be fine. */
async function ask(path: string, body: object = {}, key = organizationKey): Promise<Row> {
	const { status, data } = await post(path, body, key);
	expect(status).toBe(200);
	expect({ path, ...(data as Row) }).toMatchObject({ ResultCode: 0, Message: '' });
	return data as Row;
}

/** The message of an answer that has to be a business error. */
async function refused(path: string, body: object = {}, key = organizationKey): Promise<string> {
	const { status, data } = await post(path, body, key);
	expect(status).toBe(200);
	expect({ path, ...(data as Row) }).toMatchObject({ ResultCode: 1 });
	return String((data as Row).Message);
}

const rowsOf = (value: unknown) => value as Row[];

async function contactWithId(id: number): Promise<Row> {
	const { Matches } = await ask('/contacts/locate', { IdSearch: id });
	expect(Matches).toHaveLength(1);
	return rowsOf(Matches)[0];
}

async function appointmentWithId(id: unknown): Promise<Row> {
	const { Slots } = await ask('/appointments/find', { AppointmentId: id, IncludeCompleted: true });
	expect(Slots).toHaveLength(1);
	return rowsOf(Slots)[0];
}

describe('every call', () => {
	it('comes back with the request, key included, and the results', async () => {
		const answer = await ask('/services/all', { IncludeParts: true, Message: '', ResultCode: '' });
		expect(answer).toMatchObject({ ApiKey: organizationKey, IncludeParts: true });
		expect(JSON.stringify(control.requests())).not.toContain(organizationKey);
	});

	it('is POST only', async () => {
		const { status } = await axios.get(`${baseUrl}/services/all`, { validateStatus: () => true });
		expect(status).toBe(405);
	});

	it('answers unknown paths with 200 and nothing', async () => {
		for (const path of ['/contacts/notes', '/cancelreasons', '/nothing']) {
			const { status, data } = await post(path);
			expect([status, data]).toEqual([200, '']);
		}
	});

	it('answers refused keys with nothing, except in echo', async () => {
		for (const key of ['wrong', '']) {
			const { status, data } = await post('/services/all', {}, key);
			expect([status, data]).toEqual([200, '']);
		}
		expect(await ask('/test/echo', {}, 'wrong')).toMatchObject({ ApiKey: 'wrong' });
	});

	it('keeps the scopes of keys apart', async () => {
		expect((await post('/services/all', {}, brandKey)).data).toBe('');
		expect((await post('/organizations/query', { NameSearch: 'a' })).data).toBe('');
		await ask('/organizations/query', { NameSearch: 'a' }, brandKey);
		await ask('/contacts/locate', { NameSearch: 'a' }, brandKey);
	});

	it.each([
		['/contacts/locate', { Take: 5 }, 'Take'],
		['/appointments/query', { Limit: 5 }, 'Limit'],
		['/appointments/query', { Skip: '5' }, 'Skip'],
		['/appointments/query', { FromDate: '2026-03-01T10:00:00' }, 'FromDate'],
		['/appointments/query', { FromDate: '2026-02-31' }, 'FromDate'],
		['/appointments/slotsearch', { ServiceId: 301, Timeframe: 'Noon' }, 'Timeframe'],
		['/appointments/slotsearch', {}, 'ServiceId'],
		['/appointments/find', { ContactId: 5001 }, 'AppointmentId'],
		['/contacts/addupdate', { Matches: [{ Phone: '1' }] }, 'Matches[0].Name'],
		['/contacts/addupdate', { Matches: [{ Name: 'A', Colour: 'red' }] }, 'Matches[0].Colour'],
		['/contacts/addupdate', { Matches: [] }, 'contact'],
		[
			'/contacts/addupdate',
			{ Matches: [{ Name: 'A', CustomFields: [{ Name: 'Fax', Value: 5 }] }] },
			'CustomFields[0].Value',
		],
	])('refuses in %s the body %j and names the member', async (path, body, name) => {
		expect(await refused(path, body)).toContain(name);
	});

	it('is answered by something else than 501', async () => {
		const anyKey = sandbox.vendors.Serviceminder.credentials.serviceminderApi.apiKey;
		for (const { path } of contract.endpoints) {
			const { status, data } = await post(path, {}, anyKey);
			expect([path, status]).toEqual([path, 200]);
			expect([path, data]).not.toEqual([path, '']);
		}
	});
});

describe('contacts', () => {
	const lead = {
		Name: 'Wren & Moss Tallow',
		Phone: '(303) 555-0177',
		Email: 'tallow@example.com',
		Zip: '00011',
	};
	const add = async (contact: object, key?: string) =>
		rowsOf((await ask('/contacts/addupdate', { Matches: [contact] }, key)).Matches)[0];

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

		control.change('keys', 2, { MergeOn: 'Name' });
		expect(await add({ Name: lead.Name, City: 'Port Sorrel' })).toHaveProperty('Id', Id);
		control.change('keys', 2, { MergeOn: 'None' });
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
						brandKey,
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
		control.clock({ set: '2026-03-11T03:30:00Z' });
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
		const all = await ask('/contacts/locate', { Limit: 100 }, brandKey);
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

describe('appointments', () => {
	it('come in pages of Skip and Take with the count of all', async () => {
		const everything = {
			FromDate: '2026-01-01',
			ThroughDate: '2026-12-31',
			IncludeCompleted: true,
		};
		const first = await ask('/appointments/query', { ...everything, Take: 50 });
		expect(first.Appointments).toHaveLength(50);
		const rest = await ask('/appointments/query', { ...everything, Skip: 50, Take: 500 });
		expect(rowsOf(rest.Appointments)).toHaveLength(Number(first.Count) - 50);
		expect(rest.Count).toBe(first.Count);
	});

	it('leave out the completed, but not the cancelled, unless asked for', async () => {
		const statuses = async (body: object) =>
			new Set(
				rowsOf((await ask('/appointments/query', { Take: 500, ...body })).Appointments).map(
					({ Status }) => Status,
				),
			);
		expect([...(await statuses({}))].sort()).toEqual([0, 1, 4]);
		expect([...(await statuses({ IncludeCompleted: true }))].sort()).toEqual([0, 1, 3, 4]);
	});

	it('are found by whole days, both ends included, and show local times', async () => {
		const { Appointments, Count } = await ask('/appointments/query', {
			FromDate: '2026-03-10',
			ThroughDate: '03/10/2026',
		});
		expect(Count).toBe(3);
		expect(rowsOf(Appointments).map((row) => row.DateTime)).toEqual([
			'3/10/2026 9:00:00 AM',
			'3/10/2026 11:00:00 AM',
			'3/10/2026 2:00:00 PM',
		]);
		expect(rowsOf(Appointments)[0]).toMatchObject({ Contact: null });
		expect(rowsOf(Appointments)[0]).not.toHaveProperty('UpdatedAt');
	});

	it('fill the contact on request, without its custom fields', async () => {
		const { Appointments } = await ask('/appointments/query', {
			ContactId: 5001,
			IncludeContact: true,
			IncludeCompleted: true,
		});
		expect(rowsOf(Appointments)[0]).toMatchObject({
			Contact: { Name: 'Avelina Amberly', CustomFields: null },
		});
	});

	it('are found by the day of their change', async () => {
		expect((await ask('/appointments/query', { UpdatedFrom: '2026-03-10' })).Count).toBe(0);
		control.change('appointments', 8122, { Total: 1 });
		const { Appointments } = await ask('/appointments/query', {
			UpdatedFrom: '2026-03-10',
			UpdatedThrough: '2026-03-10',
		});
		expect(rowsOf(Appointments).map((row) => row.AppointmentId)).toEqual([8122]);
	});

	it('are read one by one in Slots, with a top level that shows no reason', async () => {
		const [cancelled] = control
			.records('appointments')
			.filter(({ Status, CancelReasonId }) => Status === 4 && CancelReasonId === 2);
		const answer = await ask('/appointments/find', { AppointmentId: cancelled.AppointmentId });
		expect(answer).toMatchObject({ CancelReasonId: 0, Slots: [{ CancelReasonId: 2, Status: 4 }] });
		const { Slots } = await ask('/appointments/find', { AppointmentId: 8001 });
		expect(Slots).toEqual([]);
		expect(await appointmentWithId(8001)).toMatchObject({ AppointmentId: 8001, Status: 3 });
		expect(await refused('/appointments/find', { AppointmentId: 1 })).toContain('not found');
	});

	it('are booked without an agent, then scheduled by an update', async () => {
		const { AppointmentId, ContactId } = await ask('/appointments/quickbook', {
			Name: 'Wren Tallow',
			PriPhone: '303-555-0177',
			Service: 'Gutter cleaning',
			ScheduledStart: '2026-03-16T09:00:00',
			InternalNotes: 'Lost',
		});
		expect(await appointmentWithId(AppointmentId)).toMatchObject({
			ContactId,
			ServiceId: 302,
			ServiceName: 'Gutter cleaning',
			ServiceAgentId: 0,
			Status: 0,
			DateTime: '3/16/2026 9:00:00 AM',
		});
		const slot = { DateTime: '2026-03-17T13:30:00', ServiceAgentId: 402 };
		await ask('/appointments/update', {
			AppointmentId,
			ContactId,
			ServiceId: 302,
			Slots: [slot],
			Notes: 'Lost',
		});
		expect(await appointmentWithId(AppointmentId)).toMatchObject({
			ServiceAgentId: 402,
			Status: 1,
			DateTime: '3/17/2026 1:30:00 PM',
		});
	});

	it.each([
		[{ Service: 'Moon cleaning' }, 'Service'],
		[{ ScheduledStart: '2026-03-16T09:00:00Z' }, 'local time'],
		[{ Phone: '303-555-0177' }, 'Phone'],
	])('refuse to be booked with %j', async (change, text) => {
		const body = {
			Name: 'Wren Tallow',
			PriPhone: '303-555-0177',
			Service: 'Gutter cleaning',
			ScheduledStart: '2026-03-16T09:00:00',
			...change,
		};
		expect(await refused('/appointments/quickbook', body)).toContain(text);
	});

	it('need all four parts of an update, named in the error', async () => {
		const message = await refused('/appointments/update', { Slots: [{}] });
		for (const name of ['AppointmentId', 'ServiceId', 'ContactId', 'Slots[0].DateTime']) {
			expect(message).toContain(name);
		}
		const { ContactId, ServiceId } = await appointmentWithId(8122);
		const body = { AppointmentId: 8122, ContactId: 5049, ServiceId };
		const slot = { DateTime: '2026-03-17T13:30:00' };
		expect(ContactId).not.toBe(5049);
		expect(await refused('/appointments/update', { ...body, Slots: [slot] })).toContain(
			'ContactId',
		);
	});

	it('are cancelled with status 4', async () => {
		await ask('/appointments/cancel', { AppointmentId: 8122, CancelReasonId: 3 });
		expect(await appointmentWithId(8122)).toMatchObject({ Status: 4, CancelReasonId: 3 });
	});

	it('take a rating from 1 to 5', async () => {
		await ask('/appointments/feedback', { Id: 8001, Score: 5, Note: 'Sparkling' });
		expect(control.records('feedback')).toMatchObject([{ AppointmentId: 8001, Score: 5 }]);
		expect(await refused('/appointments/feedback', { Id: 8001, Score: 6 })).toContain('Score');
		expect(await refused('/appointments/feedback', { Score: 4 })).toContain('HashKey');
	});

	it('have open times in each spelling of the date, by part of the day', async () => {
		const slots = async (body: object) =>
			rowsOf((await ask('/appointments/slotsearch', { ServiceId: 301, ...body })).Slots);
		const window = { StartDate: '2026-03-12', FinishDate: '2026-03-13' };
		const all = await slots(window);
		expect(all.length).toBeGreaterThan(0);
		expect(all.every(({ DateTime }) => /^3\/1[23]\/2026 /.test(String(DateTime)))).toBe(true);
		const evening = await slots({ ...window, Timeframe: 'Evening' });
		expect(evening.every(({ DateTime }) => / 6:00:00 PM$/.test(String(DateTime)))).toBe(true);
		const days = new Set(
			(await slots({ SearchDate: '3/12/2026', SlotWindowDays: 1 })).map(
				({ DateTime }) => String(DateTime).split(' ')[0],
			),
		);
		expect([...days]).toEqual(['3/11/2026', '3/12/2026', '3/13/2026']);
		const [{ DateTime, ServiceAgentId }] = all;
		control.add('appointments', { ContactId: 5001, DateTime, ServiceAgentId });
		expect(await slots(window)).toHaveLength(all.length - 1);
	});
});

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
		const { Organizations } = await ask('/organizations/query', { PostalCode: '00042' }, brandKey);
		expect(Organizations).toEqual([expect.objectContaining({ OrganizationId: 102 })]);
		expect(await refused('/organizations/details', {}, brandKey)).toContain('OrganizationId');
		await ask('/organizations/details', { OrganizationId: 102 }, brandKey);
	});
});

describe('proposals, invoices and payments', () => {
	const wide = { FromDate: '2026-01-01', ThroughDate: '2026-12-31' };

	it('shows open proposals only, unless the scope says otherwise', async () => {
		const count = async (body: object) => (await ask('/proposal/query', body)).Count;
		expect(await count(wide)).toBe(5);
		expect(await count({ ...wide, Scope: 'accepted' })).toBe(15);
		expect(await count({ ...wide, Scope: 'all' })).toBe(30);
		expect(await refused('/proposal/query', { Scope: 'every' })).toContain('Scope');
		const { Proposals } = await ask('/proposal/query', { Take: 1 });
		expect(rowsOf(Proposals)[0]).toMatchObject({ Id: 9001, Contact: null });
		expect(rowsOf(Proposals)[0]).not.toHaveProperty('UpdatedAt');
	});

	it('finds proposals by the day of their change and acceptance', async () => {
		control.change('proposals', 9001, { Subtotal: 1 });
		const body = { Scope: 'all', UpdatedFrom: '2026-03-10' };
		expect(rowsOf((await ask('/proposal/query', body)).Proposals).map(({ Id }) => Id)).toEqual([
			9001,
		]);
		const accepted = { Scope: 'accepted', FromAccepted: '2026-03-08' };
		expect((await ask('/proposal/query', accepted)).Count).toBe(1);
	});

	it('answers with the id 0 for a proposal that is not there', async () => {
		expect(await ask('/proposal/details', { Id: 9002 })).toMatchObject({
			Id: 9002,
			ContactId: 5002,
		});
		const { data } = await post('/proposal/details', { Id: 1 });
		expect(data).toMatchObject({ ResultCode: 1, Message: 'Proposal not found', Id: 0 });
		expect(await refused('/proposal/details', { ProposalId: 9002 })).toContain('ProposalId');
	});

	it('finds invoices by status, with their balance, and payments by invoice', async () => {
		const open = await ask('/invoice/query', { ...wide, Status: 'Open', IncludeContact: true });
		expect(open.Count).toBe(5);
		expect(rowsOf(open.Invoices).every(({ BalanceDue }) => Number(BalanceDue) > 0)).toBe(true);
		expect(rowsOf(open.Invoices)[0]).toHaveProperty('Contact.Name');
		const paid = rowsOf((await ask('/invoice/query', { Status: 'Paid' })).Invoices);
		expect(paid[0].BalanceDue).toBe(0);
		const { Payments } = await ask('/payment/query', { InvoiceId: paid[0].Id });
		expect(Payments).toHaveLength(1);
		expect(await ask('/invoice/get', { InvoiceId: paid[0].Id })).toMatchObject({ Payments });
	});

	it('answers settings in one common shape', async () => {
		expect(await ask('/settings/radiuspostalcodes')).toMatchObject({
			PostalCodes: ['00011', '00024', '00037'],
			Cities: [],
		});
	});
});

it('pages through generated rows quickly', async () => {
	control.generate('appointments', 20_000);
	const { Count, Appointments } = await ask('/appointments/query', { Skip: 19_500, Take: 500 });
	expect(Count).toBeGreaterThan(20_000);
	expect(Appointments).toHaveLength(500);
});

it('gives the same records after a reset', async () => {
	const before = control.records('notes');
	await ask('/contacts/addnote', { ContactId: 5001, Note: { Body: 'x' } });
	control.reset();
	expect(control.records('notes')).toEqual(before);
});

it('answers a fault with the status that was asked for', async () => {
	control.fault({ kind: 'status', status: 522, path: '/user/all' });
	const { status, data } = await post('/user/all');
	expect(status).toBe(522);
	expect(data).toMatchObject({ Message: '<none>' });
	await ask('/user/all');
});
