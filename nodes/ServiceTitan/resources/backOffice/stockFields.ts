import { choice, list, number, pick, pickMany } from '../../../shared/define/fields';
import { update } from '../../../shared/define/operation';
import type { Picker } from '../../../shared/define/picker';
import { material, warehouse } from '../../backOfficePickers';
import { externalDataChanges } from '../fields';

export const stockDescription = {
	description: 'The list has warehouses; give a truck by its ID',
};

/** Stock lies in warehouses and trucks, which have lists of their own. */
export const inventoryLocationId = pick(warehouse, {
	label: 'Inventory Location',
	...stockDescription,
});

export const inventoryLocationIds = pickMany(warehouse, {
	label: 'Inventory Location',
	...stockDescription,
});

/** An article of the pricebook that is bought or stocked. */
export const skuId = pick(material, {
	required: true,
	label: 'Item',
	description: 'The list has materials; give equipment by its ID',
});

export const amounts = {
	tax: number({ required: true, description: 'Money' }),
	shipping: number({ required: true, description: 'Money' }),
};

export const quantityAndCost = {
	quantity: number({ required: true, default: 1 }),
	cost: number({ required: true, description: 'Of one piece' }),
};

/** Sync statuses are plain text in the documents of inventory; these are those of accounting. */
export const syncStatuses = list({ placeholder: 'Pending, Posted, Exported' });

export const canceledReason = choice(
	[
		['Accidental', 'Accidental'],
		['Duplicate', 'Duplicate'],
		['Job Canceled', 'JobCanceled'],
		['Not Required', 'NotRequired'],
		['Other', 'Other'],
		['Vendor Issue', 'VendorIssue'],
	],
	{ required: true, label: 'Reason', default: 'NotRequired' },
);

/** Records of which nothing but the data of apps can be changed. */
export const updateExternalData = (
	request: `PATCH /${string}/{id}`,
	record: Picker,
	action: string,
) =>
	update({
		action,
		description: 'Change the data that an app keeps with it, which is all that can be changed',
		request: request as 'PATCH /{id}',
		path: { id: pick(record, { required: true }) },
		body: { externalData: { ...externalDataChanges, required: true as const } },
	});
