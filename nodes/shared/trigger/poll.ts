import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';

import type { PollEvent } from '../define/event';
import { extrasName } from '../define/operation';
import type { Vendor } from '../define/vendor';
import { clientFor, split, type Client } from '../http/client';
import { joined, withAlways } from '../http/query';
import { asNodeError } from '../http/errors';
import { Misfit, readAll, writeAll, type Reading } from '../run/values';
import { changeTracker, isSnapshot, snapshotTracker, type Tracker } from './tracker';

/** Records that a manual test shows, and that it reads at the most to find the latest. */
const SAMPLES = 5;
const SAMPLED = 500;

/** How far a manual test looks back for samples at first, in days, and then further. */
const SAMPLE_DAYS = [1, 30, 365] as const;

/** Milliseconds that a poll may take on versions of n8n that name no budget. */
const BUDGET = 30_000;

/** Part of the budget that is spent on reading; the rest is for handing over. */
const READING = 0.8;

/**
 * Positions by workflow and node, beside n8n's own static data: n8n throws the state of an
 * activation poll away when that poll hands nothing over, and without it everything that changes
 * until the next poll would be lost.
 */
const begun = new Map<string, { readonly scope: string }>();

/**
 * Triggers whose look is still on its way in this process. n8n may start a second one meanwhile, which
 * would set out from the same position and hand the same records over.
 */
const looking = new Set<string>();

/** One look for changes. A manual run shows recent records and leaves the saved position as it is. */
export async function pollOnce(
	this: IPollFunctions,
	vendor: Vendor,
): Promise<INodeExecutionData[][] | null> {
	const event = chosenEvent(this, vendor);
	return isSnapshot(event)
		? await pollFor(this, vendor, event, snapshotTracker(event))
		: await pollFor(this, vendor, event, changeTracker(event, vendor.times));
}

async function pollFor<Mark extends { readonly scope: string }>(
	context: IPollFunctions,
	vendor: Vendor,
	event: PollEvent,
	tracker: Tracker<Mark>,
): Promise<INodeExecutionData[][] | null> {
	const budget = (context as Partial<IPollFunctions>).getPollBudgetMs?.() ?? BUDGET;
	const until = Date.now() + budget * READING;
	const place = `${context.getWorkflow().id ?? ''} ${context.getNode().id}`;
	const manual = context.getMode() === 'manual';
	if (!manual && looking.has(place)) return null;
	if (!manual) looking.add(place);
	try {
		const client = await clientFor(context, vendor, until);
		const filters = filtersOf(context, vendor, client, event);
		if (manual) return await samples(context, vendor, client, event, tracker, filters);

		const scope = JSON.stringify([event.value, filters, client.account]);
		const saved = context.getWorkflowStaticData('node');
		const keep = (mark: Mark): void => {
			begun.set(place, mark);
			for (const key of Object.keys(saved)) if (!(key in mark)) delete saved[key];
			Object.assign(saved, mark);
		};
		const from = tracker.saved(saved, scope) ?? begunIn<Mark>(place, scope);
		if (from === undefined) {
			keep(await firstLook(vendor, client, event, tracker, filters, scope));
			return null;
		}
		const records = await read(vendor, client, event, filters, tracker.from(from));
		const now = client.vendorTime() ?? Date.now();
		const { fresh, to } = tracker.advance(from, records, now);
		keep(to);
		const wanted = event.only === undefined ? fresh : fresh.filter(event.only);
		return wanted.length > 0 ? [itemsOf(vendor, client, event, tracker, wanted)] : null;
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	} finally {
		if (!manual) looking.delete(place);
	}
}

/** Marks where the trigger begins: what is there already is never handed over. */
async function firstLook<Mark>(
	vendor: Vendor,
	client: Client,
	event: PollEvent,
	tracker: Tracker<Mark>,
	filters: IDataObject,
	scope: string,
): Promise<Mark> {
	const now = await vendorNow(vendor, client);
	const records =
		tracker.firstLook > 0
			? await read(vendor, client, event, filters, now - tracker.firstLook)
			: [];
	return tracker.begin(scope, records, now);
}

function begunIn<Mark>(place: string, scope: string): Mark | undefined {
	const mark = begun.get(place);
	return mark?.scope === scope ? (mark as Mark) : undefined;
}

function chosenEvent(context: IPollFunctions, vendor: Vendor): PollEvent {
	const value = context.getNodeParameter('event') as string;
	const event = vendor.events.find((known) => known.value === value);
	if (event === undefined) {
		throw new NodeOperationError(context.getNode(), `${vendor.name} has no event "${value}"`, {
			description: 'Choose the event in the node again.',
		});
	}
	return event;
}

function filtersOf(
	context: IPollFunctions,
	{ api }: Vendor,
	client: Client,
	{ filters = {} }: PollEvent,
): IDataObject {
	const given = context.getNodeParameter(extrasName('Filters'), {}) as IDataObject;
	const reading: Reading = {
		api,
		credential: client.credential,
		clears: false,
		timezone: context.getTimezone(),
	};
	try {
		const values = readAll(filters, (name) => given[name], reading);
		return writeAll(filters, values, 'query', reading);
	} catch (error) {
		if (!(error instanceof Misfit)) throw asNodeError(context.getNode(), error);
		throw new NodeOperationError(context.getNode(), error.message, { description: error.advice });
	}
}

/** Every record since a moment. A page that fails fails the poll, so that the position stays where it is. */
async function read(
	{ api, times }: Vendor,
	client: Client,
	event: PollEvent,
	filters: IDataObject,
	since: number | string,
	wanted = Infinity,
): Promise<IDataObject[]> {
	const paging = event.paging ?? api.paging;
	const moment = typeof since === 'string' ? since : times.write(since);
	const narrowed = joined(api, filters, event.since(moment));
	const now = client.vendorTime() ?? Date.now();
	const asked = withAlways(api, event.always, narrowed, now);
	const pages = client.pages({
		route: event.request,
		at: event.at,
		repeatable: true,
		[paging.in]: asked,
		paging,
		wanted,
		id: event.id,
		rounds: event.rounds,
	});
	const records: IDataObject[] = [];
	for await (const page of pages) for (const record of page) records.push(record);
	return records;
}

/** The vendor's clock, told by the answer to a cheap call; our own where it says nothing. */
async function vendorNow({ api }: Vendor, client: Client): Promise<number> {
	const [method] = split(api.check);
	await client.send({ route: api.check, repeatable: true, ...(method === 'POST' && { body: {} }) });
	return client.vendorTime() ?? Date.now();
}

/** Real recent records for a test in the editor, the latest first. */
async function samples(
	context: IPollFunctions,
	vendor: Vendor,
	client: Client,
	event: PollEvent,
	tracker: Pick<Tracker<never>, 'inOrder' | 'stateOf'>,
	filters: IDataObject,
): Promise<INodeExecutionData[][] | null> {
	const now = await vendorNow(vendor, client);
	for (const days of SAMPLE_DAYS) {
		const records = await read(vendor, client, event, filters, now - days * 86_400_000, SAMPLED);
		const wanted = event.only === undefined ? records : records.filter(event.only);
		if (wanted.length > 0) {
			const latest = tracker.inOrder(wanted).reverse().slice(0, SAMPLES);
			return [itemsOf(vendor, client, event, tracker, latest)];
		}
	}
	context.logger.debug(`${event.name}: there is no record of the last year to show`);
	return null;
}

/** Records as items, each with an ID of the event by which later nodes can drop repeats. */
function itemsOf(
	{ api }: Vendor,
	client: Client,
	event: PollEvent,
	{ stateOf }: Pick<Tracker<never>, 'stateOf'>,
	records: readonly IDataObject[],
): INodeExecutionData[] {
	return records.map((record) => {
		const clean = client.scrub(record);
		const json = api.isoDates === undefined ? clean : api.isoDates(clean);
		return { json: { ...json, eventId: `${event.value}:${stateOf(record)}` } };
	});
}
