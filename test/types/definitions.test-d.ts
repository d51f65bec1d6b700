/**
 * Mistakes that must not compile. `tsc` checks this file like any other: an `@ts-expect-error` that
 * meets no error is one.
 */
import { choice, dateTime, pick, text } from '../../nodes/shared/define/fields';
import { create, listAll, operation, read } from '../../nodes/shared/define/operation';
import { definePicker } from '../../nodes/shared/define/picker';

const job = definePicker({
	value: 'job',
	name: 'Job',
	plural: 'Jobs',
	search: 'GET /jobs',
	example: '1',
	id: 'number',
	item: () => undefined,
});
const id = pick(job, { required: true });

// What is right compiles.
read({ action: 'Get', request: 'GET /jobs/{id}', path: { id } });
read({ action: 'Get', request: 'GET /tenant/{tenant}/jobs' });

// @ts-expect-error a placeholder without a field
read({ action: 'Get', request: 'GET /jobs/{id}' });

// @ts-expect-error a field under another name than the placeholder
read({ action: 'Get', request: 'GET /jobs/{id}', path: { jobId: id } });

// @ts-expect-error an optional field in a path
read({ action: 'Get', request: 'GET /jobs/{id}', path: { id: pick(job) } });

// @ts-expect-error a path for a route that has none
read({ action: 'Get', request: 'GET /jobs', path: { id } });

// @ts-expect-error a method that there is not
listAll({ action: 'List', request: 'FETCH /jobs' });

// @ts-expect-error no action
create({ request: 'POST /jobs' });

operation({
	action: 'Move',
	request: 'POST /jobs/{id}/move',
	path: { id },
	body: { to: dateTime({ required: true }), note: text(), how: choice(['slow', 'fast']) },
	async run(input) {
		const to: string = input.to;
		// @ts-expect-error an optional value is not surely there
		const note: string = input.note;
		// @ts-expect-error a field that does not exist
		const other: unknown = input.other;
		// @ts-expect-error a choice that is not one
		const odd: boolean = input.how === 'sideways';
		return { id: input.id, to, note, other: String(other), odd };
	},
});
