import { notFound, Refusal, wrongValue, Answer } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { brandTables, csvOf, organizationTables, type Table } from './tables';
import { dayWindow } from './times';

/** Rows of a file. What is beyond them is left out without a word. */
const MOST_ROWS = 25_000;

/** Files that an organization may have waiting. */
const MOST_QUEUED = 100;

/** Milliseconds until a file is ready. At the vendor it takes 15 to 30 seconds for some thousand rows. */
const TAKES = 400;

/** Kinds that were answered with 0 and no id. */
const WITHOUT_ID = ['notes', 'appointmentnotes', 'contactnotes', 'activities', 'history'];

const windows = {
	...dayWindow('CreatedAt', 'CreatedFrom', 'CreatedThrough'),
	...dayWindow('UpdatedAt', 'UpdatedFrom', 'UpdatedThrough'),
};

const STATUSES: Readonly<Record<string, readonly number[]>> = {
	Scheduled: [0, 1, 2],
	Completed: [3],
	Canceled: [4],
};

/**
 * The rows that a file will have. The window of dates is ignored where the documents call it
 * unreliable: on proposals and appointments. What the switches for proposals add is not documented.
 */
function rowsFor(table: Table, request: SandboxRequest): Row[] {
	const { store, body } = request;
	const tests = Object.entries(windows)
		.filter(([name]) => body[name] !== undefined)
		.map(([name, filter]) => {
			const fits = filter(body[name], request);
			// Some tables have no days of creation and change.
			return (row: Row) => row.CreatedAt === undefined || fits(row);
		});
	if (table.date !== undefined) {
		const dates = dayWindow(table.date, 'DateFrom', 'DateThrough');
		for (const [name, filter] of Object.entries(dates)) {
			if (body[name] !== undefined) tests.push(filter(body[name], request));
		}
	}
	if (body.Appointments !== undefined) {
		const wanted = Object.entries(body.Appointments as Row)
			.filter(([, on]) => on === true)
			.flatMap(([name]) => STATUSES[name]);
		tests.push(({ Status }) => wanted.includes(Number(Status)));
	}
	const from = Number(body.RowId ?? 0);
	return table
		.rows(store)
		.filter((row) => Number(row.Id) >= from && tests.every((fits) => fits(row)))
		.sort((a, b) => Number(a.Id) - Number(b.Id))
		.slice(0, MOST_ROWS);
}

function start(
	tables: Readonly<Record<string, Table>>,
	of: 'organization' | 'brand',
	request: SandboxRequest,
) {
	const { body, store, clock } = request;
	const kind = String(body.Kind);
	if (WITHOUT_ID.includes(kind)) return {};
	const table = tables[kind];
	if (table === undefined) throw new Refusal('invalid', 'Kind not recognized');
	const downloads = store.collection('downloads');
	const waiting = downloads.all().filter(({ ReadyAt }) => Number(ReadyAt) > clock.now());
	if (waiting.length >= MOST_QUEUED) {
		throw new Refusal('conflict', 'Too many downloads are queued');
	}
	const rows = rowsFor(table, request);
	const { Id } = downloads.add({
		Of: of,
		ReadyAt: clock.now() + TAKES,
		Records: rows.length,
		Csv: csvOf(table, rows, store),
	});
	// A number in requests, text in answers.
	return { DownloadId: String(Id) };
}

function required({ store, body }: SandboxRequest, of: string): Row {
	const row = store.collection('downloads').get(body.DownloadId);
	if (!row || row.Of !== of) throw notFound('Download', body.DownloadId);
	return row;
}

const status =
	(of: string): Handler =>
	(request) => {
		const { ReadyAt, Records } = required(request, of);
		const ready = Number(ReadyAt) <= request.clock.now();
		return { Ready: ready, Records: ready ? Records : 0 };
	};

/** The text itself once it is ready; before that JSON, like every other answer. */
const get =
	(of: string): Handler =>
	(request) => {
		const { ReadyAt, Csv } = required(request, of);
		if (Number(ReadyAt) > request.clock.now()) throw new Refusal('conflict', 'Not ready yet');
		return new Answer(200, Csv, { 'content-type': 'text/csv; charset=utf-8' });
	};

export const downloadRoutes: Readonly<Record<string, Handler>> = {
	'POST /download/startdownload': (request) => {
		const { store, body } = request;
		if (store.collection('users').get(body.UserId) === undefined) {
			throw wrongValue('UserId', 'is no user with permission for reports');
		}
		return start(organizationTables, 'organization', request);
	},
	'POST /download/downloadstatus': status('organization'),
	'POST /download/getdownload': get('organization'),
	'POST /datasubscriber/startdownload': (request) => start(brandTables, 'brand', request),
	'POST /datasubscriber/downloadstatus': status('brand'),
	'POST /datasubscriber/getdownload': get('brand'),
};

export const downloadStructures = {
	'POST /download/startdownload': {
		'Appointments.Scheduled': { in: 'body', type: 'boolean' },
		'Appointments.Completed': { in: 'body', type: 'boolean' },
		'Appointments.Canceled': { in: 'body', type: 'boolean' },
		'Proposals.IncludeBundled': { in: 'body', type: 'boolean' },
		'Proposals.IncludeTags': { in: 'body', type: 'boolean' },
		'Proposals.IncludeLines': { in: 'body', type: 'boolean' },
		'Proposals.IncludeCustomFields': { in: 'body', type: 'boolean' },
	},
} as const;
