import type { VendorName } from '../../../sandbox';
import type { EventHistories, EventHistory } from '../../support/histories';
import { histories as serviceminder } from '../../vendors/Serviceminder/histories';
import { histories as serviceTrade } from '../../vendors/ServiceTrade/histories';

const hints: { readonly [Name in VendorName]?: EventHistories } = {
	Serviceminder: serviceminder,
	ServiceTrade: serviceTrade,
};

/** What cannot be known of an event from its definition. */
export const hintsOf = (vendor: VendorName, event: string): EventHistory =>
	hints[vendor]?.[event] ?? {};
