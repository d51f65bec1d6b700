import { omit } from 'lodash';

import type { Row } from '../../sandbox';
import { centerSandbox, idsOf, rowsOf } from '../support/centerSandbox';

const { call, get } = centerSandbox();

describe('employees, locations and categories', () => {
	it('adds an employee of a group not above its own', async () => {
		const employee = { first_name: 'Wren', last_name: 'Tallow', username: 'wren', group_id: 5 };
		const { status, data } = await call('POST', '/employees', {
			data: { ...employee, franchise_id: 502, zipcode: '00042' },
		});
		expect(status).toBe(201);
		expect(data).toMatchObject({
			employee: { ...employee, color: '000000', zipcode: 42, group: { name: 'Techs' } },
		});
		const again = await call('POST', '/employees', { data: employee });
		expect([again.status, (again.data as Row).message]).toEqual([400, 'username is taken']);
		const above = await call('POST', '/employees', {
			data: { ...employee, username: 'other', group_id: 2 },
		});
		expect(above.status).toBe(403);
		expect((await call('POST', '/employees', { data: omit(employee, 'group_id') })).status).toBe(
			400,
		);
	});

	it('changes only what is sent, by PATCH and by PUT', async () => {
		for (const method of ['PATCH', 'PUT']) {
			const { data } = await call(method, '/employees/3', { data: { title: method } });
			expect(data).toMatchObject({
				employee: { id: 3, title: method, username: 'cosima.pepperidgemoon202' },
			});
		}
		const deleted = await call('DELETE', '/employees/3');
		expect(deleted.data).toMatchObject({ employee: { active: false, schedule: true } });
		expect((await call('DELETE', '/employees/3')).status).toBe(404);
	});

	it('names the franchise where a list spans them', async () => {
		expect(rowsOf((await get('/employees')).employees)[0]).toHaveProperty('franchise.id', 501);
		const [employee] = rowsOf((await get('/employees', { franchise_id: 501 })).employees);
		expect(employee).not.toHaveProperty('franchise');
	});

	it('searches employees and locations', async () => {
		const { employees } = await get('/employees', { search: 'oakenshaw' });
		expect(idsOf(employees)).toEqual([2]);
		expect(idsOf((await get('/locations', { search: '0502d' })).locations)).toEqual([4]);
	});

	it('shows metadata of a location alone or on request', async () => {
		expect(rowsOf((await get('/locations')).locations)[0]).toMatchObject({
			full_name: 'XX-0501A Maplewick',
			total_zipcodes: 1,
		});
		expect(rowsOf((await get('/locations')).locations)[0]).not.toHaveProperty('locations_metadata');
		const { locations } = await get('/locations', { showMetadata: true });
		expect(rowsOf(locations)[0]).toHaveProperty('locations_metadata.city', 'Maplewick');
		const { location } = await get('/locations/1');
		expect(location).toHaveProperty('locations_metadata.city', 'Maplewick');
		expect(location).not.toHaveProperty('total_zipcodes');
	});

	it('finds postal codes by part of a location code', async () => {
		const { locationsZipcodes } = await get('/locationsZipcodes', { code: '0502' });
		expect(locationsZipcodes).toMatchObject([{ zipcode: '00042' }, { zipcode: '00058' }]);
	});

	it('shows the services of a single category, and its flags as numbers', async () => {
		expect((await get('/categories/1')).category).toMatchObject({
			services: [{ code: 'RM' }, { code: 'STR' }],
		});
		expect(rowsOf((await get('/categories')).categories)[0]).not.toHaveProperty('services');
		const body = { type: 'SERVICE', name: 'Drapes', display_order: 9, include_in_exports: true };
		const { data } = await call('POST', '/categories', { data: body });
		expect(data).toMatchObject({ category: { include_in_exports: 1, scheduling_exempt: 0 } });
		for (const wrong of [
			{ ...body, type: 'OTHER' },
			{ ...body, code: 'ELEVENCHARS' },
		]) {
			expect((await call('POST', '/categories', { data: wrong })).status).toBe(400);
		}
	});
});
