import { appointmentCreated, appointmentUpdated } from './appointment';
import { invoiceCreated, invoiceUpdated } from './invoice';

export const events = [appointmentCreated, appointmentUpdated, invoiceCreated, invoiceUpdated];
