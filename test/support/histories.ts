import type { INodeParameters } from 'n8n-workflow';

import type { Paging } from '../../nodes/shared/define/vendor';
import type { VendorControl } from '../../sandbox';
import type { Row } from '../../sandbox/core/store';

/** What the made-up histories have to know of an event beyond its definition. */
export interface EventHistory {
	/** Seconds by which the times that the sandbox writes into these records run ahead. */
	readonly aheadSeconds?: number;
	/** Parameters of the trigger without which it does not work. */
	readonly parameters?: INodeParameters;
	/** Members by which a record made at a moment (milliseconds since 1970) differs from the one it is a copy of. */
	readonly made?: (now: number) => Row;
	/** Members of the sandbox's records that an edit changes, where those that the event compares or watches are made from others. */
	readonly edited?: readonly string[];
	/** Members that an edit sets, where it is an edit that makes a record new to the list. */
	readonly turned?: (now: number) => Row;
	/** Puts into the sandbox what it lacks at the beginning. */
	readonly begin?: (control: VendorControl) => void;
	/** Writes what else belongs to a record that is made or edited, by its ID. */
	readonly also?: (control: VendorControl, id: string) => void;
	/** What an edit makes of a record, where no other record has what it could take over. */
	readonly looks?: readonly Row[];
	/** The pages of a list that the event reads by itself. */
	readonly paging?: Paging;
}

/** By the value of the event; what is not in it needs nothing. */
export type EventHistories = Readonly<Record<string, EventHistory>>;
