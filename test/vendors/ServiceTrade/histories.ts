import omit from 'lodash/omit';
import type { INodeParameters } from 'n8n-workflow';

import { limitedPages } from '../../../nodes/ServiceTrade/paging';
import type { VendorControl } from '../../../sandbox';
import type { EventHistories } from '../../support/histories';
import { byId } from '../../support/picker';

const filtered = (parameters: INodeParameters) => ({ parameters });

/** Payments are dated by days. */
const datedToday = (now: number) => {
	const seconds = Math.floor(now / 1000);
	return { transactionDate: seconds - (seconds % 86_400) };
};

const ofJob = filtered({ entityType: 3, entityId: byId(10001) });

/** Other records have no entries but those of their own times. */
function addHistory(control: VendorControl): void {
	for (const actionEvent of ['edited', 'viewed']) {
		control.add('histories', {
			entityType: 3,
			entityId: 10001,
			userId: 51,
			properties: { actionEvent },
		});
	}
}

/** Whether an invoice is paid is told by its items and payments. */
function pay(control: VendorControl, invoiceId: string): void {
	for (const collection of ['invoiceItems', 'payments']) {
		const [like] = control.records(collection);
		control.add(collection, {
			...omit(like, 'id'),
			invoiceId: Number(invoiceId),
			status: 'applied',
		});
	}
	const [{ id }] = control.records('payments').slice(-1);
	control.change('payments', id, { amount: 1_000_000 });
}

/** Lists that the vendor gives for one record at a time, and payments, which go by their own date. */
export const histories: EventHistories = {
	// Told apart by their types, of which each has its own.
	assetDefinitionCreated: { made: (now) => ({ type: `type${now}` }) },
	attachmentCreated: ofJob,
	attachmentUpdated: ofJob,
	clockEventCreated: { made: (now) => ({ eventTime: Math.floor(now / 1000) }) },
	contractCreated: filtered({ vendorId: byId(101) }),
	contractUpdated: filtered({ vendorId: byId(101) }),
	historyCreated: { ...ofJob, begin: addHistory },
	invoiceItemCreated: filtered({ invoiceId: byId(70001) }),
	invoiceItemUpdated: filtered({ invoiceId: byId(70001) }),
	invoicePaid: { made: datedToday, turned: datedToday, also: pay },
	paymentCreated: { made: datedToday, paging: limitedPages },
	paymentUpdated: { made: datedToday, paging: limitedPages },
};
