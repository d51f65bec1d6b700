import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { from, values } from '../workflow';
import { has, type Case } from './case';
import {
	aFile,
	bySubscriber,
	given,
	locationId,
	providerId,
	storeId,
	subscriberId,
	the,
	tradeId,
	workorderId,
} from './serviceChannelShared';

const position = {
	latitude: from('checkIn.getGpsRadius', 'LocLatitude'),
	longitude: from('checkIn.getGpsRadius', 'LocLongitude'),
};
const newWork = {
	subscriberId,
	locationId,
	tradeName: the('workOrder.get', 'Trade'),
	category: from('workOrder.get', 'Category'),
	priority: from('workOrder.get', 'Priority'),
	nte: 250,
	callDate: '={{ $now.minus({ hours: 5 }).toISO() }}',
};
const noteId = the('note.create', 'id');
const other = the('workOrder.createFromIssueList', 'id');
const userId = byId(from('technician.getAssigned', 'UserId'));
const userOfLogIn = byId('={{ 900000 + $("user.getAll").last().json.Id }}');
const codes = {
	subscriberId,
	locationId,
	tradeId,
	categoryId: from('workOrder.get', 'CategoryId'),
};
const activityTimes = (from_: number, to: number) => ({
	checkInDate: `={{ $now.minus({ hours: ${from_} }).toISO() }}`,
	checkOutDate: `={{ $now.minus({ hours: ${to} }).toISO() }}`,
});

const count =
	(wanted: number) =>
	(records: readonly IDataObject[]): string | undefined =>
		records.length === wanted ? undefined : `${records.length} records, not ${wanted}`;

/** Work orders and what hangs on them. */
export const workCases: readonly Case[] = [
	bySubscriber('user.getCurrent', 'record', {}, { check: has({ SubscriberId: 301 }) }),
	given('workOrder.getAll', 'list', {
		limit: 3,
		simplify: false,
		filters: {
			subscriberId,
			primaryStatus: ['OPEN', 'IN PROGRESS'],
			callDateFrom: '={{ $now.minus({ days: 30 }).toISO() }}',
			filter: 'Nte ge 100',
			orderBy: 'CallDate desc',
			expand: 'Location',
		},
	}),
	given('workOrder.get', 'record', { workorderId: the('workOrder.getAll'), simplify: false }),
	given('workOrder.getWithRelated', 'record', {
		workorderId: the('workOrder.getAll'),
		options: { select: 'Number,Nte', expand: 'Subscriber' },
	}),
	given(
		'workOrder.getAllByLongFilter',
		'list',
		{
			longFilter: '=Id eq {{ $("workOrder.get").first().json.Id }}',
			limit: 5,
			filters: { expand: 'Location' },
		},
		{ check: count(1) },
	),
	given('workOrder.search', 'list', {
		limit: 5,
		filters: { status: 'OPEN,IN PROGRESS', trade: from('workOrder.get', 'Trade') },
	}),
	given('workOrder.getReassignReasons', 'list', { subscriberId }),
	given('workOrder.getStatistics', 'record', { options: { days: 10 } }),
	given('workOrder.create', 'record', {
		...newWork,
		problemCode: 'Leak',
		description: 'Water runs down the window of the back office',
		additionalFields: { callerName: 'Ottoline Quillfeather' },
	}),
	given('issueList.getAreas', 'list', { subscriberId }),
	given('issueList.getProblemTypes', 'list', {
		areaId: the('issueList.getAreas', 'ID'),
		options: { subscriberId },
	}),
	given('issueList.getItems', 'list', {
		subscriberId,
		locationId,
		areaId: the('issueList.getAreas', 'ID'),
		problemType: the('issueList.getProblemTypes', 'value'),
	}),
	given('issueList.getProblems', 'list', {
		subscriberId,
		areaId: the('issueList.getAreas', 'ID'),
		problemType: the('issueList.getProblemTypes', 'value'),
		equipmentType: the('issueList.getItems', 'value'),
	}),
	bySubscriber('issueList.getAreasForSubscriber', 'list'),
	bySubscriber('issueList.getItemsForSubscriber', 'list', {
		locationId,
		areaId: the('issueList.getAreas', 'ID'),
		problemType: the('issueList.getProblemTypes', 'value'),
	}),
	bySubscriber('issueList.getProblemsForSubscriber', 'list', {
		areaId: the('issueList.getAreas', 'ID'),
		problemType: the('issueList.getProblemTypes', 'value'),
		equipmentType: the('issueList.getItems', 'value'),
	}),
	given('workOrder.createFromIssueList', 'record', {
		...newWork,
		side: 'provider',
		areaId: the('issueList.getAreas', 'ID'),
		problemType: the('issueList.getProblemTypes', 'value'),
		equipmentType: the('issueList.getItems', 'value'),
		problemCode: the('issueList.getProblems', 'value'),
		description: 'As the issue list says',
	}),
	given('workOrder.decline', 'success', {
		workorderId: other,
		additionalFields: { declineReasonId: 1, note: 'Too far today' },
	}),
	given('workOrder.accept', 'success', { workorderId, additionalFields: { note: 'On our way' } }),
	given('workOrder.updateScheduledDate', 'record', {
		workorderId,
		scheduledDate: '={{ $now.minus({ hours: 4.5 }).toISO() }}',
		additionalFields: { rescheduleReasonCode: 1 },
	}),
	given('workOrder.updateNte', 'record', { workorderId, additionalFields: { value: 300 } }),
	given('workOrder.updatePriority', 'record', {
		workorderId,
		priority: from('workOrder.get', 'Priority'),
	}),
	given('workOrder.updateCategory', 'record', {
		workorderId,
		category: from('workOrder.get', 'Category'),
	}),
	given('workOrder.updateTrade', 'record', {
		workorderId,
		tradeName: the('workOrder.get', 'Trade'),
		additionalFields: { actor: 'Dispatcher' },
	}),
	given('workOrder.updateDescription', 'record', { workorderId, description: 'Water everywhere' }),
	given('workOrder.updatePurchaseNumber', 'record', { workorderId, purchaseNumber: 'PO-77' }),
	given('workOrder.updateNumber', 'record', { workorderId, number: 'TM-77' }),
	given('workOrder.link', 'success', {
		workorderId,
		additionalFields: { workOrders: [from('workOrder.createFromIssueList', 'id')] },
	}),
	given('workOrder.unlink', 'success', { workorderId, additionalFields: { unlinkAll: true } }),
	given('note.create', 'record', {
		workorderId,
		note: 'Key is with the neighbour',
		additionalFields: { isPinned: true, visibility: 0 },
	}),
	given(
		'note.getAll',
		'list',
		{ workorderId, returnAll: true, filters: { noteType: 'UsersNote' } },
		{ check: count(2) },
	),
	given(
		'note.get',
		'record',
		{ workorderId, noteId, simplify: false },
		{ check: has({ IsPinned: true }) },
	),
	bySubscriber('note.pin', 'success', { workorderId, noteId, isPinned: false }),
	given('note.getAllWithAttachments', 'list', { workorderId, returnAll: true, simplify: false }),
	given('note.getRecipients', 'list', { workorderId, options: { showExcluded: true } }),
	given(
		'attachment.upload',
		'success',
		{
			workorderId,
			file: 'data',
			additionalFields: {
				details: values({ name: 'photo.json', description: 'The leak', visibility: 0 }),
			},
		},
		{ before: [aFile('A file for the work order')] },
	),
	given(
		'attachment.uploadToNote',
		'success',
		{ workorderId, noteId, file: 'data' },
		{
			before: [aFile('A file for the note')],
		},
	),
	bySubscriber('attachment.uploadBase64', 'success', {
		purchaseNumber: 'PO-77',
		content: '={{ "A text".base64Encode() }}',
		additionalFields: { fileName: 'text', extension: 'txt' },
	}),
	given('attachment.getAll', 'list', { workorderId, returnAll: true }, { check: count(3) }),
	given('attachment.getForNote', 'list', { workorderId, noteId }, { check: count(1) }),
	given('attachment.download', 'file', { workorderId, attachmentId: the('attachment.getAll') }),
	given('attachment.delete', 'deleted', { workorderId, attachmentId: the('attachment.getAll') }),
	given('label.create', 'record', { labels: 'Roof,Night' }),
	given('label.getAll', 'list', { filters: { keyword: 'Roof' } }, { check: count(1) }),
	given('label.add', 'record', { workorderId, labelIds: [from('label.getAll', 'Id')] }),
	given('label.remove', 'record', { workorderId, labelIds: [from('label.getAll', 'Id')] }),
	given('label.set', 'record', {
		workorderId,
		labelText: 'Roof',
		additionalFields: { labelId: from('label.getAll', 'Id') },
	}),
	given('label.clear', 'record', { workorderId, labelText: 'Roof' }),
	given('customRequest.send', 'record', {
		route: `={{ '/workorders/' + $('workOrder.create').first().json.id + '/GPSRadius' }}`,
	}),
	given('customRequest.download', 'file', {
		route: `={{ '/workorders/' + $('workOrder.create').first().json.id + '/GPSRadius' }}`,
	}),
	given('checkIn.getGpsRadius', 'record', { workorderId }),
	given(
		'checkIn.validateCheckIn',
		'record',
		{ workorderId, ...position },
		{ check: has({ IsOutsideGeolocation: false }) },
	),
	given('checkIn.checkIn', 'record', {
		workorderId,
		additionalFields: { ...position, techsCount: 2 },
	}),
	given('checkIn.validateCheckOut', 'record', {
		workorderId,
		...position,
		options: { workTypeId: 1 },
	}),
	given('checkIn.checkOut', 'record', {
		workorderId,
		additionalFields: {
			...position,
			primaryStatus: 'PartsOnOrder',
			resolution: 'Ordered a gasket',
		},
	}),
	given('checkIn.getActivity', 'list', { workorderId, returnAll: true }, { check: count(2) }),
	given('workActivity.create', 'record', { workorderId, additionalFields: activityTimes(4, 3) }),
	given('workActivity.update', 'success', {
		workorderId,
		workactivityId: the('workActivity.create'),
		updateFields: activityTimes(4, 2),
	}),
	given(
		'workActivity.get',
		'record',
		{ workorderId, workactivityId: the('workActivity.create') },
		{
			check: has({ IsTimeEdited: true }),
		},
	),
	given('workActivity.getAll', 'list', { workorderId }, { check: count(1) }),
	given('user.getAll', 'list', { returnAll: true, simplify: false }),
	given('workActivity.getForInterval', 'list', {
		dtMin: '={{ $now.minus({ days: 3 }).toISODate() }}',
		dtMax: '={{ $now.plus({ days: 1 }).toISODate() }}',
		userId: byId(from('workActivity.get', 'User.Id')),
		returnAll: true,
	}),
	given('workActivity.delete', 'deleted', {
		workorderId,
		workactivityIds: [from('workActivity.create', 'Id')],
	}),
	given('technician.createProfile', 'success', {
		fullName: 'Barnaby Thistledown',
		email: 'barnaby@example.com',
	}),
	given('technician.assign', 'success', { workorderId, userId: userOfLogIn }),
	given('technician.getAssigned', 'list', { workorderId }, { check: count(1) }),
	given('technician.accept', 'success', { workorderId, userId }),
	given('technician.getAccepted', 'list', { workorderId }, { check: count(1) }),
	given('technician.rescindAcceptance', 'success', { workorderId, userId }),
	given('technician.decline', 'success', { workorderId, userId }),
	given('technician.assign', 'success', { workorderId, userId }, { as: 'technician.assign again' }),
	given('technician.unassign', 'success', { workorderId, userId }),
	given('part.create', 'success', {
		workorderId,
		parts: values([{ description: 'Gasket', quantity: 2, price: 4.5 }]),
	}),
	given(
		'part.getAll',
		'list',
		{ workorderId },
		{ check: has({ Description: 'Gasket', Quantity: 2 }) },
	),
	given('part.update', 'success', {
		workorderId,
		changes: values([
			{ part: from('part.getAll', 'Id'), description: 'Gasket', quantity: 3, price: 4 },
		]),
	}),
	given('part.delete', 'deleted', { workorderId, partIds: [from('part.getAll', 'Id')] }),
	given('resolutionCode.getAll', 'list', { ...codes, filters: { keyword: 'Repaired' } }),
	given('resolutionCode.getRootCauses', 'list', codes),
	given('resolutionCode.set', 'success', {
		workorderId,
		additionalFields: {
			codes: values([
				{ code: the('resolutionCode.getAll', 'Key'), text: 'New gasket', assetCategory: 1 },
			]),
		},
	}),
	given('resolutionCode.setRootCauses', 'success', {
		workorderId,
		causes: values([
			{ cause: the('resolutionCode.getRootCauses', 'Key'), text: '', assetCategory: 1 },
		]),
	}),
	given('resolutionCode.setRootCause', 'success', {
		workorderId,
		rootCauseId: the('resolutionCode.getRootCauses', 'Key'),
	}),
	given(
		'resolutionCode.getForWorkOrder',
		'record',
		{ workorderId },
		{
			check: ([{ resolutionCodes: set }]) => count(1)(set as IDataObject[]),
		},
	),
	given('workOrder.addResolution', 'record', { workorderId, resolution: 'Put in a new gasket' }),
	given('workOrder.updateStatus', 'record', {
		workorderId,
		primary: 'IN PROGRESS',
		extended: 'WAITING FOR QUOTE',
		additionalFields: { note: 'Asked for a quote' },
	}),
	given(
		'workOrder.get',
		'record',
		{ workorderId, simplify: false },
		{
			as: 'workOrder.get after workOrder.updateStatus',
			check: ([{ Status: status, Nte, PurchaseNumber }]) =>
				has({ Primary: 'IN PROGRESS', Extended: 'WAITING FOR QUOTE' })([status as IDataObject]) ??
				has({ Nte: 300, PurchaseNumber: 'PO-77' })([{ Nte, PurchaseNumber }]),
		},
	),
	bySubscriber('workOrder.reassign', 'record', {
		workorderId: other,
		providerId,
		reasonId: 1,
		additionalFields: { note: 'Please take it' },
	}),
	given('status.getAll', 'list', { subscriberId }),
	given('status.getForWorkOrder', 'list', { workorderId }),
	given(
		'trade.getAll',
		'list',
		{ subscriberId, filters: { name: from('workOrder.get', 'Trade') } },
		{
			check: count(1),
		},
	),
	given('trade.getForLocation', 'list', { locationId }),
	given('category.getAll', 'list', { subscriberId }),
	bySubscriber('category.getForSubscriber', 'list', { filters: { subscriberIds: [301] } }),
	given('priority.getAll', 'list', { subscriberId }),
	given('priority.getForLocation', 'list', { locationId }),
	given('workType.getAll', 'list', { subscriberId }),
	given('currency.getCode', 'record', { currency: 1 }, { check: has({ AlphabeticalCode: 'USD' }) }),
	given(
		'user.get',
		'record',
		{ userId: the('user.getAll'), simplify: false },
		{
			check: ([user]) => ('Password' in user ? 'the password is shown' : undefined),
		},
	),
	given('user.getByEmployee', 'list', { employee: 'E100' }),
	bySubscriber('user.getForSubscriber', 'list', { limit: 5, filters: { userType: 'All' } }),
	given('user.getFeatures', 'record'),
	given('location.search', 'list', { filters: { store: storeId } }, { check: count(1) }),
];
