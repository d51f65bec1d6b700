import type { IDataObject, INode } from 'n8n-workflow';

import type { ImportedCredential } from '../../../demo/instance.mts';
import type { PollEvent } from '../../../nodes/shared/define/event';
import { isFeed, isNested, isQueue, isSnapshot } from '../../../nodes/shared/trigger/tracker';
import { vendors as definitions } from '../../support/vendors';
import type { VendorCases } from '../cases/case';
import { chain, httpStep, ours } from '../workflow';
import { serviceChannelAccounts } from './accounts';
import { hintsOf } from './hints';

/** One of a vendor's events, with all that its trigger needs. */
export interface TestedEvent {
	readonly vendor: VendorCases;
	readonly event: PollEvent;
	/** The account, as the sandbox calls it. */
	readonly account: string;
}

/** Records that a poll hands over and a test in the editor shows. */
const RECORDS = 20;

export const TRIGGER = 'Trigger';

export const eventsOf = (vendor: VendorCases): TestedEvent[] =>
	definitions[vendor.vendor].events.map((event) => ({
		vendor,
		event,
		account:
			(vendor.vendor === 'ServiceChannel' ? serviceChannelAccounts[event.value] : undefined) ??
			vendor.credential,
	}));

const KINDS = { feed: isFeed, snapshot: isSnapshot, queue: isQueue, nested: isNested };

/** The vendor of an event, and how it tells what is new. */
export function kindOf({ vendor: { vendor }, event }: TestedEvent): string {
	const [kind = 'change'] = Object.entries(KINDS).find(([, is]) => is(event)) ?? [];
	const ways = ['watched', 'read', 'rounds'].filter((way) => way in event);
	return [vendor, kind, ...ways].join(' ');
}

/**
 * The trigger of an event, and a node that tells the collector whose records came. One workflow each:
 * where two triggers of one workflow poll at the same time, n8n 2.41 takes the evaluation of
 * expressions away from the second when the first one ends ("No bridge acquired for this context").
 */
export function eventWorkflow(
	{ vendor, event }: TestedEvent,
	credential: ImportedCredential,
	collector: string,
) {
	const { options, ...parameters } = (hintsOf(vendor.vendor, event.value).parameters ??
		{}) as IDataObject;
	const trigger = {
		name: TRIGGER,
		type: ours(vendor.polling.node),
		credential,
		parameters: {
			event: event.value,
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			...parameters,
			options: { recordsPerPoll: RECORDS, ...(options as IDataObject | undefined) },
		},
	};
	const handOver = httpStep('Hand over', {
		method: 'POST',
		url: collector,
		json: `={{ JSON.stringify({ mode: $execution.mode, ids: $("${TRIGGER}").all().map(({ json }) => json.eventId) }) }}`,
	});
	const workflow = chain(event.value, `${vendor.vendor} ${event.value}`, [trigger, handOver], {
		plain: true,
	});
	// Once for all items, and not for the first of them alone.
	const nodes = workflow.nodes.map(
		(node): INode => ({ ...node, executeOnce: node.name !== TRIGGER }),
	);
	return {
		name: workflow.name,
		settings: workflow.settings,
		connections: workflow.connections,
		nodes,
	};
}
