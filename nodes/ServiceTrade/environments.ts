import type { Environments } from '../shared/http/environment';

/** ServiceTrade names one host only; its own SDKs let it be replaced, which is what Custom is for. */
export const environments: Environments = {
	production: { name: 'Production', api: 'https://api.servicetrade.com/api' },
};
