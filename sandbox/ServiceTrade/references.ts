import { mapValues } from 'lodash';

import { notFound, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

type Sent = Pick<SandboxRequest, 'store' | 'body'>;

/** The members of a body that name records must name some that exist; a list, all of them. */
export function requireReferences(
	{ store, body }: Sent,
	references: Readonly<Record<string, string>>,
): void {
	for (const [name, collection] of Object.entries(references)) {
		for (const id of [body[name] ?? []].flat()) {
			if (!store.collection(collection).get(id)) {
				throw wrongValue(name, `${store.collection(collection).noun} ${String(id)} does not exist`);
			}
		}
	}
}

/** A list that is set to null has nothing in it. */
export function withoutNullLists(body: Row, names: readonly string[]): Row {
	return mapValues(body, (value, name) => (value === null && names.includes(name) ? [] : value));
}

/** The services that a body names; they must exist and pass. */
export function namedServices(
	{ store, body }: Sent,
	fits: (service: Row) => boolean,
	reason: string,
): Row[] | undefined {
	if (body.serviceRequestIds === undefined) return undefined;
	requireReferences({ store, body }, { serviceRequestIds: 'serviceRequests' });
	const ids = (body.serviceRequestIds ?? []) as unknown[];
	const services = ids.map((id) => store.collection('serviceRequests').require(id));
	const wrong = services.find((service) => !fits(service));
	if (wrong) throw wrongValue('serviceRequestIds', `${String(wrong.id)} ${reason}`);
	return services;
}

/** Members of bodies that name records, and where those are. Offices are locations. */
const REFERENCES: Readonly<Record<string, string>> = {
	appointmentId: 'appointments',
	appointmentIds: 'appointments',
	assetId: 'assets',
	assignedOfficeId: 'locations',
	assignedTo: 'users',
	assignedUserId: 'users',
	baselineBudgetId: 'budgets',
	budgetId: 'budgets',
	changeOrderId: 'changeOrders',
	companyId: 'companies',
	contactId: 'contacts',
	contractId: 'contracts',
	customerId: 'companies',
	deficiencyId: 'deficiencies',
	invoiceId: 'invoices',
	invoiceRecurrenceId: 'invoiceRecurrences',
	invoiceTermsId: 'terms',
	jobId: 'jobs',
	jobItemId: 'jobItems',
	jobTermsId: 'terms',
	libItemId: 'libItems',
	libItemIds: 'libItems',
	locationId: 'locations',
	logoId: 'attachments',
	officeId: 'locations',
	officeIds: 'locations',
	ownerId: 'users',
	paymentTermsId: 'paymentTerms',
	preferredTechIds: 'users',
	preferredVendorId: 'companies',
	primaryContactId: 'contacts',
	quoteId: 'quotes',
	quoteTemplateId: 'quoteTemplates',
	quoteTermsId: 'terms',
	regionId: 'regions',
	reporterId: 'users',
	responseUser: 'users',
	responseUserId: 'users',
	salesId: 'users',
	serviceLineId: 'serviceLines',
	serviceLineIds: 'serviceLines',
	serviceRecurrenceId: 'serviceRecurrences',
	serviceRequestId: 'serviceRequests',
	serviceRequestIds: 'serviceRequests',
	serviceTemplateId: 'serviceTemplates',
	syncId: 'externalSyncs',
	systemId: 'externalSystems',
	taxGroupId: 'taxGroups',
	termsId: 'terms',
	userId: 'users',
	vendorId: 'companies',
	warehouseId: 'warehouses',
};

/** Every id in a body must be one of a record; a few resources answer 404 where it is not. */
export function checkReferences({ store, body }: Sent, missing?: 'notFound'): void {
	for (const [name, value] of Object.entries(body)) {
		const collection = REFERENCES[name];
		if (collection === undefined) continue;
		for (const id of [value ?? []].flat()) {
			if (store.collection(collection).get(id)) continue;
			const { noun } = store.collection(collection);
			if (missing === 'notFound') throw notFound(noun, id);
			throw wrongValue(name, `${noun} ${String(id)} does not exist`);
		}
	}
}
