import { choice, flag, list, pick, pickMany, select, text } from '../../../shared/define/fields';
import { create, listAll, read, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { barePages, glAccount as accounts, glAccountType } from '../../backOfficePickers';
import { spaced, usualFilters } from '../backOfficeFields';
import { activeFilter } from '../fields';

const accountId = pick(accounts, { required: true });

const details = {
	name: text(),
	number: text({ label: 'Account Number' }),
	description: text({ rows: 2 }),
	type: select(glAccountType),
	subtype: text(),
};

export const glAccount = defineResource({
	value: 'glAccount',
	name: 'GL Account',
	description: 'An account of the general ledger',
	operations: {
		create: create({
			action: 'Create a GL account',
			request: 'POST /accounting/v2/tenant/{tenant}/gl-accounts',
			body: details,
		}),
		get: read({
			action: 'Get a GL account',
			request: 'GET /accounting/v2/tenant/{tenant}/gl-accounts/{accountId}',
			path: { accountId },
		}),
		getAll: listAll({
			action: 'Get many GL accounts',
			request: 'GET /accounting/v2/tenant/{tenant}/gl-accounts',
			query: {
				active: activeFilter,
				names: list({ description: 'At most 50' }),
				numbers: list({ label: 'Account Numbers', description: 'At most 50' }),
				types: pickMany(glAccountType),
				subtypes: list({ description: 'At most 50' }),
				description: text({ description: 'A part of the description is enough' }),
				source: choice(spaced('Undefined', 'AccountingSystem', 'ManuallyCreated', 'PublicApi')),
				isIntacctGroup: flag({ label: 'Intacct Group' }),
				isIntacctBankAccount: flag({ label: 'Intacct Bank Account' }),
				...usualFilters,
			},
			paging: barePages,
		}),
		getTypes: listAll({
			action: 'Get the types of GL accounts',
			request: 'GET /accounting/v2/tenant/{tenant}/gl-accounts/types',
			query: {
				active: activeFilter,
				names: list({ description: 'At most 50' }),
				...usualFilters,
			},
			paging: barePages,
		}),
		update: update({
			action: 'Update a GL account',
			description: 'Change an account, or deactivate it; accounts cannot be deleted',
			request: 'PATCH /accounting/v2/tenant/{tenant}/gl-accounts/{accountId}',
			path: { accountId },
			body: { ...details, active: flag() },
		}),
	},
});
