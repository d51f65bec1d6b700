import { date, pick } from '../../shared/define/fields';
import { listAll, operation } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { allFields, FIELDS_UNKNOWN } from '../bodies';
import { contact, invoice } from '../pickers';
import { pascalCased } from '../wire';

export const payment = defineResource({
	value: 'payment',
	name: 'Payment',
	description: 'Money received for an invoice',
	id: 'Id',
	operations: {
		getAll: listAll({
			action: 'Get many payments',
			request: 'POST /payment/query',
			body: pascalCased({
				fromDate: date({ description: 'Paid on this day or later' }),
				throughDate: date({ description: 'Paid on this day or earlier' }),
				contactId: pick(contact),
				invoiceId: pick(invoice),
			}),
		}),
		import: operation({
			action: 'Import a payment',
			description: 'From another system',
			notice: FIELDS_UNKNOWN,
			request: 'POST /payment/import',
			body: { allFields },
			run: async ({ allFields: body }, { send }) => await send('POST /payment/import', { body }),
		}),
	},
});
