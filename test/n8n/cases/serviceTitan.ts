import { byId } from '../../support/picker';
import { from, values } from '../workflow';
import { serviceTitanBilling } from './serviceTitan/billing';
import { customerCases } from './serviceTitan/customers';
import { dispatchCases } from './serviceTitan/dispatch';
import { canceledJobCases, jobCases, jobTypeCases } from './serviceTitan/jobs';
import { marketingCases, officeCases, settingsCases } from './serviceTitan/office';
import { serviceTitanBackOffice } from './serviceTitanBackOffice';
import { has, UNKNOWN_OUTCOME, type VendorCases, WEB_PAGE } from './case';

const place = {
	street: '12 Ladle Lane',
	city: 'Maplewick',
	state: 'OH',
	zip: '00011',
	country: 'USA',
};
const household = {
	name: 'Ottoline Quillfeather',
	address: values(place),
	locations: values([{ name: 'Quillfeather cottage', ...place }]),
};
const technicianIds = `={{ [$('technician.getAll').first().json.id] }}`;
const inDays = (days: number, hour: number) =>
	`={{ $now.plus({ days: ${days} }).set({ hour: ${hour}, minute: 0, second: 0, millisecond: 0 }).toISO() }}`;
const appointmentId = byId(from('appointment.create', 'id'));

export const serviceTitan: VendorCases = {
	vendor: 'ServiceTitan',
	node: 'serviceTitan',
	credential: 'serviceTitanApi',
	cases: [
		{
			operation: 'customer.getAll',
			parameters: { limit: 3, filters: { active: 'Any', sort: '-CreatedOn' } },
			gives: 'list',
			check: (records) => (records.length === 3 ? undefined : `${records.length} records, not 3`),
		},
		{
			operation: 'customer.get',
			parameters: { id: byId(from('customer.getAll', 'id')) },
			gives: 'record',
		},
		{
			operation: 'customer.create',
			parameters: {
				...household,
				additionalFields: {
					type: 'Residential',
					contacts: values([{ type: 'Email', value: 'ottoline@example.com' }]),
					doNotMail: true,
				},
			},
			gives: 'record',
			check: has({ name: household.name, doNotMail: true }),
		},
		{ operation: 'technician.getAll', parameters: { returnAll: true }, gives: 'list' },
		{
			operation: 'technician.get',
			parameters: { id: byId(from('technician.getAll', 'id')) },
			gives: 'record',
		},
		{
			operation: 'job.getAll',
			parameters: {
				returnAll: true,
				simplify: false,
				filters: { jobStatus: 'Scheduled', appointmentStartsOnOrAfter: inDays(0, 0) },
			},
			gives: 'list',
		},
		{
			operation: 'job.create',
			parameters: {
				...Object.fromEntries(
					['customerId', 'locationId'].map((name) => [name, byId(from('job.getAll', name))]),
				),
				...Object.fromEntries(
					['businessUnitId', 'jobTypeId', 'campaignId'].map((name) => [
						name,
						from('job.getAll', name),
					]),
				),
				priority: 'High',
				appointments: values([{ start: inDays(2, 9), end: inDays(2, 11), technicianIds }]),
				additionalFields: { summary: 'Radiator in the hall stays cold', customerPo: 'PO-7' },
			},
			gives: 'record',
			check: has({ jobStatus: 'Scheduled', priority: 'High', customerPo: 'PO-7' }),
		},
		{
			operation: 'job.get',
			parameters: { id: byId(from('job.create', 'id')), simplify: false },
			gives: 'record',
		},
		{
			operation: 'job.addNote',
			parameters: { id: byId(from('job.create', 'id')), text: 'Ring twice' },
			gives: 'record',
		},
		{
			operation: 'appointment.create',
			parameters: {
				jobId: byId(from('job.create', 'id')),
				start: inDays(4, 9),
				end: inDays(4, 10),
				additionalFields: { specialInstructions: 'Ring twice' },
			},
			gives: 'record',
			check: has({ specialInstructions: 'Ring twice' }),
		},
		{ operation: 'appointment.get', parameters: { id: appointmentId }, gives: 'record' },
		{
			operation: 'appointment.getAll',
			parameters: { returnAll: true, filters: { jobId: byId(from('job.create', 'id')) } },
			gives: 'list',
			check: (records) => (records.length === 2 ? undefined : `${records.length} records, not 2`),
		},
		{
			operation: 'appointment.reschedule',
			parameters: { id: appointmentId, updateFields: { start: inDays(5, 14), end: inDays(5, 15) } },
			gives: 'record',
		},
		{
			operation: 'appointment.assignTechnicians',
			parameters: { jobAppointmentId: appointmentId, technicianIds },
			gives: 'success',
		},
		{
			operation: 'appointment.getAssignments',
			parameters: {
				filters: { appointmentIds: `={{ [$('appointment.create').first().json.id] }}` },
			},
			gives: 'list',
			check: (records) => (records.length === 1 ? undefined : `${records.length} records, not 1`),
		},
		{
			operation: 'appointment.unassignTechnicians',
			parameters: { jobAppointmentId: appointmentId, technicianIds },
			gives: 'success',
		},
		{ operation: 'appointment.delete', parameters: { id: appointmentId }, gives: 'deleted' },
		...customerCases,
		...jobCases,
		...jobTypeCases,
		...settingsCases,
		...dispatchCases,
		...marketingCases,
		...officeCases,
		{
			operation: 'customRequest.send',
			parameters: {
				route: '/jpm/v2/tenant/{tenant}/job-cancel-reasons',
				parameters: '{"active": "True"}',
				allPages: true,
			},
			gives: 'list',
		},
		{
			operation: 'job.cancel',
			parameters: {
				id: byId(from('job.create', 'id')),
				reasonId: from('customRequest.send', 'id'),
				memo: 'Booked twice',
			},
			gives: 'success',
		},
		{
			operation: 'job.get',
			as: 'job.get after job.cancel',
			parameters: { id: byId(from('job.create', 'id')) },
			gives: 'record',
			check: has({ jobStatus: 'Canceled' }),
		},
		...serviceTitanBilling,
		...serviceTitanBackOffice,
		...canceledJobCases,
	],
	plainRequest: {
		method: 'GET',
		path: '/settings/v2/tenant/4100200300/technicians?pageSize=2',
		member: 'data',
	},
	wrongCredentials: {
		serviceTitanApi: {
			fields: { clientSecret: 'not-the-secret' },
			says: /^ServiceTitan refused the sign-in \(status 400\): invalid_client\. Check client ID/,
		},
	},
	reading: {
		operation: 'job.get',
		ids: ['job.getAll', 'id'],
		parameters: (id) => ({ id: byId(id) }),
		unknown: { value: 987654, says: /987654|not found/i },
		misfit: { value: 'the cold one', says: /^Job: "the cold one" is not the ID of a job$/ },
		call: '/jpm/v2/tenant/{tenant}/jobs/{id}',
	},
	writing: {
		operation: 'customer.create',
		parameters: household,
		call: '/crm/v2/tenant/{tenant}/customers',
		says: { html: WEB_PAGE, empty: /empty/, nothing: UNKNOWN_OUTCOME },
	},
	polling: {
		node: 'serviceTitanTrigger',
		event: 'jobUpdated',
		call: /\/jpm\/v2\/tenant\/\d+\/jobs$/,
		collection: 'jobs',
		changes: { summary: 'The customer called again' },
	},
};
