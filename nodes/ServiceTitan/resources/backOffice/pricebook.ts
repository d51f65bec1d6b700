import { json } from '../../../shared/define/fields';
import { create, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';

/**
 * Lists of whole records, as JSON: they come from earlier nodes and not from somebody who types, and
 * a form of rows would send 0 and false for whatever was left empty.
 */
const listsOf = (members: string) => ({
	services: json({ default: '[]', description: `A list of services with ${members}` }),
	equipment: json({ default: '[]', description: `A list of equipment with ${members}` }),
	materials: json({ default: '[]', description: `A list of materials with ${members}` }),
	discountAndFees: json({
		label: 'Discounts and Fees',
		default: '[]',
		description: `A list of discounts and fees with ${members}`,
	}),
});

export const pricebook = defineResource({
	value: 'pricebook',
	name: 'Pricebook',
	description: 'Many items of the pricebook at once',
	operations: {
		createItems: create({
			action: 'Create many pricebook items',
			request: 'POST /pricebook/v2/tenant/{tenant}/pricebook',
			body: listsOf('code, description and what else a create takes; customId is given back'),
		}),
		updateItems: update({
			action: 'Update many pricebook items',
			notice: 'Items have to be given whole: the reference requires every member of each',
			request: 'PATCH /pricebook/v2/tenant/{tenant}/pricebook',
			body: listsOf('id and every member that an update takes'),
			returns: 'nothing',
		}),
	},
});
