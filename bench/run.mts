import axios from 'axios';
import { NodeHelpers, type INode, type INodeTypeDescription, type IRun } from 'n8n-workflow';

import { openTestHost, type TestHost } from '../test/n8n/host.mts';
import { chain, numbers, OURS, type Step } from './workflows.mts';

/**
 * Measures the package in a real n8n against the sandbox. Machines differ, so only ratios within one
 * run count; seconds are printed beside them. `npm run bench`.
 */
const RECORDS = 20_000;
const PAGE = 500;
/** As many as the node has under way at the most. */
const AT_ONCE = 12;
const ITEMS = 1_000;

interface Line {
	readonly what: string;
	readonly measured: string;
	readonly target: string;
	readonly met: boolean;
}
const lines: Line[] = [];
const report = (what: string, measured: string, target: string, met: boolean): void => {
	lines.push({ what, measured, target, met });
	console.log(`${met ? 'met   ' : 'MISSED'}  ${what}: ${measured} (target ${target})`);
};
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const times = (ratio: number): string => `${ratio.toFixed(2)}x`;

/** Each is measured so often, in turns, and the middle one counts: other work on the machine comes and goes. */
const ROUNDS = 3;

const middle = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds that a node took, as n8n itself counts. */
function took(run: IRun, node: string): number {
	const [task] = run.data.resultData.runData[node] ?? [];
	if (task?.executionTime === undefined) throw new Error(`${node} did not run`);
	return task.executionTime;
}

const tookInTheMiddle = (run: IRun, node: string): number =>
	middle(Array.from({ length: ROUNDS }, (_, i) => took(run, `${node} ${i}`)));
const itemsOf = (run: IRun, node: string) =>
	run.data.resultData.runData[node]?.[0].data?.main[0] ?? [];

function credentialOf({ credentials }: TestHost, type: string) {
	const found = credentials.find((credential) => credential.type === type);
	if (found === undefined) throw new Error(`The sandbox has no credential of type ${type}`);
	return {
		data: found.data as Record<string, string>,
		reference: { [type]: { id: found.id, name: found.name } },
	};
}

/** n8n's own HTTP Request node with the same credential. */
const httpRequest = (
	type: string,
	credentials: INode['credentials'],
	url: string,
	options: object,
	more: Partial<INode> = {},
): Step => ({
	name: 'HTTP Request',
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		url,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: type,
		options: options as never,
	},
	credentials,
	...more,
});

async function runSteps({ instance }: TestHost, id: string, steps: readonly Step[]): Promise<IRun> {
	await instance.importWorkflows([chain(id, steps)]);
	return await instance.execute(id, { timeoutSeconds: 580 });
}

/** All records of a long list: ours, n8n's HTTP Request node, and a bare loop with as many requests at once. */
async function returnAll(
	host: TestHost,
	delay: number,
	targets: { faster: number; overhead: number },
) {
	const { control, baseUrl } = host.sandbox.vendors.ServiceTitan;
	const { data, reference } = credentialOf(host, 'serviceTitanApi');
	const list = `${baseUrl}/crm/v2/tenant/${data.tenantId}/customers`;
	control.reset();
	control.generate('customers', RECORDS - control.records('customers').length);
	control.delay(delay);
	const ours: Step = {
		name: 'Ours',
		type: `${OURS}.serviceTitan`,
		parameters: {
			resource: 'customer',
			operation: 'getAll',
			returnAll: true,
			simplify: false,
			filters: { active: 'Any' },
			options: {},
		},
		credentials: reference,
		executeOnce: true,
	};
	const warmUp: Step = {
		...ours,
		name: 'Warm up',
		parameters: { ...ours.parameters, returnAll: false, limit: 1 },
	};
	const paged = httpRequest(
		'serviceTitanApi',
		reference,
		`${list}?pageSize=${PAGE}&active=Any`,
		{
			pagination: {
				pagination: {
					paginationMode: 'updateAParameterInEachRequest',
					parameters: {
						parameters: [{ type: 'qs', name: 'page', value: '={{ $pageCount + 1 }}' }],
					},
					paginationCompleteWhen: 'other',
					completeExpression: '={{ !$response.body.hasMore }}',
				},
			},
		},
		{ executeOnce: true },
	);
	const rounds = Array.from({ length: ROUNDS }, (_, i) => [
		{ ...ours, name: `Ours ${i}` },
		{ ...paged, name: `HTTP Request ${i}` },
	]).flat();
	const run = await runSteps(host, `bench-return-all-${delay}`, [warmUp, ...rounds]);
	const read = itemsOf(run, 'Ours 0').length;
	if (read !== RECORDS) throw new Error(`Return All gave ${read} records instead of ${RECORDS}`);
	const pages = itemsOf(run, 'HTTP Request 0').length;
	if (pages !== RECORDS / PAGE) throw new Error(`The HTTP Request node read ${pages} pages`);

	const form = new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: data.clientId,
		client_secret: data.clientSecret,
	});
	const { data: token } = await axios.post<{ access_token: string }>(
		`${baseUrl}/connect/token`,
		form,
	);
	const headers = {
		Authorization: `Bearer ${token.access_token}`,
		'ST-App-Key': data.appApiKey,
	};
	const page = async (number: number) =>
		(
			await axios.get<{ data: object[]; totalCount?: number }>(list, {
				headers,
				params: { page: number, pageSize: PAGE, active: 'Any', includeTotal: number === 1 },
			})
		).data;
	await page(2);
	const bareLoop = async () => {
		const began = performance.now();
		const first = await page(1);
		const last = Math.ceil((first.totalCount ?? 0) / PAGE);
		let next = 2;
		let records = first.data.length;
		const worker = async () => {
			while (next <= last) {
				const { data: more } = await page(next++);
				records += more.length;
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, worker));
		if (records !== RECORDS) throw new Error(`The bare loop read ${records} records`);
		return performance.now() - began;
	};
	const loops: number[] = [];
	for (let i = 0; i < ROUNDS; i++) loops.push(await bareLoop());
	const bare = middle(loops);

	const [mine, theirs] = [tookInTheMiddle(run, 'Ours'), tookInTheMiddle(run, 'HTTP Request')];
	const what = `Return All of ${RECORDS} records at ${delay} ms a request`;
	report(
		`${what}, against the HTTP Request node`,
		`${times(theirs / mine)} faster (${seconds(mine)} and ${seconds(theirs)})`,
		`at least ${targets.faster}x`,
		theirs / mine >= targets.faster,
	);
	report(
		`${what}, against a bare axios loop`,
		`${times(mine / bare)} its time (${seconds(mine)} and ${seconds(bare)})`,
		`at most ${targets.overhead}x`,
		mine / bare <= targets.overhead,
	);
	control.reset();
}

/** One operation on many items, and the same calls made one after the other. */
async function manyItems(host: TestHost) {
	const { control } = host.sandbox.vendors.ServiceTrade;
	const { reference } = credentialOf(host, 'serviceTradeApi');
	control.reset();
	const [{ id }] = control.records('locations');
	control.delay(50);
	const ours: Step = {
		name: 'Ours',
		type: `${OURS}.serviceTrade`,
		parameters: {
			authentication: 'serviceTradeApi',
			resource: 'location',
			operation: 'get',
			locationId: { __rl: true, mode: 'id', value: String(id) },
			simplify: true,
			options: {},
		},
		credentials: reference,
	};
	const oneByOne: Step = {
		...ours,
		name: 'One by one',
		parameters: { ...ours.parameters, options: { itemsAtOnce: 1 } },
	};
	const run = await runSteps(host, 'bench-items', [numbers(ITEMS), ours, oneByOne]);
	const failed = itemsOf(run, 'Ours').filter(({ json }) => json.error !== undefined).length;
	const ratio = took(run, 'One by one') / took(run, 'Ours');
	report(
		`${ITEMS} items at 50 ms, against the same node with one item at a time`,
		`${times(ratio)} faster (${seconds(took(run, 'Ours'))} and ${seconds(took(run, 'One by one'))}), ${failed} failed`,
		'at least 4x, 0 failed',
		ratio >= 4 && failed === 0 && itemsOf(run, 'Ours').length === ITEMS,
	);
	control.reset();
}

/** The same with the vendor's limit enforced: nothing may fail. */
async function underALimit(host: TestHost) {
	const { control, baseUrl } = host.sandbox.vendors.ServiceTitan;
	const { data, reference } = credentialOf(host, 'serviceTitanApi');
	control.reset();
	const [{ id }] = control.records('jobs');
	control.allowance({ requests: 60, perSeconds: 1, retryAfter: 'none' });
	control.delay(50);
	const ours: Step = {
		name: 'Ours',
		type: `${OURS}.serviceTitan`,
		parameters: {
			resource: 'job',
			operation: 'get',
			id: { __rl: true, mode: 'id', value: String(id) },
			simplify: true,
			options: {},
		},
		credentials: reference,
		onError: 'continueRegularOutput',
	};
	const all = httpRequest(
		'serviceTitanApi',
		reference,
		`${baseUrl}/jpm/v2/tenant/${data.tenantId}/jobs/${String(id)}`,
		{},
		{ onError: 'continueRegularOutput' },
	);
	const run = await runSteps(host, 'bench-limit', [numbers(ITEMS), ours, all]);
	const failures = (node: string) =>
		itemsOf(run, node).filter(({ json }) => json.error !== undefined).length;
	report(
		`${ITEMS} items with the limit of 60 a second enforced`,
		`${failures('Ours')} failed, of the HTTP Request node ${failures('HTTP Request')}`,
		'0 failed',
		failures('Ours') === 0 && itemsOf(run, 'Ours').length === ITEMS,
	);
	control.reset();
}

/** What a node costs the editor. */
async function descriptions({ instance }: TestHost) {
	const all = (await instance.exportNodes()) as unknown as INodeTypeDescription[];
	const cost = (description: INodeTypeDescription) => {
		const node: INode = {
			id: '1',
			name: 'Node',
			type: description.name,
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
		};
		const evaluate = () =>
			NodeHelpers.getNodeParameters(description.properties, {}, true, false, node, description);
		for (let i = 0; i < 200; i++) evaluate();
		const began = performance.now();
		for (let i = 0; i < 500; i++) evaluate();
		return (performance.now() - began) / 500;
	};
	const hubspot = all.find(({ name }) => name === 'n8n-nodes-base.hubspot');
	if (hubspot === undefined) throw new Error('n8n has no HubSpot node');
	const size = (description: INodeTypeDescription) =>
		Buffer.byteLength(JSON.stringify(description.properties));
	const base = cost(hubspot);
	console.log(
		`        n8n's HubSpot node: ${Math.round(size(hubspot) / 1024)} KB, ${base.toFixed(2)} ms`,
	);
	const mine = all.filter(
		({ name, group }) =>
			name.startsWith(`${OURS}.`) && !group.includes('trigger') && !/Tool$/.test(name),
	);
	for (const description of mine) {
		const operations = description.properties
			.filter(({ name }) => name === 'operation')
			.flatMap(({ options = [] }) => options as Array<{ value: string }>)
			// n8n adds an entry of its own that leads to its HTTP Request node.
			.filter(({ value }) => !value.startsWith('__')).length;
		const each = size(description) / operations;
		report(
			`${description.displayName}: description per operation`,
			`${(each / 1024).toFixed(2)} KB for each of ${operations}`,
			'at most 1.6 KB',
			each <= 1.6 * 1024,
		);
		const milliseconds = cost(description);
		report(
			`${description.displayName}: evaluating its ${description.properties.length} parameters`,
			`${milliseconds.toFixed(2)} ms, ${times(milliseconds / base)} HubSpot's`,
			'at most 1 ms',
			milliseconds <= 1,
		);
	}
}

const host = await openTestHost();
try {
	await descriptions(host);
	await returnAll(host, 50, { faster: 5, overhead: 1.6 });
	await returnAll(host, 200, { faster: 5, overhead: 1.2 });
	await manyItems(host);
	await underALimit(host);
} finally {
	await host.close();
}
console.log(`\n${lines.filter(({ met }) => met).length} of ${lines.length} targets met`);
