import type { Case } from './case';
import { serviceTitanBooks } from './serviceTitan/books';
import { serviceTitanInventory } from './serviceTitan/inventory';
import { serviceTitanPricebook } from './serviceTitan/pricebook';

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
	{
		operation: 'customRequest.download',
		node: 'serviceTitanBackOffice',
		as: 'back office file',
		parameters: { route: '/settings/v2/tenant/{tenant}/business-units' },
		gives: 'file',
	},
];
