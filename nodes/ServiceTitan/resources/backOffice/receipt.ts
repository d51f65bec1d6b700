import { dateTime, groups, pick, pickMany, text } from '../../../shared/define/fields';
import { create, listAll, operation } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { inventoryBill, purchaseOrder, receipt as receipts, vendor } from '../../backOfficePickers';
import { businessUnit } from '../../pickers';
import {
	batch,
	customFieldFilters,
	getThroughIds,
	setCustomFields,
	usualFilters,
} from '../backOfficeFields';
import { activeFilter, figure } from '../fields';
import {
	amounts,
	canceledReason,
	inventoryLocationIds,
	quantityAndCost,
	skuId,
	syncStatuses,
} from './stockFields';

export const receipt = defineResource({
	value: 'receipt',
	name: 'Receipt',
	description: 'Ordered goods that have arrived',
	operations: {
		cancel: operation({
			action: 'Cancel a receipt',
			request: 'PATCH /inventory/v2/tenant/{tenant}/receipts/{id}/cancellation',
			path: { id: pick(receipts, { required: true }) },
			body: { canceledReason },
		}),
		create: create({
			action: 'Create a receipt',
			description: 'Receive the goods of a purchase order',
			request: 'POST /inventory/v2/tenant/{tenant}/receipts',
			body: {
				purchaseOrderId: pick(purchaseOrder, { required: true }),
				dateReceived: dateTime({ required: true }),
				...amounts,
				// Not `items`: n8n would hold it against fields of that name in drop-downs of other operations.
				receivedItems: groups(
					{
						purchaseOrderItemId: figure({ label: 'Purchase Order Item ID' }),
						skuId,
						...quantityAndCost,
						description: text(),
						vendorPartNumber: text(),
					},
					{ required: true, as: 'items' },
				),
				vendorDocumentNumber: text(),
				memo: text({ rows: 2 }),
			},
		}),
		get: getThroughIds('GET /inventory/v2/tenant/{tenant}/receipts', receipts, 'Get a receipt', {
			active: 'Any',
		}),
		getAll: listAll({
			action: 'Get many receipts',
			request: 'GET /inventory/v2/tenant/{tenant}/receipts',
			query: {
				active: activeFilter,
				number: text({ label: 'Receipt Number' }),
				vendorInvoiceNumber: text(),
				billId: pick(inventoryBill),
				vendorIds: pickMany(vendor),
				businessUnitIds: pickMany(businessUnit),
				inventoryLocationIds,
				purchaseOrderIds: pickMany(purchaseOrder),
				syncStatuses,
				batch,
				...customFieldFilters('customFields'),
				receivedOnOrAfter: dateTime(),
				receivedBefore: dateTime(),
				...usualFilters,
			},
		}),
		setCustomFields: operation({
			action: 'Set custom fields of a receipt',
			request: 'PATCH /inventory/v2/tenant/{tenant}/receipts/custom-fields',
			body: setCustomFields(receipts),
			returns: 'nothing',
		}),
	},
});
