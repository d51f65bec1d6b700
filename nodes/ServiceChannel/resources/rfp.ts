import { pick, text } from '../../shared/define/fields';
import { create, listAll, operation, read, remove } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { amount, inputFile, moment, numbered, words } from '../fields';
import { between, inOrder, isNumber, isText, odataMembers, odataOptions } from '../odata';
import { location, provider, subscriber, trade, workOrder } from '../pickers';
import { rfp as rfps } from '../recordPickers';

const rfpId = pick(rfps, { required: true });
const [created, updated] = ['CreatedDate', 'UpdatedDate'].map(between);

export const rfp = defineResource({
	value: 'rfp',
	name: 'RFP',
	description: 'A request for proposal: a subscriber asks a provider for a price',
	// Of each date only the member ending in DTO is right. The last member is of proposals.
	simple: [
		'Id',
		'Number',
		'Description',
		'Status',
		'Trade',
		'TradeId',
		'DueHrs',
		'DueDateDTO',
		'CreatedDateDTO',
		'UpdatedDateDTO',
		'Subscriber.Id',
		'Provider.Id',
		'Location.Id',
		'WorkOrder.Id',
		'Amount',
	],
	operations: {
		assign: operation({
			action: 'Assign an RFP to a provider',
			description: 'Give it to another provider. For subscribers only.',
			request: 'PUT /rfps/{rfpId}/assign',
			path: { rfpId },
			body: {
				providerId: pick(provider, { required: true, as: 'ProviderId' }),
				providerEmail: words('ProviderEmail'),
			},
			returns: 'nothing',
		}),
		create: create({
			action: 'Create an RFP',
			description: 'Ask a provider for a price. For subscribers only.',
			request: 'POST /rfps',
			body: {
				tradeId: pick(trade, { required: true, as: 'TradeId' }),
				providerId: pick(provider, { required: true, as: 'ProviderId' }),
				locationId: pick(location, { required: true, as: 'Location.Id' }),
				description: text({ required: true, as: 'Description', rows: 4 }),
				date: moment('Date'),
				dateText: words('DateString', 'Date as Text'),
				dueDate: moment('DueDate'),
				dueDateText: words('DueDateString', 'Due Date as Text'),
				dueHours: amount('DueHrs', 'Due in Hours', '48 where the account says nothing else'),
				language: words('Language'),
				number: words('Number'),
				project: numbered('ProjectId', 'Project ID'),
				proposalNotificationEmail: words('ProposalNotificationEmail'),
				proposalTemplate: numbered('ProposalTemplateId', 'Proposal Template ID'),
				providerEmail: words('ProviderEmail'),
				purchaseNumber: words('PONumber', 'Purchase Number'),
				responseDate: moment('ResponseDate'),
				status: words('Status'),
				store: words('Location.StoreId', 'Store ID'),
				workOrderId: pick(workOrder, { as: 'WorkOrderId' }),
				workOrderNumber: words('WONumber', 'Work Order Number'),
			},
		}),
		delete: remove({
			action: 'Delete an RFP',
			description: 'For subscribers only',
			request: 'DELETE /rfps/{rfpId}',
			path: { rfpId },
		}),
		get: read({
			action: 'Get an RFP',
			description: 'For subscribers only',
			request: 'GET /odata/rfps({rfpId})',
			path: { rfpId },
			query: odataMembers,
		}),
		getAll: listAll({
			action: 'Get many requests for proposal',
			description: 'List requests for proposal, the latest first. For subscribers only.',
			request: 'GET /odata/rfps',
			always: inOrder('CreatedDate desc,Id desc'),
			query: {
				subscriberId: pick(subscriber, isNumber('Subscriber/Id')),
				status: text(isText('Status')),
				locationId: pick(location, isNumber('Location/Id')),
				providerId: pick(provider, isNumber('Provider/Id')),
				tradeId: pick(trade, isNumber('TradeId')),
				number: text(isText('Number')),
				createdDateFrom: created.from,
				createdDateBefore: created.before,
				updatedDateFrom: updated.from,
				updatedDateBefore: updated.before,
				...odataOptions,
			},
		}),
		getProposals: listAll({
			name: 'Get Proposals',
			action: 'Get the proposals of an RFP',
			request: 'GET /odata/rfps({rfpId})/proposals',
			path: { rfpId },
			always: inOrder('CreatedDate desc,Id desc'),
			query: odataOptions,
		}),
		uploadAttachment: operation({
			name: 'Upload Attachment',
			action: 'Upload an attachment to an RFP',
			description: 'For subscribers only',
			request: 'POST /rfps/{rfpId}/attachments',
			path: { rfpId },
			form: { file: inputFile },
			returns: 'nothing',
		}),
	},
});
