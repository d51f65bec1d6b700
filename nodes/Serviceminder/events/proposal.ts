import { defineSnapshotEvent } from '../../shared/define/event';
import { pick } from '../../shared/define/fields';
import { contact } from '../pickers';
import { pascalCased, takenPages } from '../wire';
import { overlapSeconds } from './days';

export const proposalUpdated = defineSnapshotEvent({
	value: 'proposalUpdated',
	name: 'Proposal Updated',
	description:
		'When status, amount, date, service or lines of a proposal change. Cannot see deletions. Several changes between two looks come as one.',
	request: 'POST /proposal/query',
	resource: 'proposal',
	// Without it only open ones are listed.
	always: { Scope: 'all', IncludeContact: true },
	since: (day) => ({ UpdatedFrom: day }),
	finds: 'changed',
	id: 'Id',
	compared: ['Status', 'Subtotal', 'Date', 'ContactId', 'ServiceName', 'ProposalLines'],
	// inferred: the vendor's downloads go on from the highest ID plus 1, so later records have higher IDs.
	idsGrowOverDays: 30,
	filters: pascalCased({ contactId: pick(contact) }),
	overlapSeconds,
	paging: takenPages,
});

export const proposalCreated = defineSnapshotEvent({
	...proposalUpdated,
	value: 'proposalCreated',
	name: 'Proposal Created',
	description:
		'When a proposal is made, recognised by an ID that is higher than all before, because the vendor tells no time of creation',
	finds: 'created',
	compared: undefined,
});

export const proposalAccepted = defineSnapshotEvent({
	...proposalUpdated,
	value: 'proposalAccepted',
	name: 'Proposal Accepted',
	description: 'When a proposal is accepted, by the customer or on their behalf',
	always: { Scope: 'accepted', IncludeContact: true },
	since: (day) => ({ FromAccepted: day }),
	finds: 'created',
	compared: undefined,
	idsGrowOverDays: undefined,
});
