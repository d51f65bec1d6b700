import { appointmentCreated, appointmentUpdated } from './appointment';
import { jobCreated, jobUpdated } from './job';

export const events = [appointmentCreated, appointmentUpdated, jobCreated, jobUpdated];
