import { uniq } from 'lodash';

import { equals, type Filter } from '../core/pieces';
import type { Row, Store } from '../core/store';
import { showCampaign } from './campaigns';
import { controllerList, readRoutes, type Show } from './lists';
import { afterDigits, denverSaidToBeUtc, utc } from './times';

const TYPES: Readonly<Record<number, string>> = {
	1: 'Job Scheduled',
	2: 'Estimate',
	5: 'Re-do',
	6: 'Other',
	7: 'Marketing',
};

/** Statuses by id. The document shows 2 as work order and 4 on a paid one; the rest is our order. */
export const PAID = 4;
const INVOICED = 3;

const isCompleted = (row: Row) => [INVOICED, PAID].includes(Number(row.invoice_status_id));

export function showContact(row: Row | undefined): Row | null {
	if (!row) return null;
	const names = [row.first_name, row.middle_initial, row.last_name];
	return {
		...row,
		date_created: utc(row.date_created),
		last_modified: denverSaidToBeUtc(row.last_modified),
		full_name: names.filter((name) => name !== '' && name !== null).join(' '),
	};
}

export function showAddress(row: Row | undefined): Row | null {
	if (!row) return null;
	return { ...row, full_street: [row.address1, row.address2].filter(Boolean).join(' ') };
}

const invoiceLines = (store: Store, id: unknown) =>
	store.collection('invoiceLineItems').where('invoice_id', id);

function categoryIds(store: Store, id: unknown): unknown[] {
	const codes = invoiceLines(store, id).map(({ category_code: code }) => code);
	return uniq(codes).flatMap((code) =>
		store
			.collection('categories')
			.where('code', code)
			.map((category) => category.id),
	);
}

function invoiceCampaigns(store: Store, id: unknown): Row[] {
	return store
		.collection('invoicesCampaigns')
		.where('invoice_id', id)
		.map((link) => ({
			...link,
			date_created: utc(link.date_created),
			last_modified: denverSaidToBeUtc(link.last_modified),
			campaign: showCampaign(store.collection('campaigns').require(link.campaign_id)),
		}));
}

/** With its contact and service address, which come by default. */
export const showInvoice: Show = (row, { store, query }) => ({
	...row,
	date_created: utc(row.date_created),
	last_modified: denverSaidToBeUtc(row.last_modified),
	is_completed: isCompleted(row),
	address: showAddress(store.collection('addresses').get(row.work_address_id)),
	contact: showContact(store.collection('contacts').get(row.contact_id)),
	...(query.include_categories === true && { category_ids: categoryIds(store, row.id) }),
	...(query.include_campaigns === true && { invoices_campaigns: invoiceCampaigns(store, row.id) }),
	...(query.include_summary === true && {
		summary: `$${Number(row.amount_due).toFixed(2)}: ${invoiceLines(store, row.id)
			.map(({ quantity, name }) => `${String(quantity)} x ${String(name)}`)
			.join(', ')}`,
	}),
});

/** The single record adds its lines and its status. */
const showWholeInvoice: Show = (row, request) => ({
	...showInvoice(row, request),
	invoices_campaigns: invoiceCampaigns(request.store, row.id),
	invoice_line_items: invoiceLines(request.store, row.id),
	invoice_status: request.store.collection('invoicesStatuses').get(row.invoice_status_id) ?? null,
});

const showAppointment: Show = (row, { store }) => {
	const type = Number(row.type_id);
	return {
		...row,
		date_created: utc(row.date_created),
		last_modified: utc(row.last_modified),
		date_cancelled: utc(row.date_cancelled),
		address: showAddress(store.collection('addresses').get(row.address_id)),
		appointments_type: {
			id: type,
			name: TYPES[type] ?? '',
			short_name: null,
			lookupKey: null,
			// Seconds.
			duration: 3600,
			isJobType: type === 1 || type === 5,
			active: true,
		},
	};
};

const withCampaign: Filter = (code, { store }) => {
	const ids = new Set(
		store
			.collection('campaigns')
			.where('code', code)
			.flatMap(({ id }) => store.collection('invoicesCampaigns').where('campaign_id', id))
			.map(({ invoice_id: id }) => id),
	);
	return ({ id }) => ids.has(id);
};

export function usualAppointment(row: Row): Row {
	return {
		type_id: 1,
		franchise_id: 501,
		contact_id: null,
		invoice_id: null,
		created_by_id: 1,
		modified_by_id: 1,
		employee_id: null,
		start_datetime: null,
		end_datetime: null,
		vehicle_id: null,
		notes: '',
		cancelled: false,
		cancellation_reason: row.cancelled === true ? 13 : null,
		cancellation_message: null,
		cancelled_by_id: null,
		date_cancelled: null,
		parked: false,
		parked_by_employee_id: null,
		parent_appointment_id: null,
		address_id: null,
		appointments_booking_method_id: 1,
	};
}

export function usualInvoice(row: Row): Row {
	const subtotal = Number(row.subtotal ?? 0);
	const taxPercent = Number(row.tax_percent ?? 0);
	const taxDue = Math.round(subtotal * taxPercent * 100) / 100;
	return {
		franchise_id: 501,
		invoice_status_id: 2,
		contact_id: null,
		employee_id: null,
		work_address_id: null,
		campaign_id: null,
		location_id: null,
		sequence: row.id,
		po_number: null,
		created_by_id: 1,
		date_last_exported: null,
		date_due: null,
		date_quoted: null,
		date_completed: null,
		date_paid: null,
		notes: '',
		subtotal,
		tax_percent: taxPercent,
		tax_due: taxDue,
		amount_due: subtotal + taxDue,
		amount_paid: 0,
		original_subtotal: subtotal,
		quote_confirmed: true,
		imported: false,
		active: true,
	};
}

export const invoiceRoutes = {
	...readRoutes('appointments', {
		singular: 'appointment',
		show: showAppointment,
		filters: { last_modified_after: afterDigits('last_modified') },
		joined: { addresses: { collection: 'addresses', key: 'address', by: 'address_id' } },
	}),
	...readRoutes('invoices', {
		singular: 'invoice',
		show: showWholeInvoice,
		showInList: showInvoice,
		filters: {
			last_modified_after: afterDigits('last_modified'),
			// Its zone is not stated; read as UTC like the one above.
			date_created_after: afterDigits('date_created'),
			date_completed_after: afterDigits('date_completed'),
			contact_id: equals('contact_id'),
			campaign_code: withCampaign,
			// Read by what shows the records.
			include_categories: () => () => true,
			include_campaigns: () => () => true,
			include_summary: () => () => true,
		},
		joined: {
			contacts: { collection: 'contacts', key: 'contact', by: 'contact_id' },
			addresses: { collection: 'addresses', key: 'address', by: 'work_address_id' },
		},
		extra: ({ query }) =>
			query.campaign_code === undefined
				? {}
				: { matching: { 'InvoicesCampaigns.Campaigns.code': query.campaign_code } },
	}),
	// That the statuses stand under the controller's name is assumed: no answer is shown.
	'GET /invoicesStatuses': controllerList('invoicesStatuses', {
		singular: 'invoicesStatus',
		appWide: true,
	}),
};
