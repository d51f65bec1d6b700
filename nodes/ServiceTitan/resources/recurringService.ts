import {
	choice,
	choices,
	dateTime,
	flag,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { listAll, read, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import {
	invoiceTemplate,
	membership,
	recurringService as services,
	recurringServiceType,
} from '../backOfficePickers';
import { businessUnit, campaign, jobType, location } from '../pickers';
import { exportOf } from './export';
import { activeFilter, ids, priority, stampFilters } from './fields';
import { durationType, months, recurrenceType, weekdays } from './membershipFields';

const id = pick(services, { required: true });

export const recurringService = defineResource({
	value: 'recurringService',
	name: 'Recurring Service',
	description: 'Visits that come back at a location, as part of a membership',
	simple: [
		'id',
		'name',
		'active',
		'membershipId',
		'locationId',
		'recurringServiceTypeId',
		'from',
		'to',
		'recurrenceType',
		'recurrenceInterval',
		'modifiedOn',
	],
	operations: {
		export: exportOf(
			'recurring services',
			'GET /memberships/v2/tenant/{tenant}/export/recurring-services',
		),
		get: read({
			action: 'Get a recurring service',
			request: 'GET /memberships/v2/tenant/{tenant}/recurring-services/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many recurring services',
			request: 'GET /memberships/v2/tenant/{tenant}/recurring-services',
			query: {
				active: activeFilter,
				membershipIds: pickMany(membership),
				locationIds: pickMany(location),
				...stampFilters,
				ids,
			},
		}),
		update: update({
			action: 'Update a recurring service',
			request: 'PATCH /memberships/v2/tenant/{tenant}/recurring-services/{id}',
			path: { id },
			body: {
				name: text(),
				active: flag(),
				recurringServiceTypeId: select(recurringServiceType),
				durationType,
				durationLength: number({ description: 'Visits, where the duration counts them' }),
				from: dateTime(),
				memo: text({ rows: 2 }),
				invoiceTemplateId: pick(invoiceTemplate),
				invoiceTemplateForFollowingYearsId: pick(invoiceTemplate, {
					label: 'Invoice Template for Following Years',
				}),
				businessUnitId: select(businessUnit),
				jobTypeId: select(jobType),
				campaignId: select(campaign),
				priority,
				jobSummary: text({ rows: 3 }),
				recurrenceType,
				recurrenceInterval: number({ description: 'Every how many days, weeks or months' }),
				recurrenceMonths: choices(months, { description: 'For a seasonal recurrence' }),
				recurrenceDaysOfWeek: choices(weekdays, { description: 'For a weekly recurrence' }),
				recurrenceWeek: choice(['None', 'First', 'Second', 'Third', 'Fourth', 'Last'], {
					description: 'For a weekday of the month',
				}),
				recurrenceDayOfNthWeek: choice(weekdays, { description: 'For a weekday of the month' }),
				jobStartTime: text({ placeholder: '09:00:00' }),
				estimatedPayrollCost: number(),
			},
		}),
	},
});
