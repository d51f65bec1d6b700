import type { INodeExecutionData, IRun } from 'n8n-workflow';

import type { ImportedCredential } from '../../demo/instance.mts';
import type { VendorCases } from './cases/case.ts';
import { type Checks, unlike } from './checks.mts';
import type { TestHost } from './host.mts';
import { credentialOf, operationStep } from './operations.ts';
import {
	adviceOf,
	chain,
	errorOf,
	httpStep,
	itemsOf,
	itemSteps,
	messageOf,
	start,
	type Step,
} from './workflow.ts';

export const wrongId = (type: string) => `wrong-${type}`.slice(0, 36);

/** For each credential type one that the vendor refuses. */
export function wrongCredentials(
	host: TestHost,
	vendors: readonly VendorCases[],
): ImportedCredential[] {
	return vendors.flatMap((vendor) =>
		Object.entries(vendor.wrongCredentials).map(([type, { fields }]) => {
			const { data } = credentialOf(host, type);
			return { id: wrongId(type), name: `Wrong ${type}`, type, data: { ...data, ...fields } };
		}),
	);
}

const FAULTS = {
	html: { kind: 'html', status: 200 },
	empty: { kind: 'empty' },
	nothing: { kind: 'dropAfter' },
} as const;
type FaultName = keyof typeof FAULTS;
const faultNames = Object.keys(FAULTS) as FaultName[];

const IDS = 'Right and wrong IDs';
const READ = 'Read by right and wrong IDs';
const BREAK = 'A connection that breaks once';
const RETRIED = 'Read over a connection that breaks once';
const signIn = (type: string) => `Sign in with a wrong ${type}`;
const write = (fault: FaultName) => `Write three, the second meets ${fault}`;

/** Everything that can go wrong with a vendor, in one workflow. */
export function badInputWorkflow(host: TestHost, vendor: VendorCases) {
	const { node, reading, writing, credential } = vendor;
	const right = credentialOf(host, credential);
	const listed = vendor.cases.find(({ operation, as }) => (as ?? operation) === reading.ids[0]);
	const listParameters = reading.list ?? listed?.parameters;
	const control = (name: string, action: string, body: unknown) =>
		httpStep(name, {
			method: 'POST',
			url: `${host.sandbox.control.url}/${vendor.vendor}/${action}`,
			json: body,
		});
	const ofType = (type: string) => (type === credential ? {} : { authentication: type });

	const listStep = operationStep(reading.ids[0], node, reading.ids[0], listParameters, right);
	const signIns = Object.keys(vendor.wrongCredentials).map((type) =>
		operationStep(
			signIn(type),
			node,
			reading.ids[0],
			{ ...listParameters, ...ofType(type) },
			{ id: wrongId(type), name: `Wrong ${type}`, type },
		),
	);
	const good = `$('${reading.ids[0]}').first().json.${reading.ids[1]}`;
	const ids = `={{ JSON.stringify({ items: [{ id: ${good} }, { id: ${JSON.stringify(reading.unknown.value)} }, { id: ${good} }, { id: ${JSON.stringify(reading.misfit.value)} }, { id: ${good} }] }) }}`;
	const [idsAsOne, idsApart] = itemSteps(IDS, []);
	const read: Step[] = [
		{ ...idsAsOne, parameters: { ...idsAsOne.parameters, jsonOutput: ids } },
		idsApart,
		{
			...operationStep(READ, node, reading.operation, reading.parameters('={{ $json.id }}'), right),
			everyItem: true,
		},
		control(BREAK, 'fault', { kind: 'dropBefore', path: reading.call }),
		operationStep(RETRIED, node, reading.operation, reading.parameters(`={{ ${good} }}`), right),
	];
	const writes = faultNames.flatMap((fault): Step[] => [
		control(`Arm ${fault}`, 'fault', { ...FAULTS[fault], path: writing.call, skip: 1 }),
		...itemSteps(`Three items for ${fault}`, [{ number: 1 }, { number: 2 }, { number: 3 }]),
		{
			...operationStep(
				write(fault),
				node,
				writing.operation,
				// One at a time, so that the fault strikes the second item.
				{ ...writing.parameters, options: { itemsAtOnce: 1 } },
				right,
			),
			everyItem: true,
		},
	]);
	return chain(`bad-input-${node}`, `What can go wrong with ${vendor.vendor}`, [
		start,
		...signIns,
		listStep,
		...read,
		...writes,
	]);
}

/** The second of three fails with this message, and only it. */
function onlySecond(
	items: readonly INodeExecutionData[] | undefined,
	says: RegExp,
): string | undefined {
	if (items?.length !== 3) return `${items?.length ?? 0} items instead of 3`;
	const errors = items.map((item) => ((item.error ?? item.json.error) ? messageOf(item) : ''));
	const [first, second, third] = errors;
	if (first !== '' || third !== '') return `another item failed too: ${errors.join(' | ')}`;
	return unlike([second, adviceOf(items[1])].join('\n').trim(), says);
}

export function judgeBadInput(checks: Checks, vendor: VendorCases, run: IRun): void {
	const { node, reading, writing } = vendor;
	for (const [type, { says }] of Object.entries(vendor.wrongCredentials)) {
		const refused = errorOf(run, signIn(type)) ?? '(no error)';
		const [item] = itemsOf(run, signIn(type)) ?? [];
		const advice = item ? adviceOf(item) : '';
		checks.say(
			`${node}: a wrong ${type} is refused: "${refused}"`,
			unlike([refused, advice].join('\n').trim(), says),
		);
	}
	const read = itemsOf(run, READ) ?? [];
	const three = (bad: number) => (read.length === 5 ? [read[0], read[bad], read[4]] : read);
	const said = (index: number) => (read[index] ? messageOf(read[index]) : '');
	checks.say(
		`${node}: an unknown ID costs its item alone: "${said(1)}"`,
		onlySecond(three(1), reading.unknown.says),
	);
	checks.say(
		`${node}: a value that does not fit costs its item alone: "${said(3)}"`,
		onlySecond(three(3), new RegExp(reading.misfit.says, 'm')),
	);
	checks.say(
		`${node}: reading survives a connection that breaks once`,
		errorOf(run, RETRIED) ?? ((itemsOf(run, RETRIED)?.length ?? 0) > 0 ? undefined : 'no record'),
	);
	for (const fault of faultNames) {
		const items = itemsOf(run, write(fault));
		const second = items?.[1];
		checks.say(
			`${node}: ${fault} instead of an answer costs its item alone: "${second ? messageOf(second) : ''}"`,
			onlySecond(items, writing.says[fault]),
		);
	}
}
