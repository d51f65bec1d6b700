import type { INodeParameters } from 'n8n-workflow';

import { loadOptions, runNode, searchList } from '../../support/engine';
import { byId } from '../../support/picker';
import { benchOfFile } from './bench';

const { control, bench, run, sent } = benchOfFile();

describe('appointments', () => {
	it('are read one by one and in lists, with the times as the vendor writes them', async () => {
		const { records } = await run('appointment', 'get', { id: byId(70_001), simplify: false });
		expect(records).toHaveLength(1);
		expect(records[0]).toMatchObject({ id: 70_001, appointments_type: { name: 'Job Scheduled' } });
		expect(records[0].start_datetime).toMatch(/T09:00:00\+00:00$/);
		const list = await run('appointment', 'getAll', { limit: 3 });
		expect(list.records).toHaveLength(3);
		expect(list.records[0]).toHaveProperty('address.full_street');
		expect(list.records[0]).not.toHaveProperty('vehicle_id');
	});

	it('changed after a moment are asked for in UTC', async () => {
		await run('appointment', 'getAll', {
			filters: { lastModifiedAfter: '2026-03-31T14:30:00' },
		});
		// The workflow is in New York, four hours behind UTC on that day.
		expect(sent('/appointments')[0].query.last_modified_after).toBe('2026-03-31 18:30:00');
	});
});

describe('lists', () => {
	it('are read to their end, a hundred at a time and no page past it', async () => {
		control().generate('appointments', 210);
		const { records } = await run('appointment', 'getAll', { returnAll: true });
		expect(records).toHaveLength(300);
		expect(new Set(records.map(({ id }) => id)).size).toBe(300);
		expect(sent('/appointments').map(({ query }) => [query.page, query.limit])).toEqual(
			['1', '2', '3'].map((page) => [page, '100']),
		);
	});

	it('stop at the limit', async () => {
		const { records } = await run('invoice', 'getAll', { limit: 120 - 50 });
		expect(records).toHaveLength(70);
		expect(sent('/invoices').map(({ query }) => query.limit)).toEqual(['70']);
	});

	it('give nothing twice when records shift between the pages', async () => {
		control().generate('invoices', 200);
		control().shiftPages('invoices', 1);
		const { records } = await run('invoice', 'getAll', { returnAll: true });
		expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
	});

	it('are of the franchise in the credential, unless the node says otherwise', async () => {
		const franchises = async (filters: INodeParameters) => {
			const { records } = await run(
				'appointment',
				'getAll',
				{ returnAll: true, simplify: false, filters },
				{ franchiseId: '502' },
			);
			return [...new Set(records.map(({ franchise_id: id }) => id))].sort();
		};
		expect(await franchises({})).toEqual([502]);
		expect(await franchises({ franchiseId: byId(501) })).toEqual([501]);
		expect(await franchises({ franchiseId: byId(0) })).toEqual([501, 502]);
	});

	it('leave a flag out that is off, because the server takes the word false for true', async () => {
		await run('invoice', 'getAll', { filters: { includeSummary: false, showInactive: true } });
		const [{ query }] = sent('/invoices');
		expect(query).not.toHaveProperty('include_summary');
		expect(query.showInactive).toBe('true');
	});

	it('can be cut down to some columns', async () => {
		const { records } = await run('invoice', 'getAll', {
			limit: 1,
			simplify: false,
			filters: { fields: { values: [{ table: 'invoices', columns: 'id, amount_due' }] } },
		});
		expect(Object.keys(records[0]).sort()).toEqual(['amount_due', 'id']);
	});
});

describe('invoices', () => {
	it('are read with their line items and status', async () => {
		const { records } = await run('invoice', 'get', { id: byId(50_001), simplify: false });
		expect(records[0]).toMatchObject({ id: 50_001, invoice_status: { label_singular: 'Paid' } });
		expect(records[0].invoice_line_items).not.toHaveLength(0);
	});

	it('are filtered as the reference writes it', async () => {
		await run('invoice', 'getAll', {
			filters: {
				dateCreatedAfter: '2026-01-15T08:00:00Z',
				dateCompletedAfter: '2026-01-15T08:00:00',
				contact: 1002,
				campaignCode: byId('SB0126'),
				includeCategories: true,
				includeCampaigns: true,
			},
		});
		expect(sent('/invoices')[0].query).toEqual({
			date_created_after: '2026-01-15 08:00:00',
			// On the clock of the franchise, so the digits stay.
			date_completed_after: '2026-01-15 08:00:00',
			contact_id: '1002',
			campaign_code: 'SB0126',
			include_categories: 'true',
			include_campaigns: 'true',
			page: '1',
			limit: '50',
		});
	});
});

describe('reviews', () => {
	const created = async (additionalFields: INodeParameters = {}) =>
		(await run('review', 'create', { rating: 9, additionalFields })).records[0];

	it('are created with what is known of the customer', async () => {
		const record = await created({
			comment: 'Spotless',
			allowedPublic: false,
			dateReviewed: '2026-02-03T10:00:00',
			reviewSourceId: 2,
			contacts: { values: { firstName: 'Marla', email: 'marla@example.com' } },
			addresses: { values: { zipcode: '00501', address1: '1 Sample Street' } },
		});
		expect(record).toMatchObject({ rating: 9, comment: 'Spotless', reviews_source_id: 2 });
		expect(sent('/reviews')[0].body).toEqual({
			rating: 9,
			comment: 'Spotless',
			allowed_public: false,
			date_reviewed: '2026-02-03 10:00:00',
			review_source_id: 2,
			reviews_source_id: 2,
			contacts: { first_name: 'Marla', email: 'marla@example.com' },
			addresses: { zipcode: '00501', address_1: '1 Sample Street', address1: '1 Sample Street' },
		});
	});

	it('come out of the list of one that a read wraps them in', async () => {
		const { id } = await created();
		const { records } = await run('review', 'get', { id: byId(String(id)) });
		expect(records).toMatchObject([{ id, rating: 9 }]);
	});

	it('are changed in what is given, empty text included', async () => {
		const { id } = await created({ comment: 'Good' });
		const { records } = await run('review', 'update', {
			id: byId(String(id)),
			updateFields: { comment: '', censored: false },
		});
		expect(records[0]).toMatchObject({ id, rating: 9, comment: '', censored: 0 });
		expect(sent(`/reviews/${String(id)}`)[0]).toMatchObject({
			method: 'PATCH',
			body: { comment: '', censored: false },
		});
	});

	it('only become inactive when they are deleted', async () => {
		const { id } = await created();
		expect((await run('review', 'delete', { id: byId(String(id)) })).records).toEqual([
			{ deleted: true, id },
		]);
		const listed = async (filters: INodeParameters) =>
			(await run('review', 'getAll', { returnAll: true, filters })).records.some(
				(review) => review.id === id,
			);
		expect(await listed({})).toBe(false);
		expect(await listed({ showInactive: true })).toBe(true);
	});

	it('are listed by location, private and censored ones on request', async () => {
		const { records } = await run('review', 'getAll', {
			returnAll: true,
			simplify: false,
			filters: { locationCode: byId('XX-0501A'), showCensored: true, showNotAllowedPublic: true },
		});
		expect(records.length).toBeGreaterThan(0);
		expect([...new Set(records.map(({ location_id: id }) => id))]).toEqual([1]);
		expect(sent('/reviews')[0].query).toMatchObject({
			'location[code]': 'XX-0501A',
			showCensored: 'true',
			showNotAllowedPublic: 'true',
		});
	});

	it('are not created a second time after a failure of the server, but changed once more', async () => {
		control().fault({ kind: 'status', method: 'POST', path: '/reviews', status: 503 });
		expect((await run('review', 'create', { rating: 1 })).error).toMatchObject({ httpCode: '503' });
		expect(sent('/reviews')).toHaveLength(1);
		control().fault({ kind: 'status', method: 'PATCH', path: '/reviews/{id}', status: 503 });
		const { error } = await run('review', 'update', {
			id: byId(9001),
			updateFields: { rating: 4 },
		});
		expect(error).toBeUndefined();
		expect(sent('/reviews/9001')).toHaveLength(2);
	});
});

describe('errors', () => {
	it('name the credential when the key is wrong, and hide it', async () => {
		const { error } = await run('invoice', 'getAll', {}, { apiKey: 'wrong-key-of-somebody' });
		expect(error).toMatchObject({
			message: 'The API username or key is missing or wrong',
			httpCode: '401',
			description: expect.stringContaining('API username and the API key') as string,
		});
		expect(JSON.stringify(error)).not.toContain('wrong-key-of-somebody');
	});

	it('say what a missing record may be', async () => {
		const { error } = await run('appointment', 'get', { id: byId(404_404) });
		expect(error).toMatchObject({
			httpCode: '404',
			description: expect.stringContaining('deleted record') as string,
			context: { itemIndex: 0 },
		});
	});

	it('show reasons by field, under the labels of the node', async () => {
		control().fault({
			kind: 'status',
			method: 'POST',
			path: '/reviews',
			status: 422,
			body: { message: 'A validation error occurred', errors: { rating: { range: 'Too high' } } },
		});
		const { error } = await run('review', 'create', { rating: 11 });
		expect(error).toMatchObject({ message: 'A validation error occurred', httpCode: '422' });
		expect(error?.description).toContain('Rating: Too high');
	});

	it('explain a 500 as a list that is too large', async () => {
		control().fault({ kind: 'status', path: '/invoices', status: 500, body: '', times: 20 });
		const { error } = await run('invoice', 'getAll');
		expect(error).toMatchObject({ message: 'Scheduling Center answered with status 500' });
		expect(error?.description).toContain('too large');
	});

	it('tell a page for people from an answer', async () => {
		control().fault({ kind: 'html', path: '/invoices', status: 200 });
		expect((await run('invoice', 'getAll')).error?.message).toContain('web page');
	});

	it('heed a pause that the vendor asks for', async () => {
		control().fault({
			kind: 'status',
			path: '/invoices',
			status: 429,
			headers: { 'retry-after': '0' },
		});
		const { error, records } = await run('invoice', 'getAll', { limit: 1 });
		expect(error).toBeUndefined();
		expect(records).toHaveLength(1);
	});

	it('of one item in three leave the other two', async () => {
		const { items } = await runNode(
			bench(),
			{ resource: 'invoice', operation: 'get', id: byId('={{ $json.id }}') },
			{
				items: [{ id: 50_001 }, { id: 404_404 }, { id: 50_003 }],
				onError: 'continueRegularOutput',
			},
		);
		expect(items.map(({ json, pairedItem }) => [json.id ?? 'error', pairedItem])).toEqual([
			[50_001, { item: 0 }],
			['error', { item: 1 }],
			[50_003, { item: 2 }],
		]);
	});
});

describe('pickers', () => {
	it('search on the server where it can, and go on to the next page', async () => {
		control().generate('locations', 70);
		const first = await searchList(bench(), 'searchLocation');
		expect(first.results).toHaveLength(50);
		const second = await searchList(bench(), 'searchLocation', {
			token: first.paginationToken as string,
		});
		expect(second.results.length).toBeGreaterThan(20);
		await searchList(bench(), 'searchReview', { filter: 'tidy' });
		expect(sent('/reviews')[0].query).toMatchObject({ search: 'tidy', showCensored: 'true' });
	});

	it('look through the rows where the server has no search', async () => {
		const { results } = await searchList(bench(), 'searchInvoice', { filter: '#103' });
		expect(results).toMatchObject([{ value: 50_004 }]);
		expect(results[0].name).toMatch(/^#103 \S+ \S+ \(ID: 50004\)$/);
		const campaigns = await searchList(bench(), 'searchCampaignCode', { filter: 'wave 3' });
		expect(campaigns.results).toMatchObject([{ value: 'SB0326' }]);
	});

	it('follow the franchise that was chosen, and else that of the credential', async () => {
		await searchList(bench({ franchiseId: '503' }), 'searchLocation');
		await searchList(bench({ franchiseId: '503' }), 'searchLocation', {
			parameters: { resource: 'review', operation: 'getAll', filters: { franchiseId: byId(502) } },
		});
		expect(sent('/locations').map(({ query }) => query.franchise_id)).toEqual(['503', '502']);
	});

	it('offer every franchise, whichever the credential names', async () => {
		const { results } = await searchList(bench({ franchiseId: '503' }), 'searchFranchise');
		expect(results.map(({ name }) => name)).toEqual(['ID: 501', 'ID: 502', 'ID: 503']);
	});

	it('name appointments by day and street, and sources by their key where there is no name', async () => {
		const { results } = await searchList(bench(), 'searchAppointment');
		expect(results[0].name).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d .+ \(ID: 70001\)$/);
		expect(await loadOptions(bench(), 'listReviewSource')).toEqual([
			{ name: 'website', value: 1 },
			{ name: 'Listen 360', value: 2 },
			{ name: 'Phone call', value: 3 },
		]);
	});
});
