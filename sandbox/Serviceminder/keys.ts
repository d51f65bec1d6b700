import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

/**
 * What a key is for. `Any` does not exist at the vendor: it is the one that the sandbox hands out, so
 * that every operation can be tried with one credential. The keys of one scope each are beside it.
 */
export type Scope = 'Organization' | 'Brand' | 'Data Subscriber' | 'Any';

export const SANDBOX_KEY = 'sandbox-key-of-serviceminder';

const KEYS: Readonly<Record<Scope, string>> = {
	Any: SANDBOX_KEY,
	Organization: 'sandbox-organization-key-of-serviceminder',
	Brand: 'sandbox-brand-key-of-serviceminder',
	'Data Subscriber': 'sandbox-data-subscriber-key-of-serviceminder',
};

const BRAND_ROUTES = [
	'/contacts/addupdate',
	'/contacts/locate',
	'/organizations/query',
	'/organizations/details',
	'/blogs/find',
	'/blogs/get',
	'/test/echo',
];
const BRAND_ONLY = '/organizations/query';
const OF_SUBSCRIBERS = '/datasubscriber/';

/** The settings of the key that asks: merging, lead distribution, the organization that owns it. */
export function keyOf({ store, body }: Pick<SandboxRequest, 'store' | 'body'>): Row | undefined {
	return store.collection('keys').where('Key', body.ApiKey)[0];
}

/** Whether a key may make a call; a data subscriber's key is promised nothing but its own calls. */
export function isAllowed(key: Row, path: string): boolean {
	switch (key.Scope as Scope) {
		case 'Any':
			return true;
		case 'Brand':
			return BRAND_ROUTES.includes(path);
		case 'Data Subscriber':
			return path.startsWith(OF_SUBSCRIBERS) || path === '/test/echo';
		case 'Organization':
			return path !== BRAND_ONLY && !path.startsWith(OF_SUBSCRIBERS);
	}
}

export function seedKeys(store: Store): void {
	for (const [scope, key] of Object.entries(KEYS)) {
		store.collection('keys').add({
			Key: key,
			Scope: scope,
			OrganizationId: 101,
			ApplicationName: scope === 'Any' ? 'Sandbox' : `Sandbox (${scope})`,
			// `NameEmailPhone`, `Name`, or `None`: settings of a key, not of a call.
			MergeOn: 'NameEmailPhone',
			LeadDistribution: scope === 'Brand',
		});
	}
}

const owner = (store: Store, zip: unknown) =>
	store
		.collection('organizations')
		.all()
		.find(({ PostalCodes }) => (PostalCodes as unknown[]).includes(zip));

/**
 * The organization that gets a contact. With lead distribution it goes by location id, then by
 * postal code (the territory between them is not built: nothing in a request names one), and
 * falls back to the owner of the key. An organization's key keeps out of the postal codes of others.
 */
export function organizationFor(request: SandboxRequest, contact: Row): unknown {
	const { store, body } = request;
	const key = keyOf(request);
	const own = key?.OrganizationId;
	const byZip = contact.Zip ? owner(store, contact.Zip)?.OrganizationId : undefined;
	if (body.DistributeLead === true) {
		if (key?.Scope !== 'Brand' || key.LeadDistribution !== true) {
			throw wrongValue('DistributeLead', 'needs a brand key with lead distribution');
		}
		const byLocation = contact.LocationID
			? store.collection('organizations').where('LocationId', contact.LocationID)[0]
			: undefined;
		return byLocation?.OrganizationId ?? byZip ?? own;
	}
	if (key?.Scope !== 'Brand' && byZip !== undefined && byZip !== own) {
		throw wrongValue('Zip', `${String(contact.Zip)} belongs to another organization`);
	}
	return own;
}
