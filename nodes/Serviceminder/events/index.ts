import {
	appointmentCanceled,
	appointmentCompleted,
	appointmentCreated,
	appointmentUpdated,
} from './appointment';
import { catalogEvents } from './catalog';
import { contactCreated, contactCreatedOrUpdated } from './contact';
import { dataSubscriberEvent } from './feed';
import { invoiceCreated, invoicePaid, paymentCreated } from './invoice';
import { proposalAccepted, proposalCreated, proposalUpdated } from './proposal';

export const events = [
	appointmentCanceled,
	appointmentCompleted,
	appointmentCreated,
	appointmentUpdated,
	...catalogEvents,
	contactCreated,
	contactCreatedOrUpdated,
	dataSubscriberEvent,
	invoiceCreated,
	invoicePaid,
	paymentCreated,
	proposalAccepted,
	proposalCreated,
	proposalUpdated,
];
