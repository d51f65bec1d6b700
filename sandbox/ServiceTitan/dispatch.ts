import { contains } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { activeTechnicians } from './assignments';
import { bury } from './lists';
import { membersOf } from './facts';
import { records, shownAs } from './records';
import { requireAll } from './references';
import { CLOSED_APPOINTMENT } from './states';
import { creates, does, feeds, lists, reads, removes, routesOf, sets, updates } from './tables';

const DAY = 86_400_000;
const time = (value: unknown) => Date.parse(String(value));
const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

const REFERENCES = { timesheetCodeId: 'timesheetCodes' };

function checkOrder({ body }: SandboxRequest, row?: Row): void {
	const { start, end } = { ...row, ...body };
	if (end != null && time(end) <= time(start)) {
		throw wrongValue('end', 'must be later than the start');
	}
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The first days of a shift that repeats; at most a year of them. */
function shiftStarts({
	start,
	repeatType,
	repeatEndDate,
	repeatInterval,
	shiftDays,
}: Row): number[] {
	const first = time(start);
	if (repeatType === 'Never') return [first];
	if (repeatEndDate == null) throw wrongValue('repeatEndDate', 'is required for what repeats');
	const last = Math.min(time(repeatEndDate), first + 366 * DAY);
	const every = Number(repeatInterval ?? 1);
	const days = String(shiftDays ?? '');
	const starts: number[] = [];
	for (let at = first, day = 0; at <= last; at += DAY, day++) {
		const weekday = WEEKDAYS[new Date(at).getUTCDay()];
		const fits =
			repeatType === 'Daily'
				? day % every === 0
				: Math.floor(day / 7) % every === 0 && days.includes(weekday);
		if (fits) starts.push(at);
	}
	return starts;
}

const SHIFT = membersOf('dispatch.TechnicianShiftResponse');

const createShifts: Handler = (request) => {
	const { store, body } = request;
	requireAll(store, body, REFERENCES);
	checkOrder(request);
	const technicians = activeTechnicians(store, body.technicianIds);
	const length = time(body.end) - time(body.start);
	const { shiftType, title, note = null, timesheetCodeId = null } = body;
	const added = shiftStarts(body).flatMap((start) =>
		technicians.map(({ id: technicianId }) =>
			store.collection('technicianShifts').add({
				shiftType,
				title,
				note,
				timesheetCodeId,
				technicianId,
				start: iso(start),
				end: iso(start + length),
			}),
		),
	);
	return { created: added.length > 0, technicianShifts: added.map(shownAs(SHIFT)) };
};

const deleteShifts: Handler = (request) => {
	const { store, body } = request;
	checkOrder(request);
	const found = store
		.collection('technicianShifts')
		.all()
		.filter(({ start, end }) => time(start) >= time(body.start) && time(end) <= time(body.end));
	for (const shift of found) bury(store, 'technicianShifts', shift);
	return { message: `${found.length} deleted`, deletedIds: found.map(({ id }) => id) };
};

/** Whether a technician has nothing to do in that time, by the assignments that hold. */
function isFree(store: Store, technician: Row, start: number, end: number): boolean {
	return !store
		.collection('appointmentAssignments')
		.where('technicianId', technician.id)
		.some((assignment) => {
			const appointment = store.collection('appointments').get(assignment.appointmentId);
			return (
				assignment.active === true &&
				appointment !== undefined &&
				!CLOSED_APPOINTMENT.includes(appointment.status) &&
				time(appointment.start) < end &&
				time(appointment.end) > start
			);
		});
}

const SLOT_HOURS = 4;
const FIRST_SLOTS = [12, 16];

/** Two slots of four hours a day, of the technicians in these business units; how it adds up is inferred. */
const capacity: Handler = ({ store, body, clock }) => {
	requireAll(store, body);
	const from = time(body.startsOnOrAfter);
	const until = time(body.endsOnOrBefore);
	if (until <= from) throw wrongValue('endsOnOrBefore', 'must be later than the start');
	const units = (body.businessUnitIds ?? []) as unknown[];
	const technicians = store
		.collection('technicians')
		.all()
		.filter(({ active }) => active === true)
		.filter(({ businessUnitId }) => units.length === 0 || units.includes(businessUnitId));
	const availabilities: Row[] = [];
	for (let day = Math.floor(from / DAY) * DAY; day < until; day += DAY) {
		for (const hour of FIRST_SLOTS) {
			const start = day + hour * 3_600_000;
			const end = start + SLOT_HOURS * 3_600_000;
			if (start < from || end > until) continue;
			const free = technicians.filter((one) => isFree(store, one, start, end));
			availabilities.push({
				start: iso(start),
				end: iso(end),
				startUtc: iso(start),
				endUtc: iso(end),
				businessUnitIds: units,
				totalAvailability: technicians.length * SLOT_HOURS,
				openAvailability: free.length * SLOT_HOURS,
				technicians: technicians.map((one) => ({
					id: one.id,
					name: one.name,
					status: free.includes(one) ? 'Available' : 'Unavailable',
					hasRequiredSkills: body.skillBasedAvailability === true ? true : null,
				})),
				isAvailable: free.length > 0,
				isExceedingIdealBookingPercentage: false,
			});
		}
	}
	return { timeStamp: iso(clock.now()), availabilities };
};

/** A setting of which there is one. */
const setting =
	(id: string): Handler =>
	({ store }) =>
		store.collection('dispatchSettings').require(id).value;
const change =
	(id: string): Handler =>
	({ store, body }) =>
		store.collection('dispatchSettings').change(id, { value: body }).value;

/** Arrival windows, business hours, capacity, shifts, teams, zones and what is no job. */
export const dispatch: Area = {
	collections: {
		arrivalWindows: records('Arrival window', 6001, 'dispatch.ArrivalWindowResponse'),
		dispatchSettings: { noun: 'Setting' },
		nonJobAppointments: records('Non-job appointment', 6101, 'dispatch.NonJobAppointmentResponse'),
		teams: records('Team', 6201, 'dispatch.TeamResponse'),
		technicianShifts: records('Technician shift', 6301, 'dispatch.TechnicianShiftResponse'),
		zones: records('Zone', 6901, 'dispatch.ZoneResponse'),
		gpsPings: { noun: 'GPS ping' },
	},
	routes: routesOf('/dispatch/v2/tenant/{tenant}', {
		'GET arrival-windows': lists('arrivalWindows', {
			filters: {
				createdOnOrAfter: (value) => (row) => time(row.createdOn) >= time(value),
				createdBefore: (value) => (row) => time(row.createdOn) < time(value),
			},
		}),
		'POST arrival-windows': creates('arrivalWindows'),
		'GET arrival-windows/{id}': reads('arrivalWindows'),
		'PUT arrival-windows/{id}': updates('arrivalWindows'),
		'PUT arrival-windows/{id}/activated': sets('arrivalWindows', ({ body }) => ({
			active: body.isActive,
		})),
		'GET arrival-windows/configuration': does(setting('arrivalWindows')),
		'POST arrival-windows/configuration': does(change('arrivalWindows')),
		'GET business-hours': does(setting('businessHours')),
		'POST business-hours': does((request) => {
			for (const [name, ranges] of Object.entries(request.body as Record<string, Row[]>)) {
				ranges.forEach(({ fromHour, toHour }, index) => {
					if (!(Number(fromHour) < Number(toHour))) {
						throw wrongValue(`${name}[${index}].toHour`, 'must be later than the first hour');
					}
				});
			}
			return change('businessHours')(request);
		}),
		'POST capacity': does(capacity),
		'GET export/appointment-assignments': feeds('appointmentAssignments', {
			where: (row, { query }) =>
				query.active === 'Any' || row.active === ((query.active ?? 'True') === 'True'),
		}),
		'POST gps-provider/{gps_provider}/gps-pings': does(({ store, path, rawBody }) =>
			(rawBody as Row[]).map((ping) => {
				store.collection('gpsPings').add({ ...ping, provider: path.gps_provider });
				return { externalId: ping.externalId, status: 'Success', message: '' };
			}),
		),
		'GET non-job-appointments': lists('nonJobAppointments', {
			filters: { activeOnly: (value) => (row) => value !== true || row.active === true },
		}),
		'POST non-job-appointments': creates('nonJobAppointments', { references: REFERENCES }),
		'GET non-job-appointments/{id}': reads('nonJobAppointments'),
		'PUT non-job-appointments/{id}': updates('nonJobAppointments', { references: REFERENCES }),
		'DELETE non-job-appointments/{id}': removes('nonJobAppointments', {
			answer: ({ id }) => ({ message: 'Deleted', id }),
		}),
		// Inactive ones show only when asked for, going by the name of the parameter.
		'GET teams': lists('teams', {
			filters: { includeInactive: () => () => true },
			hides:
				({ query }) =>
				(row) =>
					row.active === false && query.includeInactive !== true,
		}),
		'POST teams': creates('teams', { show: () => ({ created: true }) }),
		'GET teams/{id}': reads('teams'),
		'DELETE teams/{id}': removes('teams'),
		'GET technician-shifts': lists('technicianShifts', {
			filters: { titleContains: contains('title'), noteContains: contains('note') },
		}),
		'POST technician-shifts': does(createShifts),
		'POST technician-shifts/bulk-delete': does(deleteShifts),
		'GET technician-shifts/{id}': reads('technicianShifts'),
		'PATCH technician-shifts/{id}': updates('technicianShifts', {
			references: REFERENCES,
			check: checkOrder,
			show: (row) => ({ technicianShifts: [shownAs(SHIFT)(row)] }),
		}),
		'DELETE technician-shifts/{id}': removes('technicianShifts', {
			answer: ({ id }) => ({ message: 'Deleted', id }),
		}),
		'GET zones': lists('zones'),
		'GET zones/{id}': reads('zones'),
	}),
	seed({ add, at, store }) {
		add('arrivalWindows', [
			{ start: '08:00:00', duration: '02:00:00', businessUnitIds: [101, 102] },
			{ start: '10:00:00', duration: '04:00:00', businessUnitIds: [101] },
			{ start: '18:00:00', duration: '02:00:00', businessUnitIds: [103], active: false },
		]);
		const settings = store.collection('dispatchSettings');
		settings.add({
			id: 'arrivalWindows',
			value: { configuration: 'StartTimeOfArrivalWindow' },
		});
		settings.add({
			id: 'businessHours',
			value: {
				weekdays: [{ fromHour: 8, toHour: 17 }],
				saturday: [{ fromHour: 9, toHour: 13 }],
				sunday: [],
			},
		});
		add(
			'nonJobAppointments',
			['Team meeting', 'Van check', 'Training', 'Dentist'].map((name, index) => ({
				technicianId: 601 + index,
				start: at(index - 1, 13),
				name,
				duration: '01:00:00',
				timesheetCodeId: 8501 + (index % 2),
				summary: '',
				active: index !== 3,
				createdOn: at(-20 + index, 9),
			})),
		);
		add('teams', [{ name: 'North' }, { name: 'South' }, { name: 'Night crew', active: false }]);
		add(
			'technicianShifts',
			[0, 1, 2, 3, 4, 5].map((index) => ({
				shiftType: ['Normal', 'OnCall', 'TimeOff'][index % 3],
				title: ['Day', 'On call', 'Vacation'][index % 3],
				note: index === 1 ? 'Takes the van home' : null,
				technicianId: 601 + (index % 3),
				start: at(index - 2, 13),
				end: at(index - 2, 21),
				createdOn: at(-30 + index, 9),
			})),
		);
		add(
			'zones',
			['Old town', 'Harbor', 'Hills'].map((name, index) => ({
				name,
				zips: [`0001${index}`],
				cities: ['Maplewick'],
				territoryNumbers: [],
				locnNumbers: [],
				serviceDays: [],
				businessUnits: [101 + index],
				technicians: [601 + index, 602 + index],
				active: index !== 2,
			})),
		);
	},
};
