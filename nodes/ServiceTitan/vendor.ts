import type { IDataObject } from 'n8n-workflow';

import { apiUrl } from '../shared/http/environment';
import { defineVendor, type Answer, type Refusal } from '../shared/define/vendor';
import { numberedPages } from '../shared/http/paging';
import { environments } from './environments';
import { events } from './events';
import { backOfficeResources, mainResources } from './resources';
import { write } from './write';

export const serviceTitan = defineVendor({
	name: 'ServiceTitan',
	api: {
		credentials: { serviceTitanApi: 'API Application' },
		baseUrl: (credential) => apiUrl(environments, credential),
		placeholders: ({ tenantId }) => ({ tenant: String(tenantId).trim() }),
		secrets: ['clientSecret', 'appApiKey', 'accessToken'],
		check: 'GET /settings/v2/tenant/{tenant}/business-units',
		paging: numberedPages({
			page: 'page',
			size: 'pageSize',
			more: 'hasMore',
			total: 'totalCount',
			count: { includeTotal: true },
			// The portal allows 5,000, but journal entries stop at 500 and other sources name 1,000.
			largest: 500,
		}),
		// 60 a second per app and tenant, as others cite the portal. At 200 ms an answer that is 12 under way.
		allowance: { requests: 55, perSeconds: 1, atOnce: 12 },
		write,
		// An adjustment invoice is answered with nothing but its ID.
		one: (body) => (typeof body === 'number' ? { id: body } : body),
		many: (body) => {
			// Some lists come bare: job splits, the sub-lists of membership types.
			if (Array.isArray(body)) return body as IDataObject[];
			return (body as { data?: IDataObject[] } | null)?.data;
		},
		explain,
	},
	times: {
		read: (value) => Date.parse(String(value)),
		write: (moment) => new Date(moment).toISOString(),
	},
	resources: [...mainResources, ...backOfficeResources],
	events,
});

interface Problem {
	readonly title?: string;
	readonly traceId?: string;
	readonly errors?: { readonly [field: string]: readonly string[] | string };
	readonly error?: string;
	readonly message?: string;
}

const ADVICE: { readonly [status: number]: string } = {
	400: 'Correct the fields named here and run it again.',
	401: 'Check the credential: client ID, client secret, app key and environment belong together.',
	403: 'The app has no access to this. Tick the API for it in the developer portal and let the account’s administrator accept the app again.',
	404: 'Check the ID. A record of another tenant or environment is not found either.',
	409: 'The record is in a state that does not allow this. Read it and look at its status.',
	429: 'ServiceTitan allows 60 calls a second. Run this again in a moment.',
};

/** Errors follow RFC 7807; those of the gateway may be plain text or nothing. */
function explain({ status, body }: Answer): Refusal {
	const { title, traceId, errors = {}, error, message } = (body ?? {}) as Problem;
	const fields = Object.fromEntries(
		Object.entries(errors).map(([field, reasons]) => [
			fieldName(field),
			typeof reasons === 'string' ? [reasons] : reasons,
		]),
	);
	return {
		message: title ?? message ?? error ?? `ServiceTitan answered with status ${status}`,
		fields,
		...(ADVICE[status] !== undefined && { advice: ADVICE[status] }),
		...(traceId !== undefined && { trace: traceId }),
	};
}

/** The keys of `errors` come in either case. */
const fieldName = (key: string): string => key.charAt(0).toLowerCase() + key.slice(1);
