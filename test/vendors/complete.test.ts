import groupBy from 'lodash/groupBy';

import { contracts } from '../support/contracts';
import { covered, left, promised } from '../support/covered';
import { operationsOf } from '../support/definitions';
import { plain, sentBy } from '../support/sent';
import { vendors } from '../support/vendors';

interface Endpoint {
	readonly method: string;
	readonly path: string;
	readonly params: { readonly [name: string]: object };
}

const listed = Object.entries(left).map(([folder, reasons = {}]) => ({
	folder,
	reasons,
	served: covered[folder] ?? {},
}));

describe.each(listed)('$folder', ({ folder, reasons, served }) => {
	const vendor = vendors[folder];
	const operations = operationsOf(vendor);
	const requested = groupBy(operations, ({ operation }) => plain(operation.request));
	const routes = promised[folder]?.map(plain);
	const endpoints = (contracts[folder].endpoints as readonly Endpoint[]).filter(
		({ method, path }) => routes?.includes(plain(`${method} ${path}`)) ?? true,
	);
	const documented = endpoints.map(({ method, path }) => `${method} ${path}`);

	it('has every documented call as an operation, or says which one serves', () => {
		const missing = documented.filter(
			(route) => requested[plain(route)] === undefined && !Object.hasOwn(served, route),
		);
		expect(missing).toEqual([]);
	});

	it('lists no call that is an operation already or that nobody documents', () => {
		// Two calls may differ in nothing but the names of their placeholders.
		const exact = new Set<string>(operations.map(({ operation }) => operation.request));
		const wrong = Object.keys(served).filter(
			(route) => exact.has(route) || !documented.includes(route),
		);
		expect(wrong).toEqual([]);
	});

	it('names operations that exist, or gives a reason', () => {
		const names = new Set(operations.map(({ name }) => name));
		const wrong = Object.entries(served).filter(
			([, server]) => !names.has(server) && !server.includes(' '),
		);
		expect(wrong).toEqual([]);
	});

	/** Says which parameters of a call are sent, by its own operations or by the one that serves. */
	const senderOf = (route: string) => {
		const own = requested[plain(route)];
		if (own !== undefined) {
			return sentBy(
				vendor,
				own.map(({ operation }) => operation),
			);
		}
		const serving = operations.filter(({ name }) => name === served[route]);
		return sentBy(
			vendor,
			serving.map(({ operation }) => operation),
			// Its address may hold what this call takes beside its own.
			['path', 'query', 'body', 'form'],
		);
	};
	/** Under what a reason is listed: one call, or `*` for all of them. */
	const excuseFor = (route: string, name: string): string | undefined =>
		[`${route} ${name}`, `* ${name}`].find((what) => Object.hasOwn(reasons, what));

	const unsent = endpoints.flatMap(({ method, path, params }) => {
		const route = `${method} ${path}`;
		// A reason in place of an operation that serves: nothing of it is sent.
		if (served[route]?.includes(' ')) return [];
		const isSent = senderOf(route);
		return Object.keys(params)
			.filter((name) => !isSent(name))
			.map((name) => ({ what: `${route} ${name}`, excuse: excuseFor(route, name) }));
	});

	it('can send every documented parameter, or says why not', () => {
		const silent = unsent.filter(({ excuse }) => excuse === undefined);
		expect(silent.map(({ what }) => what)).toEqual([]);
	});

	it('gives no reason that nothing needs any more', () => {
		const needed = new Set(unsent.map(({ excuse }) => excuse));
		expect(Object.keys(reasons).filter((what) => !needed.has(what))).toEqual([]);
	});
});
