import { appointment } from './appointment';
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
import { job } from './job';
import { jobType } from './jobType';
import { lead } from './lead';
import { location } from './location';
import { campaign, campaignCategory, campaignCost } from './marketing';
import { nonJobAppointment } from './nonJobAppointment';
import { project } from './project';
import { projectStatus, projectType } from './projectStatus';
import { businessUnit, callReason, tagType, userRole } from './settings';
import { task } from './task';
import { technician } from './technician';
import { technicianShift } from './technicianShift';

export const resources = [
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
];
