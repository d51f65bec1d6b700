import nock from 'nock';

import { runNode } from '../../support/engine';
import { byId } from '../../support/picker';
import { tradeNode } from '../../support/tradeNode';

const { asked, control, queriesOf, records, refusal, session, upload } = tradeNode();

describe('attachment', () => {
	it('uploads a file, lists it with the record, changes and deletes it', async () => {
		const [made] = await upload({
			description: 'The pump',
			visibility: ['public', 'customer'],
		});
		expect(made).toMatchObject({
			fileName: 'pump.txt',
			fileType: 'text/plain',
			purposeId: 3,
			description: 'The pump',
			visibility: ['public', 'customer'],
			entity: { id: 10002, type: 3 },
		});
		const listed = await records('attachment', 'getAll', {
			entityType: 3,
			entityId: byId(10002),
			filters: { purposeId: 3, includeRelatedEntities: true },
		});
		expect(listed.map(({ id }) => id)).toEqual([made.id]);
		expect(queriesOf('/attachment')[0]).toEqual({
			entityType: '3',
			entityId: '10002',
			purposeId: '3',
			includeRelatedEntities: '1',
			page: '1',
		});
		const attachmentId = byId(String(made.id));
		const [changed] = await records('attachment', 'update', {
			attachmentId,
			updateFields: { description: 'The old pump' },
		});
		expect(changed.description).toBe('The old pump');
		const [read] = await records('attachment', 'get', { attachmentId });
		expect(read.description).toBe('The old pump');
		await records('attachment', 'delete', { attachmentId });
		expect(await refusal('attachment', 'get', { attachmentId })).toMatch(/not found/i);
	});

	it('reads a list that takes no limit to the page that it says is the last', async () => {
		for (const id of [1, 2]) {
			const data = { attachments: [{ data: { id } }], totalPages: 2, page: id };
			control().fault({ kind: 'status', status: 200, path: '/attachment', body: { data } });
		}
		const parameters = { entityType: 3, entityId: byId(10001), returnAll: true };
		const listed = await records('attachment', 'getAll', parameters);
		expect(listed).toEqual([{ id: 1 }, { id: 2 }]);
		expect(queriesOf('/attachment').map(({ page, limit }) => [page, limit])).toEqual([
			['1', undefined],
			['2', undefined],
		]);
	});

	it('asks for a photo of a document to be made readable', async () => {
		const [made] = await upload({ camdoc: true });
		expect(made.meta).toMatchObject({ camdoc: expect.anything() as unknown });
	});

	it('downloads what was uploaded', async () => {
		const [{ id }] = await upload();
		const { items } = await runNode(session(), {
			resource: 'attachment',
			operation: 'download',
			attachmentId: byId(String(id)),
			fileField: 'picture',
		});
		const [{ json, binary }] = items;
		expect(json).toMatchObject({ id, fileName: 'pump.txt' });
		expect(json.created).toMatch(/T/);
		expect(binary?.picture).toMatchObject({ fileName: 'pump.txt', mimeType: 'text/plain' });
		expect(Buffer.from(binary?.picture.data ?? '', 'base64').toString()).toBe(
			'A picture of the pump.',
		);
	});

	it('takes no sign-in along to the host that keeps the file', async () => {
		const contentUrl = 'https://files.example.com/10_pump.png?signature=abc';
		control().fault({
			kind: 'status',
			status: 200,
			path: '/attachment/40001',
			body: { data: { id: 40001, contentUrl, fileName: 'pump.png', fileType: 'image/png' } },
		});
		let headers: Record<string, unknown> = {};
		nock('https://files.example.com')
			.get('/10_pump.png')
			.query({ signature: 'abc' })
			.reply(function () {
				headers = this.req.headers;
				return [200, 'bytes'];
			});
		const { items, error } = await runNode(session(), {
			resource: 'attachment',
			operation: 'download',
			attachmentId: byId(40001),
		});
		expect(error).toBeUndefined();
		expect(items[0].binary?.data).toMatchObject({ fileName: 'pump.png' });
		expect(Object.keys(headers)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/cookie|authorization/i)]),
		);
	});

	it('says that a record has no file', async () => {
		control().fault({
			kind: 'status',
			status: 200,
			path: '/attachment/40001',
			body: { data: { id: 40001, contentUrl: null } },
		});
		expect(await refusal('attachment', 'download', { attachmentId: byId(40001) })).toContain(
			'Attachment 40001 has no file',
		);
	});

	it('says which file is missing before anything is sent', async () => {
		const said = await refusal('attachment', 'upload', {
			entityType: 3,
			entityId: byId(10002),
			purposeId: 3,
			uploadedFile: 'photo',
		});
		expect(said).toContain('Input Binary Field: the item has no file in a field named "photo"');
		expect(asked('/attachment', 'POST')).toHaveLength(0);
	});
});
