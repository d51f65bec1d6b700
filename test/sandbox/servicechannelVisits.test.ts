import axios from 'axios';

import { channelSandbox, type Listed } from '../support/channelSandbox';

const { vendor, control, request, get } = channelSandbox();

describe('notes and visits', () => {
	const PATH = '/workorders/200000140';

	test('a note is written, listed both ways and moves the stamp of its work order', async () => {
		const before = (await get(PATH)).data.UpdatedDate_DTO;
		control().clock({ advance: 60 });
		const made = await request('POST', `${PATH}/notes`, {
			data: { Note: 'On my way', Visibility: 1 },
		});
		expect(made.status).toBe(201);
		expect(made.data.id).toBeGreaterThan(2 ** 32);
		const rest = (await get(`${PATH}/notes`, { paging: '1:50' })).data;
		expect(rest.Notes.at(-1)).toMatchObject({ Id: made.data.id, NoteData: 'On my way' });
		expect(rest.AllNotesCount).toBe(rest.UserNotesCount + rest.SystemNotesCount);
		const odata = (
			await get('/odata/workorders(200000140)/notes', { $filter: "NoteType eq 'UsersNote'" })
		).data.value;
		expect(odata.map(({ Id }: Listed) => Id)).toContain(made.data.id);
		expect(odata.every(({ NoteType }: Listed) => NoteType === 'UsersNote')).toBe(true);
		expect(Date.parse((await get(PATH)).data.UpdatedDate_DTO)).toBeGreaterThan(Date.parse(before));
		const wide = await request('POST', `${PATH}/notes`, { data: { Note: 'x', Visibility: 4 } });
		expect(wide.data.ErrorCode).toBe(503);
		expect((await get(`${PATH}/notes`, { paging: '2' })).data.ErrorCode).toBe(503);
	});

	test('a technician checks in on site and out again', async () => {
		const place = (await get(`${PATH}/GPSRadius`)).data;
		const here = { Latitude: place.LocLatitude, Longitude: place.LocLongitude };
		const checkIn = async (data: object) =>
			await request('POST', `${PATH}/universalCheckIn`, { data });
		const checkOut = async (data: object) =>
			await request('POST', `${PATH}/universalCheckOut`, { data });

		expect((await checkOut(here)).data.ErrorCode).toBe(925);
		expect((await checkIn({})).data.ErrorCode).toBe(503);
		expect((await checkIn({ Latitude: 1, Longitude: 1 })).data.ErrorCode).toBe(941);
		const timed = await checkIn({ ...here, CheckInTime: '2026-03-10T15:00:00Z' });
		expect([timed.status, timed.data.ErrorCode]).toEqual([401, 504]);

		const began = (await checkIn(here)).data;
		expect((await get(PATH)).data.Status.Extended).toBe('ON SITE');
		expect((await checkIn(here)).data.ErrorCode).toBe(924);
		expect((await checkOut({ ...here, PrimaryStatus: 'Done' })).data.ErrorCode).toBe(503);
		const ended = (await checkOut({ ...here, PrimaryStatus: 'PartsOnOrder' })).data;
		expect(ended).toEqual(began);
		expect((await get(PATH)).data.Status.Extended).toBe('PARTS ON ORDER');
		const activity = await get(
			'/odata/workorders(200000140)/Service.CheckInActivity(loadBlocked=false)',
		);
		expect(activity.data.value).toMatchObject([{ Action: 'Check In' }, { Action: 'Check Out' }]);
	});

	test('travel needs no coordinates, and a completed work order takes nobody', async () => {
		const travel = await request('POST', `${PATH}/universalCheckIn`, { data: { WorkTypeId: 2 } });
		expect(travel.status).toBe(200);
		const completed = control()
			.records('workOrders')
			.find(({ Status }) => {
				const { Primary, Extended } = Status as Listed['Status'];
				return Primary === 'COMPLETED' && Extended === '';
			});
		const refused = await request('POST', `/workorders/${String(completed?.Id)}/universalCheckIn`, {
			data: { WorkTypeId: 2 },
		});
		expect(refused.data.ErrorCode).toBe(924);
	});

	test('a file is fetched without the token', async () => {
		const { data } = await get('/odata/workorders(200000140)/attachments');
		const [{ Uri: uri }] = data.value;
		expect(uri.startsWith(vendor().baseUrl)).toBe(false);
		expect((await axios.get(uri)).status).toBe(200);
		const refused = await axios.get(uri, {
			headers: { authorization: 'Bearer x' },
			validateStatus: () => true,
		});
		expect(refused.status).toBe(400);
	});
});
