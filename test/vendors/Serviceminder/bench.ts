import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { ServiceminderApi } from '../../../credentials/ServiceminderApi.credentials';
import { Serviceminder } from '../../../nodes/Serviceminder/Serviceminder.node';
import { ServiceminderTrigger } from '../../../nodes/Serviceminder/ServiceminderTrigger.node';
import { startSandbox, type LoggedRequest, type Sandbox } from '../../../sandbox';
import { pollerOf, runNode, type Bench } from '../../support/engine';

/** What the tests of a file share: the sandbox, and nodes that talk to it. Call it once, at its top. */
export function benchOfFile() {
	let sandbox: Sandbox<'Serviceminder'>;
	beforeAll(async () => {
		// Test files of one worker share Node's own modules, which a file with mocked answers has changed.
		nock.restore();
		sandbox = await startSandbox({ ports: 'free', vendors: ['Serviceminder'] });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => control().reset());

	const control = () => sandbox.vendors.Serviceminder.control;
	/** What the account signs in with. */
	const own = () => sandbox.vendors.Serviceminder.credentials.serviceminderApi;

	let accounts = 0;
	/** An account of its own, so that neither kept rows nor the allowance of another test play a part. */
	const credential = (values: ICredentialDataDecryptedObject = {}) => ({
		type: new ServiceminderApi(),
		id: `serviceminder-${++accounts}`,
		values: { ...own(), timezone: 'America/Chicago', ...values },
	});
	const bench = (values?: ICredentialDataDecryptedObject): Bench => ({
		node: new Serviceminder(),
		credential: credential(values),
	});

	const run = async (
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		values?: ICredentialDataDecryptedObject,
	) => {
		const { items, error } = await runNode(bench(values), { resource, operation, ...parameters });
		return { records: items.map(({ json }) => json), error };
	};
	const sent = (path: string): LoggedRequest[] =>
		control()
			.requests()
			.filter((request) => request.path === `/api${path}`);
	/** What the first request to a path held. */
	const body = (path: string) => sent(path)[0].body as IDataObject;

	const pollerFor = (event: string, parameters: INodeParameters = {}) =>
		pollerOf(
			{ node: new ServiceminderTrigger(), credential: credential() },
			{ event, ...parameters },
		);

	return { control, own, bench, run, sent, body, pollerFor };
}

/** The value of a picker in its mode By ID. */
export const byId = (value: number | string) => ({ __rl: true, mode: 'id', value: String(value) });
