import { number, pick } from '../../../shared/define/fields';
import { create, listAll, read, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { markupPages, materialMarkup as markups } from '../../backOfficePickers';

const id = pick(markups, { required: true });

/** A range of costs and what is added to them. */
export const markupRange = {
	from: number({ required: true, description: 'Cost at which it begins' }),
	to: number({ required: true, description: 'Cost at which it ends' }),
	percent: number({ required: true }),
};

export const materialMarkup = defineResource({
	value: 'materialMarkup',
	name: 'Material Markup',
	description: 'How much is added to the cost of materials',
	operations: {
		create: create({
			action: 'Create a material markup',
			request: 'POST /pricebook/v2/tenant/{tenant}/materialsmarkup',
			body: markupRange,
			// The reference requires an ID of what is yet to be made. That 0 does is inferred.
			always: { body: { id: 0 } },
			at: 'data',
		}),
		get: read({
			action: 'Get a material markup',
			request: 'GET /pricebook/v2/tenant/{tenant}/materialsmarkup/{id}',
			path: { id },
			at: 'data',
		}),
		getAll: listAll({
			action: 'Get many material markups',
			request: 'GET /pricebook/v2/tenant/{tenant}/materialsmarkup',
			paging: markupPages,
		}),
		update: update({
			action: 'Update a material markup',
			request: 'PUT /pricebook/v2/tenant/{tenant}/materialsmarkup/{id}',
			path: { id },
			body: markupRange,
			// The ID stands in the path and in the body.
			run: async (markup, call) =>
				await call.send('PUT /pricebook/v2/tenant/{tenant}/materialsmarkup/{id}', {
					path: { id: markup.id },
					body: { ...markup, id: Number(markup.id) },
					at: 'data',
				}),
		}),
	},
});
