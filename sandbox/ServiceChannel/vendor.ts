import contract from '../../test/vendors/ServiceChannel/contract.json';
import type { CollectionDefinition } from '../core/store';
import { defineSandboxVendor } from '../core/vendor';
import { catalogueRoutes, elsewhere } from './catalogue';
import { checkInRoutes } from './checkIns';
import { noteRoutes } from './notes';
import { enumerations, refine, structures } from './parameters';
import { errors } from './refusals';
import { generatedWorkOrder, seed } from './seed';
import { authorize, signIn } from './signIn';
import { usualWorkOrder, workOrderRoutes } from './workOrders';

const CLIENT = {
	clientId: 'sandbox-client',
	clientSecret: 'sandbox-client-secret-of-servicechannel',
};

const plain = (noun: string, firstId: number): CollectionDefinition => ({
	noun,
	id: 'Id',
	firstId,
});

export const serviceChannel = defineSandboxVendor({
	name: 'ServiceChannel',
	port: 4013,
	basePath: '/v3',
	contract,
	structures,
	enumerations,
	refine,
	nulls: true,
	credentials: ({ origin, baseUrl }) => ({
		serviceChannelApi: {
			environment: 'custom',
			baseUrl,
			// Empty: sign-in is at the origin of the base URL.
			authBaseUrl: '',
			...CLIENT,
			username: 'provider@example.com',
			password: 'sandbox-password-of-servicechannel',
		},
		serviceChannelOAuth2Api: { environment: 'custom', baseUrl, authBaseUrl: origin, ...CLIENT },
	}),
	collections: {
		codes: { noun: 'Code' },
		signIns: { noun: 'Sign-in' },
		providers: plain('Provider', 5001),
		subscribers: plain('Subscriber', 301),
		trades: plain('Trade', 1),
		categories: plain('Category', 1),
		priorities: plain('Priority', 1),
		labels: plain('Label', 1),
		users: plain('User', 101),
		locations: plain('Location', 2001),
		workOrders: {
			...plain('Work order', 200_000_001),
			usual: usualWorkOrder,
			stamps: { created: 'CreatedDate', modified: 'UpdatedDate' },
		},
		// Beyond 32 bits, as the vendor's are.
		notes: { ...plain('Note', 5_000_000_001), stamps: { created: 'DateCreated' } },
		attachments: { ...plain('Attachment', 900_001), stamps: { created: 'TimeStamp' } },
		checkIns: { ...plain('Check-in', 700_001), stamps: { created: 'Date' } },
	},
	seed,
	generators: { workOrders: generatedWorkOrder },
	signIn,
	elsewhere,
	authorize,
	errors,
	allowance: { requests: 300, perSeconds: 60, retryAfter: 'date' },
	routes: { ...workOrderRoutes, ...noteRoutes, ...checkInRoutes, ...catalogueRoutes },
});
