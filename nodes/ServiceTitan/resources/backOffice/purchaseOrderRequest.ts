import { choice, pick, pickMany, text } from '../../../shared/define/fields';
import { listAll, operation } from '../../../shared/define/operation';
import { defineResource } from '../../../shared/define/resource';
import { purchaseOrderRequest as requests } from '../../backOfficePickers';
import { job, project, technician } from '../../pickers';
import { dateRange, getThroughIds, spaced, usualFilters } from '../backOfficeFields';

const id = pick(requests, { required: true });

export const purchaseOrderRequest = defineResource({
	value: 'purchaseOrderRequest',
	name: 'Purchase Order Request',
	description: 'A purchase order that somebody in the field asks for',
	operations: {
		approve: operation({
			action: 'Approve a purchase order request',
			request: 'PATCH /inventory/v2/tenant/{tenant}/purchase-orders/requests/{id}/approve',
			path: { id },
		}),
		get: getThroughIds(
			'GET /inventory/v2/tenant/{tenant}/purchase-orders/requests',
			requests,
			'Get a purchase order request',
		),
		getAll: listAll({
			action: 'Get many purchase order requests',
			request: 'GET /inventory/v2/tenant/{tenant}/purchase-orders/requests',
			query: {
				requestNumber: text(),
				requestStatus: choice(spaced('PendingApproval', 'Approved', 'Rejected')),
				jobId: pick(job),
				jobIds: pickMany(job),
				projectId: pick(project),
				technicianId: pick(technician),
				...dateRange,
				...usualFilters,
			},
		}),
		reject: operation({
			action: 'Reject a purchase order request',
			request: 'PATCH /inventory/v2/tenant/{tenant}/purchase-orders/requests/{id}/reject',
			path: { id },
			body: {
				rejectionReason: choice(spaced('CostTooHigh', 'WrongVendor', 'Other'), {
					required: true,
					label: 'Reason',
				}),
			},
		}),
	},
});
