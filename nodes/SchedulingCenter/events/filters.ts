import { flag, number, pick, text } from '../../shared/define/fields';
import { campaignCode, franchise, locationCode } from '../pickers';
import { snakeCased } from '../wire';

/** What every list can be narrowed by. */
export const ofFranchise = snakeCased({ franchiseId: pick(franchise) });

export const invoiceFilters = snakeCased({
	...ofFranchise,
	contact: number({
		as: 'contact_id',
		label: 'Contact ID',
		description: 'As it stands in an invoice, appointment or review',
	}),
	campaignCode: pick(campaignCode),
	includeCampaigns: flag({ description: 'Whether to add the campaigns of each invoice' }),
	includeCategories: flag({
		description: 'Whether to add the IDs of the categories of the line items',
	}),
	includeSummary: flag({
		description: 'Whether to add a readable digest of the total and the line items',
	}),
});

export const reviewFilters = {
	...ofFranchise,
	locationCode: pick(locationCode, { as: 'location[code]' }),
	search: text({ description: 'Looks in comments, ratings, sources and names of contacts' }),
};
