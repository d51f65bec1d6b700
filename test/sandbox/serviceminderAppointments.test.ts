import type { Row } from '../../sandbox';
import { minderSandbox, rowsOf } from '../support/minderSandbox';

const { control, ask, refused } = minderSandbox();

async function appointmentWithId(id: unknown): Promise<Row> {
	const { Slots } = await ask('/appointments/find', { AppointmentId: id, IncludeCompleted: true });
	expect(Slots).toHaveLength(1);
	return rowsOf(Slots)[0];
}

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
		control().change('appointments', 8122, { Total: 1 });
		const { Appointments } = await ask('/appointments/query', {
			UpdatedFrom: '2026-03-10',
			UpdatedThrough: '2026-03-10',
		});
		expect(rowsOf(Appointments).map((row) => row.AppointmentId)).toEqual([8122]);
	});

	it('are read one by one in Slots, with a top level that shows no reason', async () => {
		const [cancelled] = control()
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
		expect(control().records('feedback')).toMatchObject([{ AppointmentId: 8001, Score: 5 }]);
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
		control().add('appointments', { ContactId: 5001, DateTime, ServiceAgentId });
		expect(await slots(window)).toHaveLength(all.length - 1);
	});
});

it('pages through generated rows quickly', async () => {
	control().generate('appointments', 20_000);
	const { Count, Appointments } = await ask('/appointments/query', { Skip: 19_500, Take: 500 });
	expect(Count).toBeGreaterThan(20_000);
	expect(Appointments).toHaveLength(500);
});
