import type { IDataObject } from 'n8n-workflow';

import { choice, date, flag, pick } from '../../shared/define/fields';
import { listAll, operation, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { allFields, FIELDS_UNKNOWN } from '../bodies';
import { contact, invoice as invoices } from '../pickers';
import { pascalCased } from '../wire';

export const invoice = defineResource({
	value: 'invoice',
	name: 'Invoice',
	description: 'A bill to a contact, mostly made from a proposal',
	id: 'Id',
	simple: ['Id', 'ContactId', 'ProposalId', 'Date', 'BalanceDue', 'Lines', 'Payments', 'Contact'],
	operations: {
		get: read({
			action: 'Get an invoice',
			description: 'With its lines and payments',
			request: 'POST /invoice/get',
			body: pascalCased({
				invoiceId: pick(invoices, { required: true }),
				includeContact: flag({ description: 'Whether to add the contact' }),
			}),
			async run({ invoiceId, includeContact }, { send, refuse }) {
				const { Invoice: record, Payments: payments } = await send('POST /invoice/get', {
					body: {
						InvoiceId: Number(invoiceId),
						...(includeContact !== undefined && { IncludeContact: includeContact }),
					},
					repeatable: true,
				});
				if (record === undefined || record === null) {
					throw refuse(`Invoice: serviceminder has no invoice ${invoiceId}`, 'Check the ID.');
				}
				// The payments stand beside the invoice.
				return {
					...(record as IDataObject),
					...(Array.isArray(payments) && { Payments: payments }),
				};
			},
		}),
		getAll: listAll({
			action: 'Get many invoices',
			request: 'POST /invoice/query',
			body: pascalCased({
				fromDate: date({ description: 'Dated on this day or later' }),
				throughDate: date({ description: 'Dated on this day or earlier' }),
				contactId: pick(contact),
				status: choice(['Open', 'Paid', 'Voided']),
				includeContact: flag({
					description: 'Whether to add the contact of each, without its custom fields',
				}),
			}),
		}),
		import: operation({
			action: 'Import an invoice',
			description: 'From another system',
			notice: FIELDS_UNKNOWN,
			request: 'POST /invoice/import',
			body: { allFields },
			run: async ({ allFields: body }, { send }) => await send('POST /invoice/import', { body }),
		}),
	},
});
