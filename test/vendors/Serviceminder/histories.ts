import { localNow } from '../../../sandbox/Serviceminder/times';
import type { EventHistories } from '../../support/histories';
import { byId } from '../../support/picker';

/** The day of the organization, as invoices, payments and proposals are dated. */
const today = (now: number): string => localNow(now).toFormat("yyyy-MM-dd'T'00:00:00");

const datedToday = (now: number) => ({ Date: today(now) });

const acceptedToday = (now: number) => ({ Status: 'Accepted', AcceptedDate: today(now) });

export const histories: EventHistories = {
	contactCreatedOrUpdated: {
		parameters: { userId: byId('201') },
		// What the file of the download has columns for.
		edited: ['Name', 'Phone', 'Email', 'Address1', 'Zip'],
	},
	// These lists go by the date of the record and not by when it was entered.
	invoiceCreated: { made: datedToday },
	invoicePaid: { made: datedToday },
	paymentCreated: { made: datedToday },
	proposalAccepted: { made: acceptedToday, turned: acceptedToday },
};
