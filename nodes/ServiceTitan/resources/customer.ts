import { choice, flag, group, groups, pick, pickMany, text } from '../../shared/define/fields';
import { create, listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { customer as customers, tagType } from '../pickers';
import {
	activeFilter,
	address,
	contacts,
	customFields,
	ids,
	stampFilters,
	stampSort,
} from './fields';

const id = pick(customers, { required: true });

export const customer = defineResource({
	value: 'customer',
	name: 'Customer',
	description: 'Who pays for the work',
	simple: ['id', 'name', 'type', 'active', 'address', 'balance', 'createdOn', 'modifiedOn'],
	operations: {
		create: create({
			action: 'Create a customer',
			description: 'Create a customer together with the first location',
			request: 'POST /crm/v2/tenant/{tenant}/customers',
			body: {
				name: text({ required: true, description: 'At most 150 characters' }),
				address: group(
					{ ...address },
					{ required: true, label: 'Billing Address', default: undefined },
				),
				locations: groups(
					{
						name: text({ required: true, description: 'At most 200 characters' }),
						...Object.fromEntries(
							Object.entries(address).map(([key, field]) => [
								key,
								{ ...field, as: `address.${key}` },
							]),
						),
					},
					{ required: true, description: 'Where work is done; a customer needs at least one' },
				),
				type: choice(['Commercial', 'Residential']),
				contacts,
				customFields,
				doNotMail: flag({ description: 'Whether the customer wants no mail' }),
				doNotService: flag({ description: 'Whether no work should be booked for the customer' }),
				tagTypeIds: pickMany(tagType),
			},
		}),
		get: read({
			action: 'Get a customer',
			request: 'GET /crm/v2/tenant/{tenant}/customers/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many customers',
			request: 'GET /crm/v2/tenant/{tenant}/customers',
			query: {
				active: activeFilter,
				name: text(),
				phone: text(),
				street: text(),
				unit: text(),
				city: text(),
				state: text(),
				zip: text({ label: 'ZIP' }),
				country: text(),
				...stampFilters,
				excludeAccountingChangesFromModifiedDateRange: flag({
					label: 'Ignore Balance Changes',
					description: 'Whether a mere change of the balance does not count as a modification',
				}),
				ids,
				sort: stampSort,
			},
		}),
	},
});
