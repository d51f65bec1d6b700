import upperFirst from 'lodash/upperFirst';

import { json } from '../shared/define/fields';

/** Shown above calls whose documents name nothing that they take. */
export const FIELDS_UNKNOWN =
	'serviceminder does not document what this call takes. Give the fields that its support names, and check in serviceminder what became of them.';

/** Shown above calls that are told of, but that nobody was seen to make. */
export const UNPROVEN =
	'serviceminder does not document this call in full. Check in serviceminder that it did what you want before you rely on it.';

/** For calls of which the documents name a part, or nothing but the path. */
export const moreFields = json({
	label: 'More Fields',
	description:
		'An object whose members are sent beside the other fields, and in place of those of the same name',
});

/** For calls of which the documents name nothing but the path. */
export const allFields = json({
	required: true,
	label: 'Fields',
	description: 'An object whose members are sent',
});

/** The same values under the names of the service, however deep they stand. */
export function inPascalCase(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inPascalCase);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [upperFirst(key), inPascalCase(member)]),
	);
}
