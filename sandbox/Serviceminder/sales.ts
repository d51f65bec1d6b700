import { omit } from 'lodash';

import { anything, equals, list, pagesBy, type ListOptions } from '../core/pieces';
import { notFound, Refusal } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { contactInAppointment, UNSHOWN } from './contacts';
import { dayWindow, padding } from './times';

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

const proposalDetails: Handler = (request) => {
	const { store, body } = request;
	const row = store.collection('proposals').get(body.Id);
	if (!row) throw new Refusal('notFound', 'Proposal not found');
	return {
		...omit(row, [...UNSHOWN, 'Date']),
		ProposalNotes: [],
		CustomerNotes: '',
		ChangeOrders: [],
		BundledProposals: [],
		CustomFields: [],
	};
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
	'POST /proposal/alltemplates': ({ store }) => ({
		Templates: store.collection('proposalTemplates').all(),
	}),
	'POST /invoice/query': queryOf('invoices', 'Invoices', {
		filters: { Status: equals('Status') },
		show: shown,
	}),
	'POST /invoice/get': invoice,
	'POST /payment/query': queryOf('payments', 'Payments', {
		filters: { InvoiceId: equals('InvoiceId') },
	}),
};
