import { byId, from, values } from '../workflow';
import { has, UNKNOWN_OUTCOME, type VendorCases, WEB_PAGE } from './case';

const contactId = byId(from('contact.addOrUpdate', 'Id'));

export const serviceminder: VendorCases = {
	vendor: 'Serviceminder',
	node: 'serviceminder',
	credential: 'serviceminderApi',
	cases: [
		{
			operation: 'customRequest.send',
			parameters: { method: 'POST', route: '/services/all' },
			gives: 'record',
		},
		{
			operation: 'contact.addOrUpdate',
			parameters: {
				name: 'Ottoline Quillfeather',
				additionalFields: {
					phone: '303-555-0140',
					email: 'ottoline@example.com',
					zip: '00011',
					tags: 'VIP, Dog',
					notes: values([{ body: 'Found us at the fair' }]),
				},
			},
			gives: 'record',
		},
		{
			operation: 'contact.addNote',
			parameters: { contactId, body: 'Prefers mornings', additionalFields: { title: 'Times' } },
			gives: 'success',
		},
		{
			operation: 'contact.get',
			parameters: { contactId, simplify: false },
			gives: 'record',
			check: has({ Name: 'Ottoline Quillfeather' }),
		},
		{
			operation: 'contact.getAll',
			parameters: { limit: 5, filters: { emailSearch: 'example.com' } },
			gives: 'list',
		},
		{
			operation: 'appointment.searchSlots',
			parameters: {
				serviceId: from('customRequest.send', 'Matches[0].Id'),
				startDate: '={{ $now.plus({ days: 1 }).toISODate() }}',
				finishDate: '={{ $now.plus({ days: 8 }).toISODate() }}',
				options: { timeframe: 'Morning' },
			},
			gives: 'list',
		},
		{
			operation: 'appointment.quickBook',
			parameters: {
				name: 'Ottoline Quillfeather',
				priPhone: '303-555-0140',
				service: from('customRequest.send', 'Matches[0].Name'),
				scheduledStart: `={{ DateTime.fromFormat($('appointment.searchSlots').first().json.DateTime, 'M/d/yyyy h:mm:ss a').toISO() }}`,
				additionalFields: { email: 'ottoline@example.com', customerNotes: 'Blue door' },
			},
			gives: 'record',
		},
		{
			operation: 'appointment.get',
			parameters: { appointmentId: byId(from('appointment.quickBook', 'AppointmentId')) },
			gives: 'record',
		},
		{
			operation: 'appointment.getAll',
			parameters: {
				returnAll: true,
				filters: {
					fromDate: '={{ $now.minus({ days: 5 }).toISODate() }}',
					includeContact: true,
					includeCompleted: true,
				},
			},
			gives: 'list',
		},
	],
	plainRequest: {
		method: 'POST',
		path: '/serviceagents/all',
		json: '{}',
		member: 'Matches',
	},
	wrongCredentials: {
		serviceminderApi: {
			fields: { apiKey: 'not-the-key' },
			says: /empty answer[^]*Check the path, the API key and its scope/,
			tested: /^serviceminder refused the key\./,
		},
	},
	reading: {
		operation: 'contact.get',
		ids: ['contact.getAll', 'Id'],
		parameters: (id) => ({ contactId: byId(id) }),
		unknown: { value: 987654, says: /no contact 987654/ },
		misfit: { value: 'Ottoline', says: /^Contact: "Ottoline" is not the ID of a contact$/ },
		call: '/contacts/locate',
	},
	writing: {
		operation: 'contact.addOrUpdate',
		parameters: { name: 'Barnaby Thistle' },
		call: '/contacts/addupdate',
		says: { html: WEB_PAGE, empty: /empty/, nothing: UNKNOWN_OUTCOME },
	},
	polling: {
		node: 'serviceminderTrigger',
		event: 'appointmentUpdated',
		call: /\/appointments\/query$/,
		collection: 'appointments',
		changes: { Quantity: 4 },
	},
};
