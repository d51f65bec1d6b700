import { choice, dateTime, flag, number, pickMany, text } from '../../shared/define/fields';
import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { form as forms } from '../pickers';
import { anyActiveFilter, ids, sortBy, stampFilters, stampSort } from './fields';

const owners = [
	'Call',
	'Customer',
	'Equipment',
	'Job',
	['Job Appointment', 'JobAppointment'],
	'Location',
	'Membership',
	'Technician',
	'Truck',
] as const;

export const form = defineResource({
	value: 'form',
	name: 'Form',
	description: 'Checklists and reports that are filled in at work',
	operations: {
		getAll: listAll({
			action: 'Get many forms',
			request: 'GET /forms/v2/tenant/{tenant}/forms',
			query: {
				active: anyActiveFilter,
				name: text(),
				status: choice(['Any', 'Published', 'Unpublished']),
				hasConditionalLogic: flag({
					description: 'Whether to return only forms whose questions depend on answers',
				}),
				hasTriggers: flag({ description: 'Whether to return only forms with triggers' }),
				...stampFilters,
				ids,
				sort: stampSort,
			},
		}),
		getSubmissions: listAll({
			name: 'Get Submissions',
			action: 'Get what was filled into forms',
			request: 'GET /forms/v2/tenant/{tenant}/submissions',
			query: {
				active: anyActiveFilter,
				formIds: pickMany(forms),
				status: choice(['Any', 'Completed', 'Started']),
				createdBy: number({
					as: 'createdById',
					label: 'Created by User ID',
					description: 'Whoever filled it in; employees and technicians have a userId',
				}),
				submittedOnOrAfter: dateTime(),
				submittedBefore: dateTime(),
				ownerType: choice(owners),
				// The list takes several owners; one is what a workflow asks for.
				ofKind: choice(['Call', 'Customer', 'Equipment', 'Job', 'Location', 'Technician'], {
					as: 'owners[0].type',
					label: 'Owner',
					description: 'The kind of the record that Owner ID names',
				}),
				owner: number({
					as: 'owners[0].id',
					label: 'Owner ID',
					description: 'Submissions of this record; needs Owner, too',
				}),
				sort: sortBy(['ID', 'Id'], ['Submitted', 'SubmittedOn'], ['Created By', 'CreatedBy']),
			},
			refuses: ({ ofKind, owner }) =>
				(ofKind === undefined) !== (owner === undefined)
					? 'Owner and Owner ID have to be given together'
					: undefined,
		}),
	},
});
