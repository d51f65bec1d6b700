import { choice, flag, groups, pick, pickMany, text } from '../../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { equipment as allEquipment, service } from '../../backOfficePickers';
import { exportOf } from '../export';
import {
	boughtFields,
	code,
	crossSaleGroup,
	description,
	itemFilters,
	linkedMaterials,
	warranty,
} from './itemFields';
import { externalData, externalDataChanges, externalDataWanted } from '../fields';

const id = pick(allEquipment, { required: true });

const details = {
	...boughtFields,
	crossSaleGroup,
	manufacturer: text(),
	model: text(),
	manufacturerWarranty: warranty('Manufacturer Warranty'),
	serviceProviderWarranty: warranty('Service Provider Warranty'),
	equipmentMaterials: linkedMaterials,
	recommendations: groups(
		{
			type: choice(['Material', 'Service'], { required: true, default: 'Service' }),
			skuId: pick(service, {
				required: true,
				label: 'Item',
				description: 'The list has services; give a material by its ID',
			}),
		},
		{ label: 'Recommended Items' },
	),
	upgrades: pickMany(allEquipment, { label: 'Upgrades' }),
	isConfigurableEquipment: flag({
		label: 'Configurable',
		description: 'Whether technicians choose one of its variations',
	}),
	variationEquipment: pickMany(allEquipment, { label: 'Variations' }),
};

export const equipment = defineResource({
	value: 'equipment',
	name: 'Equipment',
	description: 'Machines of the pricebook, such as furnaces',
	simple: [
		'id',
		'code',
		'displayName',
		'description',
		'active',
		'manufacturer',
		'model',
		'cost',
		'price',
		'categories',
		'modifiedOn',
	],
	operations: {
		create: create({
			action: 'Create an equipment item',
			request: 'POST /pricebook/v2/tenant/{tenant}/equipment',
			body: {
				code: { ...code, required: true as const },
				description: { ...description, required: true as const },
				...details,
				externalData,
			},
		}),
		delete: remove({
			action: 'Delete an equipment item',
			request: 'DELETE /pricebook/v2/tenant/{tenant}/equipment/{id}',
			path: { id },
		}),
		export: exportOf('equipment', 'GET /pricebook/v2/tenant/{tenant}/export/equipment'),
		get: read({
			action: 'Get an equipment item',
			request: 'GET /pricebook/v2/tenant/{tenant}/equipment/{id}',
			path: { id },
			query: externalDataWanted,
		}),
		getAll: listAll({
			action: 'Get many equipment items',
			request: 'GET /pricebook/v2/tenant/{tenant}/equipment',
			query: itemFilters,
		}),
		update: update({
			action: 'Update an equipment item',
			request: 'PATCH /pricebook/v2/tenant/{tenant}/equipment/{id}',
			path: { id },
			body: { code, description, ...details, externalData: externalDataChanges },
		}),
	},
});
