import { pick, pickMany } from '../../shared/define/fields';
import { defineEvent } from '../../shared/define/event';
import { location, subscriber, trade } from '../pickers';
import { assetType, bodyPages } from '../recordPickers';

/** Assets that are out of use count too, or their going out of use would never be seen. */
const everything = { IncludeDeactivated: true };

export const assetUpdated = defineEvent({
	value: 'assetUpdated',
	name: 'Asset Updated',
	description: 'When anything on an asset changes. Several changes between two looks come as one.',
	request: 'POST /assets/getfilteredassets',
	resource: 'asset',
	always: { ...everything, SortField: 'LastUpdatedDate', SortDirection: 'asc' },
	since: (moment) => ({ ModifiedDateFrom: moment }),
	changedAt: 'ModifiedDateDto',
	sentBack: 'ModifiedDate',
	id: 'Id',
	paging: bodyPages,
	sorted: true,
	// inferred: the two are written alike, so that one that was only created has the same in both
	only: ({ CreatedDate: created, ModifiedDate: modified }) => created !== modified,
	filters: {
		assetTypes: pickMany(assetType, { as: 'AssetTypes' }),
		locationIds: pickMany(location, { as: 'LocationIds' }),
		subscriberId: pick(subscriber, { as: 'SubscriberId' }),
		tradeIds: pickMany(trade, { as: 'TradeIds' }),
	},
	overlapSeconds: 120,
});

export const assetCreatedOrUpdated = defineEvent({
	...assetUpdated,
	value: 'assetCreatedOrUpdated',
	name: 'Asset Created or Updated',
	description:
		'When an asset is created or changed. Several changes between two looks come as one.',
	only: undefined,
});

export const assetCreated = defineEvent({
	...assetUpdated,
	value: 'assetCreated',
	name: 'Asset Created',
	description: 'When an asset is created. A change before the next look comes with it.',
	// No order by creation is offered, so the list is read whole.
	always: everything,
	since: (moment) => ({ CreatedDateFrom: moment }),
	changedAt: 'CreatedDate',
	sentBack: 'CreatedDate',
	sorted: false,
	only: undefined,
	// The date of creation has one spelling only, which may stand up to half a day off what it means.
	lagSeconds: 12 * 3_600,
});
