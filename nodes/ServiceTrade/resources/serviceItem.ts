import { number, pick } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	serviceItem as items,
	serviceRecurrence,
	serviceRequest,
	serviceTemplate,
} from '../pickers';
import { hasAny, lineDetails, price, quantity } from './fields';

const itemId = pick(items, {
	required: true,
	label: 'Service Item',
	description: 'To choose from the list, type the ID of a service request',
});

/** What an item belongs to, which is one of three. */
const parents = {
	serviceRequestId: pick(serviceRequest, { shown: true }),
	serviceRecurrenceId: pick(serviceRecurrence, { shown: true }),
	serviceTemplateId: pick(serviceTemplate, { shown: true }),
};

const ONE_PARENT =
	'Give one of the three: the service request, the service recurrence or the service template.';

const oneParent = (given: object): string | undefined =>
	Object.keys(parents).filter((name) => hasAny(given, name)).length === 1
		? undefined
		: 'Service Request, Service Recurrence, Service Template: give one of them';

export const serviceItem = defineResource({
	value: 'serviceItem',
	name: 'Service Item',
	description: 'A part or work that a service needs',
	operations: {
		create: create({
			action: 'Create a service item',
			notice: ONE_PARENT,
			request: 'POST /serviceitem',
			body: { ...parents, quantity: number({ required: true }), price, ...lineDetails },
			refuses: oneParent,
		}),
		delete: remove({
			action: 'Delete a service item',
			description: 'Delete an item of a service request',
			request: 'DELETE /servicerequest/{serviceRequestId}/item/{itemId}',
			path: { serviceRequestId: pick(serviceRequest, { required: true }), itemId },
		}),
		get: read({
			action: 'Get a service item',
			request: 'GET /serviceitem/{itemId}',
			path: { itemId },
		}),
		getAll: listAll({
			action: 'Get many service items',
			notice: ONE_PARENT,
			request: 'GET /serviceitem',
			query: parents,
			refuses: oneParent,
		}),
		update: update({
			action: 'Update a service item',
			request: 'PUT /serviceitem/{itemId}',
			path: { itemId },
			body: {
				serviceRequestId: pick(serviceRequest),
				serviceRecurrenceId: pick(serviceRecurrence),
				serviceTemplateId: pick(serviceTemplate),
				quantity,
				price,
				...lineDetails,
			},
		}),
	},
});
