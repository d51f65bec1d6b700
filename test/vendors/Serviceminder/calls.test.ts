import { loadOptions, searchList } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, bench, run, sent, body } = benchOfFile();

const keyFor = (scope: string) =>
	String(
		control()
			.records('keys')
			.find(({ Scope }) => Scope === scope)?.Key,
	);
const answer = (path: string, content: unknown) =>
	control().fault({ kind: 'status', path, status: 200, body: content });

describe('what is accepted and not done', () => {
	const note = { contactId: byId(5002), body: 'Beware of the “goose”\nand its friends' };

	it('is an error where a note was lost', async () => {
		answer('/contacts/addnote', { ResultCode: 0 });
		const { error } = await run('contact', 'addNote', note);
		expect(error?.message).toBe(
			'serviceminder accepted the note and did not store it: contact 5002 has no such note',
		);
		expect(sent('/contacts/addnote')).toHaveLength(1);
	});

	it('is none where a note was stored in another writing', async () => {
		answer('/contacts/locate', {
			ResultCode: 0,
			Matches: [
				{ Id: 5002, Notes: [{ Id: 3, Body: ' Beware of the "goose"<br>and its friends' }] },
			],
		});
		// The mark-up has letters of its own, so this one is not taken for the same.
		expect((await run('contact', 'addNote', note)).error?.message).toContain('did not store it');
		answer('/contacts/locate', {
			ResultCode: 0,
			Matches: [
				{ Id: 5002, Notes: [{ Id: 3, Body: 'Beware of the "goose"\r\nand its friends ' }] },
			],
		});
		expect((await run('contact', 'addNote', note)).records).toMatchObject([{ Id: 3 }]);
	});

	it('is left open where the note could not be looked for', async () => {
		control().fault({ kind: 'status', path: '/contacts/locate', status: 522 });
		const { error } = await run('contact', 'addNote', note);
		expect(error?.message).toContain('could not be read to confirm it');
		expect(error?.description).toContain('before you run this again');
		expect(control().records('notes')).toContainEqual(
			expect.objectContaining({ ContactId: 5002, Body: note.body }),
		);
	});

	it('is an error where an appointment is not canceled afterwards', async () => {
		answer('/appointments/cancel', { ResultCode: 0 });
		const appointment = { appointmentId: byId(8122) };
		const { error } = await run('appointment', 'cancel', appointment);
		expect(error?.message).toContain('has the status 0 instead of 4');
		control().fault({ kind: 'status', path: '/appointments/find', status: 522 });
		const unread = await run('appointment', 'cancel', appointment);
		expect(unread.error?.message).toContain('could not be read to confirm it');
	});
});

describe('appointments', () => {
	it('are moved on the clock of the organization', async () => {
		const { ContactId, ServiceId } = control()
			.records('appointments')
			.find(({ AppointmentId }) => AppointmentId === 8122) as { [name: string]: number };
		const { error } = await run('appointment', 'update', {
			appointmentId: byId(8122),
			contactId: byId(ContactId),
			serviceId: ServiceId,
			start: '2031-03-03T15:00:00Z',
			updateFields: { serviceAgentId: 405 },
		});
		expect(error).toBeUndefined();
		expect(body('/appointments/update').Slots).toEqual([
			{ DateTime: '2031-03-03T09:00:00', ServiceAgentId: 405 },
		]);
	});

	it('are booked at a day and time in the writing of that call', async () => {
		await run('appointment', 'book', {
			contactId: byId(5001),
			targetDate: '2031-03-03T15:00:00Z',
			additionalFields: { serviceId: 301 },
		});
		expect(body('/appointments/book').TargetDate).toBe('2031-03-03 09:00');
		const { error } = await run('appointment', 'book', {
			contactId: byId(5001),
			targetDate: '2031-03-03T15:00:00Z',
		});
		expect(error?.message).toMatch(/^Service: /);
	});

	it('get feedback by ID or by hash key, and not without either', async () => {
		const { HashKey: hashKey } = control().records('appointments')[0] as { HashKey: string };
		await run('appointment', 'leaveFeedback', { hashKey, additionalFields: { contactMe: true } });
		expect(control().records('feedback')).toMatchObject([
			{ AppointmentId: 8001, ContactMe: true, Score: null },
		]);
		const { error } = await run('appointment', 'leaveFeedback', {});
		expect(error?.message).toMatch(/^Appointment: /);
	});

	it('have open slots for parts as well', async () => {
		await run('appointment', 'searchSlots', {
			serviceId: 301,
			startDate: '2031-03-03',
			finishDate: '2031-03-04',
			options: { addOnParts: { values: [{ partId: byId(501), quantity: 2 }] } },
		});
		expect(body('/appointments/slotsearch').AddOnParts).toEqual([{ PartId: 501, Quantity: 2 }]);
	});
});

describe('bodies that the documents leave open', () => {
	it('have the free members last, which win', async () => {
		await run('proposal', 'create', {
			contactId: byId(5001),
			additionalFields: {
				serviceId: 301,
				proposalLines: { values: [{ partId: byId(501), quantity: 2, unitPrice: 12 }] },
				moreFields: '{ "ServiceId": 302, "CustomerNotes": "Side door" }',
			},
		});
		const { ApiKey, ...given } = body('/proposal/create');
		expect(ApiKey).toBeDefined();
		expect(given).toEqual({
			ContactId: 5001,
			ServiceId: 302,
			CustomerNotes: 'Side door',
			ProposalLines: [
				expect.objectContaining({ Part: { Id: 501 }, Quantity: 2, UnitPrice: 12 }) as object,
			],
		});
	});
});

describe('answers', () => {
	it('have rows that are nothing but text as records', async () => {
		expect((await run('setting', 'getRadiusPostalCodes')).records).toContainEqual({
			PostalCode: '00024',
		});
		expect((await run('setting', 'getFeatures')).records).toContainEqual({ Feature: 'Proposals' });
	});

	it('have the payments beside an invoice as a part of it', async () => {
		const paid = control()
			.records('invoices')
			.find(({ BalanceDue }) => BalanceDue === 0) as { Id: number };
		const { records } = await run('invoice', 'get', { invoiceId: byId(paid.Id), simplify: false });
		expect(records).toMatchObject([{ Id: paid.Id, Payments: [{ InvoiceId: paid.Id }] }]);
	});

	it('give rows of campaigns as they are where they do not stand in channels', async () => {
		answer('/channels/campaigns', { ResultCode: 0, Channels: [{ Id: 4, Name: 'Spring' }] });
		expect((await run('channel', 'getCampaigns')).records).toEqual([{ Id: 4, Name: 'Spring' }]);
	});
});

describe('keys', () => {
	it.each([
		['organization', 'getAll', {}, 'Organization', 'a brand key'],
		['dataSubscriberFeed', 'fetch', {}, 'Organization', 'a Data Subscriber key'],
		['service', 'getAll', {}, 'Brand', 'an organization key'],
		['blog', 'getAll', {}, 'Data Subscriber', 'an organization key or a brand key'],
	])(
		'for %s %s have to be of the right scope',
		async (resource, verb, parameters, scope, needed) => {
			const { error } = await run(resource, verb, parameters, { apiKey: keyFor(scope) });
			expect(error?.message).toMatch(/^serviceminder gave an empty answer to /);
			expect(error?.description).toContain(`this needs ${needed}.`);
		},
	);
});

describe('pickers', () => {
	it.each([
		['searchPart', 'Screen, Window cleaning (ID: 501)', 501],
		['searchUser', expect.stringMatching(/^.+, .+@example\.com \(ID: 201\)$/), 201],
		['searchOrganization', 'Gleam & Gutter of Maplewick (ID: 101)', 101],
		['searchProposal', expect.stringMatching(/^\d{4}-\d\d-\d\d, .+, .+, Open \(ID: 9001\)$/), 9001],
		['searchInvoice', expect.stringMatching(/^\d{4}-\d\d-\d\d, .+ \(ID: 9501\)$/), 9501],
		['searchCancelReason', 'Reason 1 (ID: 1)', 1],
		['searchBlog', 'Before the first frost (ID: 801)', 801],
		['searchRadiusCity', 'Maplewick', 'Maplewick'],
		['searchRadiusPostalCode', '00011', '00011'],
	])('%s lists records by what one knows of them', async (method, name, value) => {
		const { results } = await searchList(bench(), method);
		expect(results[0]).toMatchObject({ name, value });
	});

	it('ask the vendor for organizations and blogs by what was typed', async () => {
		await searchList(bench(), 'searchOrganization', { filter: 'Quarry' });
		expect(body('/organizations/query')).toMatchObject({ NameSearch: 'Quarry' });
		const { results } = await searchList(bench(), 'searchBlog', { filter: 'moss' });
		expect(results.map(({ value }) => value)).toEqual([803]);
	});

	it('list templates, and no cancel reasons where the vendor names none', async () => {
		expect(await loadOptions(bench(), 'listProposalTemplate')).toContainEqual({
			name: 'House (ID: 1)',
			value: 1,
		});
		const { results } = await searchList(
			bench({ apiKey: keyFor('Organization') }),
			'searchCancelReason',
		);
		expect(results).toEqual([]);
	});
});
