import {
	choice,
	choices,
	dateTime,
	number,
	pick,
	pickMany,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, remove, update } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { shift, technician, timesheetCode } from '../pickers';
import { activeFilter, stampFilters, stampSort } from './fields';
import { weekdays } from './weekdays';

const id = pick(shift, { required: true });

const types = ['Normal', ['On Call', 'OnCall'], ['Time Off', 'TimeOff']] as const;

const more = {
	note: text({ rows: 3 }),
	timesheetCodeId: select(timesheetCode),
};

export const technicianShift = defineResource({
	value: 'technicianShift',
	name: 'Technician Shift',
	description: 'When a technician works, is on call or has time off',
	operations: {
		create: create({
			action: 'Create a technician shift',
			description: 'Create one shift, or one that repeats, for each of several technicians',
			request: 'POST /dispatch/v2/tenant/{tenant}/technician-shifts',
			body: {
				technicianIds: pickMany(technician, { required: true }),
				shiftType: choice(types, { required: true, default: 'Normal' }),
				title: text({ required: true }),
				start: dateTime({ required: true }),
				end: dateTime({ required: true }),
				repeatType: choice(['Daily', 'Never', 'Weekly'], {
					required: true,
					default: 'Never',
					label: 'Repeat',
				}),
				...more,
				repeatEndDate: dateTime(),
				repeatInterval: number({
					default: 1,
					description: 'Every so many days or weeks',
				}),
				shiftDays: choices(weekdays, {
					label: 'Days',
					// The documents have one text for "a list of days" and do not say what stands between them.
					write: (days) => (days as unknown as string[]).join(', '),
				}),
			},
		}),
		delete: remove({
			action: 'Delete a technician shift',
			request: 'DELETE /dispatch/v2/tenant/{tenant}/technician-shifts/{id}',
			path: { id },
		}),
		deleteMany: operation({
			name: 'Delete Many',
			action: 'Delete technician shifts in a range of time',
			notice: 'Deletes the shifts of all technicians in this time. This cannot be undone.',
			request: 'POST /dispatch/v2/tenant/{tenant}/technician-shifts/bulk-delete',
			body: {
				start: dateTime({ required: true }),
				end: dateTime({ required: true }),
			},
			returns: 'nothing',
		}),
		get: read({
			action: 'Get a technician shift',
			request: 'GET /dispatch/v2/tenant/{tenant}/technician-shifts/{id}',
			path: { id },
		}),
		getAll: listAll({
			action: 'Get many technician shifts',
			request: 'GET /dispatch/v2/tenant/{tenant}/technician-shifts',
			query: {
				active: activeFilter,
				technicianId: pick(technician),
				shiftType: choice(types),
				startsOnOrAfter: dateTime(),
				endsOnOrBefore: dateTime(),
				titleContains: text(),
				noteContains: text(),
				...stampFilters,
				sort: stampSort,
			},
		}),
		update: update({
			action: 'Update a technician shift',
			request: 'PATCH /dispatch/v2/tenant/{tenant}/technician-shifts/{id}',
			path: { id },
			body: {
				shiftType: choice(types),
				title: text(),
				start: dateTime(),
				end: dateTime(),
				...more,
			},
		}),
	},
});
