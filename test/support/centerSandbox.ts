import axios, { type AxiosRequestConfig, type AxiosResponse } from 'axios';

import { startSandbox, type Row, type Sandbox } from '../../sandbox';

const NOW = '2026-03-10T15:00:00.000Z';

export const rowsOf = (value: unknown) => value as Row[];
export const idsOf = (value: unknown) => rowsOf(value).map(({ id }) => id);

/** The sandbox of Scheduling Center for a test file: started once, as new before each test, its clock standing. */
export function centerSandbox() {
	let sandbox: Sandbox<'SchedulingCenter'>;
	const control = () => sandbox.vendors.SchedulingCenter.control;
	const credential = () => sandbox.vendors.SchedulingCenter.credentials.schedulingCenterApi;

	beforeAll(async () => {
		sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['SchedulingCenter'] });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => {
		control().reset();
		control().clock({ freeze: true });
	});

	async function call(
		method: string,
		path: string,
		options: AxiosRequestConfig = {},
	): Promise<AxiosResponse> {
		const { baseUrl, username, apiKey } = credential();
		return await axios.request({
			method,
			url: baseUrl + path,
			auth: { username, password: apiKey },
			validateStatus: () => true,
			...options,
		});
	}

	/** The body of an answer of 200 to GET. */
	async function get(path: string, params: object = {}): Promise<Row> {
		const { status, data } = await call('GET', path, { params });
		if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(data)}`);
		return data as Row;
	}

	/** The body of an answer of 2xx. */
	async function send(method: string, path: string, data?: object): Promise<Row> {
		const { status, data: body } = await call(method, path, { data });
		if (status >= 300) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
		return body as Row;
	}

	return { control, credential, call, get, send };
}
