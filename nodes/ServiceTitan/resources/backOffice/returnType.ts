import { flag, pick, text } from '../../../shared/define/fields';
import { create, listAll, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { returnType as types } from '../../backOfficePickers';
import { usualSort } from '../backOfficeFields';
import { stampFilters } from '../fields';

const settings = {
	automaticallyReceiveVendorCredit: {
		description: 'Whether the credit of the vendor is received at once',
	},
	includeInSalesTax: {},
	isDefault: { label: 'Default' },
	isDefaultForConsignment: { label: 'Default for Consignment' },
} as const;

const switches = <const R extends boolean>(required: R) =>
	Object.fromEntries(
		Object.entries(settings).map(([key, options]) => [key, flag({ ...options, required })]),
	) as { [K in keyof typeof settings]: ReturnType<typeof flag<R>> };

export const returnType = defineResource({
	value: 'returnType',
	name: 'Return Type',
	description: 'How returns of a kind are handled',
	operations: {
		create: create({
			action: 'Create a return type',
			request: 'POST /inventory/v2/tenant/{tenant}/return-types',
			body: { name: text({ required: true }), ...switches(true) },
		}),
		getAll: listAll({
			action: 'Get many return types',
			request: 'GET /inventory/v2/tenant/{tenant}/return-types',
			query: {
				activeOnly: flag({ required: true, description: 'Whether to leave out inactive ones' }),
				name: text(),
				...stampFilters,
				sort: usualSort,
			},
		}),
		update: update({
			action: 'Update a return type',
			request: 'PATCH /inventory/v2/tenant/{tenant}/return-types/{id}',
			path: { id: pick(types, { required: true }) },
			body: { name: text(), active: flag(), ...switches(false) },
			// The reference requires the ID in the body too.
			run: async (type, call) =>
				await call.send('PATCH /inventory/v2/tenant/{tenant}/return-types/{id}', {
					path: { id: type.id },
					body: { ...type, id: Number(type.id) },
				}),
		}),
	},
});
