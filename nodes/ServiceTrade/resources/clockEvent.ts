import { choice, dateTime, flag, number, pick, pickMany } from '../../shared/define/fields';
import { listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { appointment, clockEvent as events, job, user } from '../pickers';
import { hasAny, named, partHint } from './fields';

const eventId = pick(events, { required: true, description: partHint('job') });
const jobId = pick(job, { required: true });

const activity = choice(named(['enroute', 'offsite', 'onsite']), { default: 'onsite' });
const source = choice(named(['ivr', 'manual', 'mobile']), { default: 'manual' });
const types = [
	['Clock-In', 'clock-in'],
	['Clock-Out', 'clock-out'],
] as const;

/** What can be given about an event of either kind. */
const details = {
	activity,
	appointmentId: pick(appointment),
	eventTime: dateTime({ description: 'Now where it is left out of a new one' }),
	lat: number({ label: 'Latitude', description: 'Decimal degrees' }),
	lon: number({ label: 'Longitude', description: 'Decimal degrees' }),
	source,
	userId: pick(user, { description: 'That of the credential where it is left out of a new one' }),
};

// Left to itself an event counts as sent by a phone.
const always = { body: { source: 'manual' } };

const filters = {
	activity,
	appointmentId: pick(appointment),
	endTime: dateTime({ label: 'Before' }),
	openClockEvents: flag({
		label: 'Open Only',
		description:
			'Whether to return only clock-ins without a clock-out on jobs that are not completed; needs a user',
	}),
	source,
	startTime: dateTime({ label: 'After' }),
	type: choice(types),
	userIds: pickMany(user, { label: 'User' }),
};

interface Open {
	readonly openClockEvents?: boolean;
	readonly userIds?: unknown;
}

const openOfNobody = ({ openClockEvents, userIds }: Open): string | undefined =>
	openClockEvents === true && userIds === undefined
		? 'Open Only: needs the users whose clock-ins are meant'
		: undefined;

export const clockEvent = defineResource({
	value: 'clockEvent',
	name: 'Clock Event',
	description: 'When somebody clocked in or out at a job',
	operations: {
		clockIn: operation({
			action: 'Clock in at a job',
			request: 'POST /job/{jobId}/clockin',
			path: { jobId },
			always,
			body: {
				started: flag({
					description: 'Whether the job could be started; only for onsite',
				}),
				...details,
			},
		}),
		clockOut: operation({
			action: 'Clock out of a job',
			request: 'POST /job/{jobId}/clockout',
			path: { jobId },
			always,
			body: {
				completed: flag({ description: 'Whether the job was completed; only for onsite' }),
				deficiency: flag({
					description: 'Whether something is wrong with the equipment; only for onsite',
				}),
				otherTradeDeficiency: flag({
					description: 'Whether something is wrong that is another trade’s; only for onsite',
				}),
				redTag: flag({ description: 'Whether equipment got a red tag; only for onsite' }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a clock event',
			request: 'DELETE /clock/{eventId}',
			path: { eventId },
		}),
		get: read({ action: 'Get a clock event', request: 'GET /clock/{eventId}', path: { eventId } }),
		getAll: listAll({
			action: 'Get many clock events',
			description: 'Get clock-ins and clock-outs one by one',
			notice: 'Needs at least one filter.',
			request: 'GET /clock',
			always: { query: { paired: 0 } },
			query: { jobId: pick(job), ...filters },
			refuses: (given) =>
				hasAny(given, 'jobId', ...Object.keys(filters))
					? openOfNobody(given)
					: 'Job: choose one, or add another filter',
		}),
		getPaired: read({
			name: 'Get Pairs of a Job',
			action: 'Get the pairs of clock events of a job',
			description:
				'Get each clock-in with its clock-out, those without, and the seconds by activity',
			request: 'GET /job/{jobId}/clockevent',
			path: { jobId },
			always: { query: { paired: 1 } },
			query: filters,
			refuses: openOfNobody,
		}),
		update: update({
			action: 'Update a clock event',
			request: 'PUT /clock/{eventId}',
			path: { eventId },
			body: { eventType: choice(types), ...details },
		}),
	},
});
