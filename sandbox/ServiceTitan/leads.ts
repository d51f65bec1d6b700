import { before, equals, onOrAfter, type Filter } from '../core/pieces';
import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { noteRecords, noteRoutes } from './notes';
import { records } from './records';
import { creates, does, feeds, lists, reads, routesOf, sets, updates, type Show } from './tables';

/** The customer of the lead passes. */
function ofCustomer(filter: Filter): Filter {
	return (value, request) => {
		const test = filter(value, request);
		const customers = request.store.collection('customers');
		return (row) => {
			const customer = customers.get(row.customerId);
			return customer !== undefined && test(customer);
		};
	};
}

/** The documents give 400 and 404 for these, no 409. */
function checkOpen(_request: SandboxRequest, lead: Row | undefined): void {
	if (lead?.status !== 'Open') throw wrongValue('id', `The lead is ${String(lead?.status)}`);
}

const showLead: Show = (row, { query }) => ({
	leadUrl: query.genPermUrl === true ? `https://go.example.com/leads/${String(row.id)}` : null,
});

/** A lead that somebody left on a web page; what it is put down to is inferred, nothing is documented. */
const submitForm: Handler = ({ store, body }) => {
	const { name, email, phoneNumber, summary } = body;
	const text = [summary, name, email, phoneNumber].filter((part) => part != null).join(', ');
	const lead = store.collection('leads').add({ campaignId: 201, summary: text });
	return { leadId: lead.id };
};

const followUp: Handler = ({ store, path, body }) => {
	const lead = store.collection('leads').require(path.id);
	checkOpen({} as SandboxRequest, lead);
	store.collection('leads').change(lead.id, { followUpDate: body.followUpDate });
	const { text = null, pinToTop = false } = body;
	if (text !== null) {
		store.collection('leadNotes').add({ leadId: lead.id, text, isPinned: pinToTop ?? false });
	}
	return { leadId: lead.id, followUpDate: body.followUpDate, text, pinToTop: pinToTop ?? false };
};

/** Leads with their notes, follow-ups and dismissals. */
export const leads: Area = {
	collections: {
		leads: records('Lead', 5501, 'crm.LeadResponse', {
			status: 'Open',
			priority: 'Normal',
			tagTypeIds: [],
		}),
		leadNotes: noteRecords(5701, 'crm.NoteResponse'),
	},
	routes: routesOf('/crm/v2/tenant/{tenant}', {
		'GET leads': lists('leads', {
			show: showLead,
			filters: {
				isProspect: (value, { store }) => {
					const jobs = store.collection('jobs');
					return (row) =>
						(row.customerId === null || jobs.where('customerId', row.customerId).length === 0) ===
						value;
				},
				withoutCustomer: (value) => (row) =>
					(row.customerId === null || row.locationId === null) === value,
				customerCity: ofCustomer(equals('address.city')),
				customerState: ofCustomer(equals('address.state')),
				customerZip: ofCustomer(equals('address.zip')),
				customerCreatedOnOrAfter: ofCustomer(onOrAfter('createdOn')),
				customerCreatedBefore: ofCustomer(before('createdOn')),
				customerModifiedOnOrAfter: ofCustomer(onOrAfter('modifiedOn')),
				// Says what is shown, not which.
				genPermUrl: () => () => true,
			},
		}),
		'POST leads': creates('leads', { show: showLead, references: { callReasonId: 'callReasons' } }),
		'POST leads/form': does(submitForm),
		'GET leads/{id}': reads('leads', { show: showLead }),
		'PATCH leads/{id}': updates('leads', { show: showLead, check: checkOpen }),
		'POST leads/{id}/dismiss': sets(
			'leads',
			({ body }) => ({ status: 'Dismissed', dismissingReasonId: body.dismissingReasonId }),
			{ id: 'id', check: checkOpen },
		),
		'POST leads/{id}/follow-up': does(followUp),
		...noteRoutes('leads', 'leadNotes', 'leads', 'leadId'),
		'GET export/leads': feeds('leads', { show: showLead }),
	}),
	seed({ add, at }) {
		add(
			'leads',
			['Open', 'Open', 'Converted', 'Dismissed', 'Open', 'Open'].map((status, index) => ({
				status,
				customerId: index === 4 ? null : 1001 + index,
				locationId: index === 4 ? null : 2001 + index,
				businessUnitId: 101 + (index % 3),
				jobTypeId: 401 + index,
				priority: ['Normal', 'High', 'Low'][index % 3],
				campaignId: 201 + (index % 4),
				summary: ['Wants a quote for a heat pump', 'Asks about a yearly plan'][index % 2],
				followUpDate: index === 1 ? at(3, 14) : null,
				dismissingReasonId: status === 'Dismissed' ? 1 : null,
				callReasonId: 8101 + (index % 3),
				createdOn: at(index - 12, 11),
			})),
		);
		add('leadNotes', [
			{ leadId: 5501, text: 'Prefers mornings', createdOn: at(-10, 9) },
			{ leadId: 5502, text: 'Call again on Monday', isPinned: true, createdOn: at(-9, 9) },
		]);
	},
};
