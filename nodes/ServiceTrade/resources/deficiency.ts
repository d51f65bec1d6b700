import { choice, flag, pick, pickMany, select } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	asset,
	company,
	deficiency as deficiencies,
	job,
	location,
	office,
	quoteRequest,
	serviceLine,
	user,
} from '../pickers';
import {
	longDescription,
	named,
	ownerId,
	refNumber,
	regionIds,
	salesId,
	stampFilters,
	tagFilter,
	visibility,
	wholeRefNumber,
} from './fields';

const deficiencyId = pick(deficiencies, { required: true });

const severity = choice(named(['deficient', 'inoperable', 'suggested']));
const status = choice(named(['fixed', 'invalid', 'new', 'verified']));
const resolution = choice(
	named(['fixed', 'invalid', 'new', 'notified', 'out_for_quote', 'rejected']),
	{ description: 'What became of it' },
);

const details = {
	description: longDescription,
	jobId: pick(job, { description: 'The job at which it was found' }),
	ownerId,
	proposedFix: { ...longDescription, label: 'Proposed Fix' },
	refNumber,
	reporterId: pick(user, {
		label: 'Reporter',
		description: 'The user of the credential where it is left out of a new one',
	}),
	reportSource: choice(named(['ivr', 'jcw', 'lsn', 'manual', 'mobile']), { default: 'manual' }),
	resolution,
	salesId,
	serviceLineId: select(serviceLine, { description: 'That of the asset where it is left out' }),
	severity,
	status,
	visibility,
};

export const deficiency = defineResource({
	value: 'deficiency',
	name: 'Deficiency',
	description: 'Something wrong with an asset',
	simple: [
		'id',
		'refNumber',
		'title',
		'severity',
		'status',
		'resolution',
		'description',
		'proposedFix',
		'asset',
		'location',
		'job',
		'reportedOn',
		'created',
		'updated',
	],
	operations: {
		create: create({
			action: 'Create a deficiency',
			request: 'POST /deficiency',
			// Left to itself a deficiency counts as reported from a phone.
			always: { body: { reportSource: 'manual' } },
			body: { assetId: pick(asset, { required: true }), ...details },
		}),
		delete: remove({
			action: 'Delete a deficiency',
			request: 'DELETE /deficiency/{deficiencyId}',
			path: { deficiencyId },
		}),
		get: read({
			action: 'Get a deficiency',
			request: 'GET /deficiency/{deficiencyId}',
			path: { deficiencyId },
		}),
		getAll: listAll({
			action: 'Get many deficiencies',
			request: 'GET /deficiency',
			query: {
				assetId: pick(asset),
				companyId: pick(company),
				locationId: pick(location),
				officeIds: pickMany(office, {
					label: 'Office',
					description: 'Those that serve the location',
				}),
				ownerId: pickMany(user, { label: 'Owner' }),
				quoteRequestId: pick(quoteRequest, { description: 'One whose quotes address it' }),
				refNumber: wholeRefNumber,
				regionIds,
				reportingJobId: pick(job, {
					label: 'Reporting Job',
					description: 'A job that it belonged to at any time',
				}),
				resolution,
				salesId: pickMany(user, { label: 'Salesperson' }),
				severity,
				status,
				tag: tagFilter,
				unquoted: flag({
					as: 'quoteRequestId',
					write: (wanted) => (wanted ? 'false' : undefined),
					label: 'Without a Quote',
					description: 'Whether to return only those that no quote addresses',
				}),
				...stampFilters,
			},
		}),
		update: update({
			action: 'Update a deficiency',
			request: 'PUT /deficiency/{deficiencyId}',
			path: { deficiencyId },
			body: { assetId: pick(asset), ...details },
		}),
	},
});
