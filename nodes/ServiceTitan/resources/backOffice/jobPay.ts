import { dateTime, pick } from '../../../shared/define/fields';
import { listAll } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { onePage } from '../../../shared/http/paging';
import { job as jobs, technician } from '../../pickers';

const job = pick(jobs, { required: true });

export const jobPay = defineResource({
	value: 'jobPay',
	name: 'Job Pay',
	description: 'Time that technicians spent on a job, and how its pay is split among them',
	operations: {
		getSplits: listAll({
			action: 'Get the splits of a job',
			request: 'GET /payroll/v2/tenant/{tenant}/jobs/{job}/splits',
			path: { job },
			paging: onePage,
		}),
		getTimesheets: listAll({
			action: 'Get the timesheets of a job',
			request: 'GET /payroll/v2/tenant/{tenant}/jobs/{job}/timesheets',
			path: { job },
			query: {
				technicianId: pick(technician),
				startedOn: dateTime({ description: 'Dispatched, arrived, canceled or done after it' }),
				endedOn: dateTime({ description: 'Dispatched, arrived, canceled or done before it' }),
			},
			paging: onePage,
		}),
	},
});
