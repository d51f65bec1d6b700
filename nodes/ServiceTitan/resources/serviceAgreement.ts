import { choice, pick, pickMany } from '../../shared/define/fields';
import { listAll, read } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { serviceAgreement as agreements } from '../backOfficePickers';
import { businessUnit, customer } from '../pickers';
import { spaced } from './backOfficeFields';
import { exportOf } from './export';
import { ids, sortBy, stampFilters } from './fields';

export const serviceAgreement = defineResource({
	value: 'serviceAgreement',
	name: 'Service Agreement',
	description: 'A contract with a customer about planned maintenance',
	simple: [
		'id',
		'name',
		'status',
		'customerId',
		'businessUnitId',
		'locationIds',
		'startDate',
		'endDate',
		'totalAgreementPrice',
		'modifiedOn',
	],
	operations: {
		export: exportOf(
			'service agreements',
			'GET /service-agreements/v2/tenant/{tenant}/export/service-agreements',
		),
		get: read({
			action: 'Get a service agreement',
			request: 'GET /service-agreements/v2/tenant/{tenant}/service-agreements/{id}',
			path: { id: pick(agreements, { required: true }) },
		}),
		getAll: listAll({
			action: 'Get many service agreements',
			request: 'GET /service-agreements/v2/tenant/{tenant}/service-agreements',
			query: {
				customerIds: pickMany(customer),
				businessUnitIds: pickMany(businessUnit),
				status: choice(
					spaced(
						'Draft',
						'Sent',
						'Rejected',
						'Accepted',
						'Activated',
						'Canceled',
						'Expired',
						'AutoRenew',
					),
				),
				...stampFilters,
				ids,
				sort: sortBy(
					['ID', 'Id'],
					['Name', 'Name'],
					['Created', 'CreatedOn'],
					['Modified', 'ModifiedOn'],
					['Start', 'StartDate'],
					['End', 'EndDate'],
				),
			},
		}),
	},
});
