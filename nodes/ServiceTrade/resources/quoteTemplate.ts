import { pick, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { company, quoteTemplate as templates, terms } from '../pickers';
import { longDescription, nameFilter } from './fields';

const quoteTemplateId = pick(templates, { required: true });

const details = {
	companyId: pick(company, { description: 'Only for quotes for this company' }),
	description: longDescription,
	termsId: select(terms),
};

export const quoteTemplate = defineResource({
	value: 'quoteTemplate',
	name: 'Quote Template',
	description: 'A quote that is described once and used for many',
	operations: {
		create: create({
			action: 'Create a quote template',
			request: 'POST /quotetemplate',
			body: { name: text({ required: true }), ...details },
		}),
		delete: remove({
			action: 'Delete a quote template',
			description: 'Only a template without items can be deleted',
			request: 'DELETE /quotetemplate/{quoteTemplateId}',
			path: { quoteTemplateId },
		}),
		get: read({
			action: 'Get a quote template',
			request: 'GET /quotetemplate/{quoteTemplateId}',
			path: { quoteTemplateId },
		}),
		getAll: listAll({
			action: 'Get many quote templates',
			request: 'GET /quotetemplate',
			query: { companyIds: pickMany(company, { label: 'Company' }), name: nameFilter },
		}),
		update: update({
			action: 'Update a quote template',
			request: 'PUT /quotetemplate/{quoteTemplateId}',
			path: { quoteTemplateId },
			body: { name: text(), ...details },
		}),
	},
});
