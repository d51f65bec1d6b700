import axios from 'axios';

import { coreSandbox, JOBS } from '../support/coreSandbox';

const { vendor, control, signIn, request } = coreSandbox();

describe('faults', () => {
	it('skip, strike as often as said, and only where they fit', async () => {
		control().fault({
			kind: 'status',
			status: 503,
			method: 'get',
			path: '/jpm/v2/tenant/{tenant}/jobs',
			skip: 1,
			times: 2,
		});
		const statuses = [];
		for (let count = 0; count < 4; count++) statuses.push((await request('GET', JOBS)).status);
		expect(statuses).toEqual([200, 503, 503, 200]);

		control().fault({ kind: 'status', path: 'technicians$', times: 9 });
		expect((await request('GET', JOBS)).status).toBe(200);
		expect((await request('GET', '/settings/v2/tenant/4100200300/technicians')).status).toBe(500);
		control().clearFaults();
		expect((await request('GET', '/settings/v2/tenant/4100200300/technicians')).status).toBe(200);
	});

	it('answer with a status, a body and headers of choice', async () => {
		control().fault({
			kind: 'status',
			status: 429,
			path: 'jobs',
			body: { slow: 'down' },
			headers: { 'retry-after': '7' },
		});
		const { status, data, headers } = await request('GET', JOBS);
		expect([status, data, headers['retry-after']]).toEqual([429, { slow: 'down' }, '7']);
	});

	it.each([
		['html', 502, 'text/html', '<!DOCTYPE html>'],
		['empty', 200, undefined, ''],
		['notJson', 200, 'application/json', '{"cut'],
	] as const)('answer with %s', async (kind, status, contentType, start) => {
		const headers = await signIn();
		control().fault({ kind, path: 'jobs' });
		const response = await axios.get<string>(vendor().baseUrl + JOBS, {
			headers,
			responseType: 'text',
			validateStatus: () => true,
		});
		expect(response.status).toBe(status);
		expect(response.headers['content-type']?.toString().split(';')[0]).toBe(contentType);
		expect(response.data.startsWith(start)).toBe(true);
		expect(response.data.length === 0).toBe(kind === 'empty');
	});

	it('break the connection before or after the work is done', async () => {
		const note = `${JOBS}/50001/notes`;
		const headers = await signIn();
		const post = async () =>
			await axios.post(vendor().baseUrl + note, { text: 'Side gate' }, { headers });

		control().fault({ kind: 'dropBefore', path: 'notes' });
		await expect(post()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(control().records('jobNotes')).toHaveLength(1);

		control().fault({ kind: 'dropAfter', path: 'notes' });
		await expect(post()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(control().records('jobNotes').slice(1)).toMatchObject([{ text: 'Side gate' }]);
		expect(control().requests().slice(-2)).toMatchObject([{ status: 0 }, { status: 0 }]);
	});

	it('delay an answer, or never give it', async () => {
		control().fault({ kind: 'delay', ms: 150, path: 'jobs' });
		const start = Date.now();
		expect((await request('GET', JOBS)).status).toBe(200);
		expect(Date.now() - start).toBeGreaterThanOrEqual(140);

		control().fault({ kind: 'hang', path: 'jobs' });
		await expect(request('GET', JOBS, { timeout: 100 })).rejects.toMatchObject({
			code: 'ECONNABORTED',
		});
	});

	it('are refused where their kind is unknown', () => {
		expect(() => control().fault({ kind: 'flood' as 'html' })).toThrow('none of');
	});
});
