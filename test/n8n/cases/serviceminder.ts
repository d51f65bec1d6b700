import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { from, values } from '../workflow';
import { type Case, has, UNKNOWN_OUTCOME, type VendorCases, WEB_PAGE } from './case';

const contactId = byId(from('contact.addOrUpdate', 'Id'));
const appointmentId = byId(from('appointment.quickBook', 'AppointmentId'));
const proposalId = byId(from('proposal.create', 'Id'));
const userId = byId(from('user.getAll', 'Id'));
const today = '={{ $now.toISODate() }}';
const aWeekAgo = '={{ $now.minus({ days: 7 }).toISODate() }}';

const list = (operation: string, parameters: IDataObject = {}, check?: Case['check']): Case => ({
	operation,
	parameters,
	gives: 'list',
	check,
});
const record = (operation: string, parameters: IDataObject, members?: IDataObject): Case => ({
	operation,
	parameters,
	gives: 'record',
	...(members && { check: has(members) }),
});
const done = (operation: string, parameters: IDataObject = {}): Case => ({
	operation,
	parameters,
	gives: 'success',
});

/** Whether each record has this member. */
const each =
	(member: string): Case['check'] =>
	(records) =>
		records.every((one) => one[member] !== undefined) ? undefined : `not all have ${member}`;

const lookUps: readonly Case[] = [
	done('connection.test'),
	list('service.getAll', { filters: { includeParts: true } }, each('AvailableParts')),
	record('service.get', { serviceId: from('service.getAll', 'Id') }),
	record('part.get', { partId: byId(from('service.getAll', 'AvailableParts[0].Id')) }),
	record('part.getDimensions', { partId: byId(from('service.getAll', 'AvailableParts[0].Id')) }),
	list('serviceAgent.getAll', { filters: { includeInactive: true } }, each('EndDate')),
	record('user.create', { allFields: '{ "Name": "Ines Inkwell", "Email": "ines@example.com" }' }),
	list('user.getAll', { returnAll: true }, each('Id')),
	list('organization.getAll', { filters: { nameSearch: 'Gleam' } }, each('OrganizationId')),
	record('organization.get', {
		options: { organizationId: byId(from('organization.getAll', 'OrganizationId')) },
	}),
	list('channel.getAll', {}, each('Name')),
	list('channel.getCampaigns', {}, each('Channel')),
	list('customField.getAll', {}, each('Shortcode')),
	list('cancelReason.getAll', { filters: { includeInactive: true } }, each('Name')),
	list('blog.getAll', { filters: { search: 'glass' } }, each('Title')),
	record('blog.get', { blogId: byId(from('blog.getAll', 'Id')) }),
	list('setting.getFeatures', {}, each('Feature')),
	list('setting.getLeadSourceCategories', {}, each('Id')),
	list('setting.getRadiusCities', {}, each('City')),
	list('setting.getRadiusPostalCodes', {}, each('PostalCode')),
	list('setting.getTaxRates', {}, each('Name')),
];

const sales: readonly Case[] = [
	list('proposalTemplate.getAll', {}, each('Name')),
	record('proposal.create', {
		contactId,
		additionalFields: {
			serviceId: from('service.getAll', 'Id'),
			templateId: from('proposalTemplate.getAll', 'Id'),
			proposalLines: values([
				{
					partId: byId(from('service.getAll', 'AvailableParts[0].Id')),
					lineDescription: 'Screens',
					quantity: 3,
					unitPrice: 12,
				},
			]),
			moreFields: '{ "CustomerNotes": "Ring twice" }',
		},
	}),
	record('proposal.update', { proposalId, moreFields: '{ "CustomerNotes": "Use the side door" }' }),
	record('proposal.get', { proposalId }, { CustomerNotes: 'Use the side door', Subtotal: 36 }),
	record('proposal.accept', { proposalId }),
	list(
		'proposal.getAll',
		{ filters: { scope: 'accepted', fromAccepted: aWeekAgo } },
		each('Status'),
	),
	record('invoice.import', {
		allFields: `={{ { ContactId: $('contact.addOrUpdate').first().json.Id, Lines: [{ Quantity: 1, UnitPrice: 80 }] } }}`,
	}),
	record('payment.import', {
		allFields: `={{ { InvoiceId: $('invoice.import').first().json.Id, Amount: 80 } }}`,
	}),
	list('invoice.getAll', { filters: { contactId, status: 'Paid', includeContact: true } }),
	record(
		'invoice.get',
		{ invoiceId: byId(from('invoice.getAll', 'Id')), options: { includeContact: true } },
		{ BalanceDue: 0 },
	),
	list('payment.getAll', {
		filters: { fromDate: aWeekAgo, throughDate: today, contactId },
	}),
];

const brand: readonly Case[] = [
	list('dataSubscriberFeed.fetch', { limit: 2 }, each('Kind')),
	done('dataSubscriberFeed.clear', { through: from('dataSubscriberFeed.fetch', 'Id') }),
	list('forecast.getAll', { filters: { fromDate: aWeekAgo } }, each('OrganizationId')),
	record('dataSubscriberDownload.start', {
		kind: 'branding-contacts',
		additionalFields: { startRow: 5010, moreFields: '{ "UpdatedThrough": "2099-12-31" }' },
	}),
	record('dataSubscriberDownload.getStatus', {
		download: from('dataSubscriberDownload.start', 'DownloadId'),
	}),
	list(
		'dataSubscriberDownload.getRows',
		{ kind: 'branding-appointments', options: { mostRows: 3 } },
		each('Id'),
	),
	// By now the first one is ready.
	list(
		'dataSubscriberDownload.get',
		{ download: from('dataSubscriberDownload.start', 'DownloadId') },
		([first]) => (first.Id === '5010' ? undefined : 'it does not begin where it was told to'),
	),
];

const downloads: readonly Case[] = [
	record('download.start', {
		kind: 'invoices',
		userId,
		additionalFields: { dateFrom: '2020-01-01' },
	}),
	record('download.getStatus', { download: from('download.start', 'DownloadId') }),
	list(
		'download.getRows',
		{
			kind: 'appointments',
			userId,
			options: { appointments: values({ scheduled: true, completed: true, canceled: false }) },
		},
		each('Service Agent'),
	),
	list('download.get', { download: from('download.start', 'DownloadId') }, each('Balance Due')),
];

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
			operation: 'customRequest.download',
			parameters: { method: 'POST', route: '/services/all' },
			gives: 'file',
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
			gives: 'record',
			check: has({ Title: 'Times', Body: 'Prefers mornings' }),
		},
		done('contact.addTags', { contactId, tags: 'Gold, Dog' }),
		list('contact.getTags', { contactId }, (records) =>
			records.map(({ Name }) => Name).join() === 'VIP,Dog,Gold' ? undefined : 'wrong tags',
		),
		record('contact.getDirect', { contactId }, { Name: 'Ottoline Quillfeather' }),
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
			parameters: { appointmentId },
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
		...lookUps,
		record(
			'appointment.update',
			{
				appointmentId,
				contactId,
				serviceId: from('service.getAll', 'Id'),
				start: '={{ $now.plus({ days: 9 }).set({ hour: 10, minute: 0 }).toISO() }}',
				updateFields: { serviceAgentId: from('serviceAgent.getAll', 'Id'), duration: 90 },
			},
			{ Duration: 90 },
		),
		record('appointment.book', {
			contactId,
			targetDate: '={{ $now.plus({ days: 10 }).toISO() }}',
			additionalFields: { serviceName: 'Gutter cleaning', notes: 'Second floor' },
		}),
		record('appointment.queue', {
			allFields: `={{ { ContactId: $('contact.addOrUpdate').first().json.Id } }}`,
		}),
		done('appointment.leaveFeedback', {
			appointmentId,
			additionalFields: { score: 5, note: 'Spotless' },
		}),
		done('appointment.addTip', { appointmentId, amount: 12.5 }),
		record(
			'appointment.cancel',
			{ appointmentId, additionalFields: { cancelReasonId: byId(2), updateNote: 'Moved away' } },
			{ Status: 4, CancelReasonId: 2 },
		),
		...sales,
		...downloads,
		...brand,
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
