import {
	choice,
	choices,
	dateTime,
	flag,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, read, remove } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { nonJobAppointment as appointments, technician, timesheetCode } from '../pickers';
import { ids, stampFilters, stampSort } from './fields';
import { weekdays } from './weekdays';

const id = pick(appointments, { required: true });

const whole = {
	technicianId: pick(technician, { required: true }),
	start: dateTime({ required: true }),
	duration: text({
		required: true,
		placeholder: '01:30:00',
		description: 'Hours, minutes and seconds',
	}),
	name: text({ required: true }),
	summary: text({ rows: 3 }),
	timesheetCodeId: select(timesheetCode),
	clearDispatchBoard: flag({
		description: 'Whether the technician disappears from the dispatch board for this time',
	}),
	clearTechnicianView: flag({
		description: 'Whether the technician sees no jobs in this time',
	}),
	removeTechnicianFromCapacityPlanning: flag({
		description: 'Whether this time does not count as capacity',
	}),
	showOnTechnicianSchedule: flag({
		description: 'Whether it is in the technician’s schedule even without a timesheet',
	}),
	allDay: flag(),
	repeat: flag(),
	frequency: choice(['Daily', 'Monthly', 'Weekly', 'Yearly'], { label: 'Repeat Frequency' }),
	interval: number({ default: 1, label: 'Repeat Interval' }),
	daysOfWeek: choices(weekdays, {
		label: 'Repeat on Days',
		// One text in the documents, which do not say what stands between two days.
		write: (days) => (days as unknown as string[]).join(', '),
	}),
	endType: choice(['After', 'Never', 'On'], {
		label: 'Repeat Ends',
		description: 'After a number of occurrences, never, or on a day',
	}),
	countOccurrences: number({ default: 1, label: 'Repeat Occurrences' }),
	endOn: dateTime({ label: 'Repeat Ends On' }),
};

export const nonJobAppointment = defineResource({
	value: 'nonJobAppointment',
	name: 'Non-Job Appointment',
	description: 'Time of a technician that is taken by something else than a job',
	operations: {
		create: create({
			action: 'Create a non-job appointment',
			request: 'POST /dispatch/v2/tenant/{tenant}/non-job-appointments',
			body: whole,
		}),
		delete: remove({
			action: 'Delete a non-job appointment',
			request: 'DELETE /dispatch/v2/tenant/{tenant}/non-job-appointments/{id}',
			path: { id },
		}),
		get: read({
			action: 'Get a non-job appointment',
			request: 'GET /dispatch/v2/tenant/{tenant}/non-job-appointments/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many non-job appointments',
			request: 'GET /dispatch/v2/tenant/{tenant}/non-job-appointments',
			query: {
				technicianId: pick(technician),
				startsOnOrAfter: dateTime(),
				startsOnOrBefore: dateTime(),
				timesheetCodeId: select(timesheetCode),
				activeOnly: flag({
					default: true,
					description: 'Whether to leave out inactive ones; off returns them, too',
				}),
				showOnTechnicianSchedule: flag({
					description: 'Whether to return only those that the technician’s schedule shows',
				}),
				...stampFilters,
				ids,
				sort: stampSort,
			},
		}),
		replace: create({
			action: 'Replace a non-job appointment',
			description: 'Has to be given whole: what is not given is emptied',
			request: 'PUT /dispatch/v2/tenant/{tenant}/non-job-appointments/{id}',
			path: { id },
			body: whole,
		}),
	},
});
