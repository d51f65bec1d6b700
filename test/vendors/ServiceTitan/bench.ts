import type { IDataObject } from 'n8n-workflow';

import { ServiceTitanApi } from '../../../credentials/ServiceTitanApi.credentials';
import { ServiceTitan } from '../../../nodes/ServiceTitan/ServiceTitan.node';
import { startSandbox, type Row, type Sandbox } from '../../../sandbox';
import { runNode, type Bench } from '../../support/engine';

/** What the tests of a file share: the sandbox, and nodes that talk to it. Call it once, at its top. */
export function benchOfFile() {
	let sandbox: Sandbox<'ServiceTitan'>;
	beforeAll(async () => {
		sandbox = await startSandbox({ ports: 'free', vendors: ['ServiceTitan'] });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => control().reset());

	const control = () => sandbox.vendors.ServiceTitan.control;

	let accounts = 0;
	const benchOf = (node: Bench['node'], changes: IDataObject = {}): Bench => ({
		node,
		credential: {
			type: new ServiceTitanApi(),
			values: {
				...sandbox.vendors.ServiceTitan.credentials.serviceTitanApi,
				accessToken: '',
				...changes,
			} as never,
			// A new account each time, so that no list that was kept for a minute leaks into the next test.
			id: `account-${++accounts}`,
		},
	});
	const bench = (changes?: IDataObject): Bench => benchOf(new ServiceTitan(), changes);

	const run = async (
		resource: string,
		operation: string,
		more: object = {},
		options: object = {},
	) => await runNode(bench(), { resource, operation, simplify: false, ...more } as never, options);

	/** The one record that an operation gives. */
	const recordOf = async (...of: Parameters<typeof run>): Promise<Row> => {
		const { items, error } = await run(...of);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(1);
		return items[0].json;
	};

	/** Some record that the sandbox has. */
	const some = (collection: string): Row => control().records(collection)[0];
	/** The requests that arrived, sign-in left out. */
	const calls = () =>
		control()
			.requests()
			.filter(({ path }) => !path.startsWith('/connect'));

	return { control, benchOf, bench, run, recordOf, some, calls };
}
