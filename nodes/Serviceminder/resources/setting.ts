import { listAll } from '../../shared/define/operation';
import { defineResource } from '../../shared/define/resource';
import { wholeList } from '../wire';

const paging = wholeList;

export const setting = defineResource({
	value: 'setting',
	name: 'Setting',
	description: 'What is set up for the account',
	id: 'Id',
	operations: {
		getFeatures: listAll({
			name: 'Get Many Features',
			action: 'Get many features',
			description: 'Those that are switched on',
			request: 'POST /settings/features',
			paging,
		}),
		getLeadSourceCategories: listAll({
			name: 'Get Many Lead Source Categories',
			action: 'Get many lead source categories',
			request: 'POST /settings/leadsourcecategories',
			paging,
		}),
		getRadiusCities: listAll({
			name: 'Get Many Radius Cities',
			action: 'Get many radius cities',
			description: 'Those in the service radius',
			request: 'POST /settings/radiuscities',
			paging,
		}),
		getRadiusPostalCodes: listAll({
			name: 'Get Many Radius Postal Codes',
			action: 'Get many radius postal codes',
			description: 'Those in the service radius',
			request: 'POST /settings/radiuspostalcodes',
			paging,
		}),
		getTaxRates: listAll({
			name: 'Get Many Tax Rates',
			action: 'Get many tax rates',
			request: 'POST /settings/namedtaxrates',
			paging,
		}),
	},
});

export const channel = defineResource({
	value: 'channel',
	name: 'Channel',
	description: 'A way by which leads come in',
	id: 'Id',
	operations: {
		getAll: listAll({ action: 'Get many channels', request: 'POST /channels/all', paging }),
		getCampaigns: listAll({
			name: 'Get Many Campaigns',
			action: 'Get many campaigns',
			description: 'Each with the channel it belongs to',
			request: 'POST /channels/campaigns',
			paging,
		}),
	},
});
