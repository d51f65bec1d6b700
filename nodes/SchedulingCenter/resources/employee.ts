import { date, flag, number, pick, select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { employee as employees, franchise, group } from '../pickers';
import { snakeCased } from '../wire';
import { listFilters, sameAgain } from './fields';

const path = { id: pick(employees, { required: true }) };

const username = { description: 'For signing in; no two employees have the same' };
const groups = { description: 'It decides about rights and may not be ranked above your own' };

const details = snakeCased({
	franchiseId: pick(franchise, {
		description: 'The home franchise. An employee may work for several.',
	}),
	title: text(),
	middleInitial: text(),
	suffix: text(),
	address1: text({ label: 'Street' }),
	address2: text({ label: 'Street, Second Line' }),
	city: text(),
	state: text(),
	zipcode: text({ label: 'ZIP' }),
	telephone: text({ placeholder: '555-0142' }),
	mobile: text({ placeholder: '555-0143' }),
	email: text({
		placeholder: 'name@example.com',
		description: 'No two employees may have the same',
	}),
	startDate: date({ description: 'The first working day' }),
	birthDate: date(),
	// Not of the type that n8n has for colors, which gives a leading #, and so not under that name either.
	hexCode: text({
		as: 'color',
		label: 'Calendar Color',
		placeholder: '1a7f37',
		description: 'Six hexadecimal digits without #',
	}),
	extUser: text({ as: 'ext_user_id', label: 'External ID' }),
	schedule: flag({ description: 'Whether to show the employee on the calendar' }),
	displayOrder: number({ description: 'The position in lists' }),
});

export const employee = defineResource({
	value: 'employee',
	name: 'Employee',
	description: 'An account for signing in; technicians are employees too',
	simple: [
		'id',
		'first_name',
		'last_name',
		'username',
		'email',
		'telephone',
		'mobile',
		'franchise_id',
		// The name of the same member since version 1.6 of the API.
		'deprecated_franchise_id',
		'group_id',
		'group.name',
		'schedule',
		'active',
	],
	operations: {
		create: create({
			action: 'Create an employee',
			request: 'POST /employees',
			body: {
				...snakeCased({
					firstName: text({ required: true }),
					lastName: text({ required: true }),
					username: text({ ...username, required: true }),
					groupId: select(group, { ...groups, required: true }),
				}),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete an employee',
			description:
				'The employee becomes inactive: no more signing in, and gone from lists, but not from the calendar',
			request: 'DELETE /employees/{id}',
			path,
			query: {
				takeOffCalendar: flag({
					as: 'schedule',
					description:
						'Whether to take the employee off the calendar first, where even deleted ones stay otherwise',
				}),
			},
			async run({ id, takeOffCalendar }, { send }) {
				const at = { path: { id } };
				if (takeOffCalendar) {
					await send('PATCH /employees/{id}', {
						...at,
						body: { schedule: false },
						...sameAgain,
					});
				}
				await send('DELETE /employees/{id}', at);
				return { deleted: true, id };
			},
		}),
		get: read({
			action: 'Get an employee',
			request: 'GET /employees/{id}',
			path,
		}),
		getAll: listAll({
			action: 'Get many employees',
			description: 'To find the owners of a franchise, keep those of the group Franchise Owner',
			request: 'GET /employees',
			query: {
				search: text({
					description: 'Looks in names, usernames, email addresses and telephone numbers',
				}),
				...listFilters,
			},
		}),
		update: update({
			action: 'Update an employee',
			description: 'What is not given stays as it is',
			request: 'PATCH /employees/{id}',
			path,
			body: {
				...snakeCased({
					firstName: text(),
					lastName: text(),
					username: text(username),
					groupId: select(group, groups),
				}),
				...details,
			},
			...sameAgain,
		}),
	},
});
