import get from 'lodash/get';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { startSandbox, type LoggedRequest, type Sandbox, type VendorName } from '../../sandbox';
import { pollerOf, runNode, type Bench } from './engine';
import { credentialType, nodes, vendors } from './vendors';

/**
 * What the tests of a file share: the sandbox of a vendor, as new before each test, and nodes that talk
 * to it. Call it once, at the file's top.
 * @param fixed what every account has beside that which the sandbox lets in
 */
export function sandboxBench(name: VendorName, fixed: ICredentialDataDecryptedObject = {}) {
	let sandbox: Sandbox;
	beforeAll(async () => {
		// Test files of one worker share Node's own modules, which a file with mocked answers has changed.
		nock.restore();
		sandbox = await startSandbox<VendorName>({ ports: 'free', vendors: [name] });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => control().reset());

	const control = () => sandbox.vendors[name].control;
	const [type] = Object.keys(vendors[name].api.credentials);
	/** What the account signs in with. */
	const own = (): ICredentialDataDecryptedObject =>
		get(sandbox.vendors[name].credentials, type) as ICredentialDataDecryptedObject;

	let accounts = 0;
	/** An account of its own, so that neither kept rows nor the allowance of another test play a part. */
	const credential = (values: ICredentialDataDecryptedObject = {}): Bench['credential'] => ({
		type: credentialType(type),
		id: `account-${++accounts}`,
		values: { ...own(), ...fixed, ...values },
	});
	const bench = (values?: ICredentialDataDecryptedObject): Bench => ({
		node: nodes[name],
		credential: credential(values),
	});

	const run = async (
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		values?: ICredentialDataDecryptedObject,
	) => {
		const { items, error } = await runNode(bench(values), { resource, operation, ...parameters });
		return { records: items.map(({ json }) => json), items, error };
	};
	/** The requests to a path below `/api`. */
	const sent = (path: string): LoggedRequest[] =>
		control()
			.requests()
			.filter((request) => request.path === `/api${path}`);

	const pollerFor = (event: string, parameters: INodeParameters = {}) =>
		pollerOf({ node: nodes[`${name}Trigger`], credential: credential() }, { event, ...parameters });

	return { control, own, bench, run, sent, pollerFor };
}
