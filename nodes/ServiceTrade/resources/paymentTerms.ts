import { select } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { paymentTerms as terms } from '../pickers';

export const paymentTerms = defineResource({
	value: 'paymentTerms',
	name: 'Payment Term',
	description: 'When an invoice has to be paid',
	operations: {
		get: read({
			action: 'Get payment terms',
			request: 'GET /paymentterms/{paymentTermsId}',
			path: { paymentTermsId: select(terms, { required: true }) },
		}),
		getAll: listAll({ action: 'Get many payment terms', request: 'GET /paymentterms' }),
	},
});
