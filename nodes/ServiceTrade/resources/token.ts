import { pick } from '../../shared/define/fields';
import { read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { changeOrder, contact, invoice, job, quote, user } from '../pickers';
import { changeOrderHint, hasAny } from './fields';

const viewers = ['contactId', 'userId'];
const viewed = ['jobId', 'quoteId', 'invoiceId', 'changeOrderId'];

const howMany = (given: object, names: readonly string[]): number =>
	names.filter((name) => hasAny(given, name)).length;

export const token = defineResource({
	value: 'token',
	name: 'Token',
	description: 'A key by which somebody can look at one record without signing in',
	operations: {
		create: read({
			action: 'Create a token',
			notice:
				'Give one contact (with an email address) or one user, and one record: a job, a quote, an invoice or a change order. Whoever has the token can see the record, so treat it as a password.',
			request: 'GET /token',
			query: {
				contactId: pick(contact),
				userId: pick(user),
				jobId: pick(job),
				quoteId: pick(quote),
				invoiceId: pick(invoice),
				changeOrderId: pick(changeOrder, { description: changeOrderHint }),
			},
			refuses: (given) =>
				howMany(given, viewers) !== 1
					? 'Contact or User: give one of them'
					: howMany(given, viewed) !== 1
						? 'Job, Quote, Invoice or Change Order: give one of them'
						: undefined,
		}),
	},
});
