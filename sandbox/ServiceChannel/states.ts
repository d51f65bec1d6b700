import { notFound } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { CodedRefusal, CODES } from './refusals';
import { ownSubscriber } from './signIn';

/** A status is a pair; the extended part is text that the client defines, empty for none. */
export interface Status {
	readonly Primary: string;
	readonly Extended: string;
}

export function statusOf(row: Row): Status {
	return row.Status as Status;
}

/** Only these can be invoiced, and a provider does not set them. */
export function isBillable({ Primary, Extended }: Status): boolean {
	return Primary === 'COMPLETED' && (Extended === '' || Extended === 'CONFIRMED');
}

/** The work order of the path; a read that finds none is a 404, a write says "tracking number". */
export function workOrderOf(request: SandboxRequest): Row {
	const [id] = Object.values(request.path);
	const row = workOrderNumbered(request, id);
	if (row) return row;
	if (request.method === 'GET') throw notFound('Work order', id);
	throw new CodedRefusal(CODES.trackingNumber, 'Invalid Tracking Number');
}

/** A work order that the caller may see: a subscriber only sees its own. */
export function workOrderNumbered(request: SandboxRequest, id: unknown): Row | undefined {
	const row = request.store.collection('workOrders').get(id);
	const own = ownSubscriber(request);
	return own === undefined || row?.SubscriberId === own ? row : undefined;
}

/** The work order that a body or a query names. */
export function requireWorkOrder(request: SandboxRequest, id: unknown): Row {
	const row = workOrderNumbered(request, id);
	if (row) return row;
	throw new CodedRefusal(CODES.trackingNumber, 'Invalid Tracking Number');
}

/** What was done last is what the list of changes shows. */
export const nowText = ({ clock }: Pick<SandboxRequest, 'clock'>): string =>
	new Date(clock.now()).toISOString();

/** Sets the status, and what follows from it. */
export function setStatus(store: Store, row: Row, status: Status, now: string): void {
	store.collection('workOrders').change(row.Id, {
		Status: { ...status, CanCreateInvoice: isBillable(status) },
		CompletedDate: status.Primary === 'COMPLETED' ? (row.CompletedDate ?? now) : null,
	});
}

/** What belongs to a work order, and when it was added. */
const ADDED = { notes: 'DateCreated', attachments: 'TimeStamp', checkIns: 'Date' } as const;

/** Brings the date of change of each work order up to the latest of what it has. */
export function moveStamps(store: Store): void {
	const workOrders = store.collection('workOrders');
	for (const [collection, member] of Object.entries(ADDED)) {
		for (const { WorkOrderId: id, [member]: added } of store.collection(collection).all()) {
			const row = workOrders.get(id);
			if (row !== undefined && String(added) > String(row.UpdatedDate)) {
				workOrders.change(id, { UpdatedDate: added }, { touch: false });
			}
		}
	}
}
