import type { IConnections, IDataObject, INode } from 'n8n-workflow';

import type { ImportedCredential } from '../../../demo/instance.mts';
import type { PollEvent } from '../../../nodes/shared/define/event';
import { serviceChannelAccounts } from './accounts';
import { histories } from '../../support/histories';
import { vendors as definitions } from '../../support/vendors';
import type { VendorCases } from '../cases/case';
import { httpStep, ours } from '../workflow';

/** A trigger of each event, several in one workflow. */
export interface TestedEvent {
	readonly vendor: VendorCases;
	readonly event: PollEvent;
	/** The account, as the sandbox calls it. */
	readonly account: string;
}

export interface EventsWorkflow {
	readonly name: string;
	readonly nodes: INode[];
	readonly connections: IConnections;
	readonly settings: { readonly executionOrder: 'v1' };
}

/** Triggers in one workflow at the most: n8n keeps what all of them know together, and looks at all of them at every run. */
const TRIGGERS = 25;

/** Records that a poll hands over and a test in the editor shows. */
export const RECORDS = 50;

const HAND_OVER = 'Hand over';

export const eventsOf = (vendor: VendorCases): TestedEvent[] =>
	definitions[vendor.vendor].events.map((event) => ({
		vendor,
		event,
		account:
			(vendor.vendor === 'ServiceChannel' ? serviceChannelAccounts[event.value] : undefined) ??
			vendor.credential,
	}));

export const nodeIdOf = (one: TestedEvent): string =>
	`${one.vendor.polling.node}-${one.event.value}`;

/** As many workflows as it takes, with the events in each. */
export function inWorkflows(all: readonly TestedEvent[]): TestedEvent[][] {
	const count = Math.ceil(all.length / TRIGGERS);
	return Array.from({ length: count }, (_, which) =>
		all.filter((_one, index) => index % count === which),
	);
}

/**
 * Triggers that all lead to one node, which tells the collector whose records came.
 * @param second of each minute at which they poll
 */
export function eventsWorkflow(
	events: readonly TestedEvent[],
	credentialFor: (account: string) => ImportedCredential,
	second: number,
	collector: string,
): EventsWorkflow {
	const triggers = events.map((one, index): INode => {
		const { vendor, event, account } = one;
		const credential = credentialFor(account);
		const { options, ...parameters } = (histories[vendor.vendor]?.[event.value]?.parameters ??
			{}) as IDataObject;
		return {
			id: nodeIdOf(one),
			name: event.value,
			type: ours(vendor.polling.node),
			typeVersion: 1,
			position: [0, index * 120],
			parameters: {
				event: event.value,
				pollTimes: { item: [{ mode: 'custom', cronExpression: `${second} * * * * *` }] },
				...parameters,
				options: { recordsPerPoll: RECORDS, ...(options as IDataObject | undefined) },
			} as INode['parameters'],
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		};
	});
	const {
		name,
		type,
		typeVersion = 1,
		parameters,
	} = httpStep(HAND_OVER, {
		method: 'POST',
		url: collector,
		json: '={{ JSON.stringify({ event: $prevNode.name, mode: $execution.mode, ids: $input.all().map(({ json }) => json.eventId) }) }}',
	});
	const handOver: INode = {
		id: 'hand-over',
		name,
		type,
		typeVersion,
		position: [400, 0],
		parameters: parameters as INode['parameters'],
		executeOnce: true,
	};
	const connections = Object.fromEntries(
		triggers.map((trigger) => [
			trigger.name,
			{ main: [[{ node: HAND_OVER, type: 'main' as const, index: 0 }]] },
		]),
	);
	return {
		name: `Events of ${events[0].vendor.vendor}, polled at second ${second}`,
		nodes: [...triggers, handOver],
		connections,
		settings: { executionOrder: 'v1' },
	};
}
