import { pick } from '../../../shared/define/fields';
import { listAll, read } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { timesheetCode as codes } from '../../pickers';

export const timesheetCode = defineResource({
	value: 'timesheetCode',
	name: 'Timesheet Code',
	description: 'What time outside of jobs is spent on',
	operations: {
		get: read({
			action: 'Get a timesheet code',
			request: 'GET /payroll/v2/tenant/{tenant}/timesheet-codes/{id}',
			path: { id: pick(codes, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many timesheet codes',
			request: 'GET /payroll/v2/tenant/{tenant}/timesheet-codes',
		}),
	},
});
