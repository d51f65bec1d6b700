import {
	choice,
	choices,
	dateTime,
	group,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	company,
	job,
	jobItem as items,
	office,
	serviceLine,
	technician,
	warehouse,
} from '../pickers';
import {
	cost,
	hasAny,
	libItemId,
	libItemTypes,
	named,
	orderIndex,
	partHint,
	quantity,
	serviceRequestId,
	stampFilters,
	visibility,
} from './fields';

const jobItemId = pick(items, { required: true, description: partHint('job') });

const details = {
	cost,
	libItemId,
	orderIndex,
	serviceLineId: select(serviceLine, {
		description: 'Needed where there is no library item, or one without a service line',
	}),
	serviceRequestId,
	source: group(
		{
			type: choice(
				[
					['Parts Vendor', 'partsvendor'],
					['Reference Number', 'refnumber'],
					['Technician', 'tech'],
					['Warehouse', 'warehouse'],
				],
				{ required: true },
			),
			companyId: pick(company, { label: 'Parts Vendor' }),
			deliveryDate: dateTime({ description: 'Of an order from a parts vendor' }),
			// n8n fills in every member of a group, so there has to be one that says nothing.
			status: choice([['None', ''], ...named(['ordered', 'received', 'unordered'])], {
				label: 'Order Status',
				default: '',
			}),
			userId: pick(technician),
			value: text({ label: 'Number', description: 'The reference number, or that of the order' }),
			warehouseId: select(warehouse),
		},
		{ description: 'Where it comes from. Give what belongs to the type.' },
	),
	usedOn: dateTime(),
	visibility,
};

export const jobItem = defineResource({
	value: 'jobItem',
	name: 'Job Item',
	description: 'A part or work that was used on a job',
	simple: [
		'id',
		'name',
		'quantity',
		'cost',
		'job',
		'libItem',
		'serviceLine',
		'source',
		'usedOn',
		'created',
		'updated',
	],
	operations: {
		create: create({
			action: 'Create a job item',
			request: 'POST /jobitem',
			body: {
				jobId: pick(job, { required: true }),
				name: text({ required: true }),
				quantity: number({ required: true, default: 1 }),
				...details,
			},
		}),
		delete: remove({
			action: 'Delete a job item',
			request: 'DELETE /jobitem/{jobItemId}',
			path: { jobItemId },
		}),
		get: read({
			action: 'Get a job item',
			request: 'GET /jobitem/{jobItemId}',
			path: { jobItemId },
		}),
		getAll: listAll({
			action: 'Get many job items',
			notice:
				'Needs at least one of these filters: the job, the office, or a time of creation, change or use.',
			request: 'GET /jobitem',
			query: {
				jobId: pick(job),
				jobOfficeId: select(office, { description: 'Of the jobs' }),
				libItemType: choices(named(libItemTypes), { label: 'Item Type' }),
				usedOnAfter: dateTime({ label: 'Used On or After' }),
				usedOnBefore: dateTime({ label: 'Used On or Before' }),
				...stampFilters,
			},
			refuses: (given) =>
				hasAny(
					given,
					'jobId',
					'jobOfficeId',
					'usedOnAfter',
					'usedOnBefore',
					...Object.keys(stampFilters),
				)
					? undefined
					: 'Job: choose one, or an office, or add a filter by the time of creation, change or use',
		}),
		update: update({
			action: 'Update a job item',
			request: 'PUT /jobitem/{jobItemId}',
			path: { jobItemId },
			body: { name: text(), quantity, ...details },
		}),
	},
});
