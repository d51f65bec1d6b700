import {
	choice,
	choices,
	dateTime,
	flag,
	list,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { limitedPages } from '../paging';
import {
	company,
	contact,
	contract,
	customer,
	job as jobs,
	jobType,
	location,
	office,
	region,
	serviceLine,
	serviceRequest,
	technician,
	terms,
	user,
	vendor,
} from '../pickers';
import { appointmentStatuses, jobStatuses } from '../statuses';
import { named, stampFilters, tagFilter } from './fields';

const jobId = pick(jobs, { required: true });

/** What can be given when a job is made and when it is changed. */
const details = {
	assignedOfficeId: select(office, { label: 'Assigned Office' }),
	brokerId: pick(company, {
		label: 'Broker',
		description: 'The vendor where it is left out',
	}),
	budgeted: flag({
		description:
			'Whether the job may have budgets. It takes the right to manage budgets, and an open job without an active one.',
	}),
	contractId: pick(contract, {
		description: 'The list needs the vendor or the customer',
	}),
	customerId: pick(customer, {
		description: 'On a new job the company of the location where it is left out',
	}),
	customerPo: text({ label: 'Customer PO', description: 'At most 40 characters' }),
	description: text({ rows: 4 }),
	ownerId: pick(user, { label: 'Owner' }),
	primaryContactId: pick(contact, {
		label: 'Primary Contact',
		description: 'A contact of the location, of its company or of the customer',
	}),
	salesId: pick(user, { label: 'Salesperson' }),
	serviceRequestIds: pickMany(serviceRequest, {
		label: 'Service Request',
		description: 'The services that the job is to fulfil, all of them at the location of the job',
	}),
	status: choice(named(jobStatuses)),
	termsId: select(terms, {
		description: 'Those of the contract or of the account where it is left out',
	}),
	visibility: choices(
		named(['appointments', 'customer', 'description', 'public', 'subcontractor']),
		{ description: 'What others outside the account may see' },
	),
};

export const job = defineResource({
	value: 'job',
	name: 'Job',
	description: 'Work that a vendor does for a customer at a location',
	simple: [
		'id',
		'number',
		'type',
		'status',
		'description',
		'customer',
		'location',
		'scheduledDate',
		'dueBy',
		'completedOn',
		'created',
		'updated',
	],
	operations: {
		cancel: operation({
			action: 'Cancel a job',
			description: 'Set the status to canceled; jobs cannot be deleted',
			request: 'PUT /job/{jobId}',
			path: { jobId },
			always: { body: { status: 'canceled' } },
		}),
		create: create({
			action: 'Create a job',
			request: 'POST /job',
			// The reference does not say what is needed. Its text marks everything else as optional.
			body: {
				locationId: pick(location, { required: true }),
				vendorId: pick(vendor, { required: true, description: 'Who does the work' }),
				type: select(jobType, { required: true }),
				autoAssignContract: flag({
					description: 'Whether to set the contract if only one can apply',
				}),
				...details,
			},
		}),
		get: read({ action: 'Get a job', request: 'GET /job/{jobId}', path: { jobId } }),
		getAll: listAll({
			action: 'Get many jobs',
			request: 'GET /job',
			paging: limitedPages,
			// On its own the list holds scheduled jobs only, and `all` still leaves out the canceled ones.
			rounds: ({ status, number: numbers }) =>
				status === undefined && numbers === undefined
					? [{ status: 'all' }, { status: 'canceled' }]
					: [{}],
			query: {
				appointmentStatus: choices(named(appointmentStatuses)),
				assignedOfficeIds: pickMany(office, { label: 'Assigned Office' }),
				clockedIn: flag({
					as: 'ivrStatus',
					// Open is the only status that can be asked for.
					write: (wanted) => (wanted ? 'open' : undefined),
					label: 'Clocked In Only',
					description: 'Whether to return only jobs at which somebody is clocked in',
				}),
				completedOnBegin: dateTime({ label: 'Completed On or After' }),
				completedOnEnd: dateTime({ label: 'Completed On or Before' }),
				contractId: pick(contract),
				customerId: pick(customer),
				dueByBegin: dateTime({ label: 'Due On or After' }),
				dueByEnd: dateTime({ label: 'Due On or Before' }),
				estimatedPriceFrom: number({ description: 'Jobs without an estimate are left out' }),
				estimatedPriceTo: number({ description: 'Jobs without an estimate are left out' }),
				isInvoiced: flag({
					description: 'Whether to return only jobs that have an invoice which is not void',
				}),
				jobIds: list({ label: 'Job IDs' }),
				lat: number({
					label: 'Latitude',
					description: 'Decimal degrees, together with the longitude',
				}),
				locationId: pick(location),
				lon: number({
					label: 'Longitude',
					description: 'Decimal degrees, together with the latitude',
				}),
				longForm: flag({
					description: 'Whether to return the records as long as Get returns them',
				}),
				noDueBy: flag({
					label: 'Without Due Date',
					description: 'Whether to return only jobs that are not due by a date',
				}),
				number: list({
					label: 'Job Numbers',
					description: 'Jobs of every status are searched then',
				}),
				officeIds: pickMany(office, {
					label: 'Office',
					description: 'Those that serve the location of the job',
				}),
				ownerId: pick(user, { label: 'Owner' }),
				radius: number({ description: 'Miles around latitude and longitude' }),
				refNumber: text({
					label: 'Reference Number',
					description: 'The whole number; ignored beside job numbers',
				}),
				regionIds: pickMany(region, { label: 'Region' }),
				salesId: pick(user, { label: 'Salesperson' }),
				scheduleDateFrom: dateTime({ label: 'Scheduled On or After' }),
				scheduleDateTo: dateTime({ label: 'Scheduled On or Before' }),
				serviceLineIds: pickMany(serviceLine, { label: 'Service Line' }),
				sort: choice(
					[
						['Clock-In', 'clockin'],
						['Distance', 'distance'],
					],
					{ label: 'Sort By', description: 'Distance needs latitude and longitude' },
				),
				status: choice([['Any but Canceled', 'all'], ...named(jobStatuses)], {
					description: 'Without it jobs of every status are returned',
				}),
				tag: tagFilter,
				techIds: pickMany(technician, {
					label: 'Technician',
					description: 'Assigned to an appointment of the job',
				}),
				termsId: select(terms, { description: 'Set on the job itself' }),
				type: pickMany(jobType, { label: 'Type' }),
				vendorId: pick(vendor),
				...stampFilters,
			},
		}),
		update: update({
			action: 'Update a job',
			request: 'PUT /job/{jobId}',
			path: { jobId },
			body: { ...details, type: select(jobType), vendorId: pick(vendor) },
		}),
	},
});
