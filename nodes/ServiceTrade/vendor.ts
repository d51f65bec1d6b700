import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';

import { apiUrl } from '../shared/http/environment';
import { defineVendor, type Answer, type Refusal } from '../shared/define/vendor';
import { environments } from './environments';
import { events } from './events';
import { pagesOf } from './paging';
import { resources } from './resources';

export const serviceTrade = defineVendor({
	name: 'ServiceTrade',
	api: {
		credentials: {
			serviceTradeApi: 'Session',
			serviceTradeClientApi: 'OAuth2 Client Credentials',
		},
		baseUrl: (credential) => apiUrl(environments, credential),
		secrets: ['password', 'sessionToken', 'clientSecret', 'accessToken'],
		// `GET /auth` answers 404 to a session that has ended, which would not renew it; this answers 401.
		check: 'GET /accountsettings',
		headers: { 'User-Agent': 'n8n-nodes-field-service' },
		paging: pagesOf(),
		// The reference states no limit, and clients in public code had 20 requests under way without a
		// refusal. So courtesy is in what is under way at once; the count only stops a run-away workflow.
		allowance: { requests: 300, perSeconds: 1, atOnce: 8 },
		write: {
			dateTime: (value) => Math.floor(Date.parse(String(value)) / 1000),
			queryFlag: (value) => (value === true ? 1 : 0),
			queryList: (values) => (values as unknown[]).join(','),
		},
		one: recordIn,
		many: listIn,
		// Two companies without a contract that fits both.
		none: ({ status }, route) => status === 404 && route === 'GET /contract',
		explain,
		isoDates: (record) => dated(record) as IDataObject,
	},
	times: {
		read: (value) => (typeof value === 'number' ? value * 1000 : NaN),
		write: (moment) => Math.floor(moment / 1000),
	},
	resources,
	events,
});

const isObject = (value: unknown): value is IDataObject =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * The record in `data`, or the answer itself where it comes bare, as those of budgets do. Some
 * accounts get `data.job` with lists beside it; what is not surely a wrapping is left as it is.
 */
function recordIn(body: unknown): unknown {
	const record = isObject(body) && 'data' in body ? body.data : body;
	// The answer of `/auth` repeats the session, which opens the whole account.
	return isObject(record) && 'authToken' in record ? omit(record, 'authToken') : record;
}

/**
 * The list in `data`, under the name of its resource where there are several: some accounts get the
 * related records in lists beside it. A few lists are misspelt in the reference (`paymenttermss`,
 * `change_orders`), and comments stand outside `data`.
 */
function listIn(body: unknown, route: string): IDataObject[] | undefined {
	const data = isObject(body) && 'data' in body ? body.data : body;
	const found = Array.isArray(data) ? data : isObject(data) ? namedList(data, route) : undefined;
	return found?.map((row) => wrappedRow(row as IDataObject));
}

function namedList(data: IDataObject, route: string): unknown[] | undefined {
	const lists = Object.entries(data).filter((entry): entry is [string, IDataObject[]] =>
		Array.isArray(entry[1]),
	);
	const [last = ''] = route.split('/').reverse();
	const names = [last, `${last}s`, last.replace(/y$/, 'ies')];
	const named = lists.find(([key]) => names.includes(key.replace(/_/g, '').toLowerCase()));
	return named?.[1] ?? (lists.length === 1 ? lists[0][1] : undefined);
}

/** The files of a job come each in a `data` of its own. */
const wrappedRow = (row: IDataObject): IDataObject =>
	isObject(row) && isObject(row.data) && Object.keys(row).length === 1 ? row.data : row;

const MOMENTS: ReadonlySet<string> = new Set([
	'closedOn',
	'completedOn',
	'created',
	'deliveryDate',
	'dueBy',
	'dueDate',
	'endsOn',
	'eventTime',
	'expiresOn',
	'firstEnd',
	'firstStart',
	'lastLock',
	'latestClockIn',
	'nextDue',
	'originalWindowEnd',
	'originalWindowStart',
	'reportedOn',
	'respondBy',
	'revenueAsOf',
	'reviewOn',
	'scheduledDate',
	'sent',
	'serverTime',
	'startsOn',
	'transactionDate',
	'updated',
	'usedOn',
	'windowEnd',
	'windowStart',
]);

/** Moments are Unix seconds among plain numbers and IDs, so they are known by name alone. */
function dated(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(dated);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name,
			MOMENTS.has(name) && typeof member === 'number'
				? new Date(member * 1000).toISOString()
				: dated(member),
		]),
	);
}

interface Messages {
	readonly error?: readonly string[] | string;
	readonly validation?: { readonly [field: string]: readonly string[] | string };
}

const HAPPENED: { readonly [status: number]: string } = {
	400: 'ServiceTrade did not accept the values',
	401: 'ServiceTrade ended the session or never accepted it',
	403: 'ServiceTrade does not allow this user to do that',
	404: 'ServiceTrade found no such record',
	405: 'ServiceTrade does not offer this call in this form',
	409: 'The state of the record does not allow this',
	500: 'ServiceTrade failed while it worked on this',
};

const ADVICE: { readonly [status: number]: string } = {
	400: 'Correct the fields named here and run it again. Some of them are only accepted together, or belong to another location or job.',
	401: 'Check the credential: the user name and password, or the client ID and secret.',
	403: 'The role of the user in the credential may not do this. An account administrator can change the role. Some calls also refuse a missing filter or an unknown record this way.',
	404: 'Check the ID, and that the user of the credential may see the record. An appointment can only be deleted while it is unscheduled.',
	405: 'Give one more filter: some lists are not given without a record that they belong to.',
	409: 'Read the record and look at its status, and at what still refers to it.',
	500: 'Run it again later. If it goes on, ask ServiceTrade’s support.',
};

/** Many refusals have no body at all, so the status has to speak for itself. */
function explain({ status, body }: Answer): Refusal {
	const messages = (isObject(body) && isObject(body.messages) ? body.messages : {}) as Messages;
	const said = textsOf(messages.error);
	const fields = isObject(messages.validation)
		? Object.fromEntries(
				Object.entries(messages.validation).map(([name, reasons]) => [
					name,
					textsOf(reasons as Messages['error']),
				]),
			)
		: {};
	return {
		message:
			said.length > 0
				? said.join(' ')
				: (HAPPENED[status] ?? `ServiceTrade answered with status ${status}`),
		fields,
		...(ADVICE[status] !== undefined && { advice: ADVICE[status] }),
	};
}

/** The reference gives lists of texts; a plain text was seen as well. */
const textsOf = (value: Messages['error']): string[] =>
	value === undefined || value === null ? [] : [value].flat().map(String);
