import contract from '../../test/vendors/ServiceChannel/contract.json';
import type { CollectionDefinition } from '../core/store';
import { defineSandboxVendor } from '../core/vendor';
import { guarded } from './access';
import { assetRoutes, usualAsset } from './assets';
import { attachmentRoutes } from './attachments';
import { checkInRoutes } from './checkIns';
import { dispatchRoutes } from './dispatch';
import { invoiceRoutes, usualInvoice } from './invoices';
import { issueListRoutes } from './issueLists';
import { labelRoutes } from './labels';
import { laborRoutes } from './labor';
import { noteRoutes } from './notes';
import { peopleRoutes } from './people';
import { placeRoutes } from './places';
import { proposalRoutes, usualProposal } from './proposals';
import { resolutionCodeRoutes } from './resolutionCodes';
import { rfpRoutes } from './rfps';
import { elsewhere } from './storage';
import { subscriberRoutes } from './subscribers';
import { technicianRoutes } from './technicians';
import { webhookRoutes } from './webhooks';
import { enumerations, refine, structures } from './parameters';
import { errors } from './refusals';
import { generatedWorkOrder, seed } from './seed';
import { SUBSCRIBER_USER } from './seedMore';
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
		// The other side: some calls are for providers only, and some for subscribers only.
		'serviceChannelApi:subscriber': {
			environment: 'custom',
			baseUrl,
			authBaseUrl: '',
			...CLIENT,
			username: SUBSCRIBER_USER,
			password: 'sandbox-password-of-the-subscriber',
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
		workActivities: plain('Work activity', 710_001),
		assignments: plain('Assignment', 1),
		parts: plain('Part', 720_001),
		resolutionCodes: plain('Resolution code', 1),
		issueAreas: plain('Area', 51),
		proposals: {
			...plain('Proposal', 400_001),
			usual: usualProposal,
			stamps: { created: 'CreatedDate', modified: 'UpdatedDate' },
		},
		rfps: {
			...plain('RFP', 410_001),
			stamps: { created: 'CreatedDate', modified: 'UpdatedDate' },
		},
		invoices: {
			...plain('Invoice', 420_001),
			usual: usualInvoice,
			stamps: { created: 'PostedDate', modified: 'UpdatedDate' },
		},
		providerAssignments: {
			...plain('Provider assignment', 430_001),
			stamps: { created: 'CreatedDate', modified: 'UpdatedDate' },
		},
		locationNoteHeaders: plain('Note header', 1),
		locationNotes: plain('Location note', 1),
		assets: {
			...plain('Asset', 440_001),
			usual: usualAsset,
			stamps: { created: 'CreatedDate', modified: 'ModifiedDate' },
		},
		assetTypes: plain('Asset type', 1),
		brands: plain('Brand', 1),
		webhooks: plain('Webhook', 50_001),
		httpSubscriptions: plain('Subscription', 55_001),
		signingKeys: plain('Signing key', 1),
		checkIns: { ...plain('Check-in', 700_001), stamps: { created: 'Date' } },
	},
	seed,
	generators: { workOrders: generatedWorkOrder },
	signIn,
	elsewhere,
	authorize,
	errors,
	allowance: { requests: 300, perSeconds: 60, retryAfter: 'date' },
	routes: guarded({
		...workOrderRoutes,
		...dispatchRoutes,
		...labelRoutes,
		...laborRoutes,
		...technicianRoutes,
		...resolutionCodeRoutes,
		...noteRoutes,
		...attachmentRoutes,
		...checkInRoutes,
		...proposalRoutes,
		...rfpRoutes,
		...invoiceRoutes,
		...placeRoutes,
		...peopleRoutes,
		...subscriberRoutes,
		...assetRoutes,
		...issueListRoutes,
		...webhookRoutes,
	}),
});
