import type { IDataObject, INodeType } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import type { VendorCases } from '../n8n/cases/case';
import { schedulingCenter } from '../n8n/cases/schedulingCenter';
import { serviceChannel } from '../n8n/cases/serviceChannel';
import { serviceminder } from '../n8n/cases/serviceminder';
import { serviceTitan } from '../n8n/cases/serviceTitan';
import { serviceTrade } from '../n8n/cases/serviceTrade';
import { nameOf, operationStep, problemOf } from '../n8n/operations';
import { ours, type Step } from '../n8n/workflow';
import { publishedNames } from '../package/published.cts';
import { runChain, type ChainStep, type Credential } from '../support/engine';
import { credentials, nodes } from '../support/vendors';

const all: readonly VendorCases[] = [
	schedulingCenter,
	serviceChannel,
	serviceminder,
	serviceTitan,
	serviceTrade('http://file.test', 'http://back.test'),
];

/** Stands in for n8n's own HTTP Request node, which is not here: whatever is fetched is this file. */
const anyFile: INodeType = {
	description: {
		displayName: 'File',
		name: 'file',
		group: ['input'],
		version: 1,
		description: '',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		const content = Buffer.from('a file of the test').toString('base64');
		return [
			[
				{
					json: {},
					binary: { data: { data: content, mimeType: 'text/plain', fileName: 'a.txt' } },
				},
			],
		];
	},
};

const byName = new Map(Object.values(nodes).map((node) => [ours(node.description.name), node]));

const stepOf = ({ name, type, parameters = {}, credential }: Step, index: number): ChainStep => ({
	type: byName.get(type) ?? anyFile,
	...(credential !== undefined && { credential: credential.id }),
	node: {
		id: `step-${index}`,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as ChainStep['node']['parameters'],
		onError: 'continueRegularOutput',
		alwaysOutputData: true,
		executeOnce: true,
	},
});

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ ports: 'free' });
});
afterAll(async () => await sandbox.close());

/** Milliseconds that some hundreds of operations may take one after the other. */
const LONG = 60_000;

/** The cases of the test in a real n8n, on n8n's engine alone: the same proof in seconds. */
describe.each(all.map((cases) => [cases.vendor, cases] as const))('%s', (vendor, cases) => {
	it('has a case for every published operation', () => {
		const tested = new Set(cases.cases.map((one) => `${one.node ?? cases.node}.${one.operation}`));
		const own = new Set([cases.node, ...cases.cases.flatMap(({ node }) => node ?? [])]);
		const published = publishedNames.filter(
			(name) => name.split('.').length === 3 && own.has(name.split('.')[0]),
		);
		expect([...tested].sort()).toEqual([...published].sort());
	});

	it(
		'gives what each case says',
		async () => {
			const { credentials: accounts } = sandbox.vendors[vendor];
			const signIns = Object.fromEntries(
				Object.entries(accounts as Readonly<Record<string, IDataObject>>).flatMap(
					([id, values]): Array<[string, Credential]> =>
						Object.values(credentials)
							.filter(({ name }) => name === id.split(':')[0])
							.map((type) => [id, { type, values: { ...values } as never }]),
				),
			);
			const account = (id: string) => ({ id, name: id, type: id.split(':')[0] });
			const steps = cases.cases.flatMap((one) => [
				...(one.before ?? []),
				operationStep(
					nameOf(one),
					one.node ?? cases.node,
					one.operation,
					one.parameters,
					account(one.credential ?? cases.credential),
				),
			]);
			const run = await runChain(steps.map(stepOf), signIns);
			const problems = cases.cases.flatMap((one) => {
				const problem = problemOf(run, one);
				return problem === undefined ? [] : [`${nameOf(one)}: ${problem}`];
			});
			expect(problems).toEqual([]);
		},
		LONG,
	);
});
