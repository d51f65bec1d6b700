import { fictionalAddress } from '../core/fiction';
import { notFound } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { showAddress } from './invoices';
import { requireReference } from './lists';

/** Addresses whose owner is a contact. */
const OF_A_CONTACT = 4;

/** The zone of a franchise that has this postal code, or the beginning of it. */
function zoneFor(store: Store, franchiseId: unknown, postalCode: string): Row {
	const codes = store.collection('zipGroupsZipcodes').where('franchise_id', franchiseId);
	const fits = ({ zipcode }: Row) =>
		postalCode === zipcode ||
		// Only countries with letters in their postal codes take the first part of one.
		(/[a-z]/i.test(String(zipcode)) && postalCode.startsWith(String(zipcode)));
	const matched = codes.find(fits);
	if (!matched) throw notFound('Zone of', postalCode);
	const zone = store.collection('zones').require(matched.zip_group_sub_group_id);
	return { ...zone, _matchingData: { ZipGroupsZipcodes: matched } };
}

const byPostalCode: Handler = ({ store, path, query }) => ({
	zone: { ...zoneFor(store, query.franchise_id, path.postal_code), default_group: false },
});

const byAddress: Handler = ({ store, path }) => {
	const address = store.collection('addresses').require(path.address_id);
	const owner =
		address.entity_type === OF_A_CONTACT
			? store.collection('contacts').get(address.entity_id)
			: undefined;
	if (!owner) throw notFound('Owner of address', address.id);
	return {
		zone: {
			...zoneFor(store, owner.franchise_id, String(address.zipcode)),
			url: '',
			location_label: null,
			default_group: null,
		},
		address: showAddress(address),
	};
};

/** The postal code decides; what else was asked comes back as it was found, not as it was sent. */
const taxRate: Handler = ({ store, path, clock }) => {
	const [found] = store.collection('taxRates').where('postal_code', path.postal_code);
	if (!found) throw notFound('Tax rate', path.postal_code);
	const { rate, postal_code, city, state, county } = found;
	const lapses = new Date(clock.now() + 30 * 86_400_000 - 6 * 3_600_000).toISOString();
	return {
		taxRate: {
			rate,
			postal_code,
			city,
			state,
			county,
			// The one time with a true offset.
			expiration_date: `${lapses.slice(0, 19)}-06:00`,
		},
	};
};

const zipcodes = (store: Store) => store.collection('locationsZipcodes');

const exists: Handler = ({ store, query }) => ({
	exists: zipcodes(store)
		.where('zipcode', query.zipcode)
		.some(
			({ active, location_id: location }) =>
				active === true && (query.location_id === undefined || location === query.location_id),
		),
});

/** One postal code belongs to one location, so that a second assignment moves it. */
function assign(store: Store, zipcode: string, locationId: unknown): Row {
	const [known] = zipcodes(store).where('zipcode', zipcode);
	const changes = { location_id: locationId, active: true };
	return known
		? zipcodes(store).change(known.id, changes)
		: zipcodes(store).add({ zipcode, ...changes });
}

const location = ({ store, body }: SandboxRequest): unknown =>
	requireReference(store, 'locations', 'location_id', body.location_id).id;

const reassign: Handler = (request) => {
	const { store, body } = request;
	const zipcode = String(body.zipcode);
	if (zipcodes(store).where('zipcode', zipcode).length === 0) {
		throw notFound('Postal code', zipcode);
	}
	return { locationsZipcode: assign(store, zipcode, location(request)) };
};

const saveList: Handler = (request) => {
	const id = location(request);
	const codes = String(request.body.zipcodes)
		.split(',')
		.map((code) => code.trim())
		.filter((code) => code !== '');
	return { locationsZipcodes: codes.map((code) => assign(request.store, code, id)) };
};

export const postalRoutes: Readonly<Record<string, Handler>> = {
	'GET /postalCodes/zone/{postal_code}': byPostalCode,
	'GET /postalCodes/zoneByAddress/{address_id}': byAddress,
	'GET /taxRates/{postal_code}': taxRate,
	// The shapes of these answers are the sandbox's own: none is described.
	'GET /locationsZipcodes/exists': exists,
	'POST /locationsZipcodes/reassign': reassign,
	'POST /locationsZipcodes/saveList': saveList,
};

const COLORS = ['1a7f37', '8250df', 'bf3989', '0550ae', '953800'];

/** Zones and tax rates of the places where customers live; towns repeat, postal codes do not. */
export function seedPostal(
	store: Store,
	places: number,
	franchiseOf: (index: number) => number,
): void {
	for (let index = 0; index < 5; index++) {
		store.collection('zones').add({
			zip_group_id: 1 + (index % 2),
			franchise_id: franchiseOf(index),
			name: `${fictionalAddress(index).city} area`,
			color: COLORS[index],
		});
	}
	const seen = new Set<string>();
	for (let index = 0; index < places; index++) {
		const { zip, city, state } = fictionalAddress(index);
		const zone = store.collection('zones').require(1 + (index % 5));
		const key = `${String(zone.franchise_id)} ${zip}`;
		if (!seen.has(key)) {
			store.collection('zipGroupsZipcodes').add({
				zip_group_id: zone.zip_group_id,
				zip_group_sub_group_id: zone.id,
				franchise_id: zone.franchise_id,
				zipcode: zip,
			});
		}
		if (!seen.has(zip)) {
			store.collection('taxRates').add({
				rate: '0.045',
				postal_code: zip,
				city,
				state,
				county: `${city} County`,
			});
		}
		seen.add(key).add(zip);
	}
	// A country whose postal codes can be given by their first part.
	store.collection('zipGroupsZipcodes').add({
		zip_group_id: 1,
		zip_group_sub_group_id: 1,
		franchise_id: 501,
		zipcode: 'V6C',
	});
}
