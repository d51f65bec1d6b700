import {
	appointmentCanceled,
	appointmentCompleted,
	appointmentCreated,
	appointmentRescheduled,
	appointmentUpdated,
} from './appointment';
import { invoicePaid } from './invoice';
import { jobCreated, jobStatusChanged, jobUpdated } from './job';
import { paymentEvents } from './payment';
import { quoteApproved } from './quote';
import { stampedEvents } from './stamped';
import { wholeEvents } from './whole';
import { withinEvents } from './within';

export const events = [
	appointmentCanceled,
	appointmentCompleted,
	appointmentCreated,
	appointmentRescheduled,
	appointmentUpdated,
	invoicePaid,
	jobCreated,
	jobStatusChanged,
	jobUpdated,
	...paymentEvents,
	quoteApproved,
	...stampedEvents,
	...wholeEvents,
	...withinEvents,
];
