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
			description: 'Groups of ways by which leads come in',
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
			description: 'Those that have a name',
			request: 'POST /settings/namedtaxrates',
			paging,
		}),
	},
});
