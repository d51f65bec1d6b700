import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { SandboxRequest } from '../core/vendor';

export const ORGANIZATION_KEY = 'sandbox-organization-key-of-serviceminder';
const BRAND_KEY = 'sandbox-brand-key-of-serviceminder';

/** What a brand key is for; an organization key is for all but the search of organizations. */
const BRAND_ROUTES = [
	'/contacts/addupdate',
	'/contacts/locate',
	'/organizations/query',
	'/organizations/details',
	'/test/echo',
];
const BRAND_ONLY = '/organizations/query';

/** The settings of the key that asks: merging, lead distribution, the organization that owns it. */
export function keyOf({ store, body }: Pick<SandboxRequest, 'store' | 'body'>): Row | undefined {
	return store.collection('keys').where('Key', body.ApiKey)[0];
}

export function isAllowed(key: Row, path: string): boolean {
	return key.Scope === 'Brand' ? BRAND_ROUTES.includes(path) : path !== BRAND_ONLY;
}

export function seedKeys(store: Store): void {
	store.collection('keys').add({
		Key: ORGANIZATION_KEY,
		Scope: 'Organization',
		OrganizationId: 101,
		ApplicationName: 'Sandbox',
		// `NameEmailPhone`, `Name`, or `None`: settings of a key, not of a call.
		MergeOn: 'NameEmailPhone',
		LeadDistribution: false,
	});
	store.collection('keys').add({
		Key: BRAND_KEY,
		Scope: 'Brand',
		OrganizationId: 101,
		ApplicationName: 'Sandbox of the brand',
		MergeOn: 'NameEmailPhone',
		LeadDistribution: true,
	});
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
	if (key?.Scope === 'Organization' && byZip !== undefined && byZip !== own) {
		throw wrongValue('Zip', `${String(contact.Zip)} belongs to another organization`);
	}
	return own;
}
