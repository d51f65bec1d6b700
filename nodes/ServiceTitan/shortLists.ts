import { definePicker, labelled, type Picker } from '../shared/define/picker';
import type { Route } from '../shared/define/vendor';

/** The answer leaves inactive records out unless asked for them; what is picked is meant to be in use. */
const active = { active: 'True' };

/** A list that the account keeps for itself, short enough for a dropdown. */
export const shortList = (
	value: string,
	name: string,
	plural: string,
	search: Route,
	more: Partial<Picker> = {},
): Picker =>
	definePicker({
		value,
		name,
		plural,
		search,
		example: '5',
		id: 'number',
		item: ({ name: label, id: key }) => ({ name: String(label ?? key), value: Number(key) }),
		...more,
	});

/** Lists that can be searched by name. */
const byName = { find: (name: string) => ({ name }) };

export const businessUnit = shortList(
	'businessUnit',
	'Business Unit',
	'Business Units',
	'GET /settings/v2/tenant/{tenant}/business-units',
	{ ...byName, always: active },
);

export const jobType = shortList(
	'jobType',
	'Job Type',
	'Job Types',
	'GET /jpm/v2/tenant/{tenant}/job-types',
	{ ...byName, always: active },
);

export const campaign = shortList(
	'campaign',
	'Campaign',
	'Campaigns',
	'GET /marketing/v2/tenant/{tenant}/campaigns',
	byName,
);

export const cancelReason = shortList(
	'cancelReason',
	'Cancel Reason',
	'Cancel Reasons',
	'GET /jpm/v2/tenant/{tenant}/job-cancel-reasons',
	{ always: active },
);

export const tagType = shortList(
	'tagType',
	'Tag',
	'Tags',
	'GET /settings/v2/tenant/{tenant}/tag-types',
	{ always: active },
);

export const holdReason = shortList(
	'holdReason',
	'Hold Reason',
	'Hold Reasons',
	'GET /jpm/v2/tenant/{tenant}/job-hold-reasons',
	{ always: active },
);

export const projectStatus = shortList(
	'projectStatus',
	'Project Status',
	'Project Statuses',
	'GET /jpm/v2/tenant/{tenant}/project-statuses',
	byName,
);

export const projectSubStatus = shortList(
	'projectSubStatus',
	'Project Sub-Status',
	'Project Sub-Statuses',
	'GET /jpm/v2/tenant/{tenant}/project-substatuses',
	{ ...byName, within: { statusId: 'statusId' } },
);

export const projectType = shortList(
	'projectType',
	'Project Type',
	'Project Types',
	'GET /jpm/v2/tenant/{tenant}/project-types',
);

export const userRole = shortList(
	'userRole',
	'User Role',
	'User Roles',
	'GET /settings/v2/tenant/{tenant}/user-roles',
	{ ...byName, always: active },
);

export const callReason = shortList(
	'callReason',
	'Call Reason',
	'Call Reasons',
	'GET /jbce/v2/tenant/{tenant}/call-reasons',
	{ always: active },
);

export const campaignCategory = shortList(
	'campaignCategory',
	'Campaign Category',
	'Campaign Categories',
	'GET /marketing/v2/tenant/{tenant}/categories',
);

export const taxZone = shortList(
	'taxZone',
	'Tax Zone',
	'Tax Zones',
	'GET /accounting/v2/tenant/{tenant}/tax-zones',
	{ always: active },
);

export const zone = shortList('zone', 'Zone', 'Zones', 'GET /dispatch/v2/tenant/{tenant}/zones', {
	always: active,
});

export const team = shortList('team', 'Team', 'Teams', 'GET /dispatch/v2/tenant/{tenant}/teams');

export const truck = shortList(
	'truck',
	'Truck',
	'Trucks',
	'GET /inventory/v2/tenant/{tenant}/trucks',
);

export const timesheetCode = shortList(
	'timesheetCode',
	'Timesheet Code',
	'Timesheet Codes',
	'GET /payroll/v2/tenant/{tenant}/timesheet-codes',
	{ item: ({ code, id: key }) => ({ name: labelled(code, key), value: Number(key) }) },
);

export const bookingProvider = shortList(
	'bookingProvider',
	'Booking Provider',
	'Booking Providers',
	'GET /crm/v2/tenant/{tenant}/booking-provider-tags',
	{
		...byName,
		item: ({ tagName, id: key }) => ({ name: labelled(tagName, key), value: Number(key) }),
	},
);

export const arrivalWindow = shortList(
	'arrivalWindow',
	'Arrival Window',
	'Arrival Windows',
	'GET /dispatch/v2/tenant/{tenant}/arrival-windows',
	{
		item: ({ start, duration, id: key }) => ({
			name: labelled(`${String(start)}, ${String(duration)} long`, key),
			value: Number(key),
		}),
	},
);

/** The account's custom fields, by what they belong to. */
const customField = (value: string, of: string, search: Route): Picker =>
	shortList(value, `${of} Custom Field`, `${of} Custom Fields`, search);

export const customerField = customField(
	'customerField',
	'Customer',
	'GET /crm/v2/tenant/{tenant}/customers/custom-fields',
);
export const locationField = customField(
	'locationField',
	'Location',
	'GET /crm/v2/tenant/{tenant}/locations/custom-fields',
);
export const jobField = customField(
	'jobField',
	'Job',
	'GET /jpm/v2/tenant/{tenant}/jobs/custom-fields',
);
export const projectField = customField(
	'projectField',
	'Project',
	'GET /jpm/v2/tenant/{tenant}/projects/custom-fields',
);

/** Lists of the choices that tasks are made from; they come together in one answer. */
const ofTasks = (value: string, name: string, plural: string, at: string): Picker =>
	shortList(value, name, plural, 'GET /taskmanagement/v2/tenant/{tenant}/data', {
		at,
		item: ({ name: label, id: key, active: isActive }) =>
			isActive === false ? undefined : { name: String(label ?? key), value: Number(key) },
	});

export const taskType = ofTasks('taskType', 'Task Type', 'Task Types', 'taskTypes');
export const taskSource = ofTasks('taskSource', 'Task Source', 'Task Sources', 'taskSources');
export const taskResolution = ofTasks(
	'taskResolution',
	'Task Resolution',
	'Task Resolutions',
	'taskResolutions',
);
