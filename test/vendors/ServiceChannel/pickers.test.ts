import type { INodeParameters } from 'n8n-workflow';

import { loadOptions, searchList } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile, WINDOW, workorderId } from './bench';

const { sent, answer, bench } = benchOfFile();

describe('pickers', () => {
	const search = async (method: string, asked: Parameters<typeof searchList>[2] = {}) =>
		await searchList(bench(), method, asked);

	it('find work orders by number, words or tracking number, and page on', async () => {
		const full = Array.from({ length: 50 }, (_, i) => ({
			Id: 100 + i,
			Number: `N-${i}`,
			Status: { Primary: 'OPEN' },
			Trade: 'HVAC',
		}));
		answer('GET /odata/workorders', { body: { value: full } });
		const first = await search('searchWorkOrder');
		expect(first.results[0]).toEqual({ name: 'N-0, OPEN, HVAC (ID: 100)', value: 100 });
		answer('GET /odata/workorders', { body: { value: [{ Id: 7 }] } });
		const next = await search('searchWorkOrder', { token: String(first.paginationToken) });
		expect(next).toEqual({ results: [{ name: 'ID: 7', value: 7 }] });
		answer('GET /odata/workorders', { body: { value: [] }, times: 2 });
		await search('searchWorkOrder', { filter: '4711' });
		await search('searchWorkOrder', { filter: "o'x" });
		expect(sent.map(({ query }) => query.$skip)).toEqual(['0', '50', '0', '0']);
		expect(sent[2].query.$filter).toMatch(
			new RegExp(
				`^${WINDOW} and \\(Id eq 4711 or contains\\(Number,'4711'\\) or contains\\(Description,'4711'\\)\\)$`,
			),
		);
		expect(sent[3].query.$filter).toContain("(contains(Number,'o''x') or");
		expect(sent[0].query).toMatchObject({
			$select: 'Id,Number,Status,Trade,Description',
			$orderby: 'CallDate desc,Id desc',
		});
	});

	it('read subscribers off the latest work orders, each once', async () => {
		const of = (Id: number, Name: string) => ({ Id: 1, Subscriber: { Id, Name } });
		answer('GET /odata/workorders', {
			body: { value: [of(11, 'Acorn Stores'), of(11, 'Acorn Stores'), of(12, 'Birch'), { Id: 4 }] },
		});
		expect(await search('searchSubscriber')).toEqual({
			results: [
				{ name: 'Acorn Stores (ID: 11)', value: 11 },
				{ name: 'Birch (ID: 12)', value: 12 },
			],
		});
		expect(sent[0].query).toMatchObject({ $expand: 'Subscriber($select=Id,Name)', $top: '50' });
	});

	it('narrow locations and trades to the chosen subscriber', async () => {
		const parameters = {
			resource: 'workOrder',
			operation: 'create',
			subscriberId: byId(11),
		};
		answer('GET /odata/locations', {
			body: { value: [{ Id: 12, StoreId: 'S-12', Name: 'Shop', City: 'Elm', State: 'NY' }] },
		});
		const { results } = await search('searchLocation', { filter: 'sho', parameters });
		expect(results).toEqual([{ name: 'S-12, Shop, Elm, NY (ID: 12)', value: 12 }]);
		answer('GET /odata/trades', {
			body: {
				value: [
					{ Id: 1, Name: 'HVAC' },
					{ Id: 2, Name: 'HVAC' },
					{ Id: 3, Name: 'Roof' },
				],
			},
		});
		expect((await search('searchTradeName', { parameters })).results).toEqual([
			{ name: 'HVAC', value: 'HVAC' },
			{ name: 'Roof', value: 'Roof' },
		]);
		expect(sent.map(({ query }) => query.$filter)).toEqual([
			"SubscriberId eq 11 and (contains(Name,'sho') or StoreId eq 'sho')",
			'SubscriberId eq 11',
		]);
	});

	it('list the statuses that the chosen work order may get', async () => {
		answer('GET /workorders/4711/statuses', {
			body: [
				{ Id: 'Open', Name: 'OPEN', Extended: ['', 'DECLINED'] },
				{ Id: 'InProgress', Name: 'IN PROGRESS', Extended: ['ON SITE', 'INCOMPLETE'] },
			],
		});
		const parameters = { resource: 'workOrder', operation: 'updateStatus', workorderId };
		expect(await loadOptions(bench(), 'listExtendedStatus', parameters)).toEqual([
			{ name: 'DECLINED (OPEN)', value: 'DECLINED' },
			{ name: 'ON SITE (IN PROGRESS)', value: 'ON SITE' },
			{ name: 'INCOMPLETE (IN PROGRESS)', value: 'INCOMPLETE' },
		]);
		expect(sent[0].query).toEqual({});
		const none = { resource: 'workOrder', operation: 'updateStatus' };
		await expect(loadOptions(bench(), 'listExtendedStatus', none)).rejects.toThrow(/Choose the/);
	});

	it.each([
		['listCategory', '/workorders/categories', [{ name: 'REPAIR (ID: 4)', value: 4 }]],
		['listCategoryName', '/workorders/categories', [{ name: 'REPAIR', value: 'REPAIR' }]],
		['listPriority', '/priorities', [{ name: 'REPAIR', value: 'REPAIR' }]],
		['listWorkType', '/worktypes', [{ name: 'REPAIR (ID: 4)', value: 4 }]],
	])('%s asks for what the chosen subscriber has', async (method, path, rows) => {
		answer(`GET ${path}`, { body: [{ Id: 4, Name: 'REPAIR' }] });
		const inFilters = { subscriberId: byId(11) };
		const [resource, operation, parameters] =
			method === 'listWorkType'
				? ['checkIn', 'checkIn', { additionalFields: inFilters }]
				: ['workOrder', 'getAll', { filters: inFilters }];
		const given = { resource, operation, ...parameters } as INodeParameters;
		expect(await loadOptions(bench(), method, given)).toEqual(rows);
		expect(sent[0].query).toEqual({ subscriberId: '11' });
	});

	it('list the statuses of the chosen subscriber', async () => {
		answer('GET /workorders/statuses', { body: [{ Name: 'OPEN', Extended: ['DECLINED'] }] });
		const parameters = {
			resource: 'workOrder',
			operation: 'getAll',
			filters: { subscriberId: byId(11) },
		};
		expect(await loadOptions(bench(), 'listSubscriberStatus', parameters)).toHaveLength(1);
	});

	it('find users, providers, notes and attachments', async () => {
		answer('GET /odata/users', { body: { value: [{ Id: 31, FullName: '', UserName: 'dana' }] } });
		expect((await search('searchUser', { filter: 'da' })).results).toEqual([
			{ name: 'dana (ID: 31)', value: 31 },
		]);
		expect(sent[0].query.$filter).toBe("(contains(FullName,'da') or contains(UserName,'da'))");
		answer('GET /odata/providerassignment/Service.GetAssigned()', {
			body: { value: [{ Id: 13, Name: 'Cedar Cooling' }] },
		});
		expect((await search('searchProvider', { filter: 'cedar' })).results).toHaveLength(1);
		const parameters = { resource: 'checkIn', operation: 'checkOut', workorderId };
		answer('GET /odata/workorders(4711)/notes', {
			body: { value: [{ Id: 6, NoteData: 'Closed' }] },
		});
		expect((await search('searchNote', { parameters })).results).toEqual([
			{ name: 'Closed (ID: 6)', value: 6 },
		]);
		answer('GET /odata/workorders(4711)/attachments', {
			body: { value: [{ Id: 5, Name: 'a.png' }] },
		});
		expect(
			await loadOptions(bench(), 'listAttachment', {
				...parameters,
				resource: 'note',
				operation: 'create',
			}),
		).toEqual([{ name: 'a.png (ID: 5)', value: 5 }]);
	});

	it('leave the way by ID where the list is refused', async () => {
		answer('GET /odata/users', { status: 400, body: { ErrorCode: 504, ErrorMessage: 'No right' } });
		await expect(search('searchUser')).rejects.toMatchObject({
			message: 'No right (code 504)',
			description: expect.stringContaining('use By ID') as string,
		});
	});
});
