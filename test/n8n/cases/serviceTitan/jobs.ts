import { values } from '../../workflow';
import { has, type Case } from '../case';
import { does, exactly, feeds, first, inDays, lists, picked, record, several } from './build';

const id = picked('job.create');
const projectId = picked('project.create');
const visit = picked('appointment.create for jobs');

/** Jobs, their appointments and the projects that they belong to; `job.create` has run before. */
export const jobCases: readonly Case[] = [
	lists('employee.getAll', { filters: { active: 'True' } }),
	lists('job.getCustomFields'),
	lists('job.getPossibleCancelReasons', { filters: { active: 'True' } }),
	lists('job.getPossibleHoldReasons', { filters: { active: 'True' } }),
	record(
		'job.update',
		{
			id,
			updateFields: {
				customFields: values([{ typeId: first('job.getCustomFields'), value: 'R-77' }]),
				keepOthers: true,
				priority: 'Urgent',
				summary: 'Radiator and boiler',
			},
		},
		has({ priority: 'Urgent', customerPo: 'PO-7' }),
	),
	record('job.addMessage', {
		id,
		body: 'Parts are in',
		createdByEmployeeId: picked('employee.getAll'),
	}),
	lists('job.getNotes', { id, simplify: false }),
	record('job.getFull', { id }, ([{ appointments, notes }]) =>
		(appointments as unknown[]).length > 0 && (notes as unknown[]).length > 0
			? undefined
			: 'no appointments or no notes',
	),
	lists('job.getHistory', { id }),
	record('job.getBookedLog', { id }),
	{
		...record('appointment.create', {
			jobId: id,
			start: inDays(6, 9),
			end: inDays(6, 10),
			additionalFields: { technicianIds: several('technician.getAll') },
		}),
		as: 'appointment.create for jobs',
	},
	does('appointment.confirm', { id: visit }),
	does('appointment.removeConfirmation', { id: visit }),
	record(
		'appointment.setSpecialInstructions',
		{ id: visit, specialInstructions: 'Use the side door' },
		has({ specialInstructions: 'Use the side door' }),
	),
	does('appointment.hold', {
		id: visit,
		reasonId: first('job.getPossibleHoldReasons'),
		memo: 'Waits for a part',
	}),
	does('appointment.removeHold', { id: visit }),
	feeds('appointment.export', { includeRecentChanges: true }),
	feeds('appointment.exportAssignments', { active: 'Any' }),
	does('job.hold', {
		id,
		reasonId: first('job.getPossibleHoldReasons'),
		memo: 'Waits for a part',
	}),
	feeds('job.export', { mostRecords: 3 }),
	feeds('job.exportNotes'),
	feeds('job.exportHistory'),

	lists('projectStatus.getAll', { filters: { sort: '+Order' } }),
	record('projectStatus.get', { id: first('projectStatus.getAll') }),
	lists('projectStatus.getSubStatuses', { filters: { active: 'Any' } }),
	record('projectStatus.getSubStatus', { id: first('projectStatus.getSubStatuses') }),
	lists('projectType.getAll'),
	record('projectType.get', { id: first('projectType.getAll') }),
	lists('project.getCustomFields'),
	record(
		'project.create',
		{
			locationId: picked('job.create', 'locationId'),
			additionalFields: {
				name: 'New heating',
				statusId: first('projectStatus.getAll'),
				startDate: '2026-04-01',
				customFields: values([{ typeId: first('project.getCustomFields'), value: 'P-5' }]),
			},
		},
		has({ name: 'New heating' }),
	),
	record('project.get', { id: projectId }),
	lists('project.getAll', { filters: { locationId: picked('job.create', 'locationId') } }),
	record(
		'project.update',
		{
			id: projectId,
			updateFields: { targetCompletionDate: '2026-06-30T12:00:00+02:00', name: 'Heating' },
		},
		has({ name: 'Heating', targetCompletionDate: '2026-06-30T10:00:00Z' }),
	),
	does('project.attachJob', { id: projectId, jobId: id }),
	does('project.detachJob', { jobId: id }),
	record('project.addNote', { id: projectId, text: 'Permit is in' }),
	lists('project.getNotes', { id: projectId, simplify: false }, exactly(1)),
	record('project.addMessage', {
		id: projectId,
		body: 'We can begin',
		createdByEmployeeId: picked('employee.getAll'),
	}),
	feeds('project.export'),
	feeds('project.exportNotes'),
];

/** What is only there once a job was canceled. */
export const canceledJobCases: readonly Case[] = [
	lists('job.getCancelReasons', { ids: first('job.create') }),
	lists('job.getCanceledLog', { id, simplify: false }),
	feeds('job.exportCanceledLogs'),
	does('job.removeCancellation', { id }),
	does('job.complete', { id, completedOn: '={{ $now.toISO() }}' }),
];

export const jobTypeCases: readonly Case[] = [
	lists('jobType.getAll', { filters: { active: 'True', orderBy: 'id' } }),
	record('jobType.get', { id: first('jobType.getAll') }),
	record(
		'jobType.create',
		{ name: 'Chimney inspection', additionalFields: { duration: 3600, priority: 'Low' } },
		has({ name: 'Chimney inspection' }),
	),
	record(
		'jobType.update',
		{ id: first('jobType.create'), updateFields: { summary: 'Bring the long ladder' } },
		has({ summary: 'Bring the long ladder' }),
	),
];
