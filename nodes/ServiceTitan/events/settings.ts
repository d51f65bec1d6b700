import { choice } from '../../shared/define/fields';
import { changesOf } from './changes';

/** These lists do not say when something was made, so that new records come with changed ones. */
const [, , projectStatus] = changesOf({
	value: 'projectStatus',
	name: 'Project Status',
	begins: 'a project status is added',
	changes: 'a project status changes',
	request: 'GET /jpm/v2/tenant/{tenant}/project-statuses',
	sorts: true,
});
const [, , campaign] = changesOf({
	value: 'campaign',
	name: 'Campaign',
	begins: 'a campaign is added',
	changes: 'a campaign changes, deactivation included',
	request: 'GET /marketing/v2/tenant/{tenant}/campaigns',
	sorts: false,
	opened: { active: 'Any' },
});

/** User roles only say when they were made. */
const [userRole] = changesOf({
	value: 'userRole',
	name: 'User Role',
	begins: 'a user role is added',
	changes: '',
	request: 'GET /settings/v2/tenant/{tenant}/user-roles',
	sorts: false,
	opened: { active: 'Any' },
	filters: { employeeType: choice(['All', 'Employee', 'None', 'Technician']) },
});

/** What administrators keep. */
export const settingsEvents = [
	...changesOf({
		value: 'jobType',
		name: 'Job Type',
		begins: 'a job type is added',
		changes: 'a job type changes, deactivation included',
		request: 'GET /jpm/v2/tenant/{tenant}/job-types',
		// It has an older way to ask for an order, and is read by stretches of time instead.
		sorts: false,
		opened: { active: 'Any' },
	}),
	...changesOf({
		value: 'jobCancelReason',
		name: 'Job Cancel Reason',
		begins: 'a reason to cancel jobs is added',
		changes: 'a reason to cancel jobs changes, deactivation included',
		request: 'GET /jpm/v2/tenant/{tenant}/job-cancel-reasons',
		sorts: true,
		opened: { active: 'Any' },
	}),
	...changesOf({
		value: 'jobHoldReason',
		name: 'Job Hold Reason',
		begins: 'a reason to hold jobs is added',
		changes: 'a reason to hold jobs changes, deactivation included',
		request: 'GET /jpm/v2/tenant/{tenant}/job-hold-reasons',
		sorts: true,
		opened: { active: 'Any' },
	}),
	projectStatus,
	campaign,
	...changesOf({
		value: 'bookingProvider',
		name: 'Booking Provider',
		begins: 'a booking provider is added',
		changes: 'a booking provider changes',
		request: 'GET /crm/v2/tenant/{tenant}/booking-provider-tags',
		sorts: true,
	}),
	...changesOf({
		value: 'businessUnit',
		name: 'Business Unit',
		begins: 'a business unit is added',
		changes: 'a business unit changes, deactivation included',
		request: 'GET /settings/v2/tenant/{tenant}/business-units',
		sorts: false,
		opened: { active: 'Any' },
		resource: 'businessUnit',
	}),
	...changesOf({
		value: 'tagType',
		name: 'Tag Type',
		begins: 'a tag type is added',
		changes: 'a tag type changes, deactivation included',
		request: 'GET /settings/v2/tenant/{tenant}/tag-types',
		sorts: true,
		opened: { active: 'Any' },
	}),
	userRole,
	...changesOf({
		value: 'callReason',
		name: 'Call Reason',
		begins: 'a call reason is added',
		changes: 'a call reason changes, deactivation included',
		request: 'GET /jbce/v2/tenant/{tenant}/call-reasons',
		sorts: true,
		opened: { active: 'Any' },
	}),
];
