import { choice, dateTime, flag, groups, number, pick, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	employee,
	estimate as estimates,
	estimateItem,
	job,
	location,
	project,
	technician,
} from '../pickers';
import { exportOf } from './export';
import { activeFilter, createdFilters, figure, ids, stampFilters } from './fields';

const id = pick(estimates, { required: true });
const statuses = ['Dismissed', 'Open', 'Sold'] as const;

const seller = {
	label: 'Sold By',
	description: 'A technician from the list, or the ID of an employee',
};

const names = {
	skuName: text({ label: 'SKU Name' }),
	description: text({ rows: 3, description: 'May hold HTML' }),
	itemGroupName: text({ label: 'Group Name' }),
};

const switches = {
	isAddOn: flag({ label: 'Add-On', description: 'Whether it was added later' }),
	skipUpdatingMembershipPrices: flag({
		description: 'Whether the prices of members stay as they are',
	}),
	chargeable: flag({ description: 'Whether the customer pays for it' }),
};

const projectLabels = flag({
	as: 'useDefaultProjectLabels',
	label: 'Use Default Project Labels',
	description: 'Whether the labels of the project’s settings are applied',
});

/** The lines of a whole estimate. */
const items = groups(
	{
		...names,
		id: figure({ label: 'ID', description: 'Of a line that is there already' }),
		skuId: figure({ label: 'SKU ID' }),
		parentItemId: figure(),
		quantity: figure(),
		unitPrice: figure(),
		itemGroupRootId: figure({ label: 'Group Root ID' }),
		...Object.fromEntries(
			// The editor fills every member of a line, and off is not the same as not said.
			Object.entries({ ...switches, useDefaultProjectLabels: projectLabels }).map(
				([key, field]) => [
					key,
					choice(
						[
							['As It Is', ''],
							['No', 'false'],
							['Yes', 'true'],
						],
						{
							label: field.label,
							default: '',
							write: (value) => (value === '' ? undefined : value === 'true'),
						},
					),
				],
			),
		),
	},
	{ description: 'On an update these replace all lines that are there' },
);

const about = {
	name: text(),
	summary: text({ rows: 4 }),
	tax: number({ description: 'Amount of the tax' }),
	status: choice(statuses),
	reviewStatus: choice([
		'Approved',
		['Needs Approval', 'NeedsApproval'],
		'None',
		['Not Approved', 'NotApproved'],
	]),
	soldBy: pick(technician, seller),
	items,
	externalLinks: groups({ name: text(), url: text() }),
	projectLabels,
};

export const estimate = defineResource({
	value: 'estimate',
	name: 'Estimate',
	description: 'What work would cost',
	simple: [
		'id',
		'name',
		'status',
		'reviewStatus',
		'jobId',
		'jobNumber',
		'projectId',
		'locationId',
		'customerId',
		'subtotal',
		'tax',
		'soldOn',
		'soldBy',
		'modifiedOn',
		// These are what matters of lines; an estimate has none of them.
		'sku',
		'description',
		'qty',
		'unitRate',
		'total',
		'chargeable',
	],
	operations: {
		create: create({
			action: 'Create an estimate',
			request: 'POST /sales/v2/tenant/{tenant}/estimates',
			body: {
				jobId: pick(job),
				projectId: pick(project),
				locationId: pick(location),
				...about,
			},
		}),
		deleteItem: remove({
			name: 'Delete Item',
			action: 'Delete an item of an estimate',
			request: 'DELETE /sales/v2/tenant/{tenant}/estimates/{id}/items/{itemId}',
			path: { id, itemId: pick(estimateItem, { required: true }) },
		}),
		dismiss: operation({
			action: 'Dismiss an estimate',
			request: 'PUT /sales/v2/tenant/{tenant}/estimates/{id}/dismiss',
			path: { id },
			returns: 'nothing',
		}),
		export: exportOf('estimates', 'GET /sales/v2/tenant/{tenant}/estimates/export'),
		get: read({
			action: 'Get an estimate',
			request: 'GET /sales/v2/tenant/{tenant}/estimates/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many estimates',
			request: 'GET /sales/v2/tenant/{tenant}/estimates',
			query: {
				active: activeFilter,
				status: choice(statuses),
				jobId: pick(job),
				jobNumber: text(),
				projectId: pick(project),
				locationId: pick(location),
				soldById: pick(technician, { label: 'Sold by Technician' }),
				soldByEmployeeId: pick(employee, { label: 'Sold by Employee' }),
				soldAfter: dateTime(),
				soldBefore: dateTime(),
				totalGreater: number({ label: 'Total Greater Than' }),
				totalLess: number({ label: 'Total Less Than' }),
				...stampFilters,
				ids,
				// The reference names no values for either.
				orderBy: text({ description: 'Name of a member, such as modifiedOn' }),
				orderByDirection: text({ placeholder: 'asc' }),
			},
		}),
		getItems: listAll({
			name: 'Get Items',
			action: 'Get the items of estimates',
			request: 'GET /sales/v2/tenant/{tenant}/estimates/items',
			query: { active: activeFilter, estimateId: pick(estimates), ...createdFilters, ids },
		}),
		putItem: operation({
			name: 'Add or Update Item',
			action: 'Add or update an item of an estimate',
			description: 'Changes the item whose ID is given, and adds one otherwise',
			request: 'PUT /sales/v2/tenant/{tenant}/estimates/{id}/items',
			path: { id },
			body: {
				item: pick(estimateItem, {
					as: 'id',
					description: 'The one to change; without it a new one is added',
				}),
				...names,
				sku: number({ as: 'skuId', label: 'SKU ID' }),
				parent: pick(estimateItem, { as: 'parentItemId', label: 'Parent Item' }),
				groupRoot: number({ as: 'itemGroupRootId', label: 'Group Root ID' }),
				quantity: number({ default: 1 }),
				unitPrice: number(),
				...switches,
				projectLabels,
			},
		}),
		sell: operation({
			action: 'Sell an estimate',
			request: 'PUT /sales/v2/tenant/{tenant}/estimates/{id}/sell',
			path: { id },
			body: { soldBy: pick(technician, { ...seller, required: true }) },
		}),
		unsell: operation({
			action: 'Unsell an estimate',
			request: 'PUT /sales/v2/tenant/{tenant}/estimates/{id}/unsell',
			path: { id },
			returns: 'nothing',
		}),
		update: update({
			action: 'Update an estimate',
			notice:
				'Items that you give replace all items of the estimate. Add or Update Item changes a single one.',
			request: 'PUT /sales/v2/tenant/{tenant}/estimates/{id}',
			path: { id },
			body: about,
		}),
	},
});
