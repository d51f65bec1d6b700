import { pick, select } from '../../shared/define/fields';
import { businessUnit, customer, job, jobType, location, project, technician } from '../pickers';
import { changesOf } from './changes';

export const jobEvents = [
	...changesOf({
		value: 'job',
		name: 'Job',
		begins: 'a job is booked',
		changes: 'anything on a job changes after it was booked',
		request: 'GET /jpm/v2/tenant/{tenant}/jobs',
		sorts: true,
		resource: 'job',
		filters: {
			businessUnitId: select(businessUnit),
			customerId: pick(customer),
			jobTypeId: select(jobType),
			locationId: pick(location),
		},
	}),
	...changesOf({
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
	}),
	...changesOf({
		value: 'project',
		name: 'Project',
		begins: 'a project is created',
		changes: 'a project changes after it was created',
		request: 'GET /jpm/v2/tenant/{tenant}/projects',
		sorts: true,
		filters: { customerId: pick(customer), locationId: pick(location) },
	}),
];
