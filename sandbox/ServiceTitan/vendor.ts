import type { ContractEndpoint } from '../core/contract';
import contract from '../../test/vendors/ServiceTitan/contract.json';
import { Answer, Refusal } from '../core/refusal';
import type { CollectionDefinition, Row } from '../core/store';
import { defineSandboxVendor, type Handler, type SandboxRequest } from '../core/vendor';
import { catalogueRoutes } from './catalogue';
import { customerRoutes, usualCustomer, usualLocation } from './customers';
import { enumerations } from './enumerations';
import { appointmentRoutes, usualAppointment } from './appointments';
import { assignmentRoutes } from './assignments';
import { storage } from './files';
import { jobRoutes, usualJob } from './jobs';
import { areas } from './areas';
import { noteRecords } from './notes';
import { records } from './records';
import { customer, generatedJob, seed } from './seed';
import { readAdditions } from './facts';
import { DELETED } from './lists';

const CREDENTIAL = {
	tenantId: '4100200300',
	clientId: 'sandbox-client',
	clientSecret: 'sandbox-client-secret-of-servicetitan',
	appApiKey: 'sandbox-app-key-of-servicetitan',
};

const TOKEN_LIFETIME_SECONDS = 900;

const created = (
	noun: string,
	firstId: number,
	usual?: (row: Row) => Row,
): CollectionDefinition => ({
	noun,
	firstId,
	usual,
	stamps: { created: 'createdOn', modified: 'modifiedOn' },
});

/** Client credentials as a form, nothing else: no JSON, no Basic header, no scopes. */
const signIn: Handler = ({ encoding, body, tokens }) => {
	const refused = (error: string) => new Answer(400, { error });
	const { grant_type: grant, client_id: id, client_secret: secret, ...others } = body;
	if (encoding !== 'form' || Object.keys(others).length > 0) return refused('invalid_request');
	if (grant !== 'client_credentials') return refused('unsupported_grant_type');
	if (id !== CREDENTIAL.clientId || secret !== CREDENTIAL.clientSecret) {
		return refused('invalid_client');
	}
	return {
		access_token: tokens.issue({ account: String(id), lifetimeSeconds: TOKEN_LIFETIME_SECONDS }),
		expires_in: TOKEN_LIFETIME_SECONDS,
		token_type: 'Bearer',
	};
};

function authorize({ headers, tokens, path }: SandboxRequest): string {
	const [, token] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
	const client = token === undefined ? undefined : tokens.accountOf(token);
	if (client === undefined) throw new Refusal('notAuthorised', 'The token is missing or has ended');
	// That a wrong app key is a 401 and a wrong tenant a 403 is inferred: no document says it.
	if (headers['st-app-key'] !== CREDENTIAL.appApiKey) {
		throw new Refusal('notAuthorised', 'The app key is missing or wrong');
	}
	if (path.tenant !== CREDENTIAL.tenantId) {
		throw new Refusal('forbidden', 'The app is not connected to this tenant');
	}
	return `${client} on tenant ${path.tenant}`;
}

/** RFC 7807 for what the service refuses; the gateway before it answers in its own shape. */
function errors({ kind, status, message, problems }: Refusal): Answer {
	// Inferred: the documents give no body for these, and other shapes are possible.
	if (kind === 'notAuthorised' || kind === 'tooManyRequests' || kind === 'failed') {
		return new Answer(status, { statusCode: status, message });
	}
	const byField: Record<string, string[]> = {};
	for (const { name, message: reason } of problems) (byField[name || 'body'] ??= []).push(reason);
	return new Answer(
		status,
		{
			type: `https://httpstatuses.io/${status}`,
			title: problems.length > 0 ? 'One or more validation errors occurred.' : message,
			status,
			traceId: `sandbox-${kind}`,
			errors: byField,
			data: {},
		},
		{ 'content-type': 'application/problem+json; charset=utf-8' },
	);
}

const additions = readAdditions();

/**
 * Dictionaries in a query. Only the journal entries say how one is written, with a dot; brackets, as
 * the vendor's framework reads them, are inferred for all.
 */
const dictionaries = Object.fromEntries(
	(contract.endpoints as readonly object[] as readonly ContractEndpoint[]).flatMap(
		({ method, path, params }) => {
			const open = Object.entries(params).filter(
				([, { in: part, type }]) => part === 'query' && type === 'object',
			);
			const text = { in: 'query', type: 'string' } as const;
			return open.map(([name]) => [
				`${method} ${path}`,
				{ [`${name}[]`]: text, [`${name}.*`]: text },
			]);
		},
	),
);

export const serviceTitan = defineSandboxVendor({
	name: 'ServiceTitan',
	port: 4011,
	basePath: '',
	contract,
	structures: {
		...additions.structures,
		'GET /jpm/v2/tenant/{tenant}/jobs/cancel-reasons': {
			ids: { in: 'query', type: 'string', required: true },
		},
		'GET /forms/v2/tenant/{tenant}/submissions': {
			'owners[].type': { in: 'query', type: 'string' },
			'owners[].id': { in: 'query', type: 'integer' },
		},
		...dictionaries,
	},
	enumerations: { ...enumerations, ...additions.enumerations },
	nulls: true,
	refine(name, { method, path }) {
		const format = additions.refinements.get(`${method} ${path} ${name}`);
		if (format) return format;
		if (name === 'name' && path.includes('/customers')) return { maxLength: 150 };
		const ofLocation =
			name === 'locations.name' || (name === 'name' && path.includes('/locations'));
		if (ofLocation) return { maxLength: 200 };
		return undefined;
	},
	credentials: ({ baseUrl }) => ({
		serviceTitanApi: { environment: 'custom', baseUrl, authBaseUrl: '', ...CREDENTIAL },
	}),
	collections: {
		jobTypes: records('Job type', 401, 'jpm.JobTypeResponse', { priority: 'Normal' }),
		jobCancelReasons: created('Job cancel reason', 451),
		jobHoldReasons: created('Job hold reason', 471),
		customers: created('Customer', 1001, usualCustomer),
		locations: created('Location', 2001, usualLocation),
		contacts: created('Contact', 3001),
		customerNotes: noteRecords(4001, 'crm.NoteResponse'),
		locationNotes: noteRecords(4501, 'crm.NoteResponse'),
		customFieldTypes: created('Custom field type', 1),
		...areas.collections,
		jobs: created('Job', 50_001, usualJob),
		jobNotes: noteRecords(1, 'jpm.NoteResponse'),
		jobHistory: {
			noun: 'Event',
			usual: () => ({ employeeId: null, usedSchedulingTool: 'Manual', memo: '' }),
			stamps: { created: 'createdOn' },
		},
		jobCancellations: records('Cancellation', 1, 'jpm.JobCanceledLogResponse'),
		appointments: created('Appointment', 70_001, usualAppointment),
		[DELETED]: { noun: 'Deleted record', stamps: { created: 'createdOn', modified: 'modifiedOn' } },
		appointmentAssignments: {
			noun: 'Appointment assignment',
			firstId: 90_001,
			stamps: { created: 'assignedOn', modified: 'modifiedOn' },
		},
	},
	seed,
	generators: {
		customers: (index, _store, clock) => customer(40 + index, clock),
		jobs: (index) => generatedJob(index),
	},
	elsewhere: storage,
	signIn: { 'POST /connect/token': signIn },
	authorize,
	errors,
	allowance: { requests: 60, perSeconds: 1 },
	routes: {
		...customerRoutes,
		...jobRoutes,
		...appointmentRoutes,
		...assignmentRoutes,
		...catalogueRoutes,
		...areas.routes,
	},
});
