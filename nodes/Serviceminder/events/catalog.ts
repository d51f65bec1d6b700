import { defineSnapshotEvent, type SnapshotEvent } from '../../shared/define/event';
import { organizationSearch } from '../resources/organization';
import { wholeList } from '../wire';
import { overlapSeconds } from './days';

/** Lists that come whole and tell no times: what is new or changed shows when two looks are compared. */
const whole = {
	since: () => ({}),
	// inferred: the vendor's downloads go on from the highest ID plus 1, so later records have higher IDs.
	idsGrowOverDays: 1,
	overlapSeconds,
	paging: wholeList,
};

/** Both events of a list, by the one that finds changes. */
const bothOf = (
	updated: SnapshotEvent,
	created: Pick<SnapshotEvent, 'value' | 'name' | 'description'>,
): SnapshotEvent[] => [
	updated,
	defineSnapshotEvent({ ...updated, ...created, finds: 'created', compared: undefined }),
];

const services = bothOf(
	defineSnapshotEvent({
		...whole,
		value: 'serviceUpdated',
		name: 'Service Updated',
		description:
			'When name, prices, category or parts of a service change. Each poll reads the whole list.',
		request: 'POST /services/all',
		always: { IncludeParts: true, IncludeInactive: true },
		finds: 'changed',
		id: 'Id',
		compared: ['Name', 'BasePrice', 'UnitPrice', 'Category', 'AvailableParts'],
	}),
	{
		value: 'serviceCreated',
		name: 'Service Created',
		description: 'When there is a new service. Each poll reads the whole list.',
	},
);

const serviceAgents = bothOf(
	defineSnapshotEvent({
		...whole,
		value: 'serviceAgentUpdated',
		name: 'Service Agent Updated',
		description:
			'When name, email, last day or working times of a service agent change. Each poll reads the whole list.',
		request: 'POST /serviceagents/all',
		always: { IncludeInactive: true },
		finds: 'changed',
		id: 'Id',
		compared: ['Name', 'Email', 'EndDate', 'TimeSlots'],
	}),
	{
		value: 'serviceAgentCreated',
		name: 'Service Agent Created',
		description: 'When there is a new service agent. Each poll reads the whole list.',
	},
);

const users = bothOf(
	defineSnapshotEvent({
		...whole,
		value: 'userUpdated',
		name: 'User Updated',
		// inferred: users have at least these; their rows are not documented.
		description: 'When name or email of a user change. Each poll reads the whole list.',
		request: 'POST /user/all',
		finds: 'changed',
		id: 'Id',
		compared: ['Name', 'Email'],
	}),
	{
		value: 'userCreated',
		name: 'User Created',
		description: 'When there is a new user. Each poll reads the whole list.',
	},
);

const organizations = bothOf(
	defineSnapshotEvent({
		...whole,
		value: 'organizationUpdated',
		name: 'Organization Updated',
		description:
			'When a name or the location ID of an organization changes. Needs a brand key. Each poll reads the whole list.',
		request: 'POST /organizations/query',
		always: { IncludeInactive: true },
		finds: 'changed',
		id: 'OrganizationId',
		compared: ['Name', 'PublicName', 'InternalName', 'LocationId'],
		filters: organizationSearch,
	}),
	{
		value: 'organizationCreated',
		name: 'Organization Created',
		description:
			'When there is a new organization. Needs a brand key. Each poll reads the whole list.',
	},
);

export const catalogEvents = [...services, ...serviceAgents, ...users, ...organizations];
