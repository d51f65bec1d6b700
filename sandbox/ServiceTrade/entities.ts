import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { uriOf } from './briefs';

/** By the number of their type: the word of the path, and the collection. */
const ENTITIES: Readonly<Record<number, readonly [resource: string, collection: string]>> = {
	2: ['asset', 'assets'],
	3: ['job', 'jobs'],
	4: ['user', 'users'],
	5: ['company', 'companies'],
	6: ['invoice', 'invoices'],
	7: ['invoiceitem', 'invoiceItems'],
	8: ['quoterequest', 'quoteRequests'],
	9: ['quote', 'quotes'],
	10: ['deficiency', 'deficiencies'],
	11: ['location', 'locations'],
	12: ['attachment', 'attachments'],
	14: ['import', 'imports'],
	15: ['clock', 'clockEvents'],
	16: ['appointment', 'appointments'],
	17: ['serviceline', 'serviceLines'],
	18: ['servicerequest', 'serviceRequests'],
	19: ['jobcontext', 'jobContexts'],
	20: ['servicerecurrence', 'serviceRecurrences'],
	21: ['comment', 'comments'],
	22: ['contact', 'contacts'],
	23: ['jobitem', 'jobItems'],
	24: ['libitem', 'libItems'],
	25: ['tag', 'tags'],
	26: ['webhook', 'webhooks'],
	27: ['region', 'regions'],
	28: ['serviceitem', 'serviceItems'],
	29: ['message', 'messages'],
	30: ['contract', 'contracts'],
	32: ['quoteitem', 'quoteItems'],
	34: ['terms', 'terms'],
	35: ['role', 'roles'],
	36: ['externalsync', 'externalSyncs'],
	37: ['warehouse', 'warehouses'],
	38: ['brand', 'brands'],
	39: ['invoicerecurrence', 'invoiceRecurrences'],
	40: ['invoicerecurrenceitem', 'invoiceRecurrenceItems'],
	42: ['paymentterms', 'paymentTerms'],
	43: ['payment', 'payments'],
	44: ['taxgroup', 'taxGroups'],
	46: ['budget', 'budgets'],
	47: ['budgetcategory', 'budgetCategories'],
	48: ['budgetlineitem', 'budgetLineItems'],
	49: ['changeorder', 'changeOrders'],
	50: ['changeordercategory', 'changeOrderCategories'],
	51: ['changeorderlineitem', 'changeOrderLineItems'],
	53: ['entityfilter', 'entityFilters'],
};

export const JOB = 3;
export const COMPANY = 5;
export const QUOTE = 9;
export const DEFICIENCY = 10;
export const LOCATION = 11;
export const SERVICE_REQUEST = 18;
export const CHANGE_ORDER = 49;

export function collectionOf(type: unknown): string | undefined {
	return ENTITIES[Number(type)]?.[1];
}

/** The number of a type by the word of its path, such as `job`. */
export function typeOfWord(word: string): number | undefined {
	const found = Object.entries(ENTITIES).find(([, [resource]]) => resource === word);
	return found && Number(found[0]);
}

/** The record that a type and an id name, if there is one. */
export function entityOf(store: Store, type: unknown, id: unknown): Row | undefined {
	const collection = collectionOf(type);
	return collection === undefined ? undefined : store.collection(collection).get(id);
}

/** As files, comments and histories name the record that they belong to. */
export function entity({ entityType, entityId }: Row, request: SandboxRequest): Row {
	const resource = ENTITIES[Number(entityType)]?.[0];
	return {
		uri: resource === undefined ? null : uriOf(request, resource, entityId),
		id: entityId,
		type: entityType,
	};
}

/** The services that a job or a quote has; of nothing else are there related records. */
export function relatedServices(store: Store, type: unknown, id: unknown): readonly Row[] {
	const services = store.collection('serviceRequests');
	if (type === JOB) return services.where('jobId', id);
	if (type !== QUOTE) return [];
	const quote = store.collection('quotes').get(id);
	return ((quote?.serviceRequestIds ?? []) as unknown[]).map((one) => services.require(one));
}
