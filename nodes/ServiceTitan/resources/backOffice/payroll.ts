import { choice, dateTime, pick } from '../../../shared/define/fields';
import { listAll } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { employee, technician } from '../../pickers';

/** Technicians and other employees are told apart wherever somebody is paid. */
export const employeeTypes = ['Employee', 'Technician'] as const;
export const employeeType = choice(employeeTypes);

const period = { startedOnOrAfter: dateTime(), endedOnOrBefore: dateTime() };

export const payroll = defineResource({
	value: 'payroll',
	name: 'Payroll',
	description: 'A period for which somebody is paid',
	operations: {
		getAll: listAll({
			action: 'Get many payrolls',
			request: 'GET /payroll/v2/tenant/{tenant}/payrolls',
			query: { employeeType, ...period },
		}),
		getOfEmployee: listAll({
			action: 'Get the payrolls of an employee',
			request: 'GET /payroll/v2/tenant/{tenant}/employees/{employee}/payrolls',
			path: { employee: pick(employee, { required: true }) },
			query: period,
		}),
		getOfTechnician: listAll({
			action: 'Get the payrolls of a technician',
			request: 'GET /payroll/v2/tenant/{tenant}/technicians/{technician}/payrolls',
			path: { technician: pick(technician, { required: true }) },
			query: period,
		}),
	},
});
