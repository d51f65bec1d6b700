import { pick, select, text } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { serviceLine, serviceTemplate as templates } from '../pickers';
import {
	duration,
	estimatedPrice,
	frequency,
	interval,
	longDescription,
	nameFilter,
	preferredTechIds,
	preferredVendorId,
	repeatWeekday,
} from './fields';

const serviceTemplateId = pick(templates, { required: true });

const details = {
	duration,
	estimatedPrice,
	frequency,
	interval,
	preferredTechIds,
	preferredVendorId,
	repeatWeekday,
};

export const serviceTemplate = defineResource({
	value: 'serviceTemplate',
	name: 'Service Template',
	description: 'A service that is described once and used for many',
	operations: {
		create: create({
			action: 'Create a service template',
			request: 'POST /servicetemplate',
			body: {
				name: text({ required: true }),
				description: text({ required: true, rows: 4 }),
				serviceLineId: select(serviceLine, { required: true }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a service template',
			description: 'Only a template without items can be deleted',
			request: 'DELETE /servicetemplate/{serviceTemplateId}',
			path: { serviceTemplateId },
		}),
		get: read({
			action: 'Get a service template',
			request: 'GET /servicetemplate/{serviceTemplateId}',
			path: { serviceTemplateId },
		}),
		getAll: listAll({
			action: 'Get many service templates',
			request: 'GET /servicetemplate',
			query: { name: nameFilter },
		}),
		update: update({
			action: 'Update a service template',
			request: 'PUT /servicetemplate/{serviceTemplateId}',
			path: { serviceTemplateId },
			body: {
				name: text(),
				description: longDescription,
				serviceLineId: select(serviceLine),
				...details,
			},
		}),
	},
});
