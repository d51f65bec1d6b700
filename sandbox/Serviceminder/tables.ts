import type { Row, Store } from '../core/store';
import { CANCELLED, COMPLETED } from './appointments';

/** A table of the downloads: where its rows come from and how each is written. */
export interface Table {
	/** Each row has an `Id`. They come by it, as paging by the highest one wants. */
	readonly rows: (store: Store) => readonly Row[];
	readonly columns: Readonly<Record<string, (row: Row, store: Store) => unknown>>;
	/** The member that the window DateFrom to DateThrough is about, where that window works. */
	readonly date?: string;
}

const all = (name: string) => (store: Store) => {
	const rows = store.collection(name).all();
	store.listed(name);
	return rows;
};
const member = (name: string) => (row: Row) => row[name] ?? '';
const related = (collection: string, key: string, name: string) => (row: Row, store: Store) =>
	store.collection(collection).get(row[key])?.[name] ?? '';

/** `3/9/2026`, as downloads write days. */
const day =
	(name: string) =>
	(row: Row): string => {
		const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(String(row[name] ?? '')) ?? [];
		return year === undefined ? '' : `${Number(month)}/${Number(date)}/${year}`;
	};

// Words for a status in a file are not documented; these are the product's own.
const STATUS_WORDS: Readonly<Record<number, string>> = {
	0: 'Tentative',
	1: 'Scheduled',
	2: 'Scheduled',
	[COMPLETED]: 'Completed',
	[CANCELLED]: 'Canceled',
};

const appointments: Table = {
	rows: (store) => all('appointments')(store).map(withId),
	columns: {
		Id: member('Id'),
		'Contact Id': member('ContactId'),
		Status: (row) => STATUS_WORDS[Number(row.Status)],
		'Canceled At': (row) => (row.Status === CANCELLED ? day('UpdatedAt')(row) : ''),
		'Cancel Reason': related('cancelReasons', 'CancelReasonId', 'Name'),
		Name: related('contacts', 'ContactId', 'Name'),
		Service: related('services', 'ServiceId', 'Name'),
		'Service Agent': related('serviceAgents', 'ServiceAgentId', 'Name'),
	},
};

function withId(row: Row): Row {
	return { ...row, Id: row.AppointmentId };
}

/** The address in one cell of two lines, and names with commas: a file has to be read with a real parser. */
const contacts: Table = {
	rows: all('contacts'),
	columns: {
		Id: member('Id'),
		Name: member('Name'),
		Phone: member('Phone'),
		Email: member('Email'),
		Address: (row) => `${String(row.Address1)}\n${String(row.City)}, ${String(row.State)}`,
		Zip: member('Zip'),
		Created: day('CreatedAt'),
		Updated: day('UpdatedAt'),
	},
};

const proposals: Table = {
	rows: all('proposals'),
	columns: {
		Id: member('Id'),
		'Contact Id': member('ContactId'),
		Name: related('contacts', 'ContactId', 'Name'),
		Subtotal: member('Subtotal'),
		Status: member('Status'),
		Date: day('Date'),
		Created: day('CreatedAt'),
		Service: member('ServiceName'),
	},
};

const invoices: Table = {
	rows: all('invoices'),
	date: 'Date',
	columns: {
		Id: member('Id'),
		'Contact Id': member('ContactId'),
		Date: day('Date'),
		'Balance Due': member('BalanceDue'),
	},
};

const payments: Table = {
	rows: all('payments'),
	date: 'Date',
	columns: {
		Id: member('Id'),
		'Invoice Id': member('InvoiceId'),
		Date: day('Date'),
		Amount: member('Amount'),
	},
};

const named = (collection: string): Table => ({
	rows: (store) =>
		all(collection)(store).map((row) => ({ ...row, Id: row.Id ?? row.OrganizationId })),
	columns: { Id: member('Id'), Name: member('Name') },
});

const ofBrand = (table: Table): Table => ({
	...table,
	columns: {
		...table.columns,
		Organization: related('organizations', 'OrganizationId', 'Name'),
	},
});

/** Columns that the documents show are named as there; those of the other tables are made up. */
export const organizationTables: Readonly<Record<string, Table>> = {
	appointments,
	contacts,
	deposits: payments,
	invoices,
	invoicelines: {
		...invoices,
		columns: {
			...invoices.columns,
			Lines: (row) => (row.Lines as Row[]).map(({ Description }) => Description).join('\n'),
		},
	},
	payments,
	proposals,
	services: named('services'),
	campaignbudgets: named('channels'),
	revenueforecasts: named('organizations'),
	channelscampaigns: named('channels'),
};

/** Two of six: the names of the others are not known. */
export const brandTables: Readonly<Record<string, Table>> = {
	'branding-appointments': ofBrand({
		...appointments,
		rows: (store) => appointments.rows(store).map((row) => ({ OrganizationId: 101, ...row })),
	}),
	'branding-contacts': ofBrand(contacts),
};

const cell = (value: unknown): string => {
	const text = String(value ?? '');
	return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/** Text with a line of names and one for each row. */
export function csvOf({ columns }: Table, rows: readonly Row[], store: Store): string {
	const write = Object.values(columns);
	return [
		Object.keys(columns).map(cell).join(','),
		...rows.map((row) => write.map((column) => cell(column(row, store))).join(',')),
		'',
	].join('\r\n');
}
