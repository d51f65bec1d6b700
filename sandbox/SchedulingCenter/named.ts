import type { ContractParameter } from '../core/contract';
import { wrongValue } from '../core/refusal';
import type { CollectionDefinition, Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';
import { allRoutes } from './lists';

/**
 * Controllers that the document names with a sentence and never shows: "generally" they take the five
 * usual verbs, and answers are assumed to be like those of the others. The columns of their records
 * are the sandbox's own, but for those of todos, which the notes on version 1.5 mention.
 */
const NAMED: ReadonlyArray<readonly [controller: string, noun: string, rows: readonly Row[]]> = [
	['dataExports', 'Data export', [{ name: 'Nightly export' }, { name: 'Monthly export' }]],
	['dataExportsFiles', 'Data export file', [{ name: 'jobs.csv' }, { name: 'jobs.xml' }]],
	['dataExportsFormats', 'Data export format', [{ name: 'Bookkeeping' }, { name: 'Mailing' }]],
	[
		'dataExportsFormatsFields',
		'Data export column',
		[{ name: 'Invoice number' }, { name: 'Amount due' }],
	],
	['dataExportsLogs', 'Data export log', [{ name: 'Invoice 50001' }, { name: 'Invoice 50002' }]],
	['dataExportsUploaders', 'Data export uploader', [{ name: 'Books' }, { name: 'Archive' }]],
	[
		'dataExportsUploadsSchedules',
		'Data export schedule',
		[{ name: 'Every night' }, { name: 'First of the month' }],
	],
	['equipment', 'Equipment', [{ name: 'Tile spinner' }, { name: 'Upholstery kit' }]],
	// "Single record".
	['helpInformation', 'Help', [{ phone: '555-0100', email: 'help@example.com' }]],
	['messageOfTheDay', 'Message', [{ name: 'Mind the new forms' }, { name: 'Training on Monday' }]],
	['messageOfTheDayLogs', 'Message log', [{ message_of_the_day_id: 1, employee_id: 2 }]],
	['onlineSchedulingServices', 'Online service', [{ name: 'Room' }, { name: 'Area rug' }]],
	['onlineSchedulingServiceCategories', 'Online category', [{ name: 'Floors' }, { name: 'Rugs' }]],
	['popups', 'Popup', [{ name: 'Two dogs' }, { name: 'Pays in cash' }]],
	['popupsLogs', 'Popup log', [{ popup_id: 1, employee_id: 3 }]],
	['punchClock', 'Punch', [{ employee_id: 2, punched_in: true }]],
	['releases', 'Release', [{ name: 'Short Stack' }, { name: 'Silver Dollar' }]],
	['schedulingModules', 'Scheduling module', [{ name: 'Travel time' }, { name: 'Lunch break' }]],
	['schedulingModulePreferences', 'Preference', [{ franchise_id: 501, scheduling_module_id: 1 }]],
	['schedulingTimesCustomDates', 'Custom time', [{ name: 'Half day' }, { name: 'Long day' }]],
	['schedulingTimesDefault', 'Default time', [{ name: 'Monday' }, { name: 'Tuesday' }]],
	['schedulingAssignmentsCustomDates', 'Custom assignment', [{ name: 'Tile team, one day' }]],
	['schedulingAssignmentsDefault', 'Default assignment', [{ name: 'North on Mondays' }]],
	['singleSignOns', 'Sign-on', [{ name: 'Company accounts' }]],
	['todos', 'Todo', [{ name: 'Call back' }, { name: 'Order solution' }]],
];

/** Only these are to be written; there is no way to read them. */
const NOT_READ = new Set(['schedulingModulePreferences']);

/** A singular takes the `s` away where there is one. */
const singularOf = (controller: string): string =>
	controller.replace(/Categories$/, 'Category').replace(/s$/, '');

const AUTHORS = { created_by_employee_id: 1, last_modified_by_employee_id: 1 };

/** What is taken is not said, so everything is, but for the authors, which "only the server" sets. */
function members(body: Row): Row {
	if (Object.keys(body).length === 0) throw wrongValue('body', 'has no columns');
	for (const name of ['id', ...Object.keys(AUTHORS)]) {
		if (name in body) throw wrongValue(name, 'is set by the server only');
	}
	return body;
}

export const namedRoutes: Readonly<Record<string, Handler>> = Object.fromEntries(
	NAMED.flatMap(([controller]) =>
		Object.entries(allRoutes(controller, { singular: singularOf(controller), members })).filter(
			([key]) => !NOT_READ.has(controller) || !/^(GET|POST)/.test(key),
		),
	),
);

export const namedCollections: Readonly<Record<string, CollectionDefinition>> = Object.fromEntries(
	NAMED.map(([controller, noun]) => [
		controller,
		{
			noun,
			usual: () => ({
				franchise_id: 501,
				...(controller === 'todos' && AUTHORS),
				active: true,
			}),
		},
	]),
);

export function seedNamed(store: Store): void {
	for (const [controller, , rows] of NAMED) {
		for (const row of rows) store.collection(controller).add(row);
	}
}

type Columns = Readonly<Record<string, ContractParameter>>;

const columns = (types: Readonly<Record<string, string>>): Columns =>
	Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { in: 'body', type }]));

/**
 * Columns of records that stand inside documented ones, by controller. Writing takes those that the
 * server does not set or compute itself; inferred from what the documented controllers take.
 */
export const KNOWN_COLUMNS: Readonly<Record<string, Columns>> = {
	campaignsSubcategories: columns({
		franchise_id: 'integer',
		campaigns_category_id: 'integer',
		name: 'string',
		hidden: 'boolean',
	}),
	coupons: columns({
		franchise_id: 'integer',
		coupons_pack_id: 'integer',
		campaign_id: 'integer',
		name: 'string',
		description: 'string',
		start_date: 'date',
		expiration_date: 'date',
		cannot_be_combined: 'boolean',
		allow_total_under_minimum: 'boolean',
		list_order: 'integer',
	}),
	couponsPacks: columns({ franchise_id: 'integer', name: 'string', is_default: 'boolean' }),
	couponsRules: columns({
		coupon_id: 'integer',
		description: 'string',
		is_set_wide_requirement: 'boolean',
		is_tiered: 'boolean',
		tier_order: 'integer',
		coupons_rules_type_id: 'integer',
		value: 'number',
		discount_type: 'string',
		compound_type: 'string',
	}),
	groups: columns({
		name: 'string',
		corporate: 'boolean',
		admin_rank: 'integer',
		display_order: 'integer',
	}),
	locationsZipcodes: columns({
		location_id: 'integer',
		display_location_id: 'integer',
		zipcode: 'string',
	}),
	services: columns({
		category_id: 'integer',
		code: 'string',
		name: 'string',
		description: 'string',
		display_order: 'integer',
		auto_add_to_quote: 'boolean',
		hidden: 'boolean',
	}),
	servicesSettings: columns({
		franchise_id: 'integer',
		category_id: 'integer',
		service_id: 'integer',
		code: 'string',
		name: 'string',
		description: 'string',
		price: 'number',
		price_per_unit: 'number',
		priced_on: 'string',
		unit: 'string',
		duration: 'integer',
		taxable: 'boolean',
	}),
};

/** Parameters of actions of which the document gives none, after the columns that its sentences name. */
export const ACTION_PARAMETERS: Readonly<Record<string, Columns>> = {
	'GET /lineItems': { invoice_id: { in: 'query', type: 'integer', required: true } },
	'GET /lineItems/list': {
		franchise_id: { in: 'query', type: 'integer' },
		page: { in: 'query', type: 'integer' },
		limit: { in: 'query', type: 'integer' },
	},
	'GET /locationsZipcodes/exists': {
		zipcode: { in: 'query', type: 'string', required: true },
		location_id: { in: 'query', type: 'integer' },
	},
	'POST /locationsZipcodes/reassign': {
		zipcode: { in: 'body', type: 'string', required: true },
		location_id: { in: 'body', type: 'integer', required: true },
	},
	'POST /locationsZipcodes/saveList': {
		zipcodes: { in: 'body', type: 'string', required: true },
		location_id: { in: 'body', type: 'integer', required: true },
	},
	'POST /punchClock/punchTheClock': {},
	'POST /franchises/activate/{id}': {},
};
