import { omit } from 'lodash';

import { anything, equals, list, pagesBy, type ListOptions } from '../core/pieces';
import { conflict, notFound, Refusal } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { contactInAppointment, UNSHOWN } from './contacts';
import { dayWindow, localNow, padding } from './times';

/** The row without what is not shown of it, an invoice's status included, and with its contact where that was asked for. */
function shown(row: Row, { store, body }: SandboxRequest): Row {
	return {
		...omit(row, [...UNSHOWN, 'Status']),
		Contact:
			body.IncludeContact === true
				? contactInAppointment(store.collection('contacts').get(row.ContactId))
				: null,
	};
}

function queryOf(
	from: string,
	key: string,
	{ filters, ...more }: Pick<ListOptions, 'filters' | 'unless' | 'show'>,
): Handler {
	return list({
		from,
		parametersIn: 'body',
		filters: {
			...padding,
			...dayWindow('Date', 'FromDate', 'ThroughDate'),
			ContactId: equals('ContactId'),
			// Read by what shows the rows.
			IncludeContact: anything,
			...filters,
		},
		paging: pagesBy({
			parametersIn: 'body',
			position: { name: 'Skip', counts: 'records' },
			// How many come unasked is not documented: 100 is the sandbox's choice.
			size: { name: 'Take', usual: 100 },
			answer: ({ rows, total }) => ({ [key]: rows, Count: total }),
		}),
		...more,
	});
}

/** The word of a proposal that is still open is not documented; the others are. */
export const OPEN = 'Open';

const STATUSES_OF_SCOPE: Readonly<Record<string, readonly string[]>> = {
	'': [OPEN],
	open: [OPEN],
	accepted: ['Accepted', 'Complete', 'Invoiced'],
	expired: ['Expired'],
};

const shownProposal = (row: Row, request: SandboxRequest): Row => ({
	...shown(row, request),
	Status: row.Status,
});

function requireProposal(store: Store, id: unknown): Row {
	const row = store.collection('proposals').get(id);
	if (!row) throw new Refusal('notFound', 'Proposal not found');
	return row;
}

const proposalDetails: Handler = ({ store, body }) => {
	const row = requireProposal(store, body.Id);
	return {
		...omit(row, [...UNSHOWN, 'Date']),
		ProposalNotes: [],
		CustomerNotes: row.CustomerNotes ?? '',
		ChangeOrders: [],
		BundledProposals: [],
		CustomFields: [],
	};
};

/** Lines as they are kept, with ids and what they come to. */
const lines = (given: readonly Row[]): Row[] =>
	given.map((line, index) => ({
		IsInternal: false,
		...line,
		Id: index + 1,
		ExtendedTotal: Number(line.Quantity ?? 1) * Number(line.UnitPrice ?? 0),
	}));

/** The members that a proposal is made of and changed by. That they are those that are read is inferred. */
function proposalFrom({ store, body }: SandboxRequest): Row {
	const { ContactId, ServiceId, CustomerNotes, ProposalLines } = body;
	if (ContactId !== undefined) store.collection('contacts').require(ContactId);
	const service =
		ServiceId === undefined ? undefined : store.collection('services').require(ServiceId);
	const made = ProposalLines === undefined ? undefined : lines(ProposalLines as Row[]);
	return {
		...(ContactId !== undefined && { ContactId }),
		...(service && { ServiceId, ServiceName: service.Name }),
		...(CustomerNotes !== undefined && { CustomerNotes }),
		...(made && {
			ProposalLines: made,
			Subtotal: made.reduce((sum, { ExtendedTotal }) => sum + Number(ExtendedTotal), 0),
		}),
	};
}

const createProposal: Handler = (request) => {
	const { store, body, clock } = request;
	if (body.TemplateId !== undefined) store.collection('proposalTemplates').require(body.TemplateId);
	const { Id } = store.collection('proposals').add({
		Status: OPEN,
		Date: localNow(clock.now()).toFormat("yyyy-MM-dd'T'00:00:00"),
		AcceptedDate: '',
		Subtotal: 0,
		ServiceName: '',
		ChangeOrderForProposalId: 0,
		ProposalLines: [],
		...proposalFrom(request),
	});
	return { Id };
};

const updateProposal: Handler = (request) => {
	const { store, body } = request;
	const { Id } = requireProposal(store, body.Id);
	store.collection('proposals').change(Id, proposalFrom(request));
	return {};
};

/** That only an open one can be accepted is inferred. */
const acceptProposal: Handler = ({ store, body, clock }) => {
	const { Id, Status } = requireProposal(store, body.Id);
	if (Status !== OPEN) throw conflict(`Proposal is ${String(Status).toLowerCase()} already`);
	store.collection('proposals').change(Id, {
		Status: 'Accepted',
		AcceptedDate: localNow(clock.now()).toFormat("yyyy-MM-dd'T'00:00:00"),
	});
	return {};
};

/** What the imports take is not known; that they take the members that are read is inferred. */
const importInvoice: Handler = ({ store, body, clock }) => {
	const { ContactId, Date, Lines = [] } = body;
	store.collection('contacts').require(ContactId);
	const total = lines(Lines as Row[]).reduce((sum, line) => sum + Number(line.ExtendedTotal), 0);
	const { Id } = store.collection('invoices').add({
		ContactId,
		ProposalId: 0,
		Date: Date ?? localNow(clock.now()).toFormat("yyyy-MM-dd'T'00:00:00"),
		BalanceDue: total,
		Status: total > 0 ? 'Open' : 'Paid',
		Lines,
		Payments: [],
	});
	return { Id };
};

const importPayment: Handler = ({ store, body, clock }) => {
	const invoices = store.collection('invoices');
	const owed = invoices.require(body.InvoiceId);
	const payment = store.collection('payments').add({
		ContactId: owed.ContactId,
		InvoiceId: owed.Id,
		Date: body.Date ?? localNow(clock.now()).toFormat("yyyy-MM-dd'T'00:00:00"),
		Amount: Number(body.Amount ?? 0),
	});
	const left = Math.max(0, Number(owed.BalanceDue) - Number(payment.Amount));
	invoices.change(owed.Id, {
		BalanceDue: left,
		Status: left === 0 ? 'Paid' : owed.Status,
		Payments: [...(owed.Payments as Row[]), payment],
	});
	return { Id: payment.Id };
};

const invoice: Handler = (request) => {
	const row = request.store.collection('invoices').get(request.body.InvoiceId);
	if (!row) throw notFound('Invoice', request.body.InvoiceId);
	return { Invoice: shown(row, request), Payments: row.Payments };
};

export const salesRoutes: Readonly<Record<string, Handler>> = {
	'POST /proposal/query': queryOf('proposals', 'Proposals', {
		filters: {
			...dayWindow('AcceptedDate', 'FromAccepted', 'ThroughAccepted'),
			...dayWindow('UpdatedAt', 'UpdatedFrom', 'UpdatedThrough'),
			// Read by what is left out.
			Scope: anything,
		},
		// Only open ones unless asked otherwise.
		unless: ({ body }) => {
			const statuses = STATUSES_OF_SCOPE[String(body.Scope ?? '')];
			return statuses && ((row) => !statuses.includes(String(row.Status)));
		},
		show: shownProposal,
	}),
	'POST /proposal/details': proposalDetails,
	'POST /proposal/create': createProposal,
	'POST /proposal/update': updateProposal,
	'POST /proposal/accept': acceptProposal,
	'POST /proposal/alltemplates': ({ store }) => ({
		Templates: store.collection('proposalTemplates').all(),
	}),
	'POST /invoice/query': queryOf('invoices', 'Invoices', {
		filters: { Status: equals('Status') },
		show: shown,
	}),
	'POST /invoice/get': invoice,
	'POST /invoice/import': importInvoice,
	'POST /payment/query': queryOf('payments', 'Payments', {
		filters: { InvoiceId: equals('InvoiceId') },
	}),
	'POST /payment/import': importPayment,
};

/** The members of a proposal that is read; the documents do not show one that is written. */
const proposalMembers = {
	ContactId: { in: 'body', type: 'number' },
	ServiceId: { in: 'body', type: 'number' },
	CustomerNotes: { in: 'body', type: 'string' },
	ProposalLines: { in: 'body', type: 'array' },
	'ProposalLines[].Part.Id': { in: 'body', type: 'number', required: true },
	'ProposalLines[].LineDescription': { in: 'body', type: 'string' },
	'ProposalLines[].Quantity': { in: 'body', type: 'number' },
	'ProposalLines[].UnitPrice': { in: 'body', type: 'number' },
	'ProposalLines[].UnitCost': { in: 'body', type: 'number' },
	'ProposalLines[].IsInternal': { in: 'body', type: 'boolean' },
} as const;

export const salesStructures = {
	'POST /proposal/create': {
		...proposalMembers,
		ContactId: { in: 'body', type: 'number', required: true },
	},
	'POST /proposal/update': proposalMembers,
} as const;
