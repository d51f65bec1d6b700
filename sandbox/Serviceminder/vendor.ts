import contract from '../../test/vendors/Serviceminder/contract.json';
import { Answer, Refusal, type Problem, type RefusalKind } from '../core/refusal';
import { defineSandboxVendor, type ArrivedRequest, type SandboxRequest } from '../core/vendor';
import { appointmentRoutes, appointmentStructures, usualAppointment } from './appointments';
import { catalogueRoutes } from './catalogue';
import { contactRoutes, contactStructures, usualContact } from './contacts';
import { downloadRoutes, downloadStructures } from './downloads';
import { enumerations } from './enumerations';
import { feedRoutes, usualFeedEvent } from './feed';
import { isAllowed, keyOf, SANDBOX_KEY } from './keys';
import { salesRoutes, salesStructures } from './sales';
import { generators, seed } from './seed';
import { DAY, kept } from './times';

function authorize(request: SandboxRequest): string {
	const key = keyOf(request);
	if (!key) throw new Refusal('notAuthorised', 'The key is missing or wrong', { status: 200 });
	if (!isAllowed(key, request.url.slice('/api'.length))) {
		throw new Refusal('forbidden', 'The key is of another scope', { status: 200 });
	}
	return String(key.ApplicationName);
}

/** The request comes back, key included, with the results written into it. */
function success(value: unknown, { body }: SandboxRequest): Answer {
	return new Answer(200, { ...body, ...(value as object), ResultCode: 0, Message: '' });
}

/** Names the members that are wrong. */
function named(message: string, problems: readonly Problem[]): string {
	if (problems.length === 0) return message;
	return problems.map((problem) => `${problem.name} ${problem.message}`).join('; ');
}

/** Those of the gateway before the service. */
const OTHER_THAN_200: readonly RefusalKind[] = ['tooManyRequests', 'failed'];

/**
 * Almost every failure is a 200. An unknown path answers with nothing at all; that a refused key and a
 * scope that does not fit do the same is the likeliest reading of the vendor's documents, not proven.
 */
function errors(
	{ kind, status, message, problems }: Refusal,
	{ url, body }: Pick<ArrivedRequest, 'url' | 'body'>,
): Answer {
	if (kind === 'unknownRoute' || kind === 'notAuthorised' || kind === 'forbidden') {
		return new Answer(200);
	}
	// Only POST exists; what other methods meet is inferred.
	if (kind === 'wrongMethod') return new Answer(status, message, { allow: 'POST' });
	const other = OTHER_THAN_200.includes(kind);
	return new Answer(other ? status : 200, {
		...body,
		// As seen live for an unknown and for a missing id.
		...(url === '/api/proposal/details' && { Id: 0 }),
		ResultCode: 1,
		// The word that answers of the gateway were seen with.
		Message: other ? '<none>' : named(message, problems),
	});
}

const DAYS =
	/^((From|Through|Start|Finish|Target|Search)Date|(Created|Updated|Date)(From|Through)|(From|Through)Accepted)$/;

export const serviceminder = defineSandboxVendor({
	name: 'Serviceminder',
	port: 4015,
	basePath: '/api',
	contract,
	enumerations,
	structures: {
		...appointmentStructures,
		...contactStructures,
		...downloadStructures,
		...salesStructures,
	},
	everywhere: {
		ApiKey: { in: 'body', type: 'string' },
		// Vendor examples send these empty.
		ResultCode: { in: 'body', type: 'options' },
		Message: { in: 'body', type: 'string' },
	},
	refine(name, { path }) {
		// Padding with empty text is allowed, as vendor examples do.
		if (DAYS.test(name) && !path.startsWith('/appointments/book')) {
			return { pattern: `${DAY}|^$` };
		}
		// Text is accepted as well.
		if (name === 'IdSearch' || name === 'DownloadId') return { type: ['number', 'string'] };
		return undefined;
	},
	// Keys of one scope are in the collection `keys`.
	credentials: ({ baseUrl }) => ({
		serviceminderApi: { environment: 'custom', baseUrl, apiKey: SANDBOX_KEY },
	}),
	collections: {
		keys: { noun: 'Key', id: 'Id' },
		organizations: { noun: 'Organization', id: 'OrganizationId', firstId: 101 },
		users: { noun: 'User', id: 'Id', firstId: 201 },
		services: { noun: 'Service', id: 'Id', firstId: 301 },
		serviceAgents: { noun: 'Service agent', id: 'Id', firstId: 401 },
		channels: { noun: 'Channel', id: 'Id' },
		customFields: { noun: 'Custom field', id: 'Id', firstId: 601 },
		cancelReasons: { noun: 'Cancel reason', id: 'Id' },
		contacts: {
			noun: 'Contact',
			id: 'Id',
			firstId: 5001,
			usual: usualContact,
			stamps: { created: 'CreatedAt', modified: 'UpdatedAt', format: kept },
		},
		notes: { noun: 'Note', id: 'Id', firstId: 7001 },
		appointments: {
			noun: 'Appointment',
			id: 'AppointmentId',
			firstId: 8001,
			usual: usualAppointment,
			stamps: { created: 'CreatedAt', modified: 'UpdatedAt', format: kept },
		},
		proposalTemplates: { noun: 'Template', id: 'Id' },
		proposals: {
			noun: 'Proposal',
			id: 'Id',
			firstId: 9001,
			stamps: { created: 'CreatedAt', modified: 'UpdatedAt', format: kept },
		},
		invoices: {
			noun: 'Invoice',
			id: 'Id',
			firstId: 9501,
			stamps: { created: 'CreatedAt', modified: 'UpdatedAt', format: kept },
		},
		payments: { noun: 'Payment', id: 'Id', firstId: 9801 },
		feedback: { noun: 'Feedback', id: 'Id' },
		tips: { noun: 'Tip', id: 'Id' },
		blogs: { noun: 'Blog', id: 'Id', firstId: 801 },
		downloads: { noun: 'Download', id: 'Id', firstId: 301001 },
		feedEvents: { noun: 'Event', id: 'Id', firstId: 70001, usual: usualFeedEvent },
	},
	seed,
	generators,
	// Nobody has shown that it turns a bad key away.
	open: ['POST /test/echo'],
	authorize,
	success,
	errors,
	routes: {
		...contactRoutes,
		...appointmentRoutes,
		...salesRoutes,
		...catalogueRoutes,
		...downloadRoutes,
		...feedRoutes,
	},
});
