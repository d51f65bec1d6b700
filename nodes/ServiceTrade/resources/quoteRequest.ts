import { choices, list, pick } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { location, quoteRequest as requests, vendor } from '../pickers';
import { named } from './fields';

export const quoteRequest = defineResource({
	value: 'quoteRequest',
	name: 'Quote Request',
	description: 'What quotes were asked for',
	operations: {
		get: read({
			action: 'Get a quote request',
			request: 'GET /quoterequest/{quoteRequestId}',
			path: { quoteRequestId: pick(requests, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many quote requests',
			request: 'GET /quoterequest',
			query: {
				locationId: pick(location),
				// The reference never lists them.
				quoteStatus: list({ placeholder: 'submitted, accepted' }),
				status: choices(
					named([
						'all_canceled',
						'all_rejected',
						'approved',
						'canceled',
						'quote_received',
						'unsent',
						'waiting',
					]),
				),
				vendorId: pick(vendor),
			},
		}),
	},
});
