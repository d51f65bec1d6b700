import {
	choice,
	dateTime,
	flag,
	groups,
	number,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, remove } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	arrivalWindow as windows,
	businessUnit,
	jobType,
	team as teams,
	zone as zones,
} from '../pickers';
import { activeFilter, createdFilters, figure, stampFilters, stampSort } from './fields';

export const capacity = defineResource({
	value: 'capacity',
	name: 'Capacity',
	description: 'The time that technicians have left for further jobs',
	operations: {
		check: operation({
			action: 'Check the capacity',
			description: 'Get the free time slots of a time frame, per business unit',
			request: 'POST /dispatch/v2/tenant/{tenant}/capacity',
			body: {
				startsOnOrAfter: dateTime({ required: true }),
				endsOnOrBefore: dateTime({ required: true }),
				skillBasedAvailability: flag({
					required: true,
					description: 'Whether only technicians count who have the skills of the job type',
				}),
				businessUnitIds: pickMany(businessUnit),
				jobTypeId: select(jobType, { description: 'Its duration is what has to be free' }),
			},
			repeatable: true,
		}),
	},
});

const windowId = select(windows, { required: true });

const window = {
	start: text({ required: true, placeholder: '09:00', description: 'Time of day' }),
	// Typed as a span of time, while the example beside it reads like the time of the end.
	duration: text({
		required: true,
		placeholder: '02:00',
		description: 'Hours and minutes. ServiceTitan’s reference also calls it the end time.',
	}),
	businessUnitIds: pickMany(businessUnit, { required: true }),
};

export const arrivalWindow = defineResource({
	value: 'arrivalWindow',
	name: 'Arrival Window',
	description: 'The stretches of a day in which a technician is announced',
	operations: {
		activate: operation({
			name: 'Activate or Deactivate',
			action: 'Activate or deactivate an arrival window',
			request: 'PUT /dispatch/v2/tenant/{tenant}/arrival-windows/{id}/activated',
			path: { id: windowId },
			body: {
				isActive: flag({
					required: true,
					default: true,
					label: 'Active',
					description: 'Whether the window can be chosen',
				}),
			},
			returns: 'nothing',
		}),
		configure: operation({
			action: 'Configure arrival windows',
			description: 'Say when a job starts by default, once its arrival window is chosen',
			request: 'POST /dispatch/v2/tenant/{tenant}/arrival-windows/configuration',
			body: {
				configuration: choice(
					[
						['At the End of the Window', 'EndTimeOfArrivalWindow'],
						['At the Start of the Window', 'StartTimeOfArrivalWindow'],
					],
					{ required: true, default: 'StartTimeOfArrivalWindow', label: 'Job Starts' },
				),
			},
		}),
		create: create({
			action: 'Create an arrival window',
			request: 'POST /dispatch/v2/tenant/{tenant}/arrival-windows',
			body: window,
		}),
		get: read({
			action: 'Get an arrival window',
			request: 'GET /dispatch/v2/tenant/{tenant}/arrival-windows/{id}',
			path: { id: windowId },
		}),
		getAll: listAll({
			action: 'Get many arrival windows',
			request: 'GET /dispatch/v2/tenant/{tenant}/arrival-windows',
			query: { active: activeFilter, ...createdFilters },
		}),
		getConfiguration: read({
			name: 'Get Configuration',
			action: 'Get the configuration of arrival windows',
			request: 'GET /dispatch/v2/tenant/{tenant}/arrival-windows/configuration',
		}),
		replace: operation({
			action: 'Replace an arrival window',
			request: 'PUT /dispatch/v2/tenant/{tenant}/arrival-windows/{id}',
			path: { id: windowId },
			body: window,
		}),
	},
});

const hours = groups(
	{
		fromHour: number({ required: true, default: 8, description: 'From 0 to 24' }),
		toHour: number({ required: true, default: 17, description: 'From 0 to 24' }),
	},
	{ shown: true },
);

export const businessHours = defineResource({
	value: 'businessHours',
	name: 'Business Hour',
	description: 'When the company is open',
	operations: {
		get: read({
			action: 'Get the business hours',
			request: 'GET /dispatch/v2/tenant/{tenant}/business-hours',
		}),
		set: operation({
			action: 'Set the business hours',
			request: 'POST /dispatch/v2/tenant/{tenant}/business-hours',
			description: 'A day without hours is closed',
			body: { weekdays: hours, saturday: hours, sunday: hours },
			always: { body: { weekdays: [], saturday: [], sunday: [] } },
		}),
	},
});

const teamId = select(teams, { required: true });

export const team = defineResource({
	value: 'team',
	name: 'Team',
	description: 'Technicians who belong together',
	operations: {
		create: create({
			action: 'Create a team',
			request: 'POST /dispatch/v2/tenant/{tenant}/teams',
			body: {
				active: flag({
					required: true,
					default: true,
					description: 'Whether the team is in use',
				}),
				name: text(),
			},
		}),
		delete: remove({
			action: 'Delete a team',
			request: 'DELETE /dispatch/v2/tenant/{tenant}/teams/{id}',
			path: { id: teamId },
		}),
		get: read({
			action: 'Get a team',
			request: 'GET /dispatch/v2/tenant/{tenant}/teams/{id}',
			path: { id: teamId },
		}),
		getAll: listAll({
			action: 'Get many teams',
			request: 'GET /dispatch/v2/tenant/{tenant}/teams',
			query: {
				includeInactive: flag({ description: 'Whether to return inactive teams, too' }),
				...stampFilters,
				sort: stampSort,
			},
		}),
	},
});

export const zone = defineResource({
	value: 'zone',
	name: 'Zone',
	description: 'The areas into which the company divides its work',
	operations: {
		get: read({
			action: 'Get a zone',
			request: 'GET /dispatch/v2/tenant/{tenant}/zones/{id}',
			path: { id: select(zones, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many zones',
			request: 'GET /dispatch/v2/tenant/{tenant}/zones',
			query: { active: activeFilter, ...stampFilters, sort: stampSort },
		}),
	},
});

export const gpsPing = defineResource({
	value: 'gpsPing',
	name: 'GPS Ping',
	description: 'Where vehicles are, as a GPS provider reports it',
	operations: {
		create: create({
			action: 'Create GPS pings',
			request: 'POST /dispatch/v2/tenant/{tenant}/gps-provider/{gpsProvider}/gps-pings',
			path: { gpsProvider: text({ required: true, label: 'GPS Provider' }) },
			body: {
				pings: groups(
					{
						unitId: text({ required: true }),
						unitName: text({ required: true }),
						eventTime: dateTime({ required: true }),
						latitude: figure(),
						longitude: figure(),
						speed: figure(),
						street: text({ required: true }),
						city: text({ required: true }),
						region: text({ required: true }),
						postalCode: text({ required: true }),
						message: text({ required: true }),
						externalId: text({ required: true }),
						isNew: flag({ required: true, description: 'Whether the unit is a new one' }),
						statusMessage: text({ required: true }),
					},
					{ required: true, as: '[]' },
				),
			},
		}),
	},
});
