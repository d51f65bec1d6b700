import type { Resource } from '../../shared/define/resource';
import { appointment } from './appointment';
import { customer } from './customer';
import { job } from './job';
import { technician } from './technician';

/** What the node ServiceTitan offers: work, customers, people, and what is billed to customers. */
export const mainResources: readonly Resource[] = [appointment, customer, job, technician];

/** What the node ServiceTitan Back Office offers: pricebook, inventory, payroll and bookkeeping. */
export const backOfficeResources: readonly Resource[] = [];
