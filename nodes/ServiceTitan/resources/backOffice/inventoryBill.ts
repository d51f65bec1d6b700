import { choices, dateTime, list, number, pickMany, text } from '../../../shared/define/fields';
import { listAll, operation } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { barePages, inventoryBill as bills, inventoryBillField } from '../../backOfficePickers';
import { businessUnit } from '../../pickers';
import {
	batch,
	customFieldFilters,
	customFieldTypes,
	getThroughIds,
	repeated,
	setCustomFields,
	spaced,
} from '../backOfficeFields';
import { exportOf } from '../export';
import { ids, stampFilters } from '../fields';

export const inventoryBill = defineResource({
	value: 'inventoryBill',
	name: 'Inventory Bill',
	description: 'What a vendor charges for goods',
	simple: [
		'id',
		'referenceNumber',
		'purchaseOrderId',
		'vendor',
		'billDate',
		'dueDate',
		'billAmount',
		'taxAmount',
		'syncStatus',
		'modifiedOn',
	],
	operations: {
		export: exportOf(
			'inventory bills',
			'GET /accounting/v2/tenant/{tenant}/export/inventory-bills',
		),
		get: getThroughIds(
			'GET /accounting/v2/tenant/{tenant}/inventory-bills',
			bills,
			'Get an inventory bill',
		),
		getAll: listAll({
			action: 'Get many inventory bills',
			request: 'GET /accounting/v2/tenant/{tenant}/inventory-bills',
			query: {
				billNumber: text(),
				syncStatuses: choices(
					spaced('Pending', 'Posted', 'Exported', 'PostedAndExported'),
					repeated,
				),
				businessUnitIds: pickMany(businessUnit),
				jobNumber: text(),
				purchaseOrderNumber: text(),
				// The documents leave the values open; they are not called IDs.
				purchaseOrderTypes: list(),
				dateFrom: dateTime(),
				dateTo: dateTime(),
				minCost: number({ label: 'Cost From' }),
				maxCost: number({ label: 'Cost To' }),
				batch,
				batchNumber: number(),
				...customFieldFilters('customField'),
				...stampFilters,
				ids,
			},
			paging: barePages,
		}),
		getCustomFieldTypes: customFieldTypes(
			'GET /accounting/v2/tenant/{tenant}/inventory-bills/custom-fields',
			'inventory bills',
		),
		markAsExported: operation({
			action: 'Mark inventory bills as exported',
			request: 'POST /accounting/v2/tenant/{tenant}/inventory-bills/markasexported',
			body: { inventoryBillIds: pickMany(bills, { required: true }) },
		}),
		setCustomFields: operation({
			action: 'Set custom fields of an inventory bill',
			request: 'PATCH /accounting/v2/tenant/{tenant}/inventory-bills/custom-fields',
			body: setCustomFields(bills, inventoryBillField),
			returns: 'nothing',
		}),
	},
});
