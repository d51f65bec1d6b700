import { choices, pick } from '../../shared/define/fields';
import { defineEvent } from '../../shared/define/event';
import { isNumber, isOneOf, wholeYear } from '../odata';
import { location, provider, subscriber, trade } from '../pickers';

/**
 * Seconds. Where a record has a date in one spelling only, that may be printed with the offset of the
 * server, and so stand up to half a day off what it means.
 */
const ODD_CLOCK = 12 * 3_600;

/** Conditions on the companies and the place, which records of money have beside them. */
const around = {
	locationId: pick(location, isNumber('Location/Id')),
	providerId: pick(provider, isNumber('Provider/Id')),
	subscriberId: pick(subscriber, isNumber('Subscriber/Id')),
};

export const proposalUpdated = defineEvent({
	value: 'proposalUpdated',
	name: 'Proposal Updated',
	description:
		'When anything on a proposal changes that was created less than a year ago, its status for instance. Several changes between two looks come as one.',
	request: 'GET /odata/proposals',
	resource: 'proposal',
	always: wholeYear('UpdatedDate,Id', 'CreatedDate'),
	since: (moment) => ({ $filter: `UpdatedDate ge ${moment}` }),
	changedAt: 'UpdatedDateDto',
	// The plain member may be printed hours off, and the filter goes by it.
	sentBack: 'UpdatedDate',
	id: 'Id',
	sorted: true,
	// inferred: a proposal that was only created carries the same moment in both
	only: ({ CreatedDate_dto: created, UpdatedDateDto: updated }) => created !== updated,
	filters: {
		...around,
		primaryStatus: choices(
			['Approved', 'On Hold', 'Open', 'Rejected', 'Reviewed', 'Void'],
			isOneOf('Status/Primary'),
		),
		tradeId: pick(trade, isNumber('Trade/Id')),
	},
	overlapSeconds: 120,
});

export const proposalCreated = defineEvent({
	...proposalUpdated,
	value: 'proposalCreated',
	name: 'Proposal Created',
	description: 'When a proposal is created. A change before the next look comes with it.',
	always: wholeYear('CreatedDate,Id', 'CreatedDate'),
	since: (moment) => ({ $filter: `CreatedDate ge ${moment}` }),
	changedAt: 'CreatedDate_dto',
	sentBack: 'CreatedDate',
	only: undefined,
});

export const proposalCreatedOrUpdated = defineEvent({
	...proposalUpdated,
	value: 'proposalCreatedOrUpdated',
	name: 'Proposal Created or Updated',
	description:
		'When a proposal is created, or when anything changes on one that was created less than a year ago. Several changes between two looks come as one.',
	only: undefined,
});

export const invoiceUpdated = defineEvent({
	value: 'invoiceUpdated',
	name: 'Invoice Updated',
	description:
		'When anything on an invoice changes that was posted less than a year ago, its status for instance. For subscribers only. Several changes between two looks come as one.',
	request: 'GET /odata/invoices',
	resource: 'invoice',
	always: wholeYear('UpdatedDate,Id', 'PostedDate'),
	since: (moment) => ({ $filter: `UpdatedDate ge ${moment}` }),
	// Invoices have no second spelling of their dates; the one there is goes back as it came.
	changedAt: 'UpdatedDate',
	sentBack: 'UpdatedDate',
	id: 'Id',
	sorted: true,
	// inferred: an invoice that was only posted carries the same moment in both
	only: ({ PostedDate: posted, UpdatedDate: updated }) => posted !== updated,
	filters: {
		...around,
		status: choices(
			['Approved', 'Disputed', 'On Hold', 'Open', 'Paid', 'Rejected', 'Reviewed', 'Void'],
			isOneOf('Status'),
		),
	},
	overlapSeconds: 120,
	lagSeconds: ODD_CLOCK,
});

export const invoiceCreated = defineEvent({
	...invoiceUpdated,
	value: 'invoiceCreated',
	name: 'Invoice Created',
	description:
		'When an invoice is posted. For subscribers only. A change before the next look comes with it.',
	always: wholeYear('PostedDate,Id', 'PostedDate'),
	since: (moment) => ({ $filter: `PostedDate ge ${moment}` }),
	changedAt: 'PostedDate',
	sentBack: 'PostedDate',
	only: undefined,
});

export const invoiceCreatedOrUpdated = defineEvent({
	...invoiceUpdated,
	value: 'invoiceCreatedOrUpdated',
	name: 'Invoice Created or Updated',
	description:
		'When an invoice is posted, or when anything changes on one that was posted less than a year ago. For subscribers only. Several changes between two looks come as one.',
	only: undefined,
});

export const rfpUpdated = defineEvent({
	value: 'rfpUpdated',
	name: 'RFP Updated',
	description:
		'When anything on a request for proposal changes. For subscribers only. Several changes between two looks come as one.',
	request: 'GET /odata/rfps',
	resource: 'rfp',
	always: { $orderby: 'UpdatedDate,Id' },
	since: (moment) => ({ $filter: `UpdatedDate ge ${moment}` }),
	changedAt: 'UpdatedDateDTO',
	sentBack: 'UpdatedDate',
	id: 'Id',
	sorted: true,
	// inferred, as with proposals
	only: ({ CreatedDateDTO: created, UpdatedDateDTO: updated }) => created !== updated,
	filters: { ...around, tradeId: pick(trade, isNumber('TradeId')) },
	overlapSeconds: 120,
});

export const rfpCreated = defineEvent({
	...rfpUpdated,
	value: 'rfpCreated',
	name: 'RFP Created',
	description:
		'When a request for proposal is created. For subscribers only. A change before the next look comes with it.',
	always: { $orderby: 'CreatedDate,Id' },
	since: (moment) => ({ $filter: `CreatedDate ge ${moment}` }),
	changedAt: 'CreatedDateDTO',
	sentBack: 'CreatedDate',
	only: undefined,
});

export const rfpCreatedOrUpdated = defineEvent({
	...rfpUpdated,
	value: 'rfpCreatedOrUpdated',
	name: 'RFP Created or Updated',
	description:
		'When a request for proposal is created or changed. For subscribers only. Several changes between two looks come as one.',
	only: undefined,
});

export const providerAssignmentUpdated = defineEvent({
	value: 'providerAssignmentUpdated',
	name: 'Provider Assignment Updated',
	description:
		'When the assignment of a provider to a trade and a location changes. It does not see that one was taken away.',
	request: 'GET /odata/GetProviderAssignments',
	always: { $orderby: 'UpdatedDate,Id' },
	since: (moment) => ({ $filter: `UpdatedDate ge ${moment}` }),
	changedAt: 'UpdatedDate',
	sentBack: 'UpdatedDate',
	id: 'Id',
	sorted: true,
	// inferred, as with proposals
	only: ({ CreatedDate: created, UpdatedDate: updated }) => created !== updated,
	filters: { ...around, tradeId: pick(trade, isNumber('Trade/Id')) },
	overlapSeconds: 120,
	lagSeconds: ODD_CLOCK,
});

export const providerAssignmentCreated = defineEvent({
	...providerAssignmentUpdated,
	value: 'providerAssignmentCreated',
	name: 'Provider Assignment Created',
	description:
		'When a provider is assigned to a trade and a location. A change before the next look comes with it.',
	always: { $orderby: 'CreatedDate,Id' },
	since: (moment) => ({ $filter: `CreatedDate ge ${moment}` }),
	changedAt: 'CreatedDate',
	sentBack: 'CreatedDate',
	only: undefined,
});

export const providerAssignmentCreatedOrUpdated = defineEvent({
	...providerAssignmentUpdated,
	value: 'providerAssignmentCreatedOrUpdated',
	name: 'Provider Assignment Created or Updated',
	description:
		'When a provider is assigned to a trade and a location, or such an assignment changes. It does not see that one was taken away.',
	only: undefined,
});
