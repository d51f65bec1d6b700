import {
	NodeOperationError,
	type IDataObject,
	type INodeExecutionData,
	type IPollFunctions,
} from 'n8n-workflow';
import pick from 'lodash/pick';

import type { PollEvent } from '../define/event';
import { dateTime, standsAlone, type Field, type Fields } from '../define/fields';
import { extrasName } from '../define/operation';
import type { Vendor } from '../define/vendor';
import { clientFor, type Client } from '../http/client';
import { asNodeError } from '../http/errors';
import { Misfit, readAll, writeAll, type Reading } from '../run/values';
import { vendorNow, type PollOptions, type Source, type Surroundings } from './asking';
import { ListTooLong } from './reading';
import { withSource } from './sources';
import { isNested } from './tracker';

/** Records that a manual test shows where the user names no number. */
const SAMPLES = 5;

/** How far a manual test looks back for samples at first, in days, and then further. */
const SAMPLE_DAYS = [1, 30, 365] as const;

/** Records that a look hands over where the user names no number. */
const RECORDS = 1_000;

/** Milliseconds that a poll may take on versions of n8n that name no budget. */
const BUDGET = 30_000;

/** Milliseconds after which versions of n8n that name no budget abandon a poll. */
const ABANDONED = 45_000;

/** Part of the budget that is spent on reading; the rest is for handing over. */
const READING = 0.8;

/** Room left for the next request: it may take longer than the slowest so far. */
const SLOWER = 1.5;

/** Characters that n8n should have to load and save for a trigger at every poll, at the most. */
const MOST_STATE = 64 * 1024;

/** Where reading everything begins: no record of these services is older, and some filters take 1970 for nothing. */
const EVERYTHING = Date.UTC(2000, 0, 1);

/**
 * Marks of triggers that have handed over nothing yet, by workflow and node, beside n8n's own static
 * data: n8n throws the state of an activation poll away when that poll hands nothing over, and without
 * it everything that changes until the next poll would be lost. Once something was handed over, only
 * what n8n saved counts, because it saves nothing for a poll that it gave up.
 */
const begun = new Map<string, { readonly scope: string }>();

/** Triggers whose poll is still on its way in this process: a second one would hand over the same. */
const polling = new Set<string>();

/**
 * One look for changes. A manual run shows recent records and leaves the saved position as it is.
 * What is handed over is saved with it by n8n; a crash in between hands it over again, under the same
 * event ID, and never loses it.
 */
export async function pollOnce(
	this: IPollFunctions,
	vendor: Vendor,
): Promise<INodeExecutionData[][] | null> {
	const place = `${this.getWorkflow().id ?? ''} ${this.getNode().id}`;
	const manual = this.getMode() === 'manual';
	if (!manual && polling.has(place)) return null;
	try {
		if (!manual) polling.add(place);
		return await lookOnce(this, vendor, manual, place);
	} catch (error) {
		throw asNodeError(this.getNode(), error);
	} finally {
		if (!manual) polling.delete(place);
	}
}

async function lookOnce(
	context: IPollFunctions,
	vendor: Vendor,
	manual: boolean,
	place: string,
): Promise<INodeExecutionData[][] | null> {
	const event = chosenEvent(context, vendor);
	const budget = (context as Partial<IPollFunctions>).getPollBudgetMs?.();
	const started = Date.now();
	const until = started + (budget ?? BUDGET) * READING;
	const client = timed(await clientFor(context, vendor, until));
	const reading: Reading = {
		api: vendor.api,
		credential: client.credential,
		clears: false,
		timezone: context.getTimezone(),
	};
	const given = context.getNodeParameter('options', {}) as IDataObject;
	const options = optionsOf(context, given, reading);
	const filters = filtersOf(context, event, reading);
	const around: Surroundings<PollEvent> = {
		vendor,
		client,
		event,
		filters,
		options,
		written: (fields) =>
			written(
				context,
				fields,
				context.getNodeParameter(extrasName('Filters'), {}) as IDataObject,
				reading,
			),
		hasTime: (share = 1) =>
			Date.now() + client.slowest() * SLOWER < started + (until - started) * share,
		warn: (message) => context.logger.warn(`${event.name}: ${message}`),
	};
	const items = itemsOf(vendor, client, event, given.simplify === true);
	return await withSource(around, async (source) => {
		if (manual) {
			const count = (given.recordsPerPoll as number | undefined) ?? SAMPLES;
			const latest = await samples(context, around, source, count);
			return latest.length > 0 ? [items(latest, source.versionOf)] : null;
		}
		const fresh = await handOver(context, around, source, place, () => {
			if (Date.now() - started < (budget ?? ABANDONED)) return;
			throw new NodeOperationError(
				context.getNode(),
				`${vendor.name} answered so slowly that n8n has given this poll up`,
				{ description: 'Nothing is lost: the next poll reads the same again.' },
			);
		});
		return fresh.length > 0 ? [items(fresh, source.versionOf)] : null;
	});
}

/** A client that knows how long its slowest answer took, in milliseconds. */
function timed(client: Client): Client & { readonly slowest: () => number } {
	let slowest = 0;
	const page: Client['page'] = async (...asked) => {
		const started = Date.now();
		const answer = await client.page(...asked);
		slowest = Math.max(slowest, Date.now() - started);
		return answer;
	};
	async function* pages(asked: Parameters<Client['pages']>[0]) {
		let started = Date.now();
		for await (const records of client.pages(asked)) {
			slowest = Math.max(slowest, Date.now() - started);
			yield records;
			started = Date.now();
		}
	}
	return { ...client, page, pages, slowest: () => slowest };
}

/** Looks once, saves the mark that follows, and gives the records that the event means. */
async function handOver<Mark extends { readonly scope: string }>(
	context: IPollFunctions,
	{ vendor, client, event, filters, options }: Surroundings<PollEvent>,
	source: Source<Mark>,
	place: string,
	refuseIfGivenUp: () => void,
): Promise<IDataObject[]> {
	const { startAt } = options;
	const scope = JSON.stringify([
		event.value,
		filters,
		client.account,
		...(startAt === undefined ? [] : [startAt]),
	]);
	const saved = context.getWorkflowStaticData('node');
	const keep = (mark: Mark): void => {
		if (JSON.stringify(mark).length > MOST_STATE) {
			throw new NodeOperationError(
				context.getNode(),
				`${event.name}: this lists more records than a trigger can remember`,
				{ description: 'Narrow it with filters, or use several triggers with a filter each.' },
			);
		}
		for (const key of Object.keys(saved)) if (!(key in mark)) delete saved[key];
		Object.assign(saved, mark);
	};
	const known = source.saved(saved, scope) ?? begunIn<Mark>(place, scope);
	const begins = known === undefined && startAt === undefined;
	if (!begins && asksByTime(event) && client.vendorTime() === undefined) {
		await vendorNow({ vendor, client });
	}
	const from = known ?? (await source.begin(scope));
	if (begins) {
		refuseIfGivenUp();
		begun.set(place, from);
		keep(from);
		return [];
	}
	const { fresh, to } = await source.look(from).catch((error: unknown) => {
		if (!(error instanceof ListTooLong)) throw asNodeError(context.getNode(), error);
		throw new NodeOperationError(
			context.getNode(),
			`${vendor.name} lists more changes than can be read in the time that n8n gives a poll`,
			{
				description:
					'This list can only be read as a whole. Narrow it with filters, or start from a later moment.',
			},
		);
	});
	refuseIfGivenUp();
	const wanted = event.only === undefined ? fresh : fresh.filter(event.only);
	if (wanted.length === 0 && source.saved(saved, scope) === undefined) begun.set(place, to);
	keep(to);
	return wanted;
}

/** Whether the request depends on the vendor's time, which must not be our own clock's. */
const asksByTime = (event: PollEvent): boolean =>
	typeof event.always === 'function' || (isNested(event) && asksByTime(event.on));

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

/** What the user gave for some fields, checked and written as the vendor wants it. */
function written(
	context: IPollFunctions,
	fields: Fields,
	given: IDataObject,
	reading: Reading,
): IDataObject {
	const valueOf = (name: string, field: Field): unknown =>
		standsAlone(field) ? context.getNodeParameter(name, null) : given[name];
	try {
		return writeAll(fields, readAll(fields, valueOf, reading), 'query', reading);
	} catch (error) {
		if (!(error instanceof Misfit)) throw asNodeError(context.getNode(), error);
		throw new NodeOperationError(context.getNode(), error.message, { description: error.advice });
	}
}

function filtersOf(
	context: IPollFunctions,
	{ filters = {}, refuses }: PollEvent,
	reading: Reading,
): IDataObject {
	const given = context.getNodeParameter(extrasName('Filters'), {}) as IDataObject;
	const sent = written(context, filters, given, reading);
	const reason = refuses?.(sent);
	if (reason !== undefined) throw new NodeOperationError(context.getNode(), reason);
	return sent;
}

const START: Fields = { startMoment: dateTime({ write: (moment) => moment }) };

function optionsOf(context: IPollFunctions, given: IDataObject, reading: Reading): PollOptions {
	const { startFrom = 'now', recordsPerPoll = RECORDS, overlap } = given;
	const { startMoment } = written(context, START, given, reading);
	if (startFrom === 'moment' && startMoment === undefined) {
		throw new NodeOperationError(context.getNode(), 'Start Moment: it is missing', {
			description: 'Add the option Start Moment, or start from now.',
		});
	}
	const startAt = startFrom === 'moment' ? Date.parse(String(startMoment)) : EVERYTHING;
	return {
		...(startFrom !== 'now' && { startAt }),
		limit: Math.max(1, Number(recordsPerPoll)),
		...(overlap !== undefined && { overlapSeconds: Number(overlap) * 60 }),
	};
}

/** Real recent records for a test in the editor, the latest first. */
async function samples<Mark>(
	context: IPollFunctions,
	around: Surroundings<PollEvent>,
	source: Source<Mark>,
	count: number,
): Promise<IDataObject[]> {
	const { event } = around;
	const now = await vendorNow(around);
	for (const days of SAMPLE_DAYS) {
		const records = await source.recent(now - days * 86_400_000, count);
		const wanted = event.only === undefined ? records : records.filter(event.only);
		if (wanted.length > 0) return [...wanted].reverse().slice(0, count);
	}
	context.logger.debug(`${event.name}: there is no record of the last year to show`);
	return [];
}

/** Records as items, each with an ID of the event by which later nodes can drop repeats. */
const itemsOf =
	({ api, resources }: Vendor, client: Client, event: PollEvent, simplify: boolean) =>
	(
		records: readonly IDataObject[],
		versionOf: (record: IDataObject) => string,
	): INodeExecutionData[] => {
		const { simple = [] } = resources.find(({ value }) => value === event.resource) ?? {};
		return records.map((record) => {
			const clean = client.scrub(record);
			const dated = api.isoDates === undefined ? clean : api.isoDates(clean);
			const few = simplify ? pick(dated, simple) : {};
			// A record of another shape than the usual one is better given whole than empty.
			const json = Object.keys(few).length > 0 ? few : dated;
			return { json: { ...json, eventId: `${event.value}:${versionOf(record)}` } };
		});
	};
