import type { ContractEndpoint, ContractParameter, JsonSchema } from '../core/contract';

type Parameters = Readonly<Record<string, ContractParameter>>;

export const JOB_TYPES = [
	'unknown',
	'repair',
	'construction',
	'consultation',
	'upgrade',
	'service_call',
	'urgent_service_call',
	'priority_service_call',
	'emergency_service_call',
	'cleaning',
	'inspection',
	'priority_inspection',
	'reinspection',
	'survey',
	'planned_maintenance',
	'preventative_maintenance',
	'quality_assurance',
	'inspection_repair',
	'delivery',
	'pickup',
	'exchange',
	'sales',
	'installation',
	'warranty',
	'training',
	'testing',
	'administrative',
	'replacement',
	'design',
	'buildout',
	'hookup',
	'start_up',
	'retrofit',
] as const;

export const JOB_STATUSES = [
	'new',
	'scheduled',
	'canceled',
	'bidding',
	'completed',
	'pending_invoice',
	'sending_invoice',
	'invoiced',
	'closed',
] as const;

export const APPOINTMENT_STATUSES = [
	'scheduled',
	'unscheduled',
	'canceled_by_vendor',
	'canceled_by_customer',
	'completed',
	'no_show',
] as const;

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

const PLACE_STATUSES = ['active', 'pending', 'inactive', 'on_hold'];
const SERVICE_STATUSES = ['open', 'in_progress', 'closed', 'void', 'canceled', 'pending'];
const COMPLETIONS = ['pending', 'not_done', 'done', 'invalid'];
const VISIBILITIES = ['public', 'customer', 'subcontractor'];
const JOB_VISIBILITIES = [...VISIBILITIES, 'description', 'appointments'];
const CONTACT_STATUSES = ['public', 'private', 'inactive'];
const USER_STATUSES = ['active', 'inactive', 'pending', 'shadow'];
const ENTITY_TYPES = Array.from({ length: 53 }, (_, index) => index + 1);

export const enumerations: Readonly<Record<string, readonly unknown[]>> = {
	// Only single statuses are documented here; a list with commas is seen in public code alone.
	'GET /job status': ['all', ...JOB_STATUSES],
	'GET /job sort': ['distance', 'clockin'],
	'GET /job ivrStatus': ['open'],
	'POST /job type': JOB_TYPES,
	'POST /job status': JOB_STATUSES,
	'POST /job visibility': JOB_VISIBILITIES,
	'PUT /job/{jobId} type': JOB_TYPES,
	'PUT /job/{jobId} status': JOB_STATUSES,
	'PUT /job/{jobId} visibility': JOB_VISIBILITIES,
	'GET /appointment sort': ['windowStart', 'jobDueBy', 'jobTypeWeight', 'distance'],
	sortOrder: ['ASC', 'DESC'],
	'POST /appointment status': APPOINTMENT_STATUSES,
	// An appointment can be created unscheduled, never made so.
	'PUT /appointment/{appointmentId} status': APPOINTMENT_STATUSES.filter(
		(status) => status !== 'unscheduled',
	),
	completion: COMPLETIONS,
	'GET /servicerequest sort': ['id', 'locationName'],
	'POST /servicerequest status': SERVICE_STATUSES,
	'POST /servicerequest visibility': VISIBILITIES,
	'PUT /servicerequest/{serviceRequestId} status': SERVICE_STATUSES,
	'PUT /servicerequest/{serviceRequestId} visibility': VISIBILITIES,
	'POST /location status': PLACE_STATUSES,
	'PUT /location/{locationId} status': PLACE_STATUSES,
	'GET /location companyStatus': ['active', 'inactive', 'pending'],
	'GET /company status': PLACE_STATUSES,
	'POST /company status': PLACE_STATUSES,
	'PUT /company/{companyId} status': PLACE_STATUSES,
	'POST /contact status': CONTACT_STATUSES,
	'PUT /contact/{contactId} status': CONTACT_STATUSES,
	'POST /user status': USER_STATUSES,
	'PUT /user/{userId} status': USER_STATUSES,
	purposeId: Object.keys(PURPOSES).map(Number),
	entityType: ENTITY_TYPES,
	'visibility[]': VISIBILITIES,
	'PUT /attachment/{attachmentId} visibility': VISIBILITIES,
	'POST /attachment/{attachmentId} visibility': VISIBILITIES,
};

/** Words with commas between them, of a closed set. */
const WORD_LISTS: Readonly<Record<string, readonly string[]>> = {
	'GET /job type': JOB_TYPES,
	'GET /job appointmentStatus': APPOINTMENT_STATUSES,
	'GET /appointment status': APPOINTMENT_STATUSES,
	'GET /appointment jobType': JOB_TYPES,
	'GET /servicerequest status': SERVICE_STATUSES,
	// The filter lacks on_hold, which a location can nevertheless be given.
	'GET /location status': ['active', 'inactive', 'pending'],
	'GET /user status': ['active', 'pending', 'inactive'],
};

const ID_LIST = '\\d+(,\\d+)*';

/** What the contract's types leave open: lists with commas, the spelling of flags, lengths. */
export function refine(
	name: string,
	{ method, path, params }: ContractEndpoint,
): JsonSchema | undefined {
	const key = `${method} ${path} ${name}`;
	const words = WORD_LISTS[key];
	if (words) return { pattern: `^(${words.join('|')})(,(${words.join('|')}))*$` };

	const parameter = params[name];
	if (parameter?.in === 'query') {
		// Only the users' table shows the words beside the digits.
		if (parameter.type === 'boolean') {
			return { enum: path === '/user' ? ['1', '0', 'true', 'false'] : ['1', '0'] };
		}
		if (key === 'GET /job contractId') return { pattern: `^(none|${ID_LIST})?$` };
		// Empty is the one documented way to ask for the contacts of the company alone.
		if (key === 'GET /contact locationId') return { pattern: '^\\d*$' };
		const isIdList = parameter.type === 'string' && /Ids?$/.test(name);
		if (isIdList || key in NUMBER_LISTS) return { pattern: `^${ID_LIST}$` };
		return undefined;
	}
	// Typed text, an id nevertheless.
	if (name === 'companyId' && path.startsWith('/location')) return { type: ['string', 'integer'] };
	if (name === 'customerPo' && path.startsWith('/job')) return { maxLength: 40 };
	return undefined;
}

/** Printed as one number or as an array, and yet a list with commas. */
const NUMBER_LISTS: Readonly<Record<string, true>> = {
	'GET /job number': true,
	'GET /job salesId': true,
	'GET /appointment locationId': true,
	'GET /appointment customerId': true,
	'GET /user excludeUserIds': true,
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

/** Where the reference itself is more exact than the contract that was made of it. */
export const structures: Readonly<Record<string, Parameters>> = {
	'GET /job': { number: text, salesId: text, contractId: text },
	'GET /appointment': { locationId: text, customerId: text, jobType: text },
	'GET /user': { excludeUserIds: text },
	'GET /contact': { locationId: text },
	'GET /region': {
		'contains[lat]': { in: 'query', type: 'number' },
		'contains[lon]': { in: 'query', type: 'number' },
	},
	// What is not marked as optional on creation, where no column says "required".
	'POST /job': { locationId: must('integer'), vendorId: must('integer'), type: must('string') },
	'POST /contact': {
		firstName: must('string'),
		lastName: must('string'),
		type: must('string'),
		companyIds: { in: 'body', type: 'array of integer' },
		locationIds: { in: 'body', type: 'array of integer' },
	},
	'PUT /contact/{contactId}': {
		companyIds: { in: 'body', type: 'array of integer' },
		locationIds: { in: 'body', type: 'array of integer' },
	},
	'POST /company': address,
	'PUT /company/{companyId}': address,
	'POST /location': address,
	'PUT /location/{locationId}': address,
	'POST /attachment': upload,
	'POST /job/{jobId}/attachment': upload,
	'POST /job/{jobId}/paperwork': upload,
	'POST /job/{jobId}/vendorinvoice': upload,
	'POST /job/{jobId}/picture': upload,
};
