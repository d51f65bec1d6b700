import { choice, pick } from '../../shared/define/fields';
import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { entity } from '../pickers';

/** The kinds of record that have a history, by the numbers of their types. */
export const historyKinds = [
	['Asset', 2],
	['Company', 5],
	['Contact', 22],
	['Contract', 30],
	['Invoice', 6],
	['Job', 3],
	['Location', 11],
	['Quote', 9],
	['Tax Group', 44],
	['User', 4],
] as const;

export const history = defineResource({
	value: 'history',
	name: 'History',
	description: 'What happened to a record, and who did it',
	operations: {
		getAll: listAll({
			action: 'Get the history of a record',
			request: 'GET /history',
			query: {
				entityType: choice(historyKinds, { required: true, default: 3, label: 'Kind of Record' }),
				entityId: pick(entity, { required: true }),
			},
		}),
	},
});
