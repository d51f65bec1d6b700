import { unixSeconds, type CollectionDefinition, type Row } from '../core/store';
import { usualAppointment } from './appointments';
import { usualAsset, usualDeficiency } from './assets';
import { usualBudget, usualPart } from './budgets';
import { usualChange } from './changeOrders';
import { usualContract } from './contracts';
import { usualInvoice } from './invoices';
import { usualJob } from './jobs';
import { usualUser } from './people';
import { usualCompany, usualContact, usualLocation } from './places';
import { usualQuote } from './quotes';
import { usualRecurrence } from './recurrences';
import { usualServiceRequest } from './services';
import { usualJobItem, usualLibItem } from './stock';

type Usual = (row: Row) => Row;

const stamped = (noun: string, firstId = 1, usual?: Usual): CollectionDefinition => ({
	noun,
	firstId,
	usual,
	stamps: { created: 'created', modified: 'updated', format: unixSeconds },
});

/** For records that say at most when they were made. */
const plain = (noun: string, firstId = 1, usual?: Usual): CollectionDefinition => ({
	noun,
	firstId,
	usual,
});

const made = (noun: string, firstId = 1, usual?: Usual): CollectionDefinition => ({
	...plain(noun, firstId, usual),
	stamps: { created: 'created', format: unixSeconds },
});

export const collections: Readonly<Record<string, CollectionDefinition>> = {
	sessions: plain('Session'),
	accounts: plain('Account', 567),
	activities: plain('Activity'),
	appointments: stamped('Appointment', 20_001, usualAppointment),
	assetDefinitions: stamped('Asset definition'),
	assets: stamped('Asset', 601, usualAsset),
	attachments: stamped('Attachment', 40_001),
	brands: plain('Brand', 1201),
	budgetCategories: plain('Budget category', 1, usualPart),
	budgetLineItems: plain('Budget line item', 1, usualPart),
	budgets: plain('Budget', 1, usualBudget),
	changeOrderCategories: plain('Change order category', 1, usualChange),
	changeOrderLineItems: plain('Change order line item', 1, usualChange),
	changeOrders: plain('Change order'),
	clockEvents: plain('Clock event', 90_001),
	comments: stamped('Comment', 50_001),
	companies: stamped('Company', 101, usualCompany),
	contacts: stamped('Contact', 2001, usualContact),
	contractRules: stamped('Contract rule', 551),
	contracts: stamped('Contract', 501, usualContract),
	deficiencies: stamped('Deficiency', 3001, usualDeficiency),
	entityFilters: plain('Entity filter'),
	externalIds: plain('External ID'),
	externalSyncs: stamped('External sync'),
	externalSystems: stamped('External system'),
	histories: stamped('History'),
	imports: made('Import'),
	invoiceItems: stamped('Invoice item', 75_001),
	invoiceRecurrenceItems: plain('Invoice recurrence item'),
	invoiceRecurrences: made('Invoice recurrence'),
	invoices: stamped('Invoice', 70_001, usualInvoice),
	jobContexts: plain('Job context'),
	jobItems: stamped('Job item', 80_001, usualJobItem),
	jobs: stamped('Job', 10_001, usualJob),
	legacyIds: plain('Legacy ID'),
	libItems: stamped('Library item', 801, usualLibItem),
	locations: stamped('Location', 1001, usualLocation),
	messages: plain('Message'),
	paymentTerms: plain('Payment terms'),
	payments: stamped('Payment', 85_001),
	quoteItems: plain('Quote item', 65_001),
	quoteRequests: plain('Quote request', 68_001),
	quoteTemplateItems: plain('Quote template item'),
	quoteTemplates: stamped('Quote template'),
	quotes: stamped('Quote', 60_001, usualQuote),
	regions: plain('Region', 301),
	roles: plain('Role'),
	serviceItems: plain('Service item', 35_001),
	serviceLines: plain('Service line'),
	serviceRecurrences: stamped('Service recurrence', 1, usualRecurrence),
	serviceRequests: stamped('Service request', 30_001, usualServiceRequest),
	serviceTemplates: stamped('Service template'),
	tags: plain('Tag', 401),
	taxGroups: stamped('Tax group'),
	terms: plain('Terms'),
	userValues: plain('User value'),
	users: stamped('User', 51, usualUser),
	warehouses: stamped('Warehouse'),
	webhooks: plain('Webhook'),
};
