import type { IDataObject } from 'n8n-workflow';

import { definePicker, labelled, type Picker } from '../shared/define/picker';
import type { Route } from '../shared/define/vendor';

const id = 'number' as const;

/** Lists that belong to a franchise follow the one that is chosen in the form. */
const within = { franchiseId: 'franchise_id' };

const member = (record: IDataObject, key: string, inner: string): unknown =>
	(record[key] as IDataObject | null | undefined)?.[inner];

const words = (...parts: unknown[]): string =>
	parts.filter((part) => typeof part === 'string' || typeof part === 'number').join(' ');

const dayOf = (time: unknown): string => String(time ?? '').slice(0, 10);

/** A time on the franchise's clock; its offset is not true and is left away. */
const minuteOf = (time: unknown): string =>
	String(time ?? '')
		.slice(0, 16)
		.replace('T', ' ');

/** A name and, in brackets, what tells two records of that name apart. */
const withMore = (name: unknown, more: unknown): string =>
	words(name, more === undefined || more === null || more === '' ? undefined : `(${String(more)})`);

const numbered =
	(name: (record: IDataObject) => unknown): Picker['item'] =>
	(record) =>
		record.id === undefined
			? undefined
			: { name: labelled(name(record), record.id), value: Number(record.id) };

// inferred: the list is named in the reference without its path and without its record.
export const franchise = definePicker({
	value: 'franchise',
	name: 'Franchise',
	plural: 'Franchises',
	search: 'GET /franchises',
	// Every franchise, or the one of the credential would be the only choice.
	always: { franchise_id: 0 },
	example: '501',
	id,
	item: numbered(({ name, label, code }) => name ?? label ?? code),
});

export const appointment = definePicker({
	value: 'appointment',
	name: 'Appointment',
	plural: 'Appointments',
	search: 'GET /appointments',
	within,
	example: '90211',
	id,
	item: numbered((record) =>
		words(minuteOf(record.start_datetime), member(record, 'address', 'full_street')),
	),
});

export const invoice = definePicker({
	value: 'invoice',
	name: 'Invoice',
	plural: 'Invoices',
	search: 'GET /invoices',
	within,
	example: '55421',
	id,
	item: numbered((record) =>
		words(
			record.sequence === undefined || record.sequence === null
				? undefined
				: `#${String(record.sequence)}`,
			member(record, 'contact', 'full_name'),
		),
	),
});

export const review = definePicker({
	value: 'review',
	name: 'Review',
	plural: 'Reviews',
	search: 'GET /reviews',
	find: (search) => ({ search }),
	within,
	// A review to be read, changed or deleted may well be one that the public does not see.
	always: { showCensored: true, showNotAllowedPublic: true },
	example: '3107',
	id,
	item: numbered(({ rating, date_reviewed: day, comment }) =>
		words(`${String(rating ?? '?')}/10`, dayOf(day), String(comment ?? '').slice(0, 40)),
	),
});

export const employee = definePicker({
	value: 'employee',
	name: 'Employee',
	plural: 'Employees',
	search: 'GET /employees',
	find: (search) => ({ search }),
	within,
	example: '3020',
	id,
	item: numbered((record) =>
		withMore(words(record.first_name, record.last_name), member(record, 'group', 'name')),
	),
});

export const location = definePicker({
	value: 'location',
	name: 'Location',
	plural: 'Locations',
	search: 'GET /locations',
	find: (search) => ({ search }),
	within,
	example: '12',
	id,
	item: numbered((record) => record.full_name ?? record.label ?? record.code),
});

/** The same locations by their code, which is what the list of reviews asks for. */
export const locationCode = definePicker({
	...location,
	value: 'locationCode',
	name: 'Location Code',
	plural: 'Location Codes',
	example: 'XX-0501A',
	id: 'text',
	item: ({ code, full_name: name }) =>
		typeof code === 'string' && code !== ''
			? { name: typeof name === 'string' ? name.replace(/\s+/g, ' ').trim() : code, value: code }
			: undefined,
});

export const locationZipcode = definePicker({
	value: 'locationZipcode',
	name: 'Location ZIP Code',
	plural: 'Location ZIP Codes',
	search: 'GET /locationsZipcodes',
	// The postal code must match in full, the code of a location in part. Postal codes of Canada begin
	// with a letter, a digit and a letter.
	find: (typed) =>
		/^(\d{3,}|[a-z]\d[a-z])/i.test(typed.trim()) ? { zipcode: typed.trim() } : { code: typed },
	within,
	example: '812',
	id,
	item: numbered((record) => withMore(record.zipcode, member(record, 'location', 'code'))),
});

export const campaign = definePicker({
	value: 'campaign',
	name: 'Campaign',
	plural: 'Campaigns',
	search: 'GET /campaigns',
	within,
	// Hidden ones too, or they could never be shown again.
	always: { showInactive: true },
	example: '39710',
	id,
	item: numbered(({ name, code }) => withMore(name, code)),
});

/** By its code, because that is what the list of invoices asks for. */
export const campaignCode = definePicker({
	value: 'campaignCode',
	name: 'Campaign Code',
	plural: 'Campaign Codes',
	search: 'GET /campaigns',
	within,
	example: 'CLEAN18',
	id: 'text',
	item: ({ code, name }) =>
		typeof code === 'string' && code !== ''
			? { name: typeof name === 'string' ? `${name.trim()} (${code})` : code, value: code }
			: undefined,
});

export const campaignCategory = definePicker({
	value: 'campaignCategory',
	name: 'Campaign Category',
	plural: 'Campaign Categories',
	search: 'GET /campaignsCategories',
	example: '10',
	id,
	item: numbered(({ name }) => name),
});

export const campaignSubcategory = definePicker({
	value: 'campaignSubcategory',
	name: 'Campaign Subcategory',
	plural: 'Campaign Subcategories',
	search: 'GET /campaignsSubcategories',
	within,
	example: '16413',
	id,
	// The list cannot be asked for one category, so each row says in which one it is.
	item: numbered(({ name, campaigns_category_id: category }) =>
		withMore(name, category && `category ${String(category)}`),
	),
});

export const category = definePicker({
	value: 'category',
	name: 'Category',
	plural: 'Categories',
	search: 'GET /categories',
	example: '3',
	id,
	item: numbered(({ name, code }) => withMore(name, code)),
});

export const service = definePicker({
	value: 'service',
	name: 'Service',
	plural: 'Services',
	search: 'GET /services',
	example: '41',
	id,
	item: numbered(({ name, code }) => withMore(name, code)),
});

export const serviceSetting = definePicker({
	value: 'serviceSetting',
	name: 'Service Setting',
	plural: 'Service Settings',
	search: 'GET /servicesSettings',
	within,
	example: '2204',
	id,
	item: numbered(({ name, price }) => withMore(name, price)),
});

export const coupon = definePicker({
	value: 'coupon',
	name: 'Coupon',
	plural: 'Coupons',
	search: 'GET /coupons',
	within,
	example: '96738',
	id,
	item: numbered(({ name }) => name),
});

export const couponPack = definePicker({
	value: 'couponPack',
	name: 'Coupon Pack',
	plural: 'Coupon Packs',
	search: 'GET /couponsPacks',
	within,
	example: '2',
	id,
	item: numbered(({ name }) => name),
});

export const group = definePicker({
	value: 'group',
	name: 'Group',
	plural: 'Groups',
	search: 'GET /groups',
	example: '5',
	id,
	item: numbered(({ name }) => name),
});

export const reviewSource = definePicker({
	value: 'reviewSource',
	name: 'Review Source',
	plural: 'Review Sources',
	search: 'GET /reviewsSources',
	example: '2',
	id,
	// The source that stands for the vendor's web site has an empty name.
	item: ({ id: value, name, lookup_key: key }) => ({
		name: [name, key, value].map((word) => String(word ?? '').trim()).find(Boolean) ?? '',
		value: Number(value),
	}),
});

/** A picker for records of which the reference shows none, so that any member may be what names them. */
export const unknownRecord = (value: string, name: string, plural: string, search: Route): Picker =>
	definePicker({
		value,
		name,
		plural,
		search,
		within,
		example: '17',
		id,
		item: numbered((record) => record.name ?? record.label ?? record.title ?? record.code),
	});
