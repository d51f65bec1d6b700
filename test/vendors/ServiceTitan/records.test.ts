import type { IDataObject } from 'n8n-workflow';

import type { Row } from '../../../sandbox';
import { loadOptions, searchList } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, bench, run, recordOf, some, calls } = benchOfFile();

const sent = (method: string) => calls().filter((one) => one.method === method);
const values = (content: unknown) => ({ values: content });

describe('lists that the vendor replaces', () => {
	const job = async (updateFields: IDataObject): Promise<Row> =>
		await recordOf('job', 'update', { id: byId(some('jobs').id as number), updateFields });
	const field = (typeId: number, value: string) => ({
		customFields: values([{ typeId, value }]),
	});
	const shown = ({ customFields }: Row) =>
		(customFields as Row[]).map(({ typeId, value }) => [typeId, value]);

	it('replaces custom fields unless told to keep what is there', async () => {
		await job(field(21, 'first'));
		expect(shown(await job({ ...field(22, '3'), keepOthers: true }))).toEqual([
			[21, 'first'],
			[22, '3'],
		]);
		expect(shown(await job({ ...field(21, 'second'), keepOthers: true }))).toEqual([
			[21, 'second'],
			[22, '3'],
		]);
		expect(shown(await job(field(22, '4')))).toEqual([[22, '4']]);
	});

	it('keeps tags in the same way, of equipment as well, which gives them as records', async () => {
		const [one, other] = control()
			.records('tagTypes')
			.map(({ id }) => id as number);
		const tags = async (resource: string, id: unknown, tagTypeIds: number[]) =>
			await recordOf(resource, 'update', {
				id: byId(id as number),
				updateFields: { tagTypeIds, keepOthers: true },
			});
		const { id } = some('jobs');
		await job({ tagTypeIds: [one] });
		expect((await tags('job', id, [other])).tagTypeIds).toEqual([one, other]);
		const unit = some('installedEquipment').id;
		await tags('installedEquipment', unit, [one]);
		const { tags: both } = await tags('installedEquipment', unit, [other]);
		expect((both as Row[]).map(({ typeId }) => typeId)).toEqual(
			expect.arrayContaining([one, other]),
		);
	});

	it('does not read the record where nothing can be lost', async () => {
		await job({ summary: 'Short', keepOthers: true });
		expect(sent('GET')).toEqual([]);
		expect(sent('PATCH')[0].body).toEqual({ summary: 'Short' });
	});

	it('fills an address up from the record, since it must be whole', async () => {
		const { id, address } = some('locations');
		const changed = await recordOf('location', 'update', {
			id: byId(id as number),
			updateFields: { address: values({ unit: '7' }) },
		});
		expect(changed.address).toEqual({ ...(address as Row), unit: '7' });
	});

	it('sends moments of a project in UTC, as every other operation does', async () => {
		await recordOf('project', 'update', {
			id: byId(some('projects').id as number),
			updateFields: { startDate: '2027-01-05T09:00:00' },
		});
		expect(sent('PATCH')[0].body).toEqual({ startDate: '2027-01-05T14:00:00Z' });
	});
});

describe('find or create', () => {
	const place = { street: '9 Pewter Lane', city: 'Maplewick', state: 'OH', zip: '00019' };
	const household = (name: string, more: IDataObject = {}) => ({
		name,
		address: values({ ...place, country: 'USA' }),
		locations: values([{ name: 'Home', ...place, country: 'USA' }]),
		...more,
	});
	const find = async (name: string, matchOn: string[], more: IDataObject = {}) =>
		await run('customer', 'findOrCreate', { ...household(name), matchOn, ...more });

	it('creates once, and finds what differs in case and spaces only', async () => {
		const [made] = (await find('Cordelia Finch', ['name', 'address'])).items;
		expect(made.json).toMatchObject({ name: 'Cordelia Finch', found: false });
		const [again] = (await find('cordelia  FINCH', ['name', 'address'])).items;
		expect(again.json).toMatchObject({ id: made.json.id, found: true });
		expect(sent('POST')).toHaveLength(1);
	});

	it('does not take a customer whose name only begins like it', async () => {
		await find('Cordelia Finch-Hatton', ['name']);
		const [made] = (await find('Cordelia Finch', ['name'])).items;
		expect(made.json.found).toBe(false);
	});

	it('refuses to choose between two', async () => {
		const both = [
			await recordOf('customer', 'create', household('Cordelia Finch')),
			await recordOf('customer', 'create', household('Cordelia Finch')),
		];
		const { error } = await find('Cordelia Finch', ['name']);
		expect(error?.message).toBe(`2 customers match: ${both[0].id}, ${both[1].id}`);
	});

	it('looks for a phone number at the vendor, and wants one then', async () => {
		const contacts = values([{ type: 'Phone', value: '614-555-0188' }]);
		const phoned = { additionalFields: { contacts } };
		await recordOf('customer', 'create', { ...household('Cordelia Finch'), ...phoned });
		const [found] = (await find('Somebody Else', ['phone'], phoned)).items;
		expect(found.json).toMatchObject({ name: 'Cordelia Finch', found: true });
		const { error } = await find('Somebody Else', ['phone']);
		expect(error?.message).toMatch(/^Match On: there is no phone number/);
	});

	it('finds a location among those of the customer alone', async () => {
		const { customerId, address, id } = some('locations');
		const other = control()
			.records('customers')
			.find((one) => one.id !== customerId);
		const location = async (owner: unknown) =>
			await recordOf('location', 'findOrCreate', {
				customerId: byId(owner as number),
				name: 'Any',
				address: values(address),
				matchOn: ['address'],
			});
		expect(await location(customerId)).toMatchObject({ id, found: true });
		expect(await location(other?.id)).toMatchObject({ name: 'Any', found: false });
	});
});

describe('exports', () => {
	const feed = async (options: object) => await recordOf('job', 'export', { options });

	it('reads to the end, and goes on from its token with what changed since', async () => {
		const all = await feed({});
		expect(all).toMatchObject({ hasMore: false });
		expect(all.records).toHaveLength(control().records('jobs').length);
		const later = await feed({ from: all.continueFrom });
		expect(later.records).toEqual([]);
		const { id } = some('jobs');
		control().clock({ advance: 60 });
		control().change('jobs', id as number, { summary: 'Changed' });
		const [changed] = (await feed({ from: later.continueFrom })).records as Row[];
		expect(changed).toMatchObject({ id, summary: 'Changed' });
	});

	it('stops at whole pages, so that the token loses nothing', async () => {
		const first = await feed({ mostRecords: 1 });
		const rest = await feed({ from: first.continueFrom });
		const ids = [...(first.records as Row[]), ...(rest.records as Row[])].map(({ id }) => id);
		expect(new Set(ids)).toEqual(
			new Set(
				control()
					.records('jobs')
					.map(({ id }) => id),
			),
		);
	});
});

describe('what is peculiar', () => {
	it('gives a full job with the assignments of each appointment', async () => {
		const { appointmentId, jobId, technicianName } = control()
			.records('appointmentAssignments')
			.find(({ active }) => active !== false) as Row;
		const { appointments } = await recordOf('job', 'getFull', { id: byId(jobId as number) });
		const visit = (appointments as Row[]).find(({ id }) => id === appointmentId);
		expect(visit?.assignments).toEqual(
			expect.arrayContaining([expect.objectContaining({ technicianName })]),
		);
	});

	it('sends no empty rows for the lists that the editor shows in a location', async () => {
		const place = {
			street: '9 Pewter Lane',
			unit: '',
			city: 'Maplewick',
			state: 'OH',
			zip: '00019',
			country: 'USA',
			latitude: '',
			longitude: '',
		};
		const empty = { contacts: {}, customFields: {}, tagTypeIds: [], externalData: {} };
		await recordOf('customer', 'create', {
			name: 'Cordelia Finch',
			address: values(place),
			locations: values([{ name: 'Home', ...place, latitude: '40.5', ...empty }]),
		});
		const [{ body }] = sent('POST');
		const { street, city, state, zip, country } = place;
		const address = { street, city, state, zip, country };
		expect(body).toEqual({
			name: 'Cordelia Finch',
			address,
			locations: [{ name: 'Home', address: { ...address, latitude: 40.5 } }],
		});
	});

	it.each([
		['customer', 'getAllContacts', {}, /^Give Customers, Modified on or After/],
		['location', 'getAllContacts', {}, /^Give Locations or a date/],
		['lead', 'create', { campaignId: 1, summary: 'x' }, /^Give a Call Reason or a Follow Up Date/],
		[
			'technician',
			'manageAccount',
			{ id: byId(601), accountAction: 'Activate' },
			/^License: Activate needs it$/,
		],
		[
			'form',
			'getSubmissions',
			{ filters: { ofKind: 'Job' } },
			/^Owner and Owner ID have to be given together$/,
		],
	])('refuses %s.%s before it is sent', async (resource, operation, more, says) => {
		const { error } = await run(resource, operation, more);
		expect(error?.message).toMatch(says);
		expect(calls()).toEqual([]);
	});

	it('asks for many records by fifties', async () => {
		control().generate('jobs', 60);
		const ids = control()
			.records('jobs')
			.map(({ id }) => String(id));
		const { items, error } = await run('job', 'getAll', {
			returnAll: true,
			filters: { ids: ids.slice(0, 120).join(',') },
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(Math.min(120, ids.length));
		const asked = sent('GET').map(({ query }) => String(query.ids).split(',').length);
		expect(Math.max(...asked)).toBe(50);
	});

	it('closes the company on days without hours', async () => {
		await recordOf('businessHours', 'set', {
			weekdays: values([{ fromHour: 8, toHour: 17 }]),
			saturday: {},
			sunday: {},
		});
		expect(sent('POST')[0].body).toEqual({
			weekdays: [{ fromHour: 8, toHour: 17 }],
			saturday: [],
			sunday: [],
		});
	});
});

describe('pickers', () => {
	it('lists custom fields by name', async () => {
		const options = await loadOptions(bench(), 'listJobField', {});
		expect(options).toEqual(expect.arrayContaining([{ name: 'Order reference', value: 21 }]));
	});

	it('lists the sub-statuses of the chosen status', async () => {
		const { statusId } = some('projectSubStatuses');
		const options = await loadOptions(bench(), 'listProjectSubStatus', {
			statusId: statusId as number,
		});
		const mine = control()
			.records('projectSubStatuses')
			.filter((one) => one.statusId === statusId);
		expect(options.map(({ value }) => value)).toEqual(
			expect.arrayContaining(mine.filter(({ active }) => active !== false).map(({ id }) => id)),
		);
		expect(options.length).toBeLessThan(control().records('projectSubStatuses').length);
	});

	it('lists the contacts of the chosen customer by kind and number', async () => {
		const { customerId, id, type, value } = control()
			.records('contacts')
			.find((one) => one.customerId !== undefined) as Row;
		const parameters = {
			resource: 'customer',
			operation: 'updateContact',
			id: byId(customerId as number),
		};
		const { results } = await searchList(bench(), 'searchCustomerContact', { parameters });
		expect(results).toEqual(expect.arrayContaining([{ name: `${type}: ${value}`, value: id }]));
	});

	it('asks for the provider before it lists bookings that can be changed', async () => {
		await expect(searchList(bench(), 'searchBookingOfProvider', {})).rejects.toThrow(
			'Choose the booking provider first',
		);
	});

	it('reads the choices of tasks out of their one answer', async () => {
		expect(await loadOptions(bench(), 'listTaskType', {})).not.toEqual([]);
	});
});
