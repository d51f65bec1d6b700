import type { Area } from './area';
import { emptyRecord, records } from './records';
import { feeds, lists, reads, routesOf } from './tables';
import { membersOf } from './facts';

/** Service agreements, which the documents only read. */
export const agreements: Area = {
	collections: {
		serviceAgreements: records(
			'Service agreement',
			29_001,
			'service-agreements.ServiceAgreementResponse',
		),
	},
	routes: routesOf('/service-agreements/v2/tenant/{tenant}', {
		'GET service-agreements': lists('serviceAgreements'),
		'GET service-agreements/{id}': reads('serviceAgreements'),
		'GET export/service-agreements': feeds('serviceAgreements'),
	}),
	seed({ add, at, day }) {
		const templateFields = {
			...emptyRecord(
				membersOf('service-agreements.ServiceAgreementTemplateFieldsResponse'),
				'service-agreements',
			),
			originalTemplateId: 1,
			billingServiceId: 11_001,
		};
		add(
			'serviceAgreements',
			['Activated', 'Draft', 'Sent', 'Expired'].map((status, index) => ({
				name: `Agreement ${index + 1}`,
				status,
				templateFields,
				customerId: 1005 + index * 5,
				businessUnitId: 101 + (index % 3),
				locationIds: [2005 + index * 5],
				summary: 'Two visits a year',
				durationMonths: 12,
				startDate: day(-100 - index * 100),
				endDate: day(265 - index * 100),
				billingSchedule: 'Monthly',
				paymentTermId: 15_102,
				totalAgreementPrice: 1200,
				accountManagerId: 701,
				createdOn: at(-110 - index * 50, 9),
			})),
		);
	},
};
