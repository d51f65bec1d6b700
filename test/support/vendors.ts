import type { ICredentialType, INodeType } from 'n8n-workflow';

import * as published from '../../index';
import { schedulingCenter } from '../../nodes/SchedulingCenter/vendor';
import { serviceChannel } from '../../nodes/ServiceChannel/vendor';
import { serviceminder } from '../../nodes/Serviceminder/vendor';
import { serviceTitan } from '../../nodes/ServiceTitan/vendor';
import { serviceTrade } from '../../nodes/ServiceTrade/vendor';
import type { Vendor } from '../../nodes/shared/define/vendor';

/** Vendors by the name of their folder, which is also the name of the node's class. */
export const vendors: { readonly [folder: string]: Vendor } = {
	SchedulingCenter: schedulingCenter,
	ServiceChannel: serviceChannel,
	Serviceminder: serviceminder,
	ServiceTitan: serviceTitan,
	ServiceTrade: serviceTrade,
};

const made = Object.entries(published)
	// A loader may add a `default` to the classes.
	.filter(([, Published]) => typeof Published === 'function')
	.map(([className, Published]): [string, INodeType | ICredentialType] => [
		className,
		new Published(),
	]);

/** Every node of the package by the name of its class. */
export const nodes: { readonly [className: string]: INodeType } = Object.fromEntries(
	made.filter((entry): entry is [string, INodeType] => 'description' in entry[1]),
);

/** Every credential type of the package by the name of its class. */
export const credentials: { readonly [className: string]: ICredentialType } = Object.fromEntries(
	made.filter((entry): entry is [string, ICredentialType] => 'displayName' in entry[1]),
);

/** The credential type that n8n knows by this name. */
export function credentialType(name: string): ICredentialType {
	const found = Object.values(credentials).find((known) => known.name === name);
	if (found === undefined) throw new Error(`There is no credential type ${name}`);
	return found;
}
