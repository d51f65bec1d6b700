import type { IDataObject, INodeExecutionData, IRun } from 'n8n-workflow';

import type { ImportedCredential } from '../../demo/instance.mts';
import { publishedNames } from '../package/published.cts';
import type { Case, VendorCases } from './cases/case';
import type { Checks } from './checks.mts';
import type { TestHost } from './host.mts';
import { chain, errorOf, httpStep, itemsOf, ours, start, type Step } from './workflow';

/** What the node of a case is called in its workflow. */
export const nameOf = ({ operation, as }: Case) => as ?? operation;

/** The imported credential of an account: `serviceChannelApi`, or a second one, `serviceChannelApi:subscriber`. */
export function credentialOf({ credentials }: TestHost, account: string): ImportedCredential {
	const found = credentials.find(({ id }) => id === `sandbox-${account.replace(':', '-')}`);
	if (!found) throw new Error(`The sandbox has no account ${account}.`);
	return found;
}

/** A step that runs one operation of a vendor's node. */
export function operationStep(
	name: string,
	node: string,
	operation: string,
	parameters: IDataObject | undefined,
	credential: Step['credential'],
): Step {
	const [resource, verb] = operation.split('.');
	return {
		name,
		type: ours(node),
		parameters: { resource, operation: verb, ...parameters },
		credential,
	};
}

const PLAIN = 'HTTP Request node with the same credential';

/** All operations of a vendor in one workflow. */
export function operationsWorkflow(host: TestHost, vendor: VendorCases) {
	const { node, credential, cases, plainRequest } = vendor;
	const steps = cases.flatMap((one): Step[] => [
		...(one.before ?? []),
		operationStep(
			nameOf(one),
			one.node ?? node,
			one.operation,
			one.parameters,
			credentialOf(host, one.credential ?? credential),
		),
	]);
	const plain = httpStep(PLAIN, {
		method: plainRequest.method,
		url: host.sandbox.vendors[vendor.vendor].baseUrl + plainRequest.path,
		json: plainRequest.json,
		credential: credentialOf(host, credential),
	});
	return chain(`operations-${node}`, `Every operation of ${vendor.vendor}`, [
		start,
		...steps,
		plain,
	]);
}

type Verdict = (items: readonly INodeExecutionData[]) => string | undefined;

const filled = ({ json }: INodeExecutionData) => Object.keys(json).length > 0;

/** What each kind of output has to look like. */
const verdicts: Readonly<Record<Case['gives'], Verdict>> = {
	record: (items) =>
		items.length === 1 && filled(items[0]) && items[0].json.success === undefined
			? undefined
			: 'not one record',
	list: (items) => (items.length > 0 && items.every(filled) ? undefined : 'an empty list'),
	file: ([first]) =>
		Object.values(first?.binary ?? {}).length === 1 ? undefined : 'no file in the output',
	deleted: ([first]) => (first?.json.deleted === true ? undefined : 'not said to be deleted'),
	success: ([first]) => (first?.json.success === true ? undefined : 'not said to be done'),
};

/** What is wrong with what a case gave, or nothing. */
export function problemOf(run: IRun, one: Case): string | undefined {
	const name = nameOf(one);
	const failed = errorOf(run, name);
	if (failed !== undefined) return failed;
	const items = itemsOf(run, name);
	if (items === undefined) return 'the node did not run';
	const records = items.map(({ json }) => json);
	const problem = verdicts[one.gives](items) ?? one.check?.(records);
	return problem && `${problem}; it gave ${JSON.stringify(records).slice(0, 300)}`;
}

/** One check for each case, and one for n8n's own node. */
export function judgeOperations(checks: Checks, vendor: VendorCases, run: IRun): void {
	for (const one of vendor.cases) {
		checks.say(
			`${one.node ?? vendor.node}: ${nameOf(one)} gives a ${one.gives}`,
			problemOf(run, one),
		);
	}
	const { member } = vendor.plainRequest;
	const [answer] = itemsOf(run, PLAIN) ?? [];
	const found = answer !== undefined && member in answer.json;
	checks.say(
		`${vendor.node}: ${PLAIN}`,
		errorOf(run, PLAIN) ??
			(found ? undefined : `no "${member}" in ${JSON.stringify(answer?.json).slice(0, 300)}`),
	);
}

/** Every operation that is published has a case, and no case is of another. */
export function judgeCompleteness(checks: Checks, vendors: readonly VendorCases[]): void {
	const tested = new Set(
		vendors.flatMap(({ node, cases }) =>
			cases.map((one) => `${one.node ?? node}.${one.operation}`),
		),
	);
	const operations = publishedNames.filter((name) => name.split('.').length === 3);
	const missing = operations.filter((operation) => !tested.has(operation));
	const unknown = [...tested].filter((operation) => !operations.includes(operation));
	checks.say(
		`each of the ${operations.length} published operations has a case`,
		missing.length + unknown.length === 0
			? undefined
			: `without one: ${missing.join(', ') || 'none'}; not published: ${unknown.join(', ') || 'none'}`,
	);
}
