import { choice, groups, number, pick, text } from '../../../shared/define/fields';
import { listAll, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { rateSheet as rateSheets, service } from '../../backOfficePickers';
import { spaced } from '../backOfficeFields';
import { activeFilter, ids } from '../fields';

export const rateSheet = defineResource({
	value: 'rateSheet',
	name: 'Rate Sheet',
	description: 'Prices that hold for certain clients only',
	operations: {
		getAll: listAll({
			action: 'Get many rate sheets',
			request: 'GET /pricebook/v2/tenant/{tenant}/clientspecificpricing',
			query: { active: activeFilter, searchTerm: text(), ids },
		}),
		update: update({
			action: 'Update a rate sheet',
			request: 'PATCH /pricebook/v2/tenant/{tenant}/clientspecificpricing/{rateSheetId}',
			path: { rateSheetId: pick(rateSheets, { required: true }) },
			body: {
				exceptions: groups(
					{
						skuId: pick(service, {
							required: true,
							label: 'Item',
							description: 'The list has services; give a material or equipment by its ID',
						}),
						value: number({ required: true }),
						valueType: choice(
							spaced('Percent', 'Dollar', 'Multiplier', 'FlatPrice', 'DiscountPercent'),
							{ required: true },
						),
					},
					{ required: true },
				),
			},
		}),
	},
});
