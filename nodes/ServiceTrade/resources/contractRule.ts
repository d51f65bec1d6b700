import { choice, flag, number, pick, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	contractOfCustomer as contract,
	contractRule as rules,
	libItem,
	serviceLine,
} from '../pickers';
import { customerHint, hasAny, named, nameFilter, stampFilters } from './fields';

const contractId = pick(contract, { required: true, description: customerHint });
const ruleId = pick(rules, { required: true });

const types = [
	'additionalcharge',
	'admincharge',
	'bundle',
	'margin',
	'markup',
	'minimum',
	'nte',
	'range',
	'stack',
	'unit',
] as const;

const NAMES: { readonly [type: string]: string } = {
	additionalcharge: 'Additional Charge',
	admincharge: 'Admin Charge',
	nte: 'Not to Exceed',
};

const type = choice(named(types).map(([name, value]) => [NAMES[value] ?? name, value] as const));

const details = {
	libItemIds: pickMany(libItem, { label: 'Library Item', description: 'What it applies to' }),
	price: number({ description: 'Percent for a markup or a margin' }),
	serviceLineId: select(serviceLine, { description: 'Only for an additional charge' }),
	threshold: number({ description: 'The quantity up to which it applies' }),
};

const filters = {
	flatview: flag({
		label: 'Flat View',
		description:
			'Whether to add the rules of parent contracts that no other rule hides; only for unit rules',
	}),
	generalOnly: flag({
		as: 'libItemIds',
		write: (wanted) => (wanted ? 'none' : undefined),
		description: 'Whether to return only rules that are for no item in particular',
	}),
	inherit: flag({ description: 'Whether to add the rules of parent contracts' }),
	libItemIds: pick(libItem),
	libItemName: nameFilter,
	sort: choice(named(['default', 'display']), { label: 'Sort By' }),
	type,
	...stampFilters,
};

interface View {
	readonly flatview?: boolean;
	readonly type?: string;
}

const flatUnits = ({ flatview, type: asked }: View): string | undefined =>
	flatview === true && asked !== 'unit' ? 'Flat View: only with the type Unit' : undefined;

export const contractRule = defineResource({
	value: 'contractRule',
	name: 'Contract Rule',
	description: 'A price that a contract sets',
	operations: {
		create: create({
			action: 'Create a contract rule',
			request: 'POST /contract/{contractId}/rule',
			path: { contractId },
			body: { type: { ...type, required: true }, name: text({ required: true }), ...details },
		}),
		delete: remove({
			action: 'Delete a contract rule',
			request: 'DELETE /contract/{contractId}/rule/{ruleId}',
			path: { contractId, ruleId },
		}),
		get: read({
			action: 'Get a contract rule',
			request: 'GET /contract/{contractId}/rule/{ruleId}',
			path: { contractId, ruleId },
		}),
		getAll: listAll({
			action: 'Get many contract rules',
			request: 'GET /contract/{contractId}/rule',
			path: { contractId },
			query: filters,
			refuses: flatUnits,
		}),
		getChanged: listAll({
			name: 'Get Many of All Contracts',
			action: 'Get many contract rules of all contracts',
			notice: 'Needs at least one of the filters by the time of creation or change.',
			request: 'GET /contractrule',
			query: filters,
			refuses: (given) =>
				hasAny(given, ...Object.keys(stampFilters))
					? flatUnits(given)
					: 'Updated After: add a filter by the time of creation or change',
		}),
		update: update({
			action: 'Update a contract rule',
			request: 'PUT /contract/{contractId}/rule/{ruleId}',
			path: { contractId, ruleId },
			body: { name: text(), type, ...details },
		}),
	},
});
