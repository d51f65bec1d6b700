import { select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { terms as all } from '../pickers';

const termsId = select(all, { required: true });

export const terms = defineResource({
	value: 'terms',
	name: 'Term',
	description: 'Terms and conditions for jobs, quotes and invoices',
	operations: {
		create: create({
			action: 'Create terms',
			request: 'POST /terms',
			body: { name: text({ required: true }), content: text({ rows: 4, required: true }) },
		}),
		delete: remove({
			action: 'Delete terms',
			description: 'Only terms that nothing uses can be deleted',
			request: 'DELETE /terms/{termsId}',
			path: { termsId },
		}),
		get: read({ action: 'Get terms', request: 'GET /terms/{termsId}', path: { termsId } }),
		getAll: listAll({ action: 'Get many terms', request: 'GET /terms' }),
		update: update({
			action: 'Update terms',
			request: 'PUT /terms/{termsId}',
			path: { termsId },
			body: { content: text({ rows: 4 }), name: text() },
		}),
	},
});
