import axios, { type AxiosResponse } from 'axios';

import { startSandbox, type RunningVendor, type Sandbox } from '../../sandbox';

export const NOW = '2026-03-10T15:00:00.000Z';
export const NOW_SECONDS = Date.parse(NOW) / 1000;

export interface Sent {
	params?: object;
	data?: unknown;
	headers?: Record<string, string>;
}

/** The members of records that tests look at. */
export type Row = Record<string, never> & { readonly id: number };

/** The sandbox of ServiceTrade for a test file: started once, as new before each test. */
export function tradeSandbox() {
	let sandbox: Sandbox<'ServiceTrade'>;
	let vendor: RunningVendor;
	let session: string | undefined;

	beforeAll(async () => {
		sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['ServiceTrade'] });
		vendor = sandbox.vendors.ServiceTrade;
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => {
		vendor.control.reset();
		session = undefined;
	});

	async function raw(method: string, path: string, sent: Sent = {}): Promise<AxiosResponse> {
		return await axios.request({
			method,
			url: vendor.baseUrl + path,
			validateStatus: () => true,
			...sent,
		});
	}

	async function logIn(): Promise<string> {
		const { username, password } = vendor.credentials.serviceTradeApi;
		const { data } = await raw('POST', '/auth', { data: { username, password } });
		return data.data.authToken;
	}

	async function request(method: string, path: string, sent: Sent = {}): Promise<AxiosResponse> {
		session ??= await logIn();
		const headers = { cookie: `PHPSESSID=${session}`, ...sent.headers };
		return await raw(method, path, { ...sent, headers });
	}

	return {
		vendor: () => vendor,
		raw,
		logIn,
		request,
		/** The status of a request. */
		async status(method: string, path: string, sent?: Sent): Promise<number> {
			return (await request(method, path, sent)).status;
		},
		/** What a request that must succeed has in its `data`. */
		async done(method: string, path: string, data: unknown = {}, params: object = {}) {
			const answer = await request(method, path, { data, params });
			if (answer.status >= 300) {
				throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.data)}`);
			}
			return answer.data.data;
		},
		async read(path: string, params: object = {}) {
			const answer = await request('GET', path, { params });
			if (answer.status >= 300) {
				throw new Error(`GET ${path}: ${answer.status} ${JSON.stringify(answer.data)}`);
			}
			return answer.data.data;
		},
	};
}
