import { pick } from '../../../shared/define/fields';
import { listAll, read } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { paymentTerm as terms } from '../../backOfficePickers';
import { ids, sortBy, stampFilters } from '../fields';

export const paymentTerm = defineResource({
	value: 'paymentTerm',
	name: 'Payment Term',
	description: 'By when invoices and bills are due',
	operations: {
		get: read({
			action: 'Get a payment term',
			request: 'GET /accounting/v2/tenant/{tenant}/payment-terms/{paymentTermId}',
			path: { paymentTermId: pick(terms, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many payment terms',
			request: 'GET /accounting/v2/tenant/{tenant}/payment-terms',
			query: {
				...stampFilters,
				ids,
				sort: sortBy(['ID', 'Id'], ['Name', 'Name'], ['Created', 'CreatedOn']),
			},
		}),
	},
});
