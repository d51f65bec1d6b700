import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { rowsIn } from '../../../nodes/Serviceminder/csv';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, run, sent } = benchOfFile();

const bodies = (path: string) => sent(path).map(({ body }) => body as IDataObject);
const rows = async (kind: string, options: INodeParameters = {}) =>
	await run('download', 'getRows', { kind, userId: byId(201), options });

describe('files with commas', () => {
	it.each([
		[
			'quoted commas, quotes and lines',
			'A,B\r\n"x, ""y""","1\n2"\r\n',
			[{ A: 'x, "y"', B: '1\n2' }],
		],
		['each kind of line end', 'A\n1\r2\r\n3', [{ A: '1' }, { A: '2' }, { A: '3' }]],
		[
			'missing and surplus cells',
			'A,B\n1\n1,2,3\n',
			[
				{ A: '1', B: '' },
				{ A: '1', B: '2' },
			],
		],
		[
			'empty cells and an open end',
			'A,B\n,2\n1,',
			[
				{ A: '', B: '2' },
				{ A: '1', B: '' },
			],
		],
		['a mark at the front and empty lines', '\uFEFFA\n\n1\n\n', [{ A: '1' }]],
		['a quote inside a cell', 'A,B\n5" pipe,2\n', [{ A: '5" pipe', B: '2' }]],
		['names alone', 'A,B\r\n', []],
		['nothing', '', []],
	])('are read with %s', (_, csv, expected) => {
		expect(rowsIn(csv)).toEqual(expected);
	});

	it('keep long numbers as they are', () => {
		expect(rowsIn('Id\n00900719925474099312\n')).toEqual([{ Id: '00900719925474099312' }]);
	});
});

describe('downloads', () => {
	it('are read file by file, from the highest ID plus 1 until one is empty', async () => {
		control().generate('contacts', 25_010);
		const { records, error } = await rows('contacts');
		expect(error).toBeUndefined();
		expect(records).toHaveLength(25_070);
		expect(new Set(records.map(({ Id }) => Id)).size).toBe(25_070);
		expect(records[0]).toMatchObject({
			Id: '5001',
			Address: expect.stringContaining('\n') as string,
		});
		expect(bodies('/download/startdownload').map(({ RowId }) => RowId)).toEqual([
			0, 30_001, 30_071,
		]);
	}, 30_000);

	it('stop at the number of rows that was asked for', async () => {
		const { records } = await rows('contacts', { mostRows: 7, startRow: 5003 });
		expect(records.map(({ Id }) => Id)).toEqual(
			[5003, 5004, 5005, 5006, 5007, 5008, 5009].map(String),
		);
		expect(bodies('/download/startdownload')).toMatchObject([
			{ Kind: 'contacts', UserId: 201, RowId: 5003 },
		]);
	});

	it('drop rows that the next file gives again', async () => {
		const file = (text: string) =>
			control().fault({ kind: 'status', path: '/download/getdownload', status: 200, body: text });
		file('Id,Name\r\n1,A\r\n2,B\r\n');
		file('Id,Name\r\n2,B\r\n3,C\r\n');
		file('Id,Name\r\n');
		const { records } = await rows('services');
		expect(records.map(({ Name }) => Name)).toEqual(['A', 'B', 'C']);
	});

	it('end where a table has no IDs to go on from', async () => {
		control().fault({
			kind: 'status',
			path: '/download/getdownload',
			status: 200,
			body: 'Channel,Budget\r\nWeb,100\r\n',
		});
		expect((await rows('campaignbudgets')).records).toEqual([{ Channel: 'Web', Budget: '100' }]);
		expect(sent('/download/startdownload')).toHaveLength(1);
	});

	it('are filtered again by the days that the vendor ignores', async () => {
		const day = new Date(Date.now() - 9 * 86_400_000).toISOString().slice(0, 10);
		const { records } = await rows('proposals', { dateFrom: day, dateThrough: day });
		expect(records.length).toBeGreaterThan(0);
		expect(records.length).toBeLessThan(4);
		const [year, month, date] = day.split('-').map(Number);
		expect(records.every((one) => one.Date === `${month}/${date}/${year}`)).toBe(true);
	});

	it('have the switches of their kind under the vendor’s names', async () => {
		await rows('appointments', {
			mostRows: 1,
			appointments: { values: { scheduled: false, completed: true, canceled: false } },
		});
		expect(bodies('/download/startdownload')[0].Appointments).toEqual({
			Scheduled: false,
			Completed: true,
			Canceled: false,
		});
	});

	it('are given up after the time that was allowed, with the ID for later', async () => {
		control().clock({ freeze: true });
		const { error } = await rows('services', { waitSeconds: 1 });
		expect(error?.message).toMatch(/^Download 301001 is not ready yet/);
		const early = await run('download', 'get', { download: '301001' });
		expect(early.error?.message).toBe('Not ready yet');
		control().clock({ advance: 5 });
		const { records } = await run('download', 'get', { download: '301001' });
		expect(records[0]).toEqual({ Id: '301', Name: 'Window cleaning' });
		expect(bodies('/download/getdownload')[0].DownloadId).toBe(301001);
	});

	it('that were never started say so', async () => {
		control().fault({
			kind: 'status',
			path: '/download/startdownload',
			status: 200,
			body: { ResultCode: 0, Kind: 'services' },
		});
		const { error } = await rows('services');
		expect(error?.message).toMatch(/^Kind: serviceminder started no download of services/);
	});

	it('are asked for again after a failure on the way, but never started again', async () => {
		control().fault({ kind: 'status', path: '/download/downloadstatus', status: 503 });
		control().fault({ kind: 'status', path: '/download/getdownload', status: 502 });
		expect((await rows('services', { mostRows: 1 })).records).toHaveLength(1);
		control().clearRequests();
		control().fault({ kind: 'dropAfter', path: '/download/startdownload' });
		const { error } = await rows('services');
		expect(error?.description).toContain('not known whether serviceminder carried it out');
		expect(sent('/download/startdownload')).toHaveLength(1);
	});

	it('of the brand take filters that are not documented', async () => {
		const { records } = await run('dataSubscriberDownload', 'getRows', {
			kind: 'branding-contacts',
			options: { mostRows: 2, moreFields: '{ "UpdatedThrough": "2099-01-01" }' },
		});
		expect(records).toMatchObject([{ Organization: 'Gleam & Gutter Maplewick' }, {}]);
		expect(bodies('/datasubscriber/startdownload')).toMatchObject([
			{ Kind: 'branding-contacts', RowId: 0, UpdatedThrough: '2099-01-01' },
		]);
	});

	it('can be read as they are by a request of the user’s own', async () => {
		const { records: started } = await run('download', 'start', {
			kind: 'services',
			userId: '201',
		});
		control().clock({ advance: 600 });
		const asked = {
			method: 'POST',
			route: '/download/getdownload',
			payload: { DownloadId: started[0].DownloadId as string },
		};
		const text = { additionalFields: { readAs: 'text' } };
		const { records } = await run('customRequest', 'send', { ...asked, ...text });
		expect(records[0].text).toMatch(/^Id,/);
		const { error } = await run('customRequest', 'send', {
			...asked,
			...text,
			payload: { DownloadId: 'nothing' },
		});
		expect(error?.message).toBe('Download nothing was not found');
	});
});
