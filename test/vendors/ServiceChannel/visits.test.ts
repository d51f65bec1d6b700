import { byId } from '../../support/picker';
import { benchOfFile, jsons, workorderId } from './bench';

const { sent, answer, run } = benchOfFile();

describe('notes', () => {
	it('are written with the flag that makes a follow-up date count', async () => {
		answer('POST /workorders/4711/notes', { status: 201, body: { id: 88 } });
		const parameters = {
			workorderId,
			note: 'The part is here',
			additionalFields: {
				mailedTo: 'ada@example.com, ben@example.com',
				attachmentsIds: [5, '6'],
				followUpDate: '2026-04-02T08:00:00Z',
				visibility: 1,
				doNotSendEmail: false,
			},
		};
		expect(jsons(await run('note', 'create', parameters))).toEqual([{ id: 88 }]);
		expect(sent[0].body).toEqual({
			Note: 'The part is here',
			MailedTo: 'ada@example.com;ben@example.com',
			AttachmentsIds: [5, 6],
			FollowUpDate: '2026-04-02T08:00:00Z',
			IsFollowUpDateChanged: true,
			Visibility: 1,
			DoNotSendEmail: false,
		});
	});

	it('need no such flag without that date', async () => {
		answer('POST /workorders/4711/notes', { status: 201, body: { Id: 89 } });
		await run('note', 'create', { workorderId, note: 'Hello' });
		expect(sent[0].body).toEqual({ Note: 'Hello' });
	});

	it('of a work order are listed, the latest first', async () => {
		answer('GET /odata/workorders(4711)/notes', { body: { value: [{ Id: 2, NoteData: 'b' }] } });
		const filters = {
			noteType: 'UsersNote',
			dateCreatedFrom: '2026-03-01T00:00:00Z',
			expand: 'attachments',
		};
		const result = await run('note', 'getAll', { workorderId, limit: 5, filters });
		expect(jsons(result)).toEqual([{ Id: 2, NoteData: 'b' }]);
		expect(sent[0].query).toEqual({
			$filter: "NoteType eq 'UsersNote' and DateCreated ge 2026-03-01T00:00:00Z",
			$orderby: 'DateCreated desc,Id desc',
			$expand: 'attachments',
			$top: '5',
			$skip: '0',
		});
	});
});

describe('check-ins', () => {
	it('are recorded, with nothing that was not given', async () => {
		answer('POST /workorders/4711/universalCheckIn', { body: { MechanicId: 7 }, times: 2 });
		expect(jsons(await run('checkIn', 'checkIn', { workorderId }))).toEqual([{ MechanicId: 7 }]);
		const additionalFields = {
			workTypeId: 2,
			userId: byId(31),
			techsCount: 2,
			latitude: 40.5,
			longitude: -73.25,
			checkInTime: '2026-03-31T08:00:00-04:00',
			subscriberId: byId(11),
		};
		await run('checkIn', 'checkIn', { workorderId, additionalFields });
		expect(sent.map(({ body }) => body)).toEqual([
			{},
			{
				WorkTypeId: 2,
				UserId: 31,
				TechsCount: 2,
				Latitude: 40.5,
				Longitude: -73.25,
				CheckInTime: '2026-03-31T12:00:00Z',
			},
		]);
	});

	it('are ended', async () => {
		answer('POST /workorders/4711/universalCheckOut', { body: { MechanicId: 7 } });
		const additionalFields = {
			actionStatus: 'Complete',
			primaryStatus: 'PartsOnOrder',
			extendedStatus: 'PARTS ON ORDER',
			resolution: 'Ordered a fan',
			checkoutAll: true,
			signatureAttachmentId: byId(5),
			unableObtainSignatureNoteId: byId(6),
			userId: byId(31),
		};
		await run('checkIn', 'checkOut', { workorderId, additionalFields });
		expect(sent[0].body).toEqual({
			ActionStatus: 'Complete',
			PrimaryStatus: 'PartsOnOrder',
			ExtendedStatus: 'PARTS ON ORDER',
			Resolution: 'Ordered a fan',
			CheckoutAll: true,
			SignatureAttachmentId: 5,
			UnableObtainSignatureNoteId: 6,
			UserId: 31,
		});
	});

	it('are listed, those that were refused only on request', async () => {
		for (const blocked of ['false', 'true']) {
			const path = `/odata/workorders(4711)/Service.CheckInActivity(loadBlocked=${blocked})`;
			answer(`GET ${path}`, { body: { value: [{ Id: 1, Action: 'IN' }] } });
			const loadBlocked = blocked === 'true';
			const result = await run('checkIn', 'getActivity', { workorderId, loadBlocked, limit: 5 });
			expect(jsons(result)).toEqual([{ Id: 1, Action: 'IN' }]);
		}
		expect(sent[0].query).toEqual({ $orderby: 'Date desc,Id desc', $top: '5', $skip: '0' });
	});
});
