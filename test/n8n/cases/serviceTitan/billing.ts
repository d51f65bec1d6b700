import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../support/picker';
import { from, values } from '../../workflow';
import { has, type Case } from '../case';

/** An export gives its records and the token to go on from. */
export const exported = (records: readonly IDataObject[]): string | undefined => {
	const [{ records: read, continueFrom, hasMore } = {}] = records;
	if (!Array.isArray(read) || read.length === 0) return 'no records';
	if (typeof continueFrom !== 'string' || continueFrom === '') return 'no token to go on from';
	return hasMore === false ? undefined : 'not read to the end';
};

/** Reading a feed to its end. */
export const exportCase = (operation: string, node?: string): Case => ({
	operation,
	...(node !== undefined && { node }),
	parameters: { options: { from: '2020-01-01' } },
	gives: 'record',
	check: exported,
});

export const idOf = (operation: string) => byId(from(operation, 'id'));
const invoiceId = idOf('invoice.create');
const paymentId = idOf('payment.getAll');
const line = { description: 'Second visit', quantity: 2 };
const itemId = byId(
	"={{ $('invoice with its item').first().json.items.find((item) => item.description === 'Second visit').id }}",
);
const total = (name: string) => (records: readonly IDataObject[]) =>
	records.every((record) => record[name] !== undefined) ? undefined : `no ${name} in a record`;

/** Invoices, payments, memberships and what belongs to them. */
export const serviceTitanBilling: readonly Case[] = [
	{
		operation: 'invoice.getAll',
		parameters: {
			returnAll: true,
			simplify: false,
			filters: { statuses: ['Pending', 'Posted', 'Exported'], totalGreater: 0, sort: '-Id' },
		},
		gives: 'list',
		check: total('balance'),
	},
	{
		operation: 'invoice.get',
		parameters: { id: idOf('invoice.getAll') },
		gives: 'record',
		check: total('referenceNumber'),
	},
	{
		operation: 'invoice.create',
		parameters: {
			adjustmentToId: idOf('invoice.getAll'),
			additionalFields: {
				summary: 'Price agreed on the phone',
				reviewStatus: 'NeedsReview',
				items: values([{ description: 'Goodwill', quantity: 1, unitPrice: '-20' }]),
			},
		},
		gives: 'record',
		check: ([record]) => (typeof record.id === 'number' ? undefined : 'no ID of the new invoice'),
	},
	{
		operation: 'invoice.update',
		parameters: { id: invoiceId, updateFields: { reviewStatus: 'OnHold', summary: 'Waits' } },
		gives: 'success',
	},
	{
		operation: 'invoice.addItem',
		parameters: {
			invoiceId,
			...line,
			additionalFields: { skuName: 'Visit', unitPrice: 40, isAddOn: 'true' },
		},
		gives: 'success',
	},
	{
		operation: 'invoice.get',
		as: 'invoice with its item',
		parameters: { id: invoiceId, simplify: false },
		gives: 'record',
		check: has({ reviewStatus: 'OnHold', summary: 'Waits' }),
	},
	{
		operation: 'invoice.updateItem',
		parameters: {
			invoiceId,
			itemId,
			...line,
			quantity: 3,
			additionalFields: { unitPrice: 35 },
		},
		gives: 'success',
	},
	{ operation: 'invoice.deleteItem', parameters: { invoiceId, itemId }, gives: 'deleted' },
	{ operation: 'invoice.getCustomFieldTypes', gives: 'list', check: total('name') },
	{
		operation: 'invoice.setCustomFields',
		parameters: {
			id: invoiceId,
			fields: values([{ name: from('invoice.getCustomFieldTypes', 'name'), value: '17' }]),
		},
		gives: 'success',
	},
	{
		operation: 'invoice.markAsExported',
		parameters: { invoices: values([{ invoiceId, externalId: 'QB-17' }]) },
		gives: 'success',
	},
	exportCase('invoice.export'),
	exportCase('invoice.exportItems'),
	{
		operation: 'payment.getAll',
		parameters: { returnAll: true, simplify: false, filters: { sort: '+Id' } },
		gives: 'list',
		check: total('total'),
	},
	{ operation: 'payment.get', parameters: { id: paymentId }, gives: 'record' },
	{
		operation: 'payment.create',
		parameters: {
			typeId: from('payment.getAll', 'typeId'),
			splits: values([{ invoiceId: idOf('invoice.getAll'), amount: 12.5 }]),
			additionalFields: { memo: 'Paid at the door', checkNumber: '1042' },
		},
		gives: 'record',
		check: has({ memo: 'Paid at the door', checkNumber: '1042' }),
	},
	{
		operation: 'payment.update',
		parameters: {
			id: idOf('payment.create'),
			typeId: from('payment.getAll', 'typeId'),
			splits: values([{ invoiceId: idOf('invoice.getAll'), amount: 15 }]),
			updateFields: { memo: 'Paid by mail' },
		},
		gives: 'record',
		check: has({ memo: 'Paid by mail' }),
	},
	{
		operation: 'payment.setStatus',
		parameters: {
			paymentIds: `={{ [$('payment.create').first().json.id] }}`,
			status: 'Posted',
		},
		gives: 'success',
	},
	{ operation: 'payment.getCustomFieldTypes', gives: 'list', check: total('name') },
	{
		operation: 'payment.setCustomFields',
		parameters: {
			id: paymentId,
			fields: values([{ name: from('payment.getCustomFieldTypes', 'name'), value: 'R-9' }]),
		},
		gives: 'success',
	},
	exportCase('payment.export'),
	{
		operation: 'membershipType.getAll',
		parameters: { returnAll: true, filters: { active: 'Any', includeDurationBilling: true } },
		gives: 'list',
	},
	{
		operation: 'membershipType.get',
		parameters: { id: idOf('membershipType.getAll') },
		gives: 'record',
	},
	{
		operation: 'membershipType.getDiscounts',
		parameters: { id: idOf('membershipType.getAll') },
		gives: 'list',
	},
	{
		operation: 'membershipType.getDurationBillingItems',
		parameters: { id: idOf('membershipType.getAll'), filters: { active: 'Any' } },
		gives: 'list',
	},
	{
		operation: 'membershipType.getRecurringServiceItems',
		parameters: { id: idOf('membershipType.getAll') },
		gives: 'list',
	},
	exportCase('membershipType.export'),
	{
		operation: 'service.getAll',
		as: 'services to sell a membership by',
		node: 'serviceTitanBackOffice',
		parameters: { limit: 1 },
		gives: 'list',
	},
	{
		operation: 'membership.sell',
		parameters: {
			customerId: idOf('customer.getAll'),
			businessUnitId: from('job.getAll', 'businessUnitId'),
			saleTaskId: idOf('services to sell a membership by'),
			durationBillingId: idOf('membershipType.getDurationBillingItems'),
			recurringServiceAction: 'All',
		},
		gives: 'record',
		check: total('customerMembershipId'),
	},
	{
		operation: 'membership.getAll',
		parameters: { returnAll: true, filters: { active: 'Any' } },
		gives: 'list',
	},
	{
		operation: 'membership.update',
		parameters: {
			id: byId(from('membership.sell', 'customerMembershipId')),
			updateFields: { memo: 'Asked for a letter', status: 'Suspended' },
		},
		gives: 'record',
	},
	{
		operation: 'membership.get',
		parameters: {
			id: byId(from('membership.sell', 'customerMembershipId')),
			simplify: false,
		},
		gives: 'record',
		check: has({ memo: 'Asked for a letter', status: 'Suspended' }),
	},
	{
		operation: 'membership.getStatusChanges',
		parameters: { id: byId(from('membership.sell', 'customerMembershipId')) },
		gives: 'list',
	},
	{ operation: 'membership.getCustomFieldTypes', gives: 'list' },
	exportCase('membership.export'),
	exportCase('membership.exportStatusChanges'),
	{
		operation: 'recurringServiceType.getAll',
		parameters: { returnAll: true, filters: { sort: '+Name' } },
		gives: 'list',
	},
	{
		operation: 'recurringServiceType.get',
		parameters: { id: idOf('recurringServiceType.getAll') },
		gives: 'record',
	},
	exportCase('recurringServiceType.export'),
	{
		operation: 'recurringService.getAll',
		parameters: { returnAll: true, filters: { active: 'Any' } },
		gives: 'list',
	},
	{
		operation: 'recurringService.update',
		parameters: {
			id: idOf('recurringService.getAll'),
			updateFields: {
				recurrenceType: 'Seasonal',
				recurrenceInterval: 0,
				recurrenceMonths: ['April', 'October'],
				jobStartTime: '09:30:00',
			},
		},
		gives: 'record',
	},
	{
		operation: 'recurringService.get',
		parameters: { id: idOf('recurringService.getAll'), simplify: false },
		gives: 'record',
		check: has({ recurrenceType: 'Seasonal', jobStartTime: '09:30:00' }),
	},
	exportCase('recurringService.export'),
	{
		operation: 'recurringServiceEvent.getAll',
		parameters: { returnAll: true, filters: { status: 'NotAttempted' } },
		gives: 'list',
	},
	{
		operation: 'recurringServiceEvent.markComplete',
		parameters: { id: idOf('recurringServiceEvent.getAll'), jobId: idOf('job.getAll') },
		gives: 'record',
	},
	{
		operation: 'recurringServiceEvent.get',
		parameters: { id: idOf('recurringServiceEvent.getAll') },
		gives: 'record',
		check: ([{ jobId }]) => (jobId ? undefined : 'not tied to the job'),
	},
	{
		operation: 'recurringServiceEvent.markIncomplete',
		parameters: { id: idOf('recurringServiceEvent.getAll'), jobId: idOf('job.getAll') },
		gives: 'record',
	},
	exportCase('recurringServiceEvent.export'),
	{
		operation: 'serviceAgreement.getAll',
		parameters: { returnAll: true, filters: { sort: '+StartDate' } },
		gives: 'list',
	},
	{
		operation: 'serviceAgreement.get',
		parameters: { id: idOf('serviceAgreement.getAll'), simplify: false },
		gives: 'record',
	},
	exportCase('serviceAgreement.export'),
];
