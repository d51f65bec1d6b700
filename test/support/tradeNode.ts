import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';

import { ServiceTradeApi } from '../../credentials/ServiceTradeApi.credentials';
import { ServiceTradeClientApi } from '../../credentials/ServiceTradeClientApi.credentials';
import { ServiceTrade } from '../../nodes/ServiceTrade/ServiceTrade.node';
import { ServiceTradeAdministration } from '../../nodes/ServiceTrade/ServiceTradeAdministration.node';
import { ServiceTradeTrigger } from '../../nodes/ServiceTrade/ServiceTradeTrigger.node';
import { startSandbox, type LoggedRequest, type Sandbox } from '../../sandbox';
import { pollerOf, runNode, type Bench, type RunOptions } from './engine';
import { byId } from './picker';

export const FILE = {
	data: {
		data: Buffer.from('A picture of the pump.').toString('base64'),
		fileName: 'pump.txt',
		mimeType: 'text/plain',
	},
};

/** ServiceTrade's nodes on a bench, with the sandbox behind them: started once for a test file, as new before each test. */
export function tradeNode() {
	let sandbox: Sandbox<'ServiceTrade'>;

	beforeAll(async () => {
		sandbox = await startSandbox({ ports: 'free', vendors: ['ServiceTrade'] });
	});
	afterAll(async () => {
		nock.cleanAll();
		nock.restore();
		await sandbox.close();
	});
	beforeEach(() => {
		control().reset();
	});

	const control = () => sandbox.vendors.ServiceTrade.control;
	const values = (type: string): IDataObject => ({
		...(sandbox.vendors.ServiceTrade.credentials[type] as IDataObject),
	});

	const session = (more: IDataObject = {}): Bench => ({
		node: new ServiceTrade(),
		credential: {
			type: new ServiceTradeApi(),
			values: { ...values('serviceTradeApi'), ...more } as never,
		},
	});

	const client = (more: IDataObject = {}): Bench => ({
		node: new ServiceTrade(),
		credential: {
			type: new ServiceTradeClientApi(),
			values: { ...values('serviceTradeClientApi'), ...more } as never,
		},
	});

	/** The second node, signed in with a session. */
	const administration = (): Bench => ({ ...session(), node: new ServiceTradeAdministration() });

	/** Runs an operation and gives its records, or throws what the user would see. */
	async function records(
		resource: string,
		operation: string,
		parameters: INodeParameters = {},
		options: RunOptions = {},
		bench = session(),
	): Promise<IDataObject[]> {
		const { items, error } = await runNode(
			bench,
			{ resource, operation, simplify: false, ...parameters },
			options,
		);
		if (error !== undefined) throw error;
		return items.map(({ json }) => json);
	}

	/** What the user sees when an operation fails. */
	async function refusal(
		resource: string,
		operation: string,
		parameters: INodeParameters,
		bench = session(),
	) {
		const { error } = await runNode(bench, { resource, operation, ...parameters });
		return `${error?.message ?? 'no error'}\n${error?.description ?? ''}`;
	}

	/** The requests to a path, sign-in left out. */
	const asked = (path: string, method = 'GET'): LoggedRequest[] =>
		control()
			.requests()
			.filter((request) => request.path.endsWith(path) && request.method === method);

	const queriesOf = (path: string) => asked(path).map(({ query }) => query);

	/** A poller that has looked once, a minute before now by the vendor’s clock. */
	async function begun(event: string, parameters: INodeParameters = {}) {
		// Past the stamps of every record that the sandbox starts with.
		control().clock({ advance: 86_400 });
		const bench = { ...session(), node: new ServiceTradeTrigger() };
		const poller = pollerOf(bench, { event, ...parameters });
		expect(await poller.poll()).toEqual([]);
		control().clock({ advance: 60 });
		control().clearRequests();
		return poller;
	}

	async function upload(additionalFields: INodeParameters = {}, bench = session()) {
		return await records(
			'attachment',
			'upload',
			{
				entityType: 3,
				entityId: byId(10002),
				purposeId: 3,
				uploadedFile: 'data',
				additionalFields,
			},
			{ binary: FILE },
			bench,
		);
	}

	return {
		begun,
		sandbox: () => sandbox,
		control,
		session,
		client,
		administration,
		records,
		refusal,
		asked,
		queriesOf,
		upload,
	};
}
