import { choice, pick } from '../../shared/define/fields';
import { job, technician } from '../pickers';
import { changesOf } from './changes';

/** Assignments do not say when they were made, so that new ones come with changed ones. */
const [, , assignment] = changesOf({
	value: 'appointmentAssignment',
	name: 'Appointment Assignment',
	begins: 'a technician is assigned to an appointment',
	changes: 'an assignment changes, for instance is taken back or worked on',
	request: 'GET /dispatch/v2/tenant/{tenant}/appointment-assignments',
	sorts: true,
	opened: { active: 'Any' },
	filters: { jobId: pick(job) },
});

/** What is planned for technicians. */
export const dispatchEvents = [
	assignment,
	...changesOf({
		value: 'nonJobAppointment',
		name: 'Non-Job Appointment',
		begins: 'time of a technician is taken by something else than a job',
		changes: 'a non-job appointment changes, deactivation included',
		request: 'GET /dispatch/v2/tenant/{tenant}/non-job-appointments',
		sorts: true,
		opened: { activeOnly: false },
		filters: { technicianId: pick(technician) },
	}),
	...changesOf({
		value: 'technicianShift',
		name: 'Technician Shift',
		begins: 'a shift is created',
		changes: 'a shift changes, deactivation included',
		request: 'GET /dispatch/v2/tenant/{tenant}/technician-shifts',
		sorts: true,
		opened: { active: 'Any' },
		filters: {
			shiftType: choice(['Normal', ['On Call', 'OnCall'], ['Time Off', 'TimeOff']]),
			technicianId: pick(technician),
		},
	}),
	...changesOf({
		value: 'zone',
		name: 'Zone',
		begins: 'a zone is created',
		changes: 'a zone changes, deactivation included',
		request: 'GET /dispatch/v2/tenant/{tenant}/zones',
		sorts: true,
		opened: { active: 'Any' },
	}),
	...changesOf({
		value: 'team',
		name: 'Team',
		begins: 'a team is created',
		changes: 'a team changes, deactivation included',
		request: 'GET /dispatch/v2/tenant/{tenant}/teams',
		sorts: true,
		opened: { includeInactive: true },
	}),
];
