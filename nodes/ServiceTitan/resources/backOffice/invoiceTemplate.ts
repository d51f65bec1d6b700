import { dateTime, flag, groups, number, pick, text } from '../../../shared/define/fields';
import { create, listAll, read, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { onePage } from '../../../shared/http/paging';
import { invoiceTemplate as templates, service } from '../../backOfficePickers';
import { employee } from '../../pickers';
import { exportOf } from '../export';
import { figure, ids } from '../fields';

const id = pick(templates, {
	required: true,
	description: 'Memberships and recurring services name it; to find it in the list, type its ID',
});

const item = {
	skuId: pick(service, {
		required: true,
		label: 'Item',
		description: 'The list has services; give a material or equipment by its ID',
	}),
	quantity: number({ required: true, default: 1 }),
	unitPrice: number({ required: true }),
	isAddOn: flag({ required: true, label: 'Add-On' }),
	description: text({ description: 'May hold HTML' }),
	cost: figure(),
	hours: figure(),
};

export const invoiceTemplate = defineResource({
	value: 'invoiceTemplate',
	name: 'Invoice Template',
	description: 'What memberships and recurring services are billed by',
	operations: {
		create: create({
			action: 'Create an invoice template',
			request: 'POST /memberships/v2/tenant/{tenant}/invoice-templates',
			body: {
				items: groups({
					...item,
					workflowActionItemId: figure({ label: 'Workflow Action Item ID' }),
				}),
			},
		}),
		get: read({
			action: 'Get an invoice template',
			request: 'GET /memberships/v2/tenant/{tenant}/invoice-templates/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many invoice templates',
			description: 'Read several templates by their IDs, since they cannot be listed otherwise',
			request: 'GET /memberships/v2/tenant/{tenant}/invoice-templates',
			query: { ids: { ...ids, required: true as const } },
			paging: onePage,
		}),
		export: exportOf(
			'invoice templates',
			'GET /memberships/v2/tenant/{tenant}/export/invoice-templates',
		),
		update: update({
			action: 'Update an invoice template',
			request: 'PATCH /memberships/v2/tenant/{tenant}/invoice-templates/{id}',
			path: { id },
			body: {
				name: text({ description: 'For shared templates only' }),
				active: flag(),
				items: groups(
					{ ...item, id: figure({ label: 'Item ID', description: 'Of one that is there' }) },
					{ description: 'All items then: the list is taken to replace the one that is there' },
				),
				createdOn: dateTime(),
				createdById: pick(employee, { label: 'Created By' }),
			},
		}),
	},
});
