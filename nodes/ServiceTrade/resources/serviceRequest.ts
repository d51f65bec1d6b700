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
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	appointment,
	asset,
	budget,
	changeOrder,
	company,
	contract,
	deficiency,
	job,
	location,
	quote,
	serviceLine,
	serviceRecurrence,
	serviceRequest as requests,
	technician,
	vendor,
} from '../pickers';
import {
	budgetHint,
	changeOrderHint,
	contractId,
	duration,
	estimatedPrice,
	longDescription,
	named,
	nameFilter,
	officeIds,
	preferredTechIds,
	preferredVendorId,
	regionIds,
	serviceLineIds,
	stampFilters,
	visibility,
} from './fields';

const serviceRequestId = pick(requests, { required: true });

const statuses = ['canceled', 'closed', 'in_progress', 'open', 'pending', 'void'] as const;

const details = {
	appointmentIds: pickMany(appointment, {
		label: 'Appointment',
		description: 'Together with the job that they belong to',
	}),
	assetId: pick(asset),
	budgetId: pick(budget, {
		description: `Needed for a pending request, which has neither job nor location. ${budgetHint}.`,
	}),
	changeOrderId: pick(changeOrder, { description: changeOrderHint }),
	closedOn: dateTime({ description: 'Set by itself when the status becomes closed' }),
	contractId,
	deficiencyId: pick(deficiency, { description: 'What is to be repaired' }),
	duration,
	estimatedPrice,
	jobId: pick(job),
	preferredStartTime: number({
		description: 'Seconds after midnight: 35100 is a quarter to ten in the morning',
	}),
	preferredTechIds,
	preferredVendorId,
	status: choice(named(statuses), { description: 'Open where it is left out of a new one' }),
	visibility,
	windowEnd: dateTime({ description: 'Together with the start of the window' }),
	windowStart: dateTime({ description: 'Together with the end of the window' }),
};

interface Window {
	readonly windowStart?: string;
	readonly windowEnd?: string;
}

const halfWindow = ({ windowStart, windowEnd }: Window): string | undefined =>
	(windowStart === undefined) === (windowEnd === undefined)
		? undefined
		: 'Window Start and Window End belong together: give both or neither';

export const serviceRequest = defineResource({
	value: 'serviceRequest',
	name: 'Service Request',
	description: 'One service to be done at a location, alone or as part of a job',
	simple: [
		'id',
		'description',
		'status',
		'serviceLine',
		'location',
		'asset',
		'job',
		'windowStart',
		'windowEnd',
		'closedOn',
		'created',
		'updated',
	],
	operations: {
		create: create({
			action: 'Create a service request',
			request: 'POST /servicerequest',
			body: {
				description: text({ required: true, rows: 4 }),
				serviceLineId: select(serviceLine, { required: true }),
				locationId: pick(location, { description: 'Left out only while it is pending' }),
				...details,
			},
			refuses: halfWindow,
		}),
		get: read({
			action: 'Get a service request',
			request: 'GET /servicerequest/{serviceRequestId}',
			path: { serviceRequestId },
		}),
		getAll: listAll({
			action: 'Get many service requests',
			request: 'GET /servicerequest',
			query: {
				appointmentId: pick(appointment),
				assetIds: pickMany(asset, { label: 'Asset' }),
				available: flag({
					description:
						'Whether to return only those at active locations that can be added to a job',
				}),
				budgetId: pick(budget, { description: budgetHint }),
				changeOrderId: pick(changeOrder, { description: changeOrderHint }),
				companyIds: pickMany(company, { label: 'Company' }),
				contractId: pick(contract, { description: 'The list needs a company' }),
				customerName: nameFilter,
				deficiencyId: pick(deficiency),
				description: text({ description: 'A part of it is enough' }),
				excludeUnapproved: flag({
					description: 'Whether to leave out those that wait for a quote to be approved',
				}),
				jobId: pick(job),
				jobNumber: text(),
				locationId: pick(location),
				locationName: nameFilter,
				locationTags: list({
					description: 'Only those at locations that have all of these',
				}),
				officeIds,
				preferredTechIds: pickMany(technician, { label: 'Preferred Technician' }),
				preferredVendorId: pick(vendor, { label: 'Preferred Vendor' }),
				quoteId: pick(quote),
				recurring: flag({
					description: 'Whether they belong to a recurrence; off returns those that do not',
				}),
				regionIds,
				serviceLineIds,
				serviceRecurrenceId: pick(serviceRecurrence),
				sort: choice(
					[
						['ID', 'id'],
						['Location Name', 'locationName'],
					],
					{ label: 'Sort By' },
				),
				status: choices(named(statuses)),
				windowEndAfter: dateTime({ label: 'Window Ends After' }),
				windowEndBefore: dateTime({ label: 'Window Ends Before' }),
				windowStartAfter: dateTime({ label: 'Window Starts On or After' }),
				windowStartBefore: dateTime({ label: 'Window Starts Before' }),
				...stampFilters,
			},
		}),
		update: update({
			action: 'Update a service request',
			description: 'Service requests cannot be deleted; cancel or void them by their status',
			request: 'PUT /servicerequest/{serviceRequestId}',
			path: { serviceRequestId },
			body: { description: longDescription, serviceLineId: select(serviceLine), ...details },
			refuses: halfWindow,
		}),
	},
});
