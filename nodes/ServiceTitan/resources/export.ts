import type { IDataObject } from 'n8n-workflow';

import { choice, flag, number, text } from '../../shared/define/fields';
import { read, type Call, type Operation } from '../../shared/define/operation';
import type { Route } from '../../shared/define/vendor';

/** Beside these an export has no filters: feeds hold everything. */
const asked = {
	from: text({
		label: 'Continue From',
		description:
			'The continueFrom of the export before, or a day such as 2026-01-31 to begin with changes of that day. Empty means from the very first record.',
	}),
	includeRecentChanges: flag({
		description: 'Whether to get fresh changes sooner; the next export may then repeat some',
	}),
};

/** Pages are given whole, so that the token fits what came. */
const options = {
	...asked,
	mostRecords: number({
		label: 'Stop After',
		default: 5000,
		description: 'How many records are enough. Pages come whole, so there may be some more.',
	}),
};

const description =
	'Read a feed of all records, inactive and deleted ones included, from where the last export ended. Gives one item with the records and the token to continue from.';

/** Only the feed of assignments can be narrowed. */
const activeToo = {
	...options,
	active: choice([
		['Active and Inactive', 'Any'],
		['Active Only', 'True'],
		['Inactive Only', 'False'],
	]),
};

/** An operation that reads an export feed to its end, or until there are enough records. */
export const exportOf = (
	things: string,
	request: Route,
	{ name = 'Export', narrowed = false }: { name?: string; narrowed?: boolean } = {},
): Operation =>
	read({
		name,
		action: `Export ${things}`,
		description,
		request,
		query: narrowed ? activeToo : options,
		run: async ({ mostRecords, ...query }, call) =>
			await wholeFeed(request, query, mostRecords ?? Infinity, call),
	});

interface Page {
	readonly data?: readonly IDataObject[];
	readonly hasMore?: boolean;
	readonly continueFrom?: string;
}

async function wholeFeed(
	request: Route,
	query: IDataObject,
	enough: number,
	call: Call,
): Promise<IDataObject> {
	const records: IDataObject[] = [];
	const seen = new Set<string>();
	for (let from = query.from as string | undefined; ; ) {
		const page: Page = await call.send(request, { query: { ...query, ...(from && { from }) } });
		for (const record of page.data ?? []) {
			// Recent changes may come twice; records without an ID or a time cannot be told apart.
			const key = `${String(record.id)} ${String(record.modifiedOn ?? record.createdOn)}`;
			if (record.id !== undefined && seen.has(key)) continue;
			seen.add(key);
			records.push(record);
		}
		const { continueFrom, hasMore = false } = page;
		// A feed that stands still would be read for ever.
		const stands = continueFrom === undefined || continueFrom === from;
		if (!hasMore || stands || records.length >= enough) {
			return { records, continueFrom: continueFrom ?? from ?? null, hasMore };
		}
		from = continueFrom;
	}
}
