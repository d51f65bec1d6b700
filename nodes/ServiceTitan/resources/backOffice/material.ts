import { flag, pick, pickMany, select } from '../../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { costType, material as materials } from '../../backOfficePickers';
import { exportOf } from '../export';
import { boughtFields, code, description, itemFilters } from './itemFields';
import { externalData, externalDataChanges, externalDataWanted } from '../fields';

const id = pick(materials, { required: true });

const isOtherDirectCost = flag({
	label: 'Other Direct Cost',
	description: 'Whether it stands for a cost other than goods, such as a permit',
});

const details = {
	...boughtFields,
	deductAsJobCost: flag({ description: 'Whether it counts against the job' }),
	isConfigurableMaterial: flag({
		label: 'Configurable',
		description: 'Whether technicians choose one of its variations',
	}),
	variationMaterials: pickMany(materials, { label: 'Variations' }),
	chargeableByDefault: flag({ description: 'Whether customers pay for it unless said otherwise' }),
	costTypeId: select(costType, { description: 'For an other direct cost' }),
};

export const material = defineResource({
	value: 'material',
	name: 'Material',
	description: 'Parts and goods of the pricebook',
	simple: [
		'id',
		'code',
		'displayName',
		'description',
		'active',
		'cost',
		'price',
		'unitOfMeasure',
		'isInventory',
		'categories',
		'modifiedOn',
	],
	operations: {
		create: create({
			action: 'Create a material',
			request: 'POST /pricebook/v2/tenant/{tenant}/materials',
			body: {
				code: { ...code, required: true as const },
				description: { ...description, required: true as const },
				...details,
				isOtherDirectCost,
				externalData,
			},
		}),
		delete: remove({
			action: 'Delete a material',
			request: 'DELETE /pricebook/v2/tenant/{tenant}/materials/{id}',
			path: { id },
		}),
		export: exportOf('materials', 'GET /pricebook/v2/tenant/{tenant}/export/materials'),
		get: read({
			action: 'Get a material',
			request: 'GET /pricebook/v2/tenant/{tenant}/materials/{id}',
			path: { id },
			query: externalDataWanted,
		}),
		getAll: listAll({
			action: 'Get many materials',
			request: 'GET /pricebook/v2/tenant/{tenant}/materials',
			query: {
				isOtherDirectCost,
				costTypeIds: pickMany(costType),
				...itemFilters,
			},
		}),
		// Not a list of materials, so that Simplify keeps off.
		getCostTypes: read({
			action: 'Get the cost types of materials',
			request: 'GET /pricebook/v2/tenant/{tenant}/materials/costtypes',
			at: 'data',
		}),
		update: update({
			action: 'Update a material',
			request: 'PATCH /pricebook/v2/tenant/{tenant}/materials/{id}',
			path: { id },
			body: { code, description, ...details, externalData: externalDataChanges },
		}),
	},
});
