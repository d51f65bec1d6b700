import type { IDataObject } from 'n8n-workflow';

import { flag, number, text } from '../../shared/define/fields';
import { read, type Operation } from '../../shared/define/operation';
import type { Route } from '../../shared/define/vendor';

const fields = {
	from: text({
		shown: true,
		placeholder: 'e.g. 2026-01-31',
		description:
			'The continueFrom of the export before, or a date to begin with changes of that day. Empty begins with the very first record.',
	}),
	includeRecentChanges: flag({
		description: 'Whether to get fresh changes sooner; records may then come twice',
	}),
	maxRecords: number({
		default: 1000,
		description:
			'Stops after the page that reaches this number; pages are given whole, since the export can only go on behind one. Without it the feed is read to its end.',
	}),
};

/** A feed that hands out a token with each page, read to its end or to a number of records, as one item. */
export const exportOf = (
	request: Route,
	/** What the feed holds, in the plural and without an article: `invoices`. */
	records: string,
	/** The name in the drop-down, where a resource has a second feed. */
	name = 'Export',
): Operation =>
	read({
		name,
		action: `Export ${records}`,
		description: `Read ${records} from the export feed, inactive and deleted ones included, as one item: the records in data, where to go on in continueFrom`,
		request,
		query: fields,
		async run({ from, includeRecentChanges, maxRecords = Infinity }, call) {
			const data: IDataObject[] = [];
			let continueFrom = from;
			let hasMore: boolean;
			do {
				const page = await call.send(request, {
					query: {
						...(continueFrom !== undefined && { from: continueFrom }),
						...(includeRecentChanges !== undefined && { includeRecentChanges }),
					},
				});
				const before = continueFrom;
				data.push(...((page.data ?? []) as IDataObject[]));
				continueFrom = (page.continueFrom as string | undefined) ?? before;
				// The same token again would give the same page without end.
				hasMore = page.hasMore === true && continueFrom !== before;
			} while (hasMore && data.length < maxRecords);
			return { data, hasMore, continueFrom: continueFrom ?? null };
		},
	});
