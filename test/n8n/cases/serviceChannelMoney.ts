import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../support/picker';
import { from, values } from '../workflow';
import { has, type Case } from './case';
import {
	aFile,
	bySubscriber,
	given,
	locationId,
	providerId,
	subscriberId,
	the,
	tradeId,
	workorderId,
} from './serviceChannelShared';

const combination = { subscriberId, providerId, locationId, tradeId, currency: 'USD' };
const proposalId = the('proposal.create');
const rfpId = the('rfp.create');
const invoiceId = the('invoice.create');
const payment = (amount: number) => ({
	paymentDate: '={{ $now.toISO() }}',
	paymentNumber: `C-${amount}`,
	paymentAmount: amount,
});

/** Proposals, requests for them, and invoices. */
export const moneyCases: readonly Case[] = [
	given('proposal.getForm', 'record', combination),
	given('proposal.create', 'record', {
		...combination,
		description: 'A new compressor',
		additionalFields: {
			materials: values([{ description: 'Compressor', unit: 'each', qty: 1, price: 900 }]),
			labor: values([{ description: 'Regular Service Hours', tech: 2, hours: 3, rate: 50 }]),
			travelTrips: 1,
			travelCharge: 45,
			tax: values({ materialSalesTax: 5 }),
		},
	}),
	given(
		'proposal.get',
		'record',
		{ proposalId, simplify: false },
		{ check: has({ Amount: 1250 }) },
	),
	given('proposal.validate', 'success', { proposalId }),
	given('proposal.getAll', 'list', {
		returnAll: true,
		filters: { primaryStatus: ['Open'], subscriberId },
	}),
	given('proposal.getCategories', 'list', { proposalId }),
	// Those of the sandbox that answer a request have a file each.
	bySubscriber(
		'rfp.getAll',
		'list',
		{ filters: { status: 'Open' } },
		{ as: 'RFPs that are there' },
	),
	given('rfp.getProposals', 'list', { rfpId: the('RFPs that are there') }),
	given('proposal.getAttachments', 'list', { proposalId: the('rfp.getProposals') }),
	given('proposal.getRejectionReasons', 'list'),
	given('proposal.getAssignableUsers', 'list', { proposalId }),
	given('proposal.getStatistics', 'record'),
	bySubscriber('proposal.assignUser', 'success', {
		proposalId,
		userId: the('proposal.getAssignableUsers'),
	}),
	bySubscriber('proposal.linkWorkOrder', 'success', { proposalId, workorderId }),
	bySubscriber(
		'proposal.getForWorkOrder',
		'list',
		{ workorderId },
		{
			check: has({ Status: 'Open' }),
		},
	),
	bySubscriber('proposal.hold', 'success', { proposalId, additionalFields: { comment: 'Later' } }),
	bySubscriber('proposal.reject', 'success', {
		proposalId,
		additionalFields: { rejectReasonId: 1 },
	}),
	bySubscriber('proposal.reopen', 'success', { proposalId }),
	bySubscriber('proposal.approve', 'success', { proposalId, additionalFields: { pinNote: true } }),
	given(
		'proposal.get',
		'record',
		{ proposalId },
		{
			as: 'proposal.get after proposal.approve',
			check: ([{ Status: status }]) => has({ Primary: 'Approved' })([status as IDataObject]),
		},
	),
	bySubscriber('rfp.create', 'record', {
		tradeId,
		providerId,
		locationId,
		description: 'What would a new door cost?',
	}),
	bySubscriber('rfp.get', 'record', { rfpId }),
	bySubscriber('rfp.getAll', 'list', { returnAll: true, filters: { status: 'Open' } }),
	bySubscriber('rfp.assign', 'success', { rfpId, providerId }),
	bySubscriber(
		'rfp.uploadAttachment',
		'success',
		{ rfpId, file: 'data' },
		{
			before: [aFile('A file for the RFP')],
		},
	),
	bySubscriber('rfp.delete', 'deleted', { rfpId }),
	given('invoice.getRequirements', 'record', { subscriberId }),
	given('invoice.getOtherChargeOptions', 'list', {
		subscriberId,
		category: from('workOrder.get', 'Category'),
	}),
	given('invoice.getRejectionReasons', 'list', { subscriberId }),
	given('invoice.getStatistics', 'record', { options: { approvedDays: 5 } }),
	bySubscriber(
		'workOrder.updateStatus',
		'record',
		{ workorderId, primary: 'COMPLETED', extended: '' },
		{
			as: 'workOrder.updateStatus to completed',
		},
	),
	given('invoice.create', 'record', {
		invoiceNumber: 'TW-9001',
		workOrder: from('workOrder.create', 'id'),
		amounts: values({ labor: 100, material: 20.5 }),
		additionalFields: {
			labors: values([
				{
					amount: 100,
					hours: 2,
					hourlyRate: 50,
					technicians: '1',
					skillLevel: '2',
					laborType: '1',
				},
			]),
			materials: values([{ amount: 20.5, quantity: 1, unit: '1', unitPrice: 20.5 }]),
			invoiceTax: 9.5,
			invoiceTotal: 130,
		},
	}),
	given(
		'invoice.get',
		'record',
		{ invoiceId },
		{ check: has({ InvoiceTotal: 130, Status: 'Open' }) },
	),
	given('invoice.getDiscrepancies', 'list', { invoiceId }),
	bySubscriber('invoice.getAll', 'list', { returnAll: true, filters: { status: ['Open'] } }),
	bySubscriber('invoice.hold', 'success', { invoiceId, comments: 'Wait' }),
	bySubscriber('invoice.approve', 'success', {
		invoiceId,
		approvalCode: '4711',
		comments: 'Fine',
		category: from('workOrder.get', 'Category'),
	}),
	bySubscriber('invoice.addPayment', 'success', { invoiceId, ...payment(30) }),
	bySubscriber(
		'invoice.addPayments',
		'list',
		{
			payments: values([{ invoice: from('invoice.create', 'Id'), ...payment(100) }]),
		},
		{ check: has({ ErrorCode: 0 }) },
	),
	given(
		'invoice.get',
		'record',
		{ invoiceId },
		{
			as: 'invoice.get after payments',
			check: has({ InvoiceBalance: 0, Status: 'Paid' }),
		},
	),
	bySubscriber('invoice.reject', 'success', {
		invoiceId: byId('={{ $("invoice.getAll").last().json.Id }}'),
		comments: the('invoice.getRejectionReasons', 'Description'),
	}),
];
