import { list, pickMany, text } from '../../../shared/define/fields';
import { listAll, operation } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { transfer as transfers, warehouse } from '../../backOfficePickers';
import {
	batch,
	customFieldFilters,
	dateRange,
	getThroughIds,
	setCustomFields,
	usualFilters,
} from '../backOfficeFields';
import { externalDataSearch } from '../fields';
import { exportOf } from '../export';
import { stockDescription, syncStatuses, updateExternalData } from './stockFields';

export const transfer = defineResource({
	value: 'transfer',
	name: 'Transfer',
	description: 'Goods moved between warehouses and trucks',
	operations: {
		export: exportOf('transfers', 'GET /inventory/v2/tenant/{tenant}/export/transfers'),
		get: getThroughIds('GET /inventory/v2/tenant/{tenant}/transfers', transfers, 'Get a transfer'),
		getAll: listAll({
			action: 'Get many transfers',
			request: 'GET /inventory/v2/tenant/{tenant}/transfers',
			query: {
				// The documents leave the values of both open.
				statuses: list(),
				transferTypeIds: list({ label: 'Transfer Type IDs' }),
				number: text({ label: 'Transfer Number' }),
				referenceNumber: text(),
				fromLocationIds: pickMany(warehouse, { label: 'From Location', ...stockDescription }),
				toLocationIds: pickMany(warehouse, { label: 'To Location', ...stockDescription }),
				syncStatuses,
				batch,
				...customFieldFilters('customFields'),
				...dateRange,
				...externalDataSearch,
				...usualFilters,
			},
		}),
		setCustomFields: operation({
			action: 'Set custom fields of a transfer',
			request: 'PATCH /inventory/v2/tenant/{tenant}/transfers/custom-fields',
			body: setCustomFields(transfers),
			returns: 'nothing',
		}),
		update: updateExternalData(
			'PATCH /inventory/v2/tenant/{tenant}/transfers/{id}',
			transfers,
			'Update a transfer',
		),
	},
});
