import { loadOptions, searchList } from '../../support/engine';
import { byId } from '../../support/picker';
import { tradeNode } from '../../support/tradeNode';

const { administration, asked, control, queriesOf, session } = tradeNode();

describe('pickers', () => {
	const search = async (
		method: string,
		options: Parameters<typeof searchList>[2] = {},
		bench = session(),
	) => await searchList(bench, method, options);

	it('finds jobs by their number, and shows whose they are', async () => {
		const { results } = await search('searchJob', { filter: '250000' });
		expect(results).toHaveLength(1);
		expect(results[0].value).toBe(10001);
		expect(results[0].name).toMatch(/^#250000, Bluebottle Bakery, .+ \(ID: 10001\)$/);
		expect(queriesOf('/job')[0]).toMatchObject({ number: '250000', status: 'all' });
		await search('searchJob', { filter: 'A-17' });
		expect(queriesOf('/job')[1]).toMatchObject({ refNumber: 'A-17' });
	});

	it('offers no payment that has no ID to choose it by', async () => {
		const { results } = await search('searchPayment');
		expect(queriesOf('/payment')).toHaveLength(1);
		expect(results).toEqual([]);
	});

	it('shows the next page', async () => {
		const bench = session();
		const first = await search('searchJob', {}, bench);
		expect(first.results).toHaveLength(50);
		const token = first.paginationToken as string;
		const second = await search('searchJob', { token }, bench);
		expect(second.results.length).toBeGreaterThan(0);
		expect(first.results.map(({ value }) => value)).not.toContain(second.results[0].value);
	});

	it.each([
		['searchCustomer', 'bluebottle', '/company', { name: 'bluebottle', isCustomer: '1' }],
		['searchVendor', 'lantern', '/company', { name: 'lantern', isVendor: '1' }],
		['searchCompany', 'bluebottle', '/company', { name: 'bluebottle' }],
		['searchLocation', 'bluebottle', '/location', { name: 'bluebottle' }],
		['searchContact', 'larkspurne', '/contact', { search: 'larkspurne' }],
		['searchUser', 'hollowell', '/user', { name: 'hollowell' }],
		['searchServiceRequest', 'valve', '/servicerequest', { description: 'valve' }],
		['searchAppointment', 'bluebottle', '/appointment', { locationName: 'bluebottle' }],
	])('%s looks for "%s" on the server', async (method, filter, path, query) => {
		const { results } = await search(method, { filter });
		expect(results.length).toBeGreaterThan(0);
		expect(results[0].name).toMatch(/ \(ID: \d+\)$/);
		expect(queriesOf(path)[0]).toMatchObject(query);
	});

	it('lists the locations of the chosen customer and the services of the chosen job', async () => {
		const { results } = await search('searchLocation', {
			parameters: {
				resource: 'job',
				operation: 'getAll',
				filters: { customerId: byId(104) },
			},
		});
		expect(results).toHaveLength(2);
		await loadOptions(session(), 'listServiceOfJob', {
			resource: 'appointment',
			operation: 'create',
			jobId: byId(10001),
		});
		expect(queriesOf('/servicerequest')[0]).toMatchObject({ jobId: '10001' });
	});

	it('lists the contracts of a customer, and none where no contract fits', async () => {
		const contractsOf = async (customerId: number) =>
			await search('searchContract', {
				parameters: {
					resource: 'job',
					operation: 'create',
					vendorId: byId(101),
					additionalFields: { customerId: byId(customerId) },
				},
			});
		expect((await contractsOf(104)).results.length).toBeGreaterThan(0);
		expect((await contractsOf(1)).results).toEqual([]);
		await expect(search('searchContract')).rejects.toMatchObject({
			description: expect.stringContaining('use By ID') as unknown,
		});
	});

	it('looks among the records of the chosen kind for what a file hangs on', async () => {
		const find = async (entityType: number, filter?: string) =>
			await search('searchEntity', {
				filter,
				parameters: { resource: 'attachment', operation: 'upload', entityType },
			});
		expect((await find(3, '250000')).results[0].value).toBe(10001);
		expect((await find(5, 'bluebottle')).results[0].name).toContain('Bluebottle Bakery');
		await expect(find(13)).rejects.toMatchObject({
			message: 'Records of this entity type cannot be listed',
			description: 'Use By ID.',
		});
	});

	it('lists the files of the job whose ID is typed', async () => {
		expect((await search('searchAttachment')).results).toEqual([]);
		const { results } = await search('searchAttachment', { filter: '10001' });
		expect(results).toContainEqual({ name: 'riser-room.txt, Generic (ID: 40001)', value: 40001 });
		expect(queriesOf('/attachment')).toEqual([{ entityType: '3', entityId: '10001', page: '1' }]);
	});

	it('reads brands of the chosen company and asks for it first', async () => {
		const parameters = { resource: 'location', operation: 'create' };
		await expect(loadOptions(session(), 'listBrand', parameters)).rejects.toThrow(
			'Choose the company first',
		);
		control().fault({
			kind: 'status',
			status: 200,
			path: '/company/104/brand',
			body: {
				data: { totalPages: 1, page: 1, brands: [{ id: 3, name: 'b', displayName: 'Blue' }] },
			},
		});
		expect(
			await loadOptions(session(), 'listBrand', { ...parameters, companyId: byId(104) }),
		).toEqual([{ name: 'Blue (ID: 3)', value: 3 }]);
	});

	it('fills the dropdowns', async () => {
		const list = async (method: string, operation = 'getAll') =>
			await loadOptions(session(), method, { resource: 'job', operation });
		expect(await list('listJobType')).toContainEqual({
			name: 'Service Call',
			value: 'service_call',
		});
		const technicians = await list('listTechnician');
		const meant = control()
			.records('users')
			.filter(
				({ isTech, status, companyId }) => isTech && status === 'active' && companyId === 101,
			);
		expect(technicians.map(({ value }) => value).sort()).toEqual(meant.map(({ id }) => id).sort());
		expect((await list('listOffice')).map(({ value }) => value)).toEqual(
			expect.arrayContaining([1001, 1002]),
		);
		expect((await list('listTerms')).map(({ name }) => name)).toContain('Job Terms (ID: 1)');
		expect((await list('listRegion')).map(({ value }) => value).sort()).toEqual([301, 302]);
		expect((await list('listServiceLine'))[0].name).toMatch(/, .+ \(ID: \d+\)$/);
	});

	it.each([
		['searchQuote', 'bluebottle', '/quote', { name: 'bluebottle' }],
		['searchLibItem', 'EXT-10', '/libitem', { search: 'EXT-10' }],
		['searchTag', 'e', '/tag', { name: 'e' }],
		['searchServiceRecurrence', 'e', '/servicerecurrence', { description: 'e' }],
		['searchComment', '10001', '/comment', { entityType: '3', entityId: '10001' }],
		['searchContractOfCustomer', '104', '/contract', { customerId: '104' }],
		['searchClockEvent', '10001', '/clock', { jobId: '10001', paired: '0' }],
	])('%s sends what was typed to the list', async (method, filter, path, query) => {
		await search(method, { filter });
		expect(queriesOf(path)[0]).toMatchObject(query);
	});

	it('opens the list of assets, which is refused without a place or a time', async () => {
		const { results } = await search('searchAsset');
		expect(results.length).toBeGreaterThan(0);
		expect(queriesOf('/asset')[0]).toMatchObject({ createdAfter: '0', status: 'active,inactive' });
	});

	it('lists the lines of the chosen invoice and the rules of the chosen contract', async () => {
		const parameters = { resource: 'invoiceItem', operation: 'get', invoiceId: byId(70001) };
		const lines = await search('searchInvoiceItem', { parameters });
		expect(lines.results.length).toBeGreaterThan(0);
		const rules = await search('searchContractRule', {
			parameters: { resource: 'contractRule', operation: 'get', contractId: byId(501) },
		});
		expect(rules.results).toHaveLength(3);
	});

	it('waits for the ID of a job before it lists its items', async () => {
		expect((await search('searchJobItem')).results).toEqual([]);
		expect(asked('/jobitem')).toHaveLength(0);
	});

	it('fills the dropdowns of the second node', async () => {
		const list = async (method: string, resource: string) =>
			await loadOptions(administration(), method, { resource, operation: 'get' });
		expect(await list('listActivity', 'activity')).toContainEqual({
			name: 'Manage Jobs (ID: job.manage)',
			value: 'job.manage',
		});
		expect(await list('listExternalSystemName', 'externalId')).toContainEqual({
			name: 'Ledgerfox',
			value: 'ledgerfox',
		});
		expect(await list('listWarehouse', 'warehouse')).toHaveLength(
			control().records('warehouses').length,
		);
		expect((await list('listPaymentTerms', 'paymentTerms')).map(({ name }) => name)).toContain(
			'Net 15 (ID: 2)',
		);
	});
});
