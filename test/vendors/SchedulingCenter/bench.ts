import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { SchedulingCenterApi } from '../../../credentials/SchedulingCenterApi.credentials';
import { SchedulingCenter } from '../../../nodes/SchedulingCenter/SchedulingCenter.node';
import { SchedulingCenterTrigger } from '../../../nodes/SchedulingCenter/SchedulingCenterTrigger.node';
import { startSandbox, type LoggedRequest, type Sandbox } from '../../../sandbox';
import { pollerOf, runNode, type Bench } from '../../support/engine';

/** What the tests of a file share: the sandbox, and nodes that talk to it. Call it once, at its top. */
export function benchOfFile() {
	let sandbox: Sandbox<'SchedulingCenter'>;
	beforeAll(async () => {
		// Test files of one worker share Node's own modules, which a file with mocked answers has changed.
		nock.restore();
		sandbox = await startSandbox({ ports: 'free', vendors: ['SchedulingCenter'] });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.vendors.SchedulingCenter.control.reset());

	const control = () => sandbox.vendors.SchedulingCenter.control;

	let accounts = 0;
	/** An account of its own, so that neither kept rows nor the allowance of another test play a part. */
	const credential = (values: ICredentialDataDecryptedObject = {}) => ({
		type: new SchedulingCenterApi(),
		id: `scheduling-center-${++accounts}`,
		values: { ...sandbox.vendors.SchedulingCenter.credentials.schedulingCenterApi, ...values },
	});
	const bench = (values?: ICredentialDataDecryptedObject): Bench => ({
		node: new SchedulingCenter(),
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
	const sent = (path: string): LoggedRequest[] =>
		control()
			.requests()
			.filter((request) => request.path === `/api${path}`);

	const pollerFor = (event: string, parameters: INodeParameters = {}) =>
		pollerOf(
			{ node: new SchedulingCenterTrigger(), credential: credential() },
			{ event, ...parameters },
		);

	return { control, bench, run, sent, pollerFor };
}

/** The value of a picker in its mode By ID. */
export const byId = (value: number | string) => ({ __rl: true, mode: 'id', value: String(value) });

export const ids = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.id);
