import { from, values } from '../../workflow';
import { has, type Case } from '../case';
import { as, counts, gone, idOf, includes, list, record } from './short';

const locationId = idOf('location.create of the mills');
const jobId = idOf('job.create at the mills');
const assetId = idOf('asset.create');
const lines = from('serviceLine.getAll', 'id');

/** What happens at a place: jobs and their parts, assets, deficiencies, services, clocks, comments. */
export const work: readonly Case[] = [
	list('serviceLine.getAll', { filters: { showAll: true } }),
	record('serviceLine.get', { serviceLineId: lines }),
	as(
		'job.create at the mills',
		record('job.create', {
			locationId,
			vendorId: idOf('job.getAll', 'vendor.id'),
			type: 'repair',
			additionalFields: { description: 'Two valves leak' },
		}),
	),

	list('assetDefinition.getAll', { filters: { active: true } }),
	record('assetDefinition.get', { idOrType: from('assetDefinition.getAll', 'type') }),
	record('asset.create', {
		type: from('assetDefinition.getAll', 'type'),
		locationId,
		properties: '{}',
		additionalFields: { status: 'active' },
	}),
	record('asset.get', { assetId }),
	list('asset.getAll', { filters: { locationId } }, counts(1)),
	record(
		'asset.update',
		{ assetId, updateFields: { status: 'inactive' } },
		has({ status: 'inactive' }),
	),
	as('asset.update back', record('asset.update', { assetId, updateFields: { status: 'active' } })),
	as(
		'asset.create to delete',
		record('asset.create', {
			type: from('assetDefinition.getAll', 'type'),
			locationId,
			properties: '{}',
		}),
	),
	gone('asset.delete', { assetId: idOf('asset.create to delete') }),

	record(
		'deficiency.create',
		{
			assetId,
			additionalFields: { severity: 'deficient', description: 'The valve leaks', jobId },
		},
		has({ reportSource: 'manual', severity: 'deficient' }),
	),
	record('deficiency.get', { deficiencyId: idOf('deficiency.create') }),
	list('deficiency.getAll', { filters: { assetId, unquoted: true } }, counts(1)),
	record(
		'deficiency.update',
		{ deficiencyId: idOf('deficiency.create'), updateFields: { status: 'verified' } },
		has({ status: 'verified' }),
	),

	record(
		'serviceRequest.create',
		{
			description: 'Replace both valves',
			serviceLineId: lines,
			additionalFields: {
				locationId,
				jobId,
				windowStart: '2026-02-02T08:00:00Z',
				windowEnd: '2026-02-04T17:00:00Z',
				estimatedPrice: 480,
			},
		},
		has({ description: 'Replace both valves', windowStart: '2026-02-02T08:00:00.000Z' }),
	),
	record('serviceRequest.get', { serviceRequestId: idOf('serviceRequest.create') }),
	list('serviceRequest.getAll', { filters: { jobId, status: ['open'] } }, counts(1)),
	record(
		'serviceRequest.update',
		{
			serviceRequestId: idOf('serviceRequest.create'),
			updateFields: { status: 'in_progress', duration: 7200 },
		},
		has({ status: 'in_progress' }),
	),
	record('serviceItem.create', {
		serviceRequestId: idOf('serviceRequest.create'),
		quantity: 2,
		additionalFields: { libItemId: idOf('libItem.getAll'), price: 31.5 },
	}),
	record('serviceItem.get', { itemId: idOf('serviceItem.create') }),
	list('serviceItem.getAll', { serviceRequestId: idOf('serviceRequest.create') }, counts(1)),
	record(
		'serviceItem.update',
		{ itemId: idOf('serviceItem.create'), updateFields: { quantity: 3 } },
		has({ quantity: 3 }),
	),
	gone('serviceItem.delete', {
		serviceRequestId: idOf('serviceRequest.create'),
		itemId: idOf('serviceItem.create'),
	}),

	record('serviceRecurrence.create', {
		locationId,
		description: 'Look after the pumps',
		serviceLineId: lines,
		additionalFields: {
			frequency: 'monthly',
			interval: 3,
			firstStart: '2026-02-02T08:00:00Z',
			firstEnd: '2026-02-06T17:00:00Z',
			preferredStartTime: 35100,
		},
	}),
	record('serviceRecurrence.get', { serviceRecurrenceId: idOf('serviceRecurrence.create') }),
	list('serviceRecurrence.getAll', { filters: { description: 'pumps' } }),
	record('serviceRecurrence.update', {
		serviceRecurrenceId: idOf('serviceRecurrence.create'),
		updateFields: { estimatedPrice: 120 },
	}),
	record('serviceRecurrence.reschedule', {
		serviceRecurrenceId: idOf('serviceRecurrence.create'),
		additionalFields: {
			frequency: 'yearly',
			interval: 1,
			firstStart: '2026-06-01T08:00:00Z',
			firstEnd: '2026-06-05T17:00:00Z',
		},
	}),

	record(
		'comment.create',
		{
			entityType: 3,
			entityId: jobId,
			content: 'Ring at the back door',
			additionalFields: { visibility: ['tech', 'public'] },
		},
		has({ content: 'Ring at the back door' }),
	),
	record('comment.get', { commentId: idOf('comment.create') }),
	list(
		'comment.getAll',
		{ entityType: 3, entityId: jobId },
		includes('content', 'Ring at the back door'),
	),
	as(
		'comment.getAll by time',
		list('comment.getAll', { entityType: 3, filters: { createdAfter: '2026-01-01' } }),
	),
	record(
		'comment.update',
		{ commentId: idOf('comment.create'), updateFields: { content: 'Ring twice' } },
		has({ content: 'Ring twice' }),
	),
	gone('comment.delete', { commentId: idOf('comment.create') }),

	record('clockEvent.clockIn', {
		jobId,
		additionalFields: {
			userId: idOf('user.getAll'),
			eventTime: '2026-01-05T08:00:00Z',
			started: true,
		},
	}),
	record('clockEvent.clockOut', {
		jobId,
		additionalFields: {
			userId: idOf('user.getAll'),
			eventTime: '2026-01-05T10:30:00Z',
			completed: true,
			deficiency: false,
		},
	}),
	list('clockEvent.getAll', { filters: { jobId } }, counts(2)),
	record('clockEvent.get', { eventId: idOf('clockEvent.getAll') }),
	record('clockEvent.getPaired', { jobId }, ([first]) =>
		Array.isArray(first.pairedEvents) && first.pairedEvents.length === 1
			? undefined
			: 'not one pair',
	),
	record('clockEvent.update', {
		eventId: idOf('clockEvent.getAll'),
		updateFields: { source: 'ivr' },
	}),
	gone('clockEvent.delete', { eventId: idOf('clockEvent.getAll') }),

	record(
		'jobItem.create',
		{
			jobId,
			name: 'Valve, 2 in',
			quantity: 2,
			additionalFields: {
				serviceLineId: lines,
				cost: 31.5,
				source: values({ type: 'refnumber', value: 'B-77' }),
			},
		},
		has({ quantity: 2 }),
	),
	record('jobItem.get', { jobItemId: idOf('jobItem.create') }),
	list('jobItem.getAll', { filters: { jobId } }, counts(1)),
	record(
		'jobItem.update',
		{ jobItemId: idOf('jobItem.create'), updateFields: { quantity: 3 } },
		has({ quantity: 3 }),
	),
	as(
		'jobItem.create to delete',
		record('jobItem.create', {
			jobId,
			name: 'Gasket',
			quantity: 1,
			additionalFields: { serviceLineId: lines },
		}),
	),
	gone('jobItem.delete', { jobItemId: idOf('jobItem.create to delete') }),
	list('history.getAll', { entityType: 3, entityId: jobId }),

	list('attachment.getAllOfJob', {
		job: idOf('attachment.upload', 'entity.id'),
	}),
	record('attachment.getThumbnails', {
		attachmentId: idOf('attachment.upload with client credentials'),
	}),
	as('deficiency.create to delete', record('deficiency.create', { assetId })),
	gone('deficiency.delete', { deficiencyId: idOf('deficiency.create to delete') }),
];
