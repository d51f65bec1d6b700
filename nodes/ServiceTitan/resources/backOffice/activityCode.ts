import { pick } from '../../../shared/define/fields';
import { listAll, read } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { activityCode as codes } from '../../backOfficePickers';

export const activityCode = defineResource({
	value: 'activityCode',
	name: 'Activity Code',
	description: 'What somebody is paid for',
	operations: {
		get: read({
			action: 'Get an activity code',
			request: 'GET /payroll/v2/tenant/{tenant}/activity-codes/{id}',
			path: { id: pick(codes, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many activity codes',
			request: 'GET /payroll/v2/tenant/{tenant}/activity-codes',
		}),
	},
});
