import type { IDataObject } from 'n8n-workflow';

import {
	choice,
	choices,
	flag,
	group,
	groups,
	json,
	number,
	pick,
	select,
	text,
} from '../../shared/define/fields';
import { create, listAll, operation, read, type Call } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { actor, days, theLocation, theProvider, theSubscriber, words } from '../fields';
import { assignableUser, proposalRejectionReason } from '../listPickers';
import { between, inOrder, isNumber, isOneOf, isText, odataOptions, wholeYear } from '../odata';
import { location, provider, subscriber, trade, workOrder } from '../pickers';
import { proposal as proposals } from '../recordPickers';
import { fromText, withLines } from './proposalForm';

const proposalId = pick(proposals, { required: true });

const [created, updated] = ['CreatedDate', 'UpdatedDate'].map(between);

/** For whom, by whom, where and what: together they say whether a proposal can be made at all. */
const combination = {
	subscriberId: theSubscriber,
	providerId: theProvider,
	locationId: theLocation,
	tradeId: pick(trade, { required: true }),
	currency: text({ required: true, default: 'USD', description: 'Code of three letters' }),
};

const combinationOf = (input: {
	subscriberId: string;
	providerId: string;
	locationId: string;
	tradeId: string;
	currency: string;
}): IDataObject => ({
	subscriberId: input.subscriberId,
	providerId: input.providerId,
	locationId: input.locationId,
	tradeId: input.tradeId,
	currency: input.currency,
});

async function formFor(call: Call, query: IDataObject): Promise<IDataObject> {
	const form = fromText(await call.send('GET /proposals/CheckProposalCreation', { query }));
	if (form === undefined || typeof form !== 'object') {
		throw call.refuse(
			'ServiceChannel has no form for this proposal',
			'Subscribers with forms of their own take proposals in the web app only.',
		);
	}
	return form as IDataObject;
}

/** What goes along with a decision. */
const decision = {
	comment: text({ as: 'Comment', rows: 3 }),
	actionSource: choice([['Decision Engine', 'DecisionEngine'], 'Standard'], {
		as: 'ActionSource',
		default: 'Standard',
	}),
	actor,
	attachmentsToWorkOrder: flag({
		as: 'AttachmentstoWO',
		label: 'Attachments to Work Order',
		description: 'Whether its files go to the work order',
	}),
	pinNote: flag({ as: 'PinNote', description: 'Whether the note about it is pinned' }),
	providerEmail: words('ProviderEmail'),
	reason: words('ReasonString', 'Reason in Words'),
	rejectReasonId: select(proposalRejectionReason, { as: 'RejectReasonCodeId' }),
	userEmail: words('UserEmail'),
};

export const proposal = defineResource({
	value: 'proposal',
	name: 'Proposal',
	description: 'A price that a provider offers for work',
	// Of each date only the member ending in dto is right. The last members are of files and cost lines.
	simple: [
		'Id',
		'Number',
		'Description',
		'Comments',
		'Status',
		'Amount',
		'Currency',
		'Trade',
		'PoNumber',
		'CreatedDate_dto',
		'UpdatedDateDto',
		'ScheduledDateDto',
		'Subscriber.Id',
		'Provider.Id',
		'Location.Id',
		'WorkOrder.Id',
		'Name',
		'TotalCost',
		'TimeStamp',
		'Uri',
	],
	operations: {
		approve: operation({
			action: 'Approve a proposal',
			description: 'For subscribers only',
			request: 'PUT /proposals/{proposalId}/approve',
			path: { proposalId },
			body: decision,
			returns: 'nothing',
		}),
		assignUser: operation({
			name: 'Assign User',
			action: 'Assign a user to a proposal',
			description: 'Not after it was approved or rejected. For subscribers only.',
			request: 'PUT /proposals/{proposalId}/assignUser',
			path: { proposalId },
			body: {
				userId: pick(assignableUser, { required: true, as: 'UserId' }),
				comments: words('Comments'),
				note: words('Note'),
				pinNote: decision.pinNote,
				reason: decision.reason,
				userEmail: decision.userEmail,
			},
			returns: 'nothing',
		}),
		create: create({
			action: 'Create a proposal',
			description: 'Fill the form that the subscriber has for proposals',
			request: 'POST /proposals/CreateProposal',
			body: {
				...combination,
				description: text({ required: true, rows: 4 }),
				costsIncurred: json({ as: 'costsIncurredToDate', default: '[]' }),
				freight: number(),
				freightOther: json({ default: '[]' }),
				flatFee: number({ as: 'installationLaborFlatFeeLabor', label: 'Labor at a Flat Fee' }),
				labor: groups(
					{
						description: text({ description: 'As the form has it, such as Regular Service Hours' }),
						tech: number({ label: 'Technicians', default: 1 }),
						hours: number(),
						rate: number(),
					},
					{ as: 'installationLabor', label: 'Labor' },
				),
				materials: groups({
					description: text(),
					unit: text({ default: 'each' }),
					qty: number({ label: 'Quantity', default: 1 }),
					price: number(),
				}),
				materialsAnswer: text({ description: 'Whether they are new, for instance' }),
				notificationEmails: text({ placeholder: 'name@example.com' }),
				otherExpenses: json({ as: 'nonInstallationExpensesOther', default: '[]' }),
				proposalNumber: text({ description: '30 characters at most. Left out, it is made up.' }),
				tax: group({
					materialSalesTax: number({ label: 'On Material' }),
					installationLaborSalesTax: number({ label: 'On Labor' }),
					nonInstallationExpensesSalesTax: number({ label: 'On Expenses' }),
					freightTax: number({ label: 'On Freight' }),
				}),
				travelCharge: number({ as: 'nonInstallationExpenses.travel.charge' }),
				travelTrips: number({ as: 'nonInstallationExpenses.travel.ofTrips' }),
				fees: number({ as: 'nonInstallationExpenses.fees' }),
				otherLabor: number({ as: 'nonInstallationExpenses.nonInstallationLabor' }),
			},
			// Every block of the form has to come back, so it is asked for first and filled.
			async run(input, call) {
				const form = await formFor(call, combinationOf(input));
				const body = withLines(form, input as unknown as IDataObject);
				const made = await call.send('POST /proposals/CreateProposal', { body });
				const id = fromText(made);
				return typeof id === 'object' && id !== null ? (id as IDataObject) : { Id: Number(id) };
			},
		}),
		get: read({
			action: 'Get a proposal',
			request: 'GET /odata/proposals',
			query: {
				proposalId: pick(proposals, { required: true, write: () => undefined }),
				select: odataOptions.select,
				expand: odataOptions.expand,
			},
			// No call reads one by its ID.
			async run({ proposalId: id, select: $select, expand: $expand }, call) {
				const query = wholeYear('Id', 'CreatedDate')(Date.now(), {});
				const [found] = await call.list(
					'GET /odata/proposals',
					{
						query: {
							$filter: `Id eq ${id} and ${String(query.$filter)}`,
							...($select !== undefined && { $select }),
							...($expand !== undefined && { $expand }),
						},
					},
					1,
				);
				if (found !== undefined) return found;
				throw call.refuse(
					`There is no proposal ${id}`,
					'Proposals that were created more than a year ago cannot be read.',
				);
			},
		}),
		getAll: listAll({
			action: 'Get many proposals',
			description: 'List the proposals of the last year, the latest first',
			request: 'GET /odata/proposals',
			always: { query: wholeYear('CreatedDate desc,Id desc', 'CreatedDate') },
			query: {
				subscriberId: pick(subscriber, isNumber('Subscriber/Id')),
				primaryStatus: choices(
					['Approved', 'On Hold', 'Open', 'Rejected', 'Reviewed', 'Void'],
					isOneOf('Status/Primary'),
				),
				locationId: pick(location, isNumber('Location/Id')),
				providerId: pick(provider, isNumber('Provider/Id')),
				tradeId: pick(trade, isNumber('Trade/Id')),
				workorderId: pick(workOrder, isNumber('WorkOrder/Id')),
				number: text({ ...isText('Number'), description: 'Several proposals may have the same' }),
				createdDateFrom: created.from,
				createdDateBefore: created.before,
				updatedDateFrom: updated.from,
				updatedDateBefore: updated.before,
				...odataOptions,
			},
		}),
		getAssignableUsers: read({
			name: 'Get Assignable Users',
			action: 'Get the users that a proposal can be assigned to',
			request: 'GET /proposals/{proposalId}/users',
			path: { proposalId },
		}),
		getAttachments: listAll({
			name: 'Get Attachments',
			action: 'Get the attachments of a proposal',
			request: 'GET /odata/proposals({proposalId})/attachments',
			path: { proposalId },
			always: inOrder('Id desc'),
			query: odataOptions,
		}),
		getCategories: listAll({
			name: 'Get Cost Lines',
			action: 'Get the cost lines of a proposal',
			request: 'GET /odata/proposals({proposalId})/Service.Categories()',
			path: { proposalId },
			always: inOrder('Id'),
			query: odataOptions,
		}),
		getForWorkOrder: read({
			name: 'Get for Work Order',
			action: 'Get the proposals of a work order',
			description: 'For subscribers only',
			request: 'GET /proposals/GetProposalsAssociatedWithWorkOrderAsync',
			query: { workorderId: pick(workOrder, { required: true, as: 'trackingNumber' }) },
		}),
		getForm: read({
			name: 'Get Form',
			action: 'Get the form of a proposal',
			description: 'Check that a proposal can be made, and get what there is to fill in',
			request: 'GET /proposals/CheckProposalCreation',
			query: combination,
			run: async (input, call) => await formFor(call, combinationOf(input)),
		}),
		getRejectionReasons: read({
			name: 'Get Rejection Reasons',
			action: 'Get the rejection reasons of proposals',
			request: 'GET /proposals/RejectionReasons',
		}),
		getStatistics: read({
			name: 'Get Statistics',
			action: 'Get statistics of proposals',
			description: 'Count proposals by status. For providers only.',
			request: 'GET /proposals/statistics',
			query: { days: days('daysPeriod') },
		}),
		hold: operation({
			name: 'Put on Hold',
			action: 'Put a proposal on hold',
			description: 'For subscribers only',
			request: 'PUT /proposals/{proposalId}/onhold',
			path: { proposalId },
			body: decision,
			returns: 'nothing',
		}),
		linkWorkOrder: operation({
			name: 'Link Work Order',
			action: 'Link a work order to a proposal',
			description: 'For subscribers only',
			request: 'PUT /proposals/{proposalId}/assignWO',
			path: { proposalId },
			query: {
				isFromProjectsModule: flag({
					label: 'For a Project',
					description: 'Whether it is done for a project',
				}),
			},
			// The body is the ID and nothing else: as text it stands there as the bare number.
			body: { workorderId: pick(workOrder, { required: true, as: '[]', write: String }) },
			returns: 'nothing',
		}),
		reject: operation({
			action: 'Reject a proposal',
			description: 'For subscribers only',
			request: 'PUT /proposals/{proposalId}/reject',
			path: { proposalId },
			query: {
				useProposalAlertEmails: flag({
					description: 'Whether the addresses for alerts of proposals are used',
				}),
			},
			body: decision,
			returns: 'nothing',
		}),
		reopen: operation({
			action: 'Reopen a proposal',
			description: 'For subscribers only',
			request: 'PUT /proposals/{proposalId}/open',
			path: { proposalId },
			body: decision,
			returns: 'nothing',
		}),
		validate: operation({
			action: 'Validate a proposal',
			description: 'Check that there is such a proposal for the signed-in user',
			request: 'GET /proposals/{proposalId}/validate',
			path: { proposalId },
			returns: 'nothing',
		}),
	},
});
