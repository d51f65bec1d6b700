import { date, pick, pickMany, select } from '../../shared/define/fields';
import { create, listAll, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { moment, narrowing, words, workorderId } from '../fields';
import { inOrder, odataMembers, odataOptions } from '../odata';
import { user, workActivity as activities, workType } from '../pickers';

const workactivityId = pick(activities, { required: true });

const times = {
	checkInDate: moment('CheckInDate', 'Start'),
	checkOutDate: moment('CheckOutDate', 'End'),
	name: words('Name'),
};

const WORK_TYPE = '1 is repair, which also holds without this field, and 2 is travel';

export const workActivity = defineResource({
	value: 'workActivity',
	name: 'Work Activity',
	description: 'How long somebody worked on a work order',
	operations: {
		create: create({
			action: 'Create a work activity',
			description: 'Record work on a work order in progress; it may not overlap another record',
			request: 'POST /workorders/{workorderId}/workactivities',
			path: { workorderId },
			body: {
				...times,
				workTypeId: select(workType, { as: 'WorkTypeId', description: WORK_TYPE }),
				subscriberId: narrowing,
			},
		}),
		delete: remove({
			action: 'Delete work activities',
			request: 'DELETE /workorders/{workorderId}/workactivities',
			path: { workorderId },
			query: { workactivityIds: pickMany(activities, { required: true }) },
		}),
		get: read({
			action: 'Get a work activity',
			request: 'GET /odata/workorders({workorderId})/workactivities({workactivityId})',
			path: { workorderId, workactivityId },
			query: odataMembers,
		}),
		getAll: listAll({
			action: 'Get many work activities',
			request: 'GET /odata/workorders({workorderId})/workactivities',
			path: { workorderId },
			always: inOrder('TimeIn desc,Id desc'),
			query: odataOptions,
		}),
		getForInterval: listAll({
			name: 'Get Many of a User',
			action: 'Get many work activities of a user',
			description: 'List what a user worked from one day to another. For providers only.',
			request:
				'GET /odata/workactivities/Service.ForTimeInterval(dtMin={dtMin}, dtMax={dtMax}, userId={userId})',
			path: {
				dtMin: date({ required: true, label: 'From' }),
				dtMax: date({ required: true, label: 'To' }),
				userId: pick(user, { required: true }),
			},
			always: inOrder('TimeIn desc,Id desc'),
			query: odataOptions,
		}),
		update: update({
			action: 'Update a work activity',
			request: 'PUT /workorders/{workorderId}/workactivities/{workactivityId}',
			path: { workorderId, workactivityId },
			body: times,
			returns: 'nothing',
		}),
	},
});
