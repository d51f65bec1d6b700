import { omit, pick } from 'lodash';

import type { CollectionDefinition, Row } from '../core/store';
import { membersOf, typeFacts, type Members } from './facts';
import { shown } from './lists';

/** What a member is that nobody gave a value: null where it may be, else empty. */
function emptyValue(text: string, module: string): unknown {
	const type = typeFacts(text);
	if (type.nullable) return null;
	if (type.kind === 'list') return [];
	if (type.kind === 'words') return type.words[0];
	if (type.kind === 'structure') return emptyRecord(membersOf(type.name, module), module);
	switch (type.name) {
		case 'integer':
		case 'number':
			return 0;
		case 'boolean':
			return false;
		case 'object':
			return {};
		case 'string':
			return '';
		default:
			// A moment that nobody named.
			return null;
	}
}

/** A record with every documented member and nothing in them. */
export function emptyRecord(members: Members, module: string): Row {
	return Object.fromEntries(
		Object.entries(members).map(([name, type]) => [name, emptyValue(type, module)]),
	);
}

/** Much faster than `structuredClone`, and every test begins with thousands of records. */
function copyOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(copyOf);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copyOf(member)]));
}

/**
 * A collection whose records have every member of a structure of the documents (`jpm.JobResponse`);
 * `usual` says what a member is unasked where empty is not right. Active, unless it says otherwise.
 */
export function records(
	noun: string,
	firstId: number,
	structure: string,
	usual: Row | ((row: Row) => Row) = {},
): CollectionDefinition {
	const [module] = structure.split('.');
	let empty: Row | undefined;
	return {
		noun,
		firstId,
		usual(row) {
			empty ??= omit(emptyRecord(membersOf(structure), module), ['createdOn', 'modifiedOn']);
			const rest = copyOf(empty) as Row;
			return {
				...rest,
				...('active' in rest ? { active: true } : {}),
				...('createdById' in rest ? { createdById: API_USER_ID } : {}),
				...('externalData' in rest ? { externalData: [] } : {}),
				...(typeof usual === 'function' ? usual(row) : structuredClone(usual)),
				id: row.id,
			};
		},
		stamps: { created: 'createdOn', modified: 'modifiedOn' },
	};
}

/** The user that all changes through the API are put down to; made up. */
export const API_USER_ID = 900;

/** A record as a structure shows it: the documented members alone. */
export function shownAs(members: Members | undefined): (row: Row) => Row {
	const names = members && Object.keys(members);
	return (row) => (names ? pick(row, names) : shown(row));
}
