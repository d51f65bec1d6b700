import { dateTime, flag, number, pick } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { campaignCode, invoice as invoices } from '../pickers';
import { asGiven, snakeCased } from '../wire';
import { listFilters } from './fields';

/** The reference shows no way to write invoices. */
export const invoice = defineResource({
	value: 'invoice',
	name: 'Invoice',
	description: 'A job at any stage, from quote to paid invoice',
	simple: [
		'id',
		'sequence',
		'franchise_id',
		'invoice_status_id',
		'invoice_status.label_singular',
		'contact_id',
		'contact.full_name',
		'employee_id',
		'subtotal',
		'tax_due',
		'amount_due',
		'amount_paid',
		'date_created',
		'date_completed',
		'is_completed',
		'last_modified',
	],
	operations: {
		get: read({
			action: 'Get an invoice',
			description:
				'With its line items and its status. Times are written with +00:00, though some are local.',
			request: 'GET /invoices/{id}',
			path: { id: pick(invoices, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many invoices',
			description:
				'Without line items. Times are written with +00:00, though some are local. The order is not fixed.',
			request: 'GET /invoices',
			query: {
				...snakeCased({
					lastModifiedAfter: dateTime({
						description: 'Compared in UTC. A change of a line item counts too.',
					}),
					dateCreatedAfter: dateTime({
						description: 'Sent in UTC; the vendor does not say on which clock it is compared',
					}),
					dateCompletedAfter: dateTime({
						label: 'Scheduled for After',
						description:
							'When the work was or will be done. The digits are sent as given, to be compared on the clock of the franchise.',
						// inferred: the record's date_completed follows the appointment, which is on that clock.
						write: asGiven,
					}),
					contact: number({
						as: 'contact_id',
						label: 'Contact ID',
						description:
							'As it stands in an invoice, appointment or review. Contacts cannot be listed.',
					}),
					campaignCode: pick(campaignCode),
					includeCampaigns: flag({ description: 'Whether to add the campaigns of each invoice' }),
					includeCategories: flag({
						description: 'Whether to add the IDs of the categories of the line items',
					}),
					includeSummary: flag({
						description: 'Whether to add a readable digest of the total and the line items',
					}),
				}),
				...listFilters,
			},
		}),
	},
});
