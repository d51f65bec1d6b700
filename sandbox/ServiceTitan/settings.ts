import { fictionalPerson } from '../core/fiction';
import { oneOf } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { records } from './records';
import { creates, feeds, lists, reads, routesOf, sets, updates, type Piece } from './tables';

const REFERENCES = { roleId: 'userRoles', truckId: 'trucks' };

/** The role must be one of the right kind; inferred from the kind that roles have. */
function checkRole(kind: 'Employee' | 'Technician') {
	return ({ store, body }: SandboxRequest): void => {
		const role = store.collection('userRoles').get(body.roleId);
		if (role && role.employeeType !== kind) {
			throw wrongValue('roleId', `is not a role of a ${kind.toLowerCase()}`);
		}
		// Inferred from the name of the method.
		if (body.accountCreationMethod === 'AssignLoginAndPassword') {
			for (const name of ['login', 'password']) {
				if (body[name] == null) throw wrongValue(name, 'is required with this method');
			}
		}
	};
}

const rename: (request: SandboxRequest) => Row = ({ body }) => ({
	...(body.roleId == null ? {} : { roleIds: [body.roleId] }),
	...(body.login == null ? {} : { loginName: body.login }),
	...(body.licenseType == null ? {} : { isManagedTech: body.licenseType !== 'NonManagedTech' }),
});

/** Members of the body that are kept under another name, or not shown at all. */
const WITHOUT = [
	'roleId',
	'login',
	'password',
	'accountCreationMethod',
	'positions',
	'licenseType',
];

/** The routes of people, who differ in their roles alone. */
function people(path: string, kind: 'Employee' | 'Technician'): Readonly<Record<string, Piece>> {
	const writes = {
		check: checkRole(kind),
		references: REFERENCES,
		also: rename,
		without: WITHOUT,
	};
	return {
		[`GET ${path}`]: lists(path, { filters: { userIds: oneOf('userId') } }),
		[`POST ${path}`]: creates(path, {
			...writes,
			then({ id }, { store }) {
				store.collection(path).change(id, { userId: Number(id) + 10_000 }, { touch: false });
			},
		}),
		[`GET ${path}/{id}`]: reads(path),
		[`PATCH ${path}/{id}`]: updates(path, writes),
		[`POST ${path}/{id}/account-actions`]: sets(
			path,
			({ body }) => {
				if (body.action === 'Activate') return { active: true };
				return body.action === 'Deactivate' ? { active: false } : {};
			},
			{ id: 'id', references: REFERENCES, show: () => ({ status: 'Success' }) },
		),
		[`GET export/${path}`]: feeds(path),
	};
}

/** Business units, people, their roles, and tag types. */
export const settings: Area = {
	collections: {
		businessUnits: records('Business unit', 101, 'settings.BusinessUnitResponse', {
			currency: 'USD',
		}),
		tagTypes: records('Tag type', 301, 'settings.TagTypeResponse'),
		userRoles: records('User role', 1, 'settings.UserRoleResponse'),
		employees: records('Employee', 701, 'settings.EmployeeResponse', { role: 'GeneralOffice' }),
		technicians: records('Technician', 601, 'settings.TechnicianResponse'),
	},
	routes: routesOf('/settings/v2/tenant/{tenant}', {
		'GET business-units': lists('businessUnits'),
		'GET business-units/{id}': reads('businessUnits'),
		'PATCH business-units/{id}': updates('businessUnits'),
		'GET export/business-units': feeds('businessUnits'),
		'GET tag-types': lists('tagTypes'),
		'GET export/tag-types': feeds('tagTypes'),
		'GET user-roles': lists('userRoles', {
			filters: {
				employeeType: (value) => (row) =>
					value === 'All' || (value !== 'None' && row.employeeType === value),
			},
		}),
		...people('employees', 'Employee'),
		...people('technicians', 'Technician'),
	}),
	seed({ add, at }) {
		add('userRoles', [
			{ name: 'Service technician', employeeType: 'Technician' },
			{ name: 'Dispatcher', employeeType: 'Employee' },
			{ name: 'Office', employeeType: 'Employee' },
			{ name: 'Installer', employeeType: 'Technician' },
			{ name: 'Retired role', employeeType: 'Employee', active: false },
		]);
		const roles = ['Dispatch', 'CSR', 'Accounting', 'Owner', 'GeneralOffice'];
		add(
			'employees',
			roles.map((role, index) => {
				const { name, email, phone } = fictionalPerson(130 + index);
				return {
					userId: 850 + index,
					name,
					role,
					roleIds: [index < 2 ? 2 : 3],
					businessUnitId: 101 + (index % 4),
					email,
					phoneNumber: phone,
					loginName: email,
					customFields: [],
					permissions: [],
					accountLocked: false,
					active: index !== 4,
					createdOn: at(-400 + index),
				};
			}),
		);
	},
};
