import type { IDataObject } from 'n8n-workflow';
import snakeCase from 'lodash/snakeCase';

import { date, flag, groups, number, pick, text } from '../../shared/define/fields';
import { operation } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	campaign,
	coupon as coupons,
	couponPack,
	franchise,
	invoice,
	serviceSetting,
} from '../pickers';
import { snakeCased } from '../wire';
import { undocumentedOperations } from './controller';
import { notices } from './fields';

/** What a line refers to. A coupon is a line of its own that refers to nothing else. */
const REFERENCES = ['couponId', 'packageId', 'productId', 'serviceId'] as const;

/** IDs and amounts that may be left out are typed as text, because a number in a form is never empty. */
const NUMBERS_AS_TEXT = ['productId', 'packageId', 'unitQuantity'];

const line = {
	couponId: pick(coupons, { description: 'For a coupon, which is a line of its own' }),
	serviceId: pick(serviceSetting, {
		description: 'The service at the price of the franchise',
	}),
	productId: text({ label: 'Product ID' }),
	packageId: text({ label: 'Package ID' }),
	invoiceId: pick(invoice, { description: 'If the line is part of an invoice already' }),
	quantity: number({ default: 1 }),
	price: number({ description: 'Of one piece; 0 for a coupon' }),
	discount: number({ description: 'What the line is reduced by already' }),
	taxable: flag({ default: true }),
	tax: number(),
	pricedOn: text({ default: 'per_item', description: 'How the price is meant' }),
	unitQuantity: text(),
	notes: text(),
	active: flag({ default: true }),
};

/** The type is 1 in every sample, and what others there are is not said. */
function written(row: IDataObject): IDataObject {
	const entries = Object.entries(row).map(([key, value]) => [
		snakeCase(key),
		NUMBERS_AS_TEXT.includes(key) ? Number(value) : value,
	]);
	return { type: 1, ...(Object.fromEntries(entries) as IDataObject) };
}

export const coupon = defineResource({
	value: 'coupon',
	name: 'Coupon',
	description: 'A set of discounts with rules (the vendor documents only Validate)',
	operations: {
		...undocumentedOperations({
			value: 'coupon',
			name: 'Coupon',
			plural: 'Coupons',
			controller: 'coupons',
			picker: coupons,
			columns: snakeCased({
				franchiseId: pick(franchise),
				couponsPackId: pick(couponPack),
				campaignId: pick(campaign),
				name: text(),
				description: text({ description: 'What is offered' }),
				startDate: date({ description: 'The first day' }),
				expirationDate: date({ description: 'The last day' }),
				cannotBeCombined: flag({ description: 'Whether it excludes other coupons' }),
				allowTotalUnderMinimum: flag({
					description: 'Whether the total may fall below the minimum of the franchise',
				}),
				listOrder: number({ description: 'The position in lists' }),
			}),
		}),
		validate: operation({
			action: 'Validate coupons',
			description:
				'Says for each line, in order, which discount applies or what a coupon still lacks. Valid is true if all coupons fit or there is none.',
			request: 'POST /couponValidation',
			body: {
				lineItems: groups(line, {
					required: true,
					as: 'line_items',
					description: 'What is in the cart, each coupon as a line of its own',
					write: (rows) => JSON.stringify((rows as IDataObject[]).map(written)),
				}),
			},
			refuses({ lineItems }) {
				const wrong = lineItems.findIndex(
					(one) => REFERENCES.filter((key) => one[key] !== undefined).length !== 1,
				);
				return wrong < 0
					? undefined
					: `Line Items: line ${wrong + 1} needs exactly one of coupon, service setting, product and package`;
			},
			// inferred: it answers with what would be and stores nothing.
			repeatable: true,
			...notices.path,
		}),
	},
});
