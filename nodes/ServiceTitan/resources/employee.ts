import { choices, flag, list, pick, select, text } from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { employee as employees, userRole } from '../pickers';
import { exportOf } from './export';
import { activeFilter, customFields, ids, stampFilters } from './fields';
import { keeping, keepOthers, replaces } from './keeping';
import { accountAction, contactable, creation, login, password } from './people';

const id = pick(employees, { required: true });

const positions = [
	'Administrator',
	['Answering Service', 'AnsweringService'],
	'Bookkeeper',
	['Business Owner', 'BusinessOwner'],
	'CSR',
	['CSR Manager', 'CsrManager'],
	['Dispatch Manager', 'DispatchManager'],
	'Dispatcher',
	['General Manager', 'GeneralManager'],
	['General Office (Not Management)', 'GeneralOfficeNonManagement'],
	['Inside Sales', 'InsideSales'],
	['Install Production Manager', 'InstallProductionManager'],
	['Marketing Manager', 'MarketingManager'],
	['Office Manager', 'OfficeManager'],
	['Payroll Manager', 'PayrollManager'],
	['Purchasing Manager', 'PurchasingManager'],
	['Sales Manager', 'SalesManager'],
	['Service Manager', 'ServiceManager'],
	['Warehouse Manager', 'WarehouseManager'],
] as const;

const about = { ...contactable, mobilePhoneNumber: text(), login, customFields };

const changes = {
	name: text(),
	email: text({ placeholder: 'name@email.com' }),
	roleId: select(userRole),
	positions: choices(positions, { description: 'Replaces the positions that are there' }),
	accountLocked: flag({ description: 'Whether signing in is blocked' }),
	...about,
};

export const employee = defineResource({
	value: 'employee',
	name: 'Employee',
	description: 'Who works in the office',
	simple: ['id', 'userId', 'name', 'active', 'role', 'email', 'phoneNumber', 'modifiedOn'],
	operations: {
		create: create({
			action: 'Create an employee',
			request: 'POST /settings/v2/tenant/{tenant}/employees',
			body: {
				...creation,
				email: text({ required: true, placeholder: 'name@email.com' }),
				positions: choices(positions, { required: true }),
				...about,
				password,
			},
		}),
		export: exportOf('employees', 'GET /settings/v2/tenant/{tenant}/export/employees'),
		get: read({
			action: 'Get an employee',
			request: 'GET /settings/v2/tenant/{tenant}/employees/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many employees',
			request: 'GET /settings/v2/tenant/{tenant}/employees',
			query: {
				active: activeFilter,
				name: text({ description: 'A part of the name is enough' }),
				userIds: list({ label: 'User IDs' }),
				...stampFilters,
				ids,
			},
		}),
		manageAccount: operation({
			name: 'Manage Account',
			action: 'Manage the account of an employee',
			description: 'Activate, deactivate, or send an invite or a link for a new password',
			request: 'POST /settings/v2/tenant/{tenant}/employees/{id}/account-actions',
			path: { id },
			body: { accountAction },
		}),
		update: update({
			action: 'Update an employee',
			notice: replaces,
			request: 'PATCH /settings/v2/tenant/{tenant}/employees/{id}',
			path: { id },
			body: { ...changes, keepOthers },
			run: keeping('/settings/v2/tenant/{tenant}/employees/{id}', changes),
		}),
	},
});
