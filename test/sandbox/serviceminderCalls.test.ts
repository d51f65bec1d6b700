import { minderSandbox, rowsOf, type Scope } from '../support/minderSandbox';

const { control, post, ask, refused } = minderSandbox();

const SUBSCRIBER: Scope = 'Data Subscriber';

describe('appointments', () => {
	const slot = { ContactId: 5003, ServiceId: 302, TargetDate: '2026-03-16 09:30' };

	it('are booked for a known contact, by the service’s ID or name', async () => {
		const { AppointmentId } = await ask('/appointments/book', slot);
		expect(control().records('appointments')).toContainEqual(
			expect.objectContaining({ AppointmentId, ContactId: 5003, DateTime: '3/16/2026 9:30:00 AM' }),
		);
		const { ServiceId, ...others } = slot;
		expect(ServiceId).toBe(302);
		await ask('/appointments/book', { ...others, ServiceName: 'Window cleaning' });
		expect(await refused('/appointments/book', { ...slot, TargetDate: '3/16/2026' })).toContain(
			'TargetDate',
		);
		expect(await refused('/appointments/book', { ...slot, ContactId: 1 })).toContain('Contact');
		expect(await refused('/appointments/book', others)).toContain('Service');
	});

	it('wait in the queue without a time', async () => {
		const { AppointmentId } = await ask('/appointments/queue', { ContactId: 5003 });
		expect(control().records('appointments')).toContainEqual(
			expect.objectContaining({ AppointmentId, Status: 0, DateTime: '' }),
		);
		expect(await refused('/appointments/queue')).toContain('Contact');
	});

	it('take a tip', async () => {
		await ask('/appointments/addtip', { AppointmentId: 8001, Amount: 12.5 });
		expect(control().records('tips')).toMatchObject([{ AppointmentId: 8001, Amount: 12.5 }]);
		expect(await refused('/appointments/addtip', { AppointmentId: 8001, Amount: 0 })).toContain(
			'Amount',
		);
		expect(await refused('/appointments/addtip', { AppointmentId: 8001 })).toContain('Amount');
	});
});

describe('proposals, invoices and payments', () => {
	const made = {
		ContactId: 5003,
		ServiceId: 302,
		ProposalLines: [{ Part: { Id: 501 }, Quantity: 3, UnitPrice: 12 }],
	};

	it('are created, changed and accepted once', async () => {
		const { Id } = await ask('/proposal/create', { ...made, TemplateId: 1 });
		expect(await ask('/proposal/details', { Id })).toMatchObject({
			ContactId: 5003,
			ServiceName: 'Gutter cleaning',
			Subtotal: 36,
			ProposalLines: [{ Id: 1, ExtendedTotal: 36 }],
		});
		await ask('/proposal/update', { Id, CustomerNotes: 'Back gate' });
		expect(await ask('/proposal/details', { Id })).toMatchObject({
			CustomerNotes: 'Back gate',
			Subtotal: 36,
		});
		await ask('/proposal/accept', { Id });
		expect((await ask('/proposal/details', { Id })).AcceptedDate).toBe('2026-03-10T00:00:00');
		expect(await refused('/proposal/accept', { Id })).toContain('accepted already');
	});

	it.each([
		['/proposal/create', { ServiceId: 302 }, 'ContactId'],
		['/proposal/create', { ...made, TemplateId: 99 }, 'Template 99'],
		['/proposal/create', { ...made, ProposalLines: [{ Colour: 'red' }] }, 'Colour'],
		['/proposal/update', { Id: 1 }, 'Proposal not found'],
		['/proposal/update', { Id: 9001, ServiceId: 1 }, 'Service 1'],
		['/invoice/import', { Date: '2026-03-01' }, 'Contact'],
		['/payment/import', { Amount: 5 }, 'Invoice'],
	])('refuse in %s the body %j', async (path, body, text) => {
		expect(await refused(path, body)).toContain(text);
	});

	it('are imported, and a payment lowers the balance', async () => {
		const { Id } = await ask('/invoice/import', {
			ContactId: 5003,
			Lines: [{ Description: 'Whole house', Quantity: 2, UnitPrice: 50 }],
		});
		const invoice = async () => (await ask('/invoice/get', { InvoiceId: Id })).Invoice;
		expect(await invoice()).toMatchObject({ BalanceDue: 100 });
		await ask('/payment/import', { InvoiceId: Id, Amount: 40 });
		expect(await invoice()).toMatchObject({ BalanceDue: 60, Payments: [{ Amount: 40 }] });
		await ask('/payment/import', { InvoiceId: Id, Amount: 60 });
		const { Invoices } = await ask('/invoice/query', { Status: 'Paid', ContactId: 5003 });
		expect(rowsOf(Invoices).map((row) => row.Id)).toContain(Id);
	});
});

describe('parts, blogs and users', () => {
	it('reads a part and its dimensions under different names of its ID', async () => {
		expect(await ask('/part/details', { Id: 501 })).toMatchObject({ Name: 'Screen' });
		expect(await ask('/part/getpartdimensions', { PartId: 501 })).toHaveProperty('Dimensions');
		expect(await refused('/part/details', { PartId: 501 })).toContain('PartId');
		expect(await refused('/part/details', { Id: 1 })).toContain('Part 1');
	});

	it('finds blogs by text', async () => {
		const { Matches } = await ask('/blogs/find', { Search: 'GUTTERS' });
		expect(rowsOf(Matches).map(({ Id }) => Id)).toEqual([801]);
		expect((await ask('/blogs/find')).Matches).toHaveLength(3);
		expect((await ask('/blogs/get', { Id: 802 })).Matches).toHaveLength(1);
		expect(await refused('/blogs/get', { Id: 1 })).toContain('Blog 1');
	});

	it('creates users with a name', async () => {
		const { Id } = await ask('/user/create', { Name: 'Ines Inkwell' });
		expect(rowsOf((await ask('/user/all')).Matches)).toContainEqual({
			Id,
			Name: 'Ines Inkwell',
			Email: '',
		});
		expect(await refused('/user/create', { Email: 'a@example.com' })).toContain('Name');
	});

	it('reads a contact by the call that is known by name only', async () => {
		expect(await ask('/contacts/get', { ContactId: 5001 })).toMatchObject({ Id: 5001 });
		expect(await refused('/contacts/get', { ContactId: 1 })).toContain('Contact 1');
	});
});

describe('downloads', () => {
	const start = async (body: object) =>
		String((await ask('/download/startdownload', { UserId: 201, ...body })).DownloadId);
	const file = async (id: string) => {
		control().clock({ advance: 1 });
		const { data, headers } = await post('/download/getdownload', { DownloadId: Number(id) });
		expect(headers['content-type']).toContain('text/csv');
		return String(data);
	};
	const linesOf = async (body: object) =>
		(await file(await start(body))).trimEnd().split('\r\n').slice(1);

	it('are started, asked after, and given as text once they are ready', async () => {
		const id = await start({ Kind: 'services' });
		expect(await ask('/download/downloadstatus', { DownloadId: Number(id) })).toMatchObject({
			Ready: false,
			Records: 0,
		});
		expect(await refused('/download/getdownload', { DownloadId: Number(id) })).toContain('ready');
		control().clock({ advance: 1 });
		expect(await ask('/download/downloadstatus', { DownloadId: id })).toMatchObject({
			Ready: true,
			Records: 5,
		});
		expect(await file(id)).toMatch(/^Id,Name\r\n301,Window cleaning\r\n/);
		expect(await refused('/download/downloadstatus', { DownloadId: 5 })).toContain('Download 5');
	});

	it('quote commas and lines', async () => {
		const [first] = (await file(await start({ Kind: 'contacts' }))).split('\r\n').slice(1);
		expect(first).toMatch(/^5001,.*,"\d.*\n.*, .*",/s);
	});

	it('begin at RowId and end at 25,000 rows without a word', async () => {
		control().generate('contacts', 25_010);
		const first = await linesOf({ Kind: 'contacts', RowId: 0 });
		expect(first).toHaveLength(25_000);
		const last = Number(first[first.length - 1].split(',')[0]);
		expect(await linesOf({ Kind: 'contacts', RowId: last + 1 })).toHaveLength(70);
		expect(await linesOf({ Kind: 'contacts', RowId: 9_000_000 })).toEqual([]);
	});

	it('go by the days of creation and change', async () => {
		control().change('contacts', 5004, { City: 'Elsewhere' });
		expect(await linesOf({ Kind: 'contacts', UpdatedFrom: '2026-3-10' })).toHaveLength(1);
		expect(
			await linesOf({
				Kind: 'contacts',
				CreatedFrom: '2026-03-01',
				CreatedThrough: '2026-03-02',
			}),
		).toHaveLength(2);
	});

	it('ignore the window of dates on proposals, and keep it on invoices', async () => {
		const window = { DateFrom: '2026-03-09', DateThrough: '2026-03-09' };
		expect(await linesOf({ Kind: 'proposals', ...window })).toHaveLength(30);
		expect((await linesOf({ Kind: 'invoices', ...window })).length).toBeLessThan(3);
		expect((await linesOf({ Kind: 'payments', ...window })).length).toBeLessThan(3);
		expect((await linesOf({ Kind: 'payments' })).length).toBe(5);
	});

	it('have only the appointments that were switched on', async () => {
		const lines = await linesOf({ Kind: 'appointments', Appointments: { Canceled: true } });
		expect(lines.length).toBeGreaterThan(5);
		expect(lines.every((line) => line.split(',')[2] === 'Canceled')).toBe(true);
	});

	it.each([
		[{ Kind: 'services', UserId: 1 }, 'UserId'],
		[{ Kind: 'costs', UserId: 201 }, 'Kind not recognized'],
		[{ Kind: 'services' }, 'UserId is required'],
		[{ Kind: 'appointments', UserId: 201, Appointments: { Lost: true } }, 'Lost'],
	])('refuse to start with %j', async (body, text) => {
		expect(await refused('/download/startdownload', body)).toContain(text);
	});

	it('of kinds that are none give no ID', async () => {
		const answer = await ask('/download/startdownload', { Kind: 'notes', UserId: 201 });
		expect(answer).not.toHaveProperty('DownloadId');
	});

	it('wait in a queue of a hundred', async () => {
		for (let count = 0; count < 100; count++) await start({ Kind: 'services' });
		expect(await refused('/download/startdownload', { Kind: 'services', UserId: 201 })).toContain(
			'queued',
		);
	});

	it('of the brand need the key of a data subscriber', async () => {
		const body = { Kind: 'branding-contacts' };
		expect((await post('/datasubscriber/startdownload', body)).data).toBe('');
		const { DownloadId } = await ask('/datasubscriber/startdownload', body, SUBSCRIBER);
		control().clock({ advance: 1 });
		expect(await ask('/datasubscriber/downloadstatus', { DownloadId }, SUBSCRIBER)).toMatchObject({
			Records: 60,
		});
		const { data } = await post('/datasubscriber/getdownload', { DownloadId }, SUBSCRIBER);
		expect(data).toContain('Gleam & Gutter Quarry Bend');
		expect((await post('/services/all', {}, SUBSCRIBER)).data).toBe('');
	});
});

describe('the feed', () => {
	const fetch = async (body: object = {}) =>
		rowsOf((await ask('/datasubscriber/fetch', body, SUBSCRIBER)).Events).map(({ Id }) => Id);

	it('gives the oldest events and leaves them there', async () => {
		expect(await fetch({ EventCount: 2 })).toEqual([70001, 70002]);
		expect(await fetch()).toEqual([70001, 70002, 70003, 70004, 70005]);
	});

	it('is cleared through an ID, by a call of its own or after a fetch', async () => {
		await ask('/datasubscriber/clear', { ClearThroughId: 70002 }, SUBSCRIBER);
		expect(await fetch({ ClearThroughId: 70003 })).toEqual([70003, 70004, 70005]);
		expect(await fetch()).toEqual([70004, 70005]);
		expect(await refused('/datasubscriber/clear', {}, SUBSCRIBER)).toContain('ClearThroughId');
	});

	it('is the data subscriber’s alone, like the forecasts', async () => {
		expect((await post('/datasubscriber/fetch', {})).data).toBe('');
		const { Organizations } = await ask('/datasubscriber/forecasts', {}, SUBSCRIBER);
		expect(rowsOf(Organizations)[0]).toHaveProperty('Forecast');
	});
});
