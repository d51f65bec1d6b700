import type { Environments } from '../shared/http/environment';

/** Hosts by environment, as the developer guides give them. Without `/v3` the oldest version would answer. */
export const environments: Environments = {
	production: {
		name: 'Production',
		api: 'https://api.servicechannel.com/v3',
		auth: 'https://login.servicechannel.com',
	},
	sandbox2: {
		name: 'Sandbox2',
		api: 'https://sb2api.servicechannel.com/v3',
		auth: 'https://sb2login.servicechannel.com',
	},
};
