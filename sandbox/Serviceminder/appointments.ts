import { omit } from 'lodash';
import { DateTime } from 'luxon';

import { anything, equals, list, pagesBy } from '../core/pieces';
import { notFound, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { addOrUpdate, contactInAppointment, UNSHOWN } from './contacts';
import { keyOf } from './keys';
import { dayOf, dayWindow, localNow, padding, shownTime, startOf, worded, ZONE } from './times';

export const TENTATIVE = 0;
export const SCHEDULED = 1;
export const COMPLETED = 3;
export const CANCELLED = 4;

export const usualAppointment = (row: Row): Row => ({
	ContactId: 0,
	ServiceId: 0,
	// Nobody is assigned.
	ServiceAgentId: 0,
	DateTime: '',
	// Minutes.
	Duration: 60,
	ActualStart: '',
	ActualDuration: 0,
	Status: SCHEDULED,
	CancelReasonId: 0,
	ProposalId: 0,
	InvoiceId: 0,
	Total: 0,
	Quantity: 1,
	Discount: 0,
	AddOnParts: [],
	TrackingUrl: '',
	NotificationUri: '',
	// The label of the application that booked it, not a key.
	ApiKey: '',
	HashKey: `appointment-hash-${String(row.AppointmentId)}`,
});

function shownAppointment(row: Row, { store, body }: SandboxRequest): Row {
	const service = store.collection('services').get(row.ServiceId);
	const agent = store.collection('serviceAgents').get(row.ServiceAgentId);
	return {
		...omit(row, [...UNSHOWN, 'HashKey']),
		ServiceName: service?.Name ?? '',
		ServiceAgentName: agent?.Name ?? '',
		DateTimeFormatted: worded(String(row.DateTime)),
		Contact:
			body.IncludeContact === true
				? contactInAppointment(store.collection('contacts').get(row.ContactId))
				: null,
	};
}

const query = list({
	from: 'appointments',
	parametersIn: 'body',
	filters: {
		...padding,
		...dayWindow('DateTime', 'FromDate', 'ThroughDate'),
		...dayWindow('UpdatedAt', 'UpdatedFrom', 'UpdatedThrough'),
		ContactId: equals('ContactId'),
		ServiceAgentId: equals('ServiceAgentId'),
		// Read by what shows the rows, and by what is left out.
		IncludeContact: anything,
		IncludeCompleted: anything,
	},
	unless: ({ body }) =>
		body.IncludeCompleted === true ? undefined : (row) => row.Status === COMPLETED,
	paging: pagesBy({
		parametersIn: 'body',
		position: { name: 'Skip', counts: 'records' },
		// How many come unasked is not documented: 100 is the sandbox's choice.
		size: { name: 'Take', usual: 100 },
		answer: ({ rows, total }) => ({ Appointments: rows, Count: total }),
	}),
	show: shownAppointment,
});

const find: Handler = (request) => {
	const { body, store } = request;
	const row = store.collection('appointments').require(body.AppointmentId);
	// That a completed one simply has no slot without the switch is inferred.
	const hidden = row.Status === COMPLETED && body.IncludeCompleted !== true;
	const slot = shownAppointment(row, request);
	return {
		ContactId: row.ContactId,
		InvoiceId: row.InvoiceId,
		ServiceId: row.ServiceId,
		ServiceName: slot.ServiceName,
		// Always 0 here; the true one is in the slot.
		CancelReasonId: 0,
		Slots: hidden ? [] : [slot],
		NotificationOptions: [],
	};
};

const START_HOURS: Readonly<Record<string, readonly number[]>> = {
	Anytime: [8, 10, 13, 15, 18],
	Morning: [8, 10],
	Afternoon: [13, 15],
	Evening: [18],
};

/** First and last day to look at, in any of the three spellings. */
function searchDays(body: Row, clockNow: number): [first: DateTime, last: DateTime] {
	const today = localNow(clockNow).startOf('day');
	const day = (name: string) =>
		body[name] === undefined || body[name] === ''
			? undefined
			: DateTime.fromISO(dayOf(body[name], name), { zone: ZONE });
	const span = Number(body.SlotWindowDays ?? 3);
	const start = day('StartDate');
	if (start) return [start, day('FinishDate') ?? start.plus({ days: span })];
	const target = day('SearchDate') ?? day('TargetDate') ?? today;
	return [target.minus({ days: span }), target.plus({ days: span })];
}

const slotSearch: Handler = ({ body, store, clock }) => {
	store.collection('services').require(body.ServiceId);
	const [first, last] = searchDays(body, clock.now());
	const days = last.diff(first, 'days').days;
	if (days < 0 || days > 92) throw wrongValue('FinishDate', 'must be within three months');
	const now = localNow(clock.now());
	const taken = new Set(
		store
			.collection('appointments')
			.all()
			.filter(({ Status }) => Status !== CANCELLED)
			.map((row) => `${String(row.ServiceAgentId)} ${String(row.DateTime)}`),
	);
	const agents = store
		.collection('serviceAgents')
		.all()
		.filter(({ EndDate }) => EndDate === '');
	const slots: Row[] = [];
	for (let day = first; day <= last; day = day.plus({ days: 1 })) {
		if (day.weekday > 5) continue;
		for (const hour of START_HOURS[String(body.Timeframe ?? 'Anytime')]) {
			const start = day.set({ hour });
			if (start <= now) continue;
			for (const { Id } of agents) {
				const text = shownTime(start);
				if (taken.has(`${String(Id)} ${text}`)) continue;
				// The names in a slot are not proven; these are the ones that a booking takes.
				slots.push({ DateTime: text, ServiceAgentId: Id });
			}
		}
	}
	return { Slots: slots };
};

const quickBook: Handler = (request) => {
	const { body, store } = request;
	const service = store.collection('services').where('Name', body.Service)[0];
	if (!service) throw notFound('Service', body.Service);
	const start = startOf(body.ScheduledStart, 'ScheduledStart');
	const { Name, PriPhone: Phone, Email, Address1, City, State, Zip } = body;
	const given = { Name, Phone, Email, Address1, City, State, Zip };
	const contact = addOrUpdate(
		request,
		Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
	);
	// InternalNotes are taken and not kept. Nobody is assigned until an update.
	const { AppointmentId } = store.collection('appointments').add({
		ContactId: contact.Id,
		ServiceId: service.Id,
		DateTime: shownTime(start),
		Duration: body.Duration ?? 60,
		Quantity: body.Quantity ?? 1,
		Status: TENTATIVE,
		ApiKey: keyOf(request)?.ApplicationName,
	});
	return { AppointmentId, ContactId: contact.Id };
};

/** Notes and UpdateNote are taken and not kept. */
const update: Handler = ({ body, store }) => {
	const row = store.collection('appointments').require(body.AppointmentId);
	// That others than its own are refused is inferred: they are only called its contact and service.
	for (const name of ['ContactId', 'ServiceId']) {
		if (body[name] !== row[name]) throw wrongValue(name, 'is not that of the appointment');
	}
	const [slot] = body.Slots as Row[];
	if (!slot) throw wrongValue('Slots', 'is missing');
	const agent = slot.ServiceAgentId ?? row.ServiceAgentId;
	if (agent !== 0) store.collection('serviceAgents').require(agent);
	store.collection('appointments').change(row.AppointmentId, {
		DateTime: shownTime(startOf(slot.DateTime, 'Slots.DateTime')),
		ServiceAgentId: agent,
		Duration: body.Duration ?? row.Duration,
		Status: row.Status === TENTATIVE && agent !== 0 ? SCHEDULED : row.Status,
	});
	return {};
};

// No live call was ever seen; the outcome is what the vendor's status numbers say.
const cancel: Handler = ({ body, store }) => {
	const row = store.collection('appointments').require(body.AppointmentId);
	store.collection('appointments').change(row.AppointmentId, {
		Status: CANCELLED,
		CancelReasonId: body.CancelReasonId ?? row.CancelReasonId,
	});
	return {};
};

/** How live callers write the day and time of a booking. */
const TARGET = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/;

/**
 * Only told of by third parties. That it leaves the appointment unassigned, like the quick way, and
 * that a service and a time have to be given, is inferred. Notes are taken and not kept.
 */
const book: Handler = (request) => {
	const { body, store } = request;
	const contact = store.collection('contacts').require(body.ContactId);
	const services = store.collection('services');
	const service =
		body.ServiceId === undefined
			? services.where('Name', body.ServiceName)[0]
			: services.require(body.ServiceId);
	if (!service) throw notFound('Service', body.ServiceName);
	const [, day, time] = TARGET.exec(String(body.TargetDate)) ?? [];
	if (day === undefined) throw wrongValue('TargetDate', 'is not a day and a time');
	const { AppointmentId } = store.collection('appointments').add({
		ContactId: contact.Id,
		ServiceId: service.Id,
		DateTime: shownTime(startOf(`${day}T${time}:00`, 'TargetDate')),
		Duration: body.Duration ?? 60,
		Quantity: body.Quantity ?? 1,
		Status: TENTATIVE,
		ApiKey: keyOf(request)?.ApplicationName,
	});
	return { AppointmentId };
};

/** What it takes is not known; that it needs a contact and leaves the time open is inferred. */
const queue: Handler = ({ body, store }) => {
	const contact = store.collection('contacts').require(body.ContactId);
	const { AppointmentId } = store.collection('appointments').add({
		ContactId: contact.Id,
		ServiceId: body.ServiceId ?? 0,
		Status: TENTATIVE,
	});
	return { AppointmentId };
};

const addTip: Handler = ({ body, store }) => {
	const { AppointmentId } = store.collection('appointments').require(body.AppointmentId);
	if (!(Number(body.Amount) > 0)) throw wrongValue('Amount', 'must be more than 0');
	store.collection('tips').add({ AppointmentId, Amount: body.Amount });
	return {};
};

const feedback: Handler = ({ body, store }) => {
	const { Id, HashKey, Note = '', ContactMe = false, Score = null } = body;
	const appointments = store.collection('appointments');
	const row = Id === undefined ? appointments.where('HashKey', HashKey)[0] : appointments.get(Id);
	if (Id === undefined && HashKey === undefined) throw wrongValue('Id', 'or HashKey is required');
	if (!row) throw notFound('Appointment', Id ?? HashKey);
	store.collection('feedback').add({ AppointmentId: row.AppointmentId, Note, ContactMe, Score });
	return {};
};

export const appointmentRoutes: Readonly<Record<string, Handler>> = {
	'POST /appointments/query': query,
	'POST /appointments/find': find,
	'POST /appointments/slotsearch': slotSearch,
	'POST /appointments/quickbook': quickBook,
	'POST /appointments/book': book,
	'POST /appointments/queue': queue,
	'POST /appointments/update': update,
	'POST /appointments/cancel': cancel,
	'POST /appointments/feedback': feedback,
	'POST /appointments/addtip': addTip,
};

export const appointmentStructures = {
	'POST /appointments/slotsearch': {
		// Only ever seen empty. These members are those of an appointment's parts.
		'AddOnParts[].PartId': { in: 'body', type: 'number', required: true },
		'AddOnParts[].Quantity': { in: 'body', type: 'number' },
	},
} as const;
