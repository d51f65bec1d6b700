import axios from 'axios';

import { minderSandbox } from '../support/minderSandbox';
import contract from '../vendors/Serviceminder/contract.json';

const { vendor, control, keyFor, post, ask, refused } = minderSandbox();

describe('every call', () => {
	it('comes back with the request, key included, and the results', async () => {
		const answer = await ask('/services/all', { IncludeParts: true, Message: '', ResultCode: '' });
		expect(answer).toMatchObject({ ApiKey: keyFor('Organization'), IncludeParts: true });
		expect(JSON.stringify(control().requests())).not.toContain(keyFor('Organization'));
	});

	it('is POST only', async () => {
		const { status } = await axios.get(`${vendor().baseUrl}/services/all`, {
			validateStatus: () => true,
		});
		expect(status).toBe(405);
	});

	it('answers unknown paths with 200 and nothing', async () => {
		for (const path of ['/contacts/notes', '/cancelreasons', '/nothing']) {
			const { status, data } = await post(path);
			expect([status, data]).toEqual([200, '']);
		}
	});

	it('answers refused keys with nothing, except in echo', async () => {
		for (const key of ['wrong', '']) {
			const { status, data } = await post('/services/all', { ApiKey: key });
			expect([status, data]).toEqual([200, '']);
		}
		expect(await ask('/test/echo', { ApiKey: 'wrong' })).toMatchObject({ ApiKey: 'wrong' });
	});

	it('keeps the scopes of keys apart', async () => {
		expect((await post('/services/all', {}, 'Brand')).data).toBe('');
		expect((await post('/organizations/query', { NameSearch: 'a' })).data).toBe('');
		await ask('/organizations/query', { NameSearch: 'a' }, 'Brand');
		await ask('/contacts/locate', { NameSearch: 'a' }, 'Brand');
	});

	it.each([
		['/contacts/locate', { Take: 5 }, 'Take'],
		['/appointments/query', { Limit: 5 }, 'Limit'],
		['/appointments/query', { Skip: '5' }, 'Skip'],
		['/appointments/query', { FromDate: '2026-03-01T10:00:00' }, 'FromDate'],
		['/appointments/query', { FromDate: '2026-02-31' }, 'FromDate'],
		['/appointments/slotsearch', { ServiceId: 301, Timeframe: 'Noon' }, 'Timeframe'],
		['/appointments/slotsearch', {}, 'ServiceId'],
		['/appointments/find', { ContactId: 5001 }, 'AppointmentId'],
		['/contacts/addupdate', { Matches: [{ Phone: '1' }] }, 'Matches[0].Name'],
		['/contacts/addupdate', { Matches: [{ Name: 'A', Colour: 'red' }] }, 'Matches[0].Colour'],
		['/contacts/addupdate', { Matches: [] }, 'contact'],
		[
			'/contacts/addupdate',
			{ Matches: [{ Name: 'A', CustomFields: [{ Name: 'Fax', Value: 5 }] }] },
			'CustomFields[0].Value',
		],
	])('refuses in %s the body %j and names the member', async (path, body, name) => {
		expect(await refused(path, body)).toContain(name);
	});

	it('is answered by something else than 501', async () => {
		const anyKey = vendor().credentials.serviceminderApi.apiKey;
		for (const { path } of contract.endpoints) {
			const { status, data } = await post(path, { ApiKey: anyKey });
			expect([path, status]).toEqual([path, 200]);
			expect([path, data]).not.toEqual([path, '']);
		}
	});
});

it('gives the same records after a reset', async () => {
	const before = control().records('notes');
	await ask('/contacts/addnote', { ContactId: 5001, Note: { Body: 'x' } });
	control().reset();
	expect(control().records('notes')).toEqual(before);
});

it('answers a fault with the status that was asked for', async () => {
	control().fault({ kind: 'status', status: 522, path: '/user/all' });
	const { status, data } = await post('/user/all');
	expect(status).toBe(522);
	expect(data).toMatchObject({ Message: '<none>' });
	await ask('/user/all');
});
