import type { IDataObject } from 'n8n-workflow';

import { definePicker, labelled } from '../shared/define/picker';

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
	item: (record) => ({
		name: labelled(record.name ?? record.label ?? record.code, record.id),
		value: Number(record.id),
	}),
});

export const appointment = definePicker({
	value: 'appointment',
	name: 'Appointment',
	plural: 'Appointments',
	search: 'GET /appointments',
	within,
	example: '90211',
	id,
	item: (record) => ({
		name: labelled(
			words(minuteOf(record.start_datetime), member(record, 'address', 'full_street')),
			record.id,
		),
		value: Number(record.id),
	}),
});

export const invoice = definePicker({
	value: 'invoice',
	name: 'Invoice',
	plural: 'Invoices',
	search: 'GET /invoices',
	within,
	example: '55421',
	id,
	item: (record) => ({
		name: labelled(
			words(
				record.sequence === undefined || record.sequence === null
					? undefined
					: `#${String(record.sequence)}`,
				member(record, 'contact', 'full_name'),
			),
			record.id,
		),
		value: Number(record.id),
	}),
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
	item: (record) => ({
		name: labelled(
			words(
				`${String(record.rating ?? '?')}/10`,
				dayOf(record.date_reviewed),
				String(record.comment ?? '').slice(0, 40),
			),
			record.id,
		),
		value: Number(record.id),
	}),
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
	item: (record) => ({
		name: labelled(record.full_name ?? record.label ?? record.code, record.id),
		value: Number(record.id),
	}),
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
