import type { IDataObject } from 'n8n-workflow';

import { ServiceTitanTrigger } from '../../../nodes/ServiceTitan/ServiceTitanTrigger.node';
import { loadOptions, pollerOf, runNode, searchList } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, bench, run, recordOf, some, calls } = benchOfFile();

/** What a job needs, from what the sandbox has. */
function jobInput(): IDataObject {
	const location = some('locations');
	return {
		customerId: byId(location.customerId as number),
		locationId: byId(location.id as number),
		businessUnitId: some('businessUnits').id as number,
		jobTypeId: some('jobTypes').id as number,
		campaignId: some('campaigns').id as number,
		priority: 'High',
		appointments: {
			values: [{ start: '2027-01-05T09:00:00', end: '2027-01-05T11:00:00', technicianIds: [] }],
		},
	};
}

describe('operations', () => {
	it('creates a customer with a location and reads it again', async () => {
		const address = {
			street: '12 Elm Row',
			city: 'Marlow',
			state: 'NC',
			zip: '28202',
			country: 'USA',
		};
		const made = await recordOf('customer', 'create', {
			name: 'Ann Other',
			address: { values: address },
			locations: { values: [{ name: 'Home', ...address }] },
			additionalFields: { type: 'Residential', doNotMail: false },
		});
		expect(made).toMatchObject({ name: 'Ann Other', type: 'Residential', doNotMail: false });
		const read = await recordOf('customer', 'get', { id: byId(made.id as number) });
		expect(read).toMatchObject({ id: made.id, name: 'Ann Other' });
	});

	it('books, reads and cancels a job', async () => {
		const made = await recordOf('job', 'create', {
			...jobInput(),
			additionalFields: { summary: 'Leak under the sink' },
		});
		expect(made).toMatchObject({ priority: 'High', summary: 'Leak under the sink' });
		const sent = calls().find(({ method }) => method === 'POST');
		// Nine in the morning in New York, where the workflow is.
		expect(sent?.body).toMatchObject({
			appointments: [{ start: '2027-01-05T14:00:00Z', end: '2027-01-05T16:00:00Z' }],
		});
		const note = await recordOf('job', 'addNote', {
			id: byId(made.id as number),
			text: 'Ring twice',
			additionalFields: { pinToTop: true },
		});
		expect(note).toMatchObject({ text: 'Ring twice', isPinned: true });
		const canceled = await recordOf('job', 'cancel', {
			id: byId(made.id as number),
			reasonId: some('jobCancelReasons').id as number,
			memo: 'Customer called',
		});
		expect(canceled).toEqual({ success: true, id: made.id });
		const read = await recordOf('job', 'get', { id: byId(made.id as number) });
		expect(read.jobStatus).toBe('Canceled');
	});

	it('adds, moves, staffs and deletes an appointment', async () => {
		const job = await recordOf('job', 'create', jobInput());
		const made = await recordOf('appointment', 'create', {
			jobId: byId(job.id as number),
			start: '2027-01-06T09:00:00Z',
			end: '2027-01-06T11:00:00Z',
		});
		const id = byId(made.id as number);
		const moved = await recordOf('appointment', 'reschedule', {
			id,
			updateFields: { start: '2027-01-07T09:00:00Z', end: '2027-01-07T11:00:00Z' },
		});
		expect(moved).toMatchObject({ start: '2027-01-07T09:00:00Z' });
		const technicians = control()
			.records('technicians')
			.filter(({ active }) => active)
			.slice(0, 2)
			.map((technician) => technician.id as number);
		await recordOf('appointment', 'assignTechnicians', {
			jobAppointmentId: id,
			technicianIds: technicians,
		});
		const assigned = async () =>
			(await run('appointment', 'getAssignments', { filters: { appointmentIds: [made.id] } }))
				.items;
		expect((await assigned()).map(({ json }) => json.technicianId).sort()).toEqual(
			[...technicians].sort(),
		);
		await recordOf('appointment', 'unassignTechnicians', {
			jobAppointmentId: id,
			technicianIds: [technicians[0]],
		});
		expect(await assigned()).toHaveLength(1);
		expect(await recordOf('appointment', 'get', { id })).toMatchObject({ id: made.id });
		expect(await recordOf('appointment', 'delete', { id })).toEqual({ deleted: true, id: made.id });
	});

	it('reads a technician', async () => {
		const { id, name } = some('technicians');
		expect(await recordOf('technician', 'get', { id: byId(id as number) })).toMatchObject({ name });
	});

	it.each(['appointment', 'customer', 'job', 'technician'])(
		'gets many records of %s, and all of them',
		async (resource) => {
			expect((await run(resource, 'getAll', { limit: 3 })).items).toHaveLength(3);
			const { items } = await run(resource, 'getAll', { returnAll: true });
			expect(items.length).toBeGreaterThan(3);
		},
	);

	it('leaves inactive records out unless asked for them', async () => {
		const { id } = some('customers');
		control().change('customers', id, { active: false });
		const ids = async (filters: object) =>
			(await run('customer', 'getAll', { returnAll: true, filters })).items.map(
				({ json }) => json.id,
			);
		expect(await ids({})).not.toContain(id);
		expect(await ids({ active: 'Any' })).toContain(id);
	});

	it('sorts with the sign that the vendor wants', async () => {
		const { items } = await run('job', 'getAll', { limit: 5, filters: { sort: '-CreatedOn' } });
		const created = items.map(({ json }) => String(json.createdOn));
		expect(created).toEqual([...created].sort().reverse());
		expect(calls()[0].query).toMatchObject({ sort: '-CreatedOn' });
	});
});

describe('sign-in', () => {
	it('signs in once for many items', async () => {
		const ids = control().records('jobs').slice(0, 6);
		const { items } = await runNode(
			bench(),
			{ resource: 'job', operation: 'get', id: byId('={{ $json.id }}') },
			{ items: ids.map(({ id }) => ({ id: id as number })) },
		);
		expect(items).toHaveLength(6);
		expect(
			control()
				.requests()
				.filter(({ path }) => path === '/connect/token'),
		).toHaveLength(1);
	});

	it('goes on when the token runs out in the middle', async () => {
		const one = bench();
		const get = { resource: 'job', operation: 'get', id: byId(some('jobs').id as number) };
		await runNode(one, get);
		control().expireTokens();
		const { items, error } = await runNode(one, get);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
	});

	it('says which part of the credential to look at', async () => {
		const { error } = await runNode(bench({ clientSecret: 'wrong-secret' }), {
			resource: 'job',
			operation: 'getAll',
		});
		expect(error?.message).toContain(
			'ServiceTitan refused the sign-in (status 400): invalid_client.',
		);
		expect(error?.message).toContain('Check client ID, client secret and environment');
		expect(JSON.stringify(error)).not.toContain('wrong-secret');
	});

	it('tells a wrong app key from a wrong secret', async () => {
		const { error } = await runNode(bench({ appApiKey: 'wrong-app-key' }), {
			resource: 'job',
			operation: 'getAll',
		});
		expect(error).toMatchObject({
			httpCode: '401',
			description: expect.stringContaining('app key') as string,
		});
	});
});

describe('errors', () => {
	it('says that a record is not there, with the reference for support', async () => {
		const { error } = await run('job', 'get', { id: byId(999_999_999) });
		expect(error).toMatchObject({
			httpCode: '404',
			description: expect.stringMatching(
				/Check the ID\.[\s\S]*Reference for the vendor’s support: /,
			) as string,
		});
	});

	it('names the fields that the vendor objects to by their labels', async () => {
		const { error } = await run('job', 'create', { ...jobInput(), jobTypeId: 1 });
		expect(error).toMatchObject({
			httpCode: '400',
			description: expect.stringMatching(/^Job Type Name or ID: /) as string,
		});
	});

	it('costs one item of three where one is bad', async () => {
		const [a, b] = control().records('jobs');
		const { items } = await run(
			'job',
			'get',
			{ id: byId('={{ $json.id }}') },
			{
				items: [{ id: a.id }, { id: 999_999_999 }, { id: b.id }],
				onError: 'continueRegularOutput',
			},
		);
		expect(items.map(({ json }) => json.id ?? 'failed')).toEqual([a.id, 'failed', b.id]);
	});

	it('waits out a limit and loses nothing', async () => {
		control().allowance({ requests: 5, perSeconds: 1, retryAfter: 'seconds' });
		const rows = control().records('jobs').slice(0, 8);
		const { items } = await run(
			'job',
			'get',
			{ id: byId('={{ $json.id }}') },
			{ items: rows.map(({ id }) => ({ id })) },
		);
		expect(items.map(({ json }) => json.id)).toEqual(rows.map(({ id }) => id));
	});

	it('never books a job twice, whatever happens to the connection', async () => {
		const before = control().records('jobs').length;
		control().fault({ method: 'POST', path: '/jpm/v2/tenant/{tenant}/jobs', kind: 'dropAfter' });
		const { error } = await run('job', 'create', jobInput());
		expect(error?.description).toContain('not known whether ServiceTitan carried it out');
		expect(control().records('jobs')).toHaveLength(before + 1);
	});

	it('says that a page came instead of data', async () => {
		control().fault({ path: '/jpm/v2/tenant/{tenant}/jobs', kind: 'html', status: 200 });
		expect((await run('job', 'getAll')).error?.message).toContain('a web page instead of data');
	});
});

describe('pickers', () => {
	it('finds a customer by a part of the name', async () => {
		const { id, name } = some('customers');
		const { results } = await searchList(bench(), 'searchCustomer', {
			filter: String(name).slice(0, 5),
		});
		expect(results).toContainEqual({ name: `${String(name)} (ID: ${String(id)})`, value: id });
	});

	it('turns to the next page of jobs', async () => {
		const one = bench();
		const first = await searchList(one, 'searchJob');
		const second = await searchList(one, 'searchJob', { token: first.paginationToken as string });
		expect(first.results).toHaveLength(50);
		expect(second.results[0].value).not.toBe(first.results[0].value);
	});

	it('offers the locations of the chosen customer', async () => {
		const { customerId } = some('locations');
		const { results } = await searchList(bench(), 'searchLocation', {
			parameters: { resource: 'job', operation: 'create', customerId: byId(customerId as number) },
		});
		const own = control()
			.records('locations')
			.filter((row) => row.customerId === customerId);
		expect(results.map(({ value }) => value).sort()).toEqual(own.map(({ id }) => id).sort());
	});

	it.each([
		'listBusinessUnit',
		'listCampaign',
		'listCancelReason',
		'listJobType',
		'listTagType',
		'listTechnician',
	])('fills the dropdown %s', async (method) => {
		expect((await loadOptions(bench(), method)).length).toBeGreaterThan(0);
	});
});

describe('trigger', () => {
	const trigger = (event: string, filters = {}) =>
		pollerOf({ ...bench(), node: new ServiceTitanTrigger() }, { event, filters });

	it('fires once for a new job', async () => {
		const poller = trigger('jobCreated');
		expect(await poller.poll()).toEqual([]);
		control().clock({ advance: 60 });
		const { id } = control().add('jobs', { summary: 'New' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([id]);
		expect(await poller.poll()).toEqual([]);
	});

	it('fires once for each change of a job, and not for one that was only booked', async () => {
		const poller = trigger('jobUpdated');
		await poller.poll();
		control().clock({ advance: 60 });
		const { id } = some('jobs');
		control().change('jobs', id, { summary: 'Changed' });
		control().add('jobs', {});
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([id]);
		control().clock({ advance: 60 });
		control().change('jobs', id, { summary: 'Changed again' });
		const [again] = await poller.poll();
		expect(again.json).toMatchObject({ id, summary: 'Changed again' });
		expect(again.json.eventId).toBe(`jobUpdated:${String(id)}@${String(again.json.modifiedOn)}`);
	});

	it('shows the latest records in a test', async () => {
		const poller = trigger('jobCreated');
		const items = await poller.poll({ manual: true });
		expect(items.length).toBeGreaterThan(0);
		expect(poller.state).toEqual({});
	});

	it('follows an export feed', async () => {
		const poller = trigger('jobsExport');
		expect(await poller.poll()).toEqual([]);
		control().clock({ advance: 60 });
		const { id } = control().add('jobs', { summary: 'New' });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([id]);
		expect(await poller.poll()).toEqual([]);
	});

	it('fires for new and changed technicians, inactive ones included', async () => {
		const poller = trigger('technicianCreatedOrUpdated');
		await poller.poll();
		control().clock({ advance: 60 });
		const { id } = some('technicians');
		control().change('technicians', id, { active: false });
		expect((await poller.poll()).map(({ json }) => json.id)).toEqual([id]);
	});
});
