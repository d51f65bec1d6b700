import {
	choice,
	choices,
	flag,
	group,
	list,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { technician as technicians, truck, userRole } from '../pickers';
import { exportOf } from './export';
import { activeFilter, customFields, ids, stampFilters } from './fields';
import { keeping, keepOthers, replaces } from './keeping';
import { accountAction, contactable, creation, login, password } from './people';

const id = pick(technicians, { required: true });

const licenses = [
	['Managed Installer', 'ManagedInstaller'],
	['Managed Technician', 'ManagedTech'],
	['Non-Managed Technician', 'NonManagedTech'],
] as const;

/** Where an account is activated, the same licenses are spelled otherwise. */
const accountLicenses = [
	['Managed Installer', 'ManagedInstaller'],
	['Managed Technician', 'ManagedTechnician'],
	['Non-Managed Technician', 'NonManagedTechnician'],
] as const;

const positions = [
	['Dummy Technician', 'DummyTech'],
	'Helper',
	['Install Production Manager', 'InstallProductionManager'],
	'Installer',
	'Maintenance',
	['Part Runner', 'PartRunner'],
	'Sales',
	['Sales Manager', 'SalesManager'],
	'Service',
	['Service Manager', 'ServiceManager'],
] as const;

/** The words tell which of the scheduled, dispatched and working appointments: how many, and of which days. */
const jobFilters = [
	['All', 'AllScheduledDispatchedWorking'],
	['All of Five Days', 'AllScheduledDispatchedWorkingFiveDays'],
	['All of Today', 'AllScheduledDispatchedWorkingToday'],
	['All of Today and Tomorrow', 'AllScheduledDispatchedWorkingTodayTomorrow'],
	['Dispatched and Working Only', 'DispatchedWorking'],
	['Next', 'NextScheduledDispatchedWorking'],
	['Next of Today', 'NextScheduledDispatchedWorkingToday'],
	['Next of Today and Tomorrow', 'NextScheduledDispatchedWorkingTodayTomorrow'],
	['Next Two of Today', 'Next2ScheduledDispatchedWorkingToday'],
] as const;

const about = {
	...contactable,
	email: text({ placeholder: 'name@email.com' }),
	login,
	team: text({ description: 'The name of the team' }),
	dailyGoal: number({ description: 'Revenue aimed at per day' }),
	burdenRate: number({ description: 'Overhead per hour' }),
	bio: text({ rows: 3, description: 'May hold HTML' }),
	memo: text({ rows: 3, description: 'May hold HTML' }),
	jobFilter: choice(jobFilters, {
		label: 'Visible Appointments',
		description: 'Which of the coming appointments the technician sees',
	}),
	jobHistoryDateFilter: choice(
		[
			['All', 'AllJobs'],
			['Last Month', 'LastMonth'],
			['Last Seven Days', 'LastSevenDays'],
			['Last Three Days', 'LastThreeDays'],
		],
		{ label: 'Visible History' },
	),
	customFields,
};

const home = {
	street: text({ required: true }),
	unit: text(),
	city: text({ required: true }),
	state: text(),
	zip: text({ label: 'ZIP' }),
	country: text(),
};

const changes = {
	name: text(),
	roleId: select(userRole),
	positions: choices(positions, { description: 'Replaces the positions that are there' }),
	licenseType: choice(licenses, { label: 'License' }),
	home: group(
		{ ...home, street: text(), city: text() },
		{ label: 'Home Address', description: 'What is left empty stays as it is' },
	),
	accountLocked: flag({ description: 'Whether signing in is blocked' }),
	...about,
};

export const technician = defineResource({
	value: 'technician',
	name: 'Technician',
	description: 'Who does the work',
	simple: ['id', 'name', 'active', 'email', 'phoneNumber', 'businessUnitId', 'team', 'modifiedOn'],
	operations: {
		create: create({
			action: 'Create a technician',
			request: 'POST /settings/v2/tenant/{tenant}/technicians',
			body: {
				...creation,
				positions: choices(positions, { required: true }),
				licenseType: choice(licenses, { required: true, label: 'License' }),
				...about,
				home: group(home, { label: 'Home Address' }),
				password,
			},
		}),
		export: exportOf('technicians', 'GET /settings/v2/tenant/{tenant}/export/technicians'),
		get: read({
			action: 'Get a technician',
			request: 'GET /settings/v2/tenant/{tenant}/technicians/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many technicians',
			request: 'GET /settings/v2/tenant/{tenant}/technicians',
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
			action: 'Manage the account of a technician',
			description: 'Activate, deactivate, or send an invite or a link for a new password',
			request: 'POST /settings/v2/tenant/{tenant}/technicians/{id}/account-actions',
			path: { id },
			body: {
				accountAction,
				licenseType: choice(accountLicenses, {
					label: 'License',
					description: 'Has to be given with Activate',
				}),
				truckId: select(truck),
			},
			refuses: ({ accountAction: action, licenseType }) =>
				action === 'Activate' && licenseType === undefined
					? 'License: Activate needs it'
					: undefined,
		}),
		update: update({
			action: 'Update a technician',
			notice: replaces,
			request: 'PATCH /settings/v2/tenant/{tenant}/technicians/{id}',
			path: { id },
			body: { ...changes, keepOthers },
			run: keeping('/settings/v2/tenant/{tenant}/technicians/{id}', changes),
		}),
	},
});
