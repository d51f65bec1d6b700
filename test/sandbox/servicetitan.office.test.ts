import axios from 'axios';

import type { Row } from '../../sandbox';
import { idsOf, startTitan, type Titan } from '../support/titan';

let titan: Titan;
beforeAll(async () => {
	titan = await startTitan();
});
afterAll(async () => await titan.close());
beforeEach(async () => await titan.reset());

describe('contacts of customers and locations', () => {
	it('are added, changed and removed where they belong', async () => {
		const path = 'crm/v2/customers/1001/contacts';
		const contact = await titan.write('POST', path, { type: 'Fax', value: '(303) 555-0199' });
		const one = `${path}/${String(contact.id)}`;
		expect(await titan.write('PATCH', one, { memo: 'Office' })).toMatchObject({
			value: '(303) 555-0199',
			memo: 'Office',
		});
		expect(await titan.status('DELETE', one.replace('1001', '1002'))).toBe(404);
		expect(await titan.status('DELETE', one)).toBe(200);
		expect(idsOf(await titan.rows(path))).not.toContain(contact.id);
		expect(await titan.status('POST', path, { type: 'Pigeon', value: 'x' })).toBe(400);
	});

	it('are listed for all only by ids or by a date of change', async () => {
		const status = async (path: string, params: object) =>
			(await titan.call('GET', `crm/v2/${path}/contacts`, { params })).status;
		const created = { createdOnOrAfter: '2020-01-01T00:00:00Z' };
		expect(await status('customers', {})).toBe(400);
		expect(await status('customers', created)).toBe(400);
		expect(await status('customers', { customerIds: '1001' })).toBe(200);
		expect(await status('locations', {})).toBe(400);
		expect(await status('locations', created)).toBe(200);
		const rows = await titan.rows('crm/v2/customers/contacts', { customerIds: '1001,1002' });
		expect(new Set(rows.map(({ customerId }) => customerId))).toEqual(new Set([1001, 1002]));
	});
});

describe('notes', () => {
	it('go to the locations of a customer too, or to the customer of a location', async () => {
		const text = 'The goose is loose';
		await titan.write('POST', 'crm/v2/customers/1001/notes', { text, addToLocations: true });
		await titan.write('POST', 'crm/v2/locations/2002/notes', { text, addToCustomer: true });
		expect(await titan.rows('crm/v2/locations/2001/notes')).toContainEqual(
			expect.objectContaining({ text }),
		);
		const [note] = await titan.rows('crm/v2/customers/1002/notes');
		expect(note).toMatchObject({ text, isPinned: false });
		const path = `crm/v2/customers/1002/notes/${String(note.id)}`;
		expect(await titan.status('DELETE', path)).toBe(200);
		expect(await titan.status('DELETE', path)).toBe(404);
	});
});

describe('tags', () => {
	it('go on once and off once', async () => {
		const path = 'crm/v2/customers/1002/tags/303';
		expect(await titan.write('POST', path)).toEqual({ customerId: 1002, tagTypeIds: [303] });
		expect(await titan.status('POST', path)).toBe(409);
		expect(await titan.status('POST', 'crm/v2/customers/1002/tags/999')).toBe(404);
		expect(await titan.status('DELETE', path)).toBe(200);
		expect(await titan.status('DELETE', path)).toBe(404);
	});

	it('go on and off several customers at once', async () => {
		const body = { customerIds: [1002, 1003], tagTypeIds: [303, 304] };
		expect(await titan.status('PUT', 'crm/v2/tags', body)).toBe(200);
		expect(await titan.status('DELETE', 'crm/v2/tags', { ...body, tagTypeIds: [303] })).toBe(200);
		for (const id of body.customerIds) {
			const { data } = await titan.call('GET', `crm/v2/customers/${id}`);
			expect(data).toMatchObject({ tagTypeIds: [304] });
		}
		expect(await titan.status('PUT', 'crm/v2/tags', { ...body, customerIds: [7] })).toBe(400);
	});
});

describe('contacts that stand alone', () => {
	it('are related once to a customer, a location or a booking', async () => {
		const { id } = await titan.write('POST', 'crm/v2/contacts', { name: 'Wren Tallow' });
		const path = `crm/v2/contacts/${String(id)}`;
		const relate = async (method: string, end: string) =>
			await titan.status(method, `${path}/relationships/${end}`);
		expect(await relate('POST', '1001/customer')).toBe(200);
		expect(await relate('POST', '1001/customer')).toBe(409);
		expect(await relate('POST', '1001/planet')).toBe(400);
		expect(await relate('POST', '7/location')).toBe(404);
		const [relationship] = await titan.rows(`${path}/relationships`);
		expect(relationship).toMatchObject({ relatedEntityId: 1001, typeName: 'Customer' });
		const related = `crm/v2/contacts/relationships/${String(relationship.id)}`;
		expect(idsOf(await titan.rows(related))).toEqual([id]);
		expect(await relate('DELETE', '1001/customer')).toBe(200);
		expect(await relate('DELETE', '1001/customer')).toBe(404);
		expect(await titan.status('PATCH', path, { name: 'Without the flag' })).toBe(400);
		expect(await titan.write('PATCH', path, { isArchived: true })).toMatchObject({
			name: 'Wren Tallow',
			isArchived: true,
		});
	});
});

describe('bookings', () => {
	const booking = {
		source: 'Web',
		name: 'Wren Tallow',
		summary: 'No heat',
		isFirstTimeClient: true,
		externalId: 'w-1',
	};

	it('belong to their provider, and are read by all', async () => {
		const mine = 'crm/v2/booking-provider/5001/bookings';
		const { id } = await titan.write('POST', mine, {
			...booking,
			contacts: [{ type: 'Email', value: 'wren@example.com' }],
		});
		expect(await titan.rows('crm/v2/bookings', { externalId: 'w-1' })).toMatchObject([
			{ id, bookingProviderId: 5001, status: 'New' },
		]);
		expect(await titan.rows(`crm/v2/bookings/${String(id)}/contacts`)).toHaveLength(1);
		const path = `${mine}/${String(id)}`;
		expect(await titan.status('PATCH', path.replace('5001', '5002'), { name: 'X' })).toBe(404);
		expect(await titan.status('PATCH', path, { name: 'X' })).toBe(200);
		titan.control.change('bookings', id, { status: 'Accepted' });
		expect(await titan.status('PATCH', path, { name: 'Y' })).toBe(409);
	});
});

describe('leads', () => {
	it('are followed up and dismissed while they are open', async () => {
		const lead = await titan.write('POST', 'crm/v2/leads', { campaignId: 201, summary: 'Quote' });
		expect(lead).toMatchObject({ status: 'Open', priority: 'Normal' });
		const path = `crm/v2/leads/${String(lead.id)}`;
		const followUpDate = '2026-03-12T09:00:00Z';
		await titan.write('POST', `${path}/follow-up`, { followUpDate, text: 'Call again' });
		expect((await titan.call('GET', path)).data).toMatchObject({ followUpDate });
		expect(await titan.rows(`${path}/notes`)).toMatchObject([{ text: 'Call again' }]);
		expect(await titan.status('POST', `${path}/dismiss`, { dismissingReasonId: 1 })).toBe(200);
		expect(await titan.status('POST', `${path}/dismiss`, { dismissingReasonId: 1 })).toBe(400);
		expect(await titan.status('POST', `${path}/follow-up`, { followUpDate })).toBe(400);
		expect(idsOf(await titan.rows('crm/v2/leads', { status: 'Dismissed' }))).toContain(lead.id);
		expect(idsOf(await titan.rows('crm/v2/leads', { withoutCustomer: true }))).toContain(lead.id);
	});
});

describe('projects', () => {
	it('have jobs attached and detached', async () => {
		const project = await titan.write('POST', 'jpm/v2/projects', { locationId: 2010 });
		expect(project).toMatchObject({ customerId: 1010, jobIds: [] });
		const attach = `jpm/v2/projects/${String(project.id)}/attach-job`;
		expect(await titan.status('POST', `${attach}/50001`)).toBe(409);
		expect(await titan.status('POST', `${attach}/50050`)).toBe(200);
		expect(idsOf(await titan.rows('jpm/v2/projects', { jobId: 50_050 }))).toEqual([project.id]);
		expect(await titan.status('POST', 'jpm/v2/projects/detach-job/50050')).toBe(200);
		expect(await titan.status('POST', 'jpm/v2/projects/detach-job/50050')).toBe(400);
	});

	it('have a sub-status of their status', async () => {
		const path = 'jpm/v2/projects/3301';
		expect(await titan.status('PATCH', path, { statusId: 3102, subStatusId: 3151 })).toBe(400);
		expect(await titan.write('PATCH', path, { statusId: 3102, subStatusId: 3153 })).toMatchObject({
			status: 'In progress',
			subStatus: 'On site',
		});
		expect(idsOf(await titan.rows('jpm/v2/projects', { status: 'In progress' }))).toContain(3301);
	});

	it('take a list of jobs for the whole list', async () => {
		const changed = await titan.write('PATCH', 'jpm/v2/projects/3301', { jobIds: [50_060] });
		expect(changed).toMatchObject({ jobIds: [50_060] });
	});
});

describe('dispatch', () => {
	it('makes a shift for each technician and day', async () => {
		const shift = {
			technicianIds: [601, 602],
			shiftType: 'Normal',
			title: 'Day',
			start: '2026-03-16T13:00:00Z',
			end: '2026-03-16T21:00:00Z',
			repeatType: 'Daily',
		};
		const path = 'dispatch/v2/technician-shifts';
		expect(await titan.status('POST', path, shift)).toBe(400);
		const repeatEndDate = '2026-03-18T23:00:00Z';
		const { technicianShifts } = await titan.write('POST', path, { ...shift, repeatEndDate });
		expect(technicianShifts).toHaveLength(6);
		expect(await titan.status('POST', path, { ...shift, end: shift.start, repeatEndDate })).toBe(
			400,
		);
		const bulk = { start: '2026-03-17T00:00:00Z', end: '2026-03-19T00:00:00Z' };
		expect(await titan.write('POST', `${path}/bulk-delete`, bulk)).toMatchObject({
			deletedIds: { length: 4 } as unknown,
		});
	});

	it('knows who is free, hides inactive teams and zones', async () => {
		const args = {
			startsOnOrAfter: '2026-03-11T00:00:00Z',
			endsOnOrBefore: '2026-03-12T00:00:00Z',
			businessUnitIds: [101],
			skillBasedAvailability: false,
		};
		const { availabilities } = await titan.write('POST', 'dispatch/v2/capacity', args);
		expect(availabilities).toHaveLength(2);
		expect((availabilities as Row[])[0]).toMatchObject({ businessUnitIds: [101] });
		const turned = { ...args, endsOnOrBefore: args.startsOnOrAfter };
		expect(await titan.status('POST', 'dispatch/v2/capacity', turned)).toBe(400);
		expect(await titan.rows('dispatch/v2/teams')).toHaveLength(2);
		expect(await titan.rows('dispatch/v2/teams', { includeInactive: true })).toHaveLength(3);
		expect(await titan.rows('dispatch/v2/zones')).toHaveLength(2);
		expect(await titan.rows('dispatch/v2/zones', { active: 'Any' })).toHaveLength(3);
	});
});

describe('people', () => {
	const employee = {
		name: 'Wren Tallow',
		email: 'wren@example.com',
		accountCreationMethod: 'CreateLater',
		roleId: 2,
		positions: ['Dispatcher'],
	};

	it('have a role of their kind, and a login where it is assigned', async () => {
		const create = async (changes: Row) =>
			await titan.status('POST', 'settings/v2/employees', { ...employee, ...changes });
		expect(await create({ roleId: 1 })).toBe(400);
		expect(await create({ accountCreationMethod: 'AssignLoginAndPassword' })).toBe(400);
		expect(await create({ positions: ['Pilot'] })).toBe(400);
		expect(await create({})).toBe(200);
		expect(await titan.rows('settings/v2/employees', { name: 'tallow' })).toMatchObject([
			{ roleIds: [2], active: true },
		]);
	});

	it('are deactivated, and leave the list', async () => {
		const act = async (action: string) =>
			await titan.write('POST', 'settings/v2/technicians/601/account-actions', { action });
		expect(await act('Deactivate')).toEqual({ status: 'Success' });
		expect(idsOf(await titan.rows('settings/v2/technicians'))).not.toContain(601);
		await act('Activate');
		expect(idsOf(await titan.rows('settings/v2/technicians'))).toContain(601);
	});
});

describe('files', () => {
	const upload = async (path: string, field = 'file') => {
		const form = new FormData();
		form.append(field, new Blob(['Some bytes'], { type: 'text/plain' }), 'note.txt');
		return await titan.call('POST', path, { data: form });
	};

	it('of equipment lie on another host, which wants no credentials', async () => {
		const at = 'equipmentsystems/v2/installed-equipment/attachments';
		expect((await upload(at, 'picture')).status).toBe(400);
		const { status, data } = await upload(at);
		expect(status).toBe(201);
		const { path } = data as { path: string };
		const found = await titan.call('GET', at, { params: { path } });
		expect(found.status).toBe(302);
		const location = String(found.headers.location);
		expect((await axios.get(location)).data).toBe('Some bytes');
		const signed = await axios.get(location, {
			headers: { 'st-app-key': 'key' },
			validateStatus: () => true,
		});
		expect(signed.status).toBe(400);

		const link = (url: string) => ({ attachments: [{ type: 'Document', url }] });
		const equipment = 'equipmentsystems/v2/installed-equipment/7001';
		expect(await titan.status('PATCH', equipment, link('made/up.txt'))).toBe(400);
		expect(await titan.status('PATCH', equipment, link(path))).toBe(200);
	});

	it('of jobs come back as bytes', async () => {
		expect((await upload('forms/v2/jobs/50002/attachments')).data).toEqual({
			fileName: 'note.txt',
		});
		const [{ id }] = await titan.rows('forms/v2/jobs/50002/attachments');
		expect((await titan.call('GET', `forms/v2/jobs/attachment/${String(id)}`)).data).toBe(
			'Some bytes',
		);
		expect((await upload('forms/v2/jobs/7/attachments')).status).toBe(404);
	});
});

describe('forms', () => {
	it('find submissions by what they are about', async () => {
		const about = async (params: object) =>
			(await titan.rows('forms/v2/submissions', params)).length;
		expect(await about({ 'owners[0].type': 'Job', 'owners[0].id': 50_001 })).toBe(2);
		expect(await about({ 'owners[0].type': 'Job', 'owners[0].id': 50_002 })).toBe(0);
		expect(await about({ ownerType: 'Location' })).toBe(2);
	});
});

describe('calls', () => {
	it('are sorted by the bare name of a field in the third version', async () => {
		const sorted = async (sort: string) => idsOf(await titan.rows('telecom/v3/calls', { sort }));
		const up = await sorted('Id');
		expect(await sorted('-Id')).toEqual([...up].reverse());
		expect((await titan.call('GET', 'telecom/v3/calls', { params: { sort: 'Mood' } })).status).toBe(
			400,
		);
		const after = { createdAfter: '2026-03-05T14:00:00.000Z', active: 'Any' };
		expect(await titan.rows('telecom/v3/calls', after)).toHaveLength(3);
		const onOrAfter = { createdOnOrAfter: after.createdAfter, active: 'Any' };
		expect(await titan.rows('telecom/v3/calls', onOrAfter)).toHaveLength(4);
	});

	it('have a recording, and a voicemail where somebody left one', async () => {
		const status = async (end: string) =>
			(await titan.call('GET', `telecom/v2/calls/${end}`)).status;
		expect(await status('31001/recording')).toBe(200);
		expect(await status('31001/voicemail')).toBe(200);
		expect(await status('31002/voicemail')).toBe(404);
	});

	it('leave those alone who want no messages', async () => {
		const path = 'telecom/v3/optinouts/optouts';
		const optOut = async (...contactNumbers: string[]) =>
			await titan.write('POST', path, { optOutType: 'Marketing', contactNumbers });
		expect(await optOut('(303) 555-0177', '+1 303 555 0111')).toEqual({
			data: [
				{ contactNumber: '+13035550177', status: 'Ok' },
				{ contactNumber: '+13035550111', status: 'LogicalError' },
			],
		});
		expect(await titan.status('POST', `${path}/getlist`, { contactNumbers: [] })).toBe(400);
		expect(await titan.status('POST', `${path}/getlist`, { contactNumbers: ['12'] })).toBe(400);
		expect(
			await titan.write('POST', `${path}/getlist`, {
				contactNumbers: ['3035550177', '3035550100'],
			}),
		).toEqual({ data: [{ contactNumber: '+13035550177', optOutType: 'Marketing' }] });
	});
});

describe('tasks', () => {
	it('have a resolution that goes with their type, and subtasks', async () => {
		const task = {
			reportedById: 701,
			assignedToId: 702,
			isClosed: false,
			name: 'Order a pump',
			businessUnitId: 101,
			employeeTaskTypeId: 30_002,
			employeeTaskSourceId: 30_101,
			reportedDate: '2026-03-10T09:00:00Z',
			priority: 'High',
		};
		const path = 'taskmanagement/v2/tasks';
		expect(await titan.status('POST', path, { ...task, employeeTaskResolutionId: 30_202 })).toBe(
			400,
		);
		expect(await titan.status('POST', path, { ...task, assignedToId: 7 })).toBe(400);
		const { id } = await titan.write('POST', path, task);
		const subtask = { isClosed: false, name: 'Ask for the price', assignedToId: 702 };
		await titan.write('POST', `${path}/${String(id)}/subtasks`, subtask);
		const one = async (params: object) =>
			(await titan.call('GET', `${path}/${String(id)}`, { params })).data;
		expect(await one({ includeSubtasks: true })).toMatchObject({ subTasksData: { count: 1 } });
		expect(await one({})).toMatchObject({ subTasksData: null, status: 'ToDo' });
	});
});
