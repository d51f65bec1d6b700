import { choice, flag, list, number, pickMany, select, text } from '../../shared/define/fields';
import { create, listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { businessUnit, jobType as types } from '../pickers';
import {
	activeFilter,
	externalData,
	externalDataChanges,
	externalDataWanted,
	ids,
	name,
	priority,
	stampFilters,
	tagTypeIds,
} from './fields';

const id = select(types, { required: true });

const about = {
	businessUnitIds: pickMany(businessUnit),
	skills: list({ description: 'What a technician must know for it' }),
	tagTypeIds,
	priority,
	duration: number({ description: 'How long such a job takes on average, in seconds' }),
	soldThreshold: number({ description: 'The subtotal from which on a job counts as converted' }),
	class: text({ description: 'To group job types by' }),
	summary: text({ rows: 4, description: 'Goes into the summary of each new job' }),
	noCharge: flag({ description: 'Whether such jobs cost the customer nothing' }),
	enforceRecurringServiceEventSelection: flag({
		description: 'Whether booking asks for a recurring service event',
	}),
	invoiceSignaturesRequired: flag({
		description: 'Whether the customer has to sign the invoice',
	}),
};

export const jobType = defineResource({
	value: 'jobType',
	name: 'Job Type',
	description: 'The kinds of jobs that the account books',
	operations: {
		create: create({
			action: 'Create a job type',
			request: 'POST /jpm/v2/tenant/{tenant}/job-types',
			body: { name, ...about, externalData },
		}),
		get: read({
			action: 'Get a job type',
			request: 'GET /jpm/v2/tenant/{tenant}/job-types/{id}',
			path: { id },
			query: externalDataWanted,
		}),
		getAll: listAll({
			action: 'Get many job types',
			request: 'GET /jpm/v2/tenant/{tenant}/job-types',
			query: {
				active: activeFilter,
				name: text(),
				priority,
				minDuration: number({ description: 'In seconds' }),
				maxDuration: number({ description: 'In seconds' }),
				...externalDataWanted,
				...stampFilters,
				ids,
				orderBy: choice([
					['Created', 'createdOn'],
					['ID', 'id'],
					['Modified', 'modifiedOn'],
				]),
				orderByDirection: choice([
					['Ascending', 'asc'],
					['Descending', 'desc'],
				]),
			},
		}),
		update: update({
			action: 'Update a job type',
			request: 'PATCH /jpm/v2/tenant/{tenant}/job-types/{id}',
			path: { id },
			body: { name: text(), ...about, externalData: externalDataChanges },
		}),
	},
});
