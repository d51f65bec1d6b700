/**
 * Made-up people, companies and places for seeds. The same number gives the same thing; none of
 * them exists. Telephone numbers stay within 555-0100 to 555-0199, mail within example.com.
 */

const FIRST_NAMES = [
	'Avelina',
	'Bruno',
	'Cosima',
	'Dario',
	'Elowen',
	'Fenwick',
	'Giselle',
	'Horatio',
	'Imogen',
	'Jasper',
	'Katya',
	'Lorcan',
	'Marisol',
	'Nestor',
	'Odette',
	'Percival',
	'Quilla',
	'Rufus',
	'Saskia',
	'Tobias',
];

const LAST_NAMES = [
	'Amberly',
	'Brackwater',
	'Cinderhall',
	'Dovetree',
	'Everlock',
	'Fernwhistle',
	'Gladmoor',
	'Hollowell',
	'Inkpen',
	'Jollybrook',
	'Kettleburn',
	'Larkspurne',
	'Mossgrave',
	'Nettlefold',
	'Oakenshaw',
	'Pepperidge-Moon',
	'Quickstep',
];

const COMPANIES = [
	'Bluebottle Bakery',
	'Copper Kettle Inn',
	'Driftwood Dental',
	'Elm & Ember Grill',
	'Falconer Freight',
	'Gingham Garden Center',
	'Hazelnut House Hotel',
	'Ironmoss Storage',
	'Juniper Lane School',
	'Kingfisher Laundry',
	'Lantern Street Cinema',
];

const STREETS = [
	'Almond Crescent',
	'Birchbark Road',
	'Clockmaker Lane',
	'Dandelion Way',
	'Easterly Terrace',
	'Foxglove Drive',
	'Gooseberry Hill',
	'Hatter Street',
	'Inkwell Court',
];

const CITIES = [
	{ city: 'Maplewick', state: 'OH', zip: '00011', latitude: 40.1, longitude: -82.9 },
	{ city: 'Port Sorrel', state: 'OR', zip: '00024', latitude: 44.6, longitude: -123.1 },
	{ city: 'Thistledown', state: 'TX', zip: '00037', latitude: 31.5, longitude: -97.1 },
	{ city: 'Quarry Bend', state: 'VT', zip: '00042', latitude: 44.3, longitude: -72.6 },
	{ city: 'Lower Pinnacle', state: 'CO', zip: '00058', latitude: 39.2, longitude: -105.3 },
];

export interface FictionalPerson {
	readonly firstName: string;
	readonly lastName: string;
	readonly name: string;
	readonly email: string;
	readonly phone: string;
}

export interface FictionalAddress {
	readonly street: string;
	readonly city: string;
	/** Two letters, United States. */
	readonly state: string;
	readonly zip: string;
	/** Decimal degrees. */
	readonly latitude: number;
	readonly longitude: number;
}

function nth<T>(choices: readonly T[], index: number): T {
	return choices[index % choices.length];
}

export function fictionalPerson(index: number): FictionalPerson {
	const firstName = nth(FIRST_NAMES, index);
	const lastName = nth(LAST_NAMES, index);
	// Names come round after 340 (20 x 17) people; the number keeps mail addresses apart.
	const mailbox = `${firstName}.${lastName}`.toLowerCase().replace(/[^a-z.]/g, '');
	return {
		firstName,
		lastName,
		name: `${firstName} ${lastName}`,
		email: `${mailbox}${index}@example.com`,
		phone: fictionalPhone(index),
	};
}

export function fictionalCompany(index: number): string {
	return index < COMPANIES.length
		? COMPANIES[index]
		: `${nth(COMPANIES, index)} No. ${Math.floor(index / COMPANIES.length) + 1}`;
}

/** `(303) 555-0142` */
export function fictionalPhone(index: number): string {
	const area = nth([212, 303, 415, 512, 617], Math.floor(index / 100));
	return `(${area}) 555-01${String(index % 100).padStart(2, '0')}`;
}

export function fictionalAddress(index: number): FictionalAddress {
	return { street: `${100 + index} ${nth(STREETS, index)}`, ...nth(CITIES, index) };
}
