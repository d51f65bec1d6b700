import { list, number, select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { taxGroup as groups } from '../pickers';
import { nameFilter } from './fields';

const taxGroupId = select(groups, { required: true });

const RATE = 'As a fraction: 0.085 is 8.5 percent';

export const taxGroup = defineResource({
	value: 'taxGroup',
	name: 'Tax Group',
	description: 'A rate of sales tax and the postal codes that it is for',
	operations: {
		create: create({
			action: 'Create a tax group',
			request: 'POST /taxgroup',
			body: {
				code: text({ required: true, description: 'At most 40 characters' }),
				name: text({ required: true, description: 'At most 100 characters' }),
				combinedRate: number({ required: true, description: RATE }),
				state: text({ required: true, placeholder: 'NC' }),
				postalCodes: list(),
			},
		}),
		delete: remove({
			action: 'Delete a tax group',
			request: 'DELETE /taxgroup/{taxGroupId}',
			path: { taxGroupId },
		}),
		get: read({
			action: 'Get a tax group',
			request: 'GET /taxgroup/{taxGroupId}',
			path: { taxGroupId },
		}),
		getAll: listAll({
			action: 'Get many tax groups',
			request: 'GET /taxgroup',
			query: {
				code: text({ description: 'A part of it is enough' }),
				excludeTaxGroupId: select(groups, { label: 'Exclude Tax Group' }),
				name: nameFilter,
				postalCode: text({ description: 'A part of it is enough' }),
				state: text({ description: 'The abbreviation of two letters' }),
			},
		}),
		update: update({
			action: 'Update a tax group',
			request: 'PUT /taxgroup/{taxGroupId}',
			path: { taxGroupId },
			body: {
				code: text({ description: 'At most 40 characters' }),
				combinedRate: number({ description: RATE }),
				name: text({ description: 'At most 100 characters' }),
				postalCodes: list({ description: 'Those that are there already are replaced' }),
				state: text({ placeholder: 'NC' }),
			},
		}),
	},
});

export const taxRate = defineResource({
	value: 'taxRate',
	name: 'Tax Rate',
	description: 'An estimate of the sales tax at a postal code',
	operations: {
		getAll: listAll({
			action: 'Get the tax rates of a postal code',
			request: 'GET /taxrate',
			query: { postalCode: text({ required: true }) },
		}),
	},
});
