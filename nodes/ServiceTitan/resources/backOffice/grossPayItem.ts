import { dateTime, number, pick, pickMany, select } from '../../../shared/define/fields';
import { create, listAll, remove, update } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { activityCode, grossPayItem as items, payee, payroll } from '../../backOfficePickers';
import { invoice } from '../../pickers';
import { employeeType } from './payroll';

const id = pick(items, { required: true });

/** A change needs them all, as a create does. */
const details = {
	payrollId: pick(payroll, { required: true }),
	activityCodeId: select(activityCode, { required: true }),
	amount: number({ required: true }),
	date: dateTime({ required: true }),
	invoiceId: pick(invoice),
};

export const grossPayItem = defineResource({
	value: 'grossPayItem',
	name: 'Gross Pay Item',
	description: 'One amount of a payroll, before deductions',
	simple: [
		'id',
		'employeeId',
		'employeeType',
		'payrollId',
		'date',
		'activity',
		'amount',
		'paidDurationHours',
		'jobId',
		'invoiceId',
	],
	operations: {
		create: create({
			action: 'Create a gross pay item',
			request: 'POST /payroll/v2/tenant/{tenant}/gross-pay-items',
			body: details,
		}),
		delete: remove({
			action: 'Delete a gross pay item',
			request: 'DELETE /payroll/v2/tenant/{tenant}/gross-pay-items/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many gross pay items',
			request: 'GET /payroll/v2/tenant/{tenant}/gross-pay-items',
			query: {
				employeeType,
				employeeId: pick(payee),
				payrollIds: pickMany(payroll),
				dateOnOrAfter: dateTime(),
				dateOnOrBefore: dateTime(),
			},
		}),
		update: update({
			action: 'Update a gross pay item',
			request: 'PUT /payroll/v2/tenant/{tenant}/gross-pay-items/{id}',
			path: { id },
			body: details,
		}),
	},
});
