import { sleep, UserError, type IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { Call } from '../shared/define/operation';
import type { Route } from '../shared/define/vendor';
import { rowsIn } from './csv';

/** The three calls of one kind of download. */
export interface Calls {
	readonly start: Route;
	readonly status: Route;
	readonly get: Route;
}

export const organizationDownload: Calls = {
	start: 'POST /download/startdownload',
	status: 'POST /download/downloadstatus',
	get: 'POST /download/getdownload',
};

export const brandDownload: Calls = {
	start: 'POST /datasubscriber/startdownload',
	status: 'POST /datasubscriber/downloadstatus',
	get: 'POST /datasubscriber/getdownload',
};

type Requests = Pick<Call, 'answer' | 'send'>;

/** Waits between two questions whether a file is ready, in milliseconds: some thousand rows take 15 to 30 seconds. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** IDs are numbers in requests and text in answers. */
export const idFor = (download: string): string | number =>
	/^\d+$/.test(download) ? Number(download) : download;

/** The rows of a file that is ready. */
export async function rowsOf(
	calls: Calls,
	download: string,
	{ answer }: Requests,
): Promise<IDataObject[]> {
	const { body: text } = await answer(calls.get, {
		body: { DownloadId: idFor(download) },
		repeatable: true,
		text: true,
	});
	if (typeof text !== 'string') {
		throw new UserError(
			`Download ID: serviceminder gave no file for ${download}. It is not ready, or was fetched long ago: Get Status tells.`,
		);
	}
	return rowsIn(text);
}

/** Rows that a file has at the most. What is beyond them is left out without a word. */
export const MOST_IN_FILE = 25_000;

/** Starts a download and gives its ID. */
async function startOne(calls: Calls, body: IDataObject, { send }: Requests): Promise<string> {
	const { DownloadId: id } = await send(calls.start, { body });
	// Kinds that there are none of are answered like this.
	if (id === undefined || id === null || String(id) === '' || Number(id) === 0) {
		throw new UserError(
			`Kind: serviceminder started no download of ${String(body.Kind)}. The account may have no such table.`,
		);
	}
	return String(id);
}

/** Waits for a file, at most until `until` (milliseconds since 1970). */
async function waitFor(
	calls: Calls,
	download: string,
	until: number,
	{ send }: Requests,
): Promise<void> {
	for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
		if (Date.now() + wait > until) {
			throw new UserError(
				`Download ${download} is not ready yet. Get its rows later by this ID, or allow a longer wait.`,
			);
		}
		await sleep(wait);
		const { Ready: ready } = await send(calls.status, {
			body: { DownloadId: idFor(download) },
			repeatable: true,
		});
		if (ready === true || String(ready).toLowerCase() === 'true') return;
	}
}

/** The rows of one file, which is started, waited for and read. */
export async function oneFile(
	calls: Calls,
	body: IDataObject,
	waitSeconds: number,
	call: Requests,
): Promise<IDataObject[]> {
	const id = await startOne(calls, body, call);
	await waitFor(calls, id, Date.now() + waitSeconds * 1000, call);
	return await rowsOf(calls, id, call);
}

export interface Wanted {
	/** Seconds that each file may take. */
	readonly waitSeconds: number;
	/** Rows at the most. */
	readonly most?: number;
}

/**
 * Every row of a table: file by file, each from the highest ID of the last one plus 1, until one has
 * no rows. A file ends at 25,000 rows without a word, so its length says nothing. Rows that come
 * twice are dropped, because one source says that the next file begins with the highest ID itself.
 */
export async function everyRow(
	calls: Calls,
	body: IDataObject,
	{ waitSeconds, most = Infinity }: Wanted,
	call: Requests,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	const seen = new Set<string>();
	let from = Number(body.RowId ?? 0);
	while (rows.length < most) {
		const file = await oneFile(calls, { ...body, RowId: from }, waitSeconds, call);
		const ids = file.map(({ Id }) => Number(Id)).filter((one) => Number.isFinite(one));
		for (const row of file) {
			const key = String(row.Id ?? '');
			if (key !== '' && seen.has(key)) continue;
			seen.add(key);
			if (rows.length < most) rows.push(row);
		}
		const next = ids.reduce((highest, one) => (one > highest ? one : highest), -1) + 1;
		// Without IDs, or with none that is higher, asking on would give the same file again.
		if (next <= from) break;
		from = next;
	}
	return rows;
}

/** The columns that say what a window of days is about. */
const COLUMNS: { readonly [window: string]: string } = {
	Created: 'Created',
	Updated: 'Updated',
	Date: 'Date',
};

/** Tables for which the vendor was seen to ignore windows of days. */
const IGNORING = ['appointments', 'proposals'];

/** Drops what lies outside the windows that were asked for, as far as the file has the column to tell by. */
export function insideWindows(rows: readonly IDataObject[], asked: IDataObject): IDataObject[] {
	if (!IGNORING.includes(String(asked.Kind))) return [...rows];
	const windows = Object.entries(COLUMNS).map(([name, column]) => ({
		column,
		from: dayIn(asked[`${name}From`]),
		through: dayIn(asked[`${name}Through`]),
	}));
	return rows.filter((row) =>
		windows.every(({ column, from, through }) => {
			const day = dayIn(row[column]);
			return (
				day === undefined ||
				((from === undefined || day >= from) && (through === undefined || day <= through))
			);
		}),
	);
}

/** The day as `2026-03-09`, of a filter or of a cell such as `3/9/2026 8:05:00 AM`. What is no day gives nothing. */
function dayIn(value: unknown): string | undefined {
	const [text = ''] = String(value ?? '')
		.trim()
		.split(/[ T]/);
	const day = text.includes('/') ? DateTime.fromFormat(text, 'M/d/yyyy') : DateTime.fromISO(text);
	return day.isValid ? day.toISODate() : undefined;
}
