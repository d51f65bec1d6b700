import contract from '../../test/vendors/ServiceTrade/contract.json';
import { Answer, type Refusal } from '../core/refusal';
import { unixSeconds, type CollectionDefinition, type Row } from '../core/store';
import { defineSandboxVendor } from '../core/vendor';
import { appointmentRoutes, usualAppointment } from './appointments';
import { attachmentRoutes, storage } from './attachments';
import { catalogueRoutes } from './catalogue';
import { jobRoutes, usualJob } from './jobs';
import { enumerations, refine, structures } from './parameters';
import { placeRoutes, usualCompany, usualContact, usualLocation } from './places';
import { generatedJob, generatedLocation, seed } from './seed';
import { serviceRoutes, usualServiceRequest } from './services';
import { authorize, signIn } from './signIn';

const stamped = (
	noun: string,
	firstId: number,
	usual?: (row: Row) => Row,
): CollectionDefinition => ({
	noun,
	firstId,
	usual,
	stamps: { created: 'created', modified: 'updated', format: unixSeconds },
});

/** What lists need before they are there at all; without it the answer is 405, not 400. */
const COMPULSORY_FILTERS = ['entityId', 'entityType'];

function errors({ kind, status, message, problems }: Refusal): Answer {
	const lacksFilter = problems.some(
		({ kind, in: part, name }) =>
			kind === 'missing' && part === 'query' && COMPULSORY_FILTERS.includes(name),
	);
	if (problems.length === 0 || lacksFilter) {
		// A status of its own for a body of the wrong kind is not among the documented ones.
		const answered = kind === 'unsupported' ? 400 : status;
		return new Answer(lacksFilter ? 405 : answered, { messages: { error: [message] } });
	}
	const validation: Record<string, string[]> = {};
	for (const { name, message: reason } of problems)
		(validation[name || 'body'] ??= []).push(reason);
	return new Answer(status, { messages: { validation } });
}

export const serviceTrade = defineSandboxVendor({
	name: 'ServiceTrade',
	port: 4012,
	basePath: '/api',
	contract,
	structures,
	enumerations,
	refine,
	nulls: true,
	queryLists: 'commas',
	queryBooleans: { true: ['1', 'true'], false: ['0', 'false'] },
	credentials: ({ baseUrl }) => ({
		serviceTradeApi: {
			environment: 'custom',
			baseUrl,
			username: 'dispatch@example.com',
			password: 'sandbox-password-of-servicetrade',
		},
		serviceTradeClientApi: {
			environment: 'custom',
			baseUrl,
			clientId: 'sandbox-client',
			clientSecret: 'sandbox-client-secret-of-servicetrade',
		},
	}),
	collections: {
		sessions: { noun: 'Session' },
		companies: stamped('Company', 101, usualCompany),
		locations: stamped('Location', 1001, usualLocation),
		contacts: stamped('Contact', 2001, usualContact),
		users: stamped('User', 51),
		serviceLines: { noun: 'Service line' },
		regions: { noun: 'Region', firstId: 301 },
		tags: { noun: 'Tag', firstId: 401 },
		terms: { noun: 'Terms' },
		contracts: stamped('Contract', 501),
		assets: stamped('Asset', 601),
		jobs: stamped('Job', 10_001, usualJob),
		appointments: stamped('Appointment', 20_001, usualAppointment),
		serviceRequests: stamped('Service request', 30_001, usualServiceRequest),
		attachments: stamped('Attachment', 40_001),
	},
	seed,
	generators: { jobs: generatedJob, locations: generatedLocation },
	signIn,
	elsewhere: storage,
	open: ['GET /'],
	authorize,
	success: (value) => (value === undefined ? new Answer(204) : new Answer(200, { data: value })),
	errors,
	routes: {
		...jobRoutes,
		...appointmentRoutes,
		...serviceRoutes,
		...placeRoutes,
		...attachmentRoutes,
		...catalogueRoutes,
	},
});
