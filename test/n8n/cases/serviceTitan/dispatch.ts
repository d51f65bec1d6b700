import { values } from '../../workflow';
import { has, type Case } from '../case';
import { deletes, does, first, inDays, lists, picked, record, several } from './build';

const window = {
	start: '09:00',
	duration: '02:00',
	businessUnitIds: several('businessUnit.getAll'),
};
const shift = picked('technicianShift.getAll');
const blocked = {
	technicianId: picked('technician.getAll'),
	start: inDays(7, 13),
	duration: '01:30:00',
	name: 'Doctor',
};

/** What a dispatcher plans with. */
export const dispatchCases: readonly Case[] = [
	record('capacity.check', {
		startsOnOrAfter: inDays(1, 0),
		endsOnOrBefore: inDays(3, 0),
		skillBasedAvailability: false,
		additionalFields: { businessUnitIds: several('businessUnit.getAll') },
	}),
	record('arrivalWindow.create', window),
	record('arrivalWindow.get', { id: first('arrivalWindow.create') }),
	lists('arrivalWindow.getAll', { filters: { active: 'Any' } }),
	record('arrivalWindow.replace', { id: first('arrivalWindow.create'), ...window }),
	does('arrivalWindow.activate', { id: first('arrivalWindow.create'), isActive: false }),
	record('arrivalWindow.configure', { configuration: 'EndTimeOfArrivalWindow' }),
	record('arrivalWindow.getConfiguration', {}, has({ configuration: 'EndTimeOfArrivalWindow' })),
	record('businessHours.set', {
		weekdays: values([{ fromHour: 8, toHour: 17 }]),
		saturday: values([{ fromHour: 9, toHour: 12 }]),
	}),
	record('businessHours.get'),
	record('team.create', { active: true, additionalFields: { name: 'Night crew' } }),
	record('team.get', { id: first('team.create') }, has({ name: 'Night crew' })),
	lists('team.getAll', { filters: { includeInactive: true } }),
	deletes('team.delete', { id: first('team.create') }),
	lists('zone.getAll', { filters: { active: 'True' } }),
	record('zone.get', { id: first('zone.getAll') }),
	{
		...lists('gpsPing.create', {
			gpsProvider: 'tracker',
			pings: values([
				{
					unitId: 'van-1',
					unitName: 'Van 1',
					eventTime: '2026-03-02T08:00:00Z',
					latitude: '40.1',
					longitude: '-82.9',
					street: '3 Thimble Court',
					city: 'Maplewick',
					region: 'OH',
					postalCode: '00012',
					message: 'moving',
					externalId: 'ping-1',
					isNew: true,
					statusMessage: 'ok',
				},
			]),
		}),
	},
	record('technicianShift.create', {
		technicianIds: several('technician.getAll'),
		shiftType: 'OnCall',
		title: 'Weekend cover',
		start: inDays(8, 8),
		end: inDays(8, 16),
		repeatType: 'Never',
		additionalFields: { note: 'Phone on' },
	}),
	lists('technicianShift.getAll', { filters: { titleContains: 'Weekend', shiftType: 'OnCall' } }),
	record('technicianShift.get', { id: shift }, has({ title: 'Weekend cover' })),
	record('technicianShift.update', { id: shift, updateFields: { title: 'Sunday cover' } }),
	deletes('technicianShift.delete', { id: shift }),
	does('technicianShift.deleteMany', { start: inDays(20, 0), end: inDays(21, 0) }),
	record('nonJobAppointment.create', { ...blocked, additionalFields: { allDay: false } }),
	lists('nonJobAppointment.getAll', {
		filters: { technicianId: picked('technician.getAll'), activeOnly: true, sort: '-Id' },
	}),
	record(
		'nonJobAppointment.get',
		{ id: picked('nonJobAppointment.getAll') },
		has({ name: 'Doctor' }),
	),
	record('nonJobAppointment.replace', {
		id: picked('nonJobAppointment.getAll'),
		...blocked,
		name: 'Dentist',
	}),
	deletes('nonJobAppointment.delete', { id: picked('nonJobAppointment.getAll') }),
];
