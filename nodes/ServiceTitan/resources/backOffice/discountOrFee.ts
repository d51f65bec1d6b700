import { choice, flag, number, pick } from '../../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { discountOrFee as discountsAndFees } from '../../backOfficePickers';
import { code, crossSaleGroup, commonFields, description, itemFilters } from './itemFields';
import { externalData, externalDataChanges, externalDataWanted } from '../fields';

const id = pick(discountsAndFees, { required: true });

const type = choice(['Discount', 'Fee']);
const amountType = choice(['Fixed', 'Percentage']);
const amount = number({ description: 'Money, or percent, as the amount type says' });

const details = {
	...commonFields,
	crossSaleGroup,
	// The reference calls it `limit`, which n8n uses for the length of a list.
	highestAmount: number({ as: 'limit', description: 'The most that it may come to' }),
	excludeFromPayroll: flag({ description: 'Whether payroll leaves it out' }),
};

export const discountOrFee = defineResource({
	value: 'discountOrFee',
	name: 'Discount or Fee',
	description: 'What is taken off or added to the price of work',
	operations: {
		create: create({
			action: 'Create a discount or fee',
			request: 'POST /pricebook/v2/tenant/{tenant}/discounts-and-fees',
			body: {
				type: { ...type, required: true as const },
				code: { ...code, required: true as const },
				description: { ...description, required: true as const },
				amountType: { ...amountType, required: true as const },
				amount: { ...amount, required: true as const },
				...details,
				externalData,
			},
		}),
		delete: remove({
			action: 'Delete a discount or fee',
			request: 'DELETE /pricebook/v2/tenant/{tenant}/discounts-and-fees/{id}',
			path: { id },
		}),
		get: read({
			action: 'Get a discount or fee',
			request: 'GET /pricebook/v2/tenant/{tenant}/discounts-and-fees/{id}',
			path: { id },
			query: externalDataWanted,
		}),
		getAll: listAll({
			action: 'Get many discounts and fees',
			request: 'GET /pricebook/v2/tenant/{tenant}/discounts-and-fees',
			query: itemFilters,
		}),
		update: update({
			action: 'Update a discount or fee',
			request: 'PATCH /pricebook/v2/tenant/{tenant}/discounts-and-fees/{id}',
			path: { id },
			body: {
				type,
				code,
				description,
				amountType,
				amount,
				...details,
				externalData: externalDataChanges,
			},
		}),
	},
});
