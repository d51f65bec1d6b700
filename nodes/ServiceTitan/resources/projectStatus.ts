import { select, text } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { projectStatus as statuses, projectSubStatus, projectType as types } from '../pickers';
import { anyActiveFilter, ids, sortBy, stampFilters } from './fields';

const order = [
	['ID', 'Id'],
	['Name', 'Name'],
	['Order', 'Order'],
	['Modified', 'ModifiedOn'],
	['Created', 'CreatedOn'],
] as const;

export const projectStatus = defineResource({
	value: 'projectStatus',
	name: 'Project Status',
	description: 'The steps that projects of the account go through',
	operations: {
		get: read({
			action: 'Get a project status',
			request: 'GET /jpm/v2/tenant/{tenant}/project-statuses/{id}',
			path: { id: select(statuses, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many project statuses',
			request: 'GET /jpm/v2/tenant/{tenant}/project-statuses',
			query: { name: text(), ...stampFilters, ids, sort: sortBy(...order) },
		}),
		getSubStatus: read({
			name: 'Get Sub-Status',
			action: 'Get a project sub-status',
			request: 'GET /jpm/v2/tenant/{tenant}/project-substatuses/{id}',
			path: { id: select(projectSubStatus, { required: true }) },
		}),
		getSubStatuses: listAll({
			name: 'Get Many Sub-Statuses',
			action: 'Get many project sub-statuses',
			request: 'GET /jpm/v2/tenant/{tenant}/project-substatuses',
			query: {
				active: anyActiveFilter,
				name: text(),
				statusId: select(statuses, { label: 'Status' }),
				...stampFilters,
				ids,
				sort: sortBy(...order, ['Status', 'StatusId']),
			},
		}),
	},
});

export const projectType = defineResource({
	value: 'projectType',
	name: 'Project Type',
	description: 'The kinds of projects that the account has',
	operations: {
		get: read({
			action: 'Get a project type',
			request: 'GET /jpm/v2/tenant/{tenant}/project-types/{id}',
			path: { id: select(types, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many project types',
			request: 'GET /jpm/v2/tenant/{tenant}/project-types',
		}),
	},
});
