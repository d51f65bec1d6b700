import type { IDataObject } from 'n8n-workflow';

import { byId, from } from '../workflow';
import { has, UNKNOWN_OUTCOME, type VendorCases, WEB_PAGE } from './case';

const workorderId = byId(from('workOrder.create', 'id'));
const position = {
	latitude: from('customRequest.send', 'LocLatitude'),
	longitude: from('customRequest.send', 'LocLongitude'),
};

export const serviceChannel: VendorCases = {
	vendor: 'ServiceChannel',
	node: 'serviceChannel',
	credential: 'serviceChannelApi',
	cases: [
		{
			operation: 'workOrder.getAll',
			parameters: {
				limit: 3,
				simplify: false,
				filters: {
					primaryStatus: ['OPEN', 'IN PROGRESS'],
					callDateFrom: '={{ $now.minus({ days: 30 }).toISO() }}',
					filter: 'Nte ge 100',
					orderBy: 'CallDate desc',
					expand: 'Location',
				},
			},
			gives: 'list',
		},
		{
			operation: 'workOrder.get',
			parameters: { workorderId: byId(from('workOrder.getAll', 'Id')), simplify: false },
			gives: 'record',
		},
		{
			operation: 'workOrder.create',
			parameters: {
				subscriberId: byId(from('workOrder.get', 'Subscriber.Id')),
				locationId: byId(from('workOrder.get', 'Location.Id')),
				tradeName: byId(from('workOrder.get', 'Trade')),
				category: from('workOrder.get', 'Category'),
				priority: from('workOrder.get', 'Priority'),
				nte: 250,
				callDate: '={{ $now.minus({ hours: 1 }).toISO() }}',
				problemCode: 'Leak',
				description: 'Water runs down the window of the back office',
				additionalFields: { callerName: 'Ottoline Quillfeather' },
			},
			gives: 'record',
		},
		{
			operation: 'note.create',
			parameters: {
				workorderId,
				note: 'Key is with the neighbour',
				additionalFields: { isPinned: true, visibility: 0 },
			},
			gives: 'record',
		},
		{
			operation: 'note.getAll',
			parameters: { workorderId, returnAll: true, filters: { noteType: 'UsersNote' } },
			gives: 'list',
			check: (records) => (records.length === 1 ? undefined : `${records.length} notes, not 1`),
		},
		{
			operation: 'customRequest.send',
			parameters: {
				route: `={{ '/workorders/' + $('workOrder.create').first().json.id + '/GPSRadius' }}`,
			},
			gives: 'record',
		},
		{
			operation: 'checkIn.checkIn',
			parameters: { workorderId, additionalFields: { ...position, techsCount: 2 } },
			gives: 'record',
		},
		{
			operation: 'checkIn.checkOut',
			parameters: {
				workorderId,
				additionalFields: {
					...position,
					primaryStatus: 'PartsOnOrder',
					resolution: 'Ordered a gasket',
				},
			},
			gives: 'record',
		},
		{
			operation: 'checkIn.getActivity',
			parameters: { workorderId, returnAll: true },
			gives: 'list',
			check: (records) => (records.length === 2 ? undefined : `${records.length} rows, not 2`),
		},
		{
			operation: 'workOrder.updateStatus',
			parameters: {
				workorderId,
				primary: 'IN PROGRESS',
				extended: 'WAITING FOR QUOTE',
				additionalFields: { note: 'Asked for a quote' },
			},
			gives: 'record',
		},
		{
			operation: 'workOrder.get',
			as: 'workOrder.get after workOrder.updateStatus',
			parameters: { workorderId, simplify: false },
			gives: 'record',
			check: ([{ Status: status }]) =>
				has({ Primary: 'IN PROGRESS', Extended: 'WAITING FOR QUOTE' })([status as IDataObject]),
		},
	],
	plainRequest: { method: 'GET', path: '/users/current/profile', member: 'UserName' },
	wrongCredentials: {
		serviceChannelApi: {
			fields: { password: 'not-the-password' },
			says: /^ServiceChannel refused the sign-in \(status 400\)/,
		},
	},
	reading: {
		operation: 'workOrder.get',
		ids: ['workOrder.getAll', 'Id'],
		parameters: (id) => ({ workorderId: byId(id) }),
		unknown: { value: 987654, says: /987654|not found|invalid/i },
		misfit: { value: 'TM70001', says: /"TM70001" is not the ID of a work order$/ },
		call: '/workorders/{workorderId}',
	},
	writing: {
		operation: 'note.create',
		parameters: { workorderId: byId(from('workOrder.getAll', 'Id')), note: 'Call first' },
		call: '/workorders/{workorderId}/notes',
		says: { html: WEB_PAGE, empty: /empty/, nothing: UNKNOWN_OUTCOME },
	},
	polling: {
		node: 'serviceChannelTrigger',
		event: 'workOrderUpdated',
		call: /\/odata\/workorders$/,
		collection: 'workOrders',
		changes: { Caller: 'Ottoline Quillfeather' },
	},
};
