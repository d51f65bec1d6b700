import { appointmentCreated, appointmentUpdated } from './appointment';
import { contactCreated } from './contact';

export const events = [appointmentCreated, appointmentUpdated, contactCreated];
