import { byId } from '../../../support/picker';
import { values } from '../../workflow';
import { has, type Case } from '../case';
import { deletes, does, feeds, first, lists, picked, record, several } from './build';

const place = {
	street: '3 Thimble Court',
	city: 'Maplewick',
	state: 'OH',
	zip: '00012',
	country: 'USA',
};
const provider = { bookingProvider: picked('bookingProvider.create') };
const booking = { ...provider, id: picked('booking.create') };
const estimate = picked('estimate.create');
const item = picked('estimate.getItems');
const party = (member: string) => ({
	id: first('job.getAll', member),
	name: 'Ottoline Quillfeather',
	...place,
	unit: '1',
	contacts: values([{ type: 'Phone', value: '614-555-0142', memo: 'Home' }]),
});
/** Of the calls only some left a message. */
const answered = `={{ $('call.getAll').all().find(({ json }) => json.leadCall.voiceMailUrl).json.leadCall.id }}`;
const callId = picked('call.getAll', 'leadCall.id');

/** People and the parts of the company. */
export const settingsCases: readonly Case[] = [
	lists('businessUnit.getAll', { filters: { active: 'True' } }),
	record('businessUnit.get', { id: picked('businessUnit.getAll') }),
	record('businessUnit.update', {
		id: picked('businessUnit.getAll'),
		updateFields: {
			externalData: values({
				applicationGuid: '0c6b4b1e-31de-4a63-9b8e-2d0d6f1a7c55',
				externalData: values([{ key: 'ref', value: 'BU-1' }]),
				patchMode: 'Merge',
			}),
		},
	}),
	feeds('businessUnit.export'),
	lists('userRole.getAll', { filters: { employeeType: 'Technician' } }),
	{ ...lists('userRole.getAll', { filters: { employeeType: 'Employee' } }), as: 'office roles' },
	record('technician.create', {
		name: 'Hetty Larkspur',
		roleId: first('userRole.getAll'),
		accountCreationMethod: 'CreateLater',
		positions: ['Service', 'Installer'],
		licenseType: 'ManagedTech',
		additionalFields: { email: 'hetty@example.com', dailyGoal: 900 },
	}),
	record('technician.update', {
		id: picked('technician.create'),
		updateFields: { team: 'South', home: values({ city: 'Maplewick', street: '1 Fern Row' }) },
	}),
	record('technician.manageAccount', {
		id: picked('technician.create'),
		accountAction: 'Activate',
		additionalFields: { licenseType: 'ManagedTechnician' },
	}),
	feeds('technician.export'),
	record('employee.create', {
		name: 'Osric Pennywell',
		roleId: first('office roles'),
		accountCreationMethod: 'CreateLater',
		email: 'osric@example.com',
		positions: ['Dispatcher'],
	}),
	record('employee.get', { id: picked('employee.create') }, has({ name: 'Osric Pennywell' })),
	record('employee.update', {
		id: picked('employee.create'),
		updateFields: { phoneNumber: '614-555-0145' },
	}),
	record('employee.manageAccount', { id: picked('employee.create'), accountAction: 'SendInvite' }),
	feeds('employee.export'),
];

/** What comes in from outside: bookings, calls, campaigns. */
export const marketingCases: readonly Case[] = [
	lists('bookingProvider.getAll'),
	record('bookingProvider.create', { tagName: 'Website', description: 'The booking form' }),
	record('bookingProvider.get', { id: provider.bookingProvider }, has({ tagName: 'Website' })),
	record('bookingProvider.update', {
		id: provider.bookingProvider,
		updateFields: { description: 'The new booking form' },
	}),
	record(
		'booking.create',
		{
			...provider,
			name: 'Peregrine Mudge',
			source: 'Website',
			summary: 'No hot water',
			isFirstTimeClient: true,
			external: 'web-991',
			additionalFields: {
				address: values(place),
				contacts: values([{ type: 'Phone', value: '614-555-0146' }]),
				priority: 'High',
			},
		},
		has({ externalId: 'web-991', status: 'New' }),
	),
	record('booking.get', { id: booking.id }),
	record('booking.getOfProvider', booking),
	lists('booking.getAll', { filters: { external: 'web-991' } }),
	lists('booking.getAllOfProvider', { ...provider, filters: { sort: '-Id' } }),
	record('booking.update', { ...booking, updateFields: { summary: 'No hot water at all' } }),
	record('booking.addContact', { ...booking, type: 'Email', value: 'mudge@example.com' }),
	lists('booking.getContacts', { id: booking.id, simplify: false }),
	lists('booking.getContactsOfProvider', { ...booking, simplify: false }),
	record('booking.updateContact', {
		...booking,
		contactId: picked('booking.addContact'),
		updateFields: { memo: 'Work' },
	}),
	deletes('booking.deleteContact', { ...booking, contactId: picked('booking.addContact') }),
	does('booking.attribute', {
		bookingId: booking.id,
		landingPageUrl: 'https://heating.example.com/',
		referrerUrl: 'https://search.example.com/',
		additionalFields: { utmSource: 'newsletter' },
	}),
	feeds('booking.export'),

	lists('campaignCategory.getAll'),
	record('campaignCategory.create', { name: 'Radio' }),
	record('campaignCategory.get', { id: first('campaignCategory.create') }, has({ name: 'Radio' })),
	record('campaignCategory.update', {
		id: first('campaignCategory.create'),
		name: 'Local radio',
		updateFields: { active: true },
	}),
	...['campaign.create', 'campaign.update'].map((operation) =>
		record(operation, {
			...(operation === 'campaign.update' && { id: picked('campaign.create') }),
			name: 'Morning show',
			businessUnitId: first('businessUnit.getAll'),
			categoryId: first('campaignCategory.create'),
			active: true,
		}),
	),
	record('campaign.get', { id: picked('campaign.create') }, has({ name: 'Morning show' })),
	record('campaignCost.create', {
		campaignId: first('campaign.create'),
		year: 2026,
		month: 3,
		dailyCost: 12.5,
	}),
	record('campaignCost.get', { id: first('campaignCost.create') }, has({ dailyCost: 12.5 })),
	record('campaignCost.update', { id: first('campaignCost.create'), dailyCost: 15 }),
	lists('campaign.getCosts', { id: picked('campaign.create'), filters: { year: 2026 } }),

	lists('call.getAll', { limit: 50, filters: { active: 'Any', sort: '-Id' } }),
	lists('call.getAllDetailed', { filters: { orderBy: 'createdOn' } }),
	record('call.get', { id: callId }),
	record('call.update', {
		id: callId,
		excuseMemo: 'Wrong number',
		reason: values({ name: 'Question', lead: false }),
		customer: values(party('customerId')),
		location: values(party('locationId')),
		updateFields: { callType: 'Excused' },
	}),
	feeds('call.export'),
	lists('optOut.create', { optOutType: 'Marketing', numbers: '+16145550147' }),
	lists('optOut.check', { numbers: '+16145550147' }),
	lists('optOut.getAll'),
	{ operation: 'call.downloadVoicemail', parameters: { id: byId(answered) }, gives: 'file' },
	// The file that was fetched goes on to the upload.
	record('installedEquipment.uploadAttachment', { file: 'data' }),
	record(
		'installedEquipment.create',
		{
			locationId: picked('job.getAll', 'locationId'),
			additionalFields: {
				name: 'Furnace',
				installedOn: '2024-11-05',
				actualReplacementDate: '2034-11-05',
				attachments: values([
					{ url: first('installedEquipment.uploadAttachment', 'path'), type: 'Other' },
				]),
			},
		},
		has({ name: 'Furnace' }),
	),
	record('installedEquipment.get', { id: picked('installedEquipment.create') }),
	lists('installedEquipment.getAll', {
		filters: { locationIds: several('job.getAll', 'locationId'), active: 'True' },
	}),
	record(
		'installedEquipment.update',
		{
			id: picked('installedEquipment.create'),
			updateFields: { serialNumber: 'F-100', tagTypeIds: several('tagType.getAll') },
		},
		has({ serialNumber: 'F-100' }),
	),
	{
		operation: 'installedEquipment.downloadAttachment',
		parameters: { path: first('installedEquipment.uploadAttachment', 'path') },
		gives: 'file',
	},
	feeds('installedEquipment.export'),
	{ operation: 'call.downloadRecording', parameters: { id: callId }, gives: 'file' },
	record('job.uploadAttachment', { id: picked('job.create'), file: 'data' }),
	lists('job.getAttachments', { id: picked('job.create'), simplify: false }),
	{
		operation: 'job.downloadAttachment',
		parameters: { attachment: first('job.getAttachments') },
		gives: 'file',
	},
	{
		operation: 'customRequest.download',
		parameters: {
			route: `=/forms/v2/tenant/{tenant}/jobs/attachment/{{ $('job.getAttachments').first().json.id }}`,
		},
		gives: 'file',
	},
	{
		operation: 'customRequest.send',
		as: 'customRequest.send with a file',
		parameters: {
			method: 'POST',
			route: `=/forms/v2/tenant/{tenant}/jobs/{{ $('job.create').first().json.id }}/attachments`,
			additionalFields: {
				formFiles: values([{ partName: 'file', inputField: 'data', sentName: 'again.pdf' }]),
				headers: values([{ headerName: 'X-Example', headerValue: 'one' }]),
				fullAnswer: true,
			},
		},
		gives: 'record',
		check: has({ statusCode: 200 }),
	},
];

/** Estimates, tasks and forms. */
export const officeCases: readonly Case[] = [
	{
		...lists('customRequest.send', {
			route: '/pricebook/v2/tenant/{tenant}/services',
			allPages: true,
		}),
		as: 'services',
	},
	record(
		'estimate.create',
		{
			additionalFields: {
				jobId: picked('job.create'),
				name: 'New radiator',
				items: values([
					{ skuId: first('services'), description: 'Radiator', quantity: '1', unitPrice: '250' },
				]),
			},
		},
		has({ name: 'New radiator' }),
	),
	record('estimate.get', { id: estimate }),
	lists('estimate.getAll', { filters: { jobId: picked('job.create'), active: 'Any' } }),
	record('estimate.update', {
		id: estimate,
		updateFields: { summary: 'With two valves' },
	}),
	record('estimate.putItem', {
		id: estimate,
		additionalFields: { sku: first('services'), quantity: 2, unitPrice: 20 },
	}),
	lists('estimate.getItems', { filters: { estimateId: estimate }, simplify: false }),
	deletes('estimate.deleteItem', { id: estimate, itemId: item }),
	record('estimate.sell', { id: estimate, soldBy: picked('technician.getAll') }),
	does('estimate.unsell', { id: estimate }),
	does('estimate.dismiss', { id: estimate }),
	feeds('estimate.export'),
	record('task.getOptions'),
	record(
		'task.create',
		{
			name: 'Call back',
			assignedToId: picked('employee.getAll'),
			reportedById: picked('employee.getAll'),
			reportedDate: '={{ $now.toISO() }}',
			businessUnitId: first('businessUnit.getAll'),
			employeeTaskTypeId: first('task.getOptions', 'taskTypes[0].id'),
			employeeTaskSourceId: first('task.getOptions', 'taskSources[0].id'),
			priority: 'High',
			closed: false,
			additionalFields: { jobId: picked('job.create') },
		},
		has({ name: 'Call back', isClosed: false }),
	),
	record('task.get', { id: picked('task.create'), options: { includeSubtasks: true } }),
	lists('task.getAll', { filters: { jobId: picked('job.create'), priorities: ['High'] } }),
	record('task.createSubtask', {
		id: picked('task.create'),
		name: 'Find the number',
		assignedToId: picked('employee.getAll'),
		closed: false,
	}),
	lists('form.getAll', { filters: { status: 'Any', active: 'Any' } }),
	lists('form.getSubmissions', { filters: { status: 'Any' } }),
];
