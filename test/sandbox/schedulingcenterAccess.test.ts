import axios from 'axios';

import { centerSandbox } from '../support/centerSandbox';

const { control, credential, call, get } = centerSandbox();

describe('signing in', () => {
	it('takes the username and the key, and nothing else', async () => {
		await get('/categories', { limit: 1 });
		const { username, apiKey } = credential();
		for (const auth of [
			{ username, password: 'wrong' },
			{ username: 'wrong', password: apiKey },
			undefined,
		]) {
			const { status, headers, data } = await call('GET', '/categories', { auth });
			expect(status).toBe(401);
			expect(headers['www-authenticate']).toContain('Basic');
			expect(data).toMatchObject({ code: 401, url: '/api/categories' });
		}
	});

	it('answers with a page outside /api and to those who ask for one', async () => {
		const outside = await axios.get(credential().baseUrl.replace(/\/api$/, '/reviews'));
		expect(outside.headers['content-type']).toContain('text/html');
		const page = await call('GET', '/categories', { headers: { accept: 'text/html,*/*' } });
		expect(page.headers['content-type']).toContain('text/html');
		const script = await call('GET', '/categories', {
			headers: { accept: 'text/html,*/*', 'x-requested-with': 'XMLHttpRequest' },
		});
		expect(script.data).toHaveProperty('categories');
	});

	it('hides the key in the log', async () => {
		await get('/categories');
		expect(JSON.stringify(control().requests())).not.toContain(credential().apiKey);
		expect(control().requests()[0]).toMatchObject({ status: 200, account: credential().username });
	});
});

it('takes 3000 requests in an hour, then refuses', async () => {
	control().allowance({ requests: 2, perSeconds: 3600 });
	await get('/categories');
	await get('/categories');
	expect((await call('GET', '/categories')).status).toBe(429);
	control().clock({ advance: 3600 });
	await get('/categories');
});

it('answers a fault with the status that was asked for', async () => {
	control().fault({ kind: 'status', status: 503, path: '/invoices' });
	expect((await call('GET', '/invoices')).status).toBe(503);
	await get('/invoices');
});
