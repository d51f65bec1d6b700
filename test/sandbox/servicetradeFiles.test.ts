import axios from 'axios';
import { createHash } from 'crypto';

import { tradeSandbox } from '../support/tradeSandbox';

const { vendor, logIn, request } = tradeSandbox();

const get = async (path: string, params?: object) => await request('GET', path, { params });

describe('attachments', () => {
	function form(fields: ReadonlyArray<readonly [string, string]>, content = 'hello'): FormData {
		const body = new FormData();
		for (const [name, value] of fields) body.append(name, value);
		body.append('uploadedFile', new Blob([content], { type: 'text/plain' }), 'note.txt');
		return body;
	}

	const onJob = [
		['purposeId', '7'],
		['entityType', '3'],
		['entityId', '10002'],
	] as const;

	test('a file goes up in parts and comes back from a store that wants no sign-in', async () => {
		const { data } = await request('POST', '/attachment', {
			data: form([...onJob, ['visibility[]', 'customer'], ['meta[room]', 'riser']]),
		});
		expect(data.data).toMatchObject({
			checksum: createHash('md5').update('hello').digest('hex'),
			fileName: 'note.txt',
			fileType: 'text/plain',
			purpose: 'Generic',
			visibility: ['customer'],
			meta: { room: 'riser' },
			entity: { id: 10002, type: 3 },
		});
		const { contentUrl } = data.data;
		expect(contentUrl.startsWith(vendor().baseUrl)).toBe(false);
		expect((await axios.get(contentUrl)).data).toBe('hello');
		for (const headers of [
			{ cookie: `PHPSESSID=${await logIn()}` },
			{ authorization: 'Bearer x' },
		]) {
			const refused = await axios.get(contentUrl, { headers, validateStatus: () => true });
			expect(refused.status).toBe(400);
		}
	});

	test.each([
		['no purpose', onJob.slice(1)],
		['an unknown purpose', [['purposeId', '4'], ...onJob.slice(1)]],
		['a record that is not there', [...onJob.slice(0, 2), ['entityId', '1']]],
		['an unknown part', [...onJob, ['color', 'red']]],
		['an unknown visibility', [...onJob, ['visibility[]', 'nobody']]],
	] as const)('refuses %s', async (_case, fields) => {
		expect((await request('POST', '/attachment', { data: form(fields) })).status).toBe(400);
	});

	test('refuses JSON and a form without a file', async () => {
		const json = await request('POST', '/attachment', { data: Object.fromEntries(onJob) });
		expect(json.status).toBe(400);
		const empty = new FormData();
		for (const [name, value] of onJob) empty.append(name, value);
		const refused = await request('POST', '/attachment', { data: empty });
		expect(refused.data.messages.validation).toHaveProperty('uploadedFile');
	});

	test('are listed by record, changed and deleted', async () => {
		const listed = await get('/attachment', { entityId: 10001, entityType: 3 });
		expect(listed.data.data.attachments).toHaveLength(2);
		const [{ id }] = listed.data.data.attachments;
		const changed = await request('PUT', `/attachment/${id}`, { data: { description: 'New' } });
		expect(changed.data.data.description).toBe('New');
		const fixed = await request('PUT', `/attachment/${id}`, { data: { purposeId: 1 } });
		expect(fixed.status).toBe(400);
		expect((await request('DELETE', `/attachment/${id}`)).status).toBe(204);
		expect((await get(`/attachment/${id}`)).status).toBe(404);
	});

	test('a job has its own lists, of which the generic one wraps each element', async () => {
		await request('POST', '/job/10002/picture', { data: form([]) });
		const pictures = (await get('/job/10002/picture')).data.data.attachments;
		expect(pictures).toMatchObject([{ purposeId: 3 }]);
		const generic = (await get('/job/10001/attachment')).data.data.attachments;
		expect(generic).toMatchObject([{ data: { purposeId: 7, meta: [] } }]);
	});
});
