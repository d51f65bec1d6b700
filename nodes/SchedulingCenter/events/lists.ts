import { defineEvent, defineSnapshotEvent } from '../../shared/define/event';
import { pick, text } from '../../shared/define/fields';
import { campaignSubcategory } from '../pickers';
import { snakeCased } from '../wire';
import { lagSeconds, shortOverlapSeconds, untouched } from './clocks';
import { ofFranchise } from './filters';

/** Short lists without a filter by time. They are read whole, so that nothing is ever forgotten. */
const whole = {
	always: { showInactive: true },
	since: () => ({}),
	id: 'id',
	overlapSeconds: shortOverlapSeconds,
} as const;

const campaignFilters = {
	...ofFranchise,
	...snakeCased({ campaignsSubcategoryId: pick(campaignSubcategory) }),
};
const locationFilters = {
	...ofFranchise,
	search: text({ description: 'Looks in names, codes and telephone numbers' }),
};
const employeeFilters = {
	...ofFranchise,
	search: text({
		description: 'Looks in names, usernames, email addresses and telephone numbers',
	}),
};

/** Old campaigns have no time of creation, so the new ones are told by their IDs. */
export const campaignCreated = defineSnapshotEvent({
	...whole,
	value: 'campaignCreated',
	name: 'Campaign Created',
	description: 'When a campaign is added, hidden ones included',
	request: 'GET /campaigns',
	resource: 'campaign',
	finds: 'created',
	filters: campaignFilters,
});

export const campaignUpdated = defineEvent({
	...whole,
	value: 'campaignUpdated',
	name: 'Campaign Updated',
	description: 'When a campaign is changed, deleted, activated or hidden',
	request: 'GET /campaigns',
	resource: 'campaign',
	changedAt: 'last_modified',
	only: (record) => !untouched(record),
	filters: campaignFilters,
	lagSeconds,
});

export const locationCreated = defineSnapshotEvent({
	...whole,
	value: 'locationCreated',
	name: 'Location Created',
	description: 'When a location is added, drafts included',
	request: 'GET /locations',
	resource: 'location',
	finds: 'created',
	filters: locationFilters,
});

/** IDs count upwards in every sample, which tells a new location from one that changed. */
const idsGrowOverDays = 1;

export const locationUpdated = defineSnapshotEvent({
	...locationCreated,
	value: 'locationUpdated',
	name: 'Location Updated',
	description: 'When a location changes, deletion included (active is then false)',
	finds: 'changed',
	compared: ['last_modified', 'status', 'active'],
	idsGrowOverDays,
});

export const employeeCreated = defineSnapshotEvent({
	...whole,
	value: 'employeeCreated',
	name: 'Employee Created',
	description: 'When an employee is added',
	request: 'GET /employees',
	resource: 'employee',
	finds: 'created',
	filters: employeeFilters,
});

/** Employees show no time of change, so it is their columns that are compared. */
export const employeeUpdated = defineSnapshotEvent({
	...employeeCreated,
	value: 'employeeUpdated',
	name: 'Employee Updated',
	description:
		'When the name, group, franchise, address, telephone, email, color or calendar of an employee changes, deletion included (active is then false)',
	finds: 'changed',
	compared: [
		'first_name',
		'last_name',
		'username',
		'title',
		'group_id',
		'franchise_id',
		'deprecated_franchise_id',
		'address_1',
		'address_2',
		'city',
		'state',
		'zipcode',
		'telephone',
		'mobile',
		'email',
		'color',
		'schedule',
		'active',
	],
	idsGrowOverDays,
});
