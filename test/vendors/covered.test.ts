import { contracts } from '../support/contracts';
import { covered } from '../support/covered';
import { operationsOf } from '../support/definitions';
import { vendors } from '../support/vendors';

interface Endpoint {
	readonly method: string;
	readonly path: string;
}

/** Placeholders are named differently here and there, so only their places count. */
const plain = (route: string) => route.replace(/\{[^}]+\}/g, '{}');

const listed = Object.entries(covered).flatMap(([folder, routes]) =>
	routes === undefined ? [] : [[folder, routes] as const],
);

describe.each(listed)('%s', (folder, routes) => {
	const operations = operationsOf(vendors[folder]);
	const requested = new Set(operations.map(({ operation }) => plain(operation.request)));
	const endpoints = contracts[folder].endpoints as readonly Endpoint[];
	const documented = endpoints.map(({ method, path }) => `${method} ${path}`);

	it('has every documented call as an operation, or says which one serves', () => {
		const served = new Set(Object.keys(routes));
		const left = documented.filter((route) => !requested.has(plain(route)) && !served.has(route));
		expect(left).toEqual([]);
	});

	it('lists no call that is an operation already or that nobody documents', () => {
		// Two calls may differ in nothing but the names of their placeholders.
		const exact = new Set<string>(operations.map(({ operation }) => operation.request));
		const wrong = Object.keys(routes).filter(
			(route) => exact.has(route) || !documented.includes(route),
		);
		expect(wrong).toEqual([]);
	});

	it('names operations that exist, or gives a reason', () => {
		const names = new Set(operations.map(({ name }) => name));
		const wrong = Object.entries(routes).filter(
			([, server]) => !names.has(server) && !server.includes(' '),
		);
		expect(wrong).toEqual([]);
	});
});
