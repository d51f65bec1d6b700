import { appointment } from './appointment';
import { customer } from './customer';
import { job } from './job';
import { technician } from './technician';

export const resources = [appointment, customer, job, technician];
