import { equals } from '../core/pieces';
import { conflict, wrongValue } from '../core/refusal';
import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { shape } from './briefs';
import { routesOf, type Routes, type Table } from './tables';

/** Lines with a library item or a description of their own, under the record they belong to. */
interface ItemKind extends Pick<Table, 'from' | 'show' | 'check'> {
	/** The flat path: `/quoteitem`. */
	readonly flat: string;
	/** Where they are nested: the path, the placeholder and member of the parent, its collection. */
	readonly under: readonly [path: string, member: string, collection: string];
	readonly key?: string;
	/** Members that name the parent where there may be several kinds of it. */
	readonly parents?: readonly string[];
	readonly stored?: Table['stored'];
}

/** An item takes its words and its service line from the library where it names an item of it. */
export function withLibItem({ store }: SandboxRequest, body: Row): Row {
	const libItem = store.collection('libItems').get(body.libItemId);
	if (!libItem) return body;
	return {
		...body,
		description: body.description ?? libItem.name,
		serviceLineId: body.serviceLineId ?? libItem.serviceLineId ?? null,
	};
}

function checkWords(_request: SandboxRequest, result: Row): void {
	// Inferred: what the table calls conditional; the samples send the one or the other.
	if ((result.description ?? null) === null && (result.libItemId ?? null) === null) {
		throw wrongValue('description', 'is required without a libItemId');
	}
	if ((result.quantity ?? null) === null) throw wrongValue('quantity', 'must not be null');
}

function itemRoutes(kind: ItemKind): Routes {
	const [path, member, parent] = kind.under;
	const members = kind.parents ?? [member];
	const table: Table = {
		from: kind.from,
		path: kind.flat,
		id: 'itemId',
		key: kind.key ?? 'items',
		show: kind.show,
		filters: Object.fromEntries(members.map((name) => [name, equals(name)])),
		needs: [members, 'notFound'],
		stored: (request, body, row) =>
			kind.stored?.(request, withLibItem(request, body), row) ?? withLibItem(request, body),
		check: (request, result, row) => {
			checkWords(request, result);
			kind.check?.(request, result, row);
		},
	};
	const nest = { path: `${path}/{${member}}/item`, id: 'itemId', parent, member };
	return {
		...routesOf(table, 'list read create update'),
		...routesOf(table, 'list read create update delete', nest),
	};
}

/** Cents, as a number. */
export const cents = (amount: number) => Math.round(amount * 100) / 100;

/** What a line costs without tax, its tax, and with it; the rate is in percent. */
export function totalsOf(
	rows: readonly Row[],
): Record<'subtotal' | 'taxAmount' | 'totalPrice', number> {
	const subtotal = rows.reduce(
		(sum, row) => sum + Number(row.quantity) * Number(row.price ?? 0),
		0,
	);
	const taxAmount = rows.reduce(
		(sum, row) =>
			sum + (Number(row.quantity) * Number(row.price ?? 0) * Number(row.taxRate ?? 0)) / 100,
		0,
	);
	return {
		subtotal: cents(subtotal),
		taxAmount: cents(taxAmount),
		totalPrice: cents(subtotal + taxAmount),
	};
}

const INSIDE = 'libItem:libItems serviceLine:serviceLines';

export const invoiceItem = shape(
	'invoiceitem',
	'description quantity price taxRate orderIndex windowStart windowEnd created updated',
	`${INSIDE} taxGroup:taxGroups jobItem:jobItems invoice:invoices serviceRequest:serviceRequests invoiceRecurrence:invoiceRecurrences`,
	(row) => totalsOf([row]),
);

/** The rate in percent that a tax group, whose own rate is a fraction, stands for. */
export function rateOf({ store }: SandboxRequest, taxGroupId: unknown): number | undefined {
	const group = store.collection('taxGroups').get(taxGroupId);
	return group && Math.round(Number(group.combinedRate) * 1e6) / 1e4;
}

/** On creation a group and a rate must agree, and a group alone sets the rate. */
export function taxed(request: SandboxRequest, body: Row): Row {
	const rate = rateOf(request, body.taxGroupId);
	if (rate === undefined) return body;
	if ((body.taxRate ?? null) !== null && Number(body.taxRate) !== rate) {
		throw conflict('The tax group and the tax rate disagree');
	}
	return { ...body, taxRate: rate };
}

export const itemsRoutes: Routes = {
	...itemRoutes({
		from: 'quoteItems',
		flat: '/quoteitem',
		under: ['/quote', 'quoteId', 'quotes'],
		show: shape(
			'quoteitem',
			'description price quantity taxRate cost orderIndex',
			`${INSIDE} serviceRequest:serviceRequests quote:quotes`,
		),
	}),
	...itemRoutes({
		from: 'invoiceItems',
		flat: '/invoiceitem',
		under: ['/invoice', 'invoiceId', 'invoices'],
		show: invoiceItem,
		stored: (request, body, row) => (row ? body : taxed(request, body)),
	}),
	...itemRoutes({
		from: 'invoiceRecurrenceItems',
		flat: '/invoicerecurrenceitem',
		under: ['/invoicerecurrence', 'invoiceRecurrenceId', 'invoiceRecurrences'],
		key: 'invoiceRecurrenceItems',
		show: shape(
			'invoicerecurrenceitem',
			'description quantity cost price orderIndex taxable',
			INSIDE,
		),
		stored: (_request, body, row) => (row ? body : { taxable: true, ...body }),
	}),
	...itemRoutes({
		from: 'quoteTemplateItems',
		flat: '/quotetemplateitem',
		under: ['/quotetemplate', 'quoteTemplateId', 'quoteTemplates'],
		show: shape(
			'quotetemplateitem',
			'description quantity orderIndex',
			`${INSIDE} quoteTemplate:quoteTemplates`,
		),
	}),
	...itemRoutes({
		from: 'serviceItems',
		flat: '/serviceitem',
		under: ['/servicerequest', 'serviceRequestId', 'serviceRequests'],
		key: 'serviceitems',
		parents: ['serviceRequestId', 'serviceRecurrenceId', 'serviceTemplateId'],
		show: shape(
			'serviceitem',
			'description quantity price orderIndex',
			`${INSIDE} serviceRequest:serviceRequests serviceRecurrence:serviceRecurrences serviceTemplate:serviceTemplates`,
		),
		check: (_request, result) => {
			const given = ['serviceRequestId', 'serviceRecurrenceId', 'serviceTemplateId'].filter(
				(name) => (result[name] ?? null) !== null,
			);
			// Inferred from "one of": exactly one, since an item has one owner.
			if (given.length !== 1) {
				throw wrongValue(
					given[1] ?? 'serviceRequestId',
					'exactly one of serviceRequestId, serviceRecurrenceId and serviceTemplateId is needed',
				);
			}
		},
	}),
};
