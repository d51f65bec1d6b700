import { byId } from '../../support/picker';
import { from, httpStep } from '../workflow';
import { administration } from './serviceTrade/administration';
import { budgets } from './serviceTrade/budgets';
import { places } from './serviceTrade/places';
import { library, sales } from './serviceTrade/sales';
import { work } from './serviceTrade/work';
import { has, UNKNOWN_OUTCOME, type VendorCases, WEB_PAGE } from './case';

const place = (name: string) => ({
	name,
	companyId: byId(from('location.getAll', 'company.id')),
	addressStreet: '7 Nutmeg Row',
	addressCity: 'Maplewick',
	addressState: 'OH',
	addressPostalCode: '00011',
});
const jobId = byId(from('job.create', 'id'));
const appointmentId = byId(from('appointment.create', 'id'));
const serviceRequestId = byId(from('customRequest.send', 'id'));
const attachmentId = from('attachment.upload', 'id');
const client = { authentication: 'serviceTradeClientApi' };

/** @param file address of a file of any size; what is downloaded again is posted to `back` */
export const serviceTrade = (file: string, back: string): VendorCases => ({
	vendor: 'ServiceTrade',
	node: 'serviceTrade',
	credential: 'serviceTradeApi',
	cases: [
		{
			operation: 'location.getAll',
			parameters: { limit: 5, filters: { status: ['active'], isCustomer: true } },
			gives: 'list',
		},
		{
			operation: 'location.get',
			parameters: { locationId: byId(from('location.getAll', 'id')) },
			gives: 'record',
		},
		{
			operation: 'location.create',
			parameters: {
				...place('Nutmeg Row depot'),
				additionalFields: { phoneNumber: '(303) 555-0140', taxable: false },
			},
			gives: 'record',
			check: has({ name: 'Nutmeg Row depot', taxable: false }),
		},
		{
			operation: 'location.update',
			parameters: {
				locationId: byId(from('location.create', 'id')),
				updateFields: { name: 'Nutmeg Row hall', email: 'hall@example.com' },
			},
			gives: 'record',
			check: has({ name: 'Nutmeg Row hall' }),
		},
		{
			operation: 'job.getAll',
			parameters: { limit: 3, simplify: false, filters: { status: 'scheduled', longForm: true } },
			gives: 'list',
		},
		{
			operation: 'job.create',
			parameters: {
				locationId: byId(from('location.create', 'id')),
				vendorId: byId(from('job.getAll', 'vendor.id')),
				type: from('job.getAll', 'type'),
				additionalFields: { description: 'Look at the alarm panel', customerPo: 'PO-12' },
			},
			gives: 'record',
			check: has({ description: 'Look at the alarm panel' }),
		},
		{ operation: 'job.get', parameters: { jobId }, gives: 'record' },
		{
			operation: 'job.update',
			parameters: { jobId, updateFields: { description: 'Look at both alarm panels' } },
			gives: 'record',
			check: has({ description: 'Look at both alarm panels' }),
		},
		{
			operation: 'customRequest.send',
			parameters: {
				method: 'POST',
				route: '/servicerequest',
				payload: `={{ { description: 'Panel in the cellar', locationId: $('location.create').first().json.id, serviceLineId: 3, jobId: $('job.create').first().json.id } }}`,
			},
			gives: 'record',
		},
		{
			operation: 'appointment.create',
			parameters: {
				jobId,
				additionalFields: {
					windowStart: '={{ $now.plus({ days: 2 }).toISO() }}',
					windowEnd: '={{ $now.plus({ days: 2, hours: 2 }).toISO() }}',
				},
			},
			gives: 'record',
		},
		{
			operation: 'appointment.create',
			as: 'appointment.create without a time',
			parameters: { jobId, additionalFields: { status: 'unscheduled' } },
			gives: 'record',
			check: has({ status: 'unscheduled' }),
		},
		{ operation: 'appointment.get', parameters: { appointmentId }, gives: 'record' },
		{
			operation: 'appointment.getAll',
			parameters: { returnAll: true, filters: { jobId } },
			gives: 'list',
			check: (records) => (records.length === 2 ? undefined : `${records.length} records, not 2`),
		},
		{
			operation: 'appointment.update',
			parameters: { appointmentId, updateFields: { released: true } },
			gives: 'record',
			check: has({ released: true }),
		},
		{
			operation: 'appointment.addServiceRequest',
			parameters: {
				appointmentId,
				serviceRequestId,
			},
			gives: 'record',
		},
		{
			operation: 'appointment.setCompletion',
			parameters: {
				appointmentId,
				serviceRequestId,
				completion: 'done',
			},
			gives: 'record',
		},
		{
			operation: 'appointment.delete',
			parameters: { appointmentId: byId(from('appointment.create without a time', 'id')) },
			gives: 'deleted',
		},
		{
			operation: 'attachment.upload',
			before: [
				httpStep('Fetch the file', {
					url: file,
					more: { options: { response: { response: { responseFormat: 'file' } } } },
				}),
			],
			parameters: {
				entityType: 3,
				entityId: jobId,
				purposeId: 3,
				uploadedFile: 'data',
				additionalFields: { description: 'Riser room' },
			},
			gives: 'record',
			check: has({ description: 'Riser room' }),
		},
		{ operation: 'attachment.get', parameters: { attachmentId }, gives: 'record' },
		{
			operation: 'attachment.getAll',
			parameters: { entityType: 3, entityId: jobId },
			gives: 'list',
			check: (records) => (records.length === 1 ? undefined : `${records.length} records, not 1`),
		},
		{
			operation: 'attachment.update',
			parameters: { attachmentId, updateFields: { description: 'Riser room, north' } },
			gives: 'record',
			check: has({ description: 'Riser room, north' }),
		},
		{
			operation: 'customRequest.download',
			parameters: { route: '/location' },
			gives: 'file',
		},
		{
			operation: 'attachment.download',
			parameters: { attachmentId, fileField: 'photo' },
			gives: 'file',
		},
		{
			operation: 'attachment.delete',
			before: [
				httpStep('Hand the file back', {
					method: 'POST',
					url: back,
					more: { sendBody: true, contentType: 'binaryData', inputDataFieldName: 'photo' },
				}),
			],
			parameters: { attachmentId },
			gives: 'deleted',
		},
		{
			operation: 'job.cancel',
			parameters: { jobId },
			gives: 'record',
			check: has({ status: 'canceled' }),
		},
		{
			operation: 'job.get',
			as: 'job.get with client credentials',
			credential: 'serviceTradeClientApi',
			parameters: { ...client, jobId },
			gives: 'record',
			check: has({ status: 'canceled' }),
		},
		{
			operation: 'attachment.upload',
			as: 'attachment.upload with client credentials',
			credential: 'serviceTradeClientApi',
			before: [
				httpStep('Fetch the file again', {
					url: file,
					more: { options: { response: { response: { responseFormat: 'file' } } } },
				}),
			],
			parameters: { ...client, entityType: 3, entityId: jobId, uploadedFile: 'data' },
			gives: 'record',
		},
		...places,
		...library,
		...work,
		...budgets,
		...sales,
		...administration,
	],
	plainRequest: { method: 'GET', path: '/serviceline', member: 'data' },
	wrongCredentials: {
		serviceTradeApi: {
			fields: { password: 'not-the-password' },
			says: /^ServiceTrade refused the sign-in .* Check the user name and the password/,
		},
		serviceTradeClientApi: {
			fields: { clientSecret: 'not-the-secret' },
			says: /^ServiceTrade refused the sign-in .* Check client ID, client secret and environment/,
		},
	},
	reading: {
		operation: 'location.get',
		ids: ['location.getAll', 'id'],
		parameters: (id) => ({ locationId: byId(id) }),
		unknown: { value: 987654, says: /987654 was not found/ },
		misfit: {
			value: 'the old mill',
			says: /^Location: "the old mill" is not the ID of a location$/,
		},
		call: '/location/{locationId}',
	},
	writing: {
		operation: 'location.create',
		parameters: place('Somewhere else'),
		call: '/location',
		says: { html: WEB_PAGE, empty: /empty/, nothing: UNKNOWN_OUTCOME },
	},
	polling: {
		node: 'serviceTradeTrigger',
		event: 'jobUpdated',
		call: /\/job$/,
		collection: 'jobs',
		changes: { description: 'The customer called again' },
	},
});
