import type { IDataObject } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { dateTime, text, type Wire } from '../shared/define/fields';
import { onePage, skippedPages } from '../shared/http/paging';

/** The server cuts pages to 50 whatever is asked for, and its own links to next pages start with http, which it refuses. */
export const odataPages = skippedPages({
	size: '$top',
	skip: '$skip',
	total: '@odata.count',
	count: { $count: true },
	largest: 50,
});

/** The first page alone, for pickers: each further page would come out of a small allowance. */
export const firstPage = {
	...onePage,
	first: (): IDataObject => ({ $top: odataPages.largest }),
};

/** Text in a filter stands in single quotes, with a quote inside doubled. */
export const quoted = (value: unknown): string => `'${String(value).replace(/'/g, "''")}'`;

/** Times in a filter are bare, and in UTC because a plus sign in an offset easily turns into a space. */
export const moment = (value: unknown): string =>
	String(DateTime.fromISO(String(value)).toUTC().toISO({ suppressMilliseconds: true }));

/** What makes a field a condition. Several of them are joined by `and`. */
const where = (condition: (value: Wire) => string) => ({
	as: '$filter',
	write: (value: Wire) => condition(value),
});

export const isText = (member: string) => where((value) => `${member} eq ${quoted(value)}`);
export const isNumber = (member: string) => where((value) => `${member} eq ${Number(value)}`);
export const isOneOf = (member: string) =>
	where((values) => {
		const each = (values as string[]).map((value) => `${member} eq ${quoted(value)}`);
		return `(${each.join(' or ')})`;
	});
export const isFrom = (member: string) => where((value) => `${member} ge ${moment(value)}`);
export const isBefore = (member: string) => where((value) => `${member} lt ${moment(value)}`);

/** For a picker: the chosen record of another field as a condition. */
export const withNumber =
	(member: string) =>
	(value: string | number): IDataObject =>
		/^\s*\d+\s*$/.test(String(value)) ? { $filter: `${member} eq ${Number(value)}` } : {};

/** Pages are only stable in an order that leaves no ties. */
const upToId = (order: string): string =>
	order.split(',').some((part) => /^\s*Id(\s+(asc|desc))?\s*$/i.test(part)) ? order : `${order},Id`;

/** The options of OData as the reference spells them, for whatever the other fields do not cover. */
export const rawFilter = text({
	label: 'OData Filter',
	placeholder: "e.g. contains(Description,'leak')",
	description: 'A condition in OData syntax, which holds beside the other filters',
	as: '$filter',
	write: (value) => `(${String(value)})`,
});
export const orderBy = text({
	label: 'OData Order By',
	placeholder: 'ScheduledDate desc',
	description: 'Members to sort by, with commas between them',
	as: '$orderby',
	write: (value) => upToId(String(value)),
});
export const selectMembers = text({
	label: 'OData Select',
	placeholder: 'Number,Status,Trade',
	description:
		'Members to return, with commas between them. Simplify, where it is on, still leaves out those that it does not know.',
	as: '$select',
});
export const expandMembers = (placeholder: string) =>
	text({
		label: 'OData Expand',
		placeholder,
		description: 'Related records to include, with commas between them',
		as: '$expand',
	});

export const expandRelated = expandMembers('e.g. Location,Provider($select=Name)');

/** What every OData list takes. */
export const odataOptions = {
	filter: rawFilter,
	orderBy,
	select: selectMembers,
	expand: expandRelated,
};

/** What a single record takes. */
export const odataMembers = { select: selectMembers, expand: expandRelated };

/** Milliseconds. Nothing older than 365 days is listed; a day is left for clocks that differ. */
const LONGEST_WINDOW = 364 * 86_400_000;

/**
 * Work orders are only listed for the last 90 days by `CallDate`, proposals by `CreatedDate` and
 * invoices by `PostedDate`, unless a condition on it says otherwise, and a condition on another date
 * does not lift that (inferred). So the window is opened as far as it goes, where the user sets none.
 */
export const wholeYear =
	($orderby: string, member = 'CallDate') =>
	(now: number, asked: IDataObject): IDataObject => ({
		$orderby,
		...(!new RegExp(`\\b${member}\\b`).test(String(asked.$filter ?? '')) && {
			$filter: `${member} ge ${new Date(now - LONGEST_WINDOW).toISOString()}`,
		}),
	});

/** Brings lists that say nothing else into an order that keeps. */
export const inOrder = ($orderby: string) => ({ query: { $orderby } });

/** The bounds of one date: the earlier one includes its moment, the later one does not. */
export const between = (member: string) => ({
	from: dateTime(isFrom(member)),
	before: dateTime(isBefore(member)),
});
