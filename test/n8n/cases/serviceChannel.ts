import { byId } from '../../support/picker';
import { from } from '../workflow';
import { UNKNOWN_OUTCOME, type VendorCases, WEB_PAGE } from './case';
import { moneyCases } from './serviceChannelMoney';
import { placeCases } from './serviceChannelPlaces';
import { workCases } from './serviceChannelWork';

export const serviceChannel: VendorCases = {
	vendor: 'ServiceChannel',
	node: 'serviceChannel',
	credential: 'serviceChannelApi',
	cases: [...workCases, ...placeCases, ...moneyCases],
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
		list: { limit: 3 },
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
