import type { IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { ChangeEvent, PollEvent, SnapshotEvent } from '../define/event';
import type { Fields } from '../define/fields';
import type { Vendor } from '../define/vendor';
import { split, type Client } from '../http/client';
import { joined, withAlways } from '../http/query';
import { callsOf } from '../run/calls';
import { byChange, momentOf, versionOf } from './position';
import { readChanges, type ChangeList, type Stretch, type Wanted } from './reading';

/** What the user chose beside the event and its filters. */
export interface PollOptions {
	/** The first change that is handed over, in milliseconds since 1970. Left out, it is the present. */
	readonly startAt?: number;
	/** Records that one look hands over at the most. */
	readonly limit: number;
	/** How far to look back, in seconds, where the user wants more than the event's own. */
	readonly overlapSeconds?: number;
}

/** Everything that a look at the vendor needs. */
export interface Surroundings<Event extends PollEvent> {
	readonly vendor: Vendor;
	readonly client: Client;
	readonly event: Event;
	/** What the user's filters send. */
	readonly filters: IDataObject;
	readonly options: PollOptions;
	/** What the user gave for some of these filters, as they are sent. */
	readonly written: (filters: Fields) => IDataObject;
	/** Whether there is time for another request, in the whole look or in this share of it. */
	readonly hasTime: (share?: number) => boolean;
	/** Told of what cannot be handed over. */
	readonly warn: (message: string) => void;
}

/** Where changes come from, and how far they were handed over. */
export interface Source<Mark> {
	/** The mark that was kept for this scope, or nothing. */
	readonly saved: (state: IDataObject, scope: string) => Mark | undefined;
	/** The mark from which the trigger starts. */
	readonly begin: (scope: string) => Promise<Mark>;
	/** What is new since the mark, in the order in which it is handed over, and the mark that follows. */
	readonly look: (mark: Mark) => Promise<{ fresh: IDataObject[]; to: Mark }>;
	/** Records since a moment, the latest last, and not all of them where there are more than wanted. */
	readonly recent: (since: number, wanted: number) => Promise<IDataObject[]>;
	/** Names one state of a record, the same at every look. */
	readonly versionOf: (record: IDataObject) => string;
}

/** The vendor's clock, told by the answer to a cheap call; our own where it says nothing. */
export async function vendorNow({
	vendor: { api },
	client,
}: Pick<Surroundings<PollEvent>, 'vendor' | 'client'>): Promise<number> {
	const [method] = split(api.check);
	await client.send({ route: api.check, repeatable: true, ...(method === 'POST' && { body: {} }) });
	return client.vendorTime() ?? Date.now();
}

/** The vendor's clock at its latest answer; our own where it told nothing. */
export const clock = (client: Client): number => client.vendorTime() ?? Date.now();

/** The request for a part of an event's records. */
export function requestFor(
	{ vendor: { api }, client, event, filters }: Surroundings<PollEvent>,
	...parts: readonly IDataObject[]
) {
	const paging = event.paging ?? api.paging;
	const asked = withAlways(api, event.always, joined(api, filters, ...parts), clock(client));
	const { request: route, at } = event;
	return { paging, request: { route, at, repeatable: true, [paging.in]: asked } };
}

/** Every record since a moment, or the first `wanted` of them. A page that fails fails the look. */
export async function readWhole(
	around: Surroundings<ChangeEvent | SnapshotEvent>,
	since: number | string,
	wanted = Infinity,
): Promise<IDataObject[]> {
	const { vendor, client, event } = around;
	const moment = typeof since === 'string' ? since : vendor.times.write(since);
	const { paging, request } = requestFor(around, event.since(moment));
	const { id, rounds } = event;
	if (event.read !== undefined) {
		return (await event.read(request[paging.in] as IDataObject, callsOf(client))).slice(0, wanted);
	}
	const records: IDataObject[] = [];
	for await (const page of client.pages({ ...request, paging, wanted, id, rounds })) {
		records.push(...page);
	}
	return records;
}

/** What changed from a moment on, as far as the limit and the time allow, and how far that was. */
export async function readFrom(
	around: Surroundings<ChangeEvent>,
	since: number | string,
	isNew: (record: IDataObject) => boolean,
	limit: number,
) {
	const { vendor, client, event, warn } = around;
	const moment = (record: IDataObject) => momentOf(record, { ...event, times: vendor.times });
	const started = Date.now();
	const now = (): number => clock(client);
	let timeless = 0;
	const wanted: Wanted = {
		limit,
		isFresh(record) {
			if (Number.isNaN(moment(record))) timeless++;
			return isNew(record);
		},
		hasTime: around.hasTime,
		now,
	};
	let readTo = Infinity;
	let sureTo = Infinity;
	const records: IDataObject[] = [];
	for (const round of event.rounds ?? [{}]) {
		const read = await readChanges(changeList(around, round), since, wanted);
		records.push(...read.records);
		readTo = Math.min(readTo, read.readTo);
		sureTo = Math.min(sureTo, read.sureTo);
	}
	if (timeless > 0) warn(`${timeless} records have no time of change and are left out`);
	const due = records.filter((record) => moment(record) <= readTo);
	return { due, readTo, sureTo, began: now() - (Date.now() - started) };
}

/** One of the lists that together have every change of an event. */
function changeList(around: Surroundings<ChangeEvent>, round: IDataObject): ChangeList {
	const { vendor, client, event } = around;
	const keys = { ...event, times: vendor.times };
	const written = (bound: number | string) =>
		typeof bound === 'string' ? bound : vendor.times.write(bound);
	const requestOf = ({ since, until }: Stretch) =>
		requestFor(
			around,
			event.since(written(since)),
			until === undefined || event.until === undefined ? {} : event.until(written(until)),
			round,
		);
	const { largest } = requestOf({ since: 0 }).paging;
	const { read } = event;
	return {
		sorted: event.sorted === true && read === undefined,
		bounded: event.until !== undefined && read === undefined,
		largest,
		async page(stretch, next) {
			const { paging, request } = requestOf(stretch);
			return await client.page(request, paging, next ?? paging.first(largest, true));
		},
		all(stretch) {
			const { paging, request } = requestOf(stretch);
			if (read !== undefined) return once(read(request[paging.in] as IDataObject, callsOf(client)));
			return client.pages({ ...request, paging, wanted: Infinity, id: event.id });
		},
		moment: (record) => momentOf(record, keys),
		version: (record) => versionOf(record, keys),
		compare: byChange(keys),
		from: (record) =>
			event.sentBack === undefined
				? momentOf(record, keys)
				: (get(record, event.sentBack) as string),
		written,
		rounded(moment) {
			const exact = vendor.times.read(vendor.times.write(moment));
			return Number.isNaN(exact) ? moment : exact;
		},
	};
}

/** What an event reads in a way of its own, as a list of one page. */
async function* once(records: Promise<IDataObject[]>): AsyncGenerator<IDataObject[]> {
	yield await records;
}
