import { flag, pick, pickMany } from '../../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { service as services } from '../../backOfficePickers';
import { exportOf } from '../export';
import {
	code,
	crossSaleGroup,
	description,
	itemFilters,
	linkedEquipment,
	linkedMaterials,
	pricedFields,
	warranty,
} from './itemFields';
import { externalData, externalDataChanges, externalDataWanted } from '../fields';

const id = pick(services, { required: true });

const details = {
	...pricedFields,
	crossSaleGroup,
	warranty: warranty('Warranty'),
	isLabor: flag({ label: 'Labor', description: 'Whether it is labor alone' }),
	serviceMaterials: linkedMaterials,
	serviceEquipment: linkedEquipment,
	recommendations: pickMany(services, { label: 'Recommended Services' }),
	upgrades: pickMany(services, { label: 'Upgrades' }),
};

export const service = defineResource({
	value: 'service',
	name: 'Service',
	description: 'Work of the pricebook that technicians sell',
	simple: [
		'id',
		'code',
		'displayName',
		'description',
		'active',
		'price',
		'memberPrice',
		'hours',
		'taxable',
		'categories',
		'modifiedOn',
	],
	operations: {
		create: create({
			action: 'Create a service',
			request: 'POST /pricebook/v2/tenant/{tenant}/services',
			body: {
				code: { ...code, required: true as const },
				description: { ...description, required: true as const },
				...details,
				externalData,
			},
		}),
		delete: remove({
			action: 'Delete a service',
			request: 'DELETE /pricebook/v2/tenant/{tenant}/services/{id}',
			path: { id },
		}),
		export: exportOf('services', 'GET /pricebook/v2/tenant/{tenant}/export/services'),
		get: read({
			action: 'Get a service',
			request: 'GET /pricebook/v2/tenant/{tenant}/services/{id}',
			path: { id },
			query: externalDataWanted,
		}),
		getAll: listAll({
			action: 'Get many services',
			request: 'GET /pricebook/v2/tenant/{tenant}/services',
			query: itemFilters,
		}),
		update: update({
			action: 'Update a service',
			request: 'PATCH /pricebook/v2/tenant/{tenant}/services/{id}',
			path: { id },
			body: { code, description, ...details, externalData: externalDataChanges },
		}),
	},
});
