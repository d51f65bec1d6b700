import type { Environments } from '../shared/http/environment';

/** Hosts by environment, as the vendor's developer portal gives them. */
export const environments: Environments = {
	production: {
		name: 'Production',
		api: 'https://api.servicetitan.io',
		auth: 'https://auth.servicetitan.io',
	},
	integration: {
		name: 'Integration',
		api: 'https://api-integration.servicetitan.io',
		auth: 'https://auth-integration.servicetitan.io',
	},
};
