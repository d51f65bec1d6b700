import {
	dateTime,
	groups,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../../shared/define/fields';
import { create, listAll, operation, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import {
	inventoryReturn as returns,
	purchaseOrder,
	returnType,
	vendor,
	warehouse,
} from '../../backOfficePickers';
import { businessUnit, job } from '../../pickers';
import {
	batch,
	customFieldFilters,
	getThroughIds,
	setCustomFields,
	usualFilters,
} from '../backOfficeFields';
import { exportOf } from '../export';
import { activeFilter, externalDataChanges, externalDataSearch, figure } from '../fields';
import {
	amounts,
	canceledReason,
	inventoryLocationId,
	inventoryLocationIds,
	quantityAndCost,
	skuId,
	stockDescription,
	syncStatuses,
} from './stockFields';

const id = pick(returns, { required: true });
const restockingFee = number({ description: 'Money' });

export const inventoryReturn = defineResource({
	value: 'inventoryReturn',
	name: 'Return',
	description: 'Goods sent back to a vendor',
	operations: {
		cancel: operation({
			action: 'Cancel a return',
			request: 'PATCH /inventory/v2/tenant/{tenant}/returns/{id}/cancellation',
			path: { id },
			body: { canceledReason },
		}),
		create: create({
			action: 'Create a return',
			request: 'POST /inventory/v2/tenant/{tenant}/returns',
			body: {
				vendorId: pick(vendor, { required: true }),
				returnTypeId: select(returnType, { required: true }),
				businessUnitId: select(businessUnit, { required: true }),
				inventoryLocationId: pick(warehouse, {
					required: true,
					label: 'Inventory Location',
					...stockDescription,
				}),
				returnDate: dateTime({ required: true }),
				...amounts,
				restockingFee: { ...restockingFee, required: true as const },
				items: groups({
					skuId,
					...quantityAndCost,
					description: text(),
					shipmentItemId: figure({ label: 'Shipment Item ID' }),
				}),
				jobId: pick(job),
				purchaseOrderId: pick(purchaseOrder),
				referenceNumber: text(),
				memo: text({ rows: 2 }),
			},
		}),
		export: exportOf('returns', 'GET /inventory/v2/tenant/{tenant}/export/returns'),
		get: getThroughIds('GET /inventory/v2/tenant/{tenant}/returns', returns, 'Get a return', {
			active: 'Any',
		}),
		getAll: listAll({
			action: 'Get many returns',
			request: 'GET /inventory/v2/tenant/{tenant}/returns',
			query: {
				active: activeFilter,
				number: text({ label: 'Return Number' }),
				referenceNumber: text(),
				jobId: pick(job),
				purchaseOrderId: pick(purchaseOrder),
				vendorIds: pickMany(vendor),
				businessUnitIds: pickMany(businessUnit),
				inventoryLocationIds,
				syncStatuses,
				batch,
				...customFieldFilters('customFields'),
				returnDateOnOrAfter: dateTime(),
				returnDateBefore: dateTime(),
				...externalDataSearch,
				...usualFilters,
			},
		}),
		setCustomFields: operation({
			action: 'Set custom fields of a return',
			request: 'PATCH /inventory/v2/tenant/{tenant}/returns/custom-fields',
			body: setCustomFields(returns),
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a return',
			request: 'PATCH /inventory/v2/tenant/{tenant}/returns/{id}',
			path: { id },
			body: {
				returnTypeId: select(returnType),
				businessUnitId: select(businessUnit),
				referenceNumber: text(),
				inventoryLocationId,
				returnDate: dateTime(),
				memo: text({ rows: 2 }),
				tax: { ...amounts.tax, required: false as const },
				shipping: { ...amounts.shipping, required: false as const },
				restockingFee,
				items: groups(
					{
						id: number({ required: true, label: 'Item ID' }),
						skuId,
						...quantityAndCost,
						itemDescription: text({ description: 'May hold HTML' }),
					},
					{ description: 'All items then: the list is taken to replace the one that is there' },
				),
				externalData: externalDataChanges,
			},
		}),
	},
});
