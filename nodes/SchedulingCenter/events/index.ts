import { appointmentCreated, appointmentUpdated } from './appointment';
import { invoiceCompleted, invoiceCreated, invoicePaid, invoiceUpdated } from './invoice';
import {
	campaignCreated,
	campaignUpdated,
	employeeCreated,
	employeeUpdated,
	locationCreated,
	locationUpdated,
} from './lists';
import {
	householdCreated,
	householdUpdated,
	marketingEmailCreated,
	marketingEmailUpdated,
} from './report';
import { lowReviewCreated, reviewCreated, reviewUpdated } from './review';

export const events = [
	appointmentCreated,
	appointmentUpdated,
	campaignCreated,
	campaignUpdated,
	employeeCreated,
	employeeUpdated,
	householdCreated,
	householdUpdated,
	invoiceCompleted,
	invoiceCreated,
	invoicePaid,
	invoiceUpdated,
	locationCreated,
	locationUpdated,
	lowReviewCreated,
	marketingEmailCreated,
	marketingEmailUpdated,
	reviewCreated,
	reviewUpdated,
];
