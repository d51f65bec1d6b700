import {
	choice,
	dateTime,
	flag,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	asset,
	contract,
	location,
	serviceLine,
	serviceRecurrence as recurrences,
	technician,
} from '../pickers';
import {
	contractId,
	duration,
	estimatedPrice,
	frequencies,
	frequency,
	interval,
	longDescription,
	named,
	officeIds,
	preferredTechIds,
	preferredVendorId,
	repeatWeekday,
	serviceLineIds,
	stampFilters,
} from './fields';

const serviceRecurrenceId = pick(recurrences, { required: true });

const details = {
	assetId: pick(asset),
	contractId,
	duration,
	endsOn: dateTime({
		description: 'Later services that no job has yet are removed',
	}),
	estimatedPrice,
	preferredStartTime: number({
		description: 'Seconds after midnight: 35100 is a quarter to ten in the morning',
	}),
	preferredTechIds,
	preferredVendorId,
};

const firsts = {
	firstEnd: dateTime({ description: 'End of the first window, together with its start' }),
	firstStart: dateTime({ description: 'Start of the first window, together with its end' }),
};

interface Firsts {
	readonly firstStart?: string;
	readonly firstEnd?: string;
}

const halfWindow = ({ firstStart, firstEnd }: Firsts): string | undefined =>
	(firstStart === undefined) === (firstEnd === undefined)
		? undefined
		: 'First Start and First End belong together: give both or neither';

export const serviceRecurrence = defineResource({
	value: 'serviceRecurrence',
	name: 'Service Recurrence',
	description: 'A service that comes again and again at a location',
	simple: [
		'id',
		'description',
		'frequency',
		'interval',
		'location',
		'serviceLine',
		'asset',
		'contract',
		'endsOn',
		'created',
	],
	operations: {
		create: create({
			action: 'Create a service recurrence',
			request: 'POST /servicerecurrence',
			body: {
				locationId: pick(location, { required: true }),
				description: text({ required: true, rows: 4 }),
				serviceLineId: select(serviceLine, { required: true }),
				frequency: choice(named(frequencies)),
				interval,
				repeatWeekday,
				...firsts,
				...details,
			},
			refuses: halfWindow,
		}),
		get: read({
			action: 'Get a service recurrence',
			request: 'GET /servicerecurrence/{serviceRecurrenceId}',
			path: { serviceRecurrenceId },
		}),
		getAll: listAll({
			action: 'Get many service recurrences',
			request: 'GET /servicerecurrence',
			query: {
				assetIds: pickMany(asset, { label: 'Asset' }),
				contractId: pick(contract, { description: 'The list needs a company' }),
				description: text({ description: 'A part of it is enough' }),
				endsOnAfter: dateTime({
					label: 'Ends On or After',
					description: 'Those without an end are returned as well',
				}),
				excludeUnapproved: flag({
					description: 'Whether to leave out those that wait for a quote to be approved',
				}),
				locationIds: pickMany(location, { label: 'Location' }),
				officeIds,
				preferredTechIds: pickMany(technician, { label: 'Preferred Technician' }),
				serviceLineIds,
				...stampFilters,
			},
		}),
		reschedule: operation({
			action: 'Reschedule a service recurrence',
			description: 'End a recurrence and begin a new one in its place',
			notice:
				'The old recurrence is ended and the answer is a new one with an ID of its own. What is left out is taken over from the old one.',
			request: 'POST /servicerecurrence',
			body: {
				serviceRecurrenceId,
				description: longDescription,
				frequency,
				interval,
				repeatWeekday,
				serviceLineId: select(serviceLine),
				...firsts,
				...details,
			},
			refuses: halfWindow,
		}),
		update: update({
			action: 'Update a service recurrence',
			description: 'Change or end a recurrence; when it comes is changed by Reschedule',
			request: 'PUT /servicerecurrence/{serviceRecurrenceId}',
			path: { serviceRecurrenceId },
			body: { description: longDescription, serviceLineId: select(serviceLine), ...details },
		}),
	},
});
