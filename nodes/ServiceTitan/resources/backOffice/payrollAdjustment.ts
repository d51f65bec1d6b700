import {
	choice,
	dateTime,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../../shared/define/fields';
import { create, listAll, read } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { activityCode, payee, payrollAdjustment as adjustments } from '../../backOfficePickers';
import { employee } from '../../pickers';
import { employeeType, employeeTypes } from './payroll';

export const payrollAdjustment = defineResource({
	value: 'payrollAdjustment',
	name: 'Payroll Adjustment',
	description: 'Pay on top or less, beside what a payroll works out',
	operations: {
		create: create({
			action: 'Create a payroll adjustment',
			request: 'POST /payroll/v2/tenant/{tenant}/payroll-adjustments',
			body: {
				employeeType: choice(employeeTypes, { required: true }),
				employeeId: pick(payee, { required: true }),
				postedOn: dateTime({ required: true }),
				amount: number(),
				memo: text({ rows: 2 }),
				activityCodeId: select(activityCode),
				hours: number(),
				rate: number({ description: 'Money an hour' }),
			},
		}),
		get: read({
			action: 'Get a payroll adjustment',
			request: 'GET /payroll/v2/tenant/{tenant}/payroll-adjustments/{id}',
			path: { id: pick(adjustments, { required: true }) },
			query: { employeeType },
		}),
		getAll: listAll({
			action: 'Get many payroll adjustments',
			request: 'GET /payroll/v2/tenant/{tenant}/payroll-adjustments',
			query: {
				employeeIds: pickMany(employee),
				postedOnOrAfter: dateTime(),
				postedOnOrBefore: dateTime(),
			},
		}),
	},
});
