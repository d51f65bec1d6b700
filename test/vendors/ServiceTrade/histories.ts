import type { INodeParameters } from 'n8n-workflow';

import type { EventHistories } from '../../support/histories';

const byId = (value: number) => ({ __rl: true, mode: 'id', value: String(value) });

const filtered = (parameters: INodeParameters) => ({ parameters });

/** Payments are dated by days. */
const datedToday = (now: number) => {
	const seconds = Math.floor(now / 1000);
	return { transactionDate: seconds - (seconds % 86_400) };
};

const ofJob = filtered({ entityType: 3, entityId: byId(10001) });

/** Lists that the vendor gives for one record at a time, and payments, which go by their own date. */
export const histories: EventHistories = {
	attachmentCreated: ofJob,
	attachmentUpdated: ofJob,
	contractCreated: filtered({ vendorId: byId(101) }),
	contractUpdated: filtered({ vendorId: byId(101) }),
	historyCreated: ofJob,
	invoiceItemCreated: filtered({ invoiceId: byId(70001) }),
	invoiceItemUpdated: filtered({ invoiceId: byId(70001) }),
	paymentCreated: { made: datedToday },
	paymentUpdated: { made: datedToday },
};
