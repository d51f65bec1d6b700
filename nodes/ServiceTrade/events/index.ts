import { appointmentCreated, appointmentUpdated } from './appointment';
import { jobCreated, jobUpdated } from './job';
import { stampedEvents } from './stamped';

export const events = [
	appointmentCreated,
	appointmentUpdated,
	jobCreated,
	jobUpdated,
	...stampedEvents,
];
