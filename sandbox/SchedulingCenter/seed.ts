import type { Clock } from '../core/clock';
import { fictionalAddress, fictionalCompany, fictionalPerson } from '../core/fiction';
import type { Row, Store } from '../core/store';
import { seedCoupons } from './coupons';
import { PAID } from './invoices';
import { seedNamed } from './named';
import { seedPostal } from './postal';
import { seedReports } from './reports';
import { seedSettings } from './services';
import { kept, midnightOf } from './times';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const nth = <T>(choices: readonly T[], index: number): T => choices[index % choices.length];
const midnight = (clock: Clock) => Math.floor(clock.now() / DAY) * DAY;

/** Digits of a franchise's own clock with the false offset that the vendor puts behind them. */
const local = (milliseconds: number) => `${String(kept.write(milliseconds)).slice(0, 19)}+00:00`;

const CUSTOMERS = 45;
const INVOICES = 90;

const SERVICES: ReadonlyArray<{ category: string; code: string; name: string; price: number }> = [
	{ category: 'CPT', code: 'RM', name: 'Room', price: 49 },
	{ category: 'CPT', code: 'STR', name: 'Staircase', price: 35 },
	{ category: 'UPH', code: 'SOFA', name: 'Sofa', price: 89 },
	{ category: 'UPH', code: 'CHAIR', name: 'Armchair', price: 45 },
	{ category: 'TIL', code: 'KITCHEN', name: 'Kitchen floor', price: 120 },
	{ category: 'RUG', code: 'RUG', name: 'Area rug', price: 60 },
];

const COMMENTS = [
	'On time and very tidy',
	'The stairs look new again',
	'Could have called ahead',
	'One stain is still there',
	'Friendly, would book again',
	'',
];

/** About two months of a made-up carpet cleaner with three franchises. */
export function seed(store: Store, clock: Clock): void {
	const today = midnight(clock);
	const longAgo = kept.write(today - 700 * DAY);
	const stamps = { date_created: longAgo, last_modified: longAgo };
	const addAll = (name: string, rows: readonly Row[]) => {
		for (const row of rows) store.collection(name).add(row);
	};

	addAll('franchises', [
		{ id: 501, active: true },
		{ id: 502, active: true },
		{ id: 503, active: true },
		{ id: 504, active: false },
	]);
	addAll('groups', [
		{ id: 2, name: 'Corporate Administrators', corporate: true, admin_rank: 100, display_order: 9 },
		{ id: 3, name: 'API Accounts', corporate: true, admin_rank: 90, display_order: 8 },
		{ id: 5, name: 'Techs', corporate: false, admin_rank: 40, display_order: 1 },
		{ id: 7, name: 'Franchise Owner', corporate: false, admin_rank: 70, display_order: 2 },
	]);
	addAll(
		'categories',
		[
			['CPT', 'Carpet'],
			['UPH', 'Upholstery'],
			['TIL', 'Tile'],
			['RUG', 'Rugs'],
			['OLD', 'Curtains'],
		].map(([code, name], index) => ({
			code,
			name,
			display_order: index + 1,
			include_in_exports: 1,
			active: code !== 'OLD',
		})),
	);
	addAll(
		'services',
		SERVICES.map(({ category, code, name }, index) => ({
			category_id: store.collection('categories').where('code', category)[0].id,
			code,
			name,
			description: '',
			display_order: index + 1,
			auto_add_to_quote: false,
			hidden: false,
			active: true,
			last_modified: longAgo,
		})),
	);
	addAll(
		'invoicesStatuses',
		[
			['Quotes', 'Quote', 'quote', 'date_quoted'],
			['Work Orders', 'Work Order', 'work_order', 'date_completed'],
			['Invoices', 'Invoice', 'invoice', 'date_completed'],
			['Paid', 'Paid', 'paid', 'date_paid'],
			['Void', 'Void', 'void', ''],
		].map(([label, singular, key, date], index) => ({
			label,
			label_singular: singular,
			lookup_key: key,
			date_update_key: date,
			date_key: date,
			display_order: index + 1,
			active: true,
		})),
	);
	addAll('reviewsSources', [
		// The web site's source has no name.
		{ lookup_key: 'website', name: '', is_default: true, active: true },
		{ lookup_key: 'listen_360', name: 'Listen 360', is_default: false, active: true },
		{ lookup_key: 'phone_call', name: 'Phone call', is_default: false, active: true },
	]);

	for (let index = 0; index < 8; index++) addLocation(store, index, stamps);
	for (let index = 0; index < 16; index++) addEmployee(store, index);
	for (let index = 0; index < CUSTOMERS; index++) addCustomer(store, index, today);
	seedSettings(store, SERVICES, longAgo);
	seedCampaigns(store, today);
	seedCoupons(store, longAgo as string);
	seedPostal(store, CUSTOMERS, franchiseOfTown);
	seedReports(store);
	seedNamed(store);
	for (let index = 0; index < INVOICES; index++) {
		seedInvoice(store, index, today);
		seedAppointment(store, index, today);
	}
	for (let index = 0; index < 60; index++) store.collection('reviews').add(review(index, today));
}

/** Five towns, of which the first three belong to franchise 501 and the others to 502. */
const franchiseOfTown = (index: number) => (index % 5 < 3 ? 501 : 502);

function addLocation(store: Store, index: number, stamps: Row): void {
	const address = fictionalAddress(index);
	const franchise = index < 5 ? franchiseOfTown(index) : 503;
	const { id } = store.collection('locations').add({
		code: `XX-0${franchise}${nth(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], index)}`,
		label: address.city,
		franchise_id: franchise,
		is_default: index === 0 || index === 3 || index === 5,
		phone: fictionalPerson(300 + index).phone,
		last_modified: stamps.last_modified,
		active: index !== 7,
		status: index === 6 ? 'draft' : 'published',
	});
	if (index < 5) {
		store.collection('locationsZipcodes').add({
			location_id: id,
			display_location_id: null,
			zipcode: address.zip,
			active: true,
		});
	}
	store.collection('locationsMetadata').add({
		location_id: id,
		...stamps,
		address1: address.street,
		address2: '',
		city: address.city,
		state: address.state,
		zipcode: address.zip,
		country_code: 'US',
		territory_name_short: address.city,
		service_locations: address.city,
		monday_hours_of_operation: '8:00-19:00',
		tuesday_hours_of_operation: '8:00-19:00',
		wednesday_hours_of_operation: '8:00-19:00',
		thursday_hours_of_operation: '8:00-19:00',
		friday_hours_of_operation: '8:00-17:00',
		saturday_hours_of_operation: '',
		sunday_hours_of_operation: '',
		about_blurb: '',
		owner_name: fictionalPerson(320 + index).name,
	});
}

function addEmployee(store: Store, index: number): void {
	const { firstName, lastName, email, phone } = fictionalPerson(200 + index);
	const address = fictionalAddress(60 + index);
	store.collection('employees').add({
		franchise_id: franchiseOfTown(index),
		group_id: index % 8 === 0 ? 7 : 5,
		// Names come with stray blanks.
		first_name: index % 6 === 5 ? `${firstName} ` : firstName,
		last_name: lastName,
		address_1: address.street,
		city: address.city,
		state: address.state,
		zipcode: Number(address.zip),
		telephone: phone,
		mobile: phone,
		email,
		username: email.split('@')[0],
		color: nth(['1a7f37', '8250df', 'bf3989'], index),
		schedule: true,
		display_order: index + 1,
		active: index !== 15,
	});
}

function addCustomer(store: Store, index: number, today: number): void {
	const { firstName, lastName, email, phone } = fictionalPerson(index);
	const address = fictionalAddress(index);
	const created = kept.write(today - (90 + index) * DAY + 15 * HOUR);
	const contact = store.collection('contacts').add({
		franchise_id: franchiseOfTown(index),
		type_id: 1,
		classification_id: 1,
		status_id: 1,
		campaign_id: 0,
		title: '',
		first_name: firstName,
		middle_initial: '',
		last_name: lastName,
		suffix: '',
		date_of_birth: null,
		gender: 'U',
		telephone: phone,
		telephone2: '',
		telephone3: '',
		telephone4: '',
		email,
		url: '',
		account_number: '',
		company_name: index % 9 === 8 ? fictionalCompany(index) : '',
		date_created: created,
		last_modified: created,
		date_called: null,
		hide: false,
		active: true,
		unsubscribed: false,
		constant_contact_id: null,
	});
	store.collection('addresses').add({
		entity_type: 4,
		entity_id: contact.id,
		template_id: 1,
		type_id: 1,
		template_group_id: null,
		address1: address.street,
		address2: '',
		unit_type: null,
		unit_number: '',
		county: null,
		city: address.city,
		state: address.state,
		zipcode: address.zip,
		country_id: 1,
		active: 1,
		geocode: `${address.latitude},${address.longitude}`,
		latitude: null,
		longitude: null,
		unit_type_name: null,
		country_code: 'US',
		type_name: 'Service',
	});
}

function seedCampaigns(store: Store, today: number): void {
	const categories = ['Shared mail', 'Radio', 'Online', 'Referral'];
	for (const [index, name] of categories.entries()) {
		store.collection('campaignsCategories').add({
			icon: nth(['envelope-o', 'wifi', 'globe', 'users'], index),
			name,
			abbreviation: null,
			campaigns_categories_cost_type_id: 1,
			display_order: index + 1,
			reportable: true,
			active: true,
		});
		for (const franchise of [501, 502]) {
			store.collection('campaignsSubcategories').add({
				franchise_id: franchise,
				campaigns_category_id: index + 1,
				name: `${name} of ${franchise}`,
				unknown_default: false,
				active: true,
				hidden: 0,
			});
		}
	}
	for (let index = 0; index < 14; index++) {
		const start = today - (200 - index * 12) * DAY;
		const changed = kept.write(start - 3 * DAY + 17 * HOUR);
		store.collection('campaigns').add({
			franchise_id: index % 2 === 0 ? 501 : 502,
			campaigns_category_id: 1 + (Math.floor(index / 2) % 4),
			campaigns_subcategory_id: 1 + (index % 8),
			start_date: midnightOf(String(kept.write(start)).slice(0, 10)),
			end_date:
				index % 3 === 0 ? null : midnightOf(String(kept.write(start + 60 * DAY)).slice(0, 10)),
			name: `${nth(categories, Math.floor(index / 2))}, wave ${index + 1}`,
			code: `SB${String(index + 1).padStart(2, '0')}26`,
			cost: 250 + index * 100,
			// Old ones have no time of creation.
			date_created: index < 2 ? null : changed,
			last_modified: changed,
			hidden: index === 12,
			active: index !== 5,
		});
	}
}

/** Two jobs a day from 40 days ago to 5 days ahead, of which the past are paid. */
function seedInvoice(store: Store, index: number, today: number): void {
	const start = visitStart(index, today);
	const past = start < today;
	const created = kept.write(start - 7 * DAY + (index % 5) * HOUR);
	const town = index % CUSTOMERS;
	const lines = [nth(SERVICES, index), nth(SERVICES, index + 2)].slice(0, 1 + (index % 2));
	const subtotal = lines.reduce((sum, { price }) => sum + price * 2, 0);
	const upcoming = index % 11 === 7 ? 1 : 2;
	const status = past ? nth([PAID, PAID, PAID, 3, 5], index) : upcoming;
	const invoice = store.collection('invoices').add({
		franchise_id: franchiseOfTown(town),
		invoice_status_id: status,
		contact_id: 1001 + town,
		employee_id: 2 + (index % 12),
		work_address_id: 4001 + town,
		location_id: 1 + (town % 5),
		sequence: 100 + index,
		date_created: created,
		last_modified: past ? kept.write(start + 8 * HOUR) : created,
		date_completed: local(start),
		date_paid: status === PAID ? local(start + 2 * HOUR) : null,
		subtotal,
		tax_percent: 0.045,
		active: index !== 17,
	});
	if (status === PAID) {
		store
			.collection('invoices')
			.change(invoice.id, { amount_paid: invoice.amount_due }, { touch: false });
	}
	for (const { category, name, price } of lines) {
		store.collection('invoiceLineItems').add({
			invoice_id: invoice.id,
			package_id: null,
			// The setting of the franchise, in spite of the name.
			service_id: store
				.collection('servicesSettings')
				.where('franchise_id', invoice.franchise_id)
				.find((setting) => setting.name === name)?.id,
			product_id: null,
			coupon_id: null,
			quantity: 2,
			notes: '',
			price,
			discount: 0,
			taxable: true,
			tax: Math.round(price * 2 * 4.5) / 100,
			overridden_by_employee_id: null,
			overridden_date: null,
			active: true,
			total: price * 2,
			category_name: store.collection('categories').where('code', category)[0].name,
			category_code: category,
			name,
		});
	}
	if (index % 4 === 0) {
		const campaign = store
			.collection('campaigns')
			.where('franchise_id', invoice.franchise_id)
			.at(Math.floor(index / 4) % 7);
		store.collection('invoicesCampaigns').add({
			franchise_id: invoice.franchise_id,
			invoice_id: invoice.id,
			campaign_id: campaign?.id,
			no_code_explanation: null,
			date_created: created,
			last_modified: created,
			created_by_employee_id: 1,
			last_modified_by_employee_id: 1,
			active: true,
		});
	}
}

const visitStart = (index: number, today: number) =>
	today + (Math.floor(index / 2) - 40) * DAY + (9 + (index % 2) * 4) * HOUR;

function seedAppointment(store: Store, index: number, today: number): void {
	const start = visitStart(index, today);
	const town = index % CUSTOMERS;
	const cancelled = index % 13 === 6;
	const created = kept.write(start - 7 * DAY + (index % 5) * HOUR);
	const changed = cancelled ? kept.write(start - 5 * DAY) : created;
	store.collection('appointments').add({
		type_id: nth([1, 1, 1, 2, 5], index),
		franchise_id: franchiseOfTown(town),
		contact_id: 1001 + town,
		invoice_id: 50_001 + index,
		employee_id: 2 + (index % 12),
		start_datetime: local(start),
		end_datetime: local(start + 2 * HOUR),
		notes: index % 6 === 0 ? 'Gate code 0000' : '',
		date_created: created,
		last_modified: changed,
		cancelled,
		cancellation_message: cancelled ? 'Moved house' : null,
		cancelled_by_id: cancelled ? 1 : null,
		date_cancelled: cancelled ? changed : null,
		address_id: 4001 + town,
		appointments_booking_method_id: nth([1, 2, 3], index),
	});
}

function review(index: number, today: number): Row {
	const at = kept.write(visitStart(index % 60, today) + 2 * DAY);
	const town = index % CUSTOMERS;
	return {
		franchise_id: franchiseOfTown(town),
		reviews_source_id: 1 + (index % 3),
		comment: nth(COMMENTS, index),
		rating: nth([10, 9, 10, 6, 8], index),
		allowed_public: index % 9 === 4 ? 0 : 1,
		censored: index % 14 === 3 ? 1 : 0,
		zipcode: fictionalAddress(town).zip,
		date_reviewed: at,
		date_created: at,
		last_modified: at,
		location_id: 1 + (town % 5),
		invoice_id: index % 2 === 0 ? 50_001 + index : null,
		contact_id: 1001 + town,
		active: index !== 8,
	};
}

/** For long lists, and new records at the front of one. */
export const generators: Readonly<
	Record<string, (index: number, store: Store, clock: Clock) => Row>
> = {
	appointments: (index, _store, clock) => {
		const start = midnight(clock) + (index % 60) * DAY + 10 * HOUR;
		return {
			contact_id: 1001 + (index % CUSTOMERS),
			address_id: 4001 + (index % CUSTOMERS),
			employee_id: 2 + (index % 12),
			start_datetime: local(start),
			end_datetime: local(start + HOUR),
		};
	},
	invoices: (index, _store, clock) => ({
		contact_id: 1001 + (index % CUSTOMERS),
		work_address_id: 4001 + (index % CUSTOMERS),
		location_id: 1 + (index % 3),
		date_completed: local(midnight(clock) + (index % 60) * DAY + 10 * HOUR),
		subtotal: 90 + (index % 12) * 10,
		tax_percent: 0.045,
	}),
	reviews: (index) => ({
		franchise_id: 501,
		comment: nth(COMMENTS, index),
		rating: index % 11,
		contact_id: 1001 + (index % CUSTOMERS),
		location_id: 1 + (index % 3),
	}),
	households: (index) => ({ contact_id: 1001 + (index % CUSTOMERS) }),
	employees: (index) => {
		const { firstName, lastName, email, phone } = fictionalPerson(1000 + index);
		return {
			first_name: firstName,
			last_name: lastName,
			username: email.split('@')[0],
			email,
			telephone: phone,
		};
	},
	locations: (index) => ({ code: `XX-0501-${index + 1}`, label: fictionalAddress(index).city }),
	campaigns: (index) => ({
		franchise_id: 501,
		campaigns_category_id: 1,
		campaigns_subcategory_id: 1,
		start_date: '2026-01-01T00:00:00+00:00',
		name: `Generated ${index + 1}`,
		code: `GEN${index + 1}`,
	}),
};
