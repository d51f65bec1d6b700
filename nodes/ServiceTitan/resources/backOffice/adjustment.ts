import { list, pickMany, text } from '../../../shared/define/fields';
import { listAll, operation } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { adjustment as adjustments } from '../../backOfficePickers';
import { businessUnit, invoice } from '../../pickers';
import {
	batch,
	customFieldFilters,
	dateRange,
	getThroughIds,
	setCustomFields,
	usualFilters,
} from '../backOfficeFields';
import { exportOf } from '../export';
import { activeFilter, externalDataSearch } from '../fields';
import { inventoryLocationIds, syncStatuses, updateExternalData } from './stockFields';

export const adjustment = defineResource({
	value: 'adjustment',
	name: 'Adjustment',
	description: 'A correction of what is in stock',
	operations: {
		export: exportOf('adjustments', 'GET /inventory/v2/tenant/{tenant}/export/adjustments'),
		get: getThroughIds(
			'GET /inventory/v2/tenant/{tenant}/adjustments',
			adjustments,
			'Get an adjustment',
			{ active: 'Any' },
		),
		getAll: listAll({
			action: 'Get many adjustments',
			request: 'GET /inventory/v2/tenant/{tenant}/adjustments',
			query: {
				active: activeFilter,
				number: text({ label: 'Adjustment Number' }),
				referenceNumber: text(),
				invoiceIds: pickMany(invoice),
				inventoryLocationIds,
				// The documents leave the values open.
				adjustmentTypes: list(),
				businessUnitIds: pickMany(businessUnit),
				syncStatuses,
				batch,
				...customFieldFilters('customFields'),
				...dateRange,
				...externalDataSearch,
				...usualFilters,
			},
		}),
		setCustomFields: operation({
			action: 'Set custom fields of an adjustment',
			request: 'PATCH /inventory/v2/tenant/{tenant}/adjustments/custom-fields',
			body: setCustomFields(adjustments),
			returns: 'nothing',
		}),
		update: updateExternalData(
			'PATCH /inventory/v2/tenant/{tenant}/adjustments/{id}',
			adjustments,
			'Update an adjustment',
		),
	},
});
