import type { Clock } from '../core/clock';
import type { Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';
import { localNow } from './times';

export const INVOICE = 0;
export const APPOINTMENT = 1;
export const DELETE = 3;

/** How many come where nobody says is not documented: 100 is the sandbox's choice. */
const USUAL = 100;

/** One queue of the whole brand, the oldest event first. */
const queued = (store: Store): Row[] =>
	[...store.collection('feedEvents').all()].sort((a, b) => Number(a.Id) - Number(b.Id));

function clearThrough(store: Store, id: unknown): void {
	for (const event of queued(store)) {
		if (Number(event.Id) <= Number(id)) store.collection('feedEvents').remove(event.Id);
	}
}

/** Gives what waits and leaves it there; what was handled before may be cleared in the same call, afterwards. */
const fetch: Handler = ({ store, body }) => {
	const events = queued(store).slice(0, Number(body.EventCount ?? USUAL));
	if (body.ClearThroughId !== undefined) clearThrough(store, body.ClearThroughId);
	store.listed('feedEvents');
	return { Events: events, EventCount: events.length };
};

const clear: Handler = ({ store, body }) => {
	clearThrough(store, body.ClearThroughId);
	return {};
};

/** The rows are not documented beyond their list. */
const forecasts: Handler = ({ store }) => ({
	Organizations: store
		.collection('organizations')
		.all()
		.map(({ OrganizationId, Name }, index) => ({
			OrganizationId,
			Name,
			Forecast: 12_000 + index * 1_500,
		})),
});

/** Members of an appointment's event as far as they could be read; those of the others are not known. */
export const usualFeedEvent = (row: Row): Row => ({
	TransactionKind: APPOINTMENT,
	...(row.TransactionKind === undefined || row.TransactionKind === APPOINTMENT
		? { Subtotal: 0, LifetimeValue: 0, ContactId: 0 }
		: {}),
});

export function seedFeed(store: Store, clock: Clock): void {
	const now = localNow(clock.now());
	const events = store.collection('feedEvents');
	for (const [index, contactId] of [5001, 5002, 5003].entries()) {
		const contact = store.collection('contacts').get(contactId) ?? {};
		events.add({
			TransactionKind: APPOINTMENT,
			ContactId: contactId,
			Name: contact.Name,
			PriPhone: contact.Phone,
			Email: contact.Email,
			Address1: contact.Address1,
			City: contact.City,
			State: contact.State,
			PostalCode: contact.Zip,
			TransactionDate: now.minus({ days: 3 - index }).toFormat('yyyy-M-d'),
			CreatedAt: now.minus({ days: 3 - index }).toFormat('yyyy-MM-dd HH:mm:ss'),
			Subtotal: 90 + index * 25,
			LifetimeValue: 400 + index * 100,
		});
	}
	events.add({ TransactionKind: INVOICE, InvoiceId: 9501, ContactId: 5002, Total: 160 });
	events.add({ TransactionKind: DELETE, EntityId: 8009 });
}

export const feedRoutes: Readonly<Record<string, Handler>> = {
	'POST /datasubscriber/fetch': fetch,
	'POST /datasubscriber/clear': clear,
	'POST /datasubscriber/forecasts': forecasts,
};
