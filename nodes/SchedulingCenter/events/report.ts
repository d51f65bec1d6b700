import { defineEvent } from '../../shared/define/event';
import { shortOverlapSeconds, untouched } from './clocks';
import { ofFranchise } from './filters';

/** The one sample of the filter is read by the server as an hour earlier. */
const overlapSeconds = 60 * shortOverlapSeconds;

export const householdUpdated = defineEvent({
	value: 'householdUpdated',
	name: 'Household Updated',
	description:
		'When an address that is known already gets a new latest invoice or contact, or changes otherwise',
	request: 'GET /households',
	always: { showInactive: true },
	since: (moment) => ({ 'last_modified.after': moment }),
	changedAt: 'last_modified',
	id: '_id.$oid',
	only: (record) => !untouched(record),
	filters: ofFranchise,
	overlapSeconds,
});

export const householdCreated = defineEvent({
	...householdUpdated,
	value: 'householdCreated',
	name: 'Household Created',
	description: 'When an address is served for the first time',
	// What was created counts as modified too, and there is no filter for its creation alone.
	changedAt: 'date_created',
	only: undefined,
});

export const marketingEmailUpdated = defineEvent({
	...householdUpdated,
	value: 'marketingEmailUpdated',
	name: 'Marketing Email Updated',
	description:
		'When a known email address gets a new latest invoice or address, unsubscribes, or changes otherwise',
	request: 'GET /marketingEmails',
});

export const marketingEmailCreated = defineEvent({
	...marketingEmailUpdated,
	value: 'marketingEmailCreated',
	name: 'Marketing Email Created',
	description: 'When an email address of a customer is seen for the first time',
	changedAt: 'date_created',
	only: undefined,
});
