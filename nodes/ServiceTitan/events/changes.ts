import type { IDataObject } from 'n8n-workflow';

import { defineEvent, type ChangeEvent } from '../../shared/define/event';
import type { Fields } from '../../shared/define/fields';
import type { Route } from '../../shared/define/vendor';

interface Row {
	/** Names the events: `job` gives `jobCreated` and so on. It may never change once published. */
	readonly value: string;
	/** The record in the event's name: `Job`. */
	readonly name: string;
	/** What happens at the first of it: `a job is booked`. */
	readonly begins: string;
	/** What happens later: `anything on a job changes after it was booked`. */
	readonly changes: string;
	readonly request: Route;
	/** Whether the list takes `sort`. Others are read by stretches of time. */
	readonly sorts: boolean;
	/** What opens the filter that hides inactive records, for lists that have one. */
	readonly opened?: IDataObject;
	/** Where the times stand, when that is not at the top of the record. */
	readonly within?: string;
	readonly filters?: Fields;
	/** The resource of the same records, if the node has one. */
	readonly resource?: string;
}

const SEVERAL = 'Several changes between two polls come as one. Deletions are not seen';

/** For records that are listed late. The documents tell no such delay; two minutes are ours. */
const overlapSeconds = 120;

/** Bounds as the documents give them: the lower one inclusive, the upper one exclusive. */
const created = {
	since: (createdOnOrAfter: string | number) => ({ createdOnOrAfter }),
	until: (createdBefore: string | number) => ({ createdBefore }),
};
const modified = {
	since: (modifiedOnOrAfter: string | number) => ({ modifiedOnOrAfter }),
	until: (modifiedBefore: string | number) => ({ modifiedBefore }),
};

/**
 * When the status of a record becomes another one. `member` says where the status stands.
 */
export function statusOf(
	row: Pick<Row, 'value' | 'name' | 'request' | 'sorts' | 'opened' | 'filters' | 'resource'>,
	member = 'status',
): ChangeEvent {
	const { value, name, request, sorts, opened, filters, resource } = row;
	return defineEvent({
		...modified,
		value: `${value}StatusChanged`,
		name: `${name} Status Changed`,
		description: `When the status of the ${name.toLowerCase()} becomes another one. A record that was not seen for long counts as changed, too, and of several changes between two polls only the last one is seen.`,
		request,
		filters,
		resource,
		id: 'id',
		sorted: sorts,
		overlapSeconds,
		always: { ...opened, ...(sorts && { sort: '+ModifiedOn' }) },
		changedAt: 'modifiedOn',
		orAt: 'createdOn',
		watched: [member],
	});
}

/** `{ jobCreated, jobUpdated, jobCreatedOrUpdated }` of a row. */
export function changesOf(row: Row): [ChangeEvent, ChangeEvent, ChangeEvent] {
	const { value, name, begins, changes, request, sorts, opened, within, filters, resource } = row;
	const at = (member: string) => (within === undefined ? member : `${within}.${member}`);
	const same = { request, filters, resource, id: at('id'), sorted: sorts, overlapSeconds };
	const always = (field: string) => ({ ...opened, ...(sorts && { sort: `+${field}` }) });
	const either = {
		...same,
		...modified,
		always: always('ModifiedOn'),
		changedAt: at('modifiedOn'),
		// Some records have no time of change before the first one.
		orAt: at('createdOn'),
	};
	const timesOf = (record: IDataObject): IDataObject =>
		within === undefined ? record : ((record[within] ?? {}) as IDataObject);
	return [
		defineEvent({
			...same,
			...created,
			value: `${value}Created`,
			name: `${name} Created`,
			description: `When ${begins}`,
			always: always('CreatedOn'),
			changedAt: at('createdOn'),
		}),
		defineEvent({
			...either,
			value: `${value}Updated`,
			name: `${name} Updated`,
			description: `When ${changes}. ${SEVERAL}.`,
			only(record) {
				const times = timesOf(record);
				// A record that was just made carries the same moment in both.
				return Boolean(times.modifiedOn) && times.createdOn !== times.modifiedOn;
			},
		}),
		defineEvent({
			...either,
			value: `${value}CreatedOrUpdated`,
			name: `${name} Created or Updated`,
			description: `When ${begins}, and when ${changes}. ${SEVERAL}.`,
		}),
	];
}
