import { fieldsOf, type Operation } from '../../nodes/shared/define/operation';
import type { Field, Fields } from '../../nodes/shared/define/fields';
import type { Picker } from '../../nodes/shared/define/picker';
import type { Vendor } from '../../nodes/shared/define/vendor';

export interface Named {
	/** `job.cancel`. */
	readonly name: string;
	readonly operation: Operation;
}

/** Every operation of a vendor in the order of its names, without the custom request that all have. */
export const operationsOf = ({ resources }: Vendor): Named[] =>
	resources
		.flatMap(({ value, operations }) =>
			Object.entries(operations).map(([name, operation]) => ({
				name: `${value}.${name}`,
				operation,
			})),
		)
		.sort((a, b) => (a.name < b.name ? -1 : 1));

/** The vendor's name of each field of a part, members of groups as `lines[].amount` and `source.type`. */
export function wireNames(fields: Fields): Array<{ name: string; field: Field }> {
	return Object.entries(fields).flatMap(([key, field]) => {
		const name = field.as ?? key;
		const names = [name, ...(field.also === undefined ? [] : [field.also])];
		return [
			...names.map((one) => ({ name: one, field })),
			...(field.fields === undefined
				? []
				: wireNames(field.fields).map((member) => ({
						name: `${name}${field.kind === 'groups' ? '[]' : ''}.${member.name}`,
						field: member.field,
					}))),
		];
	});
}

const PARTS = ['query', 'body', 'form'] as const;

/** One line that says what an operation sends, to lay beside the vendor's reference. */
export function requestLine({ name, operation }: Named): string {
	const parts = PARTS.flatMap((part) => {
		const always = part === 'form' ? undefined : operation.always[part];
		const fixed =
			typeof always === 'function'
				? ['(computed)']
				: Object.entries(always ?? {}).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
		const given = wireNames(operation[part]).map(
			({ name: wire, field }) => `${wire}${field.required ? '' : '?'}`,
		);
		// Several fields may make up one parameter, as the conditions of a filter do.
		const all = [...new Set([...fixed, ...given])];
		return all.length > 0 ? [`${part} ${all.join(' ')}`] : [];
	});
	const how = operation.run === undefined ? [] : ['(several requests)'];
	return [name.padEnd(36), operation.request, ...parts, ...how].join('  ');
}

/** Every field of an operation, those inside groups included. */
export const allFields = (operation: Operation): Array<[string, Field]> => {
	const deep = (fields: Fields): Array<[string, Field]> =>
		Object.entries(fields).flatMap(([key, field]) => [
			[key, field] as [string, Field],
			...deep(field.fields ?? {}),
		]);
	return deep(fieldsOf(operation));
};

/** Every picker that the fields of a vendor's operations and events use, each once. */
export function pickersIn(vendor: Vendor): Picker[] {
	const deep = (picker: Picker): Picker[] => [
		picker,
		...Object.values(picker.kinds?.pickers ?? {}).flatMap(deep),
	];
	const fields = [
		...operationsOf(vendor).flatMap(({ operation }) => allFields(operation).map(([, f]) => f)),
		...vendor.events.flatMap(({ filters = {} }) => Object.values(filters)),
	];
	return [...new Set(fields.flatMap(({ picker }) => (picker === undefined ? [] : deep(picker))))];
}
