import type { Vendor } from '../../nodes/shared/define/vendor';
import { operationsOf, pickersIn, wireNames } from '../support/definitions';
import { member, plain } from '../support/sent';
import { vendors } from '../support/vendors';
import schedulingCenter from './SchedulingCenter/contract.json';
import schedulingCenterExceptions from './SchedulingCenter/exceptions.json';
import serviceChannel from './ServiceChannel/contract.json';
import serviceChannelExceptions from './ServiceChannel/exceptions.json';
import serviceminder from './Serviceminder/contract.json';
import serviceminderExceptions from './Serviceminder/exceptions.json';
import serviceTitan from './ServiceTitan/contract.json';
import serviceTitanExceptions from './ServiceTitan/exceptions.json';
import serviceTrade from './ServiceTrade/contract.json';
import serviceTradeExceptions from './ServiceTrade/exceptions.json';

interface Endpoint {
	readonly method: string;
	readonly path: string;
	readonly params: {
		readonly [name: string]: { readonly in: string; readonly required?: boolean };
	};
	readonly parametersUnknown?: boolean;
}

interface Contract {
	readonly endpoints: readonly unknown[];
}

const documents: { [folder: string]: [Contract, { [what: string]: string }] } = {
	SchedulingCenter: [schedulingCenter, schedulingCenterExceptions],
	ServiceChannel: [serviceChannel, serviceChannelExceptions],
	Serviceminder: [serviceminder, serviceminderExceptions],
	ServiceTitan: [serviceTitan, serviceTitanExceptions],
	ServiceTrade: [serviceTrade, serviceTradeExceptions],
};

describe.each(Object.entries(vendors))('%s', (folder, vendor: Vendor) => {
	const [contract, exceptions] = documents[folder];
	const endpoints = new Map(
		(contract.endpoints as Endpoint[]).map((endpoint) => [
			plain(`${endpoint.method} ${endpoint.path}`),
			endpoint,
		]),
	);
	const excused = new Set<string>();
	const allowed = (what: string): boolean => {
		if (exceptions[what] === undefined) return false;
		excused.add(what);
		return true;
	};

	const fixed = (always: unknown): string[] =>
		Object.keys((typeof always === 'function' ? always(0, {}) : (always ?? {})) as object);
	/** Every route that this vendor's definitions name, with the parameters that are sent to it. */
	const calls = [
		...operationsOf(vendor).map(({ name, operation }) => ({
			name,
			route: operation.request,
			names: [
				...(['query', 'body', 'form'] as const).flatMap((part) =>
					wireNames(operation[part]).map((wire) => wire.name),
				),
				...fixed(operation.always.query),
				...fixed(operation.always.body),
			],
		})),
		...pickersIn(vendor).map((picker) => ({
			name: `picker ${picker.value}`,
			route: picker.search,
			names: [
				...fixed(picker.always),
				...fixed(picker.find?.('x')),
				...Object.values(picker.within ?? {}).flatMap((to) =>
					typeof to === 'string' ? (picker.search.includes(`{${to}}`) ? [] : [to]) : fixed(to('1')),
				),
			],
		})),
		...vendor.events.map((event) => ({
			name: `event ${event.value}`,
			route: event.request,
			names: [
				...fixed(event.always),
				...fixed(event.since('1')),
				...('until' in event ? fixed(event.until?.('1')) : []),
				...wireNames(event.filters ?? {}).map((wire) => wire.name),
				// What an event reads in a way of its own may go into the path.
			].filter((name) => !event.request.includes(`{${name}}`)),
		})),
		...vendor.events.flatMap((event) =>
			'on' in event
				? [
						{
							name: `event ${event.value} lists what it hangs on`,
							route: event.on.request,
							names: [
								...fixed(event.on.always),
								...fixed(event.on.since('1')),
								...fixed(event.latestFirst),
								...wireNames(event.on.filters ?? {}).map((wire) => wire.name),
							],
						},
					]
				: [],
		),
		...vendor.events.flatMap((event) =>
			'clear' in event
				? [
						{
							name: `event ${event.value} clears`,
							route: event.clear,
							names: fixed(event.through('1')),
						},
					]
				: [],
		),
		{ name: 'check', route: vendor.api.check, names: [] },
	];

	it.each(calls)('$name goes to a documented route', ({ route }) => {
		if (!endpoints.has(plain(route)) && !allowed(route)) {
			throw new Error(`${route} is in none of the vendor's documents`);
		}
	});

	it.each(calls.filter(({ names }) => names.length > 0))(
		'$name sends only documented parameters',
		({ route, names }) => {
			const endpoint = endpoints.get(plain(route));
			if (endpoint === undefined) return expect(exceptions).toHaveProperty([route]);
			const known = new Set(Object.keys(endpoint.params).map(member));
			/** A member of a structure whose members the documents leave open is as documented as that structure. */
			const isKnown = (name: string): boolean => {
				if (known.has(name)) return true;
				const dot = name.lastIndexOf('.');
				if (dot < 0) return false;
				const structure = name.slice(0, dot);
				const hasMembers = [...known].some((other) => other.startsWith(`${structure}.`));
				return !hasMembers && isKnown(structure);
			};
			const unknown = names.filter(
				(name) => !isKnown(member(name)) && !allowed(`${route} ${name}`),
			);
			expect(unknown).toEqual([]);
		},
	);

	it('asks for every parameter that the vendor always requires', () => {
		const missing = operationsOf(vendor).flatMap(({ name, operation }) => {
			if (operation.run !== undefined) return [];
			const endpoint = endpoints.get(plain(operation.request));
			const given = [
				...(['query', 'body', 'form'] as const).flatMap((part) =>
					wireNames(operation[part])
						.filter(({ field }) => field.required)
						.map((wire) => member(wire.name)),
				),
				...fixed(operation.always.query),
				...fixed(operation.always.body),
			];
			return Object.entries(endpoint?.params ?? {})
				.filter(([parameter, { required }]) => required && !/[.[]/.test(parameter))
				.filter(
					([parameter]) =>
						!given.some((one) => one === parameter || one.startsWith(`${parameter}.`)) &&
						!allowed(`${operation.request} ${parameter}`),
				)
				.map(([parameter]) => `${name} ${parameter}`);
		});
		expect(missing).toEqual([]);
	});

	it('has no exception that nothing needs any more', () => {
		expect(Object.keys(exceptions).filter((what) => !excused.has(what))).toEqual([]);
	});
});
