import {
	choice,
	dateTime,
	flag,
	group,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	businessUnit,
	callReason,
	campaign,
	customer,
	jobType,
	lead as leads,
	location,
} from '../pickers';
import { exportOf } from './export';
import {
	address,
	ids,
	mapPoint,
	name,
	noteText,
	pinToTop,
	priority,
	stampFilters,
	stampSort,
	tagTypeIds,
} from './fields';

const id = pick(leads, { required: true });

const followUpDate = dateTime({ description: 'When to get in touch again' });

export const lead = defineResource({
	value: 'lead',
	name: 'Lead',
	description: 'Somebody who may become a customer or book a job',
	simple: [
		'id',
		'status',
		'customerId',
		'locationId',
		'businessUnitId',
		'jobTypeId',
		'campaignId',
		'priority',
		'summary',
		'followUpDate',
		'leadUrl',
		'createdOn',
		'modifiedOn',
		// These are what matters of notes; a lead has none of them.
		'text',
		'isPinned',
	],
	operations: {
		addNote: create({
			name: 'Add Note',
			action: 'Add a note to a lead',
			request: 'POST /crm/v2/tenant/{tenant}/leads/{id}/notes',
			path: { id },
			body: { text: noteText, pinToTop },
		}),
		create: create({
			action: 'Create a lead',
			description: 'Needs a call reason or a date to follow up',
			request: 'POST /crm/v2/tenant/{tenant}/leads',
			body: {
				campaignId: select(campaign, { required: true }),
				summary: text({ required: true, rows: 4 }),
				customerId: pick(customer),
				locationId: pick(location),
				businessUnitId: select(businessUnit),
				jobTypeId: select(jobType),
				priority,
				callReasonId: select(callReason),
				followUpDate,
				tagTypeIds,
			},
			refuses: ({ callReasonId, followUpDate: date }) =>
				callReasonId === undefined && date === undefined
					? 'Give a Call Reason or a Follow Up Date: ServiceTitan takes no lead without either'
					: undefined,
		}),
		dismiss: operation({
			action: 'Dismiss a lead',
			request: 'POST /crm/v2/tenant/{tenant}/leads/{id}/dismiss',
			path: { id },
			body: { dismissingReasonId: select(callReason, { required: true, label: 'Reason' }) },
			returns: 'nothing',
		}),
		export: exportOf('leads', 'GET /crm/v2/tenant/{tenant}/export/leads'),
		followUp: create({
			name: 'Follow Up',
			action: 'Plan a follow-up of a lead',
			request: 'POST /crm/v2/tenant/{tenant}/leads/{id}/follow-up',
			path: { id },
			body: {
				followUpDate: { ...followUpDate, required: true },
				text: text({ rows: 4, label: 'Note' }),
				pinToTop,
			},
		}),
		get: read({
			action: 'Get a lead',
			request: 'GET /crm/v2/tenant/{tenant}/leads/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many leads',
			request: 'GET /crm/v2/tenant/{tenant}/leads',
			query: {
				status: choice(['Converted', 'Dismissed', 'Open']),
				customerId: pick(customer),
				isProspect: flag({
					description:
						'Whether to return leads without a customer or with one that has no job; off returns the others',
				}),
				withoutCustomer: flag({
					description:
						'Whether to return leads without a customer or location; off returns the others',
				}),
				customerCity: text(),
				customerState: text(),
				customerZip: text({ label: 'Customer ZIP' }),
				customerCreatedOnOrAfter: dateTime(),
				customerCreatedBefore: dateTime(),
				customerModifiedOnOrAfter: dateTime(),
				genPermUrl: flag({
					label: 'Permanent Link',
					description: 'Whether each lead comes with a permanent link',
				}),
				...stampFilters,
				ids,
				sort: stampSort,
			},
		}),
		getNotes: listAll({
			name: 'Get Notes',
			action: 'Get the notes of a lead',
			request: 'GET /crm/v2/tenant/{tenant}/leads/{id}/notes',
			path: { id },
			query: stampFilters,
		}),
		submitForm: create({
			name: 'Submit Form',
			action: 'Submit a lead form',
			description: 'What somebody filled into a form on your website',
			request: 'POST /crm/v2/tenant/{tenant}/leads/form',
			query: { form: number({ as: 'id', label: 'Form ID' }) },
			body: {
				name,
				email: text(),
				phoneNumber: text(),
				address: group({ ...address, ...mapPoint }),
				summary: text({ rows: 4 }),
			},
		}),
		update: update({
			action: 'Update a lead',
			request: 'PATCH /crm/v2/tenant/{tenant}/leads/{id}',
			path: { id },
			body: {
				businessUnitId: select(businessUnit),
				campaignId: select(campaign),
				jobTypeId: select(jobType),
				priority,
			},
		}),
	},
});
