import { defineQueueEvent } from '../../shared/define/event';
import { wholeList } from '../wire';

/** Events that one poll takes at the most; the others come with the next one. */
const AT_ONCE = 500;

export const dataSubscriberEvent = defineQueueEvent({
	value: 'dataSubscriberEvent',
	name: 'Data Subscriber Event',
	description:
		'When an appointment is completed, an invoice is made or a record is deleted anywhere in the brand; Kind says which. Needs a Data Subscriber key. What was handed over is cleared for good at the next poll, so use one trigger per brand: two take events from each other.',
	request: 'POST /datasubscriber/fetch',
	// Only ever sent with what was handed over, which is right whether it clears before or after the fetch.
	since: (id) => ({ ClearThroughId: Number(id) }),
	clear: 'POST /datasubscriber/clear',
	through: (id) => ({ ClearThroughId: Number(id) }),
	id: 'Id',
	paging: { ...wholeList, largest: AT_ONCE, first: (size) => ({ EventCount: size }) },
});
