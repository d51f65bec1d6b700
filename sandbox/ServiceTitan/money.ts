import type { Filter } from '../core/pieces';
import { notFound, wrongValue } from '../core/refusal';
import type { Row, Store } from '../core/store';
import type { Handler } from '../core/vendor';
import { CUSTOM_FIELDS } from './additions';

/** Accounting answers with money as text. */
export const money = (amount: number): string => amount.toFixed(2);

/** `{ id, name }` of a record, as accounting names others; null for none. */
export function named(store: Store, collection: string, id: unknown): Row | null {
	const row = store.collection(collection).get(id);
	return row ? { id: row.id, name: row.name } : null;
}

/** The kinds of pricebook items and where they are kept. */
const SKUS: ReadonlyArray<readonly [type: string, collection: string]> = [
	['Service', 'services'],
	['Material', 'materials'],
	['Equipment', 'equipment'],
	['PriceModifier', 'discountsAndFees'],
];

export interface Sku {
	readonly id: unknown;
	readonly type: string;
	readonly code: string;
	readonly name: string;
	readonly price: number;
}

/** The pricebook item of that id, or of that code. */
export function skuOf(store: Store, id: unknown, code?: unknown): Sku | undefined {
	for (const [type, collection] of SKUS) {
		const row =
			id === undefined || id === null
				? store.collection(collection).where('code', code)[0]
				: store.collection(collection).get(id);
		if (!row) continue;
		const name = String(row.displayName ?? row.name ?? row.code);
		return { id: row.id, type, code: String(row.code), name, price: Number(row.price ?? 0) };
	}
	return undefined;
}

/** The pricebook item that is named, or a refusal. */
export function requireSku(store: Store, id: unknown, at: string): Sku {
	const sku = skuOf(store, id);
	if (!sku) throw wrongValue(at, `Item ${String(id)} is not in the pricebook`);
	return sku;
}

/**
 * `PATCH …/custom-fields`: values by name for several records. The names must be fields of that kind,
 * and fields that are not named stay; both inferred.
 */
export const patchesCustomFields =
	(collection: string, kind: string, noun: string): Handler =>
	({ store, body }) => {
		const known = CUSTOM_FIELDS[kind];
		const operations = body.operations as Array<{ objectId: number; customFields: Row[] }>;
		operations.forEach(({ objectId, customFields }, index) => {
			if (!store.collection(collection).get(objectId)) throw notFound(noun, objectId);
			customFields.forEach(({ name }, at) => {
				if (known.some((field) => field.name === name)) return;
				throw wrongValue(
					`operations[${index}].customFields[${at}].name`,
					`${String(name)} is not a custom field`,
				);
			});
		});
		for (const { objectId, customFields } of operations) {
			const row = store.collection(collection).require(objectId);
			const values = new Map(
				((row.customFields ?? []) as Row[]).map((field) => [field.name, field]),
			);
			for (const { name, value } of customFields) {
				const typeId = known.find((field) => field.name === name)?.id;
				values.set(name, { typeId, name, value: value ?? '' });
			}
			store.collection(collection).change(objectId, { customFields: [...values.values()] });
		}
	};

/** Custom fields that have these values, all of them or any. */
export const customFieldFilter =
	(operator: string): Filter =>
	(value, { query }) => {
		const wanted = Object.entries(value as Row);
		return (row) => {
			const has = ([name, one]: [string, unknown]) =>
				((row.customFields ?? []) as Row[]).some(
					(field) => field.name === name && String(field.value) === String(one),
				);
			return query[operator] === 'Or' ? wanted.some(has) : wanted.every(has);
		};
	};

/** Records by the id of one that they name, `customer: { id, name }`. */
export const namedIs =
	(member: string): Filter =>
	(value) => {
		const wanted = new Set(
			[value]
				.flat()
				.flatMap((one) => String(one).split(','))
				.map((one) => one.trim()),
		);
		return (row) => wanted.has(String((row[member] as Row | null)?.id));
	};

/** At least so much, or at most. */
export const atLeast =
	(member: string): Filter =>
	(value) =>
	(row) =>
		Number(row[member]) >= Number(value);
export const atMost =
	(member: string): Filter =>
	(value) =>
	(row) =>
		Number(row[member]) <= Number(value);

/** `markasexported`: one result for each that was named. */
export const marksExported =
	(collection: string, idMember: string, changes: (sent: Row) => Row): Handler =>
	({ store, rawBody, body }) => {
		const sent = Array.isArray(rawBody)
			? (rawBody as Row[])
			: (body[`${idMember}s`] as unknown[]).map((id) => ({ [idMember]: id }));
		return sent.map((one) => {
			const id = one[idMember];
			if (!store.collection(collection).get(id)) {
				// Inferred from the member for it: one that fails does not stop the others.
				return { [idMember]: id, success: false, errorMessage: `${String(id)} was not found` };
			}
			store.collection(collection).change(id, changes(one));
			return { [idMember]: id, success: true, errorMessage: null };
		});
	};
