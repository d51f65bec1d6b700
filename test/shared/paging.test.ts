import { sleep } from 'n8n-workflow';
import nock from 'nock';

import { ACME, acmeNode } from '../support/acme';
import { runNode, type RunResult } from '../support/engine';
import { noNetwork } from '../support/network';

const api = () => nock(ACME);

noNetwork();

const rows = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, i) => ({ id: from + i }));

const list = async (operation: string, more: object = { returnAll: true }): Promise<RunResult> =>
	await runNode(acmeNode(), { resource: 'job', operation, simplify: false, ...more } as never);

const idsOf = ({ items }: RunResult) => items.map(({ json }) => json.id);

/** Serves a list of so many rows by page and page size, and keeps what it was asked. */
function numbered(total: number | (() => number), times: number) {
	const asked: string[] = [];
	let running = 0;
	const seen = { asked, peak: 0 };
	api()
		.get('/jobs')
		.query(true)
		.times(times)
		.reply(200, async (uri) => {
			const query = new URL(ACME + uri).searchParams;
			asked.push(
				`${query.get('page')}x${query.get('pageSize')}${query.has('count') ? '+count' : ''}`,
			);
			seen.peak = Math.max(seen.peak, ++running);
			await sleep(5);
			running--;
			const [page, size] = [Number(query.get('page')), Number(query.get('pageSize'))];
			const all = typeof total === 'number' ? total : total();
			return { total: all, data: rows((page - 1) * size + 1, Math.min(page * size, all)) };
		});
	return seen;
}

describe('a page that is too much for the vendor', () => {
	/** Fails to make pages of more than `most` records, or those that hold a certain one. */
	function weak(total: number, fails: (page: number, size: number) => boolean) {
		const asked: string[] = [];
		api()
			.persist()
			.get('/jobs')
			.query(true)
			.reply((uri) => {
				const query = new URL(ACME + uri).searchParams;
				const [page, size] = [Number(query.get('page')), Number(query.get('pageSize'))];
				asked.push(`${page}x${size}`);
				if (fails(page, size)) return [500, { title: 'Out of memory' }];
				return [200, { total, data: rows((page - 1) * size + 1, Math.min(page * size, total)) }];
			});
		return asked;
	}

	it('is asked for in smaller ones from the start', async () => {
		const asked = weak(120, (_, size) => size > 30);
		expect(idsOf(await list('getAll'))).toEqual(rows(1, 120).map(({ id }) => id));
		expect(asked.slice(0, 3)).toEqual(['1x100', '1x50', '1x25']);
		expect(asked).toHaveLength(7);
	});

	it('is put together from halves further on', async () => {
		const asked = weak(450, (page, size) => page * size > 290 && page * size <= 300 && size > 50);
		expect(idsOf(await list('getAll'))).toEqual(rows(1, 450).map(({ id }) => id));
		expect(asked).toEqual(expect.arrayContaining(['3x100', '5x50', '6x50']));
	});

	it('is given up where it is no matter of size, in the words of the vendor', async () => {
		const asked = weak(120, () => true);
		expect((await list('getAll')).error?.message).toBe('Out of memory');
		expect(asked).toEqual(['1x100', '1x50', '1x25']);
	});
});

describe('page numbers with a total', () => {
	it('reads all pages, the later ones several at a time, and keeps their order', async () => {
		const seen = numbered(650, 7);
		expect(idsOf(await list('getAll'))).toEqual(rows(1, 650).map(({ id }) => id));
		expect(seen.asked[0]).toBe('1x100+count');
		expect([...seen.asked].sort()).toEqual([
			'1x100+count',
			'2x100',
			'3x100',
			'4x100',
			'5x100',
			'6x100',
			'7x100',
		]);
		// As many as the vendor's allowance has at once.
		expect(seen.peak).toBe(3);
	});

	it('asks for no more than the limit, and for no page after it', async () => {
		const seen = numbered(1000, 1);
		expect(idsOf(await list('getAll', { limit: 20 }))).toHaveLength(20);
		expect(seen.asked).toEqual(['1x20']);
	});

	it('cuts a limit over several pages into equal ones', async () => {
		const seen = numbered(1000, 3);
		expect(idsOf(await list('getAll', { limit: 250 }))).toEqual(rows(1, 250).map(({ id }) => id));
		expect(seen.asked.sort()).toEqual(['1x84+count', '2x84', '3x84']);
	});

	it('stops after one request where everything fits on a page', async () => {
		numbered(100, 1);
		expect(idsOf(await list('getAll'))).toHaveLength(100);
	});

	it('gives a record once where the list shifts while it is read', async () => {
		api()
			.get('/jobs')
			.query(true)
			.times(3)
			.reply((uri) => {
				const page = Number(new URL(ACME + uri).searchParams.get('page'));
				// Every page after the first begins with the last record of the page before.
				const from = (page - 1) * 100 + (page > 1 ? 0 : 1);
				return [200, { total: 300, data: rows(from, page * 100) }];
			});
		expect(idsOf(await list('getAll'))).toEqual(rows(1, 300).map(({ id }) => id));
	});

	it('reads on where the list grew while it was read', async () => {
		let asked = 0;
		numbered(() => (++asked === 1 ? 250 : 350), 4);
		expect(idsOf(await list('getAll'))).toHaveLength(350);
	});

	it('fails as a whole where a page fails, whatever came before', async () => {
		api()
			.get('/jobs')
			.query(true)
			.times(4)
			.reply((uri) =>
				uri.includes('page=3')
					? [400, { title: 'Page 3 is broken' }]
					: [200, { total: 400, data: [{ id: uri }] }],
			);
		const { items, error } = await list('getAll');
		expect(items).toEqual([]);
		expect(error?.message).toBe('Page 3 is broken');
	});
});

describe('other ways of paging', () => {
	it('goes on while the vendor says that more follow', async () => {
		for (const page of [1, 2, 3]) {
			api()
				.get('/flagged')
				.query({ page, pageSize: 2 })
				.reply(200, { hasMore: page < 3, data: rows(page * 2 - 1, page * 2) });
		}
		expect(idsOf(await list('getFlagged'))).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('skips records, in the body of a POST', async () => {
		for (const Skip of [0, 2, 4]) {
			api()
				.post('/skipped', { name: 'x', Skip, Take: 2 })
				.reply(200, { Count: 5, rows: rows(Skip + 1, Math.min(Skip + 2, 5)) });
		}
		expect(idsOf(await list('getSkipped', { returnAll: true, filters: { name: 'x' } }))).toEqual([
			1, 2, 3, 4, 5,
		]);
	});

	it('follows a token to the end', async () => {
		api()
			.get('/tokens')
			.reply(200, { hasMore: true, next: 'a+b', data: rows(1, 2) });
		api()
			.get('/tokens')
			.query({ from: 'a+b' })
			.reply(200, { hasMore: false, next: 'c', data: rows(3, 3) });
		expect(idsOf(await list('getTokens'))).toEqual([1, 2, 3]);
	});

	it('puts several requests together to one list, and gives what is in both once', async () => {
		for (const [status, data] of [
			['open', rows(1, 3)],
			['canceled', rows(3, 5)],
		] as const) {
			api()
				.get('/rounds')
				.query({ status, page: 1, pageSize: 100, count: true })
				.reply(200, { data });
		}
		expect(idsOf(await list('getRounds'))).toEqual([1, 2, 3, 4, 5]);
	});

	it('keeps the limit over all of them', async () => {
		api()
			.get('/rounds')
			.query({ status: 'open', page: 1, pageSize: 4 })
			.reply(200, { data: rows(1, 3) });
		api()
			.get('/rounds')
			.query({ status: 'canceled', page: 1, pageSize: 1 })
			.reply(200, { data: rows(4, 4) });
		expect(idsOf(await list('getRounds', { limit: 4 }))).toEqual([1, 2, 3, 4]);
	});

	it('takes a refusal that only means that there is nothing for an empty list', async () => {
		api().get('/rounds').query(true).reply(404, {});
		expect(await list('getRounds', { limit: 4, filters: { status: 'x' } })).toMatchObject({
			items: [],
		});
	});

	it('narrows every list by what the credential says', async () => {
		const bench = acmeNode();
		Object.assign(bench.credential?.values ?? {}, { branch: 'north' });
		api()
			.get('/rounds')
			.query({ branch: 'north', status: 'x', page: 1, pageSize: 4 })
			.reply(200, { data: [] });
		const parameters = {
			resource: 'job',
			operation: 'getRounds',
			limit: 4,
			filters: { status: 'x' },
		};
		expect((await runNode(bench, parameters)).error).toBeUndefined();
	});

	it('takes a list that comes whole', async () => {
		api()
			.get('/whole')
			.reply(200, { data: rows(1, 4) });
		expect(idsOf(await list('getWhole'))).toEqual([1, 2, 3, 4]);
	});

	it('gives up on a server that gives the same page again and again', async () => {
		api()
			.get('/flagged')
			.query(true)
			.times(2)
			.reply(200, { hasMore: true, data: rows(1, 2) });
		expect(idsOf(await list('getFlagged'))).toEqual([1, 2]);
	});

	it('says so where there is no list in the answer', async () => {
		api().get('/whole').reply(200, { other: [] });
		expect((await list('getWhole')).error?.message).toBe('Acme answered without a list');
	});
});
