import { pick, select } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { membershipType, recurringServiceType as types } from '../backOfficePickers';
import { exportOf } from './export';
import { activeFilter, ids, sortBy, stampFilters } from './fields';
import { durationType, recurrenceType } from './membershipFields';

export const recurringServiceType = defineResource({
	value: 'recurringServiceType',
	name: 'Recurring Service Type',
	description: 'How a recurring service comes back and what is done',
	operations: {
		export: exportOf(
			'recurring service types',
			'GET /memberships/v2/tenant/{tenant}/export/recurring-service-types',
		),
		get: read({
			action: 'Get a recurring service type',
			request: 'GET /memberships/v2/tenant/{tenant}/recurring-service-types/{id}',
			path: { id: pick(types, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many recurring service types',
			request: 'GET /memberships/v2/tenant/{tenant}/recurring-service-types',
			query: {
				active: activeFilter,
				membershipTypeId: select(membershipType),
				recurrenceType,
				durationType,
				...stampFilters,
				ids,
				sort: sortBy(
					['ID', 'Id'],
					['Name', 'Name'],
					['Created', 'CreatedOn'],
					['Modified', 'ModifiedOn'],
				),
			},
		}),
	},
});
