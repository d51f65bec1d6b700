import { flag, number, pick } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { onePage } from '../../shared/http/paging';
import { membershipType as types } from '../backOfficePickers';
import { exportOf } from './export';
import { activeFilter, ids, stampFilters } from './fields';
import { billingFrequency } from './membershipFields';

const id = pick(types, { required: true });

export const membershipType = defineResource({
	value: 'membershipType',
	name: 'Membership Type',
	description: 'A plan that customers can buy',
	operations: {
		export: exportOf(
			'membership types',
			'GET /memberships/v2/tenant/{tenant}/export/membership-types',
		),
		get: read({
			action: 'Get a membership type',
			request: 'GET /memberships/v2/tenant/{tenant}/membership-types/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many membership types',
			request: 'GET /memberships/v2/tenant/{tenant}/membership-types',
			query: {
				active: activeFilter,
				duration: number({ description: 'In months' }),
				billingFrequency,
				includeDurationBilling: flag({
					label: 'With Durations and Billings',
					description: 'Whether the records hold the durations and prices they are sold at',
				}),
				...stampFilters,
				ids,
			},
		}),
		getDiscounts: listAll({
			action: 'Get the discounts of a membership type',
			request: 'GET /memberships/v2/tenant/{tenant}/membership-types/{id}/discounts',
			path: { id },
			paging: onePage,
		}),
		getDurationBillingItems: listAll({
			name: 'Get Durations and Billings',
			action: 'Get the durations and billings of a membership type',
			request: 'GET /memberships/v2/tenant/{tenant}/membership-types/{id}/duration-billing-items',
			path: { id },
			query: { active: activeFilter },
			paging: onePage,
		}),
		getRecurringServiceItems: listAll({
			name: 'Get Recurring Services',
			action: 'Get the recurring services of a membership type',
			request: 'GET /memberships/v2/tenant/{tenant}/membership-types/{id}/recurring-service-items',
			path: { id },
			paging: onePage,
		}),
	},
});
