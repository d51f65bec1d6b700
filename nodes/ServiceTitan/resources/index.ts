import type { Resource } from '../../shared/define/resource';
import { appointment } from './appointment';
import { backOfficeResources } from './backOffice';
import { booking } from './booking';
import { bookingProvider } from './bookingProvider';
import { call, optOut } from './call';
import { contact } from './contact';
import { customer } from './customer';
import { arrivalWindow, businessHours, capacity, gpsPing, team, zone } from './dispatch';
import { employee } from './employee';
import { estimate } from './estimate';
import { form } from './form';
import { installedEquipment } from './installedEquipment';
import { invoice } from './invoice';
import { job } from './job';
import { jobType } from './jobType';
import { lead } from './lead';
import { location } from './location';
import { campaign, campaignCategory, campaignCost } from './marketing';
import { membership } from './membership';
import { membershipType } from './membershipType';
import { nonJobAppointment } from './nonJobAppointment';
import { payment } from './payment';
import { project } from './project';
import { projectStatus, projectType } from './projectStatus';
import { recurringService } from './recurringService';
import { recurringServiceEvent } from './recurringServiceEvent';
import { recurringServiceType } from './recurringServiceType';
import { serviceAgreement } from './serviceAgreement';
import { businessUnit, callReason, tagType, userRole } from './settings';
import { task } from './task';
import { technician } from './technician';
import { technicianShift } from './technicianShift';

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
	arrivalWindow,
	booking,
	bookingProvider,
	businessHours,
	businessUnit,
	call,
	callReason,
	campaign,
	campaignCategory,
	campaignCost,
	capacity,
	contact,
	customer,
	employee,
	estimate,
	form,
	gpsPing,
	installedEquipment,
	job,
	jobType,
	lead,
	location,
	nonJobAppointment,
	optOut,
	project,
	projectStatus,
	projectType,
	tagType,
	task,
	team,
	technician,
	technicianShift,
	userRole,
	zone,
	...billing,
];

/** What the node ServiceTitan Back Office offers: pricebook, inventory, payroll and bookkeeping. */
export { backOfficeResources };
