import { flag, pickMany } from '../../shared/define/fields';
import { costType } from '../backOfficePickers';
import { changesOf } from './changes';

/**
 * The pricebook and those who sell to the account. Categories, discounts and fees carry no dates, so
 * what is new with them cannot be told.
 */
export const pricebookEvents = [
	...changesOf({
		value: 'service',
		name: 'Service',
		begins: 'a service is added to the pricebook',
		changes: 'a service changes, deactivation included',
		request: 'GET /pricebook/v2/tenant/{tenant}/services',
		sorts: true,
		opened: { active: 'Any' },
		resource: 'service',
	}),
	...changesOf({
		value: 'material',
		name: 'Material',
		begins: 'a material is added to the pricebook',
		changes: 'a material changes, deactivation included',
		request: 'GET /pricebook/v2/tenant/{tenant}/materials',
		sorts: true,
		opened: { active: 'Any' },
		resource: 'material',
		filters: {
			costTypeIds: pickMany(costType),
			isOtherDirectCost: flag({
				label: 'Other Direct Cost',
				description: 'Whether it stands for a cost other than goods, such as a permit',
			}),
		},
	}),
	...changesOf({
		value: 'equipment',
		name: 'Equipment',
		begins: 'equipment is added to the pricebook',
		changes: 'equipment changes, deactivation included',
		request: 'GET /pricebook/v2/tenant/{tenant}/equipment',
		sorts: true,
		opened: { active: 'Any' },
		resource: 'equipment',
	}),
	...changesOf({
		value: 'vendor',
		name: 'Vendor',
		begins: 'a vendor is added',
		changes: 'a vendor changes, deactivation included',
		request: 'GET /inventory/v2/tenant/{tenant}/vendors',
		sorts: true,
		opened: { active: 'Any' },
	}),
];
