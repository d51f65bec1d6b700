import { select } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { activity as activities } from '../pickers';

export const activity = defineResource({
	value: 'activity',
	name: 'Activity',
	description: 'Something that a role lets a user do',
	operations: {
		get: read({
			action: 'Get an activity',
			request: 'GET /activity/{activityId}',
			path: { activityId: select(activities, { required: true }) },
		}),
		getAll: listAll({ action: 'Get many activities', request: 'GET /activity' }),
	},
});
