import { choice, choices, flag, pick, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { company, office, role, user as users } from '../pickers';
import { named, serviceLineIds, stampFilters } from './fields';

const userId = pick(users, { required: true });
const roleId = select(role, { required: true });

/** Shadow is left out: the reference keeps it for users that the system makes. */
const statuses = ['active', 'inactive', 'pending'] as const;

const details = {
	details: text({ rows: 3, description: 'A few words about the user that everybody may read' }),
	isSales: flag({ label: 'Salesperson', description: 'Whether the user sells' }),
	phone: text(),
	serviceLineIds,
	status: choice(named(statuses)),
	timezone: text({
		placeholder: 'America/New_York',
		description: 'That of the account where it is left out',
	}),
};

const PASSWORD = '8 characters or more, with a letter and a number';

export const user = defineResource({
	value: 'user',
	name: 'User',
	description: 'Somebody who signs in to ServiceTrade, such as a technician',
	simple: [
		'id',
		'name',
		'username',
		'email',
		'phone',
		'status',
		'isTech',
		'isHelper',
		'isSales',
		'company',
		'location',
		'created',
		'updated',
	],
	operations: {
		addRole: operation({
			action: 'Add a role to a user',
			request: 'POST /user/{userId}/role/{roleId}',
			path: { userId, roleId },
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a user',
			request: 'POST /user',
			body: {
				username: text({ required: true, description: 'It cannot be changed later' }),
				firstName: text({ required: true }),
				lastName: text({ required: true }),
				password: text({
					required: true,
					secret: true,
					description: PASSWORD,
				}),
				email: text({ required: true, placeholder: 'name@example.com' }),
				companyId: pick(company, { required: true }),
				locationId: select(office, { required: true, label: 'Home Office' }),
				...details,
			},
		}),
		get: read({ action: 'Get a user', request: 'GET /user/{userId}', path: { userId } }),
		getAll: listAll({
			action: 'Get many users',
			request: 'GET /user',
			query: {
				companyId: pick(company, { description: 'Your own company where it is left out' }),
				excludeUserIds: pickMany(users, { label: 'Exclude User' }),
				isHelper: flag({
					description: 'Whether the user is a helper; not together with the other two of this kind',
				}),
				isSales: flag({
					label: 'Is Salesperson',
					description: 'Whether the user is a salesperson',
				}),
				isTech: flag({
					label: 'Is Technician',
					description:
						'Whether the user is a technician; not together with the other two of this kind',
				}),
				isTechOrHelper: flag({
					label: 'Is Technician or Helper',
					description:
						'Whether the user is one of them; not together with the other two of this kind',
				}),
				locationId: select(office, { label: 'Home Office' }),
				name: text({ description: 'A part of the name, user name, email or company' }),
				status: choices(named(statuses), { description: 'Active ones where it is left out' }),
				...stampFilters,
			},
			refuses: ({ isHelper, isTech, isTechOrHelper }) =>
				[isHelper, isTech, isTechOrHelper].filter((one) => one !== undefined).length > 1
					? 'Is Technician, Is Helper, Is Technician or Helper: only one of them can be given'
					: undefined,
		}),
		removeRole: operation({
			action: 'Remove a role from a user',
			request: 'DELETE /user/{userId}/role/{roleId}',
			path: { userId, roleId },
			returns: 'nothing',
		}),
		update: update({
			action: 'Update a user',
			description: 'Users cannot be deleted; make them inactive instead',
			request: 'PUT /user/{userId}',
			path: { userId },
			body: {
				companyId: pick(company),
				email: text({ placeholder: 'name@example.com' }),
				firstName: text(),
				lastName: text(),
				locationId: select(office, { label: 'Home Office' }),
				password: text({ secret: true, description: PASSWORD }),
				...details,
			},
		}),
	},
});
