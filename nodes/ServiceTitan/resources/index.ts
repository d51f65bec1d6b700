import type { Resource } from '../../shared/define/resource';
import { appointment } from './appointment';
import { backOfficeResources } from './backOffice';
import { customer } from './customer';
import { invoice } from './invoice';
import { job } from './job';
import { membership } from './membership';
import { membershipType } from './membershipType';
import { payment } from './payment';
import { recurringService } from './recurringService';
import { recurringServiceEvent } from './recurringServiceEvent';
import { recurringServiceType } from './recurringServiceType';
import { serviceAgreement } from './serviceAgreement';
import { technician } from './technician';

/** What customers are billed for. */
const billing: readonly Resource[] = [
	invoice,
	membership,
	membershipType,
	payment,
	recurringService,
	recurringServiceEvent,
	recurringServiceType,
	serviceAgreement,
];

/** What the node ServiceTitan offers: work, customers, people, and what is billed to customers. */
export const mainResources: readonly Resource[] = [
	appointment,
	customer,
	job,
	technician,
	...billing,
];

/** What the node ServiceTitan Back Office offers: pricebook, inventory, payroll and bookkeeping. */
export { backOfficeResources };
