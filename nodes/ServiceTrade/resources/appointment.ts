import {
	choice,
	choices,
	dateTime,
	flag,
	list,
	number,
	pick,
	pickMany,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { limitedPages } from '../paging';
import {
	appointment as appointments,
	company,
	customer,
	job,
	jobType,
	location,
	office,
	region,
	serviceLine,
	serviceOfAppointment,
	serviceOfJob,
	serviceRequest,
	technician,
	user,
	vendor,
} from '../pickers';
import { appointmentStatuses } from '../statuses';
import { named, stampFilters } from './fields';

const appointmentId = pick(appointments, { required: true });

const completion = choice(named(['done', 'invalid', 'not_done', 'pending']), {
	description: 'How far the service got on this appointment',
});

/** What can be given when an appointment is made and when it is changed. */
const details = {
	released: flag({
		description: 'Whether the technicians assigned to it can see the appointment',
	}),
	serviceRequestIds: pickMany(serviceOfJob, {
		label: 'Service Request',
		description: 'The services to fulfil, all of them of the same job',
	}),
	techIds: pickMany(technician, { label: 'Technician' }),
	windowEnd: dateTime(),
	windowStart: dateTime(),
};

export const appointment = defineResource({
	value: 'appointment',
	name: 'Appointment',
	description: 'A visit to a location as part of a job',
	simple: [
		'id',
		'name',
		'status',
		'windowStart',
		'windowEnd',
		'job',
		'location',
		'techs',
		'released',
		'created',
		'updated',
	],
	operations: {
		addServiceRequest: operation({
			action: 'Add a service request to an appointment',
			request: 'POST /appointment/{appointmentId}/servicerequest',
			path: { appointmentId },
			body: {
				serviceRequestId: pick(serviceRequest, {
					required: true,
					description: 'A service of the job that the appointment belongs to',
				}),
				completion,
			},
		}),
		create: create({
			action: 'Create an appointment',
			request: 'POST /appointment',
			body: {
				jobId: pick(job, { required: true }),
				status: choice(named(appointmentStatuses), {
					description: 'Scheduled where it is left out',
				}),
				...details,
				windowEnd: dateTime({
					description: 'Now where it is left out, unless the appointment is unscheduled',
				}),
				windowStart: dateTime({
					description: 'Now where it is left out, unless the appointment is unscheduled',
				}),
			},
		}),
		delete: remove({
			action: 'Delete an appointment',
			description: 'Only an unscheduled appointment can be deleted',
			request: 'DELETE /appointment/{appointmentId}',
			path: { appointmentId },
		}),
		get: read({
			action: 'Get an appointment',
			request: 'GET /appointment/{appointmentId}',
			path: { appointmentId },
		}),
		getAll: listAll({
			action: 'Get many appointments',
			request: 'GET /appointment',
			paging: limitedPages,
			always: { query: { status: appointmentStatuses.join(',') } },
			query: {
				assigned: flag({
					description: 'Whether a technician is assigned; off returns those without any',
				}),
				assignedOfficeIds: pickMany(office, {
					label: 'Assigned Office',
					description: 'Those that the job is assigned to',
				}),
				customerId: pick(customer),
				customerName: text({ description: 'A part of the name is enough' }),
				dueByAfter: dateTime({ label: 'Due On or After' }),
				dueByBefore: dateTime({ label: 'Due On or Before' }),
				jobDueByAfter: dateTime({ label: 'Job Due On or After' }),
				jobDueByBefore: dateTime({ label: 'Job Due On or Before' }),
				jobEstimatedPriceFrom: number({ description: 'Jobs without an estimate are left out' }),
				jobEstimatedPriceTo: number({ description: 'Jobs without an estimate are left out' }),
				jobId: pick(job),
				jobNumber: text(),
				jobOwnerIds: pickMany(user, { label: 'Job Owner' }),
				jobSalesIds: pickMany(user, { label: 'Job Salesperson' }),
				jobTags: list({ description: 'Only appointments of jobs that have all of these' }),
				jobType: pickMany(jobType),
				lat: number({
					label: 'Latitude',
					description: 'Decimal degrees, together with the longitude',
				}),
				locationId: pick(location),
				locationName: text({ description: 'A part of the name is enough' }),
				lon: number({
					label: 'Longitude',
					description: 'Decimal degrees, together with the latitude',
				}),
				officeIds: pickMany(office, {
					label: 'Office',
					description: 'Those that serve the location',
				}),
				primeContractorId: pick(company, { label: 'Prime Contractor' }),
				radius: number({ description: 'Miles around latitude and longitude' }),
				regionIds: pickMany(region, { label: 'Region' }),
				released: flag({
					description: 'Whether the technicians assigned to it can see the appointment',
				}),
				serviceLineIds: pickMany(serviceLine, { label: 'Service Line' }),
				sort: choice(
					[
						['Distance', 'distance'],
						['Job Due Date', 'jobDueBy'],
						['Job Type Weight', 'jobTypeWeight'],
						['Window Start', 'windowStart'],
					],
					{ label: 'Sort By', description: 'Distance needs latitude and longitude' },
				),
				sortOrder: choice([
					['Ascending', 'ASC'],
					['Descending', 'DESC'],
				]),
				status: choices(named(appointmentStatuses), {
					description: 'Without it appointments of every status are returned',
				}),
				subcontracted: flag({
					description: 'Whether the prime contractor of the job is another company than its vendor',
				}),
				techIds: pickMany(technician, { label: 'Technician' }),
				vendorId: pick(vendor),
				windowBeginsAfter: dateTime({ label: 'Window Begins On or After' }),
				windowBeginsBefore: dateTime({ label: 'Window Begins On or Before' }),
				windowEndsAfter: dateTime({ label: 'Window Ends On or After' }),
				windowEndsBefore: dateTime({ label: 'Window Ends On or Before' }),
				...stampFilters,
			},
		}),
		setCompletion: operation({
			name: 'Set Service Completion',
			action: 'Set the completion of a service on an appointment',
			request: 'PUT /appointment/{appointmentId}/servicerequest/{serviceRequestId}',
			path: {
				appointmentId,
				serviceRequestId: pick(serviceOfAppointment, { required: true }),
			},
			body: { completion: { ...completion, required: true, default: 'done' } },
		}),
		update: update({
			action: 'Update an appointment',
			description: 'Reschedule, release or close an appointment',
			request: 'PUT /appointment/{appointmentId}',
			path: { appointmentId },
			body: {
				// Nothing can be made unscheduled again.
				status: choice(
					named([
						'canceled_by_customer',
						'canceled_by_vendor',
						'completed',
						'no_show',
						'scheduled',
					]),
				),
				...details,
			},
		}),
	},
});
