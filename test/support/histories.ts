import type { INodeParameters } from 'n8n-workflow';

import type { Row } from '../../sandbox/core/store';
import type { VendorName } from '../../sandbox';
import { histories as serviceChannel } from '../vendors/ServiceChannel/histories';
import { histories as serviceminder } from '../vendors/Serviceminder/histories';
import { histories as serviceTrade } from '../vendors/ServiceTrade/histories';

/** What the made-up histories have to know of an event beyond its definition. */
export interface EventHistory {
	/** Parameters of the trigger without which it does not work. */
	readonly parameters?: INodeParameters;
	/** Members by which a record made at a moment (milliseconds since 1970) differs from the one it is a copy of. */
	readonly made?: (now: number) => Row;
	/** Members of the sandbox's records that an edit changes, where those that the event compares are made from others. */
	readonly edited?: readonly string[];
	/** Members that an edit sets, where it is an edit that makes a record new to the list. */
	readonly turned?: (now: number) => Row;
}

/** By the value of the event; what is not in it needs nothing. */
export type EventHistories = Readonly<Record<string, EventHistory>>;

export const histories: { readonly [Name in VendorName]?: EventHistories } = {
	ServiceChannel: serviceChannel,
	Serviceminder: serviceminder,
	ServiceTrade: serviceTrade,
};
