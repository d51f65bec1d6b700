import contract from '../../test/vendors/SchedulingCenter/contract.json';
import { Answer, NotBuilt, Refusal } from '../core/refusal';
import type { CollectionDefinition, Row } from '../core/store';
import { defineSandboxVendor, type SandboxRequest } from '../core/vendor';
import { campaignRoutes, usualCampaign } from './campaigns';
import { catalogueRoutes, usualCategory, usualEmployee, usualLocation } from './catalogue';
import { enumerations } from './enumerations';
import { invoiceRoutes, usualAppointment, usualInvoice } from './invoices';
import { reviewRoutes, reviewStructures, usualReview, writtenReviewStructures } from './reviews';
import { generators, seed } from './seed';
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
 * PATCH and PUT do the same. The list of franchises has no section of its own, but takes what every
 * list takes, so that it can be checked like the others.
 */
const endpoints = contract.endpoints
	.map((endpoint) => {
		if (endpoint.method !== 'GET' || endpoint.path !== '/franchises') return endpoint;
		return { ...endpoint, undocumented: false };
	})
	.flatMap((endpoint) =>
		endpoint.method === 'PATCH' ? [endpoint, { ...endpoint, method: 'PUT' }] : [endpoint],
	);

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
	[/^(start_date|birth_date)$/, { pattern: DATE }],
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
		franchises: { noun: 'Franchise' },
		groups: { noun: 'Group', usual: () => ({ active: true }) },
		employees: { noun: 'Employee', usual: usualEmployee },
		locations: {
			noun: 'Location',
			usual: usualLocation,
			stamps: { modified: 'last_modified', format: kept },
		},
		locationsMetadata: { noun: 'Metadata' },
		locationsZipcodes: { noun: 'Postal code' },
		categories: { noun: 'Category', usual: usualCategory },
		services: { noun: 'Service' },
		campaignsCategories: { noun: 'Campaign category', usual: () => ({ active: true }) },
		campaignsSubcategories: { noun: 'Campaign subcategory' },
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
	routes: { ...invoiceRoutes, ...reviewRoutes, ...campaignRoutes, ...catalogueRoutes },
});
