import type { Case } from './case';
import { serviceTitanBooks } from './serviceTitanBooks';
import { serviceTitanInventory } from './serviceTitanInventory';
import { serviceTitanPricebook } from './serviceTitanPricebook';

/** Cases of pricebook, inventory, payroll and bookkeeping. They run after those of the main node. */
export const serviceTitanBackOffice: readonly Case[] = [
	...serviceTitanPricebook,
	...serviceTitanInventory,
	...serviceTitanBooks,
	{
		operation: 'customRequest.send',
		node: 'serviceTitanBackOffice',
		as: 'back office request',
		parameters: { route: '/settings/v2/tenant/{tenant}/business-units', allPages: true },
		gives: 'list',
	},
];
