import type { IDataObject } from 'n8n-workflow';

import { defineEvent, type ChangeEvent } from '../../shared/define/event';
import type { Fields } from '../../shared/define/fields';
import type { Always, Paging, Route } from '../../shared/define/vendor';

/** Records that carry both stamps, and how their list is asked. */
export interface Row {
	/** Names the events: `asset` gives `assetCreated` and `assetUpdated`. It may never change once published. */
	readonly value: string;
	/** The record in the event's name. */
	readonly name: string;
	/** The record in a sentence: `an asset`. */
	readonly noun: string;
	readonly request: Route;
	/** What opens a list that hides records by default. */
	readonly always?: Always;
	readonly rounds?: readonly IDataObject[];
	readonly paging?: Paging;
	/** Whether the list can be sorted by either stamp. */
	readonly sorts?: boolean;
	readonly filters?: Fields;
	readonly refuses?: ChangeEvent['refuses'];
	/** The resource of the same records. */
	readonly resource?: string;
	/** What both events ask with, where the list has no filters by both stamps. */
	readonly since?: ChangeEvent['since'];
	/** Where the ID stands, if not in `id`. */
	readonly id?: string;
	/** What tells records apart that lack an ID of their own. */
	readonly compared?: ChangeEvent['compared'];
	readonly read?: ChangeEvent['read'];
	/** A sentence on what the user has to know of both events. */
	readonly note?: string;
}

/** What `watched` cannot see, in the words of a description. */
export const BECOMES =
	'One that did not change for weeks counts as changed, too, when anything on it does, and of several changes between two looks only the last one is seen';

const UNSEEN =
	'It does not see that one was deleted. Several changes between two looks come as one';

/** `assetCreated` of a row. The vendor's bounds are inclusive. */
export function createdOf({
	value,
	name,
	noun,
	always,
	sorts,
	note,
	since,
	...row
}: Row): ChangeEvent {
	return defineEvent({
		id: 'id',
		overlapSeconds: 120,
		...row,
		...sorted('created', always, sorts),
		value: `${value}Created`,
		name: `${name} Created`,
		description: `When ${noun} is created${note === undefined ? '' : `. ${note}.`}`,
		since: since ?? ((createdAfter) => ({ createdAfter })),
		changedAt: 'created',
	});
}

/** `assetUpdated` of a row. */
function updatedOf({ value, name, noun, always, sorts, note, since, ...row }: Row): ChangeEvent {
	return defineEvent({
		id: 'id',
		overlapSeconds: 120,
		...row,
		...sorted('updated', always, sorts),
		value: `${value}Updated`,
		name: `${name} Updated`,
		description: `When ${noun} changes after it was created. ${note === undefined ? '' : `${note}. `}${UNSEEN}.`,
		since: since ?? ((updatedAfter) => ({ updatedAfter })),
		changedAt: 'updated',
		// Taken from other vendors: the reference does not say that a new record has the same second in both.
		only: ({ created, updated }) => created !== updated,
	});
}

const sorted = (sort: string, always: Always | undefined, sorts: boolean | undefined) =>
	sorts ? { sorted: true, always: { ...always, sort, sortOrder: 'ASC' } } : { always };

/** Both events of a row. */
export const changesOf = (row: Row): [ChangeEvent, ChangeEvent] => [createdOf(row), updatedOf(row)];
