import { equals } from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import type { Area } from './area';
import { records } from './records';
import { requireAll } from './references';
import { creates, does, lists, owner, reads, routesOf, updates, type Show } from './tables';

const REFERENCES = { categoryId: 'campaignCategories' };

const showCampaign: Show = ({ categoryId }, { store }) => {
	const category = store.collection('campaignCategories').get(categoryId);
	return {
		category: category ? { id: category.id, name: category.name, active: category.active } : null,
	};
};

function checkMonth({ body, store }: SandboxRequest): void {
	if (Number(body.month) < 1 || Number(body.month) > 12) {
		throw wrongValue('month', 'must be from 1 to 12');
	}
	const costs = store.collection('campaignCosts').where('campaignId', body.campaignId);
	// Inferred from the 409 of the documents.
	if (costs.some(({ year, month }) => year === body.year && month === body.month)) {
		throw conflict('The campaign has a cost for this month');
	}
}

const write = { show: showCampaign, references: REFERENCES };

/** Campaigns with their categories and costs, and what web sessions led to bookings. */
export const marketing: Area = {
	collections: {
		campaigns: records('Campaign', 201, 'marketing.CampaignResponse'),
		campaignCategories: records('Campaign category', 1, 'marketing.CampaignCategoryResponse', {
			type: 'Regular',
		}),
		campaignCosts: records('Campaign cost', 251, 'marketing.CampaignCostResponse'),
		webBookingAttributions: { noun: 'Web booking attribution' },
	},
	routes: {
		...routesOf('/marketing/v2/tenant/{tenant}', {
			'GET campaigns': lists('campaigns', { show: showCampaign }),
			'POST campaigns': creates('campaigns', write),
			'GET campaigns/{id}': reads('campaigns', { show: showCampaign }),
			'PATCH campaigns/{id}': updates('campaigns', write),
			'GET campaigns/{id}/costs': lists('campaignCosts', {
				of: owner('campaigns', 'campaignId'),
				filters: { year: equals('year'), month: equals('month') },
			}),
			'GET categories': lists('campaignCategories'),
			'POST categories': creates('campaignCategories'),
			'GET categories/{id}': reads('campaignCategories'),
			'PATCH categories/{id}': updates('campaignCategories'),
			'POST costs': creates('campaignCosts', { check: checkMonth }),
			'GET costs/{id}': reads('campaignCosts'),
			'PATCH costs/{id}': updates('campaignCosts'),
		}),
		...routesOf('/marketingads/v2/tenant/{tenant}', {
			'POST web-booking-attributions': does(({ store, body }) => {
				requireAll(store, body, { bookingId: 'bookings' });
				store.collection('webBookingAttributions').add(body);
			}),
		}),
	},
	seed({ add }) {
		const categories: Row[] = [
			{ name: 'Online' },
			{ name: 'Offline' },
			{ name: 'Local services', type: 'GoogleHomeServices' },
		];
		add('campaignCategories', categories);
		const names = [
			'Web site',
			'Radio',
			'Referral',
			'Returning customer',
			'Truck sign',
			'Summer mailing',
		];
		add(
			'campaigns',
			names.map((name, index) => ({ name, active: index !== 5, categoryId: 1 + (index % 2) })),
		);
		add('campaignCosts', [
			{ campaignId: 201, year: 2026, month: 1, dailyCost: 12.5 },
			{ campaignId: 201, year: 2026, month: 2, dailyCost: 14 },
			{ campaignId: 202, year: 2026, month: 2, dailyCost: 40 },
		]);
	},
};
