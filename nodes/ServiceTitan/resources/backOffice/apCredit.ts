import { pick, groups } from '../../../shared/define/fields';
import { listAll, operation } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { apCredit as credits } from '../../backOfficePickers';
import { getThroughIds, usualFilters } from '../backOfficeFields';

export const apCredit = defineResource({
	value: 'apCredit',
	name: 'AP Credit',
	description: 'What a vendor owes for goods that were returned',
	operations: {
		get: getThroughIds(
			'GET /accounting/v2/tenant/{tenant}/ap-credits',
			credits,
			'Get an AP credit',
		),
		getAll: listAll({
			action: 'Get many AP credits',
			request: 'GET /accounting/v2/tenant/{tenant}/ap-credits',
			query: usualFilters,
		}),
		markAsExported: operation({
			action: 'Mark AP credits as exported',
			request: 'POST /accounting/v2/tenant/{tenant}/ap-credits/markasexported',
			body: {
				credits: groups(
					{ apCreditId: pick(credits, { required: true }) },
					{ required: true, label: 'AP Credits', as: '[]' },
				),
			},
		}),
	},
});
