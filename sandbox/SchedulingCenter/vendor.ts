import contract from '../../test/vendors/SchedulingCenter/contract.json';
import type { ContractEndpoint } from '../core/contract';
import { Answer, NotBuilt, Refusal } from '../core/refusal';
import type { CollectionDefinition, Row } from '../core/store';
import { defineSandboxVendor, type Handler, type SandboxRequest } from '../core/vendor';
import { campaignRoutes, usualCampaign } from './campaigns';
import { catalogueRoutes, usualCategory, usualEmployee, usualLocation } from './catalogue';
import { couponRoutes, usualCoupon, usualRule } from './coupons';
import { enumerations } from './enumerations';
import { invoiceRoutes, usualAppointment, usualInvoice } from './invoices';
import { ACTION_PARAMETERS, KNOWN_COLUMNS, namedCollections, namedRoutes } from './named';
import { postalRoutes } from './postal';
import { reportRoutes } from './reports';
import { reviewRoutes, reviewStructures, usualReview, writtenReviewStructures } from './reviews';
import { generators, seed } from './seed';
import { serviceRoutes, usualService, usualSetting } from './services';
import { DATE, DATE_OR_DATE_TIME, DATE_TIME, kept } from './times';

const CREDENTIAL = {
	username: 'sandbox-api',
	apiKey: 'sandbox-api-key-of-scheduling-center',
};

const stamped = (
	noun: string,
	firstId: number,
	usual: (row: Row) => Row,
): CollectionDefinition => ({
	noun,
	firstId,
	usual,
	stamps: { created: 'date_created', modified: 'last_modified', format: kept },
});

/**
 * What the document only names is checked as far as anything is known of it: lists take what every
 * list takes, records their columns, other actions what their sentences say.
 */
function completed(endpoint: ContractEndpoint): ContractEndpoint {
	if (endpoint.undocumented !== true) return endpoint;
	const { method, path, params } = endpoint;
	const [, controller] = path.split('/');
	const known = KNOWN_COLUMNS[controller];
	const ofAction = ACTION_PARAMETERS[`${method} ${path}`];
	const isRecord = path === `/${controller}` || path === `/${controller}/{id}`;
	if (ofAction) return { ...endpoint, params: { ...params, ...ofAction }, undocumented: false };
	if (method === 'GET' || method === 'DELETE') return { ...endpoint, undocumented: false };
	return isRecord && known ? { ...endpoint, params: known, undocumented: false } : endpoint;
}

/** PATCH and PUT do the same. */
const endpoints = (contract.endpoints as readonly object[] as readonly ContractEndpoint[])
	.map(completed)
	.flatMap((endpoint) =>
		endpoint.method === 'PATCH' ? [endpoint, { ...endpoint, method: 'PUT' }] : [endpoint],
	);

/** Pages for people, which no way of asking turns into data. */
const pages: Readonly<Record<string, Handler>> = {
	'GET /landing/{id}': () => page(200, 'What is new'),
	'GET /schedules': () => page(200, 'Schedule'),
	'GET /schedules/calendar': () => page(200, 'Calendar'),
};

/** Acts on the account that asks: the punch that it has is ended, or it gets a new one. */
const punchTheClock: Handler = ({ store }) => {
	const punches = store.collection('punchClock');
	const latest = punches.where('employee_id', OWN_EMPLOYEE).at(-1);
	const isIn = latest?.punched_in === true;
	return { punchClock: punches.add({ employee_id: OWN_EMPLOYEE, punched_in: !isIn }) };
};

const OWN_EMPLOYEE = 1;

const REALM = { 'www-authenticate': 'Basic realm="Scheduling Center"' };

function authorize({ method, headers }: SandboxRequest): string {
	const [, credentials = ''] = /^Basic (\S+)$/.exec(headers.authorization ?? '') ?? [];
	const { username, apiKey } = CREDENTIAL;
	if (Buffer.from(credentials, 'base64').toString('utf8') !== `${username}:${apiKey}`) {
		throw new Refusal('notAuthorised', 'The API username or key is missing or wrong');
	}
	// Some of the vendor's samples do it; the reference puts the parameters of GET into the query.
	if (method === 'GET' && Number(headers['content-length'] ?? 0) > 0) {
		throw new Refusal('invalid', 'Parameters of GET belong in the query, not in a body');
	}
	return username;
}

/** Pages for people come to those who ask for them and do not say that a script is asking. */
function wantsPage(headers: SandboxRequest['headers']): boolean {
	return (
		/^\s*(text\/html|application\/xhtml\+xml)/.test(headers.accept ?? '') &&
		headers['x-requested-with'] !== 'XMLHttpRequest'
	);
}

function page(status: number, title: string): Answer {
	return new Answer(
		status,
		`<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
		{ 'content-type': 'text/html; charset=utf-8' },
	);
}

function success(value: unknown, { headers }: SandboxRequest): Answer {
	if (wantsPage(headers)) return page(200, 'Scheduling Center');
	if (/^\s*(application|text)\/(xml|csv)/.test(headers.accept ?? '')) {
		throw new NotBuilt('The sandbox answers in JSON and in HTML only');
	}
	return new Answer(200, value);
}

/** Inferred: no error is shown, and this is how the framework behind the service writes one as JSON. */
function errors(
	{ kind, status, message, problems }: Refusal,
	{ url, headers }: Pick<SandboxRequest, 'url' | 'headers'>,
): Answer {
	if (wantsPage(headers)) return page(status, 'Error');
	const named = problems.map((problem) => `${problem.name} ${problem.message}`);
	const text = named.join('; ') || message;
	return new Answer(
		status,
		{ message: text, url, code: status },
		kind === 'notAuthorised' ? REALM : {},
	);
}

const FORMATS: ReadonlyArray<readonly [names: RegExp, schema: Record<string, unknown>]> = [
	[
		/^(last_modified_after|date_created_after|date_completed_after)$/,
		{ pattern: DATE_OR_DATE_TIME },
	],
	[/^(start_date|expiration_date|birth_date)$/, { pattern: DATE }],
	[
		/^(last_modified|most_recent\.invoice\.date_completed)\.(after|before)$/,
		{ pattern: DATE_TIME },
	],
	[/^date_reviewed$/, { pattern: DATE_TIME }],
	[/^color$/, { pattern: '^[0-9a-fA-F]{6}$' }],
	[/^rating$/, { minimum: 0, maximum: 10 }],
];

export const schedulingCenter = defineSandboxVendor({
	name: 'SchedulingCenter',
	port: 4014,
	basePath: '/api',
	contract: { endpoints },
	enumerations,
	structures: {
		'GET /reviews': reviewStructures,
		'POST /reviews': writtenReviewStructures,
		'PATCH /reviews/{id}': writtenReviewStructures,
		'PUT /reviews/{id}': writtenReviewStructures,
	},
	// The text `false` counts as true for the service's language, so it is refused rather than believed.
	queryBooleans: { true: ['true'], false: [] },
	refine(name, { path, method }) {
		if (name === 'code' && path.startsWith('/categories')) return { maxLength: 10 };
		// An open end is empty text.
		if (name === 'end_date' && method !== 'GET') return { pattern: `${DATE}|^$` };
		return FORMATS.find(([names]) => names.test(name))?.[1];
	},
	credentials: ({ baseUrl }) => ({
		schedulingCenterApi: { environment: 'custom', baseUrl, ...CREDENTIAL },
	}),
	collections: {
		franchises: { noun: 'Franchise', usual: () => ({ active: true }) },
		groups: { noun: 'Group', usual: () => ({ active: true }) },
		employees: { noun: 'Employee', usual: usualEmployee },
		locations: {
			noun: 'Location',
			usual: usualLocation,
			stamps: { modified: 'last_modified', format: kept },
		},
		locationsMetadata: { noun: 'Metadata' },
		locationsZipcodes: {
			noun: 'Postal code',
			usual: () => ({ display_location_id: null, active: true }),
		},
		zones: { noun: 'Zone' },
		zipGroupsZipcodes: { noun: 'Postal code of a zone' },
		taxRates: { noun: 'Tax rate' },
		categories: { noun: 'Category', usual: usualCategory },
		services: {
			noun: 'Service',
			usual: usualService,
			stamps: { modified: 'last_modified', format: kept },
		},
		servicesSettings: {
			noun: 'Service setting',
			firstId: 2001,
			usual: usualSetting,
			stamps: { modified: 'last_modified', format: kept },
		},
		coupons: stamped('Coupon', 96_001, usualCoupon),
		couponsPacks: stamped('Coupon pack', 1, () => ({ is_default: false, active: true })),
		couponsRules: { noun: 'Coupon rule', usual: usualRule },
		couponsRulesItems: { noun: 'Condition' },
		households: stamped('Household', 1, () => ({ active: true })),
		marketingEmails: stamped('Mail address', 1, () => ({ is_unsubscribed: false, active: true })),
		...namedCollections,
		campaignsCategories: { noun: 'Campaign category', usual: () => ({ active: true }) },
		campaignsSubcategories: {
			noun: 'Campaign subcategory',
			usual: () => ({ unknown_default: false, active: true, hidden: 0 }),
		},
		campaigns: stamped('Campaign', 301, usualCampaign),
		contacts: stamped('Contact', 1001, () => ({ active: true })),
		addresses: { noun: 'Address', firstId: 4001 },
		invoicesStatuses: { noun: 'Status' },
		invoices: stamped('Invoice', 50_001, usualInvoice),
		invoiceLineItems: { noun: 'Line item' },
		invoicesCampaigns: { noun: 'Campaign of an invoice' },
		appointments: stamped('Appointment', 70_001, usualAppointment),
		reviewsSources: { noun: 'Source' },
		reviews: stamped('Review', 9001, usualReview),
	},
	seed,
	generators,
	// Without /api the site wants the cookie of its login form, and answers with that page.
	elsewhere: () => page(200, 'Sign in'),
	authorize,
	encodings: ['json', 'form'],
	success,
	errors,
	allowance: { requests: 3000, perSeconds: 3600 },
	routes: {
		...invoiceRoutes,
		...reviewRoutes,
		...campaignRoutes,
		...catalogueRoutes,
		...couponRoutes,
		...serviceRoutes,
		...postalRoutes,
		...reportRoutes,
		...namedRoutes,
		...pages,
		'POST /punchClock/punchTheClock': punchTheClock,
	},
});
