import type { Row } from '../core/store';
import type { SandboxRequest } from '../core/vendor';
import { UNSHOWN, unshown } from './lists';

interface CustomField {
	readonly id: number;
	readonly name: string;
	readonly dataType: 'Text' | 'Dropdown' | 'Numeric';
	readonly dataTypeOptions: readonly string[] | null;
}

const text = (id: number, name: string): CustomField => ({
	id,
	name,
	dataType: 'Text',
	dataTypeOptions: null,
});
const numeric = (id: number, name: string): CustomField => ({
	...text(id, name),
	dataType: 'Numeric',
});
const dropdown = (id: number, name: string, ...options: string[]): CustomField => ({
	...text(id, name),
	dataType: 'Dropdown',
	dataTypeOptions: options,
});

/** The custom fields of the account, by what has them. */
export const CUSTOM_FIELDS: Readonly<Record<string, readonly CustomField[]>> = {
	customers: [
		text(1, 'Gate code'),
		dropdown(2, 'Preferred visit', 'Morning', 'Afternoon', 'Evening'),
		numeric(3, 'Equipment age'),
	],
	locations: [text(11, 'Meter cupboard'), dropdown(12, 'Parking', 'Street', 'Drive', 'None')],
	jobs: [text(21, 'Order reference'), numeric(22, 'Floors')],
	projects: [text(31, 'Permit number'), dropdown(32, 'Phase', 'Survey', 'Build', 'Handover')],
	invoices: [text(41, 'Cost center'), numeric(42, 'Retention')],
	payments: [text(51, 'Bank reference'), text(52, 'Remark')],
	inventoryBills: [text(61, 'Delivery slip'), numeric(62, 'Freight weight')],
	inventory: [text(66, 'Shelf'), text(67, 'Waybill')],
	memberships: [text(71, 'Referred by'), dropdown(72, 'Reminder', 'Letter', 'Mail')],
	installedEquipment: [text(81, 'Refrigerant'), numeric(82, 'Output in kW')],
	employees: [text(91, 'Locker')],
	technicians: [text(95, 'Van key'), dropdown(96, 'Shirt size', 'S', 'M', 'L')],
};

const NAMES = new Map(
	Object.values(CUSTOM_FIELDS)
		.flat()
		.map(({ id, name }) => [id, name]),
);

/** Custom fields come by type and are shown with the name of the type. */
export function customFields(sent: unknown): Row[] {
	return ((sent ?? []) as Row[]).map(({ typeId, value }) => ({
		typeId,
		name: NAMES.get(Number(typeId)) ?? `Field ${String(typeId)}`,
		value: value ?? '',
	}));
}

/** Merges external data into a record: the keys of one application, replaced or merged. */
export function externalData(sent: unknown, row: Row | undefined): Row {
	if (sent === undefined || sent === null) return {};
	const { applicationGuid, externalData: pairs, patchMode = 'Replace' } = sent as Row;
	const kept = patchMode === 'Merge' ? ((row?.externalData ?? []) as Row[]) : [];
	const merged = new Map(kept.map(({ key, value }) => [key, value]));
	for (const { key, value } of pairs as Row[]) {
		if (value === null || value === undefined) merged.delete(key);
		else merged.set(key, value);
	}
	return {
		externalData: [...merged].map(([key, value]) => ({ key, value })),
		[UNSHOWN]: { ...(row && unshown(row)), externalDataGuid: applicationGuid },
	};
}

/** What a PATCH changes: what was sent, with custom fields and external data in their shown form. */
export function patched({ body }: SandboxRequest, row: Row): Row {
	const { externalData: external, customFields: custom, ...rest } = body;
	return {
		...rest,
		...(custom === undefined || custom === null ? {} : { customFields: customFields(custom) }),
		...externalData(external, row),
	};
}
