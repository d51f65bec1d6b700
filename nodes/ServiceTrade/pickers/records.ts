import { definePicker, labelled, type Picker } from '../../shared/define/picker';
import { byMembers, example, id, joined } from './labels';
import { invoice, invoiceRecurrence, libItem, quote, quoteRequest } from './money';
import { user } from './people';
import { company, contact, location } from './places';
import { appointment, asset, deficiency, job, serviceRecurrence, serviceRequest } from './work';

/** What can be searched for among the things that can have a file, by the number of their type. */
const searchable: { readonly [entityType: number]: Picker } = {
	2: asset,
	3: job,
	4: user,
	5: company,
	6: invoice,
	8: quoteRequest,
	9: quote,
	10: deficiency,
	11: location,
	16: appointment,
	18: serviceRequest,
	20: serviceRecurrence,
	22: contact,
	24: libItem,
	39: invoiceRecurrence,
};

/** Any record that a file can hang on. What kind it is says another field. */
export const entity = definePicker({
	...job,
	value: 'entity',
	name: 'Record',
	plural: 'Records',
	within: {},
	kinds: { field: 'entityType', pickers: searchable },
});

/** Files are listed for one record at a time, so what is typed is taken for the ID of a job. */
export const attachment = definePicker({
	value: 'attachment',
	name: 'Attachment',
	plural: 'Attachments',
	search: 'GET /attachment',
	find: (jobId) => ({ entityType: 3, entityId: jobId }),
	findOnly: true,
	example,
	id,
	item: ({ fileName, purpose, id: value }) => ({
		name: labelled(joined(fileName, purpose), value),
		value: Number(value),
	}),
});

/** Comments are listed for one record at a time, so what is typed is taken for the ID of a job. */
export const comment = definePicker({
	...attachment,
	value: 'comment',
	name: 'Comment',
	plural: 'Comments',
	search: 'GET /comment',
	item: byMembers('content'),
});

export const tag = definePicker({
	value: 'tag',
	name: 'Tag',
	plural: 'Tags',
	search: 'GET /tag',
	find: (name) => ({ name }),
	example,
	id,
	item: byMembers('name'),
});

/** A record with an ID in another system. Its kind is a word there. */
export const externalRecord = definePicker({
	...entity,
	value: 'externalRecord',
	kinds: {
		field: 'entityType',
		pickers: { asset, company, contact, deficiency, job, libitem: libItem, location, quote, user },
	},
});
