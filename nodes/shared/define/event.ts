import type { IDataObject } from 'n8n-workflow';

import type { Fields } from './fields';
import type { Paging, Route } from './vendor';

/** How a vendor writes moments. All numbers are milliseconds since 1970 in UTC. */
export interface Times {
	/** Reads a time of a record. Anything that is no time gives NaN. */
	readonly read: (value: unknown) => number;
	/** Writes a time for a filter, rounded down to what the vendor can express. */
	readonly write: (moment: number) => string | number;
}

/** Records that changed since the last look, for vendors that can be asked "what changed after …?". */
export interface ChangeEvent {
	/** Names the event in saved workflows, so it may never change once published. */
	readonly value: string;
	readonly name: string;
	/** When it fires and what it cannot see. */
	readonly description: string;
	readonly request: Route;
	/** Sent with every look: sorting, and whatever opens filters that hide records by default. */
	readonly always?: IDataObject;
	/** What to send for "from this moment on". The moment is already in the vendor's writing. */
	readonly since: (moment: string | number) => IDataObject;
	/** Where the record says when it changed (or was created). The saved position is only ever made from this. */
	readonly changedAt: string;
	/** Where the record's ID stands. */
	readonly id: string;
	/** Whether the list comes in ascending order of `changedAt`, so that a part of it can be handed over. */
	readonly sorted?: boolean;
	/** Leaves out records that are not meant, for instance those that were only created. */
	readonly only?: (record: IDataObject) => boolean;
	/** Optional fields that narrow the records, sent like those of a list. */
	readonly filters?: Fields;
	/** How far back to look again, in seconds, for records that the vendor lists late. */
	readonly overlapSeconds: number;
	readonly paging?: Paging;
	/** Where the records stand in the answer, when that is not the vendor's usual place. */
	readonly at?: string;
}

export const defineEvent = (event: ChangeEvent): ChangeEvent => event;
