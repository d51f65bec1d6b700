import type { Environments } from '../shared/http/environment';

/** The host that the public copy of the reference shows. No test system is described. */
export const environments: Environments = {
	production: { name: 'Production', api: 'https://crm.oxifresh.com/api' },
};
