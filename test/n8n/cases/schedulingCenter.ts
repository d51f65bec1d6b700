import { byId } from '../../support/picker';
import { from, values } from '../workflow';
import { has, UNKNOWN_OUTCOME, type VendorCases, WEB_PAGE } from './case';
import { catalogue } from './schedulingCenterCatalogue';

const id = byId(from('review.create', 'id'));

export const schedulingCenter: VendorCases = {
	vendor: 'SchedulingCenter',
	node: 'schedulingCenter',
	credential: 'schedulingCenterApi',
	cases: [
		{
			operation: 'appointment.getAll',
			parameters: {
				limit: 4,
				filters: { lastModifiedAfter: '={{ $now.minus({ days: 60 }).toISO() }}' },
			},
			gives: 'list',
		},
		{
			operation: 'appointment.get',
			parameters: { id: byId(from('appointment.getAll', 'id')) },
			gives: 'record',
		},
		{
			operation: 'invoice.getAll',
			parameters: {
				returnAll: true,
				filters: { franchiseId: byId(501), includeSummary: true, includeCampaigns: true },
			},
			gives: 'list',
		},
		{
			operation: 'invoice.get',
			parameters: { id: byId(from('invoice.getAll', 'id')), simplify: false },
			gives: 'record',
		},
		{
			operation: 'review.create',
			parameters: {
				rating: 9,
				additionalFields: {
					comment: 'Swift, and the cat approves',
					invoiceId: byId(from('invoice.getAll', 'id')),
					contacts: values({ firstName: 'Ottoline', email: 'ottoline@example.com' }),
					addresses: values({ zipcode: '00011' }),
				},
			},
			gives: 'record',
			check: has({ rating: 9 }),
		},
		{ operation: 'review.get', parameters: { id, simplify: false }, gives: 'record' },
		{
			operation: 'review.getAll',
			parameters: { returnAll: true, filters: { search: 'the cat approves' } },
			gives: 'list',
			check: (records) => (records.length === 1 ? undefined : `${records.length} reviews, not 1`),
		},
		{
			operation: 'review.update',
			parameters: { id, updateFields: { rating: 10 } },
			gives: 'record',
			check: has({ rating: 10 }),
		},
		{ operation: 'review.delete', parameters: { id }, gives: 'deleted' },
		...catalogue,
		{
			operation: 'customRequest.send',
			parameters: { route: '/categories', allPages: true },
			gives: 'list',
		},
		{ operation: 'customRequest.download', parameters: { route: '/categories' }, gives: 'file' },
	],
	plainRequest: { method: 'GET', path: '/categories', member: 'categories' },
	wrongCredentials: {
		schedulingCenterApi: {
			fields: { apiKey: 'not-the-key' },
			says: /[^]*Check the API username and the API key/,
		},
	},
	reading: {
		operation: 'invoice.get',
		ids: ['invoice.getAll', 'id'],
		parameters: (value) => ({ id: byId(value) }),
		unknown: { value: 987654, says: /987654|not found/i },
		misfit: {
			value: 'the last one',
			says: /^Invoice: "the last one" is not the ID of an invoice/,
		},
		call: '/invoices/{id}',
	},
	writing: {
		operation: 'review.create',
		parameters: { rating: 7 },
		call: '/reviews',
		says: { html: WEB_PAGE, empty: /empty/, nothing: UNKNOWN_OUTCOME },
	},
	polling: {
		node: 'schedulingCenterTrigger',
		event: 'invoiceUpdated',
		call: /\/invoices$/,
		collection: 'invoices',
		changes: { notes: 'The customer called again' },
	},
};
