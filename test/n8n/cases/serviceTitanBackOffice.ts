import type { Case } from './case';

const node = 'serviceTitanBackOffice';

/** Cases of pricebook, inventory, payroll and bookkeeping. They run after those of the main node. */
export const serviceTitanBackOffice: readonly Case[] = [
	{
		operation: 'customRequest.send',
		node,
		as: 'back office request',
		parameters: { route: '/settings/v2/tenant/{tenant}/business-units', allPages: true },
		gives: 'list',
	},
];
