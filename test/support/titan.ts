import axios, { type AxiosResponse } from 'axios';

import { startSandbox, type Row, type VendorControl } from '../../sandbox';
import { membersOf, typeFacts } from '../../sandbox/ServiceTitan/facts';

export const TENANT = '4100200300';

/** Where the clock of the sandbox stands in its tests. */
export const NOW = '2026-03-10T15:00:00.000Z';

export interface CallOptions {
	readonly params?: object;
	readonly data?: unknown;
	readonly headers?: object;
	readonly tenant?: string;
}

/** A sandbox of ServiceTitan alone that somebody has signed in to. */
export interface Titan {
	readonly control: VendorControl;
	/** `PATCH`, `crm/v2/customers/1001`: the tenant stands where it belongs. */
	call(method: string, path: string, options?: CallOptions): Promise<AxiosResponse<unknown>>;
	get(path: string, params?: object): Promise<AxiosResponse<unknown>>;
	/** The records of a list, or an error that has the answer. */
	rows(path: string, params?: object): Promise<Row[]>;
	/** The answer to a write, or an error that has what was said. */
	write(method: string, path: string, data?: unknown): Promise<Row>;
	/** The status of a write. */
	status(method: string, path: string, data?: unknown): Promise<number>;
	/** The answer to a sign-in whose form has these changes. */
	signIn(changes?: Record<string, string>, asJson?: boolean): Promise<AxiosResponse<unknown>>;
	/** Everything as at the start, signed in again. */
	reset(): Promise<void>;
	close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startTitan(): Promise<Titan> {
	const sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['ServiceTitan'] });
	const { control, credentials } = sandbox.vendors.ServiceTitan;
	const { baseUrl, clientId, clientSecret, appApiKey } = credentials.serviceTitanApi;
	let headers: object = {};

	const titan: Titan = {
		control,
		async call(method, path, { tenant = TENANT, ...options } = {}) {
			const [module, version, ...rest] = path.split('/');
			return await axios.request({
				method,
				url: `${baseUrl}/${[module, version, 'tenant', tenant, ...rest].join('/')}`,
				maxRedirects: 0,
				validateStatus: () => true,
				...options,
				headers: { ...headers, ...options.headers },
			});
		},
		get: async (path, params = {}) => await titan.call('GET', path, { params }),
		async rows(path, params = {}) {
			const { status, data } = await titan.get(path, { pageSize: 5000, ...params });
			if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`);
			return rowsOf(data);
		},
		async write(method, path, data) {
			const answer = await titan.call(method, path, { data });
			if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.data)}`);
			return answer.data as Row;
		},
		status: async (method, path, data) => (await titan.call(method, path, { data })).status,
		async signIn(changes = {}, asJson = false) {
			const form = {
				grant_type: 'client_credentials',
				client_id: clientId,
				client_secret: clientSecret,
				...changes,
			};
			return await axios.post(
				`${baseUrl}/connect/token`,
				asJson ? form : new URLSearchParams(form),
				{ validateStatus: () => true },
			);
		},
		async reset() {
			control.reset();
			const { status, data } = await titan.signIn();
			if (status !== 200) throw new Error(`${status} ${JSON.stringify(data)}`);
			const { access_token: token } = data as { access_token: string };
			headers = { authorization: `Bearer ${token}`, 'st-app-key': appApiKey };
		},
		close: async () => await sandbox.close(),
	};
	await titan.reset();
	return titan;
}

/** The records of an answer, in an envelope or bare. */
export const rowsOf = (data: unknown): Row[] =>
	(Array.isArray(data) ? data : (data as { data: unknown[] }).data) as Row[];

export const idsOf = (rows: readonly Row[]) => rows.map(({ id }) => id);

/** The body that books a job: two technicians come to the one appointment. */
export const newJob = (changes: Row = {}): Row => ({
	customerId: 1001,
	locationId: 2001,
	businessUnitId: 101,
	jobTypeId: 401,
	priority: 'High',
	campaignId: 201,
	appointments: [
		{ start: '2026-03-12T10:00:00Z', end: '2026-03-12T12:00:00Z', technicianIds: [601, 602] },
	],
	...changes,
});

/** What of a value does not fit a type of the documents, in words. */
export function misfits(value: unknown, text: string, module: string, at = ''): string[] {
	const type = typeFacts(text);
	if (value === null) return type.nullable ? [] : [`${at} is null`];
	switch (type.kind) {
		case 'list': {
			if (!Array.isArray(value)) return [`${at} is no list`];
			const item = text.replace(/[?!]*$/, '').slice(1, -1);
			return value.flatMap((one, index) => misfits(one, item, module, `${at}[${index}]`));
		}
		case 'structure': {
			if (typeof value !== 'object' || Array.isArray(value)) return [`${at} is no structure`];
			const members = membersOf(type.name, module);
			const given = value as Row;
			return [
				...Object.keys(given)
					.filter((name) => !Object.hasOwn(members, name))
					.map((name) => `${at}.${name} is not documented`),
				...Object.entries(members).flatMap(([name, member]) => {
					if (given[name] !== undefined) {
						return misfits(given[name], member, module, `${at}.${name}`);
					}
					return typeFacts(member).required ? [`${at}.${name} is missing`] : [];
				}),
			];
		}
		case 'words':
			return type.words.includes(String(value)) ? [] : [`${at} is ${JSON.stringify(value)}`];
		default:
			return fits(value, type.name) ? [] : [`${at} is ${JSON.stringify(value)}, not ${type.name}`];
	}
}

function fits(value: unknown, name: string): boolean {
	switch (name) {
		case 'integer':
			return Number.isInteger(value);
		case 'number':
			return typeof value === 'number';
		case 'boolean':
			return typeof value === 'boolean';
		case 'date-time':
			return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(String(value));
		case 'object':
			return typeof value === 'object';
		case 'any':
			return true;
		default:
			return typeof value === 'string';
	}
}
