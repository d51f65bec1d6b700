import type { IDataObject } from 'n8n-workflow';

import { labelled } from '../../shared/define/picker';

export const id = 'number' as const;
export const example = '48213';

/** The name of a related record, which on some accounts is a mere ID. */
export const nameOf = (value: unknown): string =>
	value !== null && typeof value === 'object' && 'name' in value ? String(value.name) : '';

/** The parts of a label that are there, since related records may be mere IDs. */
export const joined = (...parts: unknown[]): string => parts.filter(Boolean).map(String).join(', ');

export const byName = (record: IDataObject) => ({
	name: labelled(record.name, record.id),
	value: Number(record.id),
});

/** Companies and locations often share a name, so the number and the town stand beside it. */
export const byPlace = (record: IDataObject) => {
	const { refNumber, address } = record;
	const city = address !== null && typeof address === 'object' && (address as IDataObject).city;
	return {
		name: labelled(joined(record.name, refNumber && `#${String(refNumber)}`, city), record.id),
		value: Number(record.id),
	};
};

/** A label of several members in their order; of a related record its name. */
export const byMembers =
	(...members: readonly string[]) =>
	(record: IDataObject) => ({
		name: labelled(
			joined(
				...members.map((member) => {
					const value = record[member];
					return typeof value === 'object' ? nameOf(value) : value;
				}),
			),
			record.id,
		),
		value: Number(record.id),
	});
