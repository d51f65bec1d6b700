import { dateTime, pick } from '../../../shared/define/fields';
import { listAll, read } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { paymentType as types } from '../../backOfficePickers';
import { activeFilter, ids } from '../fields';

export const paymentType = defineResource({
	value: 'paymentType',
	name: 'Payment Type',
	description: 'How customers pay: cash or check, for instance',
	operations: {
		get: read({
			action: 'Get a payment type',
			request: 'GET /accounting/v2/tenant/{tenant}/payment-types/{id}',
			path: { id: pick(types, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many payment types',
			request: 'GET /accounting/v2/tenant/{tenant}/payment-types',
			query: { active: activeFilter, createdOnOrAfter: dateTime(), createdBefore: dateTime(), ids },
		}),
	},
});
