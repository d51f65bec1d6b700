import type { Filter } from '../core/pieces';
import type { Row, Store } from '../core/store';
import type { Handler, SandboxRequest } from '../core/vendor';
import { controllerList, type Show } from './lists';
import { utc } from './times';

/** 24 hexadecimal digits that only the ID decides. */
const oid = (kind: string, id: unknown): string =>
	`5c781c47${kind}${Number(id).toString(16).padStart(14, '0')}`;

/** `2026/02/28 09:00:00`, on the clock of the franchise. */
const slashed = (value: unknown): unknown =>
	typeof value === 'string' ? value.slice(0, 19).replace(/-/g, '/').replace('T', ' ') : null;

const newest = (invoices: readonly Row[]): Row | undefined =>
	[...invoices]
		.filter(({ active }) => active !== false)
		.sort((a, b) => (String(a.date_completed) < String(b.date_completed) ? 1 : -1))[0];

const invoiceOf = (row: Row, { store }: Pick<SandboxRequest, 'store'>): Row | undefined =>
	newest(store.collection('invoices').where('contact_id', row.contact_id));

const reportInvoice = (invoice: Row | undefined) =>
	invoice
		? {
				id: invoice.id,
				franchise_id: invoice.franchise_id,
				date_completed: slashed(invoice.date_completed),
			}
		: null;

const franchiseOf = (row: Row, store: Store): unknown =>
	store.collection('contacts').get(row.contact_id)?.franchise_id;

const addressOf = (row: Row, store: Store): Row => {
	const address = store.collection('addresses').where('entity_id', row.contact_id)[0] ?? {};
	const { address1, address2, unit_number, county, city, state, zipcode, country_id } = address;
	return { address1, address2, unit_number, county, city, state, zipcode, country_id };
};

/** True UTC, unlike most times elsewhere. */
const stamps = (row: Row) => ({
	date_created: utc(row.date_created),
	last_modified: utc(row.last_modified),
});

const showHousehold: Show = (row, { store }) => {
	const contact = store.collection('contacts').get(row.contact_id);
	return {
		_id: { $oid: oid('07', row.id) },
		...addressOf(row, store),
		active: row.active,
		most_recent: {
			franchise: { id: franchiseOf(row, store) },
			invoice: reportInvoice(invoiceOf(row, { store })),
			contact: contact && {
				id: contact.id,
				franchise_id: contact.franchise_id,
				email: contact.email,
			},
		},
		...stamps(row),
	};
};

const showEmail: Show = (row, { store }) => ({
	_id: { $oid: oid('0a', row.id) },
	email: store.collection('contacts').get(row.contact_id)?.email ?? '',
	is_unsubscribed: row.is_unsubscribed,
	unsubscribed_on_date: null,
	most_recent: {
		franchise: { id: franchiseOf(row, store) },
		invoice: reportInvoice(invoiceOf(row, { store })),
		address: addressOf(row, store),
	},
	...stamps(row),
});

/** Digits order as the moments do. Compares with "at or after", as the echoed filter shows. */
const since: Filter = (value) => {
	const bound = String(value).replace(' ', 'T');
	return (row) => String(row.last_modified).slice(0, 19) >= bound;
};

const served =
	(compare: (digits: string, bound: string) => boolean): Filter =>
	(value, request) => {
		const bound = String(value).replace(/-/g, '/');
		return (row) => {
			const digits = slashed(invoiceOf(row, request)?.date_completed);
			return typeof digits === 'string' && compare(digits, bound);
		};
	};

const report = (controller: string, singular: string, show: Show): Handler =>
	controllerList(controller, {
		singular,
		show,
		filters: {
			'last_modified.after': since,
			'most_recent.invoice.date_completed.after': served((digits, bound) => digits >= bound),
			'most_recent.invoice.date_completed.before': served((digits, bound) => digits < bound),
			franchise_id:
				(value, { store }) =>
				(row) =>
					Number(value) === 0 || franchiseOf(row, store) === value,
		},
		// The parsed filter, with its moment in milliseconds as text.
		extra: ({ query }) => {
			const after = query['last_modified.after'];
			if (after === undefined) return {};
			const moment = Date.parse(`${String(after).replace(' ', 'T')}Z`);
			return {
				match: { last_modified: { $gte: { $date: { $numberLong: String(moment) } } } },
			};
		},
	});

export const reportRoutes: Readonly<Record<string, Handler>> = {
	'GET /households': report('households', 'household', showHousehold),
	'GET /marketingEmails': report('marketingEmails', 'marketingEmail', showEmail),
};

/** A household and a mail address for every customer. */
export function seedReports(store: Store): void {
	for (const { id, date_created, last_modified } of store.collection('contacts').all()) {
		store.collection('households').add({ contact_id: id, date_created, last_modified });
		store.collection('marketingEmails').add({
			contact_id: id,
			is_unsubscribed: Number(id) % 11 === 0,
			date_created,
			last_modified,
		});
	}
}
