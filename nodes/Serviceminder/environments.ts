import type { Environments } from '../shared/http/environment';

/** Both hosts answer: the vendor's own examples use the first, its reference the second. */
export const environments: Environments = {
	production: { name: 'serviceminder.io', api: 'https://serviceminder.io/api' },
	productionCom: { name: 'serviceminder.com', api: 'https://serviceminder.com/api' },
};
