import axios, { type AxiosResponse } from 'axios';

import { startSandbox, type Sandbox } from '../../sandbox';

export const NOW = '2026-03-10T15:00:00.000Z';

export interface Sent {
	params?: Record<string, unknown>;
	data?: unknown;
	headers?: Record<string, string>;
}

/** The members of records that the tests look at. */
export interface Listed {
	readonly Id: number;
	readonly Number: string;
	readonly Name: string;
	readonly Description: string;
	readonly CallDate: string;
	readonly CallDate_DTO: string;
	readonly UpdatedDate: string;
	readonly NoteType: string;
	readonly Status: { readonly Primary: string; readonly Extended: string };
}

export type Side = 'provider' | 'subscriber';

/** The sandbox of ServiceChannel for a test file: started once, as new before each test. */
export function channelSandbox() {
	let sandbox: Sandbox<'ServiceChannel'>;
	const vendor = () => sandbox.vendors.ServiceChannel;
	const control = () => vendor().control;
	const origin = () => new URL(vendor().baseUrl).origin;

	beforeAll(async () => {
		sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['ServiceChannel'] });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => control().reset());

	function account(side: Side): Record<string, string> {
		const accounts = vendor().credentials as unknown as Record<string, Record<string, string>>;
		return accounts[side === 'provider' ? 'serviceChannelApi' : 'serviceChannelApi:subscriber'];
	}

	async function token(
		fields: Record<string, string>,
		{ client, asJson, side = 'provider' }: { client?: string; asJson?: boolean; side?: Side } = {},
	): Promise<AxiosResponse> {
		const { clientId, clientSecret } = account(side);
		return await axios.post(
			`${origin()}/oauth/token`,
			asJson ? fields : new URLSearchParams(fields),
			{
				auth: { username: client ?? clientId, password: clientSecret },
				maxRedirects: 0,
				validateStatus: () => true,
			},
		);
	}

	async function logIn(side: Side = 'provider'): Promise<AxiosResponse> {
		const { username, password } = account(side);
		return await token({ grant_type: 'password', username, password }, { side });
	}

	async function raw(method: string, path: string, sent: Sent = {}): Promise<AxiosResponse> {
		const query = new URLSearchParams(
			Object.entries(sent.params ?? {}).map(([name, value]): [string, string] => [
				name,
				String(value),
			]),
		).toString();
		return await axios.request({
			method,
			url: `${vendor().baseUrl}${path}${query ? `?${query}` : ''}`,
			data: sent.data,
			headers: sent.headers,
			validateStatus: () => true,
		});
	}

	/** Signs in as that side, then asks. */
	async function request(
		method: string,
		path: string,
		sent: Sent = {},
		side?: Side,
	): Promise<AxiosResponse> {
		const { data } = await logIn(side);
		const headers = { authorization: `Bearer ${data.access_token}`, ...sent.headers };
		return await raw(method, path, { ...sent, headers });
	}

	const get = async (path: string, params?: Record<string, unknown>) =>
		await request('GET', path, { params });

	return { vendor, control, origin, token, logIn, raw, request, get };
}
