import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';

import type { ChangeEvent } from '../define/event';
import { extrasName } from '../define/operation';
import type { Vendor } from '../define/vendor';
import { clientFor, split, type Client } from '../http/client';
import { asNodeError } from '../http/errors';
import { Misfit, readAll, writeAll, type Reading } from '../run/values';
import {
	advance,
	beginAt,
	lookBackTo,
	savedPosition,
	versionOf,
	type Keys,
	type Position,
} from './position';

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
const begun = new Map<string, Position>();

/** One look for changes. A manual run shows recent records and leaves the saved position as it is. */
export async function pollOnce(
	this: IPollFunctions,
	vendor: Vendor,
): Promise<INodeExecutionData[][] | null> {
	const event = chosenEvent(this, vendor);
	const keys: Keys = { ...event, times: vendor.times };
	const budget = (this as Partial<IPollFunctions>).getPollBudgetMs?.() ?? BUDGET;
	const until = Date.now() + budget * READING;
	try {
		const client = await clientFor(this, vendor, until);
		const filters = filtersOf(this, vendor, client, event);
		if (this.getMode() === 'manual')
			return await samples(this, vendor, client, event, keys, filters);

		const scope = JSON.stringify([event.value, filters, client.account]);
		const saved = this.getWorkflowStaticData('node');
		const place = `${this.getWorkflow().id ?? ''} ${this.getNode().id}`;
		const from = savedPosition(saved, scope) ?? begunIn(place, scope);
		if (from === undefined) {
			const position = beginAt(scope, await vendorNow(vendor, client));
			begun.set(place, position);
			Object.assign(saved, position);
			return null;
		}
		const records = await read(vendor, client, event, filters, lookBackTo(from, event));
		const { fresh, to } = advance(from, records, keys);
		begun.set(place, to);
		Object.assign(saved, to);
		const wanted = event.only === undefined ? fresh : fresh.filter(event.only);
		return wanted.length > 0 ? [itemsOf(vendor, client, event, keys, wanted)] : null;
	} catch (error) {
		throw asNodeError(this.getNode(), error);
	}
}

function begunIn(place: string, scope: string): Position | undefined {
	const position = begun.get(place);
	return position?.scope === scope ? position : undefined;
}

function chosenEvent(context: IPollFunctions, vendor: Vendor): ChangeEvent {
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
	{ filters = {} }: ChangeEvent,
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
	event: ChangeEvent,
	filters: IDataObject,
	since: number,
	wanted = Infinity,
): Promise<IDataObject[]> {
	const paging = event.paging ?? api.paging;
	const asked = { ...event.always, ...filters, ...event.since(times.write(since)) };
	const pages = client.pages({
		route: event.request,
		at: event.at,
		repeatable: true,
		[paging.in]: asked,
		paging,
		wanted,
		id: event.id,
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
	event: ChangeEvent,
	keys: Keys,
	filters: IDataObject,
): Promise<INodeExecutionData[][] | null> {
	const now = await vendorNow(vendor, client);
	for (const days of SAMPLE_DAYS) {
		const records = await read(vendor, client, event, filters, now - days * 86_400_000, SAMPLED);
		const wanted = event.only === undefined ? records : records.filter(event.only);
		if (wanted.length > 0) {
			const { fresh } = advance(beginAt('', 0), wanted, keys);
			return [itemsOf(vendor, client, event, keys, fresh.reverse().slice(0, SAMPLES))];
		}
	}
	context.logger.debug(`${event.name}: there is no record of the last year to show`);
	return null;
}

/** Records as items, each with an ID of the event by which later nodes can drop repeats. */
function itemsOf(
	{ api }: Vendor,
	client: Client,
	event: ChangeEvent,
	keys: Keys,
	records: readonly IDataObject[],
): INodeExecutionData[] {
	return records.map((record) => {
		const clean = client.scrub(record);
		const json = api.isoDates === undefined ? clean : api.isoDates(clean);
		return { json: { ...json, eventId: `${event.value}:${versionOf(record, keys)}` } };
	});
}
