import type { Row } from '../../sandbox';
import { centerSandbox, rowsOf } from '../support/centerSandbox';

const { control, call, get } = centerSandbox();

describe('reviews', () => {
	it('leaves out the censored and those not allowed public unless asked for', async () => {
		const total = async (params: object = {}) => (await get('/reviews', params)).total;
		const usual = Number(await total());
		const all = Number(await total({ showCensored: true, showNotAllowedPublic: true }));
		expect(all).toBe(59);
		expect(Number(await total({ showCensored: true }))).toBeGreaterThan(usual);
		expect(Number(await total({ showNotAllowedPublic: true }))).toBeGreaterThan(usual);
		expect(all).toBeGreaterThan(Number(await total({ showCensored: true })));
	});

	it('wraps the record in a list on read and delete only', async () => {
		const { status, data } = await call('POST', '/reviews', {
			data: {
				rating: 9,
				comment: 'Spotless',
				review_source_id: 2,
				reviews_source_id: 2,
				contacts: { email: 'avelina.amberly0@example.com' },
				addresses: { zipcode: '00042', address_1: '9 Hatter Street' },
			},
		});
		const { review } = data as { review: Row };
		expect(status).toBe(201);
		expect(review).toMatchObject({
			comment: 'Spotless',
			allowed_public: 1,
			censored: 0,
			contact_id: 1001,
			zipcode: '00042',
			franchise_id: 502,
			reviews_source: { lookup_key: 'listen_360' },
		});
		const path = `/reviews/${String(review.id)}`;
		expect((await get(path)).review).toEqual([review]);
		const { data: changed } = await call('PATCH', path, { data: { censored: true } });
		expect((changed as { review: Row }).review).toMatchObject({ censored: 1, rating: 9 });
		const { data: deleted } = await call('DELETE', path);
		expect((deleted as { review: Row[] }).review[0]).toMatchObject({ active: false });
		expect((await call('GET', path)).status).toBe(404);
	});

	it.each([
		[{}, 'rating'],
		[{ rating: 11 }, 'rating'],
		[{ rating: '7' }, 'rating'],
		[{ rating: 7, comments: 'x' }, 'comments'],
		[{ rating: 7, review_source_id: 1, reviews_source_id: 2 }, 'differs'],
		[{ rating: 7, location_id: 77 }, '77'],
		[{ rating: 7, date_reviewed: '2026-03-01T10:00:00Z' }, 'date_reviewed'],
		[{ rating: 7, contacts: { nickname: 'x' } }, 'nickname'],
	])('refuses to add %j', async (body, text) => {
		const { status, data } = await call('POST', '/reviews', { data: body });
		expect(status).toBe(400);
		expect((data as Row).message).toContain(text);
	});

	it('takes a form as well as JSON', async () => {
		const { status, data } = await call('POST', '/reviews', {
			data: new URLSearchParams({ rating: '8', comment: 'By form' }),
		});
		expect(status).toBe(201);
		expect(data).toMatchObject({ review: { rating: 8, comment: 'By form' } });
	});

	it('filters by location in brackets and searches comments and names', async () => {
		const { reviews } = await get('/reviews', { 'location[code]': 'XX-0501A', limit: 100 });
		expect(rowsOf(reviews).length).toBeGreaterThan(0);
		expect(rowsOf(reviews).every((row) => row.location_id === 1)).toBe(true);
		const named = rowsOf((await get('/reviews', { search: 'AMBERLY', limit: 100 })).reviews);
		expect(named.length).toBeGreaterThan(0);
		expect(named.every((row) => /Amberly/.test(JSON.stringify(row.contact)))).toBe(true);
	});

	it('averages with one decimal, without the deleted', async () => {
		for (const { id } of control().records('reviews')) control().remove('reviews', id);
		for (const rating of [10, 9, 9]) control().add('reviews', { rating, location_id: 1 });
		control().add('reviews', { rating: 0, location_id: 1, active: false });
		control().add('reviews', { rating: 2, location_id: 2 });
		expect(await get('/reviews/averages')).toEqual({ average_rating: 7.5, total: 4 });
		expect(await get('/reviews/averages', { location_code: 'XX-0501A' })).toEqual({
			average_rating: 9.3,
			total: 3,
		});
	});

	it('lists the sources, of which the web site has no name', async () => {
		expect((await get('/reviewsSources')).reviewsSources).toMatchObject([
			{ name: '', is_default: true },
			{ name: 'Listen 360' },
			{ name: 'Phone call' },
		]);
	});
});
