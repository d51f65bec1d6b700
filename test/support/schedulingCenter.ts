import axios, { type AxiosRequestConfig, type AxiosResponse } from 'axios';

import { startSandbox, type Row, type Sandbox, type VendorControl } from '../../sandbox';

/** The sandbox of Scheduling Center alone, with the calls that its tests make. */
export interface Calls {
	readonly sandbox: Sandbox<'SchedulingCenter'>;
	readonly control: VendorControl;
	readonly call: (
		method: string,
		path: string,
		options?: AxiosRequestConfig,
	) => Promise<AxiosResponse>;
	/** The body of an answer of 200 to GET. */
	readonly get: (path: string, params?: object) => Promise<Row>;
	/** The body of an answer of 2xx. */
	readonly send: (method: string, path: string, data?: object) => Promise<Row>;
}

export async function startCalls(now: string): Promise<Calls> {
	const sandbox = await startSandbox({ ports: 'free', now, vendors: ['SchedulingCenter'] });
	const { control, credentials } = sandbox.vendors.SchedulingCenter;
	const { baseUrl, username, apiKey } = credentials.schedulingCenterApi;
	const call: Calls['call'] = async (method, path, options = {}) =>
		await axios.request({
			method,
			url: baseUrl + path,
			auth: { username, password: apiKey },
			validateStatus: () => true,
			...options,
		});
	const fine = (path: string, { status, data }: AxiosResponse): Row => {
		if (status >= 200 && status < 300) return data as Row;
		throw new Error(`${path} answered ${status}: ${JSON.stringify(data)}`);
	};
	return {
		sandbox,
		control,
		call,
		get: async (path, params = {}) => fine(path, await call('GET', path, { params })),
		send: async (method, path, data) => fine(path, await call(method, path, { data })),
	};
}
