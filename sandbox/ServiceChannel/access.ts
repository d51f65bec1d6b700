import type { Handler, SandboxRequest } from '../core/vendor';
import { noRights } from './refusals';
import { ownSubscriber } from './signIn';

/** Calls that the vendor's document keeps for subscribers. */
const SUBSCRIBERS: readonly string[] = [
	'GET /categories',
	'PATCH /workorders/{workorderId}/notes/{noteId}',
	'POST /workorders/attachmentAsBase64',
	'PUT /proposals/{proposalId}/approve',
	'PUT /proposals/{proposalId}/reject',
	'PUT /proposals/{proposalId}/onhold',
	'PUT /proposals/{proposalId}/open',
	'PUT /proposals/{proposalId}/assignUser',
	'PUT /proposals/{proposalId}/assignWO',
	'GET /proposals/GetProposalsAssociatedWithWorkOrderAsync',
	'GET /odata/rfps',
	'GET /odata/rfps({rfpId})',
	'POST /rfps',
	'PUT /rfps/{rfpId}/assign',
	'DELETE /rfps/{id}',
	'POST /rfps/{id}/attachments',
	'GET /odata/invoices',
	'PUT /invoices/{invoiceId}/approve',
	'PUT /invoices/{invoiceId}/reject',
	'PUT /invoices/{invoiceId}/onhold',
	'POST /invoices/{invoiceId}/Payment',
	'POST /invoices/Payments',
	'POST /GetFilteredLocations',
	'POST /locations/LocationWithNotes',
	'PUT /locations/{locationId}',
	'POST /locations/{locationId}/notes',
	'POST /locations/{storeId}/updateNotes',
	'POST /LocationNotes/GetLocationNoteHeaders',
	'GET /providers/getbytradeid',
	'GET /subscribers/{subscriberId}/dashboards',
	'GET /users',
	'GET /issuelist/areas',
	'GET /issuelist/items',
	'GET /issuelist/problems',
];

/** Calls that it keeps for providers, by its mark or by what it says of them. */
const PROVIDERS: readonly string[] = [
	'PUT /workorders/{workOrderId}/accept',
	'PUT /workorders/{workOrderId}/decline',
	'GET /odata/workactivities/Service.ForTimeInterval(dtMin={dtMin}, dtMax={dtMax}, userId={userId})',
	'POST /tradesmen',
	'GET /employees/{employeeId}/users',
	'GET /odata/assets/Service.FindAssetsBySubscriber(searchCriteria={searchCriteria},subscriberId={subscriberId})',
	'POST /workorders/{workorderId}/parts',
	'PUT /workorders/{workorderId}/parts',
	'DELETE /workorders/{workorderId}/parts',
	'GET /providers/current/subscribers/{subscriberId}/applicationissuelist/areas',
	'GET /providers/current/subscribers/{subscriberId}/applicationissuelist/items',
	'GET /providers/current/subscribers/{subscriberId}/applicationissuelist/problems',
	'GET /workorders/statistics',
	'GET /proposals/statistics',
	'GET /invoices/statistics',
	'GET /providers/GetProviderLocationAssignments',
];

const rejected = () => noRights('This call is rejected by security permissions');

/** Whether the caller is on the subscriber's side. */
export const isSubscriber = (request: SandboxRequest): boolean =>
	ownSubscriber(request) !== undefined;

/** The same routes, each closed to the side that it is not for. */
export function guarded(
	routes: Readonly<Record<string, Handler>>,
): Readonly<Record<string, Handler>> {
	const closed = (key: string, handler: Handler): Handler => {
		if (SUBSCRIBERS.includes(key)) {
			return (request) => {
				if (!isSubscriber(request)) throw rejected();
				return handler(request);
			};
		}
		if (!PROVIDERS.includes(key)) return handler;
		return (request) => {
			if (isSubscriber(request)) throw rejected();
			return handler(request);
		};
	};
	return Object.fromEntries(
		Object.entries(routes).map(([key, handler]) => [key, closed(key, handler)]),
	);
}
