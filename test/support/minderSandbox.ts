import axios, { type AxiosResponse } from 'axios';

import { startSandbox, type Row, type Sandbox } from '../../sandbox';

// Ten in the morning in New York, a Tuesday.
const NOW = '2026-03-10T14:00:00.000Z';

/** What a key may be used for. */
export type Scope = 'Organization' | 'Brand' | 'Data Subscriber';

export const rowsOf = (value: unknown) => value as Row[];

/** The sandbox of serviceminder for a test file: started once, as new before each test, its clock standing. */
export function minderSandbox() {
	let sandbox: Sandbox<'Serviceminder'>;
	const vendor = () => sandbox.vendors.Serviceminder;
	const control = () => vendor().control;

	beforeAll(async () => {
		sandbox = await startSandbox({ ports: 'free', now: NOW, vendors: ['Serviceminder'] });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => {
		control().reset();
		control().clock({ freeze: true });
	});

	const keyFor = (scope: Scope) =>
		String(
			control()
				.records('keys')
				.find(({ Scope: its }) => its === scope)?.Key,
		);

	/** Asks with the key of that scope, unless the body has one. */
	async function post(
		path: string,
		body: object = {},
		scope: Scope = 'Organization',
	): Promise<AxiosResponse> {
		return await axios.post(
			vendor().baseUrl + path,
			{ ApiKey: keyFor(scope), ...body },
			{ validateStatus: () => true },
		);
	}

	/** An answer that has to be fine. */
	async function ask(path: string, body: object = {}, scope?: Scope): Promise<Row> {
		const { status, data } = await post(path, body, scope);
		expect(status).toBe(200);
		expect({ path, ...(data as Row) }).toMatchObject({ ResultCode: 0, Message: '' });
		return data as Row;
	}

	/** The message of an answer that has to be a business error. */
	async function refused(path: string, body: object = {}, scope?: Scope): Promise<string> {
		const { status, data } = await post(path, body, scope);
		expect(status).toBe(200);
		expect({ path, ...(data as Row) }).toMatchObject({ ResultCode: 1 });
		return String((data as Row).Message);
	}

	return { vendor, control, keyFor, post, ask, refused };
}
