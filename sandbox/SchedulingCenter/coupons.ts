import { omit, sumBy } from 'lodash';

import { wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';
import { allRoutes, isDeleted, requireReference, type Show } from './lists';
import { midnightOf, utc } from './times';

export const usualCoupon = (): Row => ({
	franchise_id: 501,
	coupons_pack_id: null,
	campaign_id: null,
	name: '',
	description: '',
	start_date: null,
	expiration_date: null,
	created_by_employee_id: 1,
	last_modified_by_employee_id: 1,
	cannot_be_combined: false,
	allow_total_under_minimum: false,
	list_order: 0,
	active: true,
});

/** That it ends is computed, so no column holds it. */
export function showCoupon(row: Row): Row {
	const end = row.expiration_date;
	return {
		...row,
		date_created: utc(row.date_created),
		last_modified: utc(row.last_modified),
		expired: typeof end === 'string' && end < String(row.last_modified),
	};
}

export function showPack(row: Row | undefined, store: Store): Row | null {
	if (!row) return null;
	return {
		...row,
		date_created: utc(row.date_created),
		last_modified: utc(row.last_modified),
		coupons: store.collection('coupons').where('coupons_pack_id', row.id).map(showCoupon),
	};
}

const showWithCoupons: Show = (row, { store }) => showPack(row, store) ?? {};

const REFERENCES: Readonly<Record<string, string>> = {
	coupon_id: 'coupons',
	coupons_pack_id: 'couponsPacks',
	campaign_id: 'campaigns',
	franchise_id: 'franchises',
};

/** References have to be there, and days are kept as midnights. */
function members(body: Row, { store }: { store: Store }): Row {
	for (const [name, collection] of Object.entries(REFERENCES)) {
		if (body[name] !== undefined) requireReference(store, collection, name, body[name]);
	}
	const days = ['start_date', 'expiration_date'].filter((name) => typeof body[name] === 'string');
	return { ...body, ...Object.fromEntries(days.map((name) => [name, midnightOf(body[name])])) };
}

/** What a line may have, as the samples send it. */
const LINE = [
	'invoice_id',
	'package_id',
	'service_id',
	'product_id',
	'coupon_id',
	'quantity',
	'notes',
	'price',
	'discount',
	'taxable',
	'type',
	'unit_quantity',
	'priced_on',
	'tax',
	'active',
];

const NUMBERS = /_id$|^(quantity|price|discount|type|unit_quantity|tax)$/;

function linesIn(text: unknown): Row[] {
	const refuse = (message: string) => wrongValue('line_items', message);
	let lines: unknown;
	try {
		lines = JSON.parse(String(text));
	} catch {
		throw refuse('must be JSON text');
	}
	if (!Array.isArray(lines) || lines.length === 0) throw refuse('must be a list of lines');
	for (const line of lines as unknown[]) {
		if (typeof line !== 'object' || line === null) throw refuse('must be a list of lines');
		for (const [name, value] of Object.entries(line)) {
			if (!LINE.includes(name)) throw refuse(`has an unknown member ${name}`);
			if (NUMBERS.test(name) && value !== null && typeof value !== 'number') {
				throw refuse(`needs a number for ${name}`);
			}
		}
	}
	return lines as Row[];
}

interface Part {
	readonly line: Row;
	readonly setting: Row | undefined;
}

/** The lines that a condition is about: those of a service setting, or of a category. */
const matching = (parts: readonly Part[], { entity_type: type, entity_id: id }: Row): Part[] =>
	parts.filter(({ setting }) =>
		type === 'Categories' ? setting?.category_id === id : setting?.id === id,
	);

const amountOf = ({ line }: Part): number => Number(line.price ?? 0) * Number(line.quantity ?? 1);
const quantityOf = ({ line }: Part): number => Number(line.quantity ?? 1);

/** Items for `min_quantity`, dollars for `min_amount`. */
const lacking = (parts: readonly Part[], item: Row): number =>
	Number(item.value) -
	sumBy(matching(parts, item), item.type === 'min_quantity' ? quantityOf : amountOf);

function nameOf(store: Store, { entity_type: type, entity_id: id }: Row): unknown {
	return store.collection(type === 'Categories' ? 'categories' : 'servicesSettings').get(id)?.name;
}

/**
 * Whether the coupons of a cart apply, and what for. How a discount is reckoned is not said: `dollar`
 * takes its value off once, `flat` leaves its value to pay; both fall on the first line of the condition.
 */
const validate: Handler = ({ body, store }) => {
	const lines = linesIn(body.line_items);
	const parts = lines.map((line): Part => {
		if (line.coupon_id) requireReference(store, 'coupons', 'line_items', line.coupon_id);
		const setting = line.service_id
			? requireReference(store, 'servicesSettings', 'line_items', line.service_id)
			: undefined;
		if (line.coupon_id && setting) throw wrongValue('line_items', 'has a line with two references');
		return { line, setting };
	});
	const itemsOf = (rule: Row) =>
		store
			.collection('couponsRulesItems')
			.where('coupons_rule_id', rule.id)
			.map((item): Row => ({ ...item, item_name: nameOf(store, item) }));
	const discounts = new Map<Part, Row>();
	const results = parts.map((part): Row => {
		const { line, setting } = part;
		const shown = { ...line, ...(setting && { services_setting: setting }), total: amountOf(part) };
		if (!line.coupon_id) return { invoice_line_item: shown };
		const coupon = store.collection('coupons').require(line.coupon_id);
		const rules = store.collection('couponsRules').where('coupon_id', coupon.id);
		const missing = rules.flatMap((rule) => {
			const lacks = itemsOf(rule).filter((item) => lacking(parts, item) > 0);
			if (lacks.length === 0) return [];
			return {
				rule,
				missing_items: lacks.map((item) => ({
					missing_amount: lacking(parts, item),
					item_price: 0,
					item,
				})),
			};
		});
		const valid = !isDeleted(coupon) && missing.length === 0;
		for (const rule of valid ? rules : []) {
			const [first] = itemsOf(rule).flatMap((item) => matching(parts, item));
			if (!first) continue;
			const value = Number(rule.value);
			discounts.set(first, {
				id: 0,
				amount_discounted: quantityOf(first),
				discount_amount_type: 'quantity',
				discount: rule.discount_type === 'flat' ? Math.max(0, amountOf(first) - value) : value,
			});
		}
		const whole = {
			...omit(showCoupon(coupon), 'allow_total_under_minimum'),
			coupons_rules: rules.map((rule) => ({ ...rule, coupons_rules_items: itemsOf(rule) })),
		};
		return { invoice_line_item: shown, coupon: whole, valid, ...(!valid && { missing }) };
	});
	return {
		valid: results.every(({ valid = true }) => valid),
		results: results.map((result, index) => {
			const discount = discounts.get(parts[index]);
			return discount ? { ...result, discounts: [discount] } : result;
		}),
	};
};

export const couponRoutes: Readonly<Record<string, Handler>> = {
	...allRoutes('coupons', { singular: 'coupon', show: showCoupon, members }),
	...allRoutes('couponsPacks', { singular: 'couponsPack', show: showWithCoupons, members }),
	...allRoutes('couponsRules', { singular: 'couponsRule', appWide: true, members }),
	'POST /couponValidation': validate,
};

/** A pack with an offer for two rooms, and a coupon of a single campaign. */
export function seedCoupons(store: Store, today: string): void {
	const day = midnightOf(today.slice(0, 10));
	for (const franchise_id of [501, 502]) {
		const pack = store
			.collection('couponsPacks')
			.add({ name: 'Standard offers', franchise_id, is_default: true });
		const [setting] = store
			.collection('servicesSettings')
			.where('franchise_id', franchise_id)
			.filter(({ code }) => code === 'RM');
		const rooms = store.collection('coupons').add({
			franchise_id,
			coupons_pack_id: pack.id,
			name: 'Two rooms ',
			description: 'Two rooms for $80',
			start_date: day,
		});
		const rule = store.collection('couponsRules').add({
			coupon_id: rooms.id,
			value: 80,
			discount_type: 'flat',
		});
		store.collection('couponsRulesItems').add({
			coupons_rule_id: rule.id,
			entity_type: 'ServicesSettings',
			entity_id: setting.id,
			value: 2,
			type: 'min_quantity',
			has_substitutes: false,
			substitution_type: 'or',
			primary_discount_item: true,
			active: true,
			coupons_rules_items_substitutes: [],
		});
	}
	store.collection('coupons').add({
		campaign_id: 301,
		name: 'Spring cleaning',
		description: '$20 off',
		start_date: day,
	});
}

export const usualRule = (): Row => ({
	coupon_id: null,
	description: null,
	is_set_wide_requirement: false,
	is_tiered: false,
	tier_order: 0,
	coupons_rules_type_id: 1,
	value: 0,
	discount_type: 'dollar',
	compound_type: 'all',
	active: true,
});
