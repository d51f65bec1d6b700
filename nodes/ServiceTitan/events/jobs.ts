import { defineEvent } from '../../shared/define/event';
import { choice, pick, pickMany, select } from '../../shared/define/fields';
import {
	businessUnit,
	campaign,
	customer,
	job,
	jobType,
	location,
	project,
	projectType,
	tagType,
	technician,
} from '../pickers';
import { changesOf, statusOf } from './changes';

const ofJobs = {
	businessUnitId: select(businessUnit),
	campaignId: select(campaign),
	customerId: pick(customer),
	jobTypeId: select(jobType),
	locationId: pick(location),
	projectId: pick(project),
	tagTypeIds: pickMany(tagType),
	technicianId: pick(technician),
};

const jobs = {
	value: 'job',
	name: 'Job',
	begins: 'a job is booked',
	changes: 'anything on a job changes after it was booked',
	request: 'GET /jpm/v2/tenant/{tenant}/jobs',
	sorts: true,
	resource: 'job',
} as const;

const appointments = {
	value: 'appointment',
	name: 'Appointment',
	begins: 'an appointment is added to a job',
	changes: 'an appointment is rescheduled, changes its status or is edited otherwise',
	request: 'GET /jpm/v2/tenant/{tenant}/appointments',
	sorts: true,
	resource: 'appointment',
	filters: {
		customerId: pick(customer),
		jobId: pick(job),
		projectId: pick(project),
		technicianId: pick(technician),
	},
} as const;

const projects = {
	value: 'project',
	name: 'Project',
	begins: 'a project is created',
	changes: 'a project changes after it was created',
	request: 'GET /jpm/v2/tenant/{tenant}/projects',
	sorts: true,
	resource: 'project',
	filters: {
		businessUnitIds: pickMany(businessUnit),
		customerId: pick(customer),
		locationId: pick(location),
		projectTypeId: select(projectType),
	},
} as const;

export const jobEvents = [
	...changesOf({
		...jobs,
		filters: {
			...ofJobs,
			jobStatus: choice([
				'Canceled',
				'Completed',
				'Dispatched',
				'Hold',
				['In Progress', 'InProgress'],
				'Scheduled',
			]),
		},
	}),
	statusOf({ ...jobs, filters: ofJobs }, 'jobStatus'),
	defineEvent({
		value: 'jobCompleted',
		name: 'Job Completed',
		description:
			'When a job is completed. It is not seen where the time of completion was set more than an hour back.',
		request: jobs.request,
		resource: 'job',
		filters: ofJobs,
		since: (completedOnOrAfter) => ({ completedOnOrAfter }),
		until: (completedBefore) => ({ completedBefore }),
		changedAt: 'completedOn',
		id: 'id',
		// Technicians complete jobs without a connection as well, and the time of it comes with the call.
		overlapSeconds: 3600,
	}),
	...changesOf(appointments),
	statusOf(appointments),
	...changesOf(projects),
	statusOf(projects),
];
