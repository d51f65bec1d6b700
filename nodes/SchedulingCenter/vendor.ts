import type { IDataObject } from 'n8n-workflow';

import { apiUrl } from '../shared/http/environment';
import type { Operation } from '../shared/define/operation';
import { defineVendor, type Answer, type Refusal, type Route } from '../shared/define/vendor';
import { objectOf } from '../shared/http/errors';
import { numberedPages } from '../shared/http/paging';
import { environments } from './environments';
import { events } from './events';
import { inferredFor } from './paths';
import { resources } from './resources';
import { digitsOf, inUtc, onlyTrue } from './wire';

export const schedulingCenter = defineVendor({
	name: 'Scheduling Center',
	api: {
		credentials: { schedulingCenterApi: 'API User' },
		baseUrl: (credential) => apiUrl(environments, credential),
		secrets: ['apiKey'],
		// One of the few paths that the reference writes out, and the same for every franchise.
		check: 'GET /categories',
		headers: {
			Accept: 'application/json',
			// The reference's own samples send it, so that no page for people comes back.
			'X-Requested-With': 'XMLHttpRequest',
		},
		// `limit` is described as the number returned, but is the size of a page in every sample, 100 at
		// the most. Without it a page has 10 records.
		paging: numberedPages({ page: 'page', size: 'limit', total: 'total', largest: 100 }),
		// An API user keeps no session, so the franchise is named in every list.
		everyList: ({ franchiseId }) => {
			const franchise = String(franchiseId ?? '').trim();
			return franchise === '' ? {} : { franchise_id: franchise };
		},
		// 3,000 an hour.
		allowance: { requests: 2_900, perSeconds: 3_600, atOnce: 4 },
		write: { dateTime: inUtc, queryFlag: onlyTrue },
		one: recordIn,
		many: listIn,
		explain,
	},
	times: {
		// The offset that most times carry is not true, so only the digits count.
		read: (value) =>
			typeof value === 'string' ? Date.parse(`${value.slice(0, 19).replace(' ', 'T')}Z`) : NaN,
		write: (moment) => digitsOf(new Date(moment).toISOString()),
	},
	resources,
	events,
});

/** What stands beside the records of a list. */
const AROUND = new Set(['total', 'page', 'limit', 'fields', 'matching']);

const recordKeys = (body: IDataObject): string[] =>
	Object.keys(body).filter((key) => !AROUND.has(key));

/** Reading and deleting a review wrap the record in a list of one, while adding one does not. */
const unwrapped = (value: unknown): unknown =>
	Array.isArray(value) && value.length === 1 ? (value as unknown[])[0] : value;

/** A record stands under the singular of its controller, whose spelling varies: so by being alone there. */
function recordIn(body: unknown): unknown {
	const outer = objectOf(unwrapped(body));
	const [key, ...others] = recordKeys(outer);
	const record = key === undefined ? undefined : unwrapped(outer[key]);
	const isWrapped =
		others.length === 0 && record !== null && typeof record === 'object' && !Array.isArray(record);
	return isWrapped && !('total' in outer) ? record : unwrapped(body);
}

/** A list stands under the name of its controller; where that is spelled otherwise, it is the only list. */
function listIn(body: unknown, route: Route): IDataObject[] | undefined {
	const answer = objectOf(body);
	const controller = route.split('/')[1];
	const named = answer[controller];
	if (Array.isArray(named)) return named as IDataObject[];
	const lists = recordKeys(answer).filter((key) => Array.isArray(answer[key]));
	return lists.length === 1 ? (answer[lists[0]] as IDataObject[]) : undefined;
}

const ADVICE: { readonly [status: number]: string } = {
	400: 'Correct the fields named here and run it again.',
	401: 'Check the API username and the API key in the credential. The password of a person is refused; an administrator of Scheduling Center issues the key.',
	403: 'This API user may not do that. Check that it has access to the franchise, or ask an administrator of Scheduling Center.',
	404: 'Check the ID. A deleted record or one of another franchise may not be found either.',
	422: 'Correct the fields named here and run it again.',
	429: 'Scheduling Center allows 3,000 calls an hour. Run this again later.',
	500: 'Scheduling Center fails like this when a list is too large. Narrow it with filters or with the Fields filter, and run large jobs before 6 or after 20 o’clock US Mountain time.',
};

/**
 * The reference does not describe errors. Inferred from the PHP framework that its public parts are
 * built on: `message`, and reasons by field and rule under `errors`.
 */
function explain({ status, body }: Answer, operation?: Pick<Operation, 'request'>): Refusal {
	const { message, error, errors } = objectOf(body);
	const said = [message, error].find((text) => typeof text === 'string' && text.trim() !== '');
	const fields = Object.fromEntries(
		Object.entries(objectOf(errors)).map(([field, reasons]) => [field, textsIn(reasons)]),
	);
	const advice = adviceFor(status, operation?.request);
	return {
		message: said === undefined ? `Scheduling Center answered with status ${status}` : String(said),
		fields,
		...(advice !== undefined && { advice }),
	};
}

/** A path that is no more than likely may be the reason, and the credential can say the right one. */
function adviceFor(status: number, route: Route = 'GET /'): string | undefined {
	const usual = ADVICE[status] ?? (status > 500 ? 'Run this again in a moment.' : undefined);
	const path = route.slice(route.indexOf('/'));
	const { certainty = 'rule', others = [] } = inferredFor(path) ?? {};
	if (certainty === 'rule' || (status !== 404 && status !== 405)) return usual;
	return [
		...(usual === undefined ? [] : [usual]),
		`The path ${path} is missing from the vendor’s reference and is inferred. If it is wrong, give the right one under Other Paths in the credential.`,
		...(others.length > 0 ? [`It could be ${others.join(' or ')}.`] : []),
	].join(' ');
}

function textsIn(reasons: unknown): string[] {
	if (reasons !== null && typeof reasons === 'object') {
		return Object.values(reasons).flatMap(textsIn);
	}
	return [String(reasons)];
}
