import type { IDataObject } from 'n8n-workflow';

import { ServiceminderApi } from '../../../credentials/ServiceminderApi.credentials';
import { loadOptions, runNode, searchList } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, own, bench, run, sent, body } = benchOfFile();

const SELECTED = { resource: 'contact', operation: 'addOrUpdate', name: 'Ada Sample' };

describe('contacts', () => {
	it('are added with all that is given, under the vendor’s names', async () => {
		const { items } = await runNode(bench(), {
			...SELECTED,
			additionalFields: {
				phone: '555-0142',
				zip: '00011',
				locationID: 'LOC-1',
				channel: 'Web',
				campaign: 'Web spring',
				tags: 'VIP, Windows',
				customFields: { values: [{ name: 'Gate code', value: '17' }] },
				notes: { values: [{ body: 'Beware of the goose' }] },
				doNotText: false,
			},
		});
		expect(items[0].json).toMatchObject({ Name: 'Ada Sample', OrganizationId: 101 });
		expect(items[0].json.Id).toEqual(expect.any(Number));
		expect(body('/contacts/addupdate').Matches).toEqual([
			{
				Name: 'Ada Sample',
				Phone: '555-0142',
				Zip: '00011',
				LocationID: 'LOC-1',
				Channel: 'Web',
				Campaign: 'Web spring',
				Tags: ['VIP', 'Windows'],
				CustomFields: [{ Name: 'Gate code', Value: '17' }],
				Notes: [{ Body: 'Beware of the goose' }],
				DoNotText: false,
			},
		]);
	});

	it('are read by ID, and are missing under an ID that only looks alike', async () => {
		const { records } = await run('contact', 'get', { contactId: byId(5001), simplify: false });
		expect(records).toMatchObject([{ Id: 5001, Notes: [{ Title: 'Access' }] }]);
		const { error } = await run('contact', 'get', { contactId: byId(99) });
		expect(error?.message).toContain('no contact 99');
	});

	it('are searched for, page by page to the end of a list without a total', async () => {
		control().generate('contacts', 250);
		const { records } = await run('contact', 'getAll', {
			returnAll: true,
			filters: { addressSearch: '', createdFrom: '2020-01-01' },
		});
		expect(records.length).toBe(300);
		expect(new Set(records.map(({ Id }) => Id)).size).toBe(300);
		expect(
			sent('/contacts/locate').map(({ body: asked }) => {
				const { Skip, Limit, CreatedFrom } = asked as IDataObject;
				return [Skip, Limit, CreatedFrom];
			}),
		).toEqual([0, 100, 200, 300].map((skip) => [skip, 100, '2020-01-01']));
	});

	it('stop at the limit', async () => {
		const { records } = await run('contact', 'getAll', {
			limit: 2,
			filters: { emailSearch: 'example' },
		});
		expect(records).toHaveLength(2);
		expect(body('/contacts/locate')).toMatchObject({ EmailSearch: 'example', Limit: 2 });
	});

	it.each([
		['nothing to search for', {}],
		['nothing to search for and Return All', { returnAll: true }],
		['a time alone without Return All', { filters: { createdFrom: '2026-01-01' } }],
	])('are not listed with %s', async (_, parameters) => {
		const { error } = await run('contact', 'getAll', parameters);
		expect(error?.message).toMatch(/^Filters: /);
		expect(control().requests()).toEqual([]);
	});

	it('get notes that are kept, since title and text go into one member', async () => {
		const { records } = await run('contact', 'addNote', {
			contactId: byId(5002),
			body: 'Key is under the mat',
			additionalFields: { title: 'Key' },
		});
		expect(records).toMatchObject([{ ContactId: 5002, Title: 'Key' }]);
		const [contact] = (await run('contact', 'get', { contactId: byId(5002), simplify: false }))
			.records;
		expect(contact.Notes).toMatchObject([{ Title: 'Key', Body: 'Key is under the mat' }]);
	});

	it('are not added a second time when the answer is lost', async () => {
		control().fault({ kind: 'dropAfter', path: '/contacts/addupdate' });
		const { error } = await runNode(bench(), SELECTED);
		expect(error?.description).toContain('not known whether serviceminder carried it out');
		expect(sent('/contacts/addupdate')).toHaveLength(1);
	});
});

describe('appointments', () => {
	it('are read to the total, at most three requests at a time', async () => {
		control().generate('appointments', 450);
		control().delay(100);
		const { records } = await run('appointment', 'getAll', {
			returnAll: true,
			filters: { fromDate: '2020-01-01', includeCompleted: true },
		});
		expect(records).toHaveLength(600);
		expect(sent('/appointments/query')).toHaveLength(6);
		expect(control().peak()).toBeGreaterThan(1);
		expect(control().peak()).toBeLessThanOrEqual(3);
	});

	it('are read again after a failure on the way, although reading is a POST too', async () => {
		control().fault({ kind: 'status', path: '/appointments/query', status: 502 });
		const { records, error } = await run('appointment', 'getAll', { limit: 1 });
		expect(error).toBeUndefined();
		expect(records).toHaveLength(1);
	});

	it('come with the contact and the completed ones on request', async () => {
		await run('appointment', 'getAll', {
			limit: 5,
			filters: { contactId: byId(5003), serviceAgentId: 402, includeContact: true },
		});
		expect(body('/appointments/query')).toMatchObject({
			ContactId: 5003,
			ServiceAgentId: 402,
			IncludeContact: true,
			Take: 5,
		});
		expect(body('/appointments/query')).not.toHaveProperty('IncludeCompleted');
	});

	it('are not all listed without a bound', async () => {
		const { error } = await run('appointment', 'getAll', {
			returnAll: true,
			filters: { includeCompleted: true },
		});
		expect(error?.message).toMatch(/^Filters: /);
		expect(control().requests()).toEqual([]);
	});

	it('are read by ID without the echo around them', async () => {
		const { records } = await run('appointment', 'get', {
			appointmentId: byId(8001),
			simplify: false,
			options: { includeContact: true },
		});
		expect(records).toMatchObject([{ AppointmentId: 8001, ApiKey: 'Sandbox' }]);
		expect(records[0].Contact).toHaveProperty('Name');
		const missing = await run('appointment', 'get', { appointmentId: byId(1) });
		expect(missing.error?.message).toContain('not found');
	});

	it('have open slots, asked for in each of the spellings', async () => {
		const monday = '2031-03-03';
		const { records, error } = await run('appointment', 'searchSlots', {
			serviceId: 301,
			startDate: monday,
			finishDate: '2031-03-05',
			options: { timeframe: 'Morning', duration: 90 },
		});
		expect(error).toBeUndefined();
		expect(records.length).toBeGreaterThan(10);
		expect(records[0]).toEqual({
			DateTime: expect.stringMatching(/^3\/3\/2031 8:00:00 AM$/) as string,
			ServiceAgentId: 401,
		});
		expect(body('/appointments/slotsearch')).toMatchObject({
			ServiceId: 301,
			StartDate: monday,
			FinishDate: '2031-03-05',
			SearchDate: monday,
			SlotWindowDays: 2,
			ContactId: 0,
			Duration: '90',
			Timeframe: 'Morning',
		});
		const wrong = await run('appointment', 'searchSlots', {
			serviceId: 301,
			startDate: monday,
			finishDate: '2031-03-01',
		});
		expect(wrong.error?.message).toBe('Finish Date: this is before the start date');
	});

	const booking = {
		name: 'Ben Example',
		priPhone: '555-0171',
		service: 'Gutter cleaning',
		scheduledStart: '2031-03-03T15:00:00Z',
	};

	it('are booked on the clock of the organization', async () => {
		const { records } = await run('appointment', 'quickBook', {
			...booking,
			additionalFields: { customerNotes: 'See you soon', duration: 45 },
		});
		expect(records[0]).toMatchObject({ Name: 'Ben Example' });
		expect(records[0].AppointmentId).toEqual(expect.any(Number));
		expect(records[0]).not.toHaveProperty('ApiKey');
		expect(body('/appointments/quickbook')).toMatchObject({
			PriPhone: '555-0171',
			Service: 'Gutter cleaning',
			ScheduledStart: '2031-03-03T09:00:00',
			Duration: 45,
		});
	});

	it('are booked at the digits given where no time zone is known', async () => {
		await run('appointment', 'quickBook', booking, { timezone: '' });
		expect(body('/appointments/quickbook').ScheduledStart).toBe('2031-03-03T15:00:00');
		const { error } = await run('appointment', 'quickBook', booking, { timezone: 'Mars/Base' });
		expect(error?.message).toContain('"Mars/Base" is not a time zone');
	});
});

describe('the key', () => {
	it('goes into the body of every call and into no header', async () => {
		const { authenticate } = new ServiceminderApi();
		const sign = authenticate as (values: IDataObject, request: object) => Promise<object>;
		const key = { apiKey: 'k-1234' };
		expect(await sign(key, { url: '/x', body: { A: 1 } })).toEqual({
			url: '/x',
			body: { A: 1, ApiKey: 'k-1234' },
		});
		expect(await sign(key, { url: '/x', body: '{"A":1}' })).toMatchObject({
			body: { A: 1, ApiKey: 'k-1234' },
		});
		expect(await sign(key, { url: '/x' })).toMatchObject({ body: { ApiKey: 'k-1234' } });
	});

	it('is never in what comes out, although every answer repeats it', async () => {
		control().add('contacts', { Id: 7777, Name: `Odd ${own().apiKey}`, OrganizationId: 101 });
		control().fault({
			kind: 'status',
			path: '/contacts/addnote',
			status: 200,
			body: { ResultCode: 1, Message: `Key ${own().apiKey} may not`, ApiKey: own().apiKey },
		});
		const runs = [
			await run('contact', 'get', { contactId: byId(7777), simplify: false }),
			await run('customRequest', 'send', { method: 'POST', route: '/organizations/details' }),
			await run('customRequest', 'send', { method: 'POST', route: '/contacts/nothing' }),
			await run('contact', 'addNote', { contactId: byId(5001), body: 'Hello' }),
		];
		expect(runs[0].records[0].Name).toBe('Odd [hidden]');
		expect(runs[1].records[0]).toMatchObject({ OrganizationId: 101 });
		expect(runs[3].error?.message).toBe('Key [hidden] may not');
		expect(
			JSON.stringify(
				runs.map(({ records, error }) => [records, error, error?.message, error?.description]),
			),
		).not.toContain(String(own().apiKey));
	});

	it('is named when it may not do something, which comes as no answer at all', async () => {
		const { error } = await run(
			'contact',
			'getAll',
			{ filters: { nameSearch: 'x' } },
			{
				apiKey: 'of-somebody-else',
			},
		);
		expect(error?.message).toBe('serviceminder gave an empty answer to /contacts/locate');
		expect(error?.description).toContain('scope');
	});
});

describe('errors', () => {
	it('inside an answer of status 200 are errors, in the vendor’s words', async () => {
		const { error } = await run('contact', 'addNote', { contactId: byId(4), body: 'Lost?' });
		expect(error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(error?.message).toContain('4');
		expect(error?.description).toContain('/contacts/addnote');
	});

	it.each([
		['a number', 2, true],
		['text', '3', true],
		['the text for success', '0', false],
	])('are told by a result code that is %s', async (_, code, fails) => {
		control().fault({
			kind: 'status',
			path: '/contacts/addtags',
			status: 200,
			body: { ResultCode: code, Message: '' },
		});
		const { error } = await run('contact', 'addTags', { contactId: byId(5001), tags: 'VIP' });
		expect(error?.message).toBe(
			fails ? `serviceminder refused /contacts/addtags (result code ${code})` : undefined,
		);
	});

	it('of the network in front have no words of their own', async () => {
		control().fault({
			kind: 'status',
			path: '/contacts/addnote',
			status: 522,
			body: { Message: '<none>' },
		});
		const { error } = await run('contact', 'addNote', { contactId: byId(5001), body: 'Hello' });
		expect(error?.message).toBe('serviceminder answered /contacts/addnote with status 522');
		expect(error?.description).toContain('look there before you run it again');
		expect(sent('/contacts/addnote')).toHaveLength(1);
	});

	it('tell a page for people from an answer', async () => {
		control().fault({ kind: 'html', path: '/contacts/locate', status: 200 });
		const { error } = await run('contact', 'getAll', { filters: { nameSearch: 'x' } });
		expect(error?.message).toContain('web page');
	});

	it('of one item in three leave the other two', async () => {
		const { items } = await runNode(
			bench(),
			{ resource: 'contact', operation: 'get', contactId: byId('={{ $json.id }}') },
			{ items: [{ id: 5001 }, { id: 4 }, { id: 5003 }], onError: 'continueRegularOutput' },
		);
		expect(items.map(({ json, pairedItem }) => [json.Id ?? 'error', pairedItem])).toEqual([
			[5001, { item: 0 }],
			['error', { item: 1 }],
			[5003, { item: 2 }],
		]);
	});
});

describe('pickers', () => {
	it('search contacts by whatever was typed, and list none unasked', async () => {
		expect(await searchList(bench(), 'searchContact')).toEqual({ results: [] });
		expect(control().requests()).toEqual([]);
		for (const filter of ['Sample', 'someone@example.com', '(555) 555-0142']) {
			await searchList(bench(), 'searchContact', { filter });
		}
		expect(sent('/contacts/locate').map(({ body: asked }) => asked)).toMatchObject([
			{ NameSearch: 'Sample', Skip: 0, Limit: 50 },
			{ EmailSearch: 'someone@example.com' },
			{ PhoneSearch: '(555) 555-0142' },
		]);
	});

	it('go on to the next page', async () => {
		control().generate('contacts', 60);
		const first = await searchList(bench(), 'searchContact', { filter: '@' });
		expect(first.results).toHaveLength(50);
		expect(first.results[0].name).toMatch(/, \d+ \(ID: 5001\)$/);
		const second = await searchList(bench(), 'searchContact', {
			filter: '@',
			token: first.paginationToken as string,
		});
		expect(second.results.length).toBeGreaterThan(40);
		expect(second.results[0].value).not.toBe(first.results[0].value);
	});

	it('find appointments by day, contact and service', async () => {
		const { results } = await searchList(bench(), 'searchAppointment', { filter: 'id: 8002' });
		expect(results).toMatchObject([{ value: 8002 }]);
		expect(results[0].name).toMatch(/^\d+\/\d+\/\d{4} .+, .+, Gutter cleaning \(ID: 8002\)$/);
	});

	it('fill the dropdowns', async () => {
		const services = await loadOptions(bench(), 'listService');
		expect(services[0]).toEqual({ name: 'Window cleaning (ID: 301)', value: 301 });
		expect(await loadOptions(bench(), 'listServiceName')).toContainEqual({
			name: 'Holiday lights',
			value: 'Holiday lights',
		});
	});

	it('leave out rows that cannot be chosen', async () => {
		control().change('serviceAgents', 401, { EndDate: '1/31/2020' });
		control().add('serviceAgents', { Id: 450, Name: 'Leaving Late', EndDate: '' });
		control().fault({
			kind: 'status',
			path: '/serviceagents/all',
			status: 200,
			body: {
				ResultCode: 0,
				Matches: [
					{},
					{ Id: 1, Name: 'Gone By', EndDate: '1/31/2020' },
					{ Id: 2, Name: 'Still Here', EndDate: '' },
					{ Id: 3, Name: null, EndDate: '1/31/2099' },
				],
			},
		});
		expect(await loadOptions(bench(), 'listServiceAgent')).toEqual([
			{ name: 'Still Here (ID: 2)', value: 2 },
			{ name: 'ID: 3', value: 3 },
		]);
	});

	it('name channels, campaigns and custom fields by what the vendor takes', async () => {
		expect(await loadOptions(bench(), 'listChannel')).toContainEqual({ name: 'Web', value: 'Web' });
		expect(await loadOptions(bench(), 'listCampaign')).toContainEqual({
			name: 'Phone autumn (Phone)',
			value: 'Phone autumn',
		});
		expect(await loadOptions(bench(), 'listCustomField')).toContainEqual({
			name: 'Gate code',
			value: 'Gate code',
			description: 'cust_gatecode',
		});
	});
});
