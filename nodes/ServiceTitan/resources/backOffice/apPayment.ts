import { groups, pick, text } from '../../../shared/define/fields';
import { listAll, operation } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { apPayment as payments } from '../../backOfficePickers';
import { getThroughIds, usualFilters } from '../backOfficeFields';

export const apPayment = defineResource({
	value: 'apPayment',
	name: 'AP Payment',
	description: 'Money paid to a vendor for bills',
	operations: {
		get: getThroughIds(
			'GET /accounting/v2/tenant/{tenant}/ap-payments',
			payments,
			'Get an AP payment',
		),
		getAll: listAll({
			action: 'Get many AP payments',
			request: 'GET /accounting/v2/tenant/{tenant}/ap-payments',
			query: usualFilters,
		}),
		markAsExported: operation({
			action: 'Mark AP payments as exported',
			request: 'POST /accounting/v2/tenant/{tenant}/ap-payments/markasexported',
			body: {
				payments: groups(
					{
						apPaymentId: pick(payments, { required: true }),
						externalId: text({ label: 'External ID' }),
						externalMessage: text(),
					},
					{ required: true, label: 'AP Payments', as: '[]' },
				),
			},
		}),
	},
});
