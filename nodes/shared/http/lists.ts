import { NodeApiError, type IDataObject } from 'n8n-workflow';
import get from 'lodash/get';

import type { Page, Paging } from '../define/vendor';
import type { Client, Request } from './client';

/** A list to read, to its end or up to a number of records. */
export interface ListRequest extends Request {
	/** Where the list stands in the answer, when that is not the vendor's usual place. */
	readonly at?: string;
	readonly paging?: Paging;
	/** How many records at the most. */
	readonly wanted: number;
	/** Where the ID of a record stands. */
	readonly id?: string;
	/** Laid over the request one after the other, where only several requests together give the whole list. */
	readonly rounds?: readonly IDataObject[];
}

/** How often a page is halved that the vendor fails to make. */
const MOST_HALVINGS = 3;

/** Whether a page may have been more than the vendor could make: some answer 500 then. */
const isTooLarge = (error: unknown, size: number, halvings: number): boolean =>
	error instanceof NodeApiError &&
	error.httpCode === '500' &&
	size % 2 === 0 &&
	halvings < MOST_HALVINGS;

/** Reads whole lists by one page after the other, or several at a time where that can be. */
export function listReader(
	page: Client['page'],
	usual: { readonly id: string; readonly paging: Paging; readonly atOnce: number },
): Client['pages'] {
	async function* pages({
		wanted,
		id = usual.id,
		paging = usual.paging,
		rounds = [{}],
		...request
	}: ListRequest): AsyncGenerator<IDataObject[]> {
		const seen = new Set<unknown>();
		let left = wanted;
		/** What of a page is new: a list that shifts while it is read gives some records again. */
		const fresh = (records: readonly IDataObject[]): IDataObject[] => {
			const unseen = records.filter((record) => {
				const key: unknown = get(record, id);
				if (key === undefined || key === null) return true;
				if (seen.has(key)) return false;
				seen.add(key);
				return true;
			});
			const taken = unseen.slice(0, left);
			left -= taken.length;
			return taken;
		};
		for (const round of rounds) {
			const asked = { ...request, [paging.in]: { ...request[paging.in], ...round } };
			if (left > 0) yield* onePass(asked, paging, left, fresh);
		}
	}

	/** One list to its end, or until `wanted` records of it were new. */
	async function* onePass(
		request: Request & { readonly at?: string },
		paging: Paging,
		wanted: number,
		fresh: (records: readonly IDataObject[]) => IDataObject[],
	): AsyncGenerator<IDataObject[]> {
		let left = wanted;
		const take = (records: readonly IDataObject[]): IDataObject[] => {
			const taken = fresh(records);
			left -= taken.length;
			return taken;
		};
		let size = sizeFor(wanted, paging.largest);
		const first = async (): Promise<Page> => {
			for (let halvings = 0; ; halvings++) {
				try {
					return await page(request, paging, paging.first(size, wanted > size));
				} catch (error) {
					if (paging.at === undefined || !isTooLarge(error, size, halvings)) throw asError(error);
					size /= 2;
				}
			}
		};
		let latest = await first();
		yield take(latest.records);
		let number = 1;
		const last = Math.min(latest.pages ?? 1, Math.ceil(wanted / size));
		if (paging.at !== undefined && last > 2) {
			const ask = async (at: number) => await pageAt(request, paging, at, size);
			for await (const one of severalAtOnce(2, last, usual.atOnce, ask)) {
				latest = one;
				yield take(one.records);
				if (left <= 0) return;
			}
			number = last;
		}
		// Where the total is not known, or grew while the list was read.
		while (left > 0 && latest.next !== undefined && latest.records.length > 0) {
			number++;
			latest =
				paging.at === undefined
					? await page(request, paging, latest.next)
					: await pageAt(request, paging, number, size);
			const records = take(latest.records);
			// Nothing new on a full page: this server gives the same page again and again.
			if (records.length === 0) return;
			yield records;
		}
	}

	/** A page by its number. One that is too much for the vendor is put together from two halves. */
	async function pageAt(
		request: Request & { readonly at?: string },
		paging: Paging,
		number: number,
		size: number,
		halvings = 0,
	): Promise<Page> {
		try {
			return await page(request, paging, paging.at?.(number, size) ?? {});
		} catch (error) {
			if (!isTooLarge(error, size, halvings)) throw asError(error);
			const half = async (of: number) => await pageAt(request, paging, of, size / 2, halvings + 1);
			const first = await half(number * 2 - 1);
			if (first.next === undefined) return first;
			const second = await half(number * 2);
			return {
				records: [...first.records, ...second.records],
				...(second.next !== undefined && { next: paging.at?.(number + 1, size) }),
			};
		}
	}

	return pages;
}

const asError = (error: unknown): Error =>
	error instanceof Error ? error : new Error(String(error));

/** Pages of equal size, so that the last one is no larger than needed. */
const sizeFor = (wanted: number, largest: number): number =>
	wanted >= largest && !Number.isFinite(wanted)
		? largest
		: Math.ceil(wanted / Math.ceil(wanted / largest));

/** Asks for numbers `from` to `to`, a few at a time, and gives the answers in order. */
async function* severalAtOnce<T>(
	from: number,
	to: number,
	atOnce: number,
	ask: (number: number) => Promise<T>,
): AsyncGenerator<T> {
	const asked: Array<Promise<T>> = [];
	const askNext = (number: number) => {
		const answer = ask(number);
		// It is awaited in its turn; until then a failure must not count as unhandled.
		answer.catch(() => undefined);
		asked.push(answer);
	};
	let next = from;
	try {
		while (next <= to || asked.length > 0) {
			while (next <= to && asked.length < atOnce) askNext(next++);
			yield await (asked.shift() as Promise<T>);
		}
	} finally {
		await Promise.allSettled(asked);
	}
}
