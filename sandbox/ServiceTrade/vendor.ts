import contract from '../../test/vendors/ServiceTrade/contract.json';
import { Answer, type Refusal } from '../core/refusal';
import { defineSandboxVendor, type ArrivedRequest } from '../core/vendor';
import { accountRoutes } from './account';
import { appointmentRoutes } from './appointments';
import { assetRoutes } from './assets';
import { attachmentRoutes, storage } from './attachments';
import { budgetRoutes } from './budgets';
import { catalogueRoutes } from './catalogue';
import { changeOrderRoutes } from './changeOrders';
import { clockRoutes } from './clock';
import { collections } from './collections';
import { commentRoutes } from './comments';
import { contractRoutes } from './contracts';
import { externalRoutes } from './external';
import { invoiceRoutes } from './invoices';
import { itemsRoutes } from './items';
import { jobRoutes } from './jobs';
import { enumerations, refine, structures } from './parameters';
import { peopleRoutes } from './people';
import { placeRoutes } from './places';
import { quoteRoutes } from './quotes';
import { recurrenceRoutes } from './recurrences';
import { generatedJob, generatedLocation, seed } from './seed';
import { seedAccount } from './seedAccount';
import { seedSales } from './seedSales';
import { seedWork } from './seedWork';
import { serviceRoutes } from './services';
import { authorize, signIn } from './signIn';
import { stockRoutes } from './stock';
import { tagRoutes } from './tags';

/**
 * How a few resources answer what lacks a member that they need, where it is not 400: the list, or
 * the comment, is as good as not there. By the method and the path.
 */
const LACKING: ReadonlyArray<readonly [pattern: RegExp, member: RegExp, status: number]> = [
	[/^GET .*\/(attachment|comment)$/, /^entity(Id|Type)$/, 405],
	[/^GET .*\/(invoice|invoicerecurrence|quote|quotetemplate)item$/, /Id$/, 404],
	[/^GET .*\/uservalue$/, /^userId$/, 404],
	[/^POST .*\/comment$/, /^entity(Id|Type)$/, 403],
];

function errors(
	{ kind, status, message, problems }: Refusal,
	{ method, url }: ArrivedRequest,
): Answer {
	const lacking = LACKING.find(
		([pattern, member]) =>
			pattern.test(`${method} ${url.replace(/\/$/, '')}`) &&
			problems.some((problem) => problem.kind === 'missing' && member.test(problem.name)),
	);
	if (problems.length === 0 || lacking) {
		// A status of its own for a body of the wrong kind is not among the documented ones.
		const answered = kind === 'unsupported' ? 400 : status;
		return new Answer(lacking?.[2] ?? answered, { messages: { error: [message] } });
	}
	// The reference prints lists of reasons; the vendor's own client also shows bare text, and gets
	// it here where a value alone is wrong.
	const [first] = problems;
	if (problems.length === 1 && first.kind === 'value') {
		return new Answer(status, { messages: { validation: { [first.name]: first.message } } });
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
	trailingSlashes: true,
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
	collections,
	seed: (store, clock) => {
		seed(store, clock);
		seedSales(store, clock);
		seedWork(store, clock);
		seedAccount(store, clock);
	},
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
		...commentRoutes,
		...clockRoutes,
		...assetRoutes,
		...quoteRoutes,
		...itemsRoutes,
		...invoiceRoutes,
		...contractRoutes,
		...stockRoutes,
		...budgetRoutes,
		...changeOrderRoutes,
		...recurrenceRoutes,
		...peopleRoutes,
		...tagRoutes,
		...externalRoutes,
		...accountRoutes,
	},
});
