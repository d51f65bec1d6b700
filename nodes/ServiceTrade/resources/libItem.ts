import { choice, flag, number, pick, pickMany, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { company, contract, libItem as items, location, technician } from '../pickers';
import {
	cost,
	libItemTypes,
	named,
	nameFilter,
	serviceLineId,
	serviceLineIds,
	stampFilters,
} from './fields';

const libItemId = pick(items, { required: true });

const type = choice(named(libItemTypes));

/** What decides about the price that is shown. Without it there is none. */
const pricing = {
	contracteeId: pick(company, {
		label: 'Contractee',
		description: 'For its price, together with the contractor and the location',
	}),
	contractId: pick(contract, {
		description: 'For its price. The list needs a company; an expression with the ID does not.',
	}),
	contractorId: pick(company, {
		label: 'Contractor',
		description: 'For its price, together with the contractee and the location',
	}),
	locationId: pick(location, {
		description: 'For its price, together with the contractor and the contractee',
	}),
};

interface Pricing {
	readonly contractorId?: string;
	readonly contracteeId?: string;
	readonly locationId?: string;
}

const partOfPricing = ({ contractorId, contracteeId, locationId }: Pricing): string | undefined =>
	[1, 2].includes(
		[contractorId, contracteeId, locationId].filter((one) => one !== undefined).length,
	)
		? 'Contractor, Contractee and Location belong together: give all three or none'
		: undefined;

const details = {
	active: flag({ description: 'Whether it can be used, as a new one can' }),
	code: text({ description: 'Only one item may have it; at most 100 characters' }),
	companyId: pick(company, {
		description: 'Only for jobs and quotes of this company; everybody’s where it is left out',
	}),
	cost,
	serviceLineId,
	taxable: flag({ description: 'Whether it is taxed, as a new item is by itself' }),
};

export const libItem = defineResource({
	value: 'libItem',
	name: 'Library Item',
	description: 'A part, a kind of work or a fee with its usual cost',
	simple: [
		'id',
		'name',
		'code',
		'type',
		'cost',
		'price',
		'active',
		'serviceLine',
		'company',
		'created',
		'updated',
	],
	operations: {
		create: create({
			action: 'Create a library item',
			request: 'POST /libitem',
			body: { name: text({ required: true }), type: { ...type, required: true }, ...details },
		}),
		get: read({
			action: 'Get a library item',
			request: 'GET /libitem/{libItemId}',
			path: { libItemId },
			query: pricing,
			refuses: partOfPricing,
		}),
		getAll: listAll({
			action: 'Get many library items',
			request: 'GET /libitem',
			query: {
				active: flag({ description: 'Whether they can be used; off returns those that cannot' }),
				baseCost: number({ description: 'For a markup, where the item has no cost' }),
				basePrice: number({ description: 'For a margin, where the contract has no price' }),
				code: text({ description: 'A part of it is enough' }),
				companyIds: pickMany(company, {
					label: 'Company',
					description: 'Whose own items are added; your company where it is left out',
				}),
				excludeContractId: pick(contract, {
					label: 'Without a Rule on Contract',
					description: 'The list needs a company',
				}),
				name: nameFilter,
				search: text({ description: 'A part of the code or the name' }),
				serviceLineIds,
				techId: pick(technician, { description: 'Whose cost is given' }),
				type,
				...pricing,
				...stampFilters,
			},
			refuses: partOfPricing,
		}),
		setTechnicianCost: update({
			action: 'Set the cost of labor by a technician',
			request: 'PUT /libitem/{libItemId}',
			path: { libItemId },
			body: {
				techId: pick(technician, { required: true }),
				cost: number({ required: true }),
			},
		}),
		update: update({
			action: 'Update a library item',
			request: 'PUT /libitem/{libItemId}',
			path: { libItemId },
			body: { name: text(), type, ...details },
		}),
	},
});
