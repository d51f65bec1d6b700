import type { IDataObject } from 'n8n-workflow';
import omit from 'lodash/omit';

import { apiUrl } from '../shared/http/environment';
import type { Operation } from '../shared/define/operation';
import { defineVendor, type Answer, type Refusal, type Route } from '../shared/define/vendor';
import { objectOf } from '../shared/http/errors';
import { environments } from './environments';
import { events } from './events';
import { resources } from './resources';
import { takenPages, wallTime } from './wire';

export const serviceminder = defineVendor({
	name: 'serviceminder',
	api: {
		credentials: { serviceminderApi: 'API Key' },
		baseUrl: (credential) => apiUrl(environments, credential),
		secrets: ['apiKey'],
		// The answer is the request with results written into it, the key included.
		echoes: true,
		// The one call that a key of every scope may make.
		check: 'POST /test/echo',
		paging: takenPages,
		// No limit is published; others who call it keep to 3 or 4 at once.
		allowance: { requests: 20, perSeconds: 1, atOnce: 3 },
		id: 'Id',
		write: { dateTime: (value, credential) => wallTime(String(value), credential) },
		one: (body) => omit(objectOf(contentOf(body)), ENVELOPE),
		many: listIn,
		failed,
		explain,
	},
	times: {
		read: (value) => Date.parse(String(value)),
		// Filters take whole days on the organization's clock. The day by UTC is the same one or the next,
		// which the overlap of an event makes up for.
		write: (moment) => new Date(moment).toISOString().slice(0, 10),
	},
	resources,
	events,
});

/**
 * What is no part of a result. Only the key at the top is one: `ApiKey` on an appointment is the name
 * of the application that booked it.
 */
const ENVELOPE = ['ApiKey', 'ResultCode', 'Message'];

/** What an answer holds. A download is asked for as text, in which failures are told as JSON all the same. */
function contentOf(body: unknown): unknown {
	if (typeof body !== 'string') return body;
	if (body.trim() === '') return '';
	try {
		const data: unknown = JSON.parse(body);
		return data !== null && typeof data === 'object' ? data : body;
	} catch {
		return body;
	}
}

/** Where each list stands, by the call; everything else answers under `Matches`. */
const LISTS: { readonly [path: string]: string } = {
	'/appointments/query': 'Appointments',
	'/appointments/find': 'Slots',
	'/appointments/slotsearch': 'Slots',
	'/channels/all': 'Channels',
	'/contacts/listtags': 'TagList',
	'/datasubscriber/fetch': 'Events',
	'/datasubscriber/forecasts': 'Organizations',
	'/invoice/query': 'Invoices',
	'/organizations/query': 'Organizations',
	'/payment/query': 'Payments',
	'/proposal/alltemplates': 'Templates',
	'/proposal/query': 'Proposals',
	'/settings/features': 'Features',
	'/settings/leadsourcecategories': 'LeadSourceCategories',
	'/settings/namedtaxrates': 'NamedTaxRates',
	'/settings/radiuscities': 'Cities',
	'/settings/radiuspostalcodes': 'PostalCodes',
};

/** What a row is called that is nothing but text. */
const TEXTS: { readonly [list: string]: string } = {
	Cities: 'City',
	Features: 'Feature',
	PostalCodes: 'PostalCode',
};

/** The numbers of `TransactionKind` in the feed. */
const KINDS = ['Invoice', 'Appointment', 'Proposal', 'Delete'];

function listIn(body: unknown, route: Route): IDataObject[] | undefined {
	const path = pathOf(route).toLowerCase();
	const answer = objectOf(body);
	if (path === '/channels/campaigns') return campaignsIn(answer.Channels);
	const name = LISTS[path] ?? 'Matches';
	const list = answer[name];
	// inferred: an empty list may come as null, as other empty members do.
	if (list === null) return [];
	if (!Array.isArray(list)) return undefined;
	const rows = (list as unknown[]).map((row) =>
		row !== null && typeof row === 'object'
			? (row as IDataObject)
			: { [TEXTS[name] ?? 'Name']: row as string },
	);
	if (path !== '/datasubscriber/fetch') return rows;
	return rows.map((event) => ({ ...event, Kind: KINDS[Number(event.TransactionKind)] ?? '' }));
}

/** inferred: campaigns stand inside their channels, under this name. The reference does not show the rows. */
function campaignsIn(channels: unknown): IDataObject[] | undefined {
	if (!Array.isArray(channels)) return undefined;
	const rows = channels as IDataObject[];
	// Should they stand elsewhere, the rows are given as they are.
	if (!rows.some(({ Campaigns: campaigns }) => Array.isArray(campaigns))) return rows;
	return rows.flatMap(({ Name: channel, Campaigns: campaigns }) =>
		Array.isArray(campaigns)
			? (campaigns as IDataObject[]).map((campaign) => ({ ...campaign, Channel: channel }))
			: [],
	);
}

/** Failures come with status 200: as a `ResultCode` other than 0, which may be text, or as no answer at all. */
function failed(answer: Answer): boolean {
	const body = contentOf(answer.body);
	if (body === '' || body === undefined || body === null) return true;
	const { ResultCode: code } = objectOf(body);
	return code !== undefined && code !== null && Number(code) !== 0;
}

const ADVICE: { readonly [status: number]: string } = {
	401: 'Check the API key in the credential.',
	403: 'Check the API key in the credential and its scope.',
	404: 'Check the environment and the base URL in the credential.',
};

function explain({ status, body }: Answer, operation?: Pick<Operation, 'request'>): Refusal {
	const call = operation === undefined ? 'this call' : pathOf(operation.request);
	const { ResultCode: code, Message: message } = objectOf(contentOf(body));
	// The gateway in front of the service leaves this where it has nothing to say.
	const said = typeof message === 'string' && message !== '<none>' ? message.trim() : '';
	if (status < 300 && code === undefined) {
		return {
			message: `serviceminder gave an empty answer to ${call}`,
			advice: `It does so for a path that it does not know and for a key that may not do this. Check the path, the API key and its scope: this needs ${keyFor(call)}.`,
		};
	}
	if (status < 300) {
		return {
			message: said === '' ? `serviceminder refused ${call} (result code ${String(code)})` : said,
			advice: `serviceminder refused ${call}. Correct what it names and run it again.`,
		};
	}
	const advice =
		ADVICE[status] ??
		(status >= 500
			? 'serviceminder or the network in front of it is in trouble. After a call that changes something, look there before you run it again.'
			: undefined);
	return {
		message: said === '' ? `serviceminder answered ${call} with status ${status}` : said,
		...(advice !== undefined && { advice }),
	};
}

/** Calls that are made for keys of a brand too. */
const OF_BRANDS = /^\/(contacts\/(addupdate|locate)|organizations\/details|blogs\/)/;

/** Which key a call needs. */
function keyFor(call: string): string {
	if (call.startsWith('/datasubscriber/')) return 'a Data Subscriber key';
	if (call === '/organizations/query') return 'a brand key';
	return OF_BRANDS.test(call) ? 'an organization key or a brand key' : 'an organization key';
}

const pathOf = (route: Route): string => route.slice(route.indexOf(' ') + 1);
