import contract from '../../test/vendors/ServiceTrade/contract.json';
import type { ContractEndpoint, ContractParameter, JsonSchema } from '../core/contract';
import facts from './facts.json';

type Parameters = Readonly<Record<string, ContractParameter>>;

/*
 * facts.json was made from the option lists of the reference: closed sets by endpoint and name,
 * closed sets of words that come with commas between them, and lists of ids.
 */
const closed: Readonly<Record<string, readonly string[]>> = facts.enumerations;
const words: Readonly<Record<string, readonly string[]>> = facts.words;
const idLists = new Set(facts.ids);

export const JOB_TYPES = closed['POST /job type'];
export const LIB_ITEM_TYPES = closed['POST /libitem type'];

/** Purpose of an attachment by its number. */
export const PURPOSES: Readonly<Record<number, string>> = {
	1: 'Job Paperwork',
	2: 'Job Vendor Bill',
	3: 'Job Picture',
	5: 'Deficiency Repair Proposal',
	7: 'Generic',
	8: 'Avatar',
	9: 'Import',
	10: 'Blank Paperwork',
	11: 'Work Acknowledgement',
	12: 'Logo',
	14: 'Job Invoice',
};

const VISIBILITIES = closed['POST /attachment visibility'];
const ENTITY_TYPES = Array.from({ length: 53 }, (_, index) => index + 1);

/** The sets that the reference has in its sentences alone, beside those of the tables. */
export const enumerations: Readonly<Record<string, readonly unknown[]>> = {
	...closed,
	'GET /job ivrStatus': ['open'],
	'GET /servicerequest sort': ['id', 'locationName'],
	'GET /contract/{contractId}/rule sort': ['default', 'display'],
	'GET /contractrule sort': ['default', 'display'],
	'GET /invoice paid': ['paid', 'unpaid', 'partial'],
	'GET /entityfilter type': ['location'],
	'GET /contract jobType': JOB_TYPES,
	'POST /contract jobType': JOB_TYPES,
	'PUT /contract/{contractId} jobType': JOB_TYPES,
	'PUT /appointment/{appointmentId}/servicerequest/{serviceRequestId} completion':
		closed['POST /appointment/{appointmentId}/servicerequest completion'],
	lastReportedStatus: closed['GET /deficiency status'],
	// The only step that is left to a payment.
	'PUT /payment/{paymentId} status': ['void'],
	'POST /externalsystem syncableTypes': ['invoice'],
	'PUT /externalsystem/{externalSystemId} syncableTypes': ['invoice'],
	purposeId: Object.keys(PURPOSES).map(Number),
	entityType: ENTITY_TYPES,
	'visibility[]': VISIBILITIES,
	'PUT /attachment/{attachmentId} visibility': VISIBILITIES,
};

const ID_LIST = '\\d+(,\\d+)*';

/** What the contract's types leave open: lists with commas, the spelling of flags, lengths. */
export function refine(
	name: string,
	{ method, path, params }: ContractEndpoint,
): JsonSchema | undefined {
	const key = `${method} ${path} ${name}`;
	const set = words[key]?.join('|');
	if (set !== undefined) return { pattern: `^(${set})(,(${set}))*$` };

	const parameter = params[name];
	if (parameter?.in === 'query') {
		// Only the users' table shows the words beside the digits.
		if (parameter.type === 'boolean') {
			return { enum: path === '/user' ? ['1', '0', 'true', 'false'] : ['1', '0'] };
		}
		if (key === 'GET /job contractId') return { pattern: `^(none|${ID_LIST})?$` };
		if (name === 'libItemIds') return { pattern: '^(none|\\d+)?$' };
		if (name === 'quoteRequestId') return { type: 'string', pattern: '^(false|\\d+)$' };
		// Empty is the one documented way to ask for the contacts of the company alone.
		if (key === 'GET /contact locationId') return { pattern: '^\\d*$' };
		return idLists.has(key) ? { pattern: `^${ID_LIST}$` } : undefined;
	}
	// Typed text, an id nevertheless.
	if (name === 'companyId' && path.startsWith('/location')) return { type: ['string', 'integer'] };
	// Typed as numbers or ids, sent as text in the samples; both are taken.
	if (key === 'POST /changeorder budgetId') return { type: ['string', 'integer'] };
	if (name === 'amount' && path.endsWith('payment')) return { type: ['number', 'string'] };
	if (name === 'value' && path.includes('value')) return { type: ['string', 'number'] };
	if (name === 'eventType') return { type: 'string' };
	// Typed as a flag and as a fraction, ids in truth.
	if (name === 'items.serviceRequestId' || name === 'items.taxGroup') return { type: 'integer' };
	if (name === 'serviceLineId') return { type: 'integer' };
	return LENGTHS[name.split('.').at(-1) ?? '']?.find(({ at }) => at.test(path))?.schema;
}

const LENGTHS: Readonly<Record<string, ReadonlyArray<{ at: RegExp; schema: JsonSchema }>>> = {
	customerPo: [{ at: /^\/job(\/{jobId})?$/, schema: { maxLength: 40 } }],
	code: [
		{ at: /^\/libitem/, schema: { maxLength: 100 } },
		{ at: /^\/taxgroup/, schema: { maxLength: 40 } },
	],
	name: [{ at: /^\/taxgroup/, schema: { maxLength: 100 } }],
};

const text: ContractParameter = { in: 'query', type: 'string' };
const must = (type: string): ContractParameter => ({ in: 'body', type, required: true });

const address: Parameters = {
	'address.street': { in: 'body', type: 'string' },
	'address.city': { in: 'body', type: 'string' },
	'address.state': { in: 'body', type: 'string' },
	'address.postalCode': { in: 'body', type: 'string' },
};
const upload: Parameters = { 'visibility[]': { in: 'form', type: 'array of string' } };

/** Lists of ids that the tables call one number or an array, as what they are: text. */
const printedOtherwise: Readonly<Record<string, Parameters>> = Object.fromEntries(
	contract.endpoints.map(({ method, path, params }) => {
		const key = `${method} ${path}`;
		const names = Object.keys(params).filter(
			(name) => idLists.has(`${key} ${name}`) || `${key} ${name}` in words,
		);
		return [key, Object.fromEntries(names.map((name) => [name, text]))];
	}),
);

const ofContact: Parameters = {
	companyIds: { in: 'body', type: 'array of integer' },
	locationIds: { in: 'body', type: 'array of integer' },
};
const ofRule: Parameters = { libItemIds: text };

/** Where the reference itself is more exact than the contract that was made of it. */
const moreExact: Readonly<Record<string, Parameters>> = {
	'GET /job': { contractId: text },
	'GET /contact': { locationId: text },
	'GET /contractrule': ofRule,
	'GET /contract/{contractId}/rule': ofRule,
	'GET /region': {
		'contains[lat]': { in: 'query', type: 'number' },
		'contains[lon]': { in: 'query', type: 'number' },
	},
	// The path holds either an id or the name of a system; only the latter has a query.
	'GET /externalid/{entityType}/{entityId}': { value: text },
	// What is not marked as optional on creation, where no column says "required".
	'POST /job': { locationId: must('integer'), vendorId: must('integer'), type: must('string') },
	'POST /contact': {
		firstName: must('string'),
		lastName: must('string'),
		type: must('string'),
		...ofContact,
	},
	'PUT /contact/{contactId}': ofContact,
	'POST /company': address,
	'PUT /company/{companyId}': address,
	'POST /location': address,
	'PUT /location/{locationId}': address,
	'POST /user': { serviceLineIds: { in: 'body', type: 'array of integer' } },
	'PUT /user/{userId}': { serviceLineIds: { in: 'body', type: 'array of integer' } },
	'POST /attachment': upload,
	'POST /job/{jobId}/attachment': upload,
	'POST /job/{jobId}/paperwork': upload,
	'POST /job/{jobId}/vendorinvoice': upload,
	'POST /job/{jobId}/picture': upload,
	'POST /deficiency/{deficiencyId}/attachment': upload,
	'POST /changeorder/{changeOrderId}/attachment': upload,
};

export const structures: Readonly<Record<string, Parameters>> = Object.fromEntries(
	Object.entries(printedOtherwise).map(([key, names]) => [key, { ...names, ...moreExact[key] }]),
);
