import axios, { type AxiosResponse } from 'axios';

import { startSandbox, type RunningVendor, type Sandbox } from '../../sandbox';

export const NOW = '2026-03-10T15:00:00.000Z';
export const JOBS = '/jpm/v2/tenant/4100200300/jobs';

/**
 * A sandbox for tests of what all vendors have in common, looked at through ServiceTitan: started
 * once for a test file, as new before each test.
 */
export function coreSandbox() {
	let sandbox: Sandbox<'ServiceTitan' | 'Serviceminder'>;
	const vendor = () => sandbox.vendors.ServiceTitan;

	beforeAll(async () => {
		sandbox = await startSandbox({
			ports: 'free',
			now: NOW,
			vendors: ['ServiceTitan', 'Serviceminder'],
		});
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => vendor().control.reset());

	/** The headers of somebody who has just signed in. */
	async function signIn(
		{ baseUrl, credentials }: RunningVendor = vendor(),
	): Promise<Record<string, string>> {
		const { clientId, clientSecret, appApiKey } = credentials.serviceTitanApi;
		const { data } = await axios.post<{ access_token: string }>(
			`${baseUrl}/connect/token`,
			new URLSearchParams({
				grant_type: 'client_credentials',
				client_id: clientId,
				client_secret: clientSecret,
			}),
		);
		return { authorization: `Bearer ${data.access_token}`, 'st-app-key': appApiKey };
	}

	/** Signs in, then asks. */
	async function request(
		method: string,
		path: string,
		options: { params?: object; data?: unknown; headers?: object; timeout?: number } = {},
	): Promise<AxiosResponse> {
		const headers = { ...(await signIn()), ...options.headers };
		return await axios.request({
			method,
			url: vendor().baseUrl + path,
			validateStatus: () => true,
			...options,
			headers,
		});
	}

	return { sandbox: () => sandbox, vendor, control: () => vendor().control, signIn, request };
}
