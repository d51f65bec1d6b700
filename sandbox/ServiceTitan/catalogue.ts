import { wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { creates, lists, reads, routesOf, updates } from './tables';

function checkJobType({ body, store }: SandboxRequest, row: Row | undefined): void {
	const named = store.collection('jobTypes').where('name', body.name);
	// Inferred: two job types of one name could not be told apart.
	if (named.some(({ id }) => id !== row?.id)) {
		throw wrongValue('name', 'There is a job type of that name');
	}
}

/** Kinds and reasons of jobs. */
export const catalogueRoutes: Readonly<Record<string, Handler>> = routesOf(
	'/jpm/v2/tenant/{tenant}',
	{
		'GET job-types': lists('jobTypes', {
			filters: {
				minDuration: (value) => (row) => Number(row.duration) >= Number(value),
				maxDuration: (value) => (row) => Number(row.duration) <= Number(value),
			},
		}),
		'POST job-types': creates('jobTypes', { check: checkJobType }),
		'GET job-types/{id}': reads('jobTypes'),
		'PATCH job-types/{id}': updates('jobTypes', { check: checkJobType }),
		// Active and inactive by default, unlike most.
		'GET job-cancel-reasons': lists('jobCancelReasons'),
		'GET job-hold-reasons': lists('jobHoldReasons'),
	},
);
