import type { Row } from '../../sandbox';
import { newJob, startTitan, type Titan } from '../support/titan';

const JPM = 'jpm/v2';
const DISPATCH = 'dispatch/v2';

let titan: Titan;
beforeAll(async () => {
	titan = await startTitan();
});
afterAll(async () => await titan.close());
beforeEach(async () => await titan.reset());

describe('jobs', () => {
	it('are booked with their appointments and technicians', async () => {
		const { status, data } = await titan.call('POST', `${JPM}/jobs`, { data: newJob() });
		expect(status).toBe(200);
		expect(data).toMatchObject({
			id: 50_121,
			jobNumber: '50121',
			jobStatus: 'Scheduled',
			appointmentCount: 1,
			firstAppointmentId: 70_151,
			createdOn: expect.stringMatching(/^2026-03-10T15:00/) as string,
		});
		expect((await titan.get(`${JPM}/appointments/70151`)).data).toMatchObject({
			jobId: 50_121,
			appointmentNumber: '50121-1',
			status: 'Scheduled',
		});
		const assigned = await titan.rows(`${DISPATCH}/appointment-assignments`, {
			appointmentIds: '70151',
		});
		expect(assigned.map(({ technicianId }) => technicianId)).toEqual([601, 602]);
	});

	it.each([
		['an unknown customer', { customerId: 7 }, 'customerId'],
		["another customer's location", { locationId: 2002 }, 'locationId'],
		['no appointment', { appointments: [] }, 'appointments'],
		[
			'an appointment that ends before it starts',
			{ appointments: [{ start: '2026-03-12T10:00:00Z', end: '2026-03-12T09:00:00Z' }] },
			'appointments[0].end',
		],
		[
			'an inactive technician',
			{
				appointments: [
					{ start: '2026-03-12T10:00:00Z', end: '2026-03-12T11:00:00Z', technicianIds: [612] },
				],
			},
			'appointments[0].technicianIds',
		],
	])('are refused with %s, leaving nothing behind', async (_what, changes, field) => {
		const { status, data } = await titan.call('POST', `${JPM}/jobs`, { data: newJob(changes) });
		expect(status).toBe(400);
		expect(Object.keys((data as { errors: object }).errors)).toEqual([field]);
		expect(titan.control.records('jobs')).toHaveLength(120);
		expect(titan.control.records('appointments')).toHaveLength(150);
	});

	it('are canceled once, with a reason, and restored', async () => {
		const { data: job } = await titan.call('POST', `${JPM}/jobs`, { data: newJob() });
		const path = `${JPM}/jobs/${String((job as Row).id)}`;
		const cancel = async (data: object) => await titan.call('PUT', `${path}/cancel`, { data });
		expect((await cancel({ reasonId: 451 })).status).toBe(400);
		expect((await cancel({ reasonId: 999, memo: 'Rang off' })).status).toBe(400);
		const done = await cancel({ reasonId: 451, memo: 'Rang off' });
		expect([done.status, done.data]).toEqual([200, '']);
		expect((await titan.get(path)).data).toMatchObject({ jobStatus: 'Canceled' });
		expect((await titan.get(`${JPM}/appointments/70151`)).data).toMatchObject({
			status: 'Canceled',
		});
		expect((await cancel({ reasonId: 451, memo: 'Again' })).status).toBe(400);
		expect((await titan.get(`${JPM}/jobs/cancel-reasons`, { ids: '50121' })).data).toMatchObject({
			data: [{ jobId: 50_121, reasonId: 451, name: 'Customer changed plans', text: 'Rang off' }],
		});
		expect((await titan.get(`${JPM}/jobs/cancel-reasons`)).status).toBe(400);

		expect((await titan.call('PUT', `${path}/remove-cancellation`)).status).toBe(200);
		expect((await titan.get(path)).data).toMatchObject({ jobStatus: 'Scheduled' });
	});

	it('are put on hold and completed', async () => {
		const { data: job } = await titan.call('POST', `${JPM}/jobs`, { data: newJob() });
		const path = `${JPM}/jobs/${String((job as Row).id)}`;
		const hold = { reasonId: 471, memo: 'Pump on order' };
		expect((await titan.call('PUT', `${path}/hold`, { data: hold })).status).toBe(200);
		expect((await titan.get(path)).data).toMatchObject({ jobStatus: 'Hold' });
		const complete = async () =>
			await titan.call('PUT', `${path}/complete`, {
				data: { completedOn: '2026-03-12T12:00:00Z' },
			});
		expect((await complete()).status).toBe(200);
		expect((await titan.get(path)).data).toMatchObject({
			jobStatus: 'Completed',
			completedOn: '2026-03-12T12:00:00Z',
		});
		expect((await complete()).status).toBe(409);
	});

	it('show external data only to those who name its application', async () => {
		const guid = '0b8f3d0e-0000-4000-8000-5a4d0b0c0001';
		const external = (pairs: Row[], patchMode?: string) => ({
			externalData: { applicationGuid: guid, externalData: pairs, patchMode },
		});
		const { data: job } = await titan.call('POST', `${JPM}/jobs`, {
			data: newJob(external([{ key: 'order', value: 'A1' }])),
		});
		const path = `${JPM}/jobs/${String((job as Row).id)}`;
		const pairs = async () =>
			((await titan.get(path, { externalDataApplicationGuid: guid })).data as Row).externalData;
		expect((await titan.get(path)).data).toMatchObject({ externalData: [] });
		expect(await pairs()).toEqual([{ key: 'order', value: 'A1' }]);
		await titan.call('PATCH', path, { data: external([{ key: 'crew', value: 'B' }], 'Merge') });
		expect(await pairs()).toEqual([
			{ key: 'order', value: 'A1' },
			{ key: 'crew', value: 'B' },
		]);
		await titan.call('PATCH', path, { data: external([{ key: 'crew', value: 'C' }]) });
		expect(await pairs()).toEqual([{ key: 'crew', value: 'C' }]);
		const find = { externalDataApplicationGuid: guid, externalDataKey: 'crew' };
		expect(await titan.rows(`${JPM}/jobs`, { ...find, externalDataValues: 'C,D' })).toHaveLength(1);
		expect(await titan.rows(`${JPM}/jobs`, { ...find, externalDataValues: 'D' })).toHaveLength(0);
	});

	it('take notes, which have no id', async () => {
		const path = `${JPM}/jobs/50002/notes`;
		expect((await titan.call('POST', path, { data: {} })).status).toBe(400);
		const { data } = await titan.call('POST', path, {
			data: { text: 'Beware of the goose', pinToTop: true },
		});
		expect(data).toMatchObject({ text: 'Beware of the goose', isPinned: true });
		expect(data).not.toHaveProperty('id');
		expect(await titan.rows(path)).toEqual([data]);
		expect(await titan.rows(`${JPM}/jobs/50003/notes`)).toEqual([]);
		expect((await titan.get(`${JPM}/jobs/5/notes`)).status).toBe(404);
	});
});

describe('appointments', () => {
	let jobId: number;
	let appointmentId: number;
	beforeEach(async () => {
		const { data } = await titan.call('POST', `${JPM}/jobs`, { data: newJob() });
		jobId = (data as { id: number }).id;
		appointmentId = (data as { firstAppointmentId: number }).firstAppointmentId;
	});

	const second = { start: '2026-03-13T10:00:00Z', end: '2026-03-13T11:00:00Z' };

	it('are added, and deleted unless it is the last', async () => {
		const { status, data } = await titan.call('POST', `${JPM}/appointments`, {
			data: { jobId, ...second },
		});
		expect([status, (data as Row).appointmentNumber]).toEqual([200, `${jobId}-2`]);
		expect((await titan.get(`${JPM}/jobs/${jobId}`)).data).toMatchObject({
			appointmentCount: 2,
			firstAppointmentId: appointmentId,
			lastAppointmentId: (data as Row).id,
		});
		expect((await titan.call('DELETE', `${JPM}/appointments/${appointmentId}`)).status).toBe(200);
		expect((await titan.get(`${JPM}/appointments/${appointmentId}`)).status).toBe(404);
		expect(await titan.rows(`${DISPATCH}/appointment-assignments`, { jobId })).toEqual([]);
		expect(
			(await titan.call('DELETE', `${JPM}/appointments/${String((data as Row).id)}`)).status,
		).toBe(409);
	});

	it('are not added to a canceled job', async () => {
		await titan.call('PUT', `${JPM}/jobs/${jobId}/cancel`, { data: { reasonId: 451, memo: 'No' } });
		const { status } = await titan.call('POST', `${JPM}/appointments`, {
			data: { jobId, ...second },
		});
		expect(status).toBe(409);
		const move = await titan.call('PATCH', `${JPM}/appointments/${appointmentId}/reschedule`, {
			data: second,
		});
		expect(move.status).toBe(409);
	});

	it('are rescheduled by what is sent, within reason', async () => {
		const path = `${JPM}/appointments/${appointmentId}/reschedule`;
		const { status, data } = await titan.call('PATCH', path, {
			data: { end: '2026-03-12T14:00:00Z' },
		});
		expect(status).toBe(200);
		expect(data).toMatchObject({ start: '2026-03-12T10:00:00Z', end: '2026-03-12T14:00:00Z' });
		expect(
			(await titan.call('PATCH', path, { data: { start: '2026-03-12T15:00:00Z' } })).status,
		).toBe(400);
	});

	it('have technicians assigned once and unassigned once', async () => {
		const change = async (action: string, ...technicianIds: number[]) =>
			(
				await titan.call('POST', `${DISPATCH}/appointment-assignments/${action}`, {
					data: { jobAppointmentId: appointmentId, technicianIds },
				})
			).status;
		const working = async () =>
			(await titan.rows(`${DISPATCH}/appointment-assignments`, { jobId })).map(
				(row) => row.technicianId,
			);
		expect(await change('assign-technicians', 601)).toBe(409);
		expect(await change('assign-technicians', 603)).toBe(200);
		expect(await working()).toEqual([601, 602, 603]);
		expect(await change('unassign-technicians', 601, 602)).toBe(200);
		expect(await change('unassign-technicians', 601)).toBe(400);
		expect(await working()).toEqual([603]);
		expect(await change('assign-technicians', 601)).toBe(200);
		expect(await working()).toEqual([603, 601]);
		expect(await change('assign-technicians', 999)).toBe(400);
	});
});
