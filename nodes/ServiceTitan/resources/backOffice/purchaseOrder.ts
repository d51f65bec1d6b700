import {
	choice,
	dateTime,
	flag,
	group,
	groups,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import {
	purchaseOrder as orders,
	purchaseOrderType,
	vendor,
	warehouse,
} from '../../backOfficePickers';
import { businessUnit, job, project, technician } from '../../pickers';
import { dateRange, spaced, usualFilters } from '../backOfficeFields';
import { exportOf } from '../export';
import { address } from '../fields';
import {
	amounts,
	canceledReason,
	inventoryLocationId,
	quantityAndCost,
	skuId,
	stockDescription,
} from './stockFields';

const id = pick(orders, { required: true });

/** The reference requires every part of the address, the unit too, which most places do not have. */
const shipTo = group(
	{
		description: text({ required: true, placeholder: 'Truck of Jane' }),
		...Object.fromEntries(
			Object.entries(address).map(([key, field]) => [key, { ...field, as: `address.${key}` }]),
		),
	},
	{
		write(value) {
			const { description, ...place } = value as { [member: string]: string };
			return { description, address: { unit: '', ...place } };
		},
	},
);

const line = {
	skuId,
	description: text({ required: true }),
	vendorPartNumber: text({ required: true }),
	...quantityAndCost,
};

const links = {
	jobId: pick(job),
	projectId: pick(project),
	technicianId: pick(technician),
};

export const purchaseOrder = defineResource({
	value: 'purchaseOrder',
	name: 'Purchase Order',
	description: 'Goods ordered from a vendor',
	simple: [
		'id',
		'number',
		'status',
		'vendorId',
		'typeId',
		'jobId',
		'businessUnitId',
		'inventoryLocationId',
		'date',
		'requiredOn',
		'total',
		'modifiedOn',
	],
	operations: {
		cancel: operation({
			action: 'Cancel a purchase order',
			request: 'PATCH /inventory/v2/tenant/{tenant}/purchase-orders/{id}/cancellation',
			path: { id },
			body: { canceledReason },
		}),
		create: create({
			action: 'Create a purchase order',
			request: 'POST /inventory/v2/tenant/{tenant}/purchase-orders',
			body: {
				vendorId: pick(vendor, { required: true }),
				typeId: select(purchaseOrderType, { required: true }),
				businessUnitId: select(businessUnit, { required: true }),
				inventoryLocationId: pick(warehouse, {
					required: true,
					label: 'Inventory Location',
					...stockDescription,
				}),
				date: dateTime({ required: true }),
				requiredOn: dateTime({ required: true }),
				shipTo: { ...shipTo, required: true as const },
				...amounts,
				impactsTechnicianPayroll: flag({ required: true }),
				// Not `items`: n8n would hold it against fields of that name in drop-downs of other operations.
				orderedItems: groups(line, { required: true, as: 'items' }),
				...links,
				vendorInvoiceNumber: text({
					description: 'Needed for types that are received automatically',
				}),
				memo: text({ rows: 2 }),
			},
		}),
		export: exportOf('purchase orders', 'GET /inventory/v2/tenant/{tenant}/export/purchase-orders'),
		get: read({
			action: 'Get a purchase order',
			request: 'GET /inventory/v2/tenant/{tenant}/purchase-orders/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many purchase orders',
			request: 'GET /inventory/v2/tenant/{tenant}/purchase-orders',
			query: {
				number: text({ label: 'Purchase Order Number' }),
				status: choice(
					spaced('Pending', 'Sent', 'PartiallyReceived', 'Received', 'Exported', 'Canceled'),
				),
				...links,
				jobIds: pickMany(job),
				...dateRange,
				sentOnOrAfter: dateTime(),
				sentBefore: dateTime(),
				...usualFilters,
			},
		}),
		update: update({
			action: 'Update a purchase order',
			request: 'PATCH /inventory/v2/tenant/{tenant}/purchase-orders/{id}',
			path: { id },
			body: {
				vendorId: pick(vendor),
				typeId: select(purchaseOrderType),
				businessUnitId: select(businessUnit),
				inventoryLocationId,
				...links,
				shipTo,
				vendorInvoiceNumber: text(),
				impactsTechnicianPayroll: flag(),
				memo: text({ rows: 2 }),
				date: dateTime(),
				requiredOn: dateTime(),
				tax: { ...amounts.tax, required: false as const },
				shipping: { ...amounts.shipping, required: false as const },
				items: groups(
					{ id: number({ required: true, label: 'Item ID' }), ...line },
					{ description: 'All items then: those that are not given become inactive' },
				),
			},
		}),
	},
});
